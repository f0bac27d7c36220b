package layout

import (
	"testing"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/tables"
)

// A column of 类别 that says the same down a yearbook's table is one cell, however many rows that has.
func TestCellOverManyRows(t *testing.T) {
	const rows = 1<<16 + 4464
	grid := &tables.Grid{Cells: []tables.Cell{{Rows: rows, Cols: 1}}}
	f := &tableFlow{cellSetter: cellSetter{model: &tableModel{grid: grid, kinds: []doc.CellKind{doc.CellRowHead}}}, nodes: make([]display.Node, 1)}
	f.tagCell(0)
	if got := int(f.nodes[0].RowSpan); got != rows {
		t.Errorf("RowSpan %d, want %d", got, rows)
	}
}
