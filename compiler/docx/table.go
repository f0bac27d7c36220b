package docx

import (
	"slices"

	"github.com/banxin-go/banxin/compiler/printed"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/tables"
)

const (
	maxColumns = 63 // Word opens no table with more
	// belowTable is the least space below a table, as the layout leaves it: text would touch the last rule otherwise.
	belowTable = 6 * unit.Pt
	// aboveTable is the least space above one without a caption, as the layout leaves it.
	aboveTable = 3 * unit.Pt
	// maxRowHeight is Word's limit in twips, 22 inches.
	maxRowHeight = 31680
)

// A tableWriter is one table on its way out.
type tableWriter struct {
	*body
	t     *doc.Table
	grid  *tables.Grid
	cells []*doc.Cell // in the order of grid.Cells
	edges []int64     // of the columns, in twips from the table's left edge
	rules doc.Rules
	plain *doc.Style    // of cells that say nothing else
	tails []unit.Length // of the columns aligned by decimal points: width of the longest stretch from the point on
	edged *edgeMap      // nil for a table whose cells have no rules of their own
	pages TablePages    // what the layout has made of the table
	led   bool          // caption and unit line are its first row
}

func (b *body) table(t *doc.Table) {
	b.x.src = t.Src
	w, ok := b.newTable(t)
	if !ok {
		return
	}
	if !w.led {
		b.lead(t, w.unitInside())
	}
	if len(t.Caption)+len(t.Unit) == 0 && !b.first && !b.newPage {
		b.space = max(b.space, aboveTable)
	}
	if b.afterTbl || b.newPage || b.space > 0 {
		b.space = max(0, b.space-spacerHeight)
		b.open(para{style: spacerStyle, keep: true}) // two tables that touch would be one, and no cell may take what stands above the table
		b.x.close()
	}
	w.write()
	b.space, b.afterTbl = belowTable, true
	b.x.src = t.Src
	if len(t.Notes)+len(t.Footnotes) > 0 {
		b.space = 0
		b.tableNotes(t)
		b.space = belowTable
	}
}

// tableNotes writes the notes below a table, which stay together with it.
func (b *body) tableNotes(t *doc.Table) {
	s := b.style("TableNote", "Normal")
	left := len(t.Notes) + len(t.Footnotes)
	for _, note := range t.Notes {
		left--
		b.open(para{style: s.ID, of: s, keep: left > 0})
		b.runs(note)
		b.x.close()
	}
	for i := range t.Footnotes {
		left--
		b.note(&t.Footnotes[i], para{style: s.ID, of: s, keep: left > 0}, " ")
	}
}

// newTable resolves the table; what is wrong with it goes to the errors.
func (b *body) newTable(t *doc.Table) (*tableWriter, bool) {
	w := &tableWriter{body: b, t: t, rules: b.sheet.Table.Rules, plain: b.style("TableText", "")}
	if t.Rules != nil {
		w.rules = *t.Rules
	}
	if len(t.Columns) > maxColumns {
		b.fail(&LimitError{t.Src, "columns", int64(len(t.Columns)), maxColumns})
		return nil, false
	}
	if !w.measure() || !w.resolve() {
		return nil, false
	}
	w.decimals()
	w.mapEdges()
	w.pages = b.nextTable()
	w.led = w.leads()
	return w, true
}

// measure turns the columns' edges, not their widths, into twips, so that the sum is exact.
func (w *tableWriter) measure() bool {
	w.edges = make([]int64, 1, len(w.t.Columns)+1)
	at, ok := unit.Length(0), true
	for i, c := range w.t.Columns {
		at += c.Width
		edge := at.Twips()
		if edge <= w.edges[i] {
			w.fail(&WidthError{w.t.Src, i})
			ok = false
		}
		w.edges = append(w.edges, edge)
	}
	return ok
}

