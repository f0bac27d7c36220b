package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/banxin-go/banxin/testdata/peers/linesetting"
)

// What the other two score (README.md): banxin's lines break no rule and are more even than XeLaTeX's, which are more even than
// Typst's.
const xelatex = 30.3

func TestLines(t *testing.T) {
	if _, err := exec.LookPath("mutool"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip("mutool is not installed: the lines were not measured")
	}
	file := filepath.Join(t.TempDir(), "banxin.pdf")
	if err := run("../../../../fonts/bundled/NotoSerifSC-Regular.ttf", "../paragraphs.txt", file); err != nil {
		t.Fatal(err)
	}
	glyphs, err := linesetting.ReadPDF(file)
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("../paragraphs.txt")
	if err != nil {
		t.Fatal(err)
	}
	r := linesetting.Measure(glyphs)
	if text := r.Compare(string(want)); text != "yes" || r.Paragraphs != 8 {
		t.Errorf("%d paragraphs; the text comes back: %s", r.Paragraphs, text)
	}
	for _, v := range r.Violations {
		t.Errorf("line %d: %s: %s", v.Line, v.Rule, v.Text)
	}
	if r.All >= xelatex || r.Within > 0.5 {
		t.Errorf("gaps in the line ±%.1f, Han gaps ±%.1f", r.All, r.Within)
	}
}
