package compiler

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/pdf"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/report"
)

// Each fault of the writer has words in both languages, and those that somebody can mend have their own.
func TestEveryFaultHasWords(t *testing.T) {
	own := map[report.Code]int{}
	last := pdf.NoGlyph
	for f := pdf.NoGlyph; ; f++ {
		words := ""
		func() {
			defer func() { _ = recover() }() // there is no fault behind the last
			words = f.String()
		}()
		if words == "" {
			break
		}
		last = f
		found := Problems(&pdf.LimitError{Fault: f, Page: -1, Text: "文", Err: errors.New("x")}, nil)
		if len(found) != 1 || found[0].Code == "internal" || !strings.ContainsAny(found[0].Message("zh"), "，：；的不没第是") {
			t.Errorf("%v: %v", f, found)
			continue
		}
		own[found[0].Code]++
	}
	if last < pdf.BadSigning || own["pdf.limit"] > 12 {
		t.Error(last, own)
	}
}

// broken is a report with a figure, whose other parts a test spoils.
func broken(t *testing.T, data []byte, spoil func(*doc.Document, *doc.Figure)) given {
	t.Helper()
	f := &doc.Figure{Src: "sections[0].blocks[1]", Data: data, Alt: "印章"}
	d := &doc.Document{Meta: doc.Meta{Title: "二七区人民政府"}, Sections: []doc.Section{{Blocks: []doc.Block{
		&doc.Paragraph{Src: "sections[0].blocks[0]", Text: spans("全年收到申请十二件。")}, f,
	}}}}
	if spoil != nil {
		spoil(d, f)
	}
	return given{d}
}

func grayPNG(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 40, 40))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func grayJPEG(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 40, 40)), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What is wrong with pictures, paper and texts that no page shows is a problem, at its place where it has one, before a file
// is begun.
func TestBadInput(t *testing.T) {
	set := bundledSet(t)
	whole := grayPNG(t)
	damaged := bytes.Clone(whole)
	damaged[bytes.Index(damaged, []byte("IDAT"))+8] ^= 0xFF
	const figure, text = "sections[0].blocks[1]", "sections[0].blocks[0]"
	for name, c := range map[string]struct {
		report given
		want   string
	}{
		"a whole picture":    {broken(t, whole, nil), ""},
		"cut short":          {broken(t, whole[:len(whole)-9], nil), figure + " image.short"},
		"a photograph, cut":  {broken(t, grayJPEG(t)[:300], nil), figure + " image.short"},
		"damaged":            {broken(t, damaged, nil), figure + " image.damaged"},
		"no picture":         {broken(t, []byte("GIF89a"), nil), figure + " image.format"},
		"no alternative":     {broken(t, whole, func(_ *doc.Document, f *doc.Figure) { f.Alt = "" }), figure + " image.alt"},
		"control characters": {broken(t, whole, func(_ *doc.Document, f *doc.Figure) { f.Alt = "印\x1b章" }), figure + " text.control"},
		"no UTF-8":           {broken(t, whole, func(d *doc.Document, _ *doc.Figure) { d.Meta.Author = "二七\xe5" }), " text.utf8"},
		"a non-character":    {broken(t, whole, func(d *doc.Document, _ *doc.Figure) { d.Meta.Keywords = []string{"\uffff"} }), " text.noncharacter"},
		"no title":           {broken(t, whole, func(d *doc.Document, _ *doc.Figure) { d.Meta.Title = " " }), " meta.title"},
		"no language":        {broken(t, whole, func(d *doc.Document, _ *doc.Figure) { d.Meta.Lang = "中文" }), " meta.lang"},
		"a foreign language": {broken(t, whole, func(d *doc.Document, _ *doc.Figure) {
			d.Sections[0].Blocks[0].(*doc.Paragraph).Text[0].Lang = "en_GB"
		}), text + " meta.lang"},
		"paper": {broken(t, whole, func(d *doc.Document, _ *doc.Figure) {
			d.Sections[0].Page = &doc.Page{Size: unit.Size{W: 6 * 1000 * unit.MM, H: 297 * unit.MM}}
		}), " page.size"},
		"margins": {broken(t, whole, func(d *doc.Document, _ *doc.Figure) {
			d.Sections[0].Page = &doc.Page{Size: unit.Size{W: 100 * unit.MM, H: 90 * unit.MM}, Left: 60 * unit.MM, Right: 60 * unit.MM}
		}), " page.room"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Compile(context.Background(), c.report, &Options{Fonts: set})
			var found report.Problems
			errors.As(err, &found)
			var got []string
			for _, p := range found.Errors() {
				got = append(got, p.Path.String()+" "+string(p.Code))
			}
			want := []string{}
			if c.want != "" {
				want = append(want, c.want)
			}
			if !slices.Equal(got, want) {
				t.Errorf("got %q, want %q: %v", got, want, err)
			}
		})
	}
}

// A picture whose checksum is that of damaged rows is found before either file is begun, as one in a coding that few programs read.
func TestDamagedPicture(t *testing.T) {
	rows := grayPNG(t)
	at := bytes.Index(rows, []byte("IDAT"))
	rows[at+8] ^= 0xFF
	size := int(binary.BigEndian.Uint32(rows[at-4:]))
	binary.BigEndian.PutUint32(rows[at+4+size:], crc32.ChecksumIEEE(rows[at:at+4+size]))
	codes := grayJPEG(t)
	copy(codes[len(codes)-6:], "\x00\x00\x00\x00") // before EOI
	later := grayJPEG(t)
	later = append(later[:len(later)-2], "\xFF\xE3\x00\x01\xFF\xD9"...) // a segment shorter than its own length
	arithmetic := grayJPEG(t)
	arithmetic[bytes.Index(arithmetic, []byte{0xFF, 0xC0})+1] = 0xC9
	for name, c := range map[string]struct {
		data []byte
		want report.Code
	}{"rows": {rows, "image.damaged"}, "codes": {codes, "image.damaged"}, "a later segment": {later, "image.damaged"}, "arithmetic codes": {arithmetic, "image.coding"}} {
		var found report.Problems
		_, err := Compile(context.Background(), broken(t, c.data, nil), &Options{Fonts: bundledSet(t)})
		if !errors.As(err, &found) || found[0].Code != c.want || found[0].Path.String() != "sections[0].blocks[1]" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// fullDisk takes n bytes.
type fullDisk struct{ n int }

var errDiskFull = errors.New("no space left on device")

func (d *fullDisk) Write(p []byte) (int, error) {
	if d.n -= len(p); d.n < 0 {
		return len(p) + d.n, errDiskFull
	}
	return len(p), nil
}

// Wherever the disk is full, WritePDF returns the disk's own error, no problem of the report.
func TestFailingWriter(t *testing.T) {
	out, err := Compile(context.Background(), broken(t, grayPNG(t), nil), &Options{Fonts: bundledSet(t)})
	if err != nil {
		t.Fatal(err)
	}
	var whole bytes.Buffer
	if err := out.WritePDF(&whole, nil); err != nil {
		t.Fatal(err)
	}
	for n := 0; n < whole.Len(); n += 97 {
		if err := out.WritePDF(&fullDisk{n}, nil); err != errDiskFull {
			t.Fatalf("after %d bytes: %v", n, err)
		}
	}
}
