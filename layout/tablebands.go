package layout

import (
	"slices"
	"sort"

	"github.com/banxin-go/banxin/layout/unit"
)

// cutRows finds the bands: a row each, and for a row that fills more than half a page one for each line.
func (f *tableFlow) cutRows() {
	grid := f.model.grid
	f.long, f.slack = nil, 0
	f.findLong()
	f.tops = make([]unit.Length, 0, len(f.y))
	var crossed []longCell
	for row := range grid.Rows {
		f.tops = append(f.tops, f.y[row])
		if f.torn(row) {
			cuts, own := f.tear(row)
			f.tops, crossed = append(f.tops, cuts...), append(crossed, own...)
		}
	}
	f.tops = append(f.tops, f.y[grid.Rows])
	f.long = append(f.long, crossed...)
	slices.SortFunc(f.long, func(a, b longCell) int { return a.cell - b.cell })
}

// torn says whether pages may end inside a row: one that would leave half a page empty if it were moved to the next whole, or
// that does not fit there. A head that is drawn again is never cut.
func (f *tableFlow) torn(row int) bool {
	return f.y[row+1]-f.y[row] > min(f.room/2, f.most()-f.slack) && (row >= f.model.grid.Head || !f.repeats())
}

// most is the room for rows on a page that a table goes over from end to end.
func (f *tableFlow) most() unit.Length {
	most := f.room
	if f.repeats() {
		most -= f.repeatHeight()
	}
	if f.carry != nil {
		most -= 2 * f.carry.height
	}
	return most
}

// repeats says whether caption and head are drawn again on following pages. A head that leaves no room for rows is not.
func (f *tableFlow) repeats() bool {
	height := f.repeatHeight()
	return height > 0 && height <= f.room/2
}

func (f *tableFlow) repeatHeight() unit.Length {
	return f.lead.nextHeight + f.y[f.model.grid.Head]
}

// parts says whether a cut inside a row leaves a label no place on either side.
func (f *tableFlow) parts(row int, y unit.Length) bool {
	for i := range f.model.grid.Across(row) {
		if f.robbed(i, y) {
			return true
		}
	}
	return false
}

// robbed says whether a cut leaves a label, which cell i holds, whole on neither side. Labels are vertical text and what is not
// prose in cells of several rows.
func (f *tableFlow) robbed(i int, y unit.Length) bool {
	c := &f.model.grid.Cells[i]
	return (c.Rows > 1 && !f.isLong(i) || f.model.cells[i].Vertical) && y-f.y[c.Row] < f.need[i] && f.y[c.Row+c.Rows]-y < f.need[i]
}

func (f *tableFlow) bands() []band {
	var bands []band
	if f.hasLead() {
		bands = append(bands, band{height: f.lead.height, keep: true})
	}
	grid := f.model.grid
	f.priceCuts()
	row := 0
	for i := range len(f.tops) - 1 {
		for row+1 < grid.Rows && f.y[row+1] <= f.tops[i] {
			row++
		}
		b := band{height: f.tops[i+1] - f.tops[i], keep: f.whole && i+2 < len(f.tops)}
		b.repeat, b.close = f.around(i)
		if row >= grid.Head && f.headed(i) {
			b.repeat += f.repeatHeight()
		}
		if i+2 < len(f.tops) && f.tops[i+1] == f.y[row+1] {
			b.close += f.model.sheet.Table.Reserve
		}
		if f.tops[i+1] == f.y[row+1] {
			cut := &f.cuts[row]
			b.firm, b.price = cut.firm, cut.price
			b.keep = b.keep || row < grid.Head || f.model.table.Rows[row].KeepNext || cut.keep
		} else if f.parts(row, f.tops[i+1]) {
			b.keep, b.firm = true, true
		}
		bands = append(bands, b)
	}
	bands[0].before = f.before
	last := &bands[len(bands)-1]
	last.keep, last.firm = f.keep, f.keep // notes never stand on a page alone
	return bands
}

// around is how much is drawn above a band that begins a page, but for caption and head, and below one that ends it.
func (f *tableFlow) around(band int) (above, below unit.Length) {
	from, to := f.tops[band], f.tops[band+1]
	above, below = f.above(from), f.below(to)
	if from >= f.y[f.model.grid.Head] {
		above, below = above+f.carryAbove(from), below+f.carryBelow(to)
	}
	return above, below
}

// headed says whether caption and head are drawn again above a band that begins a page: where there is room for both.
func (f *tableFlow) headed(band int) bool {
	return f.repeats() && f.repeatHeight()+f.alone(band) <= f.room
}

// alone is how high a page is that holds one band, without caption and head.
func (f *tableFlow) alone(band int) unit.Length {
	above, below := f.around(band)
	return above + f.tops[band+1] - f.tops[band] + below
}

func (f *tableFlow) hasLead() bool { return len(f.lead.first) > 0 }

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

// bandAt gives the band of rows that the height y lies in.
func (f *tableFlow) bandAt(y unit.Length) int {
	return sort.Search(len(f.tops)-2, func(i int) bool { return f.tops[i+1] > y })
}

// rowAt gives the row that the height y lies in.
func (f *tableFlow) rowAt(y unit.Length) int {
	return sort.Search(f.model.grid.Rows-1, func(i int) bool { return f.y[i+1] > y })
}
