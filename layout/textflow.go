package layout

import (
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A textFlow is one paragraph: a band for each line.
type textFlow struct {
	block   *textBlock
	style   *doc.Style
	nodes   []*display.Node // one for each span
	label   *display.Node   // of the list mark
	before  unit.Length
	keep    bool // with the block that follows
	orphans int  // least number of lines at a page's foot
	widows  int  // and at a page's top
}

func (f *textFlow) bands() []band {
	n := f.block.lines()
	bands := make([]band, n)
	for i := range bands {
		bands[i] = band{height: f.block.leading(), keep: f.together(i, n)}
	}
	if n > 0 {
		bands[0].before = f.before
		bands[n-1].keep = f.keep
	}
	return bands
}

// together says that line i and the next of n stay on one page (CLREQ: 孤行 and 寡行).
func (f *textFlow) together(i, n int) bool {
	return f.style.KeepAll || i+1 < f.orphans || n-i-1 < f.widows
}

func (f *textFlow) paint(p *painter, from, to int, at unit.Point) {
	f.block.paint(p, from, to, at, f.nodes, f.label, display.LayoutArtifact)
}

// A pageBreak is a band without height that starts a page.
type pageBreak struct{}

func (pageBreak) bands() []band { return []band{{fresh: true, keep: true}} }

func (pageBreak) paint(*painter, int, int, unit.Point) {}
