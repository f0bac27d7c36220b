package pdf

import "github.com/banxin-go/banxin/layout/display"

// marks remembers for each structure node where it is drawn, in the order of drawing: 8 bytes a node and 12 a place, because
// a table of 20,000 rows has 200,000 of them.
type marks struct {
	first, last []int32 // by node: one more than the index in list; 0 none
	list        []mark
}

type mark struct {
	page int32
	what int32 // an MCID, or, negative, the annotation of that object number
	next int32 // as first
}

func (m *marks) init(nodes int) {
	m.first, m.last = make([]int32, nodes), make([]int32, nodes)
	m.list = make([]mark, 0, nodes)
}

func (m *marks) add(node int32, what mark) {
	m.list = append(m.list, what)
	at := int32(len(m.list))
	if last := m.last[node]; last != 0 {
		m.list[last-1].next = at
	} else {
		m.first[node] = at
	}
	m.last[node] = at
}

// mark says that node n is drawn on a page by the sequence what.
func (w *writer) mark(n *display.Node, page int, what int32) {
	if n.Num < 0 || int(n.Num) >= w.doc.Nodes {
		w.faults.add(&LimitError{Fault: BadTree, Page: page, Node: n})
		return
	}
	w.marks.add(n.Num, mark{page: int32(page), what: what})
}

// begins gives the index of the first mark of n or of what is below it; false where nothing of it is drawn.
func (m *marks) begins(n *display.Node) (int32, bool) {
	at, ok := m.first[n.Num]-1, m.first[n.Num] > 0
	for _, kid := range n.Kids {
		if k, drawn := m.begins(kid); drawn && (!ok || k < at) {
			at, ok = k, true
		}
	}
	return at, ok
}
