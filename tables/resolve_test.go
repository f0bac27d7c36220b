package tables

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestResolve(t *testing.T) {
	d := parse(t, `
		+---+-------+
		| 0 | 1     |
		|   +---+---+
		|   | 2 | 3 |
		+---+---+---+`)
	g := d.grid(t)
	want := []Cell{{0, 0, 2, 1}, {0, 1, 1, 2}, {1, 1, 1, 1}, {1, 2, 1, 1}}
	if !slices.Equal(g.Cells, want) {
		t.Errorf("cells %v, want %v", g.Cells, want)
	}
	for _, c := range []struct {
		row, col, cell int
		anchor         bool
	}{{0, 0, 0, true}, {1, 0, 0, false}, {0, 2, 1, false}, {1, 2, 3, true}, {2, 0, -1, false}, {0, -1, -1, false}} {
		if cell, anchor := g.At(c.row, c.col); cell != c.cell || anchor != c.anchor {
			t.Errorf("At(%d, %d) = %d, %v", c.row, c.col, cell, anchor)
		}
	}
	if from, to := g.Starting(1); from != 2 || to != 4 {
		t.Errorf("row 1 starts cells %d to %d", from, to)
	}
}

// A row may be filled from above altogether: it lists nothing.
func TestResolveEmptyRow(t *testing.T) {
	g, err := Resolve([][]Span{{{Rows: 2}, {Rows: 3}}, {}, {{}}}, 2, 0)
	if err != nil || len(g.Cells) != 3 || g.Cells[2] != (Cell{2, 0, 1, 1}) {
		t.Error(g, err)
	}
}

// faults lists the errors of Resolve as text, one a line.
func faults(err error) string {
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return fmt.Sprintf("%T%v", err, err)
	}
	var lines []string
	for _, e := range joined.Unwrap() {
		lines = append(lines, fmt.Sprintf("%T%+v", e, fields(e)))
	}
	return strings.Join(lines, "\n")
}

// fields prints an error's fields in place of its text.
func fields(err error) string {
	s := fmt.Sprintf("%#v", err)
	return s[strings.Index(s, "{"):]
}

