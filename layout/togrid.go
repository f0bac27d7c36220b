package layout

import (
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// toGrid changes the space below a title that begins a page so that the text below it stands on the lines of the grid, as it does on the
// pages behind: lines on both sides of a sheet meet (GB/T 9704-2012 5.2.3: 22 lines on every page). The space becomes larger, or smaller
// where a quarter of a line is enough: the blank line below a title of one line. It gives by how much.
func (b *builder) toGrid(next doc.Block) unit.Length {
	pitch, _ := b.sheet.Pitch(b.section_.page)
	used, ok := b.usedByText()
	if !ok || pitch <= 0 || !setOnGrid(next) || used+b.space > b.sheet.Room(b.section_.page).H {
		return 0
	}
	over := (used + b.space) % pitch
	if over == 0 {
		return 0
	}
	more := pitch - over
	if over <= pitch/4 && over < b.space {
		more = -over
	}
	b.space += more
	return more
}

// setOnGrid says whether a block has lines of the grid: a table or a second title has not.
func setOnGrid(block doc.Block) bool {
	switch block := block.(type) {
	case *doc.Paragraph, *doc.List:
		return true
	case *doc.Heading:
		return block.Level > 0
	}
	return false
}

// usedByText is the height of the lines since the page began, false where other things than text stand among them.
func (b *builder) usedByText() (used unit.Length, ok bool) {
	flows := b.section_.flows
	for i := len(flows) - 1; i >= 0; i-- {
		if _, begins := flows[i].(pageBreak); begins {
			flows = flows[i+1:]
			break
		}
	}
	for i, f := range flows {
		text, ok := f.(*textFlow)
		if !ok {
			return 0, false
		}
		used += text.height()
		if i == 0 {
			used -= text.before // dropped at the page's top
		}
	}
	return used, true
}

// height is that of all lines, with the space above.
func (f *textFlow) height() unit.Length {
	sum := unit.Length(0)
	for _, band := range f.bands() {
		sum += band.before + band.height
	}
	return sum
}
