package layout

import (
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// paint draws the lines [from,to). at is the top left corner of the measure for line from, in vertical text the top right
// corner of its column. nodes[i] is the node of span i, label that of the list mark; without nodes the text is an artifact.
func (b *textBlock) paint(p *painter, from, to int, at unit.Point, nodes []*display.Node, label *display.Node, art display.Artifact) {
	if b.label != nil && from == 0 && to > 0 {
		var of []*display.Node
		if nodes != nil {
			of = []*display.Node{label}
		}
		b.label.paint(p, 0, 1, at.Add(unit.Point{X: b.labelAt}), of, nil, art)
	}
	d := drawer{painter: p, block: b, nodes: nodes, art: art}
	for i := from; i < to; i++ {
		d.line(i, at)
		if b.vertical {
			at.X -= b.leading()
		} else {
			at.Y += b.leading()
		}
	}
}

// A drawer paints lines of one block.
type drawer struct {
	painter *painter
	block   *textBlock
	nodes   []*display.Node
	art     display.Artifact
}

func (d *drawer) line(i int, at unit.Point) {
	b := d.block
	if b.quick != nil {
		q := b.quickPiece(&d.painter.store)
		d.pieces([]piece{q}, at)
		d.marks([]piece{q}, at)
		return
	}
	if b.vertical {
		at.X -= b.leading() / 2
	}
	pieces := b.line(i)
	d.hyphens(d.pieces(pieces, at), i)
	d.marks(pieces, at)
}

// pieces draws the pieces of one line.
func (d *drawer) pieces(pieces []piece, at unit.Point) []display.Text {
	texts := take(&d.painter.store.texts, len(pieces), textStretch)[:len(pieces)]
	for i := range pieces {
		t := &texts[i]
		*t = pieces[i].Text
		t.At, t.Artifact, t.GoesOn = t.At.Add(at), d.art, i+1 < len(pieces)
		if d.nodes != nil {
			t.Node, t.Artifact = d.nodes[pieces[i].span], 0
		}
		d.painter.add(t)
	}
	return texts
}

// marks draws what belongs to the spans of the pieces of one line.
func (d *drawer) marks(pieces []piece, at unit.Point) {
	for i := 0; i < len(pieces); {
		span := pieces[i].span
		from := i
		for i < len(pieces) && pieces[i].span == span {
			i++
		}
		d.span(pieces[from:i], at)
	}
}

// span draws what a span has beyond its text: dots, underline, link. The pieces are all that one line has of it.
func (d *drawer) span(pieces []piece, at unit.Point) {
	span := &d.block.spans[pieces[0].span]
	if !span.Dots && !span.Underline && span.Link == "" && span.Note == "" {
		return
	}
	first, last := &pieces[0], &pieces[len(pieces)-1]
	box := d.box(at, first.begin, last.begin+last.width)
	if span.Dots {
		for i := range pieces {
			d.dots(&pieces[i], at)
		}
	}
	if span.Underline {
		d.underline(pieces[0].span, box)
	}
	if d.nodes != nil {
		d.link(pieces[0].span, box)
	}
}

// box is the part of a line from one distance to another, as high as the type and not as the line: links on neighbouring lines
// must not overlap.
func (d *drawer) box(at unit.Point, from, to unit.Length) unit.Rect {
	size := d.block.style.Size
	if d.block.vertical {
		return unit.Rect{Point: unit.Point{X: at.X - size/2, Y: at.Y + from}, Size: unit.Size{W: size, H: to - from}}
	}
	return unit.Rect{Point: unit.Point{X: at.X + from, Y: at.Y + (d.block.leading()-size)/2}, Size: unit.Size{W: to - from, H: size}}
}

// dots draws 着重号 below the Han characters of a piece, in vertical text at their right (GB/T 15834-2011 5.1.7, 5.2). A dot is
// drawn, not set: a character would come back from the PDF in the middle of the text.
func (d *drawer) dots(q *piece, at unit.Point) {
	size, em := q.Size/8, int64(q.Face.UnitsPerEm)
	at = at.Add(q.At)
	for i, g := range q.Glyphs {
		if c := classOf(runeAt(q.String, g.Start)); c != classHan && c != classNonstarter {
			continue
		}
		middle := q.Pos[i] + q.Size.MulDiv(int64(g.Advance), em)/2
		if q.Dir == display.Down { // Pos is of the glyph's origin there
			_, top := q.Face.VOrigin(g.ID)
			middle -= q.Size.MulDiv(int64(top), em)
			d.dot(unit.Point{X: at.X + q.Size/2 + q.Size/10, Y: at.Y + middle}, size)
			continue
		}
		d.dot(unit.Point{X: at.X + middle, Y: at.Y + q.Size*12/100 + q.Size/10}, size)
	}
}

// dot draws a disc of four Bézier curves, whose control points stand 0.5523 of the radius from their ends.
func (d *drawer) dot(c unit.Point, size unit.Length) {
	r, k := size/2, size*5523/20000
	at := func(x, y unit.Length) unit.Point { return unit.Point{X: c.X + x, Y: c.Y + y} }
	d.painter.add(&display.Path{Fill: true, FillGray: gray(d.block.style.Gray), Ink: ink(d.block.style.Ink), Segs: []display.Seg{
		{Op: display.MoveTo, P: [3]unit.Point{at(r, 0)}},
		{Op: display.CurveTo, P: [3]unit.Point{at(r, k), at(k, r), at(0, r)}},
		{Op: display.CurveTo, P: [3]unit.Point{at(-k, r), at(-r, k), at(-r, 0)}},
		{Op: display.CurveTo, P: [3]unit.Point{at(-r, -k), at(-k, -r), at(0, -r)}},
		{Op: display.CurveTo, P: [3]unit.Point{at(k, -r), at(r, -k), at(r, 0)}},
		{Op: display.ClosePath},
	}})
}

// underline draws a line below a box, in vertical text at its left (GB/T 15834-2011 5.2), as far off the column as dots are: its
// strokes reach the box's sides, and not its lower edge.
func (d *drawer) underline(span int32, box unit.Rect) {
	size := d.block.style.Size
	from, to := unit.Point{X: box.X, Y: box.Bottom() + size*3/100}, unit.Point{X: box.Right(), Y: box.Bottom() + size*3/100}
	if d.block.vertical {
		from = unit.Point{X: box.X - size/10, Y: box.Y}
		to = unit.Point{X: from.X, Y: box.Bottom()}
	}
	r := &display.Rule{From: from, To: to, Width: size / 20, Gray: gray(d.block.style.Gray), Ink: ink(d.block.style.Ink)}
	if d.nodes != nil {
		r.Node = d.nodes[span]
	}
	d.painter.add(r)
}

// link makes the box live.
func (d *drawer) link(i int32, box unit.Rect) {
	span := &d.block.spans[i]
	l := &display.Link{Box: box, Text: span.Text, Node: d.nodes[i]}
	switch {
	case span.Note != "" && span.Link == "":
		l.Dest = d.painter.dest(noteKey(span.Note))
		l.Text = d.painter.setter.noteMark(span.Note)
	case len(span.Link) > 0 && span.Link[0] == '#':
		l.Dest = d.painter.dest(span.Link[1:])
	case span.Link != "":
		l.URL = span.Link
	}
	if l.URL != "" || l.Dest != nil {
		d.painter.add(l)
	}
}
