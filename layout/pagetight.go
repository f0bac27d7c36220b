package layout

import (
	"sort"

	"github.com/banxin-go/banxin/layout/unit"
)

// tightPages is how many pages a table may have for which lower rows are looked for: in a longer one nobody misses the last.
const tightPages = 8

// tighten gives a table that begins on the page [start, end) and goes on behind it lower rows where it has a page less then, as
// little lower as that takes, with some room to spare below. Where groups of rows that go over whole stand in the way, they are
// cut.
func (b *pageBreaker) tighten(start, end int) bool {
	r, found := b.runAt(end)
	if !found || r.at == nil || r.from < start || r.from == end {
		return false
	}
	pages := b.pagesOf(r, start, tightPages+1, 0)
	if pages > tightPages {
		return false
	}
	free := false // of the prices of cuts
	fewer := func(step int, spare unit.Length) bool {
		b.replace(r, step, free)
		return b.pagesOf(r, start, pages, spare) < pages
	}
	found = fewer(r.steps, b.reserve)
	if !found {
		free = true
		found = fewer(r.steps, b.reserve)
	}
	if !found {
		b.replace(r, 0, false)
		return false
	}
	b.replace(r, 1+sort.Search(r.steps-1, func(n int) bool { return fewer(n+1, roomy*b.reserve) }), free)
	return true
}

// replace gives the rows of a table their height at a step, and lets cuts through groups be free.
func (b *pageBreaker) replace(r *run, step int, free bool) {
	renew(b.bands[r.from:r.to], r.at(step))
	for i := r.from; free && i < r.to; i++ {
		b.bands[i].price = 0
	}
}

// renew gives a table's bands their new heights. The space above it stays as it is.
func renew(bands, heights []band) {
	before := bands[0].before
	copy(bands, heights)
	bands[0].before = before
}

// pagesOf counts the pages from start on until the table ends, at most so many. The last counts twice when
// less than spare stays free on it.
func (b *pageBreaker) pagesOf(r *run, start, most int, spare unit.Length) int {
	next := b.next
	n, tail := 0, b.tail(r)
	for start < tail && n < most {
		end := b.pageEnd(start)
		if n++; end >= tail && b.bands[start].repeat+b.sum(start, tail)+spare > b.room {
			n++
		}
		start = end
	}
	b.next = next
	return n
}
