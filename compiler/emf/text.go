package emf

import (
	"github.com/banxin-go/banxin/fonts/subset"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// boldStroke is as in the PDF: a thickened glyph is outlined with a pen of this part of its size.
const boldStroke = 32

// text draws a line of glyphs as one path.
func (w *writer) text(t *display.Text) error {
	if t.Dir != display.Across {
		return ErrItem
	}
	p := &display.Path{Fill: true, FillGray: t.Gray, StrokeGray: t.Gray, Ink: t.Ink}
	if t.FakeBold {
		p.Width = t.Size / boldStroke
	}
	for i := range t.Glyphs {
		g := &t.Glyphs[i]
		outline, err := t.Face.Outline(g.ID)
		if err != nil {
			return err
		}
		em := int64(t.Face.UnitsPerEm)
		origin := unit.Point{X: t.At.X + t.Pos[i] + t.Size.MulDiv(int64(g.DX), em), Y: t.At.Y - t.Size.MulDiv(int64(g.DY), em)}
		p.Segs = glyph(p.Segs, outline, func(at subset.Point) unit.Point {
			upright := unit.Point{X: origin.X + scaled(at.X, t.Size, em), Y: origin.Y - scaled(at.Y, t.Size, em)}
			return t.Tilt.Turn(upright, t.At)
		})
	}
	w.path(p)
	return nil
}

// scaled turns 1/65536 of a font unit into a length. An em is at most 16384 units: the product has room for type of any size.
func scaled(v int64, size unit.Length, em int64) unit.Length {
	return unit.Length(v*int64(size)/em) >> 16
}

// glyph appends an outline, each contour closed.
func glyph(segs []display.Seg, outline []subset.Step, place func(subset.Point) unit.Point) []display.Seg {
	for i, s := range outline {
		seg := display.Seg{Op: [...]display.SegOp{subset.Move: display.MoveTo, subset.Line: display.LineTo, subset.Curve: display.CurveTo}[s.Op]}
		if s.Op == subset.Move && i > 0 {
			segs = append(segs, display.Seg{Op: display.ClosePath})
		}
		for k := range s.P {
			seg.P[k] = place(s.P[k])
		}
		segs = append(segs, seg)
	}
	if len(outline) > 0 {
		segs = append(segs, display.Seg{Op: display.ClosePath})
	}
	return segs
}
