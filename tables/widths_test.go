package tables

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/layout/unit"
)

// A width case says the wants of the cells as "min-max" in twips, in the order of the picture's cells, in the cells
// themselves, and the columns as "fit", "=fixed" or "*share".
func wants(t *testing.T, d drawn) []Want {
	t.Helper()
	list := make([]Want, len(d.label))
	for i, label := range d.label {
		var low, high int64
		if _, err := fmt.Sscanf(label, "%d-%d", &low, &high); err != nil {
			t.Fatalf("%q: %v", label, err)
		}
		list[i] = Want{unit.Length(low) * unit.Twip, unit.Length(high) * unit.Twip}
	}
	return list
}

func columns(t *testing.T, spec string) []Column {
	t.Helper()
	var list []Column
	for _, word := range strings.Fields(spec) {
		var c Column
		var err error
		switch word[0] {
		case '=':
			_, err = fmt.Sscanf(word, "=%d", &c.Fixed)
			c.Fixed *= unit.Twip
		case '*':
			_, err = fmt.Sscanf(word, "*%d", &c.Share)
		}
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, c)
	}
	return list
}

func TestWidths(t *testing.T) {
	for _, c := range []struct {
		name, picture, columns string
		total                  int64
		want                   string
	}{
		{"between min and max, half way", `
			+-------+-------+
			| 10-30 | 20-80 |
			+-------+-------+`, "fit fit", 70, "[20 50]"},
		{"room to spare goes by max", `
			+-------+-------+
			| 10-30 | 20-60 |
			+-------+-------+`, "fit fit", 180, "[60 120]"},
		{"the minima just fit", `
			+-------+-------+
			| 10-30 | 20-60 |
			+-------+-------+`, "fit fit", 30, "[10 20]"},
		{"a column wants the most of its cells", `
			+-------+-------+
			| 10-10 | 20-20 |
			+-------+-------+
			| 5-30  | 25-25 |
			+-------+-------+`, "fit fit", 55, "[30 25]"},
		{"no content at all", `
			+-----+-----+-----+
			| 0-0 | 0-0 | 0-0 |
			+-----+-----+-----+`, "fit fit fit", 10, "[3 3 4]"},
		{"a merged cell widens both columns by their max", `
			+---------------+
			| 80-80         |
			+-------+-------+
			| 10-10 | 30-30 |
			+-------+-------+`, "fit fit", 80, "[20 60]"},
		{"a fixed column leaves it to the other", `
			+---------------+
			| 80-80         |
			+-------+-------+
			| 10-10 | 30-30 |
			+-------+-------+`, "=25 fit", 80, "[25 55]"},
		{"shares", `
			+-----+-----+-------+
			| 1-1 | 1-9 | 10-50 |
			+-----+-----+-------+`, "*1 *2 fit", 110, "[20 40 50]"},
		{"shares keep room for their own content", `
			+-------+--------+-------+
			| 10-20 | 40-500 | 10-60 |
			+-------+--------+-------+`, "*1 fit fit", 120, "[20 85 15]"},
		{"but no more than their number makes", `
			+--------+--------+-------+
			| 10-900 | 40-500 | 10-60 |
			+--------+--------+-------+`, "*1 fit fit", 150, "[50 85 15]"},
		{"a share keeps its min, the others divide the rest", `
			+-------+-----+-----+
			| 50-50 | 1-1 | 1-1 |
			+-------+-----+-----+`, "*1 *1 *1", 90, "[50 20 20]"},
		{"shares in proportion before a fitted column has its max", `
			+-------+-------+--------+
			| 20-20 | 10-10 | 10-100 |
			+-------+-------+--------+`, "*1 *1 fit", 80, "[20 20 40]"},
		{"minima before proportion", `
			+-------+-------+--------+
			| 20-20 | 10-10 | 10-100 |
			+-------+-------+--------+`, "*1 *1 fit", 45, "[20 15 10]"},
		{"all fixed: their sum", `
			+-----+-----+
			| 1-1 | 1-1 |
			+-----+-----+`, "=20 =30", 90, "[20 30]"},
		{"a merged cell over shares raises the lowest", `
			+-----------------------+
			| 60-60                 |
			+-------+-------+-------+
			| 10-10 | 10-10 | 30-30 |
			+-------+-------+-------+`, "*1 *1 *1", 60, "[15 15 30]"},
		{"equal shares differ by one twip", `
			+-----+-----+-----+-----+
			| 0-0 | 0-0 | 0-0 | 0-0 |
			+-----+-----+-----+-----+`, "*3 *3 *3 *3", 50, "[12 13 12 13]"},
	} {
		d := parse(t, c.picture)
		got, err := Widths(d.grid(t), wants(t, d), columns(t, c.columns), unit.Length(c.total)*unit.Twip+600)
		for i := range got {
			got[i] /= unit.Twip
		}
		if text := fmt.Sprint(inTwips(got)); err != nil || text != c.want {
			t.Errorf("%s: %v (%v), want %s", c.name, text, err, c.want)
		}
	}
}

