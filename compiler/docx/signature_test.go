package docx_test

import (
	"testing"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A name that Fit has broken is one paragraph, its lines centred between the distances from both edges; one of a single line is
// set at the right, as the date is.
func TestBrokenName(t *testing.T) {
	s := &doc.Signature{Names: []string{"云州市高新技术产业开发区管理委员会\n行政审批局", "二七区人民政府"}, Date: "2025年1月24日",
		NameIndent: []unit.Length{10 * unit.Pt, 60 * unit.Pt}, NameLeft: []unit.Length{20 * unit.Pt, 0}, DateIndent: 64 * unit.Pt}
	document := placed(t, build(t, onePage(para("特此报告。"), s), nil))
	paragraphs := document.First("w:body").Kids[1:4]
	for i, want := range []struct{ style, left, right string }{{"SignatureCentered", "400", "200"}, {"SignatureRight", "", "1200"}, {"SignatureRight", "", "1280"}} {
		p := paragraphs[i]
		style, in := p.First("w:pPr/w:pStyle").Get("w:val"), p.First("w:pPr/w:ind")
		if style != want.style || in.Get("w:left") != want.left || in.Get("w:right") != want.right {
			t.Errorf("paragraph %d: %s, %v", i, style, in.Attr)
		}
	}
	if above := paragraphs[1].First("w:pPr/w:spacing"); above == nil || above.Get("w:before") != "289" {
		t.Error("no half line, of 14.475 pt, parts the names")
	}
	if n := len(paragraphs[0].All("w:br")); n != 1 {
		t.Errorf("%d line ends in the broken name", n)
	}
}
