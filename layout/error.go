package layout

import "fmt"

// Error is a fault found while laying out one block of the document.
type Error struct {
	Src string // the block's place in the report
	Err error  // fonts.MissingError, tables.GapError and their like
}

func (e *Error) Error() string { return fmt.Sprintf("%s: %v", e.Src, e.Err) }

// Unwrap gives the fault itself.
func (e *Error) Unwrap() error { return e.Err }
