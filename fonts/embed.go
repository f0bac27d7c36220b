package fonts

import (
	"sync"

	"github.com/banxin-go/banxin/fonts/subset"
)

// opened is the subsetter's view of a face, made when first asked for.
type opened struct {
	once sync.Once
	font *subset.Font
	err  error
}

// Outlines gives the face as the subsetter sees it, for whole faces and other forms of embedding. It says nothing about
// rights: ask Embeddable first. Errors are the subsetter's.
func (f *Face) Outlines() (*subset.Font, error) {
	f.open.once.Do(func() { f.open.font, f.open.err = subset.Open(f.data, f.Index) })
	return f.open.font, f.open.err
}

// Subset cuts the face down to the glyphs, for a PDF. Glyph i of the result is gids[i]; gids[0] must be 0. Trims make
// some of them narrower. A face whose rights forbid embedding or subsetting gives an *EmbedError; other errors are the subsetter's.
func (f *Face) Subset(gids []uint16, trims ...subset.Trim) (*subset.Program, error) {
	if !f.Embeddable() {
		return nil, &EmbedError{f, f.rights}
	}
	font, err := f.Outlines()
	if err != nil {
		return nil, err
	}
	return font.Subset(gids, trims...)
}

// Bounds gives the box around a glyph's ink in font units, Y upwards. ok is false for a glyph without ink, such as a space.
func (f *Face) Bounds(gid uint16) (xMin, yMin, xMax, yMax int32, ok bool) {
	font, err := f.Outlines()
	if err != nil {
		return 0, 0, 0, 0, false
	}
	x0, y0, x1, y1, ok := font.GlyphBounds(gid)
	return int32(x0), int32(y0), int32(x1), int32(y1), ok
}

// Outline traces a glyph, composed ones included; a blank one has no steps. Errors are the subsetter's.
func (f *Face) Outline(gid uint16) ([]subset.Step, error) {
	font, err := f.Outlines()
	if err != nil {
		return nil, err
	}
	return font.Outline(gid)
}
