package pdf

import (
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// path writes an outline and paints it (ISO 32000-1 8.5). Joins are round: the corners of a line chart would grow spikes.
func (c *content) path(p *display.Path) {
	if len(p.Segs) == 0 || !p.Fill && p.Width <= 0 {
		return
	}
	c.leaveText()
	if p.Fill {
		c.setFill(paint{p.Ink, p.FillGray})
	}
	if p.Width > 0 {
		c.setStroke(paint{p.Ink, p.StrokeGray}, p.Width)
		c.roundJoins()
	}
	for i := range p.Segs {
		c.segment(&p.Segs[i])
	}
	switch {
	case p.Fill && p.Width > 0:
		c.op("B")
	case p.Fill:
		c.op("f")
	default:
		c.op("S")
	}
}

func (c *content) segment(s *display.Seg) {
	switch s.Op {
	case display.MoveTo:
		c.point(s.P[0])
		c.op("m")
	case display.LineTo:
		c.point(s.P[0])
		c.op("l")
	case display.CurveTo:
		for _, p := range s.P {
			c.point(p)
		}
		c.op("c")
	case display.ClosePath:
		c.op("h")
	}
}

// pathBounds takes the control points too: a curve stays within them (the convex hull of a Bézier curve).
func pathBounds(p *display.Path) unit.Rect {
	var box unit.Rect
	first := true
	for i := range p.Segs {
		s := &p.Segs[i]
		n := 1
		switch s.Op {
		case display.ClosePath:
			n = 0
		case display.CurveTo:
			n = 3
		}
		for _, at := range s.P[:n] {
			if first {
				box.Point, first = at, false
			}
			box = around(box, at)
		}
	}
	half := p.Width / 2
	return unit.Rect{Point: unit.Point{X: box.X - half, Y: box.Y - half}, Size: unit.Size{W: box.W + 2*half, H: box.H + 2*half}}
}

// around is the smallest box that holds a box and a point.
func around(box unit.Rect, p unit.Point) unit.Rect {
	right, bottom := max(box.Right(), p.X), max(box.Bottom(), p.Y)
	box.X, box.Y = min(box.X, p.X), min(box.Y, p.Y)
	box.W, box.H = right-box.X, bottom-box.Y
	return box
}

// tilted begins a text line at p, turned anticlockwise.
func (c *content) tilted(p unit.Point, t display.Tilt) {
	x, y := p.X.TenThousandths(), c.flip(p.Y).TenThousandths()
	c.decimal(int64(t.Cos))
	c.decimal(int64(t.Sin))
	c.decimal(int64(-t.Sin))
	c.decimal(int64(t.Cos))
	c.decimal(x)
	c.decimal(y)
	c.op("Tm")
	c.rotated, c.lineX, c.lineY = true, x, y
}

// tiltedBounds is the box around an upright box that is turned about p.
func tiltedBounds(upright unit.Rect, p unit.Point, t display.Tilt) unit.Rect {
	corner := t.Turn(upright.Point, p)
	box := unit.Rect{Point: corner}
	for _, at := range [...]unit.Point{{X: upright.Right(), Y: upright.Y}, {X: upright.X, Y: upright.Bottom()}, {X: upright.Right(), Y: upright.Bottom()}} {
		box = around(box, t.Turn(at, p))
	}
	return box
}

// multiplyName is the graphics state that blends a seal with what it is pressed on.
const multiplyName = "Multiply"

// multiply makes what is drawn next darken what is below, as ink does (ISO 32000-1 11.3.5.2; one of the modes that
// ISO 19005-2 6.2.10 allows). The page has no transparency group of its own: its colours stay those of the device, so that
// black text below a seal stays one ink in print.
func (c *content) multiply() {
	c.w.multiplies = true
	c.name(multiplyName)
	c.op("gs")
}

func multiplyState(d dict) {
	d.key("ExtGState").dict(func(d dict) {
		d.key(multiplyName).dict(func(d dict) {
			d.key("Type").name("ExtGState")
			d.key("BM").name("Multiply")
		})
	})
}
