package picture

import (
	"bytes"
	"encoding/binary"
)

// JPEG markers (ITU-T T.81 table B.1).
const (
	markTEM  = 0x01
	markSOF0 = 0xC0
	markRST0 = 0xD0
	markRST7 = 0xD7
	markEOI  = 0xD9
	markSOS  = 0xDA
)

// CheckJPEG walks the segments and the scans of a JPEG up to EOI (ITU-T T.81 B.1.1); what cameras put behind it is no fault. The
// error is ErrShort or ErrDamaged. JPEG has no checksums: decoding would find little more. A thumbnail among the segments has an EOI
// of its own, which ends nothing.
func CheckJPEG(data []byte) error {
	for at := 2; at+1 < len(data); {
		mark := data[at+1]
		switch {
		case data[at] != 0xFF || mark == 0xFF: // bytes that belong to nothing are passed over, as all decoders do; FF fills
			at++
		case mark == markEOI:
			return nil
		case mark == 0 || mark == markTEM || mark >= markRST0 && mark <= markRST7: // without a body
			at += 2
		case mark < markSOF0:
			return ErrDamaged
		case at+4 > len(data):
			return ErrShort
		default:
			at += 2 + max(2, int(binary.BigEndian.Uint16(data[at+2:])))
			if at <= len(data) && mark == markSOS {
				at = scanEnd(data, at)
			}
		}
	}
	return ErrShort
}

// scanEnd gives the place of the marker behind the scan that begins at; restarts are a part of it (ITU-T T.81 B.1.1.5).
func scanEnd(data []byte, at int) int {
	for {
		next := bytes.IndexByte(data[at:], 0xFF)
		if next < 0 || at+next+1 >= len(data) {
			return len(data)
		}
		at += next
		if mark := data[at+1]; mark != 0 && (mark < markRST0 || mark > markRST7) {
			return at
		}
		at += 2
	}
}
