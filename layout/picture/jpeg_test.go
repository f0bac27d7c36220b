package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"math/rand/v2"
	"slices"
	"testing"
)

// photo is a JPEG of three components, subsampled, of 40 × 24 pixels.
func photo(t testing.TB) []byte {
	im := image.NewRGBA(image.Rect(0, 0, 40, 24))
	for i := range im.Pix {
		im.Pix[i] = byte(i*i/7 + i)
	}
	for y := range 24 {
		im.Set(y, y, color.RGBA{uint8(9 * y), 20, 200, 255})
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, im, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// part is a segment, its length before its body.
func part(mark byte, body string) string {
	return string([]byte{0xFF, mark, byte((len(body) + 2) >> 8), byte(len(body) + 2)}) + body
}

// Segments in front of the first scan and behind the last, and changes of those there are: nothing that a decoder would refuse or
// warn of passes, and what none minds does.
func TestSegments(t *testing.T) {
	whole := string(photo(t))
	end := len(whole) - 2
	scan := bytes.Index([]byte(whole), []byte{0xFF, markSOS})
	table := func(counts, values string) string {
		return part(markDHT, "\x10"+counts+string(make([]byte, 16-len(counts)))+values)
	}
	for name, c := range map[string]struct {
		first, last string
		want        error
	}{
		"as it is":                         {"", "", nil},
		"comments, thumbnails":             {part(markCOM, "二七区") + part(0xE7, ""), part(markAPP0+13, "x"), nil},
		"fill bytes":                       {"\xFF\xFF" + part(markCOM, "") + "\xFF", "\xFF\xFF", nil},
		"a restart at the end":             {"", "\xFF\xD0", nil},
		"a restart before there is a scan": {"\xFF\xD0", "", ErrDamaged},
		"a table of 16 bits":               {part(markDQT, "\x13"+string(make([]byte, 128))), "", nil},
		"bytes that belong to nothing":     {"\x00", "", ErrDamaged},
		"bytes behind the scan":            {"", "\x00", ErrDamaged},
		"a segment without a length":       {"\xFF\xE3\x00\x01", "", ErrDamaged},
		"one behind the scan":              {"", "\xFF\xE3\x00\x00", ErrDamaged},
		"one longer than the file":         {"", "\xFF\xFE\x10\x00", ErrShort},
		"a marker that is none":            {part(0xF3, ""), "", ErrDamaged},
		"a second beginning":               {"\xFF\xD8", "", ErrDamaged},
		"a second frame":                   {"", part(markSOF0, "\x08\x00\x08\x00\x08\x01\x01\x11\x00"), ErrDamaged},
		"JFIF 2":                           {part(markAPP0, "JFIF\x00\x02\x01\x00\x00\x01\x00\x01\x00\x00"), "", ErrDamaged},
		"Adobe's YCCK for three":           {part(markAPPE, "Adobe\x00\x64\x00\x00\x00\x00\x02"), "", ErrDamaged},
		"Adobe's RGB":                      {part(markAPPE, "Adobe\x00\x64\x00\x00\x00\x00\x00"), "", nil},
		"quantization table 4":             {part(markDQT, "\x04"+string(make([]byte, 64))), "", ErrDamaged},
		"half a quantization table":        {part(markDQT, "\x00"+string(make([]byte, 40))), "", ErrDamaged},
		"an interval of three bytes":       {part(markDRI, "\x00\x00\x00"), "", ErrDamaged},
		"restarts that do not come":        {part(markDRI, "\x00\x01"), "", ErrDamaged},
		"more codes than there can be":     {table("\x00\x04", "abcd"), "", ErrDamaged},
		"more codes than values":           {table("\x00\x02", "a"), "", ErrDamaged},
		"more values than codes":           {table("\x00\x02", "abc"), "", ErrDamaged},
		"a difference of 17 bits":          {part(markDHT, "\x03\x01"+string(make([]byte, 15))+"\x11"), "", ErrDamaged},
		"a scan of an unknown component":   {"", part(markSOS, "\x01\x09\x00\x00\x3F\x00"), ErrDamaged},
		"a scan with an unknown table":     {"", part(markSOS, "\x01\x01\x33\x00\x3F\x00"), ErrDamaged},
		"a component for the second time":  {"", part(markSOS, "\x01\x01\x00\x00\x3F\x00"), ErrDamaged},
		"arithmetic codes":                 {part(0xC9, ""), "", ErrCoding},
		"12 bits":                          {part(markSOF0+1, "\x0C\x00\x08\x00\x08\x01\x01\x11\x00"), "", ErrCoding},
	} {
		data := []byte(whole[:2] + c.first + whole[2:end] + c.last + whole[end:])
		if name == "a restart at the end" || c.first == "\x00" {
			data = []byte(whole[:scan] + c.first + whole[scan:end] + c.last + whole[end:])
		}
		if _, err := Read(data); err != c.want {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// progressive is a JPEG of one block in scans, each of these coefficients and bits, in which all is 0.
func progressive(scans ...[4]byte) []byte {
	b := []byte("\xFF\xD8" + part(markDQT, "\x00"+string(bytes.Repeat([]byte{1}, 64))) + part(markSOF2, "\x08\x00\x08\x00\x08\x01\x01\x11\x00"))
	for _, class := range []string{"\x00", "\x10"} { // one code of one bit, for value 0
		b = append(b, part(markDHT, class+"\x01"+string(make([]byte, 15))+"\x00")...)
	}
	for _, s := range scans {
		b = append(b, part(markSOS, "\x01\x01\x00"+string([]byte{s[0], s[1], s[2]<<4 | s[3]}))+"\x7F"...)
	}
	return append(b, 0xFF, markEOI)
}

// The scans of a progressive file follow each other so that each bit of each coefficient comes once, the higher one first (ITU-T T.81
// G.1.1.1).
func TestProgression(t *testing.T) {
	for _, c := range []struct {
		scans [][4]byte // first and last coefficient, high and low bit
		want  error
	}{
		{[][4]byte{{0, 0, 0, 0}}, nil},
		{[][4]byte{{0, 0, 0, 1}, {1, 5, 0, 2}, {6, 63, 0, 2}, {1, 63, 2, 1}, {0, 0, 1, 0}, {1, 63, 1, 0}}, nil},
		{[][4]byte{{1, 63, 0, 0}, {0, 0, 0, 0}}, ErrDamaged},
		{[][4]byte{{0, 63, 0, 0}}, ErrDamaged},
		{[][4]byte{{0, 0, 0, 0}, {5, 1, 0, 0}}, ErrDamaged},
		{[][4]byte{{0, 0, 0, 0}, {1, 64, 0, 0}}, ErrDamaged},
		{[][4]byte{{0, 0, 0, 14}}, ErrDamaged},
		{[][4]byte{{0, 0, 1, 0}}, ErrDamaged},
		{[][4]byte{{0, 0, 0, 2}, {0, 0, 2, 0}}, ErrDamaged},
		{[][4]byte{{0, 0, 0, 2}, {0, 0, 1, 0}}, ErrDamaged},
		{[][4]byte{{0, 0, 0, 0}, {1, 9, 0, 0}, {9, 63, 0, 0}}, ErrDamaged},
		{nil, ErrShort},
	} {
		data := progressive(c.scans...)
		if _, err := Read(data); err != c.want {
			t.Errorf("%v: %v, want %v", c.scans, err, c.want)
		}
		if _, err := jpeg.Decode(bytes.NewReader(data)); err != nil && c.want == nil {
			t.Errorf("%v: image/jpeg: %v", c.scans, err)
		}
	}
}

// A short file may not have so many scans that reading it takes a minute.
func TestManyScans(t *testing.T) {
	scans := [][4]byte{{0, 0, 0, 0}}
	for k := byte(1); len(scans) < maxScans; k++ {
		scans = append(scans, [4]byte{k, k, 0, 1}, [4]byte{k, k, 1, 0})
	}
	for _, c := range []struct {
		n    int
		want error
	}{{maxScans, nil}, {maxScans + 1, ErrCoding}} {
		if _, err := Read(progressive(scans[:c.n]...)); err != c.want {
			t.Errorf("%d scans: %v, want %v", c.n, err, c.want)
		}
	}
}

// Codes of a progressive scan: the run of blocks without more ends with the scan, and values stay within its coefficients.
func TestProgressiveCodes(t *testing.T) {
	const eob2, one, far = 0x10, 0x01, 0xF1
	for _, c := range []struct {
		value byte
		codes string
		want  error
	}{{0, "\x7F", nil}, {eob2, "\x3F", ErrDamaged}, {one, "\x00\x00", ErrDamaged}, {far, "\x00\x00", ErrDamaged}, {0, "\x7F\x00", ErrDamaged}, {0, "\xFF\x00", ErrDamaged}} {
		data := progressive([4]byte{0, 0, 0, 0}, [4]byte{1, 9, 0, 0})
		data = append(data[:len(data)-3], c.codes+"\xFF\xD9"...)
		data[bytes.LastIndex(data, []byte{0xFF, markDHT})+21] = c.value
		if _, err := Read(data); err != c.want {
			t.Errorf("value %#x, codes %x: %v, want %v", c.value, c.codes, err, c.want)
		}
	}
}

// Whatever a change of a few bytes leaves sound, image/jpeg decodes; and of changes most are found.
func TestDamagedPhotographs(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 10))
	found := 0
	for _, whole := range [][]byte{photo(t), cameraFile(t), progressive([4]byte{0, 0, 0, 1}, [4]byte{1, 63, 0, 0}, [4]byte{0, 0, 1, 0})} {
		for range 1000 {
			data := slices.Clone(whole)
			for range 1 + r.IntN(2) {
				data[2+r.IntN(len(data)-2)] = byte(r.IntN(256)) >> r.IntN(8)
			}
			f, err := Read(data)
			if err != nil {
				found++
				continue
			}
			if _, err := jpeg.Decode(bytes.NewReader(data[:f.Length])); err != nil {
				t.Errorf("%v: %x", err, data)
			}
		}
	}
	if found < 1000 {
		t.Errorf("%d of 3000 found", found)
	}
}
