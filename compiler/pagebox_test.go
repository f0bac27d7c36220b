package compiler

import (
	"fmt"
	"testing"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// offPage gives what a document paints beside the paper: a glyph by its em box, a rule by its ends, a picture, a fill or a link by
// its box, a path by its points.
func offPage(d *display.Document) (found []string) {
	for n := range d.Count {
		page := d.Paint(n)
		tell := func(what string, at ...unit.Point) {
			for _, p := range at {
				if p.X < 0 || p.Y < 0 || p.X > page.Size.W || p.Y > page.Size.H {
					found = append(found, fmt.Sprintf("page %d: %s at %s, %s of %s × %s", n+1, what, p.X, p.Y, page.Size.W, page.Size.H))
					return
				}
			}
		}
		for _, item := range page.Items {
			switch it := item.(type) {
			case *display.Text:
				tell("「"+it.String+"」", corners(it)...)
			case *display.Rule:
				tell("a rule", it.From, it.To)
			case *display.Fill:
				tell("a fill", it.Box.Point, it.Box.Point.Add(unit.Point{X: it.Box.W, Y: it.Box.H}))
			case *display.Image:
				tell("a picture", it.Box.Point, it.Box.Point.Add(unit.Point{X: it.Box.W, Y: it.Box.H}))
			case *display.Link:
				tell("the link "+it.Text, it.Box.Point, it.Box.Point.Add(unit.Point{X: it.Box.W, Y: it.Box.H}))
			case *display.Path:
				for i := range it.Segs {
					tell("a path", it.Segs[i].P[:[...]int{1, 1, 3, 0}[it.Segs[i].Op]]...)
				}
			}
		}
	}
	return found
}

// corners gives corners of the em boxes of all glyphs: 0.88 above and 0.12 below the baseline.
func corners(t *display.Text) (at []unit.Point) {
	up, down := -t.Size.MulDiv(88, 100), t.Size.MulDiv(12, 100)
	for i, g := range t.Glyphs {
		wide := t.Size.MulDiv(int64(g.Advance), int64(t.Face.UnitsPerEm))
		switch t.Dir {
		case display.Across:
			for _, x := range [...]unit.Length{t.Pos[i], t.Pos[i] + wide} {
				at = append(at, t.Tilt.Turn(t.At.Add(unit.Point{X: x, Y: up}), t.At), t.Tilt.Turn(t.At.Add(unit.Point{X: x, Y: down}), t.At))
			}
		case display.Down: // the glyph's own origin
			x, y := t.Cross[i], t.Pos[i]
			at = append(at, t.At.Add(unit.Point{X: x, Y: y + up}), t.At.Add(unit.Point{X: x + t.Size, Y: y + down}))
		case display.Rotated:
			for _, y := range [...]unit.Length{t.Pos[i], t.Pos[i] + wide} {
				at = append(at, t.At.Add(unit.Point{X: -down, Y: y}), t.At.Add(unit.Point{X: -up, Y: y}))
			}
		}
	}
	return at
}

// onPage holds that all that a report paints is on its paper. TestGolden asks it of every report.
func onPage(t *testing.T, d *display.Document) {
	t.Helper()
	for i, what := range offPage(d) {
		if i == 20 {
			t.Error("and more")
			return
		}
		t.Error(what)
	}
}

func TestOffPage(t *testing.T) {
	a4 := unit.Size{W: 210 * unit.MM, H: 297 * unit.MM}
	inside, left := unit.Point{X: unit.MM, Y: unit.MM}, unit.Point{X: -unit.MM, Y: unit.MM}
	square := unit.Size{W: 10 * unit.MM, H: 10 * unit.MM}
	d := &display.Document{Count: 1, Paint: func(int) *display.Page {
		return &display.Page{Size: a4, Items: []display.Item{
			&display.Rule{From: inside, To: left}, &display.Image{Box: unit.Rect{Point: left, Size: square}},
			&display.Fill{Box: unit.Rect{Point: inside, Size: square}},
			&display.Fill{Box: unit.Rect{Point: unit.Point{X: 205 * unit.MM}, Size: square}},
		}}
	}}
	if found := offPage(d); len(found) != 3 {
		t.Errorf("found %q, want the rule, the picture and the second fill", found)
	}
}
