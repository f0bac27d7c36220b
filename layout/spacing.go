package layout

// A gapKind says what stands behind a box, for the order in which CLREQ compresses and expands (its 行内调整).
type gapKind uint8

const (
	gapNone     gapKind = iota // never changes: in words, in —— and ……, around connectors and solidi
	gapHan                     // nothing, between Han characters
	gapWord                    // a word space
	gapHanLatin                // between Han and Latin
	gapDot                     // the blank of a mark, by class
	gapBracket
	gapComma
	gapStop
)

// space sets the gap behind atom a, which b follows. Lengths are EMU.
func (p *para) space(a, b *atom, it *item) {
	switch {
	case isBlank(a.class) && isBlank(b.class): // the last one takes it all, so that it vanishes as a whole at a line's end
		b.blank += a.blank
		return
	case a.class == classSpace || a.class == classGlue:
		p.wordSpace(a, b, it)
		return
	case a.class == classWideSpace:
		it.glue = a.blank + b.before
		return
	case isBlank(b.class): // a space beside a mark is in the mark's blank already
		it.glue = a.after
		b.blank = max(0, b.blank-a.after)
		return
	}
	blank := a.after + b.before
	if a.mark && b.mark { // two marks side by side give up half an em together (CLREQ 3.1.6.3)
		blank = max(0, blank-(p.em+1)/2)
	}
	switch {
	case blank > 0 || a.mark && b.mark:
		p.blankGap(a, b, blank, it)
	case a.latin != b.latin && p.quarter > 0 && meets(a, b):
		p.quarterGap(a, it)
	case p.elastic(a, b):
		a.kind, it.stretch = gapHan, p.em/20
	}
}

func isBlank(c charClass) bool { return c == classSpace || c == classGlue || c == classWideSpace }

// wordSpace sets a typed space. Between Han and Latin it is the gap that would stand there without it (CLREQ 3.2.3): never
// both.
func (p *para) wordSpace(a, b *atom, it *item) {
	if n := len(p.atoms) - 2; a.class == classSpace && p.quarter > 0 && n >= p.partStart() {
		if before := &p.atoms[n]; before.latin != b.latin && meets(before, b) {
			p.quarterGap(a, it)
			return
		}
	}
	it.glue = max(a.blank, b.before)
	if p.inNumber(b, it) || b.class == classDigit && it.penalty == wholeBreak {
		return
	}
	a.kind = gapWord
	it.stretch, it.firm = p.em/4, true
	it.shrink = max(0, a.blank-p.em/4)
}

// inNumber reports whether the space that ends the atoms stands in a number, or between it and its unit (12 345 678, 25 ℃): it parts
// no words, and keeps its width.
func (p *para) inNumber(b *atom, it *item) bool {
	n := len(p.atoms) - 2
	return it.penalty == noBreak && n >= p.partStart() && p.atoms[n].class == classDigit && b.class != classHan
}

func (p *para) quarterGap(a *atom, it *item) {
	it.glue, it.shrink, it.stretch, it.firm = p.quarter, p.quarter/2, p.quarter/3, true
	a.kind = gapHanLatin
}

// blankGap sets the blank of one or two marks.
func (p *para) blankGap(a, b *atom, blank int32, it *item) {
	a.kind = max(gapOf(a), gapOf(b))
	if gapOf(a) == gapBracket || gapOf(b) == gapBracket {
		a.kind = gapBracket
	}
	it.glue, it.shrink, it.stretch = blank, blank, p.em/20
	if a.kind == gapStop || a.mark && b.mark { // 。 keeps a quarter, and so does what was squeezed already
		it.shrink = blank / 2
	}
}

func gapOf(a *atom) gapKind {
	switch a.class {
	case classOpen, classClose:
		return gapBracket
	case classComma:
		return gapComma
	case classStop, classQuestion:
		return gapStop
	case classDot:
		return gapDot
	}
	return gapNone
}

// meets reports whether Han meets a letter or a figure: punctuation keeps its own space.
func meets(a, b *atom) bool {
	han, other := a, b
	if a.latin {
		han, other = b, a
	}
	switch other.class {
	case classLetter, classDigit, classPrefix, classPostfix:
	default:
		return false
	}
	return han.class == classHan || han.class == classNonstarter
}

// elastic reports whether the place between two atoms may open when a line is expanded (CLREQ 3.2.1: not in …… and ——, not
// at connectors and solidi).
func (p *para) elastic(a, b *atom) bool {
	if a.latin && b.latin || b.class == classExtend || a.class == classNote || b.class == classNote || a.class == classLatinOpen || b.class == classLatinClose {
		return false
	}
	for _, c := range [2]charClass{a.class, b.class} {
		if c == classConnector || c == classSolidus {
			return false
		}
	}
	return a.class != b.class || a.class != classDash && a.class != classEllipsis
}
