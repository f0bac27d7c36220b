package layout

import (
	"strings"
	"testing"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// ink is about where the figures of a text stand: as wide as it, and as high as figures are.
func inkOf(t *display.Text) unit.Rect {
	return unit.Rect{Point: unit.Point{X: t.At.X, Y: t.At.Y - t.Size*68/100}, Size: unit.Size{W: textWidth(t), H: t.Size * 68 / 100}}
}

// crossed tells whether a line passes through a box: it is tried at 200 places.
func crossed(box unit.Rect, a, b unit.Point) bool {
	for i := unit.Length(0); i <= 200; i++ {
		p := unit.Point{X: a.X + (b.X-a.X)*i/200, Y: a.Y + (b.Y-a.Y)*i/200}
		if p.X > box.X && p.X < box.Right() && p.Y > box.Y && p.Y < box.Bottom() {
			return true
		}
	}
	return false
}

// Values stand clear of the lines, however steep these are, and of the names below the axis.
func TestLineValuesStandClear(t *testing.T) {
	years := []string{"15", "16", "17", "18", "19", "20", "21", "22", "23", "24"}
	for _, series := range [][][]int64{
		{{820, 950, 900, 1230, 1255, 1100, 1260, 1301, 1420, 1500}, {800, 940, 905, 1200, 1250, 1090, 1240, 1290, 1400, 1490}},
		{{100, 900, 120, 800, 150, 700, 130, 900, 140, 800}},
		{{820, 950, 900, 1230, 1255, 1100, 1260, 1301, 1420, 1500}, {0, 3, 0, 1, 0, 2, 0, 0, 1, 0}},
	} {
		c := &doc.Chart{Kind: doc.LineChart, Categories: years, Height: 200 * unit.Pt}
		for _, values := range series {
			c.Series = append(c.Series, doc.Series{Name: "件", Values: values})
		}
		page, _ := paintChart(t, c)
		axis := unit.Length(0)
		for _, item := range page.Items {
			if rule, ok := item.(*display.Rule); ok && rule.Width == axisLine {
				axis = rule.From.Y
			}
		}
		for _, item := range page.Items {
			text, ok := item.(*display.Text)
			if !ok || text.At.X < 20*unit.Pt || text.At.Y > axis+2*unit.Pt { // figures of the axis, names
				continue
			}
			for _, other := range page.Items {
				path, ok := other.(*display.Path)
				if !ok || path.Width != seriesLine {
					continue
				}
				for i := 1; i < len(path.Segs); i++ {
					if crossed(inkOf(text), path.Segs[i-1].P[0], path.Segs[i].P[0]) {
						t.Errorf("a line goes through %s", text.String)
					}
				}
			}
		}
		for _, item := range page.Items {
			if text, ok := item.(*display.Text); ok && text.At.X > 20*unit.Pt && text.At.Y > axis && text.At.Y < axis+tickGap+5*unit.Pt {
				t.Errorf("%s stands below the axis", text.String)
			}
		}
	}
}

// Texts of a pie that stand close at the top: the unit keeps off them, every line to them is level, and the shares make up the whole.
func TestPieTexts(t *testing.T) {
	page, _ := paintChart(t, &doc.Chart{Kind: doc.PieChart, Unit: "件", Categories: strings.Split("甲乙丙丁戊己", ""),
		Series: []doc.Series{{Values: []int64{629, 77, 79, 253, 44, 23}}}})
	texts, leaders, first, unitAt := "", 0, 300*unit.Pt, unit.Length(0)
	for _, item := range page.Items {
		switch it := item.(type) {
		case *display.Text:
			texts += it.String
			if strings.Contains(it.String, "单位") {
				unitAt = it.At.Y
			} else {
				first = min(first, it.At.Y)
			}
		case *display.Path:
			if it.Width == hairline && !it.Fill {
				leaders++
				if a, b := it.Segs[1].P[0], it.Segs[2].P[0]; a.Y != b.Y {
					t.Errorf("a line goes from %v to %v", a, b)
				}
			}
		}
	}
	if leaders != 6 {
		t.Errorf("%d lines", leaders)
	}
	if first-unitAt < 15*unit.Pt {
		t.Errorf("the first text stands %v below the unit", first-unitAt)
	}
	if !strings.Contains(texts, "己 23（2.1%）") {
		t.Errorf("shares in %s", texts)
	}
}

// Below the caption of a figure or chart more is left than above it: it belongs to what it stands under, not to what follows.
func TestSpaceBelowCaptions(t *testing.T) {
	picture := &doc.Figure{Data: pngOf(t, 8, 8), Width: 40 * unit.Pt, Alt: "图", Caption: []doc.Span{{Text: "图题"}}}
	chart := &doc.Chart{Categories: []string{"甲"}, Series: []doc.Series{{Values: []int64{1}}}, Height: 150 * unit.Pt, Caption: []doc.Span{{Text: "图题"}}}
	for _, block := range []doc.Block{picture, chart} {
		d := &doc.Document{Meta: doc.Meta{Title: "图"}, Sheet: squareSheet(40), Sections: []doc.Section{{Blocks: []doc.Block{block, paragraph("正文")}}}}
		d.Sheet.Style("Caption").Before, d.Sheet.Style("Caption").After = 6*unit.Pt, 3*unit.Pt
		out, err := Layout(d, squareSet(t))
		if err != nil {
			t.Fatal(err)
		}
		at := map[string]unit.Length{}
		for _, item := range out.Paint(0).Items {
			if text, ok := item.(*display.Text); ok {
				at[text.String] = text.At.Y
			}
		}
		if gap := at["正文"] - at["图题"] - 10*unit.Pt; gap != 12*unit.Pt {
			t.Errorf("%T: %v below the caption, want 12pt", block, gap)
		}
	}
}
