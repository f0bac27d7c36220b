package layout

import (
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

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
		c.fail(m.src(i, ""), &StyleError{ID: id})
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
