package layout

import (
	"strings"
	"testing"

	"github.com/banxin-go/banxin/layout/doc"
)

// mayEnd draws | wherever a line of the text may end, ¦ where that is dear, and nothing inside what must not be broken or is broken only
// where the line would come apart otherwise.
func mayEnd(lang, text string) string {
	p := &para{tongues: []tongue{tongueOf(lang)}}
	p.level = doc.KinsokuBasic
	p.read([]doc.Span{{Text: text}})
	p.resolve()
	p.tie()
	var out strings.Builder
	for i, c := range p.chars {
		out.WriteRune(c.r)
		switch {
		case c.after < 0, c.after >= wholeBreak, i+1 == len(p.chars):
		case c.after >= rangeBreak:
			out.WriteString("¦")
		default:
			out.WriteString("|")
		}
	}
	return out.String()
}

// A tieCase is a text as mayEnd draws it.
type tieCase struct{ lang, want string }

func checkTies(t *testing.T, cases []tieCase) {
	t.Helper()
	for _, c := range cases {
		if got := mayEnd(c.lang, strings.NewReplacer("|", "", "¦", "").Replace(c.want)); got != c.want {
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
		{"zh-CN", "说|\"it's |'ok'\"|了"}, {"zh-CN", "执|行|＂双|公|示＂|和|＇放|管|服＇，|改"}, {"en", "He |said |\"yes\" |and |'no', |the |agencies' |own"}, {"zh-CN", "屏|幕|32\"电|视|55\"|电|视"},
		{"zh-CN", "参|与|#政|务|公|开#|话|题|和|＃云|州|发|布＃，|用|C#|写|3#|楼"}, // and so do the signs around a topic
		{"zh-CN", "（\"双|公|示\"）|等"}, {"zh-CN", "未|完\" |的|\"双|公|示\"|制"},
	})
}

// L18: a number keeps its unit, however that is put together: of multipliers and a measure word, of units per units, of the
// squared signs of forms, and in traditional and Japanese writing. Behind 余 and 多 it is dear.
//
//	完成投资1.2万      never        面积共120       never
//	亿元                           ㎡
func TestUnits(t *testing.T) {
	checkTies(t, []tieCase{
		{"zh-CN", "共|1.2万亿元|投|资"}, {"zh-CN", "发|电|5000万千瓦时|和|7.8亿千瓦时"}, {"zh-CN", "线|路|110千伏|长|35.6万公里"}, {"zh-CN", "为|15微克/¦立方米|或|30 微克/¦立方米"},
		{"zh-CN", "收|12元/¦件、|100元/¦人·¦月、|35元/¦㎡|不|等"}, {"zh-CN", "面|积|120㎡，|占|地|1.5万㎡、|2 ㎢|多"}, {"zh-CN", "共|15起|案|件、|3批次、|1.5万辆|车、|8笔|款"},
		{"zh-CN", "共|30余¦项、|3万余¦件、|100多¦万人次"}, {"zh-CN", "约|2.5亿立方米、|50毫克、|300万吨标准煤"}, {"zh-CN", "第Ⅲ类、|Ⅱ级|响|应、|Ⅰ—¦Ⅲ类|断|面、|ⅩⅤ卷"},
		{"zh-Hant", "共|1.2萬億元、|3個工作日、|12條、|15輛|車"}, {"ja", "約|1.2億円、|3か月|間|で"}, {"zh-CN", "2022|中|国|年"},
	})
}

// A compound unit that no line holds, or only a line before it that would come apart, is torn behind its sign where the level lets a line
// end there, else inside of its second word.
func TestTornUnits(t *testing.T) {
	b := newBench(t)
	b.style.Align, b.sheet.Lines.Kinsoku = doc.AlignLeft, doc.KinsokuBasic
	b.check(t, []setCase{{5, "浓度为|35微克/|立方米"}, {7, "浓度|35微克/立方米"}})
	b.style.Align, b.sheet.Lines.Kinsoku = doc.AlignJustify, doc.KinsokuGB
	b.check(t, []setCase{{17, "全市细颗粒物年均浓度35微克/立方|米，低于国家标准"}})
}

