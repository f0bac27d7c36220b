package layout

import (
	"strings"
	"unicode"

	"github.com/banxin-go/banxin/layout/display"
)

// Programs that copy text take a hyphen at the end of a line for one that stands there for the line's end alone, and leave it out: poppler
// every one (TextLine::hyphenated), PDFium, which browsers read by, that behind a letter (CPDF_TextPage::IsHyphen). state-of-|the-art would
// come back as state-ofthe-art. No line of ours has such a hyphen. So what is read of a line ends with the character behind the hyphen,
// which the next line is read without: state-of-t|he-art. Where that one is not to be had, because the text ends or a new line is forced,
// because it belongs to another element than the hyphen or would leave nothing in its line, a no-break space stands in for it. It is the one
// blank that is left where it is: others at the end of a line nobody counts. A hyphen that is all that a cell has is no other: where columns
// are narrow poppler reads a row as a line.

const noBreakSpace = "\u00A0"

// hyphens says how the hyphens at the end of line i and of the line before are to be read.
func (d *drawer) hyphens(texts []display.Text, i int) {
	if len(texts) == 0 {
		return
	}
	if i > 0 {
		texts[0].Lent = len(d.lends(i))
	}
	if k := d.block.hyphen(i); k >= 0 {
		if texts[k].Borrowed = d.lends(i + 1); texts[k].Borrowed == "" {
			texts[k].Borrowed = noBreakSpace
		}
	}
}

// line is the pieces of line i.
func (b *textBlock) line(i int) []piece {
	first := int32(0)
	if i > 0 {
		first = b.rows[i-1].end
	}
	return b.pieces[first:b.rows[i].end]
}

// hyphen gives the piece with which line i ends in a hyphen, spaces left out; -1: it does not.
func (b *textBlock) hyphen(i int) int {
	pieces := b.line(i)
	for k := len(pieces) - 1; k >= 0; k-- {
		q := &pieces[k]
		text := strings.TrimRightFunc(q.String, unicode.IsSpace)
		if text == "" {
			continue
		}
		if strings.HasSuffix(text, "-") && q.Dir != display.Down && !q.note {
			return k
		}
		break
	}
	return -1
}

// lends gives what line i has for the line before to borrow, where that ends in a hyphen: its first cluster, if another one stays.
func (d *drawer) lends(i int) string {
	b := d.block
	if i == len(b.rows) || !b.rows[i-1].broken {
		return ""
	}
	before, pieces := b.line(i-1), b.line(i)
	k := b.hyphen(i - 1)
	if k < 0 || k != len(before)-1 || len(pieces) == 0 || pieces[0].Dir == display.Down || d.node(&pieces[0]) != d.node(&before[k]) {
		return ""
	}
	q := &pieces[0]
	first, second := q.cluster(0), ""
	if len(first) < len(q.String) {
		second = q.cluster(len(first))
	}
	if strings.TrimSpace(second) == "" || second == "-" && strings.TrimSpace(q.String) == first+second {
		return ""
	}
	return first
}

func (d *drawer) node(q *piece) *display.Node {
	if d.nodes == nil {
		return nil
	}
	return d.nodes[q.span]
}

// cluster is the characters from a byte of a piece on that have their glyphs together.
func (q *piece) cluster(at int) string {
	for i := range q.Glyphs {
		if g := &q.Glyphs[i]; g.Start == at {
			return q.String[g.Start:g.End]
		}
	}
	return ""
}
