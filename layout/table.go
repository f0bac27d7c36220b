package layout

import (
	"errors"
	"slices"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/tables"
)

// ErrCellBlock is a block that a cell cannot hold.
var ErrCellBlock = errors.New("layout: a cell holds paragraphs, lists and figures only")

// continued stands behind the caption on following pages (续表).
const continued = "（续表）"

// A tableFlow is a table measured. Heights count from the upper edge of its first row.
type tableFlow struct {
	cellSetter
	x        []unit.Length // left edges of the columns, and the last one's right edge
	left     unit.Length   // of the table in the type area: a narrow one stands in the middle, below its caption
	y        []unit.Length // upper edges of the rows, and the last one's lower edge
	need     []unit.Length // what each cell's content asks for, padding included
	tops     []unit.Length // upper edges of the bands of rows, and the last one's lower edge
	long     []longCell    // rising
	slack    unit.Length   // what a page may have to add above a row for the lines of long cells
	cuts     []rowCut      // below each row
	starts   []unit.Length // where pages after the first start: increasing
	lead     tableLead
	carry    *tableCarry    // nil: none
	nodes    []display.Node // of the cells, in the order of grid.Cells
	before   unit.Length
	keep     bool               // notes follow
	whole    bool               // all bands stay together
	room     unit.Length        // height of a page
	special  map[int][]jobNodes // of the few cells whose parts have nodes of their own
	insets   []display.Inset    // of cells that need one
	pictured bool               // a cell holds a picture that is no artifact

	kept       []keptText // of texts of cells, in order
	keptGlyphs int
}

func (b *builder) table(t *doc.Table) {
	m, err := newTableModel(t, b.sheet)
	if err != nil {
		b.fail(t.Src, err)
		return
	}
	f := &tableFlow{cellSetter: cellSetter{model: m, setter: b.setter, limits: limitsOf(b.area, m)}, before: b.space, room: b.area.H}
	f.keep = len(t.Notes)+len(t.Footnotes) > 0
	f.styler = newCellStyler(m, b.fail)
	if len(t.Caption)+len(t.Unit) == 0 {
		f.before = max(f.before, aboveTable)
	}
	b.space = 0
	f.x = []unit.Length{0}
	for _, c := range t.Columns {
		f.x = append(f.x, f.x[len(f.x)-1]+c.Width)
	}
	if room := b.area.W - f.x[len(f.x)-1]; room > unit.Pt {
		f.left = room / 2
	}
	node := &display.Node{Role: display.RoleTable}
	if t.Summary != "" {
		node.Extra = &display.Extra{Summary: t.Summary}
	}
	b.root.Kids = append(b.root.Kids, node)
	b.lead(f, node)
	f.tag(node)
	if t.Carry != nil {
		f.carry, err = f.newCarry()
	}
	if err != nil {
		b.fail(t.Src, err)
	}
	if !b.measureCells(f) || err != nil {
		return
	}
	f.cutRows()
	if f.pictured {
		b.pictured = append(b.pictured, b.at)
	}
	b.add(f, t.Key)
	b.space = 0
	b.tableNotes(t)
	b.space = max(b.space, tableGap)
}

// aboveTable is the least space above a table without a caption: its frame would stand closer to a heading than text does.
const aboveTable = 3 * unit.Pt

// tableGap is the least space below a table: text would touch its last rule otherwise.
const tableGap = 6 * unit.Pt

// tableNotes sets what stands below a table: its notes, then its footnotes with their marks.
func (b *builder) tableNotes(t *doc.Table) {
	left := len(t.Notes) + len(t.Footnotes)
	style := func() *doc.Style {
		s := *b.style("TableNote", "Normal", t.Src)
		left--
		s.KeepNext = left > 0
		return &s
	}
	for _, note := range t.Notes {
		b.text(textJob{Src: t.Src, Spans: note, Style: style(), Measure: b.area.W}, b.root, display.RoleP, "")
	}
	for i := range t.Footnotes {
		b.note(t.Src, &t.Footnotes[i], style(), b.noteMarks[t.Footnotes[i].Key])
	}
}

// measureCells finds the rows' heights; false when a cell could not be set. Pictures that a page has no room for below a high head
// are made smaller.
func (b *builder) measureCells(f *tableFlow) bool {
	if !b.measureOnce(f) {
		return false
	}
	if most := f.most() - 2*f.model.padY; most < f.picture && f.model.pictured() {
		f.picture = most
		return b.measureOnce(f)
	}
	return true
}

// pictured says whether a cell holds a picture.
func (m *tableModel) pictured() bool {
	return slices.ContainsFunc(m.cells, func(c *doc.Cell) bool {
		return slices.ContainsFunc(c.Blocks, func(b doc.Block) bool { _, ok := b.(*doc.Figure); return ok })
	})
}

func (b *builder) measureOnce(f *tableFlow) bool {
	m := f.model
	f.insets, f.kept, f.keptGlyphs, f.lasting = nil, nil, 0, true
	defer func() { f.lasting = false }()
	f.need = make([]unit.Length, len(m.cells))
	failed := len(b.errs)
	for i := range m.cells {
		if stopped(b.ctx, i) {
			return false
		}
		height, err := f.height(i, f.innerWidth(i))
		if err != nil {
			b.fail(m.src(i, ""), err)
			continue
		}
		f.need[i] = height + 2*m.padY
		if f.inset != noInset {
			f.insets = append(f.insets, display.Inset{Cell: i, By: f.inset})
		}
		b.tellCell(f, i)
		f.keepText(i)
	}
	if len(b.errs) > failed {
		return false
	}
	f.rowHeights()
	return true
}

// rowHeights finds the rows' heights from what the cells need.
func (f *tableFlow) rowHeights() {
	m := f.model
	least := make([]unit.Length, m.grid.Rows)
	for i := range least {
		least[i] = m.table.Rows[i].Height
	}
	f.heights(least)
	if most := f.most() - 2*f.styler.style(0, "").Leading; slices.Max(least) > most { // a row that asks for more than a page gets one
		for i := range least {
			least[i] = min(least[i], most)
		}
		f.heights(least)
	}
}

func (f *tableFlow) heights(least []unit.Length) {
	f.y = make([]unit.Length, 1, f.model.grid.Rows+1)
	for _, h := range tables.Heights(f.model.grid, func(i int) unit.Length { return f.need[i] }, least) {
		f.y = append(f.y, f.y[len(f.y)-1]+h)
	}
}

func (f *tableFlow) innerWidth(i int) unit.Length {
	at := &f.model.grid.Cells[i]
	return f.x[at.Col+at.Cols] - f.x[at.Col] - 2*f.model.padX
}
