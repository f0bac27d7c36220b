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
	if d.chart.Unit != "" {
		d.takeTop(d.label.Leading / 2) // the topmost text may stand right below
	}
	radius := min(d.rest.H/2-d.label.Leading*3/2, d.rest.W/4) // texts of thin slices at the top and foot want some room
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
	sum, shares := int64(0), doc.Shares(c.Series[0].Values)
	for i, v := range c.Series[0].Values {
		s := &parts[i]
		s.from = angle(scaled(unit.Length(circle), sum, total))
		sum += v
		s.to = angle(scaled(unit.Length(circle), sum, total))
		text := c.Categories[i] + " " + c.Format(v) + "（" + shares[i] + "）"
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
	tops, bottom := d.pieTops(side, centre, radius)
	if bottom > d.rest.Bottom() {
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
		d.leader(s, centre, radius, end)
		d.put(s.label, x, tops[i])
	}
}

// pieTops gives the upper edges of the texts of one side and the lower edge of the last. Texts that would stand on each other make
// way for each other up and down alike: of a run of them the middle stands where all of them want it (regression with order,
// by pooling neighbours).
func (d *chartDrawing) pieTops(side []*slice, centre unit.Point, radius unit.Length) (tops []unit.Length, bottom unit.Length) {
	type pool struct {
		sum unit.Length // of what its texts want, less what stands above them
		n   unit.Length
	}
	var pools []pool
	used := unit.Length(0)
	for _, s := range side {
		h := s.label.height()
		pools = append(pools, pool{s.middle().at(centre, radius+leaderOut).Y - h/2 - used, 1})
		for used += h; len(pools) > 1; pools = pools[:len(pools)-1] {
			a, b := &pools[len(pools)-2], pools[len(pools)-1]
			if a.sum/a.n <= b.sum/b.n {
				break
			}
			a.sum, a.n = a.sum+b.sum, a.n+b.n
		}
	}
	bottom = d.rest.Y
	for _, p := range pools {
		for range p.n {
			h := side[len(tops)].label.height()
			most := d.rest.Bottom() - used // so that those below it have room
			tops = append(tops, max(d.rest.Y, min(p.sum/p.n, most))+bottom-d.rest.Y)
			bottom += h
		}
	}
	if len(tops) > 0 {
		bottom = tops[len(tops)-1] + side[len(side)-1].label.height()
	}
	return tops, bottom
}

// wayOut finds where the line from a slice to a text at a height turns: straight out from the middle of the slice where that
// is level with the text, else from where on its rim, as near to the middle as can be, a way out of a fitting length is.
func (s *slice) wayOut(y unit.Length, centre unit.Point, radius unit.Length) (at angle, out unit.Point) {
	const steps = 32
	middle := s.middle().at(centre, radius+leaderOut)
	if off := middle.Y - y; off < unit.Pt/2 && off > -unit.Pt/2 {
		return s.middle(), unit.Point{X: middle.X, Y: y}
	}
	for i := angle(0); i < steps/2; i++ {
		for _, a := range [...]angle{s.middle() - (s.to-s.from)*i/steps, s.middle() + (s.to-s.from)*i/steps} {
			rim := a.at(centre, radius)
			least, most := a.at(centre, radius+leaderOut/3), a.at(centre, radius+3*leaderOut)
			if rise := most.Y - rim.Y; rise != 0 && y >= min(least.Y, most.Y) && y <= max(least.Y, most.Y) {
				return a, unit.Point{X: rim.X + (most.X-rim.X).MulDiv(int64(y-rim.Y), int64(rise)), Y: y}
			}
		}
	}
	return s.middle(), middle
}

// leader draws the line from a slice to its text.
func (d *chartDrawing) leader(s *slice, centre unit.Point, radius unit.Length, end unit.Point) {
	at, out := s.wayOut(end.Y, centre, radius)
	d.shapes = append(d.shapes, &display.Path{
		Segs: []display.Seg{
			{Op: display.MoveTo, P: [3]unit.Point{at.at(centre, radius)}},
			{Op: display.LineTo, P: [3]unit.Point{out}},
			{Op: display.LineTo, P: [3]unit.Point{end}},
		},
		Width: hairline, StrokeGray: 30,
	})
}
