package layout

import (
	"sort"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/tables"
)

// A tablePage is the stretch of a table that one page shows.
type tablePage struct {
	*tableFlow
	cellSetter // of the page: the flow's own is shared between pages
	p          *painter
	slice      tables.Slice
	x          unit.Length   // left edge of the table on the page
	y          []unit.Length // upper edges of the slice's rows on the page, and the last one's lower edge
	from, to   unit.Length   // the stretch, in heights of the flow
	one        []*display.Node
}

func (f *tableFlow) paint(p *painter, from, to int, at unit.Point) {
	first := from
	if f.hasLead() {
		if from == 0 {
			f.lead.paint(p, f.lead.first, at)
			at.Y += f.lead.height
		}
		from, to = max(from-1, 0), to-1
	}
	if from >= to {
		return
	}
	page := &tablePage{tableFlow: f, p: p, x: at.X, from: f.tops[from], to: f.tops[to]}
	page.cellSetter = cellSetter{model: f.model, styler: newCellStyler(f.model, func(string, error) {}), setter: p.setter}
	page.cut(at.Y, first > 0 && f.repeats())
	page.fills()
	for i := range page.slice.Parts {
		page.cell(&page.slice.Parts[i])
	}
	page.rules()
}

func (l *tableLead) paint(p *painter, lines []leadLine, at unit.Point) {
	for _, line := range lines {
		line.flow.block.paint(p, 0, line.flow.block.lines(), unit.Point{X: at.X, Y: at.Y + line.y}, line.flow.nodes, nil, display.RepeatArtifact)
	}
}

// cut finds the rows of the page and where they stand. Rows torn by the page's ends show what is left of them.
func (t *tablePage) cut(y unit.Length, repeat bool) {
	grid := t.model.grid
	rows := t.tableFlow.y
	from := sort.Search(grid.Rows, func(i int) bool { return rows[i+1] > t.from })
	to := sort.Search(grid.Rows, func(i int) bool { return rows[i+1] >= t.to }) + 1
	if repeat = repeat && from >= grid.Head; repeat {
		t.lead.paint(t.p, t.lead.next, unit.Point{X: t.x, Y: y})
		y += t.lead.nextHeight
		t.slice = grid.Page(from, to)
	} else {
		t.slice = grid.Slice(from, to)
	}
	t.slice.Tear(t.from > rows[from], t.to < rows[to])
	t.y = make([]unit.Length, 0, t.slice.Rows+1)
	for i := range t.slice.Repeat {
		t.y = append(t.y, y+rows[i])
	}
	y += rows[t.slice.Repeat] - t.from
	for r := from; r <= to; r++ {
		t.y = append(t.y, y+min(max(rows[r], t.from), t.to))
	}
}

// box is the part's place on the page.
func (t *tablePage) box(part *tables.Part) unit.Rect {
	x, y := t.tableFlow.x, t.y
	return unit.Rect{
		Point: unit.Point{X: t.x + x[part.Col], Y: y[part.Row]},
		Size:  unit.Size{W: x[part.Col+part.Cols] - x[part.Col], H: y[part.Row+part.Rows] - y[part.Row]},
	}
}

func (t *tablePage) fills() {
	m := t.model
	for i := range t.slice.Parts {
		part := &t.slice.Parts[i]
		shade := m.cells[part.Cell].Shade
		if shade == 0 && m.kinds[part.Cell] == doc.CellColumnHead {
			shade = m.sheet.Table.HeadShade
		}
		if shade > 0 {
			t.p.add(&display.Fill{Box: t.box(part), Gray: 100 - min(uint8(shade), 100)})
		}
	}
}

// cell draws the text of a part of a cell.
func (t *tablePage) cell(part *tables.Part) {
	m := t.model
	i := part.Cell
	box := t.box(part)
	inner := unit.Size{W: box.W - 2*m.padX, H: box.H - 2*m.padY}
	if m.cells[i].Vertical && t.tableFlow.need[i] > box.H {
		inner.H = t.tableFlow.need[i] - 2*m.padY
	}
	text, err := t.setCell(i, inner)
	if err != nil {
		return // measured before
	}
	switch {
	case part.Repeat:
		t.whole(text, i, box, true)
	case part.First && part.Last:
		t.whole(text, i, box, false)
	case m.grid.Cells[i].Rows == 1:
		t.tornCell(text, i, box)
	default:
		t.label(text, i, box)
	}
}

