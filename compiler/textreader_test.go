package compiler

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"
)

// A textReader is a program that copies text out of a PDF.
type textReader struct {
	command string
	told    bool // it keeps to the order of the file
}

var textReaders = []textReader{{"pdftotext FILE -", false}, {"pdftotext -layout FILE -", false}, {"pdftotext -raw FILE -", true}, {mutoolText, true}}

const mutoolText = "mutool draw -q -F txt FILE"

// pages gives what it reads page by page, with no spaces but single ones and the ends of lines.
func (r *textReader) pages(t *testing.T, pdf []byte) []string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "read.pdf")
	if err := os.WriteFile(file, pdf, 0o644); err != nil {
		t.Fatal(err)
	}
	args := strings.Fields(strings.Replace(r.command, "FILE", file, 1))
	seen, err := exec.Command(args[0], args[1:]...).Output()
	if err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(strings.TrimRight(wholeCharacters(string(seen)), "\f\n"), "\f")
	for i := range pages {
		lines := strings.Split(pages[i], "\n")
		for k := range lines {
			lines[k] = spaced(lines[k])
		}
		pages[i] = strings.Join(lines, "\n")
	}
	return pages
}

// wholeCharacters joins the surrogates that MuPDF writes one by one where a glyph stands for several characters.
func wholeCharacters(s string) string {
	var b strings.Builder
	for len(s) > 0 {
		if len(s) >= 6 && s[0] == 0xED && s[1] >= 0xA0 && s[3] == 0xED && s[4] >= 0xB0 {
			unit := func(i int) rune { return rune(s[i]&0x0F)<<12 | rune(s[i+1]&0x3F)<<6 | rune(s[i+2]&0x3F) }
			b.WriteRune(utf16.DecodeRune(unit(0), unit(3)))
			s = s[6:]
			continue
		}
		b.WriteByte(s[0])
		s = s[1:]
	}
	return b.String()
}

// twoWide are spaces where MuPDF ends a line, for they are wider than 0.8 em.
var twoWide = regexp.MustCompile(`\x{3000}{2,}`)

// inTurn takes the lines from a page that is read in their order. It gives the first one that does not come next, and what comes.
func (r *textReader) inTurn(page string, lines []setLine) (missing, next string) {
	for _, line := range lines {
		parts := line.parts
		if r.command == mutoolText {
			parts = twoWide.Split(strings.Join(line.shown, "\u3000\u3000"), -1)
		}
		for _, part := range parts {
			page = strings.TrimLeft(page, " \n")
			after, ok := strings.CutPrefix(page, spaced(part))
			if !ok {
				return line.text, page
			}
			page = after
		}
	}
	return "", strings.TrimSpace(page)
}

// stands tells whether a line of a page has the text with nothing but spaces around it.
func stands(page, text string) bool {
	for at := 0; ; at++ {
		i := strings.Index(page[at:], text)
		if i < 0 {
			return false
		}
		at += i
		end := at + len(text)
		if (at == 0 || page[at-1] <= ' ') && (end == len(page) || page[end] <= ' ') {
			return true
		}
	}
}

func (r *textReader) check(t *testing.T, name string, out *Output) {
	t.Helper()
	pages, lines := r.pages(t, written(t, out, nil)), setLines(out.Pages)
	if len(pages) != len(lines) {
		t.Fatalf("%s: %d pages of %d", name, len(pages), len(lines))
	}
	for n, page := range pages {
		if r.told {
			if missing, next := r.inTurn(page, lines[n]); missing != "" || next != "" {
				t.Errorf("%s, page %d: %.200q where %.200q comes next", name, n+1, next, missing)
			}
			continue
		}
		for i := range lines[n] {
			if !lines[n][i].standsOn(page) && !touches(page, lines[n], i) {
				t.Errorf("%s, page %d: %q is not in %.2000q", name, n+1, lines[n][i].text, page)
			}
		}
	}
}

func (l *setLine) standsOn(page string) bool {
	if l.across {
		return stands(page, spaced(l.text))
	}
	for _, part := range l.parts {
		if !stands(page, spaced(part)) {
			return false
		}
	}
	return true
}

// touches tells whether line i stands on the page together with the one before it or behind it: a number and the heading it numbers.
func touches(page string, lines []setLine, i int) bool {
	text := func(k int) string { return spaced(lines[k].text) }
	return i > 0 && stands(page, text(i-1)+text(i)) || i+1 < len(lines) && stands(page, text(i)+text(i+1))
}
