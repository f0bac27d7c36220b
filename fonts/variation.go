package fonts

// Variation gives the glyph of an ideographic variation sequence: character and selector (U+FE00-FE0F, U+E0100-E01EF).
// ok is false where the face does not know the sequence; the selector is then to be ignored (Unicode 23.4).
func (f *Face) Variation(r, selector rune) (gid uint16, ok bool) {
	b := f.cmap.uvs
	if len(b) < 10 {
		return 0, false
	}
	n := min(int(u32(b, 6)), (len(b)-10)/11)
	i := search(n, func(i int) int { return int(u24(b, 10+11*i)) - int(selector) })
	if i < 0 {
		return 0, false
	}
	if t := tail(b, u32(b, 13+11*i)); inDefaultRange(t, r) {
		return f.Glyph(r)
	}
	gid = mappedVariant(tail(b, u32(b, 17+11*i)), r)
	return gid, gid != 0 && int(gid) < f.NumGlyphs
}

// inDefaultRange looks r up in a DefaultUVS table: ranges whose characters have their ordinary glyph.
func inDefaultRange(t []byte, r rune) bool {
	n := count(t, 4)
	return search(n, func(i int) int {
		from := int(u24(t, 4+4*i))
		switch to := from + int(t[7+4*i]); {
		case int(r) < from:
			return 1
		case int(r) > to:
			return -1
		}
		return 0
	}) >= 0
}

// mappedVariant looks r up in a NonDefaultUVS table; 0 is none.
func mappedVariant(t []byte, r rune) uint16 {
	i := search(count(t, 5), func(i int) int { return int(u24(t, 4+5*i)) - int(r) })
	if i < 0 {
		return 0
	}
	return u16(t, 7+5*i)
}

func u24(b []byte, at int) uint32 { return uint32(b[at])<<16 | uint32(u16(b, at+1)) }

// tail gives b from off; nil for the null offset and for one outside of b.
func tail(b []byte, off uint32) []byte {
	if off == 0 || uint64(off) > uint64(len(b)) {
		return nil
	}
	return b[off:]
}

// count reads a table's leading 32-bit number of entries and bounds it by what the table can hold.
func count(t []byte, size int) int {
	if len(t) < 4 {
		return 0
	}
	return int(min(uint64(u32(t, 0)), uint64((len(t)-4)/size)))
}

// search finds the index for which cmp is 0 among n rising ones; cmp is negative for entries too small; -1 is none.
func search(n int, cmp func(int) int) int {
	lo, hi := 0, n
	for lo < hi {
		mid := (lo + hi) / 2
		switch c := cmp(mid); {
		case c == 0:
			return mid
		case c < 0:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return -1
}
