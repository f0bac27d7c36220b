package docx

import (
	"bytes"
	"image"
	"image/draw"
	"image/jpeg"

	"github.com/banxin-go/banxin/layout/picture"
)

// uprightQuality loses nothing that is seen; photographs are stored at about this quality.
const uprightQuality = 95

// upright turns a photograph that says that it is to be turned. Word does not turn it by itself: it shows the stored rows.
func upright(data []byte, f picture.File) ([]byte, error) {
	if f.Orientation == 1 {
		return data, nil
	}
	stored, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	from := image.NewRGBA(image.Rectangle{Max: stored.Bounds().Size()})
	draw.Draw(from, from.Rect, stored, stored.Bounds().Min, draw.Src)
	to := image.NewRGBA(image.Rect(0, 0, f.Width, f.Height))
	for y := range f.Height {
		for x := range f.Width {
			sx, sy := storedAt(x, y, from.Rect.Max, f.Orientation)
			copy(to.Pix[to.PixOffset(x, y):][:4], from.Pix[from.PixOffset(sx, sy):])
		}
	}
	var b bytes.Buffer
	err = jpeg.Encode(&b, to, &jpeg.Options{Quality: uprightQuality})
	return b.Bytes(), err
}

// storedAt says where the pixel that is seen at x, y is stored (Exif 2.32, 4.6.4); size is that of the stored rows.
func storedAt(x, y int, size image.Point, orientation int) (int, int) {
	if orientation >= 5 {
		x, y = y, x
	}
	right, low := size.X-1, size.Y-1
	switch orientation {
	case 2, 8:
		x = right - x
	case 3, 7:
		x, y = right-x, low-y
	case 4, 6:
		y = low - y
	}
	return x, y
}
