package pdf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/pdf/pdfcheck"
	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// One glyph for two characters has two codes, so that each copies as it was written; the same pair again adds none.
func TestGlyphOfTwoCharacters(t *testing.T) {
	s := pageOf(t)
	line := at(s.line(0, 0, "一一二一", s.node(nil, display.RoleP)), 10, 20)
	line.String = "一⼀二⼀" // the second and fourth are the Kangxi radical
	s.put(line)
	data := s.write(nil)
	if got, _ := pdfcheck.Text(data); got != "一⼀二⼀\n" {
		t.Errorf("text %q", got)
	}
	if got := contentOf(t, s, 0); !strings.Contains(got, "<0001000200030002>Tj") {
		t.Errorf("content\n%s", got)
	}
}

// A character beyond U+FFFF, and a glyph for several characters.
func TestToUnicode(t *testing.T) {
	s := pageOf(t)
	line := at(s.line(0, 0, "𠮷fi℃", s.node(nil, display.RoleP)), 10, 20)
	line.Glyphs = append(line.Glyphs[:1], line.Glyphs[2:]...) // pretend that i is a ligature fi
	line.Pos = append(line.Pos[:1], line.Pos[2:]...)
	line.Glyphs[1].Start--
	s.put(line)
	if got, _ := pdfcheck.Text(s.write(nil)); got != "𠮷fi℃\n" {
		t.Errorf("text %q", got)
	}
}

// Two glyphs for one character, and three for two: ActualText says which characters they are together.
func TestManyGlyphsForOneCharacter(t *testing.T) {
	s := pageOf(t)
	line := at(s.line(0, 0, "一二三四五六", s.node(nil, display.RoleP)), 10, 20)
	line.String = "一二三四"
	g := line.Glyphs
	g[1].Start, g[1].End = 3, 6
	g[2].Start, g[2].End = 3, 6
	for i := 3; i < 6; i++ {
		g[i].Start, g[i].End = 6, 12
	}
	s.put(line)
	if got, _ := pdfcheck.Text(s.write(nil)); got != "一二三四\n" {
		t.Errorf("text %q", got)
	}
	want := "<0001>Tj\n/Span<</ActualText<FEFF4E8C>>>BDC\n<00020003>Tj\nEMC\n/Span<</ActualText<FEFF4E0956DB>>>BDC\n<000400050006>Tj\nEMC\n"
	if got := contentOf(t, s, 0); !strings.Contains(got, want) {
		t.Errorf("content\n%s", got)
	}
}

