package tables

import (
	"slices"
	"strings"
	"testing"
)

const stepped = `
	+---+---+---+
	| a | b     |
	+===+===+===+
	| c | d | e |
	|   +---+   |
	|   | f |   |
	|   +---+---+
	|   | g | h |
	+---+---+---+`

func TestSlice(t *testing.T) {
	d := parse(t, stepped)
	g := d.grid(t)
	s := g.Slice(2, 3)
	want := []Part{
		{Cell: 2, Row: 0, Col: 0, Rows: 1, Cols: 1},
		{Cell: 5, Row: 0, Col: 1, Rows: 1, Cols: 1, First: true, Last: true},
		{Cell: 4, Row: 0, Col: 2, Rows: 1, Cols: 1, Last: true},
	}
	if !slices.Equal(s.Parts, want) {
		t.Errorf("parts %v, want %v", s.Parts, want)
	}
	if s.Rows != 1 || s.Head != 0 || s.GridRow(0) != 2 {
		t.Errorf("%+v", s)
	}
}

func TestPageRepeatsTheHead(t *testing.T) {
	d := parse(t, stepped)
	g := d.grid(t)
	s := g.Page(2, 4)
	want := unindent(`
	+---+-------+
	| a | b     |
	+===+===+===+
	| c | f | e |
	|   +---+---+
	|   | g | h |
	+---+---+---+
	`)
	if got := s.Draw(d.text); got != want {
		t.Errorf("page\n%swant\n%s", got, want)
	}
	if s.Repeat != 1 || s.Head != 1 || s.Rows != 3 || s.GridRow(0) != 0 || s.GridRow(1) != 2 {
		t.Errorf("%+v", s)
	}
	for _, p := range s.Parts {
		if p.Repeat != (p.Row == 0) {
			t.Errorf("%+v", p)
		}
	}
	if s := g.Page(0, 2); s.Repeat != 0 || s.Head != 1 || s.Rows != 2 {
		t.Errorf("the first page repeats its own head: %+v", s)
	}
}

func TestSliceOutside(t *testing.T) {
	g := parse(t, stepped).grid(t)
	for _, c := range [][2]int{{-5, 0}, {4, 9}, {3, 2}, {9, 12}, {2, 2}} {
		if s := g.Page(c[0], c[1]); len(s.Parts) != 0 || s.Rows != 0 || len(s.Edges(Rules{})) != 0 || s.Draw(nil) != "" {
			t.Errorf("rows %v: %+v", c, s)
		}
	}
	if s := g.Slice(-3, 99); s.Rows != 4 || len(s.Parts) != len(g.Cells) {
		t.Errorf("%+v", s)
	}
}

func TestTear(t *testing.T) {
	g := parse(t, stepped).grid(t)
	s := g.Page(2, 3)
	s.Tear(true, true)
	for _, p := range s.Parts {
		if whole := p.First && p.Last; whole != p.Repeat {
			t.Errorf("%+v", p)
		}
	}
	s = g.Slice(1, 4)
	s.Tear(false, true)
	open := ""
	for _, p := range s.Parts {
		if !p.Last {
			open += string(rune('a' + p.Cell))
		}
	}
	if open != "cgh" {
		t.Errorf("cells %s go on, want c, g and h", open)
	}
}

func TestDrawIsParsedBack(t *testing.T) {
	want := unindent(`
	+------------+-------------------------------+
	| 信息内容   | 本年处理决定数量              |
	|            +----------------+--------------+
	|            | 行政许可       | “放管服”改革 |
	+============+================+==============+
	| 三、本年度 | 1              | 2            |
	| 办理结果   +----------------+--------------+
	|            | 3                             |
	+------------+----------------+--------------+
	`)
	d := parse(t, want)
	if got := Draw(d.grid(t), d.text); !strings.HasPrefix(got, "+---") || redraw(t, got) != got {
		t.Errorf("drawn\n%s", got)
	} else if again := parse(t, got); !slices.Equal(again.label, d.label) || again.head != 2 {
		t.Errorf("labels %q, want %q; head %d", again.label, d.label, again.head)
	}
}

func redraw(t *testing.T, s string) string {
	d := parse(t, s)
	return Draw(d.grid(t), d.text)
}
