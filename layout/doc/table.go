package doc

import "github.com/banxin-go/banxin/layout/unit"

// Table is a table of merged cells. Rows list only the cells that start in them, as in HTML: a slot covered from above or
// from the left is not listed.
type Table struct {
	Src      string
	Caption  []Span // set above the table, "（续表）" behind it on following pages
	Unit     []Span // 单位：万元, at the right above the table, on following pages too
	Columns  []Column
	HeadRows int // leading rows that head every page the table reaches
	StubCols int // leading columns whose cells head their rows
	Rows     []Row
	Notes    [][]Span // below the table, kept with its last row
	Summary  string   // what the table tells, for screen readers; DOCX tblDescription
	Keep     bool     // never cut by a page end as long as it fits on one page
	Rules    *Rules   // nil: the sheet's
	Key      string   // target of links "#key"
	// Pad and TextSize are set by Fit where figures would not fit otherwise: the distance of text from a cell's left and
	// right edge in place of the sheet's, and the size of all type in the cells in place of the styles'. 0 changes nothing.
	Pad      unit.Length
	TextSize unit.Length
}

// Column is one column of the grid.
type Column struct {
	Width unit.Length // fixed width; 0: found by Fit
	Share int         // weight with which a column without Width takes part in what is left; 0: by content
	Align Align       // of data cells; AlignAuto: the cell style's
}

// Row is one row of the grid: the cells that start in it, left to right.
type Row struct {
	Cells    []Cell
	Height   unit.Length // at least; 0: as the text wants
	KeepNext bool        // never the last row on a page: a band or head row inside the body
}

// Cell is one cell, merged over RowSpan × ColSpan slots.
type Cell struct {
	Src      string
	Style    string // "": TableHead for head cells, TableText else
	Text     []Span
	Blocks   []Block // paragraphs and lists in place of Text
	RowSpan  int     // 0 means 1
	ColSpan  int     // 0 means 1
	Kind     CellKind
	Align    Align  // AlignAuto: the column's, else the style's
	VAlign   VAlign // VAlignAuto: middle
	Vertical bool   // text runs downwards (竖排)
	Shade    Gray
}

// CellKind says whether a cell heads others.
type CellKind uint8

// The kinds of cell.
const (
	CellAuto       CellKind = iota // by HeadRows and StubCols
	CellData                       // data wherever it stands
	CellColumnHead                 // heads the cells below it, up to the next head
	CellRowHead                    // heads the cells right of it
)

// Gray is the grey of a fill in percent: 0 is no fill, 100 is black.
type Gray uint8

// Align is the horizontal place of text.
type Align uint8

// The alignments. Outside and Inside are for running heads and feet only.
const (
	AlignAuto Align = iota
	AlignJustify
	AlignLeft
	AlignCenter
	AlignRight
	AlignDecimal // figures of a column stand with their decimal points in line; falls back to AlignRight where there are none
	AlignOutside // right on odd pages, left on even ones
	AlignInside  // left on odd pages, right on even ones
)

// VAlign is the vertical place of a cell's text.
type VAlign uint8

// The vertical alignments.
const (
	VAlignAuto VAlign = iota
	VAlignTop
	VAlignMiddle
	VAlignBottom
)

// Rules are the widths of a table's rules. 0 draws none: {Outer: 1.5pt, Head: 0.75pt, Open: true} is a three-line table (三线表).
type Rules struct {
	Outer unit.Length // around the table
	Head  unit.Length // below the head rows
	Inner unit.Length // between cells
	Open  bool        // no rules at the left and right side
}
