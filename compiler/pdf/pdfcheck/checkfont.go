package pdfcheck

// trueType compares W with hmtx: they may differ by 1/1000 em (ISO 19005-2 6.2.11.5).
func (c *checker) trueType(where string, cid Dict, file *Stream, codes map[uint16]bool) {
	data, err := c.Decode(file)
	if err != nil {
		c.fault("font", where, "%v", err)
		return
	}
	if n, _ := c.Int(file.Dict.Get("Length1")); n != len(data) {
		c.fault("font", where, "Length1 is %d, the program has %d bytes", n, len(data))
	}
	tables := sfntTables(data)
	head, hhea, hmtx, maxp := tables["head"], tables["hhea"], tables["hmtx"], tables["maxp"]
	if len(head) < 54 || len(hhea) < 36 || len(maxp) < 6 {
		c.fault("font", where, "the program is broken")
		return
	}
	u16 := func(b []byte, at int) int { return int(b[at])<<8 | int(b[at+1]) }
	em, long, glyphs := u16(head, 18), u16(hhea, 34), u16(maxp, 4)
	widths := map[int]int64{}
	for code := range glyphs {
		widths[code] = int64(u16(hmtx, 4*min(code, long-1))) * 1_000_000 / int64(em)
	}
	c.compareWidths(where, cid, widths, codes)
}

// cff compares W with what the charstrings say.
func (c *checker) cff(where string, cid Dict, file *Stream, codes map[uint16]bool) {
	data, err := c.Decode(file)
	if err != nil {
		c.fault("font", where, "%v", err)
		return
	}
	font, err := openCFF(data)
	if err != nil {
		c.fault("font", where, "%v", err)
		return
	}
	widths, err := font.widths()
	if err != nil {
		c.fault("font", where, "%v", err)
		return
	}
	c.compareWidths(where, cid, widths, codes)
}

// compareWidths: what W says of a code shown is what the program says, within 1/1000 em (ISO 19005-2 6.2.11.5), and the program has it.
func (c *checker) compareWidths(where string, cid Dict, program map[int]int64, codes map[uint16]bool) {
	widths, usual := c.widths(cid)
	for code := range codes {
		want, there := program[int(code)]
		if code == 0 || !there {
			c.fault("glyph", where, "code %d is .notdef or not in the program", code)
			continue
		}
		got, ok := widths[code]
		if !ok {
			got = usual
		}
		if got-want > 1000 || want-got > 1000 {
			c.fault("width", where, "code %d is %d/1000 in W, %d/1000 in the program", code, got/1000, want/1000)
		}
	}
}

// widths reads W and DW, in millionths of an em.
func (f *File) widths(cid Dict) (map[uint16]int64, int64) {
	usual, ok := thousandths(cid.Get("DW"))
	if !ok {
		usual = 1_000_000
	}
	m := map[uint16]int64{}
	w := f.Array(cid.Get("W"))
	for i := 0; i+1 < len(w); i += 2 {
		first, _ := f.Int(w[i])
		for k, o := range f.Array(w[i+1]) {
			m[uint16(first+k)], _ = thousandths(o)
		}
	}
	return m, usual
}

func sfntTables(b []byte) map[string][]byte {
	m := map[string][]byte{}
	if len(b) < 12 {
		return m
	}
	u32 := func(at int) int { return int(b[at])<<24 | int(b[at+1])<<16 | int(b[at+2])<<8 | int(b[at+3]) }
	for i := range int(b[4])<<8 | int(b[5]) {
		at := 12 + 16*i
		if at+16 > len(b) || u32(at+8)+u32(at+12) > len(b) {
			return m
		}
		m[string(b[at:at+4])] = b[u32(at+8) : u32(at+8)+u32(at+12)]
	}
	return m
}
