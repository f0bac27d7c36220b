package linesetting

import "unicode"

// ungrow gives letters, figures and Han characters their own widths back. A program may let a cell grow over the gap beside it, for the
// sake of the text's copying, or cut it before a blank: the gap would not be seen. Han characters have an em; others what they have
// between two that are none.
func ungrow(glyphs []Glyph) {
	own := map[rune]float64{}
	for i := 1; i+1 < len(glyphs); i++ {
		if g := &glyphs[i]; !isHan(g.Rune) && glyphs[i-1].touches(g) && g.touches(&glyphs[i+1]) {
			own[g.Rune] = g.Adv / g.Size
		}
	}
	for i := range glyphs {
		g := &glyphs[i]
		width, ok := own[g.Rune]
		if isHan(g.Rune) {
			width, ok = 1, true
		} else if !ok && unicode.IsDigit(g.Rune) {
			width, ok = own['0']
		}
		grown := g.Adv - width*g.Size
		if !ok || abs(grown) < g.Size/10 {
			continue
		}
		before := i > 0 && g.beside(&glyphs[i-1]) && !isHan(g.Rune)
		behind := i+1 < len(glyphs) && g.beside(&glyphs[i+1])
		switch {
		case grown < 0:
		case before && behind:
			g.X += grown / 2
		case before:
			g.X += grown
		}
		g.Adv -= grown
	}
}

// touches tells two letters or figures of which the second begins where the first ends.
func (g *Glyph) touches(next *Glyph) bool {
	return isLatin(g.Rune) && isLatin(next.Rune) && g.Y == next.Y && abs(g.X+g.Adv-next.X) < g.Size/50
}

// beside tells a Han character of the same line.
func (g *Glyph) beside(other *Glyph) bool { return isHan(other.Rune) && g.Y == other.Y }
