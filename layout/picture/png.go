package picture

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/png"
	"io"
)

// The colour types of PNG (PNG 11.2.2).
const (
	pngGray      = 0
	pngColour    = 2
	pngIndexed   = 3
	pngGrayAlpha = 4
	pngAlpha     = 6
)

// A pngFile is what the chunks of a PNG have said so far. Its head has been read by package image/png.
type pngFile struct {
	width, height int
	bits, colour  int
	interlaced    bool
	entries       int // of the palette
	seen          map[string]bool
	last          string
	rows          []byte // the IDAT chunks, joined
}

// checkPNG walks through the chunks up to IEND (PNG 5.3), each with its checksum, and through the rows, and gives the place behind:
// what follows is no part of the picture. It may be what a crop was to remove.
func checkPNG(data []byte) (end int, err error) {
	p := pngFile{seen: map[string]bool{}}
	for at := 8; p.last != "IEND"; at = end {
		if at+12 > len(data) {
			return 0, ErrShort
		}
		n := binary.BigEndian.Uint32(data[at:])
		if n > 1<<31-1 {
			return 0, ErrDamaged
		}
		if end = at + 12 + int(n); end > len(data) {
			return 0, ErrShort
		}
		if crc32.ChecksumIEEE(data[at+4:end-4]) != binary.BigEndian.Uint32(data[end-4:]) {
			return 0, ErrDamaged
		}
		if err := p.chunk(string(data[at+4:at+8]), data[at+8:end-4]); err != nil {
			return 0, err
		}
	}
	if err := p.checkRows(); err != nil {
		return 0, err
	}
	return end, p.checkEntries(data)
}

// checkEntries says that no pixel asks for a colour behind the palette's end: package image/png makes its palette longer where one does.
func (p *pngFile) checkEntries(data []byte) error {
	if p.colour != pngIndexed {
		return nil
	}
	im, err := png.Decode(bytes.NewReader(data))
	if paletted, ok := im.(*image.Paletted); err != nil || ok && len(paletted.Palette) > p.entries {
		return ErrDamaged
	}
	return nil
}

// A pngRule says where a chunk may stand, and how long it is; 0 is any length (PNG 5.6, 11.3).
type pngRule struct {
	length  int
	many    bool // it may stand more than once
	anytime bool // behind the rows, too
	first   bool // before the palette
}

func ruleOf(kind string) (rule pngRule, known bool) {
	switch kind {
	case "cHRM":
		return pngRule{length: 32, first: true}, true
	case "gAMA":
		return pngRule{length: 4, first: true}, true
	case "sRGB":
		return pngRule{length: 1, first: true}, true
	case "iCCP", "sBIT":
		return pngRule{first: true}, true
	case "PLTE", "tRNS", "bKGD", "hIST":
		return pngRule{}, true
	case "pHYs":
		return pngRule{length: 9}, true
	case "sPLT":
		return pngRule{many: true}, true
	case "tIME":
		return pngRule{length: 7, anytime: true}, true
	case "eXIf":
		return pngRule{anytime: true}, true
	case "IHDR":
		return pngRule{length: 13}, true
	}
	return pngRule{many: true, anytime: true}, kind == "IDAT" || kind == "IEND"
}

func (p *pngFile) chunk(kind string, body []byte) error {
	rule, known := ruleOf(kind)
	switch {
	case (p.last == "") != (kind == "IHDR"):
		return ErrDamaged
	case !known && kind[0]&0x20 == 0: // its picture cannot be seen without it (PNG 5.4)
		return ErrCoding
	case p.seen[kind] && !rule.many, p.seen["IDAT"] && !rule.anytime, p.seen["PLTE"] && rule.first, rule.length > 0 && len(body) != rule.length:
		return ErrDamaged
	case kind == "IDAT" && p.seen["IDAT"] && p.last != "IDAT", kind == "IEND" && (!p.seen["IDAT"] || len(body) > 0):
		return ErrDamaged
	case kind == "IHDR":
		p.width, p.height = int(binary.BigEndian.Uint32(body)), int(binary.BigEndian.Uint32(body[4:]))
		p.bits, p.colour, p.interlaced = int(body[8]), int(body[9]), body[12] != 0
	case kind == "PLTE" && !p.palette(body), kind == "tRNS" && !p.transparent(len(body)), kind == "IDAT" && p.colour == pngIndexed && p.entries == 0:
		return ErrDamaged
	case kind == "IDAT":
		p.rows = append(p.rows, body...)
	}
	p.seen[kind], p.last = true, kind
	return nil
}

// palette reads PLTE (PNG 11.2.3): red, green and blue of as many colours as a sample can tell from each other, at most.
func (p *pngFile) palette(body []byte) bool {
	p.entries = len(body) / 3
	most := 256
	if p.colour == pngIndexed {
		most = 1 << p.bits
	}
	return len(body)%3 == 0 && p.entries > 0 && p.entries <= most && p.colour&2 != 0 && !p.seen["tRNS"] && !p.seen["bKGD"] && !p.seen["hIST"]
}

// transparent says that tRNS may have so many bytes (PNG 11.3.2.1).
func (p *pngFile) transparent(n int) bool {
	switch p.colour {
	case pngGray:
		return n == 2
	case pngColour:
		return n == 6
	case pngIndexed:
		return n > 0 && n <= p.entries
	}
	return false
}

// adam7 is where each pass begins and how far apart its pixels are, across and down (PNG 8.2).
var adam7 = [...][4]int{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}}

// checkRows unpacks the rows: each begins with a filter that is known (PNG 9.2), and there are as many as there must be, no byte more.
func (p *pngFile) checkRows() error {
	packed := bytes.NewReader(p.rows)
	unpacked, err := zlib.NewReader(packed)
	if err != nil {
		return ErrDamaged
	}
	r := bufio.NewReaderSize(unpacked, 1<<15)
	passes := adam7[:]
	if !p.interlaced {
		passes = [][4]int{{0, 0, 1, 1}}
	}
	for _, pass := range passes {
		wide, high := upTo(max(0, p.width-pass[0]), pass[2]), upTo(max(0, p.height-pass[1]), pass[3])
		if wide == 0 {
			continue
		}
		for range high {
			filter, err := r.ReadByte()
			if err != nil || filter > 4 {
				return ErrDamaged
			}
			if _, err := r.Discard(upTo(wide*p.samples()*p.bits, 8)); err != nil {
				return ErrDamaged
			}
		}
	}
	if _, err := r.ReadByte(); err != io.EOF || packed.Len() > 0 { // the end, where the checksum is
		return ErrDamaged
	}
	return nil
}

// samples is how many a pixel has.
func (p *pngFile) samples() int {
	switch p.colour {
	case pngColour:
		return 3
	case pngGrayAlpha:
		return 2
	case pngAlpha:
		return 4
	}
	return 1
}
