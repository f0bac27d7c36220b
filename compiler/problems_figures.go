package compiler

import (
	"errors"
	"fmt"

	"github.com/banxin-go/banxin/layout"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/report"
)

// figure translates what is wrong with charts and seals; people count series from 1.
func (t *translator) figure(err error, src string) bool {
	if errors.Is(err, layout.ErrBlankSeal) {
		t.add(src, "seal.blank")
		return true
	}
	var chart *doc.ChartError
	if !errors.As(err, &chart) {
		return false
	}
	switch chart.Fault {
	case doc.ChartEmpty:
		t.add(src, "chart.empty")
	case doc.ChartValues:
		t.add(src, "chart.values", chart.Series+1, chart.Got, chart.Want)
	case doc.ChartNegative:
		t.add(src, "chart.negative", chart.Series+1)
	case doc.ChartMany:
		t.add(src, "chart.many", chart.Got, chart.Want)
	case doc.ChartRange:
		t.add(src, "chart.range", chart.Series+1)
	case doc.ChartNoRoom:
		t.add(src, "chart.room")
	default:
		return false
	}
	return true
}

// unprinted are the warnings for charts without room for all of their figures, at the first of each.
func unprinted(charts []display.Unprinted, r report.Report) report.Problems {
	var out report.Problems
	for _, u := range charts {
		value := fmt.Sprintf("series[%d].values[%d]", u.Series, u.Category)
		if u.Src != "" {
			value = u.Src + "." + value
		}
		out = append(out, report.NewProblem(report.ParsePath(value, r), "chart.unprinted", u.Value, u.Count))
	}
	return out
}

// unsealed are the warnings for signatures of several agencies with the seal of one: by GB/T 9704-2012 7.3.5.1 each puts its own
// on its name (印章一一对应).
func unsealed(d *doc.Document, r report.Report) report.Problems {
	var out report.Problems
	for i := range d.Sections {
		for _, block := range d.Sections[i].Blocks {
			if s, ok := block.(*doc.Signature); ok && s.Seal != nil && len(s.Names) > 1 {
				out = append(out, report.NewProblem(report.ParsePath(s.Src, r), "signature.seals", len(s.Names)))
			}
		}
	}
	return out
}
