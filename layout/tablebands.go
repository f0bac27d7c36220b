package layout

import (
	"sort"

	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/tables"
)

// cutRows finds the bands: a row each, and for a row that fills more than half a page one for each line.
func (f *tableFlow) cutRows() {
	grid := f.model.grid
	total := f.y[grid.Rows] + f.lead.height
	f.whole = f.model.table.Keep && total <= f.room
	f.tops = make([]unit.Length, 0, len(f.y))
	for row := range grid.Rows {
		f.tops = append(f.tops, f.y[row])
		if f.torn(row) {
			f.tops = append(f.tops, f.tear(row)...)
		}
	}
	f.tops = append(f.tops, f.y[grid.Rows])
}

func (f *tableFlow) torn(row int) bool {
	return row >= f.model.grid.Head && f.y[row+1]-f.y[row] > f.room/2
}

// repeats says whether caption and head are drawn again on following pages. A head that leaves no room for rows is not.
func (f *tableFlow) repeats() bool {
	height := f.repeatHeight()
	return height > 0 && height <= f.room/2
}

func (f *tableFlow) repeatHeight() unit.Length {
	return f.lead.nextHeight + f.y[f.model.grid.Head]
}

// tear finds where a tall row may be cut: below a line of each of its cells.
func (f *tableFlow) tear(row int) []unit.Length {
	m := f.model
	var lines [][]tables.Line
	from, to := m.grid.Starting(row)
	for i := from; i < to; i++ {
		if m.grid.Cells[i].Rows > 1 || m.cells[i].Vertical {
			continue
		}
		text, err := f.setCell(i, unit.Size{W: f.innerWidth(i)})
		if err != nil {
			continue // measured before
		}
		var cell []tables.Line
		y := m.padY
		for k := range text.parts {
			leading := text.parts[k].leading()
			for range text.parts[k].lines() {
				cell = append(cell, tables.Line{Top: y, Bottom: y + leading})
				y += leading
			}
		}
		lines = append(lines, cell)
	}
	cuts := tables.Cuts(lines)
	for i := range cuts {
		cuts[i] += f.y[row]
	}
	return cuts
}

func (f *tableFlow) bands() []band {
	var bands []band
	if f.hasLead() {
		bands = append(bands, band{height: f.lead.height, keep: true})
	}
	grid := f.model.grid
	kept := f.keptBoundaries()
	repeat := unit.Length(0)
	if f.repeats() {
		repeat = f.repeatHeight()
	}
	row := 0
	for i := range len(f.tops) - 1 {
		for row+1 < grid.Rows && f.y[row+1] <= f.tops[i] {
			row++
		}
		b := band{height: f.tops[i+1] - f.tops[i], keep: f.whole && i+2 < len(f.tops)}
		if row >= grid.Head {
			b.repeat = repeat + f.carryAbove(f.tops[i]) + f.tornPad(f.tops[i])
			b.close = f.carryBelow(f.tops[i+1]) + f.tornPad(f.tops[i+1])
		}
		if f.tops[i+1] == f.y[row+1] {
			b.keep = b.keep || row < grid.Head || f.model.table.Rows[row].KeepNext || kept[row]
		}
		bands = append(bands, b)
	}
	bands[0].before = f.before
	bands[len(bands)-1].keep = f.keep
	return bands
}

// tornPad is the padding that a row has above and below a cut through it, at the height y.
func (f *tableFlow) tornPad(y unit.Length) unit.Length {
	if y <= 0 || y >= f.y[f.model.grid.Rows] || f.y[f.rowAt(y)] == y {
		return 0
	}
	return f.model.padY
}

func (f *tableFlow) hasLead() bool { return len(f.lead.first) > 0 }

// keptBoundaries says below which rows no page may end because a merged cell's label would fit on neither side of the cut.
// A label that fits on one side stands there whole, and is drawn again on the other where it fits too.
func (f *tableFlow) keptBoundaries() []bool {
	grid := f.model.grid
	kept := make([]bool, grid.Rows)
	for i := range grid.Cells {
		c := &grid.Cells[i]
		if c.Rows == 1 || f.need[i] > f.room/2 {
			continue
		}
		top, bottom := f.y[c.Row], f.y[c.Row+c.Rows]
		for row := c.Row; row < c.Row+c.Rows-1; row++ {
			cut := f.y[row+1]
			kept[row] = kept[row] || cut-top < f.need[i] && bottom-cut < f.need[i]
		}
	}
	return kept
}

// cutAt is told that a page starts with the band.
func (f *tableFlow) cutAt(band int) {
	if f.hasLead() {
		band--
	}
	if band <= 0 {
		return
	}
	f.starts = append(f.starts, f.tops[band])
	if f.carry != nil {
		f.carry.cut(f.model, f.rowAt(f.tops[band]))
	}
}

// pieces gives where pages cut the stretch [top, bottom): its pieces' upper edges, and the last one's lower edge.
func (f *tableFlow) pieces(top, bottom unit.Length) []unit.Length {
	edges := []unit.Length{top}
	for i := sort.Search(len(f.starts), func(i int) bool { return f.starts[i] > top }); i < len(f.starts) && f.starts[i] < bottom; i++ {
		edges = append(edges, f.starts[i])
	}
	return append(edges, bottom)
}

// rowAt gives the row that the height y lies in.
func (f *tableFlow) rowAt(y unit.Length) int {
	return sort.Search(f.model.grid.Rows-1, func(i int) bool { return f.y[i+1] > y })
}
