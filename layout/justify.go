package layout

// compressOrder is the order in which gaps give way (CLREQ 3.2.2 行内调整). The mark at the line's end is not in it: it has
// given way already. Stops are last: CLREQ leaves them to choice.
var compressOrder = [...]gapKind{gapWord, gapDot, gapBracket, gapComma, gapHanLatin, gapStop}

// expandOrder is the order in which gaps grow before all places of the line grow alike.
var expandOrder = [...]gapKind{gapWord, gapHanLatin}

// justify makes the line of items [from,to) diff wider, or narrower where diff is negative, and notes in p.delta what each gap
// got: the sum is diff to the last EMU. It reports false for a line that would come apart; nothing is noted then.
func (p *para) justify(from, to int, diff int64) bool {
	last := to - 1 // the gap behind the last item is not in the line
	clear(p.delta[from:to])
	if diff < 0 {
		for _, kind := range compressOrder {
			if kind >= gapDot {
				diff += p.even(from, last, kind, -diff)
			} else {
				diff += p.share(from, last, kind, -diff, false)
			}
		}
		return diff == 0
	}
	for _, kind := range expandOrder {
		diff -= p.share(from, last, kind, diff, true)
	}
	if diff == 0 || p.shareEqually(from, last, diff) {
		return true
	}
	clear(p.delta[from:to])
	return false
}

// room is by how much gap i may change in its own step: word spaces grow to 1/2 em, Han-Latin gaps to 1/3.
func (p *para) room(i int, grow bool) int64 {
	it := &p.items[i]
	switch {
	case !grow:
		return int64(it.shrink)
	case p.atoms[i].kind == gapWord:
		return int64(max(0, p.em/2-it.glue))
	}
	return int64(it.glue / 3)
}

// share spreads want over the gaps of one kind, in proportion to the room of each, and returns how much they took.
func (p *para) share(from, to int, kind gapKind, want int64, grow bool) int64 {
	if want == 0 {
		return 0
	}
	total := int64(0)
	for i := from; i < to; i++ {
		if p.atoms[i].kind == kind {
			total += p.room(i, grow)
		}
	}
	take := min(want, total)
	if take == 0 {
		return 0
	}
	sum, given := int64(0), int64(0)
	for i := from; i < to; i++ {
		if p.atoms[i].kind != kind {
			continue
		}
		sum += p.room(i, grow)
		d := sum*take/total - given // the sum of the parts rounds to the whole
		given += d
		if !grow {
			d = -d
		}
		p.delta[i] += int32(d)
	}
	return take
}

// shareEqually gives all places of the line the same, and one EMU more to the first of them until nothing is left. Lines
// without a Han gap, which are Latin text, open their spaces. CLREQ has no limit, but a line whose characters would stand more
// than a quarter of an em apart (the most that JIS X 4051 gives before it gives up), or its words half an em further apart, is
// better left short: one before an address, say.
func (p *para) shareEqually(from, to int, diff int64) bool {
	even := func(k gapKind) bool { return k == gapHan || k >= gapDot }
	n, limit := p.count(from, to, even), int64(p.em/4)
	if n == 0 {
		even = func(k gapKind) bool { return k == gapWord || k == gapHanLatin }
		n, limit = p.count(from, to, even), int64(p.em/2)
	}
	if n == 0 || diff/n > limit {
		return false
	}
	each, rest := diff/n, diff%n
	for i := from; i < to; i++ {
		if !even(p.atoms[i].kind) {
			continue
		}
		d := each
		if rest > 0 {
			d++
			rest--
		}
		p.delta[i] += int32(d)
	}
	return true
}

func (p *para) count(from, to int, in func(gapKind) bool) int64 {
	n := int64(0)
	for i := from; i < to; i++ {
		if in(p.atoms[i].kind) {
			n++
		}
	}
	return n
}
