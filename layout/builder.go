package layout

import (
	"context"
	"errors"
	"fmt"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A builder measures the blocks of a document: it makes their flows and their nodes of the structure tree.
type builder struct {
	ctx       context.Context // asked between blocks and within large tables
	sheet     *doc.Sheet
	setter    *setter
	errs      []error
	root      *display.Node
	at        place     // where the next flow will stand
	section_  *section  // under way
	area      unit.Size // of the section under way
	space     unit.Length
	targets   map[string]place
	marks     []mark
	insets    []unit.Length // of the headings: see headRoom
	below     []unit.Length // the headings, more than their styles ask for: see toGrid
	entries   []string      // of contents lists, with a line feed at the end of each line but the last
	unprinted []display.Unprinted
	ends      Ends
	teller    lineTeller // scratch
	noteMarks map[string]string
	pictured  []place // tables with pictures in their cells
	figures   []placedFigure
	contents  []doc.Heading // headings that a contents list may name, in order
}

// A mark is a bookmark whose page is not known yet.
type mark struct {
	title string
	level int
	at    place
}

func newBuilder(d *doc.Document, set *fonts.Set) *builder {
	sheet := sheetOf(d)
	b := &builder{
		ctx: context.Background(), sheet: sheet, setter: newSetter(set, sheet, langOf(d), sheet.Page.TypeArea().W),
		root: &display.Node{Role: display.RoleDocument}, targets: map[string]place{}, noteMarks: markNotes(d), ends: Ends{},
	}
	b.setter.noteMark = func(key string) string { return b.noteMarks[key] }
	b.contents = headings(d)
	return b
}

// section measures one section.
func (b *builder) section(s *doc.Section) *section {
	page := pageOf(s, b.sheet)
	b.section_ = &section{page: page}
	area := b.sheet.Room(page)
	b.area, b.space = area, 0
	if area.W <= 0 || area.H <= 0 {
		b.fail("", fmt.Errorf("%w: the margins leave %s × %s", ErrPage, area.W, area.H))
		b.area = unit.Size{W: unit.Inch, H: unit.Inch}
	}
	b.at.flow = 0
	for i, block := range s.Blocks {
		if b.ctx.Err() != nil {
			break
		}
		var next doc.Block
		if i+1 < len(s.Blocks) {
			next = s.Blocks[i+1]
		}
		b.block(block, next)
	}
	b.at.section++
	b.tellText(b.section_)
	return b.section_
}

// ErrPage is a page whose margins leave no type area.
var ErrPage = errors.New("layout: no room for text on the page")

func (b *builder) block(block, next doc.Block) {
	switch block := block.(type) {
	case *doc.Heading:
		b.heading(block, next)
	case *doc.Paragraph:
		b.paragraph(block, next)
	case *doc.List:
		b.list(block, b.root)
	case *doc.Table:
		b.table(block)
	case *doc.Figure:
		b.figure(block)
	case *doc.Chart:
		b.chart(block)
	case *doc.Signature:
		b.signature(block)
	case *doc.Contents:
		b.contentsList(block)
	case *doc.Notes:
		b.notes(block)
	case *doc.Break:
		b.add(pageBreak{}, "")
	}
}

// add puts a flow into the section. key is what links call it.
func (b *builder) add(f flow, key string) {
	if key != "" {
		b.targets[key] = b.at
	}
	b.noteMarksOf(f)
	b.section_.flows = append(b.section_.flows, f)
	b.at.flow++
}

func (b *builder) fail(src string, err error) {
	var placed *Error
	if errors.As(err, &placed) {
		b.errs = append(b.errs, err)
		return
	}
	b.errs = append(b.errs, &Error{Src: src, Err: err})
}

// style finds a paragraph style; a name that the sheet lacks is a fault of the block.
func (b *builder) style(id, otherwise, src string) *doc.Style {
	if id == "" {
		id = otherwise
	}
	if s := b.sheet.Style(id); s != nil {
		return s
	}
	b.fail(src, &StyleError{ID: id})
	return &doc.Style{ID: id, Role: string(fonts.Song), Size: unit.Hao5, Leading: unit.Hao3}
}

// StyleError is a style that the sheet does not have.
type StyleError struct{ ID string }

func (e *StyleError) Error() string { return "layout: the sheet has no style " + e.ID }

// text sets a paragraph and adds it as a flow. parent gets its node, of the role.
func (b *builder) text(job textJob, parent *display.Node, role display.Role, key string) *textFlow {
	node := &display.Node{Role: role}
	parent.Kids = append(parent.Kids, node)
	f := b.textIn(job, node)
	if f != nil {
		b.add(f, key)
	}
	return f
}

// textIn sets a paragraph whose node there is already.
func (b *builder) textIn(job textJob, node *display.Node) *textFlow {
	spans := job.Spans
	job.Spans = parted(spans)
	block, err := b.setter.set(job)
	if err != nil {
		b.fail(job.Src, err)
		return nil
	}
	f := &textFlow{
		block: block, style: job.Style, nodes: spanNodes(node, job.Spans), measure: job.Measure, before: b.space + job.Style.Before,
		keep: job.Style.KeepNext || doc.LeadIn(spans), orphans: b.sheet.Lines.Orphans, widows: b.sheet.Lines.Widows,
	}
	if len(spans) > 0 {
		f.first = &spans[0]
	}
	b.space = job.Style.After
	return f
}

func (b *builder) heading(h *doc.Heading, next doc.Block) {
	style := b.style(h.Style, headingStyle(h.Level), h.Src)
	role := display.RoleP
	if h.Level > 0 {
		role = display.RoleH1 + display.Role(min(h.Level, 6)-1)
		b.marks = append(b.marks, mark{plainText(h.Text), h.Level, b.at})
	}
	job := textJob{Src: h.Src, Spans: h.Text, Style: style, Measure: b.area.W, Balance: style.Align == doc.AlignCenter, Title: true}
	f := b.text(job, b.root, role, h.Key)
	inset := noInset
	if f != nil {
		if h.Level == 0 && f.block.inset != noInset { // line feeds, as clerks set them: no other indents than the style's
			f.block.inset = unmatched
		}
		inset = f.block.inset
	}
	b.insets = append(b.insets, inset)
	below := unit.Length(0)
	if h.Level == 0 && f != nil {
		below = b.toGrid(next)
	}
	b.below = append(b.below, below)
}

func headingStyle(level int) string {
	if level == 0 {
		return "Title"
	}
	return fmt.Sprintf("Heading%d", level)
}

func (b *builder) paragraph(p *doc.Paragraph, next doc.Block) {
	f := b.text(textJob{Src: p.Src, Spans: p.Text, Style: b.style(p.Style, "Normal", p.Src), Measure: b.area.W}, b.root, display.RoleP, p.Key)
	if _, ok := next.(*doc.Signature); ok && f != nil {
		f.keep = true // GB/T 9704-2012 7.3.5.4: no page holds the signature alone
	}
}
