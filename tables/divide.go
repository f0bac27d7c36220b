package tables

// divide turns the bounds into widths: fixed columns first, then fitted ones, and the shares take the rest.
func (f *fitter) divide(total int64) {
	fixed := f.pick(func(c Column) bool { return c.Fixed > 0 })
	share := f.pick(func(c Column) bool { return c.Share > 0 })
	fit := f.pick(func(c Column) bool { return c == Column{} })
	for _, i := range fixed {
		f.width[i] = f.low[i]
		total -= f.low[i]
	}
	low, high := gather(f.low, fit), gather(f.high, fit)
	room := total
	if len(share) > 0 {
		room = min(max(total-f.wanted(share, total), sum(low)), sum(high))
	}
	f.set(fit, fitted(low, high, room))
	f.set(share, f.shared(share, total-room))
}

func (f *fitter) pick(is func(Column) bool) []int {
	var list []int
	for i, c := range f.columns {
		if is(c) {
			list = append(list, i)
		}
	}
	return list
}

func gather(from []int64, list []int) []int64 {
	to := make([]int64, len(list))
	for k, i := range list {
		to[k] = from[i]
	}
	return to
}

func (f *fitter) set(list []int, width []int64) {
	for k, i := range list {
		f.width[i] = width[k]
	}
}

// fitted gives columns between low and high their widths when they have room together.
func fitted(low, high []int64, room int64) []int64 {
	width := make([]int64, len(low))
	if room <= sum(high) {
		between(width, low, high, room)
		return width
	}
	copy(width, high)
	for k := range high {
		high[k] = min(max(high[k], 1), maxWeight)
	}
	level(width, high, room)
	return width
}

// wanted is what share columns keep of the total beside fitted ones: enough for their content on one line, as long as that is no
// more than their number makes of it, and in any case for their minima.
func (f *fitter) wanted(share []int, total int64) int64 {
	fair := max(total, 0) * int64(len(share)) / int64(len(f.columns))
	return max(f.proportional(share, f.low), min(f.proportional(share, f.high), fair))
}

// proportional is the least total at which shares in exact proportion leave each column its size.
func (f *fitter) proportional(share []int, size []int64) int64 {
	whole := int64(0)
	for _, i := range share {
		whole += int64(f.columns[i].Share)
	}
	least := int64(0)
	for _, i := range share {
		n := int64(f.columns[i].Share)
		least = max(least, (size[i]*whole+n-1)/n)
	}
	return least
}

func (f *fitter) shared(share []int, room int64) []int64 {
	width := gather(f.low, share)
	weight := make([]int64, len(share))
	for k, i := range share {
		weight[k] = int64(f.columns[i].Share)
	}
	level(width, weight, room)
	return width
}
