package display

import "github.com/banxin-go/banxin/layout/unit"

// Path is an outline of lines and curves, filled, stroked or both; where both, the stroke is drawn last.
type Path struct {
	Segs       []Seg
	Fill       bool
	FillGray   uint8       // 0 black … 100 white
	Width      unit.Length // of the stroke; 0: none
	StrokeGray uint8
	Ink        Ink   // of both
	Node       *Node // nil: a layout artifact
}

// Seg is one step of a path.
type Seg struct {
	Op SegOp
	P  [3]unit.Point // Curve: two control points and the end; MoveTo and LineTo use the first
}

// SegOp is the kind of a step.
type SegOp uint8

// The steps.
const (
	MoveTo SegOp = iota
	LineTo
	CurveTo   // a cubic Bézier curve
	ClosePath // back to where the outline began
)

// End is the point that the step leads to; a ClosePath has none of its own.
func (s *Seg) End() unit.Point {
	if s.Op == CurveTo {
		return s.P[2]
	}
	return s.P[0]
}

func (*Path) item() {}

// Tilt is a turn anticlockwise, as the sine and cosine of its angle in 1/10000: no angle is ever a float. The zero value
// is upright, {7071, 7071} rises by 45°, {0, 10000} runs upwards.
type Tilt struct{ Cos, Sin int32 }

// Turn turns p about the centre.
func (t Tilt) Turn(p, centre unit.Point) unit.Point {
	if t == (Tilt{}) {
		return p
	}
	dx, dy, cos, sin := p.X-centre.X, p.Y-centre.Y, unit.Length(t.Cos), unit.Length(t.Sin)
	return unit.Point{X: centre.X + (dx*cos+dy*sin)/10000, Y: centre.Y + (dy*cos-dx*sin)/10000}
}
