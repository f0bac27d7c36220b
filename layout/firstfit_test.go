package layout

import (
	"strings"
	"testing"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// Each line takes what it holds: marks keep their width, numbers part from their units, the last line may be one character. By
// total fit the same texts end elsewhere.
//
//	word:  收到申请12     best:  收到申请
//	       件，办结              12件，办结
func TestFirstFitFillsLineByLine(t *testing.T) {
	word, best := newBench(t), newBench(t)
	word.sheet.Lines = doc.WordLines()
	for _, c := range []struct {
		ems        int
		word, best string
	}{
		{6, "一二三四五|六，七八", "一二三四五|六，七八"},   // L1 holds in both
		{6, "收到申请12|件，办结", "收到申请|12件，办结"}, // a number and its unit
		{4, "一二三，|四五六七|八", "一二三，|四五六|七八"}, // the last line
		{5, "《条例》|（以下简称", "《条例》（以|下简称"},   // two marks side by side
		{4, "一，二|三，四五", "一，二三，|四五"},       // a mark at a line's end
		{3, "一二\n三四五|六", "一二\n三四|五六"},     // forced line ends stay
	} {
		for b, want := range map[*bench]string{word: c.word, best: c.best} {
			got := strings.Join(b.lines(t, strings.ReplaceAll(want, "|", ""), c.ems), "|")
			if got != strings.ReplaceAll(want, "\n", "|") {
				t.Errorf("%d ems wide: %s, want %s", c.ems, got, want)
			}
		}
	}
}

// A word that is longer than the line is torn, in both ways of breaking; what is not longer stays whole.
func TestFirstFitTearsLongWordsOnly(t *testing.T) {
	b := newBench(t)
	b.sheet.Lines = doc.WordLines()
	b.check(t, []setCase{{4, "网址|www.gov|.cn为准"}, {4, "邮箱|a@b.cn"}})
}

// On the grid of 28 characters, 315 twips each, word processors set 三号 (320 twips) 6 twips closer, letters and figures too: 公 is
// 314 twips wide and 1 half of 320 less 6.
func TestFirstFitTracksAllCharacters(t *testing.T) {
	sheet := doc.GB9704()
	sheet.Lines = doc.WordLines()
	style := sheet.Style("Normal")
	style.Indent = 0
	s := newSetter(testFaces(t), sheet, "zh-CN", sheet.Page.TypeArea().W)
	for text, want := range map[string]unit.Length{"公": 314, "公开": 628, "1": 154, "12": 308, "公1": 314 + 70 + 154} { // 22 % of 320 between
		block, err := s.set(textJob{Spans: []doc.Span{{Text: text}}, Style: style, Measure: sheet.Page.TypeArea().W})
		if err != nil {
			t.Fatal(err)
		}
		if got := block.width().Twips(); got != int64(want) {
			t.Errorf("%s is %d twips wide, want %d", text, got, want)
		}
	}
}
