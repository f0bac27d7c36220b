package compiler

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/docx"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// pageEnds is a three-line table and one with prose beside its rows, both of which go over pages.
func pageEnds() blocksReport {
	open := &doc.Table{Src: "open", Caption: say("清理结果"), HeadRows: 1, StubCols: 1, Rules: &doc.Rules{Outer: 3 * unit.Pt / 2, Head: 3 * unit.Pt / 4, Open: true},
		Columns: []doc.Column{{}, {}}, Rows: []doc.Row{{Cells: []doc.Cell{{Text: say("部门")}, {Text: say("规范性文件")}}}}}
	var rest strings.Builder
	for i := range 60 {
		fmt.Fprintf(&rest, "第%d项 行政机关公开政府信息，应当坚持以公开为常态、不公开为例外，遵循公正、公平、合法、便民的原则。", i+1)
	}
	prose := &doc.Table{Src: "prose", Caption: say("公开目录"), HeadRows: 1, StubCols: 1, Columns: []doc.Column{{}, {}, {Width: 150 * unit.Pt}},
		Rows: []doc.Row{{Cells: []doc.Cell{{Text: say("序号")}, {Text: say("事项")}, {Text: say("依据")}}}}}
	for i := range 60 {
		open.Rows = append(open.Rows, doc.Row{Cells: []doc.Cell{{Text: say("公安局")}, {Text: say(fmt.Sprintf("云政发〔2023〕%d号", i+1))}}})
		row := doc.Row{Cells: []doc.Cell{{Text: say(fmt.Sprint(i + 1))}, {Text: say("公开目录")}}}
		if i == 0 {
			row.Cells = append(row.Cells, doc.Cell{Text: say(rest.String()), RowSpan: 60})
		}
		prose.Rows = append(prose.Rows, row)
	}
	return blocksReport{open, prose, &doc.Paragraph{Text: say("以上目录自公布之日起施行。")}}
}

// What pages of a table end with is in the DOCX too: a three-line table is closed by a rule, prose beside the rows goes on on the next
// page, from the same line on. LibreOffice clips prose that is in one cell, and loses the rows beside its end.
func TestPageEndsInLibreOffice(t *testing.T) {
	needs(t, "soffice", "mutool", "bash", "fc-scan")
	out := compile(t, pageEnds(), bundledSet(t))
	dir := parityFolder(t)
	parityFiles(t, filepath.Join(dir, "page-ends"), out, nil)
	libreOffice(t, dir)
	p := measure(t, filepath.Join(dir, "page-ends-told.pdf"), out)
	p.tell(t, "page-ends")
	for name, s := range map[string]share{"pages": p.pages, "first lines": p.firsts, "last lines": p.lasts, "lines": p.lines, "lines in cells": p.cells, "rules": p.edges, "characters": p.text} {
		if s.same != s.all || s.all == 0 {
			t.Errorf("%s: %s are alike", name, s)
		}
	}
}

// Prose in several cells is read back as one text, and a label shown again as one cell: a file agrees with one that has them whole, also
// when LibreOffice has saved it, and a word changed behind a page's end is found.
func TestVerifyProseOverPages(t *testing.T) {
	out, err := Compile(context.Background(), append(pageEnds(), longTable()), &Options{Fonts: bundledSet(t), Data: []byte("{}")})
	if err != nil {
		t.Fatal(err)
	}
	var whole bytes.Buffer
	if err := out.WriteDOCX(&whole, &docx.Options{MergedLabels: true}); err != nil {
		t.Fatal(err)
	}
	cut := writtenDOCX(t, out)
	files := map[string][]byte{"in cells": cut, "whole": whole.Bytes()}
	if again := resaved(t, cut); again != nil {
		files["saved by LibreOffice"] = again
	}
	unchanged(t, out, files)
	changed := rezip(t, cut, "word/document.xml", func(s string) string { return strings.Replace(s, "第40项", "第400项", 1) })
	if found, err := out.Verify(changed); err != nil || len(found) != 1 {
		t.Errorf("%v %v", found, err)
	}
}

// Where the labels of two columns are pairs of rows that cover each other's ends, every page's end cuts one: it has one row on either page,
// and LibreOffice saves neither as merged.
func TestVerifyPairsOfRows(t *testing.T) {
	pairs := &doc.Table{Src: "pairs", Caption: say("各县（市、区）行政复议情况"), HeadRows: 1, StubCols: 2, Columns: make([]doc.Column, 3),
		Rows: []doc.Row{{Cells: []doc.Cell{{Text: say("县（市、区）")}, {Text: say("年份")}, {Text: say("件数")}}}}}
	const last = 59
	for i := range last + 1 {
		var cells []doc.Cell
		if i%2 == 0 {
			cells = append(cells, doc.Cell{Text: say(fmt.Sprintf("第%d区", i/2+1)), RowSpan: 2})
		}
		switch {
		case i%2 == 1 && i < last:
			cells = append(cells, doc.Cell{Text: say(fmt.Sprint(1964 + i)), RowSpan: 2})
		case i == 0 || i == last:
			cells = append(cells, doc.Cell{Text: say(fmt.Sprint(1964 + i))})
		}
		pairs.Rows = append(pairs.Rows, doc.Row{Cells: append(cells, doc.Cell{Text: say(fmt.Sprint(3 * i))})})
	}
	out, err := Compile(context.Background(), blocksReport{pairs}, &Options{Fonts: bundledSet(t), Data: []byte("{}")})
	if err != nil {
		t.Fatal(err)
	}
	if len(out.Pages.Tables[0].Cuts) == 0 {
		t.Error("no pair is cut")
	}
	file := writtenDOCX(t, out)
	files := map[string][]byte{"as written": file}
	if again := resaved(t, file); again != nil {
		files["saved by LibreOffice"] = again
	}
	unchanged(t, out, files)
}
