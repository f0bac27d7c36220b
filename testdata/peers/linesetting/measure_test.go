package linesetting

import (
	"math"
	"strings"
	"testing"
)

// set places text on lines of 10-point characters from x = 100; a digit in gaps is so many points behind the character
// at its index, a blank in the text stays empty. Each mark is a full em wide, as in the face.
func set(lines []string, gaps map[[2]int]float64) []Glyph {
	var out []Glyph
	for i, s := range lines {
		x := 100.0
		for k, r := range []rune(s) {
			adv := 10.0
			if isLatin(r) {
				adv = 5
			}
			if r != '　' {
				out = append(out, Glyph{Rune: r, Page: 1, X: x, Y: float64(20 * i), Size: 10, Adv: adv})
			}
			x += adv + gaps[[2]int{i, k}]
		}
	}
	return out
}

// The first line is indented by two, the column is six characters wide.
//
//	□□政务公开工
//	作＿条例规定的     one point behind 作: the column's edge is 161 here
//	内容。
func TestGaps(t *testing.T) {
	r := Measure(set([]string{"　　政务公开", "作条例规定的", "内容。"}, map[[2]int]float64{{1, 0}: 1}))
	if r.Paragraphs != 1 || r.Lines != 3 || r.Justified != 2 {
		t.Fatalf("%+v", r)
	}
	// line 2: gaps 100, 0, 0, 0, 0 thousandths: mean 20, deviation 40; line 1: none.
	if r.Mean != 10 || math.Abs(r.Within-20) > 1e-6 || r.Loosest != 20 || r.Tightest != 0 || r.Across != 10 {
		t.Errorf("%+v", r)
	}
}

func TestRules(t *testing.T) {
	full := "公开信息内容" // six characters: what the margin is taken from
	for _, c := range []struct {
		rule  string
		lines []string
		gaps  map[[2]int]float64
	}{
		{"a mark starts the line", []string{full, "，政务公开工"}, nil},
		{"a mark starts the line", []string{full, "—政务公开工"}, nil},
		{"an opening mark ends the line", []string{"政务公开工（", "以下简称条例", full}, nil},
		{"—— or …… is split", []string{"政务公开工—", "—以下简称条", full}, nil},
		{"a word or number is broken", []string{"政务公开工2", "022年公开", full}, nil},
		{"does not reach the margin", []string{full, "政务公开", full, "。"}, nil},
		{"overfull", []string{full, full + "又", full, full}, nil},
		{"the mark at the end is not half as wide", []string{full, "政务公开，", full}, map[[2]int]float64{{1, 0}: 10}},
		{"is not 1/8 to 1/3 em", []string{full, "年2条例规定"}, nil},
		{"—— or …… is stretched inside", []string{full, "政——务公开"}, map[[2]int]float64{{1, 1}: 1}},
		{"adjacent marks ）》 are not squeezed", []string{full, "（政）》公开"}, nil},
		{"the paragraph's last line is one character", []string{full, full, "作。"}, nil},
		{"a gap between 2 and ，", []string{full, "年2，条例规"}, map[[2]int]float64{{1, 1}: 2.5}},
		{"a gap between （ and 2", []string{full, "（2）条例规"}, map[[2]int]float64{{1, 0}: 2.5}},
	} {
		r := Measure(set(c.lines, c.gaps))
		if !has(r.Violations, c.rule) {
			t.Errorf("%q: no violation %q: %v", c.lines, c.rule, r.Violations)
		}
	}
}

// A last line on a page of its own.
func TestWidow(t *testing.T) {
	glyphs := set([]string{"　　政务公开", "作条例规定的", "内容。"}, nil)
	for i := range glyphs[10:] {
		glyphs[10+i].Page = 2
	}
	if r := Measure(glyphs); !has(r.Violations, "alone at the page's top") {
		t.Errorf("%+v", r.Violations)
	}
}

