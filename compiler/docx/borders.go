package docx

import (
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// tableBorders writes a table's rules, each once: borders of neighbouring cells collapse.
func tableBorders(x *xmlWriter, r doc.Rules) {
	side := r.Outer
	if r.Open {
		side = 0
	}
	x.open("w:tblBorders")
	border(x, "w:top", r.Outer)
	border(x, "w:left", side)
	border(x, "w:bottom", r.Outer)
	border(x, "w:right", side)
	border(x, "w:insideH", r.Inner)
	border(x, "w:insideV", r.Inner)
	x.close()
}

func border(x *xmlWriter, name string, width unit.Length) {
	x.open(name)
	if width <= 0 {
		x.attr("w:val", "nil").close()
		return
	}
	x.attr("w:val", "single").num("w:sz", eighths(width)).num("w:space", 0).attr("w:color", "auto").close()
}

// lastHead is the last head row that is written.
func (w *tableWriter) lastHead() int {
	return w.written(w.grid.Head)
}

// written is the last row before end that a cell starts in; the others are left out.
func (w *tableWriter) written(end int) int {
	for row := end - 1; row > 0; row-- {
		if from, to := w.grid.Starting(row); from < to {
			return row
		}
	}
	return 0
}

// margins takes rules that are not as wide as the table's inner ones off the margins of the cells below and above them, and off those
// of a cell at left and right what its text reaches into them. The frame stands outside the rows, in the layout on their edges: a
// table that just fills a page would lose its last row to the next. Of a rule between rows each row pays half, as with those of the
// whole table.
func (w *tableWriter) margins(row int, reach doc.Reach) {
	top, bottom := w.ruleAbove(row)/2, w.ruleAbove(row+1)/2
	if row == 0 {
		top = w.rules.Outer
	}
	if row == w.lastRow() || w.rules.Inner == 0 && w.endsPage(row) {
		bottom = w.rules.Outer
	}
	usual := w.rules.Inner / 2
	if top == usual && bottom == usual && reach == (doc.Reach{}) {
		return
	}
	w.x.open("w:tcMar")
	for _, side := range [...]struct {
		name      string
		pad, less unit.Length
		usual     unit.Length
	}{
		{"w:top", w.padY(), top, usual}, {"w:left", w.padX() - padXRounding, reach.Left, 0},
		{"w:bottom", w.padY(), bottom, usual}, {"w:right", w.padX() - padXRounding, reach.Right, 0},
	} {
		if side.less != side.usual {
			w.x.open(side.name).num("w:w", max(0, side.pad-side.less).Twips()).attr("w:type", "dxa").close()
		}
	}
	w.x.close()
}

// ruleAbove is the width of the widest rule above a row.
func (w *tableWriter) ruleAbove(row int) unit.Length {
	switch {
	case w.edged == nil:
		return w.rules.Inner
	case row == 0 || row >= w.grid.Rows:
		return w.rules.Outer
	}
	widest := unit.Length(0)
	for _, kind := range w.edged.across[row*w.edged.cols:][:w.grid.Cols] {
		widest = max(widest, w.ruleWidth(kind))
	}
	return widest
}

// lastRow is the last row that is written.
func (w *tableWriter) lastRow() int { return w.written(w.grid.Rows) }

// padXRounding is what cells have less padding beside their text than in the layout.
const padXRounding = 2 * unit.Twip

// cellMargins writes the distances of text from the cells' edges. A rule between rows adds its width to their height, which
// the layout's rules do not; half of it is taken off above and below, so that rows are as high as in the PDF. A column as
// wide as its longest figure would break it when edge and margins are rounded to twips: 10107 became 1010 and 7.
func cellMargins(x *xmlWriter, padX, padY unit.Length, r doc.Rules) {
	padX, padY = max(0, padX-padXRounding), max(0, padY-r.Inner/2)
	x.open("w:tblCellMar")
	for _, m := range [...]struct {
		name string
		pad  unit.Length
	}{{"w:top", padY}, {"w:left", padX}, {"w:bottom", padY}, {"w:right", padX}} {
		x.open(m.name).num("w:w", m.pad.Twips()).attr("w:type", "dxa").close()
	}
	x.close()
}
