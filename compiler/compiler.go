// Package compiler turns a typed report into two finished files: a print-ready PDF and an editable DOCX that look alike.
//
//	set, err := bundled.Set()
//	out, err := compiler.Compile(ctx, report, &compiler.Options{Fonts: set})
//	err = out.WritePDF(w, nil)
//	err = out.WriteDOCX(w, nil)
//
// The stages are check, fit, layout; each gives all of its problems at once, in document order, and a stage with problems
// does not start the next. The package does no I/O of its own, keeps no state, logs nothing and may be used from any number
// of goroutines. The same report gives the same bytes, on every machine.
package compiler

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"unicode/utf8"

	"github.com/banxin-go/banxin/compiler/docx"
	"github.com/banxin-go/banxin/compiler/emf"
	"github.com/banxin-go/banxin/compiler/pdf"
	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/report"
)

// Options say how a report is compiled.
type Options struct {
	// Fonts serve all text; they are required. bundled.Set gives the ones that come with the library.
	Fonts *fonts.Set
	// Sheet replaces the style sheet of a document that has none of its own; nil is doc.GB9704().
	Sheet *doc.Sheet
	// Lines replaces the line setting of the sheet, also of one that the document brings; nil leaves it. With doc.WordLines() the
	// lines of the PDF end where those of the DOCX do in word processors.
	Lines *doc.LineSetting
	// Lenient builds a report whose sums do not come out, with warnings: published reports do contain such errors.
	Lenient bool
	// DropInvisible takes out what pasted text often brings along and no page shows: control characters, bidirectional
	// controls, zero-width characters. Each is told of as a warning; without it they are errors. Characters of private use,
	// noncharacters and text that is not UTF-8 stay errors: something would be lost.
	DropInvisible bool
	// Data is the report as JSON, for the files to carry it: a DOCX always, a PDF where its standard allows files inside
	// (pdf.PDFA3A, pdf.PDF17). Extract gives it back byte for byte, Verify compares with it. nil: the files carry none, for
	// what stands in it is published with them, also what no page shows.
	Data []byte
}

// What Compile is not given.
var (
	// ErrNoFonts is what Compile returns for options without fonts.
	ErrNoFonts = errors.New("compiler: Options.Fonts is nil: pass the set of package fonts/bundled, or one of your own")
	// ErrNoReport is what Compile returns for a nil report, and for one whose Document is nil.
	ErrNoReport = errors.New("compiler: the report is nil, or its Document is")
)

// Output is a report laid out. It is not changed by writing and may be written by several goroutines at once.
type Output struct {
	Doc      *doc.Document     // fitted: table columns have their widths
	Pages    *display.Document // laid out
	Warnings report.Problems   // what was found and did not keep the report from being built
	ends     layout.Ends
	fonts    *fonts.Set
	report   report.Report
	data     []byte
}

// Compile checks a report, fits its tables and lays it out on pages. What is wrong with the report comes back as
// report.Problems. It stops when ctx does, also within a large table, with ctx's error.
func Compile(ctx context.Context, r report.Report, o *Options) (*Output, error) {
	if o == nil || o.Fonts == nil {
		return nil, ErrNoFonts
	}
	if isNil(r) {
		return nil, ErrNoReport
	}
	found := r.Check()
	if o.Lenient {
		found = found.Lenient()
	}
	if o.DropInvisible {
		found = found.DropInvisible()
	}
	if found.HasErrors() {
		return nil, found
	}
	if o.Data != nil && !(utf8.Valid(o.Data) && json.Valid(o.Data)) {
		return nil, report.Problems{report.NewProblem(nil, "data.json")}
	}
	c := &compilation{ctx: ctx, report: r, options: o, warnings: found.Warnings()}
	return c.run()
}

type compilation struct {
	ctx      context.Context
	report   report.Report
	options  *Options
	warnings report.Problems
}

func (c *compilation) run() (*Output, error) {
	d, err := c.document()
	if err != nil {
		return nil, err
	}
	d.Sheet = c.sheet(d.Sheet)
	if found := checkDocument(&d, c.report); len(found) > 0 {
		return nil, append(found, c.warnings...)
	}
	fitted, notices, err := layout.FitContext(c.ctx, &d, c.options.Fonts)
	if err != nil {
		return nil, c.problems(err)
	}
	c.warnings = append(c.warnings, noticed(notices, c.report)...)
	c.warnings = append(c.warnings, headless(fitted, c.report)...)
	c.warnings = append(c.warnings, unsealed(fitted, c.report)...)
	c.warnings = append(c.warnings, substituted(c.options.Fonts, d.Sheet)...)
	pages, ends, err := layout.LayoutLines(c.ctx, fitted, c.options.Fonts)
	if err != nil {
		return nil, c.problems(err)
	}
	c.warnings = append(c.warnings, unrepeated(fitted, pages.Tables, c.report)...)
	c.warnings = append(c.warnings, thickened(pages.Thickened)...)
	c.warnings = append(c.warnings, unprinted(pages.Unprinted, c.report)...)
	return &Output{Doc: fitted, Pages: pages, Warnings: c.warnings, ends: ends, fonts: c.options.Fonts, report: c.report, data: c.options.Data}, nil
}

