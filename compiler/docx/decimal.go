package docx

import (
	"strings"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// Figures of a column stand with their decimal points in line: they are set right, and one with fewer decimals than the
// longest is indented by what it lacks. A decimal tab stop would be shorter, but LibreOffice 7.4 and WPS do not follow one
// without a tab character, and with one Word goes past it.

// decimals finds the longest tail of each column aligned by decimal points.
func (w *tableWriter) decimals() {
	w.tails = make([]unit.Length, len(w.t.Columns))
	for i, cell := range w.cells {
		at := &w.grid.Cells[i]
		if w.t.Columns[at.Col].Align == doc.AlignDecimal && at.Cols == 1 && at.Row >= w.grid.Head && isFigure(cell.Text) {
			w.tails[at.Col] = max(w.tails[at.Col], w.tail(plain(cell.Text)))
		}
	}
}

// shortOf is how much narrower the tail of a figure is than the longest of its column.
func (w *tableWriter) shortOf(figure string, col int) unit.Length {
	return max(0, w.tails[col]-w.tail(figure))
}

// tail is the width of a figure from its decimal point on. In Times New Roman, and in Song likewise, a figure is half an em
// wide, the point a quarter, and the percent sign five sixths.
func (w *tableWriter) tail(figure string) unit.Length {
	size := w.plain.Size
	if w.t.TextSize > 0 {
		size = min(size, w.t.TextSize)
	}
	width := unit.Length(0)
	i := strings.IndexByte(figure, '.')
	if i < 0 {
		i = max(strings.IndexByte(figure, '%'), 0)
		if figure[i] != '%' {
			return 0
		}
	}
	for _, r := range figure[i:] {
		switch r {
		case '.':
			width += size / 4
		case '%':
			width += size * 5 / 6
		default:
			width += size / 2
		}
	}
	return width
}

// isFigure says whether a cell holds nothing but a number: -1,234.50 or 12.5%.
func isFigure(spans []doc.Span) bool {
	digits := false
	for i := range spans {
		for _, r := range spans[i].Text {
			if '0' <= r && r <= '9' {
				digits = true
			} else if !strings.ContainsRune("+-−,.%", r) {
				return false
			}
		}
	}
	return digits
}
