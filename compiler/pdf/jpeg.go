package pdf

import (
	"bytes"
	"encoding/binary"
	goimage "image"
	"image/color"
	"image/jpeg"

	headers "github.com/banxin-go/banxin/layout/picture"
)

// JPEG markers (ITU-T T.81 table B.1).
const (
	markSOF0 = 0xC0 // baseline
	markSOF2 = 0xC2 // progressive; 0xC1 is extended
	markDHT  = 0xC4
	markSOFF = 0xCF
	markSOS  = 0xDA
	markAPP1 = 0xE1
	markAPP2 = 0xE2
	markAPPE = 0xEE
)

// jpegFile is what the segments before the first scan say.
type jpegFile struct {
	picture
	components int
	adobe      bool
	profile    []byte // joined ICC chunks
}

// decodeJPEG takes the file over as it is. Only CMYK without a usable profile becomes RGB, since under an sRGB output intent
// nothing says what its inks are (ISO 19005-2 6.2.4.3); direct lets it pass.
func decodeJPEG(data []byte, direct bool) (*picture, error) {
	j := jpegFile{picture: picture{bits: 8, data: data, coding: jpegStream, orientation: 1}}
	if err := j.read(data); err != nil {
		return nil, err
	}
	if int64(j.width)*int64(j.height) > maxPixels {
		return nil, errImagePixels
	}
	switch j.components {
	case 1:
		j.space = gray
	case 3:
		j.space = rgb
		if sourceProfile(j.profile, rgb) {
			j.picture.profile = j.profile
		}
	case 4:
		j.space, j.inverted = cmyk, j.adobe // Adobe writes 0 for full ink
		if sourceProfile(j.profile, cmyk) {
			j.picture.profile = j.profile
		} else if !direct {
			return j.toRGB(data)
		}
	}
	return &j.picture, nil
}

// read walks the segments up to the first scan.
func (j *jpegFile) read(data []byte) error {
	if headers.CheckJPEG(data) != nil {
		return errImageBroken
	}
	for at := 2; at+4 <= len(data); {
		if data[at] != 0xFF {
			return errImageBroken
		}
		mark := data[at+1]
		if mark == 0xFF { // fill byte
			at++
			continue
		}
		end := at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		if end > len(data) || end < at+4 {
			return errImageBroken
		}
		if mark == markSOS {
			return j.check()
		}
		if err := j.segment(mark, data[at+4:end]); err != nil {
			return err
		}
		at = end
	}
	return errImageBroken
}

func (j *jpegFile) check() error {
	if j.width == 0 || j.height == 0 || j.components != 1 && j.components != 3 && j.components != 4 {
		return errImageBroken
	}
	return nil
}

func (j *jpegFile) segment(mark byte, b []byte) error {
	switch {
	case mark >= markSOF0 && mark <= markSOF2:
		if len(b) < 6 || b[0] != 8 {
			return errImageBroken
		}
		j.height, j.width = int(binary.BigEndian.Uint16(b[1:])), int(binary.BigEndian.Uint16(b[3:]))
		j.components = int(b[5])
	case mark > markSOF2 && mark <= markSOFF && mark != markDHT && mark != 0xC8 && mark != 0xCC:
		return errImageKind // lossless, hierarchical or arithmetic
	case mark == markAPP1:
		j.orientation = max(j.orientation, headers.Orientation(b)) // XMP is a segment of this kind too
	case mark == markAPP2 && bytes.HasPrefix(b, []byte("ICC_PROFILE\x00")) && len(b) > 14:
		j.profile = append(j.profile, b[14:]...) // after number and count; writers keep the chunks in order
	case mark == markAPPE && bytes.HasPrefix(b, []byte("Adobe")):
		j.adobe = true
	}
	return nil
}

// toRGB decodes a CMYK file and converts its inks without a profile.
func (j *jpegFile) toRGB(data []byte) (*picture, error) {
	im, err := jpeg.Decode(bytes.NewReader(data))
	inks, ok := im.(*goimage.CMYK)
	if err != nil || !ok {
		return nil, errImageBroken
	}
	p := &picture{width: j.width, height: j.height, bits: 8, space: rgb, orientation: j.orientation}
	p.data = make([]byte, 0, 3*p.width*p.height)
	for y := range p.height {
		for x := range p.width {
			at := inks.PixOffset(x, y)
			r, g, b := color.CMYKToRGB(inks.Pix[at], inks.Pix[at+1], inks.Pix[at+2], inks.Pix[at+3])
			p.data = append(p.data, r, g, b)
		}
	}
	return p, nil
}
