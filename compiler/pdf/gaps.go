package pdf

import (
	"unicode"
	"unicode/utf8"

	"github.com/banxin-go/banxin/layout/display"
)

// Between Han and Latin stands a gap of an eighth to a third of an em, seldom more, that is no character (CLREQ 3.2.3), and in loose lines
// there are gaps between all of them. Programs that copy text take a gap for a space. So a glyph beside it is shown by a copy whose cell is
// wider by quarters of an em: a mark, else the letter or figure, of which there are few different ones. A space that is typed is one to
// all programs only where there is room for it, and not so much that columns seem to part, for some look at nothing else: the cell before
// it is cut, or grows.

// In thousandths of an em.
const (
	noSpace     = 90   // nobody takes it for a space: poppler's limit is 100 (minWordBreakSpace), that of PDF.js 102, of MuPDF 150
	noWord      = 25   // the same where size or height change: poppler begins a word there, and parts words by 30 (maxCharSpacing)
	widestGap   = 1000 // what stands further apart is meant to be apart
	anySpace    = 210  // all take it for a space: poppler -raw by 150 (minWordSpacing), later versions by 200 (minDupBreakOverlap)
	loneSpace   = 410  // between characters that stand alone, whose spaces poppler takes for tracking up to 400 (maxWideCharSpacing)
	wideSpace   = 650  // behind one of 700 poppler sees another column (minColSpacing1)
	widestSpace = 2250 // two ideographic spaces; more part columns
	widestLabel = 4000 // what labels of lists stand before their items by
)

// fill gives a gap without a character to one of the cells at its ends, so that less is left than looks like a space.
func (s *shower) fill(gap int64, i int, next *display.Text, k int) (right, lead int) {
	if gap <= noWord*s.em || gap > widestGap*s.em || isSpace(s.t, i) {
		return 0, 0
	}
	n := int(floorDiv(noSpace*s.em-gap, 250*s.em)) * quarter
	if s.steps(i, next, k) {
		n = int(floorDiv(noWord*s.em-gap, 125*s.em))
	}
	n = min(n, 0)
	if next.Size == s.t.Size && !isMark(s.t, i) && (isMark(next, k) || isHan(s.t, i) && !isHan(next, k) || s.onLetter) {
		return 0, n
	}
	return n, 0
}

// steps tells whether glyph k of the next text is of another size or height than glyph i.
func (s *shower) steps(i int, next *display.Text, k int) bool {
	level := next.At.Y == s.t.At.Y
	if s.t.Dir == display.Rotated {
		level = next.At.X == s.t.At.X
	}
	return !level || next.Size != s.t.Size || next.Glyphs[k].DY-lifted(next, k) != s.t.Glyphs[i].DY-lifted(s.t, i)
}

// spaced is what glyph i loses behind, so that the room for the space typed there looks like one.
func (s *shower) spaced(i, left int) (right int) {
	if isSpace(s.t, i) {
		return 0
	}
	c := cursor{s.t, i, s.c.behind}
	for c.step(); c.t != nil && isSpace(c.t, c.i); {
		c.step()
	}
	if c.t == nil {
		return 0
	}
	advance := int64(s.f.face.Advance(s.t.Glyphs[i].ID))
	gap := int64(s.away(c.t, c.i))*1000*s.em/int64(s.t.Size) - s.cellEnd
	least := int64(anySpace)
	if s.begins(i) && c.ends() {
		least = loneSpace
	}
	em := s.em // of the larger size: behind a note's mark, what is an em of the text
	if c.t.Size > s.t.Size {
		em = em * int64(c.t.Size) / int64(s.t.Size)
	}
	switch {
	case gap < least*em:
		eighths := -floorDiv(gap-least*em, 125*s.em)
		return max(0, min(int(eighths), int(advance*8/s.em)-left-1))
	case gap > wideSpace*em && gap <= widestSpace*em:
		return int(floorDiv(wideSpace*em-gap, 125*s.em))
	}
	return 0
}

// behindSpace is what a squeezed mark loses in front, so far from the word before its space, where spaced has not made room enough.
func (s *shower) behindSpace(gap int64, next *display.Text, k int) (lead int) {
	lack := anySpace*s.em - gap
	if lack <= 0 || !isMark(next, k) {
		return 0
	}
	r := s.c.w.font(next.Face).room(next.Glyphs[k].ID)
	eighths := -floorDiv(-lack*int64(s.t.Size)/int64(next.Size), 125*s.em)
	return min(int(eighths), int(r.left)*quarter, int(r.most)*quarter)
}

// reach is what the cell of a list's label grows by, so that its item is not read as another column.
func (s *shower) reach(gap int64) (right int) {
	if gap <= wideSpace*s.em || gap > widestLabel*s.em {
		return 0
	}
	return int(floorDiv(wideSpace*s.em-gap, 125*s.em))
}

// begins tells whether glyph i begins a word.
func (s *shower) begins(i int) bool {
	if i == 0 {
		return !s.within
	}
	return isSpace(s.t, i-1)
}

// cursor is at glyph i of t, and goes from there through the texts of a line; t is nil at its end.
type cursor struct {
	t      *display.Text
	i      int
	behind []display.Item
}

func (c *cursor) step() {
	for c.i++; c.t != nil && c.i == len(c.t.Glyphs); c.i = 0 {
		if !c.t.GoesOn {
			c.t = nil
			return
		}
		c.t, c.behind = nextText(c.behind)
	}
}

// ends tells whether a word ends where c is.
func (c cursor) ends() bool {
	c.step()
	return c.t == nil || isSpace(c.t, c.i)
}

// runeOf is the first character that glyph i stands for.
func runeOf(t *display.Text, i int) rune {
	g := &t.Glyphs[i]
	r, _ := utf8.DecodeRuneInString(t.String[g.Start:g.End])
	return r
}

// isSpace tells a space of whatever width.
func isSpace(t *display.Text, i int) bool {
	r := runeOf(t, i)
	return r <= '\u3000' && unicode.IsSpace(r)
}

func isHan(t *display.Text, i int) bool { return unicode.Is(unicode.Han, runeOf(t, i)) }
