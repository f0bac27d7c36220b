package peers

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/banxin-go/banxin/testdata/peers/seed"
	"github.com/jung-kurt/gofpdf"
)

// The body of the report in 28 characters a line. Each automatic break takes the place of a character, as it would take
// the place of a blank between English words.
func TestGofpdfDropsACharacterAtEachBreak(t *testing.T) {
	texts, err := seed.Paragraphs()
	if err != nil {
		t.Fatal(err)
	}
	doc := open(t, face(t))
	doc.SetCompression(false)
	in := 0
	for _, text := range texts {
		in += len([]rune(text))
		doc.MultiCell(28*16+2*doc.GetCellMargin(), 28, text, "", "L", false)
	}
	lines := shown(t, output(t, doc))
	out, breaks := len([]rune(strings.Join(lines, ""))), len(lines)-len(texts)
	t.Logf("%d characters in, %d out, %d automatic breaks", in, out, breaks)
	if in-out != breaks || breaks == 0 {
		t.Errorf("lost %d characters at %d breaks; this peer was known to lose one at each", in-out, breaks)
	}
}

// 𬱖 (U+2CC56) is in 通用规范汉字表 and in people's names.
func TestGofpdfCannotWriteBeyondFFFF(t *testing.T) {
	data := face(t)
	write := map[string]func(*gofpdf.Fpdf){
		"Text":      func(d *gofpdf.Fpdf) { d.Text(72, 72, "经办人：陈𬱖") },
		"Cell":      func(d *gofpdf.Fpdf) { d.Cell(200, 28, "经办人：陈𬱖") },
		"MultiCell": func(d *gofpdf.Fpdf) { d.MultiCell(200, 28, "经办人：陈𬱖", "", "L", false) },
		"Write":     func(d *gofpdf.Fpdf) { d.Write(28, "经办人：陈𬱖") },
	}
	for name, call := range write {
		doc := open(t, data)
		crash, err := attempt(doc, call)
		t.Logf("%s: panic %v, error %v", name, crash, err)
		if crash == nil && err == nil {
			t.Errorf("%s took the character; this peer was known to fail on it", name)
		}
	}
}

// Adding the font prints the refusal to standard output and sets no error; the first use of the font then fails.
func TestGofpdfRefusesOTFAndTTC(t *testing.T) {
	ttf := face(t)
	for name, data := range map[string][]byte{"OpenType with CFF": otf(), "collection": collection(ttf)} {
		doc := gofpdf.New("P", "pt", "A4", "")
		doc.AddUTF8FontFromBytes("song", "", data)
		if doc.SetFont("song", "", 16); doc.Error() == nil {
			t.Errorf("%s was taken; this peer was known to refuse it", name)
		}
	}
}

// What PDF/A-2a and PDF/UA-1 ask of every file (ISO 19005-2 6.1.3, 6.7.2.2, 6.7.3.3, 6.6.2.1).
func TestGofpdfWritesNoTags(t *testing.T) {
	doc := open(t, face(t))
	doc.SetCompression(false)
	doc.Text(72, 72, "本年度未收取信息处理费。")
	pdf := output(t, doc)
	for _, key := range []string{"/StructTreeRoot", "/MarkInfo", "/Lang", "/OutputIntents", "BDC"} {
		if bytes.Contains(pdf, []byte(key)) {
			t.Errorf("the file has %s; this peer was known to write none", key)
		}
	}
	if trailer := pdf[bytes.LastIndex(pdf, []byte("trailer")):]; bytes.Contains(trailer, []byte("/ID")) {
		t.Error("the trailer has an ID; this peer was known to write none")
	}
}

func open(t testing.TB, font []byte) *gofpdf.Fpdf {
	t.Helper()
	doc := gofpdf.New("P", "pt", "A4", "")
	doc.AddUTF8FontFromBytes("song", "", font)
	doc.SetFont("song", "", 16)
	doc.AddPage()
	if doc.Error() != nil {
		t.Fatal(doc.Error())
	}
	return doc
}

func output(t testing.TB, doc *gofpdf.Fpdf) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := doc.Output(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// attempt makes the whole file with one call in it; the writer may fail only at the end.
func attempt(doc *gofpdf.Fpdf, call func(*gofpdf.Fpdf)) (crash any, err error) {
	defer func() { crash = recover() }()
	call(doc)
	err = doc.Output(new(bytes.Buffer))
	return nil, err
}

// shown returns the lines that the page contents show: the strings before each Tj, which gofpdf writes as escaped UTF-16BE.
func shown(t *testing.T, pdf []byte) []string {
	t.Helper()
	var lines []string
	for {
		at := bytes.Index(pdf, []byte(" Td ("))
		if at < 0 {
			return lines
		}
		var raw []byte
		raw, pdf = literal(pdf[at+len(" Td ("):])
		if len(raw)%2 != 0 {
			t.Fatalf("odd string %q", raw)
		}
		units := make([]uint16, len(raw)/2)
		for i := range units {
			units[i] = binary.BigEndian.Uint16(raw[2*i:])
		}
		lines = append(lines, string(utf16.Decode(units)))
	}
}

// literal reads a PDF literal string (ISO 32000-1 7.3.4.2) up to its end and returns what follows.
func literal(b []byte) (value, rest []byte) {
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case ')':
			return value, b[i+1:]
		case '\\':
			i++
			value = append(value, unescape(b[i]))
		default:
			value = append(value, b[i])
		}
	}
	return value, nil
}

// unescape knows the one letter that gofpdf writes for a control character; other escaped characters stand for themselves.
func unescape(c byte) byte {
	if c == 'r' {
		return '\r'
	}
	return c
}

// otf is the head of an OpenType file with CFF outlines; gofpdf looks no further.
func otf() []byte { return append([]byte("OTTO"), make([]byte, 64)...) }

// collection wraps a TrueType file as a collection of one (OpenType, "Font Collections"): table offsets move by the header.
func collection(ttf []byte) []byte {
	const header = 16
	out := binary.BigEndian.AppendUint32([]byte("ttcf"), 0x00010000)
	out = binary.BigEndian.AppendUint32(out, 1)
	out = binary.BigEndian.AppendUint32(out, header)
	out = append(out, ttf...)
	for i := range int(binary.BigEndian.Uint16(ttf[4:])) {
		at := out[header+12+16*i+8:]
		binary.BigEndian.PutUint32(at, binary.BigEndian.Uint32(at)+header)
	}
	return out
}
