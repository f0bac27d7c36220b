package layout

import (
	"cmp"
	"slices"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/tables"
)

// style says which rules the table has, before a page's own ends are known.
func (t *tablePage) style() tables.Rules { return edgeRules(t.model) }

// edgeRules turns the table's rules and its cells' overrides into what tables.Edges asks for.
func edgeRules(m *tableModel) tables.Rules {
	r := tables.Rules{}
	if rulesOf(m).Open {
		r.Left, r.Right = tables.EdgeNone, tables.EdgeNone
	}
	if m.edged {
		r.Cell = m.override
	}
	return r
}

// override is what cell i says about one of its sides.
func (m *tableModel) override(i int, side tables.Side) tables.Kind {
	e := m.cells[i].Edges
	if e == nil {
		return tables.EdgeDefault
	}
	return edgeKind([...]doc.Edge{tables.Top: e.Top, tables.Bottom: e.Bottom, tables.Left: e.Left, tables.Right: e.Right}[side])
}

func edgeKind(e doc.Edge) tables.Kind {
	switch e {
	case doc.EdgeNone:
		return tables.EdgeNone
	case doc.EdgeInner:
		return tables.EdgeInner
	case doc.EdgeHead:
		return tables.EdgeHead
	case doc.EdgeOuter:
		return tables.EdgeOuter
	}
	return tables.EdgeDefault
}

func rulesOf(m *tableModel) doc.Rules {
	if m.table.Rules != nil {
		return *m.table.Rules
	}
	return m.sheet.Table.Rules
}

func ruleWidth(w doc.Rules, k tables.Kind) unit.Length {
	switch k {
	case tables.EdgeOuter:
		return w.Outer
	case tables.EdgeHead:
		return w.Head
	case tables.EdgeInner:
		return w.Inner
	}
	return 0
}

// rules draws the page's rules, each once and in one piece. All strips are taken together: a rule runs through them.
func (t *tablePage) rules() {
	r := &ruler{cols: len(t.tableFlow.x), widths: rulesOf(t.model)}
	for i := range t.strips {
		r.add(&t.strips[i])
	}
	if len(t.strips) > 1 {
		r.join()
	}
	r.mark()
	rules := make([]display.Rule, len(r.edges))
	for i := range r.edges {
		rules[i] = r.rule(&r.edges[i], t.x, t.tableFlow.x)
		t.p.add(&rules[i])
	}
}

// A ruler places the edges of a page.
type ruler struct {
	cols   int // vertical lines
	widths doc.Rules
	ys     []unit.Length
	edges  []tables.Edge // rows count over all strips
	across []unit.Length // at each crossing of lines, the width of the horizontal rule there
	down   []unit.Length // and of the vertical one
}

func (r *ruler) add(s *strip) {
	row := max(len(r.ys)-1, 0)
	if row == 0 {
		r.ys = append(r.ys, s.ys...)
	} else {
		r.ys = append(r.ys, s.ys[1:]...)
	}
	for _, e := range s.slice.Edges(s.rules) {
		if ruleWidth(r.widths, e.Kind) > 0 {
			e.Row += row
			r.edges = append(r.edges, e)
		}
	}
}

// join makes one edge of those that meet end to end between strips.
func (r *ruler) join() {
	slices.SortFunc(r.edges, func(a, b tables.Edge) int {
		switch {
		case a.Vertical != b.Vertical && a.Vertical:
			return 1
		case a.Vertical != b.Vertical:
			return -1
		case a.Vertical:
			return cmp.Or(a.Col-b.Col, a.Row-b.Row)
		}
		return cmp.Or(a.Row-b.Row, a.Col-b.Col)
	})
	kept := r.edges[:0]
	for _, e := range r.edges {
		if n := len(kept); n > 0 && e.Vertical && kept[n-1].Vertical && kept[n-1].Kind == e.Kind && kept[n-1].Col == e.Col && kept[n-1].Row+kept[n-1].Len == e.Row {
			kept[n-1].Len += e.Len
			continue
		}
		kept = append(kept, e)
	}
	r.edges = kept
}

// mark notes at each crossing how wide the rules through it are.
func (r *ruler) mark() {
	n := len(r.ys) * r.cols
	both := make([]unit.Length, 2*n)
	r.across, r.down = both[:n], both[n:]
	for i := range r.edges {
		e := &r.edges[i]
		width := ruleWidth(r.widths, e.Kind)
		for k := 0; k <= e.Len; k++ {
			if e.Vertical {
				at := (e.Row+k)*r.cols + e.Col
				r.down[at] = max(r.down[at], width)
			} else {
				at := e.Row*r.cols + e.Col + k
				r.across[at] = max(r.across[at], width)
			}
		}
	}
}

// rule places an edge. The frame's sides lie inside the table's width, so that a table as wide as the type area does not
// leave it. A rule that ends at another runs to that one's far edge, so that every corner is closed.
func (r *ruler) rule(e *tables.Edge, left unit.Length, x []unit.Length) display.Rule {
	width := ruleWidth(r.widths, e.Kind)
	if e.Vertical {
		at := left + x[e.Col]
		switch e.Col {
		case 0:
			at += width / 2
		case r.cols - 1:
			at -= width / 2
		}
		top, bottom := e.Row, e.Row+e.Len
		return display.Rule{
			From: unit.Point{X: at, Y: r.ys[top] - r.across[top*r.cols+e.Col]/2},
			To:   unit.Point{X: at, Y: r.ys[bottom] + r.across[bottom*r.cols+e.Col]/2}, Width: width,
		}
	}
	from, to := left+x[e.Col], left+x[e.Col+e.Len]
	if e.Col > 0 {
		from -= r.down[e.Row*r.cols+e.Col] / 2
	}
	if e.Col+e.Len < r.cols-1 {
		to += r.down[e.Row*r.cols+e.Col+e.Len] / 2
	}
	return display.Rule{From: unit.Point{X: from, Y: r.ys[e.Row]}, To: unit.Point{X: to, Y: r.ys[e.Row]}, Width: width}
}
