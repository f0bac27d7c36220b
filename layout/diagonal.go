package layout

import (
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A head cell divided by lines (斜线表头):
//
//	+-----------+      +-----------+      One line runs from corner to corner. Two run from the upper left corner to the
//	|＼    项目 |      |＼＿  项目 |      middle of the right side and of the lower one. Each text keeps to its corner; the
//	|  ＼       |      | ＼  ＼＿  |      cell is made high enough that no line touches it.
//	|地区  ＼   |      |  ＼  指标＼|
//	|        ＼ |      |地区＼     |
//	+-----------+      +-----------+

// diagonalJobs sets each text as wide as it likes; only a line feed ends a line.
func (c *cellStyler) diagonalJobs(i int, into []cellJob) []cellJob {
	cell := c.model.cells[i]
	for k, spans := range cell.Diagonal {
		style := *c.style(i, "")
		style.Align = doc.AlignLeft
		if k == 0 {
			style.Align = doc.AlignRight
		}
		into = append(into, cellJob{textJob: textJob{Src: c.model.src(i, ""), Spans: parted(spans), Style: &style, Measure: diagonalMeasure}})
	}
	return into
}

// diagonalMeasure is more than any text of a divided cell takes.
const diagonalMeasure = 1000 * unit.Pt

// diagonalHeight is the height of a divided cell's content at the given inner width.
func (b *cellSetter) diagonalHeight(t *cellText, width unit.Length) unit.Length {
	padX, padY := b.model.padX, b.model.padY
	full := width + 2*padX
	upper, lower := &t.parts[0], &t.parts[len(t.parts)-1]
	ends := unit.Length(1) // the lines' far ends: at the corner, or half way
	if len(t.parts) > 2 {
		ends = 2
	}
	// The upper text's lower left corner lies above the line y = x·H/(ends·W), the lower text's upper right one below its
	// mirror image x = y·W/(ends·H).
	h := ends * full * (padY + height(upper)) / max(full-padX-upper.block.width(), full/8)
	if left := full - ends*(padX+lower.block.width()); left > 0 {
		h = max(h, full*(padY+height(lower))/left)
	} else {
		h = max(h, 3*(padY+height(lower)))
	}
	return max(h, t.height+2*padY) - 2*padY
}

func height(p *cellPart) unit.Length { return p.leading() * unit.Length(p.lines()) }

// diagonalWidth is the least width of a divided cell's content that leaves its lines a fair slope.
func diagonalWidth(widths []unit.Length) unit.Length {
	w := unit.Length(0)
	for _, each := range widths {
		w += each
	}
	return w
}

// diagonal draws a divided cell: lines, then texts.
func (t *tablePage) diagonal(text cellText, i int, box unit.Rect, again bool) {
	m := t.model
	n := len(text.parts)
	ends := []unit.Point{{X: box.Right(), Y: box.Bottom()}}
	if n > 2 {
		ends = []unit.Point{{X: box.Right(), Y: box.Y + box.H/2}, {X: box.X + box.W/2, Y: box.Bottom()}}
	}
	width := rulesOf(m).Inner
	if width == 0 {
		width = diagonalRule
	}
	for _, end := range ends {
		t.p.add(&display.Rule{From: box.Point, To: end, Width: width})
	}
	for k := range text.parts {
		part := &text.parts[k]
		at := unit.Point{X: box.X + m.padX, Y: box.Bottom() - m.padY - height(part)}
		switch {
		case k == 0:
			at = unit.Point{X: box.Right() - m.padX - diagonalMeasure, Y: box.Y + m.padY}
		case k+1 < n: // between the lines, on their bisector
			at = unit.Point{X: box.X + box.W*2/3 - part.block.width()/2, Y: box.Y + box.H*2/3 - height(part)/2}
		}
		nodes := t.nodesOf(i, k, again)
		part.block.paint(t.p, 0, part.block.lines(), at, nodes.spans, nil, display.RepeatArtifact)
	}
}

// diagonalRule is the width of a divided cell's lines in a table without inner rules.
const diagonalRule = unit.Pt / 2
