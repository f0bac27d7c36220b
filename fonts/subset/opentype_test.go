package subset

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/go-text/typesetting/font"
)

// The characters of a line of a report in the square font, one of them beyond U+FFFF, out of order.
func reportChars(t testing.TB, source *font.Face) []Char {
	t.Helper()
	var chars []Char
	for _, r := range "一、总体情况（2022年）：𠮷某某申请公开3件。总" {
		g, ok := source.NominalGlyph(r)
		if !ok {
			t.Fatalf("the source lacks %c", r)
		}
		chars = append(chars, Char{r, uint16(g)})
	}
	return chars
}

func TestSfntIsAFontOfItsOwn(t *testing.T) {
	for _, name := range []string{"square.ttf", "square.otf"} {
		f, data := openFont(t, name)
		source := judge(t, data)
		chars := reportChars(t, source)
		out, err := f.Sfnt(chars, nil)
		if err != nil {
			t.Fatal(err)
		}
		result := judge(t, out)
		for _, c := range chars {
			g, ok := result.NominalGlyph(c.Rune)
			want, _ := source.GlyphDataOutline(font.GID(c.Glyph))
			got, _ := result.GlyphDataOutline(g)
			if !ok || !slices.Equal(got.Segments, want.Segments) || result.HorizontalAdvance(g) != source.HorizontalAdvance(font.GID(c.Glyph)) {
				t.Errorf("%s: %c is another glyph, or none (%v)", name, c.Rune, ok)
			}
		}
		if _, ok := result.NominalGlyph('二'); ok {
			t.Errorf("%s: a character that was not asked for is there", name)
		}
		if got := result.Describe().Family; got != "Banxin Square" {
			t.Errorf("%s: the family is %q", name, got)
		}
		slices.Reverse(chars)
		if again, _ := f.Sfnt(chars, nil); !bytes.Equal(out, again) {
			t.Errorf("%s: the order of characters changes the file", name)
		}
	}
}

func TestSfntTakesNewNames(t *testing.T) {
	f, _ := openFont(t, "square.ttf")
	out, err := f.Sfnt([]Char{{'A', 5}}, &Names{Family: "版心 Kai", Style: "Bold", PostScript: "BanxinKai-Bold"})
	if err != nil {
		t.Fatal(err)
	}
	if got := judge(t, out).Describe().Family; got != "版心 Kai" {
		t.Errorf("the family is %q", got)
	}
	dir, _ := readDirectory(out, 0)
	if bytes.Contains(dir.find("name"), utf16Text("Banxin Square")) {
		t.Error("the old name is still there")
	}
	if !bytes.Contains(dir.find("name"), utf16Text("Apache-2.0")) {
		t.Error("the copyright is gone")
	}
}

func TestSfntRefuses(t *testing.T) {
	f, _ := openFont(t, "square.ttf")
	var glyph *GlyphError
	if _, err := f.Sfnt([]Char{{'A', 60000}}, nil); !errors.As(err, &glyph) {
		t.Errorf("a glyph that the font lacks gives %v", err)
	}
	f.os2 = nil
	var format *FormatError
	if _, err := f.Sfnt([]Char{{'A', 1}}, nil); !errors.As(err, &format) || format.Table != "OS/2" {
		t.Errorf("a font without OS/2 gives %v", err)
	}
}

// Glyphs are numbered by character: 一 (U+4E00) is 1, 二 (U+4E8C) 2; 々 shares the glyph of 一.
func TestNumberChars(t *testing.T) {
	gids, chars := numberChars([]Char{{'二', 70}, {'一', 50}, {'二', 99}, {0xD800, 3}, {-1, 3}, {'々', 50}, {' ', 0}})
	if !slices.Equal(gids, []uint16{0, 50, 70}) {
		t.Errorf("glyphs %v", gids)
	}
	if want := []Char{{' ', 0}, {'々', 1}, {'一', 1}, {'二', 2}}; !slices.Equal(chars, want) {
		t.Errorf("characters %v, want %v", chars, want)
	}
}

func TestCmapRuns(t *testing.T) {
	runs := cmapRuns([]Char{{'a', 1}, {'b', 2}, {'c', 4}, {'e', 5}, {0xFFFE, 6}, {0xFFFF, 7}, {0x10000, 8}, {0x10001, 9}})
	want := []cmapRun{{'a', 'b', 1}, {'c', 'c', 4}, {'e', 'e', 5}, {0xFFFE, 0xFFFE, 6}, {0xFFFF, 0xFFFF, 7}, {0x10000, 0x10001, 8}}
	if !slices.Equal(runs, want) {
		t.Errorf("%v, want %v", runs, want)
	}
}

// Random characters, now and then so many that format 4 cannot hold them, must all be found again.
func TestCmapGivesEachCharacterItsGlyph(t *testing.T) {
	f, _ := openFont(t, "square.ttf")
	r := rand.New(rand.NewPCG(3, 4))
	for _, n := range []int{0, 1, 5, 300, 20000} {
		seen := map[rune]uint16{}
		var chars []Char
		for range n {
			c := rune(1 + r.IntN(0x30000))
			if _, ok := seen[c]; !ok && (c < 0xD800 || c > 0xF8FF) {
				seen[c] = uint16(1 + r.IntN(4000))
				chars = append(chars, Char{c, seen[c]})
			}
		}
		slices.SortFunc(chars, func(a, b Char) int { return int(a.Rune) - int(b.Rune) })
		tables := []table{{"cmap", writeCmap(chars)}, {"head", f.cutHead(false)}, {"maxp", f.cutMaxp(4000)}}
		face := judge(t, writeSfnt(nil, tagTrueType, tables))
		for _, c := range chars {
			if g, ok := face.NominalGlyph(c.Rune); !ok || uint16(g) != c.Glyph {
				t.Fatalf("%d characters: U+%04X has glyph %d (%v), want %d", n, c.Rune, g, ok, c.Glyph)
			}
		}
	}
}
