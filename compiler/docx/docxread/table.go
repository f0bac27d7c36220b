package docxread

import (
	"encoding/xml"
	"strconv"
	"strings"

	"github.com/banxin-go/banxin/compiler/printed"
)

// tableReader reads a table: vMerge joins cells of rows that follow each other where they begin in the same column.
type tableReader struct {
	*reader
	rows   [][]printed.Cell
	before []int         // by column of the grid: how many wide ones stand before it
	merged map[int]place // by column: the cell that a continuing one belongs to
	next   map[int]place // as merged, of the row being read
	col    int           // of the grid
	gone   bool          // the row being read is marked as deleted
	lead   printed.Document
}

type place struct{ row, cell int }

// maxColumn bounds columns and spans.
const maxColumn = 1000

// hairline is the width in twips, 1 mm, below which a column of the grid is none: programs make such columns where edges of
// rows above one another are a twip apart.
const hairline = 57

func (r *reader) table(depth int) {
	r.ended()
	t := &tableReader{reader: r}
	t.read(depth, "tr", func(d int) { t.row(d) })
	r.out = append(append(r.out, t.lead...), printed.Block{Table: printed.Place(t.rows)})
}

// read looks for elements of a name, whatever they are wrapped in.
func (t *tableReader) read(depth int, name string, do func(depth int)) {
	for {
		e, ok := t.child()
		if !ok {
			return
		}
		switch {
		case depth > maxNesting || deleted(e):
			t.skip()
		case word(e) == name:
			do(depth + 1)
		case word(e) == "tblGrid":
			t.grid()
		case word(e) == "trPr" && len(t.rows) > 0:
			t.rowProperties()
		case wrapper(e):
			t.read(depth+1, name, do)
		default:
			t.skip()
		}
	}
}

// wrapper elements stand between a table and its rows, or a row and its cells.
func wrapper(e xml.StartElement) bool {
	switch word(e) {
	case "sdt", "sdtContent", "customXml", "ins", "moveTo", "bookmarkStart", "bookmarkEnd":
		return true
	}
	return e.Name.Local == "AlternateContent" || e.Name.Local == "Choice"
}

// grid reads the widths of the grid's columns.
func (t *tableReader) grid() {
	wide := 0
	for {
		e, ok := t.child()
		if !ok {
			break
		}
		if word(e) == "gridCol" && len(t.before) < maxColumn {
			t.before = append(t.before, wide)
			if w, err := strconv.Atoi(attr(e, "w")); err != nil || w >= hairline {
				wide++
			}
		}
		t.skip()
	}
	t.before = append(t.before, wide)
}

// wide gives a column's number without the hairlines; columns that the grid does not have count each.
func (t *tableReader) wide(col int) int {
	if last := len(t.before) - 1; last >= 0 {
		return t.before[min(col, last)] + max(0, col-last)
	}
	return col
}

func (t *tableReader) row(depth int) {
	t.rows = append(t.rows, nil)
	t.next, t.col, t.gone = map[int]place{}, 0, false
	t.read(depth, "tc", t.cell)
	if t.gone {
		t.rows[len(t.rows)-1] = nil // a row without cells is not shown
		return
	}
	t.merged = t.next
}

// rowProperties: a row may begin further right, and may be marked as deleted.
func (t *tableReader) rowProperties() {
	for {
		e, ok := t.child()
		if !ok {
			return
		}
		t.gone = t.gone || word(e) == "del"
		if n, err := strconv.Atoi(attr(e, "val")); word(e) == "gridBefore" && err == nil && 0 < n && n < maxColumn {
			t.add(printed.Cell{Rows: 1, Cols: n})
		}
		t.skip()
	}
}

// add adds a cell to the row. One as wide as a hairline is not shown.
func (t *tableReader) add(c printed.Cell) {
	last, from := len(t.rows)-1, t.wide(t.col)
	t.col += c.Cols
	if c.Cols = t.wide(t.col) - from; c.Cols > 0 {
		t.rows[last] = append(t.rows[last], c)
	}
}

