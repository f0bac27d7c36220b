package layout

import (
	"testing"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/fonts/bundled"
)

// Where a face says nothing of half-width marks, ink that would touch its neighbour keeps a twelfth of half an em.
func TestSpare(t *testing.T) {
	for bearing, want := range map[int32]int32{600: 500, 500: 500, 400: 359, 41: 0, 0: 0, -20: 0} {
		if got := spare(bearing, 500); got != want {
			t.Errorf("of %d: %d, want %d", bearing, got, want)
		}
	}
}

// A glyph of two thirds of an em stands in a cell of one, at the side of its text: ✓ for a proportional quote.
func TestBodyOfANarrowMark(t *testing.T) {
	set, err := bundled.Set()
	if err != nil {
		t.Fatal(err)
	}
	runs, err := set.Shape("✓", fonts.Want{Role: fonts.Song})
	if err != nil {
		t.Fatal(err)
	}
	g := runs[0].Glyphs[0]
	rest := runs[0].Face.UnitsPerEm - g.Advance
	for class, want := range map[charClass]body{classOpen: {cell: 1000, origin: rest, before: rest}, classClose: {cell: 1000, after: rest}} {
		k := bodyKey{face: runs[0].Face, glyph: g.ID, class: class}
		if got := k.body(); got != want {
			t.Errorf("class %d: %+v, want %+v", class, got, want)
		}
	}
}
