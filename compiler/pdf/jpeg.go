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
	markSOS  = 0xDA
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

// decodeJPEG takes a file over as it is, which has been judged. Only CMYK without a usable profile becomes RGB, since under an sRGB
// output intent nothing says what its inks are (ISO 19005-2 6.2.4.3); direct lets it pass.
func decodeJPEG(data []byte, file headers.File, direct bool) (*picture, error) {
	j := jpegFile{picture: picture{width: file.Width, height: file.Height, bits: 8, data: data, coding: jpegStream, orientation: file.Orientation}}
	if file.Turned() {
		j.width, j.height = file.Height, file.Width
	}
	j.read(data)
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
func (j *jpegFile) read(data []byte) {
	for at := 2; data[at+1] != markSOS; {
		mark := data[at+1]
		if mark == 0xFF { // fill byte
			at++
			continue
		}
		end := at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		j.segment(mark, data[at+4:end])
		at = end
	}
}

func (j *jpegFile) segment(mark byte, b []byte) {
	switch {
	case mark >= markSOF0 && mark <= markSOF2:
		j.components = int(b[5])
	case mark == markAPP2 && bytes.HasPrefix(b, []byte("ICC_PROFILE\x00")) && len(b) > 14:
		j.profile = append(j.profile, b[14:]...) // after number and count; writers keep the chunks in order
	case mark == markAPPE && len(b) >= 12 && bytes.HasPrefix(b, []byte("Adobe")):
		j.adobe = true
	}
}

// toRGB decodes a CMYK file and converts its inks without a profile.
func (j *jpegFile) toRGB(data []byte) (*picture, error) {
	if !j.adobe {
		data = asAdobe(data)
	}
	im, err := jpeg.Decode(bytes.NewReader(data))
	inks, ok := im.(*goimage.CMYK)
	if err != nil || !ok {
		return nil, headers.ErrCoding
	}
	p := &picture{width: j.width, height: j.height, bits: 8, space: rgb, orientation: j.orientation}
	p.data = make([]byte, 0, 3*p.width*p.height)
	for y := range p.height {
		for x := range p.width {
			ink := inks.Pix[inks.PixOffset(x, y):][:4]
			if !j.adobe {
				ink = []byte{^ink[0], ^ink[1], ^ink[2], ^ink[3]}
			}
			r, g, b := color.CMYKToRGB(ink[0], ink[1], ink[2], ink[3])
			p.data = append(p.data, r, g, b)
		}
	}
	return p, nil
}

// asAdobe gives a CMYK file Adobe's segment (Adobe Technical Note 5116, 18), without which image/jpeg decodes none. It says that 0 is
// full ink.
func asAdobe(data []byte) []byte {
	return append([]byte("\xFF\xD8\xFF\xEE\x00\x0EAdobe\x00\x64\x00\x00\x00\x00\x00"), data[2:]...)
}
