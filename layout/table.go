package layout

import (
	"errors"
	"sort"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/tables"
)

// ErrCellBlock is a block that a cell cannot hold.
var ErrCellBlock = errors.New("layout: a cell holds paragraphs and lists only")

// continued stands behind the caption on following pages (续表).
const continued = "（续表）"

// A tableFlow is a table measured. Heights count from the upper edge of its first row.
type tableFlow struct {
	cellSetter
	x       []unit.Length // left edges of the columns, and the last one's right edge
	y       []unit.Length // upper edges of the rows, and the last one's lower edge
	need    []unit.Length // what each cell's content asks for, padding included
	tops    []unit.Length // upper edges of the bands of rows, and the last one's lower edge
	starts  []unit.Length // where pages after the first start: increasing
	lead    tableLead
	nodes   []display.Node // of the cells, in the order of grid.Cells
	before  unit.Length
	keep    bool               // notes follow
	whole   bool               // all bands stay together
	room    unit.Length        // height of a page
	special map[int][]jobNodes // of the few cells whose spans have nodes of their own
}

// A tableLead is what stands above a table: caption and unit line, on following pages drawn again.
type tableLead struct {
	first, next []leadLine
	height      unit.Length // of first
	nextHeight  unit.Length
}

type leadLine struct {
	flow *textFlow
	y    unit.Length
}

func (b *builder) table(t *doc.Table) {
	m, err := newTableModel(t, b.sheet)
	if err != nil {
		b.fail(t.Src, err)
		return
	}
	f := &tableFlow{cellSetter: cellSetter{model: m, setter: b.setter}, before: b.space, keep: len(t.Notes) > 0, room: b.area.H}
	f.styler = newCellStyler(m, b.fail)
	b.space = 0
	f.x = []unit.Length{0}
	for _, c := range t.Columns {
		f.x = append(f.x, f.x[len(f.x)-1]+c.Width)
	}
	node := &display.Node{Role: display.RoleTable}
	if t.Summary != "" {
		node.Extra = &display.Extra{Summary: t.Summary}
	}
	b.root.Kids = append(b.root.Kids, node)
	b.lead(f, node)
	f.tag(node)
	if !b.measureCells(f) {
		return
	}
	f.cutRows()
	b.add(f, t.Key)
	b.space = 0
	for i := range t.Notes {
		style := *b.style("TableNote", "Normal", t.Src)
		style.KeepNext = i+1 < len(t.Notes)
		b.text(textJob{Src: t.Src, Spans: t.Notes[i], Style: &style, Measure: b.area.W}, b.root, display.RoleP, "")
	}
	b.space = max(b.space, tableGap)
}

// tableGap is the least space below a table: text would touch its last rule otherwise.
const tableGap = 6 * unit.Pt

// lead sets caption and unit line, for the first page and for the following ones.
func (b *builder) lead(f *tableFlow, table *display.Node) {
	t := f.model.table
	node := &display.Node{Role: display.RoleCaption}
	if len(t.Caption)+len(t.Unit) > 0 {
		table.Kids = append(table.Kids, node)
	}
	add := func(to *[]leadLine, height *unit.Length, spans []doc.Span, id string, tagged bool) {
		style := *b.style(id, "Normal", t.Src)
		own := &display.Node{Role: display.RoleP}
		flow := b.textIn(textJob{Src: t.Src, Spans: spans, Style: &style, Measure: b.area.W, Balance: style.Align == doc.AlignCenter}, own)
		b.space = 0
		if flow == nil {
			return
		}
		if tagged {
			node.Kids = append(node.Kids, own)
		} else {
			flow.nodes = nil
		}
		*to = append(*to, leadLine{flow, *height + style.Before})
		*height += style.Before + flow.block.leading()*unit.Length(flow.block.lines()) + style.After
	}
	if len(t.Caption) > 0 {
		add(&f.lead.first, &f.lead.height, t.Caption, "Caption", true)
		add(&f.lead.next, &f.lead.nextHeight, append(t.Caption[:len(t.Caption):len(t.Caption)], doc.Span{Text: continued}), "Caption", false)
	}
	if len(t.Unit) > 0 {
		add(&f.lead.first, &f.lead.height, t.Unit, "TableUnit", true)
		add(&f.lead.next, &f.lead.nextHeight, t.Unit, "TableUnit", false)
	}
}

// measureCells finds the rows' heights; false when a cell could not be set.
func (b *builder) measureCells(f *tableFlow) bool {
	m := f.model
	f.need = make([]unit.Length, len(m.cells))
	failed := len(b.errs)
	for i := range m.cells {
		text, err := f.setCell(i, unit.Size{W: f.innerWidth(i), H: verticalMeasure})
		if err != nil {
			b.fail(m.cells[i].Src, err)
			continue
		}
		f.need[i] = text.height + 2*m.padY
	}
	if len(b.errs) > failed {
		return false
	}
	least := make([]unit.Length, m.grid.Rows)
	for i := range least {
		least[i] = m.table.Rows[i].Height
	}
	f.y = make([]unit.Length, 1, m.grid.Rows+1)
	for _, h := range tables.Heights(m.grid, func(i int) unit.Length { return f.need[i] }, least) {
		f.y = append(f.y, f.y[len(f.y)-1]+h)
	}
	return true
}

// verticalMeasure is the height that vertical text is measured in: one column as long as it likes.
const verticalMeasure = 10000 * unit.Pt

func (f *tableFlow) innerWidth(i int) unit.Length {
	at := &f.model.grid.Cells[i]
	return f.x[at.Col+at.Cols] - f.x[at.Col] - 2*f.model.padX
}

// cutRows finds the bands: a row each, and for a row that fills more than half a page one for each line.
func (f *tableFlow) cutRows() {
	grid := f.model.grid
	total := f.y[grid.Rows] + f.lead.height
	f.whole = f.model.table.Keep && total <= f.room
	f.tops = make([]unit.Length, 0, len(f.y))
	for row := range grid.Rows {
		f.tops = append(f.tops, f.y[row])
		if row >= grid.Head && f.y[row+1]-f.y[row] > f.room/2 {
			f.tops = append(f.tops, f.tear(row)...)
		}
	}
	f.tops = append(f.tops, f.y[grid.Rows])
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
		for _, block := range text.blocks {
			for range block.lines() {
				cell = append(cell, tables.Line{Top: y, Bottom: y + block.leading()})
				y += block.leading()
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
			b.repeat = repeat
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
	f.starts = append(f.starts, f.tops[band])
}

// parts gives where pages cut the stretch [top, bottom): its pieces' upper edges, and the last one's lower edge.
func (f *tableFlow) parts(top, bottom unit.Length) []unit.Length {
	edges := []unit.Length{top}
	for i := sort.Search(len(f.starts), func(i int) bool { return f.starts[i] > top }); i < len(f.starts) && f.starts[i] < bottom; i++ {
		edges = append(edges, f.starts[i])
	}
	return append(edges, bottom)
}
