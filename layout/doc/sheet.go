package doc

import "github.com/banxin-go/banxin/layout/unit"

// Sheet is the one flat style sheet of a document: no cascade, every style complete.
type Sheet struct {
	Page   Page
	Grid   Grid
	Styles []Style
	Table  TableSheet
	Lines  LineSetting
	Labels Labels
}

// Labels says which captions Fit numbers.
type Labels struct {
	Tables  Numbering // 表1
	Figures Numbering // 图1, charts too
}

// Numbering is how captions are numbered.
type Numbering uint8

// The numberings.
const (
	NoNumbers       Numbering = iota
	NumberDocument            // 表1, 表2 … through the document
	NumberByChapter           // 表 2-1: first in the chapter of the second heading of level 1
)

// Page is the shape of a page: paper, margins, and what runs at head and foot.
type Page struct {
	Size   unit.Size   // of the paper; wider than high is landscape
	Top    unit.Length // 天头
	Right  unit.Length // 切口
	Bottom unit.Length // 地脚
	Left   unit.Length // 订口
	Mirror bool        // Left and Right change places on even pages
	// Turned is a page that is bound with upright ones and read with the sheet turned clockwise by 90°: Size and margins are
	// those seen then, Head and Foot stay where the upright pages have them. Page.Turn makes one.
	Turned bool
	Head   []Line
	Foot   []Line
	First  *Furniture // of a section's first page, in place of Head and Foot; nil: the same as on the others
	// Watermark is a large pale text across every page, behind all else: 征求意见稿, 内部资料. "": none.
	Watermark string
}

// Furniture is what runs at the head and foot of a page. One without lines leaves both empty. On a first page AlignOutside
// is right, as on odd pages: Word has one first page for both sides.
type Furniture struct {
	Head []Line
	Foot []Line
}

// Line is a line of running text outside the type area.
type Line struct {
	Style string
	Text  string // {page}, {pages} and {title} are replaced
	Align Align
	// Offset is the distance from the type area's edge to the nearest ink of the line: the foot's upper edge, the head's
	// lower edge.
	Offset unit.Length
	Indent Chars // from the side that Align names
}

// Grid is the character grid of the type area: Chars Han characters on a full line, Lines lines on a full page.
type Grid struct {
	Chars int
	Lines int
}

// Pitch is the distance of the grid's lines on a page, in whole twips, and how many lines the page has: Grid.Lines on the sheet's own
// pages, on others as many as they hold, with what is left shared out among them. Without a grid both are 0.
func (s *Sheet) Pitch(p *Page) (pitch unit.Length, lines int) {
	own, area := s.Page.TypeArea().H/unit.Twip, p.TypeArea().H/unit.Twip
	if s.Grid.Chars <= 0 || s.Grid.Lines <= 0 || own <= 0 || area <= 0 {
		return 0, 0
	}
	n := unit.Length(s.Grid.Lines)
	if area != own {
		n = area / max(1, own/n)
	}
	if n == 0 || area < n {
		return 0, 0
	}
	return area / n * unit.Twip, int(n)
}

// Room is the part of a page's type area that is filled: whole lines of the grid. What is left, less than a point, is none of ours:
// LibreOffice cuts it off, and Word needs it to round in. A table that took it would lose its last row to the next page there.
func (s *Sheet) Room(p *Page) unit.Size {
	size := p.TypeArea().Size
	if pitch, lines := s.Pitch(p); lines > 0 {
		size.H = pitch * unit.Length(lines)
	}
	return size
}

// gridSlack is what word processors set characters closer than the grid, beside rounding to whole twips: LibreOffice cuts the
// type area down to whole cells, and characters of exactly that width do not fit in it.
const gridSlack = unit.Twip

// Tracking is by how much word processors set characters apart that are on the grid, in whole twips; closer if negative. A line
// holds Grid.Chars characters so, and justifying takes up the rest. Without a grid it is 0.
func (s *Sheet) Tracking() unit.Length {
	normal := s.Style("Normal")
	if s.Grid.Chars <= 0 || s.Grid.Lines <= 0 || normal == nil {
		return 0
	}
	chars, area := unit.Length(s.Grid.Chars), s.Page.TypeArea().W
	pitch := area / unit.Twip / chars * unit.Twip
	return pitch - normal.Size - gridSlack
}

// TrackingOf is the Tracking of a style's characters. Those of a style off the grid have their own width, and so have those of
// another size, whatever the style says.
func (s *Sheet) TrackingOf(style *Style) unit.Length {
	tracking := s.Tracking()
	if !style.OnGrid || tracking == 0 {
		return 0
	}
	if d := s.Style("Normal").Size + tracking - style.Size; d <= -style.Size/8 || d >= style.Size/8 {
		return 0
	}
	return tracking
}

// Chars is a length in hundredths of a character of the style's own size: 200 is two characters, as DOCX's firstLineChars.
type Chars int

