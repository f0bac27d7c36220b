package layout

import (
	"testing"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// GB/T 9704-2012 7.2.4, 7.2.5, 7.2.7 on a page of the standard's measures:
//
//	37 mm ─ upper edge of the type area
//	72 mm ─ upper edge of the red 发文机关标志: 35 mm further down, though it is the first on its page
//	        two blank lines
//	        发文字号, black, centred; its lower edge
//	4 mm  ─ red rule from 28 mm to 184 mm
func TestRedHead(t *testing.T) {
	sheet := doc.GB9704()
	for i := range sheet.Styles {
		sheet.Styles[i].Role = "宋"
	}
	d := &doc.Document{Meta: doc.Meta{Title: "二七区"}, Sheet: sheet, Sections: []doc.Section{{Blocks: []doc.Block{
		&doc.Paragraph{Style: "IssuerMark", Text: []doc.Span{{Text: "二七区人民政府文件"}}},
		&doc.Paragraph{Style: "IssueNumber", Text: []doc.Span{{Text: "二七政发"}}},
		paragraph("各街道办事处"),
	}}}}
	out, err := Layout(d, squareSet(t))
	if err != nil {
		t.Fatal(err)
	}
	var texts []*display.Text
	var rule *display.Rule
	for _, item := range out.Paint(0).Items {
		switch it := item.(type) {
		case *display.Text:
			texts = append(texts, it)
		case *display.Rule:
			rule = it
		}
	}
	mark, number, body := texts[0], texts[1], texts[2]
	top := func(t *display.Text) unit.Length { return t.At.Y - t.Size.MulDiv(88, 100) }
	near := func(what string, got, want unit.Length) {
		t.Helper()
		if diff := got - want; diff < -unit.Twip || diff > unit.Twip {
			t.Errorf("%s: %s, want %s", what, got, want)
		}
	}
	if mark.Ink != display.Red || number.Ink != display.Black || rule == nil || rule.Ink != display.Red {
		t.Fatal(mark.Ink, number.Ink, rule)
	}
	near("the mark's upper edge", top(mark), 72*unit.MM)
	// Between two lines of type there is the pitch less the size: three times that, and two lines of type.
	near("the number's upper edge", top(number)-(top(mark)+mark.Size), 3*(579*unit.Twip-unit.Hao3)+2*unit.Hao3)
	near("the rule", rule.From.Y-rule.Width/2-(top(number)+number.Size), 4*unit.MM)
	near("its left end", rule.From.X, 28*unit.MM)
	near("its right end", rule.To.X, 184*unit.MM)
	if body.At.Y-rule.From.Y < 2*579*unit.Twip {
		t.Errorf("%s below the rule", body.At.Y-rule.From.Y)
	}
}
