package pdf

// A line that ends in a hyphen is read with the beginning of the next one, by ActualText: see Borrowed and Lent of display.Text.

// borrows gives the glyph with which that begins: the last one that is no space.
func (s *shower) borrows() int {
	n := len(s.t.Glyphs)
	if s.t.Borrowed == "" {
		return n
	}
	for i := n - 1; i > 0; i-- {
		if !isSpace(s.t, i) {
			return i
		}
	}
	return 0
}

// borrowed shows the glyphs from there on.
func (s *shower) borrowed(from int) {
	if n := len(s.t.Glyphs); from < n {
		s.readAs(from, n, s.t.String[s.t.Glyphs[from].Start:]+s.t.Borrowed)
	}
}

// lent shows the clusters that the line before has borrowed as if only the next one stood there, and gives the glyph behind that: a glyph
// that is to be read as nothing is read all the same by PDFium.
func (s *shower) lent() int {
	if s.t.Lent == 0 {
		return 0
	}
	g, i := s.t.Glyphs, 0
	for i < len(g) && g[i].Start < s.t.Lent {
		i++
	}
	if i == len(g) {
		return 0
	}
	n := i + clusterLen(g[i:])
	s.readAs(0, n, s.t.String[g[i].Start:g[i].End])
	return n
}

// readAs shows the glyphs of whole clusters, to be read as text.
func (s *shower) readAs(from, to int, text string) {
	s.actual(text)
	for from < to {
		n := clusterLen(s.t.Glyphs[from:to])
		s.glyphs(from, n)
		from += n
	}
	s.endSpan(true)
}
