package layout

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// paintChart lays a chart out alone on a page of 300 × 300 pt without margins and gives the page and the chart's node.
func paintChart(t testing.TB, c *doc.Chart) (*display.Page, *display.Node) {
	t.Helper()
	d := &doc.Document{Meta: doc.Meta{Title: "统计图"}, Sheet: squareSheet(30), Sections: []doc.Section{{Blocks: []doc.Block{c}}}}
	d.Sheet.Page.Size = unit.Size{W: 300 * unit.Pt, H: 300 * unit.Pt}
	out, err := Layout(d, squareSet(t))
	if err != nil {
		t.Fatal(err)
	}
	return out.Paint(0), out.Root.Kids[0]
}

// drawn are the parts of a painted chart: the boxes of outlined rectangles, in order, and the texts.
func drawn(p *display.Page) (boxes []unit.Rect, texts map[string]*display.Text) {
	texts = map[string]*display.Text{}
	for _, item := range p.Items {
		switch it := item.(type) {
		case *display.Path:
			if len(it.Segs) == 5 && it.Width == outline {
				a, b := it.Segs[0].P[0], it.Segs[2].P[0]
				boxes = append(boxes, unit.Rect{Point: a, Size: unit.Size{W: b.X - a.X, H: b.Y - a.Y}})
			}
		case *display.Text:
			texts[it.String] = it
		}
	}
	return boxes, texts
}

func textWidth(t *display.Text) unit.Length {
	last := len(t.Glyphs) - 1
	return t.Pos[last] + t.Size.MulDiv(int64(t.Glyphs[last].Advance), int64(t.Face.UnitsPerEm))
}

// Values 10, 5 and -5 on an axis from -5 to 10: the first bar is twice as high as the others, the third hangs down where the
// others end, each in the middle of a third of the plot.
func TestBars(t *testing.T) {
	page, node := paintChart(t, &doc.Chart{Categories: []string{"甲", "乙", "丙"}, Series: []doc.Series{{Values: []int64{100, 50, -50}}}, Decimals: 1, Height: 150 * unit.Pt})
	boxes, texts := drawn(page)
	if len(boxes) != 3 {
		t.Fatalf("%d bars", len(boxes))
	}
	if a, b, c := boxes[0].H, boxes[1].H, boxes[2].H; a/2-b > 1 || b-a/2 > 1 || b-c > 1 || c-b > 1 {
		t.Errorf("heights %d, %d, %d", a, b, c)
	}
	if a, b, c := boxes[0].Bottom(), boxes[1].Bottom(), boxes[2].Y; a != b || b != c {
		t.Errorf("bars stand on %d, %d and hang from %d", a, b, c)
	}
	if a, b := boxes[1].X-boxes[0].X, boxes[2].X-boxes[1].X; a-b > 1 || b-a > 1 {
		t.Errorf("distances %d and %d", a, b)
	}
	for i, s := range []string{"10.0", "5.0", "-5.0"} {
		text := texts[s]
		if text == nil {
			t.Fatalf("%s is not there", s)
		}
		if off := text.At.X + textWidth(text)/2 - boxes[i].X - boxes[i].W/2; off > 2 || off < -2 {
			t.Errorf("%s stands %d beside its bar", s, off)
		}
		if above := text.At.Y < boxes[i].Y; above != (i < 2) {
			t.Errorf("%s: above its bar %v", s, above)
		}
	}
	if want := "柱形图。甲10.0，乙5.0，丙-5.0。"; node.Extra.Alt != want {
		t.Errorf("alt %s, want %s", node.Extra.Alt, want)
	}
	if *node.Extra.Box != (unit.Rect{Point: unit.Point{Y: 0}, Size: unit.Size{W: 300 * unit.Pt, H: 150 * unit.Pt}}) {
		t.Errorf("box %v", *node.Extra.Box)
	}
}

// Parts of a stack touch: the upper edge of each is the lower edge of the next.
func TestStacks(t *testing.T) {
	page, _ := paintChart(t, &doc.Chart{Kind: doc.StackedBarChart, Categories: []string{"甲"},
		Series: []doc.Series{{Name: "一", Values: []int64{30}}, {Name: "二", Values: []int64{50}}, {Name: "三", Values: []int64{20}}}})
	boxes, texts := drawn(page)
	boxes = boxes[3:] // behind the three of the legend
	if len(boxes) != 3 || boxes[0].Y != boxes[1].Bottom() || boxes[1].Y != boxes[2].Bottom() {
		t.Errorf("parts %v", boxes)
	}
	if texts["100"] == nil || texts["30"] == nil || texts["30"].Gray != 100 || texts["50"].Gray != 0 {
		t.Error("the sum is missing, or a figure is dark on dark")
	}
}

