package layout

import (
	"errors"
	"slices"
	"strings"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/tables"
)

// fillEmpty gives a table without rows below its head the one that says so.
func fillEmpty(t *doc.Table) {
	if len(t.Empty) == 0 || len(t.Rows) > t.HeadRows || len(t.Rows) < t.HeadRows || len(t.Columns) == 0 {
		return
	}
	cell := doc.Cell{Src: t.Src, Text: t.Empty, ColSpan: len(t.Columns), Kind: doc.CellData, Align: doc.AlignCenter}
	t.Rows = append(slices.Clone(t.Rows), doc.Row{Cells: []doc.Cell{cell}})
}

// mergeEqual merges the equal neighbours that t.Merge asks for.
func mergeEqual(t *doc.Table) error {
	if len(t.Merge) == 0 {
		return nil
	}
	cols := len(t.Columns)
	var errs []error
	for i := max(t.HeadRows, 0); i < len(t.Rows); i++ {
		if n := len(t.Rows[i].Cells); n != cols {
			errs = append(errs, &RaggedError{Row: i, Got: n, Want: cols})
		}
	}
	if t.HeadRows < 0 || t.HeadRows > len(t.Rows) {
		errs = append(errs, tables.HeadCountError{Head: t.HeadRows, Rows: len(t.Rows)})
	}
	if len(errs) > 0 {
		return errors.Join(errs...)
	}
	body := t.Rows[t.HeadRows:]
	if len(body) == 0 {
		return nil
	}
	spans, err := tables.MergeEqual(len(body), cols, 0, t.Merge, func(row, col int) string { return cellWords(&body[row].Cells[col]) })
	if err != nil {
		return err
	}
	rows := slices.Clone(t.Rows)
	from := make([]int, cols) // rows that a merged cell still covers
	for i := range body {
		cells := make([]doc.Cell, 0, len(spans[i]))
		for col := range cols {
			if from[col] > 0 {
				from[col]--
				continue
			}
			c := body[i].Cells[col]
			c.RowSpan = max(spans[i][len(cells)].Rows, 1)
			from[col] = c.RowSpan - 1
			cells = append(cells, c)
		}
		rows[t.HeadRows+i].Cells = cells
	}
	t.Rows = rows
	return nil
}

// cellWords is what a cell says, for comparing it with its neighbour.
func cellWords(c *doc.Cell) string {
	if len(c.Blocks) == 0 && len(c.Text) == 1 {
		return c.Text[0].Text
	}
	var b strings.Builder
	for i := range c.Text {
		b.WriteString(c.Text[i].Text)
	}
	for _, block := range c.Blocks {
		if p, ok := block.(*doc.Paragraph); ok {
			b.WriteString(plainText(p.Text) + "\n")
		}
	}
	return b.String()
}

// splitColumns divides a table that is too wide into parts, each with the stub columns and as many others as fit. least
// gives the narrowest width of each column. One part is the table itself.
func splitColumns(t *doc.Table, least []unit.Length, area unit.Length) ([]*doc.Table, error) {
	grid, err := resolveTable(t)
	if err != nil {
		return nil, err
	}
	lists := balancedParts(grid, t.StubCols, least, area)
	if len(lists) == 1 {
		return []*doc.Table{t}, nil
	}
	var parts []*doc.Table
	for i, list := range lists {
		part, err := columnsOf(t, grid, list)
		if err != nil {
			return nil, err
		}
		part.Continued = i > 0
		if i > 0 { // the number is the first part's
			part.Key, part.Caption = "", slices.Clone(t.Caption)
			for k := range part.Caption {
				part.Caption[k].Label = false
			}
		}
		if i+1 < len(lists) {
			part.Notes, part.Footnotes = nil, nil
		}
		parts = append(parts, part)
	}
	return parts, nil
}

// balancedParts shares the columns out over as few parts as there must be, none wider than another without need.
func balancedParts(grid *tables.Grid, stub int, least []unit.Length, area unit.Length) [][]int {
	parts := columnParts(grid, stub, least, area)
	for low, high := widestGroup(grid, stub, least, area), area; high-low > unit.Pt; {
		middle := (low + high) / 2
		if narrower := columnParts(grid, stub, least, middle); len(narrower) == len(parts) {
			parts, high = narrower, middle
		} else {
			low = middle
		}
	}
	return parts
}

