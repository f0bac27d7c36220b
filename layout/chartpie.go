package layout

import (
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// Distances about a pie.
const (
	leaderOut  = 6 * unit.Pt  // from the rim, along the radius
	leaderSide = 14 * unit.Pt // from the rim to the text
	leastPie   = 8 * unit.MM  // its radius
)

// A slice is one part of a pie.
type slice struct {
	from, to angle
	label    *textBlock
}

// middle is the angle that the slice's text stands at.
func (s *slice) middle() angle { return (s.from + s.to) / 2 }

func (s *slice) right() bool { return s.middle() <= circle/2 }

// pie draws the parts clockwise from twelve o'clock, and beside each its name, value and share: no legend to look up.
func (d *chartDrawing) pie() {
	d.drawUnit()
	radius := min(d.rest.H/2-d.label.Leading, d.rest.W/4)
	if radius < leastPie {
		d.noRoom()
		return
	}
	centre := unit.Point{X: d.rest.X + d.rest.W/2, Y: d.rest.Y + d.rest.H/2}
	parts := d.parts(d.rest.W/2 - radius - leaderSide - 2*unit.Pt)
	for i := range parts {
		d.wedge(&parts[i], centre, radius, doc.SliceShade(i, len(parts)))
	}
	var right, left []*slice // from top to bottom
	for i := range parts {
		if s := &parts[i]; s.right() {
			right = append(right, s)
		} else {
			left = append([]*slice{s}, left...)
		}
	}
	d.pieLabels(right, centre, radius)
	d.pieLabels(left, centre, radius)
}

// parts cuts the circle, and sets the texts in lines of the measure.
func (d *chartDrawing) parts(measure unit.Length) []slice {
	c := d.chart
	total := int64(0)
	for _, v := range c.Series[0].Values {
		total += v
	}
	parts := make([]slice, len(c.Categories))
	sum := int64(0)
	for i, v := range c.Series[0].Values {
		s := &parts[i]
		s.from = angle(scaled(unit.Length(circle), sum, total))
		sum += v
		s.to = angle(scaled(unit.Length(circle), sum, total))
		text := c.Categories[i] + " " + c.Format(v) + "（" + doc.Percent(v, total) + "）"
		if s.label = d.set(text, d.label, measure, doc.AlignLeft); s.label.width() > measure {
			d.noRoom()
		}
	}
	return parts
}

func (d *chartDrawing) wedge(s *slice, centre unit.Point, radius unit.Length, gray uint8) {
	if s.from == s.to {
		return
	}
	rim := s.from.at(centre, radius)
	var segs []display.Seg
	if s.to-s.from == circle { // the whole has no radius drawn in it
		segs = []display.Seg{{Op: display.MoveTo, P: [3]unit.Point{rim}}}
	} else {
		segs = []display.Seg{{Op: display.MoveTo, P: [3]unit.Point{centre}}, {Op: display.LineTo, P: [3]unit.Point{rim}}}
	}
	segs = append(arc(segs, centre, radius, s.from, s.to), display.Seg{Op: display.ClosePath})
	d.shapes = append(d.shapes, &display.Path{Segs: segs, Fill: true, FillGray: gray, Width: outline})
}

// pieLabels puts the texts of one side beside their slices: down the side, none on another.
func (d *chartDrawing) pieLabels(side []*slice, centre unit.Point, radius unit.Length) {
	tops := make([]unit.Length, len(side))
	bottom := d.rest.Y
	for i, s := range side {
		tops[i] = max(s.middle().at(centre, radius+leaderOut).Y-s.label.height()/2, bottom)
		bottom = tops[i] + s.label.height()
	}
	limit := d.rest.Bottom()
	for i := len(side) - 1; i >= 0; i-- { // what has been pushed out at the foot comes back
		tops[i] = min(tops[i], limit-side[i].label.height())
		limit = tops[i]
	}
	if limit < d.rest.Y {
		d.noRoom()
		return
	}
	for i, s := range side {
		x := centre.X + radius + leaderSide
		end := unit.Point{X: x - 2*unit.Pt, Y: tops[i] + s.label.height()/2}
		if !s.right() {
			x = centre.X - radius - leaderSide - s.label.width()
			end.X = centre.X - radius - leaderSide + 2*unit.Pt
		}
		d.leader(s.middle(), centre, radius, end)
		d.put(s.label, x, tops[i])
	}
}

// leader draws the line from a slice to its text.
func (d *chartDrawing) leader(at angle, centre unit.Point, radius unit.Length, end unit.Point) {
	d.shapes = append(d.shapes, &display.Path{
		Segs: []display.Seg{
			{Op: display.MoveTo, P: [3]unit.Point{at.at(centre, radius)}},
			{Op: display.LineTo, P: [3]unit.Point{at.at(centre, radius+leaderOut)}},
			{Op: display.LineTo, P: [3]unit.Point{end}},
		},
		Width: hairline, StrokeGray: 30,
	})
}
