package layout

import (
	"context"
	"errors"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/tables"
)

// A Notice tells of a table that Fit had to narrow so that its figures stand on one line.
type Notice struct {
	Src  string
	Pad  unit.Length // what the padding has become
	Size unit.Length // the largest type in the table now, 0 when it has stayed
}

// Fit gives a copy of the document that both outputs are written from, with all that they must agree on: captions
// numbered and references to them filled in, equal cells merged, empty tables and tables split by columns as they are
// shown, the width of every table column, and the place of every signature.
//
// Where the words of a table do not fit, its padding shrinks first, to the sheet's Narrow; then labels may be broken
// inside words; then its type shrinks, size by size, to 六号 and 小六 (6.5 pt), the smallest that printed forms use. Each
// table changed so is a Notice. Columns that share the room do not grow for words; but where a label lacks little, its column takes
// that from the others, and its text comes nearer to the cell's edges (Cell.Reach). Figures are never broken: a table that is still too wide is an error, as are merged cells
// that do not tile their grid; all errors come back joined.
func Fit(d *doc.Document, set *fonts.Set) (*doc.Document, []Notice, error) {
	return FitContext(context.Background(), d, set)
}

// FitContext is Fit, and stops when ctx does: its error is then ctx's alone.
func FitContext(ctx context.Context, d *doc.Document, set *fonts.Set) (*doc.Document, []Notice, error) {
	sheet := sheetOf(d)
	f := &fitter{ctx: ctx, sheet: sheet, setter: newSetter(set, sheet, langOf(d), sheet.Page.TypeArea().W)}
	f.labeller = &labeller{labels: sheet.Labels, numbers: map[string]string{}, fail: f.fail}
	numbers := f.labeller.count(d)
	fitted := *d
	fitted.Sheet = f.sheet
	fitted.Sections = make([]doc.Section, len(d.Sections))
	for i := range d.Sections {
		s := d.Sections[i]
		area := pageOf(&s, f.sheet).TypeArea()
		f.area, f.room = area.W, area.H
		s.Blocks = make([]doc.Block, 0, len(s.Blocks))
		for _, block := range d.Sections[i].Blocks {
			s.Blocks = f.block(s.Blocks, f.labeller.block(block, numbers[block]))
			if err := ctx.Err(); err != nil {
				return nil, nil, err
			}
		}
		fitted.Sections[i] = s
	}
	return &fitted, f.notices, errors.Join(f.errs...)
}

// stopped asks now and then, on the way through a table's cells, whether ctx is done.
func stopped(ctx context.Context, cell int) bool { return cell%1024 == 0 && ctx.Err() != nil }

type fitter struct {
	ctx      context.Context
	sheet    *doc.Sheet
	setter   *setter
	labeller *labeller
	area     unit.Length // width of the type area
	room     unit.Length // and its height
	notices  []Notice
	errs     []error
}

func (f *fitter) fail(src string, err error) {
	var placed *Error
	if errors.As(err, &placed) {
		f.errs = append(f.errs, err)
		return
	}
	f.errs = append(f.errs, &Error{Src: src, Err: err})
}

// block adds a block, fitted, to the others.
func (f *fitter) block(to []doc.Block, block doc.Block) []doc.Block {
	switch block := block.(type) {
	case *doc.Table: // a copy already
		for _, part := range f.tableParts(block) {
			to = append(to, part)
		}
		return to
	case *doc.Signature:
		s := *block
		style := f.sheet.Style("Signature")
		if style == nil {
			f.fail(s.Src, &StyleError{ID: "Signature"})
			return append(to, &s)
		}
		if err := fitSignature(f.setter, style, &s, f.area); err != nil {
			f.errs = append(f.errs, err)
		}
		return append(to, &s)
	}
	return append(to, block)
}

// keepEndRows lets no table begin with more head than body, nor end so on its last page: as many rows as the head has, and at
// least two, stay together at either end. A head of four lines above a single row is worse than the space that is left when
// the table moves on.
func keepEndRows(t *doc.Table) {
	head, rows := t.HeadRows, len(t.Rows)
	stay := max(head, 2)
	if head <= 0 || rows-head < 2 {
		return
	}
	t.Rows = append([]doc.Row(nil), t.Rows...)
	for i := head; i < min(head+stay, rows)-1; i++ {
		t.Rows[i].KeepNext = true
	}
	for i := max(head, rows-stay); i < rows-1; i++ {
		t.Rows[i].KeepNext = true
	}
}

// tableParts fits a table: one, or several where it is split by its columns.
func (f *fitter) tableParts(t *doc.Table) []*doc.Table {
	if err := mergeEqual(t); err != nil {
		f.fail(t.Src, err)
		return []*doc.Table{t}
	}
	fillEmpty(t)
	keepEndRows(t)
	w, err := f.newWidthFitter(t)
	if err != nil {
		f.fail(t.Src, err)
		return []*doc.Table{t}
	}
	if !t.SplitColumns {
		f.failIf(t.Src, w.fit())
		return []*doc.Table{t}
	}
	parts, err := w.split()
	f.failIf(t.Src, err)
	return parts
}

func (f *fitter) failIf(src string, err error) {
	if err != nil {
		f.fail(src, err)
	}
}

// split fits a table in as many parts as it needs. Each part is fitted by itself, with the type as it is.
func (w *widthFitter) split() ([]*doc.Table, error) {
	if widths, err := w.try(fitStep{}); err == nil && total(widths) <= w.area {
		w.keep(fitStep{}, widths)
		return []*doc.Table{w.table}, nil
	}
	parts, err := splitColumns(w.table, w.leastWidths(), w.area)
	if err != nil {
		return []*doc.Table{w.table}, err
	}
	var errs []error
	for _, part := range parts {
		part.SplitColumns = false
		own, err := w.fitter.newWidthFitter(part)
		if err == nil {
			err = own.fit()
		}
		errs = append(errs, err)
	}
	return parts, errors.Join(errs...)
}

func total(widths []unit.Length) unit.Length {
	sum := unit.Length(0)
	for _, w := range widths {
		sum += w
	}
	return sum
}

// leastWidths gives the narrowest width of each column, alone.
func (w *widthFitter) leastWidths() []unit.Length {
	least := make([]unit.Length, w.grid.Cols)
	for _, g := range w.groups {
		if g.at.Cols == 1 {
			least[g.at.Col] = max(least[g.at.Col], g.wish.sense+2*w.sheet.Table.PadX)
		}
	}
	for i, c := range w.columns {
		if c.Fixed > 0 {
			least[i] = c.Fixed
		}
	}
	return least
}

// columns gives the columns as tables wants them. Fixed widths that leave the type area together are shared out in their
// proportion instead: a table never runs out of the 版心. One that may be split keeps them.
func (f *fitter) columns(t *doc.Table) []tables.Column {
	sum := unit.Length(0)
	for _, c := range t.Columns {
		sum += c.Width
	}
	out := make([]tables.Column, len(t.Columns))
	for i, c := range t.Columns {
		out[i] = tables.Column{Fixed: c.Width, Share: c.Share}
		switch {
		case sum > f.area && c.Width > 0 && !t.SplitColumns:
			out[i] = tables.Column{Share: int(min(max(c.Width.Twips(), 1), tables.MaxShare))}
		case c.Width > 0:
			out[i].Share = 0
		}
	}
	return out
}
