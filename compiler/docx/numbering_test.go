package docx_test

import (
	"fmt"
	"testing"

	"github.com/banxin-go/banxin/layout/doc"
)

// The text of items begins where the layout has it, in hundredths of a character from where the list begins. Word leaves a （ its empty
// half, which stands before that place then.
//
//	  0   100  200  300
//	 （ 1 ）推进综合行政        250 less 50: the mark alone leads to the text
//	（ 一 ）  推进             300, as the layout's
//	（ 十 一 ）推进            marks of two widths: a tab, with 12 behind the widest
//	一、推进                   200
//	十 一 、推进               300 and 12
func TestMarksReachTheText(t *testing.T) {
	for _, c := range []struct {
		kind  doc.ListKind
		start int
		items int
		want  string // left, hanging, suff
	}{
		{doc.Parenthesis, 1, 9, "400 250 nothing"},
		{doc.Parenthesis, 9, 2, "500 312 tab"},
		{doc.Parenthesis, 10, 2, "500 300 nothing"},
		{doc.ChineseParenthesis, 1, 10, "500 300 nothing"},
		{doc.ChineseParenthesis, 10, 2, "600 412 tab"},
		{doc.Chinese, 1, 10, "400 200 nothing"},
		{doc.Chinese, 10, 2, "500 312 tab"},
		{doc.Decimal, 1, 9, "400 200 tab"},
		{doc.Circled, 1, 9, "400 200 tab"},
		{doc.Bullets, 1, 2, "400 200 tab"},
	} {
		list := &doc.List{Kind: c.kind, Start: c.start}
		for range c.items {
			list.Items = append(list.Items, doc.Item{Text: say("推进综合行政执法改革；")})
		}
		level := part(t, build(t, onePage(list), nil), "word/numbering.xml").First("w:abstractNum/w:lvl")
		ind := level.First("w:pPr/w:ind")
		if got := fmt.Sprint(ind.Get("w:leftChars"), " ", ind.Get("w:hangingChars"), " ", level.First("w:suff").Get("w:val")); got != c.want {
			t.Errorf("%s … %s: %s, want %s", list.Mark(0), list.Mark(c.items-1), got, c.want)
		}
	}
}
