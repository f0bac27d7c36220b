package layout

import (
	"github.com/banxin-go/banxin/fonts"
)

// A body is how a mark stands in its cell, in font units: the cell is the em, or half of it for · and /.
type body struct {
	cell   int32 // full width
	origin int32 // of the glyph, from the cell's left end
	cross  int32 // of the glyph across the line, upwards, or to the right in vertical text
	before int32 // blank at the cell's left end that may be given up
	after  int32 // and at its right end
	lead   int32 // what is left free of ink when the blanks are given up, at both ends
	trail  int32
}

// isMark says that the class has a blank part to give up (GB/T 15834-2011 5.1; CLREQ 3.1.6).
func isMark(c charClass) bool {
	switch c {
	case classOpen, classClose, classComma, classStop, classQuestion:
		return true
	}
	return false
}

type bodyKey struct {
	face     *fonts.Face
	glyph    uint16
	class    charClass
	tongue   tongue
	vertical bool
}

// A squeezer knows the bodies of marks, and remembers them.
type squeezer struct{ bodies map[bodyKey]body }

func (s *squeezer) body(k bodyKey) body {
	b, ok := s.bodies[k]
	if !ok {
		if s.bodies == nil {
			s.bodies = map[bodyKey]body{}
		}
		b = k.body()
		if lead, trail, inked := k.bearings(k.advance()); inked {
			b.lead, b.trail = b.origin+lead-b.before, b.cell-b.origin-k.advance()+trail-b.after
		}
		s.bodies[k] = b
	}
	return b
}

func (k *bodyKey) body() body {
	em := k.face.UnitsPerEm
	advance := k.advance()
	switch k.class {
	case classDot, classSolidus:
		return k.halfBody(advance)
	case classDash:
		lead, trail, _ := k.bearings(advance)
		return body{cell: em, before: lead, after: em - advance + trail}
	}
	if advance < em*3/4 { // a proportional quote: its cell is still an em (5.1.3)
		return k.narrow(advance)
	}
	if k.tongue == zhHant && (k.class == classComma || k.class == classStop || k.class == classQuestion) {
		if b, ok := k.centred(advance); ok {
			return b
		}
	}
	b := body{cell: em, origin: (em - advance) / 2}
	b.before, b.after = k.blanks(advance)
	return b
}

// centred puts the ink of 、。，；：？！ in the middle of the cell, as traditional Chinese has them (CLREQ 3.1.2), whatever the face: most
// draw them for the mainland. A mark of the baseline goes to the middle of the em box, 0.38 above the baseline, too.
func (k *bodyKey) centred(advance int32) (body, bool) {
	lead, trail, ok := k.bearings(advance)
	x0, y0, x1, y1, _ := k.face.Bounds(k.glyph)
	if !ok {
		return body{}, false
	}
	em := k.face.UnitsPerEm
	ink, middle := advance-lead-trail, em*38/100
	b := body{cell: em, origin: (em-ink)/2 - lead}
	b.before = spare((em-ink)/2, em/4)
	b.after = b.before
	switch {
	case k.vertical:
		b.cross = em/2 - (x0+x1)/2
	case y1 < middle:
		b.cross = middle - (y0+y1)/2
	}
	return b, true
}

// halfBody is · or /: half a character (GB/T 15834-2011 5.1.8, 5.1.9), but a whole one for · in traditional Chinese and Japanese,
// and for a fullwidth ／ whose ink would run into its neighbours.
func (k *bodyKey) halfBody(advance int32) body {
	em := k.face.UnitsPerEm
	if k.class == classDot && (k.tongue == zhHant || k.tongue == japanese) {
		return body{cell: em, origin: (em - advance) / 2, before: em / 4, after: em / 4}
	}
	cell := em / 2
	if lead, trail, ok := k.bearings(advance); ok && advance-lead-trail > cell {
		cell = max(cell, advance)
	}
	return body{cell: cell, origin: (cell - advance) / 2}
}

func (k *bodyKey) advance() int32 {
	if k.vertical {
		return k.face.VAdvance(k.glyph)
	}
	return k.face.Advance(k.glyph)
}

// narrow puts a glyph narrower than its cell at the side where its text is.
func (k *bodyKey) narrow(advance int32) body {
	em := k.face.UnitsPerEm
	rest := em - max(advance, em/2)
	if k.class == classOpen {
		return body{cell: em, origin: em - advance, before: rest}
	}
	return body{cell: em, after: rest}
}

// blanks measures the blank of a full-width mark: by the face's own half-width forms where it has them, else by what its ink
// leaves free.
func (k *bodyKey) blanks(advance int32) (before, after int32) {
	feature := "halt"
	if k.vertical {
		feature = "vhal"
	}
	half := k.face.UnitsPerEm / 2
	if a, ok := k.face.AdjustBy(k.glyph, feature); ok && a.Advance < 0 {
		before = -a.DX
		if k.vertical {
			before = a.DY
		}
		before = min(max(before, 0), half)
		return before, min(max(-a.Advance-before, 0), half)
	}
	lead, trail, ok := k.bearings(advance)
	before, after = k.usual(lead)
	if !ok {
		return before, after
	}
	return min(before, spare(lead, half)), min(after, spare(trail, half))
}

// usual is where faces have the blank of a mark whose ink begins at lead. Japanese faces have ：； and ？！ in the middle, 、。 at
// the left like Chinese ones (JIS X 4051 4.1.2).
func (k *bodyKey) usual(lead int32) (before, after int32) {
	half := k.face.UnitsPerEm / 2
	switch {
	case k.class == classOpen:
		return half, 0
	case k.class != classClose && k.tongue == japanese && lead > half*2/5:
		return half / 2, half / 2
	}
	return 0, half
}

// bearings gives the free space at both sides of a glyph's ink along the line.
func (k *bodyKey) bearings(advance int32) (lead, trail int32, ok bool) {
	x0, y0, x1, y1, ok := k.face.Bounds(k.glyph)
	if !ok {
		return 0, 0, false
	}
	if k.vertical {
		_, top := k.face.VOrigin(k.glyph)
		return top - y1, advance - (top - y0), true
	}
	return x0, advance - x1, true
}

// spare is how much of a bearing may go: half an em where the bearing has it, else what leaves the ink a little air.
func spare(bearing, half int32) int32 {
	if bearing >= half {
		return half
	}
	return max(0, bearing-half/12)
}
