package compiler

import (
	"bytes"
	"context"
	"testing"

	"github.com/banxin-go/banxin/compiler/pdf"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// everyBlock has every kind of block and most of what can stand in one: merges by data, a caption with a unit, notes of the
// text and of a table, a head divided by a line, a table too wide for the page.
func everyBlock(t testing.TB) *doc.Document {
	text := func(s string) []doc.Span { return []doc.Span{{Text: s}} }
	cell := func(s string) doc.Cell { return doc.Cell{Text: text(s)} }
	rows := func(lines ...[]string) (out []doc.Row) {
		for _, line := range lines {
			var r doc.Row
			for _, s := range line {
				r.Cells = append(r.Cells, cell(s))
			}
			out = append(out, r)
		}
		return out
	}
	merged := &doc.Table{
		Src: "merged", Caption: text("收支情况表"), Unit: text("单位：万元"), HeadRows: 1, StubCols: 1, Columns: make([]doc.Column, 3), Merge: []int{0},
		Rows:  rows([]string{"", "项目", "金额"}, []string{"基本支出", "人员经费", "12.50"}, []string{"基本支出", "公用经费", "3.25"}, []string{"项目支出", "培训 费", "1"}),
		Notes: [][]doc.Span{text("注：本表为财政拨款。")},
	}
	merged.Rows[0].Cells[0] = doc.Cell{Diagonal: [][]doc.Span{text("金额"), text("类别")}}
	wide := &doc.Table{Src: "wide", Caption: text("分月情况表"), HeadRows: 1, StubCols: 1, Columns: make([]doc.Column, 30), SplitColumns: true}
	for range 2 {
		var r doc.Row
		for range 30 {
			r.Cells = append(r.Cells, cell("123456"))
		}
		wide.Rows = append(wide.Rows, r)
	}
	inCell := &doc.Table{Src: "cells", Columns: make([]doc.Column, 2), Rows: rows([]string{"", "二"})}
	inCell.Rows[0].Cells[0] = doc.Cell{Blocks: []doc.Block{
		&doc.Paragraph{Text: text("第一段")}, &doc.List{Kind: doc.Decimal, Items: []doc.Item{{Text: text("第一项"), Sub: &doc.List{Kind: doc.Circled, Items: []doc.Item{{Text: text("第一项之一")}}}}, {Text: text("第二项")}}},
	}}
	return &doc.Document{Meta: doc.Meta{Title: "各种内容"}, Sections: []doc.Section{{Blocks: []doc.Block{
		&doc.Heading{Src: "title", Text: text("某某市人民政府\n年度报告")},
		&doc.Contents{Src: "contents", Title: text("目录")},
		&doc.Heading{Src: "one", Level: 1, Text: text("一、总体情况")},
		&doc.Paragraph{Src: "p", Text: []doc.Span{{Text: "共公开 ", Bold: true}, {Text: "15 条", Note: "n"}, {Text: "，见", Dots: true}, {Text: "网站", Link: "https://www.gov.cn/"}, {Text: "。Open Government Information Regulations of the People’s Republic of China, final office affairs 2024.", Lang: "en"}}},
		&doc.List{Src: "list", Kind: doc.ChineseParenthesis, Items: []doc.Item{{Text: text("甲"), Sub: &doc.List{Kind: doc.Circled, Items: []doc.Item{{Text: text("甲之一")}}}}, {Text: text("乙")}}},
		merged, wide, inCell,
		&doc.Figure{Src: "figure", Data: sealPNG(t), Width: 20 * unit.MM, Alt: "印章", Caption: text("图的说明")},
		&doc.Chart{Src: "chart", Title: "数量", Categories: []string{"一季度", "二季度"}, Series: []doc.Series{{Name: "件", Values: []int64{3, 4}}}, Caption: text("统计图")},
		&doc.Break{},
		&doc.Notes{Src: "notes", Title: text("注释"), Items: []doc.Note{{Key: "n", Text: text("截至年底。")}}},
		&doc.Signature{Src: "signature", Names: []string{"某某市人民政府", "某某市人民政府办公室"}, Date: "2025年1月20日"},
	}}}}
}

// A file agrees with what it was made of, whatever kinds of block there are, also when LibreOffice has saved it again; each
// text taken out of it is found missing where it stood.
func TestVerifyEveryBlock(t *testing.T) {
	out, err := Compile(context.Background(), given{everyBlock(t)}, &Options{Fonts: bundledSet(t), Data: []byte("{}")})
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{"pdf": writtenPDF(t, out, &pdf.Options{Standard: pdf.PDFA3A}), "docx": writtenDOCX(t, out)}
	if again := resaved(t, files["docx"]); again != nil {
		files["docx, saved by LibreOffice"] = again
	}
	unchanged(t, out, files)
	for i, b := range everyBlock(t).Sections[0].Blocks {
		if _, isBreak := b.(*doc.Break); isBreak || i == 0 {
			continue
		}
		verifyWithout(t, out, i)
	}
}

// verifyWithout takes the block i out of the files.
func verifyWithout(t *testing.T, out *Output, i int) {
	less := everyBlock(t)
	blocks := less.Sections[0].Blocks
	less.Sections[0].Blocks = append(blocks[:i:i], blocks[i+1:]...)
	o, err := Compile(context.Background(), given{less}, &Options{Fonts: bundledSet(t), Data: []byte("{}")})
	if err != nil {
		return // something refers to it
	}
	var docx bytes.Buffer
	if err := o.WriteDOCX(&docx, nil); err != nil {
		t.Fatal(err)
	}
	for kind, file := range map[string][]byte{"pdf": writtenPDF(t, o, &pdf.Options{Standard: pdf.PDFA3A}), "docx": docx.Bytes()} {
		found, err := out.Verify(file)
		if err != nil || len(found) == 0 {
			t.Errorf("%s without block %d: %v, %v", kind, i, lines(found), err)
		}
	}
}
