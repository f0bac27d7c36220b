package docx

import "github.com/banxin-go/banxin/layout/doc"

// signature writes names and date, as far from the right edge as Fit has found, with blank lines above, and the seal
// (GB/T 9704-2012 7.3.5). The distances depend on the names: see placement.
func (b *body) signature(s *doc.Signature) {
	b.x.src = s.Src
	style := b.style("Signature", "Normal")
	signed := b.styles.variant(style, doc.AlignRight, 0)
	b.space += max(s.Lead, style.Leading)
	for i, name := range s.Names {
		p := para{style: signed, of: style, keep: s.Date != "" || i+1 < len(s.Names)}
		left, right, centred := s.NameRoom(i)
		p.left, p.right = left, right
		if centred {
			p.style = b.styles.variant(style, doc.AlignCenter, 0)
		}
		if s.Apart(i) {
			b.space += style.Leading / 2
		}
		b.open(p)
		b.span(&doc.Span{}, name, "")
		if s.Seal != nil && s.Date == "" && i+1 == len(s.Names) {
			b.seal(s)
		}
		b.x.close()
	}
	if s.Date == "" {
		return
	}
	b.open(para{style: signed, of: style, right: s.DateIndent})
	b.span(&doc.Span{}, s.Date, "")
	if s.Seal != nil {
		b.seal(s)
	}
	b.x.close()
}
