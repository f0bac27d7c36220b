package layout

import "slices"

// GB/T 9704-2012 7.3.1: titles of more than one line are set as a trapezium or a diamond. Their lines grow, or shrink, or grow and then
// shrink; they make no rectangle, and none is shorter than both its neighbours.

// Prices of the forms that titles are not to have.
const (
	alike      = 8    // percent by which lines must differ to be seen to differ: one character and a half of twenty
	alikeCost  = 300  // of each percent less
	apartFrom  = 50   // percent by which lines may differ
	waistCost  = 2500 // of a line shorter than both its neighbours: as much as a line end before 和
	mostStates = 1 << 14
)

// A slope is how the line lengths of a title have gone so far.
type slope uint8

const (
	level slope = iota
	growing
	shrinking
	slopes
)

// follow gives what a line of one width behind another costs, and the slope then.
func (s slope) follow(before, width int64) (slope, int64) {
	diff := (width - before) * 100 / max(width, before, 1)
	next, cost := growing, int64(0)
	if diff < 0 {
		next, diff = shrinking, -diff
	}
	if diff < alike {
		return s, (alike - diff) * alikeCost
	}
	if s == shrinking && next == growing {
		cost = waistCost
	}
	if diff > apartFrom {
		cost += (diff - apartFrom) * (diff - apartFrom)
	}
	return next, cost
}

// A formLine is the last line of a beginning of a title: it ends at a node, so many nodes after it starts, on a slope.
type formLine struct {
	length int
	slope  slope
}

// A former finds the best lines of a title: for each number of lines, each node that the last one may end at, and each formLine of it.
type former struct {
	*breaker
	reach int // nodes in the longest line
	cost  []int64
	prev  []formLine
}

func (t *former) at(line, node int, l formLine) int {
	return ((line*len(t.nodes)+node)*(t.reach+1)+l.length)*int(slopes) + int(l.slope)
}

// inForm finds the n lines of a title that look best, and their cost; false for a title too long to try all.
func (b *breaker) inForm(items []item, f fit, n int) ([]int, int64, bool) {
	t := former{breaker: b, reach: b.reach(f)}
	last := len(b.nodes) - 1
	if len(b.nodes)*t.reach > mostStates/n {
		return nil, 0, false
	}
	size := t.at(n+1, 0, formLine{})
	b.formed, b.form = slices.Grow(b.formed[:0], size)[:size], slices.Grow(b.form[:0], size)[:size]
	t.cost, t.prev = b.formed, b.form
	for i := range t.cost {
		t.cost[i] = unreachable
	}
	for line := 1; line <= n; line++ {
		for node := line; node <= last; node++ {
			if line < n != (node == last) {
				t.end(items, f, line, node)
			}
		}
	}
	best := formLine{}
	for length := 1; length <= t.reach; length++ {
		for s := range slopes {
			if l := (formLine{length, s}); t.cost[t.at(n, last, l)] < t.cost[t.at(n, last, best)] {
				best = l
			}
		}
	}
	cost, ends := t.cost[t.at(n, last, best)], make([]int, n)
	for line, node := n, last; line > 0 && cost < unreachable; line-- {
		ends[line-1] = int(b.nodes[node].item) + 1
		node, best = node-best.length, t.prev[t.at(line, node, best)]
	}
	return ends, cost, true
}

// end finds the best lines that end at a node.
func (t *former) end(items []item, f fit, line, node int) {
	for length := 1; length <= min(t.reach, node); length++ {
		start := node - length
		own := t.endCost(items, f, start, node)
		if own >= unreachable || line == 1 && start > 0 {
			continue
		}
		if line == 1 {
			t.cost[t.at(1, node, formLine{length, level})] = own
			continue
		}
		t.follow(line, start, node, own)
	}
}

// follow finds the best lines before the one from start to node, which costs own by itself.
func (t *former) follow(line, start, node int, own int64) {
	for before := 1; before <= min(t.reach, start); before++ {
		for s := range slopes {
			l := formLine{before, s}
			sum := t.cost[t.at(line-1, start, l)]
			if sum >= unreachable {
				continue
			}
			next, cost := s.follow(t.lineWidth(start-before, start), t.lineWidth(start, node))
			if to := t.at(line, node, formLine{node - start, next}); sum+cost+own < t.cost[to] {
				t.cost[to], t.prev[to] = sum+cost+own, l
			}
		}
	}
}

// reach is how many nodes a line goes at most.
func (b *breaker) reach(f fit) int {
	most := 1
	for i, j := 0, 0; i < len(b.nodes)-1; i++ {
		for j < len(b.nodes)-1 && b.lineWidth(i, j+1) <= f.measure(i) {
			j++
		}
		most = max(most, j-i)
	}
	return most
}
