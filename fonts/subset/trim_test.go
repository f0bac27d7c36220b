package subset

import (
	"bytes"
	"encoding/binary"
	"errors"
	"testing"

	"github.com/go-text/typesetting/font"
)

// A trimmed glyph is drawn as the whole one is, moved to the left by what was taken in front of it, or higher, and is as much narrower as was
// taken at both sides: from outlines that are simple and composed, TrueType and CFF, and from one that endchar composes.
func TestTrim(t *testing.T) {
	for _, c := range []struct {
		file string
		gid  uint16
	}{
		{"composite.ttf", gA}, {"composite.ttf", gAnested}, {"composite.ttf", gWide}, {"square.ttf", 30},
		{"name.otf", gBase}, {"name.otf", gAccented}, {"name2048.otf", gBase}, {"cid.otf", 5}, {"square.otf", 30},
	} {
		f, _ := openFont(t, c.file)
		gids := []uint16{0, c.gid, c.gid, c.gid}
		trims := []Trim{{1, 100, 50, 0}, {3, 0, 300, 70}}
		untrimmed, err := f.Subset(gids)
		if err != nil {
			t.Fatal(err)
		}
		p, err := f.Subset(gids, trims...)
		if err != nil {
			t.Fatal(err)
		}
		source, result := judge(t, wrapped(t, f, untrimmed, gids)), judge(t, wrapped(t, f, p, gids, trims...))
		want, _ := source.GlyphDataOutline(2)
		for i, by := range [][2]float32{1: {100, 0}, 2: {}, 3: {0, 70}} {
			if i == 0 {
				continue
			}
			got, _ := result.GlyphDataOutline(font.GID(i))
			if len(got.Segments) != len(want.Segments) || len(want.Segments) == 0 {
				t.Fatalf("%s: glyph %d has %d steps, want %d", c.file, i, len(got.Segments), len(want.Segments))
			}
			for k := range want.Segments {
				for n, p := range want.Segments[k].ArgsSlice() {
					if q := got.Segments[k].Args[n]; q.X != p.X-by[0] || q.Y != p.Y+by[1] {
						t.Fatalf("%s: glyph %d has %v, want %v moved by %v", c.file, i, q, p, by)
					}
				}
			}
		}
		again, err := Open(wrapped(t, f, p, gids, trims...), 0)
		if err != nil {
			t.Fatal(err)
		}
		for i, less := range []int{0, 150, 0, 300} {
			if got, want := again.Advance(uint16(i)), f.Advance(gids[i])-less; got != want {
				t.Errorf("%s: glyph %d is %d wide, want %d", c.file, i, got, want)
			}
			if again.kind == CFF {
				if got := again.cff.width(t, i); got != float64(again.Advance(uint16(i))) {
					t.Errorf("%s: the charstring of glyph %d says %v", c.file, i, got)
				}
			}
		}
	}
}

// A trimmed glyph takes no outline of its own: 18 bytes, and the whole glyph once, whether it is listed or comes behind.
func TestTrimmedGlyphsShareTheirOutline(t *testing.T) {
	f, _ := openFont(t, "composite.ttf")
	whole, err := f.cutGlyf([]uint16{0, gA}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		gids  []uint16
		trims trims
		count int
	}{
		{[]uint16{0, gA, gA, gA}, trims{{2, 200, 0, 0}, {3, 0, 200, 0}}, 4},
		{[]uint16{0, gA, gA}, trims{{1, 200, 0, 0}, {2, 0, 200, 0}}, 4},
	} {
		cut, err := f.cutGlyf(c.gids, c.trims)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := len(cut.file), len(whole.file)+18+16; got != want || len(cut.gids) != c.count {
			t.Errorf("%d glyphs in %d bytes, want %d in %d", len(cut.gids), got, c.count, want)
		}
	}
}

