package layout

import (
	"slices"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A tableLead is what stands above a table: caption and unit line, on following pages drawn again.
type tableLead struct {
	first, next []leadLine
	height      unit.Length // of first
	nextHeight  unit.Length
}

type leadLine struct {
	flow *textFlow
	x, y unit.Length
}

// lead sets caption and unit line, for the first page and for the following ones.
func (b *builder) lead(f *tableFlow, table *display.Node) {
	t := f.model.table
	again := append(slices.Clone(t.Caption), doc.Span{Text: continued})
	caption := t.Caption
	if t.Continued {
		caption = again
	}
	l := leadSetter{builder: b, table: f, lead: &f.lead, src: t.Src, node: &display.Node{Role: display.RoleCaption}}
	if len(t.Caption)+len(t.Unit) > 0 {
		table.Kids = append(table.Kids, l.node)
	}
	if len(caption) > 0 {
		l.add(caption, "Caption")
		l.addNext(again, "Caption")
	}
	if len(t.Unit) > 0 {
		l.add(t.Unit, "TableUnit")
		l.addNext(t.Unit, "TableUnit")
	}
}

type leadSetter struct {
	*builder
	table *tableFlow
	lead  *tableLead
	src   string
	node  *display.Node
}

// add sets a line that stands above the table's beginning.
func (l *leadSetter) add(spans []doc.Span, style string) {
	own := &display.Node{Role: display.RoleP}
	if l.line(&l.lead.first, &l.lead.height, spans, style, own) != nil {
		l.node.Kids = append(l.node.Kids, own)
	}
}

// addNext sets a line that is drawn again, as an artifact.
func (l *leadSetter) addNext(spans []doc.Span, style string) {
	if flow := l.line(&l.lead.next, &l.lead.nextHeight, spans, style, &display.Node{}); flow != nil {
		flow.nodes = nil
	}
}

func (l *leadSetter) line(to *[]leadLine, height *unit.Length, spans []doc.Span, id string, node *display.Node) *textFlow {
	style := *l.style(id, "Normal", l.src)
	x, measure := l.place(id, &style)
	flow := l.textIn(textJob{Src: l.src, Spans: spans, Style: &style, Measure: measure, Balance: style.Align == doc.AlignCenter}, node)
	l.space = 0
	if flow == nil {
		return nil
	}
	*to = append(*to, leadLine{flow, x, *height + style.Before})
	*height += style.Before + flow.block.leading()*unit.Length(flow.block.lines()) + style.After
	return flow
}

// place gives where a line begins in the type area, and how wide it is: a unit line keeps to the edges of a narrow table.
func (l *leadSetter) place(id string, style *doc.Style) (x, measure unit.Length) {
	f := l.table
	if width := f.x[len(f.x)-1]; id == "TableUnit" && f.left > 0 && f.model.table.UnitInside(style, width) {
		return f.left, width
	}
	return 0, l.area.W
}

func (l *tableLead) paint(p *painter, lines []leadLine, at unit.Point) {
	for _, line := range lines {
		line.flow.block.paint(p, 0, line.flow.block.lines(), unit.Point{X: at.X + line.x, Y: at.Y + line.y}, line.flow.nodes, nil, display.RepeatArtifact)
	}
}
