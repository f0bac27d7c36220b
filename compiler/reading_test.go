package compiler

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/banxin-go/banxin/compiler/pdf/pdfcheck"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
)

// readingReport has what a reader finds his way by: a contents list, headings of three levels over several pages, notes in
// text and table, passages in other languages, links.
func readingReport() given {
	long := strings.Repeat("围绕深化改革、优化营商环境和保障改善民生，主动公开各类政府信息，回应社会关切。", 12)
	h := func(level int, text string) doc.Block { return &doc.Heading{Level: level, Text: spans(text)} }
	p := func(spans ...doc.Span) doc.Block { return &doc.Paragraph{Text: spans} }
	cell := func(s string) doc.Cell { return doc.Cell{Text: spans(s)} }
	return given{&doc.Document{
		Meta: doc.Meta{Title: "云州市2024年政务公开统计公报", Author: "云州市统计局", Date: time.Date(2025, 2, 28, 9, 0, 0, 0, time.FixedZone("", 8*3600))},
		Sections: []doc.Section{{Blocks: []doc.Block{
			&doc.Heading{Text: spans("云州市2024年政务公开统计公报")},
			&doc.Contents{Title: spans("目　录"), Depth: 3}, &doc.Break{},
			h(1, "一、综合"),
			p(doc.Span{Text: "全年公开信息一万二千余条", Note: "scope"}, doc.Span{Text: "，其中政策解读"}, doc.Span{Text: "（policy interpretation）", Lang: "en"}, doc.Span{Text: "三百余篇。"}),
			p(doc.Span{Text: long}), h(2, "（一）主动公开"), p(doc.Span{Text: long}), h(3, "1.门户网站"), p(doc.Span{Text: long}),
			h(1, "二、依申请公开"), p(doc.Span{Text: long + "再次说明口径", Note: "scope"}, doc.Span{Text: "。"}),
			&doc.Table{HeadRows: 1, StubCols: 1, Columns: make([]doc.Column, 2), Rows: []doc.Row{
				{Cells: []doc.Cell{cell("渠道"), cell("件数")}},
				{Cells: []doc.Cell{{Text: []doc.Span{{Text: "当面", Note: "desk"}}}, cell("77")}},
			}, Footnotes: []doc.Note{{Key: "desk", Text: spans("含信函转交的。")}}},
			p(doc.Span{Text: "全文见"}, doc.Span{Text: "门户网站", Link: "https://www.yunzhou.gov.cn/政务公开/"}, doc.Span{Text: "。"}),
			&doc.Notes{Title: spans("注释"), Items: []doc.Note{{Key: "scope", Text: spans("指市、县两级行政机关。")}}},
		}}},
	}}
}

