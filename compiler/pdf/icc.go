package pdf

import (
	"encoding/binary"
	"unicode/utf16"
)

// A colour profile by ICC.1:2004-10 (version 4.2), which is as new as PDF/A-2 allows: a display with the primaries and the
// curve of IEC 61966-2-1 (sRGB). Numbers are s15Fixed16: 65,536 is 1. It is made here, not copied, so that it has no
// licence but ours; it takes 568 bytes.

// d50 is the profile connection space's white (ICC.1 7.2.16).
var d50 = [3]int32{0xF6D6, 0x10000, 0xD32D}

// The sRGB primaries, adapted to D50 by the Bradford matrix.
var srgbColumns = [3][3]int32{
	{0x6FA2, 0x38F5, 0x0390}, // red
	{0x6299, 0xB785, 0x18DA}, // green
	{0x24A0, 0x0F84, 0xB6CF}, // blue
}

// bradford turns colours under D65 into colours under D50 (ICC.1 annex E).
var bradford = [9]int32{0x10C42, 0x5DE, -0xCDA, 0x793, 0xFD90, -0x45E, -0x25D, 0x3DC, 0xC06E}

// srgbCurve is IEC 61966-2-1's in the form of ICC.1 10.15, type 3: exponent 2.4, then 1/1.055, 0.055/1.055, 1/12.92, 0.04045.
var srgbCurve = [5]int32{0x26666, 0xF2A7, 0x0D59, 0x13D0, 0x0A5B}

type iccTag struct {
	name string
	data []byte
}

func srgbProfile() []byte {
	curve := iccCurve()
	return iccProfile("mntr", "RGB ", []iccTag{
		{"desc", iccText("sRGB IEC61966-2.1")},
		{"cprt", iccText("No copyright, use freely")},
		{"wtpt", iccXYZ(d50)},
		{"chad", iccFixed("sf32", bradford[:])},
		{"rXYZ", iccXYZ(srgbColumns[0])},
		{"gXYZ", iccXYZ(srgbColumns[1])},
		{"bXYZ", iccXYZ(srgbColumns[2])},
		{"rTRC", curve},
		{"gTRC", curve},
		{"bTRC", curve},
	})
}

// greyProfile is a press that prints black alone, by an exponent of 1.8, which is near a dot gain of 15 % (ICC.1 8.5.2:
// monochrome output profiles have one curve).
func greyProfile() []byte {
	return iccProfile("prtr", "GRAY", []iccTag{
		{"desc", iccText("Grey")},
		{"cprt", iccText("No copyright, use freely")},
		{"wtpt", iccXYZ(d50)},
		{"kTRC", append([]byte("para"), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0xCC, 0xCD)},
	})
}

// iccProfile puts header, tag table and tags together. Equal neighbours share their data.
func iccProfile(class, space string, tags []iccTag) []byte {
	b := make([]byte, 128, 1024)
	binary.BigEndian.PutUint32(b[8:], 0x04200000) // version
	copy(b[12:], class)
	copy(b[16:], space)
	copy(b[20:], "XYZ ")
	for i, n := range []uint16{2000, 1, 1, 0, 0, 0} { // a date is demanded, and must never change
		binary.BigEndian.PutUint16(b[24+2*i:], n)
	}
	copy(b[36:], "acsp")
	for i, n := range d50 {
		binary.BigEndian.PutUint32(b[68+4*i:], uint32(n))
	}
	b = binary.BigEndian.AppendUint32(b, uint32(len(tags)))
	at := len(b) + 12*len(tags)
	var data []byte
	start := at
	for i, t := range tags {
		if i == 0 || string(t.data) != string(tags[i-1].data) {
			start = at + len(data)
			data = append(data, t.data...)
			data = append(data, make([]byte, -len(data)&3)...) // tags begin at multiples of 4
		}
		b = append(b, t.name...)
		b = binary.BigEndian.AppendUint32(b, uint32(start))
		b = binary.BigEndian.AppendUint32(b, uint32(len(t.data)))
	}
	b = append(b, data...)
	binary.BigEndian.PutUint32(b, uint32(len(b)))
	return b
}

func iccFixed(kind string, numbers []int32) []byte {
	b := append([]byte(kind), 0, 0, 0, 0)
	for _, n := range numbers {
		b = binary.BigEndian.AppendUint32(b, uint32(n))
	}
	return b
}

func iccXYZ(p [3]int32) []byte { return iccFixed("XYZ ", p[:]) }

func iccCurve() []byte {
	b := append([]byte("para"), 0, 0, 0, 0, 0, 3, 0, 0)
	for _, n := range srgbCurve {
		b = binary.BigEndian.AppendUint32(b, uint32(n))
	}
	return b
}

// iccText is a multiLocalizedUnicodeType of one record (ICC.1 10.13).
func iccText(s string) []byte {
	text := utf16.Encode([]rune(s))
	b := append([]byte("mluc"), 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 12)
	b = append(b, "enUS"...)
	b = binary.BigEndian.AppendUint32(b, uint32(2*len(text)))
	b = binary.BigEndian.AppendUint32(b, 28)
	for _, c := range text {
		b = binary.BigEndian.AppendUint16(b, c)
	}
	return b
}
