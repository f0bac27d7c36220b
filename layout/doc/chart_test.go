package doc

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/layout/unit"
)

func quarters(kind ChartKind, decimals int, series ...[]int64) *Chart {
	c := &Chart{Kind: kind, Title: "各季度受理情况", Unit: "件", Decimals: decimals, Categories: []string{"一季度", "二季度", "三季度", "四季度"}}
	for i, v := range series {
		c.Series = append(c.Series, Series{Name: []string{"受理", "办结", "结转"}[i], Values: v})
	}
	return c
}

func TestAxis(t *testing.T) {
	for _, test := range []struct {
		chart *Chart
		want  Axis
		ticks string
	}{
		{quarters(BarChart, 0, []int64{12, 34, 56, 78}), Axis{0, 80, 20}, "0 20 40 60 80"},
		{quarters(BarChart, 0, []int64{0, 0, 0, 0}), Axis{0, 1, 1}, "0 1"},
		{quarters(BarChart, 2, []int64{0, 0, 0, 0}), Axis{0, 100, 20}, "0.0 0.2 0.4 0.6 0.8 1.0"},
		{quarters(BarChart, 0, []int64{1, 2, 3, 3}), Axis{0, 3, 1}, "0 1 2 3"},
		{quarters(BarChart, 1, []int64{-15, 20, 5, 31}), Axis{-20, 40, 10}, "-2 -1 0 1 2 3 4"}, // -1.5 to 3.1
		{quarters(BarChart, 0, []int64{-7, -12, -1, -3}), Axis{-15, 0, 5}, "-15 -10 -5 0"},
		{quarters(StackedBarChart, 0, []int64{10, 20, 30, 40}, []int64{40, 30, 20, 11}), Axis{0, 60, 20}, "0 20 40 60"}, // 51 at most
		{quarters(LineChart, 1, []int64{953, 961, 987, 990}), Axis{940, 990, 10}, "94 95 96 97 98 99"},                  // 95.3 to 99.0
		{quarters(LineChart, 0, []int64{500, 1000, 0, 300}), Axis{0, 1000, 200}, "0 200 400 600 800 1000"},
		{quarters(BarChart, 0, []int64{MaxValue, 0, 0, 0}), Axis{0, MaxValue, MaxValue / 5}, "0 200000000000000 400000000000000 600000000000000 800000000000000 1000000000000000"},
	} {
		a := test.chart.Axis()
		var ticks []string
		for v := a.Low; v <= a.High; v += a.Step {
			ticks = append(ticks, test.chart.FormatTick(v, a))
		}
		if got := strings.Join(ticks, " "); a != test.want || got != test.ticks {
			t.Errorf("%v %v: %v %s, want %v %s", test.chart.Kind, test.chart.Series[0].Values, a, got, test.want, test.ticks)
		}
	}
}

// Whatever the values, the axis holds them all, has its zero at a step, and 2 to 8 ticks.
func FuzzAxis(f *testing.F) {
	f.Add(uint8(0), int64(12), int64(34), int64(-5))
	f.Add(uint8(3), int64(999), int64(1000), int64(1001))
	f.Fuzz(func(t *testing.T, kind uint8, x, y, z int64) {
		c := &Chart{Kind: ChartKind(kind % 5), Categories: []string{"甲", "乙", "丙"}, Series: []Series{{Values: []int64{x, y, z}}}}
		if c.Check() != nil {
			return
		}
		a := c.Axis()
		n := (a.High - a.Low) / a.Step
		if a.Low%a.Step != 0 || a.High%a.Step != 0 || n < 1 || n > 7 {
			t.Fatalf("%v of %d %d %d", a, x, y, z)
		}
		for _, v := range []int64{x, y, z} {
			if v < a.Low || v > a.High {
				t.Fatalf("%v does not hold %d", a, v)
			}
		}
	})
}

