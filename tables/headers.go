package tables

import "slices"

// HeadKind says of which data cells a cell is a header: of none, of those below it, of those right of it, or of both.
type HeadKind uint8

// The kinds of header cells, as PDF's Scope has them (ISO 32000-1 table 349).
const (
	NoHead     HeadKind = 0
	ColumnHead HeadKind = 1
	RowHead    HeadKind = 2
	BothHeads           = ColumnHead | RowHead
)

// maxLevels bounds the headers a cell gets from one column or one row, so that a table made of headers alone stays linear.
// Real heads have up to four levels; of more than sixteen the nearest count.
const maxLevels = 16

// HeadLists holds the header cells of each cell: the Headers attribute of ISO 32000-1 table 349.
type HeadLists struct{ start, ids []int32 }

// Of gives the header cells of a cell: those above it, then those left of it, in both cases from the outermost inwards.
func (h *HeadLists) Of(cell int) []int32 {
	if cell < 0 || cell+1 >= len(h.start) {
		return nil
	}
	return h.ids[h.start[cell]:h.start[cell+1]]
}

// Len is how many header cells all cells have together.
func (h *HeadLists) Len() int { return len(h.ids) }

// Headers finds the header cells of every cell; kind is asked once for each, in order.
//
// Going up from a data cell, in each of its columns, data are passed until a run of column headers is met; that run counts
// and nothing above it. Row headers are found the same way to the left, in each of its rows. A header cell gets the headers
// of its own run that stand above or left of it. So blocks stacked in one table, each with its heads, stay apart:
//
//	+---------------------------+
//	| 第二十条第（五）项        |   0
//	+----------+----------------+
//	| 信息内容 | 本年处理决定数 |   1, 2
//	+----------+----------------+
//	| 行政许可 | 12             |   3 has 0 and 1; 4 has 0, 2 and 3
//	+---------------------------+
//	| 第二十条第（六）项        |   5 has none
//	+----------+----------------+
//	| 信息内容 | 本年处理决定数 |   6, 7
//	+----------+----------------+
//	| 行政处罚 | 3              |   9 has 5, 7 and 8, not 0 and 2
//	+----------+----------------+
//
// One thing differs: a band, a header over the full width of the grid, that stands alone between data does not hide the
// column labels above it (其中：… in the middle of a table), only the bands before it; a label below it does.
//
// It takes time linear in the slots, but for tall cells, which look left in each of their rows.
func Headers(g *Grid, kind func(cell int) HeadKind) *HeadLists {
	n := len(g.Cells)
	w := headWalk{
		Grid:  g,
		kind:  make([]HeadKind, n),
		above: make([]headRun, g.Cols),
		taken: make([]int32, n),
		out:   &HeadLists{start: make([]int32, 1, n+1), ids: make([]int32, 0, 3*n)},
	}
	for cell := range w.kind {
		w.kind[cell] = kind(cell) & BothHeads
	}
	for row := range g.Rows {
		w.row(row)
	}
	return w.out
}

// headRun is what stands above the next slot of a column, or left of the next slot of a row.
type headRun struct {
	run  []int32 // the last run of headers
	kept []int32 // labels from before it, while it has nothing but bands
	open bool    // no data since
}

// headWalk goes through the rows from top to bottom and keeps a run for each column.
type headWalk struct {
	*Grid
	kind  []HeadKind
	above []headRun
	left  headRun
	taken []int32 // taken[h] is the last cell, counted from 1, that h was given to
	out   *HeadLists
}

func (w *headWalk) row(row int) {
	left := &w.left
	left.run, left.open = left.run[:0], false
	for cell := range w.Across(row) {
		if w.Cells[cell].Row == row {
			w.columns(cell)
			w.rows(cell)
			w.out.start = append(w.out.start, int32(len(w.out.ids)))
			w.pass(cell)
		}
		if w.kind[cell]&RowHead != 0 {
			left.push(int32(cell))
		} else {
			left.open = false
		}
	}
}

// columns gives the cell the headers above it.
func (w *headWalk) columns(cell int) {
	c := &w.Cells[cell]
	for col := c.Col; col < c.Col+c.Cols; col++ {
		above := &w.above[col]
		if w.kind[cell]&ColumnHead == 0 {
			w.give(cell, above.kept)
		} else if !above.open {
			continue
		}
		w.give(cell, above.run)
	}
}

// rows gives the cell the headers left of it: in its first row those of left, below it looks for them.
func (w *headWalk) rows(cell int) {
	header := w.kind[cell]&RowHead != 0
	if w.left.open || !header {
		w.give(cell, w.left.run)
	}
	c := &w.Cells[cell]
	var found [maxLevels]int32
	for row := c.Row + 1; row < c.Row+c.Rows; row++ {
		w.give(cell, w.look(row, c.Col, header, found[:]))
	}
}

// look collects the run of row headers left of the slot, outermost first. A header looks no further than its neighbour.
func (w *headWalk) look(row, col int, near bool, found []int32) []int32 {
	n := len(found)
	for col > 0 && n > 0 {
		cell := w.owner(row, col-1)
		col = w.Cells[cell].Col
		if w.kind[cell]&RowHead != 0 {
			n--
			found[n] = int32(cell)
		} else if near || n < len(found) {
			break
		}
	}
	return found[n:]
}

// give adds headers to the cell's list, each once.
func (w *headWalk) give(cell int, heads []int32) {
	for _, h := range heads {
		if w.taken[h] != int32(cell+1) {
			w.taken[h] = int32(cell + 1)
			w.out.ids = append(w.out.ids, h)
		}
	}
}

// pass moves the runs of the cell's columns below it.
func (w *headWalk) pass(cell int) {
	c := &w.Cells[cell]
	for col := c.Col; col < c.Col+c.Cols; col++ {
		above := &w.above[col]
		switch {
		case w.kind[cell]&ColumnHead == 0:
			above.open = false
			continue
		case !w.band(int32(cell)):
			above.kept = above.kept[:0]
		case !above.open:
			above.keep(w)
		}
		above.push(int32(cell))
	}
}

// band tells whether the cell is as wide as the grid.
func (w *headWalk) band(cell int32) bool { return w.Cells[cell].Cols == w.Cols }

// keep puts the run aside, without the bands between data, before a new band starts the next one.
func (r *headRun) keep(w *headWalk) {
	r.kept = append(r.kept, r.run...)
	r.kept = slices.DeleteFunc(r.kept, func(cell int32) bool { return w.band(cell) && w.Cells[cell].Row >= w.Head })
	r.kept = r.kept[max(len(r.kept)-maxLevels, 0):]
}

func (r *headRun) push(cell int32) {
	if !r.open {
		r.run = r.run[:0]
		r.open = true
	}
	if len(r.run) == maxLevels {
		r.run = append(r.run[:0], r.run[1:]...)
	}
	r.run = append(r.run, cell)
}
