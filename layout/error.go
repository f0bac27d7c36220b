package layout

import (
	"fmt"

	"github.com/banxin-go/banxin/layout/unit"
)

// RaggedError is a row of a table with Merge that does not list every column.
type RaggedError struct{ Row, Got, Want int }

func (e *RaggedError) Error() string {
	return fmt.Sprintf("layout: row %d of a table whose equal cells are merged has %d cells, not %d", e.Row+1, e.Got, e.Want)
}

// RoomError is a page that has less room than one line of a table takes up with what is drawn above and below it.
type RoomError struct{ Height, Room unit.Length }

func (e *RoomError) Error() string {
	return fmt.Sprintf("layout: a line of the table takes up %s of a page of %s", e.Height, e.Room)
}

// Error is a fault found while laying out one block of the document.
type Error struct {
	Src string // the block's place in the report
	Err error  // fonts.MissingError, tables.GapError and their like
}

func (e *Error) Error() string { return fmt.Sprintf("%s: %v", e.Src, e.Err) }

// Unwrap gives the fault itself.
func (e *Error) Unwrap() error { return e.Err }
