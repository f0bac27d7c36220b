package subset

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"
)

// damageRounds is for a test of a second.
const damageRounds = 3000

// Any bytes give either an error of our types or a subset that reads back: the same advances and
// boxes, and the same bytes when it is cut again to all its glyphs.
func FuzzSubset(f *testing.F) {
	for _, name := range []string{"composite.ttf", "pair.ttc", "name.otf", "name2048.otf", "cid.otf"} {
		data := readFont(f, name)
		f.Add(data, 0, []byte{1, 2, 3, 4, 5, 6, 7, 8})
		f.Add(data, 1, []byte{4})
		f.Add(data[:len(data)/2], 0, []byte{5})
	}
	f.Fuzz(func(t *testing.T, data []byte, index int, picks []byte) {
		if len(picks) > 64 || len(data) > 1<<16 {
			return
		}
		checkSubset(t, data, index, picks)
	})
}

func checkSubset(t *testing.T, data []byte, index int, picks []byte) {
	t.Helper()
	src, err := Open(data, index)
	if err != nil {
		typed(t, err)
		return
	}
	gids := []uint16{0}
	for _, p := range picks {
		gids = append(gids, uint16(int(p)%src.Glyphs()))
	}
	if _, err := src.Sfnt([]Char{{'A', gids[len(gids)-1]}, {0x2CC56, 0}}, nil); err != nil {
		typed(t, err)
	}
	for _, gid := range gids {
		if _, err := src.Outline(gid); err != nil {
			typed(t, err)
		}
	}
	p, err := src.Subset(gids)
	if err != nil {
		typed(t, err)
		return
	}
	readsBack(t, src, p, gids)
	trimmedReadsBack(t, src, gids)
}

// The fuzzer's own mutations seldom leave a font that opens. These change a few bytes only.
func TestSubsetsOfDamagedFontsReadBack(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, name := range []string{"composite.ttf", "name.otf", "name2048.otf", "cid.otf"} {
		whole := readFont(t, name)
		for range damageRounds {
			data := slices.Clone(whole)
			for range 1 + r.IntN(6) {
				data[r.IntN(len(data))] = byte(r.IntN(256)) >> r.IntN(8)
			}
			checkSubset(t, data, 0, []byte{byte(r.IntN(10)), byte(r.IntN(10)), byte(r.IntN(10)), 4, 5})
			if t.Failed() {
				t.Fatalf("%s: %x", name, data)
			}
		}
	}
}

func typed(t *testing.T, err error) {
	t.Helper()
	var format *FormatError
	var unsupported *UnsupportedError
	var glyph *GlyphError
	var trim *TrimError
	if !errors.As(err, &format) && !errors.As(err, &unsupported) && !errors.As(err, &glyph) && !errors.As(err, &trim) {
		t.Errorf("an error of another type: %v", err)
	}
}

func readsBack(t *testing.T, src *Font, p *Program, gids []uint16) {
	t.Helper()
	again, err := Open(wrapped(t, src, p, gids), 0)
	if err != nil {
		t.Fatalf("the result cannot be opened: %v", err)
	}
	for i, g := range gids {
		if again.Advance(uint16(i)) != src.Advance(g) {
			t.Errorf("glyph %d (source %d) has advance %d, not %d", i, g, again.Advance(uint16(i)), src.Advance(g))
		}
		a, b, c, d, ok := src.GlyphBounds(g)
		e, f, h, k, also := again.GlyphBounds(uint16(i))
		if ok && (!also || [4]int{a, b, c, d} != [4]int{e, f, h, k}) {
			t.Errorf("glyph %d (source %d) is in %v, not %v", i, g, [4]int{e, f, h, k}, [4]int{a, b, c, d})
		}
	}
	var all []uint16
	for i := range p.Glyphs {
		all = append(all, uint16(i))
	}
	twice, err := again.Subset(all)
	if err != nil {
		t.Fatalf("the result cannot be cut again: %v", err)
	}
	if !bytes.Equal(twice.Data, p.Data) || twice.Glyphs != len(all) {
		t.Errorf("cutting to all glyphs changes %d bytes to %d", len(p.Data), len(twice.Data))
	}
}

// Every font of the tests, with each byte in turn cut off behind or flipped, must not panic.
func TestDamagedFonts(t *testing.T) {
	for _, name := range []string{"composite.ttf", "pair.ttc", "name.otf", "cid.otf"} {
		whole := readFont(t, name)
		for i := range whole {
			flipped := slices.Clone(whole)
			flipped[i] ^= 0xFF
			for _, data := range [][]byte{whole[:i], flipped} {
				f, err := Open(data, 0)
				if err != nil {
					typed(t, err)
					continue
				}
				for g := range f.Glyphs() {
					f.GlyphBounds(uint16(g))
					if g > 20 {
						break
					}
				}
				if _, err := f.Subset([]uint16{0, uint16(min(4, f.Glyphs()-1)), uint16(min(5, f.Glyphs()-1))}); err != nil {
					typed(t, err)
				}
			}
		}
	}
}
