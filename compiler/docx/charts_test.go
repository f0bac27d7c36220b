package docx_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/docx"
	"github.com/banxin-go/banxin/compiler/docx/docxtest"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

func chartOf(kind doc.ChartKind) *doc.Chart {
	c := &doc.Chart{Src: "图", Kind: kind, Title: "受理情况", Unit: "件", Decimals: 1, Categories: []string{"一季度", "二季度"},
		Series: []doc.Series{{Name: "受理", Values: []int64{125, 340}}, {Name: "办结", Values: []int64{100, 333}}}, Caption: say("图1 受理情况"), Key: "tu1"}
	if kind == doc.PieChart {
		c.Series = c.Series[:1]
	}
	return c
}

// rawPart gives the bytes of a part that is not XML.
func rawPart(t *testing.T, file []byte, name string) []byte {
	t.Helper()
	parts, err := docxtest.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range parts {
		if p.Name == name {
			return p.Data
		}
	}
	t.Fatalf("no part %s", name)
	return nil
}

// values lists the texts of all c:v below n.
func values(n *docxtest.Node) []string {
	var all []string
	for _, v := range n.All("c:v") {
		all = append(all, v.Kids[0].Text)
	}
	return all
}

// Each kind becomes the chart of that name, with names, categories and values as they stand in its workbook.
func TestCharts(t *testing.T) {
	kinds := []doc.ChartKind{doc.BarChart, doc.StackedBarChart, doc.HorizontalBarChart, doc.LineChart, doc.PieChart}
	var blocks []doc.Block
	for _, k := range kinds {
		c := chartOf(k)
		c.Key = "" // a key is for one
		blocks = append(blocks, c)
	}
	file := build(t, onePage(blocks...), nil)
	for i, element := range []string{"c:barChart", "c:barChart", "c:barChart", "c:lineChart", "c:pieChart"} {
		n := string(rune('1' + i))
		chart := part(t, file, "word/charts/chart"+n+".xml")
		plot := chart.First("c:chart/c:plotArea/" + element)
		if plot == nil {
			t.Errorf("chart %s is no %s", n, element)
			continue
		}
		want := []string{"受理", "一季度", "二季度", "12.5", "34.0", "办结", "一季度", "二季度", "10.0", "33.3"}[:5*len(plot.All("c:ser"))]
		if got := values(plot); !slices.Equal(got, want) {
			t.Errorf("chart %s holds %v, want %v", n, got, want)
		}
		if rel := chart.First("c:externalData"); rel == nil || rel.Get("r:id") != "rId1" {
			t.Errorf("chart %s has no workbook", n)
		}
	}
	stack := part(t, file, "word/charts/chart2.xml")
	if got := stack.All("c:dLblPos")[0].Get("val"); got != "ctr" { // Word calls the file damaged otherwise
		t.Errorf("labels of a stack stand at %s", got)
	}
	axis := part(t, file, "word/charts/chart1.xml").First("c:chart/c:plotArea/c:valAx")
	if high, step := axis.First("c:scaling/c:max").Get("val"), axis.First("c:majorUnit").Get("val"); high != "40.0" || step != "10.0" {
		t.Errorf("axis to %s by %s, want 40.0 by 10.0", high, step)
	}
}

