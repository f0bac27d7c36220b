package doc

import (
	"unicode/utf8"

	"github.com/banxin-go/banxin/layout/unit"
)

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
	// Merge names columns whose equal neighbours below one another Fit makes one cell, a later column only inside the groups
	// of the earlier ones. All rows of such a table list every column; the first text of a group stands.
	Merge []int
	// Empty stands over the full width of a table that has no rows below its head: 本表无数据. nil: nothing does.
	Empty []Span
	Notes [][]Span // below the table, kept with its last row: 注：……
	// Footnotes are the notes that Span.Note in this table's own texts refer to, marked 1) 2) … in the order given and set
	// below Notes. Their keys are unique in the document.
	Footnotes []Note
	Summary   string // what the table tells, for screen readers; DOCX tblDescription
	Keep      bool   // never cut by a page end as long as it fits on one page
	Carry     *Carry // subtotals at page ends; nil: none
	// SplitColumns lets Fit make several tables of one that is too wide for the page, the stub columns in each.
	SplitColumns bool
	Rules        *Rules // nil: the sheet's
	Key          string // target of links "#key" and of Span.Ref
	// Pad and TextSize are set by Fit where figures would not fit otherwise: the distance of text from a cell's left and
	// right edge in place of the sheet's, and the size of all type in the cells in place of the styles'. 0 changes nothing.
	Pad      unit.Length
	TextSize unit.Length
	// Continued is set by Fit for the second and later parts of a table split by its columns: （续表） stands behind the
	// caption from the start.
	Continued bool
}

// Carry asks for a row 过次页 at the foot of each page that a table does not end on, and 承前页 at the head of the next:
// sums of the figures so far, in exact decimal arithmetic, with as many decimals as the column has. A DOCX has no such rows: whoever
// edits it changes figures and pages, and a sum that is wrong then is not seen, where one that is missing is.
type Carry struct {
	Columns []int  // whose figures are summed
	Down    string // "": 过次页
	Up      string // "": 承前页
}

// Column is one column of the grid.
type Column struct {
	Width unit.Length // fixed width; 0: found by Fit
	Share int         // weight with which a column without Width takes part in what is left; 0: by content
	Align Align       // of data cells; AlignAuto: the cell style's
	// Point is set by Fit for a column with AlignDecimal: how far its decimal points stand from the right edge of the
	// text's room, so that the figures as a block stand in the column's middle.
	Point unit.Length
}

// Row is one row of the grid: the cells that start in it, left to right.
type Row struct {
	Cells    []Cell
	Height   unit.Length // at least; 0: as the text wants
	KeepNext bool        // never the last row on a page: a band or head row inside the body
	Total    bool        // a sum of other rows, which Carry must not count again
}

// Cell is one cell, merged over RowSpan × ColSpan slots.
type Cell struct {
	Src      string
	Style    string // "": TableHead for head cells, TableText else
	Text     []Span
	Blocks   []Block // paragraphs, lists and figures in place of Text
	RowSpan  int     // 0 means 1
	ColSpan  int     // 0 means 1
	Kind     CellKind
	Align    Align  // AlignAuto: the column's, else the style's
	VAlign   VAlign // VAlignAuto: middle
	Vertical bool   // text runs downwards (竖排)
	Shade    Gray
	Edges    *Edges // nil: rules as the table has them
	// Diagonal divides the cell by lines from its upper left corner (斜线表头), in place of Text: two texts by one line, the
	// one above it first; three by two lines, clockwise from the upper right.
	Diagonal [][]Span
	// Reach is set by Fit for a label that would be broken inside a word otherwise: how far its text reaches into the padding.
	Reach Reach
	Point unit.Length // set by Fit, for a cell over several columns that asks for AlignDecimal itself: as Column.Point
}

// Reach is how much nearer to a cell's left and right edges its text comes than that of the other cells.
type Reach struct{ Left, Right unit.Length }

// Edges overrides the rules around one cell. Where two neighbours disagree, EdgeNone wins, then the heavier kind.
type Edges struct{ Top, Right, Bottom, Left Edge }

// Edge is one of a table's rules.
type Edge uint8

// The kinds of edge.
const (
	EdgeAuto  Edge = iota // by its place in the table
	EdgeNone              // no rule
	EdgeInner             // Rules.Inner
	EdgeHead              // Rules.Head
	EdgeOuter             // Rules.Outer
)

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

// UnitInside says whether the unit line keeps to the edges of a table of this width, as it does unless it would be broken there.
func (t *Table) UnitInside(s *Style, width unit.Length) bool {
	n := 0
	for i := range t.Unit {
		n += utf8.RuneCountInString(t.Unit[i].Text)
	}
	return unit.Length(n)*s.Size <= width
}
