package layout

import (
	"strings"
	"testing"

	"github.com/banxin-go/banxin/layout/doc"
)

// mayEnd draws | wherever a line of the text may end at an ordinary price: not inside what must not be broken, nor inside what is only
// broken where the line would come apart otherwise.
func mayEnd(lang, text string) string {
	p := &para{tongues: []tongue{tongueOf(lang)}}
	p.level = doc.KinsokuBasic
	p.read([]doc.Span{{Text: text}})
	p.resolve()
	p.tie()
	var out strings.Builder
	for i, c := range p.chars {
		out.WriteRune(c.r)
		if c.after >= 0 && c.after < wholeBreak && i+1 < len(p.chars) {
			out.WriteString("|")
		}
	}
	return out.String()
}

// A tieCase is a text with | wherever a line may end.
type tieCase struct{ lang, want string }

func checkTies(t *testing.T, cases []tieCase) {
	t.Helper()
	for _, c := range cases {
		if got := mayEnd(c.lang, strings.ReplaceAll(c.want, "|", "")); got != c.want {
			t.Errorf("%s: got %s, want %s", c.lang, got, c.want)
		}
	}
}

// Input methods offer the small brackets ﹝﹞ beside 〔〕, and many a 发文字号 has them; the vertical forms come with old files. All of them
// are brackets and marks like those they are forms of.
//
//	国办公开办函﹝       never
//	2021﹞30号
func TestFormsOfMarks(t *testing.T) { // L1, L2
	checkTies(t, []tieCase{
		{"zh-CN", "办|函|﹝2021﹞30号"}, {"zh-CN", "甲|﹙乙﹚|丙|﹛丁﹜|戊"}, {"zh-CN", "甲﹐|乙﹑|丙﹒|丁﹔|戊﹕|己﹖|庚﹗|辛﹪"}, {"zh-CN", "计|﹩5"},
		{"zh-CN", "办|发|（2021）30号"}, {"zh-CN", "电|话|（0517）83605210"}, {"zh-CN", "法|（2021年）|5条"},
		{"zh-CN", "甲|︵乙︶|丙|﹁丁﹂|戊|︗己︘|庚"}, {"zh-CN", "甲︐|乙︑|丙︒|丁︓|戊︔|己︕|庚︖|辛"}, {"zh-CN", "甲|\u2329乙\u232a|丙|‹丁›|戊|⟨己⟩|庚|⌈辛⌉|壬"},
	})
}

// Straight quotes, as pasted text has them, open and close by turns: what opens does not end a line, what closes does not begin one.
//
//	严格执行"       never        严格执行"双公示     never
//	双公示"制度                  "制度
func TestStraightQuotes(t *testing.T) { // L1, L2
	checkTies(t, []tieCase{
		{"zh-CN", "执|行|\"双|公|示\"|制|度|和|\"放|管|服\"，|改|革"}, {"zh-CN", "\"双\"|与|'单|引|号'|各|一"}, {"zh-CN", "说：|\"公|开。\"|又|说|\"好\""},
		{"zh-CN", "说|\"it's |'ok'\"|了"}, {"en", "He |said |\"yes\" |and |'no', |the |agencies' |own"}, {"zh-CN", "屏|幕|32\"电|视|55\"|电|视"},
		{"zh-CN", "（\"双|公|示\"）|等"}, {"zh-CN", "未|完\" |的|\"双|公|示\"|制"},
	})
}
