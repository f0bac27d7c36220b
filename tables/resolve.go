package tables

import "errors"

// Limits of a grid, so that a bad input cannot ask for more memory than its own size warrants. Word stops at 63 columns;
// a table of 1,000,000 rows and 16 columns is still allowed.
const (
	MaxCols  = 1024
	MaxSlots = 1 << 24
)

// Resolve places the cells of the rows in a grid of cols columns whose first head rows are the table head. A row may list
// no cell at all when cells from above fill it.
//
// It takes time linear in the number of slots and returns every fault at once (errors.Join), row by row and from left to
// right: SizeError (alone, because nothing can be placed), HeadCountError, SpanError, ReachError, OverlapError, HeadError,
// GapError, ExtraError. After a fault the cell is cut to the slots it can have, so that one fault does not cause others.
func Resolve(rows [][]Span, cols, head int) (*Grid, error) {
	if len(rows) == 0 || cols <= 0 || cols > MaxCols || len(rows) > MaxSlots/cols {
		return nil, SizeError{len(rows), cols}
	}
	p := placer{Grid: newGrid(rows, cols)}
	if head < 0 || head > len(rows) {
		p.fail(HeadCountError{head, len(rows)})
		head = 0
	}
	p.Head = head
	for r, row := range rows {
		p.row(r, row)
		p.first[r+1] = int32(len(p.Cells))
	}
	if len(p.errs) > 0 {
		return nil, errors.Join(p.errs...)
	}
	return p.Grid, nil
}

// CountColumns is the number of columns that the first row spans: what most callers mean by the width of their table.
func CountColumns(rows [][]Span) int {
	n := 0
	if len(rows) > 0 {
		for _, span := range rows[0] {
			n += min(max(span.Cols, 1), MaxCols+1)
		}
	}
	return n
}

func newGrid(rows [][]Span, cols int) *Grid {
	cells := 0
	for _, row := range rows {
		cells += min(len(row), cols)
	}
	return &Grid{
		Rows:  len(rows),
		Cols:  cols,
		Cells: make([]Cell, 0, cells),
		slot:  make([]int32, len(rows)*cols),
		first: make([]int32, len(rows)+1),
	}
}

// placer fills a grid from top to bottom and collects what does not fit.
type placer struct {
	*Grid
	errs []error
}

func (p *placer) fail(err error) { p.errs = append(p.errs, err) }

func (p *placer) row(r int, spans []Span) {
	col, extra := 0, 0
	for _, span := range spans {
		col = p.skip(r, col)
		if span.Rows < 0 || span.Cols < 0 {
			p.fail(SpanError{r, col, span})
		}
		if col == p.Cols {
			extra++
			continue
		}
		col += p.place(Cell{r, col, max(span.Rows, 1), max(span.Cols, 1)})
	}
	p.gaps(r, col)
	if extra > 0 {
		p.fail(ExtraError{r, p.Cols, extra})
	}
}

// skip gives the first free column of the row from col on.
func (p *placer) skip(r, col int) int {
	for col < p.Cols && p.slot[r*p.Cols+col] != 0 {
		col++
	}
	return col
}

// place gives the cell the slots it asks for, as far as they are free, and returns how many columns it got.
//
// Slots below a free slot are free too: whatever covers them from above would cover it as well. So only the first row has
// to be looked at for overlaps.
func (p *placer) place(c Cell) int {
	if c.Rows > 1 || c.Cols > 1 {
		c = p.fit(c)
	}
	p.Cells = append(p.Cells, c)
	id := int32(len(p.Cells))
	for r := c.Row; r < c.Row+c.Rows; r++ {
		line := p.slot[r*p.Cols+c.Col:][:c.Cols]
		for i := range line {
			line[i] = id
		}
	}
	return c.Cols
}

// fit cuts the cell to the grid, the neighbours from above and nothing else, and reports each cut.
func (p *placer) fit(c Cell) Cell {
	below, right := max(c.Rows-(p.Rows-c.Row), 0), max(c.Cols-(p.Cols-c.Col), 0)
	if below > 0 || right > 0 {
		p.fail(ReachError{c.Row, c.Col, below, right})
		c.Rows -= below
		c.Cols -= right
	}
	for i := 1; i < c.Cols; i++ {
		if with := p.owner(c.Row, c.Col+i); with >= 0 {
			p.fail(OverlapError{c.Row, c.Col, c.Col + i, p.Cells[with]})
			c.Cols = i
		}
	}
	if c.Row < p.Head && c.Row+c.Rows > p.Head {
		p.fail(HeadError{c.Row, c.Col, c.Row + c.Rows - p.Head})
	}
	return c
}

// gaps reports the free slots of the row from col on, run by run.
func (p *placer) gaps(r, col int) {
	for col = p.skip(r, col); col < p.Cols; col = p.skip(r, col) {
		from := col
		for col < p.Cols && p.slot[r*p.Cols+col] == 0 {
			col++
		}
		p.fail(GapError{r, from, col - from})
	}
}
