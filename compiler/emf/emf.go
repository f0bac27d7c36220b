// Package emf writes a drawing as an Enhanced Metafile (MS-EMF): the one vector picture that Word, WPS and LibreOffice all draw
// by themselves. SVG is drawn by Word from 2016 on, and needs a picture of dots beside it for the others.
//
// A file holds nothing but paths, filled and stroked; characters are outlines of their glyphs, so that the picture needs no
// fonts and looks like the PDF wherever it is shown. Colours are greys and the red of GB/T 9704. It names no program, date or
// device of its own: the same drawing gives the same bytes.
package emf

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// The units of a file. A device unit is 1/50 mm, twice as fine as the frame is told in; a logical unit is a tenth of it, 72 EMU:
// 10 pt are 1764 of them, and A3 is 210,000 wide.
const (
	deviceUnit  = unit.MM / 50
	logicalUnit = deviceUnit / 10
	frameUnit   = unit.MM / 100
	deviceSize  = 500 // of the device that is pretended, in mm
)

// ErrItem is an item that a metafile of paths cannot hold: a picture, a link, vertical text.
var ErrItem = errors.New("emf: neither a path nor a line of text")

// LimitError is a drawing larger than the format's numbers.
type LimitError struct{ Size unit.Size }

func (e *LimitError) Error() string {
	return fmt.Sprintf("emf: a drawing of %s × %s, at most %d mm each way", e.Size.W, e.Size.H, deviceSize)
}

// Picture draws items whose coordinates count from the upper left corner of a picture of a size. Errors are ErrItem, a *LimitError
// and those of the faces' outlines.
func Picture(size unit.Size, items []display.Item) ([]byte, error) {
	if size.W <= 0 || size.H <= 0 || max(size.W, size.H) > deviceSize*unit.MM {
		return nil, &LimitError{size}
	}
	w := &writer{size: size, handles: 1, brushes: map[uint32]uint32{}, pens: map[pen]uint32{}}
	w.start()
	for _, item := range items {
		if err := w.item(item); err != nil {
			return nil, err
		}
	}
	w.record(recEOF, 0, 16, 20) // no palette; the record's length again
	return append(w.header(), w.body...), nil
}

// The records in use (MS-EMF 2.1.1).
const (
	recHeader            = 1
	recPolyBezierTo      = 5
	recPolyLineTo        = 6
	recSetWindowExt      = 9
	recSetWindowOrg      = 10
	recSetViewportExt    = 11
	recSetViewportOrg    = 12
	recEOF               = 14
	recSetMapMode        = 17
	recSetPolyFillMode   = 19
	recMoveTo            = 27
	recSelectObject      = 37
	recCreateBrush       = 39
	recBeginPath         = 59
	recEndPath           = 60
	recCloseFigure       = 61
	recFillPath          = 62
	recStrokeAndFillPath = 63
	recStrokePath        = 64
	recExtCreatePen      = 95
)

// A writer collects the records behind the header.
type writer struct {
	size    unit.Size
	body    []byte
	records uint32
	handles uint32            // given so far; 0 is the file itself
	brushes map[uint32]uint32 // handles, by colour
	pens    map[pen]uint32
	brush   uint32 // selected
	pen     uint32
}

// A pen is a solid line; width in logical units.
type pen struct{ color, width uint32 }

func (w *writer) record(kind uint32, values ...uint32) {
	w.records++
	w.body = binary.LittleEndian.AppendUint32(w.body, kind)
	w.body = binary.LittleEndian.AppendUint32(w.body, uint32(8+4*len(values)))
	for _, v := range values {
		w.body = binary.LittleEndian.AppendUint32(w.body, v)
	}
}

// device gives the picture's size in device units, rounded up: nothing is cut off.
func (w *writer) device() (width, height uint32) {
	up := func(l unit.Length) uint32 { return uint32((l + deviceUnit - 1) / deviceUnit) }
	return up(w.size.W), up(w.size.H)
}

// start says how coordinates are counted, and that overlapping outlines are ink.
func (w *writer) start() {
	width, height := w.device()
	w.record(recSetMapMode, 8) // anisotropic: both scales are stated
	w.record(recSetWindowOrg, 0, 0)
	w.record(recSetWindowExt, 10*width, 10*height)
	w.record(recSetViewportOrg, 0, 0)
	w.record(recSetViewportExt, width, height)
	w.record(recSetPolyFillMode, 2) // winding
}

// header is the first record (MS-EMF 2.3.4.2), with both extensions.
func (w *writer) header() []byte {
	const length = 108
	width, height := w.device()
	frame := func(l unit.Length) uint32 { return uint32(l / frameUnit) }
	h := make([]byte, 0, length)
	for _, v := range []uint32{
		recHeader, length,
		0, 0, width - 1, height - 1, // bounds, the last units included
		0, 0, frame(w.size.W), frame(w.size.H),
		0x464D4520, 0x00010000, // " EMF", version 1.0
		uint32(length + len(w.body)), w.records + 1, w.handles, // the handles' two bytes, and two that are reserved
		0, 0, 0, // no description, no palette
		deviceSize * 50, deviceSize * 50, deviceSize, deviceSize,
		0, 0, 0, // no pixel format, no OpenGL
		deviceSize * 1000, deviceSize * 1000, // in micrometres
	} {
		h = binary.LittleEndian.AppendUint32(h, v)
	}
	return h
}
