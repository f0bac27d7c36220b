package pdf

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	goimage "image"
	"image/color"
	"image/color/palette"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/banxin-go/banxin/compiler/pdf/pdfcheck"
	"github.com/banxin-go/banxin/layout/display"
)

func pngOf(tb testing.TB, im goimage.Image) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, im); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// painted fills an image with colours that differ from pixel to pixel; alpha falls from left to right where asked for.
func painted(im interface {
	goimage.Image
	Set(x, y int, c color.Color)
}, alpha bool) goimage.Image {
	r := im.Bounds()
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			a := uint8(255)
			if alpha {
				a = uint8(255 - 16*x)
			}
			im.Set(x, y, color.NRGBA{uint8(20 * x), uint8(30 * y), uint8(200 - 9*x), a})
		}
	}
	return im
}

var square = goimage.Rect(0, 0, 12, 7)

// figure puts an image of 40 × 30 mm.
func (s *sheet) figure(data []byte) {
	n := s.node(nil, display.RoleFigure)
	b := box(30, 40, 40, 30)
	n.Extra = &display.Extra{Alt: "二七区人民政府徽标", Box: &b, Page: len(s.pages) - 1}
	s.put(&display.Image{Box: b, Data: data, Node: n})
}

// imagesOf gives the image XObjects of a file, masks too.
func imagesOf(tb testing.TB, data []byte) (*pdfcheck.File, []*pdfcheck.Stream) {
	f, err := pdfcheck.Open(data)
	if err != nil {
		tb.Fatal(err)
	}
	var list []*pdfcheck.Stream
	for n := range f.Size {
		if s, ok := f.Objects[n].(*pdfcheck.Stream); ok && f.Name(s.Dict.Get("Subtype")) == "Image" {
			list = append(list, s)
		}
	}
	return f, list
}

func TestPNG(t *testing.T) {
	rgb16 := painted(goimage.NewRGBA64(square), false)
	for _, c := range []struct {
		name   string
		im     goimage.Image
		space  string
		bits   int
		masked bool
	}{
		{"gray", painted(goimage.NewGray(square), false), "DeviceGray", 8, false},
		{"gray 16", painted(goimage.NewGray16(square), false), "DeviceGray", 16, false},
		{"rgb", painted(goimage.NewRGBA(square), false), "DeviceRGB", 8, false},
		{"rgb 16", rgb16, "DeviceRGB", 16, false},
		{"rgba", painted(goimage.NewNRGBA(square), true), "DeviceRGB", 8, true},
		{"rgba 16", painted(goimage.NewNRGBA64(square), true), "DeviceRGB", 16, true},
		{"palette", painted(goimage.NewPaletted(square, palette.WebSafe), false), "Indexed", 8, false},
		{"palette of two", painted(goimage.NewPaletted(square, palette.WebSafe[:2]), false), "Indexed", 1, false},
		{"palette with alpha", painted(goimage.NewPaletted(square, append(color.Palette{color.Transparent}, palette.WebSafe[:50]...)), true), "DeviceRGB", 8, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newSheet(t)
			s.figure(pngOf(t, c.im))
			f, list := imagesOf(t, s.write(nil))
			main := list[len(list)-1]
			bits, _ := f.Int(main.Dict.Get("BitsPerComponent"))
			space := f.Name(main.Dict.Get("ColorSpace"))
			if a := f.Array(main.Dict.Get("ColorSpace")); a != nil {
				space = f.Name(a[0])
			}
			if space != c.space || bits != c.bits || main.Dict.Has("SMask") != c.masked || len(list) == 2 != c.masked {
				t.Errorf("%s, %d bits, mask %v, %d images", space, bits, main.Dict.Has("SMask"), len(list))
			}
			samePixels(t, f, main, c.im)
		})
	}
}

