package docx

import (
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// signature writes names and date, as far from the right edge as Fit has found, with blank lines above, and the seal
// (GB/T 9704-2012 7.3.5). The distances depend on the names and stand in the paragraphs themselves.
func (b *body) signature(s *doc.Signature) {
	b.x.src = s.Src
	style := b.style("Signature", "Normal")
	right := b.styles.variant(style, doc.AlignRight, 0)
	b.space += max(s.Lead, style.Leading)
	for i, name := range s.Names {
		indent := unit.Length(0)
		if i < len(s.NameIndent) {
			indent = s.NameIndent[i]
		}
		b.open(para{style: right, of: style, right: indent, keep: s.Date != "" || i+1 < len(s.Names)})
		b.span(&doc.Span{}, name, "")
		if s.Seal != nil && s.Date == "" && i+1 == len(s.Names) {
			b.seal(s)
		}
		b.x.close()
	}
	if s.Date == "" {
		return
	}
	b.open(para{style: right, of: style, right: s.DateIndent})
	b.span(&doc.Span{}, s.Date, "")
	if s.Seal != nil {
		b.seal(s)
	}
	b.x.close()
}