// The way through a document: bookmarks nested as the headings, contents entries with the right pages, marks of notes that
// lead to the notes, notes that lead back to the first mark, languages, and all text in the order in which it is read.
func TestReading(t *testing.T) {
	out, err := Compile(context.Background(), readingReport(), &Options{Fonts: bundledSet(t)})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := out.WritePDF(&b, nil); err != nil {
		t.Fatal(err)
	}
	for _, err := range pdfcheck.Check(b.Bytes()) {
		t.Error(err)
	}
	keepArtifact(t, "reading.pdf", b.Bytes())
	text, err := pdfcheck.Text(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	inOrder(t, text, "云州市2024年政务公开统计公报", "目　录", "一、综合", "（一）主动公开", "二、依申请公开", "一、综合", "[1]", "（policy interpretation）",
		"（一）主动公开", "1.门户网站", "二、依申请公开", "再次说明口径", "[1]", "当面", "1)", "1)", "含信函转交的。", "门户网站", "注释", "[1]", "指市、县两级行政机关。")
	tags, err := pdfcheck.Tags(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"TOC", "TOCI", "Reference", "Note", `Lang="en"`} {
		if !strings.Contains(tags, want) {
			t.Errorf("the tags have no %s:\n%.3000s", want, tags)
		}
	}
	readingMarks(t, out)
	readingLinks(t, out)
}

// readingMarks: what bookmarks and contents entries say is where the headings stand.
func readingMarks(t *testing.T, out *Output) {
	levels := []int{1, 2, 3, 1}
	if len(out.Pages.Outline) != len(levels) {
		t.Fatal(out.Pages.Outline)
	}
	first := out.Pages.Paint(0)
	for i, m := range out.Pages.Outline {
		found := false
		for _, item := range out.Pages.Paint(m.Page).Items {
			text, ok := item.(*display.Text)
			found = found || ok && text.Node != nil && text.Node.Role == display.RoleH1+display.Role(m.Level-1) && strings.HasPrefix(m.Title, text.String)
		}
		entry := contentsEntry(first, m.Title)
		if m.Level != levels[i] || !found || entry == nil || entry.Dest.Page != m.Page || entry.Dest.Y != m.Y {
			t.Errorf("%+v: on its page %v, entry %+v", m, found, entry)
		}
	}
}

func contentsEntry(p *display.Page, title string) *display.Link {
	for _, item := range p.Items {
		if l, ok := item.(*display.Link); ok && l.Text == title {
			return l
		}
	}
	return nil
}

// readingLinks: of each note, the marks lead to it and it leads to the first of them.
func readingLinks(t *testing.T, out *Output) {
	type end struct {
		page int
		link *display.Link
	}
	var marks, backs []end
	for n := range out.Pages.Count {
		for _, item := range out.Pages.Paint(n).Items {
			l, ok := item.(*display.Link)
			switch {
			case ok && parentRole(out.Pages.Root, l.Node) == display.RoleReference:
				marks = append(marks, end{n, l})
			case ok && parentRole(out.Pages.Root, l.Node) == display.RoleLbl:
				backs = append(backs, end{n, l})
			}
		}
	}
	if len(marks) != 3 || len(backs) != 2 {
		t.Fatalf("%d marks, %d ways back", len(marks), len(backs))
	}
	leads := func(from, to end) {
		t.Helper()
		if d := from.link.Dest; d == nil || d.Page != to.page || d.Y > to.link.Box.Y || to.link.Box.Y-d.Y > to.link.Box.H {
			t.Errorf("%+v leads to %+v, not to %+v on page %d", from.link, from.link.Dest, to.link.Box, to.page)
		}
	}
	leads(marks[0], backs[1])
	leads(marks[1], backs[1])
	leads(backs[1], marks[0])
	leads(marks[2], backs[0])
	leads(backs[0], marks[2])
}

func parentRole(n, kid *display.Node) display.Role {
	for _, k := range n.Kids {
		if k == kid {
			return n.Role
		}
		if r := parentRole(k, kid); r != display.RoleDocument {
			return r
		}
	}
	return display.RoleDocument
}

func inOrder(t *testing.T, text string, want ...string) {
	t.Helper()
	rest := text
	for _, w := range want {
		_, after, ok := strings.Cut(rest, w)
		if !ok {
			t.Fatalf("%q is missing, or stands too early, in\n%s", w, text)
		}
		rest = after
	}
}

// needPoppler skips a test where one of poppler's programs is missing; in CI that is a fault.
func needPoppler(t *testing.T, program string) {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skipf("%s is not installed: what others read was not checked", program)
	}
}

// Another program's view of the tags: poppler reads contents, notes and languages in the same order.
func TestReadingByPoppler(t *testing.T) {
	needPoppler(t, "pdfinfo")
	out, err := Compile(context.Background(), readingReport(), &Options{Fonts: bundledSet(t)})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "reading.pdf")
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(out.WritePDF(f, nil), f.Close()); err != nil {
		t.Fatal(err)
	}
	seen, err := exec.Command("pdfinfo", "-struct-text", file).CombinedOutput()
	if err != nil || bytes.Contains(seen, []byte("Syntax")) {
		t.Fatalf("%v\n%s", err, seen)
	}
	inOrder(t, string(seen), "TOC", "TOCI", "Link", "一、综合", "H1", "一、综合", "Reference", "Link", "[1]", "Span", "policy", "H2", "H3", "Note", "Lbl", "Link", "1)", "Note", "Lbl", "Link", "[1]")
}
