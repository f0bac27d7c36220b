package docx

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/banxin-go/banxin/layout/doc"
)

// Marks that both scripts have, “ ” ‘ ’ — … · ×, take the Chinese face in Chinese text, which w:hint says; Word would set them in Times
// New Roman. Those of Latin text inside it, 3×4, O’Neill, said “yes”, do not: the layout decides so, and the rules here are its own, as
// far as the text alone tells.

// A side says whose text a character is.
type side uint8

const (
	noSide side = iota
	hanSide
	latinSide
)

// latinMarksOf gives the places of the Latin marks in a paragraph.
func latinMarksOf(spans []doc.Span) []int {
	if len(spans) == 1 {
		return latinMarks(spans[0].Text)
	}
	var text []byte
	for i := range spans {
		text = append(text, spans[i].Text...)
	}
	return latinMarks(string(text))
}

// hint finds how much of text may stand in one run, and whether its marks that both scripts have take the Chinese face: Word asks
// once for each run. The text stands at a byte of its paragraph, whose Latin marks are given.
func hint(text string, at int, latinAt []int) (han bool, n int) {
	decided := false
	for i := 0; i < len(text); {
		if b := text[i]; b < 0xC2 || b > 0xD4 && b != 0xE1 && b != 0xE2 { // lead bytes of U+0080-052F and U+1000-2FFF
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if mark, letter := ambiguous(r), hinted(r); mark || letter {
			_, latin := slices.BinarySearch(latinAt, at+i)
			want := mark && !latin
			if decided && want != han {
				return han, i
			}
			han, decided = want, true
		}
		i += size
	}
	return han, len(text)
}

// ambiguous says whether Word lets w:hint choose the face of r (ISO/IEC 29500-1 17.3.2.26), and Chinese text has it.
func ambiguous(r rune) bool {
	switch r {
	case '§', '¨', '°', '±', '·', '×', '÷':
		return true
	}
	if r == '•' || r == '\u2011' || 0x2028 <= r && r <= 0x202F || 0x205F <= r && r <= 0x206F { // Latin, an element of its own, or not seen
		return false
	}
	return 0x2010 <= r && r <= 0x2BFF
}

// hinted says whether w:hint would give a letter, or a sign of Latin text, to the Chinese face, as wide as Han characters, é, α, Я, ²,
// or faint, as • is there.
func hinted(r rune) bool {
	return r == '•' || 0xA1 <= r && r <= 0x52F && !ambiguous(r) && r != '\u00AD' || 0x1E00 <= r && r <= 0x1FFF
}

// latinMarks gives the places of the marks in a text that belong to Latin text. Quotes come last: whose the other marks are counts.
func latinMarks(text string) []int {
	if strings.IndexByte(text, 0xE2) < 0 && strings.IndexByte(text, 0xC2) < 0 && strings.IndexByte(text, 0xC3) < 0 {
		return nil // most cells
	}
	m := marked{text: text}
	quotes := false
	m.each(func(r rune, from, to int) {
		quotes = quotes || quote(r)
		m.mark(r, from, to)
	})
	if quotes {
		m.mixed = strings.ContainsFunc(text, isHan)
		m.each(m.quotes)
		for _, open := range m.open { // never closed
			m.settle(open, m.strong(open, -1) == latinSide && m.strong(open+len("“"), 1) == latinSide)
		}
	}
	slices.Sort(m.latin)
	return m.latin
}

// A marked text is one whose marks are being told apart.
type marked struct {
	text  string
	mixed bool         // there is Chinese text in it
	open  []int        // quotes that are not closed yet
	latin []int        // marks of Latin text
	han   map[int]bool // dashes, ellipses and quotes of Chinese text, which show it as Han characters do
}

// each visits the characters that may be marks.
func (m *marked) each(visit func(r rune, from, to int)) {
	for i := 0; i < len(m.text); {
		b := m.text[i]
		if b != 0xC2 && b != 0xC3 && b != 0xE2 { // lead bytes of U+0080-00FF and U+2000-2FFF
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(m.text[i:])
		visit(r, i, i+size)
		i += size
	}
}

// settle notes whose a dash, an ellipsis or a quote is.
func (m *marked) settle(at int, latin bool) {
	if latin {
		m.latin = append(m.latin, at)
		return
	}
	if m.han == nil {
		m.han = map[int]bool{}
	}
	m.han[at] = true
}

// mark decides about the mark in [from, to), unless it is a quote.
func (m *marked) mark(r rune, from, to int) {
	before, after := m.before(from), m.after(to)
	latin := false
	switch {
	case dash(r) && m.twice(r, from, to):
		m.settle(from, false)
	case dash(r):
		latin = m.letter(from, -1) && m.letter(to, 1)
	case r == '…':
		m.settle(from, before == latinSide && m.strong(to, 1) != hanSide && !m.twice(r, from, to))
	case r == '·' || r == '‒' || r == '–':
		latin = before == latinSide && after == latinSide
	case r == '°': // 25° but 摄氏度°
		latin = before == latinSide
	case 0x2070 <= r && r <= 0x209C, r == '‐': // H₂O
		latin = true
	case symbol(r):
		latin = m.strong(from, -1) == latinSide && m.strong(to, 1) == latinSide || before != latinSide && sign(r) && digitFirst(m.text[to:])
	}
	if latin {
		m.latin = append(m.latin, from)
	}
}

// dash says whether r is —, or one of those that stand for it in old files.
func dash(r rune) bool { return r == '—' || r == '―' || r == '─' }

func quote(r rune) bool { return r == '‘' || r == '’' || r == '“' || r == '”' }

// quotes decides about a quote, or about a pair of them where it is closed.
func (m *marked) quotes(r rune, from, to int) {
	switch {
	case !quote(r):
	case r == '’' && m.before(from) == latinSide && m.after(to) == latinSide: // it’s
		m.latin = append(m.latin, from)
	case r == '‘' || r == '“':
		m.open = append(m.open, from)
	default:
		m.closed(r, from, to)
	}
}

// closed decides about a pair of quotes: it is Latin when it stands in Latin text and holds some. “1+X”新闻发布会 is Chinese.
func (m *marked) closed(r rune, from, to int) {
	n := len(m.open) - 1
	if n < 0 || !strings.HasPrefix(m.text[m.open[n]:], string(r-1)) {
		m.settle(from, m.strong(from, -1) == latinSide && m.strong(to, 1) != hanSide)
		return
	}
	open := m.open[n]
	m.open = m.open[:n]
	before, after := m.strong(open, -1), m.strong(to, 1)
	latin := before != hanSide && after != hanSide && m.strong(open+len("“"), 1) == latinSide &&
		(before == latinSide || after == latinSide || !m.mixed)
	m.settle(open, latin)
	m.settle(from, latin)
}

// twice reports whether a neighbour is the same mark.
func (m *marked) twice(r rune, from, to int) bool {
	return strings.HasSuffix(m.text[:from], string(r)) || strings.HasPrefix(m.text[to:], string(r))
}

// before gives the side of the character that ends at a byte, after that of the one that begins there.
func (m *marked) before(at int) side {
	r, size := utf8.DecodeLastRuneInString(m.text[:at])
	return m.sideOf(r, at-size)
}

func (m *marked) after(at int) side {
	r, _ := utf8.DecodeRuneInString(m.text[at:])
	return m.sideOf(r, at)
}

// strong gives the side of the nearest character from a byte on that has one, backwards with -1. Spaces and marks are skipped, a few of
// them: a paragraph of quotes stays linear.
func (m *marked) strong(at, step int) side {
	for range maxSkipped {
		var s side
		var size int
		if step < 0 {
			s = m.before(at)
			_, size = utf8.DecodeLastRuneInString(m.text[:at])
		} else {
			s = m.after(at)
			_, size = utf8.DecodeRuneInString(m.text[at:])
		}
		if s != noSide || size == 0 {
			return s
		}
		at += step * size
	}
	return noSide
}

// maxSkipped is how far the layout looks, too.
const maxSkipped = 15

// sideOf gives the side of a character at a byte.
func (m *marked) sideOf(r rune, at int) side {
	switch {
	case r < 0x80:
		if r >= '0' && r <= '9' || unicode.IsLetter(r) {
			return latinSide
		}
		return noSide
	case isHan(r) || m.han[at]:
		return hanSide
	case r < 0x2000 && (unicode.IsLetter(r) || unicode.IsNumber(r)), 0x2070 <= r && r <= 0x209C:
		return latinSide
	}
	return noSide
}

// isHan says whether a character stands in Chinese text alone, ① and 《 with it. Signs of full width that are like ASCII ones show nothing.
func isHan(r rune) bool {
	if r < 0x2100 || r == utf8.RuneError || r == '℃' || r == '℉' || r == '№' || dash(r) || 0x2190 <= r && r <= 0x22FF {
		return false
	}
	return !strings.ContainsRune("　〜・－～／＆＊＋＜＝＞｜＄￥％￡￠￦･", r)
}

// symbol says whether r is one of × ± ≥ → and their like.
func symbol(r rune) bool {
	switch r {
	case '§', '¨', '±', '×', '÷':
		return true
	}
	if quote(r) || dash(r) || 0x2030 <= r && r <= 0x2034 || strings.ContainsRune("‧⋯‼⁇⁈⁉", r) { // ‰ ′ ″ too are signs of Chinese text
		return false
	}
	return 0x2016 <= r && r <= 0x205E || 0x2190 <= r && r <= 0x22FF
}

// sign says whether r may be the sign of a number.
func sign(r rune) bool { return strings.ContainsRune("±∓−≈≠≤≥≦≧", r) }

func digitFirst(text string) bool { return text != "" && '0' <= text[0] && text[0] <= '9' }

// letter says whether a letter ends at a byte, or begins there.
func (m *marked) letter(at, step int) bool {
	r, _ := utf8.DecodeRuneInString(m.text[at:])
	if step < 0 {
		r, _ = utf8.DecodeLastRuneInString(m.text[:at])
	}
	return r < 0x2000 && r != utf8.RuneError && unicode.IsLetter(r)
}
