package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"testing"
)

func chunk(kind, body string) string {
	b := append(binary.BigEndian.AppendUint32(nil, uint32(len(body))), kind+body...)
	return string(append(b, crcOf(b[4:])...))
}

func packed(rows string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write([]byte(rows))
	z.Close()
	return b.String()
}

// Chunks of a PNG of 2 × 2 pixels: each where it may stand (PNG 5.6), with a checksum, and as many rows as the head says.
func TestChunks(t *testing.T) {
	head := func(bits, colour, interlaced byte) string {
		return chunk("IHDR", string([]byte{0, 0, 0, 2, 0, 0, 0, 2, bits, colour, 0, 0, interlaced}))
	}
	gray, palette := head(8, pngGray, 0), head(8, pngIndexed, 0)
	rows, end := packed("\x00ab\x04cd"), chunk("IEND", "")
	pixels, two := chunk("IDAT", rows), chunk("PLTE", "\x00\x00\x00\xFF\xFF\xFF")
	gamma := chunk("gAMA", "\x00\x00\xB1\x8F")
	damaged := []byte(pixels)
	damaged[10] ^= 1
	for name, c := range map[string]struct {
		chunks string
		want   error
	}{
		"grey":                             {gray + pixels + end, nil},
		"pieces of rows":                   {gray + chunk("IDAT", rows[:3]) + chunk("IDAT", "") + chunk("IDAT", rows[3:]) + end, nil},
		"what programs add":                {gray + gamma + chunk("iDOT", "Apple") + chunk("acTL", "\x00\x00\x00\x01\x00\x00\x00\x00") + chunk("pHYs", "\x00\x00\x0B\x13\x00\x00\x0B\x13\x01") + pixels + chunk("tEXt", "Title\x00a") + chunk("eXIf", "MM") + end, nil},
		"a palette":                        {palette + two + chunk("tRNS", "\x00") + chunk("IDAT", packed("\x00\x00\x01\x00\x01\x00")) + end, nil},
		"interlaced":                       {head(8, pngGray, 1) + chunk("IDAT", packed("\x00a\x00b\x00cd")) + end, nil},
		"samples of a bit":                 {head(1, pngGray, 0) + chunk("IDAT", packed("\x00\x80\x00\x40")) + end, nil},
		"cut":                              {gray + pixels, ErrShort},
		"a chunk longer than the file":     {gray + "\x00\x00\x10\x00IDATxxxxxxxx", ErrShort},
		"damaged":                          {gray + string(damaged) + end, ErrDamaged},
		"no rows":                          {gray + end, ErrDamaged},
		"rows apart":                       {gray + chunk("IDAT", rows[:3]) + chunk("tEXt", "Title\x00a") + chunk("IDAT", rows[3:]) + end, ErrDamaged},
		"a row too few":                    {gray + chunk("IDAT", packed("\x00ab")) + end, ErrDamaged},
		"a byte too many":                  {gray + chunk("IDAT", packed("\x00ab\x00cde")) + end, ErrDamaged},
		"an unknown filter":                {gray + chunk("IDAT", packed("\x05ab\x00cd")) + end, ErrDamaged},
		"bytes behind the rows":            {gray + chunk("IDAT", rows+"a crop's rest") + end, ErrDamaged},
		"rows whose sum is wrong":          {gray + chunk("IDAT", rows[:len(rows)-1]+"x") + end, ErrDamaged},
		"rows without their sum":           {gray + chunk("IDAT", rows[:len(rows)-4]) + end, ErrDamaged},
		"a second head":                    {gray + gray + pixels + end, ErrDamaged},
		"no palette":                       {palette + chunk("IDAT", packed("\x00\x00\x01\x00\x01\x00")) + end, ErrDamaged},
		"a palette behind the rows":        {gray + pixels + two + end, ErrDamaged},
		"a palette of greys":               {gray + two + pixels + end, ErrDamaged},
		"a colour behind the palette":      {palette + two + chunk("IDAT", packed("\x00\x00\x02\x00\x01\x00")) + end, ErrDamaged},
		"half a colour":                    {palette + chunk("PLTE", "\x00\x00") + pixels + end, ErrDamaged},
		"gamma behind the palette":         {palette + two + gamma + chunk("IDAT", packed("\x00\x00\x01\x00\x01\x00")) + end, ErrDamaged},
		"two gammas":                       {gray + gamma + gamma + pixels + end, ErrDamaged},
		"transparency before the palette":  {palette + chunk("tRNS", "\x00") + two + pixels + end, ErrDamaged},
		"transparency longer than palette": {palette + two + chunk("tRNS", "\x00\x00\x00") + pixels + end, ErrDamaged},
		"an end with a body":               {gray + pixels + chunk("IEND", "x"), ErrDamaged},
		"a chunk that must be known":       {gray + chunk("CgBI", "\x50\x00\x20\x02") + pixels + end, ErrCoding},
		"3 bits":                           {head(3, pngGray, 0) + pixels + end, ErrCoding},
	} {
		if _, err := Read([]byte("\x89PNG\r\n\x1a\n" + c.chunks)); err != c.want {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// What a crop has left behind the end of a PNG is told apart from the picture.
func TestRestOfACrop(t *testing.T) {
	data := pngOf(t, 9, 9)
	if f, err := Read(append(bytes.Clone(data), pngOf(t, 20, 20)...)); err != nil || f.Length != len(data) {
		t.Errorf("%d of %d bytes, %v", f.Length, len(data), err)
	}
}
