package tables

import (
	"cmp"
	"errors"
	"slices"

	"github.com/banxin-go/banxin/layout/unit"
)

// Want is what a cell's content asks of the columns it covers, padding included: Min is the width of its longest
// unbreakable piece, Max the width it has on one line. A Max below Min counts as Min.
type Want struct{ Min, Max unit.Length }

// Column says how wide a column may be. The zero value fits the content.
type Column struct {
	Fixed unit.Length // > 0: this width, rounded to whole twips
	Share int         // > 0, up to MaxShare: a share of what fixed and fitted columns leave
}

// MaxShare is the largest share of a column.
const MaxShare = 1 << 20

// maxTwips bounds the lengths taken into account: 18 m, wider than any paper.
const maxTwips = maxWeight - 1

// Widths divides the total width over the columns. There is a Want for each cell; columns may be nil, then all fit their
// content.
//
// Every width is a whole number of twips, which is what DOCX can say, so that both outputs have the same columns. They
// add up to total exactly, or, when total is no whole number of twips, to the next smaller one. Only a table whose
// columns are all fixed has the width of their sum instead.
//
//   - No column is narrower than a cell in it needs (Want.Min). What a merged cell needs beyond its columns is shared
//     among them: shares are brought to a common level first, others grow in proportion to their Max.
//   - Fitted columns get their Max when there is room, and otherwise stand between Min and Max, all at the same fraction
//     (CSS 2.1, 17.5.2.2). Share columns beside them keep room for their own Max, as long as that is no more of the total
//     than their number. Without share columns the room that is left goes to the fitted ones in proportion to Max.
//   - Share columns divide the rest in proportion to their shares, except that none falls below its Min. Columns of equal
//     share are equal to the twip where the total allows, else they differ by one.
//
// It fails with CountError and ColumnError for arguments that make no sense, and with a NarrowError for each fixed
// column (or merged cell over fixed columns only) that is too narrow, or for the whole table when the minima add up to
// more than total. The caller then tries narrower padding, then smaller type.
func Widths(g *Grid, want []Want, columns []Column, total unit.Length) ([]unit.Length, error) {
	if columns == nil {
		columns = make([]Column, g.Cols)
	}
	if err := checkWidths(g, want, columns); err != nil {
		return nil, err
	}
	limit := int64(max(total, 0) / unit.Twip)
	f := newFitter(g.Cols, columns)
	f.single(g, want)
	for _, s := range spans(g, want) {
		f.span(s)
	}
	if err := f.check(limit); err != nil {
		return nil, err
	}
	f.divide(limit)
	widths := make([]unit.Length, g.Cols)
	for i, w := range f.width {
		widths[i] = unit.Length(w) * unit.Twip
	}
	return widths, nil
}

func checkWidths(g *Grid, want []Want, columns []Column) error {
	var errs []error
	if len(want) != len(g.Cells) {
		errs = append(errs, CountError{"wants", len(want), len(g.Cells)})
	}
	if len(columns) != g.Cols {
		errs = append(errs, CountError{"columns", len(columns), g.Cols})
	}
	for i, c := range columns {
		if c.Fixed < 0 || c.Fixed > maxTwips*unit.Twip || c.Share < 0 || c.Share > MaxShare || c.Fixed > 0 && c.Share > 0 {
			errs = append(errs, ColumnError{i})
		}
	}
	return errors.Join(errs...)
}

// fitter works in twips. columns with a fixed width have low = high = width from the start.
type fitter struct {
	columns          []Column
	low, high, width []int64
	weight, part     []int64 // scratch, for the columns of one span
	errs             []error
}

func newFitter(n int, columns []Column) *fitter {
	room := make([]int64, 5*n)
	cut := func(i int) []int64 { return room[i*n : (i+1)*n : (i+1)*n] }
	return &fitter{columns: columns, low: cut(0), high: cut(1), width: cut(2), weight: cut(3), part: cut(4)}
}

