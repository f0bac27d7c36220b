package tables

// Columns gives the grid of the columns named, which must rise, with every cell clipped to them, and the cell of g that
// each of its cells shows. So a table too wide for the page is set in several parts, with the stub columns in each.
//
//	+---+-----------+       +---+-------+
//	|   | 申请人    |       |   | 申请人|
//	|   +---+---+---+       |   +---+---+
//	|   | a | b | c |       |   | b | c |   Columns([]int{0, 2, 3}): cells 0, 1, 3, 4, …
//	+---+---+---+---+       +---+---+---+
//	| 1 | 2 | 3 | 4 |       | 1 | 3 | 4 |
//	+---+---+---+---+       +---+---+---+
//
// No column at all is a SizeError; one that does not exist or does not rise is a ColumnError.
func (g *Grid) Columns(list []int) (*Grid, []int, error) {
	before := make([]int, g.Cols+1) // how many are kept left of each column
	next := 0
	for _, col := range list {
		if col < next || col >= g.Cols {
			return nil, nil, ColumnError{col}
		}
		before[col+1] = 1
		next = col + 1
	}
	for col := range g.Cols {
		before[col+1] += before[col]
	}
	rows := make([][]Span, g.Rows)
	var shown []int
	for i, c := range g.Cells {
		if n := before[c.Col+c.Cols] - before[c.Col]; n > 0 {
			rows[c.Row] = append(rows[c.Row], Span{c.Rows, n})
			shown = append(shown, i)
		}
	}
	part, err := Resolve(rows, len(list), g.Head)
	return part, shown, err
}
