package picture

import "encoding/binary"

// A jpegFrame is the picture as its frame header has it (ITU-T T.81 B.2.2).
type jpegFrame struct {
	progressive   bool
	width, height int
	components    []jpegComponent
	h, v          int // the greatest sampling factors
}

// A jpegComponent is one colour: its sampling factors, and what scans have given of it.
type jpegComponent struct {
	id     byte
	h, v   int
	quant  byte
	wide   int      // blocks in a row
	high   int      // rows of blocks
	bits   [64]int8 // the lowest bit of each coefficient that is known, one more than it: 0, none
	filled []uint64 // progressive: which coefficients of each block are not 0
}

func (c *jpegComponent) scanned() bool { return c.bits[0] > 0 }

func (j *jpegFile) readFrame(progressive bool, b []byte) error {
	if j.frame != nil || len(b) < 6 || len(b) != 6+3*int(b[5]) {
		return ErrDamaged
	}
	f := &jpegFrame{progressive: progressive, height: int(binary.BigEndian.Uint16(b[1:])), width: int(binary.BigEndian.Uint16(b[3:]))}
	switch n := b[5]; {
	case b[0] != 8 || n == 2 || n > 4, f.height == 0: // which is told behind the first scan (ITU-T T.81 B.2.5)
		return ErrCoding
	case n == 0 || f.width == 0:
		return ErrDamaged
	case f.width > MaxPixels/f.height:
		return &SizeError{f.width, f.height}
	}
	for b = b[6:]; len(b) > 0; b = b[3:] {
		c := jpegComponent{id: b[0], h: int(b[1] >> 4), v: int(b[1] & 15), quant: b[2]}
		if c.h < 1 || c.h > 4 || c.v < 1 || c.v > 4 || c.quant > 3 || f.component(c.id) != nil {
			return ErrDamaged
		}
		f.h, f.v = max(f.h, c.h), max(f.v, c.v)
		f.components = append(f.components, c)
	}
	for i := range f.components { // ITU-T T.81 A.1.1, A.2.2
		c := &f.components[i]
		c.wide, c.high = upTo(upTo(f.width*c.h, f.h), 8), upTo(upTo(f.height*c.v, f.v), 8)
	}
	j.frame = f
	return nil
}

// upTo is n/d, rounded up.
func upTo(n, d int) int { return (n + d - 1) / d }

func (f *jpegFrame) component(id byte) *jpegComponent {
	for i := range f.components {
		if f.components[i].id == id {
			return &f.components[i]
		}
	}
	return nil
}
