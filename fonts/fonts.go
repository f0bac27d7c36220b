// Package fonts loads faces (TTF, OTF, TTC), falls back from face to face cluster by cluster, and shapes text into glyphs.
//
// A Face is read in place: Parse keeps the caller's bytes and looks at names, metrics and the character map only, which
// costs microseconds; HarfBuzz tables are built when a text first needs them. Faces and Sets are immutable and may be
// shared between goroutines. Nothing is ever taken from the operating system unless the caller hands its folder in.
//
// Han characters, kana, CJK punctuation, letters and figures take the plain path: character map and advance, without
// kerning and ligatures. That is also what Word and WPS do by default, so the PDF and the DOCX break their lines alike, and
// figures keep their width in columns. HarfBuzz shapes what needs it: combining marks, scripts with joining or reordering,
// languages with their own forms (locl), and, where Want.Kern asks for it, Latin. Text is never normalised: NFC would
// replace compatibility ideographs, which stand in personal names.
package fonts

// Role is one of the five kinds of face that a Chinese document asks for (GB/T 9704-2012 7 names them).
type Role string

// The roles. Their values are the names a Chinese reader knows them by.
const (
	Song         Role = "宋"   // body of books, page numbers
	Hei          Role = "黑"   // headings 一、
	Kai          Role = "楷"   // headings （一）
	FangSong     Role = "仿宋"  // body of government documents
	XiaoBiaoSong Role = "小标宋" // titles
)

// Roles gives all roles in the order in which they are listed and searched.
func Roles() [5]Role { return [5]Role{Song, Hei, Kai, FangSong, XiaoBiaoSong} }

// Rights says what a face's OS/2 table allows (fsType, OpenType 1.9 "OS/2").
type Rights uint16

// The values and bits of fsType. Usage bits 0-3 exclude each other; the least restrictive one that is set counts.
const (
	Installable  Rights = 0      // may be embedded without limits
	Restricted   Rights = 0x0002 // must not be embedded
	PreviewPrint Rights = 0x0004 // embedded for viewing and printing
	Editable     Rights = 0x0008 // embedded also in documents that are edited
	NoSubsetting Rights = 0x0100 // only the whole face may be embedded
	BitmapOnly   Rights = 0x0200 // only its bitmaps may be embedded
)

// Embeddable reports whether a subset of the outlines may go into a PDF.
func (r Rights) Embeddable() bool {
	return r.usage() != Restricted && r&(NoSubsetting|BitmapOnly) == 0
}

func (r Rights) usage() Rights {
	switch {
	case r&Editable != 0:
		return Editable
	case r&PreviewPrint != 0:
		return PreviewPrint
	}
	return r & Restricted
}

// String names the rights in the words of the OpenType specification.
func (r Rights) String() string {
	s := "installable"
	switch r.usage() {
	case Restricted:
		s = "restricted"
	case PreviewPrint:
		s = "preview and print"
	case Editable:
		s = "editable"
	}
	if r&NoSubsetting != 0 {
		s += ", no subsetting"
	}
	if r&BitmapOnly != 0 {
		s += ", bitmaps only"
	}
	return s
}

// Want says what a text is to be shaped for. The caller has split the text into Han and Latin stretches itself.
type Want struct {
	Role     Role // one that is not among Roles is set as 宋
	Bold     bool
	Latin    bool   // ask the role's Latin faces first: letters, figures and the marks that belong to them
	Vertical bool   // the line runs downwards: vert forms and vertical advances
	Kern     bool   // kerning and ligatures for Latin, by HarfBuzz; off by default, as in Word
	Lang     string // BCP 47, e.g. "zh-Hans", "ja"; picks locl forms; empty is zh-Hans
}

// Glyph is one glyph of a Run.
type Glyph struct {
	ID uint16
	// Advance moves the pen along the line, in font units: to the right, or downwards in a vertical run.
	Advance int32
	// DX, DY move the glyph's origin away from the pen, in font units, Y upwards. In a vertical run the pen stands on the
	// line's centre, at the top of the glyph's body.
	DX, DY int32
	// Start, End are the bytes of Run.Text that the glyph stands for. Several glyphs of one cluster have the same range; a
	// ligature covers all its characters, and so does 破折号 (two U+2014, one glyph of two em). Bytes outside of every range are default-ignorable characters.
	Start, End int
}

// Run is a stretch of text served by one face.
type Run struct {
	Face          *Face
	SyntheticBold bool // bold was asked for and the face has none: the painter thickens the outlines
	Vertical      bool
	Text          string
	Glyphs        []Glyph
}
