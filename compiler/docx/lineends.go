package docx

import (
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// With LinesOfPDF each line whose end Word would find elsewhere has its characters a little apart or closer, by w:spacing of
// its runs: all of Word's and LibreOffice's lines are filled, and this one is full where the layout ends it. It is the one
// look that the text has beside its styles, and none that shows: justified lines are as wide as before. What is edited later
// moves on and takes its spacing along.

// A tracker tells the spacing of a stretch of text, line by line.
type tracker struct {
	ends []doc.LineEnd
	at   int // bytes of the paragraph written
}

// lineEnds gives the ends of a paragraph's lines, nil if it is to be broken by who shows it.
func (b *body) lineEnds(spans []doc.Span) []doc.LineEnd {
	if b.opts.Lines != LinesOfPDF || len(spans) == 0 {
		return nil
	}
	return b.opts.LineEnds[&spans[0]]
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
	for same+1 < len(t.ends) && t.ends[same+1].Track == t.ends[0].Track {
		same++
	}
	return t.ends[0].Track, min(n, t.ends[same].At-t.at)
}

// tracked is the spacing that the paragraph's style has, in twips.
func (b *body) tracked() int64 {
	if b.set == nil {
		return 0
	}
	return b.tracking(b.set)
}
