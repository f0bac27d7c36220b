package layout

import (
	"iter"
	"slices"
	"sort"

	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/tables"
)

// A longCell is a merged cell whose text is too high to stand whole beside a page's end: prose, not a label. Its lines hang from
// its upper edge and run on from page to page, as those of a row that is torn. So are cells of a torn row whose lines a cut crosses.
type longCell struct {
	cell  int
	lines []tables.Line // in heights of the flow
}

// findLong finds the long cells: two parts of a page, cut anywhere, may be too low for each of them.
func (f *tableFlow) findLong() {
	for i := range f.model.cells {
		if f.model.grid.Cells[i].Rows > 1 && !f.model.cells[i].Vertical && f.need[i] > f.most()/2 {
			f.long = append(f.long, longCell{i, f.linesOf(i)})
		}
	}
	for _, l := range f.long {
		for _, line := range l.lines {
			f.slack = max(f.slack, line.Bottom-line.Top+2*f.model.padY)
		}
	}
}

func (f *tableFlow) isLong(cell int) bool {
	_, ok := f.longOf(cell)
	return ok
}

// longOf gives the place of a cell among the long ones.
func (f *tableFlow) longOf(cell int) (int, bool) {
	return slices.BinarySearchFunc(f.long, cell, func(l longCell, cell int) int { return l.cell - cell })
}

// linesOf gives where the lines of cell i stand when they hang from its upper edge, in heights of the flow.
func (f *tableFlow) linesOf(i int) []tables.Line {
	text, err := f.setCell(i, unit.Size{W: f.innerWidth(i)})
	if err != nil {
		return nil // measured before
	}
	var lines []tables.Line
	y := f.y[f.model.grid.Cells[i].Row] + f.model.padY
	for k := range text.parts {
		leading := text.parts[k].leading()
		for range text.parts[k].lines() {
			lines = append(lines, tables.Line{Top: y, Bottom: y + leading})
			y += leading
		}
	}
	return lines
}

// above is how much lower than in the flow all stands on a page that starts at the height y: by the padding of a row that is torn
// there, by what a line takes that would be crossed by the cut and stands below it whole, and by what a label lacks beside its
// part of the rows.
func (f *tableFlow) above(y unit.Length) unit.Length {
	if y <= 0 || y >= f.y[f.model.grid.Rows] {
		return 0
	}
	down := f.tornPad(y)
	if cut := f.cutBelow(y); cut != nil {
		down = cut.below
	}
	for l := range f.longAt(y) {
		if line := l.next(y); line < len(l.lines) {
			down = max(down, y+f.model.padY-l.lines[line].Top)
		}
	}
	return down
}

// below is the padding below the lines of a page that ends at the height y inside their cell, or what a label lacks beside its
// part of the rows.
func (f *tableFlow) below(y unit.Length) unit.Length {
	if y <= 0 || y >= f.y[f.model.grid.Rows] {
		return 0
	}
	pad := f.tornPad(y)
	if cut := f.cutBelow(y); cut != nil {
		pad = cut.above
	}
	for l := range f.longAt(y) {
		if line := l.next(y); line > 0 && line < len(l.lines) {
			pad = max(pad, l.lines[line-1].Bottom+f.model.padY-y)
		}
	}
	return pad
}

// longAt goes through the long cells that a cut at the height y cuts.
func (f *tableFlow) longAt(y unit.Length) iter.Seq[*longCell] {
	return func(yield func(*longCell) bool) {
		if len(f.long) == 0 {
			return
		}
		for i := range f.model.grid.Across(f.rowAt(y)) {
			if k, ok := f.longOf(i); ok && f.y[f.model.grid.Cells[i].Row] < y && !yield(&f.long[k]) {
				return
			}
		}
	}
}

// next gives the first line that does not end above the height y.
func (l *longCell) next(y unit.Length) int {
	return sort.Search(len(l.lines), func(i int) bool { return l.lines[i].Bottom > y })
}

// tornPad is the padding that a row has above and below a cut through it, at the height y.
func (f *tableFlow) tornPad(y unit.Length) unit.Length {
	if f.y[f.rowAt(y)] == y {
		return 0
	}
	return f.model.padY
}
