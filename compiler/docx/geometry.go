package docx

import (
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// charUnit is the unit of w:charSpace: 1/4096 pt (ISO/IEC 29500-1 17.6.5).
const charUnit = 4096

// A charGrid is the character grid of a page. w:docGrid states it, and it is what Word shows in its page setup; the characters
// themselves are spaced by their styles, with w:spacing. LibreOffice would give a 16 pt character two cells of 15.8 pt, so
// that 14 stood on a line, where Word only moves characters together: no style may lean on the grid.
type charGrid struct {
	linePitch int64 // twips
	charSpace int64 // what a character's advance differs from its size, in 1/4096 pt; negative: closer
	on        bool
}

// gridOf finds the pitches that put Grid.Chars characters of the Normal style on a line and Grid.Lines lines on a page of the sheet,
// and on pages of another shape as many as they hold with nothing left: LibreOffice cuts the type area down to whole lines and
// characters and sets it in the middle, so that text of landscape pages would stand 4 pt lower than it should. All are rounded
// down: a line must hold the last character too.
func (p *writer) gridOf(page *doc.Page) charGrid {
	normal := p.sheet.Style("Normal")
	pitch, lines := p.sheet.Pitch(page)
	if lines == 0 || normal == nil {
		return charGrid{}
	}
	em, n := normal.Size.Twips(), int64(p.sheet.Grid.Chars)
	own, width := newPageBox(&p.sheet.Page).areaW, newPageBox(page).areaW
	if width != own {
		n = max(1, width*n/own)
	}
	return charGrid{on: true, linePitch: pitch.Twips(), charSpace: floorDiv((width-em*n)*charUnit, 20*n)}
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
func (p *writer) chars(c doc.Chars, s *doc.Style) int64 {
	return int64(c) * (s.Size.Twips() + p.tracking(s)) / 100
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
