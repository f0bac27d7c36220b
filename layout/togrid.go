package layout

import (
	"cmp"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// toGrid changes the space below a title that begins a page so that the text below it stands on the lines of the grid, as it does on the
// pages behind: lines on both sides of a sheet meet (GB/T 9704-2012 5.2.3: 22 lines on every page). The space becomes larger, or smaller
// where a quarter of a line is enough: the blank line below a title of one line. It gives by how much.
func (b *builder) toGrid(next doc.Block) unit.Length {
	room := b.sheet.Room(b.section_.page).H
	line, ok := b.gridLine(next)
	used, text := b.usedByText(room)
	if !ok || !text || used+b.space > room {
		return 0
	}
	over := (used + b.space) % line
	if over == 0 {
		return 0
	}
	more := line - over
	if over <= line/4 && over < b.space {
		more = -over
	}
	b.space += more
	return more
}

// gridLine gives the height of the grid's lines, those of the text, false for a block that has other ones: a table, a second title. A
// landscape page has the same lines, though a word processor's grid there is another, which leaves nothing over.
func (b *builder) gridLine(block doc.Block) (unit.Length, bool) {
	var style *doc.Style
	switch block := block.(type) {
	case *doc.Paragraph:
		style = b.sheet.Style(cmp.Or(block.Style, "Normal"))
	case *doc.List:
		style = b.sheet.Style(cmp.Or(block.Style, "ListParagraph"))
	case *doc.Heading:
		if block.Level > 0 {
			style = b.sheet.Style(cmp.Or(block.Style, headingStyle(block.Level)))
		}
	}
	pitch, _ := b.sheet.Pitch(b.section_.page)
	normal := b.sheet.Style("Normal")
	if style == nil || normal == nil || pitch <= 0 || normal.Leading <= 0 {
		return 0, false
	}
	return normal.Leading, style.Leading == normal.Leading
}

// usedByText is the height of the lines since the page began, or of more than fit on it; false where other things than text stand among
// them.
func (b *builder) usedByText(room unit.Length) (used unit.Length, ok bool) {
	flows := b.section_.flows
	before := unit.Length(0) // of the first of them: dropped at the page's top
	for i := len(flows) - 1; i >= 0 && used-before <= room; i-- {
		if _, begins := flows[i].(pageBreak); begins {
			break
		}
		text, ok := flows[i].(*textFlow)
		if !ok {
			return 0, false
		}
		used, before = used+text.height(), text.before
	}
	return used - before, true
}

// height is that of all lines, with the space above.
func (f *textFlow) height() unit.Length {
	sum := unit.Length(0)
	for _, band := range f.bands() {
		sum += band.before + band.height
	}
	return sum
}
