package subset

import "encoding/binary"

// sidAdobe is the first custom string: strings 0 to 390 are predefined (clause 10).
const sidAdobe = 391

// write puts the subset into a CID-keyed CFF with one glyph to each CID from 0. The parts stand in
// the order in which readers need them: header, Name, Top DICT, String and Global Subr INDEX,
// charset, FDSelect, CharStrings, FDArray, Private DICTs.
func (c *cffCut) write() []byte {
	fds := c.usedDicts()
	place := c.places(fds)
	out := make([]byte, 0, place.end)
	out = c.appendHead(out, place)
	out = appendCharset(out, len(c.ends))
	out = c.appendFDSelect(out, fds)
	out = appendIndexHead(out, c.ends)
	out = append(out, c.flat.out...)
	out = appendIndex(out, c.fontDicts(fds, place)...)
	for _, fd := range fds {
		out = append(out, c.font.cff.dicts[fd].private...)
	}
	return out
}

// places are offsets in the file to be written.
type places struct{ charset, fdSelect, charStrings, fdArray, privates, end int }

// places adds up the lengths of the parts. DICTs are the same length whatever offsets they hold.
func (c *cffCut) places(fds []int) (p places) {
	p.charset = len(c.appendHead(nil, p))
	p.fdSelect = p.charset + len(appendCharset(nil, len(c.ends)))
	p.charStrings = p.fdSelect + len(c.appendFDSelect(nil, fds))
	p.fdArray = p.charStrings + 3 + indexWidth(c.ends)*(len(c.ends)+1) + len(c.flat.out)
	p.privates = p.fdArray + len(appendIndex(nil, c.fontDicts(fds, p)...))
	p.end = p.privates
	for _, fd := range fds {
		p.end += len(c.font.cff.dicts[fd].private)
	}
	return p
}

func (c *cffCut) usedDicts() []int {
	var fds []int
	for fd, used := range c.used {
		if used {
			fds = append(fds, fd)
		}
	}
	return fds
}

func (c *cffCut) appendHead(dst []byte, p places) []byte {
	dst = append(dst, 1, 0, 4, 4) // version 1.0, header of 4 bytes, absolute offsets of 4
	dst = appendIndex(dst, c.font.cff.name)
	dst = appendIndex(dst, c.topDict(p))
	dst = appendIndex(dst, []byte("Adobe"), []byte("Identity"))
	return appendIndexHead(dst, nil) // no global subroutines
}

func (c *cffCut) topDict(p places) []byte {
	src := c.font.cff
	d := appendInt(nil, sidAdobe)
	d = appendInt(d, sidAdobe+1)
	d = appendInt(d, 0)
	d = appendOp(d, opROS) // must come first (clause 18)
	d = appendEntry(d, src.box, opFontBBox)
	if !isDefaultMatrix(src.matrix) {
		d = appendEntry(d, src.matrix, opFontMatrix)
	}
	d = appendOp(appendInt(d, len(c.ends)), opCIDCount)
	d = appendOp(appendLong(d, p.charset), opCharset)
	d = appendOp(appendLong(d, p.fdSelect), opFDSelect)
	d = appendOp(appendLong(d, p.charStrings), opCharStrings)
	return appendOp(appendLong(d, p.fdArray), opFDArray)
}

func appendEntry(dst, operands []byte, op int) []byte {
	if len(operands) == 0 {
		return dst
	}
	return appendOp(append(dst, operands...), op)
}

// isDefaultMatrix tells a FontMatrix that may be left out, for 1,000 units to the em.
func isDefaultMatrix(operands []byte) bool {
	var m [6]float64
	n := numbers(m[:], operands)
	return n == 0 || n == 6 && m == [6]float64{0.001, 0, 0, 0.001, 0, 0}
}

// fontDicts writes the Font DICTs. The matrices of a CID-keyed source are kept as they are. In a
// name-keyed source there was only one, in the Top DICT, where it stays; readers multiply it by the
// Font DICT's, which therefore is one.
func (c *cffCut) fontDicts(fds []int, p places) [][]byte {
	src, at := c.font.cff, p.privates
	unit := []byte{140, 139, 139, 140, 139, 139} // 1 0 0 1 0 0
	out := make([][]byte, len(fds))
	for i, fd := range fds {
		matrix := src.dicts[fd].matrix
		if !src.cid && !isDefaultMatrix(src.matrix) {
			matrix = unit
		}
		size := len(src.dicts[fd].private)
		d := appendEntry(nil, matrix, opFontMatrix)
		d = appendLong(appendLong(d, size), at)
		out[i] = appendOp(d, opPrivate)
		at += size
	}
	return out
}

// appendCharset gives glyph i the CID i, in one range of format 2 (clause 13). Glyph 0 goes without saying.
func appendCharset(dst []byte, glyphs int) []byte {
	dst = append(dst, 2)
	if glyphs == 1 {
		return dst
	}
	dst = append(dst, 0, 1)
	return binary.BigEndian.AppendUint16(dst, uint16(glyphs-2))
}

// appendFDSelect writes ranges (format 3), or a byte for each glyph where that is shorter (format 0).
func (c *cffCut) appendFDSelect(dst []byte, fds []int) []byte {
	var index [256]uint8 // the source's number of a Font DICT → ours
	for i, fd := range fds {
		index[fd] = uint8(i)
	}
	ranges := 1
	for i := 1; i < len(c.dicts); i++ {
		if c.dicts[i] != c.dicts[i-1] {
			ranges++
		}
	}
	if 5+3*ranges >= 1+len(c.dicts) {
		dst = append(dst, 0)
		for _, fd := range c.dicts {
			dst = append(dst, index[fd])
		}
		return dst
	}
	dst = binary.BigEndian.AppendUint16(append(dst, 3), uint16(ranges))
	for i, fd := range c.dicts {
		if i == 0 || fd != c.dicts[i-1] {
			dst = append(binary.BigEndian.AppendUint16(dst, uint16(i)), index[fd])
		}
	}
	return binary.BigEndian.AppendUint16(dst, uint16(len(c.dicts)))
}
