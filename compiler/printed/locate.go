package printed

// Locate gives d, read from a file, with the places that the same texts and cells have in from. What from has not, marks
// that only one format shows, gets the place of what stands before it.
func Locate(d, from Document) Document {
	c := comparison{want: from, got: d}
	al := aligner{same: c.same, like: c.like, may: c.may}
	out, last := append(Document(nil), d...), ""
	for _, p := range al.align(len(from), len(d)) {
		if p.a >= 0 {
			last = from[p.a].Src
		}
		if p.b < 0 {
			continue
		}
		b := &out[p.b]
		b.Src = last
		if p.a >= 0 {
			b.Label = from[p.a].Label
		}
		if b.Table != nil {
			b.Table = locateTable(b.Table, from, p.a)
		}
	}
	return out
}

// locateTable gives a table whose cells have the places of those that stand in the same slots.
func locateTable(t *Table, from Document, at int) *Table {
	located := *t
	located.Cells = append([]Cell(nil), t.Cells...)
	if at < 0 {
		return &located
	}
	type slot struct{ row, col int }
	places := make(map[slot]string, len(located.Cells))
	for i := range from[at].Table.Cells {
		c := &from[at].Table.Cells[i]
		places[slot{c.Row, c.Col}] = c.Src
	}
	for i := range located.Cells {
		c := &located.Cells[i]
		c.Src = places[slot{c.Row, c.Col}]
	}
	return &located
}
