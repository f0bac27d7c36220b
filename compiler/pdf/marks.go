package pdf

import (
	"cmp"
	"slices"
	"sort"

	"github.com/banxin-go/banxin/layout/display"
)

// marks remembers for each structure node where it is drawn. Marks are counted in the order of drawing. Four bytes a node, because a
// table of 20,000 rows has 200,000 of them, each drawn once.
type marks struct {
	first []int32   // by node: its first mark, counted from 1, negative if it has more; 0 none
	more  []oneMore // sorted by node when all are known
	pages []int32   // by page: how many there are before it
	areas []area    // the marks that are annotations
	count int32
	page  int // of the mark asked for last
}

// oneMore is another mark of a node.
type oneMore struct{ node, at int32 }

// area is a mark that is an annotation.
type area struct{ at, id int32 }

// mark is a place in the document: of a page, an MCID or, negative, the annotation of that object number.
type mark struct{ page, what int32 }

func (m *marks) init(nodes int) { m.first = make([]int32, nodes) }

// newPage is told that a page begins.
func (m *marks) newPage() { m.pages = append(m.pages, m.count) }

func (m *marks) add(node int32) {
	m.count++
	if m.first[node] == 0 {
		m.first[node] = m.count
		return
	}
	m.first[node] = -max(m.first[node], -m.first[node])
	m.more = append(m.more, oneMore{node, m.count})
}

// mark says that node n is drawn on the page by the next sequence, or that it has the annotation.
func (w *writer) mark(n *display.Node, page int, annotation ref) {
	if n.Num < 0 || int(n.Num) >= w.doc.Nodes {
		w.faults.add(&LimitError{Fault: BadTree, Page: page, Node: n})
		return
	}
	w.marks.add(n.Num)
	if annotation != 0 {
		w.marks.areas = append(w.marks.areas, area{w.marks.count, int32(annotation)})
	}
}

// sort is called when all are known.
func (m *marks) sort() {
	slices.SortStableFunc(m.more, func(a, b oneMore) int { return cmp.Compare(a.node, b.node) })
}

// ownMarks are those of one node that are still to come.
type ownMarks struct {
	first int32
	ok    bool // there is a first
	more  []oneMore
}

func (o *ownMarks) next() {
	if o.ok = len(o.more) > 0; o.ok {
		o.first, o.more = o.more[0].at, o.more[1:]
	}
}

func (m *marks) of(node int32) ownMarks {
	first := m.first[node]
	if first >= 0 {
		return ownMarks{first: first, ok: first > 0}
	}
	from, _ := slices.BinarySearchFunc(m.more, node, func(o oneMore, node int32) int { return cmp.Compare(o.node, node) })
	to := from
	for to < len(m.more) && m.more[to].node == node {
		to++
	}
	return ownMarks{-first, true, m.more[from:to]}
}

// at gives the place of a mark.
func (m *marks) at(n int32) mark {
	if m.page >= len(m.pages) || m.pages[m.page] >= n || m.page+1 < len(m.pages) && m.pages[m.page+1] < n {
		m.page = sort.Search(len(m.pages), func(i int) bool { return m.pages[i] >= n }) - 1
	}
	before := m.pages[m.page]
	i := m.areaAt(n)
	if i < len(m.areas) && m.areas[i].at == n {
		return mark{int32(m.page), -m.areas[i].id}
	}
	return mark{int32(m.page), n - before - 1 - int32(i-m.areaAt(before+1))}
}

// areaAt gives the first annotation from a mark on.
func (m *marks) areaAt(at int32) int {
	return sort.Search(len(m.areas), func(i int) bool { return m.areas[i].at >= at })
}

// begins gives the first mark of n or of what is below it; false where nothing of it is drawn.
func (m *marks) begins(n *display.Node) (int32, bool) {
	own := m.of(n.Num)
	at, ok := own.first, own.ok
	for _, kid := range n.Kids {
		if k, drawn := m.begins(kid); drawn && (!ok || k < at) {
			at, ok = k, true
		}
	}
	return at, ok
}
