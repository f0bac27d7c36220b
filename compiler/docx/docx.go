// Package docx writes a document as WordprocessingML (ECMA-376, ISO/IEC 29500-4 Transitional), the form in which clerks go on
// working with it in Word, WPS and LibreOffice.
//
// What it promises, each by a test: the paper, margins and character grid of the sheet; every sheet style as a real style,
// built-in where Word has one of that name, and no direct formatting of paragraphs and characters; column widths as fitted,
// merges as gridSpan and vMerge; exact line pitch; indents in characters with twips beside them; Chinese faces in the
// eastAsia slot; contents list and page fields filled in, so that nothing asks to be updated when the file opens.
//
// It looks like the PDF, line by line: word processors break lines by their own rules, and LinesOfPDF, which a file has unless
// Options.Lines says otherwise, makes the same lines of them as long as they find faces of the same widths. Captions and unit lines
// are repeated with the heads of tables that go over pages, and where the layout's pages end merged labels begin anew, prose beside
// other rows goes on and three-line tables are closed, but "（续表）" behind captions cannot be said in WordprocessingML at all; Losses tells what else a document has that cannot. How close LibreOffice comes is
// measured: testdata/golden/parity.txt, and what it reads wrongly stands at that test.
//
// CONFORMANCE.md says rule by rule what of Word's own rules is kept, and which test shows it.
//
// The order of elements is that of the schema's sequences; in run properties, which the Transitional schema leaves free,
// that of ECMA-376 1st edition. Names of parts, bookmarks and relationships come from counters, never from input.
package docx

