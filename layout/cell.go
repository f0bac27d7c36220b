package layout

import (
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/tables"
)

// A tableModel is a table resolved: its grid, and what each cell is and how it is set. Fit and Layout both read it.
type tableModel struct {
	table *doc.Table
	sheet *doc.Sheet
	grid  *tables.Grid
	cells []*doc.Cell // in the order of grid.Cells
	kinds []doc.CellKind
	padX  unit.Length
	padY  unit.Length
}

// newTableModel resolves a table's merged cells; the error joins all that is wrong with them.
func newTableModel(t *doc.Table, sheet *doc.Sheet) (*tableModel, error) {
	rows := make([][]tables.Span, len(t.Rows))
	count := 0
	for i := range t.Rows {
		count += len(t.Rows[i].Cells)
	}
	spans := make([]tables.Span, 0, count)
	m := &tableModel{table: t, sheet: sheet, cells: make([]*doc.Cell, 0, count), padX: sheet.Table.PadX, padY: sheet.Table.PadY}
	if t.Pad > 0 {
		m.padX = t.Pad
	}
	for i := range t.Rows {
		from := len(spans)
		for j := range t.Rows[i].Cells {
			c := &t.Rows[i].Cells[j]
			spans = append(spans, tables.Span{Rows: c.RowSpan, Cols: c.ColSpan})
			m.cells = append(m.cells, c)
		}
		rows[i] = spans[from:len(spans):len(spans)]
	}
	grid, err := tables.Resolve(rows, len(t.Columns), t.HeadRows)
	if err != nil {
		return nil, err
	}
	m.grid = grid
	m.kinds = make([]doc.CellKind, len(m.cells))
	for i := range m.cells {
		m.kinds[i] = m.kindOf(i)
	}
	return m, nil
}

func (m *tableModel) kindOf(i int) doc.CellKind {
	at := &m.grid.Cells[i]
	switch {
	case m.cells[i].Kind != doc.CellAuto:
		return m.cells[i].Kind
	case at.Row < m.grid.Head:
		return doc.CellColumnHead
	case at.Col < m.table.StubCols:
		return doc.CellRowHead
	}
	return doc.CellData
}

// A cellStyler finds the styles of cells and copies those that a cell changes.
type cellStyler struct {
	model *tableModel
	made  map[styleKey]*doc.Style
	fail  func(src string, err error)
}

type styleKey struct {
	id    string
	align doc.Align
}

func newCellStyler(m *tableModel, fail func(string, error)) *cellStyler {
	return &cellStyler{model: m, made: map[styleKey]*doc.Style{}, fail: fail}
}

// style gives the style of cell i with its alignment and the table's own size of type.
func (c *cellStyler) style(i int, id string) *doc.Style {
	m := c.model
	if id == "" {
		id = m.cells[i].Style
	}
	if id == "" {
		id = "TableText"
		if m.kinds[i] == doc.CellColumnHead {
			id = "TableHead"
		}
	}
	align := m.cells[i].Align
	if align == doc.AlignAuto && m.kinds[i] == doc.CellData {
		align = m.table.Columns[m.grid.Cells[i].Col].Align
	}
	key := styleKey{id, align}
	if s := c.made[key]; s != nil {
		return s
	}
	base := m.sheet.Style(id)
	if base == nil {
		c.fail(m.cells[i].Src, &StyleError{ID: id})
		base = &m.sheet.Styles[0]
	}
	s := *base
	if align != doc.AlignAuto {
		s.Align = align
	}
	if size := m.table.TextSize; size > 0 && size < s.Size {
		s.Leading = s.Leading.MulDiv(int64(size), int64(s.Size)) / unit.Twip * unit.Twip
		s.Size = size
	}
	c.made[key] = &s
	return &s
}

// jobs gives what is to be set in cell i: one paragraph for its Text, or one for each of its Blocks. measure is the room
// across the lines' direction for vertical text, and along the lines for all other.
func (c *cellStyler) jobs(i int, measure unit.Length, into []textJob) []textJob {
	cell := c.model.cells[i]
	if len(cell.Blocks) == 0 {
		style := c.style(i, "")
		return append(into, textJob{
			Src: cell.Src, Spans: parted(cell.Text), Style: style, Measure: measure, Vertical: cell.Vertical,
			Balance: style.Align == doc.AlignCenter,
		})
	}
	for _, block := range cell.Blocks {
		into = c.blockJobs(i, block, measure, into)
	}
	return into
}

func (c *cellStyler) blockJobs(i int, block doc.Block, measure unit.Length, into []textJob) []textJob {
	switch block := block.(type) {
	case *doc.Paragraph:
		return append(into, textJob{Src: block.Src, Spans: parted(block.Text), Style: c.style(i, block.Style), Measure: measure})
	case *doc.List:
		style := *c.style(i, "")
		style.Left, style.Indent = 200, -200
		for k := range block.Items {
			into = append(into, textJob{
				Src: block.Src, Spans: parted(block.Items[k].Text), Style: &style, Measure: measure,
				Label: ListLabel(block.Kind, max(block.Start, 1)+k),
			})
		}
		return into
	}
	c.fail(c.model.cells[i].Src, ErrCellBlock)
	return into
}

// A cellText is what stands in a cell, set.
type cellText struct {
	blocks   []*textBlock
	vertical bool
	height   unit.Length // of all lines; of vertical text: of its longest column
	width    unit.Length // of vertical text: of all its columns
}

// setCell sets the content of cell i in a box of the given inner size.
func (b *cellSetter) setCell(i int, inner unit.Size) (cellText, error) {
	cell := b.model.cells[i]
	measure := inner.W
	if cell.Vertical {
		measure = inner.H
	}
	b.jobs = b.styler.jobs(i, measure, b.jobs[:0])
	t := cellText{vertical: cell.Vertical, blocks: make([]*textBlock, 0, len(b.jobs))}
	for k := range b.jobs {
		block, err := b.setter.set(b.jobs[k])
		if err != nil {
			return t, err
		}
		t.blocks = append(t.blocks, block)
		if cell.Vertical {
			t.height = max(t.height, block.width())
			t.width += block.leading() * unit.Length(block.lines())
			continue
		}
		t.height += block.leading() * unit.Length(block.lines())
	}
	return t, nil
}

// A cellSetter sets cells of one table.
type cellSetter struct {
	model  *tableModel
	styler *cellStyler
	setter *setter
	jobs   []textJob // scratch
}

// headKind tells tables.Headers what a cell heads.
func (m *tableModel) headKind(i int) tables.HeadKind {
	switch m.kinds[i] {
	case doc.CellColumnHead:
		return tables.ColumnHead
	case doc.CellRowHead:
		return tables.RowHead
	}
	return tables.NoHead
}

// scopeOf is the Scope of a TH (ISO 32000-1 table 349).
func scopeOf(k doc.CellKind) display.Scope {
	switch k {
	case doc.CellColumnHead:
		return display.ScopeColumn
	case doc.CellRowHead:
		return display.ScopeRow
	}
	return display.NoScope
}
