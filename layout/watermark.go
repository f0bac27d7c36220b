package layout

import (
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// watermark draws the page's watermark across the middle of the paper, rising by 45°. It comes before all else, so that
// everything stands on it.
func (p *plan) watermark(out *painter, page *doc.Page) {
	block, err := setWatermark(out.setter, page)
	if err != nil || block == nil {
		return // refused by plan.check
	}
	centre := unit.Point{X: page.Size.W / 2, Y: page.Size.H / 2}
	first := len(out.page.Items)
	at := unit.Point{X: centre.X - block.width()/2, Y: centre.Y - block.height()/2}
	block.paint(out, 0, block.lines(), at, nil, nil, display.WatermarkArtifact)
	for _, item := range out.page.Items[first:] {
		if text, ok := item.(*display.Text); ok {
			turn(text, centre, display.Tilt{Cos: 7071, Sin: 7071})
		}
	}
}

// setWatermark sets the watermark of a page on one line, nil where it has none.
func setWatermark(s *setter, page *doc.Page) (*textBlock, error) {
	size, _ := page.WatermarkSize()
	if size == 0 {
		return nil, nil
	}
	style := &doc.Style{Role: s.sheet.WatermarkRole(), Size: size, Leading: size, Align: doc.AlignLeft, Gray: 100 - doc.WatermarkGray}
	return s.set(textJob{Spans: []doc.Span{{Text: page.Watermark}}, Style: style, Measure: oneLine})
}