func TestAltText(t *testing.T) {
	c := quarters(BarChart, 0, []int64{12, 34, 0, 7}, []int64{11, 33, 0, 7})
	want := "柱形图：各季度受理情况，单位：件。受理：一季度12，二季度34，三季度0，四季度7；办结：一季度11，二季度33，三季度0，四季度7。"
	if got := c.AltText(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	c = quarters(LineChart, 2, []int64{-5, 1234, 100, 0})
	c.Title, c.Unit, c.Series[0].Name = "", "", ""
	if got, want := c.AltText(), "折线图。一季度-0.05，二季度12.34，三季度1.00，四季度0.00。"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	c.Alt = "全年平稳"
	if c.AltText() != "全年平稳" {
		t.Error("Alt does not take its place")
	}
}

// The parts of a whole make up the whole as printed, too: rounded one by one those of the third test are 100.1 %.
func TestShares(t *testing.T) {
	for _, test := range []struct {
		values []int64
		want   string
	}{
		{[]int64{1, 2}, "33.3% 66.7%"}, {[]int64{5, 0}, "100.0% 0.0%"},
		{[]int64{6286, 776, 791, 2531, 443, 227}, "56.9% 7.0% 7.2% 22.9% 4.0% 2.0%"},
		{[]int64{1, 1, 1}, "33.4% 33.3% 33.3%"}, {[]int64{1, 1999}, "0.1% 99.9%"}, {[]int64{0, 3, 3, 0}, "0.0% 50.0% 50.0% 0.0%"},
		{slices.Repeat([]int64{MaxValue}, 12), "8.4% 8.4% 8.4% 8.4% " + strings.Repeat("8.3% ", 7) + "8.3%"},
	} {
		if got := strings.Join(Shares(test.values), " "); got != test.want {
			t.Errorf("%d: %s, want %s", test.values, got, test.want)
		}
	}
}

func TestChartFaults(t *testing.T) {
	for _, test := range []struct {
		name  string
		chart *Chart
		want  ChartError
	}{
		{"no series", quarters(BarChart, 0), ChartError{ChartEmpty, -1, 0, 0}},
		{"three values for four quarters", quarters(BarChart, 0, []int64{1, 2, 3, 4}, []int64{1, 2, 3}), ChartError{ChartValues, 1, 3, 4}},
		{"negative slice", quarters(PieChart, 0, []int64{1, -2, 3, 4}), ChartError{ChartNegative, 0, 0, 0}},
		{"pie of nothing", quarters(PieChart, 0, []int64{0, 0, 0, 0}), ChartError{ChartEmpty, 0, 0, 0}},
		{"two pies", quarters(PieChart, 0, []int64{1, 2, 3, 4}, []int64{1, 2, 3, 4}), ChartError{ChartMany, -1, 2, 1}},
		{"too big", quarters(LineChart, 0, []int64{1, 2, 3, MaxValue + 1}), ChartError{ChartRange, 0, 0, 0}},
		{"decimals", quarters(LineChart, 7, []int64{1, 2, 3, 4}), ChartError{ChartMany, -1, 7, 6}},
	} {
		var got *ChartError
		if err := test.chart.Check(); !errors.As(err, &got) || *got != test.want {
			t.Errorf("%s: %v, want %v", test.name, err, &test.want)
		}
	}
	if err := quarters(PieChart, 0, []int64{0, 0, 1, 0}).Check(); err != nil {
		t.Error(err)
	}
}

// Shades that touch each other differ by at least 20 percent of light.
func TestShades(t *testing.T) {
	for i := range MaxSeries - 1 {
		if a, b := Shade(i), Shade(i+1); max(a, b)-min(a, b) < 20 {
			t.Errorf("series %d and %d: %d and %d", i, i+1, Shade(i), Shade(i+1))
		}
	}
	for n := 2; n <= MaxSlices; n++ {
		for i := range n {
			if a, b := SliceShade(i, n), SliceShade((i+1)%n, n); max(a, b)-min(a, b) < 20 {
				t.Errorf("slices %d and %d of %d: %d and %d", i, (i+1)%n, n, a, b)
			}
		}
	}
}

func TestChartSize(t *testing.T) {
	area := unit.Size{W: 156 * unit.MM, H: 225 * unit.MM}
	c := quarters(BarChart, 0, []int64{1, 2, 3, 4})
	if got, want := c.Size(area), (unit.Size{W: 156 * unit.MM, H: 80 * unit.MM}); got != want {
		t.Errorf("%v, want %v", got, want)
	}
	c.Width, c.Height = 400*unit.MM, 300*unit.MM
	if got := c.Size(area); got != area {
		t.Errorf("%v, want %v", got, area)
	}
}

// Figures above each other make way upwards, and down again where the bar ends; where there is no room between they begin at the axis.
func TestSpread(t *testing.T) {
	for _, c := range []struct {
		heights, want     []unit.Length
		least, most, step unit.Length
	}{
		{[]unit.Length{20, 50}, []unit.Length{20, 50}, 5, 100, 10},
		{[]unit.Length{20, 21, 22}, []unit.Length{20, 30, 40}, 5, 100, 10},
		{[]unit.Length{90, 98, 99}, []unit.Length{75, 85, 95}, 5, 95, 10},
		{[]unit.Length{1, 2, 3}, []unit.Length{5, 15, 25}, 5, 4, 10},
		{nil, nil, 5, 100, 10},
	} {
		got := slices.Clone(c.heights)
		Spread(got, c.least, c.most, c.step)
		if !slices.Equal(got, c.want) {
			t.Errorf("%v become %v, want %v", c.heights, got, c.want)
		}
	}
}
