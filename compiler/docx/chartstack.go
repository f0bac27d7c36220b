package docx

import (
	"cmp"
	"slices"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// totalName is the name of the series that carries the totals of a stack, in the chart and its workbook.
const totalName = "合计"

// noLeaders keeps LibreOffice from drawing lines to labels that have been moved, from the middle of their bars: Word draws none.
const noLeaders = `<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">` +
	`<c15:showLeaderLines val="0"/></c:ext></c:extLst>`

// totals writes the sum above each bar: no kind of bar has such labels, so they are those of a line that is not seen, nor in the
// legend. In the workbook they are sums, which follow when figures are changed.
func (w *chartWriter) totals() {
	n := len(w.chart.Series)
	w.open("c:lineChart")
	w.valC("c:grouping", "standard")
	w.valC("c:varyColors", "0")
	w.series(n, totalName)
	w.raw(`<c:spPr><a:ln w="28575"><a:noFill/></a:ln></c:spPr>`)
	w.open("c:marker")
	w.valC("c:symbol", "none")
	w.close()
	w.labels("t", w.totalLook(), nil)
	totals := make([]int64, len(w.chart.Categories))
	for i := range totals {
		totals[i] = w.chart.Total(i)
	}
	w.data(n, totals)
	w.valC("c:smooth", "0")
	w.close()
	w.valC("c:marker", "1")
	w.axes()
}

// totalLook finds the size at which the totals have room beside each other.
func (w *chartWriter) totalLook() textLook {
	figures := 0
	for i := range w.chart.Categories {
		figures = max(figures, len(w.chart.Format(w.chart.Total(i))))
	}
	return w.lookFor(figures, w.slot()-2*unit.Pt)
}

// A placedLabel is the figure of a point, by its category, that does not stand where those of its series do: how far it is moved, or that
// it is left out.
type placedLabel struct {
	category  int
	position  string // "": that of the series
	right, up unit.Length
	gone      bool
}

// lowParts finds the parts of each series of a stack that have no room for their figures, much as the layout does: the plot is about
// six tenths of the chart. They go beside the bar, where they have room.
func (w *chartWriter) lowParts() [][]placedLabel {
	low := make([][]placedLabel, len(w.chart.Series))
	if w.chart.Kind != doc.StackedBarChart {
		return low
	}
	bar := w.chart.BarWidth(w.slot())
	for k := range w.chart.Categories {
		var middles []unit.Length // of those that go beside the bar
		var parts []int           // their series
		sum := int64(0)
		for i, s := range w.chart.Series {
			from, to := w.stackHeight(sum), w.stackHeight(sum+s.Values[k])
			sum += s.Values[k]
			width := w.figureWidth(s.Values[k])
			if to-from >= unit.HaoSmall5 && width <= bar {
				continue
			}
			part := placedLabel{category: k, gone: true}
			if s.Values[k] > 0 && width <= w.slot()-bar-doc.StackGap {
				part.gone, part.right = false, bar/2+doc.StackGap+width/2
				parts, middles = append(parts, i), append(middles, (from+to)/2)
			}
			low[i] = append(low[i], part)
		}
		at := slices.Clone(middles)
		doc.Spread(at, unit.HaoSmall5/2, w.stackHeight(sum)-unit.HaoSmall5/2, unit.HaoSmall5)
		for n, i := range parts {
			low[i][len(low[i])-1].up = at[n] - middles[n]
		}
	}
	return low
}

// stackHeight is about how high above its axis a value is drawn.
func (w *chartWriter) stackHeight(v int64) unit.Length {
	axis := w.chart.Axis()
	return (w.size.H * 6 / 10).MulDiv(v, axis.High-axis.Low)
}

// figureWidth is about how wide a value is printed.
func (w *chartWriter) figureWidth(v int64) unit.Length {
	return unit.Length(len(w.chart.Format(v))) * unit.HaoSmall5 / 2
}

// placedLabel writes a label, in black on the paper.
func (w *chartWriter) placedLabel(l placedLabel, position string, look textLook) {
	w.open("c:dLbl")
	w.valC("c:idx", itoa(l.category))
	if l.gone {
		w.valC("c:delete", "1")
		w.close()
		return
	}
	if l.right != 0 || l.up != 0 {
		w.open("c:layout").open("c:manualLayout")
		w.valC("c:x", decimals(l.right, w.size.W))
		w.valC("c:y", decimals(-l.up, w.size.H))
		w.close().close()
	}
	w.format("c:numFmt")
	w.raw(`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`)
	look.white = false
	w.textProperties(look)
	w.valC("c:dLblPos", cmp.Or(l.position, position))
	w.show(false)
	w.close()
}