// Beside the last bar no slot follows: the plot gives way, so that its figures are printed and end with the chart.
func TestLowPartsOfTheLastBar(t *testing.T) {
	c := &doc.Chart{Kind: doc.StackedBarChart, Categories: strings.Split("甲乙丙丁戊", ""),
		Series: []doc.Series{{Name: "一", Values: []int64{2096, 2088, 2152, 2071, 2099}}, {Name: "二", Values: []int64{11, 12, 13, 14, 1000}}, {Name: "三", Values: []int64{1, 2, 3, 4, 125}}}}
	page, _ := paintChart(t, c)
	_, texts := drawn(page)
	last := texts["125"]
	if last == nil {
		t.Fatal("the value of the last bar is missing")
	}
	if end := last.At.X + textWidth(last); end > 300*unit.Pt || end < 295*unit.Pt {
		t.Errorf("it ends at %v", end)
	}
}

// Values of parts too low for a figure stand beside them, none on another nor on the total, and where bars leave no room they are told of.
func TestLowPartsOfStacks(t *testing.T) {
	c := &doc.Chart{Src: "图", Kind: doc.StackedBarChart, Categories: []string{"甲", "乙"},
		Series: []doc.Series{{Name: "一", Values: []int64{1200, 0}}, {Name: "二", Values: []int64{23, 1}}, {Name: "三", Values: []int64{7, 2}}}}
	page, _ := paintChart(t, c)
	boxes, texts := drawn(page)
	low, high, total := texts["23"], texts["7"], texts["1230"]
	if low == nil || high == nil {
		t.Fatal("a value is missing")
	}
	bar := boxes[3]
	for _, f := range []*display.Text{low, high} {
		if f.At.X < bar.Right() || f.At.Y-f.Size > bar.Y+bar.H || f.Gray != 0 {
			t.Errorf("%s stands at %v, the bar %v", f.String, f.At, bar)
		}
	}
	if low.At.Y-high.At.Y < low.Size || high.At.Y <= total.At.Y {
		t.Errorf("7 at %d, 23 at %d, their total at %d", high.At.Y, low.At.Y, total.At.Y)
	}
	if one, two := texts["1"], texts["2"]; one.At.Y-two.At.Y < one.Size || one.At.Y > boxes[6].Bottom()+one.Size/2 {
		t.Errorf("1 at %d and 2 at %d on an axis at %d", one.At.Y, two.At.Y, boxes[6].Bottom())
	}
	c.Categories = make([]string, 20)
	c.Series[0].Values = append([]int64{9000}, make([]int64, 19)...)
	c.Series[1].Values = append([]int64{111, 112}, make([]int64, 18)...)
	c.Series[2].Values = make([]int64, 20)
	d := &doc.Document{Meta: doc.Meta{Title: "统计图"}, Sheet: squareSheet(30), Sections: []doc.Section{{Blocks: []doc.Block{c}}}}
	d.Sheet.Page.Size = unit.Size{W: 300 * unit.Pt, H: 300 * unit.Pt}
	out, err := Layout(d, squareSet(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(out.Unprinted) != 1 || out.Unprinted[0].Src != "图" || out.Unprinted[0].Count < 2 {
		t.Errorf("told of %+v", out.Unprinted)
	}
}

// Horizontal bars: the first category at the top, lengths as values.
func TestHorizontalBars(t *testing.T) {
	page, _ := paintChart(t, &doc.Chart{Kind: doc.HorizontalBarChart, Categories: []string{"甲", "乙"}, Series: []doc.Series{{Values: []int64{40, 20}}}})
	boxes, texts := drawn(page)
	if len(boxes) != 2 || boxes[0].X != boxes[1].X || boxes[0].Y >= boxes[1].Y || boxes[0].W/2-boxes[1].W > 1 {
		t.Errorf("bars %v", boxes)
	}
	if texts["甲"].At.Y >= texts["乙"].At.Y || texts["甲"].At.X >= boxes[0].X {
		t.Error("names do not stand left of their bars, from the top")
	}
}

// The points of a line stand above the names of their categories, higher ones higher.
func TestLines(t *testing.T) {
	page, _ := paintChart(t, &doc.Chart{Kind: doc.LineChart, Categories: []string{"甲", "乙", "丙"}, Series: []doc.Series{{Values: []int64{0, 10, 5}}}})
	_, texts := drawn(page)
	for _, item := range page.Items {
		path, ok := item.(*display.Path)
		if !ok || path.Width != seriesLine {
			continue
		}
		for i, name := range []string{"甲", "乙", "丙"} {
			text := texts[name]
			if off := text.At.X + textWidth(text)/2 - path.Segs[i].P[0].X; off > 2 || off < -2 {
				t.Errorf("%s stands %d beside its point", name, off)
			}
		}
		a, b, c := path.Segs[0].P[0].Y, path.Segs[1].P[0].Y, path.Segs[2].P[0].Y
		if off := (a+b)/2 - c; off > 1 || off < -1 {
			t.Errorf("0, 10 and 5 stand at %d, %d, %d", a, b, c)
		}
		return
	}
	t.Error("no line")
}

// Four equal slices meet at three, six, nine and twelve o'clock.
func TestPie(t *testing.T) {
	page, _ := paintChart(t, &doc.Chart{Kind: doc.PieChart, Categories: []string{"甲", "乙", "丙", "丁"}, Series: []doc.Series{{Values: []int64{7, 7, 7, 7}}}})
	var rims []unit.Point
	var centre unit.Point
	for _, item := range page.Items {
		if path, ok := item.(*display.Path); ok && path.Fill {
			centre = path.Segs[0].P[0]
			rims = append(rims, path.Segs[1].P[0])
		}
	}
	if len(rims) != 4 {
		t.Fatalf("%d slices", len(rims))
	}
	r := centre.Y - rims[0].Y
	for i, want := range []unit.Point{{Y: -r}, {X: r}, {Y: r}, {X: -r}} {
		if got := (unit.Point{X: rims[i].X - centre.X, Y: rims[i].Y - centre.Y}); got != want {
			t.Errorf("slice %d begins at %v, want %v", i+1, got, want)
		}
	}
	_, texts := drawn(page)
	if texts["甲 7（25.0%）"] == nil && texts["25.0%"] == nil {
		t.Errorf("texts %v", texts)
	}
}

// Whatever the kind, the data, the texts and the size: a chart either says that it has no room, or nothing of it leaves its box, and
// all of it belongs to one Figure.
func FuzzChartInBox(f *testing.F) {
	f.Add(uint8(0), uint8(4), uint8(2), uint16(150), uint16(200), int64(17), uint8(0), uint8(0))
	f.Add(uint8(1), uint8(6), uint8(3), uint16(300), uint16(90), int64(99), uint8(0), uint8(0))
	f.Add(uint8(2), uint8(3), uint8(6), uint16(200), uint16(250), int64(-8), uint8(1), uint8(2))
	f.Add(uint8(3), uint8(12), uint8(4), uint16(300), uint16(120), int64(1000), uint8(0), uint8(0))
	f.Add(uint8(4), uint8(12), uint8(1), uint16(250), uint16(180), int64(3), uint8(2), uint8(0))
	f.Add(uint8('`'), uint8('-'), uint8(4), uint16(381), uint16(120), int64(984), uint8(0), uint8(0))
	f.Fuzz(func(t *testing.T, kind, categories, series uint8, w, h uint16, seed int64, words, decimals uint8) {
		inBox(t, chartOf(kind, categories, series, w, h, seed, words, decimals))
	})
}

// chartOf makes a chart of numbers: words counts how long its texts are, decimals also how big its values.
func chartOf(kind, categories, series uint8, w, h uint16, seed int64, words, decimals uint8) *doc.Chart {
	long := func(text string) string { return strings.Repeat(text, 1+int(words%8)) }
	c := &doc.Chart{Kind: doc.ChartKind(kind % 5), Title: long("各季度办理情况"), Unit: long("件"), Width: unit.Length(w) * unit.Pt, Height: unit.Length(h) * unit.Pt}
	c.Decimals = int(decimals % 7)
	scale := int64(1)
	for range decimals % 11 {
		scale *= 10
	}
	for i := range int(categories % 40) {
		c.Categories = append(c.Categories, long([]string{"一季度", "街道办事处", "县"}[i%3]))
	}
	for k := range int(series % 7) {
		s := doc.Series{Name: long(fmt.Sprintf("第%d类申请人", k))}
		for i := range c.Categories {
			s.Values = append(s.Values, seed%1_000_000*int64(i*7+k*3)%9973*scale)
		}
		c.Series = append(c.Series, s)
	}
	return c
}

func inBox(t *testing.T, c *doc.Chart) {
	d := &doc.Document{Sheet: squareSheet(30), Sections: []doc.Section{{Blocks: []doc.Block{c}}}}
	d.Sheet.Page.Size = unit.Size{W: 300 * unit.Pt, H: 300 * unit.Pt}
	out, err := Layout(d, squareSet(t))
	var fault *doc.ChartError
	if errors.As(err, &fault) {
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	box := *out.Root.Kids[0].Extra.Box
	for _, item := range out.Paint(0).Items {
		switch it := item.(type) {
		case *display.Path:
			inside(t, box, it.Node, points(it.Segs)...)
		case *display.Rule:
			inside(t, box, it.Node, it.From, it.To)
		case *display.Text:
			if it.String == " " {
				continue // a blank at a line's end hangs over
			}
			w := textWidth(it)
			if strings.HasSuffix(it.String, "）") { // its empty half may hang over
				w -= it.Size / 2
			}
			for _, corner := range []unit.Point{{}, {X: w}, {Y: -it.Size * 68 / 100}, {X: w, Y: -it.Size * 68 / 100}} {
				inside(t, box, it.Node, it.Tilt.Turn(it.At.Add(corner), it.At))
			}
		}
	}
}

func points(segs []display.Seg) []unit.Point {
	var all []unit.Point
	for i := range segs {
		if segs[i].Op != display.ClosePath {
			all = append(all, segs[i].End())
		}
	}
	return all
}

func inside(t *testing.T, box unit.Rect, node *display.Node, points ...unit.Point) {
	t.Helper()
	const slack = 2 * unit.Pt // an outline, half a tick
	for _, p := range points {
		if p.X < box.X-slack || p.X > box.Right()+slack || p.Y < box.Y-slack || p.Y > box.Bottom()+slack {
			t.Errorf("%v is outside %v", p, box)
		}
	}
	if node == nil || node.Role != display.RoleFigure {
		t.Error("a part of the chart is not in its Figure")
	}
}

func TestChartTooSmall(t *testing.T) {
	for _, kind := range []doc.ChartKind{doc.BarChart, doc.StackedBarChart, doc.HorizontalBarChart, doc.LineChart, doc.PieChart} {
		c := &doc.Chart{Src: "图", Kind: kind, Categories: []string{"甲", "乙"}, Series: []doc.Series{{Values: []int64{1, 2}}}, Width: 30 * unit.Pt, Height: 30 * unit.Pt}
		d := &doc.Document{Sheet: squareSheet(30), Sections: []doc.Section{{Blocks: []doc.Block{c}}}}
		_, err := Layout(d, squareSet(t))
		var fault *doc.ChartError
		var at *Error
		if !errors.As(err, &fault) || fault.Fault != doc.ChartNoRoom || !errors.As(err, &at) || at.Src != "图" {
			t.Errorf("%v of 30 × 30 pt: %v", kind, err)
		}
	}
}

// A chart is painted twice, as by two goroutines, and comes out the same: painting changes nothing of it.
func TestChartPaintsTwice(t *testing.T) {
	c := &doc.Chart{Categories: []string{"甲", "乙"}, Series: []doc.Series{{Name: "一", Values: []int64{123456, 2}}, {Name: "二", Values: []int64{3, 4}}}, Width: 100 * unit.Pt}
	d := &doc.Document{Sheet: squareSheet(30), Sections: []doc.Section{{Blocks: []doc.Block{c}}}}
	out, err := Layout(d, squareSet(t))
	if err != nil {
		t.Fatal(err)
	}
	first, second := fmt.Sprintf("%+v", items(out.Paint(0))), fmt.Sprintf("%+v", items(out.Paint(0)))
	if first != second {
		t.Error("the second painting differs")
	}
}

// items are the items themselves, not where they stand in memory.
func items(p *display.Page) []any {
	var all []any
	for _, item := range p.Items {
		switch it := item.(type) {
		case *display.Text:
			all = append(all, it.String, it.At, it.Tilt)
		case *display.Path:
			all = append(all, it.Segs)
		case *display.Rule:
			all = append(all, *it)
		}
	}
	return all
}
