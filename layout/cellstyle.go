package layout

import (
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A cellStyler finds the styles of cells and copies those that a cell changes.
type cellStyler struct {
	model *tableModel
	made  []madeStyle // a handful
	fail  func(src string, err error)
}

type madeStyle struct {
	id    string
	align doc.Align
	style *doc.Style
}

func newCellStyler(m *tableModel, fail func(string, error)) *cellStyler {
	return &cellStyler{model: m, fail: fail}
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
	for i := range c.made {
		if m := &c.made[i]; m.id == id && m.align == align {
			return m.style
		}
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
	c.made = append(c.made, madeStyle{id, align, &s})
	return &s
}
