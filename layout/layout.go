// Package layout turns the document model into pages: measure, break, paint, with no loops back.
//
//   - Fit gives every table its column widths, once, for both outputs.
//   - Measure: each block becomes a flow, which sets its text in lines and offers bands: horizontal slices with a height.
//   - Break: breakPages sees the bands' numbers and nothing else, and says where pages start and how high tables are.
//   - Paint: each flow draws its bands of one page. Page numbers, the contents list, split cells: all are known by then.
//
// # Tables and pages
//
// Rows have a range of heights (doc.TableSheet: PadY, LeastPadY, MostPadY). A page's tables that stand whole on it share one place
// in the range: the preferred one, unless lower rows keep a table on its page or the last lines of a section on it, or the page
// ends with a table and would stay empty below. A table of a few pages has lower rows where that saves a page. The breaker tells
// tables their heights as it goes; nothing is measured twice, and writers are told the padding (display.Table.Pad).
//
// A page ends at the cheapest place: what stays empty counts, and what is cut. A table that would fit on a page of its own goes
// over whole when no more than a third of the page stays empty for it, and is cut otherwise; of two that follow one another and
// would both be cut the first goes over, where that leaves less empty than the second cut is worth. A group of rows, which a merged
// cell makes, goes over whole for a sixth of a page. A group that is cut leaves two rows at least on either side, and its label
// room on both; where other rules leave no such place, rows are made higher. A row of more than half a page is cut between its lines;
// where those of its cells never end together, lines that a cut crosses stand below it. Caption and head are drawn again where there
// is room for a row below them, if they are no higher than half a page. A table has as many rows beside its head on its first
// and last page as the head has, and at least two.
//
// Lengths are whole EMU throughout. A Layout may be painted by several goroutines at once.
package layout

import (
	"context"
	"errors"
	"strings"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// Layout lays a fitted document out on pages. All errors come back joined, in document order; each is an *Error with the
// block's Src.
func Layout(d *doc.Document, set *fonts.Set) (*display.Document, error) {
	return LayoutContext(context.Background(), d, set)
}

// LayoutContext is Layout, and stops when ctx does: its error is then ctx's alone.
func LayoutContext(ctx context.Context, d *doc.Document, set *fonts.Set) (*display.Document, error) {
	pages, _, err := LayoutLines(ctx, d, set)
	return pages, err
}

// LayoutLines is LayoutContext, and gives the ends of lines as well, for a DOCX that is to have the same.
func LayoutLines(ctx context.Context, d *doc.Document, set *fonts.Set) (*display.Document, Ends, error) {
	b := newBuilder(d, set)
	b.ctx = ctx
	p := &plan{info: info(d), sheet: sheetOf(d), set: set, lang: langOf(d)}
	for i := range d.Sections {
		p.addSection(b.section(&d.Sections[i]))
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	p.targets, p.notes = b.targets, b.noteMarks
	if err := errors.Join(b.errs...); err != nil {
		return nil, nil, err
	}
	out := &display.Document{Info: p.info, Root: b.root, Count: len(p.pages), Paint: p.paint}
	out.Nodes = display.Number(b.root)
	for _, m := range b.marks {
		out.Outline = append(out.Outline, display.Mark{Title: m.title, Level: m.level, Dest: p.locate(m.at)})
	}
	b.placeFigures(p)
	out.Tables, out.Insets, out.Below, out.Entries = p.tables(), b.insets, b.below, b.entries
	out.Thickened, out.Unprinted = b.setter.thickened, b.unprinted
	if err := p.check(b.setter); err != nil {
		return nil, nil, err
	}
	return out, b.ends, nil
}

// info is the document's metadata as the PDF writer wants it.
func info(d *doc.Document) display.Info {
	m := d.Meta
	out := display.Info{Title: catalogued(m.Title), Author: catalogued(m.Author), Subject: catalogued(m.Subject), Lang: langOf(d), Date: m.Date}
	for _, word := range m.Keywords {
		if word = catalogued(word); word != "" {
			out.Keywords = append(out.Keywords, word)
		}
	}
	return out
}

// catalogued is a text as catalogues have it. A title set in two lines is one there.
func catalogued(s string) string {
	return strings.TrimSpace(strings.NewReplacer("\n", " ", "\t", " ").Replace(s))
}

func langOf(d *doc.Document) string {
	if d.Meta.Lang == "" {
		return "zh-CN"
	}
	return d.Meta.Lang
}

func sheetOf(d *doc.Document) *doc.Sheet {
	if d.Sheet == nil {
		return doc.GB9704()
	}
	return d.Sheet
}

// pageOf is the shape of a section's pages.
func pageOf(s *doc.Section, sheet *doc.Sheet) *doc.Page {
	if s.Page != nil {
		return s.Page
	}
	return &sheet.Page
}

// A flow is a block measured: it offers bands, and draws any run of them.
type flow interface {
	bands() []band
	// paint draws bands [from, to). at is the top left corner of the first of them, without its space above, in the type
	// area; when that band is the first on its page and repeats a head, of the head.
	paint(p *painter, from, to int, at unit.Point)
}
