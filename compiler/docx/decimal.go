package docx

import (
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/tables"
)

// Figures of a column stand with their decimal points in line: they are set right, and indented by what the column's place
// for the point, which Fit has found, leaves behind their own. A decimal tab stop would be shorter, but LibreOffice 7.4 and
// WPS do not follow one without a tab character, and with one Word goes past it.

// decimals finds the longest tail of each column aligned by decimal points, for columns that Fit has given no place.
func (w *tableWriter) decimals() {
	w.tails = make([]unit.Length, len(w.t.Columns))
	for i, cell := range w.cells {
		at := &w.grid.Cells[i]
		column := &w.t.Columns[at.Col]
		if column.Align != doc.AlignDecimal || column.Point > 0 || at.Cols > 1 || at.Row < w.grid.Head {
			continue
		}
		if point, ok := doc.DecimalPoint(cell.Text); ok {
			w.tails[at.Col] = max(w.tails[at.Col], w.tail(cell.Text, point))
		}
	}
}

// shortOf is how far a cell's figure stands from the right edge of the text's room.
func (w *tableWriter) shortOf(cell *doc.Cell, at *tables.Cell, point doc.Place) unit.Length {
	place := cell.Point
	if at.Cols == 1 {
		place = w.t.Columns[at.Col].Point
	}
	if place == 0 {
		place = w.tails[at.Col]
	}
	return max(0, place-w.tail(cell.Text, point))
}

// tail is the width of a text from its decimal point on, as Times New Roman and Song have it.
func (w *tableWriter) tail(spans []doc.Span, point doc.Place) unit.Length {
	size := w.plain.Size
	if w.t.TextSize > 0 {
		size = min(size, w.t.TextSize)
	}
	width := unit.Length(0)
	from := point.At
	for i := point.Span; i < len(spans); i++ {
		for _, r := range spans[i].Text[from:] {
			width += size.MulDiv(widthOf(r), 100)
		}
		from = 0
		if mark := w.index.noteMarks[spans[i].Note]; spans[i].Note != "" {
			for _, r := range mark { // raised marks are about three fifths as large
				width += size.MulDiv(widthOf(r)*3/5, 100)
			}
		}
	}
	return width
}

// widthOf is the width of a character in hundredths of an em.
func widthOf(r rune) int64 {
	switch {
	case r == '.' || r == ',' || r == ' ':
		return 25
	case r == '(' || r == ')' || r == '[' || r == ']' || r == '-':
		return 33
	case r == '%':
		return 83
	case r < 0x80:
		return 50
	}
	return 100
}