func (t *tableReader) cell(depth int) {
	c := printed.Cell{Rows: 1, Cols: 1}
	merge, bare := "", false
	inner := &reader{xml: t.xml}
	var s strings.Builder
	for {
		e, ok := inner.child()
		if !ok {
			break
		}
		switch {
		case depth > maxNesting || deleted(e):
			inner.skip()
		case word(e) == "tcPr":
			c.Cols, merge, bare = inner.cellProperties()
		case word(e) == "p":
			inner.paragraph(depth + 1)
		case word(e) == "tbl":
			inner.table(depth + 1)
		default:
			inner.bookmark(e)
			inner.blocks(depth + 1)
		}
	}
	inner.ended()
	t.bad, t.end = t.bad || inner.bad, t.end || inner.end
	if bare && t.leads(c.Cols) {
		t.lead, t.gone = inner.out, true
		return
	}
	writeText(&s, inner.out)
	c.Text = s.String()
	switch {
	case inner.again && t.shows(c) || inner.more && t.goesOn(c):
		merge = "continue"
	case inner.cut && merge == "":
		merge = "restart"
	}
	t.put(c, merge)
}

// shows says whether the merged cell above shows the same.
func (t *tableReader) shows(c printed.Cell) bool {
	above, merged := t.merged[t.wide(t.col)]
	return merged && printed.Normal(t.rows[above.row][above.cell].Text) == printed.Normal(c.Text)
}

// goesOn adds the text of a cell to that of the merged one above, where there is one as wide.
func (t *tableReader) goesOn(c printed.Cell) bool {
	from := t.wide(t.col)
	above, merged := t.merged[from]
	if !merged || t.rows[above.row][above.cell].Cols != t.wide(t.col+c.Cols)-from {
		return false
	}
	t.rows[above.row][above.cell].Text += c.Text
	return true
}

// leads says whether a cell without rules around is the caption of the table and its unit line: the first row, from edge to edge.
// Such a row is repeated on each page, and is no part of the table.
func (t *tableReader) leads(cols int) bool {
	return len(t.rows) == 1 && len(t.rows[0]) == 0 && cols == len(t.before)-1
}

// writeText gives blocks as the text of a cell; a table in a cell is read cell by cell.
func writeText(s *strings.Builder, blocks printed.Document) {
	for i := range blocks {
		s.WriteString(blocks[i].Text + "\n")
		for k := 0; blocks[i].Table != nil && k < len(blocks[i].Table.Cells); k++ {
			s.WriteString(blocks[i].Table.Cells[k].Text + "\n")
		}
	}
}

// cellProperties gives the columns of a cell, its vMerge, and whether it says that it has no rule above and at its sides.
func (r *reader) cellProperties() (cols int, merge string, bare bool) {
	cols = 1
	for {
		e, ok := r.child()
		if !ok {
			return cols, merge, bare
		}
		switch word(e) {
		case "gridSpan":
			if n, err := strconv.Atoi(attr(e, "val")); err == nil && 1 <= n && n < maxColumn {
				cols = n
			}
		case "vMerge":
			if merge = attr(e, "val"); merge == "" {
				merge = "continue"
			}
		case "tcBorders":
			bare = r.bare()
			continue
		}
		r.skip()
	}
}

// bare reads the rules around a cell.
func (r *reader) bare() bool {
	none := 0
	for {
		e, ok := r.child()
		if !ok {
			return none == 3
		}
		switch word(e) {
		case "top", "left", "right", "start", "end":
			if v := attr(e, "val"); v == "nil" || v == "none" {
				none++
			}
		}
		r.skip()
	}
}

// put places a cell, or makes the one above it a row longer. What is written into a cell that continues another is not shown.
func (t *tableReader) put(c printed.Cell, merge string) {
	at, col := place{len(t.rows) - 1, len(t.rows[len(t.rows)-1])}, t.wide(t.col)
	above, merged := t.merged[col]
	switch {
	case merge == "continue" && merged && t.rows[above.row][above.cell].Cols == t.wide(t.col+c.Cols)-col:
		t.rows[above.row][above.cell].Rows++
		t.next[col] = above
		t.col += c.Cols
	case merge != "" && t.wide(t.col+c.Cols) > col:
		t.next[col] = at
		t.add(c)
	default:
		t.add(c)
	}
}
