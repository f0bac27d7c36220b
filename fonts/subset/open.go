package subset

import "encoding/binary"

// Versions at the head of an sfnt (OpenType 1.9, "Organization of an OpenType Font").
const (
	tagTrueType   = 0x00010000
	tagAppleTrue  = 0x74727565 // "true", from old Apple systems
	tagOpenType   = 0x4F54544F // "OTTO": CFF outlines
	tagCollection = 0x74746366 // "ttcf"
)

// maxGlyphs is the most glyphs a result may have: numGlyphs is a uint16, and CIDs end at 65,535
// (ISO 19005-2, 6.1.13).
const maxGlyphs = 65535

// Font is one face, prepared once for many subsets. It keeps the bytes it was opened on and copies
// none of them. It never changes: any number of goroutines may share it.
type Font struct {
	kind       Kind
	size       int // of the source, which bounds what a subset may need
	glyphs     int
	unitsPerEm int
	longLoca   bool
	hMetrics   int // full records in hmtx

	head, hhea, hmtx, maxp []byte
	loca, glyf             []byte
	os2, name, post        []byte // only Sfnt reads these; nil when absent
	cff                    *cffFont
}

// Open reads the table directory of face index in data (0 for a plain sfnt) and checks the tables
// that subsetting needs. data must not change while the Font is in use.
//
// Errors are [*FormatError], and [*UnsupportedError] for CFF2, variable and bitmap fonts.
func Open(data []byte, index int) (*Font, error) {
	dir, err := readDirectory(data, index)
	if err != nil {
		return nil, err
	}
	f := &Font{size: len(data)}
	if err := f.chooseKind(dir); err != nil {
		return nil, err
	}
	if err := f.readMetrics(dir); err != nil {
		return nil, err
	}
	f.os2, f.name, f.post = dir.find("OS/2"), dir.find("name"), dir.find("post")
	if f.kind == CFF {
		return f, f.readCFF(dir.find("CFF "))
	}
	return f, f.readGlyf(dir)
}

// Kind tells the outline format.
func (f *Font) Kind() Kind { return f.kind }

// Glyphs counts the glyphs of the source.
func (f *Font) Glyphs() int { return f.glyphs }

// UnitsPerEm is the number of font units in an em, 16 to 16,384.
func (f *Font) UnitsPerEm() int { return f.unitsPerEm }

// budget is the most bytes that the outlines of one subset may come to. Sound fonts stay far below;
// a few kilobytes whose tables overlap or whose subroutines multiply could ask for gigabytes.
func (f *Font) budget() int { return 16<<20 + 8*f.size }

// directory is a table directory whose records all lie inside data.
type directory struct{ data, records []byte }

func readDirectory(data []byte, index int) (directory, error) {
	start, err := faceOffset(data, index)
	if err != nil {
		return directory{}, err
	}
	if start < 0 || start > len(data)-12 {
		return directory{}, broken("sfnt", "the header is cut off")
	}
	switch binary.BigEndian.Uint32(data[start:]) {
	case tagTrueType, tagAppleTrue, tagOpenType:
	default:
		return directory{}, broken("sfnt", "this is no TrueType or OpenType font")
	}
	n := int(binary.BigEndian.Uint16(data[start+4:]))
	if start+12+16*n > len(data) {
		return directory{}, broken("sfnt", "the table directory is cut off")
	}
	return directory{data, data[start+12 : start+12+16*n]}, nil
}

func faceOffset(data []byte, index int) (int, error) {
	if len(data) < 12 {
		return 0, broken("sfnt", "the header is cut off")
	}
	faces := 1
	collection := binary.BigEndian.Uint32(data) == tagCollection
	if collection {
		faces = int(binary.BigEndian.Uint32(data[8:]))
	}
	if index < 0 || index >= faces {
		return 0, broken("sfnt", "the file has no face of that index")
	}
	if !collection {
		return 0, nil
	}
	if 16+4*index > len(data) {
		return 0, broken("sfnt", "the list of faces is cut off")
	}
	return int(binary.BigEndian.Uint32(data[12+4*index:])), nil
}

// find gives the first table of that tag, or nil when it is absent or reaches outside the file.
func (d directory) find(tag string) []byte {
	for r := d.records; len(r) >= 16; r = r[16:] {
		if string(r[:4]) != tag {
			continue
		}
		off, n := int(binary.BigEndian.Uint32(r[8:])), int(binary.BigEndian.Uint32(r[12:]))
		if off < 0 || n < 0 || off > len(d.data) || n > len(d.data)-off {
			return nil
		}
		return d.data[off : off+n : off+n]
	}
	return nil
}

// need is find for a table that must have at least size bytes.
func (d directory) need(tag string, size int) ([]byte, error) {
	t := d.find(tag)
	if len(t) == 0 {
		return nil, broken(tag, "missing or outside the file")
	}
	if len(t) < size {
		return nil, broken(tag, "cut off")
	}
	return t, nil
}

func (f *Font) chooseKind(dir directory) error {
	switch {
	case dir.find("fvar") != nil:
		return &UnsupportedError{Feature: "variable outlines"}
	case dir.find("CFF ") != nil:
		f.kind = CFF
	case dir.find("CFF2") != nil:
		return &UnsupportedError{Feature: "CFF2 outlines"}
	case dir.find("glyf") != nil || dir.find("loca") != nil:
		f.kind = TrueType
	default:
		return &UnsupportedError{Feature: "no outlines"}
	}
	return nil
}

// readMetrics reads what both kinds have in common. Lengths are those of OpenType 1.9.
func (f *Font) readMetrics(dir directory) error {
	var err error
	if f.head, err = dir.need("head", 54); err != nil {
		return err
	}
	if f.hhea, err = dir.need("hhea", 36); err != nil {
		return err
	}
	if f.maxp, err = dir.need("maxp", 6); err != nil {
		return err
	}
	f.unitsPerEm = int(binary.BigEndian.Uint16(f.head[18:]))
	if f.unitsPerEm < 16 || f.unitsPerEm > 16384 {
		return broken("head", "unitsPerEm is not within 16 and 16384")
	}
	f.glyphs = int(binary.BigEndian.Uint16(f.maxp[4:]))
	f.hMetrics = int(binary.BigEndian.Uint16(f.hhea[34:]))
	if f.glyphs == 0 || f.hMetrics == 0 {
		return broken("maxp", "there are no glyphs")
	}
	f.hMetrics = min(f.hMetrics, f.glyphs)
	f.hmtx, err = dir.need("hmtx", 4*f.hMetrics)
	return err
}

func (f *Font) readGlyf(dir directory) error {
	f.longLoca = binary.BigEndian.Uint16(f.head[50:]) != 0
	width := 2
	if f.longLoca {
		width = 4
	}
	var err error
	if f.loca, err = dir.need("loca", width*(f.glyphs+1)); err != nil {
		return err
	}
	f.glyf = dir.find("glyf") // may be empty: a font of spaces
	if len(f.maxp) < 32 {
		return broken("maxp", "cut off")
	}
	return nil
}
