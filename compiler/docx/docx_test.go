package docx_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/banxin-go/banxin/compiler/docx"
	"github.com/banxin-go/banxin/compiler/docx/docxtest"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/tables"
)

// build writes d and checks the file. When BANXIN_ARTIFACTS names a folder, the file is left there for outside judges.
func build(t *testing.T, d *doc.Document, o *docx.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := docx.Write(&b, d, o); err != nil {
		t.Fatal(err)
	}
	for _, fault := range append(docxtest.Check(b.Bytes()), docxtest.Order(b.Bytes())...) {
		t.Error(fault)
	}
	if dir := os.Getenv("BANXIN_ARTIFACTS"); dir != "" {
		name := "docx-" + strings.NewReplacer("/", "-", "#", "-").Replace(t.Name()) + ".docx"
		if err := os.WriteFile(filepath.Join(dir, name), b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}

// part gives one part of a file as a tree.
func part(t *testing.T, file []byte, name string) *docxtest.Node {
	t.Helper()
	parts, err := docxtest.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range parts {
		if p.Name == name && p.Root != nil {
			return p.Root
		}
	}
	t.Fatalf("no part %s", name)
	return nil
}

// onePage is a document of the blocks on the sheet of GB/T 9704.
func onePage(blocks ...doc.Block) *doc.Document {
	return &doc.Document{
		Meta: doc.Meta{Title: "2022年政府信息公开工作年度报告"}, Sheet: doc.GB9704(), Sections: []doc.Section{{Blocks: blocks}},
	}
}

func para(text string) *doc.Paragraph { return &doc.Paragraph{Src: "p", Text: say(text)} }

func TestSeed(t *testing.T) {
	file := build(t, seed(), &docx.Options{Pages: docx.PageNumbers{Count: 4}})
	text, err := docxtest.Paragraphs(file)
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Join(text, "\n")
	for _, want := range []string{"郑州市二七区政务服务中心\n2022年政府信息公开工作年度报告", "着眼深化“放管服”改革,优化营商环境", "5.要求行政机关确认或重新出具已获取信息", "2023年1月31日"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is lost", want)
		}
	}
}

// What a clerk changes in a style must reach all of the text: the body names no face, size, colour, spacing or alignment.
// What is left is structure, and the signature's place, which depends on the length of its names.
func TestNoDirectFormatting(t *testing.T) {
	body := part(t, build(t, seed(), nil), "word/document.xml")
	signature := 0
	body.Walk(func(n *docxtest.Node) {
		switch n.Name {
		case "w:sz", "w:color", "w:jc", "w:b", "w:pBdr":
			if n.Name != "w:jc" || n.Get("w:val") != "center" { // of the tables themselves
				t.Errorf("%s=%s in the body", n.Name, n.Get("w:val"))
			}
		case "w:rFonts":
			if len(n.Attr) != 1 || n.Get("w:hint") != "eastAsia" {
				t.Errorf("faces in the body: %v", n.Attr)
			}
		case "w:ind":
			signature++
		}
	})
	if signature != 2 {
		t.Errorf("%d indents in the body, want those of name and date", signature)
	}
}

func TestSameBytes(t *testing.T) {
	d := seed()
	first := build(t, d, nil)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			var b bytes.Buffer
			if err := docx.Write(&b, d, nil); err != nil || !bytes.Equal(b.Bytes(), first) {
				t.Errorf("another file, %v", err)
			}
		})
	}
	wg.Wait()
}

var errFull = errors.New("disk full")

// A stopper takes n bytes and then fails.
type stopper struct{ n int }

func (s *stopper) Write(b []byte) (int, error) {
	if len(b) > s.n {
		return s.n, errFull
	}
	s.n -= len(b)
	return len(b), nil
}

func TestFailingWriter(t *testing.T) {
	d := onePage(para("本年度未收取信息处理费。"))
	size := len(build(t, d, nil))
	for n := 0; n < size; n += 97 {
		if err := docx.Write(&stopper{n}, d, nil); !errors.Is(err, errFull) {
			t.Fatalf("a writer that fails at byte %d: %v", n, err)
		}
	}
}

// All faults come back at once, each with its place, and nothing is written.
func TestFaults(t *testing.T) {
	d := onePage(
		&doc.Paragraph{Src: "body.a", Text: say("电话\x00：0517-83605210")},
		&doc.Paragraph{Src: "body.b", Text: say("名称\xff\xfe")},
		&doc.Paragraph{Src: "body.c", Style: "Heading9", Text: say("其他")},
		&doc.Paragraph{Src: "body.d", Text: []doc.Span{{Text: "附件", Link: "javascript:alert(1)"}}},
		&doc.Paragraph{Src: "body.e", Text: []doc.Span{{Text: "见表三", Link: "#nowhere"}}},
		&doc.Table{Src: "body.t", Columns: columns(1, 1), Rows: rows("规章")},
		&doc.Table{Src: "body.u", Columns: make([]doc.Column, 2), Rows: rows("规章|0")},
		&doc.Figure{Src: "body.f", Data: []byte("GIF89a"), Alt: "图"},
	)
	var b bytes.Buffer
	err := docx.Write(&b, d, nil)
	if b.Len() > 0 {
		t.Errorf("%d bytes were written", b.Len())
	}
	var text *docx.TextError
	if !errors.As(err, &text) || text.Src != "body.a" || text.Rune != 0 || text.Offset != len("电话") {
		t.Errorf("the first bad character: %+v", text)
	}
	var link *docx.LinkError
	var style *docx.StyleError
	var table *docx.TableError
	var width *docx.WidthError
	var image *docx.ImageError
	var gap tables.GapError
	for _, target := range []any{&link, &style, &table, &width, &image, &gap} {
		if !errors.As(err, target) {
			t.Errorf("no %T in %v", target, err)
		}
	}
	for _, src := range []string{"body.b", "body.c", "body.d", "body.e", "body.t", "body.u", "body.f"} {
		if !strings.Contains(err.Error(), src) {
			t.Errorf("nothing about %s", src)
		}
	}
}

// Text that looks like markup stays text.
func TestHostileText(t *testing.T) {
	hostile := "]]> <w:p/> & \"'\t一\n二 &#0; --> <!DOCTYPE x>"
	d := onePage(para(hostile))
	d.Meta.Title, d.Meta.Keywords = hostile, []string{hostile}
	file := build(t, d, &docx.Options{Properties: []docx.Property{{Name: hostile, Value: hostile}}})
	text, err := docxtest.Paragraphs(file)
	if err != nil || text[0] != hostile {
		t.Errorf("%q, %v", text, err)
	}
	title := part(t, file, "docProps/core.xml").First("dc:title").Kids[0].Text
	if title != hostile {
		t.Errorf("title %q", title)
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"", " ", "“放管服”改革", "\x00", "]]>", "\ufffe", "𬱖𪣻", "People’s “1+X” ——……", "\xed\xa0\x80", "a\tb\nc"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var b bytes.Buffer
		err := docx.Write(&b, onePage(para(s), para("完")), nil)
		var bad *docx.TextError
		if errors.As(err, &bad) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		text, err := docxtest.Paragraphs(b.Bytes())
		if err != nil || text[0] != s || len(docxtest.Check(b.Bytes())) > 0 {
			t.Fatalf("%q became %q, %v, %v", s, text, err, docxtest.Check(b.Bytes()))
		}
	})
}
