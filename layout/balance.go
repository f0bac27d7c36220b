package layout

import "slices"

const (
	extraLine  = 150 // price of one line more than needed
	maxBalance = 300 // line ends; longer texts are not heads
	mostLines  = 8   // of a head
)

// A shape is what the lines of a text that is broken at sense are to look like.
type shape uint8

const (
	evenLines shape = iota // heads: of about equal length
	leftLines              // labels that stand at one side: well filled
	formLines              // titles: a trapezium or a diamond
)

// balanced gives the ends of lines that end at sense, as few as there must be, or one more where a word would be cut otherwise. No
// line is left with a single character as long as there are four.
func (b *breaker) balanced(items []item, f fit, s shape) []int {
	plain := b.lines(items, f)
	if len(plain) == 1 || len(plain) > 2*mostLines || len(b.nodes) > maxBalance {
		return plain
	}
	n := len(b.firstFit(items, f))
	if n > mostLines {
		return b.lines(items, f)
	}
	best, cost := b.shaped(items, f, n, s)
	if cost >= unreachable { // a character wider than the measure
		best = b.lines(items, f)
	}
	if more, c := b.shaped(items, f, n+1, s); c+extraLine*extraLine < cost {
		best, cost = more, c
	}
	if s == evenLines && cost < unreachable && len(b.nodes) <= maxFilled {
		best = b.orFilled(items, f, best, cost)
	}
	return best
}

// unreachable is more than any paragraph costs.
const unreachable = 1 << 60

// shaped finds the best way to fill exactly n lines, and its cost.
func (b *breaker) shaped(items []item, f fit, n int, s shape) ([]int, int64) {
	if s == formLines {
		if ends, cost, ok := b.inForm(items, f, n); ok {
			return ends, cost
		}
	}
	return b.inLines(items, f, n, s)
}

// A headWay is how a beginning of a head is best cut into lines: what it costs, and the node where its last line starts.
type headWay struct {
	cost int64
	prev int32
}

// inLines does so for lines that are weighed each by itself.
func (b *breaker) inLines(items []item, f fit, n int, s shape) ([]int, int64) {
	m := len(b.nodes)
	b.head = slices.Grow(b.head[:0], (n+1)*m)[:(n+1)*m]
	ways := b.head
	for i := range ways {
		ways[i] = headWay{cost: unreachable}
	}
	ways[0].cost = 0
	mean := max(1, b.nodes[m-1].end.width/int64(n))
	weigh := func(i, j int) int64 { return b.headLine(items, f, i, j, mean) }
	if s == leftLines {
		weigh = func(i, j int) int64 { return b.leftLine(items, f, i, j) }
	}
	most := max(f.measure(0), f.measure(1))
	for line := 1; line <= n; line++ {
		before, this := ways[(line-1)*m:line*m], ways[line*m:(line+1)*m]
		first := line
		if line == n {
			first = m - 1
		}
		for j := first; j < m && (line == n || j < m-1); j++ {
			this[j] = b.lastLine(before, j, most, weigh)
		}
	}
	ends := make([]int, n)
	for line, j := n, m-1; line > 0; line-- {
		ends[line-1] = int(b.nodes[j].item) + 1
		j = int(ways[line*m+j].prev)
	}
	return ends, ways[n*m+m-1].cost
}

// lastLine finds the best line that ends at node j, behind the ways that there are to its start; of two equal ones the shorter.
func (b *breaker) lastLine(before []headWay, j int, most int64, weigh func(i, j int) int64) headWay {
	best := headWay{cost: unreachable}
	for i := j - 1; i >= 0 && b.lineWidth(i, j) <= most; i-- {
		if before[i].cost >= best.cost {
			continue
		}
		if c := before[i].cost + weigh(i, j); c < best.cost {
			best = headWay{c, int32(i)}
		}
	}
	return best
}

// headLine is what a line of a head costs: how far from the mean it is, in percent, and where it ends.
func (b *breaker) headLine(items []item, f fit, i, j int, mean int64) int64 {
	off := (b.lineWidth(i, j) - mean) * 100 / mean
	return off*off + b.endCost(items, f, i, j)
}

// leftLine is what a line of a label costs: half of what it leaves empty, in percent, or what the last one lacks of a third of the
// measure, and where it ends.
func (b *breaker) leftLine(items []item, f fit, i, j int) int64 {
	measure := max(1, f.measure(i))
	off := (measure - b.lineWidth(i, j)) * 50 / measure
	if j == len(b.nodes)-1 {
		off = max(0, 33-b.lineWidth(i, j)*100/measure)
	}
	return off*off + b.endCost(items, f, i, j)
}

// endCost is what the line between two nodes costs by where it ends; unreachable if it does not fit.
func (b *breaker) endCost(items []item, f fit, i, j int) int64 {
	if b.lineWidth(i, j) > f.measure(i) {
		return unreachable
	}
	from, to := &b.nodes[i], &b.nodes[j]
	cost := int64(0)
	if p := int64(items[to.item].penalty); j < len(b.nodes)-1 && p > 0 {
		cost += p * p
	}
	if all := b.nodes[len(b.nodes)-1].end.weight; all >= 4 && to.end.weight-from.next.weight < 2 {
		cost += loneCost
	}
	return cost
}

// endsPrice is what the ends of the lines cost: not where they are too long or short, but where they cut what belongs together.
func endsPrice(items []item, ends []int) int64 {
	sum, start := int64(0), 0
	for _, end := range ends {
		if end == len(items) {
		} else if p := int64(items[end-1].penalty); p > 0 {
			sum += p * p
		}
		weight := 0
		for i := start; i < end; i++ {
			weight += int(items[i].weight)
		}
		if len(ends) > 1 && weight < 2 {
			sum += wordBreak * wordBreak
		}
		start = end
	}
	return sum
}