func (w *tableWriter) resolve() bool {
	rows := make([][]tables.Span, len(w.t.Rows))
	for i := range w.t.Rows {
		rows[i] = make([]tables.Span, len(w.t.Rows[i].Cells))
		for j := range w.t.Rows[i].Cells {
			c := &w.t.Rows[i].Cells[j]
			rows[i][j] = tables.Span{Rows: c.RowSpan, Cols: c.ColSpan}
			w.cells = append(w.cells, c)
		}
	}
	grid, err := tables.Resolve(rows, len(w.t.Columns), w.t.HeadRows)
	if err != nil {
		w.fail(&TableError{w.t.Src, err})
		return false
	}
	w.grid = grid
	return true
}

func (w *tableWriter) write() {
	x := w.x
	x.open("w:tbl")
	w.properties()
	x.open("w:tblGrid")
	for i := range w.t.Columns {
		x.open("w:gridCol").num("w:w", w.edges[i+1]-w.edges[i]).close()
	}
	x.close()
	if w.led {
		w.leadRow()
	}
	w.body.cells = true
	for row := range w.t.Rows {
		if from, to := w.grid.Starting(row); from < to {
			w.row(row)
		}
	}
	w.body.keep, w.body.cells = false, false
	x.close()
}

func (w *tableWriter) properties() {
	x, t := w.x, w.t
	x.open("w:tblPr")
	x.val("w:tblStyle", tableStyle)
	x.open("w:tblW").num("w:w", w.edges[len(w.edges)-1]).attr("w:type", "dxa").close()
	x.val("w:jc", "center")
	if w.rules != w.sheet.Table.Rules {
		tableBorders(x, w.rules)
	}
	x.open("w:tblLayout").attr("w:type", "fixed").close()
	if t.Pad > 0 || w.padY() != w.sheet.Table.PadY || w.rules.Inner != w.sheet.Table.Rules.Inner {
		cellMargins(x, w.padX(), w.padY(), w.rules)
	}
	x.open("w:tblLook").attr("w:val", look(t))
	x.close()
	if len(t.Caption) > 0 {
		x.val("w:tblCaption", plain(t.Caption))
	}
	if t.Summary != "" {
		x.val("w:tblDescription", t.Summary)
	}
	x.close()
}

// padX is the distance of text from a cell's left and right edge.
func (w *tableWriter) padX() unit.Length {
	if w.t.Pad > 0 {
		return w.t.Pad
	}
	return w.sheet.Table.PadX
}

// padY is the distance of text from a cell's upper and lower edge.
func (w *tableWriter) padY() unit.Length {
	if w.pages.Pad > 0 {
		return w.pages.Pad
	}
	return w.sheet.Table.PadY
}

// look is w:tblLook: which rows and columns are heads (first row 0020, first column 0080), and no bands (0200, 0400).
func look(t *doc.Table) string {
	switch {
	case t.HeadRows > 0 && t.StubCols > 0:
		return "06A0"
	case t.HeadRows > 0:
		return "0620"
	case t.StubCols > 0:
		return "0680"
	}
	return "0600"
}

// row writes a row. A row that no cell starts in is left out by write: Word gives it no height, and without it the cells
// above span one row less.
func (w *tableWriter) row(row int) {
	x := w.x
	r := &w.t.Rows[row]
	x.open("w:tr").open("w:trPr")
	if !w.torn(row) {
		x.empty("w:cantSplit")
	}
	if height := max(r.Height, w.pages.raised(row)); height > 0 {
		x.open("w:trHeight").num("w:val", min(height.Twips(), maxRowHeight)).attr("w:hRule", "atLeast").close()
	}
	if row < w.grid.Head && !w.pages.Once {
		x.empty("w:tblHeader")
	}
	x.close()
	w.body.keep = w.kept(row)
	for c := range w.grid.RowCells(row) {
		again := c.Merge == tables.MergeContinue && w.cut(row)
		if again {
			c.Merge = tables.MergeRestart
		}
		w.cell(row, c, again)
	}
	x.close()
}

// kept says whether the row stays on a page with the next. Word has no such bit for rows: it looks at their paragraphs.
func (w *tableWriter) kept(row int) bool {
	if w.torn(row) {
		return false // all of its lines would have to stand on one page
	}
	if row == w.grid.Rows-1 {
		return len(w.t.Notes)+len(w.t.Footnotes) > 0
	}
	_, kept := slices.BinarySearch(w.pages.Kept, row)
	return kept || w.t.Keep || w.pages.Pages == 1 || w.t.Rows[row].KeepNext || row < w.grid.Head
}

