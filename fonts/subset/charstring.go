package subset

import "encoding/binary"

// Operators of Type 2 charstrings (Adobe Technical Note 5177, appendix A). Two bytes 12 x are 12<<8|x.
const (
	csHstem      = 1
	csVstem      = 3
	csVmoveto    = 4
	csRlineto    = 5
	csHlineto    = 6
	csVlineto    = 7
	csRrcurveto  = 8
	csCallsubr   = 10
	csReturn     = 11
	csEscape     = 12
	csEndchar    = 14
	csHstemhm    = 18
	csHintmask   = 19
	csCntrmask   = 20
	csRmoveto    = 21
	csHmoveto    = 22
	csVstemhm    = 23
	csRcurveline = 24
	csRlinecurve = 25
	csVvcurveto  = 26
	csHhcurveto  = 27
	csShort      = 28 // a number of three bytes
	csCallgsubr  = 29
	csVhcurveto  = 30
	csHvcurveto  = 31
	csFixed      = 255 // a number of five bytes, in 1/65536

	csHflex  = 12<<8 | 34
	csFlex   = 12<<8 | 35
	csHflex1 = 12<<8 | 36
	csFlex1  = 12<<8 | 37
)

// Limits. Technical Note 5177, appendix B, has 48 operands, 10 nested calls and 65,535 bytes; fonts
// made for CFF2 tools go beyond the first, readers allow more of the second.
const (
	maxOperands = 513
	maxCalls    = 16
	maxBytes    = 65535
	maxStems    = 96 * 8
	// maxCallsInAll bounds the calls of one glyph: 16 nested subroutines that each call the next
	// many times would never end. Glyphs of Han fonts make fewer than 100.
	maxCallsInAll = 4096
)

// What csTokens says of a byte at the head of a token.
const (
	tokenSize   = 7      // bytes, of numbers and of operators that draw
	tokenOther  = 1 << 5 // an operator that changes more than the outline and the stack
	tokenDraws  = 1 << 4 // an operator that draws, and so clears the stack
	tokenNumber = 1 << 7
)

// csTokens sorts bytes: see flattener.skim.
var csTokens = func() (token [256]uint8) {
	for b := range token {
		switch {
		case b == csShort:
			token[b] = tokenNumber | 3
		case b == csFixed:
			token[b] = tokenNumber | 5
		case b > 246:
			token[b] = tokenNumber | 2
		case b >= 32:
			token[b] = tokenNumber | 1
		default:
			token[b] = tokenOther
		}
	}
	for _, b := range [...]byte{csRlineto, csHlineto, csVlineto, csRrcurveto, csRcurveline, csRlinecurve,
		csVvcurveto, csHhcurveto, csVhcurveto, csHvcurveto} {
		token[b] = tokenDraws | 1
	}
	return token
}()

// csNumberSize is the length of the number that begins with b, which is 28 or at least 32.
func csNumberSize(b byte) int { return int(csTokens[b] & tokenSize) }

// csNumber is the number that b begins with, in 1/65536.
func csNumber(b []byte) int64 {
	if b[0] == csFixed {
		return int64(int32(binary.BigEndian.Uint32(b[1:])))
	}
	return int64(shortNumber(b)) << 16
}

// appendNumber writes a number of 1/65536; ok is false where a charstring cannot hold it.
func appendNumber(dst []byte, v int64) (out []byte, ok bool) {
	if v < -1<<31 || v >= 1<<31 {
		return dst, false
	}
	if v&0xFFFF == 0 {
		return appendInt(dst, int(v>>16)), true
	}
	return binary.BigEndian.AppendUint32(append(dst, csFixed), uint32(v)), true
}

// arithmetic maps the second byte of an escaped operator to what it takes from the stack and puts
// there (Technical Note 5177, 4.4 to 4.6); other escapes clear the stack or do not exist.
func arithmetic(op byte) (take, put int, ok bool) {
	switch op {
	case 3, 4, 10, 11, 12, 15, 24: // and or add sub div eq mul
		return 2, 1, true
	case 5, 9, 14, 21, 26, 29: // not abs neg get sqrt index
		return 1, 1, true
	case 18: // drop
		return 1, 0, true
	case 20, 30: // put roll
		return 2, 0, true
	case 22: // ifelse
		return 4, 1, true
	case 23: // random
		return 0, 1, true
	case 27: // dup
		return 1, 2, true
	case 28: // exch
		return 2, 2, true
	}
	return 0, 0, false
}