// Bars are as wide as in the PDF: at most 14 mm, half of their slot where one stands alone, seven tenths where several do.
func TestBarsAreAsWide(t *testing.T) {
	for _, c := range []struct {
		name               string
		kind               doc.ChartKind
		series, categories int
		want               string
	}{
		{"one of twelve", doc.BarChart, 1, 12, "100"}, {"three of six", doc.BarChart, 3, 6, "129"}, {"a stack of six", doc.StackedBarChart, 3, 6, "100"},
		// A slot has 156 mm × 0.9 ÷ 2 = 70.2 mm: beside bars of 14 mm 401 % of one are free, beside pairs 301 %.
		{"one of two", doc.BarChart, 1, 2, "401"}, {"two of two", doc.BarChart, 2, 2, "301"}, {"a stack of two", doc.StackedBarChart, 3, 2, "401"},
		{"one alone", doc.BarChart, 1, 1, "500"}, {"lying", doc.HorizontalBarChart, 2, 2, "86"},
	} {
		chart := &doc.Chart{Kind: c.kind, Categories: make([]string, c.categories)}
		for range c.series {
			chart.Series = append(chart.Series, doc.Series{Name: "件", Values: make([]int64, c.categories)})
		}
		got := part(t, build(t, onePage(chart), nil), "word/charts/chart1.xml").All("c:gapWidth")[0].Get("val")
		if got != c.want {
			t.Errorf("%s: a gap of %s %%, want %s", c.name, got, c.want)
		}
	}
}

// The frame in the text has the size and the words of the PDF's figure.
func TestChartFrame(t *testing.T) {
	file := build(t, onePage(chartOf(doc.BarChart), para("见图1")), nil)
	inline := placed(t, file).All("wp:inline")[0]
	size := chartOf(doc.BarChart).Size(unit.Size{W: 156 * unit.MM, H: 225 * unit.MM})
	extent := inline.First("wp:extent")
	if num(extent.Get("cx")) != int(size.W) || num(extent.Get("cy")) != int(size.H) {
		t.Errorf("extent %v, want %v", extent.Attr, size)
	}
	if got, want := inline.First("wp:docPr").Get("descr"), chartOf(doc.BarChart).AltText(); got != want {
		t.Errorf("descr %s, want %s", got, want)
	}
	// The caption below does not hold what follows, though the style does for captions above tables.
	caption := placed(t, file).First("w:body").Kids[1]
	if keep := caption.First("w:pPr/w:keepNext"); keep == nil || keep.Get("w:val") != "0" {
		t.Error("the caption keeps the next paragraph")
	}
}

// The workbook is a package of its own, with the same figures.
func TestWorkbook(t *testing.T) {
	file := build(t, onePage(chartOf(doc.BarChart)), nil)
	book := rawPart(t, file, "word/embeddings/workbook1.xlsx")
	var cells []string
	for _, c := range part(t, book, "xl/worksheets/sheet1.xml").All("c") {
		text := c.First("v")
		if text == nil {
			text = c.First("is/t")
		}
		cells = append(cells, c.Get("r")+"="+text.Kids[0].Text)
	}
	if got, want := strings.Join(cells, " "), "B1=受理 C1=办结 A2=一季度 B2=12.5 C2=10.0 A3=二季度 B3=34.0 C3=33.3"; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	types := part(t, file, "[Content_Types].xml")
	if !slices.ContainsFunc(types.Kids, func(n *docxtest.Node) bool { return n.Get("Extension") == "xlsx" }) {
		t.Error("xlsx has no content type")
	}
	if types = part(t, build(t, onePage(para("无图")), nil), "[Content_Types].xml"); strings.Contains(types.Kids[0].Get("Extension"), "xlsx") {
		t.Error("a file without charts speaks of workbooks")
	}
}

func TestChartFault(t *testing.T) {
	bad := chartOf(doc.BarChart)
	bad.Series[0].Values = nil
	var fault *docx.ChartError
	if err := docx.Write(nil, onePage(bad), nil); !errors.As(err, &fault) || fault.Src != "图" {
		t.Errorf("got %v", err)
	}
}

