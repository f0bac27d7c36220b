package layout

import (
	"errors"
	"fmt"
	"slices"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A setter sets text in lines. It belongs to one goroutine: it keeps its buffers from one paragraph to the next.
type setter struct {
	faces    *fonts.Set
	sheet    *doc.Sheet
	lang     string
	pitch    unit.Length             // of the character grid, 0 without one
	tracking unit.Length             // of text on the grid, where lines are set as word processors set them
	noteMark func(key string) string // what a span with a note shows
	para     para
	breaker  breaker
	figures  []*figures
	store    *store // of what is set
	scratch  store  // of what is only measured
	// thickened are the faces that have served bold text without having a bold.
	thickened []*fonts.Face
}

// thicken notes a face that is thickened for bold text.
func (s *setter) thicken(f *fonts.Face) {
	if !slices.Contains(s.thickened, f) {
		s.thickened = append(s.thickened, f)
	}
}

// newSetter makes a setter. area is the width of the type area, which sheet.Grid.Chars divides into the character grid.
func newSetter(set *fonts.Set, sheet *doc.Sheet, lang string, area unit.Length) *setter {
	s := &setter{faces: set, sheet: sheet, lang: lang, noteMark: func(string) string { return "[0]" }, store: &store{}}
	if sheet.Grid.Chars > 0 {
		s.pitch = area / unit.Length(sheet.Grid.Chars)
	}
	if sheet.Lines.Breaking == doc.FirstFit {
		s.tracking = sheet.Tracking()
	}
	return s
}

// A textJob is one paragraph to be set.
type textJob struct {
	Src      string      // for errors
	Spans    []doc.Span  // a "\n" forces a new line
	Style    *doc.Style  // its indents are taken off Measure
	Measure  unit.Length // width of the lines' box; with Vertical the height
	Reach    doc.Reach   // how far lines may reach beyond the box
	Align    doc.Align   // AlignAuto: the style's
	Lang     string      // "": the setter's
	Balance  bool        // titles and table heads: broken at sense, lines of about equal length
	Title    bool        // with Balance: in the form of a title
	Sense    bool        // labels: broken at sense
	Vertical bool        // 竖排: lines are columns, from right to left
	Label    string      // a list mark, set in the hanging indent before the first line
}

// set sets a paragraph. All its faults come back together, each as an *Error.
func (s *setter) set(job textJob) (*textBlock, error) {
	if b := s.setFigures(&job); b != nil {
		return b, nil
	}
	return s.setText(job)
}

// setText is the long way of set.
func (s *setter) setText(job textJob) (*textBlock, error) {
	label, err := s.prepare(&job)
	if err != nil {
		return nil, err
	}
	l, err := s.liner(&job, label)
	if err != nil {
		return nil, err
	}
	l.begin(s.store, label)
	from := 0
	for i, to := range s.para.parts {
		l.part(&s.breaker, from, to, i == 0)
		from = to
	}
	l.block.inset = l.head.inset(l.room.measure)
	return l.block, nil
}

// liner is for the text that has been prepared last.
func (s *setter) liner(job *textJob, label *textBlock) (liner, error) {
	room := s.room(job, label)
	if room.measure <= 0 || room.measure <= room.indent {
		return liner{}, &Error{Src: job.Src, Err: fmt.Errorf("%w: the indents leave %s", ErrPage, min(room.measure, room.measure-room.indent))}
	}
	return newLiner(&s.para, job, room), nil
}

// extent gives the narrowest measure that breaks no word, and the width of the text on one line, indents included.
func (s *setter) extent(job textJob) (least, natural unit.Length, err error) {
	if w, ok := s.figureWidth(&job); ok {
		return w, w, nil
	}
	return s.extentText(job)
}

func (s *setter) extentText(job textJob) (least, natural unit.Length, err error) {
	balance := job.Balance
	job.Balance = false // it changes where lines end, not where they may
	label, err := s.prepare(&job)
	if err != nil {
		return 0, 0, err
	}
	p, room := &s.para, s.room(&job, label)
	from := 0
	for i, to := range p.parts {
		word, line := widths(p.items[from:to])
		if cell := s.cell(job.Style); balance && line >= 4*cell { // no line of one character
			word = max(word, 2*cell)
		}
		indent := room.start(i == 0) + room.right
		least, natural = max(least, word+indent), max(natural, line+indent)
		from = to
	}
	return least, natural, nil
}

// prepare sets the job's label and takes its text up to the items. The label comes first: both use the setter's buffers.
func (s *setter) prepare(job *textJob) (label *textBlock, err error) {
	if job.Label != "" {
		label, err = s.set(labelJob(job))
	}
	return label, errors.Join(err, s.para.prepare(s, job))
}

// labelJob sets the list mark as a line of its own.
func labelJob(job *textJob) textJob {
	style := *job.Style
	style.Left, style.Right, style.Indent, style.Align = 0, 0, 0, doc.AlignLeft
	return textJob{Src: job.Src, Spans: []doc.Span{{Text: job.Label}}, Style: &style, Measure: 1000 * style.Size, Lang: job.Lang}
}

// widths gives the width of the widest stretch without a line end, and of all items on one line. A unit of several characters
// gives way to a column: no type is made smaller for the sake of 个工作日.
func widths(items []item) (word, line unit.Length) {
	var w, all int64
	for i := range items {
		it := &items[i]
		w, all = w+int64(it.box), all+int64(it.box)
		word, line = max(word, unit.Length(w)), unit.Length(all)
		if it.penalty != noBreak || it.tear == tearMeasure || it.tear == tearCounted {
			w = 0
		} else {
			w += int64(it.glue)
		}
		all += int64(it.glue)
	}
	return word, line
}

// cell is the width of a Han character: the grid's pitch for a style on the grid.
func (s *setter) cell(style *doc.Style) unit.Length {
	switch {
	case !s.onGrid(style):
		return style.Size
	case s.tracking != 0:
		return style.Size + s.tracking
	}
	return s.pitch
}

// onGrid reports whether a style keeps to the grid. One of another size does not, whatever it says.
func (s *setter) onGrid(style *doc.Style) bool {
	d := s.pitch - style.Size
	return style.OnGrid && s.pitch > 0 && d > -style.Size/8 && d < style.Size/8
}

// tracked reports whether letters and figures of a style are tracked, too.
func (s *setter) tracked(style *doc.Style) bool { return s.tracking != 0 && s.onGrid(style) }

// chars gives c in characters of the style: of the grid where it keeps to the grid, else of its size.
func (s *setter) chars(c doc.Chars, style *doc.Style) unit.Length {
	return s.cell(style).MulDiv(int64(c), 100)
}

// A room is where the lines of a paragraph stand in the measure.
type room struct {
	left, right unit.Length // indents of all lines
	indent      unit.Length // of the first line, from left
	label       unit.Length // place of the list mark
	measure     unit.Length // of a line without first-line indent
}

func (r *room) start(first bool) unit.Length {
	if first {
		return r.left + r.indent
	}
	return r.left
}

func (r *room) fit(ragged bool, way doc.Breaking) fit {
	return fit{first: r.measure - r.indent, rest: r.measure, ragged: ragged, breaking: way}
}

func (s *setter) room(job *textJob, label *textBlock) room {
	style := job.Style
	r := room{left: s.chars(style.Left, style), right: s.chars(style.Right, style), indent: s.chars(style.Indent, style)}
	r.left, r.right = r.left-job.Reach.Left, r.right-job.Reach.Right
	r.measure = job.Measure - r.left - r.right
	if cell := s.cell(style); style.OnGrid && cell == s.pitch { // what the grid leaves of the area is less than an EMU a character
		if n := job.Measure / cell; job.Measure-n*cell < n {
			r.measure = n*cell - r.left - r.right
		}
	}
	if label != nil {
		r.label = r.left + r.indent
		if r.indent += label.width(); r.indent > 0 { // wider than the hanging indent
			r.indent += s.cell(style) / 4
		} else {
			r.indent = 0
		}
	}
	return r
}
