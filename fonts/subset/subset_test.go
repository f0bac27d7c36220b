package subset

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

const fontDir = "../../testdata/fonts"

func readFont(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(fontDir, name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func openFont(t testing.TB, name string) (*Font, []byte) {
	t.Helper()
	data := readFont(t, name)
	f, err := Open(data, 0)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return f, data
}

// judge reads a font with another program's reader.
func judge(t testing.TB, data []byte) *font.Face {
	t.Helper()
	ld, err := opentype.NewLoader(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("the judge cannot load: %v", err)
	}
	f, err := font.NewFont(ld)
	if err != nil {
		t.Fatalf("the judge cannot read: %v", err)
	}
	return font.NewFace(f)
}

// wrapped puts a program for a PDF into an sfnt with a cmap, which the judge wants to see.
func wrapped(t testing.TB, f *Font, p *Program, gids []uint16, trims ...Trim) []byte {
	t.Helper()
	cmap := table{"cmap", writeCmap([]Char{{Rune: 'A', Glyph: 0}})}
	if p.Kind == CFF {
		hmtx, records := f.cutMetrics(gids, trims)
		return writeSfnt(nil, tagOpenType, []table{{"CFF ", p.Data}, cmap, {"head", f.cutHead(false)},
			{"hhea", f.cutHhea(records)}, {"hmtx", hmtx}, {"maxp", f.cutMaxp(p.Glyphs)}})
	}
	tables := []table{cmap}
	dir, err := readDirectory(p.Data, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
		tables = append(tables, table{tag, slices.Clone(dir.find(tag))})
	}
	clear(tables[2].data[8:12])
	return writeSfnt(nil, tagTrueType, tables)
}

// sameGlyphs checks that glyph i of the subset is drawn and spaced as gids[i] of the source.
func sameGlyphs(t testing.TB, source, result *font.Face, gids []uint16) {
	t.Helper()
	for i, g := range gids {
		want, _ := source.GlyphDataOutline(font.GID(g))
		got, _ := result.GlyphDataOutline(font.GID(i))
		if !slices.Equal(got.Segments, want.Segments) {
			t.Errorf("glyph %d (source %d) is drawn as %v, want %v", i, g, got.Segments, want.Segments)
		}
		if got, want := result.HorizontalAdvance(font.GID(i)), source.HorizontalAdvance(font.GID(g)); got != want {
			t.Errorf("glyph %d (source %d) advances %v, want %v", i, g, got, want)
		}
	}
}

// randomGlyphs draws n glyphs of f, some twice, .notdef first; without the composed accent of
// name-keyed fonts, which the judge cannot draw.
func randomGlyphs(r *rand.Rand, f *Font, n int) []uint16 {
	gids := []uint16{0}
	for len(gids) < n {
		g := uint16(r.IntN(f.Glyphs()))
		if f.kind == TrueType || f.cff.cid || g != gAccented {
			gids = append(gids, g)
		}
	}
	return gids
}

func TestKeptGlyphsEqualTheSource(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, name := range testFonts {
		f, data := openFont(t, name)
		source := judge(t, data)
		for range 40 {
			gids := randomGlyphs(r, f, 1+r.IntN(2*min(f.Glyphs(), 100)))
			p, err := f.Subset(gids)
			if err != nil {
				t.Fatalf("%s %v: %v", name, gids, err)
			}
			sameGlyphs(t, source, judge(t, wrapped(t, f, p, gids)), gids)
		}
	}
}

func TestSubsetIsTheSameEachTimeAndLeavesItsInputAlone(t *testing.T) {
	for _, name := range testFonts {
		f, data := openFont(t, name)
		before := slices.Clone(data)
		gids := append(make([]uint16, 0, 100), 0, 1, 2, 3, 4, 5) // room behind, which is not ours
		first, err := f.Subset(gids)
		if err != nil {
			t.Fatal(err)
		}
		again, err := Subset(data, 0, gids)
		if err != nil || !bytes.Equal(first.Data, again.Data) {
			t.Errorf("%s: two subsets of the same glyphs differ, or %v", name, err)
		}
		if !bytes.Equal(data, before) || gids[:7][6] != 0 {
			t.Errorf("%s: the input has changed", name)
		}
	}
}

func TestGlyphLists(t *testing.T) {
	f, _ := openFont(t, "composite.ttf")
	for _, gids := range [][]uint16{nil, {}, {1}, {3, 0}} {
		if _, err := f.Subset(gids); !errors.Is(err, ErrNotdef) {
			t.Errorf("Subset(%v) gives %v, want ErrNotdef", gids, err)
		}
	}
	var glyph *GlyphError
	if _, err := f.Subset([]uint16{0, 1, 9999}); !errors.As(err, &glyph) || glyph.Glyph != 9999 {
		t.Errorf("a glyph that the font lacks gives %v", err)
	}
	if _, err := f.Subset(make([]uint16, 70000)); !errors.As(err, &glyph) || glyph.Listed != 70000 {
		t.Errorf("a list that is too long gives %v", err)
	}
}

func TestCollectionsHaveFaces(t *testing.T) {
	data := readFont(t, "pair.ttc")
	for index, upem := range []int{1000, 2048} {
		f, err := Open(data, index)
		if err != nil || f.UnitsPerEm() != upem {
			t.Fatalf("face %d: %v, %v", index, f, err)
		}
		if _, err := f.Subset([]uint16{0, 5}); err != nil {
			t.Errorf("face %d: %v", index, err)
		}
	}
	var format *FormatError
	for _, index := range []int{-1, 2, 1 << 40} {
		if _, err := Open(data, index); !errors.As(err, &format) {
			t.Errorf("face %d of a collection of two gives %v", index, err)
		}
	}
	if _, err := Open(readFont(t, "composite.ttf"), 1); !errors.As(err, &format) {
		t.Errorf("face 1 of a plain font gives %v", err)
	}
}
