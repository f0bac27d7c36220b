package fonts

import "golang.org/x/text/unicode/norm"

// Canonical combining classes of marks that stand on the middle of their base (Unicode 4.3).
const (
	markBelow = 220
	markAbove = 230
)

// placeMarks puts marks over or under the ink of their bases where the face's own rules have left them at the pen: many faces place
// few marks or none, and HarfBuzz places none in a face that has any rule of position. glyphs are those of text's bytes.
func placeMarks(face *Face, glyphs []Glyph, text string) {
	for len(glyphs) > 0 {
		n := 1
		for n < len(glyphs) && glyphs[n].Start == glyphs[0].Start {
			n++
		}
		if n > 1 {
			placeCluster(face, glyphs[:n], text[glyphs[0].Start:glyphs[0].End])
		}
		glyphs = glyphs[n:]
	}
}

func placeCluster(face *Face, glyphs []Glyph, text string) {
	x0, bottom, x1, top, ok := face.Bounds(glyphs[0].ID)
	if !ok {
		return
	}
	pen, air := glyphs[0].Advance, face.UnitsPerEm/16
	var moved Glyph // by how much the mark before was
	for i := range glyphs[1:] {
		g := &glyphs[1+i]
		class := face.markClass(g.ID, text)
		left, low, right, high, inked := face.Bounds(g.ID)
		if !inked || class != markBelow && class != markAbove {
			pen += g.Advance
			continue
		}
		if g.Advance == 0 && g.DX == 0 && g.DY == 0 {
			moved = Glyph{DX: (x0+x1)/2 - (left+right)/2 - pen}
			switch {
			case class == markAbove && (low < top+air || low > top+3*air):
				moved.DY = top + air - low
			case class == markBelow && high > bottom-air:
				moved.DY = bottom - air - high
			}
		} // else the face has put it on the mark before, and it goes along
		g.DX, g.DY = g.DX+moved.DX, g.DY+moved.DY
		top, bottom = max(top, high+g.DY), min(bottom, low+g.DY) // the next one stacks
		pen += g.Advance
	}
}

// markClass gives the combining class of the mark in text that a glyph draws, 0 where it draws none.
func (f *Face) markClass(gid uint16, text string) uint8 {
	for _, r := range text {
		if own, ok := f.Glyph(r); ok && own == gid {
			return norm.NFC.PropertiesString(string(r)).CCC()
		}
	}
	return 0
}

// A base is what marks of another face stand on: its ink, with those of the marks before, from the pen behind it, in parts of its em.
type base struct {
	em                  int32
	middle, bottom, top int32
	inked               bool
}

func baseOf(face *Face, g *Glyph) base {
	x0, bottom, x1, top, ok := face.Bounds(g.ID)
	return base{em: face.UnitsPerEm, middle: (x0+x1)/2 - g.Advance, bottom: bottom, top: top, inked: ok}
}

// place puts a mark over or under the middle of the base, and clear of it.
func (b *base) place(face *Face, g *Glyph, class uint8) {
	left, low, right, high, inked := face.Bounds(g.ID)
	if !b.inked || !inked || class != markBelow && class != markAbove {
		return
	}
	em, air := face.UnitsPerEm, face.UnitsPerEm/16
	g.Advance, g.DX = 0, rescale(b.middle, b.em, em)-(left+right)/2
	if class == markAbove {
		g.DY = rescale(b.top, b.em, em) + air - low
		b.top = rescale(high+g.DY, em, b.em)
		return
	}
	g.DY = rescale(b.bottom, b.em, em) - air - high
	b.bottom = rescale(low+g.DY, em, b.em)
}

func rescale(v, from, to int32) int32 { return int32(int64(v) * int64(to) / int64(from)) }
