package tables

// Part is what a slice shows of a cell. Row and Col count in the slice, from its first row and column.
type Part struct {
	Cell                 int
	Row, Col, Rows, Cols int
	First, Last          bool // the cell starts here; it ends here
	Repeat               bool // of a head drawn again: an artifact, its cell has been shown before
}

// Slice is what one page shows of a grid: rows [From, To), below Repeat head rows that are drawn again.
//
//	+---+---+
//	| 0 | 1 |      Slice(1, 3):
//	|   +---+      +---+---+
//	|   | 2 |      | 0 | 2 |   cell 0: Row 0, Rows 1, not First, but Last
//	+---+---+      +---+---+
//	| 3     |      | 3     |
//	+---+---+      +---+---+
type Slice struct {
	From, To   int // rows of the grid
	Repeat     int // head rows drawn again above row From
	Head       int // head rows in the slice, drawn again or for the first time
	Rows, Cols int // size of the slice; Rows counts the repeated ones
	Parts      []Part
	openTop    bool // its first row is not the first of the table, or only the end of it
	openBottom bool
}

// Slice gives rows [from, to) with every cell clipped, in reading order. It costs as much as there are slots in the slice,
// however long the grid is. Limits outside the grid are moved into it.
func (g *Grid) Slice(from, to int) Slice { return g.cut(from, to, false) }

// Page is Slice with the head rows drawn again above row from, unless from lies in the head.
func (g *Grid) Page(from, to int) Slice { return g.cut(from, to, true) }

// GridRow gives the row of the grid that row i of the slice shows.
func (s *Slice) GridRow(i int) int {
	if i < s.Repeat {
		return i
	}
	return s.From + i - s.Repeat
}

// Tear says that row From began on an earlier page (top) or that row To-1 goes on to a later one (bottom), because it is
// taller than a page. The parts in it lose their First or Last.
func (s *Slice) Tear(top, bottom bool) {
	s.openTop = s.openTop || top
	s.openBottom = s.openBottom || bottom
	for i := range s.Parts {
		p := &s.Parts[i]
		p.First = p.First && !(top && p.Row == s.Repeat)
		p.Last = p.Last && !(bottom && p.Row+p.Rows == s.Rows)
	}
}

func (g *Grid) cut(from, to int, repeat bool) Slice {
	to = min(max(to, 0), g.Rows)
	from = min(max(from, 0), to)
	s := Slice{From: from, To: to, Cols: g.Cols, openTop: from > 0, openBottom: to < g.Rows}
	if repeat && from >= g.Head && from < to {
		s.Repeat = g.Head
	}
	s.Rows = s.Repeat + to - from
	s.Head = max(s.Repeat, min(g.Head, to)-from)
	s.Parts = make([]Part, 0, g.count(0, s.Repeat)+g.count(from, to))
	g.add(&s, 0, s.Repeat, 0)
	for i := range s.Parts {
		s.Parts[i].Repeat = true
	}
	g.add(&s, from, to, s.Repeat)
	return s
}

// count is an upper bound for the parts of rows [from, to).
func (g *Grid) count(from, to int) int {
	if from >= to {
		return 0
	}
	return g.Cols + int(g.first[to]-g.first[from+1])
}

// add appends the parts of rows [from, to), the first of which becomes row at of the slice.
func (g *Grid) add(s *Slice, from, to, at int) {
	if from >= to {
		return
	}
	for cell := range g.Across(from) {
		s.Parts = append(s.Parts, g.part(cell, from, to, at))
	}
	for cell := int(g.first[from+1]); cell < int(g.first[to]); cell++ {
		s.Parts = append(s.Parts, g.part(cell, from, to, at))
	}
}

func (g *Grid) part(cell, from, to, at int) Part {
	c := &g.Cells[cell]
	top, bottom := max(c.Row, from), min(c.Row+c.Rows, to)
	return Part{
		Cell: cell, Row: top - from + at, Col: c.Col, Rows: bottom - top, Cols: c.Cols,
		First: top == c.Row, Last: bottom == c.Row+c.Rows,
	}
}
