package layout

import (
	"errors"
	"slices"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/tables"
)

// A fitStep is one way to make room in a table.
type fitStep struct {
	pad   unit.Length // 0: the sheet's
	size  unit.Length // 0: the styles'
	words bool        // labels may be broken inside words
}

// steps gives the ways to make room, in the order they are tried: narrower padding, labels broken inside words, smaller
// type, in which labels stay whole if they can.
func (f *fitter) steps() []fitStep {
	t := &f.sheet.Table
	steps := []fitStep{{}}
	narrow := unit.Length(0)
	if t.Narrow < t.PadX {
		narrow = t.Narrow
		steps = append(steps, fitStep{pad: (t.PadX + narrow) / 2}, fitStep{pad: narrow})
	}
	steps = append(steps, fitStep{pad: narrow, words: true})
	for _, size := range [...]unit.Length{10 * unit.Pt, unit.HaoSmall5, 8 * unit.Pt, unit.Hao6, 7 * unit.Pt, unit.HaoSmall6} {
		steps = append(steps, fitStep{pad: narrow, size: size}, fitStep{pad: narrow, size: size, words: true})
	}
	return steps
}

// A widthFitter finds the widths of one table's columns.
type widthFitter struct {
	*fitter
	table   *doc.Table
	model   *tableModel
	grid    *tables.Grid
	columns []tables.Column
	groups  []*widthGroup // in the order of their first cells
	points  []pointGroup
	sums    []sumWish
	want    []tables.Want // scratch
}

// A widthGroup is the cells over the same columns in one style. Type of another size changes all their widths alike, so
// the ones that are widest now stay so: only they are measured again.
type widthGroup struct {
	at                    *tables.Cell
	style                 *doc.Style
	least, sense, natural int // the cells that wish for most
	label                 bool
	labels                []labelCell // the cells, where they are labels
	wish
}

// A labelCell is a label and its width on one line.
type labelCell struct {
	cell    int32
	natural unit.Length
}

func (f *fitter) newWidthFitter(t *doc.Table) (*widthFitter, error) {
	w := &widthFitter{fitter: f, table: t, columns: f.columns(t)}
	m, err := newTableModel(t, f.sheet)
	if err != nil {
		return nil, err
	}
	w.model, w.grid = m, m.grid
	w.want = make([]tables.Want, len(m.cells))
	return w, w.survey(m)
}

// fit tries one step after another, until the table fits.
func (w *widthFitter) fit() error {
	var narrow error
	for _, step := range w.steps() {
		widths, err := w.try(step)
		if err == nil {
			if step == (fitStep{}) {
				widths = w.whole(widths)
			}
			w.keep(step, widths)
			w.reach()
			return nil
		}
		var n tables.NarrowError
		if !errors.As(err, &n) {
			return err
		}
		narrow = err
	}
	return narrow
}

func (w *widthFitter) try(step fitStep) ([]unit.Length, error) {
	if err := w.resize(step.size); err != nil {
		return nil, err
	}
	w.wantLeast(step)
	return tables.Widths(w.grid, w.want, w.columns, w.area)
}

// wantLeast notes what the cells must have.
func (w *widthFitter) wantLeast(step fitStep) {
	pad := 2 * w.sheet.Table.PadX
	if step.pad > 0 {
		pad = 2 * step.pad
	}
	clear(w.want)
	slack := w.slack()
	for _, g := range w.groups {
		least := g.wish.least
		if !step.words && w.byContent(g.at) {
			least = g.wish.sense + slack
		}
		w.wants(g.natural, least+pad, g.wish.natural+pad+slack)
	}
	for i := range w.points {
		p := &w.points[i]
		w.wants(p.cell, p.side[0]+p.side[1]+pad, p.side[0]+p.side[1]+pad)
	}
	for i := range w.sums {
		s := &w.sums[i]
		w.wants(s.cell, s.least+pad, s.natural+pad)
	}
	w.alike()
}

// slack is what a word processor takes off the room of a table's text for its frame.
func (w *widthFitter) slack() unit.Length {
	return rulesOf(&tableModel{table: w.table, sheet: w.sheet}).Outer
}

// byContent says whether a cell stands over a column that fits its content. Columns that share the room keep their shares as
// long as no figure breaks: the words of their labels give way.
func (w *widthFitter) byContent(at *tables.Cell) bool {
	for _, c := range w.columns[at.Col : at.Col+at.Cols] {
		if c.Fixed == 0 && c.Share == 0 {
			return true
		}
	}
	return false
}

// wants notes what a cell wants, on top of what it was known to want.
func (w *widthFitter) wants(cell int, least, natural unit.Length) {
	want := &w.want[cell]
	want.Min, want.Max = max(want.Min, least), max(want.Max, natural)
}

