package docx

import (
	"errors"
	"fmt"
)

// TextError is a character that no DOCX can hold: a control character, a non-character, or a byte that is not UTF-8 (Rune is
// then U+FFFD).
type TextError struct {
	Src    string // place of the block in the report
	Rune   rune
	Offset int // bytes from the start of the span
}

func (e *TextError) Error() string {
	return fmt.Sprintf("docx: %s: character %U at byte %d cannot stand in a document", e.Src, e.Rune, e.Offset)
}

// LinkError is a link that leads nowhere: an address that is neither http, https nor mailto, or a key that no block has.
type LinkError struct {
	Src  string
	Link string
}

func (e *LinkError) Error() string {
	return fmt.Sprintf("docx: %s: link %q leads nowhere", e.Src, e.Link)
}

// StyleError is a style that the sheet does not have.
type StyleError struct {
	Src   string
	Style string
}

func (e *StyleError) Error() string { return fmt.Sprintf("docx: %s: no style %q", e.Src, e.Style) }

// PropertyError is a custom property without a name, of one that another has, or of one too long: Word repairs such a file.
type PropertyError struct{ Name string }

func (e *PropertyError) Error() string {
	return fmt.Sprintf("docx: property %q: its name is empty, another's, or longer than %d characters", e.Name, maxPropertyName)
}

// LimitError is more than Word can open.
type LimitError struct {
	Src   string
	What  string // "columns", "page width" …
	Value int64
	Max   int64
}

func (e *LimitError) Error() string {
	return fmt.Sprintf("docx: %s: %s: %d, Word takes at most %d", e.Src, e.What, e.Value, e.Max)
}

// WidthError is a table column without a width: the document was not fitted.
type WidthError struct {
	Src    string
	Column int // from 0
}

func (e *WidthError) Error() string {
	return fmt.Sprintf("docx: %s: column %d has no width", e.Src, e.Column)
}

// ImageError is a picture that is neither PNG nor JPEG, or is damaged.
type ImageError struct {
	Src string
	Err error
}

func (e *ImageError) Error() string { return fmt.Sprintf("docx: %s: picture: %v", e.Src, e.Err) }

// Unwrap gives the fault itself.
func (e *ImageError) Unwrap() error { return e.Err }

// TableError is a table that cannot be written: the faults of its merged cells, as tables.Resolve joins them, or a block
// that no cell can hold.
type TableError struct {
	Src string
	Err error
}

func (e *TableError) Error() string { return fmt.Sprintf("docx: %s: %v", e.Src, e.Err) }

// Unwrap gives the fault itself.
func (e *TableError) Unwrap() error { return e.Err }

var errCellBlock = errors.New("a cell holds paragraphs and lists only")
