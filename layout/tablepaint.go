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
	x          unit.Length // left edge of the table on the page
	from, to   unit.Length // the stretch, in heights of the flow
	strips     []strip
	one        []*display.Node
}

// A strip is rows that stand together on a page: most pages have one, with the repeated head; a page with sums carried has
// up to four.
type strip struct {
	slice tables.Slice
	ys    []unit.Length // upper edges of the slice's rows on the page, and the last one's lower edge
	rules tables.Rules
	carry *carryRow // nil for rows of the table
}

// A carryRow is what a strip of sums says.
type carryRow struct {
	label string
	sums  []string
}

func (f *tableFlow) paint(p *painter, from, to int, at unit.Point) {
	again := from > 0
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
	page := &tablePage{tableFlow: f, p: p, x: at.X + f.left, from: f.tops[from], to: f.tops[to]}
	page.cellSetter = cellSetter{model: f.model, styler: newCellStyler(f.model, func(string, error) {}), setter: p.setter, limits: f.limits}
	page.cut(at.Y, again && f.headed(from))
	for i := range page.strips {
		page.fills(&page.strips[i])
	}
	for i := range page.strips {
		page.texts(&page.strips[i])
	}
	page.rules()
}

func (t *tablePage) texts(s *strip) {
	if s.carry != nil {
		t.carryText(s)
		return
	}
	for i := range s.slice.Parts {
		t.cell(s, &s.slice.Parts[i])
		t.p.store.painted()
	}
}

// cut finds the rows of the page and where they stand.
func (t *tablePage) cut(y unit.Length, repeat bool) {
	grid, rows := t.model.grid, t.tableFlow.y
	from := t.rowAt(t.from)
	to := sort.Search(grid.Rows, func(i int) bool { return rows[i+1] >= t.to }) + 1
	if repeat = repeat && from >= grid.Head; repeat {
		t.lead.paint(t.p, t.lead.next, unit.Point{X: t.x - t.left, Y: y})
		y += t.lead.nextHeight
	}
	up, down := t.carryAbove(t.from) > 0, t.carryBelow(t.to) > 0 && to > grid.Head
	if !up {
		y = t.rows(from, to, y, repeat)
	} else {
		if repeat {
			y = t.headAgain(y)
		}
		y = t.sums(carryRow{t.carry.up, t.carried(t.from)}, y)
		y = t.rows(from, to, y, false)
	}
	if down {
		t.sums(carryRow{t.carry.down, t.carried(t.to)}, y)
	}
	for i := 1; i < len(t.strips); i++ { // the frame runs on, with one rule between two strips
		t.strips[i].rules.Top = tables.EdgeNone
		if t.strips[i-1].slice.To > grid.Head || t.strips[i-1].carry != nil {
			t.strips[i-1].rules.Bottom = tables.EdgeInner
		} else {
			t.strips[i-1].rules.Bottom = tables.EdgeHead
		}
	}
}

// carried gives the sums at a page's end.
func (t *tablePage) carried(y unit.Length) []string {
	k := sort.Search(len(t.starts), func(i int) bool { return t.starts[i] >= y })
	if k == len(t.starts) {
		return make([]string, len(t.carry.columns))
	}
	return t.carry.at[k]
}

// rows adds rows [from, to) and gives their lower edge. Rows torn by the page's ends show what is left of them.
func (t *tablePage) rows(from, to int, y unit.Length, repeat bool) unit.Length {
	grid, rows := t.model.grid, t.tableFlow.y
	s := strip{rules: t.style()}
	if repeat {
		s.slice = grid.Page(from, to)
	} else {
		s.slice = grid.Slice(from, to)
	}
	s.slice.Tear(t.from > rows[from], t.to < rows[to])
	s.ys = make([]unit.Length, 0, s.slice.Rows+1)
	for i := range s.slice.Repeat {
		s.ys = append(s.ys, y+rows[i])
	}
	y += rows[s.slice.Repeat] - t.from
	s.ys = append(s.ys, y+max(rows[from], t.from))
	y += t.above(t.from)
	for r := from + 1; r < to; r++ {
		s.ys = append(s.ys, y+rows[r])
	}
	s.ys = append(s.ys, y+t.to+t.below(t.to))
	t.strips = append(t.strips, s)
	return s.ys[s.slice.Rows]
}

// headAgain adds the head rows alone, drawn again.
func (t *tablePage) headAgain(y unit.Length) unit.Length {
	grid := t.model.grid
	if grid.Head == 0 {
		return y
	}
	s := strip{rules: t.style(), slice: grid.Slice(0, grid.Head)}
	for i := range s.slice.Parts {
		s.slice.Parts[i].Repeat = true
	}
	for _, edge := range t.tableFlow.y[:grid.Head+1] {
		s.ys = append(s.ys, y+edge)
	}
	t.strips = append(t.strips, s)
	return s.ys[grid.Head]
}

