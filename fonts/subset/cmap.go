package subset

import "encoding/binary"

// cmapRun is a run of characters whose glyphs follow each other as they do.
type cmapRun struct {
	first, last rune
	glyph       uint16 // of first
}

// writeCmap writes a cmap for chars, which are in order and differ: format 4 for the Basic
// Multilingual Plane, and format 12 for all when some are beyond it (OpenType 1.9, cmap).
func writeCmap(chars []Char) []byte {
	runs := cmapRuns(chars)
	basic := runs
	for len(basic) > 0 && basic[len(basic)-1].last > 0xFFFF {
		basic = basic[:len(basic)-1]
	}
	var records, tables []byte
	add := func(platform, encoding uint16, subtable []byte, entries int) {
		records = binary.BigEndian.AppendUint16(records, platform)
		records = binary.BigEndian.AppendUint16(records, encoding)
		records = binary.BigEndian.AppendUint32(records, uint32(4+8*entries+len(tables)))
		tables = append(tables, subtable...)
	}
	four := cmapFormat4(basic)
	switch {
	case len(four) > 0xFFFF: // its length field ends there
		add(3, 10, cmapFormat12(runs), 1)
	case len(basic) < len(runs):
		add(3, 1, four, 2)
		add(3, 10, cmapFormat12(runs), 2)
	default:
		add(3, 1, four, 1)
	}
	out := binary.BigEndian.AppendUint16([]byte{0, 0}, uint16(len(records)/8))
	return append(append(out, records...), tables...)
}

// cmapRuns joins neighbours. No run crosses the end of the basic plane or of format 4's last code.
func cmapRuns(chars []Char) []cmapRun {
	var runs []cmapRun
	for _, c := range chars {
		if n := len(runs) - 1; n >= 0 && c.Rune != 0xFFFF && c.Rune != 0x10000 &&
			c.Rune == runs[n].last+1 && int(c.Glyph) == int(runs[n].glyph)+int(c.Rune-runs[n].first) {
			runs[n].last = c.Rune
			continue
		}
		runs = append(runs, cmapRun{c.Rune, c.Rune, c.Glyph})
	}
	return runs
}

func cmapFormat4(runs []cmapRun) []byte {
	if n := len(runs); n == 0 || runs[n-1].last != 0xFFFF {
		runs = append(runs[:n:n], cmapRun{0xFFFF, 0xFFFF, 0}) // the format wants this segment last
	}
	n, selector := len(runs), 0
	for 2<<selector <= n {
		selector++
	}
	be := binary.BigEndian
	out := make([]byte, 0, 16+8*n)
	search := 2 << selector
	for _, v := range []int{4, 16 + 8*n, 0, 2 * n, search, selector, 2*n - search} {
		out = be.AppendUint16(out, uint16(v))
	}
	for _, r := range runs {
		out = be.AppendUint16(out, uint16(r.last))
	}
	out = append(out, 0, 0)
	for _, r := range runs {
		out = be.AppendUint16(out, uint16(r.first))
	}
	for _, r := range runs {
		out = be.AppendUint16(out, r.glyph-uint16(r.first)) // idDelta, modulo 65536
	}
	return append(out, make([]byte, 2*n)...) // idRangeOffset: none
}

func cmapFormat12(runs []cmapRun) []byte {
	be := binary.BigEndian
	out := []byte{0, 12, 0, 0}
	out = be.AppendUint32(out, uint32(16+12*len(runs)))
	out = be.AppendUint32(out, 0) // language
	out = be.AppendUint32(out, uint32(len(runs)))
	for _, r := range runs {
		out = be.AppendUint32(out, uint32(r.first))
		out = be.AppendUint32(out, uint32(r.last))
		out = be.AppendUint32(out, uint32(r.glyph))
	}
	return out
}
