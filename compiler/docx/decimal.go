package docx

import (
	"strings"

	"github.com/banxin-go/banxin/layout/doc"
)

// decimals finds the decimal tab stops of columns whose figures have different numbers of decimals. In a cell Word and
// LibreOffice align a paragraph at such a stop without a tab character. Where all figures end alike they are set right,
// which does the same and survives every editor.
func (w *tableWriter) decimals() {
	w.tabs = make([]int64, len(w.t.Columns))
	for i := range w.t.Columns {
		if w.t.Columns[i].Align == doc.AlignDecimal {
			w.tabs[i] = w.decimalStop(i)
		}
	}
}

// decimalStop is where the decimal points of a column stand, from the cell's left text edge: as far from the right as the
// longest tail asks, a figure being half an em wide.
func (w *tableWriter) decimalStop(col int) int64 {
	longest, uneven, first := 0, false, -1
	for i, cell := range w.cells {
		at := &w.grid.Cells[i]
		if at.Col != col || at.Cols > 1 || at.Row < w.grid.Head || !isFigure(cell.Text) {
			continue
		}
		n := tail(plain(cell.Text))
		if first < 0 {
			first = n
		}
		uneven = uneven || n != first
		longest = max(longest, n)
	}
	if !uneven {
		return 0
	}
	size := w.plain.Size
	if w.t.TextSize > 0 {
		size = min(size, w.t.TextSize)
	}
	room := w.edges[col+1] - w.edges[col] - 2*w.padX().Twips()
	return max(room-int64(longest)*size.Twips()/2, 1)
}

// tail is how many characters stand from the decimal point on.
func tail(s string) int {
	if i := strings.IndexByte(s, '.'); i >= 0 {
		return len(s) - i
	}
	return 0
}

// isFigure says whether a cell holds nothing but a number: -1,234.50 or 12.5%.
func isFigure(spans []doc.Span) bool {
	digits := false
	for i := range spans {
		for _, r := range spans[i].Text {
			if '0' <= r && r <= '9' {
				digits = true
			} else if !strings.ContainsRune("+-−,.% ", r) {
				return false
			}
		}
	}
	return digits
}
