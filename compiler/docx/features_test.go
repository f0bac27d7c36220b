package docx_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/docx"
	"github.com/banxin-go/banxin/compiler/docx/docxtest"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// bars is a picture of 300 × 120 pixels: three grey bars.
func bars(t *testing.T, encode func(*bytes.Buffer, image.Image) error) []byte {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, 300, 120))
	for i := range m.Pix {
		x, y := i%300, i/300
		m.Pix[i] = 255
		if bar := x / 100; x%100 > 20 && x%100 < 80 && y > 100-30*(bar+1) {
			m.Set(x, y, color.Gray{uint8(60 * bar)})
		}
	}
	var b bytes.Buffer
	if err := encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asPNG(b *bytes.Buffer, m image.Image) error { return png.Encode(b, m) }

func asJPEG(b *bytes.Buffer, m image.Image) error { return jpeg.Encode(b, m, nil) }

// everything is a report with each kind of block.
func everything(t *testing.T) *doc.Document {
	h := func(level int, text, key string) doc.Block {
		return &doc.Heading{Src: "h", Level: level, Text: say(text), Key: key}
	}
	budget := &doc.Table{
		Src: "t", Caption: say("表1　一般公共预算支出决算表"), Unit: say("单位：万元"), Key: "budget", HeadRows: 1, StubCols: 1, Summary: "按功能分类的支出决算",
		Columns: columns(3, 2, 2, 2), Rules: &doc.Rules{Outer: 3 * unit.Pt / 2, Head: 3 * unit.Pt / 4, Open: true},
		Rows:  rows("项目|年初预算数|决算数|完成率", "教育支出|96171.6|96008.25|99.8%", "卫生健康支出|1205|1199.4|99.5%", "合计|97376.6|97207.65|99.8%"),
		Notes: [][]doc.Span{say("注：1.本表反映部门本年度一般公共预算财政拨款支出情况。"), say("　　2.数据因四舍五入，合计数可能有尾差。")},
	}
	for i := range budget.Columns[1:] {
		budget.Columns[i+1].Align = doc.AlignDecimal
	}
	list := &doc.List{Src: "l", Kind: doc.Parenthesis, Items: []doc.Item{
		{Text: say("全面梳理应当公开的政府信息，及时更新政府信息公开指南和目录，做到应公开尽公开、公开信息及时准确；")},
		{Text: say("规范依申请公开办理："), Sub: &doc.List{Kind: doc.Circled, Items: []doc.Item{{Text: say("登记、审核；")}, {Text: say("办理、答复、归档。")}}}},
	}}
	return &doc.Document{
		Meta: doc.Meta{Title: "2022年统计公报", Author: "云州市统计局", Keywords: []string{"统计", "公报"}}, Sheet: doc.GB9704(),
		Sections: []doc.Section{
			{Blocks: []doc.Block{
				&doc.Heading{Src: "h", Text: say("云州市2022年国民经济和社会发展\n统计公报")},
				&doc.Contents{Src: "c", Title: say("目　录"), Depth: 3}, &doc.Break{},
				h(1, "一、综合", "overview"),
				&doc.Paragraph{Src: "p", Key: "first", Text: []doc.Span{
					{Text: "全年地区生产总值", Note: "gdp"}, {Text: "1205.3亿元，"}, {Text: "同比增长5.1%", Bold: true}, {Text: "；"}, {Text: "应当公开", Dots: true},
					{Text: "的信息见"}, {Text: "门户网站", Link: "http://www.yunzhou.gov.cn/统计?年=2022&月=1", Underline: true}, {Text: "，另见"}, {Text: "表1", Link: "#budget"},
					{Text: "。People’s “1+X”——新闻发布会……", Note: "news"},
				}},
				h(2, "（一）主要指标", ""), list,
				&doc.List{Src: "l", Kind: doc.Chinese, Start: 9, Items: []doc.Item{{Text: say("加强组织领导")}, {Text: say("完善制度机制")}, {Text: say("强化监督检查")}}},
				&doc.List{Src: "l", Kind: doc.Bullets, Items: []doc.Item{{Text: say("咨询电话：0517-83605210")}, {Text: []doc.Span{{Text: "邮箱：hazwgkc@163.com", Link: "mailto:hazwgkc@163.com"}}}}},
				h(3, "1.财政", ""), budget, disclosureTable(),
				&doc.Figure{Src: "f", Data: bars(t, asPNG), Width: 80 * unit.MM, Alt: "柱形图：三年公开信息条数逐年上升", Caption: say("图1　近三年公开信息条数"), Key: "fig"},
				&doc.Figure{Src: "f", Data: bars(t, asJPEG), Decorative: true},
				&doc.Notes{Src: "n", Title: say("注释"), Items: []doc.Note{{Key: "gdp", Text: say("地区生产总值、各产业增加值绝对数按现价计算，增长速度按不变价格计算。")}, {Key: "news", Text: say("“1+X”新闻发布会，指一场主发布会和若干场专题发布会。")}}},
			}},
			{Page: wide(), Blocks: []doc.Block{h(1, "二、附表", ""), applicationTable()}},
			{Blocks: []doc.Block{h(1, "三、其他", ""), para("无。"), &doc.Signature{Src: "s", Names: []string{"云州市统计局", "国家统计局云州调查队"}, Date: "2023年3月20日",
				NameIndent: []unit.Length{64 * unit.Pt, 32 * unit.Pt}, DateIndent: 48 * unit.Pt}}},
		},
	}
}

