package layout

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// runningSheet has heads and feet of all kinds, and a watermark.
func runningSheet() *doc.Sheet {
	s := squareSheet(1)
	s.Page.Size = unit.Size{W: 200 * unit.Pt, H: 300 * unit.Pt}
	s.Page.Top, s.Page.Bottom, s.Page.Left, s.Page.Right = 100*unit.Pt, 100*unit.Pt, 40*unit.Pt, 40*unit.Pt
	s.Page.Watermark = "内部"
	s.Page.Head = []doc.Line{{Style: "Normal", Text: "{title}", Align: doc.AlignCenter, Offset: 20 * unit.Pt}}
	s.Page.Foot = []doc.Line{{Style: "Normal", Text: "{page}／{pages}", Align: doc.AlignOutside, Indent: 100, Offset: 20 * unit.Pt}}
	s.Page.First = &doc.Furniture{Foot: []doc.Line{{Style: "Normal", Text: "共{pages}页", Align: doc.AlignCenter, Offset: 20 * unit.Pt}}}
	return s
}

// furnitureOf lists a page's artifacts: kind, text, left edge in points.
func furnitureOf(p *display.Page) string {
	var b strings.Builder
	for _, item := range p.Items {
		if text, ok := item.(*display.Text); ok && text.Node == nil && text.Artifact != display.WatermarkArtifact {
			fmt.Fprintf(&b, "%s %s %d; ", [...]string{"", "head", "foot"}[text.Artifact], text.String, text.At.X/unit.Pt)
		}
	}
	return b.String()
}

// Two sections of two pages each. The first page of each has its own foot and no head; odd pages have theirs at the right,
// one character in, even ones at the left. The type area runs from 40 to 160 pt, the texts are 50, 20 and 25 pt wide.
func TestRunningLines(t *testing.T) {
	blocks := []doc.Block{&doc.Paragraph{Text: []doc.Span{{Text: "一"}}}, &doc.Break{}, &doc.Paragraph{Text: []doc.Span{{Text: "二"}}}}
	d := &doc.Document{Meta: doc.Meta{Title: "年度报告书"}, Sheet: runningSheet(), Sections: []doc.Section{{Blocks: blocks}, {Blocks: blocks}}}
	out, err := Layout(d, squareSet(t))
	if err != nil {
		t.Fatal(err)
	}
	for n, want := range []string{
		"foot 共 87; foot 4 97; foot 页 102; ",
		"head 年度报告书 75; foot 2 50; foot ／ 55; foot 4 65; ",
		"foot 共 87; foot 4 97; foot 页 102; ",
		"head 年度报告书 75; foot 4 50; foot ／ 55; foot 4 65; ",
	} {
		if got := furnitureOf(out.Paint(n)); got != want {
			t.Errorf("page %d: %s, want %s", n+1, got, want)
		}
	}
}

// The watermark comes first on every page, an artifact that rises by 45° about the middle of the paper.
func TestWatermark(t *testing.T) {
	d := &doc.Document{Sheet: runningSheet(), Sections: []doc.Section{{Blocks: []doc.Block{&doc.Paragraph{Text: []doc.Span{{Text: "一"}}}, &doc.Break{}}}}}
	out, err := Layout(d, squareSet(t))
	if err != nil {
		t.Fatal(err)
	}
	for n := range out.Count {
		text, ok := out.Paint(n).Items[0].(*display.Text)
		if !ok || text.Artifact != display.WatermarkArtifact || text.Node != nil || text.Gray != doc.WatermarkGray || text.Tilt != (display.Tilt{Cos: 7071, Sin: 7071}) {
			t.Fatalf("page %d begins with %+v", n+1, text)
		}
		// 1.13 × 200 pt for two characters: 113 pt, which is 40 mm at most and in whole points.
		if text.Size != 113*unit.Pt {
			t.Errorf("size %v, want 113pt", text.Size)
		}
		// Turned back about the middle of the paper its left end stands one character left of it.
		middle := unit.Point{X: 100 * unit.Pt, Y: 150 * unit.Pt}
		back := display.Tilt{Cos: 7071, Sin: -7071}.Turn(text.At, middle)
		if off := back.X - (middle.X - 113*unit.Pt); off > unit.Pt/10 || off < -unit.Pt/10 {
			t.Errorf("it begins at %v", back)
		}
	}
}

// Running lines and watermarks are set page by page; what cannot be set is told before the first.
func TestRunningFaults(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*doc.Page)
		found  func(error) bool
	}{
		{"style", func(p *doc.Page) { p.First.Foot[0].Style = "页脚" }, func(err error) bool { return errors.As(err, new(*StyleError)) }},
		{"character", func(p *doc.Page) { p.Head[0].Text = "a\u0007" }, func(err error) bool { return errors.As(err, new(*CharError)) }},
		{"watermark", func(p *doc.Page) { p.Watermark = "機密\u0E01" }, func(err error) bool { return errors.As(err, new(*fonts.MissingError)) }},
	} {
		d := &doc.Document{Sheet: runningSheet(), Sections: []doc.Section{{Blocks: []doc.Block{&doc.Paragraph{Text: []doc.Span{{Text: "一"}}}}}}}
		test.change(&d.Sheet.Page)
		if _, err := Layout(d, squareSet(t)); err == nil || !test.found(err) {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}
