package docx_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/layout/doc"
)

// stack has a part of 23 of 1523, too low for a figure, and one of 0, which is not drawn.
func stack() *doc.Chart {
	return &doc.Chart{Src: "图", Kind: doc.StackedBarChart, Unit: "件", Categories: []string{"一季度", "二季度"},
		Series: []doc.Series{{Name: "予以公开", Values: []int64{1200, 1500}}, {Name: "部分公开", Values: []int64{23, 0}}, {Name: "不予公开", Values: []int64{300, 310}}}}
}

// The totals above a stack are the labels of a line that is neither seen nor in the legend, and sums in the workbook.
func TestStackTotals(t *testing.T) {
	file := build(t, onePage(stack()), nil)
	chart := part(t, file, "word/charts/chart1.xml")
	line := chart.First("c:chart/c:plotArea/c:lineChart")
	if line == nil {
		t.Fatal("no totals")
	}
	if got, want := values(line), []string{"合计", "一季度", "二季度", "1523", "1810"}; !slices.Equal(got, want) {
		t.Errorf("totals %v, want %v", got, want)
	}
	if line.First("c:ser/c:spPr/a:ln/a:noFill") == nil || line.First("c:ser/c:marker/c:symbol").Get("val") != "none" || line.First("c:ser/c:dLbls/c:dLblPos").Get("val") != "t" {
		t.Error("the line of the totals is seen, or they do not stand above it")
	}
	bars := chart.First("c:chart/c:plotArea/c:barChart")
	for i := range 2 {
		if a, b := bars.All("c:axId")[i].Get("val"), line.All("c:axId")[i].Get("val"); a != b {
			t.Errorf("the totals stand on axis %s, the bars on %s", b, a)
		}
	}
	entry := chart.First("c:chart/c:legend/c:legendEntry")
	if entry == nil || entry.First("c:idx").Get("val") != "3" || entry.First("c:delete").Get("val") != "1" {
		t.Error("the legend has the totals")
	}
	var sums []string
	for _, c := range part(t, rawPart(t, file, "word/embeddings/workbook1.xlsx"), "xl/worksheets/sheet1.xml").All("c") {
		if f := c.First("f"); f != nil {
			sums = append(sums, c.Get("r")+"="+f.Kids[0].Text+"="+c.First("v").Kids[0].Text)
		}
	}
	if got, want := strings.Join(sums, " "), "E2=SUM(B2:D2)=1523 E3=SUM(B3:D3)=1810"; got != want {
		t.Errorf("sums %s, want %s", got, want)
	}
}

// The figure of a low part stands at the right of the bar, in black; a 0 has none; the others stay where they are.
func TestLowParts(t *testing.T) {
	series := part(t, build(t, onePage(stack()), nil), "word/charts/chart1.xml").First("c:chart/c:plotArea/c:barChart").All("c:ser")
	for _, i := range []int{0, 2} {
		if n := len(series[i].All("c:dLbl")); n != 0 {
			t.Errorf("series %d: %d labels moved", i, n)
		}
	}
	low := series[1].All("c:dLbl")
	if len(low) != 2 {
		t.Fatalf("%d labels of low parts, want 2", len(low))
	}
	at := low[0].First("c:layout/c:manualLayout")
	if at == nil {
		t.Fatal("23 is not moved")
	}
	if at.First("c:x").Get("val") != "0.0686" || at.First("c:y").Get("val") != "0.0000" { // half of the bar's 14 mm, 6 pt and half of two figures of 442.2 pt
		t.Errorf("23 is moved by %s, %s", at.First("c:x").Get("val"), at.First("c:y").Get("val"))
	}
	if low[0].First("c:txPr").All("a:srgbClr")[0].Get("val") != "000000" {
		t.Error("23 is not black")
	}
	if del := low[1].First("c:delete"); del == nil || del.Get("val") != "1" {
		t.Error("0 is printed")
	}
}

// Shares have one decimal, as in the PDF, but where a program that takes the format for that of values would print one of 1 as 100 %.
func TestPieShares(t *testing.T) {
	c := &doc.Chart{Src: "图", Kind: doc.PieChart, Unit: "件", Categories: []string{"甲", "乙"}, Series: []doc.Series{{Name: "件", Values: []int64{6286, 776}}}}
	chart := part(t, build(t, onePage(c), nil), "word/charts/chart1.xml")
	if f := chart.First("c:chart/c:plotArea/c:pieChart/c:ser/c:dLbls/c:numFmt"); f == nil || f.Get("formatCode") != "[<=1]0.0%;0" {
		t.Errorf("format %v", f)
	}
	title := chart.First("c:chart/c:title")
	if x := title.First("c:layout/c:manualLayout/c:x"); x == nil || x.Get("val") != "0" || title.All("a:t")[0].Kids[0].Text != "单位：件" {
		t.Error("the unit does not stand at the left")
	}
	c.Series[0].Values[1] = 1
	if part(t, build(t, onePage(c), nil), "word/charts/chart1.xml").First("c:chart/c:plotArea/c:pieChart/c:ser/c:dLbls/c:numFmt") != nil {
		t.Error("a value of 1 may be printed as a share")
	}
}
