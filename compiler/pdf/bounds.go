package pdf

import (
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// boxOf is the smallest box around the items.
func boxOf(items []display.Item) unit.Rect {
	var box unit.Rect
	first := true
	for _, item := range items {
		if silent(item) {
			continue
		}
		b := bounds(item)
		if first {
			box, first = b, false
			continue
		}
		right, bottom := max(box.Right(), b.Right()), max(box.Bottom(), b.Bottom())
		box.X, box.Y = min(box.X, b.X), min(box.Y, b.Y)
		box.W, box.H = right-box.X, bottom-box.Y
	}
	return box
}

func bounds(item display.Item) unit.Rect {
	switch it := item.(type) {
	case *display.Text:
		return textBounds(it)
	case *display.Rule:
		x, y := min(it.From.X, it.To.X), min(it.From.Y, it.To.Y)
		return unit.Rect{Point: unit.Point{X: x - it.Width/2, Y: y - it.Width/2},
			Size: unit.Size{W: max(it.From.X, it.To.X) - x + it.Width, H: max(it.From.Y, it.To.Y) - y + it.Width}}
	case *display.Fill:
		return it.Box
	case *display.Path:
		return pathBounds(it)
	case *display.Image:
		return it.Box
	}
	return unit.Rect{}
}

// textBounds takes the face's ascent and descent across the line, and origins and advances along it.
func textBounds(t *display.Text) unit.Rect {
	em := int64(t.Face.UnitsPerEm)
	up := t.Size.MulDiv(int64(t.Face.Ascent), em)
	height := up - t.Size.MulDiv(int64(t.Face.Descent), em)
	last := len(t.Glyphs) - 1
	length := t.Pos[last] + t.Size.MulDiv(int64(t.Face.Advance(t.Glyphs[last].ID)), em)
	switch t.Dir {
	case display.Down:
		return unit.Rect{Point: unit.Point{X: t.At.X, Y: t.At.Y - up}, Size: unit.Size{W: t.Size, H: t.Pos[last] + height}}
	case display.Rotated: // what was up points right
		return unit.Rect{Point: unit.Point{X: t.At.X + up - height, Y: t.At.Y}, Size: unit.Size{W: height, H: length}}
	}
	return tiltedBounds(unit.Rect{Point: unit.Point{X: t.At.X, Y: t.At.Y - up}, Size: unit.Size{W: length, H: height}}, t.At, t.Tilt)
}
