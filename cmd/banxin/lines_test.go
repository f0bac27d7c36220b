package main

import (
	"bytes"
	"path/filepath"
	"testing"

	"github.com/banxin-go/banxin/compiler/docx/docxtest"
)

// The DOCX has what a line needs to end as in the PDF, unless --lines best leaves its lines, and the squeezing of marks, to who shows
// them. --lines word sets the PDF as word processors set the DOCX.
func TestLines(t *testing.T) {
	pdfs, squeezed, spaced := map[string][]byte{}, map[string]bool{}, map[string]bool{}
	for _, lines := range []string{"", "best", "word", "same"} {
		dir := t.TempDir()
		args := []string{"build", seed, "-o", dir, "--quiet"}
		if lines != "" {
			args = append(args, "--lines", lines)
		}
		if got := banxin(args...); got != (result{}) {
			t.Fatalf("%q: %+v", args, got)
		}
		pdfs[lines] = readFile(t, filepath.Join(dir, "erqi-2022.pdf"))
		parts, err := docxtest.Open(readFile(t, filepath.Join(dir, "erqi-2022.docx")))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range parts {
			spaced[lines] = spaced[lines] || p.Name == "word/document.xml" && bytes.Contains(p.Data, []byte(`<w:rStyle w:val="Spaced`))
			squeezed[lines] = squeezed[lines] || p.Name == "word/settings.xml" && bytes.Contains(p.Data, []byte(`"compressPunctuation"`))
		}
	}
	if !bytes.Equal(pdfs[""], pdfs["best"]) || bytes.Equal(pdfs[""], pdfs["word"]) || !bytes.Equal(pdfs[""], pdfs["same"]) {
		t.Error("best is another PDF, word is no other, or same is another")
	}
	if squeezed[""] || !squeezed["best"] || squeezed["word"] || squeezed["same"] {
		t.Errorf("squeezed: %v", squeezed)
	}
	if !spaced[""] || spaced["best"] || !spaced["same"] {
		t.Errorf("spaced: %v", spaced)
	}
	if got := banxin("build", seed, "--lines", "wps"); got.code != exitUsage {
		t.Errorf("--lines wps: %+v", got)
	}
}
