package layout

import (
	"slices"

	"github.com/banxin-go/banxin/layout/unit"
)

const (
	maxFilled = 60  // places for line ends; longer heads stay as they are
	filledFor = 300 // what filled lines may cost more; a line end inside a pair of characters costs 900
)

// orFilled gives other lines in place of best, as many and about as good, if filling line after line does not give best and does
// give them: word processors show the same lines then.
//
//	本列的关系为：第一项加    lines of 11 or 12 would take 第 too    本列的关系为：第一项加第二项    lines of 14 end here
//	第二项之和，等于第三项                                         之和，等于第三项
func (b *breaker) orFilled(items []item, f fit, best []int, cost int64) []int {
	widest := int64(0)
	for i, start := 0, 0; i < len(best); i++ {
		end := b.nodeAt(best[i])
		widest, start = max(widest, b.lineWidth(start, end)), end
	}
	n := len(best)
	spare, _ := b.filled(make([]int, 0, n+1), items, f, widest, n)
	if slices.Equal(spare, best) {
		return best
	}
	limit := cost + filledFor
	for _, width := range b.widths(f, n) {
		ends, c := b.filled(spare[:0], items, f, width, n)
		if spare = ends; c < limit {
			best, spare, limit = ends, best, c
		}
	}
	return best
}

// widths gives the lengths that may be the longest of n lines, each once, the shortest first.
func (b *breaker) widths(f fit, n int) []int64 {
	last := len(b.nodes) - 1
	least, most := b.nodes[last].end.width/int64(n), int64(min(f.first, f.rest))
	all := b.lengths[:0]
	for i := range b.nodes {
		for j := i + 1; j <= last && b.lineWidth(i, j) <= most; j++ {
			if w := b.lineWidth(i, j); w >= least {
				all = append(all, w)
			}
		}
	}
	b.lengths = all
	slices.Sort(all)
	return slices.Compact(all)
}

// filled fills lines of a length one after the other, and says what the lines cost as lines of a head: unreachable if they are
// not n. Their ends go to the slice.
func (b *breaker) filled(ends []int, items []item, f fit, width int64, n int) ([]int, int64) {
	lines := fit{first: unit.Length(width), rest: unit.Length(width), ragged: true}
	mean := max(1, b.nodes[len(b.nodes)-1].end.width/int64(n))
	cost := int64(0)
	for from := 0; from < len(b.nodes)-1 && len(ends) <= n; {
		to := b.fullest(items, lines, from)
		cost += b.headLine(items, f, from, to, mean)
		ends, from = append(ends, int(b.nodes[to].item)+1), to
	}
	if len(ends) != n || cost >= unreachable {
		return ends, unreachable
	}
	return ends, cost
}

// lineWidth is the width of the line between two nodes.
func (b *breaker) lineWidth(i, j int) int64 { return b.nodes[j].end.width - b.nodes[i].next.width }

// nodeAt gives the node of a line's end.
func (b *breaker) nodeAt(end int) int {
	i, _ := slices.BinarySearchFunc(b.nodes, end, func(n node, end int) int { return int(n.item) + 1 - end })
	return i
}
