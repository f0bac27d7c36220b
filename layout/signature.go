package layout

import (
	"fmt"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// signature sets the names and the date at the right, as far from the edge as Fit has found.
func (b *builder) signature(s *doc.Signature) {
	style := *b.style("Signature", "Normal", s.Src)
	style.Align, style.Indent, style.KeepNext, style.KeepAll = doc.AlignRight, 0, true, true
	b.signatureLead(s, &style)
	lines := append([]string(nil), s.Names...)
	indents := append([]unit.Length(nil), s.NameIndent...)
	if s.Date != "" {
		lines, indents = append(lines, s.Date), append(indents, s.DateIndent)
	}
	for i, text := range lines {
		line := style
		line.KeepNext = i+1 < len(lines) || s.Seal != nil
		job := textJob{Src: fmt.Sprintf("%s[%d]", s.Src, i), Spans: []doc.Span{{Text: text}}, Style: &line, Measure: b.area.W}
		if i < len(indents) {
			job.Measure -= indents[i]
		}
		b.text(job, b.root, display.RoleP, "")
	}
	if s.Seal != nil {
		b.seal(s, style.Leading)
	}
}

// signatureLead leaves the space above a signature. Above a seal it is no mere distance, which a page's top would swallow: the seal
// reaches into it.
func (b *builder) signatureLead(s *doc.Signature, style *doc.Style) {
	lead := max(s.Lead, style.Leading) // without Fit: one blank line
	if s.Seal == nil {
		b.space += lead
		return
	}
	b.add(gapFlow{before: b.space, height: lead}, "")
	b.space = 0
}

// fitSignature finds how far names and date stand from the right edge, and where a seal stands.
func fitSignature(s *setter, style *doc.Style, sig *doc.Signature) error {
	names, date, err := signatureWidths(s, style, sig)
	if err != nil {
		return err
	}
	sig.Lead = style.Leading // 7.3.5.2: 空一行
	if sig.Seal != nil {
		return fitSealed(s, style, sig, names, date)
	}
	fitUnsealed(s, style, sig, names, date)
	return nil
}

// signatureWidths gives the widths of the names and of the date.
func signatureWidths(s *setter, style *doc.Style, sig *doc.Signature) (names []unit.Length, date unit.Length, err error) {
	widths := make([]unit.Length, 0, len(sig.Names)+1)
	for _, text := range append(append([]string(nil), sig.Names...), sig.Date) {
		_, w, err := s.extent(textJob{Src: sig.Src, Spans: []doc.Span{{Text: text}}, Style: style, Measure: unit.Inch})
		if err != nil {
			return nil, 0, err
		}
		widths = append(widths, w)
	}
	return widths[:len(sig.Names)], widths[len(sig.Names)], nil
}

// fitUnsealed: the name stands two characters from the right, and the date's first character two to the right of the name's
// first; where the date is the longer one it stands two characters from the edge and the name moves with it (GB/T 9704-2012
// 7.3.5.2).
func fitUnsealed(s *setter, style *doc.Style, sig *doc.Signature, names []unit.Length, date unit.Length) {
	two := s.chars(200, style)
	longest := unit.Length(0)
	for _, w := range names {
		longest = max(longest, w)
	}
	right := two // of the longest name; shorter ones are centred on it
	sig.DateIndent = longest - date
	if sig.DateIndent < 0 || len(names) == 0 {
		sig.DateIndent, right = two, two+date-longest+two
	}
	sig.NameIndent = make([]unit.Length, len(names))
	for i, w := range names {
		sig.NameIndent[i] = max(0, right+(longest-w)/2)
	}
}
