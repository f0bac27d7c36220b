package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	goimage "image"
	"image/color/palette"
	"image/jpeg"
	"testing"

	"github.com/banxin-go/banxin/compiler/pdf/pdfcheck"
	"github.com/banxin-go/banxin/layout/display"
)

// cameraProfile is a display whose red is another than sRGB's.
func cameraProfile() []byte {
	b := srgbProfile()
	at := bytes.Index(b, []byte("XYZ \x00\x00\x00\x00\x00\x00\x6F\xA2"))
	b[at+10]++
	return b
}

// withChunk puts a chunk behind the head of a PNG.
func withChunk(data []byte, kind string, body []byte) []byte {
	const head = 8 + 25
	chunk := append(binary.BigEndian.AppendUint32(nil, uint32(len(body))), kind...)
	chunk = append(chunk, body...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
	return append(append(bytes.Clone(data[:head]), chunk...), data[head:]...)
}

func pngProfileChunk(profile []byte) []byte {
	var b bytes.Buffer
	b.WriteString("camera\x00\x00")
	z := zlib.NewWriter(&b)
	z.Write(profile)
	z.Close()
	return b.Bytes()
}

// withSegments puts the profile of a JPEG behind its first marker, in two segments.
func withSegments(data, profile []byte) []byte {
	out := []byte{0xFF, 0xD8}
	half := len(profile) / 2
	for i, part := range [][]byte{profile[:half], profile[half:]} {
		body := append([]byte{'I', 'C', 'C', '_', 'P', 'R', 'O', 'F', 'I', 'L', 'E', 0, byte(i + 1), 2}, part...)
		out = append(append(out, 0xFF, 0xE2), binary.BigEndian.AppendUint16(nil, uint16(len(body)+2))...)
		out = append(out, body...)
	}
	return append(out, data[2:]...)
}

func colourJPEG(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, painted(goimage.NewNRGBA(square), false), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// spaceOf says what the colours of a picture are: a device's, or the profile's object.
func spaceOf(f *pdfcheck.File, o pdfcheck.Object) pdfcheck.Object {
	a := f.Array(o)
	switch {
	case len(a) == 4:
		return spaceOf(f, a[1])
	case len(a) == 2:
		return a[1]
	}
	return o
}

// The colours of photographs and screenshots are those of their own profile, which is written once. Greys need none: they are one
// ink in print. What is no profile that PDF/A-2 allows is left out.
func TestPictureProfiles(t *testing.T) {
	full := pngOf(t, painted(goimage.NewNRGBA(square), false))
	pale := pngOf(t, painted(goimage.NewNRGBA(square), true))
	indexed := pngOf(t, painted(goimage.NewPaletted(square, palette.WebSafe), false))
	grey := pngOf(t, goimage.NewGray(square))
	chunk := pngProfileChunk(cameraProfile())
	with := [][]byte{withSegments(colourJPEG(t), cameraProfile()), withChunk(full, "iCCP", chunk), withChunk(pale, "iCCP", chunk), withChunk(indexed, "iCCP", chunk)}
	newer, cut := cameraProfile(), cameraProfile()
	newer[8] = 5
	copy(cut[132+4:], "\x00\xFF\xFF\xFF")
	without := [][]byte{full, withChunk(grey, "iCCP", chunk), withSegments(colourJPEG(t), newer), withSegments(colourJPEG(t), cut), withSegments(colourJPEG(t), greyProfile()),
		withChunk(full, "iCCP", chunk[:len(chunk)-9]), withChunk(full, "iCCP", []byte("camera")), withChunk(full, "iCCP", pngProfileChunk(newer))}
	s := newSheet(t)
	for i, data := range append(with, without...) {
		s.put(&display.Image{Box: box(10+10*i, 10, 8, 8), Data: data})
	}
	f, list := imagesOf(t, s.write(nil))
	profiles := map[pdfcheck.Object]int{}
	for _, im := range list {
		profiles[spaceOf(f, im.Dict.Get("ColorSpace"))]++
	}
	// The mask of the pale picture is a picture of greys too.
	if len(profiles) != 3 || profiles[pdfcheck.Name("DeviceRGB")] != len(without)-1 || profiles[pdfcheck.Name("DeviceGray")] != 2 {
		t.Error(profiles)
	}
}

// A picture whose profile is that of the press has its inks: they go through unchanged.
func TestPictureOfThePress(t *testing.T) {
	press, other := greyProfile(), greyProfile()
	copy(press[16:], "CMYK")
	copy(other[16:], "CMYK")
	other[len(other)-1]++
	s := newSheet(t)
	s.put(&display.Image{Box: box(10, 10, 8, 8), Data: withSegments(cmykJPEG(), press)})
	s.put(&display.Image{Box: box(30, 10, 8, 8), Data: withSegments(cmykJPEG(), other)})
	var b bytes.Buffer
	if err := Write(&b, s.document(), &Options{Print: &Print{Profile: press, Condition: "JC200103"}}); err != nil {
		t.Fatal(err)
	}
	f, list := imagesOf(t, b.Bytes())
	if a, b := spaceOf(f, list[0].Dict.Get("ColorSpace")), spaceOf(f, list[1].Dict.Get("ColorSpace")); a != pdfcheck.Name("DeviceCMYK") || a == b {
		t.Error(a, b)
	}
}
