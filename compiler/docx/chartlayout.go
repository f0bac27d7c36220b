package docx

import (
	"unicode/utf8"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// Where the parts of a chart stand is left to the reader, but for the unit of an axis: no reader has a place for a text above
// an axis, and all keep room for its title beside it.

const (
	titleLine  = 18 * unit.Pt // of a chart, from its upper edge
	unitLine   = 18 * unit.Pt
	legendLine = 12 * unit.Pt
	legendEdge = 8 * unit.Pt // above the legend and below
)

// unitTop is where the unit stands: at the top, below the title.
func (w *chartWriter) unitTop() unit.Length {
	if w.chart.Title != "" {
		return titleLine
	}
	return 0
}

// plotLayout leaves the plot, with the names and figures of its axes, all the chart but what title, unit and legend take up.
func (w *chartWriter) plotLayout() {
	if w.chart.Unit == "" || w.chart.Kind == doc.PieChart {
		w.empty("c:layout")
		return
	}
	top := w.unitTop() + unitLine
	w.open("c:layout").open("c:manualLayout")
	w.valC("c:layoutTarget", "outer")
	w.valC("c:xMode", "edge")
	w.valC("c:yMode", "edge")
	w.valC("c:x", "0")
	w.valC("c:y", w.partOfHeight(top))
	w.valC("c:w", "1")
	w.valC("c:h", w.partOfHeight(max(w.size.H/4, w.size.H-top-w.legendHeight())))
	w.close().close()
}

// legendHeight is about what the legend takes up: names of full characters beside their swatches, in rows.
func (w *chartWriter) legendHeight() unit.Length {
	if len(w.chart.Series) < 2 {
		return 0
	}
	rows, used := unit.Length(1), unit.Length(0)
	for i := range w.chart.Series {
		entry := unit.Length(utf8.RuneCountInString(w.chart.Series[i].Name)+4) * unit.HaoSmall5
		if used += entry; used > w.size.W && used > entry {
			rows, used = rows+1, entry
		}
	}
	return rows*legendLine + legendEdge
}

// partOfHeight is a length as part of the chart's height.
func (w *chartWriter) partOfHeight(l unit.Length) string { return decimals(l, w.size.H) }

// decimals is a length as part of a longer one, with four decimals.
func decimals(l, of unit.Length) string {
	const one = 10000
	sign := ""
	if l < 0 {
		sign, l = "-", -l
	}
	return sign + "0." + itoa(one + int(l.MulDiv(one, int64(of))))[1:]
}

// unitTitle puts the unit above the axis, at the left, below the title: an axis title by Word's own rule would stand upright
// beside it.
func (w *chartWriter) unitTitle() {
	if w.chart.Unit == "" {
		return
	}
	w.unitText()
}

// unitText is a title that says the unit, at the left.
func (w *chartWriter) unitText() {
	w.open("c:title").open("c:tx")
	w.rich("单位："+w.chart.Unit, unit.HaoSmall5)
	w.close()
	w.open("c:layout").open("c:manualLayout")
	w.valC("c:xMode", "edge")
	w.valC("c:yMode", "edge")
	w.valC("c:x", "0")
	w.valC("c:y", w.partOfHeight(w.unitTop()))
	w.close().close()
	w.valC("c:overlay", "1")
	w.close()
}
