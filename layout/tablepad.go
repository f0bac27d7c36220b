package layout

import (
	"sort"

	"github.com/banxin-go/banxin/layout/unit"
)

// The padding above and below the text of a table's cells is a range: preferred, unless lower rows keep the table on one page
// or higher ones fill a page that would stay empty. The breaker is told how high the table may be and says how high it is.

// padRange gives the least and the greatest padding.
func (m *tableModel) padRange() (least, most unit.Length) {
	least, most = m.padY, m.padY
	if t := &m.sheet.Table; t.LeastPadY > 0 {
		least = min(least, t.LeastPadY)
	}
	return least, max(most, m.sheet.Table.MostPadY)
}

// run gives what the breaker is to know of a table. Rows that may be torn keep their heights: their bands are lines.
func (f *tableFlow) run() run {
	pad, rows := f.model.padY, unit.Length(f.model.grid.Rows)
	least, most := f.model.padRange()
	r := run{height: f.total()}
	r.low, r.high = r.height, r.height
	simple := least < most && f.simple()
	if simple && r.height-2*(pad-least)*rows <= f.room {
		if f.setPad(most); f.simple() {
			r.high = max(r.high, f.total())
		}
		f.setPad(least)
		r.low = min(r.low, f.total())
		f.setPad(pad)
	}
	if f.whole = f.model.table.Keep && r.low <= f.room; r.low > f.room && simple && r.height <= tightPages*f.room {
		r.steps = int((pad - least) / unit.Twip)
		r.at = func(step int) []band {
			f.setPad(pad - unit.Length(step)*unit.Twip)
			return f.bands()
		}
	}
	return r
}

// simple says whether each row is a band.
func (f *tableFlow) simple() bool { return len(f.tops) == len(f.y) && len(f.long) == 0 }

// total is the height of the table on one page, its caption with it.
func (f *tableFlow) total() unit.Length { return f.lead.height + f.y[f.model.grid.Rows] }

// settle gives the table the greatest padding, in whole twips as word processors count, with which it is not higher.
func (f *tableFlow) settle(height unit.Length) {
	least, most := f.model.padRange()
	steps := sort.Search(int((most-least)/unit.Twip), func(n int) bool {
		f.setPad(least + unit.Length(n+1)*unit.Twip)
		return f.total() > height
	})
	f.setPad(least + unit.Length(steps)*unit.Twip)
}

// setPad changes the padding and finds the rows' heights and the bands anew.
func (f *tableFlow) setPad(pad unit.Length) {
	m := f.model
	if pad == m.padY {
		return
	}
	more := 2 * (pad - m.padY)
	m.padY = pad
	for i := range f.need {
		if len(m.cells[i].Diagonal) == 0 {
			f.need[i] += more
			continue
		}
		if height, err := f.height(i, f.innerWidth(i)); err == nil { // measured before
			f.need[i] = height + 2*pad
		}
	}
	f.rowHeights()
	f.cutRows()
}
