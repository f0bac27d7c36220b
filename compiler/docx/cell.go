package docx

import (
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/tables"
)

// content writes a cell's paragraphs: one for its text, or one for each of its blocks and items. A cell has at least one,
// also when it is empty; Word calls the file damaged otherwise.
func (w *tableWriter) content(cell *doc.Cell, c tables.RowCell) {
	if cell.Src != "" {
		w.x.src = cell.Src
	}
	at := &w.grid.Cells[c.Cell]
	if len(cell.Diagonal) > 0 {
		w.diagonalTexts(cell, c)
		return
	}
	if len(cell.Blocks) == 0 {
		s := w.cellStyle(cell, at, cell.Style)
		p := w.cellPara(cell, at, s)
		align := w.cellAlign(cell, at)
		if align == doc.AlignAuto {
			align = s.Align
		}
		p.inset(w.pages.inset(c.Cell), align)
		w.clipped(p, cell.Text)
		return
	}
	for _, block := range cell.Blocks {
		w.cellBlock(cell, at, block)
	}
}

// clipped writes a paragraph of what the cell's piece has of the spans.
func (w *tableWriter) clipped(p para, spans []doc.Span) {
	from, to, some := w.clip.next(spans)
	if some {
		p.rest = from > 0 && p.of.Indent != 0
		w.stretch(p, spans, from, to)
	}
}

func (w *tableWriter) cellBlock(cell *doc.Cell, at *tables.Cell, block doc.Block) {
	switch block := block.(type) {
	case *doc.Paragraph:
		id := block.Style
		if id == "" {
			id = cell.Style
		}
		w.clipped(w.cellPara(cell, at, w.cellStyle(cell, at, id)), block.Text)
	case *doc.List:
		w.list(block, w.listStyle(cell, at, block.Style), 0, 0)
	case *doc.Figure:
		if _, _, some := w.clip.next(nil); some {
			w.cellFigure(block, at)
		}
	default:
		w.fail(&TableError{w.x.src, errCellBlock})
	}
}

// listStyle is the style of a list in the cell: that of the cell's text, or its own, with a list's indents and the table's
// size of type. Equal ones are the same, so that equal lists share their definition.
func (w *tableWriter) listStyle(cell *doc.Cell, at *tables.Cell, id string) *doc.Style {
	if id == "" {
		id = cell.Style
	}
	base := w.cellStyle(cell, at, id)
	s := *base
	align := w.cellAlign(cell, at)
	if align == doc.AlignAuto {
		align = base.Align
	}
	s.ID = w.styles.variant(base, doc.ListAlign(align), w.t.TextSize)
	s.Left, s.Indent = 100, -100
	if w.t.TextSize > 0 {
		s.Size = min(s.Size, w.t.TextSize)
	}
	for i := range w.lists {
		if known := w.lists[i].style; *known == s {
			return known
		}
	}
	return &s
}

// cellStyle is the style a cell's text has: its own, else that of heads or of text.
func (w *tableWriter) cellStyle(cell *doc.Cell, at *tables.Cell, id string) *doc.Style {
	switch {
	case id != "":
		return w.style(id, "")
	case w.kind(cell, at) == doc.CellColumnHead:
		return w.style("TableHead", "")
	}
	return w.plain
}

// cellAlign is the alignment that the cell or, for data, its column asks for.
func (w *tableWriter) cellAlign(cell *doc.Cell, at *tables.Cell) doc.Align {
	if cell.Align == doc.AlignAuto && w.kind(cell, at) == doc.CellData {
		return w.t.Columns[at.Col].Align
	}
	return cell.Align
}

// cellPara is a paragraph of the cell: the style with its alignment.
func (w *tableWriter) cellPara(cell *doc.Cell, at *tables.Cell, s *doc.Style) para {
	align := w.cellAlign(cell, at)
	p := para{of: s}
	switch {
	case cell.Vertical:
		align = alongColumn(cell.VAlign)
	case align == doc.AlignDecimal && (at.Cols == 1 || cell.Align == align) && w.kind(cell, at) == doc.CellData && len(cell.Blocks) == 0:
		if point, ok := doc.DecimalPoint(cell.Text); ok {
			p.right = w.shortOf(cell, at, point)
		} else {
			align = doc.AlignCenter
		}
	}
	p.style = w.styles.variant(s, align, w.t.TextSize)
	return p
}

// alongColumn is the alignment of vertical text: what is up and down on the page is left and right in its lines.
func alongColumn(v doc.VAlign) doc.Align {
	switch v {
	case doc.VAlignTop:
		return doc.AlignLeft
	case doc.VAlignBottom:
		return doc.AlignRight
	}
	return doc.AlignCenter
}

// cellFigure writes a picture in a paragraph of the cell.
func (w *tableWriter) cellFigure(f *doc.Figure, at *tables.Cell) {
	room := unit.Length(w.edges[at.Col+at.Cols]-w.edges[at.Col])*unit.Twip - 2*w.padX()
	file, data, err := readPicture(f.Data)
	if err != nil {
		w.fail(&ImageError{f.Src, err})
		return
	}
	w.open(para{style: figureStyle})
	w.picture(figureText(f), file.Size(f.Width, unit.Size{W: room, H: doc.CellPicture(w.area)}), w.media(data, file.Format))
	w.x.close()
}
