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
	edged bool // a cell overrides its rules
}

// newTableModel resolves a table's merged cells; the error joins all that is wrong with them.
func newTableModel(t *doc.Table, sheet *doc.Sheet) (*tableModel, error) {
	grid, err := resolveTable(t)
	if err != nil {
		return nil, err
	}
	m := &tableModel{table: t, sheet: sheet, grid: grid, cells: make([]*doc.Cell, 0, len(grid.Cells)), padX: padOf(t, sheet), padY: sheet.Table.PadY}
	for i := range t.Rows {
		for j := range t.Rows[i].Cells {
			c := &t.Rows[i].Cells[j]
			m.cells = append(m.cells, c)
			m.edged = m.edged || c.Edges != nil
		}
	}
	m.kinds = make([]doc.CellKind, len(m.cells))
	for i := range m.cells {
		m.kinds[i] = m.kindOf(i)
	}
	return m, nil
}

// padOf is the padding at the sides of a table's cells.
func padOf(t *doc.Table, sheet *doc.Sheet) unit.Length {
	if t.Pad > 0 {
		return t.Pad
	}
	return sheet.Table.PadX
}

// as is the model of a table that has the same cells.
func (m *tableModel) as(t *doc.Table) *tableModel {
	other := *m
	other.table, other.padX = t, padOf(t, m.sheet)
	return &other
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

// src is the place of what stands in cell i: its own, else the cell's, else the table's.
func (m *tableModel) src(i int, own string) string {
	switch {
	case own != "":
		return own
	case m.cells[i].Src != "":
		return m.cells[i].Src
	}
	return m.table.Src
}
