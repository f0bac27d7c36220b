package tables

import (
	"fmt"
	"testing"

	"github.com/banxin-go/banxin/layout/unit"
)

func TestHeights(t *testing.T) {
	for _, c := range []struct{ name, picture, want string }{
		{"the tallest cell of each row", `
			+----+----+
			| 10 | 12 |
			+----+----+
			| 30 | 25 |
			+----+----+`, "[12 30]"},
		{"the lowest rows are raised first", `
			+----+----+
			| 60 | 10 |
			|    +----+
			|    | 10 |
			|    +----+
			|    | 25 |
			+----+----+`, "[17 18 25]"},
		{"all alike when the label needs much more", `
			+-----+----+
			| 100 | 10 |
			|     +----+
			|     | 10 |
			|     +----+
			|     | 25 |
			+-----+----+`, "[33 33 34]"},
		{"short spans before long ones", `
			+----+----+----+
			| 60 | 50 | 1  |
			|    |    +----+
			|    |    | 1  |
			|    +----+----+
			|    | 5  | 5  |
			+----+----+----+`, "[25 25 10]"},
		{"a tall cell that has room", `
			+----+----+
			| 15 | 10 |
			|    +----+
			|    | 10 |
			+----+----+`, "[10 10]"},
	} {
		d := parse(t, c.picture)
		need := func(cell int) unit.Length {
			var n int64
			if _, err := fmt.Sscan(d.label[cell], &n); err != nil {
				t.Fatal(err)
			}
			return unit.Length(n)
		}
		if got := fmt.Sprint(inTwips(Heights(d.grid(t), need, nil))); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestHeightsLeast(t *testing.T) {
	g, err := Resolve([][]Span{{{}}, {{}}, {{}}}, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	got := Heights(g, func(cell int) unit.Length { return unit.Length(10 * cell) }, []unit.Length{5, 5})
	if fmt.Sprint(inTwips(got)) != "[5 10 20]" {
		t.Errorf("%v", inTwips(got))
	}
}

func TestCuts(t *testing.T) {
	for _, c := range []struct {
		name  string
		cells [][]Line
		want  string
	}{
		{"nothing", nil, "[]"},
		{"one line cannot be cut", [][]Line{{{2, 12}}}, "[]"},
		{"below each line but the last", [][]Line{{{0, 10}, {10, 20}, {20, 30}}}, "[10 20]"},
		{"same pitch in both cells", [][]Line{{{0, 10}, {10, 20}}, {{0, 10}}}, "[10]"},
		//	0   10   20   30
		//	广州     佛山      佛山 stands at 15 to 25
		//	深圳 珠海 中山
		{"a line in the way", [][]Line{{{0, 10}, {15, 25}, {30, 40}}, {{0, 10}, {10, 20}, {20, 30}}}, "[10 30]"},
		{"twelve and ten meet at sixty", [][]Line{
			{{0, 12}, {12, 24}, {24, 36}, {36, 48}, {48, 60}, {60, 72}},
			{{0, 10}, {10, 20}, {20, 30}, {30, 40}, {40, 50}, {50, 60}, {60, 70}},
		}, "[60]"},
		{"empty lines count for nothing", [][]Line{{{0, 10}, {10, 20}, {5, 5}}}, "[10]"},
	} {
		if got := Cuts(c.cells); fmt.Sprint(inTwips(got)) != c.want {
			t.Errorf("%s: %v, want %s", c.name, inTwips(got), c.want)
		}
	}
}
