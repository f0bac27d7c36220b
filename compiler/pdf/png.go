package pdf

import (
	"bytes"
	"encoding/binary"
	goimage "image"
	"image/png"
)

const pngMagic = "\x89PNG\r\n\x1a\n"

// decodePNG decodes the whole picture, because only so a damaged one is found, and then takes over its compressed rows as
// they are where PDF can read them: without alpha and not interlaced. For a press of one ink colours become greys.
func decodePNG(data []byte, oneInk bool) (*picture, error) {
	config, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, errImageBroken
	}
	if int64(config.Width)*int64(config.Height) > maxPixels {
		return nil, errImagePixels
	}
	im, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, errImageBroken
	}
	p := pngSamples(im)
	p.width, p.height, p.orientation = config.Width, config.Height, 1
	if oneInk && p.space != gray {
		return p.grey(), nil
	}
	chunks := readChunks(data)
	p.takeRows(data, chunks)
	if p.componentSpace() == rgb {
		p.profile = pngProfile(chunks.profile)
	}
	return p, nil
}

// pngSamples gives the samples of each kind of image that image/png returns.
func pngSamples(im goimage.Image) *picture {
	switch im := im.(type) {
	case *goimage.Gray:
		return &picture{bits: 8, space: gray, data: im.Pix}
	case *goimage.Gray16:
		return &picture{bits: 16, space: gray, data: im.Pix}
	case *goimage.Paletted:
		return paletted(im)
	case *goimage.RGBA: // without alpha
		return colours(im.Pix, 1)
	case *goimage.NRGBA:
		return colours(im.Pix, 1)
	case *goimage.RGBA64: // without alpha
		return colours(im.Pix, 2)
	case *goimage.NRGBA64:
		return colours(im.Pix, 2)
	}
	return &picture{bits: 8, space: gray}
}

// colours parts red, green, blue and alpha samples of size bytes each. Grey pictures become DeviceGray, which is one ink in
// print, and opaque ones get no mask.
func colours(pix []byte, size int) *picture {
	p := &picture{bits: 8 * size, space: gray}
	opaque := true
	for at := 0; at < len(pix); at += 4 * size {
		r, g, b, a := pix[at:at+size], pix[at+size:at+2*size], pix[at+2*size:at+3*size], pix[at+3*size:at+4*size]
		if !bytes.Equal(r, g) || !bytes.Equal(g, b) {
			p.space = rgb
		}
		opaque = opaque && a[0] == 0xFF && a[size-1] == 0xFF
	}
	n := p.space.components() * size
	p.data = make([]byte, 0, len(pix)/(4*size)*n)
	if !opaque {
		p.alpha = make([]byte, 0, len(pix)/4)
	}
	for at := 0; at < len(pix); at += 4 * size {
		p.data = append(p.data, pix[at:at+n]...)
		if !opaque {
			p.alpha = append(p.alpha, pix[at+3*size:at+4*size]...)
		}
	}
	return p
}

// paletted keeps the palette unless it has alpha.
func paletted(im *goimage.Paletted) *picture {
	p := &picture{bits: 8, space: indexed, data: im.Pix}
	opaque := true
	for _, c := range im.Palette {
		r, g, b, a := c.RGBA()
		opaque = opaque && a == 0xFFFF
		p.palette = append(p.palette, byte(r>>8), byte(g>>8), byte(b>>8))
	}
	if opaque {
		return p
	}
	flat := goimage.NewNRGBA(im.Bounds())
	for y := im.Rect.Min.Y; y < im.Rect.Max.Y; y++ {
		for x := im.Rect.Min.X; x < im.Rect.Max.X; x++ {
			flat.Set(x, y, im.At(x, y))
		}
	}
	return colours(flat.Pix, 1)
}

// Colour types and offsets of the IHDR chunk (PNG 11.2.2).
const (
	pngTrueColour = 2
	pngIndexed    = 3
	ihdrBits      = 24
	ihdrColour    = 25
	ihdrInterlace = 28
)

// takeRows replaces the samples by the file's own stream, when that says the same: PNG's filters are PDF's predictors.
func (p *picture) takeRows(data []byte, chunks pngChunks) {
	colour := data[ihdrColour]
	if colour > pngIndexed || data[ihdrInterlace] != 0 || p.alpha != nil || chunks.transparent {
		return
	}
	p.data, p.coding, p.bits = chunks.rows, pngStream, int(data[ihdrBits])
	if colour == pngTrueColour {
		p.space = rgb
	}
}

// pngChunks are the chunks beside the head that matter here.
type pngChunks struct {
	rows        []byte // the IDAT chunks, joined
	profile     []byte // iCCP
	transparent bool   // a tRNS chunk makes some colour transparent
}

// readChunks walks the chunks; png.Decode has checked that they follow one another up to IEND.
func readChunks(data []byte) (c pngChunks) {
	for at := len(pngMagic); at+12 <= len(data); {
		n := int(binary.BigEndian.Uint32(data[at:]))
		if n > len(data)-at-12 {
			return c
		}
		body := data[at+8 : at+8+n]
		switch string(data[at+4 : at+8]) {
		case "IDAT":
			c.rows = append(c.rows, body...)
		case "iCCP":
			c.profile = body
		case "tRNS":
			c.transparent = true
		case "IEND":
			return c
		}
		at += 12 + n
	}
	return c
}