// Style is a named look of paragraphs.
type Style struct {
	ID       string // DOCX style id: Normal, Title, Heading1 …
	Name     string // what a clerk reads in Word's style list
	Role     string // font role: 宋, 黑, 楷, 仿宋, 小标宋
	Size     unit.Length
	Leading  unit.Length // exact distance of baselines
	Before   unit.Length
	After    unit.Length
	Indent   Chars // first line; negative hangs
	Left     Chars // whole paragraph from the left
	Right    Chars
	Align    Align
	OnGrid   bool // Han characters advance by the sheet's character grid
	KeepNext bool // stays with the block that follows
	KeepAll  bool // lines stay together
	Bold     bool
	// HanLetters takes letters and figures from the Han face, not from the Latin one beside it: 半角宋体阿拉伯数字.
	HanLetters bool
	Gray       Gray // of the text: 0 is unset and means black
	Outline    int  // heading level 1–4, 0 for text
	Ink        Ink  // of the text; one that is not black has no Gray
	// Lead is space above that a page's top keeps, where Before is dropped.
	Lead unit.Length
	// Below is a rule below each paragraph or heading of the style. In cells, captions and lists there is none.
	Below Border
}

// TableSheet is how tables look unless they say otherwise.
type TableSheet struct {
	Rules Rules
	// Pad is the distance between a cell's edge and its text.
	PadX, PadY unit.Length
	// LeastPadY is what PadY may shrink to where that keeps a table on one page, MostPadY what it may grow to where the page
	// below a table would stay empty. Both outputs have the same rows then. 0: PadY stays.
	LeastPadY, MostPadY unit.Length
	// Reserve stays free on a page below rows that fill it: those of word processors, which count in twips and draw rules in whole
	// pixels, are not quite as high. Below lines of a row that goes on nothing stays free: word processors fill the page with them.
	Reserve unit.Length
	// Narrow is what PadX may shrink to where figures would not fit otherwise.
	Narrow unit.Length
	// HeadShade fills the head rows; 0: none.
	HeadShade Gray
}

// LineSetting is how text is set in lines.
type LineSetting struct {
	Breaking Breaking
	Kinsoku  Kinsoku
	// Squeeze lets adjacent punctuation and punctuation at line ends give up its empty half (CLREQ 3.1.6, GB/T 15834-2011 5.1.10).
	Squeeze bool
	// HanLatin is the gap between Han characters and letters or figures, in hundredths of a character: 25 by CLREQ 3.2.3.
	HanLatin Chars
	// Widows is the least number of lines of a paragraph at a page's top, Orphans at its foot.
	Widows, Orphans int
}

// WordLines is the line setting of word processors, for those to whom it matters most that the lines of the DOCX end where those
// of the PDF do: FirstFit, a gap of 22 hundredths between Han and Latin, which is LibreOffice's, and no mark squeezed. What it
// costs are rules of CLREQ that word processors do not have: marks as wide as characters at line ends and beside each other,
// numbers parted from their units, last lines of one character.
func WordLines() LineSetting {
	return LineSetting{Breaking: FirstFit, Kinsoku: KinsokuGB, HanLatin: 22, Widows: 2, Orphans: 2}
}

// Breaking says how paragraphs are divided into lines.
type Breaking uint8

// The ways of breaking. The zero value gives the better lines.
const (
	TotalFit Breaking = iota // all lines of a paragraph are weighed together, and numbers stay with their units
	// FirstFit fills one line after the other, as word processors do. Numbers stay with nothing, and letters and figures on the
	// character grid are tracked as Han characters are.
	FirstFit
)

// Kinsoku is the level of line start and line end prohibition (CLREQ 3.1.7).
type Kinsoku uint8

// The levels. The zero value is CLREQ's recommended one.
const (
	KinsokuBasic  Kinsoku = iota
	KinsokuNone           // any character may start or end a line
	KinsokuGB             // basic, and no solidus at a line's end
	KinsokuStrict         // GB, and no —— or …… at a line's start
)

// Style finds the style with the id, or nil.
func (s *Sheet) Style(id string) *Style {
	for i := range s.Styles {
		if s.Styles[i].ID == id {
			return &s.Styles[i]
		}
	}
	return nil
}

// TypeArea is the 版心 of a page that stands on an odd side.
func (p *Page) TypeArea() unit.Rect {
	return unit.Rect{
		Point: unit.Point{X: p.Left, Y: p.Top},
		Size:  unit.Size{W: p.Size.W - p.Left - p.Right, H: p.Size.H - p.Top - p.Bottom},
	}
}

// CellPicture is the greatest height of a picture in a table cell on pages with the type area: one that filled the page would leave
// no room for the table's caption and head.
func CellPicture(area unit.Size) unit.Length { return area.H * 5 / 8 }

// Turn gives the page of a table set across (横排表格): the sheet turned, its upper edge where the upright page has its left
// one. So on odd pages, bound at the left, the head of the table is at the 订口, and on even pages at the 切口, while the
// page number stays where it is on the other pages (GB/T 9704-2012 10).
func (p *Page) Turn() *Page {
	t := *p
	t.Size = unit.Size{W: p.Size.H, H: p.Size.W}
	t.Top, t.Right, t.Bottom, t.Left = p.Left, p.Top, p.Right, p.Bottom
	t.Turned = true
	return &t
}