import (
	"errors"
	"io"
	"slices"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// Options says how a document is written. The zero value is usable.
type Options struct {
	Pages  PageNumbers
	Names  []RoleNames // faces named for roles; a role not listed takes those of DefaultNames
	Fonts  *fonts.Set  // needed for Embed alone
	Embed  EmbedFonts
	Charts ChartForm
	// Drawings are the charts of the document in order, each as an Enhanced Metafile; PictureCharts alone needs them.
	Drawings [][]byte
	// Lines says who ends lines, and LineEnds where the layout does, by the first span of each paragraph. Lines of a paragraph that
	// is not there end as with OwnLines.
	Lines    LineForm
	LineEnds map[*doc.Span][]doc.LineEnd
	// MergedLabels leaves tables whole where a page of the layout ends (TablePages.Cuts). Without it merged cells end there and begin
	// anew with the same label, or go on with their prose: Word shows a merged label once, on the page where the cell begins. And a
	// three-line table is closed there by a rule.
	MergedLabels bool
	// Properties are custom document properties, docProps/custom.xml.
	Properties []Property
	// Data is what the document was made from, JSON or other text: it is carried in a custom XML part. nil: none.
	Data []byte
}

// ChartForm is what charts become.
type ChartForm uint8

// The forms of a chart.
const (
	NativeCharts  ChartForm = iota // charts that Word, WPS and LibreOffice draw themselves, with their figures to be edited
	PictureCharts                  // pictures of lines that look like the PDF's everywhere
)

// LineForm is who ends lines.
type LineForm uint8

// Who ends lines.
const (
	LinesOfPDF LineForm = iota // the layout: characters of a line stand a little apart or closer, so that it is full where it ends
	OwnLines                   // the program that shows the file, by its own rules: for text that will be rewritten
)

// ErrNoDocument is what Write returns where d is nil.
var ErrNoDocument = errors.New("docx: the document is nil")

// ErrNoDrawings is what Write returns when charts are to be pictures and Options.Drawings has not one for each.
var ErrNoDrawings = errors.New("docx: PictureCharts needs a drawing of each chart")

// PageNumbers says what layout has found, so that the fields of the document carry true values when it opens.
type PageNumbers struct {
	Count    int           // number of pages; 0: not known
	Headings []int         // printed page of each heading of level 1 and deeper, in document order; shorter: not known
	Tables   []TablePages  // of each table, in document order; shorter: not known
	Insets   []unit.Length // of each heading, in document order, what Inset.By is of a cell; shorter: not known
	Below    []unit.Length // by how much the space below each heading is larger than its style's, below zero: smaller; shorter: not known
	Entries  []string      // the text of each entry of contents lists, in order, with a line feed where a line of it ends; shorter: not known
}

// TablePages says what became of a table in the layout. Rows rise.
type TablePages struct {
	Pages   int           // how many it is on; 0: not known
	Pad     unit.Length   // above and below the text of its cells; 0: the sheet's PadY
	Cuts    []int         // rows that begin a page
	Torn    []int         // rows so high that a page may end inside
	Kept    []int         // rows that stay on a page with the next, for the labels beside them or because the page before had no room for both
	Raised  []unit.Length // by row: the height of rows that are higher than their lines of text make them; nil: there are none
	Long    []int         // the cells of several rows whose text is prose and runs on from page to page, in their order
	Divided []Divided     // the cells with three texts, in the order of their cells; without it they have no lines
	Insets  []Inset       // of heads that need one, in the order of their cells
	Once    bool          // its head is too high to be repeated
	// Passages are where the texts of the Long cells go on on pages that begin with one of Cuts, by row and then by cell.
	Passages []Passage
}

// Passage is where the text of a cell goes on behind a page's end. Parts are its text, or its paragraphs, items and pictures one after
// the other.
type Passage struct {
	Cell, Row int // in the order of the table's cells; the row that begins the page
	Part, At  int // the part that the page begins with, or in which, and the byte of the text of its spans
}

// Divided is how high a cell is that two lines divide.
type Divided struct {
	Cell   int // in the order of the table's cells
	Height unit.Length
}

// Inset is by how much the room of a head or label, which the layout breaks at sense, is to be narrower so that filling line
// after line gives the same lines; below zero: nothing does.
type Inset struct {
	Cell int // in the order of the table's cells
	By   unit.Length
}

// Property is a custom document property of text.
type Property struct{ Name, Value string }

// Write writes d, whose tables must have been fitted. What the document has wrong comes back joined: *TextError,
// *LinkError, *StyleError, *SheetError, *LimitError, *WidthError, *ImageError and the errors of tables.Resolve as *TableError, each with
// the block's Src, or *PropertyError or *EmbedError; then nothing has been written. Other errors are those of w. The same document gives the same bytes.
func Write(w io.Writer, d *doc.Document, o *Options) error {
	if o == nil {
		o = &Options{}
	}
	if d == nil {
		return ErrNoDocument
	}
	p := newWriter(d, o)
	if err := p.parts(); err != nil {
		return err
	}
	return p.pack.writeTo(w)
}

// A writer is one document on its way into a package.
type writer struct {
	doc             *doc.Document
	sheet           *doc.Sheet
	opts            *Options
	lang            string
	index           *index
	pack            pack
	rels            []relation // of the document part
	styles          *styleTable
	characterStyles []charStyle
	runningStyles   []runningStyle
	lists           []listNum
	running         []runningSet
	drawings        int
	charts          []chartPart
	drawn           int // charts written as pictures
	pales           int // watermarks written
	lines           int // lines through cells written
	pictures        []storedPicture
	embedded        *embedding // nil: no fonts are embedded
	errs            []error
}

func newWriter(d *doc.Document, o *Options) *writer {
	p := &writer{doc: d, sheet: d.Sheet, opts: o, lang: d.Meta.Lang}
	if p.sheet == nil {
		p.sheet = doc.GB9704()
	}
	if p.lang == "" {
		p.lang = "zh-CN"
	}
	p.styles = newStyleTable(p.sheet)
	p.index = newIndex(d)
	return p
}

func (p *writer) fail(err error) { p.errs = append(p.errs, err) }

// parts writes all parts. The document comes first, since it tells what the others must hold; sortParts puts them in order.
func (p *writer) parts() error {
	p.checkSheet()
	steps := []func() error{
		p.embed, p.runningParts, p.documentPart, p.chartParts, p.stylesPart, p.numberingPart, p.settingsPart, p.fontFiles, p.fontTablePart,
		p.themePart, p.corePart, p.appPart, p.customPart, p.dataParts, p.relationParts, p.typesPart,
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	if err := errors.Join(p.errs...); err != nil {
		return err
	}
	p.sortParts()
	return nil
}

// part writes one XML part; src is where its text comes from.
func (p *writer) part(name, kind, src string, write func(*xmlWriter)) error {
	return p.pack.xml(name, kind, func(x *xmlWriter) {
		x.src = src
		write(x)
		p.errs = append(p.errs, x.bad...)
	})
}

// firstParts stand at the front, in this order: a reader that streams needs to know what each part is before it comes.
var firstParts = [...]string{"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels"}

// sortParts moves firstParts to the front and leaves the others as they were written.
func (p *writer) sortParts() {
	rank := func(part part) int {
		if i := slices.Index(firstParts[:], part.name); i >= 0 {
			return i
		}
		return len(firstParts)
	}
	slices.SortStableFunc(p.pack.parts, func(a, b part) int { return rank(a) - rank(b) })
}
