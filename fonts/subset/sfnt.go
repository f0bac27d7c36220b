package subset

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// table is one table of an sfnt to be written.
type table struct {
	tag  string
	data []byte
}

// writeSfnt puts tables, sorted by tag as the format wants, into one file with checksums
// (OpenType 1.9, "Organization of an OpenType Font"). The head table's checkSumAdjustment must be 0. The file is put into room where
// that is large enough; the first table may stand in its place there.
func writeSfnt(room []byte, version uint32, tables []table) []byte {
	size, head := sfntHead(len(tables)), 0
	for _, t := range tables {
		if t.tag == "head" {
			head = size
		}
		size += align4(len(t.data))
	}
	out := slices.Grow(room[:0], size)[:sfntHead(len(tables))]
	writeSearchHeader(out, version, len(tables))
	all := uint32(0)
	for i, t := range tables {
		record, start := out[12+16*i:], len(out)
		out = append(out, t.data...)
		out = append(out, "\x00\x00\x00"[:align4(len(t.data))-len(t.data)]...)
		copy(record, t.tag)
		sum := checksum(out[start:])
		all += sum
		binary.BigEndian.PutUint32(record[4:], sum)
		binary.BigEndian.PutUint32(record[8:], uint32(start))
		binary.BigEndian.PutUint32(record[12:], uint32(len(t.data)))
	}
	// The magic number of the head table's definition.
	binary.BigEndian.PutUint32(out[head+8:], 0xB1B0AFBA-all-checksum(out[:sfntHead(len(tables))]))
	return out
}

// sfntHead is how long the header and the directory of a file of so many tables are.
func sfntHead(tables int) int { return 12 + 16*tables }

func writeSearchHeader(out []byte, version uint32, tables int) {
	selector := bits.Len(uint(tables)) - 1
	binary.BigEndian.PutUint32(out, version)
	binary.BigEndian.PutUint16(out[4:], uint16(tables))
	binary.BigEndian.PutUint16(out[6:], uint16(16<<selector))
	binary.BigEndian.PutUint16(out[8:], uint16(selector))
	binary.BigEndian.PutUint16(out[10:], uint16(16*tables-16<<selector))
}

func align4(n int) int { return (n + 3) &^ 3 }

// checksum adds up the big-endian words of b, whose length is a multiple of four.
func checksum(b []byte) uint32 {
	var sum uint32
	for ; len(b) >= 8; b = b[8:] {
		v := binary.BigEndian.Uint64(b)
		sum += uint32(v>>32) + uint32(v)
	}
	if len(b) >= 4 {
		sum += binary.BigEndian.Uint32(b)
	}
	return sum
}
