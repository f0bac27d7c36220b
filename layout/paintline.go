package layout

import (
	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A textBlock is a paragraph set in lines. It keeps nothing of the setter.
type textBlock struct {
	spans    []doc.Span
	style    *doc.Style
	label    *textBlock
	labelAt  unit.Length
	vertical bool
	broad    unit.Length // width of the longest line
	inset    unit.Length // of a head: see headRoom
	pieces   []piece     // in the order of the text
	rows     []row
	oneRow   [1]row   // of a block of one line
	quick    *figures // a figure, put together when it is painted; labelAt is its place
}

// A row is one line: its width as set, and the end of its pieces.
type row struct {
	width  unit.Length
	end    int32
	broken bool // the text goes on in the next line for want of room
}

// A piece is glyphs of one face and span in one line. Text.At is measured from the top left corner of the line in its
// measure; in vertical text from the top of the column, on its centre.
type piece struct {
	display.Text
	begin unit.Length // of its first box, along the line
	from  unit.Length // origin of its first glyph, along the line
	width unit.Length // of its boxes
	span  int32
	note  bool // the number of the span's note
}

func (b *textBlock) lines() int { return len(b.rows) }

// leading is the distance of lines, in vertical text of columns.
func (b *textBlock) leading() unit.Length { return b.style.Leading }

// width is the width of the longest line as set, in vertical text the height of the longest column.
func (b *textBlock) width() unit.Length { return b.broad }

// lineWidth is the width of line i as set, indents left out.
func (b *textBlock) lineWidth(i int) unit.Length { return b.rows[i].width }

// baseline is the distance of the baseline from a line's top: the em box, 0.88 above and 0.12 below, stands in its middle.
func baseline(style *doc.Style) unit.Length {
	return (style.Leading-style.Size)/2 + style.Size.MulDiv(88, 100)
}

// A liner puts the items of lines into a block.
type liner struct {
	para   *para
	job    *textJob
	room   room
	head   headRoom
	align  doc.Align
	price  int64 // of the line ends, where they are at sense
	block  *textBlock
	glyphs []fonts.Glyph // of the whole block, in use up to len
	pos    []unit.Length
}

func newLiner(p *para, job *textJob, r room) liner {
	l := liner{para: p, job: job, room: r, head: anyRoom(), align: job.Align}
	if l.align == doc.AlignAuto {
		l.align = job.Style.Align
	}
	if job.Vertical { // columns hang from the top; the caller centres them as a whole
		l.align = doc.AlignLeft
	}
	return l
}

// begin makes room for the block.
func (l *liner) begin(s *store, label *textBlock) {
	p, n := l.para, 0
	for i := range p.runs {
		n += len(p.runs[i].Glyphs)
	}
	l.glyphs, l.pos = s.run(n)
	l.block = s.block(textBlock{spans: l.job.Spans, style: l.job.Style, label: label, labelAt: l.room.label, vertical: l.job.Vertical})
	lines := min(len(p.items), len(p.items)*int(p.em)/int(max(l.room.measure, 1))) + len(p.parts) // about; a line begins a piece
	if lines > 1 {
		l.block.rows, l.block.pieces = make([]row, 0, lines), take(&s.pieces, lines+len(p.runs), pieceStretch)
	} else {
		l.block.rows, l.block.pieces = l.block.oneRow[:0], take(&s.pieces, len(p.runs), pieceStretch)
	}
}

func (l *liner) justified() bool { return l.align == doc.AlignJustify || l.align == doc.AlignAuto }

// line adds the items [from,to) as a line.
func (l *liner) line(from, to int, first, last bool) {
	p := l.para
	measure := l.room.measure
	start := l.room.start(first)
	if first {
		measure -= l.room.indent
	}
	width := p.width(from, to)
	if diff := int64(measure - width); l.justified() && (diff < 0 || !last) && p.justify(from, to, diff) {
		width = measure
	} else {
		clear(p.delta[from:to])
	}
	switch l.align {
	case doc.AlignCenter:
		start += (measure - width) / 2
	case doc.AlignRight, doc.AlignDecimal:
		start += measure - width
	}
	l.put(from, to, start)
	l.block.rows = append(l.block.rows, row{width: width, end: int32(len(l.block.pieces)), broken: !last})
	l.block.broad = max(l.block.broad, width)
}

// width is the natural width of a line.
func (p *para) width(from, to int) unit.Length {
	w := unit.Length(0)
	for i := from; i < to; i++ {
		w += unit.Length(p.items[i].box)
		if i+1 < to {
			w += unit.Length(p.items[i].glue)
		}
	}
	return w
}

// put places the items [from,to) from x on.
func (l *liner) put(from, to int, x unit.Length) {
	p := l.para
	for i := from; i < to; {
		q := l.open(i, x)
		run := p.atoms[i].run
		for ; i < to && p.atoms[i].run == run; i++ {
			l.cluster(q, i, x)
			q.width = x + unit.Length(p.items[i].box) - q.begin
			x += unit.Length(p.items[i].box) + unit.Length(p.items[i].glue+p.delta[i])
		}
		l.close(q, i)
	}
}

// open starts a piece with atom i, whose box begins at x.
func (l *liner) open(i int, x unit.Length) *piece {
	p := l.para
	a := &p.atoms[i]
	run := &p.runs[a.run]
	l.block.pieces = append(l.block.pieces, piece{span: p.runSpan[a.run], note: a.class == classNote, begin: x, from: x + unit.Length(a.shift)})
	q := &l.block.pieces[len(l.block.pieces)-1]
	q.Size, q.Face, q.FakeBold, q.Gray = p.fontSize, run.Face, run.SyntheticBold, gray(l.job.Style.Gray)
	q.Ink = ink(l.job.Style.Ink)
	q.At = unit.Point{X: x + unit.Length(a.shift), Y: baseline(l.job.Style)}
	if q.note {
		q.Size = p.noteSize()
		q.At.Y -= p.noteRise()
	}
	if p.vertical {
		l.turn(q, run, x+unit.Length(a.shift))
	}
	q.String = run.Text[a.start:]
	q.Glyphs = l.glyphs[len(l.glyphs):]
	q.Pos = l.pos[len(l.pos):]
	return q
}

// cluster adds the glyphs of atom i, whose box begins at x.
func (l *liner) cluster(q *piece, i int, x unit.Length) {
	if q.Dir == display.Down {
		l.stack(q, i, x)
		return
	}
	a := &l.para.atoms[i]
	run := &l.para.runs[a.run]
	first := l.first(q, i)
	pen := x + unit.Length(a.shift) - q.from
	for _, g := range run.Glyphs[a.glyph : int(a.glyph)+int(a.glyphs)] {
		q.Pos = append(q.Pos, pen)
		pen += q.Size.MulDiv(int64(g.Advance), int64(run.Face.UnitsPerEm))
		g.Start, g.End = g.Start-first, g.End-first
		q.Glyphs = append(q.Glyphs, g)
	}
}

// first is the byte of the run's text where the piece begins.
func (l *liner) first(q *piece, i int) int {
	return len(l.para.runs[l.para.atoms[i].run].Text) - len(q.String)
}

// close ends a piece before atom i.
func (l *liner) close(q *piece, i int) {
	last := &l.para.atoms[i-1]
	q.String = q.String[:len(q.String)-(len(l.para.runs[last.run].Text)-int(last.end))]
	l.glyphs = l.glyphs[:len(l.glyphs)+len(q.Glyphs)]
	l.pos = l.pos[:len(l.pos)+len(q.Pos)]
	q.Glyphs = q.Glyphs[:len(q.Glyphs):len(q.Glyphs)]
	q.Pos = q.Pos[:len(q.Pos):len(q.Pos)]
}

// gray turns the darkness of a style into the lightness of the page: a style that does not say is black.
func gray(g doc.Gray) uint8 {
	if g == 0 {
		return 0
	}
	return uint8(100 - min(g, 100))
}

// ink is the display's name for an ink of the sheet.
func ink(i doc.Ink) display.Ink {
	if i == doc.InkRed {
		return display.Red
	}
	return display.Black
}

// shape is what the lines of a text that is broken at sense look like.
func (l *liner) shape() shape {
	switch {
	case l.job.Title:
		return formLines
	case l.job.Balance:
		return evenLines
	}
	return leftLines
}

// part adds the items [from,to), which end with a forced line end, as lines. first says that they begin the paragraph.
func (l *liner) part(b *breaker, from, to int, first bool) {
	ends := l.ends(b, from, to, first)
	if !l.justified() {
		l.filled(from, to, ends, first)
	}
	start := 0
	for i, end := range ends {
		l.line(from+start, from+end, first && i == 0, i == len(ends)-1)
		start = end
	}
}

// ends breaks the items of a part.
func (l *liner) ends(b *breaker, from, to int, first bool) []int {
	items := l.para.items[from:to]
	f := l.room.fit(l.job.Balance || !l.justified(), l.para.breaking)
	if !first {
		f.first = f.rest
	}
	loosen(items, f)
	if l.job.Balance || l.job.Sense && !l.justified() {
		ends := b.balanced(items, f, l.shape())
		l.price += endsPrice(items, ends)
		return ends
	}
	return b.lines(items, f)
}
