package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A word processor fills each line with all that it holds, marks at their full width. Here a line may end earlier, for the sake
// of the lines below it, or hold more, by squeezed marks. LayoutLines says by how much the characters of such a line must stand
// apart or closer for the word processor to end it in the same place. Justified text looks the same: its lines are as wide as before. The
// text of cells is only moved closer: it is not justified, and would look spaced. Titles and heads whose lines no measure gives have
// them ended by force.

// Ends are where lines end, by the first span of each justified paragraph and of each cell's text. Those whose lines need nothing
// are left out.
type Ends map[*doc.Span][]doc.LineEnd

// tellText notes the lines of the paragraphs of a section.
func (b *builder) tellText(s *section) {
	for _, f := range s.flows {
		if text := textOf(f); text != nil && (text.justified() || text.block.inset == unmatched) {
			b.tell(text.first, lineTeller{block: text.block, measure: text.measure, justified: true})
		}
	}
}

// tellCell notes the lines of the texts of cell i, which has been measured last. Paragraphs and items of a cell are not set in, as its
// text is: see headRoom.
func (b *builder) tellCell(f *tableFlow, i int) {
	if !f.level {
		return
	}
	for k := range f.cellSetter.parts {
		if block := f.cellSetter.parts[k].block; block != nil {
			job := &f.cellSetter.jobs[k]
			forced := job.Sense && block.inset != noInset && len(f.model.cells[i].Blocks) > 0
			b.tell(job.first, lineTeller{block: block, measure: job.Measure + job.Reach.Left + job.Reach.Right, forced: forced})
		}
	}
}

func (b *builder) tell(first *doc.Span, t lineTeller) {
	if first == nil || t.block.quick != nil {
		return
	}
	t.setter, t.plain, t.out = b.setter, b.teller.plain[:0], b.teller.out[:0]
	if t.lines() {
		b.ends[first] = slices.Clone(t.out)
	}
	b.teller = t
}

// textOf gives the paragraph that a flow is, nil for others.
func textOf(f flow) *textFlow {
	switch f := f.(type) {
	case *textFlow:
		return f
	case *noteFlow:
		return f.textFlow
	}
	return nil
}

func (f *textFlow) justified() bool {
	return f.style.Align == doc.AlignJustify || f.style.Align == doc.AlignAuto
}

// A lineTeller goes through the lines of a paragraph as a word processor sees them.
type lineTeller struct {
	setter    *setter
	block     *textBlock
	measure   unit.Length
	justified bool
	forced    bool // lines are ended by force, also where a measure gives them
	span      int  // where the text has been read up to
	at        int  // in the span
	before    int  // bytes of the spans before it
	seen      int  // the span up to which around has looked
	passed    int  // bytes of the spans before that
	last      rune // the last one of them
	plain     []plainLine
	out       []doc.LineEnd
}

// A plainLine is a line at its natural width: full marks, a quarter em between Han and Latin.
type plainLine struct {
	width unit.Length
	chars int
	gaps  int         // between Han and Latin
	lead  unit.Length // width of what it begins with and cannot be cut
	end   int
}

// lines puts the ends of lines together, and says whether any of them needs something.
func (t *lineTeller) lines() (needed bool) {
	if !t.plainLines() {
		return false
	}
	plain := t.plain
	room := t.setter.room(&textJob{Style: t.block.style, Measure: t.measure}, t.block.label)
	for i := range plain {
		slack := room.measure - plain[i].width
		if i == 0 {
			slack -= room.indent
		}
		before, behind := t.around(plain[i].end)
		more := i+1 < len(plain) && behind != '\n'
		forced := more && (t.forced || t.block.inset == unmatched || partsWord(before, behind))
		lead := unit.Length(0) // of the next line, 0 where nothing of it can come up to this one
		if t.justified && more && !forced {
			lead = plain[i+1].lead
		}
		each := track(slack, lead, t.doubt(&plain[i]), plain[i].chars)
		if each < -t.block.style.Size/closest { // the lines below it are others then, too
			break
		}
		t.out = append(t.out, doc.LineEnd{At: plain[i].end, Forced: forced, Track: each})
		needed = needed || forced || each != 0
	}
	return needed
}

// doubt is how far from ours the width of a line may be in a word processor, which rounds and has its own gaps between Han and Latin.
func (t *lineTeller) doubt(line *plainLine) unit.Length {
	return t.block.style.Size / 8 * unit.Length(min(2+line.gaps, 4))
}

// closest is the part of their size by which characters may stand closer: beyond a tenth Han characters touch. A line that has
// given up more, by many marks, ends elsewhere. (Closer marks alone would show less. But a character that is a run of its own
// stands where it would stand without spacing in LibreOffice, which leaves out the last of each run.)
const closest = 10

// plainLines reports false for text that cannot be found in the spans again.
func (t *lineTeller) plainLines() bool {
	from := int32(0)
	for _, row := range t.block.rows {
		line, ok := t.plainOf(t.block.pieces[from:row.end])
		if !ok {
			return false
		}
		t.plain, from = append(t.plain, line), row.end
	}
	return true
}

