package layout

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// LineEnds gives the lines of the justified paragraphs of a document that Layout has laid out, and of table cells, by the first
// span of each. Those whose lines need nothing are left out.
//
// A word processor fills each line with all that it holds, marks at their full width. Here a line may end earlier, for the sake
// of the lines below it, or hold more, by squeezed marks. LineEnds says by how much the characters of such a line must stand apart
// or closer for the word processor to end it in the same place. Justified text looks the same: its lines are as wide as before. The
// text of cells is only moved closer: it is not justified, and would look spaced.
func LineEnds(d *doc.Document, set *fonts.Set) (map[*doc.Span][]doc.LineEnd, error) {
	b := newBuilder(d, set)
	all := map[*doc.Span][]doc.LineEnd{}
	tell := func(first *doc.Span, t lineTeller) {
		if first == nil || t.block.quick != nil {
			return
		}
		if lines := t.lines(); lines != nil {
			all[first] = lines
		}
	}
	for i := range d.Sections {
		for _, f := range b.section(&d.Sections[i]).flows {
			if table, ok := f.(*tableFlow); ok {
				table.eachText(func(first *doc.Span, block *textBlock, measure unit.Length) {
					tell(first, lineTeller{setter: b.setter, block: block, measure: measure})
				})
			}
			if text := textOf(f); text != nil && text.justified() {
				tell(text.first, lineTeller{setter: b.setter, block: text.block, measure: text.measure, justified: true})
			}
		}
	}
	return all, errors.Join(b.errs...)
}

// eachText sets the cells again that have one text. The block holds until the next is set.
func (f *tableFlow) eachText(do func(first *doc.Span, block *textBlock, measure unit.Length)) {
	for i, cell := range f.model.cells {
		if cell.Vertical || len(cell.Text) == 0 || len(cell.Blocks) > 0 || len(cell.Diagonal) > 0 {
			continue
		}
		inner, reach := f.innerWidth(i), cell.Reach
		if text, err := f.setCell(i, unit.Size{W: inner}); err == nil { // measured before
			do(&cell.Text[0], text.parts[0].block, inner+reach.Left+reach.Right)
		}
	}
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
	span      int // where the text has been read up to
	at        int // in the span
	before    int // bytes of the spans before it
}

// A plainLine is a line at its natural width: full marks, a quarter em between Han and Latin.
type plainLine struct {
	width unit.Length
	chars int
	lead  unit.Length // width of what it begins with and cannot be cut
	end   int
}

func (t *lineTeller) lines() []doc.LineEnd {
	var plain []plainLine
	from := int32(0)
	for _, row := range t.block.rows {
		line, ok := t.plain(t.block.pieces[from:row.end])
		if !ok {
			return nil
		}
		plain, from = append(plain, line), row.end
	}
	room := t.setter.room(&textJob{Style: t.block.style, Measure: t.measure}, t.block.label)
	out, needed := make([]doc.LineEnd, len(plain)), false
	for i := range plain {
		slack := room.measure - plain[i].width
		if i == 0 {
			slack -= room.indent
		}
		lead := unit.Length(0) // of the next line, 0 where nothing of it can come up to this one
		if t.justified && i+1 < len(plain) && !t.feedBehind(plain[i].end) {
			lead = plain[i+1].lead
		}
		out[i] = doc.LineEnd{At: plain[i].end, Track: track(slack, lead, t.block.style.Size/2, plain[i].chars)}
		needed = needed || out[i].Track != 0
	}
	if !needed {
		return nil
	}
	return out
}

// track gives what each of n characters is to be moved, in whole twips, so that a line with so much room left holds what it
// has, and not the lead of the next. doubt is how far from ours the widths of a word processor may be: it has its own gap
// between Han and Latin. That much stays free where something is moved.
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

// plain measures the pieces of a line; false for text that cannot be found in the spans again.
func (t *lineTeller) plain(pieces []piece) (plainLine, bool) {
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
			leading = false
		}
		at := -1
		for g := range q.Glyphs {
			advance := q.Size.MulDiv(int64(q.Glyphs[g].Advance), int64(q.Face.UnitsPerEm))
			if q.Glyphs[g].Start != at {
				at = q.Glyphs[g].Start
				advance += t.tracking()
				r, _ := utf8.DecodeRuneInString(q.String[at:])
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

// feedBehind says whether the text has a forced line end at the byte.
func (t *lineTeller) feedBehind(at int) bool {
	for i := range t.block.spans {
		text := t.block.spans[i].Text
		if at < len(text) {
			return text[at] == '\n'
		}
		at -= len(text)
	}
	return false
}

// tracking is what characters of the style stand closer in a word processor, so that the grid's 28 fit.
func (t *lineTeller) tracking() unit.Length {
	if t.block.style.OnGrid {
		return t.setter.sheet.Tracking()
	}
	return 0
}

// quarters reports whether a word processor leaves a quarter of an em between two characters.
func quarters(a, b rune) bool {
	return classOf(a) == classHan && isWord(b) || isWord(a) && classOf(b) == classHan
}

// staysWhole says whether no line ends between a character and another like it: letters, figures and what stands in numbers.
func staysWhole(r rune) bool {
	return isWord(r) || r == '.' || r == ',' || r == '%'
}

// isWord says whether a character is a letter or a figure.
func isWord(r rune) bool {
	c := classOf(r)
	return c == classLetter || c == classDigit
}
