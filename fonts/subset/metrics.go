package subset

import "encoding/binary"

// Advance is the advance width of a glyph from hmtx, in font units. A glyph that the font lacks has 0.
func (f *Font) Advance(gid uint16) int {
	if int(gid) >= f.glyphs {
		return 0
	}
	i := min(int(gid), f.hMetrics-1) // the last record serves all glyphs behind it
	return int(binary.BigEndian.Uint16(f.hmtx[4*i:]))
}

// GlyphBounds is the box around a glyph's ink, in font units, y upwards. For TrueType it is what the
// glyph's header says; for CFF it is found by running the charstring. ok is false where there is no
// ink to speak of: a blank, a glyph that the font lacks, a broken outline.
func (f *Font) GlyphBounds(gid uint16) (xMin, yMin, xMax, yMax int, ok bool) {
	if int(gid) >= f.glyphs {
		return
	}
	if f.kind == CFF {
		return f.cff.bounds(gid)
	}
	g, err := f.glyph(gid)
	if err != nil || len(g) == 0 || g[0] == 0 && g[1] == 0 { // blank, or a header with no contours
		return
	}
	side := func(at int) int { return int(int16(binary.BigEndian.Uint16(g[at:]))) }
	return side(2), side(4), side(6), side(8), true
}

// bearing is the left side bearing from hmtx. Some fonts cut the tail of that table off; then xMin
// serves, for readers shift each TrueType outline until its xMin is the bearing.
func (f *Font) bearing(gid uint16) int16 {
	at := 4*int(gid) + 2
	if int(gid) >= f.hMetrics {
		at = 4*f.hMetrics + 2*(int(gid)-f.hMetrics)
	}
	if at+2 <= len(f.hmtx) {
		return int16(binary.BigEndian.Uint16(f.hmtx[at:]))
	}
	xMin, _, _, _, _ := f.GlyphBounds(gid)
	return int16(xMin)
}

// cutMetrics writes hmtx for the listed glyphs, and says how many full records it has: a tail of
// equal advances, as all Han fonts have, keeps only its first.
func (f *Font) cutMetrics(gids []uint16, trims trims) (hmtx []byte, records int) {
	advance := func(i int) int {
		t := trims.of(i)
		return f.Advance(gids[i]) - t.Left - t.Right
	}
	records = len(gids)
	last := advance(records - 1)
	for records > 1 && advance(records-2) == last {
		records--
	}
	hmtx = make([]byte, 0, 4*records+2*(len(gids)-records))
	for i, g := range gids {
		if i < records {
			hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(advance(i)))
		}
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(int(f.bearing(g))-trims.of(i).Left))
	}
	return hmtx, records
}

// cutHhea copies hhea for an hmtx with that many full records.
func (f *Font) cutHhea(records int) []byte {
	hhea := append([]byte(nil), f.hhea[:36]...)
	binary.BigEndian.PutUint16(hhea[34:], uint16(records))
	return hhea
}
