package report

import (
	"reflect"
	"slices"

	"github.com/banxin-go/banxin/layout/doc"
)

// ledger makes a table out of a list of structs: the names of their fields head the columns, the names of fields that are
// structs head what is in them, as deep as they go.
type ledger struct {
	src    string
	fields fields
	under  string // head over the text columns: 项目
}

// textColumns is how many columns of a ledger hold text; they come first.
func textColumns(fs fields) int {
	n := 0
	for _, f := range fs {
		if f.typ.Kind() == reflect.String {
			n++
		}
	}
	return n
}

// columns gives as many columns as the fields have values: codes narrow, names wide, figures alike.
func (l ledger) columns() []doc.Column {
	var out []doc.Column
	for _, f := range l.fields {
		switch {
		case f.name == "code":
			out = append(out, doc.Column{Share: 10})
		case f.typ.Kind() == reflect.String:
			out = append(out, doc.Column{Share: 24})
		default:
			out = append(out, slices.Repeat([]doc.Column{{Share: 13, Align: doc.AlignDecimal}}, leafCount(f))...)
		}
	}
	return out
}

// head gives the head rows: as many as the deepest field needs.
func (l ledger) head() []doc.Row {
	texts := textColumns(l.fields)
	depth := 1
	for _, f := range l.fields {
		depth = max(depth, headDepth(f))
	}
	if texts > 1 {
		depth = max(depth, 2)
	}
	rows := make([]doc.Row, depth)
	if texts > 1 {
		rows[0].Cells = append(rows[0].Cells, head(l.src, l.under, 1, texts))
		for _, f := range l.fields[:texts] {
			rows[1].Cells = append(rows[1].Cells, head(l.src, f.zh, depth-1, 1))
		}
	}
	for i, f := range l.fields {
		if texts <= 1 || i >= texts {
			l.headCell(rows, f)
		}
	}
	return rows
}

// headCell adds the head of a field, and those of the fields below it.
func (l ledger) headCell(rows []doc.Row, f field) {
	inner := f.inside()
	if len(inner) == 0 {
		rows[0].Cells = append(rows[0].Cells, head(l.src, f.zh, len(rows), 1))
		return
	}
	rows[0].Cells = append(rows[0].Cells, head(l.src, f.zh, 1, leafCount(f)))
	for _, k := range inner {
		l.headCell(rows[1:], k)
	}
}

func headDepth(f field) int {
	deepest := 0
	for _, k := range f.inside() {
		deepest = max(deepest, headDepth(k))
	}
	return 1 + deepest
}

// leafCount is how many values a field holds.
func leafCount(f field) int {
	n := 0
	for _, k := range f.inside() {
		n += leafCount(k)
	}
	return max(n, 1)
}

// row gives the cells of one struct. A row without a code is a total: its name stands over both columns, in the middle.
func (l ledger) row(v reflect.Value, src string) doc.Row {
	var row doc.Row
	texts := textColumns(l.fields)
	total := texts > 1 && v.Field(l.fields[0].index).String() == ""
	for i, f := range l.fields {
		at := src + "." + f.name
		switch {
		case i < texts && total && i == 0:
		case i < texts:
			cell := doc.Cell{Src: at, Text: plain(v.Field(f.index).String()), Kind: doc.CellRowHead}
			if total {
				cell.ColSpan, cell.Align = texts, doc.AlignCenter
			}
			row.Cells = append(row.Cells, cell)
		default:
			row.Cells = append(row.Cells, figures(v.Field(f.index), at)...)
		}
	}
	row.Total = total
	return row
}

// figures are the cells of a number, or of all numbers in a struct.
func figures(v reflect.Value, src string) []doc.Cell {
	if a, ok := v.Interface().(Amount); ok {
		return []doc.Cell{{Src: src, Style: numberStyle, Text: plain(a.cents())}}
	}
	var out []doc.Cell
	for _, f := range structFields(v.Type()) {
		out = append(out, figures(v.Field(f.index), src+"."+f.name)...)
	}
	return out
}

// cents gives the amount with two decimals, as tables of accounts print it; nothing where it is not given.
func (a Amount) cents() string {
	a.decimals = max(a.decimals, 2)
	return a.String()
}