// track gives what each of n characters is to be moved, in whole twips, so that a line with so much room left holds what it
// has, and not the lead of the next. As much as is in doubt stays free where something is moved.
func track(slack, lead, doubt unit.Length, n int) unit.Length {
	if n == 0 || slack >= 0 && (lead == 0 || slack+doubt < lead) {
		return 0
	}
	step := unit.Length(n) * unit.Twip
	free := slack - doubt
	if lead > 0 {
		free = slack - min(doubt, lead/2)
	}
	if free < 0 {
		free -= step - 1 // down
	}
	return free / step * unit.Twip
}

// plainOf measures the pieces of a line; false for text that cannot be found in the spans again.
func (t *lineTeller) plainOf(pieces []piece) (plainLine, bool) {
	var line plainLine
	last, leading := rune(0), true
	for i := range pieces {
		q := &pieces[i]
		if q.note {
			line.width += q.width
			last = 0
			continue
		}
		if !t.find(q) {
			return line, false
		}
		first, _ := utf8.DecodeRuneInString(q.String)
		if quarters(last, first) {
			line.width += q.Size / 4
			line.gaps++
			leading = false
		}
		at := -1
		for g := range q.Glyphs {
			advance := q.Size.MulDiv(int64(q.Glyphs[g].Advance), int64(q.Face.UnitsPerEm))
			if q.Glyphs[g].Start != at {
				at = q.Glyphs[g].Start
				r, _ := utf8.DecodeRuneInString(q.String[at:])
				advance += t.closer(last, r)
				leading = leading && (line.chars == 0 || staysWhole(last) && staysWhole(r))
				line.chars++
				last = r
			}
			line.width += advance
			if leading {
				line.lead += advance
			}
		}
		last, _ = utf8.DecodeLastRuneInString(q.String)
	}
	if n := len(pieces); n > 0 && last == ' ' { // vanishes at the line's end
		q := &pieces[n-1]
		line.width -= q.Size.MulDiv(int64(q.Glyphs[len(q.Glyphs)-1].Advance), int64(q.Face.UnitsPerEm))
	}
	line.end = t.before + t.at
	return line, true
}

// find moves on to the end of a piece in the spans.
func (t *lineTeller) find(q *piece) bool {
	spans := t.block.spans
	for ; t.span < int(q.span); t.span++ {
		t.before, t.at = t.before+len(spans[t.span].Text), 0
	}
	i := strings.Index(spans[t.span].Text[t.at:], q.String)
	if i < 0 {
		return false
	}
	t.at += i + len(q.String)
	return true
}

// around gives the characters before and behind a byte, 0 where there are none. Bytes are asked for in their order.
func (t *lineTeller) around(at int) (before, behind rune) {
	for spans := t.block.spans; t.seen < len(spans); t.seen++ {
		text := spans[t.seen].Text
		if n := at - t.passed; n < len(text) {
			before, behind = t.last, runeAt(text, n)
			if n > 0 {
				before, _ = utf8.DecodeLastRuneInString(text[:n])
			}
			return before, behind
		}
		t.passed += len(text)
		if text != "" {
			t.last, _ = utf8.DecodeLastRuneInString(text)
		}
	}
	return t.last, 0
}

// partsWord says whether a line that ends between two characters parts what is one word to a word processor, as a web address is:
// https://www|.gov.cn. It would take all of it to the next line, and the line before would be set as wide as it can be.
func partsWord(before, behind rune) bool {
	return before > ' ' && before < 0x7F && behind > ' ' && behind < 0x7F && before != '-' && before != '/'
}

// tracking is what characters of the style stand closer in a word processor, so that the grid's 28 fit.
func (t *lineTeller) tracking() unit.Length {
	return t.setter.sheet.TrackingOf(t.block.style)
}

// closer is the same of a character behind another.
func (t *lineTeller) closer(before, r rune) unit.Length {
	if turns(before, r) {
		return 0
	}
	return t.tracking()
}

// quarters reports whether a word processor leaves a quarter of an em between two characters.
func quarters(a, b rune) bool {
	return classOf(a) == classHan && isWord(b) || isWord(a) && classOf(b) == classHan
}

// turns reports whether a stretch of one script ends between two characters that have no gap, for one is Han and the other a < or >:
// autoSpaceDE (ISO/IEC 29500-1 17.3.1.2) is for Latin text beside Han, which LibreOffice and CLREQ 3.2.3 take for letters and figures.
// LibreOffice leaves out what characters stand closer by at the end of a stretch. Where there is a gap, that is in doubt anyway.
func turns(a, b rune) bool {
	return classOf(a) == classHan && isAngle(b) || isAngle(a) && classOf(b) == classHan
}

func isAngle(r rune) bool { return r == '<' || r == '>' }

// staysWhole says whether no line ends between a character and another like it: letters, figures and what stands in numbers.
func staysWhole(r rune) bool {
	return isWord(r) || r == '.' || r == ',' || r == '%'
}

// isWord says whether a character is a letter or a figure.
func isWord(r rune) bool {
	c := classOf(r)
	return c == classLetter || c == classDigit
}
