package layout

import (
	"sort"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// backKey is the target that a note leads back to: where its mark first stands.
func backKey(key string) string { return " back " + key }

// noteMarksOf remembers where the marks of notes stand in a flow about to be added.
func (b *builder) noteMarksOf(f flow) {
	switch f := f.(type) {
	case *textFlow:
		row := 0
		for i := range f.block.pieces {
			for row+1 < len(f.block.rows) && i >= int(f.block.rows[row].end) {
				row++
			}
			if p := &f.block.pieces[i]; p.note {
				b.backTo(f.block.spans[p.span].Note, row)
			}
		}
	case *tableFlow:
		for i, cell := range f.model.cells {
			b.cellMarks(f, f.model.grid.Cells[i].Row, cell.Text)
		}
	}
}

func (b *builder) cellMarks(f *tableFlow, row int, spans []doc.Span) {
	for i := range spans {
		if spans[i].Note == "" {
			continue
		}
		band := max(0, sort.Search(len(f.tops), func(n int) bool { return f.tops[n] > f.y[row] })-1)
		if f.hasLead() {
			band++
		}
		b.backTo(spans[i].Note, band)
	}
}

func (b *builder) backTo(key string, band int) {
	if _, there := b.targets[backKey(key)]; there {
		return
	}
	b.targets[backKey(key)] = place{b.at.section, b.at.flow, band}
}

// A noteFlow is a note whose mark leads back to the text.
type noteFlow struct {
	*textFlow
	key  string
	mark string
	link *display.Node
}

func (f *noteFlow) paint(p *painter, from, to int, at unit.Point) {
	f.textFlow.paint(p, from, to, at)
	label, back := f.block.label, p.dest(backKey(f.key))
	if from > 0 || label == nil || back == nil {
		return
	}
	size := f.style.Size
	box := unit.Rect{Point: at.Add(unit.Point{X: f.block.labelAt, Y: (f.style.Leading - size) / 2}), Size: unit.Size{W: label.width(), H: size}}
	p.add(&display.Link{Box: box, Dest: back, Text: f.mark, Node: f.link})
}
