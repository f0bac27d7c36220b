package report

import (
	"encoding"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/banxin-go/banxin/layout/doc"
)

// TableOf makes a table of a slice of structs: a row for each, a column for each field with a tag.
//
//	type ledger struct {
//		City   string        `table:"市,stub,merge"`
//		County string        `table:"县（市、区）,stub,merge"`
//		Paid   report.Amount `table:"金额/应收,decimal"`
//		Waived report.Amount `table:"金额/减免,decimal"`
//	}
//	t, err := report.TableOf(rows)
//
// A tag is the column's head and, behind commas, what else it is. Heads that share their beginning up to a slash stand
// under one cell: 金额 over 应收 and 减免; heads of fewer levels reach down to the rows. The rest:
//
//	stub      the cells head their rows; stub columns come first
//	merge     equal neighbours become one cell, inside the groups of merged columns before it
//	left, center, right, decimal   alignment of the column's cells
//	share     takes part in the room that is left, with weight 1; share=3 with weight 3
//
// A field is a string, a whole number, a Stringer or a TextMarshaler; a pointer to one, where nil leaves the cell empty; or
// an embedded struct, whose fields are columns too. Fields without a tag, or with "-", are left out. Other fields, floats among
// them, because their figures are not those that were meant, and tags that cannot be are each a *FieldError; all come
// back joined.
//
// Src of cell i, k is rows[i].Field. Caption, notes and all else are the caller's to add.
func TableOf[T any](rows []T) (*doc.Table, error) {
	columns, err := tableColumns(reflect.TypeFor[T](), nil, "")
	if err == nil {
		err = checkStubs(columns)
	}
	if err != nil {
		return nil, err
	}
	t := &doc.Table{}
	for i, c := range columns {
		t.Columns = append(t.Columns, doc.Column{Share: c.share, Align: c.align})
		if c.stub {
			t.StubCols++
		}
		if c.merge {
			t.Merge = append(t.Merge, i)
		}
	}
	t.Rows = headRows(columns)
	t.HeadRows = len(t.Rows)
	for i := range rows {
		cells, err := rowOf(reflect.ValueOf(&rows[i]).Elem(), i, columns)
		if err != nil {
			return nil, err
		}
		t.Rows = append(t.Rows, doc.Row{Cells: cells})
	}
	return t, nil
}

// FieldError is a field of a struct that TableOf cannot make a column of.
type FieldError struct {
	Field string // Paid, or Fees.Paid in an embedded struct
	Err   error  // ErrFieldType, ErrFieldTag, ErrStubOrder or what a TextMarshaler has returned
}

func (e *FieldError) Error() string { return "report: field " + e.Field + ": " + e.Err.Error() }

// Unwrap gives the fault itself.
func (e *FieldError) Unwrap() error { return e.Err }

// Faults of fields.
var (
	ErrFieldType = errors.New("neither text, a whole number, a Stringer nor a TextMarshaler")
	ErrFieldTag  = errors.New("the table tag is not one")
	ErrStubOrder = errors.New("a stub column behind one that is none")
)

// A tableColumn is what a field's tag says.
type tableColumn struct {
	field string
	index []int    // of the field
	head  []string // from the top level down
	align doc.Align
	share int
	stub  bool
	merge bool
}

func tableColumns(t reflect.Type, index []int, prefix string) ([]tableColumn, error) {
	if t.Kind() != reflect.Struct {
		return nil, &FieldError{t.String(), ErrFieldType}
	}
	var columns []tableColumn
	var errs []error
	for i := range t.NumField() {
		f := t.Field(i)
		at := append(slices.Clone(index), i)
		tag, tagged := f.Tag.Lookup("table")
		switch {
		case !tagged && f.Anonymous && f.Type.Kind() == reflect.Struct:
			inner, err := tableColumns(f.Type, at, prefix+f.Name+".")
			columns = append(columns, inner...)
			errs = append(errs, err)
		case !tagged || tag == "-":
		case !f.IsExported() || !printable(f.Type):
			errs = append(errs, &FieldError{prefix + f.Name, ErrFieldType})
		default:
			c := tableColumn{field: prefix + f.Name, index: at}
			if !c.parse(tag) {
				errs = append(errs, &FieldError{c.field, ErrFieldTag})
			}
			columns = append(columns, c)
		}
	}
	err := errors.Join(errs...)
	if err == nil && len(columns) == 0 {
		err = &FieldError{t.String(), ErrFieldTag}
	}
	return columns, err
}