// A time is one thing, with the colon of either width, and so are No. 15, a date with fullwidth points and 〔2021〕第30号.
//
//	办公时间为上午9：       never
//	30至11：30
func TestNumbersStayWhole(t *testing.T) { // L18
	checkTies(t, []tieCase{
		{"zh-CN", "上|午|10：30—¦11：30|开|会"}, {"zh-CN", "自|8：30|至|17：00，|共|09：30：05"}, {"zh-CN", "比|例|为|1：1.5|和|1∶2"}, {"zh-CN", "共|计：|30件"},
		{"zh-CN", "见|No. 15|和|no. 3，|AI 5"}, {"zh-CN", "自|2024．1．31起"}, {"zh-CN", "甲．|乙"}, {"zh-CN", "规|〔2021〕第30号"}, {"zh-CN", "发|（2021）第30号"}, {"zh-CN", "发|[2021]第30号、|(2022)第5号"},
	})
}

// 第 belongs to the number behind it, in Chinese figures and in brackets, too.
//
//	依据《条例》第二十条第       never
//	（一）项的规定
func TestOrdinalsStayWhole(t *testing.T) { // L18
	checkTies(t, []tieCase{
		{"zh-CN", "条|例》|第二|十|条|第（一）项、|第（3）项|和|第（十二）款，|（一）|项|目|管|理|和|第一|季|度，|次|第|分|明"}, {"zh-CN", "第①类|第〇|号|第Ⅲ类|第几|次，|等|第"}, {"zh-Hant", "第壹|屆|第兩|次"},
		{"zh-CN", "第二|十|条|第(一)项、|第[三]款、|第(3)项"}, // pasted text has narrow brackets
	})
	newBench(t).check(t, []setCase{{9, "依据条例第二十条|第（一）项的规定执行"}})
}

// L4: old files have their dashes in the characters that the code pages of the time gave: the horizontal bar, and line drawing.
func TestDashesOfOldFiles(t *testing.T) {
	checkTies(t, []tieCase{
		{"zh-CN", "公|开|――|信|息|──|公|布|━━|监|督|——|完"}, {"zh-CN", "北|京―|上|海─|广|州━|郑|州"},
	})
}

// ＜＞ stand for brackets where they close each other, one pair in another, too: none ends a line open or begins one closed.
//
//	印发＜关于＜       never
//	方案＞＞的通知
func TestAngleBrackets(t *testing.T) { // L1, L2
	checkTies(t, []tieCase{
		{"zh-CN", "印|发|＜关|于|＜方|案＞|的|通|知＞|等"}, {"zh-CN", "公|开|＜＜方|案＞＞|的"}, {"zh-CN", "甲＜|乙，|丙|＜丁＞"}, {"zh-CN", "甲＞|乙，|丙＜|丁"}, {"zh-CN", "＜＜＞＞"}, {"zh-CN", "<<方|案>>|的"},
	})
}

// @ belongs to the name behind it, a no-break hyphen to both sides, and // to what is before it even where the colon is a Chinese one.
func TestSignsOfNames(t *testing.T) {
	checkTies(t, []tieCase{{"zh-CN", "微|博|@云|州|发|布、|＠云|州，|见|http：//www.gov.cn"}, {"zh-CN", "〃|ガ゛|ス"}, {"zh-CN", "Wi-|Fi|和|Wi\u2011Fi|和|e\u2010|mail"}})
}

// A box to be ticked stands before what it is about, and so does the number in a circle: neither is left behind at a line's end. Boxes in a
// row stand for characters.
//
//	☑主动公开　□       never
//	依申请公开
func TestBoxesStayWithTheirWords(t *testing.T) {
	checkTies(t, []tieCase{
		{"zh-CN", "☑主|动|公|开　|□依|申|请，|■免|予|公|开，|√完|成"}, {"zh-CN", "①主|动|②依|申|请，|⑴登|记|⑵答|复，|㈠总|则，|⒈甲"}, {"zh-CN", "张|□|□|先|生|和|①|②、|二|○|二|四，|□是|□否"},
	})
	b := newBench(t)
	b.style.Align = doc.AlignLeft
	b.check(t, []setCase{{7, "■主动公开　|□依申请公开"}, {6, "①主动公开|②依申请公开"}})
}

// What no line holds is torn where it can be read on: at the hyphen of a telephone number, at the comma of a long number, behind 第.
func TestTornNumbers(t *testing.T) {
	b := newBench(t)
	b.style.Align = doc.AlignLeft
	b.check(t, []setCase{{5, "0517-|83605210"}, {4, "12,345,|678.90"}, {3, "第|（一）|项规定"}})
}
