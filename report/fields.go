package report

import (
	"reflect"
	"strings"

	"github.com/banxin-go/banxin/layout/unit"
)

// field is one field of a report type with what its tags say. Names are written once, in the tags of annual.go, and serve
// as JSON names, paths, row and column labels, and titles in the schema.
type field struct {
	name     string // in JSON
	zh       string
	doc      string // one line for the schema
	optional bool   // omitempty or omitzero: need not be given
	instead  string // the field this one stands in place of where it is given
	index    int    // in the struct
	typ      reflect.Type
}

// fields are the fields of one struct type in the order of the source, which is the order of the document.
type fields []field

// fieldsOf gives the fields of a struct or of what a pointer leads to; none for anything else.
func fieldsOf(v any) fields {
	if v == nil {
		return nil
	}
	return structFields(reflect.TypeOf(v))
}

func structFields(t reflect.Type) fields {
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t == nil || t.Kind() != reflect.Struct || isLeaf(t) {
		return nil
	}
	if t.PkgPath() == docPackage {
		return docFields(t)
	}
	fs := make(fields, 0, t.NumField())
	for i := range t.NumField() {
		sf := t.Field(i)
		name, options, _ := strings.Cut(sf.Tag.Get("json"), ",")
		if !sf.IsExported() || name == "-" {
			continue
		}
		if name == "" {
			name = sf.Name
		}
		fs = append(fs, field{
			name: name, zh: sf.Tag.Get("zh"), doc: sf.Tag.Get("doc"), instead: sf.Tag.Get("instead"), index: i, typ: sf.Type,
			optional: strings.Contains(options, "omitempty") || strings.Contains(options, "omitzero"),
		})
	}
	return fs
}

// fieldCache keeps the fields of types for as long as one report is read, checked or written: tags are slow to read.
type fieldCache map[reflect.Type]fields

func (c fieldCache) of(t reflect.Type) fields {
	all, ok := c[t]
	if !ok {
		all = structFields(t)
		c[t] = all
	}
	return all
}

// isLeaf tells the types that are structs in Go and single values in a report.
func isLeaf(t reflect.Type) bool {
	switch t {
	case reflect.TypeFor[Count](), reflect.TypeFor[Change](), reflect.TypeFor[Amount](), reflect.TypeFor[Date](), reflect.TypeFor[unit.Size]():
		return true
	}
	return false
}

// find gives the field with the JSON name, or nil.
func (fs fields) find(name string) *field {
	for i := range fs {
		if fs[i].name == name {
			return &fs[i]
		}
	}
	return nil
}

// inside gives the fields below f: of its struct, or of the structs its list holds.
func (f *field) inside() fields {
	if f == nil {
		return nil
	}
	t := f.typ
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice || t.Kind() == reflect.Array {
		t = t.Elem()
	}
	if t.Kind() == reflect.Interface {
		return blockFields()
	}
	return structFields(t)
}

// blockFields are the fields of all blocks. Those of the same name have the same Chinese name, so that a path tells them
// without a look at the block.
func blockFields() fields {
	var all fields
	for _, b := range blockTypes {
		all = append(all, structFields(b.typ)...)
	}
	return all
}
