package docx_test

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/banxin-go/banxin/compiler/docx"
	"github.com/banxin-go/banxin/compiler/docx/docxtest"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/tables"
)

// build writes d and checks the file. When BANXIN_ARTIFACTS names a folder, the file is left there for outside judges.
func build(t *testing.T, d *doc.Document, o *docx.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := docx.Write(&b, d, o); err != nil {
		t.Fatal(err)
	}
	for _, fault := range docxtest.Faults(b.Bytes()) {
		t.Error(fault)
	}
	if dir := os.Getenv("BANXIN_ARTIFACTS"); dir != "" {
		// The sum tells the files of one test apart: the last of several would win, and which is last may hang on a map's order.
		name := fmt.Sprintf("docx-%s-%.4x.docx", strings.NewReplacer("/", "-", "#", "-").Replace(t.Name()), sha256.Sum256(b.Bytes()))
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

// placed is the text of a file, with what hidden styles say in the paragraphs that have them.
func placed(t *testing.T, file []byte) *docxtest.Node {
	t.Helper()
	return placedPart(t, file, "word/document.xml")
}

func placedPart(t *testing.T, file []byte, name string) *docxtest.Node {
	t.Helper()
	return docxtest.Placed(part(t, file, name), part(t, file, "word/styles.xml"))
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

// What a clerk changes in a style must reach all of the text: no paragraph and no run of it says how it looks (build asks
// docxtest.Direct). What stands apart, together, further in or on a new page has a style that says so, derived from the one it would have
// otherwise.
func TestNoDirectFormatting(t *testing.T) {
	o := &docx.Options{Pages: docx.PageNumbers{Insets: []unit.Length{30 * unit.Pt}}, LineEnds: map[*doc.Span][]doc.LineEnd{}}
	said := map[string]bool{}
	for _, d := range []*doc.Document{seed(), everything(t)} {
		for _, block := range d.Sections[0].Blocks {
			if p, ok := block.(*doc.Paragraph); ok {
				o.LineEnds[&p.Text[0]] = []doc.LineEnd{{At: len(string([]rune(p.Text[0].Text)[:1])), Track: -unit.Twip}, {At: 1 << 20, Track: unit.Pt}}
			}
		}
		file := build(t, d, o)
		for _, s := range part(t, file, "word/styles.xml").All("w:style") {
			if s.First("w:semiHidden") != nil && s.Get("w:type") == "paragraph" {
				for _, k := range s.First("w:pPr").Kids {
					said[k.Name] = true
				}
			}
		}
	}
	for _, want := range []string{"w:keepNext", "w:pageBreakBefore", "w:spacing", "w:ind"} {
		if !said[want] {
			t.Errorf("no derived style says %s", want)
		}
	}
}

// Bold, underlined and dotted text has a character style for each look, and what is bold in a bold style has none: Word would
// take two toggles together.
func TestCharacterStyles(t *testing.T) {
	d := onePage(&doc.Paragraph{Text: []doc.Span{
		{Text: "必须", Bold: true}, {Text: "依法", Dots: true}, {Text: "公开", Bold: true, Underline: true}, {Text: "及时", Bold: true},
		{Text: "网站", Bold: true, Link: "http://www.gov.cn/"}, {Text: "。"}}}, &doc.Paragraph{Style: "Strength", Text: []doc.Span{{Text: "完", Bold: true}}})
	d.Sheet.Styles = append(d.Sheet.Styles, *d.Sheet.Style("Normal"))
	last := &d.Sheet.Styles[len(d.Sheet.Styles)-1]
	last.ID, last.Name, last.Bold = "Strength", "强调", true
	file := build(t, d, nil)
	var got []string
	for _, r := range part(t, file, "word/document.xml").All("w:r") {
		style := "-"
		if s := r.First("w:rPr/w:rStyle"); s != nil {
			style = s.Get("w:val")
		}
		got = append(got, r.First("w:t").Kids[0].Text+" "+style)
	}
	if want := []string{"必须 Strong", "依法 Dotted", "公开 StrongUnderlined", "及时 Strong", "网站 HyperlinkStrong", "。 -", "完 -"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	styles := part(t, file, "word/styles.xml")
	if s := styleOf(t, styles, "HyperlinkStrong"); s.First("w:basedOn").Get("w:val") != "Hyperlink" || s.First("w:rPr/w:b") == nil {
		t.Error("a bold link is no link, or not bold")
	}
	if s := styleOf(t, styles, "Dotted"); s.First("w:rPr/w:em").Get("w:val") != "underDot" || s.First("w:name").Get("w:val") != "着重号" {
		t.Error("the dots do not stand below their characters")
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

// What Word cannot open is refused: paper of more than 22 inches, lists more than nine deep.
func TestLimits(t *testing.T) {
	var deep *doc.List
	for range 10 {
		deep = &doc.List{Src: "l", Items: []doc.Item{{Text: say("项"), Sub: deep}}}
	}
	big := onePage(para("正文"))
	big.Sheet.Page.Size.W = 23 * unit.Inch
	for what, d := range map[string]*doc.Document{"levels of a list": onePage(deep), "twips of the paper": big} {
		var limit *docx.LimitError
		if err := docx.Write(&bytes.Buffer{}, d, nil); !errors.As(err, &limit) || limit.What != what || limit.Value <= limit.Max {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// Properties have names that Word takes: each another, in whatever case.
func TestProperties(t *testing.T) {
	for _, c := range []struct {
		names []string
		bad   string
	}{{[]string{"文号", "密级"}, "-"}, {[]string{"文号", "文号"}, "文号"}, {[]string{"Agency", "AGENCY"}, "AGENCY"}, {[]string{"文号", ""}, ""}, {[]string{strings.Repeat("长", 256)}, strings.Repeat("长", 256)}} {
		o := &docx.Options{}
		for _, name := range c.names {
			o.Properties = append(o.Properties, docx.Property{Name: name, Value: "值"})
		}
		var bad *docx.PropertyError
		if err := docx.Write(&bytes.Buffer{}, onePage(para("正文")), o); errors.As(err, &bad) != (c.bad != "-") || bad != nil && bad.Name != c.bad {
			t.Errorf("%.20q: %v", c.names, err)
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
	if want := strings.NewReplacer("\t", " ", "\n", " ").Replace(hostile); title != want {
		t.Errorf("title %q", title)
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"", " ", "“放管服”改革", "\x00", "]]>", "\ufffe", "𬱖𪣻", "People’s “1+X” ——……", "\xed\xa0\x80", "a\tb\nc", "\u00AD甲\u2011"} {
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
