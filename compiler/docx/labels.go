package docx

import "slices"

// Word shows the label of merged cells once, wherever pages end. With Options.SplitLabels a merged cell ends where the
// layout's page does, and another with the same label begins: as long as Word's pages agree, each has its label.

// labelCuts gives the rows of the next table where its merged cells are split. It is asked once for each table, in order.
func (b *body) labelCuts() []int {
	n := b.tables
	b.tables++
	if !b.opts.SplitLabels || n >= len(b.opts.Pages.Rows) {
		return nil
	}
	return b.opts.Pages.Rows[n]
}

// cut says whether merged cells are split above the row.
func (w *tableWriter) cut(row int) bool {
	_, found := slices.BinarySearch(w.cuts, row)
	return found
}
