package compiler

import (
	"slices"
	"testing"
)

// pairs finds which spot of b each of a is, -1 for none: a longest common sequence (Myers 1986).
func pairs(a, b []spot) []int {
	to := make([]int, len(a))
	for i := range to {
		to[i] = -1
	}
	path := edits(a, b)
	x, y, k := len(a), len(b), len(a)-len(b)
	for d := len(path) - 1; d >= 0; d-- {
		px, py := 0, 0
		if d > 0 {
			k = path[d-1].before(k, d)
			px = path[d-1].at(k)
			py = px - k
		}
		for x > px && y > py {
			x, y = x-1, y-1
			to[x] = y
		}
		x, y = px, py
	}
	return to
}

// A frontier says how far along a each diagonal x-y has come after d edits.
type frontier []int

func (f frontier) at(k int) int { return f[k+len(f)/2] }

// before gives the diagonal from which the d-th edit reaches diagonal k; f is the frontier after d-1 edits.
func (f frontier) before(k, d int) int {
	if k == -d || k != d && f.at(k-1) < f.at(k+1) {
		return k + 1
	}
	return k - 1
}

// reach gives the place on diagonal k that the d-th edit leads to.
func (f frontier) reach(k, d int) int {
	if d == 0 {
		return 0
	}
	from := f.before(k, d)
	if from > k {
		return f.at(from)
	}
	return f.at(from) + 1
}

// edits walks the edit graph until both lists are at their ends, and gives the frontier after each number of edits.
func edits(a, b []spot) []frontier {
	var path []frontier
	var last frontier
	for d := 0; ; d++ {
		f := make(frontier, 2*d+5)
		path = append(path, f)
		for k := -d; k <= d; k += 2 {
			x := last.reach(k, d)
			for x < len(a) && x-k < len(b) && a[x].r == b[x-k].r {
				x++
			}
			f[k+len(f)/2] = x
			if x >= len(a) && x-k >= len(b) {
				return path
			}
		}
		last = f
	}
}

// 甲乙丙丁 and 乙卯丁戊 share 乙 and 丁.
func TestPairs(t *testing.T) {
	spots := func(s string) (out []spot) {
		for _, r := range s {
			out = append(out, spot{r: r})
		}
		return out
	}
	for _, c := range []struct {
		a, b string
		want []int
	}{
		{"甲乙丙丁", "乙卯丁戊", []int{-1, 0, -1, 2}},
		{"甲乙", "甲乙", []int{0, 1}},
		{"甲乙", "", []int{-1, -1}},
		{"", "甲", []int{}},
		{"甲甲乙", "甲乙", []int{0, -1, 1}},
	} {
		if got := pairs(spots(c.a), spots(c.b)); !slices.Equal(got, c.want) {
			t.Errorf("%s, %s: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}
