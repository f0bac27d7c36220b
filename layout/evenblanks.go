package layout

// A blank is the gap beside a mark, as the eye sees it: the glue, and what the marks' own ink leaves free at its two ends.
type blank struct {
	gap  int   // index of the item
	seen int64 // width to the eye
	room int64 // by how much it can shrink
}

// even takes want from the blanks of one kind, and returns how much they gave. The widest blanks give first, down to a common
// width, so that the marks of a line look alike: 《 fills its half of the em and （ does not, so that by equal shares 和《 would
// touch where ）和 stands apart. Marks of one shape give the same.
func (p *para) even(from, to int, kind gapKind, want int64) int64 {
	if want == 0 {
		return 0
	}
	total := p.gather(from, to, kind)
	if want >= total {
		for _, b := range p.blanks {
			p.delta[b.gap] -= int32(b.room)
		}
		return total
	}
	low, high := int64(0), int64(0) // the common width lies between
	for _, b := range p.blanks {
		low, high = min(low, b.seen-b.room), max(high, b.seen)
	}
	for low+1 < high {
		if middle := (low + high) / 2; given(p.blanks, middle) > want {
			low = middle
		} else {
			high = middle
		}
	}
	rest := want - given(p.blanks, high) // one EMU lower would be too much
	for _, b := range p.blanks {
		d := b.above(high)
		if rest > 0 && d < b.above(high-1) {
			d++
			rest--
		}
		p.delta[b.gap] -= int32(d)
	}
	return want
}

// gather collects the blanks of one kind and the sum of their rooms.
func (p *para) gather(from, to int, kind gapKind) (total int64) {
	p.blanks = p.blanks[:0]
	for i := from; i < to; i++ {
		if room := int64(p.items[i].shrink); p.atoms[i].kind == kind && room > 0 {
			seen := int64(p.items[i].glue) + int64(p.air(i, false)) + int64(p.air(i+1, true))
			p.blanks = append(p.blanks, blank{gap: i, seen: seen, room: room})
			total += room
		}
	}
	return total
}

// above is what a blank gives when all that is wider than a width goes.
func (b *blank) above(width int64) int64 { return min(max(b.seen-width, 0), b.room) }

func given(blanks []blank, width int64) (sum int64) {
	for i := range blanks {
		sum += blanks[i].above(width)
	}
	return sum
}

// air is what the ink of a mark leaves free at its front or back when its blank is gone, 0 for what is no mark.
func (p *para) air(i int, front bool) int32 {
	a := &p.atoms[i]
	if !a.mark || a.class == classNote {
		return 0
	}
	run := &p.runs[a.run]
	b := p.squeezer.body(bodyKey{run.Face, run.Glyphs[a.glyph].ID, a.class, p.tongues[p.runSpan[a.run]], run.Vertical})
	free := b.trail
	if front {
		free = b.lead
	}
	return clamp(p.fontSize.MulDiv(int64(free), int64(run.Face.UnitsPerEm)))
}
