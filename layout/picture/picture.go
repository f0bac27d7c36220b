// Package picture says of a PNG or JPEG file what must be known before it is decoded: its size as it is seen, and that it is
// neither cut short nor damaged, as far as that shows without decoding.
package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	_ "image/jpeg" // the formats that PDF and DOCX take over as they are
	_ "image/png"
	"io"

	"github.com/banxin-go/banxin/layout/unit"
)

// MaxPixels is the most pixels a picture may have: A3 at 600 dpi has 70 million. A file of a few kilobytes can claim more
// than any machine has memory for.
const MaxPixels = 100_000_000

// ErrFormat is a file that is neither PNG nor JPEG; ErrShort one that ends too early; ErrDamaged one whose parts are not as they
// were written.
var (
	ErrFormat  = errors.New("neither PNG nor JPEG")
	ErrShort   = errors.New("the file is cut short")
	ErrDamaged = errors.New("the file is damaged")
)

// SizeError is a picture without pixels, or with more than MaxPixels.
type SizeError struct{ Width, Height int }

func (e *SizeError) Error() string { return fmt.Sprintf("%d × %d pixels", e.Width, e.Height) }

// File is what a picture's headers say.
type File struct {
	Format        string // "png" or "jpeg"
	Width, Height int    // in pixels, as seen: turned as Orientation asks
	Orientation   int    // EXIF's, 1 to 8: how the stored rows must be turned to be seen upright (Exif 2.32, 4.6.4)
}

// Read reads the headers of a file and walks through its parts. The error is ErrFormat, ErrShort, ErrDamaged, a *SizeError, or
// what package image finds.
func Read(data []byte) (File, error) {
	c, format, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case errors.Is(err, image.ErrFormat) || err == nil && format != "png" && format != "jpeg":
		return File{}, ErrFormat
	case errors.Is(err, io.ErrUnexpectedEOF):
		return File{}, ErrShort
	case err != nil:
		return File{}, err
	case c.Width <= 0 || c.Height <= 0 || c.Width > MaxPixels/c.Height:
		return File{}, &SizeError{c.Width, c.Height}
	}
	walk := CheckJPEG
	if format == "png" {
		walk = checkPNG
	}
	if err := walk(data); err != nil {
		return File{}, err
	}
	f := File{Format: format, Width: c.Width, Height: c.Height, Orientation: 1}
	if format == "jpeg" {
		f.Orientation = orientationOf(data)
	}
	if f.Turned() {
		f.Width, f.Height = f.Height, f.Width
	}
	return f, nil
}

// Turned says that the picture is seen on its side: its rows are columns.
func (f File) Turned() bool { return f.Orientation >= 5 }

// Size is the size a picture is set in: as wide as asked, where width is 0 by 150 pixels to the inch, at most the area.
func (f File) Size(width unit.Length, area unit.Size) unit.Size {
	w := width
	if w <= 0 {
		w = unit.Length(f.Width) * unit.Inch / 150
	}
	w = min(w, area.W)
	h := w.MulDiv(int64(f.Height), int64(f.Width))
	if h > area.H {
		w, h = area.H.MulDiv(int64(f.Width), int64(f.Height)), area.H
	}
	return unit.Size{W: max(w, 1), H: max(h, 1)}
}

// checkPNG walks the chunks up to IEND (PNG 5.3), each with its checksum.
func checkPNG(data []byte) error {
	for at := 8; at+12 <= len(data); {
		n := int(binary.BigEndian.Uint32(data[at:]))
		end := at + 12 + n
		if n < 0 || end > len(data) {
			return ErrShort
		}
		if crc32.ChecksumIEEE(data[at+4:end-4]) != binary.BigEndian.Uint32(data[end-4:]) {
			return ErrDamaged
		}
		if string(data[at+4:at+8]) == "IEND" {
			return nil
		}
		at = end
	}
	return ErrShort
}
