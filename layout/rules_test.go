package layout

import (
	"fmt"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/fonts/bundled"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A setCase is a text with | where its lines are to end, set so many ems wide in the square font. L numbers are the rules'.
type setCase struct {
	ems  int
	want string
}

func (b *bench) check(t *testing.T, cases []setCase) {
	t.Helper()
	for _, c := range cases {
		got := strings.Join(b.lines(t, strings.ReplaceAll(c.want, "|", ""), c.ems), "|")
		if got != c.want {
			t.Errorf("%d ems wide:\n got %s\nwant %s", c.ems, got, c.want)
		}
	}
}

// GB/T 15834-2011 5.1, CLREQ 3.1.7: what may not start a line takes the character before it along.
//
//	一二三四五六
//	，七八         never
//
//	一二三四五
//	六，七八       right: nothing in the first line can be squeezed
func TestMarksNeverStartALine(t *testing.T) { // L1
	b := newBench(t)
	for _, mark := range "、，。；：？！”’）》〉】〕』」｝—～·/％" {
		b.check(t, []setCase{{6, "一二三四五|六" + string(mark) + "七八"}})
	}
}

// 一二三四五（
// 六）七八九         never
func TestMarksNeverEndALine(t *testing.T) { // L2
	b := newBench(t)
	for _, mark := range "“‘（《〈【〔『「｛￥" {
		b.check(t, []setCase{{6, "一二三四五|" + string(mark) + "六七八九"}})
	}
}

func TestKinsokuLevels(t *testing.T) { // L3
	b := newBench(t)
	for _, c := range []struct {
		level doc.Kinsoku
		want  []string
	}{
		{doc.KinsokuNone, []string{"一二三四五六|，七八九", "一二三四五（|六七八九", "一二三四五/|六七八九", "一二三四五六|——七八", "（一二三四五|？！六七八"}},
		{doc.KinsokuBasic, []string{"一二三四五|六，七八九", "一二三四五|（六七八九", "一二三四五/|六七八九", "一二三四五六|——七八"}},
		{doc.KinsokuGB, []string{"一二三四五|六，七八九", "一二三四五|（六七八九", "一二三四|五/六七八九", "一二三四五六|——七八"}},
		{doc.KinsokuStrict, []string{"一二三四五|六，七八九", "一二三四五|（六七八九", "一二三四|五/六七八九", "一二三四五|六——七八"}},
	} {
		b.sheet.Lines.Kinsoku = c.level
		for _, want := range c.want {
			b.check(t, []setCase{{6, want}})
		}
	}
}

// A sign between two words stays with the one before it, like a connector (GB 3102.11-1993: formulas are parted behind their signs);
// before a number it is the number's.
//
//	政策解读
//	+回应关切     never
func TestInfixSignsNeverStartALine(t *testing.T) {
	b := newBench(t)
	for _, sign := range "+＋×÷=＝&＆｜＞~∶" {
		b.check(t, []setCase{{6, "二三政策解|读" + string(sign) + "回应关切"}, {6, "二三四五解|读 " + string(sign) + " 回应"}})
	}
	b.check(t, []setCase{
		{7, "推行政策解读+|回应关切"}, {6, "一二三四增|幅+AI政务"}, {7, "推行政策解读 + |回应关切"}, {7, "计算方法为|12 × 36天"}, {5, "二三“解|读”+“回应”"},
		{6, "二〇二二年|度 - 二三年"}, {6, "二三气温是 |-3.5℃"}, {7, "计算方法是|12＋36天"}, {6, "同比增长了|＋5%左右"}, {6, "同比增长了|+5%左右"},
	})
	b.check(t, []setCase{ // signs of what follows: brackets, and with a blank before them alone
		{6, "二三四五印发|<方案>的通知"}, {6, "二三四五六七 |*加强管理"}, {5, "请登录网站 |<www.gov|.cn>查询"}, {6, "二三四五甲 < |乙的倍数"},
	})
	b.check(t, []setCase{ // nor do brackets end a line, also full-width ones; a formula is parted behind its sign
		{6, "二三四五印|<方案>通知"}, {6, "三四五印发|＜方案＞通知"}, {6, "二三四五六|＜方案＞的通|知＜公告＞"}, {6, "二三四五甲＜|乙的倍数"}, {6, "二三甲＜乙＜|丙的倍数"},
	})
}

// L4: 破折号 and 省略号 stand on one line, two ems wide, and grow with nothing around them. L5: …… …… is four ems.
func TestDashAndEllipsisStayWhole(t *testing.T) {
	b := newBench(t)
	b.check(t, []setCase{
		{6, "一二三四五|——六七八"}, {6, "一二三四五|……六七八"}, {6, "一二三|…………四五|六七"}, {4, "…………"},
		{6, "2019—|2022年度"}, // one — is the connector
	})
	block := b.block(t, "一——二三|", 6)
	if got := b.places(block, 0); got != "一@0 —@100 —@200 二@300 三@400" {
		t.Error(got)
	}
	// 一二三 wants half an em more, and ， at the end is half as wide: the places between Han characters and around ——
	// take a sixth each, the place inside —— nothing.
	block = b.block(t, "一二——三四，五六", 7)
	if got, want := b.places(block, 0), "一@0 二@110 —@220 —@320 三@430 四@540 ，@650"; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// places draws a line as its characters with the distance of each one's origin from the measure's left end, in 1/100 em.
func (b *bench) places(block *textBlock, line int) string {
	var out []string
	first := int32(0)
	if line > 0 {
		first = block.rows[line-1].end
	}
	for _, q := range block.pieces[first:block.rows[line].end] {
		for i, g := range q.Glyphs {
			out = append(out, fmt.Sprintf("%s@%d", q.String[g.Start:g.End], (q.At.X+q.Pos[i]).MulDiv(100, int64(testEm))))
		}
	}
	return strings.Join(out, " ")
}

// block sets text; everything from | on is left out.
func (b *bench) block(t testing.TB, text string, ems int) *textBlock {
	t.Helper()
	text, _, _ = strings.Cut(text, "|")
	block, err := b.set(textJob{Src: "test", Spans: []doc.Span{{Text: text}}, Style: &b.style, Measure: unit.Length(ems) * testEm})
	if err != nil {
		t.Fatal(err)
	}
	return block
}

// L8, GB/T 15834-2011 5.1.10: a mark at a line's end is half as wide, so that its ink, not its blank, reaches the edge. L21: it
// does not hang outside either. L9: an opening bracket at a line's start loses its empty half too.
//
//	一二三四五，     six cells hold 5 characters and half a mark; what is left goes between the characters
//	「六七八九十一   and six cells hold 「 and five and a half … so 一 goes on
func TestMarksAtLineEnds(t *testing.T) {
	b := newBench(t)
	block := b.block(t, "一二三四五，「六七八九十一二」三", 6)
	if got, want := strings.Join(block.strings(), "|"), "一二三四五，|「六七八九十|一二」三"; got != want {
		t.Fatal(got)
	}
	for line, want := range []string{"一@0 二@110 三@220 四@330 五@440 ，@550", "「@-50 六@60 七@170 八@280 九@390 十@500"} {
		if got := b.places(block, line); got != want {
			t.Errorf("line %d:\n got %s\nwant %s", line+1, got, want)
		}
	}
}

// L11: a run of marks that no line can hold may be torn, as a last resort only.
func TestRunOfMarks(t *testing.T) {
	b := newBench(t)
	b.check(t, []setCase{{4, "一二|三。”）|四五"}, {2, "一二|。”）|三四"}})
}

// L12, L13: the last line has two characters at least; a character with its mark is one. Marks of the lines before are squeezed
// for it, or a character comes down.
//
//	一二，三四五，六七        一二，三四五，六
//	八。               →     七八。
func TestLastLineHasTwoCharacters(t *testing.T) {
	b := newBench(t)
	b.check(t, []setCase{
		{8, "一二三四五六七|八九。"}, {8, "一二三四，五六，|七八九。"}, {10, "一，二，三四，五六七。"},
		{8, "一二三四五六七八|2022"}, {8, "一二三四五六七八|九十"},
	})
	b.style.Align = doc.AlignLeft
	b.check(t, []setCase{{11, "其他法律行政法规禁止|公开"}, {6, "信访举报投诉|类申请"}, {6, "政府信息公|开了"}})
}

// L16: the gap between Han and Latin is a quarter em, goes down to 1/8 and up to 1/3, and vanishes at line starts and ends.
func TestHanLatinGap(t *testing.T) {
	b := newBench(t)
	b.check(t, []setCase{{6, "一二三四五六|AB七八"}, {5, "一二三AB|四五六七"}, {5, "一二三 AB|四五六七"}})
	block := b.block(t, "一二三AB四五六七八", 7) // 3 + 1 + 2 gaps of .25 + 2: grows by .5: each gap by 1/12, the rest elsewhere
	if got, want := b.places(block, 0), "一@0 二@111 三@222 A@355 B@405 四@488 五@600"; got != want {
		t.Errorf(" got %s\nwant %s", got, want)
	}
	b.sheet.Lines.HanLatin = 0
	block = b.block(t, "一2二", 7)
	if got, want := b.places(block, 0), "一@0 2@100 二@150"; got != want {
		t.Errorf(" got %s\nwant %s", got, want)
	}
}

// L17: words and numbers are not broken; L18: nor what belongs to a number. Strings of real reports.
func TestWhatStaysWhole(t *testing.T) {
	b := newBench(t)
	b.style.Align = doc.AlignLeft
	b.check(t, []setCase{
		{6, "一二三四|Word五"}, {6, "政府信息总数|15条。"}, {6, "收入合计|96171.6万元|整数"}, {7, "收入|96171.6万元"}, {7, "收入|96171.6 万元"}, {6, "占比已达到|100%的"},
		{9, "国办公开办函|〔2021〕30号通知"}, {6, "统计期限自|2024年1月|31日"}, {6, "自二〇年|2024 年起"}, {7, "办公电话|0517-83605210|转"},
		{9, "请寄电子邮箱|hazwgkc@163.com。"}, {6, "新增的共计|第3季度内"}, {5, "持续推动|20个月"}, {6, "当前气温是|25℃以上"},
		{5, "收到申请|第 3季度"}, {8, "统计期限自|2024 年 1 月 |31日止"}, {8, "国办公开办函|〔2021〕 30号"}, {7, "收入共计|12 345 678元"}, {7, "热线共收到|12345 件"},
		{6, "全区面积共|1234 km²"}, {8, "用电量达到|12 kW·h"}, {8, "统计办理时长|15 min以内"}, {7, "当前气温是|25 ℃以上"}, {6, "三四五六|3个工作日"}, {6, "增幅回落|2个百分点"},
		{5, "误差在|±0.5内"}, {5, "气温为|−3.5℃"}, {6, "达标率为|≥95%"}, {7, "办公时间是|10：30起"}, {6, "依据的是|GB/T 9704"},
		{8, "危及“三安全一稳|定”等情形"}, {6, "“1+X”新闻发|布会"},
	})
}

// L18: a date is one thing, with typed spaces or without, and so are a span of months and the name of a standard. They give way where
// a line would come apart otherwise, or does not hold them.
//
//	统计期限自2024年      never
//	1月31日起至今日
func TestDatesStayWhole(t *testing.T) {
	b := newBench(t)
	cases := []setCase{
		{12, "本报告统计期限自|2024年1月31日起至今日|为止"}, {12, "本报告统计期限自|2024 年 1 月 31 日起至今日|为止"},
		{12, "本报告所涉的期限为|2024年1—12月共一年"}, {12, "本报告所涉的期限为|2024 年 1—12 月共一年"}, {11, "请于本年一季度末的|1月31日前印发"},
		{11, "请于本年一季度末的|12 月 31 日前印发"}, {14, "本次会议已经定于下个月的|3月10—15日召开"}, {11, "请于本季度末的2024年|1280件中选取"},
		{12, "本报告依据标准|GB/T 9704—2012编制完成"}, {12, "本报告依据的标准为|DB32/T 4077编制"},
	}
	b.style.Align = doc.AlignLeft
	b.check(t, append(cases, setCase{5, "2024年|1月31日|起施行"}, setCase{6, "自2024年|1月31日起|施行"}))
	b.style.Align = doc.AlignJustify
	b.check(t, []setCase{{9, "一二三2024年1月|31日四五六七"}, {6, "2024年1月|31日起施行"}})
}

// The gaps between Han and figures grow to a third of an em and no further, so that a line with many of them takes up less than their
// number makes one think: this one would come apart and be left five characters short, and the date gives way.
//
//	告所列数据的统计期限自2024年1月1日起至         never
//	2024年12月31日止。如对本报告有疑问
func TestLinesWithManyGapsAreFull(t *testing.T) { // L19, L20
	newBench(t).check(t, []setCase{{25, "告所列数据的统计期限自2024年1月1日起至2024年|12月31日止。如对本报告有疑问"}})
}

// Where no line end leaves full lines, the ones that leave least empty are found, not the fullest line behind the emptiest.
//
//	本网站由市政府办公室主                         never
//	办，沪公网安备31010102002345号，统一社会信用代
func TestLinesBeforeLongFiguresAreAsFullAsTheyCanBe(t *testing.T) {
	b := newBench(t)
	b.style.Indent = 200
	const text = "本网站由市政府办公室主办，沪公网安备|31010102002345号，统一社会信用代码|11310000002420220J，网站标识码3101010001，电话|021-23111111。"
	b.check(t, []setCase{{24, text}, {26, text}})
}

// A web address breaks behind its slashes and before its points rather than pull the line before it apart (Chicago Manual of Style,
// 17th edition, 7.46): a point at a line's end reads as a full stop. A hyphen would read as a word's, and no line ends at one.
func TestAddresses(t *testing.T) {
	b := newBench(t)
	b.check(t, []setCase{
		{11, "详见门户网站https://|www.gov.cn/zhengce/|index.htm公开"},
		{8, "见www.gov.cn|为准"},
		{13, "人民政府门户网站（https://|www.yunzhou.example/zwgk）"}, // 13 em would hold www. too
		{13, "在门户网站www|.beijinggongkaiwangzhan.cn"},         // a point where there is nothing else
		{12, "请见门户网站（https://|www.yunzhou-gongkai.cn/）"},    // no hyphen
		{14, "请发送至电子邮箱|xxgk-a@yunzhou.cn。"},                 // nor that of a mail address
		{5, "abcdefghij|kl一二"},                              // a word longer than a line, as a last resort
	})
	b.style.Align = doc.AlignLeft
	b.check(t, []setCase{{6, "至邮箱|xxgk-ab|@yunzhou|.example"}})
}

// adjusted takes text as one line, makes it by/100 em wider or narrower, and draws it with what each gap got.
func (b *bench) adjusted(t *testing.T, text string, by int64) string {
	t.Helper()
	job := textJob{Src: "test", Spans: []doc.Span{{Text: text}}, Style: &b.style, Measure: 100 * testEm}
	if _, err := b.prepare(&job); err != nil {
		t.Fatal(err)
	}
	p := &b.para
	diff := int64(testEm) * by / 100
	if !p.justify(0, len(p.items), diff) {
		return "ragged"
	}
	var out strings.Builder
	sum := int64(0)
	for i, a := range p.atoms {
		out.WriteString(p.runs[a.run].Text[a.start:a.end])
		if d := int64(p.delta[i]); d != 0 {
			fmt.Fprintf(&out, "%+d", d*100/int64(testEm))
			sum += d
		}
	}
	if sum != diff {
		t.Errorf("%s: %d EMU wanted, %d given", text, diff, sum)
	}
	return out.String()
}

// L19: word spaces give way first, then brackets, then commas, then gaps between Han and Latin, then stops.
func TestCompressOrder(t *testing.T) {
	b := newBench(t)
	const text = "A B（一）二，三C。四"
	for _, c := range []struct {
		by   int64
		want string
	}{
		{-20, "A -20B（一）二，三C。四"},
		{-75, "A -25B-25（一）-25二，三C。四"},
		{-155, "A -25B-50（一）-50二，-30三C。四"},
		{-180, "A -25B-50（一）-50二，-50三-5C。四"},
		{-210, "A -25B-50（一）-50二，-50三-12C。-22四"},
		{-220, "ragged"},
	} {
		if got := b.adjusted(t, text, c.by); got != c.want {
			t.Errorf("%d: got %s, want %s", c.by, got, c.want)
		}
	}
	b.lang = "zh-TW" // there · is a whole em, and gives way before brackets
	if got, want := b.adjusted(t, "卡·国（一）", -60), "卡-25·-25国-10（一）"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := b.adjusted(t, "A B卡·国", -40), "A -25B卡-7·-7国"; got != want { // but behind word spaces
		t.Errorf("got %s, want %s", got, want)
	}
}

// A line whose marks have given half of their blanks already looks tight, and a looser way to break the paragraph is the better one: the
// quotes of the first would stand at 绕 and 改, and the commas of the second at what follows.
//
//	大建设项目、社会公益事业等信息57620条。三是围绕“放管服”     never
func TestTightLinesAreAvoided(t *testing.T) {
	b := newBench(t)
	b.style.Indent = 200
	b.check(t, []setCase{
		{28, "一是加强规章和行政规范性文件公开。全年制发政府规章|2件、行政规范性文件50件，均在印发之日起20个工作日内公|开并附解读。二是做好重点领域信息公开，公开财政预决算、重|" +
			"大建设项目、社会公益事业等信息57620条。三是围绕“放管|服”改革、优化营商环境、稳就业保就业等发布政策解读材料|208篇，组织新闻发布会41场。"},
		{28, "初步核算，全年地区生产总值1261.58亿元，比上年增长|5.6%。其中，第一产业增加值87.30亿元，增长3.9%；第二产业|增加值498.05亿元，增长4.8%；第三产业增加值676.23亿元，|" +
			"增长6.3%。三次产业增加值占地区生产总值的比重为6.9%、|39.5%、53.6%。"},
		{28, "对申请内容不明确的，当面或者电话沟通后一次性告知补正。"}, // another line for a word would look worse
	})
}

// L20: word spaces grow to half an em, then gaps between Han and Latin to a third, then all places alike, but not inside words
// and ——, nor at connectors and solidi.
func TestExpandOrder(t *testing.T) {
	b := newBench(t)
	for _, c := range []struct {
		text string
		by   int64
		want string
	}{
		{"一二A 三四", 8, "一二+4A +4三四"}, // a typed space between Han and Latin is their gap
		{"一二A三四，五", 76, "一+14二+8A+8三+14四+14，+14五"},
		{"一——二～三/四五", 30, "一+10——+10二～三/四+10五"},
		{"一……二…三", 30, "一+7……+7二+7…+7三"},
		{"AB CD", 30, "AB +30CD"},
		{"12 345 ℃三四", 5, "12 345 ℃+2三+2四"}, // spaces in numbers part no words
		{"一二三四", 75, "一+25二+25三+25四"},
		{"一二三四", 76, "ragged"},
	} {
		if got := b.adjusted(t, c.text, c.by); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

// A mark that its base's face lacks is a run of its own, and stays on its base: nothing opens between them, whatever cell the base has.
func TestMarksOfAnotherFaceStayOnTheirBases(t *testing.T) {
	b := newBench(t)
	set, err := bundled.Set()
	if err != nil {
		t.Fatal(err)
	}
	b.faces = set
	const text = "一国\u0301二"
	if got, want := b.adjusted(t, text, 20), "一+10国\u0301+10二"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	b.style.OnGrid, b.pitch = true, testEm*98/100
	block := b.block(t, text, 28)
	if len(block.pieces) != 3 {
		t.Fatalf("%d pieces", len(block.pieces))
	}
	if got, want := b.places(block, 0), "一@0 国@98 \u0301@198 二@196"; got != want { // the pen behind 国, which is an em wide
		t.Errorf("got %s, want %s", got, want)
	}
	b.style.OnGrid = false
	b.check(t, []setCase{{4, "一二三|四国\u0301"}})
}

// A hyphen's line end costs less than a line a twelfth of an em looser.
func TestLinesEndAtHyphens(t *testing.T) {
	newBench(t).check(t, []setCase{{28, "云州市持续推进政务服务一体化平台建设探索建立适应性E-|government服务体系"}})
}

// No line ends at a hyphen that is to keep it from ending (U+2011; UAX 14, class GL), in words, numbers and Han text.
func TestNoBreakHyphens(t *testing.T) {
	b := newBench(t)
	b.check(t, []setCase{
		{6, "二三四五|e\u2011GP系统"}, {6, "二三四五六|A\u2011甲类"}, {6, "二三四五六|甲\u2011乙类"}, {6, "二三四五 |\u2011乙类户"},
		{6, "二三四五|5\u2011甲乙丙"},
	})
}

// L20: word spaces grow first. That of the square font is half an em already, that of Tinos a quarter.
func TestWordSpacesGrowFirst(t *testing.T) {
	b := newBench(t)
	set, err := bundled.Set()
	if err != nil {
		t.Fatal(err)
	}
	b.faces = set
	for by, want := range map[int64]string{10: "AB +10CD三四", 30: "AB +25CD+5三四", 44: "AB +25CD+8三+10四"} {
		if got := b.adjusted(t, "AB CD三四", by); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// The space in the name of a standard parts no words: of half an em it would look like two.
func TestSpaceInNamesOfStandards(t *testing.T) {
	b := newBench(t)
	set, err := bundled.Set()
	if err != nil {
		t.Fatal(err)
	}
	b.faces = set
	for text, want := range map[string]string{
		"GB 18030三四": "GB 18030+8三+21四", "DB32/T 4077三四": "DB32/T 4077+8三+21四", "No. 15三四": "No. +2515+5三四",
	} {
		if got := b.adjusted(t, text, 30); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// L23: a line of the body holds 28 characters, on the grid of the type area; the indent is two of them.
//
//	156 mm / 28 = 200,571 EMU, 15.79 pt, in which 3 号 characters of 16 pt stand
func TestGrid(t *testing.T) {
	b := newBench(t)
	area := 156 * unit.MM
	b.pitch = area / 28
	b.style.Size, b.style.Leading, b.style.OnGrid, b.style.Indent = unit.Hao3, 29*unit.Pt, true, 200
	block, err := b.set(textJob{Spans: []doc.Span{{Text: strings.Repeat("公", 26+28+28+5)}}, Style: &b.style, Measure: area})
	if err != nil {
		t.Fatal(err)
	}
	for line, want := range []int{26, 28, 28, 5} {
		q := block.pieces[line]
		if len(q.Glyphs) != want {
			t.Fatalf("line %d has %d characters, want %d", line+1, len(q.Glyphs), want)
		}
		start := unit.Length(28-want) * b.pitch
		if line == 3 {
			start = 0
		}
		for i, x := range q.Pos {
			if got, want := q.At.X+x, start+unit.Length(i)*b.pitch; got != want {
				t.Fatalf("line %d, character %d at %d, want %d", line+1, i, got, want)
			}
		}
	}
}

// A typed ideographic space is a cell of the grid, and no wider: 负责人　王某.
func TestWideSpaceIsACell(t *testing.T) {
	b := newBench(t)
	b.style.OnGrid, b.pitch = true, testEm*98/100
	if got, want := b.places(b.block(t, "公　开", 28), 0), "公@0 　@98 开@196"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// The grid's pitch is an odd number of EMU, so that half of it is rounded. Marks that give half an em each are two halves and no more
// than the whole: a line of 28 holds them and 27 characters, or 26.
//
//	公…公？！信息   26 characters, one em of ？！, and 息
//	公…公》（公》（信   》（ are an em and a half
func TestHalfMarksOnTheGrid(t *testing.T) {
	b := newBench(t)
	area := 156 * unit.MM
	b.pitch = area / 28
	if b.pitch%2 == 0 {
		t.Fatal("even")
	}
	b.style.Size, b.style.Leading, b.style.OnGrid = unit.Hao3, 29*unit.Pt, true
	gong := func(n int) string { return strings.Repeat("公", n) }
	for _, want := range []string{
		gong(26) + "？！信|息公开", gong(24) + "》（公》|（信息", gong(23) + "》（公》（信|息公开", gong(22) + "，”公，”公公|信息", gong(27) + "？！|信息",
	} {
		block, err := b.set(textJob{Spans: []doc.Span{{Text: strings.ReplaceAll(want, "|", "")}}, Style: &b.style, Measure: area})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(block.strings(), "|"); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// Without Squeeze every mark keeps its em, at line ends too, and lines are filled by what comes down.
func TestWithoutSqueeze(t *testing.T) {
	b := newBench(t)
	b.sheet.Lines.Squeeze = false
	block := b.block(t, "《一》（二）三四，五六七八", 9)
	if got, want := strings.Join(block.strings(), "|"), "《一》（二）三四，|五六七八"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := b.places(block, 0), "《@0 一@100 》@200 （@300 二@400 ）@500 三@600 四@700 ，@800"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A justified line ends at the measure to the EMU: the last box's right edge, or the half mark's.
func TestJustifiedLinesReachTheMeasure(t *testing.T) {
	b := newBench(t)
	for _, text := range seedParagraphs(t) {
		for _, ems := range []int{12, 17, 28, 33} {
			block := b.block(t, text, ems)
			for i, r := range block.rows[:len(block.rows)-1] {
				last := block.pieces[r.end-1]
				end, want := last.begin+last.width, unit.Length(ems)*testEm
				if r.width == want && end != want {
					t.Errorf("line %d of %d ems ends at %d, want %d: %s", i+1, ems, end, want, block.strings()[i])
				}
				if ems == 28 && r.width != want {
					t.Errorf("line %d of %d ems is %d wide: %s", i+1, ems, r.width, block.strings()[i])
				}
			}
		}
	}
}

// Positions are origins: a mark whose left half is cut off starts half an em before its place.
func TestWidths(t *testing.T) {
	b := newBench(t)
	for text, want := range map[string]string{
		"一，二":   "一@0 ，@100 二@200",             // L7: a mark is one em
		"一（二）三": "一@0 （@100 二@200 ）@300 三@400", //
		"卡·马":   "卡@0 ·@75 马@150",              // · is half an em: the glyph, an em wide, is centred in it
		"和/或":   "和@0 /@100 或@150",             // so is /
		"一—二～三": "一@0 —@100 二@200 ～@300 三@400", // connectors are one em
		"一？！二":  "一@0 ？@100 ！@150 二@200",       // L6
		"一！！！二": "一@0 ！@100 ！@150 ！@200 二@300", // three are two ems
		"一）（二":  "一@0 ）@100 （@150 二@250",       // L10: close + open, 2 em become 1.5
		"一。”二":  "一@0 。@100 ”@150 二@250",       // close + close
		"一《“二":  "一@0 《@100 “@150 二@250",       // open + open
		"一”，二":  "一@0 ”@100 ，@150 二@250",       //
		"《一》":   "《@-50 一@50 》@150",            // L9: at a line's start the left half goes
		"一2二":   "一@0 2@125 二@200",             // L16: a quarter em at both sides
		"一 2 二": "一@0  @100 2@125  @175 二@200", // a typed space is that quarter
		"一，2":   "一@0 ，@100 2@200",             // none beside a comma …
		"一（2）":  "一@0 （@100 2@200 ）@250",       // … nor inside brackets
		"一AB二":  "一@0 A@125 B@175 二@250",       //
		"100％":  "1@0 0@50 0@100 ％@150",        //
		"约±5二":  "约@0 ±@125 5@175 二@250",       // a sign is its number's
	} {
		if got := b.places(b.block(t, text, 28), 0); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

// L19: marks of one class give way together, and to the eye alike. In Noto Serif SC half an em of 《 is all ink and half an em of
// （ is blank for a third, so 《 keeps more of its blank.
//
//	和《条》与（国）的    two ems of blanks give 1.2 em:
//	和 《条》 与（国）的   what is left between the inks is the same at all four places
func TestMarksGiveAlike(t *testing.T) {
	b := newBench(t)
	if got, want := b.adjusted(t, "一（二）三（四）五", -100), "一-25（二）-25三-25（四）-25五"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	set, err := bundled.Set()
	if err != nil {
		t.Fatal(err)
	}
	b.faces = set
	for _, by := range []int64{-60, -120, -150} {
		b.adjusted(t, "和《条》与（国）的", by)
		p := &b.para
		p.gather(0, len(p.items)-1, gapBracket)
		seen := map[int64]bool{}
		for _, gap := range p.blanks {
			if left := gap.seen + int64(p.delta[gap.gap]); p.delta[gap.gap] != 0 && int64(p.delta[gap.gap]) != -gap.room {
				seen[left/10] = true // up to the EMU that is left over
			}
		}
		if len(p.blanks) != 4 || len(seen) > 1 {
			t.Errorf("%d: %d blanks, of these widths: %v", by, len(p.blanks), seen)
		}
	}
}
