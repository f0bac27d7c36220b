package main

import (
	"bytes"
	"encoding/binary"
	"path/filepath"
	"strings"
	"testing"
)

// pressICC is the head of a profile as far as it is looked at: its length, version 4, class, space, signature.
func pressICC(class, space string) []byte {
	b := make([]byte, 200)
	binary.BigEndian.PutUint32(b, 200)
	b[8] = 4
	copy(b[12:], class+space)
	copy(b[36:], "acsp")
	return b
}

// A file for the press: PDF/X-4 beside what else it is.
func TestPrint(t *testing.T) {
	dir := t.TempDir()
	profile := writeFile(t, dir, "press.icc", pressICC("prtr", "CMYK"))
	for _, c := range []struct{ flags, words string }{
		{"--print gray", "<pdfaid:part>2<"}, {"--print gray --bleed 0mm", "PDF/X-4"},
		{"--print " + profile + " --condition JC200103 --marks", "<pdfaid:part>2<"},
		{"--print gray --standard 1.7", "PDF/X-4"}, {"--print gray --standard a-3a", "<pdfaid:part>3<"},
	} {
		out := t.TempDir()
		if got := banxin(append([]string{"build", reports + "red-head.json", "--to", "pdf", "-o", out}, strings.Fields(c.flags)...)...); got.code != 0 {
			t.Errorf("%s: %+v", c.flags, got)
			continue
		}
		data := readFile(t, filepath.Join(out, "red-head.pdf"))
		if !bytes.HasPrefix(data, []byte("%PDF-1.6")) || !bytes.Contains(data, []byte("PDF/X-4")) {
			t.Errorf("%s: no PDF/X-4", c.flags)
		}
		if !bytes.Contains(data, []byte(c.words)) {
			t.Errorf("%s: no %s", c.flags, c.words)
		}
	}
}

// What cannot be is refused before anything is built.
func TestPrintRefused(t *testing.T) {
	dir := t.TempDir()
	profile := writeFile(t, dir, "press.icc", pressICC("prtr", "CMYK"))
	screen := writeFile(t, dir, "screen.icc", pressICC("mntr", "RGB "))
	for flags, want := range map[string]struct {
		code int
		text string
	}{
		"--marks":                                 {2, "--print"},
		"--condition FOGRA51":                     {2, "--print"},
		"--print gray --embed all":                {2, "files inside"},
		"--print gray --standard a-4":             {2, "a-4"},
		"--print gray --bleed -1mm":               {2, "--bleed"},
		"--print gray --condition FOGRA51":        {2, "--condition"},
		"--print gray --bleed much":               {2, "--bleed"},
		"--print " + profile:                      {1, "print.profile"},
		"--print " + screen + " --condition sRGB": {1, "print.profile"},
		"--print " + dir + "/none.icc":            {5, "no such file"},
	} {
		got := banxin(append([]string{"build", reports + "red-head.json", "-o", dir}, strings.Fields(flags)...)...)
		if got.code != want.code || !strings.Contains(got.stderr, want.text) {
			t.Errorf("%s: %+v", flags, got)
		}
	}
	if got := banxin("build", seed, "-o", dir, "--print", "gray"); got.code != 1 || !strings.Contains(got.stderr, "meta.date") {
		t.Errorf("without a date: %+v", got)
	}
	if names := listing(t, dir); strings.Contains(names, "pdf") {
		t.Error(names)
	}
}
