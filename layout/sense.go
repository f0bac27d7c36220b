package layout

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Titles, table heads and labels are broken at sense (GB/T 9704-2012 7.3.1: 词意完整): sense puts a price on the places between their
// characters, and balance.go and titleform.go find the cheapest lines.

// Prices of line ends between two Han characters of a title, head or label.
const (
	agencyBreak = 0   // behind the name of an agency
	senseBreak  = 30  // between words; between pairs of other characters: most words have two
	joinBreak   = 50  // before 和, 及
	loneBreak   = 60  // beside a single character between words
	phraseBreak = 60  // between the words of a phrase, twice as much inside a phrase of a phrase
	unitBreak   = 80  // behind 2022年
	oddBreak    = 100 // inside a pair of characters; behind 关于; before （室）
	wordBreak   = 200 // inside a word of the list, between 不 and what follows, between 市 and what stands before
	groupBreak  = 320 // inside short brackets: （单位：条）
	groupChars  = 8   // of such brackets
	shortGroup  = 3   // of brackets that belong to the word before: 办公厅（室）
)

// sense puts a price on the places between Han characters.
func (p *para) sense() {
	for from := 0; from < len(p.chars); from++ {
		if p.chars[from].class != classHan {
			continue
		}
		to := from
		for to < len(p.chars) && p.chars[to].class == classHan {
			to++
		}
		start := from
		if from > 0 && p.chars[from-1].class == classDigit {
			start += max(1, p.unit(from))
			p.price(start-1, unitBreak)
		}
		p.senseRun(min(start, to), to)
		from = to
	}
	p.bracketed()
}

// bracketed keeps short brackets together, and the shortest with what stands before them.
func (p *para) bracketed() {
	for from := range p.chars {
		if p.chars[from].class != classOpen {
			continue
		}
		for to := from + 1; to < len(p.chars) && to <= from+groupChars+1; to++ {
			if p.chars[to].class != classClose {
				continue
			}
			for i := from; i < to; i++ {
				p.raise(i, groupBreak)
			}
			if from > 0 && to-from-1 < shortGroup && p.chars[from-1].class == classHan {
				p.raise(from-1, oddBreak)
			}
			break
		}
	}
}

// price raises what a line end costs between char i and a Han character behind it.
func (p *para) price(i int, cost int16) {
	if i >= 0 && i+1 < len(p.chars) && p.chars[i+1].class == classHan {
		p.raise(i, cost)
	}
}

func (p *para) raise(i int, cost int16) {
	if c := &p.chars[i]; c.after != noBreak {
		c.after = max(c.after, cost)
	}
}

// A sensePart is a stretch of a run of Han characters: a word of the list, or characters that no word has.
type sensePart struct {
	from, to int
	listed   bool
}

// senseRun prices the Han characters [from,to).
func (p *para) senseRun(from, to int) {
	p.words, p.wordsFrom = p.words[:0], from
	for i := from; i < to; i++ {
		p.words = append(p.words, p.wordsAt(i, to))
	}
	p.parted = p.senseParts(p.parted[:0], from, to, longestWord+1)
	parts := p.parted
	for i := range parts {
		part := &parts[i]
		if part.listed {
			p.senseWord(part.from, part.to, phraseBreak)
		} else {
			p.sensePairs(part.from, part.to)
		}
		p.senseEdges(part)
	}
	for i := 1; i < len(parts); i++ {
		if !p.endsAgency(from, parts[i].from) {
			p.price(parts[i].from-1, senseBreak)
		}
	}
}

// A senseWay is how the rest of a run from a character on is best divided: what it costs, and how long its first part is.
type senseWay struct{ cost, size int32 }

