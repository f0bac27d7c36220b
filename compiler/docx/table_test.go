package docx_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/docx"
	"github.com/banxin-go/banxin/compiler/docx/docxtest"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// tableOf writes a table alone and gives it back.
func tableOf(t *testing.T, table *doc.Table) *docxtest.Node {
	t.Helper()
	return placed(t, build(t, onePage(table), nil)).First("w:body/w:tbl")
}

// drawn gives each row's cells as width, span, merge and text: "100x2^规章" is two columns wide, "^" begins a merge, "|" goes on.
func drawn(table *docxtest.Node) []string {
	var out []string
	for _, tr := range table.All("w:tr") {
		var cells []string
		for _, tc := range tr.All("w:tc") {
			s := tc.First("w:tcPr/w:tcW").Get("w:w")
			if g := tc.First("w:tcPr/w:gridSpan"); g != nil {
				s += "x" + g.Get("w:val")
			}
			if m := tc.First("w:tcPr/w:vMerge"); m != nil {
				s += map[string]string{"restart": "^", "": "|"}[m.Get("w:val")]
			}
			for _, n := range tc.All("w:t") {
				s += n.Kids[0].Text
			}
			cells = append(cells, s)
		}
		out = append(out, strings.Join(cells, " "))
	}
	return out
}

