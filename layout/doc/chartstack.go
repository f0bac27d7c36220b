package doc

import "github.com/banxin-go/banxin/layout/unit"

// StackGap is the distance from a bar of a stacked chart to a figure beside it: of a value too low for one inside.
const StackGap = 6 * unit.Pt

// Spread moves figures that stand above each other, by the heights of their middles above the axis from the lowest to the highest,
// so far apart that none stands on another. They stay between least and most, as far as there is room.
func Spread(heights []unit.Length, least, most, apart unit.Length) {
	upwards := func() {
		for i, low := 0, least; i < len(heights); i++ {
			heights[i] = max(heights[i], low)
			low = heights[i] + apart
		}
	}
	upwards()
	for i, high := len(heights)-1, most; i >= 0; i-- {
		heights[i] = min(heights[i], high)
		high = heights[i] - apart
	}
	upwards() // those below the axis would stand among the names
}
