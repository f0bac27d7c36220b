package docx

import (
	"slices"

	"github.com/banxin-go/banxin/layout/unit"
)

// Word shows the label of merged cells once, wherever pages end, and cuts vertical text that stands across the end. So a merged
// cell ends where the layout's page does, and another with the same label begins: a clerk who prints the document expects the
// label on each page, as in the PDF, and seldom moves a page's end inside a table. Where he does, a label stands twice on one
// page, which can be seen and merged; a label that is missing is not seen. That the pages agree is seen to by the rows that
// begin them, which stay with the next. Options.MergedLabels keeps the merges whole.

// nextTable gives what is known of the next table. It is asked once for each table, in order.
func (b *body) nextTable() TablePages {
	n := b.tables
	b.tables++
	if n >= len(b.opts.Pages.Tables) {
		return TablePages{}
	}
	return b.opts.Pages.Tables[n]
}

// cut says whether merged cells are split above the row: one with a label, which is shown again, one with prose, which goes on, and one
// with prose that has ended too. Beside a cell that goes over the page's end LibreOffice sets labels at the top of their cells, and the
// rule that closes the page below its last row.
func (w *tableWriter) cut(row int) bool {
	_, found := slices.BinarySearch(w.pages.Cuts, row)
	return !w.opts.MergedLabels && found
}

// cutBehind says whether a merged cell is cut behind the row that it begins in.
func (w *tableWriter) cutBehind(row, cell int) bool {
	at := &w.grid.Cells[cell]
	for next := row + 1; next < at.Row+at.Rows; next++ {
		if from, to := w.grid.Starting(next); from < to {
			return w.cut(next)
		}
	}
	return false
}

// torn says whether a page may end inside the row.
func (w *tableWriter) torn(row int) bool {
	_, found := slices.BinarySearch(w.pages.Torn, row)
	return found
}

// raised is the least height of a row, 0 where its lines make it.
func (p *TablePages) raised(row int) unit.Length {
	if row < len(p.Raised) {
		return p.Raised[row]
	}
	return 0
}

// divided is the height of a cell that two lines divide, 0 where it is not known.
func (p *TablePages) divided(cell int) unit.Length {
	i, found := slices.BinarySearchFunc(p.Divided, cell, func(d Divided, cell int) int { return d.Cell - cell })
	if !found {
		return 0
	}
	return p.Divided[i].Height
}

// inset is by how much the room of a cell's text is to be narrower.
func (p *TablePages) inset(cell int) unit.Length {
	i, found := slices.BinarySearchFunc(p.Insets, cell, func(in Inset, cell int) int { return in.Cell - cell })
	if !found {
		return 0
	}
	return p.Insets[i].By
}
