package picture

import (
	"bytes"
	"encoding/binary"
	"image/jpeg"
)

// JPEG markers (ITU-T T.81 table B.1).
const (
	markSOF0 = 0xC0 // baseline
	markSOF2 = 0xC2 // progressive; 0xC1 is extended
	markDHT  = 0xC4
	markDAC  = 0xCC
	markSOFF = 0xCF
	markRST0 = 0xD0
	markRST7 = 0xD7
	markSOI  = 0xD8
	markEOI  = 0xD9
	markSOS  = 0xDA
	markDQT  = 0xDB
	markDNL  = 0xDC
	markDRI  = 0xDD
	markAPP0 = 0xE0
	markAPPE = 0xEE
	markAPPF = 0xEF
	markCOM  = 0xFE
)

// A jpegFile is what the segments of a JPEG have said so far.
type jpegFile struct {
	data    []byte
	at      int // behind what has been read
	frame   *jpegFrame
	quant   [4]bool // which quantization tables there are
	huffman [2][4]*huffman
	restart int // MCUs between restarts; 0: none
	scans   int // so far

	jfif, adobe bool // which segments there are
	transform   byte // Adobe's
	odd         bool // see decodes
}

// The classes of Huffman tables (ITU-T T.81 B.2.4.2).
const (
	dcTable = 0
	acTable = 1
)

// check walks through all segments of a JPEG and all codes of its scans up to EOI (ITU-T T.81 B.1.1); what cameras put behind that is
// no part of the picture, and no fault. Nothing that a decoder would warn of passes. JPEG has no checksums: a damaged value that is a
// value again is not found. The error is ErrShort, ErrDamaged, ErrCoding or a *SizeError.
func (j *jpegFile) check() error {
	for {
		mark, err := j.marker()
		if err == nil && mark == markEOI {
			return j.complete()
		}
		if err == nil {
			err = j.segment(mark)
		}
		if err != nil {
			return err
		}
	}
}

// marker reads the next marker, before which there may be any number of FF (ITU-T T.81 B.1.1.2).
func (j *jpegFile) marker() (byte, error) {
	if j.at < len(j.data) && j.data[j.at] != 0xFF {
		return 0, ErrDamaged
	}
	for j.at < len(j.data) && j.data[j.at] == 0xFF {
		j.at++
	}
	if j.at >= len(j.data) {
		return 0, ErrShort
	}
	j.at++
	return j.data[j.at-1], nil
}

func (j *jpegFile) segment(mark byte) error {
	switch {
	case mark >= markRST0 && mark <= markRST7 && j.scans > 0: // some encoders end a scan with one
		return nil
	case mark > markSOF2 && mark <= markSOFF && mark != markDHT && mark != markDAC: // lossless, hierarchical, arithmetic
		return ErrCoding
	case mark < markSOF0, mark >= markRST0 && mark <= markSOI:
		return ErrDamaged
	}
	body, err := j.body()
	if err != nil {
		return err
	}
	switch {
	case mark >= markSOF0 && mark <= markSOF2:
		return j.readFrame(mark == markSOF2, body)
	case mark == markSOS:
		return j.readScan(body)
	case mark == markDHT:
		return j.readHuffman(body)
	case mark == markDQT:
		return j.readQuant(body)
	case mark == markDRI:
		return j.readRestart(body)
	case mark == markAPP0 && len(body) >= 14 && bytes.HasPrefix(body, []byte("JFIF\x00")):
		j.jfif = true
		if body[5] != 1 { // the major version (JFIF 1.02)
			return ErrDamaged
		}
		return nil
	case mark == markAPPE && len(body) >= 12 && bytes.HasPrefix(body, []byte("Adobe")):
		j.adobe, j.transform = true, body[11]
		return nil
	case mark == markDNL || mark == markDAC:
		j.odd = true
		return nil
	case mark >= markAPP0 && mark <= markAPPF || mark == markCOM:
		return nil
	}
	return ErrDamaged
}

// body reads the length of a segment, which counts its own two bytes, and what it is the length of (ITU-T T.81 B.1.1.4).
func (j *jpegFile) body() ([]byte, error) {
	if j.at+2 > len(j.data) {
		return nil, ErrShort
	}
	n := int(binary.BigEndian.Uint16(j.data[j.at:]))
	if n < 2 {
		return nil, ErrDamaged
	}
	if j.at+n > len(j.data) {
		return nil, ErrShort
	}
	body := j.data[j.at+2 : j.at+n]
	j.at += n
	return body, nil
}

// readQuant reads quantization tables (ITU-T T.81 B.2.4.1).
func (j *jpegFile) readQuant(b []byte) error {
	for len(b) > 0 {
		size := 1 + 64
		if b[0]>>4 != 0 {
			size = 1 + 128
		}
		if b[0]>>4 > 1 || b[0]&15 > 3 || len(b) < size {
			return ErrDamaged
		}
		j.quant[b[0]&15] = true
		b = b[size:]
	}
	return nil
}

// readRestart reads the interval of restarts (ITU-T T.81 B.2.4.4).
func (j *jpegFile) readRestart(b []byte) error {
	if len(b) != 2 {
		return ErrDamaged
	}
	j.restart = int(binary.BigEndian.Uint16(b))
	return nil
}

// complete says that every component has been in a scan, and that Adobe's transform is one that there is.
func (j *jpegFile) complete() error {
	if j.frame == nil {
		return ErrShort
	}
	for i := range j.frame.components {
		if !j.frame.components[i].scanned() {
			return ErrShort
		}
	}
	if !j.transformKnown() {
		return ErrDamaged
	}
	return nil
}

// transformKnown: 0 is none, 1 YCbCr, 2 YCCK (Adobe Technical Note 5116, 18). JFIF has YCbCr always.
func (j *jpegFile) transformKnown() bool {
	switch n := len(j.frame.components); {
	case !j.adobe || j.transform == 0 || n == 1:
		return true
	case n == 3:
		return j.transform == 1 || j.jfif
	default:
		return j.transform == 2
	}
}

// decodes says that package image/jpeg can decode the file: it knows only usual ways to subsample, no segment without use, and looks
// elsewhere for restarts in scans of one component where that has several blocks to an MCU of all.
func (j *jpegFile) decodes() bool {
	_, err := jpeg.DecodeConfig(bytes.NewReader(j.data))
	return err == nil && !j.odd
}
