package layout

import (
	"slices"
	"sort"

	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/tables"
)

// tear finds where a tall row may be cut: below a line of each of its cells. crossed are its own cells if cuts may cross their lines.
func (f *tableFlow) tear(row int) (cuts []unit.Length, crossed []longCell) {
	lines, own := f.linesIn(row)
	cuts = tables.Cuts(lines)
	if finer := f.finer(row, cuts, lines); len(finer) > len(cuts) {
		cuts, crossed = finer, own
	}
	return slices.DeleteFunc(cuts, func(y unit.Length) bool {
		return y <= f.y[row] || y+f.model.padY >= f.y[row+1]
	}), crossed
}

// linesIn gives the lines of all cells that a cut through the row may go between, and those of its own cells.
func (f *tableFlow) linesIn(row int) (lines [][]tables.Line, own []longCell) {
	m := f.model
	from, to := m.grid.Starting(row)
	for i := from; i < to; i++ {
		if m.grid.Cells[i].Rows == 1 && !m.cells[i].Vertical {
			own = append(own, longCell{i, f.linesOf(i)})
			lines = append(lines, own[len(own)-1].lines)
		}
	}
	for i := range m.grid.Across(row) {
		if k, ok := f.longOf(i); ok {
			lines = append(lines, f.long[k].lines)
		}
	}
	return lines, own
}

// finer adds cuts where a page would have no room from one to the next, as the lines of two cells never end together: below each
// line there. Lines that such a cut crosses stand below it. A row that a merged cell has made higher is cut below its lines, too.
//
//	+------+------+
//	| 广州 | 深圳 |
//	|      | ﹍﹍ |  half a line lower: a cut below 广州 sends 深圳 to the next page
//	| 佛山 | 珠海 |
//	|      | ﹍﹍ |
//	| 东莞 | 中山 |
//	+------+------+
func (f *tableFlow) finer(row int, cuts []unit.Length, lines [][]tables.Line) []unit.Length {
	most := f.most() - max(f.slack, 2*f.model.padY)
	edges := append(slices.Insert(slices.Clone(cuts), 0, f.y[row]), f.y[row+1])
	finer, end := slices.Clone(cuts), f.y[row]
	for _, line := range slices.Concat(lines...) {
		end = max(end, line.Bottom)
		if i := sort.Search(len(edges)-1, func(i int) bool { return edges[i] >= line.Bottom }); i > 0 && edges[i]-edges[i-1] > most {
			finer = append(finer, line.Bottom)
		}
	}
	for most = max(most, f.room/8, unit.Pt); end+most < f.y[row+1]; end += most {
		finer = append(finer, end+most)
	}
	slices.Sort(finer)
	return slices.Compact(finer)
}
