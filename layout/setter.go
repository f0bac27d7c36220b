package layout

import (
	"errors"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A setter sets text in lines. It belongs to one goroutine: it keeps its buffers from one paragraph to the next.
type setter struct {
	set        *fonts.Set
	sheet      *doc.Sheet
	lang       string
	pitch      unit.Length // of the character grid, 0 without one
	noteNumber func(key string) int
}

// newSetter makes a setter. area is the width of the type area, which sheet.Grid.Chars divides into the character grid.
func newSetter(set *fonts.Set, sheet *doc.Sheet, lang string, area unit.Length) *setter {
	s := &setter{set: set, sheet: sheet, lang: lang, noteNumber: func(string) int { return 0 }}
	if sheet.Grid.Chars > 0 {
		s.pitch = area / unit.Length(sheet.Grid.Chars)
	}
	return s
}

// A textJob is one paragraph to be set.
type textJob struct {
	Src      string      // for errors
	Spans    []doc.Span  // a "\n" forces a new line
	Style    *doc.Style  // its indents are taken off Measure
	Measure  unit.Length // width of the lines' box; with Vertical the height
	Align    doc.Align   // AlignAuto: the style's
	Lang     string      // "": the setter's
	Balance  bool        // titles and table heads: lines of about equal length, broken at sense
	Vertical bool        // 竖排: lines are columns, from right to left
	Label    string      // a list mark, set in the hanging indent before the first line
}

// set sets a paragraph. All its faults come back together, each as an *Error.
func (s *setter) set(job textJob) (*textBlock, error) {
	cells, err := s.cells(job)
	if err != nil {
		return nil, err
	}
	b := &textBlock{spans: job.Spans, style: job.Style}
	em := job.Style.Size
	left := em.MulDiv(int64(job.Style.Left), 100)
	measure := job.Measure - left - em.MulDiv(int64(job.Style.Right), 100)
	indent := em.MulDiv(int64(job.Style.Indent), 100)
	for from := 0; from < len(cells) || from == 0; {
		to := fill(cells, from, measure-indent)
		b.line(cells[from:to], left+indent)
		from, indent = max(to, 1), 0
	}
	return b, nil
}

// extent gives the narrowest measure that breaks no word, and the width of the text on one line.
func (s *setter) extent(job textJob) (least, natural unit.Length, err error) {
	cells, err := s.cells(job)
	if err != nil {
		return 0, 0, err
	}
	var word, line unit.Length
	for i, c := range cells {
		word, line = word+c.width, line+c.width
		least, natural = max(least, word), max(natural, line)
		if c.after(cells, i) {
			word = 0
		}
		if c.feed {
			line = 0
		}
	}
	return least, natural, nil
}

// chars gives c in characters of the style: of the grid where it keeps to the grid, else of its size.
func (s *setter) chars(c doc.Chars, style *doc.Style) unit.Length {
	return style.Size.MulDiv(int64(c), 100)
}

// A cellGlyph is one glyph on its way to a line.
type cellGlyph struct {
	glyph fonts.Glyph
	run   *fonts.Run
	span  int
	width unit.Length
	size  unit.Length
	feed  bool // a forced new line, no glyph
}

func (s *setter) cells(job textJob) ([]cellGlyph, error) {
	var cells []cellGlyph
	var errs []error
	for i, span := range job.Spans {
		for _, part := range sides(span.Text) {
			if part.text == "\n" {
				cells = append(cells, cellGlyph{feed: true, span: i})
				continue
			}
			want := fonts.Want{Role: fonts.Role(job.Style.Role), Bold: job.Style.Bold || span.Bold, Latin: part.latin, Lang: s.lang}
			runs, err := s.set.Shape(part.text, want)
			if err != nil {
				errs = append(errs, &Error{Src: job.Src, Err: err})
			}
			for r := range runs {
				for _, g := range runs[r].Glyphs {
					w := job.Style.Size.MulDiv(int64(g.Advance), int64(runs[r].Face.UnitsPerEm))
					cells = append(cells, cellGlyph{glyph: g, run: &runs[r], span: i, width: w, size: job.Style.Size})
				}
			}
		}
	}
	return cells, errors.Join(errs...)
}

type sidePart struct {
	text  string
	latin bool
}

func sides(text string) []sidePart {
	var parts []sidePart
	start, latin := 0, false
	flush := func(to int) {
		if start < to {
			parts = append(parts, sidePart{text[start:to], latin})
		}
		start = to
	}
	for i, r := range text {
		switch l := r < 0x2000; {
		case r == '\n':
			flush(i)
			parts, start = append(parts, sidePart{"\n", false}), i+1
		case l != latin:
			flush(i)
			latin = l
		}
	}
	flush(len(text))
	return parts
}

func (c cellGlyph) text() string {
	if c.feed {
		return "\n"
	}
	return c.run.Text[c.glyph.Start:c.glyph.End]
}

// after reports whether a line may end behind cell i.
func (c cellGlyph) after(cells []cellGlyph, i int) bool {
	if i+1 >= len(cells) || c.feed {
		return true
	}
	a, b := c.text(), cells[i+1].text()
	return a == " " || len(a) > 2 && len(b) > 0
}

// fill gives the end of a line that starts at from.
func fill(cells []cellGlyph, from int, measure unit.Length) int {
	var w unit.Length
	end := from
	for i := from; i < len(cells); i++ {
		if cells[i].feed {
			return i + 1
		}
		w += cells[i].width
		if w > measure && i > from {
			if end == from {
				return i
			}
			return end
		}
		if cells[i].after(cells, i) {
			end = i + 1
		}
	}
	return len(cells)
}

// A textBlock is a paragraph set in lines.
type textBlock struct {
	spans  []doc.Span
	style  *doc.Style
	broad  unit.Length
	pieces []piece
	ends   []int // of the lines, in pieces
	widths []unit.Length
}

// A piece is glyphs of one face and span in one line; Text.At is measured from the line's left end and top.
type piece struct {
	display.Text
	span  int
	width unit.Length
}

func (b *textBlock) lines() int           { return len(b.ends) }
func (b *textBlock) leading() unit.Length { return b.style.Leading }
func (b *textBlock) width() unit.Length   { return b.broad }

// lineWidth is the width of line i as set.
func (b *textBlock) lineWidth(i int) unit.Length { return b.widths[i] }

func (b *textBlock) line(cells []cellGlyph, x unit.Length) {
	baseline := (b.style.Leading-b.style.Size)/2 + b.style.Size.MulDiv(88, 100)
	from := x
	for i, c := range cells {
		if c.feed {
			continue
		}
		if i == 0 || cells[i-1].run != c.run {
			p := piece{span: c.span}
			p.At, p.Size, p.Face, p.FakeBold = unit.Point{X: x, Y: baseline}, c.size, c.run.Face, c.run.SyntheticBold
			b.pieces = append(b.pieces, p)
		}
		p := &b.pieces[len(b.pieces)-1]
		g := c.glyph
		g.Start, g.End = len(p.String), len(p.String)+len(c.text())
		p.String += c.text()
		p.Glyphs = append(p.Glyphs, g)
		p.Pos = append(p.Pos, x-p.At.X)
		p.width += c.width
		x += c.width
	}
	b.broad = max(b.broad, x-from)
	b.widths = append(b.widths, x-from)
	b.ends = append(b.ends, len(b.pieces))
}

// paint draws the lines [from,to). at is the top left corner of the measure for line from. nodes[i] is the node of span i;
// without nodes the text is an artifact.
func (b *textBlock) paint(p *painter, from, to int, at unit.Point, nodes []*display.Node, label *display.Node, art display.Artifact) {
	first := 0
	if from > 0 {
		first = b.ends[from-1]
	}
	for line := from; line < to; line++ {
		for _, q := range b.pieces[first:b.ends[line]] {
			t := q.Text
			t.At = t.At.Add(at)
			t.Artifact = art
			if nodes != nil {
				t.Node = nodes[q.span]
			}
			p.add(&t)
		}
		first = b.ends[line]
		at.Y += b.style.Leading
	}
}
