package main

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

func toGB(t *testing.T, text []byte) []byte {
	t.Helper()
	out, err := simplifiedchinese.GB18030.NewEncoder().Bytes(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// The same report gives the same files whatever it is written in.
func TestBuildFromGB18030(t *testing.T) {
	dir := t.TempDir()
	gb := toGB(t, readFile(t, seed))
	writeFile(t, dir, "erqi-2022.json", gb)
	utf, auto, told := filepath.Join(dir, "utf8"), filepath.Join(dir, "auto"), filepath.Join(dir, "told")
	file := filepath.Join(dir, "erqi-2022.json")
	results := []result{
		banxin("build", seed, "-o", utf),
		banxin("build", file, "-o", auto),
		banxin("build", file, "-o", told, "--encoding", "gb18030"),
	}
	for i, r := range results {
		if r.code != 0 || strings.Contains(r.stderr, "read as GB 18030") != (i == 1) {
			t.Errorf("%d: %+v", i, r)
		}
	}
	for _, name := range []string{"erqi-2022.pdf", "erqi-2022.docx"} {
		want := readFile(t, filepath.Join(utf, name))
		if !bytes.Equal(readFile(t, filepath.Join(auto, name)), want) || !bytes.Equal(readFile(t, filepath.Join(told, name)), want) {
			t.Errorf("%s differs", name)
		}
	}
	if got := banxin("check", file, "--encoding", "utf-8"); got.code != 1 || !strings.Contains(got.stderr, "[json.utf8]") {
		t.Errorf("%+v", got)
	}
}

// A byte that is lost is told with its place; what the decoder makes of it is a U+FFFD and no error.
func TestBrokenGB18030(t *testing.T) {
	gb := toGB(t, []byte("{\n \"agency\": \"郑州市二七区政务服务中心\",\n \"year\": 2022}"))
	at := bytes.Index(gb, toGB(t, []byte("二七"))) + 2
	gb[at] = 0xFF
	got := banxinIn(context.Background(), bytes.NewReader(gb), "zh_CN", "check", "-")
	want := "<stdin>:2:17: 错误：字节 FF（文件第 " // {, then 17 characters into the second line
	if got.code != 1 || !strings.Contains(got.stderr, "[json.gb18030]") || !strings.Contains(got.stderr, want[:12]) {
		t.Errorf("%+v", got)
	}
}

func TestFromGB18030(t *testing.T) {
	for _, c := range []struct{ in, want, bad string }{
		{"", "", ""},
		{"abc", "abc", ""},
		{"\xB0\xE6\xD0\xC4", "版心", ""},
		{"\x82\x35\x90\x37", "龴", ""},          // four bytes
		{"\x95\x32\x90\x31", "\U00020087", ""}, // beyond the BMP
		{"\xFE\x59", "龴", ""},                  // private use before 2022
		{"\xFE\x51", "\U00020087", ""},
		{"\xA6\xD9\xA8\xBC", "\uFE10\u1E3F", ""},
		{"\xA1\xA4\xA1\xAA\xA1\xAD", "·—…", ""},
		{"a\xB0", "", "B0"},                     // cut off
		{"\xB0\x20", "", "B0"},                  // no second byte
		{"\x81\x30\x81", "", "81"},              // a part of four
		{"\xFF", "", "FF"},                      // no lead byte
		{"\xAA\xA1", "", "AA A1"},               // private use
		{"\xA1\x40", "", "A1 40"},               // private use
		{"\x84\x31\xA4\x37", "", "84 31 A4 37"}, // U+FFFD, written as such
		{"\xE3\x32\x9A\x36", "", "E3 32 9A 36"}, // beyond Unicode
	} {
		text, found := fromGB18030([]byte(c.in), "x.json")
		switch {
		case c.bad == "" && (string(text) != c.want || len(found) > 0):
			t.Errorf("% X: %q, %v, want %q", c.in, text, found, c.want)
		case c.bad != "" && (len(found) == 0 || !strings.Contains(found[0].Text("en"), "bytes "+c.bad+" at")):
			t.Errorf("% X: %q, %v, want %s", c.in, text, found, c.bad)
		}
	}
}

func TestPlaceInGB18030(t *testing.T) {
	_, found := fromGB18030([]byte("a\n\xB0\xE6\xFF\xD0\xC4\n\n\xFF"), "x.json")
	if len(found) != 2 {
		t.Fatal(found)
	}
	for i, want := range []struct{ line, col, at int }{{2, 2, 4}, {4, 1, 9}} {
		if p := found[i]; p.Line != want.line || p.Col != want.col || p.Args[1] != want.at || p.File != "x.json" {
			t.Errorf("%d: line %d, column %d, %v", i, p.Line, p.Col, p.Args)
		}
	}
	if _, found := fromGB18030(bytes.Repeat([]byte{0xFF}, 1000), ""); len(found) != maxFaults {
		t.Errorf("%d problems", len(found))
	}
}

// A single broken byte does not make a UTF-8 file one in GB 18030.
func TestGuess(t *testing.T) {
	text := readFile(t, seed)
	if looksLikeGB(text) || looksLikeGB([]byte("{}")) || looksLikeGB(nil) || !looksLikeGB(toGB(t, text)) {
		t.Error("sound files are taken for what they are not")
	}
	broken := bytes.Clone(text)
	broken[bytes.Index(broken, []byte("二七"))] = 0xFF
	got := banxinIn(context.Background(), bytes.NewReader(broken), "C", "check", "-")
	if got.code != 1 || !strings.Contains(got.stderr, "[json.utf8]") || !strings.Contains(got.stderr, "<stdin>:") {
		t.Errorf("%+v", got)
	}
}

func TestWideEncodings(t *testing.T) {
	for in, want := range map[string]string{
		"\xFF\xFE{\x00": "UTF-16", "\xFE\xFF\x00{": "UTF-16", "{\x00\"\x00": "UTF-16", "\x00{\x00\"": "UTF-16",
		"\xFF\xFE\x00\x00{\x00\x00\x00": "UTF-32", "\x00\x00\xFE\xFF\x00\x00\x00{": "UTF-32",
	} {
		got := banxinIn(context.Background(), strings.NewReader(in), "C", "check", "-")
		if got.code != 1 || !strings.Contains(got.stderr, "the file is "+want+"; save it as UTF-8") {
			t.Errorf("% X: %+v", in, got)
		}
	}
}

// blanks is an input without an end.
type blanks struct{}

func (blanks) Read(p []byte) (int, error) { return copy(p, bytes.Repeat([]byte(" "), len(p))), nil }

func TestEndlessInput(t *testing.T) {
	got := banxinIn(context.Background(), blanks{}, "C", "check", "-")
	if got.code != 1 || !strings.Contains(got.stderr, "[json.size]") {
		t.Errorf("%+v", got)
	}
}

// Without problems the text is what the decoder gives for the whole, characters apart that it does not know.
func FuzzFromGB18030(f *testing.F) {
	for _, s := range []string{"版心", "\xB0\xE6\xD0\xC4", "\x82\x35\x90\x37", "\xFE\x59\xAA\xA1", "\x81\x30\x81\x30\xB0", "\xE4\xBD\xA0"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		text, found := fromGB18030(data, "")
		if !utf8.Valid(text) {
			t.Fatalf("% X: % X is not UTF-8", data, text)
		}
		if len(found) > 0 {
			return
		}
		if bytes.ContainsRune(text, utf8.RuneError) {
			t.Errorf("% X: a character is lost and nothing said", data)
		}
		whole, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
		if err != nil || !bytes.ContainsRune(whole, utf8.RuneError) && !bytes.Equal(whole, text) {
			t.Errorf("% X: %q, want %q (%v)", data, text, whole, err)
		}
	})
}
