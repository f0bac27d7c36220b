package layout

import (
	"sort"

	"github.com/banxin-go/banxin/layout/unit"
)

// The price of cutting a table that would stand whole on the next page, and of cutting a group of its rows, as parts of a page
// that may rather stay empty. A row that titles the next ones (第二十条第（五）项) is no cheaper place: tried on all reports, what such
// a cut fills on one page stays empty on the next, above a table that stands whole, or that one is cut as well. With half the price
// city-2023 would have two tables cut for 108 mm less of white, and format-2019 one for 16 mm more.
const (
	tablePrice = 3 // a third
	groupPrice = 6
)

// roomy is how many reserves stay free below tables whose rows could be lower: two lines of text.
const roomy = 6

// runAt gives the run that holds band i, or whose notes do.
func (b *pageBreaker) runAt(i int) (*run, bool) {
	n := sort.Search(len(b.runs), func(n int) bool { return b.runs[n].from > i }) - 1
	if n < 0 || b.tail(&b.runs[n]) <= i {
		return nil, false
	}
	return &b.runs[n], true
}

// tail is the index behind what is kept with a run's last band.
func (b *pageBreaker) tail(r *run) int {
	to, sum := r.to, unit.Length(0)
	for to < len(b.bands) && b.bands[to-1].keep && !b.bands[to].fresh && sum <= b.room {
		sum += b.bands[to].height
		to++
	}
	return to
}

// chain is the first of the bands before a run that are kept with it: its heading.
func (b *pageBreaker) chain(r *run) int {
	at, sum := r.from, unit.Length(0)
	for at > 0 && b.bands[at-1].keep && !b.bands[at].fresh && sum <= b.room {
		at--
		sum += b.bands[at].height
	}
	return at
}

// sum is the height of bands [from, to) on one page, the space above the first left out.
func (b *pageBreaker) sum(from, to int) unit.Length {
	h := unit.Length(0)
	for i := from; i < to; i++ {
		if i > from {
			h += b.bands[i].before
		}
		h += b.bands[i].height
	}
	return h
}

// priceCuts finds which tables would stand whole on a page of their own, with what is kept with them, and what it is worth.
func (b *pageBreaker) priceCuts() {
	for i := range b.runs {
		r := &b.runs[i]
		if b.sum(b.chain(r), b.tail(r))-r.height+r.low+b.reserve <= b.room {
			r.price = b.room / tablePrice
		}
	}
}

// tableCut is the price of a page's end before band end, where that is inside run n.
func (b *pageBreaker) tableCut(n, end int) unit.Length {
	if n == len(b.runs) || end <= b.runs[n].from {
		return 0
	}
	return b.runs[n].price
}

// lowered gives a page's end that its tables with lower rows leave room for, where band end is the first that the page has no
// room for: behind all that stands before the next forced page's start, or behind the table that the band belongs to.
func (b *pageBreaker) lowered(start, end int, used unit.Length) (to int, ok bool) {
	used -= b.bands[end].height
	rest := unit.Length(0)
	for to = end; to < len(b.bands) && !b.bands[to].fresh && rest <= b.room; to++ {
		rest += b.bands[to].height
	}
	if (to == len(b.bands) || b.bands[to].fresh) && b.fitsLow(start, to, used+b.sum(end, to)) {
		return to, true
	}
	r, found := b.runAt(end)
	if !found || r.from < start {
		return end, false
	}
	to = b.tail(r)
	return to, b.fitsLow(start, to, used+b.sum(end, to))
}

// fitsLow says whether the page [start, to), on which so much is used, has room for all with lower tables.
func (b *pageBreaker) fitsLow(start, to int, used unit.Length) bool {
	for i := b.next; i < len(b.runs) && b.runs[i].to <= to; i++ {
		if b.runs[i].from >= start {
			used -= b.runs[i].height - b.runs[i].low
		}
	}
	return used+b.reserve <= b.room
}

// apart decides where a page ends that would cut a table. Of two tables that follow one another and would both be cut one is
// enough: the first goes over whole, when less stays empty so.
func (b *pageBreaker) apart(start int, whole, best ending) int {
	r, found := b.runAt(best.at)
	if !found || r.price == 0 || whole.at == start || best.at <= r.from {
		return best.at
	}
	tail := b.tail(r)
	cut := best.cost + b.following(tail, b.bands[best.at].repeat+b.sum(best.at, tail))
	if whole.cost+b.following(tail, b.sum(b.chain(r), tail)) < cut {
		return whole.at
	}
	return best.at
}

// following is what the table costs that follows another at once, behind no more than its heading, on a page on which so much
// is used: nothing if it fits, or the lesser of a cut and of the rest of the page.
func (b *pageBreaker) following(at int, used unit.Length) unit.Length {
	n := sort.Search(len(b.runs), func(n int) bool { return b.runs[n].from >= at })
	if n == len(b.runs) || at == len(b.bands) || b.bands[at].fresh || b.chain(&b.runs[n]) > at {
		return 0
	}
	r := &b.runs[n]
	if used+b.bands[at].before+b.sum(at, b.tail(r))-r.height+r.low+b.reserve <= b.room {
		return 0
	}
	return min(r.price, max(0, b.room-used))
}

// settle gives the tables of a page their heights: lower rows where they would fill the page to the last point, higher ones
// where the page ends with a table and would stay empty. Tables that go over pages keep their rows. Below higher ones some
// reserves stay: a label that takes another line in the fonts of the reader's machine must not drive the last row from the page.
func (b *pageBreaker) settle(start, end int) {
	last, found := b.runAt(end - 1)
	if found && (last.from < start || b.tail(last) > end) {
		return
	}
	spare := b.room - b.bands[start].repeat - b.sum(start, end)
	if !found && spare >= 0 {
		return
	}
	runs := b.runs[b.next:]
	runs = runs[:sort.Search(len(runs), func(n int) bool { return runs[n].from >= end })]
	for len(runs) > 0 && runs[0].from < start {
		runs = runs[1:]
	}
	less, more := unit.Length(0), unit.Length(0)
	for i := range runs {
		less, more = less+runs[i].height-runs[i].low, more+runs[i].high-runs[i].height
	}
	lack, spare := b.reserve-spare, spare-roomy*b.reserve
	for i := range runs {
		r := &runs[i]
		switch {
		case lack > 0 && less > 0:
			r.height = r.low + (r.height-r.low).MulDiv(int64(max(0, less-lack)), int64(less))
		case spare > 0 && more > 0:
			r.height += (r.high - r.height).MulDiv(int64(min(spare, more)), int64(more))
		}
	}
}
