package layout

import (
	"slices"

	"github.com/banxin-go/banxin/layout/unit"
)

// Texts of cells are set to be measured, and set again when their page is painted, for a table of 20,000 rows must not keep what
// all of its cells look like. The first of them are kept: in most documents they are all.

// mostKept is how many glyphs of a table are kept: about three megabytes.
const mostKept = 1 << 15

// Texts of more than pagesKept pages would be set anew for each of them, and so are kept up to fifty megabytes.
const (
	pagesKept = 4
	mostLong  = 1 << 20
)

// A keptText is the one paragraph of a cell.
type keptText struct {
	cell  int
	block *textBlock
}

// keepText keeps the text of cell i, which has been measured last.
func (f *tableFlow) keepText(i int) {
	if !f.level || len(f.cellSetter.parts) != 1 || !f.lasting && (f.need[i] <= pagesKept*f.room || f.keptGlyphs >= mostLong) {
		return
	}
	if !f.lasting { // what has been measured does not last
		if _, err := f.setCell(i, unit.Size{W: f.innerWidth(i)}); err != nil {
			return // measured before
		}
	}
	block := f.cellSetter.parts[0].block
	if block == nil || block.quick != nil {
		return
	}
	for k := range block.pieces {
		f.keptGlyphs += len(block.pieces[k].Glyphs)
	}
	f.kept = append(f.kept, keptText{i, block})
	f.lasting = f.keptGlyphs < mostKept
}

// text gives the content of cell i in a box of the given inner size, as it is kept or set by c.
func (f *tableFlow) text(c *cellSetter, i int, inner unit.Size) (cellText, error) {
	k, ok := slices.BinarySearchFunc(f.kept, i, func(kept keptText, cell int) int { return kept.cell - cell })
	if !ok {
		return c.setCell(i, inner)
	}
	block := f.kept[k].block
	c.parts = append(c.parts[:0], cellPart{block: block})
	return cellText{parts: c.parts, height: block.leading() * unit.Length(block.lines())}, nil
}
