package layout

import (
	"slices"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// tables tells what became of each table.
func (p *plan) tables() []display.Table {
	var all []display.Table
	for _, s := range p.sections {
		for _, f := range s.flows {
			if t, ok := f.(*tableFlow); ok {
				all = append(all, t.told())
			}
		}
	}
	return all
}

func (f *tableFlow) told() display.Table {
	t := display.Table{Pages: len(f.starts) + 1, Pad: f.model.padY, Raised: f.raised(), Insets: f.insets, Bare: f.bare()}
	for i, y := range f.starts {
		if row := f.rowAt(y); f.y[row] == y {
			t.Cuts = append(t.Cuts, row)
			t.Passages = f.passages(t.Passages, row)
			t.Kept = f.together(t.Kept, row)
			t.Kept = f.lastGroup(t.Kept, row, f.endOfPage(i+1))
		} else if n := len(t.Ended); n == 0 || t.Ended[n-1] != row {
			t.Ended = append(t.Ended, row)
		}
	}
	for i, cell := range f.model.cells {
		if at := &f.model.grid.Cells[i]; len(cell.Diagonal) > 2 {
			t.Divided = append(t.Divided, display.Divided{Cell: i, Height: f.y[at.Row+at.Rows] - f.y[at.Row]})
		}
	}
	for _, l := range f.long {
		if f.model.grid.Cells[l.cell].Rows > 1 {
			t.Long = append(t.Long, l.cell)
		}
	}
	for row := range f.model.grid.Rows {
		if f.torn(row) {
			t.Torn = append(t.Torn, row)
		}
		if t.Pages > 1 && f.cuts[row].keep {
			t.Kept = append(t.Kept, row)
		}
	}
	slices.Sort(t.Kept)
	t.Kept = slices.Compact(t.Kept)
	return t
}

// bare counts the pages after the first that have no room for the head.
func (f *tableFlow) bare() int {
	n := 0
	for _, y := range f.starts {
		if f.repeatHeight() > 0 && y >= f.y[f.model.grid.Head] && !f.headed(f.bandAt(y)) {
			n++
		}
	}
	return n
}

// overfull finds the tables of which a page has no room for one line and what is drawn above and below it.
func (s *section) overfull() (errs []error) {
	for _, f := range s.flows {
		t, ok := f.(*tableFlow)
		if !ok {
			continue
		}
		for _, y := range append([]unit.Length{0}, t.starts...) {
			if height := t.alone(t.bandAt(y)); height > t.room {
				errs = append(errs, &Error{Src: t.model.table.Src, Err: &RoomError{Height: height, Room: t.room}})
				break
			}
		}
	}
	return errs
}

// together adds the rows from a page's first on that stay with the next: all of a group that has gone over whole, and the first
// row in any case. The page before has no room for two.
func (f *tableFlow) together(kept []int, first int) []int {
	end := f.model.grid.Rows - 1
	for row := first; row < end && !f.torn(row) && !f.torn(row+1); row++ {
		inside := f.cuts[row].keep || f.cuts[row].price > 0
		if inside || row == first {
			kept = append(kept, row)
		}
		if !inside {
			break
		}
	}
	return kept
}

// endOfPage is the row behind the last that page i of the table has whole.
func (f *tableFlow) endOfPage(i int) int {
	if i == len(f.starts) {
		return f.model.grid.Rows
	}
	return f.rowAt(f.starts[i])
}

// lastGroup adds the rows of the last group that stands whole on a page [from, to) which begins inside another. LibreOffice first lays
// such a page out without its first rows, then takes them over from the page before; where they push the end of a group from the
// page for a while, its cells lose the rules beside those rows, though they come back. A group kept together goes and comes whole.
func (f *tableFlow) lastGroup(kept []int, from, to int) []int {
	inside := func(row int) bool { return f.cuts[row].price > 0 }
	if !f.splits(from) {
		return kept
	}
	for from < to && inside(from) { // the group that the page begins in
		from++
	}
	for to > from && inside(to-1) { // one that the next page goes on with
		to--
	}
	last := to - 1
	for last > from && !inside(last) {
		last--
	}
	for ; last > from && inside(last); last-- {
		kept = append(kept, last)
	}
	return kept
}

// splits says whether a page that starts with the row splits a label.
func (f *tableFlow) splits(row int) bool {
	for i := range f.model.grid.Crossing(row) {
		if !f.isLong(i) {
			return true
		}
	}
	return false
}

// atPageEnd is by how much a row is higher because a page begins with it or ends with it.
func (f *tableFlow) atPageEnd(row int) unit.Length {
	more := unit.Length(0)
	if _, begins := slices.BinarySearch(f.starts, f.y[row]); begins {
		more = f.above(f.y[row])
	}
	if _, ends := slices.BinarySearch(f.starts, f.y[row+1]); ends {
		more += f.below(f.y[row+1])
	}
	return more
}

// raised gives the rows that are higher than the lines of their own cells: by a column of vertical text, by a divided cell, by
// a merged cell whose text is higher than its rows, or beside a page's end by what a text there lacks. Word processors break vertical text
// to the height that the other cells leave it, and give all that a merged cell needs to its last row.
func (f *tableFlow) raised() []unit.Length {
	m := f.model
	plain := make([]unit.Length, m.grid.Rows)
	for i := range m.grid.Cells {
		if at := &m.grid.Cells[i]; at.Rows == 1 && !m.cells[i].Vertical && len(m.cells[i].Diagonal) == 0 {
			plain[at.Row] = max(plain[at.Row], f.need[i])
		}
	}
	none := true
	for row, height := range plain {
		plain[row] = 0
		if own := f.y[row+1] - f.y[row] + f.atPageEnd(row); own > height {
			plain[row], none = own, false
		}
	}
	if none {
		return nil
	}
	return plain
}
