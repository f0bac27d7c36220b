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
		var beside []stackFigure
		for _, part := range d.stack(i, style) {
			d.bar(unit.Rect{Point: unit.Point{X: x, Y: part.high}, Size: unit.Size{W: d.barWidth(), H: part.low - part.high}}, doc.Shade(part.series))
			switch {
			case d.fitsInside(part):
				d.centred(part.block, d.middle(i), part.middle()).white = dark(doc.Shade(part.series))
			case part.value > 0: // no part is drawn of a 0
				beside = append(beside, part)
			}
		}
		total := d.stackTotal(i, style)
		top := d.y(d.chart.Total(i))
		d.besideStack(beside, i, top, total.width())
		d.barValue(total, d.middle(i), top, false, upwards)
	}
}

func (d *chartDrawing) stackTotal(category int, style *doc.Style) *textBlock {
	return d.line(d.chart.Format(d.chart.Total(category)), style)
}

// A stackFigure is the figure of a part of a stack, and where the part ends.
type stackFigure struct {
	block     *textBlock
	series    int
	value     int64
	low, high unit.Length
}

func (f *stackFigure) middle() unit.Length { return (f.low + f.high) / 2 }

// stack gives the parts of a category's bar, from the axis upwards.
func (d *chartDrawing) stack(category int, style *doc.Style) []stackFigure {
	parts := make([]stackFigure, len(d.chart.Series))
	sum := int64(0)
	for k, s := range d.chart.Series {
		v := s.Values[category]
		parts[k] = stackFigure{d.line(d.chart.Format(v), style), k, v, d.y(sum), d.y(sum + v)}
		sum += v
	}
	return parts
}

func (d *chartDrawing) fitsInside(f stackFigure) bool {
	return f.low-f.high >= f.block.style.Leading && f.block.width() < d.barWidth()
}

// besideRoom is how wide figures at the right of a bar can be: up to the next bar, and not below a total that is as wide.
func (d *chartDrawing) besideRoom(total unit.Length) unit.Length {
	if total > d.barWidth()+2*doc.StackGap {
		return 0
	}
	return d.slot() - d.barWidth() - 2*doc.StackGap
}

// lastBeside is how much narrower the plot must be for the figures beside its last bar, where no slot follows, to end with the chart.
func (d *chartDrawing) lastBeside(style *doc.Style) unit.Length {
	n := len(d.chart.Categories)
	room := d.besideRoom(d.stackTotal(n-1, style).width())
	widest := unit.Length(0)
	for _, part := range d.stack(n-1, style) {
		if w := part.block.width(); !d.fitsInside(part) && part.value > 0 && w <= room {
			widest = max(widest, w)
		}
	}
	over := widest + doc.StackGap - (d.slot()-d.barWidth())/2
	return over.MulDiv(int64(2*n), int64(2*n-1)) // what is taken off the plot makes the last gap narrower too
}

// besideStack puts figures at the right of a bar, with a line from the part to each: above each other where parts touch, and not
// above the bar, where its total stands. Those that have no room are left out, and told of.
func (d *chartDrawing) besideStack(figures []stackFigure, category int, top, total unit.Length) {
	edge := d.middle(category) + d.barWidth()/2
	room := min(d.besideRoom(total), d.rest.Right()-edge-doc.StackGap)
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
		heights[i] = d.plot.Bottom() - figures[i].middle()
	}
	size := figures[0].block.style.Size
	doc.Spread(heights, size/2, d.plot.Bottom()-top-size/2, size)
	for i, f := range figures {
		y := d.plot.Bottom() - heights[i]
		d.value(f.block, edge+doc.StackGap, y-f.block.height()/2)
		d.shapes = append(d.shapes, &display.Path{Segs: []display.Seg{
			{Op: display.MoveTo, P: [3]unit.Point{{X: edge, Y: f.middle()}}}, {Op: display.LineTo, P: [3]unit.Point{{X: edge + doc.StackGap - unit.Pt, Y: y}}},
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
