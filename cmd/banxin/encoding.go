package main

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/banxin-go/banxin/report"
)

// encodings are the values of --encoding.
var encodings = []string{"auto", "utf-8", "gb18030"}

// wides are the byte order marks of what no report is written in. UTF-32's little-endian mark begins with UTF-16's.
var wides = []struct{ mark, name string }{
	{"\x00\x00\xFE\xFF", "UTF-32"}, {"\xFF\xFE\x00\x00", "UTF-32"}, {"\xFE\xFF", "UTF-16"}, {"\xFF\xFE", "UTF-16"},
	{"{\x00", "UTF-16"}, {"\x00{", "UTF-16"},
}

// toUTF8 turns a file into UTF-8; fromGB tells that it was something else before. What cannot be converted is a problem with
// its place, never a U+FFFD.
func toUTF8(data []byte, name, encoding string) (text []byte, fromGB bool, found report.Problems) {
	for _, w := range wides {
		if bytes.HasPrefix(data, []byte(w.mark)) {
			p := report.NewProblem(nil, "json.utf16", w.name)
			p.File = name
			return nil, false, report.Problems{p}
		}
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if encoding == "utf-8" || encoding == "auto" && !looksLikeGB(data) {
		return data, false, nil // Decode says where it is not
	}
	text, found = fromGB18030(data, name)
	return text, true, found
}

// looksLikeGB tells a file in GB 18030 from one in UTF-8 with a broken byte in it: Chinese text in GB 18030 has hardly any
// sequence that is UTF-8.
func looksLikeGB(data []byte) bool {
	good, bad := 0, 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		data = data[size:]
	}
	return bad > good
}

// maxFaults is as many places as anybody mends by hand.
const maxFaults = 20

// fromGB18030 decodes character by character, since the decoder gives U+FFFD and no error, and loses count of the bytes.
func fromGB18030(data []byte, name string) (text []byte, found report.Problems) {
	d := gbDecoder{Decoder: simplifiedchinese.GB18030.NewDecoder()}
	text = make([]byte, 0, len(data)*3/2)
	line, start := 1, 0 // start is where the line begins in text
	for at := 0; at < len(data); {
		size := gbLength(data[at:])
		r := d.rune(data[at : at+size])
		if r < 0 && len(found) < maxFaults {
			p := report.NewProblem(nil, "json.gb18030", fmt.Sprintf("% X", data[at:at+size]), at)
			p.File, p.Line, p.Col = name, line, utf8.RuneCount(text[start:])+1
			found = append(found, p)
		}
		text = utf8.AppendRune(text, r)
		if r == '\n' {
			line, start = line+1, len(text)
		}
		at += size
	}
	return text, found
}

// gbLength is how many bytes the first character has, as far as its lead bytes tell (GB 18030-2022, 6).
func gbLength(data []byte) int {
	second := func(i int, low, high byte) bool { return len(data) > i && data[i] >= low && data[i] <= high }
	switch {
	case data[0] <= 0x80 || data[0] == 0xFF || len(data) < 2:
		return 1
	case second(1, '0', '9') && second(2, 0x81, 0xFE) && second(3, '0', '9'):
		return 4
	case second(1, 0x40, 0xFE) && data[1] != 0x7F:
		return 2
	}
	return 1
}

type gbDecoder struct {
	*encoding.Decoder
	out [utf8.UTFMax * 4]byte
}

// rune decodes one character; -1 where the bytes are none.
func (d *gbDecoder) rune(data []byte) rune {
	if data[0] < utf8.RuneSelf {
		return rune(data[0])
	}
	if len(data) == 2 {
		if r, ok := gbMoved[uint16(data[0])<<8|uint16(data[1])]; ok {
			return r
		}
	}
	n, _, err := d.Transform(d.out[:], data, true)
	r, size := utf8.DecodeRune(d.out[:n])
	if err != nil || r == utf8.RuneError || size != n {
		return -1 // also for U+FFFD written as such: the character was lost before
	}
	return r
}

// gbMoved are the characters that the editions of GB 18030 before 2022 had among the private-use ones, and that the decoder
// does not know (GB 18030-2022, annex D).
var gbMoved = map[uint16]rune{
	0xA6D9: 0xFE10, 0xA6DA: 0xFE12, 0xA6DB: 0xFE11, 0xA6DC: 0xFE13, 0xA6DD: 0xFE14, 0xA6DE: 0xFE15, 0xA6DF: 0xFE16,
	0xA6EC: 0xFE17, 0xA6ED: 0xFE18, 0xA6F3: 0xFE19, 0xA8BC: 0x1E3F,
	0xFE51: 0x20087, 0xFE52: 0x20089, 0xFE53: 0x200CC, 0xFE59: 0x9FB4, 0xFE61: 0x9FB5, 0xFE66: 0x9FB6, 0xFE67: 0x9FB7,
	0xFE6C: 0x215D7, 0xFE6D: 0x9FB8, 0xFE76: 0x2298F, 0xFE7E: 0x9FB9, 0xFE90: 0x9FBA, 0xFE91: 0x241FE, 0xFEA0: 0x9FBB,
}
