package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// boldStroke: a thickened glyph is outlined with a pen of this part of its size, half of which lies inside the glyph.
const boldStroke = 32

func (c *content) enterText() {
	if c.inText {
		return
	}
	c.op("BT")
	c.inText, c.rotated, c.lineX, c.lineY = true, false, 0, 0
}

func (c *content) leaveText() {
	if c.inText {
		c.op("ET")
		c.inText = false
	}
}

func (c *content) text(t *display.Text) {
	if len(t.Glyphs) == 0 {
		return
	}
	c.enterText()
	c.textState(t)
	s := &c.show
	s.start(c, t)
	if t.Dir == display.Down {
		c.down(t)
		return
	}
	if t.Tilt == (display.Tilt{}) {
		c.moveTo(t.At, t.Dir == display.Rotated)
	} else {
		c.tilted(t.At, t.Tilt)
	}
	i := s.lent()
	end := max(i, s.borrows())
	for i < end {
		n := clusterLen(t.Glyphs[i:])
		s.cluster(i, n)
		i += n
	}
	s.borrowed(end)
	s.end()
}

// down shows upright glyphs one below another: each has an origin of its own.
func (c *content) down(t *display.Text) {
	for i := 0; i < len(t.Glyphs); {
		n := clusterLen(t.Glyphs[i:])
		span := c.show.beginSpan(i, n)
		for k := i; k < i+n; k++ {
			at := unit.Point{X: t.At.X, Y: t.At.Y + t.Pos[k]}
			if t.Cross != nil {
				at.X += t.Cross[k]
			}
			c.moveTo(at, false)
			c.show.alone(k, k-i, n)
		}
		c.show.endSpan(span)
		i += n
	}
}

// textState sets font, size, grey and thickening where they differ from what is set.
func (c *content) textState(t *display.Text) {
	f := c.w.font(t.Face)
	if c.font != f || c.size != t.Size {
		c.font, c.size = f, t.Size
		c.name(f.name)
		c.length(t.Size)
		c.op("Tf")
	}
	c.setFill(paint{t.Ink, t.Gray})
	if t.FakeBold {
		c.setStroke(paint{t.Ink, t.Gray}, t.Size/boldStroke)
		c.roundJoins()
	}
	if c.bold != t.FakeBold {
		c.bold = t.FakeBold
		mode := 0 // fill
		if t.FakeBold {
			mode = 2 // fill, then stroke
		}
		value{&c.buffer}.int(mode)
		c.op("Tr")
	}
}

// roundJoins keeps the sharp corners of thickened characters from growing spikes.
func (c *content) roundJoins() {
	if !c.round {
		c.round = true
		value{&c.buffer}.int(1)
		c.op("j")
	}
}

// moveTo begins a text line at p. Upright lines are reached by Td from the line before. The differences are those of the
// rounded coordinates, so that rounding does not add up.
func (c *content) moveTo(p unit.Point, rotated bool) {
	x, y := p.X.TenThousandths(), c.flip(p.Y).TenThousandths()
	switch {
	case rotated: // turned by 90° clockwise
		c.matrix("0 -1 1 0", x, y)
	case c.rotated:
		c.matrix("1 0 0 1", x, y)
	default:
		c.decimal(x - c.lineX)
		c.decimal(y - c.lineY)
		c.op("Td")
	}
	c.rotated, c.lineX, c.lineY = rotated, x, y
}

func (c *content) matrix(turn string, x, y int64) {
	c.apart()
	c.b = append(c.b, turn...)
	c.decimal(x)
	c.decimal(y)
	c.op("Tm")
}

// clusterLen is how many of the first glyphs stand for the same characters.
func clusterLen(g []fonts.Glyph) int {
	n := 1
	for n < len(g) && g[n].Start == g[0].Start && g[n].End == g[0].End {
		n++
	}
	return n
}

// shower shows the glyphs of one text: strings of CIDs, with adjustments where a glyph does not stand where the advance of
// the one before brings it.
//
// Positions are counted in units of size / (1000 × unitsPerEm), in which both advances and adjustments are whole, so that no
// error adds up along a line: each glyph stands within half a thousandth of an em.
type shower struct {
	c    *content
	t    *display.Text
	f    *font
	em   int64
	b    []byte // the elements of the TJ array so far
	open bool   // b ends within a string
	from int    // where in b that began
	many bool   // b has more than one element
	pen  int64
	rise int32
	next int64 // where the next glyph stands
	lead int   // what it loses in front, as trim counts

	cellEnd  int64 // where the cell of the glyph being shown ends, before anything is cut from it
	onLetter bool  // the glyph being shown is a combining mark
	wordEnd  int64 // where the cell before the space being shown ends

	within bool // the first glyph goes on with a word of the text before
}

