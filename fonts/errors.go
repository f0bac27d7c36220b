package fonts

import (
	"errors"
	"fmt"
	"strings"
)

// MissingError lists characters of a text that no face of the set has. No box is ever drawn in their place.
type MissingError struct {
	Role  Role
	Runes []rune // each once, in the order of the text
	At    []int  // byte offset of each one's first place in the text given to Shape
	// Others are, for each rune, the faces of the set that have it and do not serve the role.
	Others [][]*Face
}

func (e *MissingError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "fonts: no face for %s has", e.Role)
	for i, r := range e.Runes {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, " %q U+%04X", r, r)
		if names, _ := e.Elsewhere(i); len(names) > 0 {
			fmt.Fprintf(&b, " (%s would)", strings.Join(names, ", "))
		}
	}
	return b.String()
}

// EmbedError says that a face's OS/2 fsType forbids what a PDF needs: embedding a subset of its outlines.
type EmbedError struct {
	Face   *Face
	Rights Rights
}

func (e *EmbedError) Error() string {
	return fmt.Sprintf("fonts: %s (%s) must not be embedded: %s", e.Face.FullName, e.Face.Source, e.Rights)
}

// FormatError says why a file is not a face that can be used.
type FormatError struct {
	File   string // as given to Parse
	Table  string // the sfnt table at fault; empty when it is the file itself
	Reason string
}

func (e *FormatError) Error() string {
	if e.Table == "" {
		return fmt.Sprintf("fonts: %s: %s", e.File, e.Reason)
	}
	return fmt.Sprintf("fonts: %s: table %s: %s", e.File, e.Table, e.Reason)
}

var (
	// ErrNoFace is returned by NewSet for a configuration without a single face.
	ErrNoFace = errors.New("fonts: a set needs at least one face")
	// ErrText is returned by Shape for text that is not UTF-8.
	ErrText = errors.New("fonts: text is not valid UTF-8")
)
