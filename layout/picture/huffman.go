package picture

import "encoding/binary"

// A huffman is a table of codes (ITU-T T.81 annex C).
type huffman struct {
	short  [1 << shortCode]uint16 // by the next bits: the length of the code and its value; 0, a longer one
	end    [17]int                // behind the last code of each length, as if it had 16 bits
	first  [17]int                // what the value of a code of a length is found by: its place less its code
	values []byte
}

// shortCode is the length of the codes that are looked up at once.
const shortCode = 9

// readHuffman reads Huffman tables (ITU-T T.81 B.2.4.2): how many codes there are of each length, and their values.
func (j *jpegFile) readHuffman(b []byte) error {
	for len(b) > 0 {
		if len(b) < 17 || b[0]>>4 > acTable || b[0]&15 > 3 {
			return ErrDamaged
		}
		n := 0
		for _, count := range b[1:17] {
			n += int(count)
		}
		if n > 256 || len(b) < 17+n {
			return ErrDamaged
		}
		h := newHuffman(b[1:17], b[17:17+n])
		if h == nil || b[0]>>4 == dcTable && h.broadest() > 15 {
			return ErrDamaged
		}
		j.huffman[b[0]>>4][b[0]&15] = h
		b = b[17+n:]
	}
	return nil
}

// newHuffman gives values their codes, in order (ITU-T T.81 C.2); nil where there are not as many codes, as none is all ones.
func newHuffman(counts, values []byte) *huffman {
	h := &huffman{values: values}
	code, place := 0, 0
	for i, count := range counts {
		length := i + 1
		h.first[length] = place - code
		for range count {
			h.look(code, length, values[place])
			code, place = code+1, place+1
		}
		if count > 0 && code >= 1<<length {
			return nil
		}
		h.end[length] = code << (16 - length)
		code <<= 1
	}
	return h
}

// look enters a short code, whatever follows it.
func (h *huffman) look(code, length int, value byte) {
	if length > shortCode || code >= 1<<length {
		return
	}
	at := code << (shortCode - length)
	for k := range 1 << (shortCode - length) {
		h.short[at+k] = uint16(length)<<8 | uint16(value)
	}
}

// broadest is the highest value: of a DC table, the most bits of a difference.
func (h *huffman) broadest() byte {
	most := byte(0)
	for _, v := range h.values {
		most = max(most, v)
	}
	return most
}

// A bitReader reads the bits of an entropy-coded segment, in which FF 00 stands for FF (ITU-T T.81 B.1.1.5).
type bitReader struct {
	data []byte
	at   int
	next uint64 // the bits to come, from the highest
	n    int    // how many; below 0 more have been read than there were
}

// fill sees to it that 48 bits are to come, where there are as many before the next marker.
func (b *bitReader) fill() {
	if b.n >= 0 && b.n <= 48 && b.at+8 <= len(b.data) {
		if eight := binary.BigEndian.Uint64(b.data[b.at:]); !hasFF(eight) {
			b.next |= eight >> b.n // the bits of a byte that there is no room for stay where they are when it comes
			whole := (64 - b.n) / 8
			b.n, b.at = b.n+8*whole, b.at+whole
			return
		}
	}
	for b.n >= 0 && b.n <= 48 && b.at < len(b.data) {
		c, at := b.data[b.at], b.at+1
		if c == 0xFF {
			for at < len(b.data) && b.data[at] == 0xFF {
				at++
			}
			if at >= len(b.data) || b.data[at] != 0 {
				return
			}
			at++
		}
		b.next |= uint64(c) << (56 - b.n)
		b.n, b.at = b.n+8, at
	}
}

// hasFF tells whether one of eight bytes is FF.
func hasFF(eight uint64) bool { return (^eight-0x0101010101010101)&eight&0x8080808080808080 != 0 }

func (b *bitReader) skip(n int) {
	b.next <<= n
	b.n -= n
}

// take reads up to 16 bits.
func (b *bitReader) take(n int) int {
	if b.n < n {
		b.fill()
	}
	v := int(b.next >> (64 - n))
	b.skip(n)
	return v
}

// code reads a code and gives its value; -1 where no code is. As many bits as a value may have are there then.
func (b *bitReader) code(h *huffman) int {
	if b.n < 32 {
		b.fill()
	}
	if e := h.short[b.next>>(64-shortCode)]; e != 0 {
		b.skip(int(e >> 8))
		return int(e & 0xFF)
	}
	code := int(b.next >> 48)
	for length := shortCode + 1; length <= 16; length++ {
		if code < h.end[length] {
			b.skip(length)
			return int(h.values[h.first[length]+code>>(16-length)])
		}
	}
	return -1
}

// fault says why no code was found: a file that ends here is short, one that goes on is damaged.
func (b *bitReader) fault() error {
	if b.n < 16 && b.at >= len(b.data)-1 {
		return ErrShort
	}
	return ErrDamaged
}
