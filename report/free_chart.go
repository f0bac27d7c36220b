package report

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/banxin-go/banxin/layout/doc"
)

// decimalsOf is how many decimals the values of a chart have: as many as it says, else as many as its values need.
func decimalsOf(chart value) int {
	if v := chart.member("decimals"); v != nil {
		n, code := parseWhole(v.text)
		if code == "" && n >= 0 && n <= doc.MaxDecimals {
			return int(n)
		}
	}
	most := 0
	if series := chart.member("series"); series != nil {
		for _, s := range series.items {
			for _, v := range items(s.member("values")) {
				_, frac, _ := strings.Cut(v.text, ".")
				most = max(most, len(frac))
			}
		}
	}
	return min(most, doc.MaxDecimals)
}

func items(v *value) []value {
	if v == nil {
		return nil
	}
	return v.items
}

// values binds the values of a series, which are written as they are printed and kept in units of their last decimal.
func (d *decoder) values(at Path, v value) []int64 {
	if !d.is(at, v, kindList) {
		return nil
	}
	out := make([]int64, len(v.items))
	for i, item := range v.items {
		d.note(at.at(i), item.at)
		if d.is(at.at(i), item, kindNumber) {
			out[i] = d.chartValue(at.at(i), item)
		}
	}
	return out
}

func (d *decoder) chartValue(at Path, v value) int64 {
	whole, frac, _ := strings.Cut(v.text, ".")
	if len(frac) > d.decimals {
		d.fault(at, v.at, "chart.decimals", v.text, d.decimals)
		return 0
	}
	n, err := strconv.ParseInt(whole+frac+strings.Repeat("0", d.decimals-len(frac)), 10, 64)
	if err != nil || n > doc.MaxValue || n < -doc.MaxValue {
		d.fault(at, v.at, "count.big", v.text)
		return 0
	}
	return n
}

// chartValues writes values as they are printed.
func chartValues(values []int64, decimals int) []any {
	out := make([]any, len(values))
	for i, v := range values {
		sign := ""
		if v < 0 {
			sign, v = "-", -v
		}
		digits := strconv.FormatInt(v, 10)
		digits = strings.Repeat("0", max(0, decimals+1-len(digits))) + digits
		text := digits[:len(digits)-decimals]
		if decimals > 0 {
			text += "." + digits[len(digits)-decimals:]
		}
		out[i] = json.Number(sign + text)
	}
	return out
}
