package layout

import (
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A textFlow is one paragraph: a band for each line.
type textFlow struct {
	block   *textBlock
	first   *doc.Span // of the text in the document
	style   *doc.Style
	nodes   []*display.Node // one for each span
	label   *display.Node   // of the list mark
	measure unit.Length
	left    unit.Length // of the measure, from the type area's edge
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
		bands[0].height += f.style.Lead
		bands[n-1].height += f.below()
		bands[n-1].keep = f.keep
	}
	return bands
}

// together says that line i and the next of n stay on one page (CLREQ: 孤行 and 寡行).
func (f *textFlow) together(i, n int) bool {
	return f.style.KeepAll || i+1 < f.orphans || n-i-1 < f.widows
}

func (f *textFlow) paint(p *painter, from, to int, at unit.Point) {
	at.X += f.left
	if from == 0 {
		at.Y += f.style.Lead
	}
	f.block.paint(p, from, to, at, f.nodes, f.label, display.LayoutArtifact)
	if to == f.block.lines() && f.style.Below.Width > 0 {
		at.Y += f.block.leading() * unit.Length(to-from-1)
		f.rule(p, at)
	}
}

// below is what the style's rule takes up below the last line.
func (f *textFlow) below() unit.Length {
	if f.style.Below.Width <= 0 {
		return 0
	}
	return max(0, f.style.Below.Gap+f.style.Below.Width-(f.style.Leading-f.style.Size)/2)
}

// rule draws the style's rule below the last line, whose upper left corner is at.
func (f *textFlow) rule(p *painter, at unit.Point) {
	border := &f.style.Below
	y := at.Y + (f.style.Leading+f.style.Size)/2 + border.Gap + border.Width/2
	left, right := p.setter.chars(f.style.Left, f.style), p.setter.chars(f.style.Right, f.style)
	p.add(&display.Rule{
		From: unit.Point{X: at.X + left, Y: y}, To: unit.Point{X: at.X + f.measure - right, Y: y}, Width: border.Width, Ink: ink(border.Ink),
	})
}

// A pageBreak is a band without height that starts a page.
type pageBreak struct{}

func (pageBreak) bands() []band { return []band{{fresh: true, keep: true}} }

func (pageBreak) paint(*painter, int, int, unit.Point) {}
