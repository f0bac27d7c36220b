package docx_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/docx"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// The style of a heading below a table, which is to stand apart from it, is derived from the heading's: it has its level, and the
// next paragraph is text. That of a paragraph that leads to a list is followed by one that does not.
func TestPlacedStyles(t *testing.T) {
	table := &doc.Table{Columns: columns(1), Rows: rows("1")}
	list := &doc.List{Kind: doc.Decimal, Items: []doc.Item{{Text: say("加强组织领导。")}}}
	file := build(t, onePage(table, &doc.Heading{Level: 1, Text: say("三、收到和处理政府信息公开申请情况")}, para("主要做法如下："), list), nil)
	var got []string
	for _, p := range part(t, file, "word/document.xml").First("w:body").Kids {
		if style := p.First("w:pPr/w:pStyle"); style != nil {
			got = append(got, style.Get("w:val"))
		}
	}
	if got, want := strings.Join(got, " "), "Heading1Before120 NormalKeepNext ListParagraph"; got != want {
		t.Fatalf("%s, want %s", got, want)
	}
	styles := part(t, file, "word/styles.xml")
	for id, want := range map[string]string{"Heading1Before120": "一级标题（段前6磅） Heading1 Normal", "NormalKeepNext": "正文（与下段同页） Normal Normal"} {
		s := styleOf(t, styles, id)
		if got := s.First("w:name").Get("w:val") + " " + s.First("w:basedOn").Get("w:val") + " " + s.First("w:next").Get("w:val"); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	if level := styleOf(t, styles, "Heading1Before120").First("w:pPr/w:outlineLvl"); level == nil || level.Get("w:val") != "0" {
		t.Error("the heading is not in the outline")
	}
}

// Behind a title that is set in comes text, as behind one that is not.
func TestTextFollowsAPlacedTitle(t *testing.T) {
	o := &docx.Options{Pages: docx.PageNumbers{Insets: []unit.Length{10 * unit.Pt}}}
	styles := part(t, build(t, onePage(&doc.Heading{Text: say("云州市2023年法治政府建设年度报告")}), o), "word/styles.xml")
	if next := styleOf(t, styles, "TitleLeft100Right100").First("w:next").Get("w:val"); next != "Normal" {
		t.Errorf("%s follows", next)
	}
}

// Word takes no more than 4,079 styles: heads that ask for more different indents go without.
func TestStylesInPlenty(t *testing.T) {
	d, o := onePage(), &docx.Options{}
	for i := range 3500 {
		d.Sections[0].Blocks = append(d.Sections[0].Blocks, &doc.Heading{Text: say("云州市政府信息公开工作年度报告")})
		o.Pages.Insets = append(o.Pages.Insets, unit.Length(i+1)*2*unit.Twip)
	}
	file := build(t, d, o)
	if n := len(part(t, file, "word/styles.xml").All("w:style")); n < 3000 || n > 3100 {
		t.Errorf("%d styles", n)
	}
	all := part(t, file, "word/document.xml").All("w:p")
	if got := all[3400].First("w:pPr/w:pStyle").Get("w:val"); got != "Title" {
		t.Errorf("a head behind the last that is set in has the style %s", got)
	}
}

// Names that Word would take for one or for several, or that are too long: styles of the same name, one with a comma, some that are called as the
// writer's own are, of paragraphs or not. Thousands of one name are written in a moment.
func TestStyleNames(t *testing.T) {
	d := onePage(para("正文"))
	bold := doc.Span{Text: "办结", Bold: true}
	d.Sections[0].Blocks = append(d.Sections[0].Blocks, &doc.Paragraph{Text: []doc.Span{bold, {Text: "公开", Underline: true}}}, &doc.Contents{})
	for i, name := range []string{"要点", "要点", "提示,说明", "报表", "图", "heading 1", "hyperlink", "Endnote Reference", "No List", "Normal Table", "Default Paragraph Font", "strong", "目录页码", "要点", "下划线", strings.Repeat("要", 300)} {
		s := *d.Sheet.Style("Normal")
		s.ID, s.Name = "Own"+strconv.Itoa(i), name
		d.Sheet.Styles = append(d.Sheet.Styles, s)
	}
	styles := part(t, build(t, d, nil), "word/styles.xml") // build finds names that come twice
	var got []string
	for _, s := range styles.All("w:style") {
		if strings.HasPrefix(s.Get("w:styleId"), "Own") {
			got = append(got, s.First("w:name").Get("w:val"))
		}
	}
	if got, want := strings.Join(got, " "), "要点 要点_ 提示，说明 报表_ 图_ heading 1_ hyperlink_ Endnote Reference_ No List_ Normal Table_ Default Paragraph Font_ strong_ 目录页码_ 要点_2 下划线 "+
		strings.Repeat("要", 240); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	for i := range 3500 {
		s := *d.Sheet.Style("Normal")
		s.ID, s.Name = "More"+strconv.Itoa(i), "正文"
		d.Sheet.Styles = append(d.Sheet.Styles, s)
	}
	build(t, d, nil) // a name is not tried again for each that has been before: this took half a minute
}

// A style without a name has its id's, and one too long for Word is cut, also of those that are derived from it.
func TestNamesThatWordTakes(t *testing.T) {
	d := onePage(&doc.Paragraph{Style: "Remark", Text: say("以上数据未经审计。")}, &doc.Paragraph{Style: "Long", Text: say("以上数据未经审计。")}, disclosureTable())
	for _, c := range [][2]string{{"Remark", ""}, {"Long", strings.Repeat("长", 300)}, {"Longer", strings.Repeat("长", 301)}} {
		s := *d.Sheet.Style("TableText")
		s.ID, s.Name = c[0], c[1]
		d.Sheet.Styles = append(d.Sheet.Styles, s)
	}
	table := d.Sections[0].Blocks[2].(*doc.Table)
	table.Rows[1].Cells[0].Style, table.Rows[1].Cells[0].Align = "Long", doc.AlignRight
	styles := part(t, build(t, d, nil), "word/styles.xml")
	if got := styleOf(t, styles, "Remark").First("w:name").Get("w:val"); got != "Remark" {
		t.Errorf("the style without a name is called %q", got)
	}
	if got := []rune(styleOf(t, styles, "Longer").First("w:name").Get("w:val")); len(got) > 253 {
		t.Errorf("a name of %d characters", len(got))
	}
}
