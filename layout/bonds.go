package layout

import (
	"slices"

	"github.com/banxin-go/banxin/layout/doc"
)

// tie puts a price on every place between two characters.
func (p *para) tie() {
	k := kinsoku{level: p.level}
	base := classFeed  // of the character before, marks on it left out
	solid := classFeed // of the last one that is no space
	solidAt := 0
	p.pairAngles()
	for i := range p.chars {
		c := &p.chars[i]
		c.after = 0
		if c.class != classExtend {
			base = c.class
		}
		if !isBlank(base) && base != classZeroSpace {
			solid, solidAt = base, i
		}
		if i+1 == len(p.chars) {
			break
		}
		next := p.chars[i+1].class
		if base == classHan && next == classHan {
			continue
		}
		k.tongue = p.tongues[c.span]
		c.after = k.between(base, next)
		if base != solid && k.banned(solid, classHan) { // "（ 一": the space does not free the bracket
			c.after = noBreak
		}
		if c.after == 0 && (p.infix(solidAt, i+1) || c.r == '@' || c.r == '＠' || c.r == '/' && p.chars[i+1].r == '/') { // @云州发布, http：//
			c.after = noBreak
		}
		if next == classDigit && base != classDigit && p.breaking == doc.TotalFit {
			p.tieNumber(i, solidAt)
		}
		if c.r == noBreakHyphen || p.angle(i) || p.closesAngle(i+1) {
			c.after = noBreak
		}
		if next == classOpen && c.after == 0 && (p.chars[i+1].r == 0x3014 || p.opensYear(i+1)) { // 国办发〔2021〕30号
			c.after = bracketBreak
		}
	}
	if p.breaking == doc.TotalFit { // word processors know no units
		p.tieAfterNumbers()
	}
}

// noBreakHyphen ends no line (UAX 14, class GL); word processors know it.
const noBreakHyphen = '\u2011'

// infix reports whether char i is a sign between two words, and not that of what is behind it: 政策解读+回应关切, 12 × 36. A formula is
// parted behind its signs (GB 3102.11-1993), and so are words.
func (p *para) infix(solid, i int) bool {
	c := &p.chars[i]
	blank := i+1 < len(p.chars) && isBlank(p.chars[i+1].class)
	switch c.class {
	case classLatinMark, classSymbol:
	case classHyphen:
		return solid < i-1 && blank
	default:
		return false
	}
	if !infixes[c.r] || !joins(p.chars[solid].class) || p.opens(solid, i) && !blank {
		return false
	}
	own := p.chars[solid].class != classDigit && i+1 < len(p.chars) && p.chars[i+1].class == classDigit && (c.r == '+' || c.r == '<' || c.r == '>' || signs[c.r])
	return !own
}

// opens reports whether the sign at char i would begin something if no blank is behind it: a bracket, <方案>, or what has a blank before it.
func (p *para) opens(solid, i int) bool {
	return solid < i-1 || p.angle(i)
}

// angle reports whether char i is a < that stands for a bracket: <方案>, and ＜方案＞ where that is closed again. 甲＜乙 is a formula.
func (p *para) angle(i int) bool {
	switch p.chars[i].r {
	case '<':
		return i+1 < len(p.chars) && !isBlank(p.chars[i+1].class)
	case '＜':
		return p.paired(i)
	}
	return false
}

// paired reports whether char i is one of those that pairAngles has found.
func (p *para) paired(i int) bool {
	_, found := slices.BinarySearch(p.angles, int32(i))
	return found
}

// closesAngle reports whether char i closes what a ＜ opens.
func (p *para) closesAngle(i int) bool {
	return p.chars[i].r == '＞' && p.paired(i)
}

// pairAngles finds each ＜ that a ＞ closes, and that: ＜关于印发＜方案＞的通知＞.
func (p *para) pairAngles() {
	p.angles = p.angles[:0]
	var open []int32
	for _, i := range p.unclear {
		switch p.chars[i].r {
		case '＜':
			open = append(open, i)
		case '＞':
			if n := len(open) - 1; n >= 0 {
				p.angles = append(p.angles, open[n], i)
				open = open[:n]
			}
		}
	}
	slices.Sort(p.angles)
}

// infixes are signs that stand between what they join, each wide and narrow.
var infixes = map[rune]bool{
	'+': true, '=': true, '&': true, '*': true, '|': true, '~': true, '<': true, '>': true, '×': true, '÷': true, '±': true, '−': true, '∶': true,
	'≈': true, '≠': true, '≤': true, '≥': true, '≦': true, '≧': true, '＋': true, '＝': true, '＆': true, '＊': true, '｜': true, '＜': true, '＞': true,
}

// joins are the classes that a sign can join to what follows.
func joins(c charClass) bool {
	switch c {
	case classHan, classClose, classLetter, classDigit, classLatinClose, classPostfix, classHangul, classNonstarter:
		return true
	}
	return false
}

// Prices of line ends inside what must not be broken, for stretches that are wider than a line.
const (
	tearAddress = 1000  // at a mark of an address
	tearMeasure = 1500  // inside a unit of several characters: 10个工作日
	tearNumber  = 2000  // between a number and its unit
	tearCounted = 2500  // inside what 个 counts: 10个|工作日
	tearWord    = 3000  // inside a word
	tearRule    = 8000  // a mark at a line's start or end (CLREQ allows it for runs of marks, as a last resort)
	tearUnit    = 20000 // inside —— and ……
)

// tear gives the price of a line end behind char i that tie has forbidden, 0 where there must never be one.
func (p *para) tear(i int) int16 {
	if i+1 >= len(p.chars) {
		return 0
	}
	a, b := &p.chars[i], &p.chars[i+1]
	switch {
	case hangsOn(b.class):
		return 0
	case isBlank(a.class), a.r == '第', a.class == classClose && b.class == classHan, p.joinsFigures(i): // 12 345, 第|（一）|项, 0517-|83605210
		return tearNumber
	case a.latin && b.latin && p.cutsAddress(i):
		return tearAddress
	case a.latin && b.latin, a.class == classHangul:
		return tearWord
	case a.class == b.class && (a.class == classDash || a.class == classEllipsis):
		return tearUnit
	case a.class == classHan && b.class == classHan && p.counted(i):
		return tearCounted
	case a.class == classHan && b.class == classHan:
		return tearMeasure
	case a.class == classDigit:
		return tearNumber
	}
	return tearRule
}

// joinsFigures says whether char i is the hyphen or comma between two figures.
func (p *para) joinsFigures(i int) bool {
	return i > 0 && (p.chars[i].r == '-' || p.chars[i].r == ',') && p.chars[i-1].class == classDigit && p.chars[i+1].class == classDigit
}

// counted says whether char i belongs to a unit that 个 stands before.
func (p *para) counted(i int) bool {
	for k := i - 1; k >= 0 && k > i-longestUnit && p.chars[k].after == noBreak; k-- {
		if p.chars[k].r == '个' {
			return true
		}
	}
	return false
}
