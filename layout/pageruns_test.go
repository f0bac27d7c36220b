package layout

import (
	"slices"
	"testing"

	"github.com/banxin-go/banxin/layout/unit"
)

// A flowing is bands of text and tables in a row, drawn as numbers.
type flowing struct {
	bands []band
	runs  []run
}

func (f *flowing) text(height ...unit.Length) *flowing {
	for _, h := range height {
		f.bands = append(f.bands, band{height: h})
	}
	return f
}

func (f *flowing) heading(height unit.Length) *flowing {
	f.bands = append(f.bands, band{height: height, keep: true})
	return f
}

// table adds a table of rows 10 high, which may be low to high.
func (f *flowing) table(rows int, low, high unit.Length) *flowing {
	r := run{from: len(f.bands), to: len(f.bands) + rows, height: 10 * unit.Length(rows), low: low * unit.Length(rows), high: high * unit.Length(rows)}
	for range rows {
		f.bands = append(f.bands, band{height: 10})
	}
	f.runs = append(f.runs, r)
	return f
}

func TestTablesOnPages(t *testing.T) {
	for _, c := range []struct {
		why     string
		flow    *flowing
		reserve unit.Length
		starts  []int
		heights []unit.Length
	}{
		{"rows are lower where that keeps the table on the page", new(flowing).text(55).table(5, 8, 12).text(20), 0, []int{0, 6}, []unit.Length{45}},
		{"and leave the reserve", new(flowing).text(55).table(5, 8, 12).text(20), 3, []int{0, 6}, []unit.Length{42}},
		{"so do those that would just fill it", new(flowing).text(50).table(5, 8, 12).text(20), 3, []int{0, 6}, []unit.Length{47}},
		{"two tables alike", new(flowing).text(15).table(5, 8, 12).table(4, 8, 12).text(20), 0, []int{0, 10}, []unit.Length{47, 37}},
		{"notes count", func() *flowing {
			f := new(flowing).text(45).table(5, 8, 12).text(8, 20)
			f.bands[5].keep = true
			return f
		}(), 0, []int{0, 7}, []unit.Length{47}},
		{"rows are higher where the page would stay empty", new(flowing).text(30).table(5, 8, 12).text(95), 0, []int{0, 6}, []unit.Length{60}},
		{"but some reserves stay", new(flowing).text(30).table(5, 8, 12).text(95), 2, []int{0, 6}, []unit.Length{58}},
		{"at the end, too", new(flowing).table(5, 8, 12), 0, []int{0}, []unit.Length{60}},
		{"not where text follows", new(flowing).text(30).table(5, 8, 12).text(10, 95), 0, []int{0, 7}, []unit.Length{50}},
		{"rows are lower where a few lines would begin a page else", new(flowing).text(30).table(5, 8, 12).text(12, 14), 0, []int{0}, []unit.Length{44}},
		{"a table goes over whole for a third of the page", new(flowing).text(68).table(5, 10, 10), 0, []int{0, 1}, []unit.Length{50}},
		{"and is cut for more", new(flowing).text(60).table(5, 10, 10), 0, []int{0, 5}, []unit.Length{50}},
		{"its heading with it", new(flowing).text(60).heading(8).table(5, 10, 10), 0, []int{0, 5}, []unit.Length{50}},
		{"one that would be cut there too is cut here", new(flowing).text(80).heading(8).table(10, 10, 10), 0, []int{0, 3}, []unit.Length{100}},
		{"of two that would be cut one after the other the first goes over", new(flowing).text(60).table(9, 10, 10).table(9, 10, 10), 0, []int{0, 1, 10}, []unit.Length{90, 90}},
		{"with text between they are no two", new(flowing).text(60).table(9, 10, 10).text(20).table(9, 10, 10), 0, []int{0, 5, 11}, []unit.Length{90, 90}},
	} {
		if got := breakPages(c.flow.bands, c.flow.runs, 100, c.reserve); !slices.Equal(got, c.starts) {
			t.Errorf("%s: pages start at %v, want %v", c.why, got, c.starts)
		}
		for i, want := range c.heights {
			if got := c.flow.runs[i].height; got != want {
				t.Errorf("%s: table %d is %d high, want %d", c.why, i, got, want)
			}
		}
	}
}

// The price of a cut is what may stay empty instead: groups of three rows go over whole for two rows' sake, not for more.
func TestCheapestEnd(t *testing.T) {
	rows := new(flowing).text(10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10).bands
	for i := 6; i < 10; i++ {
		rows[i].price = 25
	}
	if got, want := breakPages(rows, nil, 80, 0), []int{0, 6}; !slices.Equal(got, want) {
		t.Errorf("two rows of five would be left: %v, want %v", got, want)
	}
	if got, want := breakPages(rows, nil, 90, 0), []int{0, 9}; !slices.Equal(got, want) {
		t.Errorf("three rows of five: %v, want %v", got, want)
	}
}

// tightFlow is a table of 23 rows that may be 9 or 8 high in place of 10; groups are rows with a price behind them.
func tightFlow(step *int, price unit.Length) *flowing {
	at := func(n int) []band {
		*step = n
		bands := make([]band, 23)
		for i := range bands {
			bands[i] = band{height: 10 - unit.Length(n)}
			if i != 8 && i != 17 {
				bands[i].price = price
			}
		}
		return bands
	}
	return &flowing{bands: at(0), runs: []run{{to: 23, height: 230, low: 230, high: 230, at: at, steps: 2}}}
}

func TestTableTakesAPageLess(t *testing.T) {
	step := -1
	f := tightFlow(&step, 0)
	if got, want := breakPages(f.bands, f.runs, 100, 0), []int{0, 12}; !slices.Equal(got, want) || step != 2 {
		t.Errorf("pages start at %v, step %d", got, step)
	}
	f = tightFlow(&step, 30) // the group of rows 9 to 17 would go over whole, and the table end on a third page
	if got, want := breakPages(f.bands, f.runs, 100, 0), []int{0, 12}; !slices.Equal(got, want) || step != 2 {
		t.Errorf("groups: pages start at %v, step %d", got, step)
	}
	f = tightFlow(&step, 0)
	if got, want := breakPages(f.bands, f.runs, 90, 0), []int{0, 9, 18}; !slices.Equal(got, want) || step != 0 {
		t.Errorf("no page less: pages start at %v, step %d", got, step)
	}
}
