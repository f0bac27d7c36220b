package doc

import "strconv"

// Axis is a scale of values, in units of 10^-Decimals of its chart: from Low to High, both multiples of Step.
type Axis struct{ Low, High, Step int64 }

// mostSteps is how many steps an axis has at most, not counting what rounding adds at its ends.
const mostSteps = 5

// Axis finds the scale of a chart: it holds all values, and 0 too, since the length of a bar tells its value. Only lines
// whose values all lie close together far from 0 start elsewhere; what they tell is the change.
func (c *Chart) Axis() Axis {
	low, high := c.extremes()
	if c.Kind == LineChart && low > 0 && (high-low) < high/4 {
		low = max(0, low-max(1, (high-low)/4))
	} else {
		low, high = min(low, 0), max(high, 0)
	}
	if low == high {
		high = low + pow10(c.Decimals)
	}
	step := roundStep(high - low)
	return Axis{Low: floorTo(low, step), High: -floorTo(-high, step), Step: step}
}

func (c *Chart) extremes() (low, high int64) {
	if c.Kind == StackedBarChart {
		for i := range c.Categories {
			high = max(high, c.Total(i))
		}
		return 0, high
	}
	low, high = c.Series[0].Values[0], c.Series[0].Values[0]
	for _, s := range c.Series {
		for _, v := range s.Values {
			low, high = min(low, v), max(high, v)
		}
	}
	return low, high
}

// Total is the sum of the series in a category: the height of its stack.
func (c *Chart) Total(category int) int64 {
	sum := int64(0)
	for _, s := range c.Series {
		sum += s.Values[category]
	}
	return sum
}

// roundStep is the smallest of 1, 2, 5, 10, 20 … that covers the span in mostSteps.
func roundStep(span int64) int64 {
	for step := int64(1); ; step *= 10 {
		for _, s := range [...]int64{step, 2 * step, 5 * step} {
			if span <= mostSteps*s {
				return s
			}
		}
	}
}

// floorTo is the greatest multiple of step that is not above v.
func floorTo(v, step int64) int64 {
	rest := v % step
	if rest < 0 {
		rest += step
	}
	return v - rest
}

func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

// Format gives a value as it is printed: 1234 with two decimals is 12.34.
func (c *Chart) Format(v int64) string { return formatDecimal(v, c.Decimals) }

// FormatTick gives a value of the axis with no more decimals than its steps need.
func (c *Chart) FormatTick(v int64, a Axis) string {
	places := c.TickPlaces(a)
	return formatDecimal(v/pow10(c.Decimals-places), places)
}

// TickPlaces is how many decimals the steps of an axis need.
func (c *Chart) TickPlaces(a Axis) int {
	places := c.Decimals
	for step := a.Step; places > 0 && step%10 == 0; step /= 10 {
		places--
	}
	return places
}

func formatDecimal(v int64, places int) string {
	sign := ""
	if v < 0 {
		sign, v = "-", -v
	}
	one := pow10(places)
	s := sign + strconv.FormatInt(v/one, 10)
	if places == 0 {
		return s
	}
	return s + "." + strconv.FormatInt(one+v%one, 10)[1:]
}

// Shares gives the part of each value in their sum with one decimal, 45.2%, so that the parts make up 100.0% as printed: what
// rounding down leaves goes, a tenth each, to those that lose most by it. No part is off by a tenth or more. The values are
// not negative and not all 0.
func Shares(values []int64) []string {
	total := int64(0)
	for _, v := range values {
		total += v
	}
	cut := int64(1)
	for total/cut > 1<<50 { // times 1000 the sum of many would not stay within an int64
		cut *= 2
	}
	total /= cut
	tenths, lost, rest := make([]int64, len(values)), make([]int64, len(values)), int64(1000)
	for i, v := range values {
		tenths[i], lost[i] = v/cut*1000/total, v/cut*1000%total
		rest -= tenths[i]
	}
	for ; rest > 0; rest-- {
		most := 0
		for i := range lost {
			if lost[i] > lost[most] {
				most = i
			}
		}
		tenths[most], lost[most] = tenths[most]+1, -1
	}
	shares := make([]string, len(values))
	for i, n := range tenths {
		shares[i] = formatDecimal(n, 1) + "%"
	}
	return shares
}
