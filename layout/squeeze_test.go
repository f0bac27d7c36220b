package layout

import (
	"testing"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/fonts/bundled"
	"github.com/banxin-go/banxin/layout/unit"
)

// Where a face says nothing of half-width marks, ink that would touch its neighbour keeps a twelfth of half an em.
func TestSpare(t *testing.T) {
	for bearing, want := range map[int32]int32{600: 500, 500: 500, 400: 359, 41: 0, 0: 0, -20: 0} {
		if got := spare(bearing, 500); got != want {
			t.Errorf("of %d: %d, want %d", bearing, got, want)
		}
	}
}

// A face that has half-width forms says itself what its marks give up: ？ of Banxin Kai all of half an em, though its ink reaches over the
// other half.
func TestBlanksByTheFace(t *testing.T) {
	set, err := bundled.Set()
	if err != nil {
		t.Fatal(err)
	}
	runs, err := set.Shape("？", fonts.Want{Role: fonts.Kai})
	if err != nil {
		t.Fatal(err)
	}
	k := bodyKey{face: runs[0].Face, glyph: runs[0].Glyphs[0].ID, class: classQuestion}
	if before, after := k.blanks(k.advance()); before != 0 || after != 500 {
		t.Errorf("%d and %d", before, after)
	}
}

// Japanese faces have ： in the middle of its cell, 、 at its left.
func TestUsualBlanks(t *testing.T) {
	set, err := bundled.Set()
	if err != nil {
		t.Fatal(err)
	}
	runs, err := set.Shape("：", fonts.Want{Role: fonts.Song})
	if err != nil {
		t.Fatal(err)
	}
	k := bodyKey{face: runs[0].Face, class: classComma, tongue: japanese}
	for lead, want := range map[int32][2]int32{300: {250, 250}, 150: {0, 500}} {
		if before, after := k.usual(lead); before != want[0] || after != want[1] {
			t.Errorf("ink from %d: %d and %d, want %v", lead, before, after, want)
		}
	}
}

// Where a face has no dash of two em, and its own is narrower than an em, two of them overlap a little: a seam would show.
//
//	━━━ ━━━   to   ━━━━━━
func TestJoinedDashesOverlap(t *testing.T) {
	set, err := bundled.Set()
	if err != nil {
		t.Fatal(err)
	}
	runs, err := set.Shape("一", fonts.Want{Role: fonts.Song})
	if err != nil {
		t.Fatal(err)
	}
	face := runs[0].Face
	gid, _ := face.Glyph('—') // the Latin one, 0.89 em wide
	p := &para{fontSize: testEm, em: int32(testEm), runs: []fonts.Run{{Face: face, Glyphs: []fonts.Glyph{{ID: gid}, {ID: gid}}}}}
	for i := range int32(2) {
		a := atom{class: classDash, glyph: i}
		p.joinDash(&a, zhHans)
		p.atoms = append(p.atoms, a)
	}
	x0, _, x1, _, _ := face.Bounds(gid)
	ink := func(v int32) unit.Length { return testEm.MulDiv(int64(v), int64(face.UnitsPerEm)) }
	seam := testEm + unit.Length(p.atoms[1].shift) + ink(x0) - unit.Length(p.atoms[0].shift) - ink(x1)
	if want := -testEm / 50; seam < want-2 || seam > want+2 {
		t.Errorf("between the inks %v, want %v", seam, want)
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