// wide is an A4 page turned, whose page number runs in the middle with the number of pages.
func wide() *doc.Page {
	p := doc.GB9704().Page
	p.Size.W, p.Size.H = p.Size.H, p.Size.W
	p.Top, p.Left, p.Right, p.Bottom = 28*unit.MM, 37*unit.MM, 35*unit.MM, 26*unit.MM
	p.Head = []doc.Line{{Style: "Header", Text: "{title}", Align: doc.AlignLeft, Offset: 5 * unit.MM}, {Style: "Header", Text: "内部资料", Align: doc.AlignRight, Offset: 5 * unit.MM}}
	p.Foot = []doc.Line{{Style: "Footer", Text: "第{page}页　共{pages}页", Align: doc.AlignCenter, Offset: 7 * unit.MM}}
	return &p
}

func TestEverything(t *testing.T) {
	file := build(t, everything(t), &docx.Options{
		Pages:      docx.PageNumbers{Count: 5, Headings: []int{2, 2, 2, 4, 5}},
		Properties: []docx.Property{{Name: "banxin.report", Value: "统计公报"}},
	})
	text, err := docxtest.Paragraphs(file)
	if err != nil {
		t.Fatal(err)
	}
	// The contents list is filled in: heading, tab, page.
	want := []string{"目　录", "一、综合\t2", "（一）主要指标\t2", "1.财政\t2", "二、附表\t4", "三、其他\t5"}
	if got := text[1:7]; !slices.Equal(got, want) {
		t.Errorf("contents %q", got)
	}
	if want := "全年地区生产总值[1]1205.3亿元，同比增长5.1%；应当公开的信息见门户网站，另见表1。People’s “1+X”——新闻发布会……[2]"; !slices.Contains(text, want) {
		t.Errorf("no %s", want)
	}
}

