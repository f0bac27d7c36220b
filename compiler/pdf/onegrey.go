package pdf

import (
	"bytes"
	goimage "image"
	"image/jpeg"

	headers "github.com/banxin-go/banxin/layout/picture"
)

// oneInk: the press prints black alone. Colours in its file would leave to the printer's software what becomes of a red seal.
func (w *writer) oneInk() bool { return w.print != nil && w.intent == gray }

// luma is how light a colour is, in the units of its samples: the weights of red, green and blue by ITU-T T.871 7, in 2^-16, which
// JPEG's own grey has too.
func luma(r, g, b uint32) uint32 { return (19595*r + 38470*g + 7471*b + 1<<15) >> 16 }

// grey is the picture, decoded samples of RGB or of a palette, in greys. Its mask stays.
func (p *picture) grey() *picture {
	out := *p
	out.space, out.profile, out.palette = gray, nil, nil
	if p.space == indexed {
		out.data = make([]byte, len(p.data))
		for i, entry := range p.data {
			c := p.palette[3*int(entry):]
			out.data[i] = byte(luma(uint32(c[0]), uint32(c[1]), uint32(c[2])))
		}
		return &out
	}
	size := p.bits / 8
	out.data = make([]byte, 0, len(p.data)/3)
	for at := 0; at < len(p.data); at += 3 * size {
		v := luma(p.sample(at), p.sample(at+size), p.sample(at+2*size))
		if size == 2 {
			out.data = append(out.data, byte(v>>8))
		}
		out.data = append(out.data, byte(v))
	}
	return &out
}

// sample is the sample of 8 or 16 bits at a byte.
func (p *picture) sample(at int) uint32 {
	if p.bits == 16 {
		return uint32(p.data[at])<<8 | uint32(p.data[at+1])
	}
	return uint32(p.data[at])
}

// decodedGrey is the JPEG file p in greys, samples in place of the file's own stream: the first component of most is grey already
// (ITU-T T.871 7).
func (p *picture) decodedGrey(data []byte) (*picture, error) {
	if p.space == cmyk {
		j := jpegFile{picture: *p, adobe: p.inverted}
		c, err := j.toRGB(data)
		if err != nil {
			return nil, err
		}
		return c.grey(), nil
	}
	if p.coding == samples { // inks without a profile are RGB by now
		return p.grey(), nil
	}
	im, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, headers.ErrCoding
	}
	out := &picture{width: p.width, height: p.height, bits: 8, space: gray, orientation: p.orientation}
	switch im := im.(type) {
	case *goimage.YCbCr:
		for y := range p.height {
			out.data = append(out.data, im.Y[y*im.YStride:][:p.width]...)
		}
	case *goimage.RGBA: // Adobe's, not transformed
		rgbs := colours(im.Pix, 1)
		out.space, out.data = rgbs.space, rgbs.data
		if rgbs.space == rgb {
			return out.grey(), nil
		}
	default:
		return nil, headers.ErrCoding
	}
	return out, nil
}
