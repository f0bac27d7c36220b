package layout

import (
	"errors"
	"slices"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// chart draws a chart, centred, with its caption below. To the structure it is one Figure: its texts are part of the
// drawing, and its alternative text tells every figure in it.
func (b *builder) chart(c *doc.Chart) {
	drawing, err := b.drawChart(c)
	if err != nil {
		b.fail(c.Src, err)
		return
	}
	if drawing.unprinted.Count > 0 {
		b.unprinted = append(b.unprinted, drawing.unprinted)
	}
	flow := &chartFlow{chartDrawing: drawing, width: b.area.W, before: max(b.space, chartGap), keep: len(c.Caption) > 0}
	b.space = chartGap
	if flow.keep { // the caption has its own distance
		b.space = 0
	}
	group := b.figureGroup(c.Caption)
	flow.node = b.placeFigure(c.Src, c.AltText(), group, flow.box)
	b.add(flow, c.Key)
	b.caption(c.Src, c.Caption, group, display.RoleCaption)
}

// chartGap is the least space above a chart, and below one without a caption. The DOCX has the same.
const chartGap = 6 * unit.Pt

// drawChart draws a chart about its own upper left corner.
func (b *builder) drawChart(c *doc.Chart) (*chartDrawing, error) {
	if err := c.Check(); err != nil {
		return nil, err
	}
	base := b.style("TableText", "Normal", c.Src)
	d := &chartDrawing{chart: c, setter: b.setter, size: c.Size(b.area), title: chartStyle(base, unit.Hao5), label: chartStyle(base, unit.HaoSmall5)}
	d.rest = unit.Rect{Size: d.size}
	d.drawTitle()
	switch c.Kind {
	case doc.PieChart:
		d.pie()
	case doc.HorizontalBarChart:
		d.legend()
		d.horizontal()
	default:
		d.legend()
		d.upright()
	}
	if slices.ContainsFunc(d.labels, d.sticksOut) {
		d.noRoom()
	}
	return d, errors.Join(d.errs...)
}

// chartStyle is the style of texts in charts: the face of tables in a size of its own.
func chartStyle(base *doc.Style, size unit.Length) *doc.Style {
	return &doc.Style{ID: base.ID, Role: base.Role, Size: size, Leading: size * 5 / 4, Align: doc.AlignLeft}
}

// A chartDrawing is a chart on its way: rest is what is still empty of it.
type chartDrawing struct {
	chart        *doc.Chart
	setter       *setter
	size         unit.Size
	title, label *doc.Style
	rest         unit.Rect
	plot         unit.Rect // where the values stand
	axis         doc.Axis
	grid         []display.Item // *display.Rule and *display.Path, as in shapes, but behind them
	shapes       []display.Item
	labels       []chartLabel
	unprinted    display.Unprinted
	errs         []error
}

// A chartLabel is a text of a chart and the upper left corner of its box.
type chartLabel struct {
	block   *textBlock
	at      unit.Point
	white   bool // on a dark ground
	upwards bool // turned by 90°, about the middle of its box
}

// sticksOut says that the letters of a text leave the chart: the air of its first and its last line may.
func (d *chartDrawing) sticksOut(l chartLabel) bool {
	air := (l.block.style.Leading - l.block.style.Size) / 2
	size := unit.Size{W: l.block.width(), H: l.block.height()}
	middle := l.at.Add(unit.Point{X: size.W / 2, Y: size.H / 2})
	if size.H -= 2 * air; l.upwards {
		size.W, size.H = size.H, size.W
	}
	return middle.X < size.W/2 || middle.Y < size.H/2 || middle.X+size.W/2 > d.size.W || middle.Y+size.H/2 > d.size.H
}

// set sets a text in lines of the measure. One that cannot be set is an error of the chart and stays empty.
func (d *chartDrawing) set(text string, style *doc.Style, measure unit.Length, align doc.Align) *textBlock {
	block, err := d.setter.set(textJob{Src: d.chart.Src, Spans: []doc.Span{{Text: text}}, Style: style, Measure: measure, Align: align})
	if err != nil {
		d.errs = append(d.errs, err)
		return &textBlock{style: style}
	}
	return block
}

// oneLine is a measure that nothing in a chart fills.
const oneLine = 2000 * unit.MM

// line sets a text on one line, from the left.
func (d *chartDrawing) line(text string, style *doc.Style) *textBlock {
	return d.set(text, style, oneLine, doc.AlignLeft)
}

func (b *textBlock) height() unit.Length { return b.leading() * unit.Length(b.lines()) }

func (d *chartDrawing) put(block *textBlock, x, y unit.Length) {
	d.labels = append(d.labels, chartLabel{block: block, at: unit.Point{X: x, Y: y}})
}

// centred puts a line of text with its middle at a point.
func (d *chartDrawing) centred(block *textBlock, x, y unit.Length) *chartLabel {
	d.put(block, x-block.width()/2, y-block.height()/2)
	return &d.labels[len(d.labels)-1]
}

// value puts the figure of a value. The lines of the grid keep off it: a figure that is struck through cannot be read.
func (d *chartDrawing) value(block *textBlock, x, y unit.Length) {
	d.put(block, x, y)
	size := block.style.Size
	d.clear(unit.Rect{Point: unit.Point{X: x - unit.Pt, Y: y + (block.height()-size)/2}, Size: unit.Size{W: block.width() + 2*unit.Pt, H: size}})
}

// clear wipes the grid from a box.
func (d *chartDrawing) clear(box unit.Rect) {
	d.grid = append(d.grid, &display.Path{Segs: rectangle(box), Fill: true, FillGray: 100})
}

func (d *chartDrawing) rule(from, to unit.Point, width unit.Length, gray uint8) {
	d.grid = append(d.grid, &display.Rule{From: from, To: to, Width: width, Gray: gray})
}

// noRoom notes, once, that the chart is too small for what stands in it.
func (d *chartDrawing) noRoom() {
	for _, err := range d.errs {
		var e *doc.ChartError
		if errors.As(err, &e) {
			return
		}
	}
	d.errs = append(d.errs, &doc.ChartError{Fault: doc.ChartNoRoom, Series: -1})
}

// drawTitle takes the title off the top.
func (d *chartDrawing) drawTitle() {
	if d.chart.Title == "" {
		return
	}
	block := d.set(d.chart.Title, d.title, d.size.W, doc.AlignCenter)
	d.put(block, 0, 0)
	d.takeTop(block.height() + 4*unit.Pt)
}

func (d *chartDrawing) takeTop(h unit.Length) {
	d.rest.Y += h
	d.rest.H -= h
}

// A chartFlow is one band: the chart.
type chartFlow struct {
	*chartDrawing
	node   *display.Node
	width  unit.Length // of the type area
	before unit.Length
	keep   bool
}

func (f *chartFlow) bands() []band {
	return []band{{before: f.before, height: f.size.H, keep: f.keep}}
}

func (f *chartFlow) box(at unit.Point) unit.Rect {
	return unit.Rect{Point: unit.Point{X: at.X + (f.width-f.size.W)/2, Y: at.Y}, Size: f.size}
}

func (f *chartFlow) paint(p *painter, from, to int, at unit.Point) {
	origin := f.box(at).Point
	for _, shape := range f.grid {
		p.add(moved(shape, origin, f.node))
	}
	for _, shape := range f.shapes {
		p.add(moved(shape, origin, f.node))
	}
	for i := range f.labels {
		f.labels[i].paint(p, origin, f.node)
	}
}

// moved is a copy of a shape elsewhere: a drawing is painted by any number of goroutines.
func moved(shape display.Item, by unit.Point, node *display.Node) display.Item {
	switch s := shape.(type) {
	case *display.Rule:
		r := *s
		r.From, r.To, r.Node = r.From.Add(by), r.To.Add(by), node
		return &r
	case *display.Path:
		path := *s
		path.Node, path.Segs = node, make([]display.Seg, len(s.Segs))
		for i, seg := range s.Segs {
			for k := range seg.P {
				seg.P[k] = seg.P[k].Add(by)
			}
			path.Segs[i] = seg
		}
		return &path
	}
	return shape
}

func (l *chartLabel) paint(p *painter, origin unit.Point, node *display.Node) {
	at := l.at.Add(origin)
	first := len(p.page.Items)
	l.block.paint(p, 0, l.block.lines(), at, []*display.Node{node}, nil, display.LayoutArtifact)
	centre := at.Add(unit.Point{X: l.block.width() / 2, Y: l.block.height() / 2})
	for _, item := range p.page.Items[first:] {
		text, ok := item.(*display.Text)
		if !ok {
			continue
		}
		if l.white {
			text.Gray = 100
		}
		if l.upwards {
			turn(text, centre, display.Tilt{Sin: 10000})
		}
	}
}

// turn turns an upright text about a point.
func turn(text *display.Text, about unit.Point, tilt display.Tilt) {
	text.At, text.Tilt = tilt.Turn(text.At, about), tilt
}
