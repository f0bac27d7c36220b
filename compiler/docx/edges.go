package docx

import (
	"slices"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/tables"
)

// An edgeMap is the rules of a table whose cells have some of their own, slot by slot.
type edgeMap struct {
	across []tables.Kind // above each slot, and below the last row
	down   []tables.Kind // left of each slot, and right of the last column
	cols   int
}

// mapEdges finds the rules where a cell overrides some.
func (w *tableWriter) mapEdges() {
	own := false
	for _, cell := range w.cells {
		own = own || cell.Edges != nil
	}
	if !own {
		return
	}
	style := tables.Rules{Cell: func(i int, side tables.Side) tables.Kind { return edgeKind(w.cells[i].Edges, side) }}
	if w.rules.Open {
		style.Left, style.Right = tables.EdgeNone, tables.EdgeNone
	}
	n := w.grid.Cols + 1
	m := &edgeMap{across: make([]tables.Kind, (w.grid.Rows+1)*n), down: make([]tables.Kind, (w.grid.Rows+1)*n), cols: n}
	slice := w.grid.Slice(0, w.grid.Rows)
	for _, e := range slice.Edges(style) {
		for k := range e.Len {
			if e.Vertical {
				m.down[(e.Row+k)*n+e.Col] = e.Kind
			} else {
				m.across[e.Row*n+e.Col+k] = e.Kind
			}
		}
	}
	w.edged = m
}

func edgeKind(e *doc.Edges, side tables.Side) tables.Kind {
	if e == nil {
		return tables.EdgeDefault
	}
	switch [...]doc.Edge{tables.Top: e.Top, tables.Bottom: e.Bottom, tables.Left: e.Left, tables.Right: e.Right}[side] {
	case doc.EdgeNone:
		return tables.EdgeNone
	case doc.EdgeInner:
		return tables.EdgeInner
	case doc.EdgeHead:
		return tables.EdgeHead
	case doc.EdgeOuter:
		return tables.EdgeOuter
	}
	return tables.EdgeDefault
}

// borders writes the rules around a w:tc that differ from the table's, and the line through it. Both cells beside a rule say
// the same, so that no reader has to decide between them.
func (w *tableWriter) borders(row int, c tables.RowCell) {
	diagonal := slash(w.cells[c.Cell])
	sides := w.sides(row, c)
	w.closePage(row, &sides)
	if sides == [4]unit.Length{unset, unset, unset, unset} && !diagonal {
		return
	}
	w.x.open("w:tcBorders")
	for i, name := range [...]string{"w:top", "w:left", "w:bottom", "w:right"} {
		if sides[i] != unset {
			border(w.x, name, sides[i])
		}
	}
	if diagonal {
		border(w.x, "w:tl2br", max(w.rules.Inner, diagonalRule))
	}
	w.x.close()
}

const (
	// unset is the width of a side that is as the table has it.
	unset unit.Length = -1
	// diagonalRule is the least width of a line through a cell.
	diagonalRule = unit.Pt / 2
)

// sides gives the widths of the rules above, left of, below and right of a w:tc.
func (w *tableWriter) sides(row int, c tables.RowCell) [4]unit.Length {
	all := [4]unit.Length{unset, unset, unset, unset}
	if w.edged == nil {
		w.headSides(row, &all)
		return all
	}
	m := w.edged
	at := &w.grid.Cells[c.Cell]
	if row == at.Row {
		all[0] = w.side(m.across[row*m.cols+c.Col:][:c.Span], row == 0 && !w.led)
	}
	if row == at.Row+at.Rows-1 {
		all[2] = w.side(m.across[(row+1)*m.cols+c.Col:][:c.Span], row+1 == w.grid.Rows)
	}
	all[1] = w.side(m.down[row*m.cols+c.Col:][:1], c.Col == 0)
	all[3] = w.side(m.down[row*m.cols+c.Col+c.Span:][:1], c.Col+c.Span == w.grid.Cols)
	return all
}

// headSides gives the rules below the head rows, where they differ from those between cells, and below a caption in the table.
func (w *tableWriter) headSides(row int, all *[4]unit.Length) {
	if row == 0 && w.led {
		all[0] = w.rules.Outer
	}
	head := w.grid.Head
	if head == 0 || head >= w.grid.Rows || w.rules.Head == w.rules.Inner {
		return
	}
	switch row {
	case head:
		all[0] = w.rules.Head
	case w.lastHead():
		all[2] = w.rules.Head
	}
}

// closePage gives the row that the layout ends a page with the frame's rule, where it has none below: a three-line table would be open
// there. A row below it that came onto the same page would have the rule above it, which can be seen and taken off.
func (w *tableWriter) closePage(row int, all *[4]unit.Length) {
	if w.endsPage(row) && (all[2] == 0 || all[2] == unset && w.rules.Inner == 0) {
		all[2] = w.rules.Outer
	}
}

// endsPage says whether the layout ends a page with the row, and the file shows it.
func (w *tableWriter) endsPage(row int) bool {
	i, _ := slices.BinarySearch(w.pages.Cuts, row+1)
	return i < len(w.pages.Cuts) && w.written(w.pages.Cuts[i]) == row && row >= w.grid.Head && !w.opts.MergedLabels
}

// side gives the width of a side made of pieces, unset where the table's own rule is right. Of pieces that differ the
// narrower cells beyond say each its own.
func (w *tableWriter) side(pieces []tables.Kind, frame bool) unit.Length {
	for _, kind := range pieces[1:] {
		if kind != pieces[0] {
			return 0
		}
	}
	natural := tables.EdgeInner
	if frame {
		natural = tables.EdgeOuter
	}
	if pieces[0] == natural {
		return unset
	}
	return w.ruleWidth(pieces[0])
}

func (w *tableWriter) ruleWidth(kind tables.Kind) unit.Length {
	switch kind {
	case tables.EdgeInner:
		return w.rules.Inner
	case tables.EdgeHead:
		return w.rules.Head
	case tables.EdgeOuter:
		return w.rules.Outer
	}
	return 0
}
