package docx

import (
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A body writes the document part, block by block.
type body struct {
	*writer
	x        *xmlWriter
	area     unit.Size    // the type area of the section
	space    unit.Length  // wanted above the next paragraph, over and above its style's
	first    bool         // the block is the first of its section
	newPage  bool         // the next paragraph starts a page
	afterTbl bool         // the block before was a table: the next may not touch it
	keep     bool         // paragraphs stay with what follows: in rows that do
	cells    bool         // paragraphs are those of cells, whose rows say what stays together
	ends     *section     // the section that the next paragraph ends
	opened   int          // paragraphs written
	headings int          // written
	heads    int          // of them, those that a contents list may name
	entered  int          // entries of contents lists written
	marks    int64        // bookmarks written
	again    int          // cells written that show a label again
	firsts   int          // first pieces of merged cells written that have one row
	tables   int          // tables written
	set      *doc.Style   // of the paragraph being written
	called   map[int]bool // notes whose number stands in the text already
	tracker  tracker      // of the span being written
	inText   bool         // it is part of a paragraph
	latinAt  []int        // bytes of the Latin marks in that
	clip     *clip        // what is written of the parts of a cell; nil: all
	named    string       // bookmark of the next paragraph, in it: LibreOffice moves one before it to the cell before
}

func (p *writer) documentPart() error {
	return p.part("word/document.xml", kindWord+"document.main+xml", "", func(x *xmlWriter) {
		b := &body{writer: p, x: x, called: map[int]bool{}}
		x.open("w:document").attr("xmlns:w", nsW).attr("xmlns:r", nsR).attr("xmlns:wp", nsWP).attr("xmlns:a", nsA).attr("xmlns:pic", nsPic)
		x.open("w:body")
		for i := range p.doc.Sections {
			b.section(i)
		}
		if len(p.doc.Sections) == 0 {
			b.spacer()
		}
		x.close().close()
	})
}

// section writes the blocks of a section. All sections but the last end in the properties of their last paragraph.
func (b *body) section(i int) {
	s := &b.doc.Sections[i]
	last := i == len(b.doc.Sections)-1
	b.area = b.sheet.Room(b.page(s))
	end := &section{page: b.page(s), running: b.runningOf(i)}
	carried := last // by a paragraph of the text; the last section's properties stand by themselves
	for k, block := range s.Blocks {
		if !last && k == len(s.Blocks)-1 && isParagraph(block) {
			b.ends, carried = end, true
		}
		b.first = k == 0
		b.block(block, following(s.Blocks, k))
	}
	if !carried {
		b.ends = end
	}
	if b.newPage { // a page left empty: LibreOffice drops a paragraph without text that ends a section, and its page
		ends := b.ends
		b.ends, b.space = nil, 0
		b.spacer()
		b.ends = ends
	}
	if b.ends != nil || b.afterTbl || len(s.Blocks) == 0 {
		b.space = 0
		b.spacer()
	}
	if last {
		b.sectionProperties(end)
	}
	b.ends, b.space, b.newPage, b.afterTbl = nil, 0, false, false
}

// isParagraph says whether a block is one paragraph, which can carry the end of its section.
func isParagraph(block doc.Block) bool {
	switch block.(type) {
	case *doc.Heading, *doc.Paragraph:
		return true
	}
	return false
}

func following(blocks []doc.Block, k int) doc.Block {
	if k+1 < len(blocks) {
		return blocks[k+1]
	}
	return nil
}

func (b *body) block(block, next doc.Block) {
	switch block := block.(type) {
	case *doc.Heading:
		b.heading(block)
	case *doc.Paragraph:
		b.paragraph(block, next)
	case *doc.List:
		b.x.src = block.Src
		b.list(block, b.style(block.Style, "ListParagraph"), 0, 0)
	case *doc.Table:
		b.table(block)
	case *doc.Figure:
		b.figure(block)
	case *doc.Chart:
		b.chart(block)
	case *doc.Signature:
		b.signature(block)
	case *doc.Contents:
		b.contents(block)
	case *doc.Notes:
		b.notes(block)
	case *doc.Break:
		if b.newPage {
			b.spacer() // a page left empty on purpose
		}
		b.newPage, b.space = true, 0
	}
}

// style finds a paragraph style; one that the sheet lacks is a fault of the block.
func (b *body) style(id, otherwise string) *doc.Style {
	if id == "" {
		id = otherwise
	}
	if s := b.styles.byID[id]; s != nil {
		return s
	}
	b.fail(&StyleError{b.x.src, id})
	return &b.sheet.Styles[0]
}

// A para is what a paragraph has beyond its style.
type para struct {
	style string     // id
	of    *doc.Style // the sheet's style behind it; nil for the writer's own
	keep  bool       // with the next block, whatever the style says
	loose bool       // not with the next block, whatever the style says
	num   int64      // w:numId; 0: no list
	level int64
	left  unit.Length // indent from the left, in place of the style's
	right unit.Length // indent from the right
	rest  bool        // the paragraph goes on with another: its first line is none
	less  unit.Length // of the space below than its style's
}

// open starts a paragraph and writes its properties.
func (b *body) open(p para) {
	b.set = p.of
	b.opened++
	b.x.open("w:p")
	b.paragraphProperties(p)
	if b.named != "" {
		b.mark(b.named)()
		b.named = ""
	}
}

// paragraphProperties writes the properties of a paragraph, in the schema's order: its style and its place in the structure.
func (b *body) paragraphProperties(p para) {
	id := b.styles.placed(p.style, p.of, b.placement(&p))
	if x := b.x; id != "Normal" || p.num != 0 || b.ends != nil {
		x.open("w:pPr")
		if id != "Normal" {
			x.val("w:pStyle", id)
		}
		b.listed(p)
		if b.ends != nil {
			b.sectionProperties(b.ends)
		}
		x.close()
	}
	b.newPage, b.space, b.ends, b.afterTbl = false, 0, nil, false
}

// placement is what the paragraph and the blocks around it ask for beyond its style.
func (b *body) placement(p *para) placement {
	at := placement{newPage: b.newPage, rest: p.rest}
	switch {
	case p.keep || b.keep:
		at.keep = keepNext
	case p.loose:
		at.keep = keepLoose
	}
	if b.space != 0 {
		before := b.space
		if p.of != nil {
			before += p.of.Before + p.of.Lead
		}
		at.above = lengthOf(before)
	}
	if p.less != 0 {
		at.below = lengthOf(p.of.After - p.less)
	}
	if p.left > 0 {
		at.left = lengthOf(p.left)
	}
	if p.right > 0 {
		at.right = lengthOf(p.right)
	}
	return at
}

func (b *body) listed(p para) {
	if p.num == 0 {
		return
	}
	b.x.open("w:numPr")
	b.x.numVal("w:ilvl", p.level)
	b.x.numVal("w:numId", p.num)
	b.x.close()
}

// inset makes a paragraph's room narrower, where its lines do not reach.
func (p *para) inset(by unit.Length, align doc.Align) {
	if by <= 0 {
		return
	}
	switch align {
	case doc.AlignCenter:
		p.left, p.right = by/2, by/2
	case doc.AlignLeft:
		p.right = max(p.right, by)
	case doc.AlignRight:
		p.left = by
	}
}

// text writes a paragraph of the style.
func (b *body) text(s *doc.Style, spans []doc.Span, key string) {
	b.open(para{style: s.ID, of: s})
	end := b.bookmark(key)
	b.runs(spans)
	end()
	b.x.close()
}

func (b *body) heading(h *doc.Heading) {
	b.x.src = h.Src
	id := "Title"
	if h.Level > 0 {
		id = "Heading" + itoa(h.Level)
	}
	s := b.style(h.Style, id)
	p := para{style: s.ID, of: s}
	inset, below := b.headTold()
	p.inset(inset, s.Align)
	p.less = max(0, -below)
	b.open(p)
	end := b.bookmark(h.Key)
	endEntry := func() {}
	if h.Level > 0 {
		if b.index.contents {
			endEntry = b.mark(b.index.headings[b.heads].bookmark)
		}
		b.heads++
	}
	b.runs(h.Text)
	endEntry()
	end()
	b.x.close()
	b.space = max(0, below)
}

// headTold gives what the layout has found of the next heading: its inset, and what the space below it is larger by, or smaller. It is asked once for
// each, in order.
func (b *body) headTold() (inset, below unit.Length) {
	n := b.headings
	b.headings++
	if n < len(b.opts.Pages.Insets) {
		inset = b.opts.Pages.Insets[n]
	}
	if n < len(b.opts.Pages.Below) {
		below = b.opts.Pages.Below[n]
	}
	return inset, below
}

func (b *body) paragraph(p *doc.Paragraph, next doc.Block) {
	b.x.src = p.Src
	s := b.style(p.Style, "Normal")
	_, keep := next.(*doc.Signature) // GB/T 9704-2012 7.3.5.4: no page holds the signature alone
	b.open(para{style: s.ID, of: s, keep: keep || doc.LeadIn(p.Text)})
	end := b.bookmark(p.Key)
	b.runs(p.Text)
	end()
	b.x.close()
}

// spacer writes a paragraph of one point, which carries what no other paragraph can.
func (b *body) spacer() {
	b.open(para{style: spacerStyle})
	b.x.close()
}

// bookmark starts the bookmark of a key and gives what ends it.
func (b *body) bookmark(key string) (end func()) {
	if key == "" {
		return func() {}
	}
	return b.mark(b.index.bookmarks[key])
}

func (b *body) mark(name string) (end func()) {
	id := b.marks
	b.marks++
	b.x.open("w:bookmarkStart").num("w:id", id).attr("w:name", name).close()
	return func() { b.x.open("w:bookmarkEnd").num("w:id", id).close() }
}
