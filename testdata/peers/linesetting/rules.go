package linesetting

import "strings"

const slack = 0.03 // of the em: rounding of positions in the file

func (r *Report) violate(i int, l Line, rule string) {
	r.Violations = append(r.Violations, Violation{Line: i + 1, Rule: rule, Text: text(l)})
}

// rules checks line i of the column.
func (r *Report) rules(c column, i int, last bool) {
	l := c.lines[i]
	r.edges(c, i)
	if !last {
		r.filled(c, i)
	} else if !c.first[i] {
		r.lastLine(c, i)
	}
	for k := 1; k < len(l); k++ {
		r.pair(i, l, l[k-1], l[k])
	}
}

// lastLine: a paragraph's last line has two characters, and does not stand alone at a page's top.
func (r *Report) lastLine(c column, i int) {
	l := c.lines[i]
	if characters(l) < 2 {
		r.Lone++
		r.violate(i, l, "L13: the paragraph's last line is one character")
	}
	if l[0].Page != c.lines[i-1][0].Page {
		r.violate(i, l, "L14: the paragraph's last line is alone at the page's top")
	}
}

// edges: what stands first and last.
func (r *Report) edges(c column, i int) {
	l := c.lines[i]
	first, last := l[0].Rune, l[len(l)-1].Rune
	if strings.ContainsRune(notFirst, first) || lone(l) {
		r.violate(i, l, "L1: a mark starts the line")
	}
	if strings.ContainsRune(notLast, last) {
		r.violate(i, l, "L2: an opening mark ends the line")
	}
	if i == 0 || c.first[i] {
		return
	}
	before := c.lines[i-1][len(c.lines[i-1])-1].Rune
	if before == first && (first == '—' || first == '…') {
		r.violate(i, l, "L4: —— or …… is split")
	}
	if isLatin(before) && isLatin(first) {
		r.violate(i, l, "L17: a word or number is broken")
	}
}

// lone: one U+2014 is the connector and may not start a line; two are the dash and may.
func lone(l Line) bool { return l[0].Rune == '—' && (len(l) == 1 || l[1].Rune != '—') }

// filled: a justified line reaches the margin, and a mark at its end is half as wide (GB/T 15834-2011 5.1.10):
// its blank half then hangs out.
func (r *Report) filled(c column, i int) {
	l := c.lines[i]
	over := (end(l) - c.right) / c.em
	if last := l[len(l)-1].Rune; (last == '—' || last == '…') && abs(over) < 0.15 {
		return // a face may draw them narrower than the em that they take (GB/T 15834-2011 5.1.4)
	}
	switch mark := strings.ContainsRune(closing, l[len(l)-1].Rune); {
	case mark && over < 0.2:
		r.violate(i, l, "L8: the mark at the end is not half as wide")
	case !mark && over > slack:
		r.violate(i, l, "L19: overfull")
	case over < -slack:
		r.violate(i, l, "L19: does not reach the margin")
	}
}

func (r *Report) pair(i int, l Line, a, b Glyph) {
	g := gap(a, b)
	switch {
	case isHan(a.Rune) && isLatin(b.Rune), isLatin(a.Rune) && isHan(b.Rune):
		r.HanLatinMin, r.HanLatinMax = min(r.HanLatinMin, g), max(r.HanLatinMax, g)
		if g < 125-30 || g > 333+30 {
			r.violate(i, l, "L16: the gap "+string(a.Rune)+string(b.Rune)+" is not 1/8 to 1/3 em")
		}
	case isLatin(a.Rune) && strings.ContainsRune(closing, b.Rune) || strings.ContainsRune(opening, a.Rune) && isLatin(b.Rune):
		if g > 125 { // the blank of the mark is inside its advance
			r.violate(i, l, "L16: a gap between "+string(a.Rune)+" and "+string(b.Rune))
		}
	case a.Rune == b.Rune && (a.Rune == '—' || a.Rune == '…'):
		if g > 1000*slack {
			r.violate(i, l, "L4: —— or …… is stretched inside")
		}
	case adjacent(a.Rune, b.Rune) && b.X-a.X > 0.75*a.Size:
		r.violate(i, l, "L10: adjacent marks "+string(a.Rune)+string(b.Rune)+" are not squeezed")
	}
}

// adjacent: two marks whose blank halves meet, or follow one another (CLREQ "Adjustment of punctuation width").
func adjacent(a, b rune) bool {
	closes, opens := strings.ContainsRune(closing, a), strings.ContainsRune(opening, b)
	return closes && (opens || strings.ContainsRune(closing, b)) || strings.ContainsRune(opening, a) && opens
}

// characters counts without marks: a character with its mark is still one (CLREQ, orphan).
func characters(l Line) int {
	n := 0
	for _, g := range l {
		if isHan(g.Rune) || isLatin(g.Rune) {
			n++
		}
	}
	return n
}
