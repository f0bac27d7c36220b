package layout

import (
	"fmt"
	"slices"
	"strings"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// signature sets the names and the date at the right, as far from the edge as Fit has found.
func (b *builder) signature(s *doc.Signature) {
	style := *b.style("Signature", "Normal", s.Src)
	style.Align, style.Indent, style.KeepNext, style.KeepAll = doc.AlignRight, 0, true, true
	b.signatureLead(s, &style)
	for i, name := range s.Names {
		left, right, centred := s.NameRoom(i)
		line := style
		line.KeepNext = i+1 < len(s.Names) || s.Date != "" || s.Seal != nil
		if centred {
			line.Align = doc.AlignCenter
		}
		if s.Apart(i) {
			b.space += style.Leading / 2
		}
		b.signed(signatureLine(s, i, name, &line), left, right)
	}
	if s.Date != "" {
		style.KeepNext = s.Seal != nil
		b.signed(signatureLine(s, len(s.Names), s.Date, &style), 0, s.DateIndent)
	}
	if s.Seal != nil {
		b.seal(s, style.Leading)
	}
}

// signatureLine is line i of a signature.
func signatureLine(s *doc.Signature, i int, text string, style *doc.Style) textJob {
	return textJob{Src: fmt.Sprintf("%s[%d]", s.Src, i), Spans: []doc.Span{{Text: text}}, Style: style}
}

// signed sets a line of a signature, so far from the edges of the type area.
func (b *builder) signed(job textJob, left, right unit.Length) {
	job.Measure = b.area.W - left - right
	if f := b.text(job, b.root, display.RoleP, ""); f != nil {
		f.left = left
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

// fitSignature breaks names that are wider than their line, and finds how far from the edges of an area so wide names and date
// stand, and a seal.
func fitSignature(s *setter, style *doc.Style, sig *doc.Signature, area unit.Length) error {
	line := area
	if sig.Seal == nil {
		line -= s.chars(200, style)
	}
	if err := breakNames(s, style, sig, line); err != nil {
		return err
	}
	names, date, err := signatureWidths(s, style, sig)
	if err != nil {
		return err
	}
	sig.Lead = style.Leading // 7.3.5.2: 空一行
	if sig.Seal != nil {
		return fitSealed(s, style, sig, signed{names, date, area})
	}
	fitUnsealed(s, style, sig, signed{names, date, area})
	return nil
}

// signed are the widths of what signs, names by their longest lines, and of the type area.
type signed struct {
	names      []unit.Length
	date, area unit.Length
}

// longest is the width of the widest name.
func (w *signed) longest() unit.Length {
	longest := unit.Length(0)
	for _, name := range w.names {
		longest = max(longest, name)
	}
	return longest
}

// breakNames breaks names wider than a line at sense, as titles are (7.3.1: 词意完整), before anything is placed by their width.
// GB/T 9704 has no word on such names.
func breakNames(s *setter, style *doc.Style, sig *doc.Signature, line unit.Length) error {
	head := *style
	head.Align, head.Indent = doc.AlignCenter, 0
	sig.Names = slices.Clone(sig.Names)
	for i, name := range sig.Names {
		job := signatureLine(sig, i, name, &head)
		job.Measure, job.Balance = line, true
		block, err := s.set(job)
		if err != nil {
			return err
		}
		sig.Names[i] = block.fed(name)
	}
	return nil
}

// fed gives the text of the block with a line feed at the end of every line but the last; a blank there goes.
func (b *textBlock) fed(text string) string {
	var lines []string
	from := int32(0)
	for _, row := range b.rows[:len(b.rows)-1] {
		at := 0
		for _, q := range b.pieces[from:row.end] {
			i := strings.Index(text[at:], q.String)
			if i < 0 {
				return strings.Join(append(lines, text), "\n")
			}
			at += i + len(q.String)
		}
		lines, text = append(lines, strings.TrimRight(text[:at], " ")), strings.TrimLeft(text[at:], " \n")
		from = row.end
	}
	return strings.Join(append(lines, text), "\n")
}

// signatureWidths gives the widths of the names, which are those of their longest lines, and of the date.
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
func fitUnsealed(s *setter, style *doc.Style, sig *doc.Signature, w signed) {
	two, longest := s.chars(200, style), w.longest()
	right := two // of the longest name; shorter ones are centred on it
	sig.DateIndent = longest - w.date
	if sig.DateIndent < 0 || len(w.names) == 0 {
		sig.DateIndent, right = two, two+w.date-longest+two
	}
	sig.DateIndent = max(0, min(sig.DateIndent, w.area-w.date))
	sig.NameIndent, sig.NameLeft = make([]unit.Length, len(w.names)), make([]unit.Length, len(w.names))
	for i, name := range w.names {
		w.place(sig, i, right+(longest-name)/2)
	}
}

// place puts name i so far from the right edge. The lines of a broken one are centred where its longest stands: in all the room
// that is the same at both sides, as a word processor may want a little more of it.
func (w *signed) place(sig *doc.Signature, i int, right unit.Length) {
	right = max(0, min(right, w.area-w.names[i]))
	sig.NameIndent[i] = right
	if strings.Contains(sig.Names[i], "\n") {
		left := w.area - right - w.names[i]
		room := min(left, right)
		sig.NameLeft[i], sig.NameIndent[i] = left-room, right-room
	}
}
