package layout

import (
	"fmt"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// squareSheet is a page of 12 characters × lines, all type 10 pt on 10 pt, cells without padding, rules without width: what
// stands where can be counted in tens of points. Every Han glyph of the square font is one em wide.
func squareSheet(lines int) *doc.Sheet {
	s := &doc.Sheet{
		Page:  doc.Page{Size: unit.Size{W: 120 * unit.Pt, H: unit.Length(lines) * 10 * unit.Pt}},
		Lines: doc.LineSetting{Widows: 2, Orphans: 2},
	}
	for _, id := range []string{"Normal", "Title", "Heading1", "Heading2", "TableText", "TableHead", "TableNote", "Caption", "TableUnit", "ListParagraph", "EndnoteText", "TOC1", "TOC2", "TOCHeading", "Signature"} {
		s.Styles = append(s.Styles, doc.Style{ID: id, Role: string(fonts.Song), Size: 10 * unit.Pt, Leading: 10 * unit.Pt, Align: doc.AlignLeft})
	}
	s.Style("Heading1").KeepNext, s.Style("Heading2").KeepNext = true, true
	s.Style("ListParagraph").Left, s.Style("ListParagraph").Indent = 400, -200
	return s
}

func squareSet(t testing.TB) *fonts.Set {
	t.Helper()
	faces, err := fonts.ParseFile("../testdata/fonts/square.ttf")
	if err != nil {
		t.Fatal(err)
	}
	set, err := fonts.NewSet(fonts.Config{Roles: map[fonts.Role]fonts.Fallback{fonts.Song: {Han: faces, Latin: faces}}})
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// laidOut fits the document's tables and lays it out.
func laidOut(t testing.TB, d *doc.Document) *display.Document {
	t.Helper()
	fitted, _, err := Fit(d, squareSet(t))
	if err != nil {
		t.Fatal(err)
	}
	out, err := Layout(fitted, squareSet(t))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// drawPages lays the blocks out on pages of the given number of lines and draws them: a line for each line of the page, a
// column for half an em. Artifacts stand in braces.
func drawPages(t testing.TB, lines int, blocks ...doc.Block) string {
	t.Helper()
	return drawOn(t, squareSheet(lines), lines, blocks...)
}

func drawOn(t testing.TB, sheet *doc.Sheet, lines int, blocks ...doc.Block) string {
	t.Helper()
	d := &doc.Document{Meta: doc.Meta{Title: "二七区"}, Sheet: sheet, Sections: []doc.Section{{Blocks: blocks}}}
	out := laidOut(t, d)
	var b strings.Builder
	for n := range out.Count {
		if n > 0 {
			b.WriteString("----\n")
		}
		for _, row := range drawPage(out.Paint(n), lines) {
			b.WriteString(strings.ReplaceAll(strings.TrimRight(row, " "), "}{", "") + "\n")
		}
	}
	return b.String()
}

func drawPage(p *display.Page, lines int) []string {
	rows := make([]string, lines)
	for _, item := range p.Items {
		text, ok := item.(*display.Text)
		if !ok {
			continue
		}
		row := int((text.At.Y - 88*unit.Pt/10) / (10 * unit.Pt))
		s := text.String
		if text.Node == nil {
			s = "{" + s + "}"
		}
		if row < 0 || row >= lines {
			s = fmt.Sprintf("OFF THE PAGE %s", s)
			row = 0
		}
		for column := int(text.At.X / (5 * unit.Pt)); width(rows[row]) < column; {
			rows[row] += " "
		}
		rows[row] += s
	}
	return rows
}

// width counts a drawn row in half ems; braces take none.
func width(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r == '{' || r == '}':
		case r < 0x100:
			n++
		default:
			n += 2
		}
	}
	return n
}

func check(t *testing.T, got, want string) {
	t.Helper()
	want = strings.TrimPrefix(want, "\n")
	if got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

// What leads to a list or a paragraph is not the last thing on a page.
func TestLeadInStaysWithWhatFollows(t *testing.T) {
	text := func(s string) []doc.Span { return []doc.Span{{Text: s}} }
	check(t, drawPages(t, 4,
		&doc.Paragraph{Text: text("全年公开政府信息多件。")}, &doc.Paragraph{Text: text("存在的问题如下。")}, &doc.Paragraph{Text: text("今年的情况。")},
		&doc.Paragraph{Text: text("采取以下措施：")}, &doc.List{Kind: doc.Decimal, Items: []doc.Item{{Text: text("加强培训：")}, {Text: text("落实责任。")}}},
	), `
全年公开政府信息多件。
存在的问题如下。
今年的情况。

----
采取以下措施：
    1.  加强培训：
    2.  落实责任。

`)
	check(t, drawPages(t, 3,
		&doc.Paragraph{Text: text("采取以下措施：")}, &doc.List{Kind: doc.Decimal, Items: []doc.Item{{Text: text("落实责任。")}, {Text: text("加强培训：")}, {Text: text("分级组织。")}}},
	), `
采取以下措施：
    1.  落实责任。

----
    2.  加强培训：
    3.  分级组织。

`)
}

// In the narrow columns of a catalogue no item is set in farther than its mark is wide.
func TestItemsInCellsHangByTheirMarks(t *testing.T) {
	items := []doc.Item{{Text: []doc.Span{{Text: "办理事项"}}}, {Text: []doc.Span{{Text: "申请材料"}}}}
	cell := doc.Cell{VAlign: doc.VAlignTop, Blocks: []doc.Block{&doc.List{Kind: doc.Bullets, Items: items}, &doc.List{Kind: doc.Decimal, Items: items[:1]}}}
	sheet := squareSheet(4)
	sheet.Table.PadX = 0
	check(t, drawOn(t, sheet, 4, &doc.Table{Columns: []doc.Column{{Width: 120 * unit.Pt}}, Rows: []doc.Row{{Cells: []doc.Cell{cell}}}}), `
•办理事项
•申请材料
1.  办理事项

`)
}

// cellOf makes a cell; a number before a slash is its row span, behind it its column span: "2/1 文字".
func cellOf(s string) doc.Cell {
	c := doc.Cell{VAlign: doc.VAlignTop}
	if span, text, ok := strings.Cut(s, " "); ok {
		if n, err := fmt.Sscanf(span, "%d/%d", &c.RowSpan, &c.ColSpan); n == 2 && err == nil {
			s = text
		}
	}
	c.Text = []doc.Span{{Text: s}}
	return c
}

func tableOf(head int, widths []int, rows ...[]string) *doc.Table {
	t := &doc.Table{Src: "table", HeadRows: head}
	for _, w := range widths {
		t.Columns = append(t.Columns, doc.Column{Width: unit.Length(w) * 10 * unit.Pt})
	}
	for _, row := range rows {
		var r doc.Row
		for _, s := range row {
			r.Cells = append(r.Cells, cellOf(s))
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

func paragraph(s string) *doc.Paragraph { return &doc.Paragraph{Text: []doc.Span{{Text: s}}} }

func heading(s string) *doc.Heading { return &doc.Heading{Level: 1, Text: []doc.Span{{Text: s}}} }

// L15: a heading is not the last line of a page.
func TestHeadingGoesWithItsText(t *testing.T) {
	check(t, drawPages(t, 3, paragraph("一段"), paragraph("二段"), heading("总体情况"), paragraph("三段")), `
一段
二段

----
总体情况
三段

`)
}

// L15: a run of headings stays together with the text below it (CLREQ, keep-with-next chains).
func TestHeadingsStayTogether(t *testing.T) {
	second := &doc.Heading{Level: 2, Text: []doc.Span{{Text: "主动公开"}}}
	check(t, drawPages(t, 4, paragraph("一段"), heading("总体情况"), second, paragraph("政府信息公开工作年度报告政府信息公开工作")), `
一段



----
总体情况
主动公开
政府信息公开工作年度报告
政府信息公开工作
`)
}

// All lines of a list's items begin below one another, whatever its marks: （一） needs a third character. The marks of the list below
// begin where the text above them does.
func TestHangingLists(t *testing.T) {
	sub := &doc.List{Items: []doc.Item{{Text: []doc.Span{{Text: "即时出具回执"}}}}}
	check(t, drawPages(t, 8, &doc.List{Kind: doc.ChineseParenthesis, Items: []doc.Item{
		{Text: []doc.Span{{Text: "主动公开政府信息"}}}, {Text: []doc.Span{{Text: "登记"}}, Sub: sub},
	}}, &doc.List{Kind: doc.Decimal, Start: 9, Items: []doc.Item{{Text: []doc.Span{{Text: "编制公布公开指南"}}}, {Text: []doc.Span{{Text: "目录"}}}}}), `
    （一）主动公开政府
          信息
    （二）登记
          •  即时出具
              回执
    9.  编制公布公开指南
    10. 目录

`)
}

// L14: a last line does not stand alone at a page's top.
func TestWidowsAndOrphans(t *testing.T) {
	// Twelve characters a line; four lines of text on pages of three: two and two, never three and one.
	check(t, drawPages(t, 3, paragraph(strings.Repeat("政府信息公开工作年度报告", 4))), `
政府信息公开工作年度报告
政府信息公开工作年度报告

----
政府信息公开工作年度报告
政府信息公开工作年度报告

`)
}

// L14: a first line does not stand alone at a page's foot, and a paragraph of three lines is not cut at all.
func TestFirstLineIsNotAlone(t *testing.T) {
	check(t, drawPages(t, 3, paragraph("一段"), paragraph("二段"), paragraph(strings.Repeat("政府信息公开工作年度报告", 3))), `
一段
二段

----
政府信息公开工作年度报告
政府信息公开工作年度报告
政府信息公开工作年度报告
`)
}

// L24: lines of cells start and end as lines of paragraphs do, in columns that are narrow, too.
func TestMarksInCells(t *testing.T) {
	sheet := squareSheet(2)
	sheet.Lines.Kinsoku = doc.KinsokuBasic
	check(t, drawOn(t, sheet, 2, tableOf(0, []int{6, 6}, []string{"2/1 公开信息指南、目录", "2/1 收到申请件（含结转）"}, nil)), `
公开信息    收到申请件
指南、目录  （含结转）
`)
}

func TestHeadIsRepeated(t *testing.T) {
	check(t, drawPages(t, 3, tableOf(1, []int{6, 6}, []string{"项目", "数量"}, []string{"许可", "1"}, []string{"处罚", "2"}, []string{"强制", "3"})), `
项目        数量
许可        1
处罚        2
----
{项目}        {数量}
强制        3

`)
}

func TestLabelIsShownAgain(t *testing.T) {
	// +------+------+
	// |      | 甲   |
	// |      | 乙   |   the page ends below 乙: the label stands in both parts,
	// | 许可 | 丙   |   as content in the first, as an artifact in the second
	// |      | 丁   |
	// +------+------+
	check(t, drawPages(t, 2, tableOf(0, []int{6, 6}, []string{"4/1 许可", "甲"}, []string{"乙"}, []string{"丙"}, []string{"丁"})), `
许可        甲
            乙
----
{许可}        丙
            丁
`)
}

func TestLabelIsNotCut(t *testing.T) {
	// The label needs two lines, so the page does not end between its two rows.
	check(t, drawPages(t, 4, tableOf(0, []int{2, 6}, []string{"甲", "一"}, []string{"乙", "二"}, []string{"丙", "三"}, []string{"2/1 无法提供", "四"}, []string{"五"})), `
    甲  一
    乙  二
    丙  三

----
    无法四
    提供五


`)
}

// A label that is cut has the room to be shown whole on both sides: the fourth row of its group moves on with the fifth.
func TestLabelIsShownOnBothSides(t *testing.T) {
	check(t, drawPages(t, 4, tableOf(0, []int{2, 6}, []string{"5/1 无法提供", "一"}, []string{"二"}, []string{"三"}, []string{"四"}, []string{"五"})), `
    无法一
    提供二
        三

----
    {无法}四
    {提供}五


`)
}

// A row that goes on from the page before tells again which one it is.
func TestRowHeadIsShownAgain(t *testing.T) {
	table := tableOf(0, []int{2, 2, 4}, []string{"一", "说明", "第一行字第二行字第三行字第四行字第五行字"})
	table.StubCols = 1
	check(t, drawPages(t, 3, table), `
    一  说明第一行字
            第二行字
            第三行字
----
    {一}      第四行字
            第五行字

`)
}

func TestTallCellIsCutBetweenLines(t *testing.T) {
	check(t, drawPages(t, 3, tableOf(0, []int{2, 4}, []string{"说明", "第一行字第二行字第三行字第四行字第五行字"})), `
      说明第一行字
          第二行字
          第三行字
----
          第四行字
          第五行字

`)
}

func TestNoRowOfALongLabelIsLost(t *testing.T) {
	// Five lines of label over two rows of three and two lines: it runs on over the cut.
	rows := tableOf(0, []int{2, 4}, []string{"2/1 一一二二三三四四五五", "第一行字第二行字第三行字"}, []string{"第四行字第五行字"})
	check(t, drawPages(t, 3, rows), `
      一一第一行字
      二二第二行字
      三三第三行字
----
      四四第四行字
      五五第五行字

`)
}

func TestCaptionIsContinued(t *testing.T) {
	table := tableOf(1, []int{6, 6}, []string{"项目", "数量"}, []string{"许可", "1"}, []string{"处罚", "2"}, []string{"强制", "3"}, []string{"收费", "4"})
	table.Caption = []doc.Span{{Text: "表1"}}
	table.Unit = []doc.Span{{Text: "单位：件"}}
	check(t, drawPages(t, 6, table), `
表1
单位：件
项目        数量
许可        1
处罚        2

----
{表1（续表）}
{单位：件}
{项目}        {数量}
强制        3
收费        4

`)
}

func TestNotesStayWithTheLastRow(t *testing.T) {
	table := tableOf(0, []int{6, 6}, []string{"许可", "1"}, []string{"处罚", "2"}, []string{"强制", "3"})
	table.Notes = [][]doc.Span{{{Text: "注：含委托。"}}}
	check(t, drawPages(t, 3, table), `
许可        1
处罚        2

----
强制        3
注：含委托。

`)
}

func TestBandRowIsNotLast(t *testing.T) {
	table := tableOf(0, []int{6, 6}, []string{"许可", "1"}, []string{"1/2 第（六）项"}, []string{"处罚", "2"})
	table.Rows[1].KeepNext = true
	check(t, drawPages(t, 2, table), `
许可        1

----
第（六）项
处罚        2
`)
}

func TestATableDoesNotBeginWithMoreHeadThanBody(t *testing.T) {
	// Two head rows and one row of figures would fit below the paragraph: the table moves on as a whole.
	check(t, drawPages(t, 5, paragraph("一段"), paragraph("二段"), tableOf(2, []int{6, 6}, []string{"项目", "2/1 数量"}, []string{"名称"}, []string{"许可", "1"}, []string{"处罚", "2"})), `
一段
二段



----
项目        数量
名称
许可        1
处罚        2

`)
}
