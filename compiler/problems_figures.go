package compiler

import (
	"errors"

	"github.com/banxin-go/banxin/layout"
	"github.com/banxin-go/banxin/layout/doc"
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
