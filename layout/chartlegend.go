package layout

import (
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// Distances in a legend.
const (
	swatch      = 8 * unit.Pt
	swatchLine  = 22 * unit.Pt // of a line chart: a piece of the line with its marker
	swatchGap   = 3 * unit.Pt
	legendGap   = 14 * unit.Pt // between entries
	legendAbove = 5 * unit.Pt
)

// legend takes rows of names off the bottom. One series needs none: the title says what it is.
func (d *chartDrawing) legend() {
	if len(d.chart.Series) < 2 {
		return
	}
	names := make([]*textBlock, len(d.chart.Series))
	for i := range names {
		names[i] = d.set(d.chart.Series[i].Name, d.label, d.rest.W-d.swatchWidth()-swatchGap, doc.AlignLeft)
	}
	rows := d.legendRows(names)
	height := unit.Length(0)
	for _, row := range rows {
		height += rowHeight(names[row[0]:row[1]])
	}
	d.rest.H -= height + legendAbove
	y := d.rest.Bottom() + legendAbove
	for _, row := range rows {
		d.legendRow(names, row, y)
		y += rowHeight(names[row[0]:row[1]])
	}
}

func (d *chartDrawing) swatchWidth() unit.Length {
	if d.chart.Kind == doc.LineChart {
		return swatchLine
	}
	return swatch
}

func (d *chartDrawing) entryWidth(name *textBlock) unit.Length {
	return d.swatchWidth() + swatchGap + name.width()
}

// legendRows spreads the entries over rows as full as they can be; each row is the first entry and the one behind the last.
func (d *chartDrawing) legendRows(names []*textBlock) [][2]int {
	rows := [][2]int{{0, 0}}
	used := unit.Length(0)
	for i, name := range names {
		w := d.entryWidth(name)
		last := &rows[len(rows)-1]
		if i > last[0] && used+legendGap+w > d.rest.W {
			rows = append(rows, [2]int{i, i + 1})
			used = w
			continue
		}
		if i > last[0] {
			used += legendGap
		}
		used += w
		last[1] = i + 1
	}
	return rows
}

func rowHeight(names []*textBlock) unit.Length {
	h := unit.Length(0)
	for _, name := range names {
		h = max(h, name.height())
	}
	return h
}

func (d *chartDrawing) legendRow(names []*textBlock, row [2]int, y unit.Length) {
	width := legendGap * unit.Length(row[1]-row[0]-1)
	for _, name := range names[row[0]:row[1]] {
		width += d.entryWidth(name)
	}
	x := d.rest.X + (d.rest.W-width)/2
	for i := row[0]; i < row[1]; i++ {
		d.swatch(i, x, y+d.label.Leading/2)
		d.put(names[i], x+d.swatchWidth()+swatchGap, y)
		x += d.entryWidth(names[i]) + legendGap
	}
}

// swatch draws what stands for a series, its left end at (x, y).
func (d *chartDrawing) swatch(i int, x, y unit.Length) {
	if d.chart.Kind != doc.LineChart {
		d.bar(unit.Rect{Point: unit.Point{X: x, Y: y - swatch/2}, Size: unit.Size{W: swatch, H: swatch}}, doc.Shade(i))
		return
	}
	d.polyline([]unit.Point{{X: x, Y: y}, {X: x + swatchLine, Y: y}}, i)
	d.marker(i, unit.Point{X: x + swatchLine/2, Y: y})
}

// outline is the width of the lines around bars and slices, which tell two pale ones apart.
const outline = unit.Pt / 2

// bar draws a box of one grey.
func (d *chartDrawing) bar(box unit.Rect, gray uint8) {
	if box.W <= 0 || box.H <= 0 {
		return
	}
	d.shapes = append(d.shapes, &display.Path{Segs: rectangle(box), Fill: true, FillGray: gray, Width: outline})
}

func rectangle(box unit.Rect) []display.Seg {
	at := func(op display.SegOp, x, y unit.Length) display.Seg {
		return display.Seg{Op: op, P: [3]unit.Point{{X: x, Y: y}}}
	}
	return []display.Seg{
		at(display.MoveTo, box.X, box.Y), at(display.LineTo, box.Right(), box.Y), at(display.LineTo, box.Right(), box.Bottom()),
		at(display.LineTo, box.X, box.Bottom()), {Op: display.ClosePath},
	}
}
