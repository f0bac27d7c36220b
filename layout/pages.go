package layout

import "github.com/banxin-go/banxin/layout/unit"

// A band is what the page breaker sees of a block: a horizontal slice that is never cut.
type band struct {
	before unit.Length // space above, dropped at a page's top
	height unit.Length
	repeat unit.Length // height of what is drawn above it when it is a page's first band: a table's head
	close  unit.Length // height of what is drawn below it when it is a page's last band and its block goes on
	price  unit.Length // how much of a page may rather stay empty than that it ends below this band
	keep   bool        // the next band stands on the same page
	firm   bool        // with keep: a cut here would spoil what the bands show
	fresh  bool        // starts a page
}

// A run is the bands of a table. The breaker gives tables that fit on one page their heights: all that stand whole on a page are
// lower or higher in the same proportion. Others, of a few pages, it makes lower when that saves a page.
type run struct {
	from, to  int         // bands [from, to); the notes that the last is kept with follow
	height    unit.Length // of all of them, at first as their rows would like to be
	low, high unit.Length // what it may be
	price     unit.Length // of cutting it; 0 for a table that would be cut on the next page too
	// at makes the rows of a table that does not fit on one page lower, in steps, and gives its bands then: as many as it has at
	// step 0. nil for others.
	at    func(step int) []band
	steps int
}

// breakPages gives the index of each page's first band. room is the height of a page. Bands joined by keep stay together as
// long as they fit on one page, and are cut where they are not firm when they do not; a band higher than a page stands on a page
// of its own. Each page takes at least one band.
//
// Of the places where a page may end it takes the cheapest: what stays empty below, and the price of the cut. So it sees one
// page at a time, and the table that comes next where one is cut; its time is linear.
func breakPages(bands []band, runs []run, room, reserve unit.Length) []int {
	b := &pageBreaker{bands: bands, runs: runs, room: room, reserve: reserve}
	b.priceCuts()
	var starts []int
	for at := 0; at < len(bands); {
		starts = append(starts, at)
		end := b.pageEnd(at)
		if b.tighten(at, end) {
			end = b.pageEnd(at)
		}
		b.settle(at, end)
		at = end
	}
	return starts
}

type pageBreaker struct {
	bands   []band
	runs    []run
	room    unit.Length
	reserve unit.Length // see doc.TableSheet
	next    int         // the first run that ends behind the page's start
}

// An ending is a place where a page may end: behind all bands before the index, where so much stays empty or is paid.
type ending struct {
	at   int
	cost unit.Length
}

// endings are the places found on a page: the cheapest, the cheapest before the table at hand, the last of those that keep the next
// band and are not firm, and the last that has room for what is drawn below it.
type endings struct {
	best, whole ending
	loose, last int
}

// pageEnd gives the index behind the last band of the page that starts with bands[start]: the cheapest of the places where it
// may end; where there is none, of those that keep the next band the last that is not firm; or else the last.
func (b *pageBreaker) pageEnd(start int) int {
	for b.next < len(b.runs) && b.runs[b.next].to <= start {
		b.next++
	}
	used := b.bands[start].repeat
	found := endings{ending{at: start}, ending{at: start}, start, start + 1}
	end, n := start, b.next
	for ; end < len(b.bands); end++ {
		next := &b.bands[end]
		if end > start {
			if next.fresh {
				return end
			}
			for n < len(b.runs) && b.runs[n].to <= end {
				n++
			}
			b.weigh(&found, start, end, n, used)
			used += next.before
		}
		if used += next.height; used > b.room && end > start {
			break
		}
	}
	if end == len(b.bands) {
		return end
	}
	if to, ok := b.lowered(start, end, used); ok {
		return to
	}
	switch {
	case found.best.at > start:
		return b.apart(start, found.whole, found.best)
	case found.loose > start:
		return found.loose
	}
	return found.last
}

// weigh adds the place before band end, up to which so much of the page is used; run n is at hand, or the next.
func (b *pageBreaker) weigh(found *endings, start, end, n int, used unit.Length) {
	if last := &b.bands[end-1]; used+last.close <= b.room {
		found.last = end
		found.add(ending{end, b.room - used + last.price + b.tableCut(n, end)}, last, start)
	}
	if n < len(b.runs) && end <= b.runs[n].from {
		found.whole = found.best
	}
}

// add takes the place behind band last into account, on a page that starts with band start.
func (f *endings) add(e ending, last *band, start int) {
	if last.firm {
		return
	}
	f.loose = e.at
	if !last.keep && (f.best.at == start || e.cost <= f.best.cost) {
		f.best = e
	}
}