// whole draws all of a cell's text in the box.
func (t *tablePage) whole(text cellText, i int, box unit.Rect, again bool) {
	m := t.model
	y := box.Y + m.padY
	slack := box.H - 2*m.padY - text.height
	switch m.cells[i].VAlign {
	case doc.VAlignTop:
	case doc.VAlignBottom:
		y += slack
	default:
		y += slack / 2
	}
	if text.vertical {
		t.vertical(text, i, unit.Point{X: box.X + (box.W+text.width)/2, Y: y}, again)
		return
	}
	t.lines(text, i, unit.Point{X: box.X + m.padX, Y: y}, 0, 1<<30, again)
}

// vertical draws columns of vertical text from the right one, whose upper right corner is at.
func (t *tablePage) vertical(text cellText, i int, at unit.Point, again bool) {
	for k, block := range text.blocks {
		nodes := t.nodesOf(i, k, again)
		block.paint(t.p, 0, block.lines(), at, nodes.spans, nodes.label, display.RepeatArtifact)
		at.X -= block.leading() * unit.Length(block.lines())
	}
}

// lines draws lines [from, to) of a cell, counted over all its paragraphs, from at downwards.
func (t *tablePage) lines(text cellText, i int, at unit.Point, from, to int, again bool) {
	for k, block := range text.blocks {
		n := block.lines()
		a, b := min(max(from, 0), n), max(min(to, n), 0)
		if a < b {
			nodes := t.nodesOf(i, k, again)
			block.paint(t.p, a, b, at, nodes.spans, nodes.label, display.RepeatArtifact)
			at.Y += block.leading() * unit.Length(b-a)
		}
		from, to = from-n, to-n
	}
}

// nodesOf gives the nodes of paragraph k of cell i, none for what is drawn again. Most cells hold one paragraph without
// nodes of its own: the cell's node stands for all its spans.
func (t *tablePage) nodesOf(i, k int, again bool) jobNodes {
	if again {
		return jobNodes{}
	}
	if special, ok := t.special[i]; ok {
		return special[k]
	}
	t.one = t.one[:0]
	for range t.jobs[k].Spans {
		t.one = append(t.one, &t.nodes[i])
	}
	return jobNodes{spans: t.one}
}

// tornCell draws the lines of a cell of a torn row that stand on this page. They hang from the row's upper edge.
func (t *tablePage) tornCell(text cellText, i int, box unit.Rect) {
	m := t.model
	y := t.tableFlow.y[m.grid.Cells[i].Row] + m.padY
	from, n, first := -1, 0, unit.Length(0)
	line := 0
	for _, block := range text.blocks {
		for range block.lines() {
			if y+block.leading() > t.from && y < t.to && y+block.leading() <= t.to {
				if from < 0 {
					from, first = line, y
				}
				n++
			}
			y += block.leading()
			line++
		}
	}
	if from >= 0 {
		t.lines(text, i, unit.Point{X: box.X + m.padX, Y: box.Y + max(first-t.from, 0)}, from, from+n, false)
	}
}

// label draws the text of a merged cell that pages cut. Where the whole text fits, the whole text stands: in the first
// such part it is the cell's content, in later ones an artifact. A text that fits in no part runs on from part to part.
func (t *tablePage) label(text cellText, i int, box unit.Rect) {
	m := t.model
	c := &m.grid.Cells[i]
	need := t.tableFlow.need[i]
	edges := t.parts(t.tableFlow.y[c.Row], t.tableFlow.y[c.Row+c.Rows])
	this := sort.Search(len(edges)-1, func(k int) bool { return edges[k+1] > t.from })
	home := -1
	for k := 0; k+1 < len(edges) && home < 0; k++ {
		if edges[k+1]-edges[k] >= need {
			home = k
		}
	}
	switch {
	case home >= 0 && box.H >= need:
		t.whole(text, i, box, this != home)
	case home < 0:
		t.run(text, i, box, edges, this)
	}
}

// run draws the lines of a text that is too long for each part: as many as fit in each, the last one takes the rest.
func (t *tablePage) run(text cellText, i int, box unit.Rect, edges []unit.Length, this int) {
	m := t.model
	if text.vertical || len(text.blocks) == 0 {
		if this == 0 {
			t.whole(text, i, box, false)
		}
		return
	}
	leading := text.blocks[0].leading()
	from := 0
	room := func(k int) int { return int(max(edges[k+1]-edges[k]-2*m.padY, leading) / leading) }
	for k := range this {
		from += room(k)
	}
	to := from + room(this)
	if this == len(edges)-2 {
		to = 1 << 30
	}
	t.lines(text, i, unit.Point{X: box.X + m.padX, Y: box.Y + m.padY}, from, to, false)
}
