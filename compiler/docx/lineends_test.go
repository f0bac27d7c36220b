package docx_test

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"github.com/banxin-go/banxin/compiler/docx"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// spacedRuns gives the runs of a file's body with the spacing that each has of its own: "政府信息 4", "公开".
func spacedRuns(t *testing.T, file []byte) []string {
	t.Helper()
	var out []string
	for _, r := range part(t, file, "word/document.xml").All("w:r") {
		s := ""
		for _, n := range r.All("w:t") {
			s += n.Kids[0].Text
		}
		if spacing := r.First("w:rPr/w:spacing"); spacing != nil {
			s += " " + spacing.Get("w:val")
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
	o := &docx.Options{Lines: docx.LinesOfPDF, LineEnds: map[*doc.Span][]doc.LineEnd{
		&p.Text[0]: {line(4, 10), line(7, 10), line(10, -3), line(14, 0), line(18, 0), line(21, 5)}}}
	want := []string{"全区各级行政机 4", "关 -9", "主动 -9", "公开", "政府信息一万", "二千条 -1"}
	if got := spacedRuns(t, build(t, onePage(p), o)); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	o.Lines = docx.OwnLines
	if got := spacedRuns(t, build(t, onePage(p), o)); !slices.Equal(got, []string{"全区各级行政机关", "主动公开", "政府信息一万二千条"}) {
		t.Errorf("without the option %q", got)
	}
	if err := docx.Write(&bytes.Buffer{}, onePage(p), &docx.Options{Lines: docx.LinesOfPDF}); !errors.Is(err, docx.ErrNoLineEnds) {
		t.Errorf("without line ends: %v", err)
	}
}
