package compiler

import (
	"slices"
	"strconv"
	"strings"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/tables"
)

// block tells what one block may look like elsewhere.
func (p *parityNotes) block(b doc.Block) {
	switch b := b.(type) {
	case *doc.Heading:
		p.heading(b)
	case *doc.Table:
		p.table(b, p.cuts())
	case *doc.Chart:
		p.add(b.Src, "parity.chart")
	}
}

// heading tells of centred titles of more than one line: the PDF breaks them at sense, Word where the line is full.
func (p *parityNotes) heading(h *doc.Heading) {
	id := h.Style
	if id == "" && h.Level == 0 {
		id = "Title"
	}
	sheet := p.out.Doc.Sheet
	style := sheet.Style(id)
	if style == nil || style.Align != doc.AlignCenter {
		return
	}
	for line := range strings.SplitSeq(spelled(h.Text), "\n") {
		if width(line, style.Size) > sheet.Page.TypeArea().W {
			p.add(h.Src, "parity.balance")
			return
		}
	}
}

// cuts gives the rows of the next table that begin a page.
func (p *parityNotes) cuts() []int {
	p.tables++
	if all := p.out.Pages.Cuts; p.tables <= len(all) {
		return all[p.tables-1]
	}
	return nil
}

func (p *parityNotes) table(t *doc.Table, cuts []int) {
	if len(cuts) > 0 && len(t.Caption) > 0 {
		p.add(t.Src, "parity.continued")
	}
	p.carry(t, cuts)
	var columns []string
	for i, c := range t.Columns {
		if c.Align == doc.AlignDecimal {
			columns = append(columns, strconv.Itoa(i+1))
		}
	}
	if len(columns) > 0 {
		p.add(t.Src, "parity.decimal", strings.Join(columns, ", "))
	}
	p.cells(t, cuts)
}

func (p *parityNotes) carry(t *doc.Table, cuts []int) {
	if len(cuts) > 0 && t.Carry != nil {
		p.add(t.Src, "parity.carry")
	}
}

// cells tells of merged cells that a page end splits, and of heads that the PDF breaks at sense.
func (p *parityNotes) cells(t *doc.Table, cuts []int) {
	var cells []*doc.Cell
	rows := make([][]tables.Span, len(t.Rows))
	for i := range t.Rows {
		for k := range t.Rows[i].Cells {
			c := &t.Rows[i].Cells[k]
			rows[i], cells = append(rows[i], tables.Span{Rows: c.RowSpan, Cols: c.ColSpan}), append(cells, c)
		}
	}
	grid, err := tables.Resolve(rows, len(t.Columns), t.HeadRows)
	if err != nil {
		return // the writers tell
	}
	heads := 0
	for i := range grid.Cells {
		at := &grid.Cells[i]
		if slices.ContainsFunc(cuts, func(row int) bool { return at.Row < row && row < at.Row+at.Rows }) {
			p.add(t.Src, "parity.label", spelled(cells[i].Text))
		}
		if p.broken(t, cells[i], at) {
			heads++
		}
	}
	if heads > 0 {
		p.add(t.Src, "parity.heads", heads)
	}
}

// broken says whether a cell is a head of more than one line.
func (p *parityNotes) broken(t *doc.Table, cell *doc.Cell, at *tables.Cell) bool {
	sheet := p.out.Doc.Sheet
	style := sheet.Style("TableHead")
	if style == nil || cell.Vertical || cell.Kind != doc.CellColumnHead && (cell.Kind != doc.CellAuto || at.Row >= t.HeadRows) {
		return false
	}
	size, room := style.Size, -2*sheet.Table.PadX
	if t.TextSize > 0 {
		size = min(size, t.TextSize)
	}
	if t.Pad > 0 {
		room = -2 * t.Pad
	}
	for _, c := range t.Columns[at.Col : at.Col+at.Cols] {
		room += c.Width
	}
	return width(spelled(cell.Text), size) > room
}

// spelled is the text of spans.
func spelled(spans []doc.Span) string {
	var s strings.Builder
	for i := range spans {
		s.WriteString(spans[i].Text)
	}
	return s.String()
}

// width is about how wide a text is: an em for Han characters and marks, half an em for others.
func width(text string, size unit.Length) unit.Length {
	halves := unit.Length(0)
	for _, r := range text {
		if halves++; r >= 0x2000 {
			halves++
		}
	}
	return halves * size / 2
}
