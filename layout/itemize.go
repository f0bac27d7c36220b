package layout

import (
	"slices"
	"unicode/utf8"

	"github.com/banxin-go/banxin/layout/doc"
)

// A char is one character of a paragraph.
type char struct {
	r     rune
	at    int32 // its first byte, counted over the text of all spans
	span  int32
	after int16 // price of a line end behind it, or noBreak
	class charClass
	latin bool // from the role's Latin faces
}

// read takes the spans apart. It reports whether all characters may be set; checkText tells what is wrong with the others.
func (p *para) read(spans []doc.Span) bool {
	n := 0
	for i := range spans {
		n += utf8.RuneCountInString(spans[i].Text) + 1
	}
	p.chars, p.unclear = slices.Grow(p.chars[:0], n), p.unclear[:0]
	p.hasHan = false
	at, good := 0, true
	for i := range spans {
		text := spans[i].Text
		for k := 0; k < len(text); {
			r, size := utf8.DecodeRuneInString(text[k:])
			c := char{r: r, at: int32(at + k), span: int32(i), class: classOf(r)}
			c.latin = latinSide(r, c.class)
			good = good && c.class != classBad
			p.hasHan = p.hasHan || c.class == classHan
			if unclear(c.class) {
				p.unclear = append(p.unclear, int32(len(p.chars)))
			}
			p.chars = append(p.chars, c)
			k += size
		}
		at += len(text)
		if spans[i].Note != "" {
			p.chars = append(p.chars, char{at: int32(at), span: int32(i), class: classNote, latin: true})
		}
	}
	p.bytes = at
	return good
}

// latinSide says which faces a character comes from as far as it shows that by itself.
func latinSide(r rune, c charClass) bool {
	switch c {
	case classLetter, classLatinOpen, classLatinClose, classHyphen:
		return true
	case classLatinMark:
		return r < 0xFF00
	case classDigit, classPrefix, classPostfix:
		return r < 0x2000
	case classSymbol: // Chinese faces have it as faint as their ·
		return r == '•'
	}
	return false
}

// unclear are the classes whose meaning depends on what stands beside them.
func unclear(c charClass) bool {
	switch c {
	case classQuote, classEmDash, classLeader, classMiddleDot, classSymbol, classConnector, classLatinMark, classPostfix,
		classSpace, classGlue, classExtend:
		return true
	}
	return false
}

// A side says whose text something is.
type side uint8

const (
	sideNone side = iota // the text's edge
	sideHan
	sideLatin
)

// sideOf gives the side of a character; sideNone for those that have none.
func (c *char) side() side {
	switch c.class {
	case classLetter, classDigit:
		if c.latin {
			return sideLatin
		}
		return sideHan
	case classHan, classHangul, classOpen, classClose, classComma, classStop, classQuestion, classNonstarter, classDash, classEllipsis:
		return sideHan
	}
	return sideNone
}

// neighbour gives the side of the character d places from i, without skipping any.
func (p *para) neighbour(i, d int) side {
	if i+d < 0 || i+d >= len(p.chars) {
		return sideNone
	}
	return p.chars[i+d].side()
}

// strong gives the side of the nearest character from i in steps of d that has one. Spaces and marks are skipped; no more
// than a few of them, so that a paragraph of quotes stays linear.
func (p *para) strong(i, d int) side {
	for k := i + d; k >= 0 && k < len(p.chars) && k != i+16*d; k += d {
		if s := p.chars[k].side(); s != sideNone {
			return s
		}
	}
	return sideNone
}

// resolve decides what the unclear characters are.
func (p *para) resolve() {
	if len(p.unclear) == 0 {
		return
	}
	quotes, straight := false, false
	for _, i := range p.unclear {
		quotes = quotes || p.chars[i].class == classQuote
		straight = straight || p.isStraight(int(i))
		p.resolveMark(int(i))
	}
	if quotes {
		p.resolveQuotes()
	}
	if straight {
		p.resolveStraight()
	}
	for _, i := range p.unclear { // last: they follow what the others have become
		p.resolveSpace(int(i))
	}
}

func (p *para) resolveMark(i int) {
	c := &p.chars[i]
	before, after := p.neighbour(i, -1), p.neighbour(i, 1)
	inLatin := before == sideLatin && after == sideLatin
	switch c.class {
	case classEmDash:
		p.resolveDash(i)
	case classLeader:
		c.class = classEllipsis
		if p.tongueAt(i) == western || before == sideLatin && p.strong(i, 1) != sideHan && !p.same(i) {
			c.class, c.latin = classLatinClose, true
		}
	case classMiddleDot:
		c.class, c.latin = classDot, inLatin
		if inLatin {
			c.class = classLatinMark
		}
	case classSymbol:
		p.resolveSymbol(i, before)
	case classConnector:
		c.latin = inLatin && c.r < 0x2100
	case classLatinMark:
		if c.r == '/' && !inLatin && (before == sideHan || after == sideHan) {
			c.class = classSolidus
		}
	case classPostfix: // 25° but 摄氏度°
		c.latin = c.latin && (c.r < 0x80 || before == sideLatin)
	}
}

