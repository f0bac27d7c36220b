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

// frameMargins takes the width of the frame off the margins of the cells below and above it: it stands outside the rows, in
// the layout on their edges, and a table that just fills a page would lose its last row to the next.
func (w *tableWriter) frameMargins(row int) {
	first, last := row == 0, row == w.lastRow()
	if w.rules.Outer <= 0 || !first && !last {
		return
	}
	pad := max(0, w.sheet.Table.PadY-w.rules.Outer).Twips()
	w.x.open("w:tcMar")
	if first {
		w.x.open("w:top").num("w:w", pad).attr("w:type", "dxa").close()
	}
	if last {
		w.x.open("w:bottom").num("w:w", pad).attr("w:type", "dxa").close()
	}
	w.x.close()
}

// lastRow is the last row that is written.
func (w *tableWriter) lastRow() int { return w.written(w.grid.Rows) }

// cellMargins writes the distances of text from the cells' edges. A rule between rows adds its width to their height, which
// the layout's rules do not; half of it is taken off above and below, so that rows are as high as in the PDF. A column as
// wide as its longest figure would break it when edge and margins are rounded to twips: 10107 became 1010 and 7.
func cellMargins(x *xmlWriter, padX, padY unit.Length, r doc.Rules) {
	padX, padY = max(0, padX-2*unit.Twip), max(0, padY-r.Inner/2)
	x.open("w:tblCellMar")
	for _, m := range [...]struct {
		name string
		pad  unit.Length
	}{{"w:top", padY}, {"w:left", padX}, {"w:bottom", padY}, {"w:right", padX}} {
		x.open(m.name).num("w:w", m.pad.Twips()).attr("w:type", "dxa").close()
	}
	x.close()
}
