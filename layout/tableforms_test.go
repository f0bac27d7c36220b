package layout

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

func TestDecimalPointsStandInLine(t *testing.T) {
	// The longest whole part is two half ems, the longest rest four: a block of six in the middle of twelve.
	table := tableOf(0, []int{6, 6}, []string{"甲", "12.25%"}, []string{"乙", "1.5"}, []string{"丙", "无"}, []string{"丁", "7"})
	table.Columns[1].Align = doc.AlignDecimal
	check(t, drawPages(t, 4, table), `
甲             12.25%
乙              1.5
丙               无
丁              7
`)
}

func TestDecimalPointWithWordsAround(t *testing.T) {
	// 约 is before the point, the brackets and 元 are on their sides.
	table := tableOf(0, []int{12}, []string{"约1,250.5元"}, []string{"（3.25）"})
	table.Columns[0].Align = doc.AlignDecimal
	check(t, drawPages(t, 2, table), `
      约1,250.5元
          （3.25）
`)
}

func TestSumsAreCarried(t *testing.T) {
	// Room for four lines: head, two rows, sums. 1.5 + 2 = 3.50, in the two decimals of −0.25.
	table := tableOf(1, []int{6, 6}, []string{"项目", "金额"}, []string{"许可", "1.5"}, []string{"处罚", "2"}, []string{"其中", "2"}, []string{"强制", "-0.25"}, []string{"收费", "1,000"}, []string{"合计", "1,003.25"})
	table.Rows[3].Total = true
	table.Carry = &doc.Carry{Columns: []int{1}}
	check(t, drawPages(t, 4, table), `
项目        金额
许可        1.5
处罚        2
   {过次页}   {3.50}
----
{项目}        {金额}
   {承前页}   {3.50}
其中        2
   {过次页}   {3.50}
----
{项目}        {金额}
   {承前页}   {3.50}
强制        -0.25
   {过次页}   {3.25}
----
{项目}        {金额}
   {承前页}   {3.25}
收费        1,000
合计        1,003.25
`)
}

// A table without figures carries nothing, an empty one that says so neither.
func TestNothingToCarry(t *testing.T) {
	table := tableOf(1, []int{6, 6}, []string{"项目", "金额"})
	table.Carry, table.Merge, table.Empty = &doc.Carry{Columns: []int{1}}, []int{0}, []doc.Span{{Text: "本表无数据"}}
	check(t, drawPages(t, 2, table), `
项目        金额
       本表无数据
`)
	table.Rows = append(table.Rows, doc.Row{Cells: []doc.Cell{cellOf("政府采购"), {Text: spanOf("12"), Blocks: []doc.Block{&doc.List{}}}}}) // a list in place of the text
	check(t, drawPages(t, 2, table), `
项目        金额
政府采购
`)
	table.Carry.Columns[0] = 0
	_, _, err := Fit(&doc.Document{Sheet: squareSheet(3), Sections: []doc.Section{{Blocks: []doc.Block{table}}}}, squareSet(t))
	if !errors.Is(err, ErrCarry) {
		t.Error(err)
	}
}

func TestSplitByColumns(t *testing.T) {
	// Twelve characters a line: the stub and two columns in each part. The caption of the second says so.
	table := tableOf(1, []int{4, 4, 4, 4, 4}, []string{"项目", "1/2 上半年", "1/2 下半年"}, []string{"许可", "11", "12", "13", "14"})
	table.StubCols, table.SplitColumns, table.Caption = 1, true, []doc.Span{{Text: "件数"}}
	check(t, drawPages(t, 7, table), `
件数
项目    上半年
许可    11      12
件数（续表）
项目    下半年
许可    13      14

`)
}

// A table narrower than the type area stands in its middle, below its caption, on each page, as in the DOCX; the unit line
// keeps to its edges.
func TestNarrowTable(t *testing.T) {
	table := tableOf(1, []int{4, 2}, []string{"项目", "数"}, []string{"许可", "1"}, []string{"处罚", "2"}, []string{"强制", "3"})
	table.Unit = []doc.Span{{Text: "单位：件"}}
	check(t, drawPages(t, 4, table), `
      单位：件
      项目    数
      许可    1
      处罚    2
----
      {单位：件}
      {项目}    {数}
      强制    3

`)
}

// Seven columns of which five fit beside the stub are shared out four and three, not five and two.
func TestSplitPartsAreBalanced(t *testing.T) {
	table := tableOf(1, []int{2, 2, 2, 2, 2, 2, 2, 2}, []string{"项", "一", "二", "三", "四", "五", "六", "七"}, []string{"许", "1", "2", "3", "4", "5", "6", "7"})
	table.StubCols, table.SplitColumns = 1, true
	check(t, drawPages(t, 6, table), `
  项  一  二  三  四
  许  1   2   3   4
（续表）
    项  五  六  七
    许  5   6   7

`)
}

