package pdf

import (
	"math"
	"unicode"
	"unicode/utf8"

	"github.com/banxin-go/banxin/layout/display"
)

// A squeezed mark is drawn by a glyph whose cell is a whole em, half of it blank, and the next glyph stands in the blank: the
// pen steps back. Programs that copy text take such a step for the beginning of another line, and a gap for a space. Poppler
// does where a glyph begins more than a fifth of an em before the end of the one before it, or more than a tenth behind it
// (minDupBreakOverlap and minWordBreakSpace of its TextOutputDev.cc), and PDF.js by the same numbers. So a mark that is
// squeezed is shown by a glyph of its own that has the same outline and a narrower cell. Cells are cut by quarters of an em, for
// few glyphs to do: what overlaps then is less than three sixteenths of an em, and what gapes at most one. Marks that stand in
// the middle of their cells, as in traditional Chinese, are drawn by glyphs that do not: their cells grow at one end by the same
// quarters. Combining marks, which step back onto their letters, have cells of an eighth at the end of these.

// trim is what is cut from a cell, in eighths of an em, so that what is left is whole thousandths of an em in nearly all faces and no
// rounding moves the ink.
type trim struct{ left, right int }

// quarter of an em, as trims count.
const quarter = 2

type trimmedGlyph struct {
	glyphText
	trim
}

// units gives eighths of an em in font units.
func (f *font) units(eighths int) int32 { return int32(eighths) * f.face.UnitsPerEm / 8 }

// room is how many quarters of an em a glyph leaves blank beside its ink, to the nearest one, and how many may go in all, for it
// keeps one.
type room struct{ left, right, most int8 }

func (f *font) room(gid uint16) room {
	r, ok := f.rooms[gid]
	if ok {
		return r
	}
	em, advance := f.face.UnitsPerEm, f.face.Advance(gid)
	quarters := func(n int32) int8 { return int8(min(max(0, n*4/em), 4)) }
	if x0, _, x1, _, inked := f.face.Bounds(gid); inked {
		r = room{quarters(x0 + em/8), quarters(advance - x1 + em/8), quarters(advance - em/4)}
	}
	if f.rooms == nil {
		f.rooms = map[uint16]room{}
	}
	f.rooms[gid] = r
	return r
}

// isMark tells whether glyph i stands for a mark of punctuation, and alone for it.
func isMark(t *display.Text, i int) bool {
	g := &t.Glyphs[i]
	same := func(k int) bool { return k >= 0 && k < len(t.Glyphs) && t.Glyphs[k].Start == g.Start }
	r, size := utf8.DecodeRuneInString(t.String[g.Start:g.End])
	return size == int(g.End-g.Start) && unicode.IsPunct(r) && !same(i-1) && !same(i+1)
}

// place is where glyph i stands.
func (s *shower) place(i int) int64 {
	return int64(s.t.Pos[i])*1000*s.em/int64(s.t.Size) + int64(s.t.Glyphs[i].DX)*1000
}

// cut says what glyph i, which is at s.next and stands for text, loses for its cell not to lie over its neighbours', and notes
// where the next one is and what that loses in front.
func (s *shower) cut(i int, text string) trim {
	at, c := s.next, trim{left: s.lead}
	s.lead = 0
	advance := s.f.face.Advance(s.t.Glyphs[i].ID)
	end, inside := at+int64(advance)*1000, i+1 < len(s.t.Glyphs)
	if inside {
		s.next = s.place(i + 1)
	}
	switch back := s.pen - at; { // from where the cell before ends
	case i > 0 && (back > 63*s.em || back < -63*s.em) && combines(text):
		if left := int(roundDiv(back, 125*s.em)); -8 <= left && left <= 8 { // a mark further away is not on its letter
			c = trim{left - 1, int(advance*8/s.f.face.UnitsPerEm) - left}
		}
	case inside:
		c.right, s.lead = s.share(end-s.next, i, c.left, s.t, i+1)
	default:
		c.right, s.c.lead = s.last(end, i, c.left)
	}
	if left := advance - s.f.units(c.left) - s.f.units(c.right); left < 0 || left > math.MaxUint16 { // more than hmtx can say
		return trim{}
	}
	return c
}

// last is share for the last glyph of a text, whose cell ends at end, and the first one of the next.
func (s *shower) last(end int64, i, left int) (right, lead int) {
	next := nextText(s.c.behind)
	if !s.meets(next) {
		return 0, 0
	}
	away := next.At.X + next.Pos[0] - s.t.At.X
	if away > s.t.Pos[i]+2*s.t.Size {
		return 0, 0
	}
	x := int64(away) + int64(next.Size)*int64(next.Glyphs[0].DX)/int64(next.Face.UnitsPerEm)
	over := end - x*1000*s.em/int64(s.t.Size)
	if over > 1000*s.em || over < 0 && next.Node != s.t.Node { // it only stands beside, in another cell of a table
		return 0, 0
	}
	return s.share(over, i, left, next, 0)
}

func combines(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.Is(unicode.Mn, r)
}

// meets tells whether the next text stands on the same line.
func (s *shower) meets(next *display.Text) bool {
	t := s.t
	if next == nil || t.Dir != display.Across || next.Dir != display.Across || t.Tilt != next.Tilt || t.Tilt != (display.Tilt{}) {
		return false
	}
	apart := next.At.Y - t.At.Y
	return -t.Size/2 < apart && apart < t.Size/2
}

// share divides what two cells have in common: first the one in front loses its blank, then the other. What is between them is
// given to the one in front, or the other. Only marks take part.
func (s *shower) share(over int64, i, left int, next *display.Text, k int) (right, lead int) {
	sixteenth := s.em * 1000 / 16
	if over >= -sixteenth && over < 3*sixteenth || over < -8*sixteenth {
		return 0, 0
	}
	n := int(floorDiv(over+sixteenth, 4*sixteenth)) // quarters, of which a sixteenth too much is the most that may gape
	here, there := isMark(s.t, i), isMark(next, k)
	sized := func(n int) int { return n * int(s.t.Size) / int(next.Size) }
	switch {
	case n < 0 && here:
		right = n
	case n < 0 && there:
		lead = sized(n)
	case n > 0 && here:
		r := s.f.room(s.t.Glyphs[i].ID)
		right = max(0, min(n, int(r.right), int(r.most)-left/quarter))
	}
	if there && n > 0 && n > right {
		r := s.c.w.font(next.Face).room(next.Glyphs[k].ID)
		lead = min(sized(n-right), int(r.left), int(r.most))
	}
	return right * quarter, lead * quarter
}

func floorDiv(n, d int64) int64 {
	q := n / d
	if n%d < 0 {
		q--
	}
	return q
}

// nextText finds the first item that shows text.
func nextText(items []display.Item) *display.Text {
	for _, item := range items {
		if t, ok := item.(*display.Text); ok && len(t.Glyphs) > 0 {
			return t
		}
	}
	return nil
}