// The same in vertical text, where each glyph is shown by itself, and in an artifact.
func TestManyGlyphsForOneCharacterElsewhere(t *testing.T) {
	s := pageOf(t)
	down := at(s.line(0, 0, "一二", s.node(nil, display.RoleP)), 10, 20)
	down.Dir, down.Pos = display.Down, []unit.Length{0, 10 * unit.Pt}
	head := at(s.line(0, 0, "一二", nil), 10, 60)
	head.Artifact = display.HeaderArtifact
	for _, line := range []*display.Text{down, head} {
		line.String = "三"
		line.Glyphs[1].Start, line.Glyphs[1].End = 0, 3
		s.put(line)
	}
	if got, _ := pdfcheck.Text(s.write(nil)); got != "三\n" {
		t.Errorf("text %q", got)
	}
	got := contentOf(t, s, 0)
	for _, want := range []string{
		"/Span<</ActualText<FEFF4E09>>>BDC\n10 80 Td\n<0001>Tj\n0 -10 Td\n<0002>Tj\nEMC\nEMC\n",
		"-30 Td\n/Span<</ActualText<FEFF4E09>>>BDC\n<00010002>Tj\nEMC\nEMC\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

// Faces give one glyph to a space and a no-break space, to both hyphens, to both middle dots: each keeps its character.
func TestSharedGlyphs(t *testing.T) {
	for _, pair := range []string{" \u00A0", "-\u2011", "·・", "‧·", "−–"} {
		s := pageOf(t)
		line := at(s.line(0, 0, "二二一二", s.node(nil, display.RoleP)), 10, 20)
		r := []rune(pair)
		line.String = string(r[0]) + string(r[1]) + "一" + string(r[0])
		for i, pos := 0, 0; i < 4; i++ {
			size := len(string([]rune(line.String)[i]))
			line.Glyphs[i].Start, line.Glyphs[i].End = pos, pos+size
			pos += size
		}
		s.put(line)
		if got, _ := pdfcheck.Text(s.write(nil)); got != line.String+"\n" {
			t.Errorf("text %q, want %q", got, line.String)
		}
		if got := contentOf(t, s, 0); !strings.Contains(got, "<0001000200030001>Tj") {
			t.Errorf("%q: content\n%s", pair, got)
		}
	}
}

func TestGlyphFaults(t *testing.T) {
	s := pageOf(t)
	s.put(at(s.line(0, 0, "镕", s.node(nil, display.RoleP)), 10, 20)) // not in the face
	none := at(s.line(0, 0, "一", s.node(nil, display.RoleP)), 10, 40)
	none.String, none.Glyphs[0].End = "", 0
	s.put(none)
	own := at(s.line(0, 0, "二", s.node(nil, display.RoleP)), 10, 60)
	own.String = "\uE000"
	s.put(own)
	own2 := *own
	own2.Node = s.node(nil, display.RoleSpan)
	own2.Node.Extra = &display.Extra{Actual: "镕"}
	s.put(&own2)
	s.fails(NoGlyph, NoUnicode, PrivateUse)
}

// A private-use character is fine where a text stands in its place.
func TestPrivateUseWithActualText(t *testing.T) {
	s := pageOf(t)
	n := s.node(s.node(nil, display.RoleP), display.RoleSpan)
	n.Extra = &display.Extra{Actual: "镕"}
	line := at(s.line(0, 0, "二", n), 10, 20)
	line.String = "\uE000"
	s.put(line)
	if got, _ := pdfcheck.Text(s.write(nil)); got != "镕\n" {
		t.Errorf("text %q", got)
	}
}

func TestItemsNotWellFormed(t *testing.T) {
	for name, spoil := range map[string]func(*display.Text){
		"no face":       func(t *display.Text) { t.Face = nil },
		"no size":       func(t *display.Text) { t.Size = 0 },
		"no place":      func(t *display.Text) { t.Pos = nil },
		"outside":       func(t *display.Text) { t.Glyphs[0].End = 99 },
		"backwards":     func(t *display.Text) { t.Glyphs[0].Start = 2; t.Glyphs[0].End = 1 },
		"glyph unknown": func(t *display.Text) { t.Glyphs[0].ID = 60000 },
	} {
		s := pageOf(t)
		line := s.text(1, 1, "一", nil)
		spoil(line)
		if name == "glyph unknown" {
			s.fails(NoGlyph)
		} else {
			s.fails(BadItem)
		}
	}
}

func TestFaces(t *testing.T) {
	for _, file := range []string{"square.otf", "name.otf", "name2048.otf", "cid.otf", "composite.ttf", "pair.ttc"} {
		t.Run(file, func(t *testing.T) {
			s := pageOf(t)
			s.face = readFace(t, "../../testdata/fonts/"+file)
			s.put(at(s.line(0, 0, charactersOf(s.face), s.node(nil, display.RoleP)), 2, 20))
			data := s.write(nil)
			if got, _ := pdfcheck.Text(data); got != charactersOf(s.face)+"\n" {
				t.Errorf("text %q", got)
			}
		})
	}
}

// Whatever the outlines, a width in W that is not the program's is a fault.
func TestWidthsAreCompared(t *testing.T) {
	for file, edit := range map[string][2]string{
		"cid.otf":       {"/W[1[650]", "/W[1[652]"},
		"name.otf":      {"/DW ", "/DW 7"},
		"name2048.otf":  {"/W[1[345.2148 ", "/W[1[343.2148 "},
		"composite.ttf": {"/DW ", "/DW 7"},
	} {
		s := pageOf(t)
		s.face = readFace(t, "../../testdata/fonts/"+file)
		s.put(at(s.line(0, 0, charactersOf(s.face), s.node(nil, display.RoleP)), 2, 20))
		good := s.write(&Options{Plain: true})
		found := pdfcheck.Check(rebuild(bytes.Replace(good, []byte(edit[0]), []byte(edit[1]), 1)))
		if !bytes.Contains(good, []byte(edit[0])) || len(found) == 0 || found[0].(*pdfcheck.Fault).Rule != "width" {
			t.Errorf("%s: %v\n%s", file, found, good[bytes.Index(good, []byte("/DW")):][:80])
		}
	}
}

// charactersOf gives up to twenty characters that the face has.
func charactersOf(f *fonts.Face) string {
	var s []rune
	for r := rune('!'); r < 0x9FFF && len(s) < 20; r++ {
		if _, ok := f.Glyph(r); ok {
			s = append(s, r)
		}
	}
	return string(s)
}

// Two faces whose glyphs have the same numbers are two fonts.
func TestTwoFaces(t *testing.T) {
	s := pageOf(t)
	p := s.node(nil, display.RoleP)
	s.put(at(s.line(0, 0, "公", p), 10, 20))
	s.face = readFace(t, "../../testdata/fonts/square.otf")
	s.put(at(s.line(0, 0, "开", p), 20, 20))
	if got, _ := pdfcheck.Text(s.write(nil)); got != "公开\n" {
		t.Errorf("text %q", got)
	}
}

// A face whose licence forbids embedding is refused by name; the other faults are found all the same.
func TestEmbeddingForbidden(t *testing.T) {
	data, err := os.ReadFile("../../testdata/fonts/square.ttf")
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(data, []byte("OS/2"))
	os2 := binary.BigEndian.Uint32(data[at+8:])
	binary.BigEndian.PutUint16(data[os2+8:], uint16(fonts.Restricted))
	faces, err := fonts.Parse(data, "square.ttf")
	if err != nil {
		t.Fatal(err)
	}
	s := pageOf(t)
	s.face = faces[0]
	s.text(1, 1, "一", s.node(nil, display.RoleP))
	s.text(1, 1, "镕", s.node(nil, display.RoleP))
	err = Write(io.Discard, s.document(), nil)
	var forbidden *fonts.EmbedError
	if !errors.As(err, &forbidden) || forbidden.Face != faces[0] || len(unjoin(err)) != 2 {
		t.Errorf("error %v", err)
	}
}
