package pdf

import (
	"math"
	"unicode"
	"unicode/utf8"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// A squeezed mark is drawn by a glyph whose cell is a whole em, half of it blank, and the next glyph stands in the blank: the
// pen steps back. Programs that copy text take such a step for the beginning of another line, and a gap for a space. Poppler
// does where a glyph begins more than a fifth of an em before the end of the one before it, or more than a tenth behind it
// (minDupBreakOverlap and minWordBreakSpace of its TextOutputDev.cc), and PDF.js by the same numbers. So a mark that is
// squeezed is shown by a glyph of its own that has the same outline and a narrower cell. Cells are cut by quarters of an em, for
// few glyphs to do: what overlaps then is less than three sixteenths of an em; for what gapes see gaps.go. Marks that stand in
// the middle of their cells, as in traditional Chinese, are drawn by glyphs that do not: their cells grow at one end by the same
// quarters. Combining marks, which step back onto their letters, have cells of an eighth at the end of these.

// trim is what is cut from a cell, in eighths of an em, so that what is left is whole thousandths of an em in nearly all faces and no
// rounding moves the ink; and how much higher the outline stands, in font units.
type trim struct {
	left, right int
	up          int32
}

// quarter of an em, as trims count.
const quarter = 2

type trimmedGlyph struct {
	glyphText
	trim
}

// units gives eighths of an em in font units.
func (f *font) units(eighths int) int32 { return int32(eighths) * f.face.UnitsPerEm / 8 }

// lifted is by how much glyph i is drawn higher on its line: marks of traditional Chinese are, in faces that have them at the foot of their
// cells. Other glyphs, and those in vertical text, are raised by the text rise, where poppler begins another word, and in narrow columns takes
// a mark for part of a line beside it.
func lifted(t *display.Text, i int) int32 {
	if dy := t.Glyphs[i].DY; dy != 0 && t.Dir == display.Across && isMark(t, i) {
		return dy
	}
	return 0
}

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
	at, c := s.next, trim{left: s.lead, up: lifted(s.t, i)}
	s.lead = 0
	advance := s.f.face.Advance(s.t.Glyphs[i].ID)
	end := at + int64(advance)*1000
	if i+1 < len(s.t.Glyphs) {
		s.next = s.place(i + 1)
	}
	s.onLetter = i > 0 && combines(text)
	switch back := s.pen - at; { // from where the cell before ends
	case i > 0 && (back > 63*s.em || back < -63*s.em) && combines(text):
		if left := int(roundDiv(back, 125*s.em)); -8 <= left && left <= 8 { // a mark further away is not on its letter
			wide := int(advance * 8 / s.f.face.UnitsPerEm)
			n := s.behind(at+int64(left)*125*s.em, i, wide-3) // an eighth is all that it has, and it is moved by two at most
			c = trim{left: left - 1 - max(n, 0), right: wide - left + n}
		}
	default:
		c.right = s.behind(end, i, c.left)
	}
	if left := advance - s.f.units(c.left) - s.f.units(c.right); left < 0 || left > math.MaxUint16 { // more than hmtx can say
		return trim{}
	}
	return c
}

// behind is share for glyph i, whose cell ends at end, and the one that follows.
func (s *shower) behind(end int64, i, left int) (right int) {
	s.cellEnd = end
	if i+1 < len(s.t.Glyphs) {
		right, s.lead = s.share(end-s.next, i, left, s.t, i+1)
	} else {
		right, s.c.lead = s.last(end, i, left)
	}
	if right >= 0 && i+1 == len(s.t.Glyphs) && !s.t.GoesOn && isMark(s.t, i) {
		r := s.f.room(s.t.Glyphs[i].ID)
		right = max(right, min(int(r.right)*quarter, (int(r.most)-1)*quarter-left)) // half an em is left to it
	}
	return right
}

// first is what the first glyph of a line loses in front, and the last one loses as much behind: the blank of a mark there reaches out of
// its cell of a table.
func (s *shower) first() (lead int) {
	if s.c.goesOn {
		return s.c.lead
	}
	return max(s.c.lead, int(s.blank(s.t, 0)))
}

// blank is what a mark can lose in front.
func (s *shower) blank(t *display.Text, i int) int64 {
	if !isMark(t, i) {
		return 0
	}
	r := s.c.w.font(t.Face).room(t.Glyphs[i].ID)
	return int64(min(r.left, r.most)) * quarter
}

