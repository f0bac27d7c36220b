package layout

import (
	"errors"
	"slices"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A para is one paragraph on its way to lines: spans to chars (itemize), chars to runs of glyphs (shape), glyphs to atoms and
// items (build), items to lines. Its buffers serve one paragraph after another.
type para struct {
	set      *fonts.Set
	squeezer squeezer
	level    doc.Kinsoku
	squeeze  bool
	breaking doc.Breaking
	fontSize unit.Length
	em       int32 // width of a Han character: the grid's pitch, else the size
	slim     int32 // glyphs from slim to wide are about an em wide and get a cell of em
	wide     int32
	quarter  int32 // gap between Han and Latin
	tracking int32 // of letters and figures; Han characters have theirs in em
	bytes    int   // length of the text
	tongues  []tongue
	chars    []char
	unclear  []int32 // chars whose class depends on their neighbours
	angles   []int32 // those that are ＜ or ＞ and stand for brackets
	stack    []int32 // open quotes
	hasHan   bool
	vertical bool
	shaper   fonts.Shaper
	runs     []fonts.Run
	runAt    []int32 // first byte of each run in the text; noteStarts, noteGoesOn
	runSpan  []int32
	atoms    []atom
	items    []item
	untorn   []item // scratch of compare
	parts    []int  // ends of the parts between forced line ends, in items
	delta    []int32
	blanks   []blank
	// What follows is of a run of a head.
	parted    []sensePart
	ways      []senseWay
	words     []wordSet // that begin at each of its characters
	wordsFrom int
}

func (p *para) tongueAt(i int) tongue { return p.tongues[p.chars[i].span] }

// prepare takes a job up to its items. The error joins all faults of the text.
func (p *para) prepare(s *setter, job *textJob) error {
	p.set, p.level, p.squeeze, p.breaking = s.faces, s.sheet.Lines.Kinsoku, s.sheet.Lines.Squeeze, s.sheet.Lines.Breaking
	p.vertical = job.Vertical
	p.measure(s, job.Style)
	lang := job.Lang
	if lang == "" {
		lang = s.lang
	}
	p.tongues = p.tongues[:0]
	for i := range job.Spans {
		t := tongueOf(lang)
		if job.Spans[i].Lang != "" {
			t = tongueOf(job.Spans[i].Lang)
		}
		p.tongues = append(p.tongues, t)
	}
	if !p.read(job.Spans) {
		return errors.Join(checkText(job.Src, job.Spans)...)
	}
	p.resolve()
	p.tie()
	if p.atSense(job) {
		p.sense()
	}
	if err := p.shape(s, job, lang); err != nil {
		return &Error{Src: job.Src, Err: err}
	}
	for i := range p.runs {
		if p.runs[i].SyntheticBold {
			s.thicken(p.runs[i].Face)
		}
	}
	p.build()
	p.delta = slices.Grow(p.delta[:0], len(p.items))[:len(p.items)]
	return nil
}

// atSense says that a job is broken at sense, and that it may be longer than a line.
func (p *para) atSense(job *textJob) bool {
	return (job.Balance || job.Sense) && len(p.chars)*int(p.em) > int(job.Measure+job.Reach.Left+job.Reach.Right)
}

// measure takes the widths from the style.
func (p *para) measure(s *setter, style *doc.Style) {
	p.fontSize = style.Size
	p.em = clamp(s.cell(style))
	p.tracking = 0
	if s.tracked(style) {
		p.tracking = clamp(s.tracking)
	}
	p.slim, p.wide = clamp(style.Size*3/4), clamp(style.Size*5/4)
	p.quarter = clamp(style.Size.MulDiv(int64(s.sheet.Lines.HanLatin), 100))
}

// shape cuts the text where span or side change, and has the pieces shaped. Missing characters of all of them come back in
// one error.
func (p *para) shape(s *setter, job *textJob, lang string) error {
	p.shaper.Reset()
	p.runs, p.runAt, p.runSpan = p.runs[:0], p.runAt[:0], p.runSpan[:0]
	var missing *fonts.MissingError
	var errs []error
	spanStart := 0
	for from := 0; from < len(p.chars); {
		to := p.stretchEnd(from)
		c := &p.chars[from]
		span := &job.Spans[c.span]
		if from > 0 {
			spanStart += textLen(job.Spans[p.chars[from-1].span:c.span])
		}
		want := fonts.Want{Role: fonts.Role(job.Style.Role), Bold: job.Style.Bold || span.Bold, Latin: c.latin && !job.Style.HanLetters, Lang: lang}
		if span.Lang != "" {
			want.Lang = span.Lang
		}
		var err error
		switch c.class {
		case classFeed:
		case classNote:
			err = p.shapeText(noteStarts, c.span, s.noteMark(span.Note), want)
		default:
			want.Vertical = job.Vertical && !c.latin
			err = p.shapeText(int(c.at), c.span, span.Text[int(c.at)-spanStart:p.byteAt(to)-spanStart], want)
		}
		if err != nil {
			missing, errs = gather(missing, errs, err, int(c.at))
		}
		from = to
	}
	if missing != nil {
		errs = append(errs, missing)
	}
	return errors.Join(errs...)
}

func textLen(spans []doc.Span) (n int) {
	for i := range spans {
		n += len(spans[i].Text)
	}
	return n
}

func (p *para) byteAt(char int) int {
	if char == len(p.chars) {
		return p.bytes
	}
	return int(p.chars[char].at)
}

// stretchEnd gives the end of the chars that are shaped together with char from.
func (p *para) stretchEnd(from int) int {
	a := &p.chars[from]
	to := from + 1
	if a.class == classFeed || a.class == classNote {
		return to
	}
	for ; to < len(p.chars); to++ {
		b := &p.chars[to]
		if b.latin != a.latin || b.span != a.span || b.class == classFeed || b.class == classNote {
			break
		}
	}
	if a.latin {
		p.tieAddresses(from, to)
	}
	return to
}

func (p *para) shapeText(at int, span int32, text string, want fonts.Want) error {
	first := len(p.runs)
	var err error
	p.runs, err = p.shaper.Append(p.set, p.runs, text, want)
	for i := first; i < len(p.runs); i++ {
		p.runAt = append(p.runAt, int32(at))
		p.runSpan = append(p.runSpan, span)
		if at < 0 {
			at = noteGoesOn
		} else {
			at += len(p.runs[i].Text)
		}
	}
	return err
}

// gather puts the missing characters of a stretch that begins at byte at to those found before.
func gather(all *fonts.MissingError, errs []error, err error, at int) (*fonts.MissingError, []error) {
	var m *fonts.MissingError
	switch {
	case !errors.As(err, &m):
		return all, append(errs, err)
	case all == nil:
		all = &fonts.MissingError{Role: m.Role}
	}
	for i, r := range m.Runes {
		if !slices.Contains(all.Runes, r) {
			all.Runes = append(all.Runes, r)
			all.At = append(all.At, m.At[i]+at)
			all.Others = append(all.Others, m.Others[i])
		}
	}
	return all, errs
}
