package docx_test

import (
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/docx"
	"github.com/banxin-go/banxin/layout/doc"
)

// Leaders and page numbers have the text's faces on all levels, by one character style, and so have the codes of the numbers: those
// renewed look as their codes do.
func TestContentsNumbers(t *testing.T) {
	file := build(t, onePage(&doc.Contents{}, &doc.Heading{Level: 1, Text: say("一、总体情况")}, &doc.Heading{Level: 2, Text: say("（一）主要做法")}), nil)
	f := styleOf(t, part(t, file, "word/styles.xml"), "TOCNumber").First("w:rPr/w:rFonts")
	if f.Get("w:ascii") != "Times New Roman" || f.Get("w:eastAsia") != "仿宋_GB2312" {
		t.Errorf("page numbers in %v", f.Attr)
	}
	tabs := 0
	for _, r := range placed(t, file).All("w:r") {
		if r.First("w:tab") == nil {
			continue
		}
		tabs++
		if style := r.First("w:rPr/w:rStyle"); style == nil || style.Get("w:val") != "TOCNumber" {
			t.Error("leaders in the entry's own face")
		}
	}
	if tabs != 2 {
		t.Errorf("%d entries have leaders", tabs)
	}
	for _, link := range part(t, file, "word/document.xml").All("w:hyperlink") {
		if runs, styled := len(link.All("w:r")), len(link.All("w:rStyle")); runs != styled {
			t.Errorf("%d of %d runs of an entry have a character style", styled, runs)
		}
	}
}

// A contents list without a title that begins a page: Word makes its entries anew when it is renewed, in TOC 1 as it is, so that the page
// break stands before them.
func TestContentsOnNewPage(t *testing.T) {
	d := onePage(para("2023年统计公报"), &doc.Break{}, &doc.Contents{Depth: 1}, &doc.Heading{Level: 1, Text: say("一、综合")})
	var got []string
	for _, p := range part(t, build(t, d, nil), "word/document.xml").All("w:p") {
		style := "-"
		if s := p.First("w:pPr/w:pStyle"); s != nil {
			style = s.Get("w:val")
		}
		got = append(got, style)
	}
	if got, want := strings.Join(got, " "), "- SpacerNewPage TOC1 Heading1"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// Page numbers stand at the right edge of the pages that the list is on, which may be wider than the sheet's.
func TestContentsOnWidePages(t *testing.T) {
	for _, c := range []struct {
		page *doc.Page
		want int
	}{{nil, 8844}, {wide(), 12755}} { // 156 mm, and 297 less 37 and 35 mm, in whole twips
		d := onePage(&doc.Heading{Level: 1, Text: say("一、总体情况")})
		d.Sections = append(d.Sections, doc.Section{Page: c.page, Blocks: []doc.Block{&doc.Contents{}}}, doc.Section{Page: wide(), Blocks: []doc.Block{&doc.Contents{}}})
		styles := part(t, build(t, d, nil), "word/styles.xml")
		for _, id := range []string{"TOC1", "TOC4"} {
			if got := num(styleOf(t, styles, id).First("w:pPr/w:tabs/w:tab").Get("w:pos")); got != c.want {
				t.Errorf("%s: %d, want %d", id, got, c.want)
			}
		}
	}
}

// Lines of an entry end where the layout's do: a word processor would set 情况 before the page number, and leave out the leaders.
func TestContentsLines(t *testing.T) {
	const title = "二、党政主要负责人履行推进法治建设第一责任人职责情况"
	d := onePage(&doc.Contents{Depth: 1}, &doc.Heading{Level: 1, Text: say("一、主要举措和成效")}, &doc.Heading{Level: 1, Text: say(title)})
	o := &docx.Options{Pages: docx.PageNumbers{Entries: []string{"一、主要举措和成效", strings.Replace(title, "情况", "\n情况", 1)}}}
	for lines, want := range map[docx.LineForm]int{docx.LinesOfPDF: 1, docx.OwnLines: 0} {
		o.Lines = lines
		if n := len(part(t, build(t, d, o), "word/document.xml").First("w:body/w:sdt").All("w:br")); n != want {
			t.Errorf("%v: %d lines are ended, want %d", lines, n, want)
		}
	}
}