// A field stands with its result between separate and end.
func TestRunningFields(t *testing.T) {
	d := everything(t)
	d.Meta.Title = "2022年\n统计公报"
	file := build(t, d, &docx.Options{Pages: docx.PageNumbers{Count: 5}})
	if title := part(t, file, "docProps/core.xml").First("dc:title").Kids[0].Text; title != "2022年 统计公报" {
		t.Errorf("the property, which TITLE shows when it is renewed, is %q", title)
	}
	text, err := docxtest.Text(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"[fldChar fldCharType=separate] 「1」 [fldChar fldCharType=end] [rFonts hint=eastAsia] 「 —」",
		"[instrText 「 NUMPAGES 」] [fldChar fldCharType=separate] 「5」",
		"[instrText 「 TITLE 」] [fldChar fldCharType=separate] 「2022年 统计公报」",
	} {
		if !strings.Contains(string(text), want) {
			t.Errorf("no %s", want)
		}
	}
	odd, even := placedPart(t, file, "word/footer2.xml"), placedPart(t, file, "word/footer2even.xml")
	if jc := odd.First("w:p/w:pPr/w:jc").Get("w:val"); jc != "right" || odd.First("w:p/w:pPr/w:ind").Get("w:rightChars") != "100" {
		t.Errorf("odd pages: %s", jc)
	}
	if jc := even.First("w:p/w:pPr/w:jc").Get("w:val"); jc != "left" || even.First("w:p/w:pPr/w:ind").Get("w:leftChars") != "100" {
		t.Errorf("even pages: %s", jc)
	}
}

// The marks of a long text are told apart in a moment, also where nothing but far characters could say whose they are: work that grew
// with the square of the length took a minute for each megabyte.
func TestHintsOfLongTexts(t *testing.T) {
	for _, unit := range []string{"“a”" + strings.Repeat(" ", 20), "“", "”", "“”", "a—", "……", "·1", "“a” b "} {
		p := onePage(&doc.Paragraph{Src: "p", Text: []doc.Span{{Text: strings.Repeat(unit, 1<<20/len(unit))}}})
		if err := docx.Write(io.Discard, p, nil); err != nil {
			t.Fatal(err)
		}
	}
}

