package subset

import "encoding/binary"

// cffIndex is an INDEX (clause 5): items one behind the other, and their offsets.
type cffIndex struct {
	count int
	width int    // of an offset, 1 to 4
	mask  uint32 // for as many bytes
	head  []byte // count, width and the count + 1 offsets, the first of which is 1
	data  []byte // from the byte before the first item, so that offsets count from its start
}

// readIndex reads the INDEX at that offset and gives the offset behind it. Offsets of items are
// checked when an item is fetched: a font has more of them than one document needs.
func readIndex(b []byte, at int) (x cffIndex, end int, err error) {
	if at < 0 || at > len(b)-2 {
		return x, 0, brokenCFF("an INDEX is outside the table")
	}
	x.count = int(binary.BigEndian.Uint16(b[at:]))
	if x.count == 0 {
		return x, at + 2, nil
	}
	if at > len(b)-3 || b[at+2] < 1 || b[at+2] > 4 {
		return x, 0, brokenCFF("an INDEX has offsets of no size")
	}
	x.width = int(b[at+2])
	first := at + 3
	size := x.width * (x.count + 1)
	if size > len(b)-first {
		return x, 0, brokenCFF("an INDEX is cut off")
	}
	x.mask = 1<<(8*x.width) - 1
	x.head, x.data = b[at:first+size], b[first+size-1:]
	last := x.offset(x.count)
	if last < 1 || last > len(x.data) {
		return x, 0, brokenCFF("an INDEX reaches outside the table")
	}
	x.data = x.data[:last]
	return x, first + size - 1 + last, nil
}

// offset reads four bytes up to the offset's last one and masks off what does not belong to it; the
// three bytes before the first offset make that possible for it too.
func (x *cffIndex) offset(i int) int {
	return int(binary.BigEndian.Uint32(x.head[i*x.width+x.width-1:]) & x.mask)
}

func (x *cffIndex) item(i int) ([]byte, error) {
	if i < 0 || i >= x.count {
		return nil, brokenCFF("an INDEX has too few items")
	}
	from, to := x.offset(i), x.offset(i+1)
	if from < 1 || to < from || to > len(x.data) {
		return nil, brokenCFF("offsets of an INDEX run backwards or outside")
	}
	return x.data[from:to:to], nil
}

// appendIndex writes an INDEX of few items.
func appendIndex(dst []byte, items ...[]byte) []byte {
	ends, size := make([]uint32, len(items)), 0
	for i, item := range items {
		size += len(item)
		ends[i] = uint32(size)
	}
	dst = appendIndexHead(dst, ends)
	for _, item := range items {
		dst = append(dst, item...)
	}
	return dst
}

// appendIndexHead writes all of an INDEX but the items, given where each of them ends.
func appendIndexHead(dst []byte, ends []uint32) []byte {
	dst = binary.BigEndian.AppendUint16(dst, uint16(len(ends)))
	if len(ends) == 0 {
		return dst
	}
	width := indexWidth(ends)
	dst = append(dst, byte(width))
	dst = appendOffset(dst, width, 1)
	for _, e := range ends {
		dst = appendOffset(dst, width, e+1)
	}
	return dst
}

func indexWidth(ends []uint32) int {
	width, last := 1, ends[len(ends)-1]+1
	for last>>(8*width) > 0 && width < 4 {
		width++
	}
	return width
}

func appendOffset(dst []byte, width int, v uint32) []byte {
	switch width {
	case 1:
		return append(dst, byte(v))
	case 2:
		return append(dst, byte(v>>8), byte(v))
	case 3:
		return append(dst, byte(v>>16), byte(v>>8), byte(v))
	}
	return binary.BigEndian.AppendUint32(dst, v)
}
