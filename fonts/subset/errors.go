package subset

import (
	"errors"
	"fmt"
)

// ErrNotdef says that a glyph list does not begin with glyph 0 (.notdef).
var ErrNotdef = errors.New("subset: the first glyph must be 0 (.notdef)")

// FormatError reports font data that break their format.
type FormatError struct {
	// Table is the tag of the sfnt table at fault ("glyf", "CFF "), or "sfnt" for the file around them.
	Table string
	// Reason says in English what is wrong, without the table's name.
	Reason string
}

// Error gives table and reason.
func (e *FormatError) Error() string { return "subset: " + e.Table + " table: " + e.Reason }

// UnsupportedError reports a sound font of a kind that this package does not cut.
type UnsupportedError struct {
	// Feature is what the font has: "CFF2 outlines", "variable outlines", "no outlines".
	Feature string
}

// Error names the feature.
func (e *UnsupportedError) Error() string {
	return "subset: fonts with " + e.Feature + " are not supported"
}

// GlyphError reports a glyph list that the font cannot serve: a glyph it lacks, or too long a list.
type GlyphError struct {
	// Glyph is the first glyph at fault, when Listed is 0.
	Glyph uint16
	// Glyphs is how many glyphs there are (or may be).
	Glyphs int
	// Listed is the length of a list that is too long, else 0.
	Listed int
}

// Error gives the numbers.
func (e *GlyphError) Error() string {
	if e.Listed > 0 {
		return fmt.Sprintf("subset: %d glyphs listed, at most %d fit", e.Listed, e.Glyphs)
	}
	return fmt.Sprintf("subset: glyph %d asked for, the font has %d", e.Glyph, e.Glyphs)
}

// TrimError reports a [Trim] that is out of order, or of a glyph that is none, or that takes more than there is.
type TrimError struct{ Trim Trim }

// Error gives the numbers.
func (e *TrimError) Error() string {
	return fmt.Sprintf("subset: glyph %d of the list cannot be trimmed by %d and %d units", e.Trim.Index, e.Trim.Left, e.Trim.Right)
}

func broken(table, reason string) error { return &FormatError{Table: table, Reason: reason} }
