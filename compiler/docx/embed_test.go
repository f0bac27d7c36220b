package docx_test

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
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

// What a face's OS/2 table allows is respected: editing must be, in a document that is edited; and Word reads no CFF outlines.
func TestEmbeddingRights(t *testing.T) {
	for _, c := range []struct {
		file   string
		rights fonts.Rights
		ok     bool
	}{
		{"square.ttf", fonts.Installable, true}, {"square.ttf", fonts.Editable, true}, {"square.ttf", fonts.PreviewPrint | fonts.Editable, true},
		{"square.ttf", fonts.Restricted, false}, {"square.ttf", fonts.PreviewPrint, false}, {"square.ttf", fonts.NoSubsetting, false},
		{"square.ttf", fonts.BitmapOnly, false}, {"square.otf", fonts.Installable, false},
	} {
		data, err := os.ReadFile(filepath.Join("..", "..", "testdata", "fonts", c.file))
		if err != nil {
			t.Fatal(err)
		}
		os2 := binary.BigEndian.Uint32(data[bytes.Index(data, []byte("OS/2"))+8:])
		binary.BigEndian.PutUint16(data[os2+8:], uint16(c.rights))
		faces, err := fonts.Parse(data, c.file)
		if err != nil {
			t.Fatal(err)
		}
		serves := fonts.Fallback{Han: faces, Latin: faces}
		set, err := fonts.NewSet(fonts.Config{Roles: map[fonts.Role]fonts.Fallback{fonts.Song: serves, fonts.Hei: serves, fonts.Kai: serves, fonts.FangSong: serves, fonts.XiaoBiaoSong: serves}})
		if err != nil {
			t.Fatal(err)
		}
		for _, how := range []docx.EmbedFonts{docx.EmbedSubset, docx.EmbedWhole} {
			err := docx.Write(&bytes.Buffer{}, onePage(para("一")), &docx.Options{Fonts: set, Embed: how})
			var refused *docx.EmbedError
			if (err == nil) != c.ok || err != nil && (!errors.As(err, &refused) || refused.Face != faces[0]) {
				t.Errorf("%s, rights %v: %v", c.file, c.rights, err)
			}
		}
	}
}

// A whole face is larger than its subset, and Word is told which of them it has.
func TestEmbedWhole(t *testing.T) {
	faces, err := fonts.ParseFile(filepath.Join("..", "..", "testdata", "fonts", "square.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	set, err := fonts.NewSet(fonts.Config{Last: faces})
	if err != nil {
		t.Fatal(err)
	}
	size := map[docx.EmbedFonts]int{}
	for _, how := range []docx.EmbedFonts{docx.EmbedSubset, docx.EmbedWhole} {
		file := build(t, onePage(para("一")), &docx.Options{Fonts: set, Embed: how})
		settings := part(t, file, "word/settings.xml")
		if settings.First("w:embedTrueTypeFonts") == nil || (settings.First("w:saveSubsetFonts") != nil) != (how == docx.EmbedSubset) {
			t.Error("Word is told otherwise")
		}
		size[how] = len(rawPart(t, file, "word/fonts/font1.odttf"))
	}
	if size[docx.EmbedSubset] >= size[docx.EmbedWhole] {
		t.Errorf("the subset has %d bytes, the whole face %d", size[docx.EmbedSubset], size[docx.EmbedWhole])
	}
}
