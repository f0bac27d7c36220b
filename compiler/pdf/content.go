package pdf

import (
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// content is the content stream of one page being written, with the graphics state that its operators have set.
type content struct {
	buffer
	w      *writer
	page   int
	height unit.Length
	owners []int32 // by MCID: the node
	annots []ref

	inText   bool
	rotated  bool  // the text matrix is turned
	lineX    int64 // origin of the text line, in 1/10⁴ pt
	lineY    int64
	font     *font
	size     unit.Length
	fill     paint
	stroke   paint
	bold     bool
	round    bool // line joins are round
	width    unit.Length
	sequence owner // of the items being drawn
	show     shower
	behind   []display.Item // the items behind the one being drawn
	lead     int            // what its first glyph loses in front, as trim counts
	goesOn   bool           // the text before goes on in it
	within   bool           // and whether that goes on with the word that ends the text before
}

func (c *content) begin(w *writer, page int, height unit.Length) {
	*c = content{buffer: buffer{b: c.b[:0]}, w: w, page: page, height: height, owners: c.owners[:0], annots: c.annots[:0],
		width: unit.Pt, show: shower{b: c.show.b[:0]}} // black and 1 pt are what a page begins with
}

// owner is what the items of one marked-content sequence have in common.
type owner struct {
	node     *display.Node
	artifact display.Artifact // where node is nil
}

func ownerOf(item display.Item) owner {
	switch it := item.(type) {
	case *display.Text:
		if it.Node == nil {
			return owner{artifact: it.Artifact}
		}
		return owner{node: it.Node}
	case *display.Rule:
		return owner{node: it.Node}
	case *display.Path:
		return owner{node: it.Node}
	case *display.Image:
		return owner{node: it.Node}
	}
	return owner{}
}

// silent items draw nothing, so that they neither begin nor end a sequence.
func silent(item display.Item) bool {
	switch it := item.(type) {
	case *display.Link:
		return true
	case *display.Text:
		return len(it.Glyphs) == 0
	}
	return false
}

// wellFormed checks what the rest of the writer relies on.
func wellFormed(item display.Item) bool {
	t, ok := item.(*display.Text)
	if !ok || len(t.Glyphs) == 0 {
		return true
	}
	if t.Face == nil || t.Size <= 0 || len(t.Pos) != len(t.Glyphs) || t.Cross != nil && len(t.Cross) != len(t.Glyphs) {
		return false
	}
	for i := range t.Glyphs {
		if g := &t.Glyphs[i]; g.Start < 0 || g.Start > g.End || g.End > len(t.String) {
			return false
		}
	}
	return true
}

// draw writes the items; consecutive ones of the same owner share one marked-content sequence.
func (c *content) draw(items []display.Item) {
	for _, item := range items {
		if !wellFormed(item) {
			c.fault(&LimitError{Fault: BadItem})
			return
		}
	}
	for i := 0; i < len(items); {
		if silent(items[i]) {
			c.item(items[i])
			i++
			continue
		}
		o, end := ownerOf(items[i]), i+1
		for end < len(items) && (silent(items[end]) || ownerOf(items[end]) == o) {
			end++
		}
		c.marked(o, items[i:], end-i)
		i = end
	}
	c.leaveText()
}

// marked writes one sequence, the first n of the items. It opens inside the text object where all its items are text, else outside of any: the two
// kinds of bracket may not cross (ISO 32000-1 14.6.1).
func (c *content) marked(o owner, rest []display.Item, n int) {
	textOnly, items := true, rest[:n]
	for _, item := range items {
		if _, ok := item.(*display.Text); !ok && !silent(item) {
			textOnly = false
		}
	}
	if textOnly {
		c.enterText()
	} else {
		c.leaveText()
	}
	c.sequence = o
	c.open(o, items)
	for i, item := range items {
		c.behind = rest[i+1:]
		c.item(item)
	}
	if !textOnly {
		c.leaveText()
	}
	c.op("EMC")
}

func (c *content) open(o owner, items []display.Item) {
	if o.node == nil {
		c.name("Artifact")
		value{&c.buffer}.dict(func(d dict) { c.artifact(d, o.artifact, items) })
		c.op("BDC")
		return
	}
	mcid := len(c.owners)
	c.w.mark(o.node, c.page, 0)
	c.owners = append(c.owners, o.node.Num)
	c.name(c.w.typeName(o.node))
	value{&c.buffer}.dict(func(d dict) { d.key("MCID").int(mcid) })
	c.op("BDC")
}

// artifact writes the property list of ISO 32000-1 14.8.2.2.2. Page furniture says where it stands; rules and fills do not,
// for there are hundreds of them.
func (c *content) artifact(d dict, kind display.Artifact, items []display.Item) {
	if kind == display.LayoutArtifact {
		d.key("Type").name("Layout")
		return
	}
	d.key("Type").name("Pagination")
	switch kind {
	case display.HeaderArtifact:
		d.key("Subtype").name("Header")
	case display.FooterArtifact:
		d.key("Subtype").name("Footer")
	case display.WatermarkArtifact:
		d.key("Subtype").name("Watermark")
	}
	d.key("BBox").box(boxOf(items), c.height)
}

func (c *content) item(item display.Item) {
	switch it := item.(type) {
	case *display.Text:
		c.text(it)
	case *display.Rule:
		c.rule(it)
	case *display.Fill:
		c.box(it)
	case *display.Path:
		c.path(it)
	case *display.Image:
		c.image(it)
	case *display.Link:
		c.link(it)
	}
}

func (c *content) op(name string) {
	c.apart()
	c.b = append(c.b, name...)
	c.b = append(c.b, '\n')
}

func (c *content) length(l unit.Length) { value{&c.buffer}.length(l) }

func (c *content) decimal(n int64) { value{&c.buffer}.decimal(n) }

// flip turns Y upwards.
func (c *content) flip(y unit.Length) unit.Length { return c.height - y }

func (c *content) point(p unit.Point) {
	c.length(p.X)
	c.length(c.flip(p.Y))
}

// setFill chooses the colour of text and boxes.
func (c *content) setFill(p paint) {
	if c.fill != p {
		c.fill = p
		c.colour(p, "g", "rg", "k")
	}
}

// setStroke chooses the colour and width of rules and of thickened text.
func (c *content) setStroke(p paint, width unit.Length) {
	if c.stroke != p {
		c.stroke = p
		c.colour(p, "G", "RG", "K")
	}
	if c.width != width {
		c.width = width
		c.length(width)
		c.op("w")
	}
}

func (c *content) rule(r *display.Rule) {
	c.leaveText()
	c.setStroke(paint{r.Ink, r.Gray}, r.Width)
	c.point(r.From)
	c.op("m")
	c.point(r.To)
	c.op("l")
	c.op("S")
}

func (c *content) box(f *display.Fill) {
	c.leaveText()
	c.setFill(paint{gray: f.Gray})
	c.point(unit.Point{X: f.Box.X, Y: f.Box.Bottom()})
	c.length(f.Box.W)
	c.length(f.Box.H)
	c.op("re")
	c.op("f")
}
