package layout

import (
	"slices"

	"github.com/banxin-go/banxin/layout/unit"
)

// Texts of cells are set to be measured, and set again when their page is painted, for a table of 20,000 rows must not keep what
// all of its cells look like. The first of them are kept: in most documents they are all.

// mostKept is how many glyphs of a table are kept: about three megabytes.
const mostKept = 1 << 15

// A keptText is the one paragraph of a cell.
type keptText struct {
	cell  int
	block *textBlock
}

// keepText keeps the text of cell i, which has been measured last.
func (f *tableFlow) keepText(i int) {
	if !f.level || !f.lasting || len(f.cellSetter.parts) != 1 {
		return
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

// text gives the content of cell i in a box of the given inner size.
func (t *tablePage) text(i int, inner unit.Size) (cellText, error) {
	k, ok := slices.BinarySearchFunc(t.kept, i, func(kept keptText, cell int) int { return kept.cell - cell })
	if !ok {
		return t.setCell(i, inner)
	}
	block := t.kept[k].block
	t.cellSetter.parts = append(t.cellSetter.parts[:0], cellPart{block: block})
	return cellText{parts: t.cellSetter.parts, height: block.leading() * unit.Length(block.lines())}, nil
}
