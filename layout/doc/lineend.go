package doc

import "github.com/banxin-go/banxin/layout/unit"

// A LineEnd is where a line of a paragraph ends, for writers of files whose readers break lines themselves.
type LineEnd struct {
	At int // behind its last byte, counted through the texts of the paragraph's spans
	// Forced says that no filling of lines ends one here: the writer must.
	Forced bool
	// Track is by how much each of its characters is to stand farther from the next, or closer where it is negative, so that
	// a line filled with all that it holds ends here.
	Track unit.Length
}
