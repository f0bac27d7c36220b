package compiler

import (
	"slices"
	"strconv"
	"strings"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/report"
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
	p.ends(t, told)
	var columns []string
	for i, c := range t.Columns {
		if c.Align == doc.AlignDecimal {
			columns = append(columns, strconv.Itoa(i+1))
		}
	}
	if len(columns) > 0 {
		p.add(t.Src, "parity.decimal", strings.Join(columns, ", "))
	}
	p.labels(t, &told)
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

// ends tells of what the pages of a table end with in the PDF alone.
func (p *parityNotes) ends(t *doc.Table, told display.Table) {
	if told.Pages > 1 && t.Carry != nil {
		p.add(t.Src, "parity.carry")
	}
	rules := &p.out.Doc.Sheet.Table.Rules
	if t.Rules != nil {
		rules = t.Rules
	}
	for _, row := range told.Ended {
		if rules.Inner == 0 && rules.Outer > 0 {
			p.add(t.Src, "docx.foot", row+1)
		}
	}
	for _, row := range told.Torn {
		if slices.ContainsFunc(t.Rows[row].Cells, func(c doc.Cell) bool { return c.Vertical }) {
			p.add(t.Src, "docx.vertical", row+1)
		}
	}
}

// labels tells of cells that a page end splits: merged ones, which a DOCX has in pieces, and those of a row that the page ends inside.
func (p *parityNotes) labels(t *doc.Table, told *display.Table) {
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
		if !slices.ContainsFunc(told.Cuts, func(row int) bool { return at.Row < row && row < at.Row+at.Rows }) {
			continue
		}
		code := report.Code("parity.label")
		if slices.Contains(told.Long, i) {
			code = "parity.prose"
		}
		p.add(t.Src, code, excerpt(cells[i]))
	}
	for _, row := range told.Ended {
		p.add(t.Src, "parity.torn", row+1)
	}
}

// excerptLength is how many characters of a cell a note shows.
const excerptLength = 20

// excerpt is how a cell's text begins.
func excerpt(c *doc.Cell) string {
	text := []rune(strings.ReplaceAll(spelled(cellSpans(c)), "\n", ""))
	if len(text) > excerptLength {
		return string(text[:excerptLength-1]) + "…"
	}
	return string(text)
}

// cellSpans gives the text of a cell, or the first of its paragraphs or items.
func cellSpans(c *doc.Cell) []doc.Span {
	for _, b := range c.Blocks {
		switch b := b.(type) {
		case *doc.Paragraph:
			return b.Text
		case *doc.List:
			if len(b.Items) > 0 {
				return b.Items[0].Text
			}
		}
	}
	return c.Text
}

// spelled is the text of spans.
func spelled(spans []doc.Span) string {
	var s strings.Builder
	for i := range spans {
		s.WriteString(spans[i].Text)
	}
	return s.String()
}