// resolveSymbol puts × ± − and their like to the Latin side between letters or figures, spaces or none between (3×4, 3 × 4), and
// before a number as its sign.
func (p *para) resolveSymbol(i int, before side) {
	c := &p.chars[i]
	switch {
	case c.r >= 0xFF00:
	case p.strong(i, -1) == sideLatin && p.strong(i, 1) == sideLatin:
		c.class, c.latin = classLatinMark, true
	case before != sideLatin && signs[c.r] && i+1 < len(p.chars) && p.chars[i+1].class == classDigit && p.chars[i+1].latin:
		c.class, c.latin = classPrefix, true
	}
}

// resolveDash tells the dash —— from the connector — (GB/T 15834-2011 4.10 and 4.13), which is Latin only between letters.
func (p *para) resolveDash(i int) {
	c := &p.chars[i]
	if p.same(i) {
		c.class = classDash
		return
	}
	c.class = classConnector
	c.latin = p.tongueAt(i) == western || p.isLetter(i-1) && p.isLetter(i+1)
}

// same reports whether a neighbour is the same character.
func (p *para) same(i int) bool {
	return i > 0 && p.chars[i-1].r == p.chars[i].r || i+1 < len(p.chars) && p.chars[i+1].r == p.chars[i].r
}

func (p *para) isLetter(i int) bool {
	return i >= 0 && i < len(p.chars) && p.chars[i].class == classLetter
}

// resolveSpace puts a space to the faces of its neighbours, and a mark to those of its base.
func (p *para) resolveSpace(i int) {
	c := &p.chars[i]
	switch c.class {
	case classSpace, classGlue:
		c.latin = i > 0 && p.chars[i-1].latin || i+1 < len(p.chars) && p.chars[i+1].latin
	case classExtend:
		c.latin = i > 0 && p.chars[i-1].latin
	}
}

// resolveQuotes decides pair by pair whether “ ” and ‘ ’ are Chinese or Latin marks: a pair is Latin when it stands in Latin
// text and holds Latin text. “1+X”新闻发布会 is Chinese, he said “yes” is not.
func (p *para) resolveQuotes() {
	p.stack = p.stack[:0]
	for _, at := range p.unclear {
		i := int(at)
		c := &p.chars[i]
		switch {
		case c.class != classQuote:
		case c.r == 0x2019 && p.neighbour(i, -1) == sideLatin && p.neighbour(i, 1) == sideLatin: // it’s
			c.class, c.latin = classLatinMark, true
		case c.r == 0x2018 || c.r == 0x201C:
			p.stack = append(p.stack, at)
		default:
			p.closeQuote(i)
		}
	}
	for _, at := range p.stack { // never closed
		p.quote(int(at), p.strong(int(at), -1) == sideLatin && p.strong(int(at), 1) == sideLatin)
	}
}

func (p *para) closeQuote(i int) {
	if n := len(p.stack); n > 0 && p.chars[p.stack[n-1]].r == p.chars[i].r-1 {
		open := int(p.stack[n-1])
		p.stack = p.stack[:n-1]
		latin := p.latinPair(open, i)
		p.quote(open, latin)
		p.quote(i, latin)
		return
	}
	p.quote(i, p.strong(i, -1) == sideLatin && p.strong(i, 1) != sideHan)
}

func (p *para) latinPair(open, shut int) bool {
	before, after := p.strong(open, -1), p.strong(shut, 1)
	if before == sideHan || after == sideHan || p.strong(open, 1) != sideLatin {
		return false
	}
	return before == sideLatin || after == sideLatin || !p.hasHan
}

func (p *para) quote(i int, latin bool) {
	c := &p.chars[i]
	if t := p.tongueAt(i); t == western || t == korean {
		latin = true
	}
	opens := c.r == 0x2018 || c.r == 0x201C
	c.latin = latin
	switch {
	case latin && opens:
		c.class = classLatinOpen
	case latin:
		c.class = classLatinClose
	case opens:
		c.class = classOpen
	default:
		c.class = classClose
	}
}

// runeAt gives the character that begins at a byte of s.
func runeAt(s string, at int) rune {
	r, _ := utf8.DecodeRuneInString(s[at:])
	return r
}