// The watermark hangs in the heads of all pages, odd, even and first, each a shape of its own.
func TestWatermark(t *testing.T) {
	d := onePage(para("正文"))
	d.Sheet.Page.Watermark = "征求意见稿"
	d.Sheet.Page.First = &doc.Furniture{Foot: []doc.Line{{Style: "Footer", Text: "共{pages}页", Align: doc.AlignCenter, Offset: 7 * unit.MM}}}
	file := build(t, d, nil)
	ids := map[string]bool{}
	for _, name := range []string{"header1", "header1even", "header1first"} {
		shapes := part(t, file, "word/"+name+".xml").All("v:shape")
		if len(shapes) != 1 {
			t.Fatalf("%s: %d shapes", name, len(shapes))
		}
		s := shapes[0]
		if s.First("v:textpath").Get("string") != "征求意见稿" || !strings.Contains(s.Get("style"), "rotation:315;") || !strings.HasPrefix(s.Get("id"), "PowerPlusWaterMarkObject") {
			t.Errorf("%s: %v", name, s)
		}
		ids[s.Get("id")], ids[s.Get("o:spid")] = true, true
	}
	if len(ids) != 6 {
		t.Errorf("ids %v are not different", ids)
	}
}

// The first page of a section has heads and feet of its own, which Word wants to be told of.
func TestFirstPage(t *testing.T) {
	d := onePage(para("正文"))
	d.Sheet.Page.First = &doc.Furniture{Foot: []doc.Line{{Style: "Footer", Text: "共{pages}页", Align: doc.AlignCenter, Offset: 7 * unit.MM}}}
	file := build(t, d, nil)
	section := placed(t, file).All("w:sectPr")[0]
	if section.First("w:titlePg") == nil {
		t.Error("no w:titlePg")
	}
	var types []string
	for _, n := range section.Kids {
		if n.Name == "w:footerReference" {
			types = append(types, n.Get("w:type"))
		}
	}
	if !slices.Equal(types, []string{"default", "even", "first"}) {
		t.Errorf("feet of %v pages", types)
	}
	foot := placedPart(t, file, "word/footer2first.xml")
	if jc := foot.First("w:p/w:pPr/w:jc"); jc == nil || jc.Get("w:val") != "center" || foot.First("w:p/w:r/w:t").Kids[0].Text != "共" {
		t.Errorf("the first page's foot is %v", foot)
	}
	if part(t, file, "word/header1first.xml").First("w:p/w:r") != nil {
		t.Error("the first page's head is not empty")
	}
}

// The seal hangs behind the date, at the place that was fitted: 20 mm from the right edge of the type area, and above the
// date's upper edge.
func TestSeal(t *testing.T) {
	s := &doc.Signature{Names: []string{"云州市人民政府"}, Date: "2025年1月24日", NameIndent: []unit.Length{60 * unit.Pt}, DateIndent: 64 * unit.Pt, Lead: 60 * unit.Pt,
		Seal:    &doc.Seal{Data: bars(t, asPNG), Alt: "云州市人民政府印章"},
		SealBox: unit.Rect{Point: unit.Point{X: -62 * unit.MM, Y: -26 * unit.MM}, Size: unit.Size{W: 42 * unit.MM, H: 42 * unit.MM}}}
	document := placed(t, build(t, onePage(para("特此报告。"), s), nil))
	paragraphs := document.First("w:body").Kids
	anchor := paragraphs[2].All("wp:anchor")
	if len(anchor) != 1 || len(document.All("wp:anchor")) != 1 {
		t.Fatal("the date does not hold the seal")
	}
	a := anchor[0]
	x, y := a.First("wp:positionH/wp:posOffset").Kids[0].Text, a.First("wp:positionV/wp:posOffset").Kids[0].Text
	if num(x) != int(94*unit.MM) || num(y) != int(-26*unit.MM) { // 156 − 62
		t.Errorf("at %s, %s", x, y)
	}
	if a.Get("behindDoc") != "1" || a.First("wp:docPr").Get("descr") != "云州市人民政府印章" {
		t.Errorf("anchor %v", a.Attr)
	}
	if before := paragraphs[1].First("w:pPr/w:spacing").Get("w:before"); before != "1200" {
		t.Errorf("%s twips above the name, want 1200", before)
	}
}