// document is the report's document, with what the options change in its text.
func (c *compilation) document() (doc.Document, error) {
	d := c.report.Document()
	if d == nil {
		return doc.Document{}, ErrNoReport
	}
	if found := c.blank(d); len(found) > 0 {
		return doc.Document{}, append(found, c.warnings...)
	}
	if c.options.DropInvisible {
		clean, found := withoutInvisible(d, c.report, c.warnings)
		c.warnings = append(c.warnings, found...)
		return *clean, nil
	}
	return *d, nil
}

// sheet is the style sheet to lay out with; own is the document's.
func (c *compilation) sheet(own *doc.Sheet) *doc.Sheet {
	if own == nil {
		own = c.options.Sheet
	}
	if own == nil {
		own = doc.GB9704()
	}
	if c.options.Lines == nil {
		return own
	}
	changed := *own
	changed.Lines = *c.options.Lines
	return &changed
}

// problems turns what a stage returns into problems; that it was told to stop is none.
func (c *compilation) problems(err error) error {
	if stop := c.ctx.Err(); stop != nil {
		return stop
	}
	return append(Problems(err, c.report), c.warnings...)
}

// WritePDF writes the report as a PDF: tagged, PDF/A-2a and PDF/UA-1 unless opts say otherwise. Pages go to w one by one, and the
// first error of w ends it: a w that fails when a context is done stops a large file on its way.
func (o *Output) WritePDF(w io.Writer, opts *pdf.Options) error {
	var own pdf.Options
	if opts != nil {
		own = *opts
	}
	if o.data != nil && own.Standard.Attaches() && own.Print == nil { // PDF/X-4 allows no files inside
		own.Attach = append([]pdf.Attachment{o.attachment()}, own.Attach...)
	}
	err := pdf.Write(w, o.Pages, &own)
	var limit *pdf.LimitError
	var embed *fonts.EmbedError
	if errors.As(err, &limit) || errors.As(err, &embed) {
		return Problems(err, o.report)
	}
	return err
}

// WriteDOCX writes the report as a DOCX. Contents list and page fields carry the page numbers of the PDF, and faces to embed and
// drawings of charts are those of the PDF, unless opts brings its own.
func (o *Output) WriteDOCX(w io.Writer, opts *docx.Options) error {
	var own docx.Options
	if opts != nil {
		own = *opts
	}
	if own.Pages.Count == 0 && o.Pages != nil {
		own.Pages = o.pageNumbers()
	}
	if own.Data == nil {
		own.Data = o.data
	}
	if own.Fonts == nil {
		own.Fonts = o.fonts
	}
	if own.Charts == docx.PictureCharts && own.Drawings == nil {
		drawings, err := o.drawings()
		if err != nil {
			return err
		}
		own.Drawings = drawings
	}
	if own.LineEnds == nil {
		own.LineEnds = o.ends
	}
	err := docx.Write(w, o.Doc, &own)
	var limit *docx.LimitError
	var sheet *docx.SheetError
	if errors.As(err, &limit) || errors.As(err, &sheet) {
		return Problems(err, o.report)
	}
	return err
}

// drawings gives the charts as metafiles.
func (o *Output) drawings() ([][]byte, error) {
	all, err := layout.Drawings(o.Doc, o.fonts)
	if err != nil {
		return nil, Problems(err, o.report)
	}
	files := make([][]byte, len(all))
	for i := range all {
		if files[i], err = emf.Picture(all[i].Size, all[i].Items); err != nil {
			return nil, err
		}
	}
	return files, nil
}

func (o *Output) pageNumbers() docx.PageNumbers {
	n := docx.PageNumbers{Count: o.Pages.Count}
	n.Insets, n.Below, n.Entries = o.Pages.Insets, o.Pages.Below, o.Pages.Entries
	for _, t := range o.Pages.Tables {
		own := docx.TablePages{Pages: t.Pages, Pad: t.Pad, Cuts: t.Cuts, Torn: t.Torn, Kept: t.Kept, Long: t.Long, Raised: t.Raised, Once: t.Bare > 0 && t.Bare == t.Pages-1}
		for _, divided := range t.Divided {
			own.Divided = append(own.Divided, docx.Divided(divided))
		}
		for _, inset := range t.Insets {
			own.Insets = append(own.Insets, docx.Inset(inset))
		}
		for _, passage := range t.Passages {
			own.Passages = append(own.Passages, docx.Passage(passage))
		}
		n.Tables = append(n.Tables, own)
	}
	for _, mark := range o.Pages.Outline {
		n.Headings = append(n.Headings, mark.Page+1)
	}
	return n
}