func TestResolveFaults(t *testing.T) {
	for _, c := range []struct {
		name       string
		rows       [][]Span
		cols, head int
		want       string
	}{
		{"a gap at the end", [][]Span{{{}, {}}, {{}}}, 2, 0, `tables.GapError{Row:1, Col:1, Cols:1}`},
		{"gaps around a cell from above", [][]Span{{{}, {Rows: 2}, {}}, {}}, 3, 0,
			"tables.GapError{Row:1, Col:0, Cols:1}\ntables.GapError{Row:1, Col:2, Cols:1}"},
		{"too many cells", [][]Span{{{}, {}, {}, {}}}, 2, 0, `tables.ExtraError{Row:0, Col:2, Cells:2}`},
		{"a cell where all is taken", [][]Span{{{Rows: 2}}, {{}}}, 1, 0, `tables.ExtraError{Row:1, Col:1, Cells:1}`},
		{"over the right edge", [][]Span{{{}, {Cols: 3}}}, 2, 0, `tables.ReachError{Row:0, Col:1, Rows:0, Cols:2}`},
		{"over the lower edge", [][]Span{{{Rows: 9}}}, 1, 0, `tables.ReachError{Row:0, Col:0, Rows:8, Cols:0}`},
		{"into a cell from above", [][]Span{{{}, {Rows: 2}}, {{Cols: 2}}}, 2, 0,
			`tables.OverlapError{Row:1, Col:0, At:1, With:tables.Cell{Row:0, Col:1, Rows:2, Cols:1}}`},
		{"out of the head", [][]Span{{{Rows: 3}, {}}, {{}}, {{}}}, 2, 1, `tables.HeadError{Row:0, Col:0, Rows:2}`},
		{"negative", [][]Span{{{Rows: -1}, {Cols: -2}}}, 2, 0,
			"tables.SpanError{Row:0, Col:0, Span:tables.Span{Rows:-1, Cols:0}}\ntables.SpanError{Row:0, Col:1, Span:tables.Span{Rows:0, Cols:-2}}"},
		{"head", [][]Span{{{}}}, 1, 2, `tables.HeadCountError{Head:2, Rows:1}`},
		{"all at once", [][]Span{{{Cols: 2}, {Rows: 2}}, {{Cols: -1}}, {{}, {}, {}, {}}}, 3, -1,
			"tables.HeadCountError{Head:-1, Rows:3}\ntables.SpanError{Row:1, Col:0, Span:tables.Span{Rows:0, Cols:-1}}\n" +
				"tables.GapError{Row:1, Col:1, Cols:1}\ntables.ExtraError{Row:2, Col:3, Cells:1}"},
	} {
		g, err := Resolve(c.rows, c.cols, c.head)
		if g != nil || err == nil {
			t.Errorf("%s: no error", c.name)
		} else if got := faults(err); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestResolveSize(t *testing.T) {
	long := make([][]Span, MaxSlots/MaxCols+1)
	for _, c := range []struct {
		rows [][]Span
		cols int
		text string
	}{
		{nil, 3, "no rows"}, {[][]Span{{}}, 0, "no columns"}, {[][]Span{{}}, -1, "no columns"},
		{[][]Span{{{}}}, MaxCols + 1, "too many"}, {long, MaxCols, "too many"}, {[][]Span{{{}}}, 1 << 62, "too many"},
	} {
		_, err := Resolve(c.rows, c.cols, 0)
		if _, ok := err.(SizeError); !ok || !strings.Contains(err.Error(), c.text) {
			t.Errorf("%d rows, %d columns: %v", len(c.rows), c.cols, err)
		}
	}
}

// A few spans that ask for everything must not cost more than the slots there are.
func TestResolveHugeSpans(t *testing.T) {
	const most = int(^uint(0) >> 1)
	rows := make([][]Span, 1000)
	for i := range rows {
		rows[i] = slices.Repeat([]Span{{most, most}}, 100)
	}
	rows[0] = make([]Span, 100) // so that the spans start below row 0, where a sum would overflow
	_, err := Resolve(rows, 100, 0)
	if want := (ReachError{1, 0, most - 999, most - 100}); !errors.Is(err, want) {
		t.Errorf("no %v", want)
	}
}

func TestCountColumns(t *testing.T) {
	if n := CountColumns([][]Span{{{Rows: 3, Cols: 3}, {Cols: 7}}, {{}}}); n != 10 {
		t.Errorf("%d columns, want 10", n)
	}
	if n := CountColumns(nil); n != 0 {
		t.Errorf("%d columns in nothing", n)
	}
}

func TestBreakable(t *testing.T) {
	g := parse(t, `
		+---+---+---+
		| a | b | c |
		+---+   +---+
		| d |   | e |
		+---+---+---+
		| f | g | h |
		+---+---+   |
		| i | j |   |
		|   +---+---+
		|   | k | l |
		+---+---+---+`).grid(t)
	var open []bool
	for row := range g.Rows + 1 {
		open = append(open, g.Breakable(row))
	}
	if want := []bool{true, false, true, false, false, true}; !slices.Equal(open, want) {
		t.Errorf("breakable %v, want %v", open, want)
	}
	var groups [][2]int
	for from, to := range g.Groups() {
		groups = append(groups, [2]int{from, to})
	}
	if want := [][2]int{{0, 2}, {2, 5}}; !slices.Equal(groups, want) {
		t.Errorf("groups %v, want %v", groups, want)
	}
	if got := slices.Collect(g.Crossing(3)); !slices.Equal(got, []int{7}) {
		t.Errorf("row 3 is crossed by %v, want h", got)
	}
}

func TestErrorTexts(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{SizeError{3, 0}, "tables: the table has no columns"},
		{HeadCountError{5, 3}, "tables: 5 head rows in a table of 3 rows"},
		{SpanError{2, 1, Span{-1, 0}}, "tables: row 3, column 2: a cell cannot span -1 rows and 0 columns"},
		{ReachError{2, 1, 0, 2}, "tables: row 3, column 2: the cell leaves the grid by 0 rows and 2 columns"},
		{OverlapError{2, 1, 3, Cell{0, 3, 4, 1}}, "tables: row 3, column 2: the cell runs at column 4 into the cell that starts in row 1, column 4"},
		{HeadError{0, 1, 2}, "tables: row 1, column 2: the cell leaves the head rows by 2 rows"},
		{GapError{4, 2, 3}, "tables: row 5: no cell in columns 3 to 5"},
		{ExtraError{4, 9, 2}, "tables: row 5: 2 cells too many, all 9 columns are taken"},
		{CountError{"wants", 1, 2}, "tables: 1 wants given, 2 wanted"},
		{ColumnError{2}, "tables: column 3 cannot be used like this"},
		{NarrowError{1, 1, 12700, 6350}, "tables: column 2: the content needs 1pt, there are 0.5pt"},
	} {
		if got := c.err.Error(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// A table of 100,000 rows is placed in a handful of allocations, and a page of it costs what the page has.
func TestCostOfALongTable(t *testing.T) {
	rows := grouped(100000)
	var g *Grid
	if n := testing.AllocsPerRun(1, func() { g, _ = Resolve(rows, 9, 2) }); n > 5 {
		t.Errorf("%v allocations", n)
	}
	if s := g.Page(50000, 50031); cap(s.Parts) > (31+2)*9+9 {
		t.Errorf("room for %d parts", cap(s.Parts))
	}
}
