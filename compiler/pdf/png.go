package pdf

import (
	"bytes"
	"encoding/binary"
	goimage "image"
	"image/png"

	headers "github.com/banxin-go/banxin/layout/picture"
)

const pngMagic = "\x89PNG\r\n\x1a\n"

// decodePNG takes the compressed rows of a picture, which has been judged, over as they are where PDF can read them: without alpha and
// not interlaced. Others are decoded. For a press of one ink colours become greys.
func decodePNG(data []byte, file headers.File, oneInk bool) (*picture, error) {
	chunks := readChunks(data)
	p := chunks.taken(data)
	if p == nil || oneInk && p.space != gray {
		im, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			return nil, headers.ErrDamaged
		}
		p = pngSamples(im)
	}
	p.width, p.height, p.orientation = file.Width, file.Height, file.Orientation
	if oneInk && p.space != gray {
		return p.grey(), nil
	}
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

// taken is the picture with the file's own stream for its samples: PNG's filters are PDF's predictors. nil where that says something
// else than PDF would read in it.
func (c *pngChunks) taken(data []byte) *picture {
	colour := data[ihdrColour]
	if colour > pngIndexed || data[ihdrInterlace] != 0 || c.transparent {
		return nil
	}
	p := &picture{space: gray, data: c.rows, coding: pngStream, bits: int(data[ihdrBits])}
	switch colour {
	case pngTrueColour:
		p.space = rgb
	case pngIndexed:
		p.space, p.palette = indexed, c.palette
	}
	return p
}

// pngChunks are the chunks beside the head that matter here.
type pngChunks struct {
	rows        []byte // the IDAT chunks, joined
	palette     []byte // PLTE
	profile     []byte // iCCP
	transparent bool   // a tRNS chunk makes some colour transparent
}

// readChunks walks the chunks up to IEND.
func readChunks(data []byte) (c pngChunks) {
	for at := len(pngMagic); at < len(data); {
		n := int(binary.BigEndian.Uint32(data[at:]))
		body := data[at+8 : at+8+n]
		switch string(data[at+4 : at+8]) {
		case "IDAT":
			c.rows = append(c.rows, body...)
		case "PLTE":
			c.palette = body
		case "iCCP":
			c.profile = body
		case "tRNS":
			c.transparent = true
		}
		at += 12 + n
	}
	return c
}