// cell writes a cell; again says that it only shows the text of the one above it again, or goes on with it.
func (w *tableWriter) cell(row int, c tables.RowCell, again bool) {
	x, cell := w.x, w.cells[c.Cell]
	x.open("w:tc").open("w:tcPr")
	x.open("w:tcW").num("w:w", w.edges[c.Col+c.Span]-w.edges[c.Col]).attr("w:type", "dxa").close()
	if c.Span > 1 {
		x.numVal("w:gridSpan", int64(c.Span))
	}
	switch c.Merge {
	case tables.MergeRestart:
		if w.tall(c.Cell) {
			x.val("w:vMerge", "restart")
		}
	case tables.MergeContinue:
		x.empty("w:vMerge")
	}
	w.borders(row, c)
	w.shade(cell, c)
	w.margins(row, cell.Reach)
	if w.vertical(cell, row) {
		x.val("w:textDirection", "tbRlV") // 竖排: Han upright, letters turned
	}
	clip := w.clipOf(c.Cell, row)
	if w.pages.divided(c.Cell) > 0 || clip != nil {
		x.val("w:vAlign", "top")
	} else {
		x.val("w:vAlign", w.vAlign(cell))
	}
	x.close()
	switch {
	case again:
		w.again++
		w.named = repeats(clip) + itoa(w.again)
	case c.Merge == tables.MergeRestart && w.cutBehind(row, c.Cell):
		w.firsts++
		w.named = printed.Cut + itoa(w.firsts)
	}
	before := w.opened
	if c.Merge != tables.MergeContinue && !clip.empty() {
		w.clip = clip
		w.content(cell, c)
		w.clip = nil
	}
	if w.opened == before { // Word takes a cell without a paragraph for damaged
		w.open(para{style: w.styles.variant(w.plain, doc.AlignAuto, w.t.TextSize)})
		x.close()
	}
	x.close()
}

// vertical says whether a cell of the row says that its text runs downwards. Where a page may end inside the row it does not:
// LibreOffice does not cut such text, nor the row then, and shows no more of it than fits on one page.
func (w *tableWriter) vertical(cell *doc.Cell, row int) bool { return cell.Vertical && !w.torn(row) }

// tall says whether a cell of several rows still has several when rows that no cell starts in are left out.
func (w *tableWriter) tall(cell int) bool {
	at := &w.grid.Cells[cell]
	for row := at.Row + 1; row < at.Row+at.Rows; row++ {
		if from, to := w.grid.Starting(row); from < to {
			return true
		}
	}
	return false
}

func (w *tableWriter) shade(cell *doc.Cell, c tables.RowCell) {
	shade := cell.Shade
	if shade == 0 && w.kind(cell, &w.grid.Cells[c.Cell]) == doc.CellColumnHead {
		shade = w.sheet.Table.HeadShade
	}
	if shade > 0 {
		w.x.open("w:shd").attr("w:val", "clear").attr("w:color", "auto").attr("w:fill", hexGray(shade)).close()
	}
}

// vAlign is the vertical place of text. In vertical text w:vAlign moves the columns from right to left: they stand in the
// middle, and w:jc moves them up and down.
func (w *tableWriter) vAlign(cell *doc.Cell) string {
	if !cell.Vertical {
		switch cell.VAlign {
		case doc.VAlignTop:
			return "top"
		case doc.VAlignBottom:
			return "bottom"
		}
	}
	return "center"
}

// kind says what a cell heads.
func (w *tableWriter) kind(cell *doc.Cell, at *tables.Cell) doc.CellKind {
	switch {
	case cell.Kind != doc.CellAuto:
		return cell.Kind
	case at.Row < w.grid.Head:
		return doc.CellColumnHead
	case at.Col < w.t.StubCols:
		return doc.CellRowHead
	}
	return doc.CellData
}
