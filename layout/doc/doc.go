// Package doc is the document model: sections of blocks and one flat style sheet. Closed types, no behaviour.
//
// A report turns itself into a Document; layout fits its tables once; the PDF and the DOCX are both written from the fitted
// document. Every block carries Src, the place in the report it came from, so that whatever goes wrong later can be told in
// the report's own terms.
package doc

import (
	"time"

	"github.com/banxin-go/banxin/layout/unit"
)

// Document is a whole report, ready to be laid out.
type Document struct {
	Meta     Meta
	Sheet    *Sheet // nil: the sheet of the compiler's options, else GB9704()
	Sections []Section
}

// Meta is what catalogues and screen readers are told.
type Meta struct {
	Title    string // required: PDF/UA-1 7.1-9
	Author   string // the issuing agency
	Subject  string
	Keywords []string
	Lang     string    // BCP 47; "" means zh-CN
	Date     time.Time // of the document, never of the build; zero: no date is written
}

// Section is a run of blocks on pages of one shape. A section starts a new page.
type Section struct {
	Page   *Page // nil: the sheet's
	Blocks []Block
}

// Block is one of *Heading, *Paragraph, *List, *Table, *Figure, *Chart, *Signature, *Contents, *Notes, *Break.
type Block interface{ block() }

// Heading opens a part of the document. Levels run from 1 to 4 and none is left out on the way down (PDF/UA-1 7.4.2-1).
// Level 0 is the document's title: it has no bookmark of its own.
type Heading struct {
	Src   string
	Level int
	Style string // "": Title for level 0, else Heading1 … Heading4
	Text  []Span
	Key   string // target of links "#key"; "" where nothing points here
}

// Paragraph is running text.
type Paragraph struct {
	Src   string
	Style string // "": Normal
	Text  []Span
	Key   string
}

// List is a list of items, numbered or marked; items may hold lists of their own.
type List struct {
	Src   string
	Kind  ListKind
	Style string // of the items' text; "": ListParagraph
	Start int    // number of the first item; 0 means 1
	Items []Item
}

// Item is one entry of a list.
type Item struct {
	Text []Span
	Sub  *List
}

// ListKind says how items are marked.
type ListKind uint8

// The marks of a list.
const (
	Bullets            ListKind = iota // •
	Decimal                            // 1. 2. 3.
	Parenthesis                        // （1）（2）（3）
	Circled                            // ①②③, from the 21st item on (21)
	Chinese                            // 一、二、三、
	ChineseParenthesis                 // （一）（二）（三）
)

// Figure is a picture in the flow, centred.
type Figure struct {
	Src        string
	Data       []byte      // PNG or JPEG, as in the file
	Width      unit.Length // 0: as wide as its resolution asks, at most the type area
	Alt        string      // required unless Decorative (PDF/UA-1 7.3-1)
	Decorative bool        // an artifact: screen readers skip it
	Caption    []Span      // set below
	Key        string
}

// Signature is the 落款: the issuing agencies and the date of issue (GB/T 9704-2012 7.3.5).
type Signature struct {
	Src   string
	Names []string
	Date  string
	// NameIndent and DateIndent are the distances from the right edge of the type area. Fit sets them, so that both
	// outputs agree; whatever stood there before is overwritten. It also puts a line feed into Names where one wider than
	// its line is broken: such names are centred between NameIndent and NameLeft, the distance from the left edge.
	NameIndent []unit.Length
	NameLeft   []unit.Length
	DateIndent unit.Length
	Seal       *Seal // nil: none
	// Lead and SealBox are set by Fit too: the space above the first line, and where the seal stands, measured from the
	// right edge of the type area and from the upper edge of the last line.
	Lead    unit.Length
	SealBox unit.Rect
}

// Seal is the print of an official seal (印章) on the last name and the date of a signature, which show through it.
type Seal struct {
	Data       []byte      // PNG, transparent around the print, or JPEG
	Diameter   unit.Length // width of the print; 0: 42 mm
	Alt        string      // required unless Decorative: 二七区人民政府印章
	Decorative bool        // an artifact: screen readers skip it
}

// Contents is a contents list with leaders and page numbers, made from the headings.
type Contents struct {
	Src   string
	Title []Span // "": none
	Depth int    // deepest heading level listed; 0 means 2
}

// Notes lists the notes that spans refer to by Span.Note, in the order given.
type Notes struct {
	Src   string
	Title []Span
	Items []Note
}

// Note is one note: its key, unique in the document, and its text. Notes are numbered from 1 in the order of the block.
type Note struct {
	Key  string
	Text []Span
}

// Break starts a new page.
type Break struct{}

func (*Heading) block()   {}
func (*Paragraph) block() {}
func (*List) block()      {}
func (*Table) block()     {}
func (*Figure) block()    {}
func (*Signature) block() {}
func (*Contents) block()  {}
func (*Notes) block()     {}
func (*Break) block()     {}

// Span is a stretch of text of one look. A line feed in Text forces a new line in the same paragraph.
type Span struct {
	Text      string
	Bold      bool
	Dots      bool // 着重号 below each character (GB/T 15834-2011 5.1.7)
	Underline bool
	Label     bool   // set by Fit for the number at the head of a caption, 表1: what a Ref names
	Link      string // http, https or mailto address, or "#key" of a block
	Note      string // key of a note: its number is set in brackets behind Text, its mark 1) where a table has the note
	Ref       string // key of a numbered table, figure or chart: Fit sets Text to its number, 表1, and Link to the key
	Lang      string // BCP 47 where it differs from the document's
}
