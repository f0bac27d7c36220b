package layout

import (
	"slices"

	"github.com/banxin-go/banxin/layout/unit"
)

// An atom is one cluster of glyphs: what the breaker sees as an item, with what painting needs.
type atom struct {
	run        int32 // in para.runs
	glyph      int32 // first glyph in the run
	start, end int32 // bytes of the run's text
	shift      int32 // of the glyph's origin from the box's left end
	before     int32 // blank of a mark at both sides, outside of the box
	after      int32
	blank      int32 // width of a space
	glyphs     int16
	class      charClass
	kind       gapKind // of the glue behind
	latin      bool
	mark       bool // has blanks to give up
	joined     bool // the second half of a dash
}

// maxLength bounds one box: an int32 of EMU is 59 metres.
const maxLength = 1<<31 - 1

func clamp(l unit.Length) int32 { return int32(min(max(l, -maxLength), maxLength)) }

// build makes the atoms and items of all runs, and cuts them into parts at forced line ends.
func (p *para) build() {
	p.atoms, p.items, p.parts = slices.Grow(p.atoms[:0], len(p.chars)), slices.Grow(p.items[:0], len(p.chars)), p.parts[:0]
	next := 0 // char
	for r := range p.runs {
		next = p.buildRun(r, p.reach(r, next))
	}
	p.reach(len(p.runs), next)
	p.feed()
}

// reach goes from char next to the first one of run r. What lies between has no glyph: forced line ends, and stretches of
// nothing but default-ignorable characters.
func (p *para) reach(r, next int) int {
	if r < len(p.runs) && p.runAt[r] == noteGoesOn {
		return next
	}
	for ; next < len(p.chars); next++ {
		c := &p.chars[next]
		if r < len(p.runs) && (p.runAt[r] < 0 && c.class == classNote || p.runAt[r] >= 0 && c.at >= p.runAt[r] && c.class != classFeed) {
			break
		}
		if c.class == classFeed {
			p.feed()
		}
	}
	return next
}

// feed ends a part: lines never reach over it.
func (p *para) feed() {
	p.parts = append(p.parts, len(p.items))
}

func (p *para) partStart() int {
	if len(p.parts) == 0 {
		return 0
	}
	return p.parts[len(p.parts)-1]
}

// buildRun adds a run's clusters. next is the first char of the run; the first char behind it is returned.
func (p *para) buildRun(r, next int) int {
	run, at := &p.runs[r], p.runAt[r]
	if at < 0 {
		advance := int64(0)
		for i := range run.Glyphs {
			advance += int64(run.Glyphs[i].Advance)
		}
		return p.addNote(r, len(run.Glyphs), advance, next)
	}
	if p.upright(run) {
		return p.addUpright(r, next)
	}
	start := 0
	for g := 0; g < len(run.Glyphs); {
		from, end, advance := g, run.Glyphs[g].End, int64(0)
		for ; g < len(run.Glyphs) && (g == from || run.Glyphs[g].Start < end); g++ {
			end = max(end, run.Glyphs[g].End)
			advance += int64(run.Glyphs[g].Advance)
		}
		if g == len(run.Glyphs) {
			end = len(run.Text)
		}
		a := atom{run: int32(r), glyph: int32(from), glyphs: int16(g - from), start: int32(start), end: int32(end)}
		next = p.add(a, next, at+int32(end), advance)
		start = end
	}
	return next
}

// add adds a cluster that holds the chars from next up to the byte end.
func (p *para) add(a atom, next int, end int32, advance int64) int {
	next = p.skipUnseen(next, end)
	c := &p.chars[next]
	for next < len(p.chars) && p.chars[next].at < end && p.chars[next].class != classFeed && p.chars[next].class != classNote {
		if c.class == classExtend {
			c = &p.chars[next]
		}
		next++
	}
	a.class, a.latin = c.class, c.latin
	var it item
	it.penalty, it.tear = p.priceAfter(next - 1)
	p.size(&a, &it, advance, p.tongueAt(next-1))
	p.push(a, it)
	return next
}

// skipUnseen skips characters without a glyph before a cluster's own. A line may end behind them, if at all, and not before.
func (p *para) skipUnseen(next int, end int32) int {
	for ; next+1 < len(p.chars) && p.chars[next+1].at < end; next++ {
		if c := p.chars[next].class; c != classZeroSpace && c != classJoiner && c != classExtend {
			break
		}
		if n := len(p.items); n > p.partStart() {
			p.items[n-1].penalty, p.items[n-1].tear = p.priceAfter(next)
		}
	}
	return next
}

// priceAfter gives what a line end behind char i costs, and what tearing there costs if it is forbidden.
func (p *para) priceAfter(i int) (penalty, tear int16) {
	penalty = p.chars[i].after
	if penalty == noBreak {
		tear = p.tear(i)
	}
	return penalty, tear
}

// push appends an atom and sets the gap before it.
func (p *para) push(a atom, it item) {
	n := len(p.atoms)
	if n > p.partStart() {
		p.space(&p.atoms[n-1], &a, &p.items[n-1])
	}
	if it.penalty == 0 && n == p.partStart() && it.box == 0 { // no line of a typed indent alone
		it.penalty = noBreak
	}
	p.atoms = append(p.atoms, a)
	p.items = append(p.items, it)
}

