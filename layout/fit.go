package layout

import (
	"errors"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/tables"
)

// A Notice tells of a table whose type or padding Fit has made smaller, so that its figures stand on one line.
type Notice struct {
	Src  string
	Pad  unit.Length // what the padding has become
	Size unit.Length // the largest type in the table now, 0 when it has stayed
}

// Fit gives a copy of the document in which every table column has its width and every signature its place, so that the
// PDF and the DOCX have the same ones. What does not depend on fonts is left for Layout.
//
// Where the longest words of a table do not fit, its padding shrinks first, to the sheet's Narrow; then its type, size by
// size, to 六号 and 小六 (6.5 pt), the smallest that printed forms use. Each step taken is a Notice. A table that is still
// too wide is an error, as are merged cells that do not tile their grid; all errors come back joined.
func Fit(d *doc.Document, set *fonts.Set) (*doc.Document, []Notice, error) {
	f := &fitter{sheet: sheetOf(d), setter: newSetter(set, sheetOf(d), langOf(d), sheetOf(d).Page.TypeArea().W)}
	fitted := *d
	fitted.Sheet = f.sheet
	fitted.Sections = make([]doc.Section, len(d.Sections))
	for i := range d.Sections {
		s := d.Sections[i]
		f.area = pageOf(&s, f.sheet).TypeArea().W
		s.Blocks = make([]doc.Block, len(s.Blocks))
		for j, block := range d.Sections[i].Blocks {
			s.Blocks[j] = f.block(block)
		}
		fitted.Sections[i] = s
	}
	return &fitted, f.notices, errors.Join(f.errs...)
}

type fitter struct {
	sheet   *doc.Sheet
	setter  *setter
	area    unit.Length
	notices []Notice
	errs    []error
}

func (f *fitter) fail(src string, err error) { f.errs = append(f.errs, &Error{Src: src, Err: err}) }

func (f *fitter) block(block doc.Block) doc.Block {
	switch block := block.(type) {
	case *doc.Table:
		t := *block
		f.table(&t)
		return &t
	case *doc.Signature:
		s := *block
		style := f.sheet.Style("Signature")
		if style == nil {
			f.fail(s.Src, &StyleError{ID: "Signature"})
			return &s
		}
		if err := fitSignature(f.setter, style, &s); err != nil {
			f.errs = append(f.errs, err)
		}
		return &s
	}
	return block
}

// A fitStep is one way to make room in a table.
type fitStep struct{ pad, size unit.Length }

// steps gives the ways to make room, in the order they are tried.
func (f *fitter) steps() []fitStep {
	t := &f.sheet.Table
	steps := []fitStep{{}}
	if t.Narrow < t.PadX {
		steps = append(steps, fitStep{pad: (t.PadX + t.Narrow) / 2}, fitStep{pad: t.Narrow})
	}
	for _, size := range []unit.Length{10 * unit.Pt, unit.HaoSmall5, 8 * unit.Pt, unit.Hao6, 7 * unit.Pt, unit.HaoSmall6} {
		steps = append(steps, fitStep{pad: t.Narrow, size: size})
	}
	return steps
}

func (f *fitter) table(t *doc.Table) {
	columns := t.Columns
	for _, step := range f.steps() {
		t.Pad, t.TextSize = step.pad, step.size
		widths, err := f.widths(t, columns)
		if err == nil {
			t.Columns = append([]doc.Column(nil), columns...)
			for i := range widths {
				t.Columns[i].Width = widths[i]
			}
			if step != (fitStep{}) {
				f.notices = append(f.notices, Notice{Src: t.Src, Pad: step.pad, Size: step.size})
			}
			return
		}
		var narrow tables.NarrowError
		if !errors.As(err, &narrow) {
			f.fail(t.Src, err)
			return
		}
		if step == f.last() {
			f.fail(t.Src, err)
		}
	}
}

func (f *fitter) last() fitStep {
	steps := f.steps()
	return steps[len(steps)-1]
}

// widths finds the widths of a table's columns with the padding and type it has now.
func (f *fitter) widths(t *doc.Table, columns []doc.Column) ([]unit.Length, error) {
	m, err := newTableModel(t, f.sheet)
	if err != nil {
		return nil, err
	}
	want, err := f.wants(m)
	if err != nil {
		return nil, err
	}
	return tables.Widths(m.grid, want, f.columns(columns), f.area)
}

// columns gives the columns as tables wants them. Fixed widths that leave the type area together are shared out in their
// proportion instead: a table never runs out of the 版心.
func (f *fitter) columns(columns []doc.Column) []tables.Column {
	sum, all := unit.Length(0), true
	for _, c := range columns {
		sum += c.Width
		all = all && c.Width > 0
	}
	out := make([]tables.Column, len(columns))
	for i, c := range columns {
		out[i] = tables.Column{Fixed: c.Width, Share: c.Share}
		switch {
		case sum > f.area && c.Width > 0:
			out[i] = tables.Column{Share: int(min(max(c.Width.Twips(), 1), tables.MaxShare))}
		case c.Width > 0:
			out[i].Share = 0
		}
	}
	return out
}

// wants asks every cell for its narrowest and its natural width.
func (f *fitter) wants(m *tableModel) ([]tables.Want, error) {
	var errs []error
	styler := newCellStyler(m, func(src string, err error) { errs = append(errs, &Error{Src: src, Err: err}) })
	want := make([]tables.Want, len(m.cells))
	var jobs []textJob
	for i := range m.cells {
		jobs = styler.jobs(i, 0, jobs[:0])
		for k := range jobs {
			least, natural, err := f.setter.extent(jobs[k])
			if err != nil {
				errs = append(errs, err)
				continue
			}
			if m.cells[i].Vertical {
				least, natural = jobs[k].Style.Leading, jobs[k].Style.Leading
			}
			want[i].Min = max(want[i].Min, least+2*m.padX)
			want[i].Max = max(want[i].Max, natural+2*m.padX)
		}
	}
	return want, errors.Join(errs...)
}