// sums adds a row of sums carried.
func (t *tablePage) sums(row carryRow, y unit.Length) unit.Length {
	s := strip{rules: t.style(), slice: t.carry.grid.Slice(0, 1), ys: []unit.Length{y, y + t.carry.height}, carry: &row}
	s.rules.Cell = nil
	t.strips = append(t.strips, s)
	return y + t.carry.height
}

// box is the part's place on the page.
func (t *tablePage) box(s *strip, part *tables.Part) unit.Rect {
	x, y := t.tableFlow.x, s.ys
	return unit.Rect{
		Point: unit.Point{X: t.x + x[part.Col], Y: y[part.Row]},
		Size:  unit.Size{W: x[part.Col+part.Cols] - x[part.Col], H: y[part.Row+part.Rows] - y[part.Row]},
	}
}

func (t *tablePage) fills(s *strip) {
	if s.carry != nil {
		return
	}
	m := t.model
	for i := range s.slice.Parts {
		part := &s.slice.Parts[i]
		shade := m.cells[part.Cell].Shade
		if shade == 0 && m.kinds[part.Cell] == doc.CellColumnHead {
			shade = m.sheet.Table.HeadShade
		}
		if shade > 0 {
			t.p.add(&display.Fill{Box: t.box(s, part), Gray: 100 - min(uint8(shade), 100)})
		}
	}
}

// cell draws the content of a part of a cell.
func (t *tablePage) cell(s *strip, part *tables.Part) {
	m := t.model
	i := part.Cell
	box := t.box(s, part)
	inner := unit.Size{W: box.W - 2*m.padX, H: box.H - 2*m.padY}
	if m.cells[i].Vertical && t.tableFlow.need[i] > box.H {
		inner.H = t.tableFlow.need[i] - 2*m.padY
	}
	text, err := t.text(&t.cellSetter, i, inner)
	if err != nil {
		return // measured before
	}
	whole := part.First && part.Last
	switch {
	case len(m.cells[i].Diagonal) > 0:
		t.diagonal(text, i, box, part.Repeat)
	case part.Repeat, whole:
		t.whole(text, i, box, part.Repeat)
	case m.grid.Cells[i].Rows == 1 && !text.vertical || t.isLong(i):
		t.tornCell(text, i, box)
	default:
		t.label(text, i, box)
	}
}

// whole draws all of a cell's content in the box.
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
	t.lines(text, i, unit.Rect{Point: unit.Point{X: box.X + m.padX, Y: y}, Size: unit.Size{W: box.W - 2*m.padX}}, 0, 1<<30, again)
}

// vertical draws columns of vertical text from the right one, whose upper right corner is at. In each column the text
// stands in the middle of the longest.
func (t *tablePage) vertical(text cellText, i int, at unit.Point, again bool) {
	for k := range text.parts {
		block := text.parts[k].block
		if block == nil {
			continue
		}
		nodes := t.nodesOf(i, k, again)
		for line := range block.lines() {
			down := unit.Point{X: at.X, Y: at.Y + (text.height-block.lineWidth(line))/2}
			block.paint(t.p, line, line+1, down, nodes.spans, nodes.label, display.RepeatArtifact)
			at.X -= block.leading()
		}
	}
}

// lines draws lines [from, to) of a cell, counted over all its parts, from the box's upper edge downwards.
func (t *tablePage) lines(text cellText, i int, box unit.Rect, from, to int, again bool) {
	at := box.Point
	for k := range text.parts {
		part := &text.parts[k]
		n := part.lines()
		a, b := min(max(from, 0), n), max(min(to, n), 0)
		if a < b {
			nodes := t.nodesOf(i, k, again)
			if part.figure != nil {
				t.picture(part, at, box.W, nodes.figure)
			} else {
				part.block.paint(t.p, a, b, at, nodes.spans, nodes.label, display.RepeatArtifact)
			}
			at.Y += part.leading() * unit.Length(b-a)
		}
		from, to = from-n, to-n
	}
}

// picture draws a picture in the middle of its cell.
func (t *tablePage) picture(part *cellPart, at unit.Point, width unit.Length, node *display.Node) {
	at.X += (width - part.size.W) / 2
	t.p.add(&display.Image{Box: unit.Rect{Point: at, Size: part.size}, Data: part.figure.Data, Node: node})
}

// nodesOf gives the nodes of part k of cell i, none for what is drawn again. Most cells hold one paragraph without
// nodes of its own: the cell's node stands for all its spans.
func (t *tablePage) nodesOf(i, k int, again bool) jobNodes {
	if again {
		return jobNodes{}
	}
	if special, ok := t.special[i]; ok {
		return special[k]
	}
	t.one = t.one[:0]
	for range t.cellSetter.parts[k].block.spans {
		t.one = append(t.one, &t.nodes[i])
	}
	return jobNodes{spans: t.one}
}
