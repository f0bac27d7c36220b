package subset

import "encoding/binary"

// Flags of a component record (OpenType 1.9, glyf, "Composite Glyph Description").
const (
	argsAreWords     = 0x0001
	haveScale        = 0x0008
	moreComponents   = 0x0020
	haveXYScale      = 0x0040
	haveTwoByTwo     = 0x0080
	haveInstructions = 0x0100
)

// maxNesting is how deep composites may lie in composites. Real fonts stop at 3 or 4; a deeper one
// is a circle or an attack.
const maxNesting = 16

// componentSize is the length of the component record at the head of b, 0 when it is cut off.
func componentSize(b []byte) int {
	if len(b) < 4 {
		return 0
	}
	flags := binary.BigEndian.Uint16(b)
	size := 6
	if flags&argsAreWords != 0 {
		size += 2
	}
	switch {
	case flags&haveScale != 0:
		size += 2
	case flags&haveXYScale != 0:
		size += 4
	case flags&haveTwoByTwo != 0:
		size += 8
	}
	if size > len(b) {
		return 0
	}
	return size
}

// components calls visit for each component record of a composite glyph and gives the length of
// the glyph up to the end of the last one.
func components(glyph []byte, visit func(at int, gid uint16) error) (int, error) {
	for at := 10; ; {
		size := componentSize(glyph[at:])
		if size == 0 {
			return 0, broken("glyf", "a composite glyph is cut off")
		}
		if err := visit(at, binary.BigEndian.Uint16(glyph[at+2:])); err != nil {
			return 0, err
		}
		more := binary.BigEndian.Uint16(glyph[at:])&moreComponents != 0
		at += size
		if !more {
			return at, nil
		}
	}
}

func appendComposite(dst, glyph []byte, index map[uint16]uint16) ([]byte, error) {
	start := len(dst)
	dst = append(dst, glyph...)
	end, err := components(glyph, func(at int, gid uint16) error {
		binary.BigEndian.PutUint16(dst[start+at+2:], index[gid])
		dst[start+at] &^= haveInstructions >> 8
		return nil
	})
	return dst[:start+end], err
}

// closure collects the glyphs that others are composed of.
type closure struct {
	font  *Font
	gids  []uint16
	trims trims
	index map[uint16]uint16 // source glyph → its first place in gids; nil until a composite turns up
	depth map[uint16]int8   // nesting below a composite that was looked through; -1 while inside it
}

// grow appends all components to gids and says how many bytes the glyphs have together.
func (c *closure) grow() (size int, err error) {
	for i := 0; i < len(c.gids); i++ {
		g, err := c.font.glyph(c.gids[i])
		if err != nil {
			return 0, err
		}
		if _, trimmed := c.trims.find(i); trimmed && inked(g) {
			size += trimmedSize
			if err := c.whole(c.gids[i]); err != nil {
				return 0, err
			}
			continue
		}
		size += len(g) + len(g)&1
		if isComposite(g) {
			if err := c.add(c.gids[i], g); err != nil {
				return 0, err
			}
		}
	}
	if size > c.font.budget() {
		return 0, broken("glyf", "the glyphs overlap and would need too much memory")
	}
	return size, nil
}

func (c *closure) add(gid uint16, glyph []byte) error {
	if c.index == nil {
		c.prepare()
	}
	if _, err := c.nesting(gid, 0); err != nil {
		return err
	}
	_, err := components(glyph, func(_ int, part uint16) error { return c.need(part) })
	return err
}

// whole asks for the glyph that a trimmed one is composed of.
func (c *closure) whole(gid uint16) error {
	if c.index == nil {
		c.prepare()
	}
	if _, err := c.nesting(gid, 1); err != nil {
		return err
	}
	return c.need(gid)
}

func (c *closure) need(part uint16) error {
	if _, known := c.index[part]; known {
		return nil
	}
	if len(c.gids) == maxGlyphs {
		return &GlyphError{Glyphs: maxGlyphs, Listed: len(c.gids) + 1}
	}
	c.index[part] = uint16(len(c.gids))
	c.gids = append(c.gids, part)
	return nil
}

func (c *closure) prepare() {
	c.index = make(map[uint16]uint16, len(c.gids)+16)
	c.depth = make(map[uint16]int8)
	for i := len(c.gids) - 1; i >= 0; i-- { // backwards: of a glyph listed twice the first place counts
		if _, trimmed := c.trims.find(i); !trimmed {
			c.index[c.gids[i]] = uint16(i)
		}
	}
	c.gids = c.gids[:len(c.gids):len(c.gids)] // the caller's array is not ours to write behind
}

// nesting measures how deep composites lie below gid, each only once, and finds circles.
// level is how deep gid itself lies.
func (c *closure) nesting(gid uint16, level int8) (int8, error) {
	d, seen := c.depth[gid]
	if seen && d < 0 {
		return 0, broken("glyf", "a composite glyph contains itself")
	}
	if level+d > maxNesting {
		return 0, broken("glyf", "composite glyphs are nested too deeply")
	}
	if seen {
		return d, nil
	}
	if int(gid) >= c.font.glyphs {
		return 0, broken("glyf", "a composite glyph has a component that the font lacks")
	}
	glyph, err := c.font.glyph(gid)
	if err != nil || !isComposite(glyph) {
		return 0, err
	}
	c.depth[gid] = -1
	var deepest int8
	_, err = components(glyph, func(_ int, part uint16) error {
		d, err := c.nesting(part, level+1)
		deepest = max(deepest, d+1)
		return err
	})
	c.depth[gid] = deepest
	return deepest, err
}
