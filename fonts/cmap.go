package fonts

import "sync"

// charMap maps characters to glyphs. The chosen cmap subtable is unfolded into pages of 256 when it is first asked; later
// look-ups cost two loads. A page is 512 bytes, and only pages with characters exist.
type charMap struct {
	once   sync.Once
	format uint16
	table  []byte // the subtable
	uvs    []byte // the format 14 subtable, nil where the face has no variation sequences
	pages  []*[256]uint16
}

// readCmap picks the subtable: full Unicode before BMP only (OpenType "cmap", use of subtables).
func (f *Face) readCmap() error {
	b, err := f.need("cmap", 4)
	if err != nil {
		return err
	}
	n := int(u16(b, 2))
	if n > (len(b)-4)/8 {
		return f.bad("cmap", "is cut short")
	}
	best := 0
	for i := range n {
		platform, encoding, off := u16(b, 4+8*i), u16(b, 6+8*i), uint64(u32(b, 8+8*i))
		if off+6 > uint64(len(b)) {
			continue
		}
		sub := b[off:]
		format := u16(sub, 0)
		if format == 14 && platform == 0 {
			f.cmap.uvs = sub
			continue
		}
		if rank := cmapRank(platform, encoding, format); rank > best {
			best, f.cmap.format, f.cmap.table = rank, format, sub
		}
	}
	if best == 0 {
		return f.bad("cmap", "has no Unicode subtable of format 4 or 12")
	}
	return nil
}

func cmapRank(platform, encoding, format uint16) int {
	unicode := platform == 0 && encoding != 5 || platform == 3 && (encoding == 1 || encoding == 10)
	symbol := platform == 3 && encoding == 0
	switch {
	case unicode && format == 12:
		return 3
	case unicode && format == 4:
		return 2
	case symbol && format == 4:
		return 1
	}
	return 0
}

// Glyph gives the glyph of a character; ok is false where the face has none.
func (f *Face) Glyph(r rune) (gid uint16, ok bool) {
	gid = f.cmap.glyph(r)
	return gid, gid != 0 && int(gid) < f.NumGlyphs
}

func (c *charMap) glyph(r rune) uint16 {
	c.once.Do(c.unfold)
	page := uint32(r) >> 8
	if page >= uint32(len(c.pages)) || c.pages[page] == nil {
		return 0
	}
	return c.pages[page][r&0xFF]
}

func (c *charMap) unfold() {
	switch c.format {
	case 4:
		c.unfold4()
	case 12:
		c.unfold12()
	}
}

func (c *charMap) set(r uint32, gid uint16) {
	if gid == 0 {
		return
	}
	page := int(r >> 8)
	for page >= len(c.pages) {
		c.pages = append(c.pages, make([]*[256]uint16, page+1-len(c.pages))...)
	}
	if c.pages[page] == nil {
		c.pages[page] = new([256]uint16)
	}
	c.pages[page][r&0xFF] = gid
}

// unfold12 reads segmented coverage. Groups must rise: one that falls back is skipped, so that a hostile table costs no more
// than one step per character of Unicode.
func (c *charMap) unfold12() {
	b := c.table
	if len(b) < 16 {
		return
	}
	n, next := uint64(u32(b, 12)), uint32(0)
	n = min(n, uint64(len(b)-16)/12)
	for i := range int(n) {
		from, to, gid := u32(b, 16+12*i), u32(b, 20+12*i), u32(b, 24+12*i)
		if from < next || to < from || to > 0x10FFFF {
			continue
		}
		for r := from; r <= to && gid <= 0xFFFF; r++ {
			c.set(r, uint16(gid))
			gid++
		}
		next = to + 1
	}
}

// unfold4 reads segment mapping to delta values.
func (c *charMap) unfold4() {
	b := c.table
	if len(b) < 16 {
		return
	}
	n := int(u16(b, 6)) / 2
	if n > (len(b)-16)/8 {
		return
	}
	next := uint32(0)
	for i := range n {
		from, to := uint32(u16(b, 16+2*n+2*i)), uint32(u16(b, 14+2*i))
		if from < next || to < from {
			continue
		}
		for r := from; r <= to && r < 0xFFFF; r++ {
			c.set(r, c.glyph4(i, n, uint16(r)))
		}
		next = to + 1
	}
}

func (c *charMap) glyph4(seg, n int, r uint16) uint16 {
	b := c.table
	from, delta, at := u16(b, 16+2*n+2*seg), u16(b, 16+4*n+2*seg), 16+6*n+2*seg
	rangeOffset := int(u16(b, at))
	if rangeOffset == 0 {
		return r + delta
	}
	at += rangeOffset + 2*int(r-from)
	if at+2 > len(b) {
		return 0
	}
	if gid := u16(b, at); gid != 0 {
		return gid + delta
	}
	return 0
}
