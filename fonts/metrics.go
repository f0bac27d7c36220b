package fonts

// metrics is hmtx or vmtx: pairs of advance and side bearing, then bearings alone for the glyphs that share the last advance.
type metrics struct {
	data []byte
	long int // number of pairs; at least one, and within data
}

func (m metrics) advance(gid uint16) int32 {
	i := int(gid)
	if i >= m.long {
		i = m.long - 1
	}
	return int32(u16(m.data, 4*i))
}

// bearing gives the left or top side bearing; ok is false where the table is cut short.
func (m metrics) bearing(gid uint16) (b int32, ok bool) {
	at := 4*int(gid) + 2
	if int(gid) >= m.long {
		at = 4*m.long + 2*(int(gid)-m.long)
	}
	if at+2 > len(m.data) {
		return 0, false
	}
	return i16(m.data, at), true
}

// Advance gives a glyph's horizontal advance in font units.
func (f *Face) Advance(gid uint16) int32 { return f.hmtx.advance(gid) }

// VAdvance gives a glyph's vertical advance in font units, positive downwards; one em where the face has no vmtx.
func (f *Face) VAdvance(gid uint16) int32 {
	if f.vmtx.long == 0 {
		return f.UnitsPerEm
	}
	return f.vmtx.advance(gid)
}

// VOrigin gives the point of a glyph, in its own coordinates, that stands at the pen of a vertical line: the middle of its
// advance at the top of its body. It is read from VORG, else computed from vmtx and the outline, else IdeoTop.
func (f *Face) VOrigin(gid uint16) (x, y int32) {
	return f.Advance(gid) / 2, f.vOriginY(gid)
}

func (f *Face) vOriginY(gid uint16) int32 {
	if f.vorg != nil {
		return vorgY(f.vorg, gid)
	}
	if f.vmtx.long == 0 {
		return f.IdeoTop
	}
	tsb, ok := f.vmtx.bearing(gid)
	_, _, _, yMax, drawn := f.Bounds(gid)
	if !ok || !drawn {
		return f.IdeoTop
	}
	return yMax + tsb
}

// vorgY looks gid up in VORG: a default and exceptions sorted by glyph (OpenType "VORG").
func vorgY(b []byte, gid uint16) int32 {
	lo, hi := 0, int(u16(b, 6))
	for lo < hi {
		mid := (lo + hi) / 2
		switch g := u16(b, 8+4*mid); {
		case g == gid:
			return i16(b, 8+4*mid+2)
		case g < gid:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return i16(b, 4)
}

// readVertical reads vhea, vmtx and VORG; a face whose vertical tables are broken is treated as having none.
func (f *Face) readVertical() {
	if b := f.dir.table(tagOf("VORG")); len(b) >= 8 && len(b) >= 8+4*int(u16(b, 6)) {
		f.vorg = b
	}
	vhea, vmtx := f.dir.table(tagOf("vhea")), f.dir.table(tagOf("vmtx"))
	if len(vhea) < 36 {
		return
	}
	if long := int(u16(vhea, 34)); long > 0 && 4*long <= len(vmtx) {
		f.vmtx = metrics{vmtx, long}
	}
}
