// Package picture says of a PNG or JPEG file what must be known before it is taken over: its size as it is seen, and that it is
// neither cut short nor damaged.
package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image/png"
	"io"

	"github.com/banxin-go/banxin/layout/unit"
)

// MaxPixels is the most pixels a picture may have: A3 at 600 dpi has 70 million. A file of a few kilobytes can claim more
// than any machine has memory for.
const MaxPixels = 100_000_000

// ErrFormat is a file that is neither PNG nor JPEG; ErrShort one that ends too early; ErrDamaged one whose parts are not as they
// were written; ErrCoding one of a kind that few programs read: arithmetic codes, 12 bits, two components, a hundred scans.
var (
	ErrFormat  = errors.New("neither PNG nor JPEG")
	ErrShort   = errors.New("the file is cut short")
	ErrDamaged = errors.New("the file is damaged")
	ErrCoding  = errors.New("the file has an uncommon coding")
)

// SizeError is a picture with more than MaxPixels.
type SizeError struct{ Width, Height int }

func (e *SizeError) Error() string { return fmt.Sprintf("%d × %d pixels", e.Width, e.Height) }

// File is what a picture's headers say.
type File struct {
	Format        string // "png" or "jpeg"
	Width, Height int    // in pixels, as seen: turned as Orientation asks
	Orientation   int    // EXIF's, 1 to 8: how the stored rows must be turned to be seen upright (Exif 2.32, 4.6.4)
	Length        int    // of the picture in bytes: what stands behind its end mark is no part of it
}

// Read judges a file: it reads its headers and walks through all of it, so that no decoder finds a fault in what it takes. The error
// is ErrFormat, ErrShort, ErrDamaged, ErrCoding or a *SizeError.
func Read(data []byte) (File, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")):
		return readPNG(data)
	case bytes.HasPrefix(data, []byte("\xFF\xD8\xFF")):
		return readJPEG(data)
	}
	return File{}, ErrFormat
}

func readPNG(data []byte) (File, error) {
	c, err := png.DecodeConfig(bytes.NewReader(data))
	var kind png.UnsupportedError
	switch {
	case errors.As(err, &kind):
		return File{}, ErrCoding
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return File{}, ErrShort
	case err != nil:
		return File{}, ErrDamaged
	case c.Width > MaxPixels/c.Height:
		return File{}, &SizeError{c.Width, c.Height}
	}
	end, err := checkPNG(data)
	return File{"png", c.Width, c.Height, 1, end}, err
}

func readJPEG(data []byte) (File, error) {
	j := jpegFile{data: data, at: 2}
	if err := j.check(); err != nil {
		return File{}, err
	}
	f := File{"jpeg", j.frame.width, j.frame.height, orientationOf(data), j.at}
	if f.Turned() {
		f.Width, f.Height = f.Height, f.Width
	}
	// Most files are taken over as they are. Of these the pixels are needed: the DOCX has them turned, the PDF in other colours.
	turned, inks := f.Orientation > 1, len(j.frame.components) == 4
	if (turned || inks) && !j.decodes() || turned && inks && !j.adobe {
		return File{}, ErrCoding
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
