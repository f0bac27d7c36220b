package tables

// maxWeight bounds a weight, so that a thousand of them add up to less than 2³¹ and products stay in an int64.
const maxWeight = 1 << 20

// level raises sizes until they add up to total: to the common level of all, in proportion to their weights, those above
// the level staying as they are. Nothing changes when they add up to total already. Weights are 1 … maxWeight; nil means
// that all are 1.
//
//	sizes 1 1 4, total 9:   1+1.5  1+1.5  4      the lowest are raised first
//	sizes 1 1 4, total 15:  5      5      5
//
// The level only falls while tall entries drop out, so an entry that is out stays out and no marks are needed.
func level[T ~int | ~int64](size []T, weight []int64, total T) {
	rest, shares, sum := total, int64(0), T(0)
	for i, s := range size {
		sum += s
		shares += weigh(weight, i)
	}
	for sum < total {
		below, left := int64(0), total
		for i, s := range size {
			if s > portion(rest, weigh(weight, i), shares) {
				left -= s
			} else {
				below += weigh(weight, i)
			}
		}
		if below == shares {
			raise(size, weight, rest, shares)
			return
		}
		rest, shares = left, below
	}
}

// raise gives each entry below the level its share of rest, exact in the sum.
func raise[T ~int | ~int64](size []T, weight []int64, rest T, shares int64) {
	seen := int64(0)
	for i, s := range size {
		w := weigh(weight, i)
		if s > portion(rest, w, shares) {
			continue
		}
		size[i] = portion(rest, seen+w, shares) - portion(rest, seen, shares)
		seen += w
	}
}

func weigh(weight []int64, i int) int64 {
	if weight == nil {
		return 1
	}
	return weight[i]
}

// portion is total × part / whole, rounded down, without a product larger than whole × whole.
func portion[T ~int | ~int64](total T, part, whole int64) T {
	return total/T(whole)*T(part) + total%T(whole)*T(part)/T(whole)
}

// between sets size[i] from low[i] up to high[i], all by the same fraction of their difference, so that they add up to
// total, which lies between the sums of the two.
func between(size, low, high []int64, total int64) {
	room := int64(0)
	for i := range low {
		total -= low[i]
		room += high[i] - low[i]
	}
	seen := int64(0)
	for i := range low {
		size[i] = low[i]
		if room > 0 {
			next := seen + high[i] - low[i]
			size[i] += portion(total, next, room) - portion(total, seen, room)
			seen = next
		}
	}
}
