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

// pieces gives the paragraphs of the first cell of each row, "/" between them and "|" for a line feed; "↓" begins one with a number,
// "→" one without its first line's indent.
func pieces(table *docxtest.Node) []string {
	var out []string
	for _, tr := range table.All("w:tr") {
		var cell []string
		for _, p := range tr.First("w:tc").All("w:p") {
			s := ""
			if p.First("w:pPr/w:numPr") != nil {
				s = "↓"
			}
			if ind := p.First("w:pPr/w:ind"); ind != nil && ind.Get("w:firstLine") == "0" {
				s += "→"
			}
			p.Walk(func(n *docxtest.Node) {
				switch n.Name {
				case "w:t":
					s += n.Kids[0].Text
				case "w:br":
					s += "|"
				}
			})
			cell = append(cell, s)
		}
		out = append(out, strings.Join(cell, "/"))
	}
	return out
}

// prose is a table of four rows with one cell over all of them; a page ends below the second.
func prose(cell doc.Cell) *doc.Table {
	t := &doc.Table{Columns: columns(1, 1), Rows: rows("4v|1", "2", "3", "4")}
	cell.RowSpan = 4
	t.Rows[0].Cells[0] = cell
	return t
}

// Prose goes on where the layout's page does, from the byte on that the layout tells, with the line ends of the whole text; a
// paragraph that goes on has no indent of its first line, an item no second number, and what follows the page's end is numbered on.
func TestPassages(t *testing.T) {
	const han = len("无")
	indented := &doc.Paragraph{Style: "Normal", Text: say("本机关不掌握相关政府信息")}
	hanging := &doc.Paragraph{Style: "ListParagraph", Text: say("本机关不掌握相关政府信息")}
	list := &doc.List{Kind: doc.Decimal, Items: []doc.Item{{Text: say("甲")}, {Text: say("乙丙")}, {Text: say("丁")}}}
	for name, c := range map[string]struct {
		cell doc.Cell
		at   docx.Passage
		want []string
	}{
		"text":      {doc.Cell{Text: say("没有现成信息需要另行制作")}, docx.Passage{Row: 2, At: 6 * han}, []string{"没有现成信息", "", "需要另行制作", ""}},
		"spans":     {doc.Cell{Text: []doc.Span{{Text: "没有现成"}, {Text: "信息需要", Bold: true}, {Text: "另行制作"}}}, docx.Passage{Row: 2, At: 6 * han}, []string{"没有现成信息", "", "需要另行制作", ""}},
		"line feed": {doc.Cell{Text: say("没有现成信息\n需要另行\n制作")}, docx.Passage{Row: 2, At: 6*han + 1}, []string{"没有现成信息", "", "需要另行|制作", ""}},
		"paragraph": {doc.Cell{Blocks: []doc.Block{&doc.Paragraph{Text: say("其他")}, indented}}, docx.Passage{Row: 2, Part: 1, At: 6 * han}, []string{"其他/本机关不掌握", "", "→相关政府信息", ""}},
		"hanging":   {doc.Cell{Blocks: []doc.Block{hanging}}, docx.Passage{Row: 2, At: 6 * han}, []string{"本机关不掌握", "", "→相关政府信息", ""}},
		"item":      {doc.Cell{Blocks: []doc.Block{list, indented}}, docx.Passage{Row: 2, Part: 1, At: han}, []string{"↓甲/↓乙", "", "→丙/↓丁/本机关不掌握相关政府信息", ""}},
		"at once":   {doc.Cell{Text: say("没有现成信息")}, docx.Passage{Row: 2}, []string{"", "", "没有现成信息", ""}},
		"ended":     {doc.Cell{Text: say("没有现成信息")}, docx.Passage{Cell: 9, Row: 2}, []string{"没有现成信息", "", "", ""}},
	} {
		got := laid(t, prose(c.cell), docx.TablePages{Pages: 2, Cuts: []int{2}, Long: []int{0}, Passages: []docx.Passage{c.at}})
		if p := pieces(got.First("w:tbl")); !slices.Equal(p, c.want) {
			t.Errorf("%s: %q, want %q", name, p, c.want)
		}
	}
	o := &docx.Options{MergedLabels: true, Pages: docx.PageNumbers{Tables: []docx.TablePages{{Pages: 2, Cuts: []int{2}, Long: []int{0}, Passages: []docx.Passage{{Row: 2, At: han}}}}}}
	table := prose(doc.Cell{Text: say("没有现成信息")})
	table.Columns[0].Width, table.Columns[1].Width = 99*unit.Pt, 99*unit.Pt
	if p := pieces(placed(t, build(t, onePage(table), o)).First("w:body/w:tbl")); p[0] != "没有现成信息" {
		t.Errorf("with MergedLabels %q", p)
	}
}

