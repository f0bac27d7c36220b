package tables

import (
	"fmt"

	"github.com/banxin-go/banxin/layout/unit"
)

// SizeError is a table without rows or columns, or with more than MaxCols columns or MaxSlots slots.
type SizeError struct{ Rows, Cols int }

func (e SizeError) Error() string {
	switch {
	case e.Cols <= 0:
		return "tables: the table has no columns"
	case e.Rows == 0:
		return "tables: the table has no rows"
	}
	return fmt.Sprintf("tables: %d rows of %d columns are too many", e.Rows, e.Cols)
}

// HeadCountError is a number of head rows that is negative or more than there are rows.
type HeadCountError struct{ Head, Rows int }

func (e HeadCountError) Error() string {
	return fmt.Sprintf("tables: %d head rows in a table of %d rows", e.Head, e.Rows)
}

// SpanError is a negative span. Col is where the cell would stand.
type SpanError struct {
	Row, Col int
	Span     Span
}

func (e SpanError) Error() string {
	return fmt.Sprintf("tables: row %d, column %d: a cell cannot span %d rows and %d columns", e.Row+1, e.Col+1, e.Span.Rows, e.Span.Cols)
}

// ReachError is a cell that leaves the grid: by Rows rows below and by Cols columns at the right.
type ReachError struct{ Row, Col, Rows, Cols int }

func (e ReachError) Error() string {
	return fmt.Sprintf("tables: row %d, column %d: the cell leaves the grid by %d rows and %d columns", e.Row+1, e.Col+1, e.Rows, e.Cols)
}

// OverlapError is a cell, anchored at Row and Col, that runs into the cell With, which comes from above, at column At.
type OverlapError struct {
	Row, Col int
	At       int
	With     Cell
}

func (e OverlapError) Error() string {
	return fmt.Sprintf("tables: row %d, column %d: the cell runs at column %d into the cell that starts in row %d, column %d",
		e.Row+1, e.Col+1, e.At+1, e.With.Row+1, e.With.Col+1)
}

// HeadError is a cell that starts in the head rows and leaves them by Rows rows, so that the head could not be repeated.
type HeadError struct{ Row, Col, Rows int }

func (e HeadError) Error() string {
	return fmt.Sprintf("tables: row %d, column %d: the cell leaves the head rows by %d rows", e.Row+1, e.Col+1, e.Rows)
}

// GapError is a run of Cols slots, from Col on, that no cell of the row or from above fills.
type GapError struct{ Row, Col, Cols int }

func (e GapError) Error() string {
	return fmt.Sprintf("tables: row %d: no cell in %s", e.Row+1, columnRange(e.Col, e.Cols))
}

// ExtraError is a row that lists Cells cells more than it has room for; Col is always the number of columns.
type ExtraError struct{ Row, Col, Cells int }

func (e ExtraError) Error() string {
	return fmt.Sprintf("tables: row %d: %d cells too many, all %d columns are taken", e.Row+1, e.Cells, e.Col)
}

// CountError is an argument with the wrong number of entries: one for each cell, column or row is wanted.
type CountError struct {
	Name      string
	Got, Want int
}

func (e CountError) Error() string {
	return fmt.Sprintf("tables: %d %s given, %d wanted", e.Got, e.Name, e.Want)
}

// ColumnError is a column that does not exist, is named twice, or has a width that cannot be.
type ColumnError struct{ Col int }

func (e ColumnError) Error() string {
	return fmt.Sprintf("tables: column %d cannot be used like this", e.Col+1)
}

// NarrowError says that the content of the columns [Col, Col+Cols) needs more than there is: fixed columns too narrow for
// their longest words, or, with all columns, a table too narrow for all of its minima.
type NarrowError struct {
	Col, Cols         int
	Needed, Available unit.Length
}

func (e NarrowError) Error() string {
	return fmt.Sprintf("tables: %s: the content needs %s, there are %s", columnRange(e.Col, e.Cols), e.Needed, e.Available)
}

func columnRange(col, n int) string {
	if n == 1 {
		return fmt.Sprintf("column %d", col+1)
	}
	return fmt.Sprintf("columns %d to %d", col+1, col+n)
}