// samePixels compares the colours in the file with those of the image, where they are samples of 8 bits.
func samePixels(t *testing.T, f *pdfcheck.File, s *pdfcheck.Stream, im goimage.Image) {
	data, err := f.Decode(s)
	if err != nil {
		t.Fatal(err)
	}
	if f.Name(s.Dict.Get("ColorSpace")) != "DeviceRGB" || s.Dict.Get("BitsPerComponent") != pdfcheck.Int(8) {
		return
	}
	r := im.Bounds()
	for y := range r.Dy() {
		for x := range r.Dx() {
			want := color.NRGBAModel.Convert(im.At(x, y)).(color.NRGBA)
			got := data[3*(y*r.Dx()+x):]
			if want.A > 0 && (got[0] != want.R || got[1] != want.G || got[2] != want.B) {
				t.Fatalf("pixel %d,%d is %v, want %v", x, y, got[:3], want)
			}
		}
	}
}

// Grey pictures that come as colours become DeviceGray, which is one ink in print.
func TestGrayInDisguise(t *testing.T) {
	im := goimage.NewNRGBA(square)
	for i := range im.Pix {
		im.Pix[i] = 0x80
	}
	s := newSheet(t)
	s.figure(pngOf(t, im))
	f, list := imagesOf(t, s.write(nil))
	for _, im := range list {
		if f.Name(im.Dict.Get("ColorSpace")) != "DeviceGray" {
			t.Error(im.Dict)
		}
	}
}

// A logo on every page is one object, whoever holds its bytes.
func TestOneObjectForOneImage(t *testing.T) {
	s := newSheet(t)
	data := pngOf(t, painted(goimage.NewGray(square), false))
	s.put(&display.Image{Box: box(10, 10, 20, 20), Data: data})
	s.newPage()
	s.put(&display.Image{Box: box(10, 10, 20, 20), Data: bytes.Clone(data)})
	if _, list := imagesOf(t, s.write(nil)); len(list) != 1 {
		t.Errorf("%d images", len(list))
	}
}

func jpegOf(tb testing.TB, im goimage.Image) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, im, nil); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// withSegment puts a segment behind a JPEG's first marker.
func withSegment(data []byte, mark byte, body []byte) []byte {
	seg := binary.BigEndian.AppendUint16([]byte{0xFF, mark}, uint16(len(body)+2))
	return append(append(append([]byte{0xFF, 0xD8}, seg...), body...), data[2:]...)
}

// exif is a TIFF header of one directory with an orientation.
func exif(orientation byte) []byte {
	return append([]byte("Exif\x00\x00MM\x00\x2A\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00"), orientation, 0, 0, 0, 0, 0, 0)
}

func TestJPEG(t *testing.T) {
	for name, im := range map[string]goimage.Image{
		"DeviceGray": painted(goimage.NewGray(square), false),
		"DeviceRGB":  painted(goimage.NewRGBA(square), false),
	} {
		t.Run(name, func(t *testing.T) {
			s := newSheet(t)
			data := jpegOf(t, im)
			s.figure(data)
			f, list := imagesOf(t, s.write(nil))
			if len(list) != 1 || !bytes.Equal(list[0].Raw, data) || f.Name(list[0].Dict.Get("ColorSpace")) != name {
				t.Error("the file was not taken over as it is")
			}
		})
	}
}

// A picture of 1 × 1, stored in each of the eight ways, in a box of 40 × 30 mm whose lower left corner is at (30, 227).
//
//	113.3858 and 85.0394 pt are 40 and 30 mm; the corners are at x 85.0394 or 198.4252, y 643.4646 or 728.5039
func TestOrientation(t *testing.T) {
	for o, want := range []string{1: "113.3858 0 0 85.0394 85.0394 643.4646 cm", 2: "-113.3858 0 0 85.0394 198.4252 643.4646 cm",
		3: "-113.3858 0 0 -85.0394 198.4252 728.5039 cm", 4: "113.3858 0 0 -85.0394 85.0394 728.5039 cm",
		5: "0 -85.0394 -113.3858 0 198.4252 728.5039 cm", 6: "0 -85.0394 113.3858 0 85.0394 728.5039 cm",
		7: "0 85.0394 113.3858 0 85.0394 643.4646 cm", 8: "0 85.0394 -113.3858 0 198.4252 643.4646 cm"} {
		if o == 0 {
			continue
		}
		s := newSheet(t)
		s.figure(withSegment(jpegOf(t, painted(goimage.NewRGBA(square), false)), 0xE1, exif(byte(o))))
		if got := contentOf(t, s, 0); !bytes.Contains([]byte(got), []byte(want)) {
			t.Errorf("orientation %d: content\n%s lacks %s", o, got, want)
		}
	}
}

