package tables

import "iter"

// Span is the size of a cell as written in the source, in rows and columns. 0 means 1; less is a SpanError.
type Span struct{ Rows, Cols int }

// Cell is a cell as placed: its first row and column, and how many of each it covers (at least 1).
type Cell struct{ Row, Col, Rows, Cols int }

// Grid is a table whose slots are each covered by exactly one cell. Only Resolve makes a usable one, and nobody changes
// it afterwards, so it may be shared between goroutines.
type Grid struct {
	Rows, Cols int
	Head       int    // the first Head rows are the table head
	Cells      []Cell // in the order written: by row, then by column
	slot       []int32
	first      []int32
}

// At gives the cell that covers the slot, and whether the slot is its anchor, the top left one. Outside the grid the cell
// is -1.
func (g *Grid) At(row, col int) (cell int, anchor bool) {
	if row < 0 || row >= g.Rows || col < 0 || col >= g.Cols {
		return -1, false
	}
	cell = g.owner(row, col)
	at := &g.Cells[cell]
	return cell, at.Row == row && at.Col == col
}

// Starting gives the cells [from, to) that start in the row; there are none in a row filled from above.
func (g *Grid) Starting(row int) (from, to int) {
	if row < 0 || row >= g.Rows {
		return 0, 0
	}
	return int(g.first[row]), int(g.first[row+1])
}

// Across goes through the cells that cover the row, from left to right, whether they start in it or come from above.
func (g *Grid) Across(row int) iter.Seq[int] {
	return func(yield func(int) bool) {
		if row < 0 || row >= g.Rows {
			return
		}
		for col := 0; col < g.Cols; {
			cell := g.owner(row, col)
			if !yield(cell) {
				return
			}
			col += g.Cells[cell].Cols
		}
	}
}

// Crossing goes through the cells that a cut above the row goes through, from left to right. Row 0 and the end of the grid
// cut nothing.
//
//	+---+---+
//	| 0 | 1 |
//	|   +---+   Crossing(1) is cell 0
//	|   | 2 |
//	+---+---+
func (g *Grid) Crossing(row int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for cell := range g.Across(row) {
			if g.Cells[cell].Row < row && !yield(cell) {
				return
			}
		}
	}
}

// Breakable reports whether the grid can be cut above the row without going through a merged cell.
func (g *Grid) Breakable(row int) bool {
	for range g.Crossing(row) {
		return false
	}
	return true
}

// Groups goes through the row groups [from, to): the shortest runs of rows that no merged cell leaves. Rows without tall
// cells are groups of one.
func (g *Grid) Groups() iter.Seq2[int, int] {
	return func(yield func(from, to int) bool) {
		from := 0
		for row := 1; row <= g.Rows; row++ {
			if !g.Breakable(row) {
				continue
			}
			if !yield(from, row) {
				return
			}
			from = row
		}
	}
}

// owner is At without the checks. A slot holds its cell counted from 1, so that the zero value means free while the grid
// is being filled.
func (g *Grid) owner(row, col int) int { return int(g.slot[row*g.Cols+col]) - 1 }
