package tables

import "slices"

// MergeEqual merges neighbours below one another that have equal keys, in the columns named, and returns the rows for
// Resolve. The columns are nested in the order given: a later one merges only inside the groups of the earlier ones. The
// first head rows, if any, are left alone. Cells that are merged keep the content of their first row; cell i of the grid
// then shows what stands at Cells[i].Row and Cells[i].Col of the data.
//
//	columns 0, 1                     +----+----+---+
//	湖北 武汉 1                      | 湖 | 武 | 1 |
//	湖北 武汉 2                      | 北 | 汉 +---+
//	湖北 黄石 3                      |    |    | 2 |
//	湖南 黄石 4  ← another province  |    +----+---+
//	                                 |    | 黄 | 3 |
//	                                 +----+----+---+
//	                                 | 湖 | 黄 | 4 |
//	                                 +----+----+---+
//
// It asks for each key once or twice and takes time linear in the table. A column that does not exist or is named twice is
// a ColumnError; a table beyond the limits of Resolve is a SizeError.
func MergeEqual[K comparable](rows, cols, head int, merge []int, key func(row, col int) K) ([][]Span, error) {
	if rows <= 0 || cols <= 0 || cols > MaxCols || rows > MaxSlots/cols {
		return nil, SizeError{rows, cols}
	}
	for i, col := range merge {
		if col < 0 || col >= cols || slices.Contains(merge[:i], col) {
			return nil, ColumnError{col}
		}
	}
	all := make([]Span, rows*cols)
	parted := make([]bool, rows) // from the row above, by an earlier column
	for row := range min(max(head, 0)+1, rows) {
		parted[row] = true
	}
	for _, col := range merge {
		from := 0
		for row := range rows {
			parted[row] = parted[row] || key(row, col) != key(row-1, col)
			if parted[row] {
				from = row
				continue
			}
			all[row*cols+col].Rows = -1
			all[from*cols+col].Rows = row - from + 1
		}
	}
	return sparse(all, rows, cols), nil
}

// sparse drops the slots that a cell above has taken, marked by -1, in place.
func sparse(all []Span, rows, cols int) [][]Span {
	list := make([][]Span, rows)
	for row := range list {
		line := all[row*cols : (row+1)*cols : (row+1)*cols]
		kept := line[:0]
		for _, s := range line {
			if s.Rows >= 0 {
				kept = append(kept, s)
			}
		}
		list[row] = kept
	}
	return list
}
