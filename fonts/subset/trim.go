package subset

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
)

// Trim makes a glyph of a subset narrower and leaves its outline as it is. Lines of Han text squeeze marks, whose advance is a
// whole em and half blank, by stepping back; programs that look for text in a PDF by its boxes take a box that runs far into the
// next one for the end of a line. A trimmed glyph ends where the next one begins.
type Trim struct {
	// Index is the glyph's place in the list, from 1.
	Index int
	// Left and Right are font units taken from its advance: in front of the outline, which moves to the left by as much, and
	// behind it. The outline may run over the advance that is left.
	Left, Right int
	// Up is how much higher the outline stands: raised by other means, a mark would stand on a line of its own to such programs.
	Up int
}

// trims are in the order of their glyphs.
type trims []Trim

// of gives the trim of glyph i, all zero where it has none.
func (t trims) of(i int) Trim {
	if at, ok := t.find(i); ok {
		return t[at]
	}
	return Trim{Index: i}
}

func (t trims) find(i int) (at int, ok bool) {
	return slices.BinarySearchFunc(t, i, func(t Trim, i int) int { return cmp.Compare(t.Index, i) })
}

// checkTrims refuses trims that are not in order, and glyphs that would not be numbers of hmtx and glyf.
func (f *Font) checkTrims(gids []uint16, t trims) error {
	last := 0
	for _, c := range t {
		if c.Index <= last || c.Index >= len(gids) {
			return &TrimError{c}
		}
		last = c.Index
		gid := gids[c.Index]
		xMin, yMin, xMax, yMax, _ := f.GlyphBounds(gid)
		advance, lowest, highest := f.Advance(gid), min(xMin, int(f.bearing(gid))), max(xMax, int(f.bearing(gid)))
		for _, n := range []int{c.Left, c.Right, c.Up} {
			if n < math.MinInt16+1 || n > math.MaxInt16 {
				return &TrimError{c}
			}
		}
		if left := advance - c.Left - c.Right; left < 0 || left > math.MaxUint16 || lowest-c.Left < math.MinInt16 || highest-c.Left > math.MaxInt16 ||
			yMin+c.Up < math.MinInt16 || yMax+c.Up > math.MaxInt16 {
			return &TrimError{c}
		}
	}
	return nil
}

// trimmedSize is the length of the glyph that appendTrimmed writes, at most.
const trimmedSize = 18

// inked tells a glyph that has an outline.
func inked(glyph []byte) bool { return len(glyph) > 0 && glyph[0]|glyph[1] != 0 }

// appendTrimmed writes a glyph composed of another alone, numbered part, whose data are glyph, moved to the left and up.
func appendTrimmed(dst, glyph []byte, part uint16, t Trim) []byte {
	dst = binary.BigEndian.AppendUint16(dst, 0xFFFF)
	for at := 2; at < 10; at += 2 {
		side := binary.BigEndian.Uint16(glyph[at:])
		if at%4 == 2 { // xMin and xMax
			side -= uint16(t.Left)
		} else {
			side += uint16(t.Up)
		}
		dst = binary.BigEndian.AppendUint16(dst, side)
	}
	wide := func(n int) bool { return n < math.MinInt8 || n > math.MaxInt8 }
	flags, words := uint16(argsAreOffsets), wide(-t.Left) || wide(t.Up)
	if words {
		flags |= argsAreWords
	}
	dst = binary.BigEndian.AppendUint16(binary.BigEndian.AppendUint16(dst, flags), part)
	if words {
		return binary.BigEndian.AppendUint16(binary.BigEndian.AppendUint16(dst, uint16(-t.Left)), uint16(t.Up))
	}
	return append(dst, byte(-t.Left), byte(t.Up))
}

// raiseMaxp makes room in maxp for glyphs composed of one that was not composed, or was: offsets are those of OpenType 1.9, maxp.
func raiseMaxp(maxp []byte) {
	const points, contours, composedPoints, composedContours, elements, depth = 6, 8, 10, 12, 28, 30
	raise := func(at int, to uint16) {
		binary.BigEndian.PutUint16(maxp[at:], max(binary.BigEndian.Uint16(maxp[at:]), to))
	}
	raise(composedPoints, binary.BigEndian.Uint16(maxp[points:]))
	raise(composedContours, binary.BigEndian.Uint16(maxp[contours:]))
	raise(elements, 1)
	if deep := binary.BigEndian.Uint16(maxp[depth:]); deep < maxNesting {
		raise(depth, deep+1)
	}
}

// origin is where a trimmed charstring begins.
func (t *Trim) origin() point { return point{x: -int64(t.Left) << 16, y: int64(t.Up) << 16} }

// trim draws the present charstring anew, to the left of where it was and higher. width is counted from nominalWidthX.
func (c *cffCut) trim(from point, width int64) error {
	path, _, ok := trace(nil, c.flat.out[c.flat.start:], from)
	if !ok {
		return brokenCFF("a trimmed glyph cannot be traced")
	}
	return c.draw(path, width)
}
