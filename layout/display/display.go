// Package display is what layout hands to the PDF writer: pages of positioned items, and the structure tree beside them.
//
// Structure stands beside drawing, not inside it: an item names the node it belongs to, and an item without a node is an
// artifact. Pages are painted one at a time, when the writer asks for them, so that memory does not grow with their number.
package display

import (
	"time"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/unit"
)

// Document is a report laid out. It may be written by several goroutines at once.
type Document struct {
	Info
	Root    *Node // a Document node; nodes are numbered densely in document order, see Number
	Nodes   int   // how many nodes the tree has
	Outline []Mark
	Count   int     // number of pages
	Tables  []Table // of the document, in order
	// Insets has, for each heading of the document in order, what Inset.By is for a cell.
	Insets []unit.Length
	// Below has, for each heading of the document in order, by how much the space below it is larger than its style's; below zero: smaller.
	Below []unit.Length
	// Entries has the text of each entry of contents lists, in order, with a line feed where a line of it ends. They leave room for page
	// numbers and leaders that a word processor may do without.
	Entries []string
	// Thickened has the faces without a bold that serve text in bold, in the order of their first use: Text.FakeBold.
	Thickened []*fonts.Face
	// Unprinted has the charts that have no room for all of their figures, in order.
	Unprinted []Unprinted
	// Paint draws page n, from 0. It keeps no state between calls: the same n gives an equal page every time.
	Paint func(n int) *Page
}

// Table is what became of a table on its pages, for writers of the same table that break their pages themselves. Rows rise.
type Table struct {
	Pages   int           // how many it is on
	Pad     unit.Length   // above and below the text of its cells
	Cuts    []int         // rows that begin a page
	Torn    []int         // rows so high that a page may end inside
	Ended   []int         // of them, those that a page does end inside
	Kept    []int         // rows of a table on several pages that stay on a page with the next, for the labels beside them or because the page before had no room for both
	Raised  []unit.Length // by row: the height of rows that are higher than their lines of text make them; nil: there are none
	Long    []int         // the cells of several rows whose text is prose and runs on from page to page, in their order
	Divided []Divided     // the cells with three texts, in the order of their cells
	Insets  []Inset       // of heads that need one, in the order of their cells
	Bare    int           // how many of its pages have no room for its head, drawn again
	// Passages are where the texts of the Long cells go on on pages that begin with one of Cuts, by row and then by cell.
	Passages []Passage
}

// Passage is where the text of a cell goes on behind a page's end. Parts are its text, or its paragraphs, items and pictures one after
// the other.
type Passage struct {
	Cell, Row int // in the order of the table's cells; the row that begins the page
	Part, At  int // the part that the page begins with, or in which, and the byte of the text of its spans
}

// Unprinted tells of a chart some of whose figures are not printed: they stand in its alternative text alone.
type Unprinted struct {
	Src              string
	Count            int
	Series, Category int    // of the first one, from 0
	Value            string // that one, as it would be printed
}

// Divided is how high a cell is that two lines divide.
type Divided struct {
	Cell   int // in the order of the table's cells
	Height unit.Length
}

// Inset is by how much the room of a head or label, which is broken at sense, is to be narrower so that filling line after
// line, as word processors do, gives the same lines; below zero: nothing does.
type Inset struct {
	Cell int // in the order of the table's cells
	By   unit.Length
}

// Info is the document's metadata.
type Info struct {
	Title, Author, Subject string
	Keywords               []string
	Lang                   string    // BCP 47, never empty
	Date                   time.Time // zero: none
}

// Mark is a bookmark; Level runs from 1 and none is left out on the way down.
type Mark struct {
	Title string
	Level int
	Dest
}

// Dest is a place to jump to: a page, from 0, and the height on it that comes to the window's top.
type Dest struct {
	Page int
	Y    unit.Length
}

// Page is one page of items in drawing order.
type Page struct {
	Size  unit.Size
	Label string // the page number as printed, "" where none is
	Items []Item
}

// Item is one of *Text, *Rule, *Fill, *Path, *Image, *Link.
type Item interface{ item() }

// Text is glyphs of one face and size on one line.
type Text struct {
	At       unit.Point // origin of the first glyph: its left end on the baseline
	Dir      Direction
	Tilt     Tilt // of an Across text: turned about At
	Size     unit.Length
	Face     *fonts.Face
	FakeBold bool  // stroked as well as filled; advances stay
	Gray     uint8 // 0 black … 100 white, in percent of light
	Ink      Ink
	String   string
	Glyphs   []fonts.Glyph // Start and End count bytes of String
	Pos      []unit.Length // one per glyph: distance of its origin from At along Dir; DX and DY of the glyph are not in it
	Cross    []unit.Length // with Down, one per glyph: distance of its origin from At to the right; nil else
	Node     *Node
	Artifact Artifact // what it is when Node is nil
	GoesOn   bool     // the next text of the page is what follows in the same line of text: no blank but a typed one is between
	Borrowed string   // what is to be read behind a hyphen that ends the line: the beginning of the next line, or a blank
	Lent     int      // how many bytes at the beginning are read with the line before, which has borrowed them
}

// Direction is the way glyphs follow one another.
type Direction uint8

// The directions.
const (
	Across  Direction = iota // upright glyphs from left to right
	Down                     // upright glyphs from top to bottom (竖排); At and Pos place each glyph's own origin
	Rotated                  // the line turned by 90° clockwise: letters in vertical text
)

// Rule is a straight line, drawn centred on From–To with butt ends.
type Rule struct {
	From, To unit.Point
	Width    unit.Length
	Gray     uint8
	Ink      Ink
	Node     *Node // an underline belongs to its text; nil: a layout artifact
}

// Fill is a box of one grey, an artifact.
type Fill struct {
	Box  unit.Rect
	Gray uint8 // 0 black … 100 white
}

// Image is a picture in a box; Data is the PNG or JPEG file.
type Image struct {
	Box  unit.Rect
	Data []byte
	Node *Node // a Figure; nil: a layout artifact
	// Multiply lets what is below show through, as ink on ink: a seal on the text it is pressed on.
	Multiply bool
}

// Link is a live area: to a web or mail address, or to a place in the document.
type Link struct {
	Box  unit.Rect
	URL  string
	Dest *Dest  // where URL is ""
	Text string // what the link says, for screen readers
	Node *Node  // the Link node its text belongs to
}

func (*Text) item()  {}
func (*Rule) item()  {}
func (*Fill) item()  {}
func (*Image) item() {}
func (*Link) item()  {}

// Artifact says what an item outside the structure is (ISO 32000-1 14.8.2.2.2).
type Artifact uint8

// The kinds of artifact.
const (
	LayoutArtifact Artifact = iota // rules, fills, underlines, leaders
	HeaderArtifact                 // running head
	FooterArtifact                 // running foot, page number
	RepeatArtifact                 // a table's head or a row's label drawn again on a following page
	WatermarkArtifact
)
