package subset

import "encoding/binary"

// glyfCut is a TrueType subset before it becomes a file.
type glyfCut struct {
	gids     []uint16 // the source glyph of each glyph, components behind those asked for
	file     []byte   // room for the whole file, with glyf in its place
	trims    trims
	loca     []byte
	longLoca bool
}

// glyfTables is how many tables a subset has; glyf, which is most of it, is the first.
const glyfTables = 6

// cutGlyf copies the outlines of gids and of all they are composed of. A trimmed glyph is composed of the whole one.
func (f *Font) cutGlyf(gids []uint16, trims trims) (*glyfCut, error) {
	c := closure{font: f, gids: gids, trims: trims}
	size, err := c.grow()
	if err != nil {
		return nil, err
	}
	const most = 54 + 36 + 32 + 4*glyfTables // of the small tables, and of what comes behind tables
	first := sfntHead(glyfTables)
	cut := &glyfCut{gids: c.gids, trims: trims, file: make([]byte, first, first+size+8*len(c.gids)+most)}
	ends := make([]uint32, 1, len(c.gids)+1)
	for i, g := range c.gids {
		data, err := f.glyph(g)
		if err != nil {
			return nil, err
		}
		if _, trimmed := trims.find(i); trimmed && inked(data) {
			cut.file = appendTrimmed(cut.file, data, c.index[g], trims.of(i))
		} else if cut.file, err = appendGlyph(cut.file, data, c.index); err != nil {
			return nil, err
		}
		if len(cut.file)%2 == 1 { // a short loca can only say even offsets
			cut.file = append(cut.file, 0)
		}
		ends = append(ends, uint32(len(cut.file)-first))
	}
	cut.writeLoca(ends)
	return cut, nil
}

func (c *glyfCut) writeLoca(ends []uint32) {
	c.longLoca = ends[len(ends)-1] > 2*0xFFFF
	if c.longLoca {
		c.loca = make([]byte, 0, 4*len(ends))
		for _, e := range ends {
			c.loca = binary.BigEndian.AppendUint32(c.loca, e)
		}
		return
	}
	c.loca = make([]byte, 0, 2*len(ends))
	for _, e := range ends {
		c.loca = binary.BigEndian.AppendUint16(c.loca, uint16(e/2))
	}
}

// tables gives the six tables that a PDF's CIDFontType2 needs (ISO 32000-1, 9.9, table 126), by tag.
func (c *glyfCut) tables(f *Font) []table {
	hmtx, records := f.cutMetrics(c.gids, c.trims)
	maxp := f.cutMaxp(len(c.gids))
	if len(c.trims) > 0 {
		raiseMaxp(maxp)
	}
	return []table{
		{"glyf", c.file[sfntHead(glyfTables):]},
		{"head", f.cutHead(c.longLoca)},
		{"hhea", f.cutHhea(records)},
		{"hmtx", hmtx},
		{"loca", c.loca},
		{"maxp", maxp},
	}
}

// cutHead copies head, without the flags which say that instructions change sizes and advances
// (bits 2 and 4), for there are none any more.
func (f *Font) cutHead(longLoca bool) []byte {
	head := append([]byte(nil), f.head[:54]...)
	binary.BigEndian.PutUint32(head[8:], 0) // checkSumAdjustment
	head[17] &^= 1<<2 | 1<<4
	format := uint16(0)
	if longLoca {
		format = 1
	}
	binary.BigEndian.PutUint16(head[50:], format)
	return head
}

// cutMaxp copies maxp for that many glyphs. The maxima of outlines stay as upper bounds; those of
// instructions become 0, but for maxZones, where 1 means that there is no twilight zone.
func (f *Font) cutMaxp(glyphs int) []byte {
	if f.kind == CFF {
		return binary.BigEndian.AppendUint16([]byte{0, 0, 0x50, 0}, uint16(glyphs)) // version 0.5
	}
	maxp := append([]byte(nil), f.maxp[:32]...)
	binary.BigEndian.PutUint32(maxp, 0x00010000)
	binary.BigEndian.PutUint16(maxp[4:], uint16(glyphs))
	clear(maxp[14:28])
	maxp[15] = 1
	return maxp
}

// glyph gives the data of one glyph, nil for a blank one, at least the 10 bytes of a header else.
func (f *Font) glyph(gid uint16) ([]byte, error) {
	var from, to int
	if f.longLoca {
		from = int(binary.BigEndian.Uint32(f.loca[4*int(gid):]))
		to = int(binary.BigEndian.Uint32(f.loca[4*int(gid)+4:]))
	} else {
		from = 2 * int(binary.BigEndian.Uint16(f.loca[2*int(gid):]))
		to = 2 * int(binary.BigEndian.Uint16(f.loca[2*int(gid)+2:]))
	}
	switch {
	case from == to:
		return nil, nil
	case from > to:
		return nil, broken("loca", "offsets run backwards")
	case to > len(f.glyf):
		return nil, broken("loca", "an offset points behind the glyf table")
	case to-from < 10:
		return nil, broken("glyf", "a glyph header is cut off")
	}
	return f.glyf[from:to], nil
}

func isComposite(glyph []byte) bool { return len(glyph) > 0 && glyph[0]&0x80 != 0 }

// appendGlyph copies one glyph without its instructions; index gives the new number of a component.
func appendGlyph(dst, glyph []byte, index map[uint16]uint16) ([]byte, error) {
	switch {
	case len(glyph) == 0:
		return dst, nil
	case isComposite(glyph):
		return appendComposite(dst, glyph, index)
	}
	// Header (10 bytes), end points, instruction length, instructions, flags and coordinates.
	lengthAt := 10 + 2*int(binary.BigEndian.Uint16(glyph))
	if lengthAt+2 > len(glyph) {
		if lengthAt == 10 { // no contours: some fonts write the header alone
			return dst, nil
		}
		return nil, broken("glyf", "a glyph's end points are cut off")
	}
	rest := lengthAt + 2 + int(binary.BigEndian.Uint16(glyph[lengthAt:]))
	if rest > len(glyph) {
		return nil, broken("glyf", "a glyph's instructions are cut off")
	}
	dst = append(dst, glyph[:lengthAt]...)
	dst = append(dst, 0, 0)
	return append(dst, glyph[rest:]...), nil
}