// widestGroup is the width below which columns would be parted that stand under one head cell and fit on the page together.
func widestGroup(grid *tables.Grid, stub int, least []unit.Length, area unit.Length) unit.Length {
	widest := unit.Length(0)
	for from := stub; from < grid.Cols; from = groupEnd(grid, from) {
		if width := total(least[:stub]) + total(least[from:groupEnd(grid, from)]); width <= area {
			widest = max(widest, width)
		}
	}
	return widest
}

// columnParts shares the columns out: the stub to all parts, the others in order. Columns under one cell of the last head
// row but one (预算数 and 决算数 of one kind of cost) stay together where they fit.
func columnParts(grid *tables.Grid, stub int, least []unit.Length, area unit.Length) [][]int {
	fixed := unit.Length(0)
	var head []int
	for c := range stub {
		fixed += least[c]
		head = append(head, c)
	}
	var parts [][]int
	list, used := slices.Clone(head), fixed
	for from := stub; from < grid.Cols; {
		to := groupEnd(grid, from)
		width := unit.Length(0)
		for c := from; c < to; c++ {
			width += least[c]
		}
		if fixed+width > area { // too wide even alone: column by column
			to, width = from+1, least[from]
		}
		if used+width > area && len(list) > len(head) {
			parts = append(parts, list)
			list, used = slices.Clone(head), fixed
		}
		for c := from; c < to; c++ {
			list = append(list, c)
		}
		used += width
		from = to
	}
	return append(parts, list)
}

// groupEnd gives the end of the columns that stand with column from under one head cell.
func groupEnd(grid *tables.Grid, from int) int {
	for row := grid.Head - 2; row >= 0; row-- {
		cell, _ := grid.At(row, from)
		if c := &grid.Cells[cell]; c.Cols > 1 && c.Cols < grid.Cols {
			return max(from+1, c.Col+c.Cols)
		}
	}
	return from + 1
}

// columnsOf makes the table of some of t's columns. A cell without text in the first part it stands in is shown whole in
// each: its head is drawn over what is left of it.
func columnsOf(t *doc.Table, grid *tables.Grid, list []int) (*doc.Table, error) {
	sub, shown, err := grid.Columns(list)
	if err != nil {
		return nil, err
	}
	part := *t
	part.Columns = make([]doc.Column, len(list))
	for i, c := range list {
		part.Columns[i] = t.Columns[c]
	}
	part.Merge = nil
	part.Carry = carryOf(t.Carry, list)
	cells := make([]*doc.Cell, 0, len(grid.Cells))
	for i := range t.Rows {
		for k := range t.Rows[i].Cells {
			cells = append(cells, &t.Rows[i].Cells[k])
		}
	}
	part.Rows = slices.Clone(t.Rows)
	for row := range part.Rows {
		from, to := sub.Starting(row)
		part.Rows[row].Cells = make([]doc.Cell, 0, to-from)
		for i := from; i < to; i++ {
			c := *cells[shown[i]]
			c.RowSpan, c.ColSpan = sub.Cells[i].Rows, sub.Cells[i].Cols
			part.Rows[row].Cells = append(part.Rows[row].Cells, c)
		}
	}
	return &part, nil
}

// carryOf is what is carried of the columns in the list.
func carryOf(c *doc.Carry, list []int) *doc.Carry {
	if c == nil {
		return nil
	}
	part := *c
	part.Columns = nil
	for _, col := range c.Columns {
		if i := slices.Index(list, col); i >= 0 {
			part.Columns = append(part.Columns, i)
		}
	}
	return &part
}

// resolveTable places a table's cells in their grid.
func resolveTable(t *doc.Table) (*tables.Grid, error) {
	rows := make([][]tables.Span, len(t.Rows))
	count := 0
	for i := range t.Rows {
		count += len(t.Rows[i].Cells)
	}
	spans := make([]tables.Span, 0, count)
	for i := range t.Rows {
		from := len(spans)
		for j := range t.Rows[i].Cells {
			c := &t.Rows[i].Cells[j]
			spans = append(spans, tables.Span{Rows: c.RowSpan, Cols: c.ColSpan})
		}
		rows[i] = spans[from:len(spans):len(spans)]
	}
	return tables.Resolve(rows, len(t.Columns), t.HeadRows)
}
