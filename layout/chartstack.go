package layout

import (
	"slices"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// stacks draws the series on top of each other: each value inside its part where that is high enough, else beside it, their sum
// above.
func (d *chartDrawing) stacks(style *doc.Style, upwards bool) {
	for i := range d.chart.Categories {
		x := d.middle(i) - d.barWidth()/2
		sum := int64(0)
		var beside []stackFigure
		for k, s := range d.chart.Series {
			low, high := d.y(sum), d.y(sum+s.Values[i])
			sum += s.Values[i]
			d.bar(unit.Rect{Point: unit.Point{X: x, Y: high}, Size: unit.Size{W: d.barWidth(), H: low - high}}, doc.Shade(k))
			block := d.line(d.chart.Format(s.Values[i]), style)
			switch {
			case low-high >= style.Leading && block.width() < d.barWidth():
				d.centred(block, d.middle(i), (low+high)/2).white = dark(doc.Shade(k))
			case s.Values[i] > 0: // no part is drawn of a 0
				beside = append(beside, stackFigure{block, (low + high) / 2, k})
			}
		}
		total := d.line(d.chart.Format(sum), style)
		d.besideStack(beside, i, d.y(sum), total.width())
		d.barValue(total, d.middle(i), d.y(sum), false, upwards)
	}
}

// A stackFigure is the figure of a part too low for it, and the height of that part's middle.
type stackFigure struct {
	block  *textBlock
	y      unit.Length
	series int
}

// besideStack puts figures at the right of a bar, with a line from the part to each: above each other where parts touch, and not
// above the bar, where its total stands. Those wider than the space between bars are left out, and told of.
func (d *chartDrawing) besideStack(figures []stackFigure, category int, top, total unit.Length) {
	edge := d.middle(category) + d.barWidth()/2
	room := d.slot() - d.barWidth() - 2*doc.StackGap
	if total > d.barWidth()+2*doc.StackGap {
		room = 0
	}
	figures = slices.DeleteFunc(figures, func(f stackFigure) bool {
		wide := f.block.width() > room
		if wide {
			d.leaveOut(f.series, category)
		}
		return wide
	})
	if len(figures) == 0 {
		return
	}
	heights := make([]unit.Length, len(figures))
	for i := range figures {
		heights[i] = d.plot.Bottom() - figures[i].y
	}
	size := figures[0].block.style.Size
	doc.Spread(heights, size/2, d.plot.Bottom()-top-size/2, size)
	for i, f := range figures {
		y := d.plot.Bottom() - heights[i]
		d.value(f.block, edge+doc.StackGap, y-f.block.height()/2)
		d.shapes = append(d.shapes, &display.Path{Segs: []display.Seg{
			{Op: display.MoveTo, P: [3]unit.Point{{X: edge, Y: f.y}}}, {Op: display.LineTo, P: [3]unit.Point{{X: edge + doc.StackGap - unit.Pt, Y: y}}},
		}, Width: hairline, StrokeGray: 30})
	}
}

// leaveOut notes that a value is not printed.
func (d *chartDrawing) leaveOut(series, category int) {
	if d.unprinted.Count == 0 {
		d.unprinted = display.Unprinted{Src: d.chart.Src, Series: series, Category: category, Value: d.chart.Format(d.chart.Series[series].Values[category])}
	}
	d.unprinted.Count++
}
