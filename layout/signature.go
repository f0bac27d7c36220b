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
	b.space += style.Leading // 7.3.5: one blank line above
	lines := append([]string(nil), s.Names...)
	indents := append([]unit.Length(nil), s.NameIndent...)
	if s.Date != "" {
		lines, indents = append(lines, s.Date), append(indents, s.DateIndent)
	}
	for i, text := range lines {
		line := style
		line.KeepNext = i+1 < len(lines)
		job := textJob{Src: fmt.Sprintf("%s[%d]", s.Src, i), Spans: []doc.Span{{Text: text}}, Style: &line, Measure: b.area.W}
		if i < len(indents) {
			job.Measure -= indents[i]
		}
		b.text(job, b.root, display.RoleP, "")
	}
}

// fitSignature finds how far names and date stand from the right edge, without a seal: the name two characters, and the
// date's first character two to the right of the name's first; where the date is the longer one it stands two characters
// from the edge and the name moves with it (GB/T 9704-2012 7.3.5.2).
func fitSignature(s *setter, style *doc.Style, sig *doc.Signature) error {
	two := s.chars(200, style)
	widths := make([]unit.Length, 0, len(sig.Names)+1)
	for _, text := range append(append([]string(nil), sig.Names...), sig.Date) {
		_, w, err := s.extent(textJob{Src: sig.Src, Spans: []doc.Span{{Text: text}}, Style: style, Measure: unit.Inch})
		if err != nil {
			return err
		}
		widths = append(widths, w)
	}
	names, date := widths[:len(sig.Names)], widths[len(sig.Names)]
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
	return nil
}