// Marks that both scripts have take the Chinese face in Chinese text; those of Latin text, and raised and lowered figures, stay Latin.
func TestHints(t *testing.T) {
	p := onePage(&doc.Paragraph{Src: "p", Text: []doc.Span{{Text: "“放管服”改革"}, {Text: "优化营商环境"}, {Text: "People’s“1+X”"}, {Text: "发布会"}, {Text: "“OK”", Lang: "en"}, {Text: "“绿地”12 km²、CO₂……"}}})
	var got []string
	for _, r := range placed(t, build(t, p, nil)).All("w:r") {
		hint := "-"
		if f := r.First("w:rPr/w:rFonts"); f != nil {
			hint = f.Get("w:hint")
		}
		got = append(got, hint+" "+r.First("w:t").Kids[0].Text)
	}
	want := []string{"eastAsia “放管服”改革", "- 优化营商环境", "- People’s", "eastAsia “1+X”", "- 发布会", "- “OK”", "eastAsia “绿地”12 km", "- ²、CO₂", "eastAsia ……"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// Hyphens that are seen at line ends only, and that end no line, are Word's own elements.
func TestHyphens(t *testing.T) {
	file := build(t, onePage(para("re\u00ADport A\u20114")), nil)
	run := part(t, file, "word/document.xml").All("w:r")[0]
	var got []string
	for _, k := range run.Kids {
		if name := k.Name; name != "w:rPr" {
			got = append(got, name)
		}
	}
	if want := []string{"w:t", "w:softHyphen", "w:t", "w:noBreakHyphen", "w:t"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if text, err := docxtest.Paragraphs(file); err != nil || text[0] != "re\u00ADport A\u20114" {
		t.Errorf("%q, %v", text, err)
	}
}

// A word in another language says so where Word looks for it: Han, kana and Hangul have their language apart from letters.
func TestLanguageOfAWord(t *testing.T) {
	p := &doc.Paragraph{}
	for _, word := range [][2]string{{"en", "act"}, {"zh-TW", "條例"}, {"ja", "情報"}, {"ko-KR", "정보"}, {"fr", "loi"}} {
		p.Text = append(p.Text, doc.Span{Text: "“" + word[1] + "”", Lang: word[0]})
	}
	var got []string
	for _, r := range part(t, build(t, onePage(p), nil), "word/document.xml").All("w:rPr") {
		lang, hint := r.First("w:lang").Attr[0], "-"
		if f := r.First("w:rFonts"); f != nil {
			hint = f.Get("w:hint")
		}
		got = append(got, lang.Name+" "+lang.Value+" "+hint)
	}
	if want := []string{"w:val en -", "w:eastAsia zh-TW eastAsia", "w:eastAsia ja eastAsia", "w:eastAsia ko-KR -", "w:val fr -"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Lists count by themselves; the 21st circled number, which Word cannot draw, goes on as (21).
func TestLists(t *testing.T) {
	long := &doc.List{Src: "l", Kind: doc.Circled}
	for range 22 {
		long.Items = append(long.Items, doc.Item{Text: say("项")})
	}
	file := build(t, onePage(long, &doc.List{Src: "l", Kind: doc.Decimal, Start: 5, Items: []doc.Item{{Text: say("五")}}}), nil)
	numbering := part(t, file, "word/numbering.xml")
	var starts, formats []string
	for _, n := range numbering.All("w:num") {
		starts = append(starts, n.First("w:lvlOverride/w:startOverride").Get("w:val"))
	}
	for _, n := range numbering.All("w:abstractNum") {
		formats = append(formats, n.First("w:lvl/w:numFmt").Get("w:val")+" "+n.First("w:lvl/w:lvlText").Get("w:val"))
	}
	if !slices.Equal(starts, []string{"1", "21", "5"}) || !slices.Equal(formats, []string{"decimalEnclosedCircle %1", "decimal (%1)", "decimal %1."}) {
		t.Errorf("%q, %q", starts, formats)
	}
}

func TestFigure(t *testing.T) {
	data := bars(t, asPNG)
	f := &doc.Figure{Src: "f", Data: data, Alt: "柱形图"}
	file := build(t, onePage(f, f), nil)
	body := placed(t, file)
	// 300 × 120 pixels at 150 to the inch are 2 × 0.8 inches.
	if e := body.All("wp:extent")[0]; e.Get("cx") != "1828800" || e.Get("cy") != "731520" {
		t.Errorf("extent %v", e.Attr)
	}
	if d := body.All("wp:docPr"); len(d) != 2 || d[0].Get("descr") != "柱形图" || d[0].Get("id") == d[1].Get("id") {
		t.Errorf("%d drawings", len(d))
	}
	parts, _ := docxtest.Open(file)
	pictures := 0
	for _, p := range parts {
		if strings.HasPrefix(p.Name, "word/media/") {
			pictures++
			if !bytes.Equal(p.Data, data) {
				t.Error("the picture was changed")
			}
		}
	}
	if pictures != 1 {
		t.Errorf("the same picture is stored %d times", pictures)
	}
}

func TestAddress(t *testing.T) {
	for link, want := range map[string]string{
		"http://www.gov.cn/zhengce/":           "http://www.gov.cn/zhengce/",
		"https://www.yunzhou.gov.cn/公开?年=2022": "https://www.yunzhou.gov.cn/%E5%85%AC%E5%BC%80?年=2022",
		"https://www.gov.cn/a b{c}|d":          "https://www.gov.cn/a%20b%7Bc%7D%7Cd",
		"mailto:hazwgkc@163.com":               "mailto:hazwgkc@163.com",
	} {
		d := onePage(&doc.Paragraph{Src: "p", Text: []doc.Span{{Text: "网站", Link: link}}})
		rels := part(t, build(t, d, nil), "word/_rels/document.xml.rels")
		found := false
		for _, r := range rels.Kids {
			found = found || r.Get("Target") == want && r.Get("TargetMode") == "External"
		}
		if !found {
			t.Errorf("%s is not written as %s", link, want)
		}
	}
	for _, link := range []string{"javascript:alert(1)", "file:///etc/passwd", "www.gov.cn", "http://", "mailto:", "mailto:a b", "http://[::1", ""} {
		d := onePage(&doc.Paragraph{Src: "p", Text: []doc.Span{{Text: "网站", Link: link}}})
		if err := docx.Write(&bytes.Buffer{}, d, nil); (err == nil) != (link == "") {
			t.Errorf("%q: %v", link, err)
		}
	}
}
