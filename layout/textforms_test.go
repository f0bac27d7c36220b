package layout

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/fonts/bundled"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// Whose marks they are: H for the Han faces, l for the Latin ones.
func TestSides(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"zh-CN", "“1+X”新闻", "HlllHHH"},
		{"zh-CN", "危及“三安全”", "HHHHHHH"},
		{"zh-CN", "用“Word”“Excel”软件", "HHllllHHlllllHHH"},
		{"zh-CN", "用‘it’s’字", "HHllllHH"},
		{"zh-CN", "中he said “yes” to it’s中", "Hlllllllllllllllllllll" + "H"},
		{"zh-CN", "2019—2022年", "llllHllllH"},
		{"zh-CN", "— 12 —", "HllllH"},
		{"zh-CN", "说——好……", "HHHHHH"},
		{"zh-CN", "word—word…", "llllllllll"},
		{"en", "“yes” — “no”…", "lllllllllllll"},
		{"zh-CN", "卡·马 a·b", "HHHllll"},
		{"zh-CN", "3×4 与××× 5", "llllHHHHll"},
		{"zh-CN", "3 × 4，约±5和−3.5与≥7，甲≥乙", "lllllHHllHllllHllHHHH"},
		{"zh-CN", "和/或 km/h", "HlHlllll"},
		{"zh-CN", "25℃ 40°", "llHllll"},
		{"ko", "“예” ", "lHll"},
	} {
		p := &para{tongues: []tongue{tongueOf(c.lang)}}
		p.read([]doc.Span{{Text: c.text}})
		p.resolve()
		got := ""
		for i := range p.chars {
			if p.chars[i].latin {
				got += "l"
			} else {
				got += "H"
			}
		}
		if got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestTongues(t *testing.T) {
	for lang, want := range map[string]tongue{
		"": zhHans, "zh-CN": zhHans, "zh-Hans": zhHans, "zh": zhHans, "zh-Hant-HK": zhHant, "zh-TW": zhHant, "ja": japanese, "ja-JP": japanese,
		"ko-KR": korean, "en": western, "de-AT": western,
	} {
		if got := tongueOf(lang); got != want {
			t.Errorf("%q: %v, want %v", lang, got, want)
		}
	}
}

// The language of the paragraph picks the rules: in Japanese small kana and ー do not start a line, in Korean words stay whole,
// in traditional Chinese ， stands in the middle of its cell and gives up a quarter at each side.
func TestLanguages(t *testing.T) {
	b := newBench(t)
	for _, c := range []struct{ lang, want string }{
		{"ja", "デー|タ|をっ|て、々"}, {"ko", "정보 |공개는 |2024년"}, {"zh-CN", "人|们、|好"}, {"zh-CN", "第3季度|内"},
	} {
		p := &para{tongues: []tongue{tongueOf(c.lang)}}
		p.read([]doc.Span{{Text: strings.ReplaceAll(c.want, "|", "")}})
		p.resolve()
		p.tie()
		var got strings.Builder
		for i, c := range p.chars {
			got.WriteRune(c.r)
			if c.after >= 0 && i+1 < len(p.chars) {
				got.WriteString("|")
			}
		}
		if got.String() != c.want {
			t.Errorf("%s: got %s, want %s", c.lang, got.String(), c.want)
		}
	}
	for _, c := range []struct{ lang, text, want string }{
		{"zh-TW", "一，二）（三", "一@0 ，@125 二@200 ）@300 （@350 三@450"}, // in the middle, though the face has it at the left
		{"zh-TW", "一，“二", "一@0 ，@125 “@150 二@250"},
		{"ja", "一，二、三", "一@0 ，@100 二@200 、@300 三@400"},
		{"ja", "卡・马", "卡@0 ・@100 马@200"}, // 中黒 is a whole em
		{"zh-CN", "卡・马", "卡@0 ・@75 马@150"},
	} {
		b.lang = c.lang
		if got := b.places(b.block(t, c.text, 28), 0); got != c.want {
			t.Errorf("%s: got %s, want %s", c.lang, got, c.want)
		}
	}
	// The ink of ， in the test font goes from 0.08 below the baseline to 0.34 above; its middle belongs at 0.38.
	b.lang = "zh-Hant"
	if g := b.block(t, "一，二", 28).pieces[0].Glyphs[1]; g.DY != 250 {
		t.Errorf("， is raised by %d, want 250", g.DY)
	}
}

// A span in another language is set by the rules of that language.
func TestLanguageOfSpans(t *testing.T) {
	b := newBench(t)
	spans := []doc.Span{{Text: "一，二"}, {Text: "三，四", Lang: "zh-Hant"}, {Text: "“五”", Lang: "ko"}}
	block, err := b.set(textJob{Src: "test", Spans: spans, Style: &b.style, Measure: 28 * testEm})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := b.places(block, 0), "一@0 ，@100 二@200 三@300 ，@425 四@500 “@600 五@700 ”@800"; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// Every fault of a paragraph comes back at once, with its place.
func TestFaultsComeTogether(t *testing.T) {
	b := newBench(t)
	set := func(spans ...doc.Span) error {
		_, err := b.set(textJob{Src: "五", Spans: spans, Style: &b.style, Measure: 28 * testEm})
		return err
	}
	err := set(doc.Span{Text: "公\x00开\u202e"}, doc.Span{Text: "信\ue81e息\xff\ufffe\ufffd\ufeff"})
	var got []string
	for _, e := range err.(interface{ Unwrap() []error }).Unwrap() {
		var c *CharError
		if !errors.As(e, &c) {
			t.Fatalf("%T", e)
		}
		got = append(got, e.Error())
	}
	want := []string{
		"五: layout: character 2: U+0000: control character",
		"五: layout: character 4: U+202E: bidirectional control",
		"五: layout: character 6: U+E81E: private-use character; GB 18030-2022 has 龴 U+9FB4 in its place",
		"五: layout: character 8: U+FFFD: not UTF-8",
		"五: layout: character 9: U+FFFE: noncharacter",
		"五: layout: character 10: U+FFFD: replacement character",
		"五: layout: character 11: U+FEFF: invisible character",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	var missing *fonts.MissingError
	err = set(doc.Span{Text: "公龘开A鱻B龘", Bold: true}, doc.Span{Text: "灥"})
	if !errors.As(err, &missing) || string(missing.Runes) != "龘鱻灥" || missing.At[0] != 3 || missing.At[1] != 10 || missing.At[2] != 17 {
		t.Errorf("%v %+v", err, missing)
	}
}

// The 24 private-use characters of GB 18030-2005 are named with their successors, and so are those of GBK.
func TestSuccessors(t *testing.T) {
	for r, want := range map[rune]rune{
		0xE78D: 0xFE10, 0xE78E: 0xFE12, 0xE78F: 0xFE11, 0xE790: 0xFE13, 0xE791: 0xFE14, 0xE792: 0xFE15, 0xE793: 0xFE16, 0xE794: 0xFE17,
		0xE795: 0xFE18, 0xE796: 0xFE19, 0xE816: 0x20087, 0xE817: 0x20089, 0xE818: 0x200CC, 0xE81E: 0x9FB4, 0xE826: 0x9FB5, 0xE82B: 0x9FB6,
		0xE82C: 0x9FB7, 0xE831: 0x215D7, 0xE832: 0x9FB8, 0xE83B: 0x2298F, 0xE843: 0x9FB9, 0xE854: 0x9FBA, 0xE855: 0x241FE, 0xE864: 0x9FBB,
		0xE863: '䶮', 0xE7C8: 'ǹ', 0xE7F3: '⿻', 0xE000: 0, 0xE865: 0,
	} {
		if got := successor(r); got != want {
			t.Errorf("U+%04X: U+%04X, want U+%04X", r, got, want)
		}
	}
	for r := rune(0xE000); r <= 0xF8FF; r++ {
		if s := successor(r); s != 0 && classOf(s) == classBad {
			t.Errorf("U+%04X: successor U+%04X is refused itself", r, s)
		}
	}
}

// Default-ignorable characters give no glyph and stay in the text.
func TestIgnorables(t *testing.T) {
	b := newBench(t)
	const text = "公\u200b开\u2060信\u200d息soft\u00adhyphen"
	block := b.block(t, text, 28)
	if got := strings.Join(block.strings(), ""); got != text {
		t.Errorf("%q", got)
	}
	for _, q := range block.pieces {
		for _, g := range q.Glyphs {
			if s := q.String[g.Start:g.End]; strings.Trim(s, "\u200b\u2060\u200d\u00ad") == "" {
				t.Errorf("%q has a glyph", s)
			}
		}
	}
}

// A forced line end starts a line and leaves no character; it does not indent again.
func TestForcedLines(t *testing.T) {
	b := newBench(t)
	b.style.Indent = 200
	block := b.block(t, "一二\n\n三四五六七\n", 4)
	if got, want := strings.Join(block.strings(), "|"), "一二||三四五|六七|"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := b.places(block, 0)+b.places(block, 3), "一@200 二@300六@0 七@100"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if n := b.block(t, "", 4).lines(); n != 1 {
		t.Errorf("no text has %d lines, want 1", n)
	}
}

// 一二三四      width 4, in a measure of 10: centred at 3, right at 6
func TestAlignment(t *testing.T) {
	b := newBench(t)
	for align, want := range map[doc.Align]string{
		doc.AlignAuto: "一@0 二@100", doc.AlignJustify: "一@0 二@100", doc.AlignLeft: "一@0 二@100", doc.AlignCenter: "一@400 二@500",
		doc.AlignRight: "一@800 二@900", doc.AlignDecimal: "一@800 二@900",
	} {
		b.style.Align = align
		block := b.block(t, "一二", 10)
		if got := b.places(block, 0); got != want || block.width() != 2*testEm {
			t.Errorf("%v: got %s, want %s", align, got, want)
		}
	}
}

// The list mark hangs before the first line, and pushes it where it is too long.
//
//  1. 一二三        （十二）一二三
func TestLabel(t *testing.T) {
	b := newBench(t)
	b.style.Left, b.style.Indent = 400, -200
	for _, c := range []struct{ label, want string }{
		{"1.", "1@200 .@250 一@400 二@500 三@600"},
		{"十二", "十@200 二@300 一@400 二@500 三@600"}, // just as wide: the text stands in line with the lines below it
		{"（十二）", "（@150 十@250 二@350 ）@450 一@525 二@625 三@725"},
	} {
		block, err := b.set(textJob{Spans: []doc.Span{{Text: "一二三"}}, Style: &b.style, Measure: 12 * testEm, Label: c.label})
		if err != nil {
			t.Fatal(err)
		}
		if got := drawItems(paintAll(block, 1)); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

// drawItems draws texts as places does, in the order of painting.
func drawItems(items []display.Item) string {
	var out []string
	for _, item := range items {
		if q, ok := item.(*display.Text); ok {
			for i, g := range q.Glyphs {
				at := q.At.X + q.Pos[i]
				if q.Dir != display.Across {
					at = q.At.Y + q.Pos[i]
				}
				out = append(out, fmt.Sprintf("%s@%d", q.String[g.Start:g.End], at.MulDiv(100, int64(testEm))))
			}
		}
	}
	return strings.Join(out, " ")
}

// L22: 着重号 stand below the Han characters and are no text; underlines belong to their span.
func TestEmphasis(t *testing.T) {
	b := newBench(t)
	spans := []doc.Span{{Text: "公开"}, {Text: "是常态", Dots: true, Bold: true}, {Text: "，不", Underline: true}}
	block, err := b.set(textJob{Spans: spans, Style: &b.style, Measure: 28 * testEm})
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	dots, rules, bold := 0, 0, ""
	for _, item := range paintAll(block, len(spans)) {
		switch item := item.(type) {
		case *display.Text:
			text.WriteString(item.String)
			if item.FakeBold {
				bold += item.String
			}
		case *display.Path:
			right, middle := item.Segs[0].P[0], 2*testEm+testEm/2+unit.Length(dots)*testEm
			if right.X != middle+testEm/16 || right.Y-testEm/16 < testEm*3/2 || right.Y > 2*testEm || item.Node != nil {
				t.Errorf("dot %d at %v", dots, right)
			}
			dots++
		case *display.Rule:
			rules++
			if item.From.X != 5*testEm || item.To.X != 7*testEm || item.Node == nil {
				t.Errorf("underline %+v", item)
			}
		}
	}
	if dots != 3 || rules != 1 || text.String() != "公开是常态，不" || bold != "是常态" {
		t.Errorf("%d dots, %d rules, text %s, bold %s", dots, rules, text.String(), bold)
	}
}

// Small kana, ー and 々 are emphasised like their neighbours; marks and letters are not.
func TestEmphasisOfKana(t *testing.T) {
	b := newBench(t)
	set, err := bundled.Set()
	if err != nil {
		t.Fatal(err)
	}
	b.faces = set
	block, err := b.set(textJob{Spans: []doc.Span{{Text: "ちょっと、データは人々A", Dots: true, Lang: "ja"}}, Style: &b.style, Measure: 28 * testEm})
	if err != nil {
		t.Fatal(err)
	}
	dots := 0
	for _, item := range paintAll(block, 1) {
		if _, ok := item.(*display.Path); ok {
			dots++
		}
	}
	if dots != 10 {
		t.Errorf("%d dots, want 10", dots)
	}
}

// A note's number is a superior figure; it never starts a line, and what it stands behind gives up its blank.
func TestNoteNumbers(t *testing.T) {
	b := newBench(t)
	b.noteMark = func(key string) string { return "[" + strconv.Itoa(len(key)) + "]" }
	spans := []doc.Span{{Text: "一二三四"}, {Note: "abc"}, {Text: "五。"}, {Note: "abcd"}, {Text: "六"}}
	block, err := b.set(textJob{Spans: spans, Style: &b.style, Measure: 28 * testEm})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := b.places(block, 0), "一@0 二@100 三@200 四@300 [@400 3@430 ]@460 五@490 。@590 [@640 4@670 ]@700 六@730"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	// Higher than half its own size and it stands on another line to those who copy text.
	if q, rise := block.pieces[1], block.pieces[0].At.Y-block.pieces[1].At.Y; q.Size != testEm*3/5 || rise <= q.Size/3 || rise >= q.Size/2 {
		t.Errorf("the number is no superior figure: %v, %v above the text", q.Size, rise)
	}
	block, _ = b.set(textJob{Spans: spans, Style: &b.style, Measure: 5 * testEm})
	if got, want := strings.Join(block.strings(), "|"), "一二三四[3]|五。[4]六"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	spans = []doc.Span{{Text: "一二三四"}, {Note: "abc"}, {Text: "五六七八九"}}
	block, _ = b.set(textJob{Spans: spans, Style: &b.style, Measure: 4 * testEm})
	if got, want := strings.Join(block.strings(), "|"), "一二三|四[3]五六|七八九"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// 竖排: characters go down, marks take their blank at the lower or upper end, 12 stands upright in one cell, 2024 lies.
//
//	三
//	、    half a cell
//	12    one cell
//	月
func TestVertical(t *testing.T) {
	b := newBench(t)
	b.style.Align = doc.AlignCenter
	block, err := b.set(textJob{Spans: []doc.Span{{Text: "三、12月2024年"}}, Style: &b.style, Measure: 1000 * testEm, Vertical: true})
	if err != nil {
		t.Fatal(err)
	}
	if block.lines() != 1 || block.width() != 75*testEm/10 {
		t.Errorf("%d columns, %v high", block.lines(), block.width())
	}
	var got []string
	for _, item := range paintAll(block, 1) {
		q := item.(*display.Text)
		got = append(got, q.String+[]string{" across", " down", " rotated"}[q.Dir])
	}
	if s := strings.Join(got, ", "); s != "三、 down, 12 across, 月 down, 2024 rotated, 年 down" {
		t.Error(s)
	}
	q := block.pieces[0]
	if q.Cross[0] != -testEm/2 || q.At.Y+q.Pos[0] != testEm*88/100 || q.At.Y+q.Pos[1] != testEm*188/100 {
		t.Errorf("origins %v %v", q.Pos, q.Cross)
	}
	block, _ = b.set(textJob{Spans: []doc.Span{{Text: "5日100件"}}, Style: &b.style, Measure: 1000 * testEm, Vertical: true})
	if first, third := block.pieces[0].Dir, block.pieces[2].Dir; first != display.Across || third != display.Rotated {
		t.Errorf("5 %v, 100 %v", first, third)
	}
	// two columns, the first at the right
	block, _ = b.set(textJob{Spans: []doc.Span{{Text: "三本年度"}}, Style: &b.style, Measure: 2 * testEm, Vertical: true})
	items := paintAll(block, 1)
	if x0, x1 := items[0].(*display.Text).At.X, items[1].(*display.Text).At.X; x0 != -testEm || x1 != -3*testEm {
		t.Errorf("columns at %v and %v", x0, x1)
	}
}

// Emphasis in vertical text: dots at the right of the column, the line at its left, links as high as their text.
//
//	      │公          x = -1.5 em … -0.5 em: the column, two ems of leading wide
//	line  │开 ·        one dot beside each Han character of the second span, dots and line a tenth of an em off the column
func TestVerticalEmphasis(t *testing.T) {
	b := newBench(t)
	spans := []doc.Span{{Text: "公"}, {Text: "开，", Dots: true}, {Text: "是", Underline: true}, {Text: "常", Link: "https://www.gov.cn/"}}
	block, err := b.set(textJob{Spans: spans, Style: &b.style, Measure: 100 * testEm, Vertical: true})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	hundredths := func(l unit.Length) int64 { return int64(l.MulDiv(100, int64(testEm))) }
	for _, item := range paintAll(block, len(spans)) {
		switch item := item.(type) {
		case *display.Path:
			right := item.Segs[0].P[0]
			got = append(got, fmt.Sprintf("dot %d %d", hundredths(right.X-testEm/16), hundredths(right.Y)))
		case *display.Rule:
			got = append(got, fmt.Sprintf("line %d %d–%d", hundredths(item.From.X), hundredths(item.From.Y), hundredths(item.To.Y)))
		case *display.Link:
			got = append(got, fmt.Sprintf("link %d %d %d×%d", hundredths(item.Box.X), hundredths(item.Box.Y), hundredths(item.Box.W), hundredths(item.Box.H)))
		}
	}
	if s := strings.Join(got, ", "); s != "dot -40 150, line -160 300–400, link -150 400 100×100" {
		t.Error(s)
	}
}

// The quick way of figures gives what the long way gives.
func TestQuickFigures(t *testing.T) {
	b := newBench(t)
	for _, align := range []doc.Align{doc.AlignLeft, doc.AlignCenter, doc.AlignRight} {
		for _, text := range []string{"0", "1286", "96,171.6", "-3.5%", "+12"} {
			b.style.Align, b.style.Left, b.style.Indent = align, 100, 200
			job := textJob{Spans: []doc.Span{{Text: text}}, Style: &b.style, Measure: 20 * testEm}
			quick, _ := b.set(job)
			long, _ := b.setText(job)
			if quick.quick == nil || long.quick != nil {
				t.Fatal("not two ways")
			}
			if a, b := drawItems(paintAll(quick, 1)), drawItems(paintAll(long, 1)); a != b || quick.width() != long.width() {
				t.Errorf("%s: quick %s, long %s", text, a, b)
			}
			l1, n1, _ := b.extent(job)
			l2, n2, _ := b.extentText(job)
			if l1 != l2 || n1 != n2 {
				t.Errorf("%s: extents %v %v and %v %v", text, l1, n1, l2, n2)
			}
		}
	}
}

// extent's widths are enough, and an EMU less is not.
func TestExtent(t *testing.T) {
	b := newBench(t)
	b.style.Align = doc.AlignLeft
	for _, text := range []string{"行政许可", "（一）予以公开", "96171.6万元", "1. 属于国家秘密", "法人或其他组织", "一\n二三", "a b c"} {
		job := textJob{Spans: []doc.Span{{Text: text}}, Style: &b.style}
		least, natural, err := b.extent(job)
		if err != nil {
			t.Fatal(err)
		}
		feeds := strings.Count(text, "\n") + 1
		job.Measure = natural
		if block, _ := b.set(job); block.lines() != feeds || block.width() != natural {
			t.Errorf("%s: %d lines at the natural width", text, block.lines())
		}
		job.Measure = natural - unit.EMU
		if block, _ := b.set(job); block.lines() == feeds {
			t.Errorf("%s: fits in less than the natural width", text)
		}
		job.Measure = least
		if block, _ := b.set(job); block.width() > least {
			t.Errorf("%s: overfull at the least width", text)
		}
	}
}