// The maxima of maxp hold for trimmed glyphs too.
func TestTrimRaisesMaxima(t *testing.T) {
	f, _ := openFont(t, "square.ttf") // has no composed glyph
	p, err := f.Subset([]uint16{0, 30}, Trim{Index: 1, Left: 10})
	if err != nil {
		t.Fatal(err)
	}
	dir, _ := readDirectory(p.Data, 0)
	u16 := func(at int) uint16 { return binary.BigEndian.Uint16(dir.find("maxp")[at:]) }
	if u16(10) < u16(6) || u16(12) < u16(8) || u16(28) != 1 || u16(30) != 1 || u16(6) == 0 {
		t.Errorf("maxp is % x", dir.find("maxp"))
	}
	if p.Glyphs != 3 {
		t.Errorf("%d glyphs", p.Glyphs)
	}
}

// A blank glyph stays blank.
func TestTrimBlank(t *testing.T) {
	f, _ := openFont(t, "composite.ttf")
	gids := []uint16{0, gSpace}
	p, err := f.Subset(gids, Trim{Index: 1, Left: 10, Right: 20})
	if err != nil || p.Glyphs != 2 {
		t.Fatal(p, err)
	}
	again, err := Open(wrapped(t, f, p, gids), 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, _, _, ok := again.GlyphBounds(1); ok || again.Advance(1) != f.Advance(gSpace)-30 {
		t.Errorf("ink %v, advance %d", ok, again.Advance(1))
	}
}

func TestTrimFaults(t *testing.T) {
	f, _ := openFont(t, "composite.ttf")
	for _, trims := range [][]Trim{
		{{Index: 0}}, {{Index: 3}}, {{Index: -1}}, {{Index: 2}, {Index: 1}}, {{Index: 1}, {Index: 1}},
		{{1, 20000, 20000, 0}}, {{1, -1 << 40, 0, 0}}, {{1, -70000, 0, 0}}, {{1, 32768, -40000, 0}}, {{1, 0, -1 << 62, 0}}, {{1, -32767, 32767, 0}},
		{{1, 0, 0, 1 << 40}}, {{1, 0, 0, 32700}}, {{1, 0, 0, -32768}},
	} {
		var fault *TrimError
		if _, err := f.Subset([]uint16{0, gA, gWide}, trims...); !errors.As(err, &fault) {
			t.Errorf("%v: %v", trims, err)
		}
	}
}

// trimmedReadsBack: a glyph trimmed at both sides is where it was, and cutting to all glyphs changes nothing.
func trimmedReadsBack(t *testing.T, src *Font, gids []uint16) {
	t.Helper()
	trim := Trim{Index: len(gids) - 1, Left: 300, Right: 45, Up: -40}
	p, err := src.Subset(gids, trim)
	if err != nil {
		typed(t, err)
		return
	}
	again, err := Open(wrapped(t, src, p, gids, trim), 0)
	if err != nil {
		t.Fatalf("the trimmed result cannot be opened: %v", err)
	}
	gid := gids[trim.Index]
	if got, want := again.Advance(uint16(trim.Index)), src.Advance(gid)-345; got != want {
		t.Errorf("the trimmed glyph has advance %d, not %d", got, want)
	}
	a, b, c, d, ok := src.GlyphBounds(gid)
	e, f, h, k, also := again.GlyphBounds(uint16(trim.Index))
	if ok && (!also || [4]int{a - 300, b - 40, c - 300, d - 40} != [4]int{e, f, h, k}) {
		t.Errorf("the trimmed glyph (source %d) is in %v, was in %v", gid, [4]int{e, f, h, k}, [4]int{a, b, c, d})
	}
	var all []uint16
	for i := range p.Glyphs {
		all = append(all, uint16(i))
	}
	twice, err := again.Subset(all)
	if err != nil {
		t.Fatalf("the trimmed result cannot be cut again: %v", err)
	}
	if !bytes.Equal(twice.Data, p.Data) {
		t.Errorf("cutting the trimmed result to all glyphs changes %d bytes to %d", len(p.Data), len(twice.Data))
	}
}
