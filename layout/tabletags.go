package layout

import (
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/tables"
)

// tag builds the table's part of the structure tree: THead and TBody of TR, a TH or TD for each cell. A cell holds its
// text itself, without a P inside, which keeps the number of objects down (ISO 19005-2 6.1.13 allows 8,388,607).
func (f *tableFlow) tag(table *display.Node) {
	m := f.model
	f.nodes = make([]display.Node, len(m.cells))
	for i := range f.nodes {
		f.tagCell(i)
		f.tagText(i)
	}
	f.tagHeaders()
	rows := make([]display.Node, m.grid.Rows)
	for r := range rows {
		rows[r].Role = display.RoleTR
		from, to := m.grid.Starting(r)
		rows[r].Kids = make([]*display.Node, 0, to-from)
		for i := from; i < to; i++ {
			rows[r].Kids = append(rows[r].Kids, &f.nodes[i])
		}
	}
	group := func(role display.Role, from, to int) {
		if from == to {
			return
		}
		node := &display.Node{Role: role, Kids: make([]*display.Node, 0, to-from)}
		for r := from; r < to; r++ {
			node.Kids = append(node.Kids, &rows[r])
		}
		table.Kids = append(table.Kids, node)
	}
	group(display.RoleTHead, 0, m.grid.Head)
	group(display.RoleTBody, m.grid.Head, m.grid.Rows)
}

func (f *tableFlow) tagCell(i int) {
	at, n := &f.model.grid.Cells[i], &f.nodes[i]
	n.Role = display.RoleTD
	if f.model.kinds[i] != doc.CellData {
		n.Role, n.Scope = display.RoleTH, scopeOf(f.model.kinds[i])
	}
	if at.Rows > 1 {
		n.RowSpan = uint32(at.Rows)
	}
	if at.Cols > 1 {
		n.ColSpan = uint16(at.Cols)
	}
}

// jobNodes are the nodes of one paragraph of a cell: of its spans and of its list mark.
type jobNodes struct {
	spans  []*display.Node
	label  *display.Node
	figure *display.Node // of a picture; nil where it is an artifact
}

// tagText makes the nodes that a cell needs below its own: a P for each block, a Link for a linked span.
func (f *tableFlow) tagText(i int) {
	cell := f.model.cells[i]
	if len(cell.Blocks)+len(cell.Diagonal) == 0 && !anyOwn(cell.Text) {
		return
	}
	f.jobs = f.styler.jobs(i, 0, f.jobs[:0])
	if f.special == nil {
		f.special = map[int][]jobNodes{}
	}
	for k := range f.jobs {
		f.special[i] = append(f.special[i], f.tagJob(&f.nodes[i], &f.jobs[k], len(cell.Blocks)+len(cell.Diagonal) > 0))
	}
}

func (f *tableFlow) tagJob(cell *display.Node, job *cellJob, block bool) jobNodes {
	node := cell
	var label *display.Node
	switch {
	case job.figure != nil:
		return jobNodes{figure: f.tagFigure(cell, job.figure)}
	case job.Label != "":
		label, node = &display.Node{Role: display.RoleLbl}, &display.Node{Role: display.RoleLBody}
		item := &display.Node{Role: display.RoleLI, Kids: []*display.Node{label, node}}
		if n := len(cell.Kids); n == 0 || cell.Kids[n-1].Role != display.RoleL {
			cell.Kids = append(cell.Kids, &display.Node{Role: display.RoleL, Extra: &display.Extra{Numbering: "Decimal"}})
		}
		list := cell.Kids[len(cell.Kids)-1]
		list.Kids = append(list.Kids, item)
	case block:
		node = &display.Node{Role: display.RoleP}
		cell.Kids = append(cell.Kids, node)
	}
	return jobNodes{spans: spanNodes(node, job.Spans), label: label}
}

// tagFigure makes the node of a picture, none for a decorative one.
func (f *tableFlow) tagFigure(cell *display.Node, figure *doc.Figure) *display.Node {
	if figure.Decorative {
		return nil
	}
	node := &display.Node{Role: display.RoleFigure, Extra: &display.Extra{Src: figure.Src, Alt: figure.Alt}}
	cell.Kids = append(cell.Kids, node)
	f.pictured = true
	return node
}

func anyOwn(spans []doc.Span) bool {
	for i := range spans {
		if ownRole(&spans[i]) != display.RoleP {
			return true
		}
	}
	return false
}

// tagHeaders gives each cell the header cells that it answers to (PDF/UA-1 7.5; Matterhorn 15-005).
func (f *tableFlow) tagHeaders() {
	lists := tables.Headers(f.model.grid, f.model.headKind)
	all := make([]*display.Node, 0, lists.Len())
	for i := range f.nodes {
		from := len(all)
		for _, id := range lists.Of(i) {
			all = append(all, &f.nodes[id])
		}
		if len(all) > from {
			f.nodes[i].Headers = all[from:len(all):len(all)]
		}
	}
}