// last is share for the last glyph of a text, whose cell ends at end, and the first one of the next.
func (s *shower) last(end int64, i, left int) (right, lead int) {
	next, _ := nextText(s.c.behind)
	if !s.meets(next) {
		return 0, 0
	}
	over := end - int64(s.away(next, 0))*1000*s.em/int64(s.t.Size)
	switch {
	case over < 0 && s.t.Node != nil && s.t.Node.Role == display.RoleLbl:
		return s.reach(s.blank(next, 0)*125*s.em*int64(next.Size)/int64(s.t.Size) - over), 0
	case !s.t.GoesOn && (over < 0 || over > 1000*s.em): // it only stands beside, in another cell of a table
		return 0, 0
	}
	return s.share(over, i, left, next, 0)
}

// away is how far behind the origin of the text glyph k of another one stands.
func (s *shower) away(t *display.Text, k int) unit.Length {
	d := t.At.X - s.t.At.X
	if t.Dir == display.Rotated {
		d = t.At.Y - s.t.At.Y
	}
	return d + t.Pos[k] + unit.Length(int64(t.Size)*int64(t.Glyphs[k].DX)/int64(t.Face.UnitsPerEm))
}

func combines(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return combining(r)
}

func combining(r rune) bool { return unicode.Is(unicode.Mn, r) }

// meets tells whether the next text stands on the same line, by the larger of both: superior figures of notes stand higher than half
// their own size.
func (s *shower) meets(next *display.Text) bool {
	t := s.t
	if next == nil || t.Dir == display.Down || next.Dir != t.Dir || t.Tilt != next.Tilt || t.Tilt != (display.Tilt{}) {
		return false
	}
	apart := next.At.Y - t.At.Y
	if t.Dir == display.Rotated {
		apart = next.At.X - t.At.X
	}
	half := max(t.Size, next.Size) / 2
	return -half < apart && apart < half
}

// sameStart: glyphs that begin so near to one another are one drawn twice to poppler, a word each (dupMaxPriDelta: 100).
const sameStart = 110

// share divides what two cells have in common: first the one in front loses its blank, then the other. Only marks do.
func (s *shower) share(over int64, i, left int, next *display.Text, k int) (right, lead int) {
	sixteenth := s.em * 1000 / 16
	switch {
	case isSpace(next, k):
		right = s.spaced(i, left)
		if !isSpace(s.t, i) {
			s.wordEnd = s.cellEnd - int64(right)*125*s.em
		}
		return right, 0
	case isSpace(s.t, i):
		return 0, s.behindSpace(s.cellEnd-over-s.wordEnd, next, k)
	case over < 0:
		return s.fill(-over, i, next, k)
	}
	if s.steps(i, next, k) {
		return s.shareStep(over, i, left, next, k)
	}
	n := int((over + sixteenth) / (4 * sixteenth)) // quarters, of which a sixteenth too much is the most that may gape
	if isMark(s.t, i) {
		r := s.f.room(s.t.Glyphs[i].ID)
		right = max(0, min(n, int(r.right), int(r.most)-left/quarter))
	}
	if isMark(next, k) {
		r := s.c.w.font(next.Face).room(next.Glyphs[k].ID)
		lead = min((n-right)*int(s.t.Size)/int(next.Size), int(r.left), int(r.most))
		begins := s.cellEnd - over - s.place(i) - int64(left)*125*s.em + int64(lead)*4*sixteenth // behind where the cell of i does
		gap := int64(right+lead+1)*4*sixteenth - over
		if begins < sameStart*s.em && lead < min(int(r.left), int(r.most)) && (right > 0 || gap <= noSpace*s.em) {
			right, lead = max(right-1, 0), lead+1
		}
	}
	return right * quarter, lead * quarter
}

// shareStep is share where size or height change, by eighths, for less may gape there.
func (s *shower) shareStep(over int64, i, left int, next *display.Text, k int) (right, lead int) {
	eighth := 125 * s.em
	if 2*over < 3*eighth {
		return 0, 0
	}
	over += noWord * s.em * int64(max(s.t.Size, next.Size)) / int64(s.t.Size)
	if isMark(s.t, i) {
		r := s.f.room(s.t.Glyphs[i].ID)
		right = max(0, min(int(over/eighth), int(r.right)*quarter, int(r.most)*quarter-left))
	}
	if isMark(next, k) {
		r := s.c.w.font(next.Face).room(next.Glyphs[k].ID)
		rest := (over - int64(right)*eighth) * int64(s.t.Size) / int64(next.Size)
		lead = max(0, min(int(rest/eighth), int(r.left)*quarter, int(r.most)*quarter))
	}
	return right, lead
}

func floorDiv(n, d int64) int64 {
	q := n / d
	if n%d < 0 {
		q--
	}
	return q
}

// nextText finds the first item that shows text, and what is behind it.
func nextText(items []display.Item) (t *display.Text, behind []display.Item) {
	for i, item := range items {
		if t, ok := item.(*display.Text); ok && len(t.Glyphs) > 0 {
			return t, items[i+1:]
		}
	}
	return nil, nil
}
