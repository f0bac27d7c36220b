package compiler

import (
	"slices"
	"strconv"
	"strings"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/tables"
)

// block tells what one block may look like elsewhere.
func (p *parityNotes) block(b doc.Block) {
	switch b := b.(type) {
	case *doc.Heading:
		p.heading(b)
	case *doc.Table:
		p.table(b, p.told())
	case *doc.Chart:
		p.add(b.Src, "parity.chart")
	}
}

// heading tells of centred titles whose lines no program that fills line after line has: the DOCX has line feeds in them.
func (p *parityNotes) heading(h *doc.Heading) {
	p.headings++
	if all := p.out.Pages.Insets; p.headings <= len(all) && all[p.headings-1] < 0 {
		p.add(h.Src, "parity.balance")
	}
}

// told gives what became of the next table.
func (p *parityNotes) told() display.Table {
	p.tables++
	if all := p.out.Pages.Tables; p.tables <= len(all) {
		return all[p.tables-1]
	}
	return display.Table{}
}

func (p *parityNotes) table(t *doc.Table, told display.Table) {
	if told.Pages > 1 && len(t.Caption) > 0 {
		p.add(t.Src, "parity.continued")
	}
	p.carry(t, told)
	var columns []string
	for i, c := range t.Columns {
		if c.Align == doc.AlignDecimal {
			columns = append(columns, strconv.Itoa(i+1))
		}
	}
	if len(columns) > 0 {
		p.add(t.Src, "parity.decimal", strings.Join(columns, ", "))
	}
	p.labels(t, told.Cuts)
	heads := 0
	for _, in := range told.Insets {
		if in.By < 0 {
			heads++
		}
	}
	if heads > 0 {
		p.add(t.Src, "parity.heads", heads)
	}
}

func (p *parityNotes) carry(t *doc.Table, told display.Table) {
	if told.Pages > 1 && t.Carry != nil {
		p.add(t.Src, "parity.carry")
	}
}

// labels tells of merged cells that a page end splits.
func (p *parityNotes) labels(t *doc.Table, cuts []int) {
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
	for i := range grid.Cells {
		at := &grid.Cells[i]
		if slices.ContainsFunc(cuts, func(row int) bool { return at.Row < row && row < at.Row+at.Rows }) {
			p.add(t.Src, "parity.label", spelled(cells[i].Text))
		}
	}
}

// spelled is the text of spans.
func spelled(spans []doc.Span) string {
	var s strings.Builder
	for i := range spans {
		s.WriteString(spans[i].Text)
	}
	return s.String()
}
