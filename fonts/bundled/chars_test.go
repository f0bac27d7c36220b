package bundled_test

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/banxin-go/banxin/fonts"
)

// gbkHan gives the Han of GBK: the 20,902 of Unicode 1.1 and 21 compatibility ideographs.
func gbkHan() string {
	var b strings.Builder
	decoder := simplifiedchinese.GBK.NewDecoder()
	for high := 0x81; high <= 0xFE; high++ {
		for low := 0x40; low <= 0xFE; low++ {
			s, err := decoder.Bytes([]byte{byte(high), byte(low)})
			r, size := utf8.DecodeRune(s)
			if err == nil && size == len(s) && (r >= 0x4E00 && r <= 0x9FA5 || r >= 0xF900 && r <= 0xFAFF) {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// The Han of GBK, and with them those of GB 2312, are all served.
func TestGBK(t *testing.T) {
	chars := gbkHan()
	if n := utf8.RuneCountInString(chars); n != 20902+21 {
		t.Fatalf("%d characters, want 20,923", n)
	}
	if _, err := set(t).Shape(chars, fonts.Want{Role: fonts.FangSong}); err != nil {
		t.Error(err)
	}
}

func TestSymbols(t *testing.T) {
	const symbols = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ√■□★☆●○◆◇▲△％‰℃㎡㎏㏄→←↑↓×÷±≤≥≠≈∞∑§№〇〔〕【】〖〗「」『』…—～·￥€£㈠㈩㊣°′″"
	if _, err := set(t).Shape(symbols, fonts.Want{Role: fonts.Song}); err != nil {
		t.Error(err)
	}
}

// The boxes of forms are as large as □ in every role's own face.
func TestBoxes(t *testing.T) {
	s := set(t)
	for _, role := range fonts.Roles() {
		runs, err := s.Shape("□☐☑☒", fonts.Want{Role: role})
		if err != nil || len(runs) != 1 {
			t.Errorf("%s: %d runs, %v", role, len(runs), err)
			continue
		}
		x0, y0, x1, y1, _ := runs[0].Face.Bounds(runs[0].Glyphs[0].ID)
		for _, g := range runs[0].Glyphs[1:] {
			left, bottom, right, top, _ := runs[0].Face.Bounds(g.ID)
			if g.Advance != 1000 || max(x0-left, left-x0, y0-bottom, bottom-y0, right-x1, x1-right, top-y1, y1-top) > 20 {
				t.Errorf("%s: glyph %d, %d wide, from %d, %d to %d, %d; □ from %d, %d to %d, %d", role, g.ID, g.Advance, left, bottom, right, top, x0, y0, x1, y1)
			}
		}
	}
}

// 𪚥 is in no bundled face: the error names it, with its place.
func TestMissing(t *testing.T) {
	_, err := set(t).Shape("四龙为𪚥", fonts.Want{Role: fonts.Kai})
	var missing *fonts.MissingError
	if !errors.As(err, &missing) || !slices.Equal(missing.Runes, []rune("𪚥")) || missing.At[0] != 9 {
		t.Errorf("error %v", err)
	}
}

// Chinese quotes are one em wide, the Latin face's own are not. 小标宋 has no other face for letters.
func TestQuotes(t *testing.T) {
	s := set(t)
	for _, role := range fonts.Roles() {
		for _, latin := range []bool{false, true} {
			runs, err := s.Shape("“”‘’", fonts.Want{Role: role, Latin: latin})
			if err != nil {
				t.Fatal(err)
			}
			for _, g := range runs[0].Glyphs {
				if wide := g.Advance == runs[0].Face.UnitsPerEm; wide == (latin && role != fonts.XiaoBiaoSong) {
					t.Errorf("%s, Latin %v: a quote of %s is %d wide", role, latin, runs[0].Face.FullName, g.Advance)
				}
			}
		}
	}
}

// 破折号 is one glyph of two em that stands for both characters; one alone is a connector of one em.
func TestDash(t *testing.T) {
	s := set(t)
	for _, role := range fonts.Roles() {
		for _, lang := range []string{"", "zh-Hans", "zh-Hant", "zh-HK", "ja"} { // faces of the mainland have the Latin dash for the others
			runs, err := s.Shape("——一—⸺", fonts.Want{Role: role, Lang: lang})
			if err != nil {
				t.Fatal(err)
			}
			g := runs[0].Glyphs
			if len(runs) != 1 || len(g) != 4 || g[0].Advance != 2000 || g[0].End != 6 || g[2].Advance != 1000 || g[3].Advance != 2000 {
				t.Errorf("%s, %s: %+v", role, lang, g)
			}
		}
	}
	if runs, _ := s.Shape("—", fonts.Want{Role: fonts.Song, Lang: "ko"}); runs[0].Glyphs[0].Advance == 1000 {
		t.Error("the dash of Korean is the Latin one")
	}
	runs, err := s.Shape("——", fonts.Want{Role: fonts.Song, Vertical: true})
	if err != nil || len(runs[0].Glyphs) != 1 || runs[0].Glyphs[0].Advance != 2000 {
		t.Errorf("vertical: %+v, %v", runs, err)
	}
}

// Among the strokes of 黑 and of the bold that stands in for 小标宋 a hairline would not be seen: their dashes are as thick as the Latin ones.
func TestDashesAreNoHairlines(t *testing.T) {
	s := set(t)
	for _, role := range []fonts.Role{fonts.Hei, fonts.XiaoBiaoSong} {
		for _, dash := range []string{"—", "——"} {
			runs, err := s.Shape(dash, fonts.Want{Role: role})
			if err != nil {
				t.Fatal(err)
			}
			latin, _ := runs[0].Face.Glyph('—')
			_, low, _, high, _ := runs[0].Face.Bounds(runs[0].Glyphs[0].ID)
			_, bottom, _, top, _ := runs[0].Face.Bounds(latin)
			if high-low < top-bottom-1 {
				t.Errorf("%s: %s is %d thick, the Latin dash %d", role, dash, high-low, top-bottom)
			}
		}
	}
}

// In a vertical line brackets, commas and dashes have other glyphs, Han have not; each takes one em.
func TestVertical(t *testing.T) {
	s := set(t)
	for _, role := range fonts.Roles() {
		for _, r := range "（）《》“”，。、：；—…" {
			across, down := first(t, s, r, role, false), first(t, s, r, role, true)
			if across.ID == down.ID && role != fonts.Kai {
				t.Errorf("%s: %c keeps its glyph", role, r)
			}
			if down.Advance != 1000 || down.DX != -500 || down.DY != -880 {
				t.Errorf("%s: %c is %+v", role, r, down)
			}
		}
		if across, down := first(t, s, '政', role, false), first(t, s, '政', role, true); across.ID != down.ID {
			t.Errorf("%s: 政 changes its glyph", role)
		}
	}
}

func first(t *testing.T, s *fonts.Set, r rune, role fonts.Role, vertical bool) fonts.Glyph {
	t.Helper()
	runs, err := s.Shape(string(r), fonts.Want{Role: role, Vertical: vertical})
	if err != nil {
		t.Fatal(err)
	}
	return runs[0].Glyphs[0]
}

// What is a stand-in is said to be one.
func TestServed(t *testing.T) {
	for _, v := range set(t).Served() {
		if v.Face == nil || !v.Rights.Embeddable() {
			t.Errorf("%s: face %v, rights %s", v.Role, v.Face, v.Rights)
		}
		want := !v.Latin && (v.Role == fonts.FangSong || v.Role == fonts.XiaoBiaoSong)
		if v.Substituted != want {
			t.Errorf("%s by %s: substituted %v, want %v", v.Role, v.Face.FullName, v.Substituted, want)
		}
		thick := v.Bold && !v.Latin && (v.Role == fonts.Hei || v.Role == fonts.Kai)
		if v.SyntheticBold != thick {
			t.Errorf("%s bold %v by %s: synthetic %v, want %v", v.Role, v.Bold, v.Face.FullName, v.SyntheticBold, thick)
		}
	}
}

// One set serves many goroutines that begin at once.
func TestShared(t *testing.T) {
	s := set(t)
	var wg sync.WaitGroup
	for i := range 10 {
		wg.Go(func() {
			w := fonts.Want{Role: fonts.Roles()[i%5], Vertical: i%2 == 0, Kern: i%3 == 0}
			if _, err := s.Shape("政府（2022）“AV”，𬱖e\u0301龙——第。", w); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}

// Pinyin with all its tones, some with combining marks only, and foreign names.
func TestLatin(t *testing.T) {
	for _, text := range []string{"āáǎàḿńňǹüǖǘǚǜê̄ếê̌ề", "Müller, Łódź, Đặng Thị, Ğül", "Пётр Ильич", "Αθήνα"} {
		runs, err := set(t).Shape(text, fonts.Want{Role: fonts.FangSong, Latin: true})
		if err != nil {
			t.Error(err)
			continue
		}
		if len(runs) != 1 {
			t.Errorf("%s is set by %d faces", text, len(runs))
		}
	}
}

// Marks stand over or under the middle of their bases, one above the other, whether the face has rules for them (Tinos has few) or
// not: ê̄ and m̀ are letters of 汉语拼音, and have no character of their own.
func TestMarks(t *testing.T) {
	set := set(t)
	for _, bold := range []bool{false, true} {
		for _, text := range []string{"ê\u0304", "m\u0300", "n\u0304", "M\u0307", "x\u0304", "x\u0304\u0304\u0304", "a\u0332", "e\u0323\u0301"} {
			runs, err := set.Shape(text, fonts.Want{Role: fonts.FangSong, Latin: true, Bold: bold})
			if err != nil || len(runs) != 1 {
				t.Errorf("%s: %d runs, %v", text, len(runs), err)
				continue
			}
			marksOverBase(t, text, runs[0])
		}
	}
}

// So do marks of another face than their base's: no Han face has ̣ and ́ .
func TestMarksOfAnotherFace(t *testing.T) {
	for _, text := range []string{"公\u0323", "国\u0301", "一\u0304\u0301", "①\u0301"} {
		runs, err := set(t).Shape(text, fonts.Want{Role: fonts.Song})
		if err != nil || len(runs) != 2 {
			t.Errorf("%s: %d runs, %v", text, len(runs), err)
			continue
		}
		base, em := runs[0], runs[1].Face.UnitsPerEm
		x0, bottom, x1, top, _ := base.Face.Bounds(base.Glyphs[0].ID)
		scale := func(v int32) int32 { return v * em / base.Face.UnitsPerEm }
		middle := scale((x0+x1)/2 - base.Glyphs[0].Advance)
		for _, g := range runs[1].Glyphs {
			left, low, right, high, _ := runs[1].Face.Bounds(g.ID)
			if off := (left+right)/2 + g.DX - middle; g.Advance != 0 || off < -2 || off > 2 {
				t.Errorf("%s: the mark stands %d beside the middle", text, off)
			}
			if low+g.DY < scale(top) && high+g.DY > scale(bottom) {
				t.Errorf("%s: the mark at %d to %d, the base at %d to %d", text, low+g.DY, high+g.DY, scale(bottom), scale(top))
			}
			top = max(top, (high+g.DY)*base.Face.UnitsPerEm/em)
		}
	}
}

func marksOverBase(t *testing.T, text string, run fonts.Run) {
	t.Helper()
	em := run.Face.UnitsPerEm
	x0, bottom, x1, top, _ := run.Face.Bounds(run.Glyphs[0].ID)
	pen := run.Glyphs[0].Advance
	for _, g := range run.Glyphs[1:] {
		left, low, right, high, _ := run.Face.Bounds(g.ID)
		left, right, low, high = left+pen+g.DX, right+pen+g.DX, low+g.DY, high+g.DY
		if off := (left + right - x0 - x1) / 2; off < -em/12 || off > em/12 {
			t.Errorf("%s (%s): the mark stands %d beside the middle", text, run.Face.FullName, off)
		}
		if low < top && high > bottom || low > top+em/4 {
			t.Errorf("%s (%s): the mark at %d to %d, the base at %d to %d", text, run.Face.FullName, low, high, bottom, top)
		}
		top, bottom = max(top, high), min(bottom, low)
		pen += g.Advance
	}
}
