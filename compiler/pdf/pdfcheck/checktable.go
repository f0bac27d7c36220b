package pdfcheck

import (
	"slices"

	"github.com/banxin-go/banxin/tables"
)

// table checks that the cells fill a rectangle once, by the rules that layout uses, and that Headers name header cells above
// or beside the cell.
func (s *treeChecker) table(e *Element) {
	head, rows := s.rows(e)
	spans := make([][]tables.Span, len(rows))
	var cells []*Element
	cols := 0
	for i, row := range rows {
		for _, cell := range row.elements() {
			span := tables.Span{Rows: s.span(cell, "RowSpan"), Cols: s.span(cell, "ColSpan")}
			if i == 0 {
				cols += span.Cols
			}
			spans[i] = append(spans[i], span)
			cells = append(cells, cell)
		}
	}
	grid, err := tables.Resolve(spans, cols, head)
	if err != nil {
		s.fault("grid", e.where(), "%v", err)
		return
	}
	at := map[*Element]tables.Cell{}
	for i, cell := range cells {
		at[cell] = grid.Cells[i]
	}
	heads := 0
	for _, cell := range cells {
		if cell.Type == "TH" {
			heads++
			if !cell.Attr.Has("Scope") {
				s.fault("scope", cell.where(), "TH without Scope")
			}
		}
		s.headers(cell, at)
	}
	if heads == 0 {
		s.fault("header-cell", e.where(), "no TH")
	}
}

// rows gives the rows in order, and how many of them are in THead.
func (s *treeChecker) rows(table *Element) (head int, rows []*Element) {
	heads := 0
	for _, part := range table.elements() {
		switch part.Type {
		case "TR":
			rows = append(rows, part)
		case "THead":
			heads++
			head = len(part.elements())
			rows = append(rows, part.elements()...)
		case "TBody", "TFoot":
			rows = append(rows, part.elements()...)
		}
	}
	if heads > 1 {
		s.fault("nesting", table.where(), "more than one THead")
	}
	return head, rows
}

func (s *treeChecker) span(cell *Element, key string) int {
	if n, ok := s.Int(cell.Attr.Get(key)); ok {
		return n
	}
	return 1
}

func (s *treeChecker) headers(cell *Element, at map[*Element]tables.Cell) {
	c := at[cell]
	for _, o := range s.Array(cell.Attr.Get("Headers")) {
		id, _ := o.(String)
		h := s.byID[string(id)]
		place, here := at[h]
		if h == nil || h.Type != "TH" || !here {
			s.fault("header-cell", cell.where(), "%q is no header cell of this table", string(id))
			continue
		}
		scope := s.Name(h.Attr.Get("Scope"))
		above := place.Row < c.Row && place.Col < c.Col+c.Cols && c.Col < place.Col+place.Cols
		beside := place.Col < c.Col && place.Row < c.Row+c.Rows && c.Row < place.Row+place.Rows
		ok := above && slices.Contains([]string{"Column", "Both"}, scope) || beside && slices.Contains([]string{"Row", "Both"}, scope)
		if !ok {
			s.fault("header-cell", cell.where(), "%q stands neither above nor beside it", string(id))
		}
	}
}
