package compiler

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/docx"
	"github.com/banxin-go/banxin/compiler/docx/docxtest"
	"github.com/banxin-go/banxin/layout/display"
)

// A reader without any of the fonts has the document in its own, embedded ones: LibreOffice, which here knows one Latin face
// alone, sets the text in them, and in the same lines as where the fonts are installed.
func TestEmbeddedFacesAreRead(t *testing.T) {
	needs(t, "soffice", "pdffonts", "bash")
	dir := t.TempDir()
	var file bytes.Buffer
	if err := compile(t, readReport(t, "erqi-2022"), bundledSet(t)).WriteDOCX(&file, &docx.Options{Embed: docx.EmbedSubset}); err != nil {
		t.Fatal(err)
	}
	latin, err := os.ReadFile(filepath.Join("..", "fonts", "bundled", "Tinos-Regular.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	conf := fmt.Sprintf("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>%s/fonts</dir><cachedir>%s/cache</cachedir></fontconfig>", dir, dir)
	for name, data := range map[string][]byte{"fonts/latin.ttf": latin, "fonts.conf": []byte(conf), "in.docx": file.Bytes()} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir, filepath.Join(dir, "in.docx"))
	cmd.Env = append(os.Environ(), "FONTCONFIG_FILE="+filepath.Join(dir, "fonts.conf"))
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, said)
	}
	said, err := exec.Command("pdffonts", filepath.Join(dir, "in.pdf")).Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, face := range []string{"+BanxinSong ", "+BanxinHei ", "+BanxinKai ", "+BanxinXiaobiaosong "} {
		if !strings.Contains(string(said), face) {
			t.Errorf("nothing is set in %s:\n%s", face, said)
		}
	}
	if strings.Contains(string(said), "Tinos-") {
		t.Errorf("something is set in a face of the machine:\n%s", said)
	}
}

// The contents list of the DOCX is filled in with what the PDF's own says, line by line, and no field asks to be updated.
func TestContentsAgree(t *testing.T) {
	out := compile(t, readingReport(), bundledSet(t))
	var want []string
	entries := map[*display.Node]int{}
	var find func(n *display.Node, at int)
	find = func(n *display.Node, at int) {
		if n.Role == display.RoleTOCI {
			want = append(want, "")
			at = len(want)
		}
		if at > 0 {
			entries[n] = at - 1
		}
		for _, kid := range n.Kids {
			find(kid, at)
		}
	}
	find(out.Pages.Root, 0)
	for n := range out.Pages.Count {
		for _, item := range out.Pages.Paint(n).Items {
			if text, ok := item.(*display.Text); ok && text.Node != nil {
				if i, ok := entries[text.Node]; ok {
					want[i] += text.String
				}
			}
		}
	}
	file := writtenDOCX(t, out)
	parts, err := docxtest.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range parts {
		if p.Name != "word/document.xml" {
			continue
		}
		for _, n := range p.Root.All("w:p") {
			if style := n.First("w:pPr/w:pStyle"); style != nil && len(style.Get("w:val")) == 4 && strings.HasPrefix(style.Get("w:val"), "TOC") {
				got = append(got, shownText(n))
			}
		}
	}
	if len(want) < 3 || !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// shownText is the text of a paragraph without its tabs.
func shownText(p *docxtest.Node) string {
	var s strings.Builder
	for _, t := range p.All("w:t") {
		s.WriteString(t.Kids[0].Text)
	}
	return s.String()
}