// survey measures every cell and keeps the widest.
func (w *widthFitter) survey(m *tableModel) error {
	var errs []error
	cells := w.cells(m, &errs)
	type key struct {
		col, cols int
		style     *doc.Style
		label     bool
	}
	groups := map[key]*widthGroup{}
	var last *widthGroup // cells below one another
	var lastKey key
	for i := range m.cells {
		if stopped(w.ctx, i) {
			return w.ctx.Err()
		}
		at := &m.grid.Cells[i]
		wish, err := cells.wish(i)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		k := key{at.Col, at.Cols, cells.styler.style(i, ""), m.kinds[i] != doc.CellData}
		if k != lastKey {
			last, lastKey = groups[k], k
		}
		if last == nil {
			last = &widthGroup{at: at, style: k.style, least: i, sense: i, natural: i, label: k.label}
			groups[k] = last
			w.groups = append(w.groups, last)
		}
		last.add(i, wish)
	}
	w.points = w.pointGroups(cells)
	if err := w.carried(cells); err != nil {
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

func (w *widthFitter) cells(m *tableModel, errs *[]error) *cellSetter {
	return &cellSetter{model: m, setter: w.setter, limits: limitsOf(unit.Size{W: w.area, H: w.room}, m), styler: newCellStyler(m, func(src string, err error) {
		*errs = append(*errs, &Error{Src: src, Err: err})
	})}
}

func (g *widthGroup) add(cell int, wish wish) {
	if wish.least > g.wish.least {
		g.least = cell
	}
	if wish.sense > g.wish.sense {
		g.sense = cell
	}
	if wish.natural > g.wish.natural {
		g.natural = cell
	}
	g.wish.grow(wish)
	if g.label {
		g.labels = append(g.labels, labelCell{int32(cell), wish.natural})
	}
}

// resize measures the widest cells again, in another size of type.
func (w *widthFitter) resize(size unit.Length) error {
	if size == 0 {
		return nil
	}
	small := *w.table
	small.TextSize = size
	m := w.model.as(&small)
	var errs []error
	cells := w.cells(m, &errs)
	for _, g := range w.groups {
		old := *g
		g.wish = wish{}
		for _, cell := range [...]int{old.least, old.sense, old.natural} {
			each, err := cells.wish(cell)
			errs = append(errs, err)
			g.wish.grow(each)
		}
	}
	for i := range w.points {
		p := &w.points[i]
		p.side[0], _ = cells.sidesOf(p.head)
		_, p.side[1] = cells.sidesOf(p.tail)
	}
	errs = append(errs, w.resizeSums(cells))
	return errors.Join(errs...)
}

// keep gives the table the widths found.
func (w *widthFitter) keep(step fitStep, widths []unit.Length) {
	t := w.table
	t.Pad, t.TextSize = step.pad, step.size
	if step != (fitStep{}) {
		w.notices = append(w.notices, Notice{Src: t.Src, Pad: step.pad, Size: step.size})
	}
	t.Columns = slices.Clone(t.Columns)
	for i := range widths {
		t.Columns[i].Width = widths[i]
	}
	pad := w.sheet.Table.PadX
	if step.pad > 0 {
		pad = step.pad
	}
	w.keepPoints(pad)
}

// wish asks cell i how wide it wants to be, padding left out.
func (b *cellSetter) wish(i int) (wish, error) {
	cell := b.model.cells[i]
	b.jobs = b.styler.jobs(i, 0, b.jobs[:0])
	all := wish{}
	var diagonal []unit.Length
	for k := range b.jobs {
		each, err := b.wishOf(&b.jobs[k], cell)
		if err != nil {
			return all, err
		}
		if b.model.kinds[i] != doc.CellColumnHead && each.natural <= shortLabel*b.jobs[k].Style.Size {
			each.sense, each.phrase = each.natural, each.natural
		}
		all.grow(each)
		diagonal = append(diagonal, each.natural)
	}
	if len(cell.Diagonal) > 0 {
		w := diagonalWidth(diagonal)
		all = wish{w, w, w, w}
	}
	return all, nil
}

func (b *cellSetter) wishOf(job *cellJob, cell *doc.Cell) (wish, error) {
	switch {
	case job.figure != nil:
		size, err := FigureSize(job.figure, unit.Size{W: b.model.sheet.Page.TypeArea().W, H: b.picture})
		if err != nil {
			return wish{}, &Error{Src: job.Src, Err: err}
		}
		return wish{min(size.W, leastPicture), size.W, size.W, size.W}, nil
	case cell.Vertical:
		job.Measure = b.column
		text, err := b.setter.set(job.textJob)
		if err != nil {
			return wish{}, err
		}
		columns := unit.Length(text.lines()) * job.Style.Leading
		return wish{columns, columns, columns, columns}, nil
	}
	return b.setter.wish(job.textJob)
}

// leastPicture is how narrow a picture in a cell may become where there is no room.
const leastPicture = 20 * unit.Pt
