package layout

import (
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// barWidth is the width of a bar.
func (d *chartDrawing) barWidth() unit.Length { return d.chart.BarWidth(d.slot()) }

// across is where a bar begins: bars of a category stand side by side about its middle.
func (d *chartDrawing) across(category, series int) unit.Length {
	n := len(d.chart.Series)
	return d.middle(category) + d.barWidth()*unit.Length(2*series-n)/2
}

// bars draws a bar for each value, from 0, which the axis of bars always holds.
func (d *chartDrawing) bars(style *doc.Style, upwards bool) {
	if d.barWidth() < leastBar {
		d.noRoom()
		return
	}
	for i := range d.chart.Categories {
		for k, s := range d.chart.Series {
			v, x := s.Values[i], d.across(i, k)
			y, base := d.y(v), d.y(0)
			d.bar(unit.Rect{Point: unit.Point{X: x, Y: min(y, base)}, Size: unit.Size{W: d.barWidth(), H: max(y, base) - min(y, base)}}, doc.Shade(k))
			d.barValue(d.line(d.chart.Format(v), style), x+d.barWidth()/2, y, v < 0, upwards)
		}
	}
}

// barValue puts a value beyond the end of its bar.
func (d *chartDrawing) barValue(block *textBlock, x, y unit.Length, below, upwards bool) {
	if upwards {
		x = min(x, d.rest.Right()-block.height()/2)
		off := block.width()/2 + 2*unit.Pt
		if below {
			off = -off
		}
		d.centred(block, x, y-off).upwards = true
		size := block.style.Size
		d.clear(unit.Rect{Point: unit.Point{X: x - size/2, Y: y - off - block.width()/2}, Size: unit.Size{W: size, H: block.width()}})
		return
	}
	top := y - block.height() - unit.Pt/2
	if below {
		top = y + unit.Pt/2
	}
	d.value(block, x-block.width()/2, top)
}

// dark says that black letters are hard to read on a grey.
func dark(gray uint8) bool { return gray < 50 }

// horizontal draws bars from left to right, categories from top to bottom.
func (d *chartDrawing) horizontal() {
	d.drawUnit()
	values, ticks := d.ticks()
	names := make([]*textBlock, len(d.chart.Categories))
	for i, name := range d.chart.Categories {
		names[i] = d.set(name, d.label, d.rest.W/3, doc.AlignLeft)
	}
	left, room := broadest(names)+tickGap, d.widestValue(d.label)+tickGap
	d.plot = unit.Rect{Point: unit.Point{X: d.rest.X + left, Y: d.rest.Y}, Size: unit.Size{W: d.rest.W - left - room, H: d.rest.H - d.label.Leading - tickGap}}
	if d.axis.Low < 0 {
		d.plot.X += room
		d.plot.W -= room
	}
	if d.plot.H < leastPlot || d.plot.W < leastPlot || d.slot() < d.label.Leading || d.barWidth() < leastBar {
		d.noRoom()
		return
	}
	d.horizontalAxis(values, ticks)
	for i, name := range names {
		d.put(name, d.plot.X-tickGap-name.width(), d.middle(i)-name.height()/2)
		for k, s := range d.chart.Series {
			d.horizontalBar(s.Values[i], d.across(i, k), k)
		}
	}
}

func (d *chartDrawing) horizontalAxis(values []int64, ticks []*textBlock) {
	step := d.plot.W / unit.Length(max(1, len(values)-1))
	every := 1
	for broadest(ticks)+tickGap > step*unit.Length(every) { // long figures would run into each other
		every++
	}
	for i, v := range values {
		width, gray := hairline, uint8(gridGray)
		if v == 0 {
			width, gray = axisLine, 0
		}
		d.rule(unit.Point{X: d.x(v), Y: d.plot.Y}, unit.Point{X: d.x(v), Y: d.plot.Bottom()}, width, gray)
		if i%every == 0 {
			d.centred(ticks[i], d.x(v), d.plot.Bottom()+tickGap+ticks[i].height()/2)
		}
	}
}

func (d *chartDrawing) horizontalBar(v int64, y unit.Length, series int) {
	end, base := d.x(v), d.x(0)
	d.bar(unit.Rect{Point: unit.Point{X: min(end, base), Y: y}, Size: unit.Size{W: max(end, base) - min(end, base), H: d.barWidth()}}, doc.Shade(series))
	style := d.label
	if d.barWidth() < style.Size {
		style = chartStyle(style, max(unit.HaoSmall6, d.barWidth()))
	}
	block := d.line(d.chart.Format(v), style)
	x := end + 2*unit.Pt
	if v < 0 {
		x = end - 2*unit.Pt - block.width()
	}
	d.value(block, x, y+(d.barWidth()-block.height())/2)
}
