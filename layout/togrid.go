package layout

import (
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// toGrid makes the space below a title that begins a page as much larger as the text below it has to go down to stand on the lines of the
// grid, as it does on the pages behind: lines on both sides of a sheet meet (GB/T 9704-2012 5.2.3: 22 lines on every page). It gives by
// how much.
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
	b.space += pitch - over
	return pitch - over
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
	top := true
	for _, f := range b.section_.flows {
		switch f := f.(type) {
		case pageBreak:
			used, top = 0, true
		case *textFlow:
			for _, band := range f.bands() {
				if !top {
					used += band.before
				}
				used, top = used+band.height, false
			}
		default:
			return 0, false
		}
	}
	return used, true
}