// senseParts divides [from,to) so that as few characters as can be are left without a word shorter than limit, and the words are as
// few as can be.
func (p *para) senseParts(parts []sensePart, from, to, limit int) []sensePart {
	const single, word = 5, 2
	n := to - from
	p.ways = slices.Grow(p.ways[:0], n+1)[:n+1]
	p.ways[n] = senseWay{}
	for i := n - 1; i >= 0; i-- {
		best := senseWay{p.ways[i+1].cost + single, 1}
		words := p.words[from+i-p.wordsFrom]
		for length := words.longest(min(limit, n-i+1)); length > 1; length = words.longest(length) {
			if c := p.ways[i+length].cost + word; c < best.cost {
				best = senseWay{c, int32(length)}
			}
		}
		p.ways[i] = best
	}
	for i, size := 0, 0; i < n; i += size {
		size = int(p.ways[i].size)
		at := from + i
		if last := len(parts) - 1; size == 1 && last >= 0 && !parts[last].listed && !p.apart(parts[last].from, at) {
			parts[last].to++
			continue
		}
		parts = append(parts, sensePart{at, at + size, size > 1})
	}
	return parts
}

// apart says that char i, behind characters from from on that no word has either, is not one of their stretch.
func (p *para) apart(from, i int) bool {
	for k := i - 1; k <= i; k++ {
		if p.oneOf(k, leadingChars) || p.oneOf(k, joiningChars) {
			return true
		}
	}
	return i-from > 1 && p.oneOf(i-1, placeEnds)
}

func (p *para) oneOf(i int, chars string) bool { return strings.ContainsRune(chars, p.chars[i].r) }

// shortestPhrase is how many characters the shortest phrase has: two words of two.
const shortestPhrase = 4

// senseWord prices the inside of a listed word. A phrase is one that falls into listed words.
func (p *para) senseWord(from, to int, between int16) {
	room := [longestWord]sensePart{{from, to, false}}
	parts := room[:1]
	if to-from >= shortestPhrase {
		parts = p.senseParts(room[:0], from, to, to-from)
	}
	for i := range parts {
		if !parts[i].listed {
			for k := from; k < to-1; k++ {
				p.price(k, wordBreak)
			}
			return
		}
	}
	for i := range parts {
		p.senseWord(parts[i].from, parts[i].to, 2*between)
		if i > 0 {
			p.price(parts[i].from-1, min(between, wordBreak))
		}
	}
}

// sensePairs takes characters without a word two by two, the last three together where their number is odd. Of a long stretch
// nobody can tell where its pairs are.
func (p *para) sensePairs(from, to int) {
	const mostPaired = 6
	for i := from; i < to-1; i++ {
		switch {
		case i == from, i == to-2, (i-from)%2 == 0 && to-from <= mostPaired:
			p.price(i, oddBreak)
		default:
			p.price(i, senseBreak)
		}
	}
}

// senseEdges prices both ends of a part that stands with its neighbours.
func (p *para) senseEdges(part *sensePart) {
	first, last := part.from, part.to-1
	switch {
	case part.listed:
		if p.leads(part) {
			p.price(last, oddBreak)
		}
	case p.oneOf(last, leadingChars), first == last && p.oneOf(last, placeEnds):
		p.price(last, wordBreak)
	case p.oneOf(last, joiningChars):
		if first > 0 && p.chars[first-1].class == classHan { // not behind （室）
			p.price(first-1, joinBreak)
		}
		p.price(last, wordBreak)
	case first < last:
	case p.oneOf(first, trailingChars):
		p.price(first-1, wordBreak)
	default:
		p.price(first-1, loneBreak)
		p.price(last, loneBreak)
	}
}

// leads says whether a word stands with what follows.
func (p *para) leads(word *sensePart) bool {
	for _, w := range leadingWords {
		if p.endsIn(word.from, word.to, w) && word.to-word.from == utf8.RuneCountInString(w) {
			return true
		}
	}
	return false
}

// endsAgency says whether the characters [from,to) end with the name of an agency: a name and what such names end with.
func (p *para) endsAgency(from, to int) bool {
	for _, end := range agencyEnds {
		if p.endsIn(from, to, end) && to-from > utf8.RuneCountInString(end) {
			return true
		}
	}
	return false
}

func (p *para) endsIn(from, to int, end string) bool {
	for i := to - 1; len(end) > 0; i-- {
		r, size := utf8.DecodeLastRuneInString(end)
		if i < from || p.chars[i].r != r {
			return false
		}
		end = end[:len(end)-size]
	}
	return true
}