// A dash inside a line and at its start, quarter-em gaps about a number, marks whose blank
// half hangs out at the end, and a last line of two characters.
func TestGoodLinesPass(t *testing.T) {
	lines := []string{"　　公开信息", "政务——公开", "——《条例》", "政202年公开", "内容，内容，", "信息。"}
	gaps := map[[2]int]float64{{3, 0}: 2.5, {3, 3}: 2.5, {4, 1}: 2.5, {4, 4}: 2.5, {2, 4}: 5}
	if r := Measure(set(lines, gaps)); len(r.Violations) != 0 {
		t.Errorf("%+v", r.Violations)
	}
}

func has(all []Violation, rule string) bool {
	for _, v := range all {
		if strings.Contains(v.Rule, rule) {
			return true
		}
	}
	return false
}

// One glyph as mutool prints it: PDF space upside down in the span, turned by the element's matrix.
func TestReadTrace(t *testing.T) {
	const trace = `<document><page><fill_text transform="1 0 0 -1 72 72"><span trm="16 0 0 16">
<g unicode="根" glyph="1" x="39.37" y="-46.5" adv="1"/><g unicode=" " glyph="2" x="55" y="-46.5" adv=".25"/></span></fill_text></page></document>`
	got, err := readTrace(strings.NewReader(trace))
	if err != nil {
		t.Fatal(err)
	}
	want := Glyph{Rune: '根', Page: 1, X: 111.37, Y: 118.5, Size: 16, Adv: 16}
	if len(got) != 1 || got[0] != want {
		t.Errorf("%+v", got)
	}
}

// A ligature for —— is one glyph of two ems and a second character without a glyph.
func TestReadLigature(t *testing.T) {
	const trace = `<document><page><fill_text transform="1 0 0 1 0 0"><span trm="10 0 0 10">
<g unicode="—" glyph="7" x="30" y="5" adv="2"/><g unicode="—" x="30" y="5" adv="0"/></span></fill_text></page></document>`
	got, err := readTrace(strings.NewReader(trace))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[0].X != 30 || got[0].Adv != 10 || got[1].X != 40 || got[1].Adv != 10 {
		t.Errorf("%+v", got)
	}
}

// A mark cut to half its cell is measured as the whole one that it was: ）at the left of its cell, （ at the right of it.
func TestCutMarksAreWhole(t *testing.T) {
	for _, c := range []struct{ cut, want Glyph }{
		{Glyph{Rune: '）', X: 100, Size: 16, Adv: 8}, Glyph{Rune: '）', X: 100, Size: 16, Adv: 16}},
		{Glyph{Rune: '（', X: 108, Size: 16, Adv: 8}, Glyph{Rune: '（', X: 100, Size: 16, Adv: 16}},
		{Glyph{Rune: '公', X: 100, Size: 16, Adv: 15}, Glyph{Rune: '公', X: 100, Size: 16, Adv: 15}},
	} {
		got := c.cut
		if got.whole(); got != c.want {
			t.Errorf("%+v, want %+v", got, c.want)
		}
	}
}

// A cell grown over the gap beside it is measured as it was: to the left behind a Han character, to the right before one, or both.
func TestGrownCellsAreWhole(t *testing.T) {
	glyphs := []Glyph{
		{Rune: '公', X: 0, Size: 16, Adv: 16}, {Rune: '2', X: 16, Size: 16, Adv: 12}, {Rune: '2', X: 28, Size: 16, Adv: 8},
		{Rune: '2', X: 36, Size: 16, Adv: 8}, {Rune: '2', X: 44, Size: 16, Adv: 8}, {Rune: '2', X: 52, Size: 16, Adv: 12},
		{Rune: '开', X: 64, Size: 16, Adv: 16}, {Rune: '2', X: 80, Size: 16, Adv: 16}, {Rune: '门', X: 96, Size: 16, Adv: 20},
	}
	ungrow(glyphs)
	for i, want := range []Glyph{{X: 0, Adv: 16}, {X: 20, Adv: 8}, {X: 28, Adv: 8}, {X: 36, Adv: 8}, {X: 44, Adv: 8}, {X: 52, Adv: 8},
		{X: 64, Adv: 16}, {X: 84, Adv: 8}, {X: 96, Adv: 16}} {
		if got := glyphs[i]; got.X != want.X || got.Adv != want.Adv {
			t.Errorf("%c at %v, %v wide, want %v, %v", got.Rune, got.X, got.Adv, want.X, want.Adv)
		}
	}
}