// single gives each column what its cells of one column want.
func (f *fitter) single(g *Grid, want []Want) {
	for i := range g.Cells {
		if c := &g.Cells[i]; c.Cols == 1 {
			low, high := twips(want[i])
			f.low[c.Col] = max(f.low[c.Col], low)
			f.high[c.Col] = max(f.high[c.Col], high)
		}
	}
	for i, c := range f.columns {
		if c.Fixed > 0 {
			f.narrow(i, 1, f.low[i], c.Fixed.Twips())
			f.low[i] = c.Fixed.Twips()
			f.high[i] = f.low[i]
		}
	}
}

// twips rounds up, so that no content loses a fraction of a twip.
func twips(w Want) (low, high int64) {
	up := func(l unit.Length) int64 {
		return int64((min(max(l, 0), maxTwips*unit.Twip) + unit.Twip - 1) / unit.Twip)
	}
	low = up(w.Min)
	return low, max(low, up(w.Max))
}

// span is what all merged cells over the same columns want together.
type span struct {
	col, cols int
	low, high int64
}

// spans gathers the merged cells, the narrowest first, then from left to right.
func spans(g *Grid, want []Want) []span {
	var all []span
	for i, c := range g.Cells {
		if c.Cols > 1 {
			low, high := twips(want[i])
			all = append(all, span{c.Col, c.Cols, low, high})
		}
	}
	slices.SortFunc(all, func(a, b span) int {
		return cmp.Or(a.cols-b.cols, a.col-b.col, int(b.low-a.low), int(b.high-a.high))
	})
	kept := all[:0]
	for _, s := range all {
		if n := len(kept); n > 0 && kept[n-1].col == s.col && kept[n-1].cols == s.cols {
			kept[n-1].high = max(kept[n-1].high, s.high)
			continue
		}
		kept = append(kept, s)
	}
	return kept
}

// span raises the columns under a merged cell until it fits in them.
func (f *fitter) span(s span) {
	fixed, free, shares := int64(0), 0, true
	for i := s.col; i < s.col+s.cols; i++ {
		if f.columns[i].Fixed > 0 {
			fixed += f.low[i]
			continue
		}
		free++
		shares = shares && f.columns[i].Share > 0
	}
	if free == 0 {
		f.narrow(s.col, s.cols, s.low, fixed)
		return
	}
	f.grow(s, f.high, s.high-fixed, shares)
	f.grow(s, f.low, s.low-fixed, shares)
	for i := s.col; i < s.col+s.cols; i++ {
		f.high[i] = max(f.high[i], f.low[i])
	}
}

// grow raises the columns of size that the span covers and that are not fixed to need, all together.
func (f *fitter) grow(s span, size []int64, need int64, shares bool) {
	part, weight := f.part[:0], f.weight[:0]
	for i := s.col; i < s.col+s.cols; i++ {
		if f.columns[i].Fixed > 0 {
			continue
		}
		part = append(part, size[i])
		if shares {
			weight = append(weight, int64(f.columns[i].Share))
		} else {
			weight = append(weight, min(max(f.high[i], 1), maxWeight))
		}
	}
	level(part, weight, need)
	k := 0
	for i := s.col; i < s.col+s.cols; i++ {
		if f.columns[i].Fixed == 0 {
			size[i] = part[k]
			k++
		}
	}
}

func (f *fitter) narrow(col, cols int, needed, available int64) {
	if needed > available {
		f.errs = append(f.errs, NarrowError{col, cols, unit.Length(needed) * unit.Twip, unit.Length(available) * unit.Twip})
	}
}

func (f *fitter) check(total int64) error {
	f.narrow(0, len(f.low), sum(f.low), total)
	return errors.Join(f.errs...)
}

func sum(list []int64) int64 {
	n := int64(0)
	for _, v := range list {
		n += v
	}
	return n
}
