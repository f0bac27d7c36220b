package layout

import (
	"strings"

	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/tables"
)

// Columns of one kind, such as months under one another's heads or years, look ragged where one is a figure narrower than the others. They
// are as wide as the widest of them, if there is room for that.

// periods are what years, months and the like are counted in.
var periods = map[string]bool{"年": true, "年度": true, "月": true, "月份": true, "季度": true, "旬": true, "周": true, "日": true, "届": true}

// kindOf gives what columns with such a head have in common: what their figures are counted by, or the head itself.
func kindOf(head string) string {
	rest := strings.Trim(head, "0123456789—–-第一二三四五六七八九十〇上中下 ")
	if periods[rest] {
		return rest
	}
	return head
}

// alike lets the columns of a kind want as much as the widest of them.
func (w *widthFitter) alike() {
	heads := w.heads()
	natural := make([]unit.Length, w.grid.Cols)
	for i := range w.want {
		if c := &w.grid.Cells[i]; c.Cols == 1 {
			natural[c.Col] = max(natural[c.Col], w.want[i].Min, w.want[i].Max)
		}
	}
	widest := map[string]unit.Length{}
	for col, h := range heads {
		widest[h.kind] = max(widest[h.kind], natural[col])
	}
	sum := unit.Length(0)
	for col, c := range w.columns {
		switch {
		case c.Share > 0: // it takes what is left
			return
		case c.Fixed > 0:
			sum += c.Fixed
		case heads[col].kind != "":
			sum += widest[heads[col].kind]
		default:
			sum += natural[col]
		}
	}
	if sum > w.area {
		return
	}
	for col, h := range heads {
		if h.kind != "" && w.columns[col].Fixed == 0 {
			w.wants(h.cell, 0, widest[h.kind])
		}
	}
}

// A columnHead is the last head over a column, and its kind; none for a column of labels.
type columnHead struct {
	cell int
	kind string
}

// unitOnly says that a head stands below one of its own column, whose unit it is then.
func (w *widthFitter) unitOnly(head *tables.Cell) bool {
	if head.Row == 0 {
		return false
	}
	above, _ := w.grid.At(head.Row-1, head.Col)
	return w.grid.Cells[above].Cols == 1
}

func (w *widthFitter) heads() []columnHead {
	heads := make([]columnHead, w.grid.Cols)
	for col := w.table.StubCols; col < w.grid.Cols && w.grid.Head > 0; col++ {
		cell, _ := w.grid.At(w.grid.Head-1, col)
		if at := &w.grid.Cells[cell]; at.Cols == 1 && !w.unitOnly(at) {
			heads[col] = columnHead{cell, kindOf(cellWords(w.model.cells[cell]))}
		}
	}
	return heads
}
