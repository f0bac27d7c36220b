package layout

import (
	"errors"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A Drawing is a chart by itself, as it stands on its page. Items count from its upper left corner and belong to no node.
type Drawing struct {
	Size  unit.Size
	Items []display.Item
}

// Drawings draws the charts of a document that Layout has laid out, in document order. All errors come back joined; each is an
// *Error with the chart's Src.
func Drawings(d *doc.Document, set *fonts.Set) ([]Drawing, error) {
	b := newBuilder(d, set)
	var all []Drawing
	for i := range d.Sections {
		b.area = b.sheet.Room(pageOf(&d.Sections[i], b.sheet))
		for _, block := range d.Sections[i].Blocks {
			chart, ok := block.(*doc.Chart)
			if !ok {
				continue
			}
			drawing, err := b.drawChart(chart)
			if err != nil {
				b.fail(chart.Src, err)
				continue
			}
			all = append(all, drawing.alone(b.setter))
		}
	}
	return all, errors.Join(b.errs...)
}

// alone paints a chart on a page of its own size.
func (d *chartDrawing) alone(s *setter) Drawing {
	page := &display.Page{Size: d.size}
	flow := chartFlow{chartDrawing: d, width: d.size.W}
	flow.paint(&painter{page: page, setter: s}, 0, 1, unit.Point{})
	return Drawing{d.size, page.Items}
}