// cmykJPEG is a JPEG of 8 × 8 pixels in four components: a grey one whose frame and scan name four, with Adobe's marker.
func cmykJPEG() []byte {
	b := []byte{0xFF, 0xD8, 0xFF, 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0}
	b = append(b, 0xFF, 0xDB, 0, 67, 0)
	for range 64 {
		b = append(b, 1)
	}
	b = append(b, 0xFF, 0xC0, 0, 20, 8, 0, 8, 0, 8, 4)
	for c := range byte(4) {
		b = append(b, c+1, 0x11, 0)
	}
	for _, class := range []byte{0x00, 0x10} { // one code of one bit, for value 0
		b = append(b, 0xFF, 0xC4, 0, 20, class, 1)
		b = append(b, make([]byte, 15)...)
		b = append(b, 0)
	}
	b = append(b, 0xFF, 0xDA, 0, 14, 4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0)
	return append(b, 0x00, 0xFF, 0xD9) // four blocks of DC 0 and end of block
}

// Under an sRGB intent nothing says what the inks are, so that CMYK without a profile becomes RGB; plain PDF keeps it.
func TestCMYK(t *testing.T) {
	s := newSheet(t)
	s.figure(cmykJPEG())
	f, list := imagesOf(t, s.write(nil))
	if got := f.Name(list[0].Dict.Get("ColorSpace")); got != "DeviceRGB" {
		t.Error(got)
	}
	s = newSheet(t)
	s.figure(cmykJPEG())
	var b bytes.Buffer
	if err := Write(&b, s.document(), &Options{Standard: PDF17}); err != nil {
		t.Fatal(err)
	}
	f, list = imagesOf(t, b.Bytes())
	if f.Name(list[0].Dict.Get("ColorSpace")) != "DeviceCMYK" || len(f.Array(list[0].Dict.Get("Decode"))) != 8 {
		t.Error(list[0].Dict)
	}
}

// Without Adobe's segment 0 is no ink. Each block is a difference of 11 bits, 2047 below the middle: no ink, which is white.
func TestPlainCMYK(t *testing.T) {
	data := cmykJPEG()
	data[bytes.Index(data, []byte{0xFF, 0xC4})+21] = 11
	data = append(data[:2], data[18:len(data)-3]...)
	data = append(data, "\x00\x00\x00\x00\x00\x00\x0F\xFF\xD9"...) // 4 × (code 0, 11 bits of 0, code 0), in 52 bits
	s := newSheet(t)
	s.figure(data)
	f, list := imagesOf(t, s.write(nil))
	if pixels, err := f.Decode(list[0]); err != nil || f.Name(list[0].Dict.Get("ColorSpace")) != "DeviceRGB" || pixels[1] != 255 {
		t.Errorf("%v, %v", pixels, err)
	}
}

// What cameras and crops leave behind the end of a picture stays out of the file.
func TestBehindTheEnd(t *testing.T) {
	data := jpegOf(t, painted(goimage.NewGray(square), false))
	s := newSheet(t)
	s.figure(append(bytes.Clone(data), "MotionPhoto"...))
	if _, list := imagesOf(t, s.write(nil)); !bytes.Equal(list[0].Raw, data) {
		t.Errorf("%d bytes of %d", len(list[0].Raw), len(data))
	}
}

func pngChunk(kind string, body []byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	b = append(append(b, kind...), body...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

// hugePNG claims 100,000 × 100,000 pixels in 60 bytes.
func hugePNG() []byte {
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, 100_000), 100_000)
	return append(append([]byte(pngMagic), pngChunk("IHDR", append(head, 8, 2, 0, 0, 0))...), pngChunk("IEND", nil)...)
}

