package subset

import (
	"encoding/binary"
	"math"
)

// cffFont is a CFF font program with its offsets resolved (Adobe Technical Note 5176). Clause
// numbers in the files of this package named cff are of that note.
type cffFont struct {
	data        []byte
	name        []byte // from the Name INDEX
	box, matrix []byte // operands of FontBBox and FontMatrix as they stand, nil when absent
	cid         bool
	charset     int    // offset, or 0 to 2 for a predefined one
	fdSelect    []byte // from its first byte to the end of the file; nil in a name-keyed font
	dicts       []fontDict
	charStrings cffIndex
	subrs       cffIndex // global
	budget      int      // bytes that all charstrings of one subset may come to
}

// fontDict is what a Font DICT, or the Top DICT of a name-keyed font, says about its glyphs.
type fontDict struct {
	matrix                  []byte   // operands, nil when absent
	private                 []byte   // what is kept of the Private DICT
	subrs                   cffIndex // local
	defaultWidth, nominal16 int64    // in 1/65536 of a font unit
}

// Operators of Top, Font and Private DICTs (tables 9, 10 and 23). Two bytes 12 x are 12<<8|x.
const (
	opFontBBox       = 5
	opCharset        = 15
	opCharStrings    = 17
	opPrivate        = 18
	opSubrs          = 19
	opDefaultWidthX  = 20
	opNominalWidthX  = 21
	opCharstringType = 12<<8 | 6
	opFontMatrix     = 12<<8 | 7
	opROS            = 12<<8 | 30
	opCIDCount       = 12<<8 | 34
	opFDArray        = 12<<8 | 36
	opFDSelect       = 12<<8 | 37
)

func brokenCFF(reason string) error { return broken("CFF ", reason) }

func (f *Font) readCFF(data []byte) error {
	if len(data) < 4 || int(data[2]) > len(data) {
		return brokenCFF("the header is cut off")
	}
	if data[0] != 1 {
		return &UnsupportedError{Feature: "CFF of another major version than 1"}
	}
	c := &cffFont{data: data, budget: f.budget()}
	top, err := c.readIndexes(int(data[2]))
	if err != nil {
		return err
	}
	if err := c.readTop(top); err != nil {
		return err
	}
	f.cff = c
	f.glyphs = min(f.glyphs, c.charStrings.count)
	f.hMetrics = min(f.hMetrics, f.glyphs)
	return nil
}

// readIndexes reads the four INDEXes that stand in a row behind the header, and gives the Top DICT.
func (c *cffFont) readIndexes(at int) (top []byte, err error) {
	var row [4]cffIndex // Name, Top DICT, String, Global Subr
	for i := range row {
		if row[i], at, err = readIndex(c.data, at); err != nil {
			return nil, err
		}
	}
	if c.name, err = row[0].item(0); err != nil {
		return nil, err
	}
	c.subrs = row[3]
	return row[1].item(0)
}

func (c *cffFont) readTop(top []byte) error {
	d, err := readDict(top)
	if err != nil {
		return err
	}
	if d.number(opCharstringType, 2) != 2 {
		return &UnsupportedError{Feature: "Type 1 charstrings in CFF"}
	}
	c.box, c.matrix, c.charset = d[opFontBBox], d[opFontMatrix], d.number(opCharset, 0)
	if c.charStrings, _, err = readIndex(c.data, d.number(opCharStrings, -1)); err != nil {
		return err
	}
	if c.charStrings.count == 0 {
		return brokenCFF("there are no charstrings")
	}
	if _, c.cid = d[opROS]; c.cid {
		return c.readFontDicts(d)
	}
	c.dicts = make([]fontDict, 1)
	return c.dicts[0].readPrivate(c.data, d)
}

func (c *cffFont) readFontDicts(top dict) error {
	array, _, err := readIndex(c.data, top.number(opFDArray, -1))
	if err != nil {
		return err
	}
	if array.count == 0 || array.count > 256 { // FDSelect has one byte for them
		return brokenCFF("there are no Font DICTs, or more than 256")
	}
	at := top.number(opFDSelect, -1)
	if at < 0 || at >= len(c.data) {
		return brokenCFF("FDSelect is outside the table")
	}
	c.fdSelect = c.data[at:]
	c.dicts = make([]fontDict, array.count)
	for i := range c.dicts {
		item, err := array.item(i)
		if err != nil {
			return err
		}
		d, err := readDict(item)
		if err != nil {
			return err
		}
		c.dicts[i].matrix = d[opFontMatrix]
		if err := c.dicts[i].readPrivate(c.data, d); err != nil {
			return err
		}
	}
	return nil
}

// readPrivate follows the Private operator of d. A font may do without.
func (fd *fontDict) readPrivate(data []byte, d dict) error {
	var place [2]float64
	if numbers(place[:], d[opPrivate]) < 2 {
		return nil
	}
	size, at := int(place[0]), int(place[1])
	if size < 0 || at < 0 || at > len(data) || size > len(data)-at {
		return brokenCFF("a Private DICT is outside the table")
	}
	private := data[at : at+size]
	p, err := readDict(private)
	if err != nil {
		return err
	}
	fd.private = keepWidths(private)
	fd.defaultWidth, fd.nominal16 = p.fixed(opDefaultWidthX), p.fixed(opNominalWidthX)
	if _, ok := p[opSubrs]; ok { // counted from the Private DICT
		fd.subrs, _, err = readIndex(data, at+p.number(opSubrs, 0))
	}
	return err
}

// keepWidths copies the widths of a Private DICT that can be read. The rest are hints, and
// subroutines, which are written into the charstrings.
func keepWidths(private []byte) []byte {
	var kept []byte
	for len(private) > 0 {
		op, _, rest, _ := nextEntry(private)
		if op == opDefaultWidthX || op == opNominalWidthX {
			kept = append(kept, private[:len(private)-len(rest)]...)
		}
		private = rest
	}
	return kept
}

func (d dict) fixed(op int) int64 {
	var v [1]float64
	numbers(v[:], d[op])
	return int64(math.Round(v[0] * 65536))
}

// dictOf gives the Font DICT of a glyph (clause 19).
func (c *cffFont) dictOf(gid uint16) (int, error) {
	fd, ok := 0, true
	if c.cid {
		fd, ok = selectDict(c.fdSelect, int(gid))
	}
	if !ok || fd >= len(c.dicts) {
		return 0, brokenCFF("FDSelect has no Font DICT for a glyph")
	}
	return fd, nil
}

func selectDict(sel []byte, gid int) (fd int, ok bool) {
	switch {
	case sel[0] == 0 && 1+gid < len(sel):
		return int(sel[1+gid]), true
	case sel[0] != 3 || len(sel) < 5:
		return 0, false
	}
	n := int(binary.BigEndian.Uint16(sel[1:]))
	ranges := sel[3:] // three bytes each: first glyph, Font DICT
	if len(ranges) < 3*n+2 {
		return 0, false
	}
	lo, hi := 0, n // the last range that begins at gid or before it is lo-1
	for lo < hi {
		mid := (lo + hi) / 2
		if int(binary.BigEndian.Uint16(ranges[3*mid:])) <= gid {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == 0 {
		return 0, false
	}
	return int(ranges[3*lo-1]), true
}
