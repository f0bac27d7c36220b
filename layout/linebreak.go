package layout

import (
	"slices"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// An item is what the breaker sees of a text: a box, the glue behind it, and what ending a line there costs. Glue at the end
// of a line vanishes. Lengths are EMU.
type item struct {
	box     int32
	glue    int32 // at rest
	stretch int32 // by how much the glue may grow before a line looks loose
	shrink  int32 // by how much the glue can shrink, never more than glue
	penalty int16 // of ending a line behind the item: 0 and up, or noBreak
	tear    int16 // where penalty is noBreak: what a line end costs where there is no other way, 0 for never
	weight  int8  // how many characters it counts for in a last line
	firm    bool  // the glue grows by its stretch and no more
}

// noBreak forbids a line end.
const noBreak = -1

// A fit says how lines are to be filled.
type fit struct {
	first, rest unit.Length // measures of the first line and of all others
	ragged      bool        // lines keep their natural width
	breaking    doc.Breaking
}

// shrinks reports whether a line may be made narrower than it is at rest to hold more.
func (f *fit) shrinks() bool { return !f.ragged && f.breaking == doc.TotalFit }

// Demerits, in the square of Knuth and Plass's badness.
const (
	linePenalty = 10
	maxRatio    = 5 << 8        // of stretching, in 1/256; beyond, lines are judged by what is left empty
	loneCost    = 5e10          // a last line of a single character (CLREQ: 段末 must hold two)
	emptyCost   = 12500 * 12500 // of a line that is not justified, at least
	mostStarts  = 120           // how many line starts are tried for one line end, the fullest lines first
)

// sums are running totals over items.
type sums struct{ width, stretch, firm, shrink, weight int64 }

func (s sums) box(it *item) sums {
	s.width += int64(it.box)
	s.weight += int64(it.weight)
	return s
}

func (s sums) glue(it *item) sums {
	s.width += int64(it.glue)
	s.stretch += int64(it.stretch)
	if it.firm {
		s.firm += int64(it.stretch)
	}
	s.shrink += int64(it.shrink)
	return s
}

// A node is a place where a line may end: behind items[item], or the start of the text.
type node struct {
	end  sums // up to the line's end
	next sums // up to the start of the line that follows: with the glue that vanishes here
	cost int64
	item int32
	prev int32 // node where the line starts
	// empty says that the line is left short for want of anything better: one that starts behind it is not the last word.
	empty bool
}

// A breaker cuts items into lines by total fit (Knuth and Plass 1981), in whole numbers and in time linear in the items:
// only starts within one measure of a line end are tried, and the worst line still has a price, so that no place is ever
// out of reach and no second pass is needed.
type breaker struct {
	nodes []node
	ends  []int
	// What follows is scratch: of inLines, of inForm, of widths.
	head    []headWay
	formed  []int64
	form    []formLine
	lengths []int64
}

// Text of more than a window is broken window by window, so that a paragraph of millions of letters, each of which may end a
// line, takes no more than some megabytes of nodes. The last lines of a window are broken anew with the next one.
const (
	window = 1 << 16 // items
	redone = 64      // lines: what stands far behind a line end seldom moves it
)

// lines gives the ends of the lines: the index behind each line's last item. The slice is overwritten by the next call.
// Text without items has one line.
func (b *breaker) lines(items []item, f fit) []int {
	if len(items) <= window {
		return b.within(items, f)
	}
	var ends []int
	size := window
	for from := 0; from < len(items); {
		to := windowEnd(items, from+size)
		part := b.within(items[from:to], f)
		switch keep := len(part) - redone; {
		case to == len(items):
			keep = len(part)
			fallthrough
		case keep > 0:
			for _, end := range part[:keep] {
				ends = append(ends, from+end)
			}
			from, size, f.first = ends[len(ends)-1], window, f.rest
		default: // very long lines
			size *= 2
		}
	}
	b.ends = ends
	return ends
}

// windowEnd gives the first place from i on where a line may end.
func windowEnd(items []item, i int) int {
	for ; i < len(items); i++ {
		if items[i-1].penalty != noBreak {
			return i
		}
	}
	return len(items)
}

// within breaks items by total fit over all of them, or by first fit.
func (b *breaker) within(items []item, f fit) []int {
	b.collect(items)
	if f.breaking == doc.FirstFit {
		return b.firstFit(items, f)
	}
	if last := len(b.nodes) - 1; last > 0 && b.lineWidth(0, last) <= f.measure(0) { // no two lines cost less than one at rest
		b.ends = append(b.ends[:0], len(items))
		return b.ends
	}
	lo := 0
	for j := 1; j < len(b.nodes); j++ {
		for lo < j-1 && !f.holds(b.nodes, lo, j) {
			lo++
		}
		last := j == len(b.nodes)-1
		b.best(items, f, lo, j, last)
	}
	return b.trace()
}

// loosen makes room in stretches without a line end that are wider than a line, so that no line is ever overfull: there, and
// only there, lines may end where the items can be torn.
func loosen(items []item, f fit) {
	measure := min(f.first, f.rest)
	for from := 0; from < len(items); {
		to, width := from, int64(0)
		for ; to < len(items); to++ {
			width += int64(items[to].box)
			if items[to].penalty != noBreak || to == len(items)-1 {
				break
			}
			width += int64(items[to].glue)
			if f.shrinks() {
				width -= int64(items[to].shrink)
			}
		}
		if width > int64(measure) {
			tearOpen(items[from:min(to, len(items))])
		}
		from, measure = to+1, f.rest
	}
}

func tearOpen(items []item) {
	for i := range items {
		if items[i].penalty == noBreak && items[i].tear > 0 {
			items[i].penalty = items[i].tear
		}
	}
}

// likely is how many places a paragraph has at most, as a rule.
const likely = 1 << 10

// collect lists the places where lines may end.
func (b *breaker) collect(items []item) {
	b.nodes = append(slices.Grow(b.nodes[:0], min(len(items)+1, likely)), node{item: -1})
	var sum sums
	for i := range items {
		it := &items[i]
		sum = sum.box(it)
		next := sum.glue(it)
		if it.penalty != noBreak || i == len(items)-1 {
			b.nodes = append(b.nodes, node{end: sum, next: next, item: int32(i)})
		}
		sum = next
	}
}

// holds reports whether the items between two nodes fit on a line at their tightest.
func (f *fit) holds(nodes []node, i, j int) bool {
	return f.tightest(&nodes[i], &nodes[j]) <= f.measure(i)
}

func (f *fit) tightest(from, to *node) int64 {
	width := to.end.width - from.next.width
	if !f.shrinks() {
		return width
	}
	return width - (to.end.shrink - from.next.shrink)
}

func (f *fit) measure(start int) int64 {
	if start == 0 {
		return int64(f.first)
	}
	return int64(f.rest)
}

// best finds the cheapest line that ends at node j. Starts come in order, from the fullest line to the emptiest.
func (b *breaker) best(items []item, f fit, lo, j int, last bool) {
	to := &b.nodes[j]
	to.cost, to.prev = -1, int32(j-1)
	penalty := int64(0)
	if p := items[to.item].penalty; !last && p > 0 {
		penalty = int64(p) * int64(p)
	}
	for i := lo; i < j; i++ {
		if i > lo && !f.holds(b.nodes, i, j) { // a first line that is longer than the others
			continue
		}
		from, measure := &b.nodes[i], f.measure(i)
		if i > lo && !last && (i-lo > mostStarts || !b.nodes[to.prev].empty && f.tooLoose(from, to, measure)) {
			break
		}
		demerits := f.demerits(from, to, measure, last)
		if !last && b.full(i, j, measure) {
			demerits /= 2
		}
		cost := from.cost + demerits + penalty
		if to.cost < 0 || cost < to.cost {
			to.cost, to.prev, to.empty = cost, int32(i), demerits >= emptyCost
		}
	}
}

// full reports whether a line holds at rest all that it can, so that a word processor would end it in the same place. Of two ways
// that are about as good the DOCX's goes first; and lines set near their natural width are the more even ones.
func (b *breaker) full(i, j int, measure int64) bool {
	start := b.nodes[i].next.width
	return b.nodes[j].end.width-start <= measure && (j+1 == len(b.nodes) || b.nodes[j+1].end.width-start > measure)
}

// tooLoose says that a line is so empty that a later start need not be tried as long as there is a good one at all.
func (f *fit) tooLoose(from, to *node, measure int64) bool {
	slack := measure - (to.end.width - from.next.width)
	if f.ragged {
		return 2*slack > measure
	}
	return slack<<8 > maxRatio*(to.end.stretch-from.next.stretch)
}

// demerits is what the line between two nodes costs.
func (f *fit) demerits(from, to *node, measure int64, last bool) int64 {
	slack := measure - (to.end.width - from.next.width)
	bad := int64(0)
	switch {
	case f.ragged && !last:
		bad = raggedness(slack, measure)
	case f.ragged:
	case slack < 0 && last: // short of a line that holds little else
		bad = badness(-slack, (to.end.shrink-from.next.shrink)*2/3, measure)
	case slack < 0: // two fifths of the room are what it may take without looking tight
		bad = badness(-slack, (to.end.shrink-from.next.shrink)*2/5, measure)
	case !last:
		bad = looseness(from, to, slack, measure)
	}
	cost := (linePenalty + bad) * (linePenalty + bad)
	if last && from.item >= 0 && to.end.weight-from.next.weight < 2 {
		cost += loneCost
	}
	return cost
}

// looseness is the badness of a line that is to grow by slack. Where the gaps that grow no further have done so, the others take the rest.
func looseness(from, to *node, slack, measure int64) int64 {
	stretch, firm := to.end.stretch-from.next.stretch, to.end.firm-from.next.firm
	bad := badness(slack, stretch, measure)
	if even := stretch - firm; even > 0 && slack > firm {
		bad = max(bad, badness(slack-firm, even, measure))
	}
	return bad
}

// badness is 100 times the cube of diff/room, as in TeX. A line that would have to change by more than maxRatio is not
// justified in the end; it is the worse the more of the measure it leaves empty.
func badness(diff, room, measure int64) int64 {
	if diff<<8 < room*maxRatio {
		ratio := diff << 8 / room
		return ratio * ratio * ratio * 100 >> 24
	}
	if diff == 0 || measure <= 0 {
		return 0
	}
	const worst = maxRatio * maxRatio * maxRatio * 100 >> 24
	return worst + 8*worst*min(diff, measure)/measure
}

// raggedness is the empty part of a line that is not justified, in thousandths.
func raggedness(slack, measure int64) int64 {
	if measure <= 0 {
		return 0
	}
	return max(0, slack) * 1000 / measure
}

// trace follows the cheapest way back from the last node.
func (b *breaker) trace() []int {
	b.ends = b.ends[:0]
	for j := len(b.nodes) - 1; j > 0; j = int(b.nodes[j].prev) {
		b.ends = append(b.ends, int(b.nodes[j].item)+1)
	}
	for i, j := 0, len(b.ends)-1; i < j; i, j = i+1, j-1 {
		b.ends[i], b.ends[j] = b.ends[j], b.ends[i]
	}
	if len(b.ends) == 0 {
		b.ends = append(b.ends, 0)
	}
	return b.ends
}
