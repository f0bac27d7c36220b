package docx_test

import (
	"bytes"
	"image"
	"image/png"
	"slices"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/docx"
	"github.com/banxin-go/banxin/compiler/docx/docxtest"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// borders gives a w:tc's own borders: "top 8 right -" has a rule of one point above and none at the right.
func borders(tc *docxtest.Node) string {
	b := tc.First("w:tcPr/w:tcBorders")
	if b == nil {
		return ""
	}
	var out []string
	for _, side := range b.Kids {
		width := side.Get("w:sz")
		if side.Get("w:val") == "nil" {
			width = "-"
		}
		out = append(out, strings.TrimPrefix(side.Name, "w:")+" "+width)
	}
	return strings.Join(out, " ")
}

// What a cell says of its sides both cells beside the rule say: 乙 in a box of one point, 丙 without a rule on its right.
func TestRulesOfCells(t *testing.T) {
	table := &doc.Table{Columns: columns(1, 1), Rows: rows("甲|乙", "丙|丁"), Rules: &doc.Rules{Outer: unit.Pt, Inner: unit.Pt / 2}}
	table.Rows[0].Cells[1].Edges = &doc.Edges{Bottom: doc.EdgeOuter, Left: doc.EdgeOuter}
	table.Rows[1].Cells[0].Edges = &doc.Edges{Right: doc.EdgeNone}
	var got []string
	for _, tc := range tableOf(t, table).All("w:tc") {
		got = append(got, borders(tc))
	}
	if want := []string{"right 8", "left 8 bottom 8", "right -", "top 8 left -"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// One line through a cell is a border of Word's own, its texts are paragraphs at the right and at the left; two lines are
// lost where nobody has told the cell's height.
func TestDividedCells(t *testing.T) {
	table := &doc.Table{Src: "t", HeadRows: 1, Columns: columns(1, 1), Rows: rows("|", "自然人|5"), Rules: &doc.Rules{Outer: unit.Pt, Inner: unit.Pt / 2, Head: unit.Pt / 2}}
	table.Rows[0].Cells[0].Diagonal = [][]doc.Span{say("渠道"), say("申请人")}
	table.Rows[0].Cells[1].Diagonal = [][]doc.Span{say("年"), say("率"), say("县")}
	d := onePage(table)
	cells := placed(t, build(t, d, nil)).First("w:body/w:tbl").All("w:tc")
	if got := borders(cells[0]); got != "tl2br 4" {
		t.Errorf("borders %q", got)
	}
	var styles []string
	for _, p := range append(cells[0].All("w:p"), cells[1].All("w:p")...) {
		styles = append(styles, p.First("w:pPr/w:pStyle").Get("w:val"))
	}
	if want := []string{"TableHeadRight", "TableHeadLeft", "TableHeadRight", "TableHead", "TableHeadLeft"}; !slices.Equal(styles, want) {
		t.Errorf("styles %q, want %q", styles, want)
	}
}

// Two lines through a cell are drawn over it, from its corner to half its right and half its lower edge: 221.1 × 60 pt less the
// padding of 4 pt. The second text stands between them, the third at the foot.
func TestCellDividedInThree(t *testing.T) {
	table := &doc.Table{Src: "t", HeadRows: 1, Columns: columns(1, 1), Rows: rows("|件", "自然人|5")}
	table.Rows[0].Cells[0].Diagonal = [][]doc.Span{say("年"), say("率"), say("县")}
	cell := laid(t, table, docx.TablePages{Pages: 1, Divided: []docx.Divided{{Cell: 0, Height: 60 * unit.Pt}}}).First("w:tbl/w:tr/w:tc")
	var lines []string
	for _, line := range cell.All("v:line") {
		lines = append(lines, line.Get("from")+" – "+line.Get("to"))
	}
	if want := []string{"-4pt,-4pt – 217.1pt,26pt", "-4pt,-4pt – 106.55pt,56pt"}; !slices.Equal(lines, want) {
		t.Errorf("lines %q, want %q", lines, want)
	}
	if cell.First("w:tcPr/w:vAlign").Get("w:val") != "top" {
		t.Error("the texts do not hang from the cell's upper edge")
	}
	spaces := cell.All("w:spacing")
	if len(spaces) != 1 || spaces[0].Get("w:before") != "220" { // 60 pt less 2 × 4 of padding, three lines of 13 and 2 of slack
		t.Errorf("space above the second text: %v", spaces)
	}
}

// Fit puts the column's point 30 pt from the right: 12.5% has .5% behind it, (1/4 + 1/2 + 5/6) × 10.5 pt = 16.59; a cell
// without a figure is centred.
func TestPointOfAColumn(t *testing.T) {
	table := &doc.Table{Columns: columns(1), Rows: rows("12.5%", "（7）", "—")}
	table.Columns[0].Align, table.Columns[0].Point = doc.AlignDecimal, 30*unit.Pt
	var got []string
	for _, p := range tableOf(t, table).All("w:p") {
		s := p.First("w:pPr/w:pStyle").Get("w:val")
		if ind := p.First("w:pPr/w:ind"); ind != nil {
			s += " " + ind.Get("w:right")
		}
		got = append(got, s)
	}
	if want := []string{"TableTextRight 268", "TableTextRight 390", "TableTextCentered"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Merged labels are split where the layout's pages end, unless they are to stay merged.
func TestSplitLabels(t *testing.T) {
	table := &doc.Table{Columns: columns(1, 1), Rows: rows("4v组|1", "2", "3", "4")}
	o := &docx.Options{Pages: docx.PageNumbers{Count: 2, Tables: []docx.TablePages{{Cuts: []int{2}}}}}
	for i := range table.Columns {
		table.Columns[i].Width = 10 * unit.Pt
	}
	got := drawn(placed(t, build(t, onePage(table), o)).First("w:body/w:tbl"))
	if want := []string{"200^组 2001", "200| 2002", "200^组 2003", "200| 2004"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	o.Pages.Tables[0].Long = []int{0} // prose, which has ended before
	got = drawn(placed(t, build(t, onePage(table), o)).First("w:body/w:tbl"))
	if want := []string{"200^组 2001", "200| 2002", "200^ 2003", "200| 2004"}; !slices.Equal(got, want) {
		t.Errorf("prose: got %q, want %q", got, want)
	}
	o.Pages.Tables[0].Long = nil
	o.MergedLabels = true
	got = drawn(placed(t, build(t, onePage(table), o)).First("w:body/w:tbl"))
	if want := []string{"200^组 2001", "200| 2002", "200| 2003", "200| 2004"}; !slices.Equal(got, want) {
		t.Errorf("merged: got %q, want %q", got, want)
	}
}

// A caption's number is a sequence field in a bookmark that references name; all carry their values.
func TestNumbersAndReferences(t *testing.T) {
	table := &doc.Table{Key: "k", Columns: columns(1), Rows: rows("1"), Caption: []doc.Span{{Text: "表 2-1", Label: true}, {Text: "　收支"}}}
	refer := &doc.Paragraph{Text: []doc.Span{{Text: "见"}, {Text: "表 2-1", Ref: "k", Link: "#k"}}}
	body := placed(t, build(t, onePage(refer, table), nil)).First("w:body")
	var codes []string
	for _, n := range body.All("w:instrText") {
		codes = append(codes, strings.TrimSpace(n.Kids[0].Text))
	}
	if want := []string{"REF _Ref50000001 \\h", "SEQ 表_2 \\* ARABIC"}; !slices.Equal(codes, want) {
		t.Errorf("fields %q, want %q", codes, want)
	}
	var names []string
	for _, n := range body.All("w:bookmarkStart") {
		names = append(names, n.Get("w:name"))
	}
	if want := []string{"_Ref00000001", "_Ref50000001"}; !slices.Equal(names, want) {
		t.Errorf("bookmarks %q, want %q", names, want)
	}
}

// A reference has the look that its span asks for, its code too.
func TestReferenceInBold(t *testing.T) {
	table := &doc.Table{Key: "k", Columns: columns(1), Rows: rows("1"), Caption: []doc.Span{{Text: "表1", Label: true}, {Text: "　收支"}}}
	refer := &doc.Paragraph{Text: []doc.Span{{Text: "见"}, {Text: "表1", Ref: "k", Link: "#k", Bold: true, Underline: true}}}
	runs := part(t, build(t, onePage(refer, table), nil), "word/document.xml").First("w:body/w:p").All("w:r")
	for i, r := range runs {
		if style := r.First("w:rPr/w:rStyle"); (style != nil && style.Get("w:val") == "StrongUnderlined") != (i > 0) {
			t.Errorf("run %d of %d: %v", i, len(runs), style)
		}
	}
}

// A table's own notes are marked 1) and stand below it, each a way back to its call.
func TestFootnotes(t *testing.T) {
	table := &doc.Table{Columns: columns(1), Rows: rows("许可"), Footnotes: []doc.Note{{Key: "a", Text: say("含变更。")}}}
	table.Rows[0].Cells[0].Text[0].Note = "a"
	body := placed(t, build(t, onePage(table), nil)).First("w:body")
	var links []string
	for _, n := range body.All("w:hyperlink") {
		links = append(links, n.Get("w:anchor")+" "+n.All("w:t")[0].Kids[0].Text)
	}
	if want := []string{"_Note1 1)", "_NoteRef1 1)"}; !slices.Equal(links, want) {
		t.Errorf("links %q, want %q", links, want)
	}
}

func TestPictureInACell(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 300, 150))); err != nil {
		t.Fatal(err)
	}
	table := &doc.Table{Columns: []doc.Column{{Width: 60 * unit.Pt}}, Rows: rows("x"), Pad: 5 * unit.Pt}
	table.Rows[0].Cells[0].Blocks = []doc.Block{&doc.Figure{Data: b.Bytes(), Alt: "标识"}}
	extent := tableOf(t, table).All("wp:extent")[0]
	if extent.Get("cx") != "635000" || extent.Get("cy") != "317500" { // 50 pt: the cell less its padding
		t.Errorf("%s × %s", extent.Get("cx"), extent.Get("cy"))
	}
}

// The foot of a turned page hangs at its left, in a box whose lines run downwards.
func TestTurnedPage(t *testing.T) {
	sheet := doc.GB9704()
	d := &doc.Document{Meta: doc.Meta{Title: "表"}, Sheet: sheet, Sections: []doc.Section{
		{Blocks: []doc.Block{&doc.Paragraph{Text: say("直")}}}, {Page: sheet.Page.Turn(), Blocks: []doc.Block{&doc.Paragraph{Text: say("横")}}},
	}}
	file := build(t, d, nil)
	turned := 0
	for _, name := range []string{"word/footer2.xml", "word/footer4.xml"} {
		if !bytes.Contains(file, []byte(name)) {
			continue
		}
		for _, box := range part(t, file, name).All("v:textbox") {
			turned++
			if box.Get("style") != "layout-flow:vertical" || box.All("w:fldChar") == nil {
				t.Errorf("%s: %q", name, box.Get("style"))
			}
		}
	}
	if turned != 1 {
		t.Errorf("%d boxes on odd turned pages, want 1", turned)
	}
	size := placed(t, file).All("w:pgSz")[1]
	if size.Get("w:orient") != "landscape" || size.Get("w:w") != "16838" {
		t.Errorf("paper %s wide, %s", size.Get("w:w"), size.Get("w:orient"))
	}
}

// A list in a cell has the table's size of type, and its indents are of that size: two characters of
// 9 pt are 360 twips.
func TestListInACell(t *testing.T) {
	list := &doc.List{Kind: doc.Decimal, Items: []doc.Item{{Text: say("登记"), Sub: &doc.List{Kind: doc.Circled, Items: []doc.Item{{Text: say("当场办理")}}}}}}
	table := &doc.Table{Columns: columns(1, 1), TextSize: 9 * unit.Pt, Rows: []doc.Row{{Cells: []doc.Cell{{Blocks: []doc.Block{list}, Align: doc.AlignLeft}, {Text: say("5"), Align: doc.AlignLeft}}}}}
	file := build(t, onePage(table), nil)
	for _, p := range placed(t, file).First("w:body/w:tbl").All("w:p") {
		if got := p.First("w:pPr/w:pStyle").Get("w:val"); got != "TableTextSize18" {
			t.Errorf("a paragraph has style %s", got)
		}
	}
	if ind := part(t, file, "word/numbering.xml").First("w:abstractNum/w:lvl/w:pPr/w:ind"); ind.Get("w:hanging") != "360" {
		t.Errorf("indent %v", ind.Attr)
	}
}

// A list without items leaves a cell that has a paragraph all the same: Word takes the file for damaged otherwise.
func TestEmptyListInACell(t *testing.T) {
	table := &doc.Table{Columns: columns(1), Rows: []doc.Row{{Cells: []doc.Cell{{Blocks: []doc.Block{&doc.List{}}}}}}}
	if n := len(placed(t, build(t, onePage(table), nil)).First("w:body/w:tbl").All("w:p")); n != 1 {
		t.Errorf("%d paragraphs", n)
	}
}

// A mark that fills its hanging indent has no tab behind it, which would lead past the indent: ① in a cell. In the text it has one.
func TestTabBehindAMark(t *testing.T) {
	list := func() *doc.List { return &doc.List{Kind: doc.Circled, Items: []doc.Item{{Text: say("当场办理")}}} }
	table := &doc.Table{Columns: columns(1), Rows: []doc.Row{{Cells: []doc.Cell{{Blocks: []doc.Block{list()}}}}}}
	var got []string
	for _, n := range part(t, build(t, onePage(list(), table), nil), "word/numbering.xml").All("w:abstractNum") {
		got = append(got, n.First("w:lvl/w:suff").Get("w:val"))
	}
	if !slices.Equal(got, []string{"tab", "nothing"}) {
		t.Errorf("behind the marks %q", got)
	}
}

// Wishes that Word cannot tell apart are one style: decimal and right, 10.1 pt and 10 pt; and none takes the id of the sheet's own.
func TestVariantsOnce(t *testing.T) {
	table := func(size unit.Length) *doc.Table {
		table := &doc.Table{Columns: columns(1, 1), TextSize: size, Rows: rows("1.25|1.5")}
		table.Columns[0].Align, table.Columns[1].Align = doc.AlignDecimal, doc.AlignRight
		return table
	}
	d := onePage(table(10*unit.Pt+unit.Pt/10), table(10*unit.Pt), table(0))
	own := *d.Sheet.Style("TableText")
	own.ID, own.Name = "TableTextRight", "自定义"
	d.Sheet.Styles = append(d.Sheet.Styles, own)
	var ids []string
	for _, s := range part(t, build(t, d, nil), "word/styles.xml").All("w:style") { // build finds ids that come twice
		if id := s.Get("w:styleId"); strings.HasPrefix(id, "TableText") {
			ids = append(ids, id)
		}
	}
	if want := []string{"TableText", "TableTextRight", "TableTextRightSize20", "TableTextRight_"}; !slices.Equal(ids, want) {
		t.Errorf("styles %q, want %q", ids, want)
	}
}

// All that a document asks for and WordprocessingML cannot say is listed, and of an ordinary document nothing is.
func TestLosses(t *testing.T) {
	table := &doc.Table{Src: "t", Columns: columns(1), Rows: rows("1"), Carry: &doc.Carry{Columns: []int{0}}, Rules: &doc.Rules{Outer: 13 * unit.Pt}}
	table.Rows[0].Cells[0] = doc.Cell{Src: "c", Diagonal: [][]doc.Span{say("年"), say("率"), say("县")}}
	d := onePage(para("正文"), table)
	if got := docx.Losses(&doc.Document{Sections: []doc.Section{{Blocks: []doc.Block{para("正文"), disclosureTable()}}}}); len(got) > 0 {
		t.Errorf("of an ordinary document %v", got)
	}
	mirrored := d.Sheet.Page
	mirrored.Mirror = true
	d.Sections = append(d.Sections, doc.Section{Page: &mirrored})
	d.Sheet.Lines.Widows, d.Sheet.Lines.HanLatin, d.Sheet.Table.Rules.Inner = 3, 50, unit.Pt/8
	d.Sheet.Styles[0].Size, d.Sheet.Styles[0].Below = 15*unit.Pt+unit.Pt/4, doc.Border{Width: unit.Pt, Gap: 50 * unit.Pt}
	want := []docx.Loss{{What: docx.LostWidows}, {What: docx.LostGap}, {What: docx.LostMirror}, {What: docx.LostRules}, {What: docx.LostSizes}, {What: docx.LostBelow},
		{Src: "t", What: docx.LostCarry}, {Src: "t", What: docx.LostRules}, {Src: "c", What: docx.LostDiagonals}}
	if got := docx.Losses(d); !slices.Equal(got, want) {
		t.Errorf("losses %v, want %v", got, want)
	}
}

// Rows are as high as in the layout, by the margins of the table's cells; a table that the layout has on one page stays on one,
// and rows that begin a page stay with those that went over with them.
func TestRowsOfTheLayout(t *testing.T) {
	table := &doc.Table{Columns: columns(1, 1), Rows: rows("公安局|5", "民政局|7", "司法局|9", "财政局|3")}
	kept := func(pages docx.TablePages) (margin string, kept []int) {
		tbl := laid(t, table, pages).First("w:tbl")
		for i, row := range tbl.All("w:tr") {
			if len(row.All("w:keepNext")) > 0 {
				kept = append(kept, i)
			}
		}
		if m := tbl.First("w:tblPr/w:tblCellMar/w:top"); m != nil {
			margin = m.Get("w:w")
		}
		return margin, kept
	}
	if margin, rows := kept(docx.TablePages{Pages: 1, Pad: 3 * unit.Pt}); margin != "55" || !slices.Equal(rows, []int{0, 1, 2}) {
		t.Errorf("on one page: margin %s, rows %v stay with the next", margin, rows)
	}
	if margin, rows := kept(docx.TablePages{Pages: 2, Pad: 4 * unit.Pt, Cuts: []int{2}, Kept: []int{2}}); margin != "" || !slices.Equal(rows, []int{2}) {
		t.Errorf("on two: margin %q, rows %v stay with the next", margin, rows)
	}
}
