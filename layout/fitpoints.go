package layout

import (
	"slices"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A sumWish is the widest sum that a column carries over a page end, and the cell whose look it has.
type sumWish struct {
	cell int
	text string
	wish
}

// A pointGroup is the cells of one column, or over the same columns, that stand with their decimal points in line.
type pointGroup struct {
	col, cols  int
	head, tail int // the cells that reach furthest
	cell       int
	side       [2]unit.Length
}

// carried measures the sums that the table carries from page to page. One behind its column's point reaches no further
// than the figures do; before it, it may.
func (w *widthFitter) carried(cells *cellSetter) error {
	if w.table.Carry == nil {
		return nil
	}
	carry, err := newTableCarry(cells.model)
	if carry == nil || err != nil {
		return err
	}
	for k, text := range carry.widest(cells.model) {
		w.sums = append(w.sums, sumWish{cell: carry.sums[k].cell, text: text})
	}
	return w.resizeSums(cells)
}

func (w *widthFitter) resizeSums(cells *cellSetter) error {
	for i := range w.sums {
		s := &w.sums[i]
		job := cells.carryJob(s.cell, s.text)
		var err error
		if s.wish, err = cells.setter.wish(job); err != nil {
			return err
		}
		if point, ok := doc.DecimalPoint(job.Spans); ok && cells.model.pointed(s.cell) {
			head, tail := cells.setter.sides(&job, point)
			w.widen(w.grid.Cells[s.cell].Col, head, tail)
		}
	}
	return nil
}

// widen makes room for a figure beside the point of a column.
func (w *widthFitter) widen(col int, head, tail unit.Length) {
	for i := range w.points {
		if p := &w.points[i]; p.col == col && p.cols == 1 {
			p.side[0], p.side[1] = max(p.side[0], head), max(p.side[1], tail)
		}
	}
}

// pointGroups finds how far the figures of each column with AlignDecimal reach from their decimal points.
func (w *widthFitter) pointGroups(cells *cellSetter) []pointGroup {
	var all []pointGroup
	of := map[[2]int]int{} // columns: place in all
	for i := range cells.model.cells {
		if !cells.model.pointed(i) {
			continue
		}
		head, tail := cells.sidesOf(i)
		at := [2]int{w.grid.Cells[i].Col, w.grid.Cells[i].Cols}
		k, known := of[at]
		if !known {
			k, of[at] = len(all), len(all)
			all = append(all, pointGroup{col: at[0], cols: at[1], cell: i, head: i, tail: i})
		}
		p := &all[k]
		if head > p.side[0] {
			p.head, p.side[0] = i, head
		}
		if tail > p.side[1] {
			p.tail, p.side[1] = i, tail
		}
	}
	return all
}

// keepPoints tells the columns, and the cells over several of them, where their decimal points stand, so that the figures as a
// block stand in the middle.
func (w *widthFitter) keepPoints(pad unit.Length) {
	t, wide := w.table, map[[2]int]unit.Length{}
	for _, p := range w.points {
		room := -2 * pad
		for _, c := range t.Columns[p.col : p.col+p.cols] {
			room += c.Width
		}
		point := (room-p.side[0]-p.side[1])/2 + p.side[1]
		if p.cols == 1 {
			t.Columns[p.col].Point = point
		} else {
			wide[[2]int{p.col, p.cols}] = point
		}
	}
	if len(wide) == 0 {
		return
	}
	t.Rows = slices.Clone(t.Rows)
	next := 0 // in the order of the grid's cells
	for i := range t.Rows {
		row := &t.Rows[i]
		row.Cells = slices.Clone(row.Cells)
		for k := range row.Cells {
			at := &w.grid.Cells[next]
			next++
			if c := &row.Cells[k]; c.Align == doc.AlignDecimal {
				c.Point = wide[[2]int{at.Col, at.Cols}]
			}
		}
	}
}

// sidesOf gives the widths of cell i's figure before and behind its decimal point, 0 for a text without a figure.
func (b *cellSetter) sidesOf(i int) (head, tail unit.Length) {
	b.jobs = b.styler.jobs(i, 0, b.jobs[:0])
	point, ok := doc.DecimalPoint(b.jobs[0].Spans)
	if !ok {
		return 0, 0
	}
	return b.setter.sides(&b.jobs[0].textJob, point)
}
