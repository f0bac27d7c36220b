package pdf

import (
	"crypto/sha256"
	"errors"
	"slices"
	"strconv"

	"github.com/banxin-go/banxin/layout/display"
	headers "github.com/banxin-go/banxin/layout/picture"
	"github.com/banxin-go/banxin/layout/unit"
)

// picture is what an image XObject is made of.
type picture struct {
	width, height int
	bits          int // per component
	space         colourSpace
	palette       []byte // of indexed: red, green and blue of each entry
	profile       []byte // an ICC profile for the colours, or nil
	data          []byte
	coding        coding
	inverted      bool   // full is 0
	alpha         []byte // samples of the soft mask, with the same number of bits; or nil
	orientation   int    // EXIF's, 1 to 8
}

type colourSpace uint8

const (
	gray colourSpace = iota
	rgb
	cmyk
	indexed
)

func (s colourSpace) String() string {
	return [...]string{"DeviceGray", "DeviceRGB", "DeviceCMYK", "Indexed"}[s]
}

func (s colourSpace) components() int { return [...]int{1, 3, 4, 1}[s] }

// coding is how data is stored.
type coding uint8

const (
	samples    coding = iota // rows of samples, each row padded to a byte
	pngStream                // the zlib stream of a PNG, rows filtered
	jpegStream               // a JPEG file
)

// decodePicture reads a PNG or JPEG by its bytes, whatever it may be called, once these have been judged.
func (w *writer) decodePicture(data []byte) (*picture, error) {
	file, err := headers.Read(data)
	if err != nil {
		return nil, err
	}
	data = data[:file.Length]
	if file.Format == "png" {
		return decodePNG(data, file, w.oneInk())
	}
	p, err := decodeJPEG(data, file, w.part == 0 || w.intent == cmyk)
	if err != nil || !w.oneInk() || p.space == gray {
		return p, err
	}
	return p.decodedGrey(data)
}

// imageTable holds the images written so far. A logo on every page is one object.
type imageTable struct {
	list   []*image
	byHash map[[sha256.Size]byte]*image
}

type image struct {
	name        string
	id          ref
	orientation int
	err         error
}

// image gives the XObject for data, writing it when it is new.
func (w *writer) image(data []byte) *image {
	sum := sha256.Sum256(data)
	if im, ok := w.images.byHash[sum]; ok {
		return im
	}
	im := &image{}
	if w.images.byHash == nil {
		w.images.byHash = map[[sha256.Size]byte]*image{}
	}
	w.images.byHash[sum] = im
	p, err := w.decodePicture(data)
	if err != nil {
		im.err = err
		return im
	}
	im.orientation = p.orientation
	im.id = w.writePicture(p)
	w.images.list = append(w.images.list, im)
	im.name = "I" + strconv.Itoa(len(w.images.list))
	return im
}

func (c *content) image(it *display.Image) {
	im := c.w.image(it.Data)
	if im.err != nil {
		fault := BadImage
		if size := (*headers.SizeError)(nil); errors.As(im.err, &size) {
			fault = ManyPixels
		}
		c.fault(&LimitError{Fault: fault, Node: it.Node, Err: im.err})
		return
	}
	c.leaveText()
	c.op("q")
	if it.Multiply {
		c.multiply()
	}
	c.place(it.Box, im.orientation)
	c.op("cm")
	c.name(im.name)
	c.op("Do")
	c.op("Q")
}

// turns says for each EXIF orientation where the right end and the upper end of the stored picture point when shown, and
// where its lower left corner comes to lie, in widths and heights of the box.
var turns = [9][6]int{
	1: {1, 0, 0, 1, 0, 0},
	2: {-1, 0, 0, 1, 1, 0},
	3: {-1, 0, 0, -1, 1, 1},
	4: {1, 0, 0, -1, 0, 1},
	5: {0, -1, -1, 0, 1, 1},
	6: {0, -1, 1, 0, 0, 1},
	7: {0, 1, 1, 0, 0, 0},
	8: {0, 1, -1, 0, 1, 0},
}

// place writes the matrix that brings the unit square into the box (ISO 32000-1 8.9.5.1).
func (c *content) place(box unit.Rect, orientation int) {
	t := turns[orientation]
	for i := range 4 {
		size := box.W
		if i%2 == 1 {
			size = box.H
		}
		c.length(size * unit.Length(t[i]))
	}
	c.length(box.X + box.W*unit.Length(t[4]))
	c.length(c.flip(box.Bottom()) + box.H*unit.Length(t[5]))
}

// writePicture writes the XObject and, before it, its soft mask and profile.
func (w *writer) writePicture(p *picture) ref {
	var mask ref
	if p.alpha != nil {
		mask = w.writePicture(&picture{width: p.width, height: p.height, bits: p.bits, space: gray, data: p.alpha})
	}
	profile := w.pictureProfile(p)
	id := w.reserve(1)
	fill := func(d dict) {
		d.key("Type").name("XObject")
		d.key("Subtype").name("Image")
		d.key("Width").int(p.width)
		d.key("Height").int(p.height)
		d.key("BitsPerComponent").int(p.bits)
		p.colours(d.key("ColorSpace"), profile)
		if p.inverted {
			d.key("Decode").array(func(a array) {
				for range p.space.components() {
					a.item().int(1)
					a.item().int(0)
				}
			})
		}
		if mask != 0 {
			d.key("SMask").ref(mask)
		}
	}
	w.pictureStream(id, p, fill)
	return id
}

func (w *writer) pictureStream(id ref, p *picture, fill func(dict)) {
	switch p.coding {
	case jpegStream:
		w.raw(id, func(d dict) { d.key("Filter").name("DCTDecode"); fill(d) }, p.data)
	case pngStream:
		w.raw(id, func(d dict) { d.key("Filter").name("FlateDecode"); p.predictor(d, 15); fill(d) }, p.data)
	default:
		if w.plain || p.space == indexed {
			w.stream(id, fill, p.data)
			return
		}
		row := (p.width*p.bits*p.space.components() + 7) / 8
		w.stream(id, func(d dict) { p.predictor(d, 12); fill(d) }, upFilter(slices.Clip(p.data), row))
	}
}

// predictor says how rows are filtered (ISO 32000-1 7.4.4.4): 12 all by Up, 15 each as its first byte says.
func (p *picture) predictor(d dict, n int) {
	d.key("DecodeParms").dict(func(d dict) {
		d.key("Predictor").int(n)
		d.key("Colors").int(p.space.components())
		d.key("BitsPerComponent").int(p.bits)
		d.key("Columns").int(p.width)
	})
}

func (p *picture) colours(v value, profile ref) {
	switch {
	case p.space == indexed:
		v.array(func(a array) {
			a.item().name("Indexed")
			(&picture{space: rgb}).colours(a.item(), profile)
			a.item().int(len(p.palette)/3 - 1)
			a.item().hex(p.palette)
		})
	case profile != 0:
		v.array(func(a array) { a.item().name("ICCBased"); a.item().ref(profile) })
	default:
		v.name(p.space.String())
	}
}
