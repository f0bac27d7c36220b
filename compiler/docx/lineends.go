package docx

import (
	"slices"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// Word, WPS and LibreOffice fill one line after the other; the layout weighs the lines of a paragraph together and squeezes marks.
// Left to themselves a fifth of the lines would end elsewhere, and of long reports the pages too: the contents list, whose numbers
// nobody renews, would be wrong. So each line whose end they would find elsewhere has its characters a little apart or closer, and
// is full where the layout ends it. Justified lines are as wide as before, so nothing of it shows.
//
// It is w:spacing of character styles, one for each width, hidden in lists of styles. A clerk who edits a paragraph moves some text
// to other lines and its spacing along; there it is a character that stands a fraction of a point apart. What he types takes the
// spacing of the text before it. Faces, sizes, colours and pitches are the paragraph style's, and change with it. A file without any of it is
// made with OwnLines. Other means were worse: line feeds tear a paragraph that is edited, joiners and blanks of no width go along
// into every copy of its text, and a PDF that fills line after line is the worse PDF. Heads and titles alone, where no
// spacing gives the lines that are broken at sense, have line feeds, as clerks set them.

// A tracker tells the spacing of a stretch of text, line by line.
type tracker struct {
	ends []doc.LineEnd
	at   int // bytes of the paragraph written
}

// lineEnds gives the ends of a paragraph's lines, nil if it is to be broken by who shows it.
func (b *body) lineEnds(spans []doc.Span) []doc.LineEnd {
	if b.opts.Lines == OwnLines || len(spans) == 0 {
		return nil
	}
	return b.opts.LineEnds[&spans[0]]
}

// upTo gives the ends of the lines of a text that is written up to a byte: none is ended by force there.
func upTo(ends []doc.LineEnd, to int) []doc.LineEnd {
	i, found := slices.BinarySearchFunc(ends, to, func(e doc.LineEnd, to int) int { return e.At - to })
	if !found || !ends[i].Forced {
		return ends
	}
	ends = slices.Clone(ends[:i+1])
	ends[i].Forced = false
	return ends
}

// next gives the spacing of what comes next, and how many of the next n bytes have it.
func (t *tracker) next(n int) (unit.Length, int) {
	for len(t.ends) > 0 && t.ends[0].At <= t.at {
		t.ends = t.ends[1:]
	}
	if len(t.ends) == 0 {
		return 0, n
	}
	same := 0 // lines with the same spacing are one stretch
	for same+1 < len(t.ends) && t.ends[same+1].Track == t.ends[0].Track && !t.ends[same].Forced {
		same++
	}
	return t.ends[0].Track, min(n, t.ends[same].At-t.at)
}

// forced says whether a line must be ended behind what is written.
func (t *tracker) forced() bool {
	for len(t.ends) > 0 && t.ends[0].At < t.at { // lines of one stretch
		t.ends = t.ends[1:]
	}
	return len(t.ends) > 0 && t.ends[0].Forced && t.ends[0].At == t.at
}

// tracked is the spacing that the paragraph's style has, in twips.
func (b *body) tracked() int64 {
	if b.set == nil {
		return 0
	}
	return b.tracking(b.set)
}