func TestEqualNeighboursAreMerged(t *testing.T) {
	table := tableOf(1, []int{4, 4, 4}, []string{"市", "县", "数"}, []string{"云州", "东城", "1"}, []string{"云州", "东城", "2"}, []string{"清河", "东城", "3"})
	table.Merge = []int{0, 1}
	check(t, drawPages(t, 4, table), `
市      县      数
云州    东城    1
                2
清河    东城    3
`)
}

func TestMergeNeedsWholeRows(t *testing.T) {
	table := tableOf(0, []int{4, 4}, []string{"1/2 云州"})
	table.Merge = []int{0}
	_, _, err := Fit(&doc.Document{Sheet: squareSheet(3), Sections: []doc.Section{{Blocks: []doc.Block{table}}}}, squareSet(t))
	var ragged *RaggedError
	if !errors.As(err, &ragged) || *ragged != (RaggedError{Row: 0, Got: 1, Want: 2}) {
		t.Error(err)
	}
}

func TestEmptyTableSaysSo(t *testing.T) {
	table := tableOf(1, []int{6, 6}, []string{"项目", "数量"})
	table.Empty = []doc.Span{{Text: "本表无数据"}}
	check(t, drawPages(t, 2, table), `
项目        数量
       本表无数据
`)
}

func TestCaptionsAreNumbered(t *testing.T) {
	table := func(key, caption string) *doc.Table {
		one := tableOf(0, []int{6}, []string{"许可"})
		one.Key, one.Caption = key, []doc.Span{{Text: caption}}
		return one
	}
	refer := &doc.Paragraph{Text: []doc.Span{{Text: "见"}, {Ref: "b"}, {Text: "。"}}}
	d := &doc.Document{Sheet: squareSheet(20), Sections: []doc.Section{{Blocks: []doc.Block{
		refer, heading("一、"), table("a", "甲"), heading("二、"), table("b", "乙"), table("", "丙"),
	}}}}
	for _, c := range []struct {
		how  doc.Numbering
		want []string
	}{
		{doc.NumberDocument, []string{"见表2。", "表1　甲", "表2　乙", "表3　丙"}},
		{doc.NumberByChapter, []string{"见表 2-1。", "表 1-1　甲", "表 2-1　乙", "表 2-2　丙"}},
	} {
		d.Sheet.Labels.Tables = c.how
		fitted, _, err := Fit(d, squareSet(t))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, block := range fitted.Sections[0].Blocks {
			switch b := block.(type) {
			case *doc.Paragraph:
				got = append(got, plainText(b.Text))
				if b.Text[1].Link != "#b" {
					t.Errorf("the reference leads to %q", b.Text[1].Link)
				}
			case *doc.Table:
				got = append(got, plainText(b.Caption))
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
	if refer.Text[1].Text != "" {
		t.Error("Fit has changed the document it was given")
	}
	d.Sheet.Labels.Tables = doc.NoNumbers
	var ref *RefError
	if _, _, err := Fit(d, squareSet(t)); !errors.As(err, &ref) || ref.Key != "b" {
		t.Error(err)
	}
}

func TestNotesOfATable(t *testing.T) {
	table := tableOf(0, []int{6, 6}, []string{"许可", "1"})
	table.Rows[0].Cells[0].Text = []doc.Span{{Text: "许可", Note: "x"}}
	table.Footnotes = []doc.Note{{Key: "x", Text: []doc.Span{{Text: "含变更。"}}}}
	d := &doc.Document{Sheet: squareSheet(4), Sections: []doc.Section{{Blocks: []doc.Block{table}}}}
	out := laidOut(t, d)
	var words []string
	var links []string // the mark leads to the note, 10 pt down, and the note back to the table
	for _, item := range out.Paint(0).Items {
		switch it := item.(type) {
		case *display.Text:
			words = append(words, it.String)
		case *display.Link:
			links = append(links, it.Text+" "+it.Dest.Y.String())
		}
	}
	if want := []string{"许可", "1)", "1", "1)", "含变更。"}; !slices.Equal(words, want) {
		t.Errorf("got %q, want %q", words, want)
	}
	if want := []string{"1) 10pt", "1) 0pt"}; !slices.Equal(links, want) {
		t.Errorf("links %q, want %q", links, want)
	}
}

// The sheet of 12 × 6 characters turned: 6 × 12 upright. The page number stands below the upright text at the right, so it is
// seen at the left below, and reads downwards; on even pages at the left above.
func TestTurnedPage(t *testing.T) {
	sheet := squareSheet(6)
	sheet.Page = doc.Page{Size: unit.Size{W: 80 * unit.Pt, H: 140 * unit.Pt}, Bottom: 20 * unit.Pt, Left: 20 * unit.Pt,
		Foot: []doc.Line{{Style: "Normal", Text: "{page}", Align: doc.AlignOutside}}}
	d := &doc.Document{Sheet: sheet, Sections: []doc.Section{{Page: sheet.Page.Turn(), Blocks: []doc.Block{paragraph("一二三四五六七八九十甲乙"), &doc.Break{}, paragraph("丙")}}}}
	out, err := Layout(d, squareSet(t))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for n := range out.Count {
		page := out.Paint(n)
		for _, item := range page.Items {
			if it, ok := item.(*display.Text); ok {
				got = append(got, fmt.Sprintf("%s %s,%s %d", it.String, it.At.X, it.At.Y, it.Dir))
			}
		}
	}
	want := []string{
		"一二三四五六七八九十甲乙 20pt,28.8pt 0", "1 12.67pt,75pt 2", // upright: 5 wide, its foot 7.33 below the text
		"丙 20pt,28.8pt 0", "2 12.67pt,20pt 2",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestPadBelowAndAboveTheCutOfARow(t *testing.T) {
	// A page of 50 pt: 5 padding, four lines, 5 padding; then 5, two lines, 5.
	table := tableOf(0, []int{2}, []string{strings.Repeat("公开", 6)})
	sheet := squareSheet(5)
	sheet.Table.PadY = 5 * unit.Pt
	out, err := Layout(&doc.Document{Sheet: sheet, Sections: []doc.Section{{Blocks: []doc.Block{table}}}}, squareSet(t))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for n := range out.Count {
		for _, item := range out.Paint(n).Items {
			if it, ok := item.(*display.Text); ok {
				got = append(got, (it.At.Y - 88*unit.Pt/10).String())
			}
		}
	}
	if want := []string{"5pt", "15pt", "25pt", "35pt", "5pt", "15pt"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestDividedCell(t *testing.T) {
	// Two texts of two characters on four: the line from corner to corner touches neither, with 20 on 40 points it would
	// just pass between them: the upper text's lower left corner (20,10), the lower one's upper right (20,10).
	table := tableOf(1, []int{4, 4}, []string{"", "数量"}, []string{"许可", "1"})
	table.Rows[0].Cells[0] = doc.Cell{Diagonal: [][]doc.Span{{{Text: "项目"}}, {{Text: "单位"}}}}
	check(t, drawPages(t, 3, table), `
        项目数量
    单位
    许可    1
`)
	// Two lines: the upper text stands above the one to the middle of the right side, the lower one left of the other.
	table.Rows[0].Cells[0].Diagonal = [][]doc.Span{{{Text: "月"}}, {{Text: "数"}}, {{Text: "县"}}}
	check(t, drawPages(t, 4, table), `
          月数量
        数
    县
    许可    1
`)
}

func TestPaddingShrinksBeforeType(t *testing.T) {
	// Six columns of one figure of three half ems on 120 pt: 15 + 2 × 4 padding is 138, too much; with 2.5 it is 120.
	for _, c := range []struct {
		figures string
		want    Notice
	}{
		{"11 22 33 44 55 66", Notice{}},
		{"111 222 333 444 555 666", Notice{Src: "table", Pad: 5 * unit.Pt / 2}},
		{"1111 2222 3333 4444 5555 6666", Notice{Src: "table", Pad: unit.Pt, Size: 9 * unit.Pt}}, // 4 × 4.5 + 2 = 20
	} {
		row := strings.Fields(c.figures)
		table := tableOf(0, make([]int, 6), row)
		sheet := squareSheet(3)
		sheet.Table.PadX, sheet.Table.Narrow = 4*unit.Pt, unit.Pt
		_, notices, err := Fit(&doc.Document{Sheet: sheet, Sections: []doc.Section{{Blocks: []doc.Block{table}}}}, squareSet(t))
		if err != nil {
			t.Fatal(err)
		}
		var got Notice
		if len(notices) > 0 {
			got = notices[0]
		}
		if got != c.want {
			t.Errorf("%s: %+v, want %+v", c.figures, got, c.want)
		}
	}
}

// A unit of several characters is broken before type is made smaller for its sake; a figure never is.
func TestUnitsGiveWayToColumns(t *testing.T) {
	check(t, drawPages(t, 4, tableOf(0, []int{4, 4}, []string{"10个工作日", "公示期"})), `
    10个    公示期
    工作日


`)
}

// Figures over several columns stand with their points in line where their cells ask for it, as a block in the middle.
func TestFiguresOverSeveralColumns(t *testing.T) {
	table := tableOf(0, []int{4, 4, 4}, []string{"许可", "1/2 12345"}, []string{"处罚", "1/2 67"}, []string{"收费", "1/2 8.9"})
	for i := range table.Rows {
		table.Rows[i].Cells[1].Align = doc.AlignDecimal
	}
	check(t, drawPages(t, 3, table), `
许可        12345
处罚           67
收费            8.9
`)
}
