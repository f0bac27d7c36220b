package tables

import (
	"cmp"
	"slices"

	"github.com/banxin-go/banxin/layout/unit"
)

// maxHeight bounds the lengths taken into account: some 38 km of rows, so that sums stay in an int64.
const maxHeight unit.Length = 1 << 40

// Heights gives every row its height. need is asked once for each cell, in order, padding included; least is the smallest
// height of each row, or nil.
//
// Cells of one row come first. Then the tall ones, those over the fewest rows first: what such a cell needs beyond its
// rows is given to the lowest of them, up to a common height. So rows beside a tall label come out alike as far as their
// own text allows, in place of one tall row at the end. Nothing is lost to rounding: the rows of a tall cell that needed
// more add up to its height to the last EMU.
//
//	needs +---+---+     heights: the label needs 60, the rows have 10, 10 and 25;
//	   60 | 0 | 1 | 10  the first two are raised to 17.5, the third stays
//	      |   +---+
//	      |   | 2 | 10
//	      |   +---+
//	      |   | 3 | 25
//	      +---+---+
func Heights(g *Grid, need func(cell int) unit.Length, least []unit.Length) []unit.Length {
	rows := make([]unit.Length, g.Rows)
	for i := range min(len(least), g.Rows) {
		rows[i] = bounded(least[i])
	}
	for _, t := range tall(g, need, rows) {
		level(rows[t.row:t.row+t.rows], nil, t.need)
	}
	return rows
}

// tallCell is a cell of several rows and the height it needs.
type tallCell struct {
	row, rows int
	need      unit.Length
}

// tall fits the cells of one row into rows and returns the others, sorted by the number of their rows.
func tall(g *Grid, need func(cell int) unit.Length, rows []unit.Length) []tallCell {
	var list []tallCell
	for i := range g.Cells {
		c, h := &g.Cells[i], bounded(need(i))
		if c.Rows > 1 {
			list = append(list, tallCell{c.Row, c.Rows, h})
			continue
		}
		rows[c.Row] = max(rows[c.Row], h)
	}
	slices.SortStableFunc(list, func(a, b tallCell) int { return cmp.Compare(a.rows, b.rows) })
	return list
}

func bounded(l unit.Length) unit.Length { return min(max(l, 0), maxHeight) }

// Line is where a line of text, or anything else that must not be cut, stands in a row, measured from the row's top.
type Line struct{ Top, Bottom unit.Length }

// Cuts gives the heights at which a row taller than a page may be cut, from top to bottom, so that no line in any of its
// cells is cut: each is the lower edge of a line, and more lines follow. cells has the lines of each cell, in any order.
//
//	+------+------+
//	| 广州 | 深圳 |
//	|      | 珠海 |  ← not here: 佛山 is crossed
//	| 佛山 |      |
//	| 东莞 | 中山 |  the cuts are below the first line and below 佛山 and 珠海
//	+------+------+
func Cuts(cells [][]Line) []unit.Length {
	var lines []Line
	for _, cell := range cells {
		for _, l := range cell {
			if l.Bottom > l.Top {
				lines = append(lines, l)
			}
		}
	}
	slices.SortFunc(lines, func(a, b Line) int { return cmp.Or(cmp.Compare(a.Top, b.Top), cmp.Compare(a.Bottom, b.Bottom)) })
	var cuts []unit.Length
	for i, l := range lines {
		if i == 0 {
			cuts = append(cuts, l.Bottom)
			continue
		}
		if end := &cuts[len(cuts)-1]; l.Top < *end {
			*end = max(*end, l.Bottom)
		} else {
			cuts = append(cuts, l.Bottom)
		}
	}
	return cuts[:max(len(cuts)-1, 0)]
}
