package layout

import (
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/tables"
)

// rules draws the page's rules, each once and in one piece.
func (t *tablePage) rules() {
	w := rulesOf(t.model)
	style := tables.Rules{}
	if w.Open {
		style.Left, style.Right = tables.EdgeNone, tables.EdgeNone
	}
	for _, e := range t.slice.Edges(style) {
		width := ruleWidth(w, e.Kind)
		if width == 0 {
			continue
		}
		t.p.add(t.rule(e, width, w))
	}
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

// rule places an edge. The frame's sides lie inside the table's width, so that a table as wide as the type area does not
// leave it; horizontal rules reach to their outer edge, which closes the corners.
func (t *tablePage) rule(e tables.Edge, width unit.Length, w doc.Rules) *display.Rule {
	x, y := t.tableFlow.x, t.y
	if !e.Vertical {
		return &display.Rule{
			From: unit.Point{X: t.x + x[e.Col], Y: y[e.Row]}, To: unit.Point{X: t.x + x[e.Col+e.Len], Y: y[e.Row]}, Width: width,
		}
	}
	at := t.x + x[e.Col]
	switch e.Col {
	case 0:
		at += width / 2
	case len(x) - 1:
		at -= width / 2
	}
	// The frame's horizontal rules are centred on the edge: the sides reach to their outer edges too.
	top, bottom := y[e.Row], y[e.Row+e.Len]
	if e.Row == 0 && e.Kind == tables.EdgeOuter {
		top -= w.Outer / 2
	}
	if e.Row+e.Len == t.slice.Rows && e.Kind == tables.EdgeOuter {
		bottom += w.Outer / 2
	}
	return &display.Rule{From: unit.Point{X: at, Y: top}, To: unit.Point{X: at, Y: bottom}, Width: width}
}
