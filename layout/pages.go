package layout

import "github.com/banxin-go/banxin/layout/unit"

// A band is what the page breaker sees of a block: a horizontal slice that is never cut.
type band struct {
	before unit.Length // space above, dropped at a page's top
	height unit.Length
	repeat unit.Length // height of what is drawn above it when it is a page's first band: a table's head
	close  unit.Length // height of what is drawn below it when it is a page's last band and its block goes on
	keep   bool        // the next band stands on the same page
	firm   bool        // with keep: a cut here would spoil what the bands show
	fresh  bool        // starts a page
}

// breakPages gives the index of each page's first band. room is the height of a page. Bands joined by keep stay together as
// long as they fit on one page, and are cut where they are not firm when they do not; a band higher than a page stands on a page of its own. Each page takes at least one band.
func breakPages(bands []band, room unit.Length) []int {
	var starts []int
	for at := 0; at < len(bands); {
		starts = append(starts, at)
		at = pageEnd(bands, at, room)
	}
	return starts
}

// pageEnd gives the index behind the last band of the page that starts with bands[start]: of the places where a page may end
// the last that leaves room for what closes it; where there is none, of those that keep the next band the last that is not firm;
// or else behind all that fits.
func pageEnd(bands []band, start int, room unit.Length) int {
	used := bands[start].repeat
	end, best, loose := start, start, start
	for ; end < len(bands); end++ {
		b := &bands[end]
		if end > start {
			if b.fresh {
				return end
			}
			if last := &bands[end-1]; used+last.close <= room && !last.firm {
				loose = end
				if !last.keep {
					best = end
				}
			}
			used += b.before
		}
		if used += b.height; used > room && end > start {
			break
		}
	}
	switch {
	case end == len(bands):
		return end
	case best > start:
		return best
	case loose > start:
		return loose
	}
	return end
}
