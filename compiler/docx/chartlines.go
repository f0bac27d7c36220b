package docx

import (
	"cmp"
	"slices"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// markers are those of the layout, series by series.
var markers = [...]string{"circle", "square", "triangle", "diamond", "square", "circle"}

func (w *chartWriter) lines() {
	labels := w.lineLabels()
	w.open("c:lineChart")
	w.valC("c:grouping", "standard")
	w.valC("c:varyColors", "0")
	for i := range w.chart.Series {
		gray, ground := uint8(50*(i%2)), uint8(100)
		if i%2 == 0 {
			ground = gray
		}
		w.series(i, w.chart.Series[i].Name)
		w.open("c:spPr")
		w.line(5*unit.Pt/4, gray)
		w.close()
		w.open("c:marker")
		w.valC("c:symbol", markers[i])
		w.valC("c:size", "5")
		w.open("c:spPr")
		w.fill(ground)
		w.line(3*unit.Pt/4, gray)
		w.close().close()
		w.labelsOf(labels[i])
		w.data(i, w.chart.Series[i].Values)
		w.valC("c:smooth", "0")
		w.close()
	}
	w.valC("c:marker", "1")
	w.axes()
}

// Places of the figures of a line.
const (
	above = "t"
	below = "b"
)

// markerHalf is half as high as a marker.
const markerHalf = 5 * unit.Pt / 2

// lineLabels places the figures at the points of lines much as the layout does: the highest of a category above its point, the others
// below theirs unless the axis is there, so far apart that none stands on another. Equal points have one figure; figures wider than their slots stand at every
// other point, or fewer.
func (w *chartWriter) lineLabels() [][]placedLabel {
	all := make([][]placedLabel, len(w.chart.Series))
	every, widest := 1, unit.Length(0)
	for _, s := range w.chart.Series {
		for _, v := range s.Values {
			widest = max(widest, w.figureWidth(v))
		}
	}
	for w.slot()*unit.Length(every) < widest {
		every++
	}
	for k := range w.chart.Categories {
		labels := w.pointLabels(k, k%every == 0)
		for i := range labels {
			all[i] = append(all[i], labels[i])
		}
	}
	return all
}

// labelsOf writes the figures of a line: where most of them stand, and the others one by one.
func (w *chartWriter) labelsOf(all []placedLabel) {
	higher := 0
	for _, l := range all {
		if l.position == above {
			higher++
		}
	}
	position := below
	if 2*higher >= len(all) {
		position = above
	}
	usual := func(l placedLabel) bool { return l.position == position && !l.gone && l.up == 0 }
	w.labels(position, textLook{size: unit.HaoSmall5}, slices.DeleteFunc(all, usual))
}

// pointLabels places the figures of a category, by series.
func (w *chartWriter) pointLabels(category int, shown bool) []placedLabel {
	series := w.chart.Series
	labels, order := make([]placedLabel, len(series)), make([]int, len(series))
	for i := range series {
		labels[i], order[i] = placedLabel{category: category, position: below, gone: !shown}, i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(series[b].Values[category], series[a].Values[category]) })
	var middles []unit.Length // of the figures, from the highest, below the top of the plot
	var own []int             // their series
	lowest := w.lineDepth(w.chart.Axis().Low) - unit.HaoSmall5/2
	for n, i := range order {
		v := series[i].Values[category]
		if n > 0 && series[order[n-1]].Values[category] == v {
			labels[i].gone = true // the one before has the same
			continue
		}
		middle := w.lineDepth(v) + markerHalf + unit.HaoSmall5/2
		if n == 0 || middle > lowest {
			labels[i].position, middle = above, middle-2*markerHalf-unit.HaoSmall5
		}
		middles, own = append(middles, middle), append(own, i)
	}
	at := slices.Clone(middles)
	doc.Spread(at, -w.size.H, lowest, unit.HaoSmall5)
	for n, i := range own {
		labels[i].up = middles[n] - at[n]
	}
	return labels
}

// lineDepth is about how far below the top of the plot a point is drawn.
func (w *chartWriter) lineDepth(v int64) unit.Length { return w.stackHeight(w.chart.Axis().High - v) }
