package layout

import (
	"slices"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/tables"
)

// Heads and labels over columns that share the room are broken inside words where a column is too narrow, as long as no figure asks for
// more. Two things help where little is missing: the column takes it from the others, and the text comes nearer to the cell's edges.

// mostGrowth is how much wider than its share a column becomes at most for the sake of a label, in percent: the others lack it.
const mostGrowth = 10

// whole gives widths in which phrases of labels stay whole, or at least words, as far as that takes little; else the widths as they
// are.
func (w *widthFitter) whole(widths []unit.Length) []unit.Length {
	for _, phrases := range [...]bool{true, false} {
		if !w.wantWhole(widths, phrases) {
			continue
		}
		if better, err := tables.Widths(w.grid, w.want, w.columns, w.area); err == nil {
			return better
		}
	}
	return widths
}

// wantWhole notes how wide the labels want their columns, and says whether one of them wants more than it has.
func (w *widthFitter) wantWhole(widths []unit.Length, phrases bool) (more bool) {
	w.wantLeast(fitStep{})
	pad, slack := 2*w.sheet.Table.PadX, w.slack()
	for _, g := range w.groups {
		if !g.label || w.byContent(g.at) {
			continue
		}
		narrow := 2 * w.sheet.Table.Narrow
		if g.style.Align != doc.AlignCenter { // see cellSetter.reach
			narrow = w.sheet.Table.Narrow + w.sheet.Table.PadX
		}
		has := total(widths[g.at.Col : g.at.Col+g.at.Cols])
		fair := w.fair(widths, g.at)
		most := max(has, fair+fair*mostGrowth/100)
		text := g.wish.sense
		if phrases && g.wish.phrase+narrow+slack <= most {
			text = g.wish.phrase
		}
		if text+narrow+slack <= most {
			want := min(text+pad+slack, most)
			if text+pad <= has {
				want = min(want, has)
			}
			w.wants(g.natural, want, want)
			more = more || want > has
		}
	}
	return more
}

// fair is the width of the columns below a cell by their shares alone.
func (w *widthFitter) fair(widths []unit.Length, at *tables.Cell) unit.Length {
	room, all, own := unit.Length(0), 0, 0
	for i, c := range w.columns {
		if c.Share == 0 {
			continue
		}
		room, all = room+widths[i], all+c.Share
		if at.Col <= i && i < at.Col+at.Cols {
			own += c.Share
		}
	}
	return room.MulDiv(int64(own), int64(max(all, 1)))
}

// reach lets labels reach into the padding that are broken inside a word or phrase otherwise.
func (w *widthFitter) reach() {
	m := w.model.as(w.table)
	most := m.padX - w.sheet.Table.Narrow
	if most <= 0 {
		return
	}
	var errs []error
	cells, rows := w.cells(m, &errs), rowCloner{table: w.table}
	for _, g := range w.groups {
		room := -2 * m.padX
		for _, c := range w.table.Columns[g.at.Col : g.at.Col+g.at.Cols] {
			room += c.Width
		}
		for _, label := range g.labels {
			if label.natural <= room {
				continue
			}
			if r, ok := cells.reach(int(label.cell), room, most); ok {
				rows.cell(m, int(label.cell)).Reach = r
			}
		}
	}
}

// reach finds out whether cell i looks better when its text may come nearer to the edges; at the side that text is aligned to it stays
// where it is, in line with the text above and below, and there a line less is reason enough.
func (b *cellSetter) reach(i int, room, most unit.Length) (doc.Reach, bool) {
	cell := b.model.cells[i]
	if cell.Vertical || len(cell.Blocks) > 0 || len(cell.Diagonal) > 0 {
		return doc.Reach{}, false
	}
	b.jobs = b.styler.jobs(i, room, b.jobs[:0])
	job := b.jobs[0].textJob
	var r doc.Reach
	switch job.Style.Align {
	case doc.AlignCenter:
		r = doc.Reach{Left: most, Right: most}
	case doc.AlignLeft:
		r.Right = most
	default:
		return r, false
	}
	before, after, err := b.setter.compare(job, r)
	if err != nil || before.lines < 2 {
		return r, false
	}
	const less = phraseBreak * phraseBreak
	shorter := r.Left == 0 && after.lines < before.lines && after.price < before.price+less
	return r, shorter || after.price+less <= before.price
}

// A rowCloner lets cells of a table be changed, which others may share.
type rowCloner struct {
	table *doc.Table
	done  map[int]bool
}

// cell gives cell i for changing.
func (r *rowCloner) cell(m *tableModel, i int) *doc.Cell {
	if r.done == nil {
		r.done = map[int]bool{}
		r.table.Rows = slices.Clone(r.table.Rows)
	}
	row := m.grid.Cells[i].Row
	if !r.done[row] {
		r.done[row] = true
		r.table.Rows[row].Cells = slices.Clone(r.table.Rows[row].Cells)
	}
	from, _ := m.grid.Starting(row)
	return &r.table.Rows[row].Cells[i-from]
}
