package fonts

import "encoding/binary"

// tag is a table or feature name of four bytes.
type tag uint32

func tagOf(s string) tag {
	if len(s) != 4 {
		return 0
	}
	return tag(s[0])<<24 | tag(s[1])<<16 | tag(s[2])<<8 | tag(s[3])
}

func (t tag) String() string {
	return string([]byte{byte(t >> 24), byte(t >> 16), byte(t >> 8), byte(t)})
}

const (
	versionTrueType = 0x00010000
	versionApple    = 0x74727565 // "true"
	versionCFF      = 0x4F54544F // "OTTO"
	versionTTC      = 0x74746366 // "ttcf"
	versionWOFF     = 0x774F4646 // "wOFF"
	versionWOFF2    = 0x774F4632 // "wOF2"
)

func u16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }
func u32(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }
func i16(b []byte, at int) int32  { return int32(int16(binary.BigEndian.Uint16(b[at:]))) }

// record is one entry of the table directory; its bytes have been checked to lie inside the file.
type record struct {
	tag  tag
	data []byte
}

// directory is the table directory of one face, in file order.
type directory []record

func (d directory) table(t tag) []byte {
	for i := range d {
		if d[i].tag == t {
			return d[i].data
		}
	}
	return nil
}

// faceOffsets gives the place of each face's table directory: one for a TTF or OTF, several for a collection.
func faceOffsets(data []byte, file string) ([]int, error) {
	if len(data) < 12 {
		return nil, &FormatError{file, "", "too short for a font"}
	}
	switch u32(data, 0) {
	case versionTrueType, versionApple, versionCFF:
		return []int{0}, nil
	case versionWOFF, versionWOFF2:
		return nil, &FormatError{file, "", "WOFF is packed for the web: unpack it to TTF or OTF"}
	case versionTTC:
	default:
		return nil, &FormatError{file, "", "neither TTF, OTF nor TTC"}
	}
	n := int(u32(data, 8))
	if n == 0 || n > (len(data)-12)/4 {
		return nil, &FormatError{file, "ttcf", "number of faces does not fit the file"}
	}
	offsets := make([]int, n)
	for i := range offsets {
		offsets[i] = int(u32(data, 12+4*i))
	}
	return offsets, nil
}

// readDirectory reads the table directory at offset at. A table that reaches beyond the file is an error, whichever it is:
// such a file was cut short.
func readDirectory(data []byte, at int, file string) (directory, error) {
	if at < 0 || at > len(data)-12 {
		return nil, &FormatError{file, "", "table directory lies outside of the file"}
	}
	n := int(u16(data, at+4))
	if n > (len(data)-at-12)/16 {
		return nil, &FormatError{file, "", "table directory is cut short"}
	}
	dir := make(directory, n)
	for i := range dir {
		rec := at + 12 + 16*i
		off, length := uint64(u32(data, rec+8)), uint64(u32(data, rec+12))
		dir[i].tag = tag(u32(data, rec))
		if off+length > uint64(len(data)) {
			return nil, &FormatError{file, dir[i].tag.String(), "reaches beyond the end of the file"}
		}
		dir[i].data = data[off : off+length : off+length]
	}
	return dir, nil
}
