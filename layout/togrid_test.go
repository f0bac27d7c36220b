package layout

import (
	"testing"

	"github.com/banxin-go/banxin/fonts/bundled"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// gridded lays blocks out on pages by GB/T 9704-2012.
func gridded(t testing.TB, page *doc.Page, blocks ...doc.Block) *display.Document {
	t.Helper()
	set, err := bundled.Set()
	if err != nil {
		t.Fatal(err)
	}
	out, err := Layout(&doc.Document{Sheet: doc.GB9704(), Sections: []doc.Section{{Page: page, Blocks: blocks}}}, set)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// On pages of another shape, too, the lines below a title are where those of the page behind are: the grid of their own height, and not
// what Word divides such a page into.
func TestTextBelowATitleOfALandscapePage(t *testing.T) {
	sheet := doc.GB9704()
	page := sheet.Page
	page.Size = unit.Size{W: page.Size.H, H: page.Size.W}
	blocks := []doc.Block{&doc.Heading{Text: spanOf("行政执法事项目录")}}
	for range 20 {
		blocks = append(blocks, paragraph("各单位按照职责分工抓好落实。"))
	}
	out := gridded(t, &page, blocks...)
	first, second := bodyLines(out.Paint(0)), bodyLines(out.Paint(1))
	leading := sheet.Style("Normal").Leading
	if len(first) == 0 || len(second) == 0 {
		t.Fatalf("%d and %d lines", len(first), len(second))
	}
	if off := (first[0] - second[0]) % leading; off != 0 {
		t.Errorf("the lines stand %s off those of the page behind", off)
	}
}

// bodyLines gives the baselines of the text of size 三号.
func bodyLines(p *display.Page) (lines []unit.Length) {
	for _, item := range p.Items {
		if text, ok := item.(*display.Text); ok && text.Node != nil && text.Size == unit.Hao3 {
			lines = append(lines, text.At.Y)
		}
	}
	return lines
}

// What finds the place of a title looks no further back than a page: a document of nothing but titles takes twice as much for twice as many.
func TestManyTitles(t *testing.T) {
	work := func(n int) float64 {
		var blocks []doc.Block
		for range n {
			blocks = append(blocks, &doc.Heading{Text: spanOf("通知")}, paragraph("各县区："))
		}
		return testing.AllocsPerRun(1, func() { gridded(t, nil, blocks...) })
	}
	if a, b := work(200), work(400); b > 3*a {
		t.Errorf("%.0f allocations for 200 titles, %.0f for 400", a, b)
	}
}
