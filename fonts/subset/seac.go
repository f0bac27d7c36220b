package subset

import "encoding/binary"

// compose rewrites a glyph that endchar composes of a base and an accent, named by their codes in
// StandardEncoding (Technical Note 5177, appendix C). A CID-keyed font has no names to find them by,
// so the two are drawn in one charstring, without hints, to the left of where they were. width is counted from nominalWidthX.
func (c *cffCut) compose(from point, width int64) error {
	path, err := c.font.cff.composed(c.flat.out[c.flat.start:], from)
	if err != nil {
		return err
	}
	return c.draw(path, width)
}

// draw writes the present charstring as a path. width is counted from nominalWidthX.
func (c *cffCut) draw(path []segment, width int64) error {
	f := &c.flat
	if len(path) > 0 && path[0].op != csRmoveto {
		return brokenCFF("a part of an accented glyph draws before it moves")
	}
	out, ok := appendNumber(f.out[:f.start], width)
	var at point
	for _, s := range path {
		n := 1
		if s.op == csRrcurveto {
			n = 3
		}
		for _, p := range s.p[:n] {
			var okX, okY bool
			out, okX = appendNumber(out, p.x-at.x)
			out, okY = appendNumber(out, p.y-at.y)
			ok, at = ok && okX && okY, p
		}
		out = append(out, s.op)
	}
	if !ok {
		return brokenCFF("a glyph is too large")
	}
	f.out = append(out, csEndchar)
	return nil
}

// composed traces both parts of an accented glyph, given flat, from a place on.
func (c *cffFont) composed(flat []byte, from point) ([]segment, error) {
	_, args, ok := trace(nil, flat, point{})
	if !ok || len(args) < 4 {
		return nil, brokenCFF("an accented glyph does not name its parts")
	}
	args = args[len(args)-4:] // adx ady bchar achar
	path, err := c.part(nil, args[2], from)
	if err != nil {
		return nil, err
	}
	return c.part(path, args[3], from.plus(point{args[0], args[1]}))
}

func (c *cffFont) part(path []segment, code int64, at point) ([]segment, error) {
	gid, ok := c.standardGlyph(int(code >> 16))
	if !ok {
		return nil, brokenCFF("an accented glyph names a part that the font lacks")
	}
	cs, err := c.charStrings.item(gid)
	if err != nil {
		return nil, err
	}
	flat := flattener{global: &c.subrs, local: &c.dicts[0].subrs}
	if err := flat.glyph(cs); err != nil {
		return nil, err
	}
	path, _, ok = trace(path, flat.out, at)
	if !ok || flat.seac {
		return nil, brokenCFF("a part of an accented glyph cannot be drawn")
	}
	return path, nil
}

// standardGlyph finds the glyph of a code in StandardEncoding. CID-keyed fonts have no such thing.
func (c *cffFont) standardGlyph(code int) (gid int, ok bool) {
	sid := standardString(code)
	if sid == 0 || c.cid {
		return 0, false
	}
	switch {
	case c.charset == 0: // ISOAdobe: glyphs and strings are numbered alike
		return sid, sid < c.charStrings.count
	case c.charset <= 2 || c.charset >= len(c.data): // the Expert charsets have no such glyphs
		return 0, false
	case c.data[c.charset] == 0:
		return c.listedGlyph(c.data[c.charset+1:], sid)
	}
	return c.rangedGlyph(c.data[c.charset+1:], sid, int(c.data[c.charset]))
}

// listedGlyph looks a string up in a charset of format 0.
func (c *cffFont) listedGlyph(list []byte, sid int) (gid int, ok bool) {
	for gid := 1; gid < c.charStrings.count && len(list) >= 2; gid++ {
		if int(binary.BigEndian.Uint16(list)) == sid {
			return gid, true
		}
		list = list[2:]
	}
	return 0, false
}

// rangedGlyph looks a string up in a charset of format 1 or 2, whose counts have as many bytes.
func (c *cffFont) rangedGlyph(list []byte, sid, countBytes int) (gid int, ok bool) {
	for gid := 1; gid < c.charStrings.count && len(list) >= 2+countBytes && countBytes <= 2; {
		first, left := int(binary.BigEndian.Uint16(list)), int(list[2])
		if countBytes == 2 {
			left = int(binary.BigEndian.Uint16(list[2:]))
		}
		if sid >= first && sid <= first+left {
			gid += sid - first
			return gid, gid < c.charStrings.count
		}
		gid += left + 1
		list = list[2+countBytes:]
	}
	return 0, false
}

// standardString is the string of a code in StandardEncoding (Technical Note 5176, appendix B): the
// strings run through its codes in order. 0 is .notdef.
func standardString(code int) int {
	if code >= 32 && code <= 126 {
		return code - 31
	}
	sid := 96
	for _, run := range [...][2]int{{161, 175}, {177, 180}, {182, 189}, {191, 191}, {193, 200}, {202, 203},
		{205, 208}, {225, 225}, {227, 227}, {232, 235}, {241, 241}, {245, 245}, {248, 251}} {
		if code >= run[0] && code <= run[1] {
			return sid + code - run[0]
		}
		sid += run[1] - run[0] + 1
	}
	return 0
}
