package layout

import (
	"math"

	"github.com/banxin-go/banxin/layout/unit"
)

// Titles and heads are broken at sense, and a word processor fills one line after the other: 本年收入合 and 计. With lines that
// hold just what is to stand on them it breaks them alike: the DOCX sets such a paragraph in on both sides.

// A headRoom is the measures under which filling line after line gives the lines of a text: from least up to most, not included.
type headRoom struct{ least, most int64 }

// Insets of heads that are not to be set in.
const (
	noInset   unit.Length = 0  // they break alike as it is
	unmatched unit.Length = -1 // no measure gives their lines
)

// inset gives by how much lines that may be measure long are to be shorter.
func (h headRoom) inset(measure unit.Length) unit.Length {
	m := int64(measure)
	switch {
	case h.most > m:
		return noInset
	case h.least >= h.most:
		return unmatched
	}
	middle := unit.Length(m - (h.least+h.most)/2)
	return rounded(middle, unit.Length(h.most-h.least)/6)
}

// rounded gives the roundest length that is no further away than that: each is a style of the DOCX, and heads that could share one should.
func rounded(l, away unit.Length) unit.Length {
	for _, step := range [...]unit.Length{10 * unit.Pt, 5 * unit.Pt, 2 * unit.Pt, unit.Pt, unit.Pt / 2} {
		if r := unit.Length(l.Round(step)) * step; r > 0 && max(r-l, l-r) <= away {
			return r
		}
	}
	return l
}

// filled takes in the lines of a part: ends are theirs in the items from from up to to. first says that they begin the paragraph,
// with its indent.
func (l *liner) filled(from, to int, ends []int, first bool) {
	start, indent := from, int64(0)
	if first {
		indent = int64(l.room.indent)
	}
	for _, end := range ends {
		end += from
		l.head.least = max(l.head.least, l.unsqueezed(start, end)+indent)
		if end < to {
			next := end
			for next < to-1 && l.para.items[next].penalty == noBreak {
				next++
			}
			l.head.most = min(l.head.most, l.unsqueezed(start, next+1)+indent)
		}
		start, indent = end, 0
	}
}

// unsqueezed is the width of the items [from,to) on a line of a word processor, where marks keep the blank that they may have
// given up here.
func (l *liner) unsqueezed(from, to int) int64 {
	width := int64(0)
	for i := from; i < to; i++ {
		a, it := &l.para.atoms[i], &l.para.items[i]
		width += int64(it.box) + int64(a.before) + int64(a.after)
		if i < to-1 && (isBlank(a.class) || a.kind == gapHanLatin) {
			width += int64(it.glue)
		}
	}
	return width
}

// anyRoom is that of a head without lines.
func anyRoom() headRoom { return headRoom{most: math.MaxInt64} }
