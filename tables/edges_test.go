package tables

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// kinds in the order of the constants, as the tests below write them.
var kindNames = []string{"default", "none", "inner", "head", "outer"}

// list writes edges as "h row col len kind", one a line.
func list(edges []Edge) string {
	var b strings.Builder
	for _, e := range edges {
		way := "h"
		if e.Vertical {
			way = "v"
		}
		fmt.Fprintf(&b, "%s %d %d %d %s\n", way, e.Row, e.Col, e.Len, kindNames[e.Kind])
	}
	return b.String()
}

func TestEdges(t *testing.T) {
	g := parse(t, stepped).grid(t)
	s := g.Slice(0, g.Rows)
	want := unindent(`
	h 0 0 3 outer
	h 1 0 3 head
	h 2 1 1 inner
	h 3 1 2 inner
	h 4 0 3 outer
	v 0 0 4 outer
	v 0 1 4 inner
	v 1 2 3 inner
	v 0 3 4 outer
	`)
	if got := list(s.Edges(Rules{})); got != want {
		t.Errorf("edges\n%swant\n%s", got, want)
	}
}

// A cut through c and e: both pages close with a whole outer rule, and the head has its own rule again.
func TestEdgesAtAPageCut(t *testing.T) {
	g := parse(t, stepped).grid(t)
	first, second := g.Page(0, 2), g.Page(2, 4)
	for _, c := range []struct {
		name string
		s    Slice
		want string
	}{
		{"first", first, "h 0 0 3 outer\nh 1 0 3 head\nh 2 0 3 outer\n"},
		{"second", second, "h 0 0 3 outer\nh 1 0 3 head\nh 2 1 2 inner\nh 3 0 3 outer\n"},
	} {
		got, _, _ := strings.Cut(list(c.s.Edges(Rules{})), "v")
		if got != c.want {
			t.Errorf("%s page\n%swant\n%s", c.name, got, c.want)
		}
	}
}

func TestThreeLineTable(t *testing.T) {
	g := parse(t, stepped).grid(t)
	s := g.Page(2, 4)
	if got, want := list(s.Edges(ThreeLine())), "h 0 0 3 outer\nh 1 0 3 head\nh 3 0 3 outer\n"; got != want {
		t.Errorf("edges\n%swant\n%s", got, want)
	}
}

func TestEdgeOverrides(t *testing.T) {
	//	+---+---+
	//	| 0 | 1 |
	//	+---+---+
	//	| 2 | 3 |
	//	+---+---+
	g, err := Resolve([][]Span{{{}, {}}, {{}, {}}}, 2, 0)
	if err != nil {
		t.Fatal(err)
	}
	type edit struct {
		cell int
		side Side
		kind Kind
	}
	for _, c := range []struct {
		name  string
		rules Rules
		edits []edit
		want  string // the inner edges, of a slice of both rows
	}{
		{"one side speaks", Rules{}, []edit{{0, Right, EdgeOuter}}, "h 1 0 2 inner\nv 0 1 1 outer\nv 1 1 1 inner\n"},
		{"none wins", Rules{}, []edit{{0, Right, EdgeNone}, {1, Left, EdgeOuter}}, "h 1 0 2 inner\nv 1 1 1 inner\n"},
		{"heavier wins", Rules{}, []edit{{0, Bottom, EdgeHead}, {2, Top, EdgeInner}}, "h 1 0 1 head\nh 1 1 1 inner\nv 0 1 2 inner\n"},
		{"a rule in a three-line table", ThreeLine(), []edit{{1, Bottom, EdgeInner}}, "h 1 1 1 inner\n"},
	} {
		c.rules.Cell = func(cell int, side Side) Kind {
			for _, e := range c.edits {
				if e.cell == cell && e.side == side {
					return e.kind
				}
			}
			return EdgeDefault
		}
		s := g.Slice(0, 2)
		inner := slices.DeleteFunc(s.Edges(c.rules), func(e Edge) bool {
			return !e.Vertical && (e.Row == 0 || e.Row == 2) || e.Vertical && (e.Col == 0 || e.Col == 2)
		})
		if got := list(inner); got != c.want {
			t.Errorf("%s\n%swant\n%s", c.name, got, c.want)
		}
	}
}

// A row without a rule below it (其中: rows) still closes the page when the page ends there, and the table when it ends.
func TestOverridesEndAtAPageCut(t *testing.T) {
	g, err := Resolve([][]Span{{{}}, {{}}, {{}}}, 1, 1)
	if err != nil {
		t.Fatal(err)
	}
	bare := Rules{Cell: func(cell int, side Side) Kind {
		if side == Left || side == Right {
			return EdgeDefault
		}
		return EdgeNone
	}}
	for _, c := range []struct {
		from, to  int
		top, tail bool
		want      string
	}{
		{0, 3, false, false, "v 0 0 3 outer\nv 0 1 3 outer\n"},
		{0, 2, false, false, "h 2 0 1 outer\nv 0 0 2 outer\nv 0 1 2 outer\n"},
		{0, 3, false, true, "h 3 0 1 outer\nv 0 0 3 outer\nv 0 1 3 outer\n"},
		{2, 3, true, false, "v 0 0 2 outer\nv 0 1 2 outer\n"},
	} {
		s := g.Page(c.from, c.to)
		s.Tear(c.top, c.tail)
		if got := list(s.Edges(bare)); got != c.want {
			t.Errorf("rows %d to %d\n%swant\n%s", c.from, c.to, got, c.want)
		}
	}
	heavy := Rules{Cell: func(cell int, side Side) Kind {
		if cell == 2 && side == Top {
			return EdgeOuter
		}
		return EdgeDefault
	}}
	s := g.Page(2, 3)
	if got, want := list(s.Edges(heavy)), "h 0 0 1 outer\nh 1 0 1 head\nh 2 0 1 outer\nv 0 0 2 outer\nv 0 1 2 outer\n"; got != want {
		t.Errorf("a row below a repeated head\n%swant\n%s", got, want)
	}
	s = g.Slice(1, 2)
	if got, want := list(s.Edges(bare)), "h 0 0 1 outer\nh 1 0 1 outer\nv 0 0 1 outer\nv 0 1 1 outer\n"; got != want {
		t.Errorf("a slice without head\n%swant\n%s", got, want)
	}
}
