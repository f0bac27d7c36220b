package layout

import (
	"slices"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// Distances and limits of the plot.
const (
	tickGap   = 4 * unit.Pt // between the plot and the figures of its axis
	hairline  = unit.Pt / 4
	axisLine  = unit.Pt / 2
	gridGray  = 75
	leastPlot = 15 * unit.MM // lower or narrower, nothing can be told from it
	leastSlot = 6 * unit.Pt  // for a category
	leastBar  = 2 * unit.Pt
)

// y is the height of a value in an upright plot.
func (d *chartDrawing) y(v int64) unit.Length {
	return d.plot.Bottom() - scaled(d.plot.H, v-d.axis.Low, d.axis.High-d.axis.Low)
}

// x is the place of a value in a horizontal plot.
func (d *chartDrawing) x(v int64) unit.Length {
	return d.plot.X + scaled(d.plot.W, v-d.axis.Low, d.axis.High-d.axis.Low)
}

// slot is the room of a category along its axis.
func (d *chartDrawing) slot() unit.Length {
	along := d.plot.W
	if d.chart.Kind == doc.HorizontalBarChart {
		along = d.plot.H
	}
	return along / unit.Length(len(d.chart.Categories))
}

// middle is the middle of the slot of a category.
func (d *chartDrawing) middle(category int) unit.Length {
	start := d.plot.X
	if d.chart.Kind == doc.HorizontalBarChart {
		start = d.plot.Y
	}
	return start + d.slot()*unit.Length(2*category+1)/2
}

// ticks sets the figures of the axis.
func (d *chartDrawing) ticks() (values []int64, blocks []*textBlock) {
	d.axis = d.chart.Axis()
	for v := d.axis.Low; v <= d.axis.High; v += d.axis.Step {
		values = append(values, v)
		blocks = append(blocks, d.line(d.chart.FormatTick(v, d.axis), d.label))
	}
	return values, blocks
}

func broadest(blocks []*textBlock) unit.Length {
	w := unit.Length(0)
	for _, b := range blocks {
		w = max(w, b.width())
	}
	return w
}

// drawUnit takes the unit of the values off the top, above the axis.
func (d *chartDrawing) drawUnit() {
	if d.chart.Unit == "" {
		return
	}
	block := d.line("单位："+d.chart.Unit, d.label)
	d.put(block, d.rest.X, d.rest.Y)
	d.takeTop(block.height())
}

// upright draws bars and lines: values upwards, categories from left to right.
func (d *chartDrawing) upright() {
	d.drawUnit()
	values, ticks := d.ticks()
	left := broadest(ticks) + tickGap
	p, ok := d.uprightPlot(left, 0)
	if ok && d.chart.Kind == doc.StackedBarChart {
		if over := d.lastBeside(p.style); over > 0 {
			p, ok = d.uprightPlot(left, over)
		}
	}
	if !ok {
		d.noRoom()
		return
	}
	d.uprightAxis(values, ticks)
	for i, name := range p.names {
		x := d.middle(i) - d.slot()/2 + unit.Pt
		d.put(name, min(x, d.rest.Right()-name.width()), d.rest.Bottom()-p.below) // a character may be wider than its slot
	}
	switch d.chart.Kind {
	case doc.LineChart:
		d.lines(p.style)
	case doc.StackedBarChart:
		d.stacks(p.style, p.upwards)
	default:
		d.bars(p.style, p.upwards)
	}
}

// An uprightPlan is what stands about an upright plot: the names of the categories and how high they are, and how its values are set.
type uprightPlan struct {
	names   []*textBlock
	below   unit.Length
	style   *doc.Style
	upwards bool
}

// uprightPlot finds the place of the plot between two margins; false where nothing could be told from it.
func (d *chartDrawing) uprightPlot(left, right unit.Length) (p uprightPlan, ok bool) {
	d.plot = unit.Rect{Point: unit.Point{X: d.rest.X + left, Y: d.rest.Y}, Size: unit.Size{W: d.rest.W - left - right, H: d.rest.H}}
	if d.slot() < leastSlot {
		return p, false
	}
	p.names = make([]*textBlock, len(d.chart.Categories))
	for i, name := range d.chart.Categories {
		p.names[i] = d.set(name, d.label, d.slot()-2*unit.Pt, doc.AlignCenter)
		p.below = max(p.below, p.names[i].height())
	}
	p.style, p.upwards = d.valueStyle()
	head := p.style.Leading + 2*unit.Pt
	if p.upwards {
		head = d.widestValue(p.style) + 4*unit.Pt
	}
	d.plot.Y += head
	d.plot.H -= head + p.below + tickGap
	if slices.ContainsFunc(d.allValues(), func(v int64) bool { return v < 0 }) { // their figures stand below the bars
		d.plot.H -= head
	}
	return p, d.plot.H >= leastPlot && d.plot.W >= leastPlot
}

func (d *chartDrawing) uprightAxis(values []int64, ticks []*textBlock) {
	for i, v := range values {
		y := d.y(v)
		width, gray := hairline, uint8(gridGray)
		if v == 0 || i == 0 && d.axis.Low > 0 {
			width, gray = axisLine, 0
		}
		d.rule(unit.Point{X: d.plot.X, Y: y}, unit.Point{X: d.plot.Right(), Y: y}, width, gray)
		d.put(ticks[i], d.plot.X-tickGap-ticks[i].width(), y-ticks[i].height()/2)
	}
}

func (d *chartDrawing) allValues() []int64 {
	var all []int64
	for _, s := range d.chart.Series {
		all = append(all, s.Values...)
	}
	return all
}

// printed gives the texts of the values, as they stand at their bars.
func (d *chartDrawing) printed() []string {
	all := d.allValues()
	if d.chart.Kind == doc.StackedBarChart {
		for i := range d.chart.Categories {
			all = append(all, d.chart.Total(i))
		}
	}
	texts := make([]string, len(all))
	for i, v := range all {
		texts[i] = d.chart.Format(v)
	}
	return texts
}

func (d *chartDrawing) widestValue(style *doc.Style) unit.Length {
	w := unit.Length(0)
	for _, text := range d.printed() {
		w = max(w, d.line(text, style).width())
	}
	return w
}

// valueStyle finds the size at which no value is wider than the room of its bar; where there is none the values of bars run
// upwards.
func (d *chartDrawing) valueStyle() (style *doc.Style, upwards bool) {
	room := d.slot() - unit.Pt
	if d.chart.Kind == doc.BarChart {
		room = d.barWidth() + unit.Pt/2
		if len(d.chart.Series) == 1 {
			room = d.slot() - 2*unit.Pt
		}
	}
	for _, size := range [...]unit.Length{unit.HaoSmall5, 8 * unit.Pt, unit.Hao6, 7 * unit.Pt, unit.HaoSmall6} {
		style = chartStyle(d.label, size)
		if d.widestValue(style) <= room {
			return style, false
		}
	}
	return style, d.chart.Kind != doc.LineChart
}
