// Package printed tells what a document shows, text and tables, in one form for a report, a PDF and a DOCX, and compares two
// of them. Faces, sizes and places are no part of it.
//
// Contents lists are left out, for they only repeat headings and are renewed by word processors; so are the marks of list
// items, which a DOCX does not hold as text, and what pictures and charts show.
package printed

import (
	"strings"
	"unicode"
)

// Document is what is shown, in reading order.
type Document []Block

// Block is a table, or a stretch of text that stands by itself: a paragraph, a heading, a list item, a caption, a note.
type Block struct {
	Src   string // where in the report it comes from; "" in a document read from a file
	Label string // a note's number, which may stand before the text
	Text  string
	Table *Table // nil: text
}

// Table is a table of merged cells, in the order in which they start: row by row, left to right.
type Table struct {
	Rows, Cols int
	Cells      []Cell
}

// Cell is one cell, over Rows × Cols slots from Row and Col on, counted from 0.
type Cell struct {
	Src                  string
	Text                 string
	Row, Col, Rows, Cols int
}

// Again begins the names of the bookmarks in cells of a DOCX that only show the text of the merged cell above them again, behind
// a page's end: they are part of it.
const Again = "_Again"

// More begins the names of the bookmarks in cells of a DOCX that go on with the text of the merged cell above them, behind a page's end:
// they are part of it, and their text of its.
const More = "_More"

// Cut begins the names of the bookmarks in merged cells of a DOCX whose first piece has one row: it is merged with no cell, and LibreOffice
// saves it as one that is not merged.
const Cut = "_Cut"

// The largest table that is read: Place cuts off what reaches further, so that a bad file cannot ask for more memory than
// its own size explains.
const (
	maxCols = 1000
	maxRows = 1 << 20
)

// Place gives cells their rows and columns, as HTML does: each takes the first column that no cell from above covers.
// Of the cells in rows only Src, Text, Rows and Cols count; spans below 1 are 1. Rows and columns that no cell starts in are left out,
// for nothing shows them, and LibreOffice does not keep them.
func Place(rows [][]Cell) *Table {
	t := &Table{Rows: min(len(rows), maxRows)}
	var covered []int // by column: how many rows from here on are taken by a cell from above
	for r := range t.Rows {
		col := 0
		for _, c := range rows[r] {
			for col < len(covered) && covered[col] > 0 {
				col++
			}
			c.Row, c.Col = r, col
			c.Rows, c.Cols = clamp(c.Rows, t.Rows-r), clamp(c.Cols, maxCols-col)
			if col >= maxCols {
				break
			}
			for len(covered) < col+c.Cols {
				covered = append(covered, 0)
			}
			for k := range c.Cols {
				covered[col+k] = max(covered[col+k], c.Rows)
			}
			col += c.Cols
			t.Cells = append(t.Cells, c)
		}
		for k := range covered {
			covered[k]--
		}
	}
	t.Rows = t.leaveOut(t.Rows, func(c *Cell) (at, n *int) { return &c.Row, &c.Rows })
	t.Cols = t.leaveOut(len(covered), func(c *Cell) (at, n *int) { return &c.Col, &c.Cols })
	return t
}

// leaveOut closes the gaps that rows or columns have left that no cell starts in, and gives how many of all are left.
func (t *Table) leaveOut(all int, span func(*Cell) (at, n *int)) int {
	before := make([]int, all+1) // how many that stay stand before each
	for i := range t.Cells {
		at, _ := span(&t.Cells[i])
		before[*at+1] = 1
	}
	for k := range all {
		before[k+1] += before[k]
	}
	for i := range t.Cells {
		at, n := span(&t.Cells[i])
		end := before[*at+*n]
		*at = before[*at]
		*n = end - *at
	}
	return before[all]
}

func clamp(n, most int) int { return max(1, min(n, most)) }

// Normal gives a text without what looks the same and may differ: line ends, which each output sets in its own places, marks
// that only allow or forbid them, and the length of blanks.
func Normal(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	blank := false
	for _, r := range s {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r == '\u00AD' || r == '\u200B' || r == '\u2060' || r == '\uFEFF':
		case unicode.Is(unicode.Zs, r) && r != '\u3000':
			blank = b.Len() > 0
		default:
			if blank {
				b.WriteByte(' ')
			}
			blank = false
			b.WriteRune(r)
		}
	}
	return b.String()
}

// plain says whether Normal changes nothing, as with most texts: no blanks and no controls.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] <= ' ' || s[i] == 0xC2 || s[i] == 0xE1 || s[i] == 0xE2 || s[i] == 0xEF { // lead bytes of what Normal looks for
			return false
		}
	}
	return true
}
