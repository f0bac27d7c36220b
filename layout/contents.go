package layout

import (
	"strconv"
	"strings"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// headings lists the headings of the document that have a bookmark, in order.
func headings(d *doc.Document) []doc.Heading {
	var all []doc.Heading
	for i := range d.Sections {
		for _, block := range d.Sections[i].Blocks {
			if h, ok := block.(*doc.Heading); ok && h.Level > 0 {
				all = append(all, *h)
			}
		}
	}
	return all
}

// contentsList sets the contents list. Its page numbers are asked for when it is painted; by then they are known.
func (b *builder) contentsList(c *doc.Contents) {
	if len(c.Title) > 0 {
		b.text(textJob{Src: c.Src, Spans: c.Title, Style: b.style("TOCHeading", "", c.Src), Measure: b.area.W}, b.root, display.RoleP, "")
	}
	depth := c.Depth
	if depth == 0 {
		depth = 2
	}
	toc := &display.Node{Role: display.RoleTOC}
	b.root.Kids = append(b.root.Kids, toc)
	for i := range b.contents {
		h := &b.contents[i]
		if h.Level > depth {
			continue
		}
		link := &display.Node{Role: display.RoleLink}
		toc.Kids = append(toc.Kids, &display.Node{Role: display.RoleTOCI, Kids: []*display.Node{link}})
		style := b.style("TOC"+strconv.Itoa(min(h.Level, 4)), "", c.Src)
		spans := []doc.Span{{Text: plainText(h.Text)}}
		text := b.textIn(textJob{Src: c.Src, Spans: spans, Style: style, Measure: b.area.W - numberRoom(style)}, link)
		if text != nil {
			b.entries = append(b.entries, text.block.fed(spans[0].Text))
			b.add(&contentsFlow{textFlow: *text, heading: i, marks: &b.marks, width: b.area.W, node: link, number: b.numberStyle(style)}, "")
		}
	}
}

// numberRoom is what a contents line leaves for its page number: three figures and a little more than one leader dot.
func numberRoom(s *doc.Style) unit.Length { return s.Size * 5 / 2 }

// numberStyle is the look of an entry's leaders and page number: one face on all levels, the text's, whatever the entry's.
func (b *builder) numberStyle(entry *doc.Style) *doc.Style {
	s := *entry
	s.Align, s.Left, s.Right, s.Indent = doc.AlignRight, 0, 0, 0
	if normal := b.sheet.Style("Normal"); normal != nil {
		s.Role, s.Bold, s.HanLetters = normal.Role, normal.Bold, normal.HanLetters
	}
	return &s
}

// A contentsFlow is one line of a contents list.
type contentsFlow struct {
	textFlow
	heading int // its index among the document's bookmarks
	marks   *[]mark
	width   unit.Length
	node    *display.Node
	number  *doc.Style
}

func (f *contentsFlow) paint(p *painter, from, to int, at unit.Point) {
	f.textFlow.paint(p, from, to, at)
	n := f.block.lines()
	dest := p.plan.locate((*f.marks)[f.heading].at)
	p.add(&display.Link{
		Box:  unit.Rect{Point: at, Size: unit.Size{W: f.width, H: f.block.leading() * unit.Length(to-from)}},
		Dest: &dest, Text: plainText([]doc.Span{{Text: (*f.marks)[f.heading].title}}), Node: f.node,
	})
	if to < n {
		return
	}
	at.Y += f.block.leading() * unit.Length(n-1-from)
	f.pageNumber(p, at, dest.Page+1)
}

// pageNumber draws the number at the right edge and leaders before it.
func (f *contentsFlow) pageNumber(p *painter, at unit.Point, page int) {
	style := *f.number
	job := textJob{Spans: []doc.Span{{Text: strconv.Itoa(page)}}, Style: &style, Measure: f.width}
	number, err := p.setter.set(job)
	if err != nil {
		return // the figures 0–9 were needed before, for the running foot
	}
	last := f.block.lines() - 1
	left := p.setter.chars(f.style.Left, f.style) + f.block.lineWidth(last)
	if last == 0 {
		left += p.setter.chars(f.style.Indent, f.style)
	}
	right := f.width - number.width()
	p.leaders(&style, unit.Point{X: at.X, Y: at.Y}, left+style.Size/2, right-style.Size/4)
	number.paint(p, 0, 1, at, []*display.Node{f.node}, nil, display.LayoutArtifact)
}

// leaders draws dots between two places of a line, as one text. Dots of all lines stand in columns: they hang on the right edge's grid.
func (p *painter) leaders(style *doc.Style, at unit.Point, from, to unit.Length) {
	step := style.Size / 2
	style.Align = doc.AlignLeft
	dot, err := p.setter.set(textJob{Spans: []doc.Span{{Text: "·"}}, Style: style, Measure: style.Size * 2})
	last := to / step * step
	n := int((last - from) / step)
	if err != nil || n < 1 {
		return
	}
	dot.paint(p, 0, 1, unit.Point{X: at.X + last - unit.Length(n)*step, Y: at.Y}, nil, nil, display.LayoutArtifact)
	if t, ok := p.page.Items[len(p.page.Items)-1].(*display.Text); ok {
		repeated(t, n, step)
	}
}

// repeated makes n of the one character of a text, a step apart.
func repeated(t *display.Text, n int, step unit.Length) {
	one, size := t.Glyphs, len(t.String)
	t.Glyphs, t.Pos = make([]fonts.Glyph, 0, n*len(one)), make([]unit.Length, 0, n*len(one))
	for i := range n {
		for _, g := range one {
			g.Start, g.End = g.Start+i*size, g.End+i*size
			t.Glyphs, t.Pos = append(t.Glyphs, g), append(t.Pos, unit.Length(i)*step)
		}
	}
	t.String = strings.Repeat(t.String, n)
}