// The items behind a page's end are numbered on: their list begins with the number that they have.
func TestNumbersOfAPassage(t *testing.T) {
	list := &doc.List{Kind: doc.Decimal, Start: 3, Items: []doc.Item{{Text: say("甲")}, {Text: say("乙")}, {Text: say("丙")}}}
	file := build(t, onePage(prose(doc.Cell{Blocks: []doc.Block{list}})), &docx.Options{Pages: docx.PageNumbers{Tables: []docx.TablePages{
		{Pages: 2, Cuts: []int{2}, Long: []int{0}, Passages: []docx.Passage{{Row: 2, Part: 1}}}}}})
	var starts []string
	for _, n := range part(t, file, "word/numbering.xml").All("w:startOverride") {
		starts = append(starts, n.Get("w:val"))
	}
	if !slices.Equal(starts, []string{"3", "4"}) {
		t.Errorf("lists begin with %q", starts)
	}
}

// A page that has no room for a line of a text has a piece of it without any; it is read as a part of the cell all the same. What is
// marked between two pieces is marked once, behind the first.
func TestPieceWithoutText(t *testing.T) {
	const han = len("无")
	at := docx.Passage{Row: 2, At: 2 * han}
	again := at
	again.Row = 3
	told := docx.TablePages{Pages: 3, Cuts: []int{2, 3}, Long: []int{0}, Passages: []docx.Passage{at, again}}
	table := prose(doc.Cell{Text: []doc.Span{{Text: "不予"}, {Note: "n"}, {Text: "公开"}}})
	table.Footnotes = []doc.Note{{Key: "n", Text: say("见第三十六条")}}
	body := laid(t, table, told)
	if got, want := pieces(body.First("w:tbl")), []string{"不予1)", "", "", "公开"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	var marks []string
	for _, n := range body.First("w:tbl").All("w:bookmarkStart") {
		marks = append(marks, n.Get("w:name"))
	}
	if want := []string{"_NoteRef1", "_More1", "_More2"}; !slices.Equal(marks, want) {
		t.Errorf("bookmarks %q, want %q", marks, want)
	}
}

// The line ends of a text hold behind a page's end too.
func TestLineEndsOfAPassage(t *testing.T) {
	cell := doc.Cell{Text: say("没有现成信息需要另行制作")}
	table := prose(cell)
	const han = len("无")
	o := &docx.Options{LineEnds: map[*doc.Span][]doc.LineEnd{&table.Rows[0].Cells[0].Text[0]: {{At: 6 * han, Track: -unit.Twip, Forced: true}, {At: 9 * han, Track: -2 * unit.Twip}, {At: 12 * han}}},
		Pages: docx.PageNumbers{Tables: []docx.TablePages{{Pages: 2, Cuts: []int{2}, Long: []int{0}, Passages: []docx.Passage{{Row: 2, At: 6 * han}}}}}}
	table.Columns[0].Width, table.Columns[1].Width = 99*unit.Pt, 99*unit.Pt
	if got, want := spacedRuns(t, build(t, onePage(table), o)), []string{"没有现成信息 -1", "1", "2", "需要另 -2", "行制作", "3", "4"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// Where the layout ends a page a three-line table is closed, below merged cells too; tables with rules between their rows have one there.
func TestRuleAtAPageEnd(t *testing.T) {
	for _, c := range []struct {
		rules doc.Rules
		edges *doc.Edges
		want  []string
	}{
		{doc.Rules{Outer: 3 * unit.Pt / 2, Head: 3 * unit.Pt / 4, Open: true}, nil, []string{"6 6", "", "12 12", "12 12", ""}},
		{doc.Rules{Outer: 3 * unit.Pt / 2, Head: unit.Pt / 2, Inner: unit.Pt / 2}, nil, []string{"", "", "", "", ""}},
		{doc.Rules{Outer: 3 * unit.Pt / 2, Head: unit.Pt / 2, Inner: unit.Pt / 2}, &doc.Edges{Bottom: doc.EdgeNone}, []string{"4 4", "", "12", "", ""}},
	} {
		table := &doc.Table{HeadRows: 1, Columns: columns(1, 1), Rows: rows("项目|决算数", "教育支出|1", "文化支出|2", "2v卫生支出|3", "4"), Rules: &c.rules}
		table.Rows[2].Cells[1].Edges = c.edges
		got := laid(t, table, docx.TablePages{Pages: 2, Cuts: []int{3, 4}}).First("w:tbl")
		var below []string
		for _, tr := range got.All("w:tr") {
			var row []string
			for _, n := range tr.All("w:tcBorders") {
				if below := n.First("w:bottom"); below != nil {
					row = append(row, below.Get("w:sz"))
				}
			}
			below = append(below, strings.Join(row, " "))
		}
		if margin := got.All("w:tr")[2].First("w:tc/w:tcPr/w:tcMar"); c.rules.Inner == 0 && (margin == nil || margin.First("w:bottom") == nil) {
			t.Error("the row above the page's end does not make room for its rule")
		}
		if !slices.Equal(below, c.want) {
			t.Errorf("%+v: rules below the rows %q, want %q", c.rules, below, c.want)
		}
	}
}

// Prose that has ended on a page has nothing on the next, but a cell of its own there; and it hangs from the upper edge as prose does
// that goes on.
func TestEndedProse(t *testing.T) {
	table := prose(doc.Cell{Text: say("没有现成信息需要另行制作")})
	for _, c := range []struct {
		passages []docx.Passage
		want     []string
	}{
		{[]docx.Passage{{Row: 1, At: 6 * len("无")}}, []string{"没有现成信息", "需要另行制作", "", ""}},
		{nil, []string{"没有现成信息需要另行制作", "", "", ""}},
	} {
		got := laid(t, table, docx.TablePages{Pages: 4, Cuts: []int{1, 2, 3}, Long: []int{0}, Passages: c.passages}).First("w:tbl")
		if p := pieces(got); !slices.Equal(p, c.want) {
			t.Errorf("%q, want %q", p, c.want)
		}
		for i, tr := range got.All("w:tr") {
			cell := tr.First("w:tc/w:tcPr")
			if cell.First("w:vMerge").Get("w:val") != "restart" || cell.First("w:vAlign").Get("w:val") != "top" {
				t.Errorf("row %d goes on with the cell above, or does not hang", i)
			}
		}
		var names []string // the first piece, of one row, says that others belong to it
		for _, n := range got.All("w:bookmarkStart") {
			names = append(names, strings.TrimRight(n.Get("w:name"), "123456789"))
		}
		if want := []string{"_Cut", "_More", "_More", "_More"}; !slices.Equal(names, want) {
			t.Errorf("bookmarks %q, want %q", names, want)
		}
	}
}

// The rule stands below the last row that is written: one that no cell starts in is not.
func TestRuleAboveARowWithoutCells(t *testing.T) {
	table := &doc.Table{Columns: columns(1, 1), Rows: rows("2v教育支出|2v1", "文化支出|2"), Rules: &doc.Rules{Outer: 3 * unit.Pt / 2, Open: true}}
	table.Rows = slices.Insert(table.Rows, 1, doc.Row{})
	got := laid(t, table, docx.TablePages{Pages: 2, Cuts: []int{2}}).First("w:tbl")
	if all := got.First("w:tr").All("w:bottom"); len(all) != 4 || all[0].Get("w:sz") != "12" { // of the margins and of the borders of two cells
		t.Errorf("%d below the first row", len(all))
	}
}
