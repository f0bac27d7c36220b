package printed

import "slices"

// pair is a place in the first list and one in the second that belong together; -1: that list has nothing there.
type pair struct{ a, b int }

// relation says of an element of each list what they are to each other.
type relation func(a, b int) bool

// aligner pairs two lists: what is the same, then, in the gaps between, what is alike, which counts as one thing changed. In
// a gap of as many on both sides where each may be the other's change, they are paired in order.
type aligner struct {
	same, like, may relation
	out             []pair
}

// gap is a stretch of both lists.
type gap struct{ a, endA, b, endB int }

// align gives the pairs of lists of n and m elements, in the order of both.
func (al *aligner) align(n, m int) []pair {
	g := gap{0, n, 0, m}
	for _, p := range common(g, al.same) {
		al.changed(gap{g.a, p.a, g.b, p.b})
		al.out = append(al.out, p)
		g.a, g.b = p.a+1, p.b+1
	}
	al.changed(g)
	return al.out
}

// changed pairs a gap in which nothing is the same.
func (al *aligner) changed(g gap) {
	matched := al.inOrder(g)
	if matched == nil {
		matched = common(g, al.like)
	}
	for _, p := range append(matched, pair{g.endA, g.endB}) {
		for ; g.a < p.a; g.a++ {
			al.out = append(al.out, pair{g.a, -1})
		}
		for ; g.b < p.b; g.b++ {
			al.out = append(al.out, pair{-1, g.b})
		}
		if p.a < g.endA {
			al.out = append(al.out, p)
			g.a, g.b = p.a+1, p.b+1
		}
	}
}

// inOrder pairs first with first; nil where the gap is uneven, or something in it cannot be the other's change.
func (al *aligner) inOrder(g gap) []pair {
	if g.endA-g.a != g.endB-g.b {
		return nil
	}
	var out []pair
	for i := range g.endA - g.a {
		if !al.may(g.a+i, g.b+i) {
			return nil
		}
		out = append(out, pair{g.a + i, g.b + i})
	}
	return out
}

// maxEdits bounds the work of common: lists that differ by more have nothing in common but their ends.
const maxEdits = 600

// common finds the longest common subsequence of a gap (Myers 1986: work grows with length times differences).
func common(g gap, same relation) []pair {
	var out []pair
	for g.a < g.endA && g.b < g.endB && same(g.a, g.b) {
		out = append(out, pair{g.a, g.b})
		g.a, g.b = g.a+1, g.b+1
	}
	tail := 0
	for g.a < g.endA && g.b < g.endB && same(g.endA-1, g.endB-1) {
		g.endA, g.endB, tail = g.endA-1, g.endB-1, tail+1
	}
	if g.a < g.endA && g.b < g.endB {
		s := search{gap: g, same: same}
		out = append(out, s.run()...)
	}
	for i := range tail {
		out = append(out, pair{g.endA + i, g.endB + i})
	}
	return out
}

// search is one run of Myers' greedy algorithm: for each number of edits, how far each diagonal k = x - y reaches.
type search struct {
	gap
	same  relation
	reach []int   // by k + maxEdits + 1
	trace [][]int // reach from -d to d, before the dth edit
}

func (s *search) run() []pair {
	n, m := s.endA-s.a, s.endB-s.b
	s.reach = make([]int, 2*maxEdits+3)
	for d := range maxEdits {
		s.trace = append(s.trace, slices.Clone(s.reach[maxEdits+1-d:maxEdits+2+d]))
		for k := -d; k <= d; k += 2 {
			x := s.step(k, d)
			for y := x - k; x < n && y < m && s.same(s.a+x, s.b+y); x, y = x+1, y+1 {
			}
			s.reach[k+maxEdits+1] = x
			if x >= n && x-k >= m {
				return s.back(n, m, d)
			}
		}
	}
	return nil
}

// step gives the place on diagonal k after one edit more: down from k+1, or right from k-1, whichever reaches further.
func (s *search) step(k, d int) int {
	at := s.reach[k+maxEdits : k+maxEdits+3]
	if k == -d || k != d && at[0] < at[2] {
		return at[2]
	}
	return at[0] + 1
}

// back follows the trace from the end to the start and gives what it has passed in common.
func (s *search) back(x, y, d int) []pair {
	var out []pair
	for ; d >= 0; d-- {
		fromX, fromY := s.from(x-y, d)
		for x > fromX && y > fromY {
			x, y = x-1, y-1
			out = append(out, pair{s.a + x, s.b + y})
		}
		x, y = fromX, fromY
	}
	slices.Reverse(out)
	return out
}

// from gives the place from which the dth edit led to diagonal k: what step has chosen.
func (s *search) from(k, d int) (x, y int) {
	before := s.trace[d]
	switch {
	case d == 0:
		return 0, 0
	case k == -d || k != d && before[k+d-1] < before[k+d+1]:
		x = before[k+d+1]
		return x, x - k - 1
	}
	x = before[k+d-1]
	return x, x - k + 1
}
