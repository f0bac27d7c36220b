package docx_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/docx"
	"github.com/banxin-go/banxin/compiler/docx/docxtest"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// laid builds a page with the table, of which the layout has told what t says.
func laid(t *testing.T, table *doc.Table, told docx.TablePages) *docxtest.Node {
	t.Helper()
	o := &docx.Options{Pages: docx.PageNumbers{Count: told.Pages, Tables: []docx.TablePages{told}}}
	return placed(t, build(t, onePage(table), o)).First("w:body")
}

// rowProperties gives what the rows say of themselves: "cantSplit tblHeader", "cantSplit trHeight 400".
func rowProperties(table *docxtest.Node) []string {
	var out []string
	for _, tr := range table.All("w:tr") {
		var s []string
		for _, k := range tr.First("w:trPr").Kids {
			s = append(s, strings.TrimSpace(strings.TrimPrefix(k.Name, "w:")+" "+k.Get("w:val")))
		}
		out = append(out, strings.Join(s, " "))
	}
	return out
}

// A table that goes over pages has caption and unit line as its first head row, without rules, so that both are repeated.
//
//	          表1　办件量
//	                     单位：件
//	+----------+----------+
//	| 部门     | 数量     |
//	+----------+----------+
func TestCaptionRepeats(t *testing.T) {
	table := &doc.Table{Caption: say("表1　办件量"), Unit: say("单位：件"), HeadRows: 1, Columns: columns(1, 1), Rows: rows("部门|数量", "公安局|5", "民政局|7")}
	got := laid(t, table, docx.TablePages{Pages: 2, Cuts: []int{2}}).First("w:tbl")
	if want := []string{"8844x2表1　办件量单位：件", "4422部门 4422数量", "4422公安局 44225", "4422民政局 44227"}; !slices.Equal(drawn(got), want) {
		t.Errorf("rows %q, want %q", drawn(got), want)
	}
	if want := []string{"cantSplit tblHeader", "cantSplit tblHeader", "cantSplit", "cantSplit"}; !slices.Equal(rowProperties(got), want) {
		t.Errorf("properties %q, want %q", rowProperties(got), want)
	}
	once := laid(t, table, docx.TablePages{Pages: 2, Cuts: []int{2}, Once: true}).First("w:tbl")
	if want := []string{"cantSplit", "cantSplit", "cantSplit"}; !slices.Equal(rowProperties(once), want) {
		t.Errorf("of a head too high to be repeated %q, want %q", rowProperties(once), want)
	}
	cells := got.All("w:tc")
	if b := borders(cells[0]); b != "top - left - bottom 8 right -" {
		t.Errorf("around the caption %q", b)
	}
	for _, tc := range cells[1:3] {
		if b := borders(tc); b != "top 8" {
			t.Errorf("above the head %q", b)
		}
	}
	if styles := cells[0].All("w:pStyle"); len(styles) != 2 || styles[0].Get("w:val") != "Caption" || styles[1].Get("w:val") != "TableUnit" {
		t.Error("the caption's paragraphs have other styles than above a table")
	}
}

// A table on one page has its caption above it, and so has one that is narrower than its caption or unit line. The latter keeps to the edges of
// a narrow table. Over one that is wider than its caption this stands in the middle too.
func TestCaptionAbove(t *testing.T) {
	wide := &doc.Table{Caption: say("表1　办件量"), Columns: columns(1, 1), Rows: rows("公安局|5", "民政局|7")}
	narrow := *wide
	narrow.Columns = []doc.Column{{Width: 60 * unit.Pt}, {Width: 60 * unit.Pt}}
	if got := laid(t, &narrow, docx.TablePages{Pages: 2, Cuts: []int{1}}); len(got.First("w:tbl").All("w:tr")) != 3 {
		t.Error("the caption of a narrow table is not repeated")
	}
	measured, narrower := narrow, narrow
	measured.Unit = say("单位：件")
	unitLine := laid(t, &measured, docx.TablePages{Pages: 1}).All("w:p")[1].First("w:pPr/w:ind")
	if left, right := unitLine.Get("w:left"), unitLine.Get("w:right"); left != "3222" || right != "3222" { // (8844 - 2400) / 2
		t.Errorf("the unit line begins at %q and ends at %q", left, right)
	}
	measured.Unit = say("单位：以上各项金额均为万元")
	narrower.Columns = []doc.Column{{Width: 40 * unit.Pt}, {Width: 40 * unit.Pt}}
	told := docx.TablePages{Pages: 2, Cuts: []int{1}}
	for _, body := range []*docxtest.Node{laid(t, wide, docx.TablePages{Pages: 1}), laid(t, &measured, told), laid(t, &narrower, told)} {
		if body.Kids[0].Name != "w:p" || len(body.First("w:tbl").All("w:tr")) != 2 {
			t.Error("the caption is no paragraph of the text")
		}
	}
}

// Rows that the layout tears may be cut in Word, and do not stay with the next; rows that it has raised are as high here.
func TestTornAndRaisedRows(t *testing.T) {
	table := &doc.Table{Columns: columns(1, 1), Rows: rows("公安局|5", "民政局|7", "司法局|9")}
	table.Rows[1].KeepNext = true
	got := laid(t, table, docx.TablePages{Pages: 2, Torn: []int{1}, Raised: []unit.Length{20 * unit.Pt, 0, 0}}).First("w:tbl")
	if want := []string{"cantSplit trHeight 400", "", "cantSplit"}; !slices.Equal(rowProperties(got), want) {
		t.Errorf("properties %q, want %q", rowProperties(got), want)
	}
	if n := len(got.All("w:keepNext")); n != 0 {
		t.Errorf("%d paragraphs stay with the next row, and none can", n)
	}
}