func (s *shower) start(c *content, t *display.Text) {
	*s = shower{c: c, t: t, f: c.font, em: int64(t.Face.UnitsPerEm), b: s.b[:0], within: c.within}
	s.lead, c.goesOn = s.first(), t.GoesOn
	s.next, c.lead, c.within = s.place(0), 0, t.GoesOn && !isSpace(t, len(t.Glyphs)-1)
	s.wordEnd = s.next
}

// cluster shows the glyphs i to i+n.
func (s *shower) cluster(i, n int) {
	span := s.beginSpan(i, n)
	s.glyphs(i, n)
	s.endSpan(span)
}

// glyphs shows the glyphs i to i+n, which are one cluster.
func (s *shower) glyphs(i, n int) {
	for k := range n {
		s.glyph(i+k, s.f.text(s.t, i+k, k, n))
	}
}

// beginSpan begins a cluster. Where its glyphs differ in number from their characters, no ToUnicode can say which is which, so the
// characters stand beside them as ActualText (ISO 32000-1 14.9.4). So do letters with marks: poppler takes a mark for a letter drawn twice
// where its cell begins near that of what follows.
func (s *shower) beginSpan(i, n int) (span bool) {
	if n == 1 {
		return false
	}
	g := &s.t.Glyphs[i]
	text := s.t.String[g.Start:g.End]
	if utf8.RuneCountInString(text) == n && strings.IndexFunc(text, combining) < 0 {
		return false
	}
	s.actual(text)
	return true
}

// actual begins a sequence that is to be read as text.
func (s *shower) actual(text string) {
	s.flush()
	s.c.name("Span")
	value{&s.c.buffer}.dict(func(d dict) { d.key("ActualText").text(text) })
	s.c.op("BDC")
}

func (s *shower) endSpan(span bool) {
	if span {
		s.flush()
		s.c.op("EMC")
	}
}

func (s *shower) glyph(i int, text string) {
	g := &s.t.Glyphs[i]
	target := s.next
	cut := s.cut(i, text)
	if dy := g.DY - cut.up; dy != s.rise {
		s.raise(dy)
	}
	target += int64(s.f.units(cut.left)) * 1000
	if move := target - s.pen; (move > s.em/2 || move < -s.em/2) && !isSpace(s.t, i) { // nobody sees where a space stands
		s.adjust(roundDiv(-move, s.em))
	}
	cid := s.f.trimmedCID(s.c, s.t, glyphText{g.ID, text}, cut)
	s.code(cid)
	s.pen += int64(s.f.advances[cid]) * 1000
}

// code adds a CID to the string: in hex where the file is for reading, else as two bytes, which compress better. A string that would be
// longer than a file may have it goes on as another.
func (s *shower) code(cid uint16) {
	if s.open && len(s.b)-s.from > maxString-2 {
		s.close()
		s.many = true
	}
	if !s.open {
		s.from = len(s.b)
	}
	if s.c.w.plain {
		if !s.open {
			s.b = append(s.b, '<')
		}
		s.b = appendHex16(s.b, cid)
	} else {
		if !s.open {
			s.b = append(s.b, '(')
		}
		s.b = appendEscaped(appendEscaped(s.b, byte(cid>>8)), byte(cid))
	}
	s.open = true
}

func (s *shower) close() {
	switch {
	case !s.open:
	case s.c.w.plain:
		s.b = append(s.b, '>')
	default:
		s.b = append(s.b, ')')
	}
	s.open = false
}

// adjust moves the pen back by n/1000 em, as TJ counts it.
func (s *shower) adjust(n int64) {
	s.close()
	w := buffer{b: s.b}
	value{&w}.int(int(n))
	s.b, s.many = w.b, true
	s.pen -= n * s.em
}

// raise sets the text rise for what follows; s.pen goes on, for TJ and Tj both move the text matrix.
func (s *shower) raise(dy int32) {
	s.flush()
	s.rise = dy
	s.c.length(s.t.Size.MulDiv(int64(dy), s.em))
	s.c.op("Ts")
}

// flush shows what has been collected.
func (s *shower) flush() {
	s.close()
	c := s.c
	switch {
	case len(s.b) == 0:
	case s.many:
		c.b = append(append(append(c.b, '['), s.b...), ']')
		c.op("TJ")
	default:
		c.b = append(c.b, s.b...)
		c.op("Tj")
	}
	s.b, s.many = s.b[:0], false
}

func (s *shower) end() {
	s.flush()
	if s.rise != 0 {
		s.raise(0)
	}
}

// alone shows one glyph where the line begins; it is the kth of n in its cluster.
func (s *shower) alone(i, k, n int) {
	s.code(s.f.cid(s.c, s.t, s.t.Glyphs[i].ID, s.f.text(s.t, i, k, n)))
	s.flush()
}

// roundDiv rounds n/d, halves away from zero; d > 0.
func roundDiv(n, d int64) int64 {
	if n < 0 {
		return -((-n + d/2) / d)
	}
	return (n + d/2) / d
}

func private(s string) bool {
	for _, r := range s {
		if unicode.Is(unicode.Co, r) {
			return true
		}
	}
	return false
}