// The unit stands above the axis and takes no room beside it: readers that lay the plot out themselves would shift it to the right
// by the unit's width.
func TestUnitAboveThePlot(t *testing.T) {
	c := chartOf(doc.BarChart)
	c.Title, c.Height = "", 200*unit.Pt
	area := part(t, build(t, onePage(c), nil), "word/charts/chart1.xml").First("c:chart/c:plotArea")
	title := area.First("c:valAx/c:title")
	if title.First("c:overlay").Get("val") != "1" || title.First("c:layout/c:manualLayout/c:y").Get("val") != "0.0000" {
		t.Error("the unit takes room of its own")
	}
	plot := area.First("c:layout/c:manualLayout")
	if plot == nil {
		t.Fatal("the plot stands anywhere")
	}
	for name, want := range map[string]string{"layoutTarget": "outer", "x": "0", "w": "1", "y": "0.0900", "h": "0.8100"} { // 18 pt of unit, 20 of legend
		if got := plot.First("c:" + name).Get("val"); got != want {
			t.Errorf("%s of the plot is %s, want %s", name, got, want)
		}
	}
}

// Of lines near each other the highest has its figure above, the others theirs below it, moved where they would touch; two points
// that are one have one figure, and figures wider than their slots stand at every other point.
func TestFiguresOfLines(t *testing.T) {
	chart := func(categories int, series ...[]int64) *doc.Chart {
		c := &doc.Chart{Kind: doc.LineChart, Decimals: 1}
		for i := range categories {
			c.Categories = append(c.Categories, fmt.Sprint(i+1)+"月")
		}
		for i, values := range series {
			c.Series = append(c.Series, doc.Series{Name: string(rune('甲' + i)), Values: values})
		}
		return c
	}
	labels := func(c *doc.Chart) (out []string) {
		for _, ser := range part(t, build(t, onePage(c), nil), "word/charts/chart1.xml").All("c:ser") {
			s := ser.First("c:dLbls/c:dLblPos").Get("val")
			for _, l := range ser.First("c:dLbls").All("c:dLbl") {
				s += " " + l.First("c:idx").Get("val")
				if pos := l.First("c:dLblPos"); pos != nil {
					s += pos.Get("val")
				} else {
					s += "-"
				}
				if moved := l.First("c:layout/c:manualLayout/c:y"); moved != nil {
					s += map[bool]string{true: "↑", false: "↓"}[strings.HasPrefix(moved.Get("val"), "-")]
				}
			}
			out = append(out, s)
		}
		return out
	}
	for _, c := range []struct {
		chart *doc.Chart
		want  []string
	}{
		{chart(3, []int64{100, 500, 900}), []string{"t"}},
		{chart(3, []int64{100, 500, 900}, []int64{800, 450, 100}), []string{"t 0b", "b 0t"}},
		{chart(2, []int64{500, 900}, []int64{500, 100}), []string{"t", "b 0-"}},
		{chart(1, []int64{900}, []int64{10}), []string{"t", "t"}},
		{chart(1, []int64{900}, []int64{520}, []int64{500}), []string{"t", "b", "b 0b↓"}},
		{chart(40, slices.Repeat([]int64{500}, 40)), []string{"t 1- 3- 5- 7- 9- 11- 13- 15- 17- 19- 21- 23- 25- 27- 29- 31- 33- 35- 37- 39-"}},
	} {
		if got := labels(c.chart); !slices.Equal(got, c.want) {
			t.Errorf("%d lines: %q, want %q", len(c.chart.Series), got, c.want)
		}
	}
}

// A chart that has no room for a bar is no reason to divide by nothing, nor to look for one without end: the layout refuses it, but a
// program may write a document that it has not laid out.
func TestChartsWithoutRoom(t *testing.T) {
	for kind := range doc.PieChart + 1 {
		c := &doc.Chart{Kind: kind, Width: 1, Height: 1, Categories: []string{"线上", "线下"}, Series: []doc.Series{{Name: "办件量", Values: []int64{12, 36}}}}
		build(t, onePage(c), nil)
	}
}