// size gives a cluster its box.
func (p *para) size(a *atom, it *item, advance int64, t tongue) {
	run := &p.runs[a.run]
	natural := clamp(p.fontSize.MulDiv(advance, int64(run.Face.UnitsPerEm)) + unit.Length(p.tracking))
	switch a.class {
	case classSpace, classGlue:
		a.blank = natural
	case classWideSpace:
		a.blank = p.em
	case classOpen, classClose, classComma, classStop, classQuestion, classDot, classSolidus:
		p.sizeMark(a, it, t)
	case classConnector, classDash, classEllipsis, classLatinOpen, classLatinClose:
		it.box = p.hanBox(natural)
		if a.class == classDash && it.box == p.em {
			p.joinDash(a, t)
		}
	case classExtend: // of another face than its base
		it.box, a.shift = natural, p.overhang()
	default:
		it.box, it.weight = natural, 1
		if !a.latin {
			it.box = p.hanBox(natural)
		}
	}
}

// overhang is by how much the last atom's glyph is wider than its cell: a mark on it is placed from where its advance ends.
func (p *para) overhang() int32 {
	n := len(p.atoms) - 1
	if n < p.partStart() {
		return 0
	}
	a := &p.atoms[n]
	run := &p.runs[a.run]
	end := p.fontSize.MulDiv(int64(run.Glyphs[a.glyph].Advance), int64(run.Face.UnitsPerEm)) + unit.Length(a.shift)
	return clamp(end) - p.items[n].box
}

// hanBox is the cell of the grid for a glyph about as wide as an em, else the glyph's own width.
func (p *para) hanBox(natural int32) int32 {
	if natural > p.wide || natural < p.slim {
		return natural
	}
	return p.em
}

// sizeMark sizes punctuation of the Han side.
func (p *para) sizeMark(a *atom, it *item, t tongue) {
	run := &p.runs[a.run]
	b := p.squeezer.body(bodyKey{run.Face, run.Glyphs[a.glyph].ID, a.class, t, run.Vertical})
	scale := func(v int32) int32 { return clamp(unit.Length(p.em).MulDiv(int64(v), int64(run.Face.UnitsPerEm))) }
	it.box, a.shift = scale(b.cell), scale(b.origin)
	if g := &run.Glyphs[a.glyph]; run.Vertical {
		g.DX += b.cross
	} else {
		g.DY += b.cross
	}
	if !p.squeeze {
		return
	}
	// Blanks are rounded up and what is left of the mark down, so that two halves never are more than the whole.
	up := func(v int32) int32 { return it.box - scale(b.cell-v) }
	a.before, a.after, a.mark = up(b.before), up(b.after), isMark(a.class)
	it.box -= a.before + a.after
	a.shift -= a.before
	if a.class == classQuestion && p.pairs(a) { // ？！ together are as wide as one character, three as two (GB/T 15834-2011 4.3.3)
		a.after = 0
	}
}

// joinDash moves the two glyphs of —— together where the face draws them narrower than an em each, so that the dash is one line.
func (p *para) joinDash(a *atom, t tongue) {
	run := &p.runs[a.run]
	em := int64(run.Face.UnitsPerEm)
	b := p.squeezer.body(bodyKey{run.Face, run.Glyphs[a.glyph].ID, a.class, t, run.Vertical})
	if b.before+b.after < b.cell/50 { // made to meet
		return
	}
	overlap := int64(b.cell / 100)
	if n := len(p.atoms) - 1; n >= p.partStart() && p.atoms[n].class == classDash && !p.atoms[n].joined {
		a.joined = true
		a.shift = -clamp(p.fontSize.MulDiv(int64(b.before)+overlap, em))
		return
	}
	a.shift = p.em - clamp(p.fontSize.MulDiv(int64(b.cell-b.after)-overlap, em))
}

// pairs reports whether a is the second, fourth … of marks ？ ！ in a row: the one before it has its blank still.
func (p *para) pairs(a *atom) bool {
	n := len(p.atoms) - 1
	return n >= p.partStart() && p.atoms[n].class == a.class && p.atoms[n].after > 0
}

// The places of runs that are no text of the paragraph: the number of a note, and a second face of it.
const (
	noteStarts = -1
	noteGoesOn = -2
)

// addNote adds the number of a note, all of its glyphs in one box.
func (p *para) addNote(r, glyphs int, advance int64, next int) int {
	run := &p.runs[r]
	if p.runAt[r] == noteStarts {
		next++
	} else {
		p.items[len(p.items)-1].penalty = noBreak
	}
	a := atom{run: int32(r), glyphs: int16(glyphs), end: int32(len(run.Text)), class: classNote, latin: true, mark: true}
	it := item{penalty: p.chars[next-1].after, box: clamp(p.noteSize().MulDiv(advance, int64(run.Face.UnitsPerEm)))}
	p.push(a, it)
	return next
}

// noteSize is the size of the superior figures of notes.
func (p *para) noteSize() unit.Length { return p.fontSize * 3 / 5 }

// noteRise is how much higher they stand than the text: programs that copy text see another line in what stands higher than half its own
// size (poppler's maxIntraLineDelta).
func (p *para) noteRise() unit.Length { return p.noteSize() * 48 / 100 }
