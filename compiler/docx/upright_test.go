package docx

import (
	"bytes"
	"image"
	gray "image/color"
	"image/jpeg"
	"testing"

	"github.com/banxin-go/banxin/layout/picture"
)

// Stored are 32 × 16 pixels, black in the first quarter of the first rows:
//
//	#...    1    ...#  2    ....  3    ....  4
//	....         ....       ...#       #...
//
//	#.  5   .#  6   ..  7   ..  8
//	..      ..      ..      ..
//	..      ..      ..      ..
//	..      ..      .#      #.
func TestUpright(t *testing.T) {
	m := image.NewGray(image.Rect(0, 0, 32, 16))
	for i := range m.Pix {
		if m.Pix[i] = 255; i%32 < 8 && i/32 < 8 {
			m.Pix[i] = 0
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	for o, corner := range []image.Point{1: {}, 2: {X: 1}, 3: {X: 1, Y: 1}, 4: {Y: 1}, 5: {}, 6: {X: 1}, 7: {X: 1, Y: 1}, 8: {Y: 1}} {
		if o == 0 {
			continue
		}
		f := picture.File{Format: "jpeg", Width: 32, Height: 16, Orientation: o}
		if f.Turned() {
			f.Width, f.Height = 16, 32
		}
		data, err := upright(b.Bytes(), f)
		if err != nil {
			t.Fatal(err)
		}
		got, err := jpeg.Decode(bytes.NewReader(data))
		if err != nil || got.Bounds().Dx() != f.Width || got.Bounds().Dy() != f.Height {
			t.Fatal(got.Bounds(), err)
		}
		for _, at := range []image.Point{{}, {X: 1}, {Y: 1}, {X: 1, Y: 1}} {
			level := gray.GrayModel.Convert(got.At(4+at.X*(f.Width-8), 4+at.Y*(f.Height-8))).(gray.Gray).Y
			if black := level < 128; black != (at == corner) {
				t.Errorf("orientation %d: corner %v is %d", o, at, level)
			}
		}
		if same := bytes.Equal(data, b.Bytes()); same != (o == 1) {
			t.Errorf("orientation %d: written anew: %v", o, !same)
		}
	}
}

// What a crop has left behind the end of a picture does not go out with the DOCX.
func TestBehindTheEnd(t *testing.T) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 16, 16)), nil); err != nil {
		t.Fatal(err)
	}
	_, data, err := readPicture(append(bytes.Clone(b.Bytes()), "身份证号"...))
	if err != nil || !bytes.Equal(data, b.Bytes()) {
		t.Errorf("%d bytes, %v", len(data), err)
	}
}