// Vertical text would keep LibreOffice from cutting the row that it stands in.
func TestVerticalTextInATornRow(t *testing.T) {
	table := &doc.Table{Columns: columns(1, 1), Rows: rows("公安局|5", "民政局|7")}
	table.Rows[0].Cells[0].Vertical, table.Rows[1].Cells[0].Vertical = true, true
	got := laid(t, table, docx.TablePages{Pages: 2, Torn: []int{1}}).First("w:tbl").All("w:tr")
	for i, want := range []int{1, 0} {
		if n := len(got[i].All("w:textDirection")); n != want {
			t.Errorf("row %d: %d cells of vertical text, want %d", i, n, want)
		}
	}
}

// A row that the layout keeps with the next for the label beside it, Word keeps too.
func TestRowsKeptForLabels(t *testing.T) {
	table := &doc.Table{Columns: columns(1, 1), Rows: rows("公安局|5", "民政局|7", "司法局|9")}
	got := laid(t, table, docx.TablePages{Pages: 2, Cuts: []int{1}, Kept: []int{1}}).First("w:tbl").All("w:tr")
	for i, want := range []int{0, 2, 0} {
		if n := len(got[i].All("w:keepNext")); n != want {
			t.Errorf("row %d: %d paragraphs stay with the next row, want %d", i, n, want)
		}
	}
}

// Heads that are broken at sense are set in on both sides, those that no inset helps are not.
func TestInsets(t *testing.T) {
	table := &doc.Table{HeadRows: 1, Columns: columns(1, 1, 1), Rows: rows("本年收入合计|政府性基金|其他", "1|2|3")}
	body := laid(t, table, docx.TablePages{Pages: 1, Insets: []docx.Inset{{Cell: 0, By: 10 * unit.Pt}, {Cell: 1, By: -1}}})
	var got []string
	for _, p := range body.First("w:tbl").All("w:p") {
		s := "-"
		if ind := p.First("w:pPr/w:ind"); ind != nil {
			s = ind.Get("w:leftChars") + " " + ind.Get("w:left") + " " + ind.Get("w:rightChars") + " " + ind.Get("w:right")
		}
		got = append(got, s)
	}
	if want := []string{"0 100 0 100", "-", "-", "-", "-", "-"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Text that reaches into the padding of its cell has narrower margins there; 0.1 pt less than the layout's, as those of all cells.
func TestReach(t *testing.T) {
	table := &doc.Table{HeadRows: 1, Columns: columns(1, 1, 1), Rows: rows("自然人|总计|其他", "1|2|3")}
	table.Rows[0].Cells[0].Reach = doc.Reach{Left: 3 * unit.Pt, Right: 2 * unit.Pt}
	var got []string
	for _, tc := range laid(t, table, docx.TablePages{Pages: 1}).First("w:tbl").All("w:tc") {
		s := ""
		for _, side := range []string{"w:left", "w:right"} {
			if n := tc.First("w:tcPr/w:tcMar/" + side); n != nil {
				s += n.Get("w:w") + " "
			}
		}
		got = append(got, s)
	}
	if want := []string{"18 38 ", "", "", "", "", ""}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A text that leads to what follows stays with it. In a cell it would keep the rows together, which say themselves whether they do.
func TestLeadIn(t *testing.T) {
	measures := &doc.List{Kind: doc.Decimal, Items: []doc.Item{{Text: say("加强培训：")}, {Text: say("落实责任。")}}}
	table := &doc.Table{Columns: columns(1, 1), Rows: rows("公安局|5", "民政局|7", "司法局|9")}
	table.Rows[0].Cells[1].Blocks, table.Rows[0].Cells[1].Text = []doc.Block{para("办理条件："), measures}, nil
	told := docx.TablePages{Pages: 2, Cuts: []int{1}}
	o := &docx.Options{Pages: docx.PageNumbers{Count: 2, Tables: []docx.TablePages{told}}}
	body := placed(t, build(t, onePage(para("针对上述问题，采取以下措施："), measures, para("特此报告。"), table), o)).First("w:body")
	var kept []string
	for _, p := range body.All("w:p") {
		if text := p.First("w:r/w:t"); text != nil && p.First("w:pPr/w:keepNext") != nil {
			kept = append(kept, text.Kids[0].Text)
		}
	}
	if want := []string{"针对上述问题，采取以下措施：", "加强培训："}; !slices.Equal(kept, want) {
		t.Errorf("%q stay with what follows, want %q", kept, want)
	}
}

// The space that puts the text below a title on the grid is asked for by the paragraph there, once; where it is less than the style's, by
// the title.
func TestSpaceBelowATitle(t *testing.T) {
	d := onePage(&doc.Heading{Text: say("政府信息公开工作年度报告")}, para("特此报告。"), para("附件两份。"))
	for below, want := range map[unit.Length][]string{1685 * unit.Pt / 100: {"/", "337/", "/"}, -605 * unit.Pt / 100: {"/458", "/", "/"}} {
		o := &docx.Options{Pages: docx.PageNumbers{Count: 1, Below: []unit.Length{below}}}
		var got []string
		for _, p := range placed(t, build(t, d, o)).First("w:body").All("w:p") {
			around := "/"
			if s := p.First("w:pPr/w:spacing"); s != nil {
				around = s.Get("w:before") + "/" + s.Get("w:after")
			}
			got = append(got, around)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%v more: spaces around the paragraphs %q, want %q", below, got, want)
		}
	}
}
