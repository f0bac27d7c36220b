package layout

import (
	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// A store has room for what is set. A report has hundreds of short texts: they share a few stretches of memory.
type store struct {
	blocks []textBlock
	pieces []piece
	glyphs []fonts.Glyph
	pos    []unit.Length
	texts  []display.Text // on a page
}

// Lengths of the stretches.
const (
	blockStretch = 32
	pieceStretch = 48
	glyphStretch = 256
	textStretch  = 48
)

// take gives room for n from a stretch, which is followed by another where it has not got it.
func take[T any](stretch *[]T, n, size int) []T {
	if n > size/4 {
		return make([]T, 0, n)
	}
	if cap(*stretch)-len(*stretch) < n {
		*stretch = make([]T, 0, size)
	}
	from := len(*stretch)
	*stretch = (*stretch)[:from+n]
	return (*stretch)[from : from : from+n]
}

// reset takes all back.
func (s *store) reset() {
	s.blocks, s.pieces, s.glyphs, s.pos = s.blocks[:0], s.pieces[:0], s.glyphs[:0], s.pos[:0]
}

// painted takes back all but what stands on the page.
func (s *store) painted() { s.blocks, s.pieces = s.blocks[:0], s.pieces[:0] }

func (s *store) block(b textBlock) *textBlock {
	room := append(take(&s.blocks, 1, blockStretch), b)
	return &room[0]
}

// run gives room for n glyphs and their places.
func (s *store) run(n int) ([]fonts.Glyph, []unit.Length) {
	return take(&s.glyphs, n, glyphStretch), take(&s.pos, n, glyphStretch)
}
