package docx

import (
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

func (w *chartWriter) plotArea() {
	w.open("c:plotArea")
	w.plotLayout()
	switch w.chart.Kind {
	case doc.PieChart:
		w.pie()
	case doc.LineChart:
		w.lines()
	default:
		w.bars()
	}
	if w.chart.Kind != doc.PieChart {
		w.scale = w.chart.Axis()
		w.categories()
		w.values()
	}
	w.close()
}

func (w *chartWriter) horizontal() bool { return w.chart.Kind == doc.HorizontalBarChart }

func (w *chartWriter) bars() {
	dir, grouping, overlap, position := "col", "clustered", "0", "outEnd"
	if w.horizontal() {
		dir = "bar"
	}
	if w.chart.Kind == doc.StackedBarChart { // Word takes a stack with labels at its bars' ends for damaged
		grouping, overlap, position = "stacked", "100", "ctr"
	}
	w.open("c:barChart")
	w.valC("c:barDir", dir)
	w.valC("c:grouping", grouping)
	w.valC("c:varyColors", "0")
	low := w.lowParts()
	for i := range w.chart.Series {
		w.series(i, w.chart.Series[i].Name)
		w.block(doc.Shade(i))
		w.valC("c:invertIfNegative", "0")
		look := w.valueLook()
		look.white = w.chart.Kind == doc.StackedBarChart && doc.Shade(i) < 50
		w.labels(position, look, low[i])
		w.data(i, w.chart.Series[i].Values)
		w.close()
	}
	w.valC("c:gapWidth", itoa(w.gap()))
	w.valC("c:overlap", overlap)
	w.axes()
	if w.chart.Kind == doc.StackedBarChart {
		w.totals()
	}
}

// mostGap is the greatest c:gapWidth (ISO/IEC 29500-1 21.2.3.14).
const mostGap = 500

// gap is what of a slot its bars leave free, in percent of a bar's width: bars are as wide as in the PDF.
func (w *chartWriter) gap() int {
	slot := w.slot()
	bar := max(1, w.chart.BarWidth(slot))
	free := slot - bar*unit.Length(w.chart.Abreast())
	return min(mostGap, int((100 * free).Round(bar)))
}

// slot is about the room of a category: the plot is nine tenths of the chart's width and eight of its height. A chart too small to have
// any, which the layout refuses, has the least that there is.
func (w *chartWriter) slot() unit.Length {
	room := w.size.W * 9 / 10
	if w.horizontal() {
		room = w.size.H * 8 / 10
	}
	return max(1, room/unit.Length(len(w.chart.Categories)))
}

// series opens a series: its number and its name.
func (w *chartWriter) series(i int, name string) {
	w.open("c:ser")
	w.valC("c:idx", itoa(i))
	w.valC("c:order", itoa(i))
	w.open("c:tx").open("c:strRef")
	w.leaf("c:f", "Sheet1!$"+column(i+1)+"$1")
	w.open("c:strCache")
	w.valC("c:ptCount", "1")
	w.point(0, name)
	w.close().close().close()
}

func (w *chartWriter) point(i int, text string) {
	w.open("c:pt").num("idx", int64(i))
	w.leaf("c:v", text)
	w.close()
}

// valueLook finds the size at which no value is wider than its bar, and turns them upwards where there is none, much as the
// layout does: a figure is about half as wide as high, and the plot nine tenths of the chart.
func (w *chartWriter) valueLook() textLook {
	if w.chart.Kind != doc.BarChart || len(w.chart.Series) == 1 {
		return textLook{size: unit.HaoSmall5}
	}
	figures := 0
	for _, s := range w.chart.Series {
		for _, v := range s.Values {
			figures = max(figures, len(w.chart.Format(v)))
		}
	}
	return w.lookFor(figures, w.size.W*9/10*7/10/unit.Length(len(w.chart.Categories)*len(w.chart.Series)))
}

// lookFor finds the size at which so many figures fit a room.
func (w *chartWriter) lookFor(figures int, room unit.Length) textLook {
	for _, size := range [...]unit.Length{unit.HaoSmall5, 8 * unit.Pt, unit.Hao6, 7 * unit.Pt, unit.HaoSmall6} {
		if size/2*unit.Length(figures) <= room {
			return textLook{size: size}
		}
	}
	return textLook{size: unit.HaoSmall6, turn: upwards}
}

// labels writes a value to each point, some where they have been placed.
func (w *chartWriter) labels(position string, look textLook, placed []placedLabel) {
	w.open("c:dLbls")
	for _, l := range placed {
		w.placedLabel(l, position, look)
	}
	w.format("c:numFmt")
	w.raw(`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`)
	w.textProperties(look)
	w.valC("c:dLblPos", position)
	w.show(false)
	if len(placed) > 0 {
		w.raw(noLeaders)
	}
	w.close()
}

func (w *chartWriter) show(pie bool) {
	whole := map[bool]string{false: "0", true: "1"}[pie]
	w.valC("c:showLegendKey", "0")
	w.valC("c:showVal", "1")
	w.valC("c:showCatName", whole)
	w.valC("c:showSerName", "0")
	w.valC("c:showPercent", whole)
	w.valC("c:showBubbleSize", "0")
}

// format writes how values are printed.
func (w *chartWriter) format(element string) {
	w.open(element).attr("formatCode", numberFormat(w.chart.Decimals)).attr("sourceLinked", "0").close()
}

// numberFormat is a number format of so many decimals.
func numberFormat(decimals int) string {
	if decimals == 0 {
		return "0"
	}
	return "0." + "000000"[:decimals]
}

// data writes the categories and values of a series, as they stand in the workbook.
func (w *chartWriter) data(i int, values []int64) {
	n := len(w.chart.Categories)
	w.open("c:cat").open("c:strRef")
	w.leaf("c:f", "Sheet1!$A$2:$A$"+itoa(n+1))
	w.open("c:strCache")
	w.valC("c:ptCount", itoa(n))
	for k, name := range w.chart.Categories {
		w.point(k, name)
	}
	w.close().close().close()
	w.open("c:val").open("c:numRef")
	w.leaf("c:f", "Sheet1!$"+column(i+1)+"$2:$"+column(i+1)+"$"+itoa(n+1))
	w.open("c:numCache")
	w.leaf("c:formatCode", numberFormat(w.chart.Decimals))
	w.valC("c:ptCount", itoa(n))
	for k, v := range values {
		w.point(k, w.chart.Format(v))
	}
	w.close().close().close()
}
