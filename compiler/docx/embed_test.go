package docx_test

import (
	"bytes"
	"encoding/hex"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/docx"
	"github.com/banxin-go/banxin/compiler/docx/docxtest"
	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/fonts/bundled"
)

// Turned back with its key, each embedded face is a font that has the document's characters under a name of its own.
func TestEmbed(t *testing.T) {
	set, err := bundled.Set()
	if err != nil {
		t.Fatal(err)
	}
	file := build(t, seed(), &docx.Options{Fonts: set, Embed: docx.EmbedSubset})
	parts, err := docxtest.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	keys := map[string]string{} // font file to key
	rels := part(t, file, "word/_rels/fontTable.xml.rels")
	for _, f := range part(t, file, "word/fontTable.xml").All("w:embedRegular") {
		for _, r := range rels.Kids {
			if r.Get("Id") == f.Get("r:id") {
				keys["word/"+r.Get("Target")] = f.Get("w:fontKey")
			}
		}
	}
	found := 0
	for _, p := range parts {
		if !strings.HasSuffix(p.Name, ".odttf") {
			continue
		}
		found++
		key, err := hex.DecodeString(strings.NewReplacer("{", "", "}", "", "-", "").Replace(keys[p.Name]))
		if err != nil || len(key) != 16 {
			t.Fatalf("%s: key %q", p.Name, keys[p.Name])
		}
		slices.Reverse(key)
		for i := range 32 {
			p.Data[i] ^= key[i%16]
		}
		faces, err := fonts.Parse(p.Data, p.Name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(faces[0].Family, "Banxin ") {
			t.Errorf("%s is called %s", p.Name, faces[0].Family)
		}
		if _, ok := faces[0].Glyph('0'); !ok {
			t.Errorf("%s has no figures", p.Name)
		}
	}
	if found < 4 {
		t.Errorf("%d faces", found)
	}
	if f := styleOf(t, part(t, file, "word/styles.xml"), "Heading2").First("w:rPr/w:rFonts"); f.Get("w:eastAsia") != "Banxin Kai" {
		t.Errorf("the second heading asks for %s", f.Get("w:eastAsia"))
	}
}

func TestEmbedWithoutFonts(t *testing.T) {
	if err := docx.Write(&bytes.Buffer{}, seed(), &docx.Options{Embed: docx.EmbedSubset}); !errors.Is(err, docx.ErrNoFonts) {
		t.Error(err)
	}
}
