package layout

import (
	"slices"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// Figures of a column with AlignDecimal stand with their decimal points in line: what is behind the point reaches to the
// right of a common place, Column.Point, and what is before it to the left. Units, percent signs, brackets and note marks
// count with the side they stand on.
//
//	   1,234.5
//	     （0.75）
//	      12%
//	        —        a text without a figure stands in the middle

// pointed says whether cell i stands with its column's decimal points. A cell over several columns has to ask for that itself.
func (m *tableModel) pointed(i int) bool {
	at, cell := &m.grid.Cells[i], m.cells[i]
	if m.kinds[i] != doc.CellData || len(cell.Blocks) > 0 || len(cell.Diagonal) > 0 || cell.Vertical {
		return false
	}
	if cell.Align != doc.AlignAuto {
		return cell.Align == doc.AlignDecimal
	}
	return at.Cols == 1 && m.table.Columns[at.Col].Align == doc.AlignDecimal
}

// point is how far the decimal points stand from the right edge of the text's room.
func (m *tableModel) point(i int) unit.Length {
	if at := &m.grid.Cells[i]; at.Cols == 1 {
		return m.table.Columns[at.Col].Point
	}
	return m.cells[i].Point
}

// alignPoint moves the one job of a pointed cell to its place.
func (b *cellSetter) alignPoint(i int) {
	if !b.model.pointed(i) {
		return
	}
	job := &b.jobs[0].textJob
	point, ok := doc.DecimalPoint(job.Spans)
	if !ok {
		job.Align = doc.AlignCenter
		return
	}
	_, tail := b.setter.sides(job, point)
	job.Align = doc.AlignRight
	job.Measure -= max(0, b.model.point(i)-tail)
}

// sides gives the widths of a figure before and behind its point.
func (s *setter) sides(job *textJob, point doc.Place) (head, tail unit.Length) {
	text := job.Spans[point.Span].Text
	if f := s.quickFigures(job); f != nil {
		return f.width(text[:point.At], job.Style.Size), f.width(text[point.At:], job.Style.Size)
	}
	_, all, err := s.extent(*job)
	before := *job
	before.Spans = slices.Clone(job.Spans[:point.Span+1])
	before.Spans[point.Span].Text = text[:point.At]
	if err != nil {
		return 0, 0 // found when the cell is set
	}
	_, head, err = s.extent(before)
	if err != nil {
		return 0, 0
	}
	return head, all - head
}
