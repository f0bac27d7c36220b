package layout

import (
	"sort"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// tornCell draws the lines of a cell that pages cut between its lines, those that stand on this page. They hang from the cell's
// upper edge; where it goes on from the page before, from as far below the cut as all of the page does. Of a stub that ended
// there all is drawn again, as an artifact.
func (t *tablePage) tornCell(text cellText, i int, box unit.Rect) {
	m := t.model
	y := t.tableFlow.y[m.grid.Cells[i].Row] + m.padY
	from, n, first := -1, 0, unit.Length(0)
	line := 0
	for k := range text.parts {
		leading := text.parts[k].leading()
		for range text.parts[k].lines() {
			if y+leading > t.from && y+leading <= t.to {
				if from < 0 {
					from, first = line, y
				}
				n++
			}
			y += leading
			line++
		}
	}
	switch {
	case from < 0 && y <= t.from && m.kinds[i] == doc.CellRowHead: // shown before: which row goes on here is told again
		at := unit.Point{X: box.X + m.padX, Y: box.Y + m.padY}
		if text.height+2*m.padY <= box.H {
			t.lines(text, i, unit.Rect{Point: at, Size: unit.Size{W: box.W - 2*m.padX}}, 0, line, true)
		}
	case from >= 0:
		top := t.tableFlow.y[m.grid.Cells[i].Row]
		if t.from > top {
			top = t.from - t.above(t.from)
		}
		at := unit.Point{X: box.X + m.padX, Y: box.Y + first - top}
		t.lines(text, i, unit.Rect{Point: at, Size: unit.Size{W: box.W - 2*m.padX}}, from, from+n, false)
	}
}

// label draws the text of a merged cell that pages cut. Where the whole text fits, the whole text stands: in the first
// such part it is the cell's content, in later ones an artifact. A text that fits in no part runs on from part to part.
func (t *tablePage) label(text cellText, i int, box unit.Rect) {
	m := t.model
	c := &m.grid.Cells[i]
	need := t.tableFlow.need[i]
	edges := t.pieces(t.tableFlow.y[c.Row], t.tableFlow.y[c.Row+c.Rows])
	this := sort.Search(len(edges)-1, func(k int) bool { return edges[k+1] > t.from })
	home, highest := -1, 0
	for k := 0; k+1 < len(edges); k++ {
		h := edges[k+1] - edges[k]
		if k > 0 {
			h += t.above(edges[k])
		}
		if k+2 < len(edges) {
			h += t.below(edges[k+1])
		}
		if home < 0 && h >= need {
			home = k
		}
		if h > edges[highest+1]-edges[highest] {
			highest = k
		}
	}
	switch {
	case home >= 0 && box.H >= need:
		t.whole(text, i, box, this != home)
	case home < 0 && text.vertical:
		t.columns(i, box, this, highest)
	case home < 0:
		t.run(text, i, box, edges, this)
	}
}

// columns draws vertical text that is longer than any part in the highest one, in as many columns as it takes.
func (t *tablePage) columns(i int, box unit.Rect, this, highest int) {
	if this != highest {
		return
	}
	text, err := t.setCell(i, unit.Size{W: box.W - 2*t.model.padX, H: box.H - 2*t.model.padY})
	if err == nil {
		t.whole(text, i, box, false)
	}
}

// run draws the lines of a text that is too long for each part: as many as fit in each, the last one takes the rest.
func (t *tablePage) run(text cellText, i int, box unit.Rect, edges []unit.Length, this int) {
	m := t.model
	from, n := 0, 0
	for k := 0; k <= this; k++ {
		from += n
		n = fitting(text.parts, from, edges[k+1]-edges[k]-2*m.padY)
	}
	to := from + n
	if this == len(edges)-2 {
		to = 1 << 30
	}
	t.lines(text, i, unit.Rect{Point: unit.Point{X: box.X + m.padX, Y: box.Y + m.padY}, Size: unit.Size{W: box.W - 2*m.padX}}, from, to, false)
}

// fitting counts the lines from line from on that fit in the height, at least one.
func fitting(parts []cellPart, from int, room unit.Length) int {
	n, line := 0, 0
	for k := range parts {
		leading := parts[k].leading()
		for range parts[k].lines() {
			if line++; line <= from {
				continue
			}
			if room -= leading; room < 0 && n > 0 {
				return n
			}
			n++
		}
	}
	return n
}
