package docx_test

import (
	"io"
	"slices"
	"testing"

	"github.com/banxin-go/banxin/compiler/docx"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// spacedRuns gives the runs of a file's body with the spacing of their character styles and forced line ends: "政府信息 4", "公开|".
func spacedRuns(t *testing.T, file []byte) []string {
	t.Helper()
	styles := part(t, file, "word/styles.xml")
	var out []string
	for _, r := range placed(t, file).All("w:r") {
		s := ""
		for _, n := range r.All("w:t") {
			s += n.Kids[0].Text
		}
		if r.First("w:br") != nil {
			s += "|"
		}
		if style := r.First("w:rPr/w:rStyle"); style != nil {
			if spacing := styleOf(t, styles, style.Get("w:val")).First("w:rPr/w:spacing"); spacing != nil {
				s += " " + spacing.Get("w:val")
			}
		}
		out = append(out, s)
	}
	return out
}

// A line has its spacing over and above the style's, -6 twips on the grid of 28 characters; lines that need the same, and that need
// none, are one run. Spans and links are cut where lines end.
func TestLinesOfPDF(t *testing.T) {
	p := &doc.Paragraph{Text: []doc.Span{{Text: "全区各级行政机关"}, {Text: "主动公开", Link: "http://www.gov.cn/"}, {Text: "政府信息一万二千条"}}}
	line := func(chars int, track unit.Length) doc.LineEnd {
		return doc.LineEnd{At: 3 * chars, Track: track * unit.Twip}
	}
	o := &docx.Options{LineEnds: map[*doc.Span][]doc.LineEnd{
		&p.Text[0]: {line(4, 10), line(7, 10), line(10, -3), line(14, 0), line(18, 0), line(21, 5)}}}
	want := []string{"全区各级行政机 4", "关 -9", "主动 -9", "公开", "政府信息一万", "二千条 -1"}
	if got := spacedRuns(t, build(t, onePage(p), o)); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	styles := part(t, build(t, onePage(p), o), "word/styles.xml")
	for id, want := range map[string][2]string{
		"Spaced4": {"DefaultParagraphFont", "字距加宽0.2磅"}, "Spaced-9": {"DefaultParagraphFont", "字距紧缩0.45磅"}, "HyperlinkSpaced-9": {"Hyperlink", "超链接（字距紧缩0.45磅）"},
	} {
		s := styleOf(t, styles, id)
		if base, name := s.First("w:basedOn").Get("w:val"), s.First("w:name").Get("w:val"); base != want[0] || name != want[1] || s.First("w:semiHidden") == nil {
			t.Errorf("style %s: %s, based on %s; or it is in lists", id, name, base)
		}
	}
	if got := part(t, build(t, onePage(p), o), "word/settings.xml").First("w:characterSpacingControl").Get("w:val"); got != "doNotCompress" {
		t.Errorf("%s: marks squeezed by Word would make room for more", got)
	}
	o.Lines = docx.OwnLines
	if got := spacedRuns(t, build(t, onePage(p), o)); !slices.Equal(got, []string{"全区各级行政机关", "主动公开", "政府信息一万二千条"}) {
		t.Errorf("without the option %q", got)
	}
}

// A head whose lines no filling gives has line feeds where they end, none behind its last line nor where it has one already; the
// spans of its text are cut there.
func TestForcedLineEnds(t *testing.T) {
	h := &doc.Heading{Text: []doc.Span{{Text: "云州市人民政府办公室\n关于"}, {Text: "做好年度报告工作的通知"}}}
	line := func(bytes int, forced bool) doc.LineEnd { return doc.LineEnd{At: bytes, Forced: forced} }
	o := &docx.Options{LineEnds: map[*doc.Span][]doc.LineEnd{&h.Text[0]: {line(15, true), line(30, false), line(30+1+6+12, true), line(30+1+6+33, false)}}}
	want := []string{"云州市人民|", "政府办公室关于|", "做好年度|", "报告工作的通知"}
	if got := spacedRuns(t, build(t, onePage(h), o)); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	one := &doc.Heading{Text: []doc.Span{{Text: "政府网站\n村公示栏"}}} // in one span, behind a line feed of the text
	o.LineEnds = map[*doc.Span][]doc.LineEnd{&one.Text[0]: {line(12, false), line(16, true), line(25, false)}}
	if n := len(placed(t, build(t, onePage(one), o)).All("w:br")); n != 2 {
		t.Errorf("%d line feeds, want 2", n)
	}
}

// The spans of a paragraph go on from one another in its lines: that of a quarter of a million spans, each a line, is written in a moment.
func TestLinesOfManySpans(t *testing.T) {
	const n = 250_000
	p := &doc.Paragraph{Text: make([]doc.Span, n)}
	ends := make([]doc.LineEnd, n)
	for i := range n {
		p.Text[i].Text = "公"
		ends[i] = doc.LineEnd{At: 3 * (i + 1), Track: unit.Length(i%2) * unit.Twip}
	}
	if err := docx.Write(io.Discard, onePage(p), &docx.Options{LineEnds: map[*doc.Span][]doc.LineEnd{&p.Text[0]: ends}}); err != nil {
		t.Fatal(err)
	}
}
