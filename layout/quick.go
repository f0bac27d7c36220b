package layout

import (
	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// Most cells of a statistics table hold a figure and nothing else, and a table may have 180,000 of them, each set once to
// measure and once to paint. They take a way of their own: no shaping, no breaking, and glyphs only when they are painted.
// What comes out is the same as by the long way; a test compares the two.

// figures are the glyphs of one role and weight for the characters that figures are made of.
type figures struct {
	role    string
	bold    bool
	fake    bool
	face    *fonts.Face // nil: the characters do not come from one face
	glyph   [len(figureChars)]uint16
	advance [len(figureChars)]int32
}

const figureChars = "0123456789.,-+%"

// figureAt gives the place of a byte in figureChars, -1 for others.
func figureAt(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c == '.':
		return 10
	case c == ',':
		return 11
	case c == '-':
		return 12
	case c == '+':
		return 13
	case c == '%':
		return 14
	}
	return -1
}

// figuresFor finds or makes the figures of a style.
func (s *setter) figuresFor(role string, bold bool) *figures {
	for _, f := range s.figures {
		if f.role == role && f.bold == bold {
			return f
		}
	}
	f := &figures{role: role, bold: bold}
	s.figures = append(s.figures, f)
	runs, err := s.faces.Shape(figureChars, fonts.Want{Role: fonts.Role(role), Bold: bold, Latin: true, Lang: s.lang})
	if err != nil || len(runs) != 1 || len(runs[0].Glyphs) != len(figureChars) {
		return f
	}
	f.face, f.fake = runs[0].Face, runs[0].SyntheticBold
	if f.fake {
		s.thicken(f.face)
	}
	for i, g := range runs[0].Glyphs {
		f.glyph[i], f.advance[i] = g.ID, g.Advance
	}
	return f
}

// quickFigures gives the figures of a job that is a plain figure, or nil.
func (s *setter) quickFigures(job *textJob) *figures {
	if len(job.Spans) != 1 || job.Vertical || job.Label != "" || s.tracked(job.Style) || job.Style.HanLetters {
		return nil
	}
	span := &job.Spans[0]
	if len(span.Text) == 0 || len(span.Text) > 24 || span.Note != "" || span.Lang != "" || job.Lang != "" && job.Lang != s.lang {
		return nil
	}
	for i := range len(span.Text) {
		if figureAt(span.Text[i]) < 0 {
			return nil
		}
	}
	if f := s.figuresFor(job.Style.Role, job.Style.Bold || span.Bold); f.face != nil {
		return f
	}
	return nil
}

func (f *figures) width(text string, size unit.Length) unit.Length {
	w := unit.Length(0)
	for i := range len(text) {
		w += size.MulDiv(int64(f.advance[figureAt(text[i])]), int64(f.face.UnitsPerEm))
	}
	return w
}

// figureWidth gives the width of a job that is a plain figure, indents included.
func (s *setter) figureWidth(job *textJob) (unit.Length, bool) {
	f := s.quickFigures(job)
	if f == nil {
		return 0, false
	}
	r := s.room(job, nil)
	return f.width(job.Spans[0].Text, job.Style.Size) + r.start(true) + r.right, true
}

// setFigures sets a job that is a plain figure and fits on its line; nil for all others.
func (s *setter) setFigures(job *textJob) *textBlock {
	f := s.quickFigures(job)
	if f == nil {
		return nil
	}
	r := s.room(job, nil)
	width, measure := f.width(job.Spans[0].Text, job.Style.Size), r.measure-r.indent
	if width > measure {
		return nil
	}
	start := r.start(true)
	switch align := job.Align; {
	case align == doc.AlignAuto && job.Style.Align == doc.AlignCenter, align == doc.AlignCenter:
		start += (measure - width) / 2
	case align == doc.AlignAuto && rightAligned(job.Style.Align), rightAligned(align):
		start += measure - width
	}
	b := s.store.block(textBlock{spans: job.Spans, style: job.Style, broad: width, quick: f, labelAt: start})
	b.rows = append(b.oneRow[:0], row{width: width, end: 1})
	return b
}

func rightAligned(a doc.Align) bool { return a == doc.AlignRight || a == doc.AlignDecimal }

// quickPiece puts the glyphs of a figure together.
func (b *textBlock) quickPiece(s *store) piece {
	f, text := b.quick, b.spans[0].Text
	glyphs, pos := s.run(len(text))
	q := piece{begin: b.labelAt, width: b.broad, Text: display.Text{
		At: unit.Point{X: b.labelAt, Y: baseline(b.style)}, Size: b.style.Size, Face: f.face, FakeBold: f.fake,
		Gray: gray(b.style.Gray), Ink: ink(b.style.Ink), String: text,
		Glyphs: glyphs[:len(text)], Pos: pos[:len(text)],
	}}
	if text[len(text)-1] == '-' {
		q.Borrowed = noBreakSpace
	}
	pen := unit.Length(0)
	for i := range len(text) {
		at := figureAt(text[i])
		q.Glyphs[i] = fonts.Glyph{ID: f.glyph[at], Advance: f.advance[at], Start: i, End: i + 1}
		q.Pos[i] = pen
		pen += b.style.Size.MulDiv(int64(f.advance[at]), int64(f.face.UnitsPerEm))
	}
	return q
}