func inTwips(list []unit.Length) []int64 {
	var n []int64
	for _, l := range list {
		n = append(n, int64(l))
	}
	return n
}

func TestWidthsTooNarrow(t *testing.T) {
	d := parse(t, `
		+-------+-------+-------+
		| 20-20 | 90-90         |
		+-------+-------+-------+
		| 10-10 | 30-30 | 10-10 |
		+-------+-------+-------+`)
	_, err := Widths(d.grid(t), wants(t, d), columns(t, "=15 =25 =50"), 80*unit.Twip)
	var list []NarrowError
	for _, e := range err.(interface{ Unwrap() []error }).Unwrap() {
		list = append(list, e.(NarrowError))
	}
	want := []NarrowError{
		{0, 1, 20 * unit.Twip, 15 * unit.Twip}, {1, 1, 30 * unit.Twip, 25 * unit.Twip},
		{1, 2, 90 * unit.Twip, 75 * unit.Twip}, {0, 3, 90 * unit.Twip, 80 * unit.Twip},
	}
	if fmt.Sprint(list) != fmt.Sprint(want) {
		t.Errorf("%v, want %v", list, want)
	}
}

func TestWidthsArguments(t *testing.T) {
	g, err := Resolve([][]Span{{{}, {}}}, 2, 0)
	if err != nil {
		t.Fatal(err)
	}
	two := make([]Want, 2)
	for _, c := range []struct {
		want    []Want
		columns []Column
		is      error
	}{
		{two[:1], nil, CountError{"wants", 1, 2}},
		{two, make([]Column, 3), CountError{"columns", 3, 2}},
		{two, []Column{{}, {Share: -1}}, ColumnError{1}},
		{two, []Column{{Fixed: 1, Share: 1}, {}}, ColumnError{0}},
		{two, []Column{{Share: MaxShare + 1}, {}}, ColumnError{0}},
		{two, []Column{{Fixed: math.MaxInt64}, {}}, ColumnError{0}},
	} {
		if _, err := Widths(g, c.want, c.columns, unit.Inch); !errors.Is(err, c.is) {
			t.Errorf("%v, want %v", err, c.is)
		}
	}
	if w, err := Widths(g, two, nil, -unit.Inch); err != nil || w[0] != 0 || w[1] != 0 {
		t.Errorf("a negative total: %v, %v", w, err)
	}
}

// Lengths beyond any paper must not overflow into wrong widths.
func TestWidthsOfAnything(t *testing.T) {
	g := parse(t, `
		+-----------+
		| a         |
		+---+---+---+
		| b | c | d |
		+---+---+---+`).grid(t)
	odd := []unit.Length{math.MinInt64, -1, 0, 1, unit.Inch, math.MaxInt64}
	for i := range 6 * 6 * 6 * 6 {
		want := []Want{{odd[i%6], odd[i/6%6]}, {odd[i/36%6], odd[i/216]}, {}, {unit.Pt, math.MaxInt64}}
		for _, total := range odd {
			width, err := Widths(g, want, []Column{{}, {}, {Share: MaxShare}}, total)
			if err == nil && add(width) != max(total, 0)/unit.Twip*unit.Twip {
				t.Fatalf("%v of %v: %v", want, total, width)
			}
			if err == nil && min(width[0], width[1], width[2]) < 0 {
				t.Fatalf("%v of %v: %v", want, total, width)
			}
		}
	}
	if h := Heights(g, func(int) unit.Length { return math.MaxInt64 }, odd); min(h[0], h[1]) < maxHeight {
		t.Errorf("heights %v", h)
	}
}
