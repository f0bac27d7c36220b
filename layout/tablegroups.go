package layout

import (
	"slices"

	"github.com/banxin-go/banxin/layout/unit"
)

// A rowCut is what a page's end below a row would do to the groups of rows that merged cells make.
type rowCut struct {
	keep  bool        // it leaves one row of a group alone, or too little room for a label beside its part of the rows
	firm  bool        // neither part has room for the label
	price unit.Length // of the groups cut: see band
	// What the rows above and below must be higher by, where a page ends here in spite of it all, so that the label stands whole
	// beside both.
	above, below unit.Length
}

// groupRows is how many rows of a group stand together at least, as lines of a paragraph do.
const groupRows = 2

// priceCuts weighs the cuts below all rows. Cells over the same rows are one group. One that is higher than half a page is
// expected to be cut; others go over whole if they can.
func (f *tableFlow) priceCuts() {
	grid := f.model.grid
	f.cuts = make([]rowCut, grid.Rows)
	var groups []int // rows of the groups that start in one row
	for i := range grid.Cells {
		c := &grid.Cells[i]
		if i > 0 && grid.Cells[i-1].Row != c.Row {
			groups = groups[:0]
		}
		if c.Rows == 1 || c.Row < grid.Head && f.repeats() {
			continue
		}
		if f.isLong(i) {
			continue // prose runs on
		}
		price := unit.Length(0)
		if !slices.Contains(groups, c.Rows) && f.y[c.Row+c.Rows]-f.y[c.Row] <= f.room/2 {
			price = f.room / groupPrice
			groups = append(groups, c.Rows)
		}
		for row := c.Row; row < c.Row+c.Rows-1; row++ {
			if f.y[row+1] == f.y[c.Row] || f.y[row+1] == f.y[c.Row+c.Rows] {
				continue // rows without a height: all of the group stands on one side
			}
			f.cuts[row].add(row+1-c.Row < groupRows || c.Row+c.Rows-row-1 < groupRows, price)
			f.cuts[row].robs(f.need[i]-(f.y[row+1]-f.y[c.Row]), f.need[i]-(f.y[c.Row+c.Rows]-f.y[row+1]))
		}
	}
	for i := range f.cuts {
		f.cuts[i].price = min(f.cuts[i].price, f.room/tablePrice)
	}
	f.keepIndented()
}

func (c *rowCut) add(alone bool, price unit.Length) {
	c.keep = c.keep || alone
	c.price += price
}

// robs takes note of a label that has so much too little room above and below the cut.
func (c *rowCut) robs(above, below unit.Length) {
	c.keep = c.keep || above > 0 || below > 0
	c.firm = c.firm || above > 0 && below > 0
	c.above, c.below = max(c.above, above), max(c.below, below)
}

// cutBelow gives the cut at the height y, nil where no row ends there.
func (f *tableFlow) cutBelow(y unit.Length) *rowCut {
	if row := f.rowAt(y); row > 0 && f.y[row] == y && row <= len(f.cuts) {
		return &f.cuts[row-1]
	}
	return nil
}
