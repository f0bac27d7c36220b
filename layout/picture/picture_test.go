package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/jpeg"
	"image/png"
	"testing"

	"github.com/banxin-go/banxin/layout/unit"
)

func pngOf(t testing.TB, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// jpegOf has an EXIF segment of one directory with one entry, the orientation; 0 is none.
func jpegOf(t testing.TB, w, h int, orientation byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, w, h)), nil); err != nil {
		t.Fatal(err)
	}
	if orientation == 0 {
		return b.Bytes()
	}
	segment := []byte("\xFF\xE1\x00\x22Exif\x00\x00MM\x00\x2A\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00")
	segment = append(segment, orientation, 0, 0, 0, 0, 0, 0)
	return append(append([]byte{0xFF, 0xD8}, segment...), b.Bytes()[2:]...)
}

// A picture of 40 × 20 pixels; orientations 5 to 8 stand it on its side.
func TestOrientation(t *testing.T) {
	for o := range byte(9) {
		data := jpegOf(t, 40, 20, o)
		f, err := Read(data)
		want := File{Format: "jpeg", Width: 40, Height: 20, Orientation: max(1, int(o)), Length: len(data)}
		if o >= 5 {
			want.Width, want.Height = 20, 40
		}
		if err != nil || f != want {
			t.Errorf("orientation %d: %+v, %v", o, f, err)
		}
	}
	if f, err := Read(jpegOf(t, 40, 20, 9)); err != nil || f.Orientation != 1 {
		t.Errorf("%+v, %v", f, err)
	}
}

// An inch has 150 pixels, the area is 40 mm × 20 mm.
//
//	300 × 150 pixels = 2 in × 1 in = 50.8 mm × 25.4 mm → 40 mm × 20 mm
//	30 × 300 pixels = 5.08 mm × 50.8 mm → 2 mm × 20 mm
func TestSize(t *testing.T) {
	area := unit.Size{W: 40 * unit.MM, H: 20 * unit.MM}
	for _, c := range []struct {
		w, h   int
		width  unit.Length
		wantMM [2]unit.Length
	}{{300, 150, 0, [2]unit.Length{40, 20}}, {30, 300, 0, [2]unit.Length{2, 20}}, {300, 150, 10 * unit.MM, [2]unit.Length{10, 5}}} {
		f := File{Width: c.w, Height: c.h}
		if got, want := f.Size(c.width, area), (unit.Size{W: c.wantMM[0] * unit.MM, H: c.wantMM[1] * unit.MM}); got != want {
			t.Errorf("%d × %d: %v, want %v", c.w, c.h, got, want)
		}
	}
}

func TestFaults(t *testing.T) {
	for _, data := range [][]byte{pngOf(t, 9, 9), jpegOf(t, 9, 9, 6)} {
		if _, err := Read(data); err != nil {
			t.Error(err)
		}
		for _, n := range []int{len(data) - 1, len(data) * 4 / 5} {
			if _, err := Read(data[:n]); !errors.Is(err, ErrShort) {
				t.Errorf("%d of %d bytes: %v", n, len(data), err)
			}
		}
		if _, err := Read(data[:12]); err == nil {
			t.Error("a picture of 12 bytes")
		}
	}
	if _, err := Read([]byte("<svg/>")); err != ErrFormat {
		t.Error(err)
	}
	bomb := pngOf(t, 9, 9)
	copy(bomb[16:], "\x00\x00\xFF\xFF\x00\x00\xFF\xFF") // 65,535 pixels each way
	copy(bomb[29:], crcOf(bomb[12:29]))
	var size *SizeError
	if _, err := Read(bomb); !errors.As(err, &size) || size.Width != 65535 {
		t.Error(err)
	}
}

// cameraFile is a JPEG as cameras write it: behind the EXIF head stands a small picture with an EOI of its own.
func cameraFile(t testing.TB) []byte {
	body := append([]byte("Exif\x00\x00MM\x00\x2A\x00\x00\x00\x08\x00\x00\x00\x00\x00\x00"), jpegOf(t, 16, 12, 0)...)
	head := append([]byte{0xFF, 0xD8, 0xFF, 0xE1}, binary.BigEndian.AppendUint16(nil, uint16(len(body)+2))...)
	return append(append(head, body...), jpegOf(t, 300, 200, 0)[2:]...)
}

// A photograph cut short is told from a whole one by its own end, not by that of its thumbnail; what stands behind the end is no
// fault. Markers that do not exist show damage.
func TestPhotograph(t *testing.T) {
	data := cameraFile(t)
	if f, err := Read(append(bytes.Clone(data), "MotionPhoto\xFF\x3C"...)); err != nil || f.Length != len(data) {
		t.Errorf("%d of %d bytes, %v", f.Length, len(data), err)
	}
	for n := len(data) - 1; n > len(data)-40; n-- {
		if _, err := Read(data[:n]); err != ErrShort {
			t.Errorf("%d of %d bytes: %v", n, len(data), err)
		}
	}
	scan := bytes.LastIndex(data, []byte{0xFF, 0xDA}) + 20
	copy(data[scan:], "\xFF\x00\xFF\xD0\xFF\x3C")
	if _, err := Read(data); err != ErrDamaged {
		t.Error(err)
	}
}

// No file makes Read panic, and what it takes it can measure.
func FuzzRead(f *testing.F) {
	f.Add(pngOf(f, 3, 2))
	f.Add(jpegOf(f, 3, 2, 6))
	f.Add([]byte("\xFF\xD8\xFF\xE1\x00\x08Exif\x00\x00II"))
	f.Add(cameraFile(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Read(data)
		if err != nil {
			return
		}
		if s := p.Size(0, unit.Size{W: unit.Inch, H: unit.Inch}); s.W <= 0 || s.H <= 0 || s.W > unit.Inch || s.H > unit.Inch {
			t.Errorf("%+v is %v", p, s)
		}
	})
}

func crcOf(chunk []byte) []byte { return binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(chunk)) }