// parse reads a tag; false for one that cannot be.
func (c *tableColumn) parse(tag string) bool {
	parts := strings.Split(tag, ",")
	c.head = strings.Split(parts[0], "/")
	if slices.Contains(c.head, "") {
		return false
	}
	return !slices.ContainsFunc(parts[1:], func(word string) bool { return !c.word(word) })
}

// alignments are the words of a tag that align a column's cells.
var alignments = map[string]doc.Align{
	"left": doc.AlignLeft, "center": doc.AlignCenter, "right": doc.AlignRight, "decimal": doc.AlignDecimal,
}

// word takes one of the words behind the head; false for one that there is not.
func (c *tableColumn) word(word string) bool {
	share, weighed := strings.CutPrefix(word, "share=")
	align, aligns := alignments[word]
	switch {
	case weighed:
		n, err := strconv.Atoi(share)
		c.share = n
		return err == nil && n >= 1 && n <= maxShare
	case aligns:
		c.align = align
	case word == "share":
		c.share = 1
	case word == "stub":
		c.stub = true
	case word == "merge":
		c.merge = true
	default:
		return false
	}
	return true
}

// maxShare keeps weights to what a reader can weigh.
const maxShare = 1000

func checkStubs(columns []tableColumn) error {
	var errs []error
	for i := 1; i < len(columns); i++ {
		if columns[i].stub && !columns[i-1].stub {
			errs = append(errs, &FieldError{columns[i].field, ErrStubOrder})
		}
	}
	return errors.Join(errs...)
}

// headRows lays the heads out on as many rows as the deepest has levels.
func headRows(columns []tableColumn) []doc.Row {
	depth := 0
	for _, c := range columns {
		depth = max(depth, len(c.head))
	}
	rows := make([]doc.Row, depth)
	for level := range depth {
		for from := 0; from < len(columns); {
			to := from + 1
			if len(columns[from].head) <= level {
				from = to
				continue
			}
			last := level == len(columns[from].head)-1
			for !last && to < len(columns) && len(columns[to].head) > level+1 && slices.Equal(columns[to].head[:level+1], columns[from].head[:level+1]) {
				to++
			}
			cell := doc.Cell{Text: plain(columns[from].head[level]), ColSpan: to - from, Kind: doc.CellColumnHead}
			if last {
				cell.RowSpan = depth - level
			}
			rows[level].Cells = append(rows[level].Cells, cell)
			from = to
		}
	}
	return rows
}

func rowOf(v reflect.Value, row int, columns []tableColumn) ([]doc.Cell, error) {
	cells := make([]doc.Cell, len(columns))
	var errs []error
	for i := range columns {
		c := &columns[i]
		text, err := printed(v.FieldByIndex(c.index))
		if err != nil {
			errs = append(errs, &FieldError{fmt.Sprintf("rows[%d].%s", row, c.field), err})
		}
		cells[i] = doc.Cell{Src: fmt.Sprintf("rows[%d].%s", row, c.field), Text: plain(text)}
		if !c.stub && c.align == doc.AlignAuto {
			cells[i].Style = "TableNumber"
			if v.FieldByIndex(c.index).Kind() == reflect.String {
				cells[i].Style = ""
			}
		}
	}
	return cells, errors.Join(errs...)
}

var (
	marshaler = reflect.TypeFor[encoding.TextMarshaler]()
	stringer  = reflect.TypeFor[fmt.Stringer]()
)

// printable says whether printed knows what to write for a type.
func printable(t reflect.Type) bool {
	if t.Implements(stringer) || t.Implements(marshaler) {
		return true
	}
	switch t.Kind() {
	case reflect.Pointer:
		return printable(t.Elem())
	case reflect.String, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return true
	}
	return false
}

// printed is what a cell says of a value. A type's own words come first.
func printed(v reflect.Value) (string, error) {
	if v.Kind() == reflect.Pointer && v.IsNil() {
		return "", nil
	}
	switch own := v.Interface().(type) {
	case fmt.Stringer:
		return own.String(), nil
	case encoding.TextMarshaler:
		text, err := own.MarshalText()
		return string(text), err
	}
	switch {
	case v.Kind() == reflect.Pointer:
		return printed(v.Elem())
	case v.CanInt():
		return strconv.FormatInt(v.Int(), 10), nil
	case v.CanUint():
		return strconv.FormatUint(v.Uint(), 10), nil
	}
	return v.String(), nil
}
