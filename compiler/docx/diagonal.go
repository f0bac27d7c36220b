package docx

import (
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/tables"
)

// A cell divided by one line has Word's own diagonal border. Its texts are paragraphs, the upper one at the right, the lower
// one at the left, as Word's users set them. Two lines cannot be said as borders: such a cell keeps its three texts, from
// right to left, and no line; Losses tells of it.

func (w *tableWriter) diagonalTexts(cell *doc.Cell, at *tables.Cell) {
	s := w.cellStyle(cell, at, cell.Style)
	n := len(cell.Diagonal)
	for i, text := range cell.Diagonal {
		align := doc.AlignCenter
		switch i {
		case 0:
			align = doc.AlignRight
		case n - 1:
			align = doc.AlignLeft
		}
		w.open(para{of: s, style: w.styles.variant(s, align, w.t.TextSize)})
		w.runs(text)
		w.x.close()
	}
}

// slash says whether the cell has a diagonal border.
func slash(cell *doc.Cell) bool { return len(cell.Diagonal) == 2 }