// Three columns of 10, 20 and 30 pt:
//
//	+-----+-----------+
//	| a   | b         |
//	|     +-----+-----+
//	|     | c   | d   |
//	+-----+-----+     |
//	| e         |     |
//	+-----------+-----+
func TestMerges(t *testing.T) {
	got := drawn(tableOf(t, &doc.Table{
		Columns: []doc.Column{{Width: 10 * unit.Pt}, {Width: 20 * unit.Pt}, {Width: 30 * unit.Pt}}, Rows: rows("2va|2>b", "c|2vd", "2>e"),
	}))
	want := []string{"200^a 1000x2b", "200| 400c 600^d", "600x2e 600|"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// A row that only cells from above fill has no height in Word. It is left out, and the cells are one row less high.
//
//	+---+---+           +---+---+
//	| a | b |           | a | b |
//	|   |   |   becomes +---+---+
//	+---+---+           | c | d |
//	| c | d |           +---+---+
//	+---+---+
func TestRowFromAbove(t *testing.T) {
	got := drawn(tableOf(t, &doc.Table{
		Columns: []doc.Column{{Width: 10 * unit.Pt}, {Width: 20 * unit.Pt}},
		Rows:    []doc.Row{cells("2va|2vb"), {}, cells("c|d")},
	}))
	if want := []string{"200a 400b", "200c 400d"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// Three columns of a third of the type area, 52 mm: 2947.6 twips each. Edges are rounded, not widths, so that the table is as
// wide as the text: 2948 + 5895-2948 + 8844-5895.
func TestWidthsAddUp(t *testing.T) {
	table := tableOf(t, &doc.Table{Columns: columns(1, 1, 1), Rows: rows("规章|0|0")})
	sum, widths := 0, []string{}
	for _, c := range table.All("w:gridCol") {
		sum += num(c.Get("w:w"))
		widths = append(widths, c.Get("w:w"))
	}
	if w := num(table.First("w:tblPr/w:tblW").Get("w:w")); w != 8844 || sum != 8844 {
		t.Errorf("table %d, columns %d: %v", w, sum, widths)
	}
	if table.First("w:tblPr/w:tblLayout").Get("w:type") != "fixed" {
		t.Error("the layout is not fixed")
	}
}

func TestHeadRows(t *testing.T) {
	table := tableOf(t, applicationTable())
	heads, splits, vertical := 0, 0, 0
	for i, tr := range table.All("w:tr") {
		if tr.First("w:trPr/w:tblHeader") != nil {
			heads++
			if i >= 3 {
				t.Errorf("row %d is a head", i)
			}
		}
		if tr.First("w:trPr/w:cantSplit") == nil {
			splits++
		}
		if tr.First("w:trPr/w:trHeight") != nil {
			t.Errorf("row %d has a height that nobody asked for", i)
		}
		vertical += len(tr.All("w:textDirection"))
	}
	if heads != 3 || splits != 0 || vertical != 20 {
		t.Errorf("%d heads, %d rows may split, %d parts of the vertical label", heads, splits, vertical)
	}
}

// A three-line table: outer rules, one below the head, nothing else, and each said once.
func TestThreeLines(t *testing.T) {
	table := tableOf(t, &doc.Table{
		HeadRows: 1, Columns: columns(1, 1), Rows: rows("项目|决算数", "教育支出|96171.6", "合计|96171.6"),
		Rules: &doc.Rules{Outer: 3 * unit.Pt / 2, Head: 3 * unit.Pt / 4, Open: true},
	})
	var got []string
	for _, n := range append(table.First("w:tblPr/w:tblBorders").Kids, table.All("w:tcBorders")...) {
		if n.Name == "w:tcBorders" {
			n = n.Kids[0]
			got = append(got, "cell")
		}
		got = append(got, strings.TrimPrefix(n.Name, "w:")+" "+n.Get("w:val")+n.Get("w:sz"))
	}
	want := []string{"top single12", "left nil", "bottom single12", "right nil", "insideH nil", "insideV nil",
		"cell", "bottom single6", "cell", "bottom single6", "cell", "top single6", "cell", "top single6"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// Rows that stay together say so in their paragraphs: heads, bands, and the last row above notes.
func TestKeptRows(t *testing.T) {
	table := &doc.Table{HeadRows: 1, Columns: columns(1, 1), Notes: [][]doc.Span{say("注：不含历史数据。")}, Rows: rows("项目|件数", "2>第二十条第（一）项", "规章|0", "规范性文件|0")}
	table.Rows[1].KeepNext = true
	var got []bool
	for _, tr := range tableOf(t, table).All("w:tr") {
		got = append(got, tr.First("w:tc/w:p/w:pPr/w:keepNext") != nil)
	}
	if want := []bool{true, true, false, true}; !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
}

// Alignment that differs from the style's is a style of its own; figures with unequal decimals are set right and indented by
// the half ems and points that they lack: two decimals are 1/4 + 1/2 + 1/2 em of 10.5 pt, 262 twips.
func TestAlignment(t *testing.T) {
	table := &doc.Table{Columns: columns(1, 1), Rows: rows("教育|96.25", "卫生|1205")}
	table.Columns[1].Align = doc.AlignDecimal
	file := build(t, onePage(table), nil)
	var got []string
	for _, p := range placed(t, file).First("w:body/w:tbl").All("w:p") {
		s := p.First("w:pPr/w:pStyle").Get("w:val")
		if ind := p.First("w:pPr/w:ind"); ind != nil {
			s += " " + ind.Get("w:right")
		}
		got = append(got, s)
	}
	if want := []string{"TableText", "TableTextRight", "TableText", "TableTextRight 262"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	s := styleOf(t, part(t, file, "word/styles.xml"), "TableTextRight")
	if s.First("w:basedOn").Get("w:val") != "TableText" || s.First("w:pPr/w:jc").Get("w:val") != "right" || s.First("w:name").Get("w:val") != "表格文字（居右）" {
		t.Error("the right-aligned style")
	}
}

// What Fit decides for a crowded table reaches the cells: less padding, smaller type on a closer pitch.
func TestCrowded(t *testing.T) {
	table := &doc.Table{Columns: columns(1, 1), Rows: rows("教育|96.25"), Pad: unit.Pt, TextSize: 9 * unit.Pt}
	file := build(t, onePage(table), nil)
	pr := placed(t, file).First("w:body/w:tbl/w:tblPr")
	if pr.First("w:tblCellMar/w:left").Get("w:w") != "18" { // two twips less, for what rounding takes
		t.Error("the padding is the sheet's")
	}
	s := styleOf(t, part(t, file, "word/styles.xml"), "TableTextSize18")
	if s.First("w:rPr/w:sz").Get("w:val") != "18" {
		t.Error("the size is the style's")
	}
}

func TestTooManyColumns(t *testing.T) {
	table := &doc.Table{Src: "wide", Columns: make([]doc.Column, 64), Rows: make([]doc.Row, 1)}
	var limit *docx.LimitError
	if err := docx.Write(io.Discard, onePage(table), nil); !errors.As(err, &limit) || limit.Value != 64 || limit.Max != 63 {
		t.Error(err)
	}
}

// Tables never touch, whatever stands around them, and a page break in front of one holds.
func TestTablesApart(t *testing.T) {
	table := func() *doc.Table { return &doc.Table{Columns: columns(1), Rows: rows("规章")} }
	for i, blocks := range [][]doc.Block{
		{table(), table()}, {table(), &doc.Break{}, table()}, {&doc.Break{}, table()}, {table()}, {}, {&doc.Break{}}, {table(), &doc.Break{}},
	} {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			body := placed(t, build(t, onePage(blocks...), nil))
			breaks := 0
			for _, b := range blocks {
				if _, ok := b.(*doc.Break); ok {
					breaks++
				}
			}
			if got := len(body.All("w:pageBreakBefore")); got != breaks {
				t.Errorf("%d page breaks of %d", got, breaks)
			}
		})
	}
}

// Any spans at all: either the geometry refuses them, or the file keeps Word's rules.
func FuzzTable(f *testing.F) {
	f.Add(3, 1, []byte{0x12, 0x21, 0, 0x11, 0x11})
	f.Add(2, 0, []byte{0x21, 0x21, 0, 0, 0x11, 0x11})
	f.Fuzz(func(t *testing.T, cols, head int, spans []byte) {
		if cols < 1 || cols > 20 || len(spans) > 200 {
			return
		}
		table := &doc.Table{Columns: columns(slices.Repeat([]int{1}, cols)...), HeadRows: head, Rows: make([]doc.Row, 1)}
		for _, b := range spans { // 0 ends a row, else rows and columns in four bits each
			if b == 0 {
				table.Rows = append(table.Rows, doc.Row{})
				continue
			}
			r := &table.Rows[len(table.Rows)-1]
			r.Cells = append(r.Cells, doc.Cell{Text: say("规章"), RowSpan: int(b >> 4), ColSpan: int(b & 15)})
		}
		var file bytes.Buffer
		err := docx.Write(&file, onePage(table), nil)
		var refused *docx.TableError
		if errors.As(err, &refused) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if faults := docxtest.Check(file.Bytes()); len(faults) > 0 {
			t.Fatal(faults)
		}
	})
}

// The frame of 1 pt stands outside the rows: the first and the last give it up above and below, 4 pt less 1.
func TestFrameMargins(t *testing.T) {
	table := &doc.Table{Columns: columns(1, 1), Rows: rows("一|二", "三|四", "五|六")}
	var got []string
	for _, c := range placed(t, build(t, onePage(table), nil)).First("w:body/w:tbl").All("w:tcPr") {
		s := ""
		for _, side := range []string{"w:top", "w:bottom"} {
			if m := c.First("w:tcMar/" + side); m != nil {
				s += side + m.Get("w:w")
			}
		}
		got = append(got, s)
	}
	if want := []string{"w:top60", "w:top60", "", "", "w:bottom60", "w:bottom60"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
