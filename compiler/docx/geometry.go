package docx

import (
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// charUnit is the unit of w:charSpace: 1/4096 pt (ISO/IEC 29500-1 17.6.5).
const charUnit = 4096

// A charGrid is the character grid of a sheet as w:docGrid says it.
type charGrid struct {
	linePitch int64 // twips
	charSpace int64 // what a character's advance differs from its size, in 1/4096 pt; negative: closer
	on        bool
}

// newCharGrid finds the pitches that put Grid.Chars characters of the Normal style on a line and Grid.Lines lines on a page.
// Both are rounded down: Word counts how often a pitch goes into the type area, which it knows in whole twips.
func newCharGrid(s *doc.Sheet) charGrid {
	if s.Grid.Chars <= 0 || s.Grid.Lines <= 0 {
		return charGrid{}
	}
	box := newPageBox(&s.Page)
	g := charGrid{on: true, linePitch: box.areaH / int64(s.Grid.Lines)}
	if normal := s.Style("Normal"); normal != nil {
		size := normal.Size.Twips()
		// (area / chars - size) twips, × 4096 / 20 for 1/4096 pt, in one division
		g.charSpace = floorDiv((box.areaW-size*int64(s.Grid.Chars))*charUnit, 20*int64(s.Grid.Chars))
	}
	return g
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

// chars gives a length in characters of the style in twips. On the grid a character is as wide as the grid makes it, so that
// an indent of two leaves room for 26 more, not 25.
func (g charGrid) chars(c doc.Chars, s *doc.Style) int64 {
	em := int64(s.Size) * charUnit / int64(unit.Twip) // in 1/4096 twips
	if s.OnGrid && g.on {
		em += 20 * g.charSpace
	}
	return int64(c) * em / 100 / charUnit
}

// A pageBox is a page in whole twips. The type area is rounded down and the right and bottom margins take the rest.
type pageBox struct {
	w, h, top, right, bottom, left, areaW, areaH int64
}

func newPageBox(p *doc.Page) pageBox {
	area := p.TypeArea()
	b := pageBox{
		w: p.Size.W.Twips(), h: p.Size.H.Twips(), top: p.Top.Twips(), left: p.Left.Twips(),
		areaW: int64(area.W / unit.Twip), areaH: int64(area.H / unit.Twip),
	}
	b.right, b.bottom = b.w-b.left-b.areaW, b.h-b.top-b.areaH
	return b
}

// halfPoints is a type size as w:sz has it.
func halfPoints(l unit.Length) int64 { return l.Round(unit.Pt / 2) }

// eighths is the width of a rule as w:sz has it: eighths of a point, at least a quarter of one (17.18.2).
func eighths(l unit.Length) int64 { return min(max(2, (8*l).Round(unit.Pt)), 96) }
