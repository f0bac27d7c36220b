package picture

import (
	"bytes"
	"encoding/binary"
)

const exifHead = "Exif\x00\x00"

// orientationOf finds the EXIF segment of a JPEG (APP1, ITU-T T.81 B.1.1.2) and reads its orientation; 1 where there is none.
func orientationOf(data []byte) int {
	for at := 2; at+4 <= len(data) && data[at] == 0xFF; {
		mark := data[at+1]
		if mark == 0xFF { // fill byte
			at++
			continue
		}
		end := at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		if end > len(data) || end < at+4 || mark == 0xDA { // SOS: the scan begins
			return 1
		}
		if body := data[at+4 : end]; mark == 0xE1 && bytes.HasPrefix(body, []byte(exifHead)) {
			return Orientation(body)
		}
		at = end
	}
	return 1
}

// Orientation reads tag 0x0112 of the first directory of an EXIF segment (Exif 2.32, 4.6.4); 1 where it says nothing.
func Orientation(segment []byte) int {
	b, ok := bytes.CutPrefix(segment, []byte(exifHead))
	if !ok || len(b) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.BigEndian
	if b[0] == 'I' {
		order = binary.LittleEndian
	}
	at := int(order.Uint32(b[4:]))
	if at < 8 || at+2 > len(b) {
		return 1
	}
	for n := int(order.Uint16(b[at:])); n > 0; n-- {
		entry := at + 2 + 12*(n-1)
		if entry+12 > len(b) || order.Uint16(b[entry:]) != 0x0112 {
			continue
		}
		if o := int(order.Uint16(b[entry+8:])); o >= 1 && o <= 8 {
			return o
		}
	}
	return 1
}
