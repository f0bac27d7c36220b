package subset

import (
	"encoding/binary"
	"strconv"
)

// dict maps the operators of a DICT to their operands as they stand in the file (clause 4).
type dict map[int][]byte

func readDict(b []byte) (dict, error) {
	d := dict{}
	for len(b) > 0 {
		op, operands, rest, ok := nextEntry(b)
		if !ok {
			return nil, brokenCFF("a DICT is cut off")
		}
		d[op], b = operands, rest
	}
	return d, nil
}

// nextEntry splits the first operator and its operands off a DICT.
func nextEntry(b []byte) (op int, operands, rest []byte, ok bool) {
	for i := 0; i < len(b); {
		switch v := b[i]; {
		case v == 12 && i+1 < len(b):
			return 12<<8 | int(b[i+1]), b[:i], b[i+2:], true
		case v <= 21 && v != 12:
			return int(v), b[:i], b[i+1:], true
		}
		n := dictNumberSize(b[i:])
		if n == 0 {
			return 0, nil, nil, false
		}
		i += n
	}
	return 0, nil, nil, false
}

// dictNumberSize is the length of the number at the head of b, 0 when there is none.
func dictNumberSize(b []byte) int {
	n := 0
	switch v := b[0]; {
	case v == 28:
		n = 3
	case v == 29:
		n = 5
	case v == 30:
		n = realSize(b)
	case v >= 32 && v <= 246:
		n = 1
	case v >= 247 && v <= 254:
		n = 2
	}
	if n > len(b) {
		return 0
	}
	return n
}

// realSize is the length of a real number: nibbles up to 0xF, behind the byte 30.
func realSize(b []byte) int {
	for i, v := range b[1:] {
		if v&0x0F == 0x0F || v>>4 == 0x0F {
			return i + 2
		}
	}
	return 0
}

// numbers reads operands into dst as far as they go, and says how many there were room for.
func numbers(dst []float64, operands []byte) int {
	read := 0
	for len(operands) > 0 && read < len(dst) {
		n := dictNumberSize(operands)
		if n == 0 {
			break
		}
		dst[read] = dictNumber(operands[:n])
		operands = operands[n:]
		read++
	}
	return read
}

func dictNumber(b []byte) float64 {
	switch b[0] {
	case 29:
		return float64(int32(binary.BigEndian.Uint32(b[1:])))
	case 30:
		return realNumber(b[1:])
	}
	return float64(shortNumber(b))
}

// shortNumber decodes the integers that DICTs and charstrings share (table 3; Technical Note 5177, 3.2).
func shortNumber(b []byte) int {
	switch v := int(b[0]); {
	case v == 28:
		return int(int16(binary.BigEndian.Uint16(b[1:])))
	case v <= 246:
		return v - 139
	case v <= 250:
		return (v-247)*256 + int(b[1]) + 108
	default:
		return -(v-251)*256 - int(b[1]) - 108
	}
}

// realNumber reads binary coded decimals (table 5); what is no number is 0.
func realNumber(b []byte) float64 {
	text := make([]byte, 0, 2*len(b)+2)
	for _, v := range b {
		for _, nibble := range [2]byte{v >> 4, v & 0x0F} {
			switch {
			case nibble <= 9:
				text = append(text, '0'+nibble)
			case nibble == 0xC:
				text = append(text, "E-"...)
			case nibble == 0xA || nibble == 0xB || nibble == 0xE:
				text = append(text, ".E  -"[nibble-0xA])
			}
		}
	}
	v, err := strconv.ParseFloat(string(text), 64)
	if err != nil || v != v || v > 1e9 || v < -1e9 {
		return 0
	}
	return v
}

// number is the first operand of op as an integer, otherwise when absent.
func (d dict) number(op, otherwise int) int {
	var v [1]float64
	if numbers(v[:], d[op]) == 0 {
		return otherwise
	}
	return int(v[0])
}

// appendInt writes an integer operand in its shortest form.
func appendInt(dst []byte, v int) []byte {
	switch {
	case v >= -107 && v <= 107:
		return append(dst, byte(v+139))
	case v >= 108 && v <= 1131:
		return append(dst, byte((v-108)>>8+247), byte(v-108))
	case v >= -1131 && v <= -108:
		return append(dst, byte((-v-108)>>8+251), byte(-v-108))
	case v >= -32768 && v <= 32767:
		return append(dst, 28, byte(v>>8), byte(v))
	}
	return appendLong(dst, v)
}

// appendLong writes an integer operand in five bytes whatever its value: offsets are known late.
func appendLong(dst []byte, v int) []byte {
	return binary.BigEndian.AppendUint32(append(dst, 29), uint32(v))
}

func appendOp(dst []byte, op int) []byte {
	if op >= 12<<8 {
		dst = append(dst, 12)
	}
	return append(dst, byte(op))
}
