package emf

import (
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

func (w *writer) item(item display.Item) error {
	switch item := item.(type) {
	case *display.Path:
		w.path(item)
	case *display.Rule:
		w.path(&display.Path{Width: item.Width, StrokeGray: item.Gray, Ink: item.Ink, Segs: []display.Seg{
			{Op: display.MoveTo, P: [3]unit.Point{item.From}}, {Op: display.LineTo, P: [3]unit.Point{item.To}}}})
	case *display.Text:
		return w.text(item)
	default:
		return ErrItem
	}
	return nil
}

// path draws an outline: a filled one closes by itself.
func (w *writer) path(p *display.Path) {
	if len(p.Segs) == 0 || !p.Fill && p.Width <= 0 {
		return
	}
	paint := uint32(recStrokePath)
	if p.Fill {
		w.selectBrush(color(p.FillGray, p.Ink))
		paint = recFillPath
	}
	if p.Width > 0 {
		w.selectPen(pen{color(p.StrokeGray, p.Ink), max(1, logical(p.Width))})
		if p.Fill {
			paint = recStrokeAndFillPath
		}
	}
	w.record(recBeginPath)
	for i := range p.Segs {
		w.segment(&p.Segs[i])
	}
	w.record(recEndPath)
	width, height := w.device()
	w.record(paint, 0, 0, width-1, height-1) // may be anywhere in the picture
}

func (w *writer) segment(s *display.Seg) {
	switch s.Op {
	case display.MoveTo:
		w.record(recMoveTo, logical(s.P[0].X), logical(s.P[0].Y))
	case display.LineTo:
		w.points(recPolyLineTo, s.P[:1])
	case display.CurveTo:
		w.points(recPolyBezierTo, s.P[:])
	case display.ClosePath:
		w.record(recCloseFigure)
	}
}

// points goes on from where the path is; the box that the record begins with is not read inside a path.
func (w *writer) points(kind uint32, points []unit.Point) {
	values := [11]uint32{4: uint32(len(points))}
	for i, p := range points {
		values[5+2*i], values[6+2*i] = logical(p.X), logical(p.Y)
	}
	w.record(kind, values[:5+2*len(points)]...)
}

func (w *writer) selectBrush(color uint32) {
	handle, made := w.brushes[color]
	if !made {
		handle = w.handles
		w.handles++
		w.brushes[color] = handle
		w.record(recCreateBrush, handle, 0, color, 0) // solid
	}
	if w.brush != handle {
		w.record(recSelectObject, handle)
		w.brush = handle
	}
}

// The style of all lines: solid, geometric, flat ends. Joins are round, as in the PDF: the corners of a line chart would grow
// spikes (MS-EMF 2.1.25).
const flatRound = 0x00010000 | 0x00000200

func (w *writer) selectPen(p pen) {
	handle, made := w.pens[p]
	if !made {
		handle = w.handles
		w.handles++
		w.pens[p] = handle
		w.record(recExtCreatePen, handle, 0, 0, 0, 0, flatRound, p.width, 0, p.color, 0, 0) // no bitmap, a solid brush, no dashes
	}
	if w.pen != handle {
		w.record(recSelectObject, handle)
		w.pen = handle
	}
}

// logical gives a length in the units of the file; negative ones wrap, as two's complement is stored.
func logical(l unit.Length) uint32 { return uint32(int32(l.Round(logicalUnit))) }

// color gives a lightness in percent, or the red, as 0x00BBGGRR.
func color(light uint8, ink display.Ink) uint32 {
	if ink == display.Red {
		const red = uint32(doc.RedRGB)
		return red>>16 | red&0xFF00 | red&0xFF<<16
	}
	v := (255*uint32(min(light, 100)) + 50) / 100
	return v | v<<8 | v<<16
}
