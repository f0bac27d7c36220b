package layout

import (
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// turnedRunning draws the head and foot lines of a turned page where the upright pages have them: they are set as on the
// upright sheet, and turned with it.
//
//	upright sheet             seen with the sheet turned
//	+---------+               +----------------+
//	|         |               ||              -|
//	|         |   a quarter   |1     table     |
//	|         |   clockwise   ||               |   the page number 1, below the text at the outer side, is now at the
//	|     —1— |               |                |   left, and reads downwards
//	+---------+               +----------------+
func (p *plan) turnedRunning(out *painter, page *doc.Page, lines doc.Furniture, area unit.Rect) {
	upright := unit.Rect{
		Point: unit.Point{X: area.Y, Y: page.Size.W - area.Right()},
		Size:  unit.Size{W: area.H, H: area.W},
	}
	seen := out.page
	out.page = &display.Page{}
	p.furniture(out, lines, upright)
	items := out.page.Items
	out.page = seen
	for _, item := range items {
		out.add(turned(item, page.Size.W))
	}
}

// turned gives an item of the upright sheet as it is seen when the sheet, so high, is turned clockwise by 90°.
func turned(item display.Item, high unit.Length) display.Item {
	at := func(p unit.Point) unit.Point { return unit.Point{X: high - p.Y, Y: p.X} }
	switch it := item.(type) {
	case *display.Text:
		it.At, it.Dir = at(it.At), display.Rotated
	case *display.Rule:
		it.From, it.To = at(it.From), at(it.To)
	case *display.Fill:
		lower := at(unit.Point{X: it.Box.X, Y: it.Box.Bottom()})
		it.Box = unit.Rect{Point: lower, Size: unit.Size{W: it.Box.H, H: it.Box.W}}
	}
	return item
}
