package layout

import (
	"slices"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

const (
	seriesLine = 5 * unit.Pt / 4
	markerHalf = 5 * unit.Pt / 2
)

// lineGray is the grey of the ith line: every other one is paler, and no two next to each other have the same marker.
func lineGray(i int) uint8 { return [...]uint8{0, 50}[i%2] }

// lines draws a line with markers for each series, and the values at the points.
func (d *chartDrawing) lines(style *doc.Style) {
	for k, s := range d.chart.Series {
		points := make([]unit.Point, len(s.Values))
		for i, v := range s.Values {
			points[i] = unit.Point{X: d.middle(i), Y: d.y(v)}
		}
		d.polyline(points, k)
	}
	for k, s := range d.chart.Series {
		for i, v := range s.Values {
			d.marker(k, unit.Point{X: d.middle(i), Y: d.y(v)})
		}
	}
	every := 1 // values wider than their slots stand at every other point, or fewer
	for d.slot()*unit.Length(every) < d.widestValue(style) {
		every++
	}
	for i := 0; i < len(d.chart.Categories); i += every {
		d.lineValues(i, style)
	}
}

// lineValues puts the values of a category at their points: the highest above, the others below theirs, clear of the lines, none
// on another and none below the axis.
func (d *chartDrawing) lineValues(category int, style *doc.Style) {
	order := make([]int64, len(d.chart.Series))
	for k, s := range d.chart.Series {
		order[k] = s.Values[category]
	}
	slices.SortFunc(order, func(a, b int64) int { return int(max(-1, min(1, b-a))) })
	order = slices.Compact(order) // equal points need one figure
	blocks, left, tops := make([]*textBlock, len(order)), make([]unit.Length, len(order)), make([]unit.Length, len(order))
	bottom := d.rest.Y - style.Leading
	for i, v := range order {
		blocks[i] = d.line(d.chart.Format(v), style)
		x := min(d.middle(category)-blocks[i].width()/2, d.rest.Right()-blocks[i].width())
		left[i] = max(x, d.rest.X)
		tops[i] = max(d.lineValueTop(category, i, order, left[i], blocks[i]), bottom)
		bottom = tops[i] + style.Leading*9/10
	}
	limit := d.plot.Bottom() - style.Leading*9/10 // what has been pushed on the axis comes back
	for i := len(order) - 1; i >= 0; i-- {
		tops[i] = min(tops[i], limit)
		limit = tops[i] - style.Leading*9/10
		d.value(blocks[i], left[i], tops[i])
	}
}

// lineValueTop finds where value i of those of a category stands, counted from the highest: above or below its point, and as much
// further as the lines at its sides want. A single one stands where they want less.
func (d *chartDrawing) lineValueTop(category, i int, order []int64, left unit.Length, block *textBlock) unit.Length {
	y, leading := d.y(order[i]), block.style.Leading
	highest, lowest := d.lineReach(left-unit.Pt, left+block.width()+unit.Pt, category, order[i], i == 0 || i == len(order)-1)
	air := (leading - block.style.Size) / 2 // the box is higher than the figures in it
	above := max(min(y-markerHalf, highest-seriesLine/2+air), y-markerHalf-2*leading) - leading
	below := min(max(y+markerHalf, lowest+seriesLine/2-air), y+markerHalf+2*leading)
	if i > 0 && below > d.plot.Bottom()-leading*9/10 || i == 0 && (len(order) > 1 || y-above-leading <= below-y) {
		return above
	}
	return below
}

// lineReach gives the highest and the lowest place between two distances that lines reach which pass a category: all of them, or
// those through the value.
func (d *chartDrawing) lineReach(from, to unit.Length, category int, value int64, all bool) (highest, lowest unit.Length) {
	highest, lowest = d.y(value), d.y(value)
	for _, s := range d.chart.Series {
		if !all && s.Values[category] != value {
			continue
		}
		for i := range s.Values {
			at := d.middle(i)
			if at >= from && at <= to {
				highest, lowest = min(highest, d.y(s.Values[i])), max(lowest, d.y(s.Values[i]))
			}
			for _, y := range d.crossed(s.Values[i:min(i+2, len(s.Values))], i, from, to) {
				highest, lowest = min(highest, y), max(lowest, y)
			}
		}
	}
	return highest, lowest
}

// crossed gives the places where the line between two values, the first of category i, passes the distances; none behind the last.
func (d *chartDrawing) crossed(values []int64, i int, distances ...unit.Length) (ys []unit.Length) {
	if len(values) < 2 {
		return nil
	}
	at, next := d.middle(i), d.middle(i+1)
	for _, x := range distances {
		if x > at && x < next {
			ys = append(ys, d.y(values[0])+(d.y(values[1])-d.y(values[0])).MulDiv(int64(x-at), int64(next-at)))
		}
	}
	return ys
}

func (d *chartDrawing) polyline(points []unit.Point, series int) {
	segs := make([]display.Seg, len(points))
	for i, p := range points {
		segs[i] = display.Seg{Op: display.LineTo, P: [3]unit.Point{p}}
	}
	segs[0].Op = display.MoveTo
	d.shapes = append(d.shapes, &display.Path{Segs: segs, Width: seriesLine, StrokeGray: lineGray(series)})
}

// marker draws the mark of a series: circle, square, triangle, diamond, full and empty in turn.
func (d *chartDrawing) marker(series int, at unit.Point) {
	path := &display.Path{Fill: true, Width: 3 * unit.Pt / 4, StrokeGray: lineGray(series)}
	if series%2 == 1 {
		path.FillGray = 100
	} else {
		path.FillGray = lineGray(series)
	}
	const r = markerHalf
	var corners [][2]unit.Length
	switch series {
	case 1, 4:
		corners = [][2]unit.Length{{-r, -r}, {r, -r}, {r, r}, {-r, r}}
	case 2:
		corners = [][2]unit.Length{{0, -r}, {r, r}, {-r, r}}
	case 3:
		corners = [][2]unit.Length{{0, -r * 5 / 4}, {r * 5 / 4, 0}, {0, r * 5 / 4}, {-r * 5 / 4, 0}}
	default:
		path.Segs = arc([]display.Seg{{Op: display.MoveTo, P: [3]unit.Point{angle(0).at(at, r)}}}, at, r, 0, circle)
	}
	for i, c := range corners {
		seg := display.Seg{Op: display.LineTo, P: [3]unit.Point{at.Add(unit.Point{X: c[0], Y: c[1]})}}
		if i == 0 {
			seg.Op = display.MoveTo
		}
		path.Segs = append(path.Segs, seg)
	}
	path.Segs = append(path.Segs, display.Seg{Op: display.ClosePath})
	d.shapes = append(d.shapes, path)
}