func TestImageFaults(t *testing.T) {
	whole := pngOf(t, painted(goimage.NewRGBA(square), false))
	photo := jpegOf(t, painted(goimage.NewRGBA(square), false))
	for name, c := range map[string]struct {
		data []byte
		want Fault
	}{
		"nothing":     {nil, BadImage},
		"GIF":         {[]byte("GIF89a"), BadImage},
		"half a PNG":  {whole[:len(whole)/2], BadImage},
		"half a JPEG": {photo[:len(photo)/2], BadImage},
		"no scan":     {[]byte{0xFF, 0xD8, 0xFF, 0xD9}, BadImage},
		"a restart":   {slices.Insert(bytes.Clone(photo), 2, 0xFF, 0xD0), BadImage},
		"lossless":    {withSegment(photo, 0xC3, []byte{8, 0, 1, 0, 1, 1}), BadImage},
		"12 bits":     {withSegment(photo, 0xC0, []byte{12, 0, 1, 0, 1, 1}), BadImage},
		"bomb":        {hugePNG(), ManyPixels},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSheet(t)
			s.figure(c.data)
			s.fails(c.want)
		})
	}
}

// interlacedPNG is made by hand: image/png writes none. One pixel makes all seven passes but the first empty.
func interlacedPNG(tb testing.TB) []byte {
	plain := pngOf(tb, painted(goimage.NewRGBA(goimage.Rect(0, 0, 1, 1)), false))
	head := bytes.Clone(plain[16:29])
	head[12] = 1
	return append(append([]byte(pngMagic), pngChunk("IHDR", head)...), plain[33:]...)
}

func TestInterlacedPNG(t *testing.T) {
	s := newSheet(t)
	s.figure(interlacedPNG(t))
	_, list := imagesOf(t, s.write(nil))
	if parms, _ := list[0].Dict.Get("DecodeParms").(pdfcheck.Dict); parms.Get("Predictor") == pdfcheck.Int(15) {
		t.Error("interlaced rows were taken over")
	}
}

// pictures are files of each kind, some of them damaged.
func pictures(tb testing.TB) [][]byte {
	photo := jpegOf(tb, painted(goimage.NewRGBA(square), false))
	open := photo[: len(photo)-2 : len(photo)-2]
	return [][]byte{
		pngOf(tb, painted(goimage.NewNRGBA(square), true)),
		pngOf(tb, painted(goimage.NewPaletted(square, palette.WebSafe), false)),
		interlacedPNG(tb),
		hugePNG(),
		cmykJPEG(),
		withSegment(photo, 0xE1, exif(6)),
		append(open, "\xFF\xE3\x00\x01\xFF\xD9"...),                         // a segment shorter than its length
		append(open, "\xFF\xDA\x00\x08\x01\x09\x00\x00\x3F\x00\xFF\xD9"...), // a scan of no component
	}
}

// FuzzImage: whatever the bytes of a picture, they are refused, or the file passes all checks and goes to the outside judges.
func FuzzImage(f *testing.F) {
	for _, data := range pictures(f) {
		f.Add(data)
	}
	f.Fuzz(writeImage)
}

// The same with files that are the same each time: a few bytes of a picture are others, or gone.
func TestPicturesVaried(t *testing.T) {
	r := rand.New(rand.NewPCG(10918, 1))
	list := pictures(t)
	for range 4 * pdfcheck.Rounds() { // most are refused
		data := bytes.Clone(list[r.IntN(len(list))])
		for range 1 + r.IntN(3) {
			at := r.IntN(len(data))
			switch data[at] = byte(r.IntN(256)) >> r.IntN(8); r.IntN(8) {
			case 0:
				data = append(data[:at], data[at+1:]...)
			case 1:
				data = append(data[:at:at], data[at/2:]...)
			}
		}
		if writeImage(t, data); t.Failed() {
			t.Fatalf("of %x", data)
		}
	}
}

func writeImage(t *testing.T, data []byte) {
	if c, _, err := goimage.DecodeConfig(bytes.NewReader(data)); err == nil && c.Width*c.Height > 1e6 {
		return
	}
	s := newSheet(t)
	s.figure(data)
	var b bytes.Buffer
	if err := Write(&b, s.document(), nil); err != nil {
		return
	}
	for _, err := range pdfcheck.Check(b.Bytes()) {
		t.Error(err)
	}
	keep(t, nil, b.Bytes())
}
