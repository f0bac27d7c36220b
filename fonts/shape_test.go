package fonts

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// show writes runs as family「text」id:start-end …, one run a line.
func show(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		fmt.Fprintf(&b, "%s「%s」", r.Face.Family, r.Text)
		for _, g := range r.Glyphs {
			fmt.Fprintf(&b, " %d:%d-%d", g.ID, g.Start, g.End)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// threeFaces: A serves Han, B Latin with a combining acute, C is the last resort. The glyph of the n-th character is n.
func threeFaces(t *testing.T) *Set {
	a := spec{family: "A", chars: "e“”。一二", variants: "二"}.face(t)
	b := spec{family: "B", chars: "12e\u00e9\u0301“”"}.face(t)
	c := spec{family: "C", chars: "一𬱖", variants: "一"}.face(t)
	s, err := NewSet(Config{Roles: map[Role]Fallback{Song: {Han: []*Face{a}, Latin: []*Face{b}}}, Last: []*Face{c}})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestShape(t *testing.T) {
	s := threeFaces(t)
	for _, c := range []struct {
		name, text string
		latin      bool
		want       string
	}{
		{"each list has its own quotes", "“一”", false, "A「“一”」 2:0-3 5:3-6 3:6-9\n"},
		{"quotes of the Latin list", "“1”", true, "B「“1”」 6:0-3 1:3-4 7:4-7\n"},
		{"figures from the other list", "一12", false, "A「一」 5:0-3\nB「12」 1:0-1 2:1-2\n"},
		{"beyond U+FFFF, from the last resort", "一𬱖。", false, "A「一」 5:0-3\nC「𬱖」 2:0-4\nA「。」 4:0-3\n"},
		{"a variation sequence goes to the face that knows it", "一\U000E0100二\U000E0100", false,
			"C「一\U000E0100」 3:0-7\nA「二\U000E0100」 7:0-7\n"},
		{"a sequence that no face knows loses the selector", "。\U000E0101", false, "A「。\U000E0101」 4:0-7\n"},
		{"base and mark stay together", "e\u0301", false, "B「e\u0301」 4:0-3\n"},
		{"a mark that the base's face lacks", "一\u0301", false, "A「一」 5:0-3\nB「\u0301」 5:0-2\n"},
		{"no glyph for what is invisible", "一\u200b\ufeff二", false, "A「一\u200b\ufeff二」 5:0-3 6:9-12\n"},
		{"invisible at the beginning", "\u00ad一", false, "A「\u00ad一」 5:2-5\n"},
		{"a soft hyphen between faces", "一\u00ad1", false, "A「一\u00ad」 5:0-3\nB「1」 1:0-1\n"},
		{"nothing", "", false, ""},
		{"nothing visible", "\u200b", false, ""},
	} {
		runs, err := s.Shape(c.text, Want{Role: Song, Latin: c.latin})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if got := show(runs); got != c.want {
			t.Errorf("%s:\n got %s want %s", c.name, got, c.want)
		}
	}
}

// A space that differs only in how lines break there is drawn as a space.
func TestStandIn(t *testing.T) {
	f := spec{family: "A", chars: " -一"}.face(t)
	runs, err := newSet(t, []*Face{f}, nil).Shape("一\u00a0\u2011", Want{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := show(runs), "A「一\u00a0\u2011」 3:0-3 1:3-5 2:5-8\n"; got != want {
		t.Errorf("got %s want %s", got, want)
	}
}

// A ligature covers the bytes of all its characters, and is made only where kerning is asked for.
func TestLigature(t *testing.T) {
	f := spec{family: "A", chars: "abfi", ligature: "fi"}.face(t)
	s := newSet(t, []*Face{f}, nil)
	for kern, want := range map[bool]string{
		false: "A「afib」 1:0-1 3:1-2 4:2-3 2:3-4\n",
		true:  "A「afib」 1:0-1 5:1-3 2:3-4\n",
	} {
		runs, err := s.Shape("afib", Want{Latin: true, Kern: kern})
		if err != nil {
			t.Fatal(err)
		}
		if got := show(runs); got != want {
			t.Errorf("kern %v: got %s want %s", kern, got, want)
		}
	}
}

// Every character that no face has is reported, each once, with its first place; nothing is drawn.
func TestMissing(t *testing.T) {
	runs, err := threeFaces(t).Shape("一鿃二😀鿃\t", Want{Role: Song})
	var missing *MissingError
	if !errors.As(err, &missing) {
		t.Fatalf("error %v, want a MissingError", err)
	}
	if len(runs) != 0 {
		t.Errorf("%d runs beside the error", len(runs))
	}
	if !slices.Equal(missing.Runes, []rune("鿃😀\t")) || !slices.Equal(missing.At, []int{3, 9, 16}) {
		t.Errorf("missing %q at %d", missing.Runes, missing.At)
	}
	if want := `fonts: no face for 宋 has '鿃' U+9FC3 (SimSun, Noto Serif CJK SC, Jigmo would), '😀' U+1F600 (Segoe UI Emoji, Noto Emoji would), '\t' U+0009`; err.Error() != want {
		t.Errorf("%q, want %q", err, want)
	}
}

func TestNotUTF8(t *testing.T) {
	for _, text := range []string{"一\xff", "\xed\xa0\x80", "e\u0301\x80"} {
		if _, err := threeFaces(t).Shape(text, Want{}); !errors.Is(err, ErrText) {
			t.Errorf("%q: error %v, want ErrText", text, err)
		}
	}
}

// A Shaper keeps the runs that are there, also when it fails.
func TestShaper(t *testing.T) {
	s := threeFaces(t)
	var p Shaper
	runs, err := p.Append(s, nil, "一", Want{})
	if err != nil {
		t.Fatal(err)
	}
	if runs, err = p.Append(s, runs, "😀", Want{}); err == nil || len(runs) != 1 {
		t.Errorf("%d runs after an error, want 1", len(runs))
	}
	if runs, err = p.Append(s, runs, "二", Want{}); err != nil || len(runs) != 2 || runs[0].Text+runs[1].Text != "一二" {
		t.Errorf("runs %v, error %v", runs, err)
	}
	for _, run := range runs { // the glyphs of an earlier text stay, whatever room later ones take
		want, _ := s.Shape(run.Text, Want{})
		if !slices.Equal(run.Glyphs, want[0].Glyphs) {
			t.Errorf("%s: glyphs %v, want %v", run.Text, run.Glyphs, want[0].Glyphs)
		}
	}
}

// The origin of an upright glyph is its middle, at the top of the body; the pen goes down one em.
func TestVertical(t *testing.T) {
	f := testFace(t, "square.ttf")
	runs, err := newSet(t, []*Face{f}, nil).Shape("政e\u0301", Want{Vertical: true})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []Glyph{
		{Advance: 1000, DX: -500, DY: -880, Start: 0, End: 3},
		{Advance: 1000, DX: -250, DY: -880, Start: 3, End: 6}, // é, half an em wide, by HarfBuzz
	} {
		want.ID = runs[0].Glyphs[i].ID
		if got := runs[0].Glyphs[i]; got != want {
			t.Errorf("glyph %d is %+v, want %+v", i, got, want)
		}
	}
	if !runs[0].Vertical {
		t.Error("the run does not say that it is vertical")
	}
}

// A thousand marks on one base are set, and in no more than a moment.
func TestManyMarks(t *testing.T) {
	text := "e" + strings.Repeat("\u0301", 1000)
	runs, err := threeFaces(t).Shape(text, Want{})
	if err != nil {
		t.Fatal(err)
	}
	joined := ""
	for _, r := range runs {
		joined += r.Text
	}
	if joined != text {
		t.Error("the runs are not the text")
	}
}

// FuzzShape: whatever the text, either an error of ours, or runs that are the whole text with glyphs in order.
func FuzzShape(f *testing.F) {
	for _, s := range []string{
		"政府信息公开工作年度报告", "“放管服”改革——〔2021〕30号", "e\u0301\u0301", "一\U000E0100", "\u200d\u200d一\u200d政", "\u1100\u1161\u11a8",
		"مرحبا", "བོད", "\ufe0f", "\U0001F468\u200d\U0001F469", "\u0301", "——", "———\u0301", "\xff",
	} {
		f.Add(s, true, false)
		f.Add(s, false, true)
	}
	square := testFace(f, "square.ttf")
	all := spec{family: "B", chars: "12efi\u0301\u0627\u0628\u0f56一"}.face(f)
	set := newSet(f, []*Face{square}, []*Face{all})
	f.Fuzz(func(t *testing.T, text string, vertical, kern bool) {
		runs, err := set.Shape(text, Want{Vertical: vertical, Kern: kern, Bold: kern})
		if err != nil {
			var missing *MissingError
			if !errors.As(err, &missing) && !errors.Is(err, ErrText) {
				t.Fatalf("error %v", err)
			}
			return
		}
		checkRuns(t, runs, text)
	})
}

func checkRuns(t *testing.T, runs []Run, text string) {
	t.Helper()
	joined := ""
	for _, r := range runs {
		joined += r.Text
		for _, g := range r.Glyphs {
			if g.ID == 0 || int(g.ID) >= r.Face.NumGlyphs || g.Start < 0 || g.End <= g.Start || g.End > len(r.Text) {
				t.Fatalf("glyph %+v of %q", g, r.Text)
			}
		}
	}
	if len(runs) > 0 && joined != text {
		t.Fatalf("runs are %q, the text is %q", joined, text)
	}
}
