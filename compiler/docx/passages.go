package docx

import (
	"math"
	"slices"

	"github.com/banxin-go/banxin/compiler/printed"
	"github.com/banxin-go/banxin/layout/doc"
)

// Prose beside a page's end is not shown again as a label is: it goes on. In the file its cell ends where the layout's page does, and
// another goes on with the text from the line that the page begins with. Left whole, such a cell is what LibreOffice cannot set: it
// clips the text at the page's end, and loses rows.

// A clip is the stretch of a cell's parts that one of its pieces has: from a place to another.
type clip struct {
	from, to place
	part     int // parts passed
}

// A place is a byte of the text of a part.
type place struct{ part, at int }

// end stands behind everything.
var end = place{math.MaxInt, 0}

// next gives the stretch of the next part's text that is to be written, and whether any is. A clip that is nil has all.
func (c *clip) next(spans []doc.Span) (from, to int, some bool) {
	if c == nil {
		return 0, math.MaxInt, true
	}
	n := c.part
	c.part++
	if n < c.from.part || n > c.to.part || n == c.to.part && c.to.at == 0 {
		return 0, 0, false
	}
	to = math.MaxInt
	if n == c.from.part {
		from = c.from.at
	}
	if n == c.to.part {
		to = c.to.at
		if byteAt(spans, to-1) == '\n' {
			to-- // the page's end is the line's
		}
	}
	return from, to, true
}

// byteAt is a byte of the text of spans.
func byteAt(spans []doc.Span, at int) byte {
	for i := range spans {
		if at < len(spans[i].Text) {
			return spans[i].Text[at]
		}
		at -= len(spans[i].Text)
	}
	return 0
}

// empty says whether a piece has nothing: its row has no room for the first line.
func (c *clip) empty() bool { return c != nil && c.from == c.to }

// repeats begins the name of the bookmark in a cell that has to do with the one above.
func repeats(c *clip) string {
	if c == nil {
		return printed.Again
	}
	return printed.More
}

// clipOf gives what the piece of a cell has that begins in the row, nil where the cell has one piece, or a label.
func (w *tableWriter) clipOf(cell, row int) *clip {
	if _, long := slices.BinarySearch(w.pages.Long, cell); !long || w.opts.MergedLabels {
		return nil
	}
	at := &w.grid.Cells[cell]
	c, began := clip{to: end}, at.Row
	for _, p := range w.pages.Passages {
		switch at := (place{p.Part, p.At}); {
		case p.Cell != cell:
		case p.Row > row:
			c.to = at
			return &c
		default:
			c.from, began = at, p.Row
		}
	}
	i, _ := slices.BinarySearch(w.pages.Cuts, began+1)
	switch {
	case i < len(w.pages.Cuts) && w.pages.Cuts[i] <= row:
		return &clip{from: end, to: end} // the text has ended on a page before
	case began == at.Row && (i == len(w.pages.Cuts) || w.pages.Cuts[i] >= at.Row+at.Rows):
		return nil
	}
	return &c
}
