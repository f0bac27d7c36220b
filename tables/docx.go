package tables

import "iter"

// Merge is a cell's part in a vertical merge, w:vMerge of ISO/IEC 29500-1 17.4.84.
type Merge uint8

// The states of a vertical merge.
const (
	MergeNone     Merge = iota // a cell of one row: no w:vMerge
	MergeRestart               // the first row of a tall cell, the one with its content
	MergeContinue              // a further row of it: an empty w:tc
)

// RowCell is one w:tc of a w:tr: the cell, its first column, its gridSpan and its vMerge.
type RowCell struct {
	Cell, Col, Span int
	Merge           Merge
}

// RowCells goes through the w:tc elements of a row from left to right. WordprocessingML has no cell without a w:tc in each
// row that it covers, so a cell from above comes again with MergeContinue. The spans of every row add up to Cols.
//
//	+---+-------+     row 0: {0, 0, 1, MergeRestart} {1, 1, 2, MergeNone}
//	| 0 | 1     |
//	|   +---+---+     row 1: {0, 0, 1, MergeContinue} {2, 1, 1, MergeNone} {3, 2, 1, MergeNone}
//	|   | 2 | 3 |
//	+---+---+---+
func (g *Grid) RowCells(row int) iter.Seq[RowCell] {
	return func(yield func(RowCell) bool) {
		for cell := range g.Across(row) {
			c := &g.Cells[cell]
			t := RowCell{Cell: cell, Col: c.Col, Span: c.Cols}
			switch {
			case c.Row < row:
				t.Merge = MergeContinue
			case c.Rows > 1:
				t.Merge = MergeRestart
			}
			if !yield(t) {
				return
			}
		}
	}
}
