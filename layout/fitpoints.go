package layout

import (
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A sumWish is the widest sum that a column carries over a page end, and the cell whose look it has.
type sumWish struct {
	cell int
	text string
	wish
}

// A pointGroup is the cells of one column that stand with their decimal points in line.
type pointGroup struct {
	col        int
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
		if p := &w.points[i]; p.col == col {
			p.side[0], p.side[1] = max(p.side[0], head), max(p.side[1], tail)
		}
	}
}

// pointGroups finds how far the figures of each column with AlignDecimal reach from their decimal points.
func (w *widthFitter) pointGroups(cells *cellSetter) []pointGroup {
	of := make([]*pointGroup, w.grid.Cols)
	for i := range cells.model.cells {
		if !cells.model.pointed(i) {
			continue
		}
		head, tail := cells.sidesOf(i)
		col := w.grid.Cells[i].Col
		p := of[col]
		if p == nil {
			p = &pointGroup{col: col, cell: i, head: i, tail: i}
			of[col] = p
		}
		if head > p.side[0] {
			p.head, p.side[0] = i, head
		}
		if tail > p.side[1] {
			p.tail, p.side[1] = i, tail
		}
	}
	var all []pointGroup
	for _, p := range of {
		if p != nil {
			all = append(all, *p)
		}
	}
	return all
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
