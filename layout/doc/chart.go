package doc

import (
	"fmt"

	"github.com/banxin-go/banxin/layout/unit"
)

// Chart draws figures: vectors in the PDF, a native chart that Word can edit in the DOCX. It is grey throughout, so that a
// print in black says as much as the screen. What both outputs must agree on, its size, its scale, its greys and the words
// that stand in its place, is computed here, in whole numbers.
type Chart struct {
	Src        string
	Kind       ChartKind
	Title      string   // above the plot; "": none
	Categories []string // what the values of a series are for: quarters, kinds of applicant
	Series     []Series
	Decimals   int         // of all values: with 2, 1234 stands for 12.34
	Unit       string      // of the values: 件, 万元; "": none
	Width      unit.Length // 0: the type area's
	Height     unit.Length // 0: as the kind asks
	Alt        string      // "": AltText, a full account of the data
	Caption    []Span      // set below
	Key        string
}

// Series is one row of figures, a value for each category.
type Series struct {
	Name   string
	Values []int64 // in units of 10^-Decimals
}

// ChartKind is the kind of drawing.
type ChartKind uint8

// The kinds.
const (
	BarChart           ChartKind = iota // 柱形图: upright bars side by side
	StackedBarChart                     // 堆积柱形图: the series on top of each other
	HorizontalBarChart                  // 条形图: bars from left to right, for long names
	LineChart                           // 折线图
	PieChart                            // 饼图: one series, its parts clockwise from twelve o'clock
)

// String names the kind in Chinese, as the alternative text does.
func (k ChartKind) String() string {
	if k > PieChart {
		return "图"
	}
	return [...]string{"柱形图", "堆积柱形图", "条形图", "折线图", "饼图"}[k]
}

func (*Chart) block() {}

// The limits of a chart that can still be read.
const (
	MaxSeries     = 6
	MaxCategories = 60
	MaxSlices     = 12
	MaxDecimals   = 6
	MaxValue      = 1_000_000_000_000_000 // of a value, in units of 10^-Decimals
)

// ChartFault is a way in which the data of a chart cannot be drawn.
type ChartFault uint8

// The faults.
const (
	ChartEmpty    ChartFault = iota // no categories or no series, or a pie whose values are all 0
	ChartValues                     // a series has not one value for each category: Got and Want
	ChartNegative                   // a stacked or pie chart with a negative value
	ChartMany                       // more series, categories or decimals than Want
	ChartRange                      // a value beyond MaxValue
	ChartNoRoom                     // too small for its labels
)

// ChartError says what is wrong with a chart.
type ChartError struct {
	Fault     ChartFault
	Series    int // which one, from 0; -1: none in particular
	Got, Want int
}

func (e *ChartError) Error() string {
	what := [...]string{"nothing to draw", "not one value for each category", "a negative value", "too many series, categories or decimals",
		"a value too big", "no room for the labels"}[e.Fault]
	if e.Series >= 0 {
		what = fmt.Sprintf("series %d: %s", e.Series+1, what)
	}
	if e.Want > 0 {
		what += fmt.Sprintf(": %d, want %d", e.Got, e.Want)
	}
	return "doc: chart: " + what
}

// Check says what keeps the chart from being drawn, nil where nothing does. The first fault is enough: the others follow
// from it more often than not.
func (c *Chart) Check() error {
	most, n := MaxCategories, len(c.Categories)
	if c.Kind == PieChart {
		most = MaxSlices
	}
	switch {
	case n == 0 || len(c.Series) == 0:
		return &ChartError{Fault: ChartEmpty, Series: -1}
	case n > most:
		return &ChartError{ChartMany, -1, n, most}
	case len(c.Series) > MaxSeries:
		return &ChartError{ChartMany, -1, len(c.Series), MaxSeries}
	case c.Kind == PieChart && len(c.Series) > 1:
		return &ChartError{ChartMany, -1, len(c.Series), 1}
	case c.Decimals < 0 || c.Decimals > MaxDecimals:
		return &ChartError{ChartMany, -1, c.Decimals, MaxDecimals}
	}
	return c.checkValues()
}

func (c *Chart) checkValues() error {
	sum := int64(0)
	for i, s := range c.Series {
		if len(s.Values) != len(c.Categories) {
			return &ChartError{ChartValues, i, len(s.Values), len(c.Categories)}
		}
		for _, v := range s.Values {
			switch {
			case v > MaxValue || v < -MaxValue:
				return &ChartError{Fault: ChartRange, Series: i}
			case v < 0 && (c.Kind == StackedBarChart || c.Kind == PieChart):
				return &ChartError{Fault: ChartNegative, Series: i}
			}
			sum += v
		}
	}
	if c.Kind == PieChart && sum == 0 {
		return &ChartError{Fault: ChartEmpty, Series: 0}
	}
	return nil
}

// Size is the size a chart is set in, in a type area: as asked, else as wide as the area and as high as its kind wants.
func (c *Chart) Size(area unit.Size) unit.Size {
	size := unit.Size{W: c.Width, H: c.Height}
	if size.W <= 0 || size.W > area.W {
		size.W = area.W
	}
	if size.H <= 0 {
		size.H = 80 * unit.MM
		if c.Kind == HorizontalBarChart { // a line of text for each bar, half a one between the groups
			bars := len(c.Categories) * (2*len(c.Series) + 1)
			size.H = 30*unit.MM + unit.Length(bars)*3*unit.MM
		}
	}
	size.H = min(size.H, area.H)
	return size
}

// widestBar keeps few bars from looking like blocks.
const widestBar = 14 * unit.MM

// BarWidth is the width of a bar where each category has a slot: those of a category take seven tenths of it, one alone half of it.
func (c *Chart) BarWidth(slot unit.Length) unit.Length {
	n := c.Abreast()
	if n == 1 {
		return min(slot/2, widestBar)
	}
	return min(slot*7/10/unit.Length(n), widestBar)
}

// Abreast is how many bars of a category stand side by side.
func (c *Chart) Abreast() int {
	if c.Kind == StackedBarChart {
		return 1
	}
	return len(c.Series)
}

// Shade is the grey of the ith series, or slice of a pie, in percent of light. Neighbours lie far apart, so that a copy of a
// copy still tells them from each other.
func Shade(i int) uint8 { return [...]uint8{35, 80, 58, 94, 20, 70}[i%6] }

// SliceShade is Shade for a pie of n slices: its last one touches its first too, so it takes the first shade that is told
// from both its neighbours.
func SliceShade(i, n int) uint8 {
	if i == 0 || i < n-1 {
		return Shade(i)
	}
	for k := i; k < i+6; k++ {
		if apart(Shade(k), Shade(i-1)) && apart(Shade(k), Shade(0)) {
			return Shade(k)
		}
	}
	return Shade(i)
}

// apart says that two greys are told from each other.
func apart(a, b uint8) bool { return max(a, b)-min(a, b) >= 20 }
