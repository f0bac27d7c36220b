package layout

// firstFit fills one line after the other, as word processors do, at the natural width of what it holds.
func (b *breaker) firstFit(items []item, f fit) []int {
	b.ends = b.ends[:0]
	for from := 0; from < len(b.nodes)-1; {
		from = b.fullest(items, f, from)
		b.ends = append(b.ends, int(b.nodes[from].item)+1)
	}
	if len(b.ends) == 0 {
		b.ends = append(b.ends, 0)
	}
	return b.ends
}

// fullest gives the end of the fullest line from a node on. Places that loosen has torn open serve only where the line would have
// no other end, and of these one that costs less goes before one that costs more.
func (b *breaker) fullest(items []item, f fit, from int) int {
	best := from + 1
	for j := from + 2; j < len(b.nodes) && f.holds(b.nodes, from, j); j++ {
		if items[b.nodes[j].item].penalty <= max(tearAddress-1, items[b.nodes[best].item].penalty) || j == len(b.nodes)-1 {
			best = j
		}
	}
	return best
}
