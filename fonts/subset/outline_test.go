package subset

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
)

// A contour of two points on the line and one beside it: two thirds of the way to it lie the control points of the cubic.
//
//	(0,3)
//	  |    \
//	(0,0)--(3,0)     bent by (3,3)
func TestContourSteps(t *testing.T) {
	at := func(x, y int64, on bool) contourPoint { return contourPoint{point{x, y}, on} }
	want := []Step{{Move, [3]Point{{0, 0}}}, {Line, [3]Point{{3, 0}}}, {Curve, [3]Point{{3, 2}, {2, 3}, {0, 3}}}, {Line, [3]Point{{0, 0}}}}
	if got := (contour{at(0, 0, true), at(3, 0, true), at(3, 3, false), at(0, 3, true)}).steps(nil); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	// A circle of four points that are all beside it begins between the last and the first.
	round := contour{at(0, 0, false), at(4, 0, false), at(4, 4, false), at(0, 4, false)}.steps(nil)
	if len(round) != 5 || round[0].P[0] != (Point{0, 2}) || round[4].P[2] != (Point{0, 2}) || round[1].P[2] != (Point{2, 0}) {
		t.Errorf("a circle is %v", round)
	}
}

// Each outline leads over the points that another reader of fonts finds, in all faces of the library and in those made for tests;
// that reader draws no accents composed by endchar.
func TestOutlines(t *testing.T) {
	faces, err := filepath.Glob(filepath.Join("..", "bundled", "*.ttf"))
	if err != nil || len(faces) == 0 {
		t.Fatal("no bundled faces", err)
	}
	for _, name := range testFonts {
		faces = append(faces, filepath.Join("..", "..", "testdata", "fonts", name))
	}
	for _, file := range faces {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		f, err := Open(data, 0)
		if err != nil {
			t.Fatal(err)
		}
		source, step := judge(t, data), max(1, f.Glyphs()/400)
		for gid := 0; gid < f.Glyphs(); gid += step {
			path, err := f.Outline(uint16(gid))
			if err != nil {
				t.Fatalf("%s, glyph %d: %v", file, gid, err)
			}
			want, ok := source.GlyphDataOutline(font.GID(gid))
			if got := ends(path); ok && len(want.Segments) > 0 && !slices.Equal(got, judged(want)) {
				t.Errorf("%s, glyph %d: %v, want %v", file, gid, got, judged(want))
			}
		}
	}
}

// ends lists the points that an outline leads over, in half units, sorted, each once: where a contour begins is anybody's choice.
func ends(path []Step) []Point {
	var all []Point
	for _, s := range path {
		p := s.P[0]
		if s.Op == Curve {
			p = s.P[2]
		}
		all = append(all, Point{(p.X + 1<<14) >> 15, (p.Y + 1<<14) >> 15})
	}
	return sortedOnce(all)
}

func judged(o font.GlyphOutline) []Point {
	var all []Point
	for _, s := range o.Segments {
		p := s.Args[map[ot.SegmentOp]int{ot.SegmentOpQuadTo: 1, ot.SegmentOpCubeTo: 2}[s.Op]]
		all = append(all, Point{int64(p.X*2+10000.5) - 10000, int64(p.Y*2+10000.5) - 10000})
	}
	return sortedOnce(all)
}

func sortedOnce(all []Point) []Point {
	slices.SortFunc(all, func(a, b Point) int {
		if a.X != b.X {
			return int(a.X - b.X)
		}
		return int(a.Y - b.Y)
	})
	return slices.Compact(all)
}

func TestOutlineRefuses(t *testing.T) {
	f, _ := openFont(t, "composite.ttf")
	var glyph *GlyphError
	if _, err := f.Outline(60000); !errors.As(err, &glyph) {
		t.Errorf("a glyph that the font lacks gives %v", err)
	}
}
