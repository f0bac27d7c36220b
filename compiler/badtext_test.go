package compiler

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"reflect"
	"testing"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/report"
)

// A character that XML cannot hold, put into any text of a document, is a problem before anything is laid out; where nothing is
// told of it the writers must not meet it either: names that no file shows.
func TestBadTextIsToldOf(t *testing.T) {
	const bad = "\x01"
	texts := 0
	d := everyBlock(t)
	d.Sheet = doc.GB9704()
	eachText(reflect.ValueOf(d), "", func(where string, text reflect.Value) {
		texts++
		was := text.String()
		text.SetString(was + bad)
		defer text.SetString(was)
		out, err := Compile(context.Background(), given{d}, &Options{Fonts: bundledSet(t)})
		var problems report.Problems
		if errors.As(err, &problems) && problems.HasErrors() {
			return
		}
		if err != nil {
			t.Errorf("%s: %v", where, err)
			return
		}
		for kind, write := range map[string]func(*bytes.Buffer) error{
			"DOCX": func(b *bytes.Buffer) error { return out.WriteDOCX(b, nil) }, "PDF": func(b *bytes.Buffer) error { return out.WritePDF(b, nil) },
		} {
			if err := write(&bytes.Buffer{}); err != nil {
				t.Errorf("%s: nothing is told, and the %s cannot be written: %v", where, kind, err)
			}
		}
	})
	if texts < 100 {
		t.Errorf("%d texts", texts)
	}
}

// eachText gives each text of a document and says where it is. Of long lists, styles and cells of a wide table, three are taken.
func eachText(v reflect.Value, at string, do func(where string, text reflect.Value)) {
	switch v.Kind() {
	case reflect.String:
		do(at, v)
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			eachText(v.Elem(), at, do)
		}
	case reflect.Slice:
		for i := range v.Len() {
			if v.Len() <= 20 || i < 2 || i == v.Len()-1 {
				eachText(v.Index(i), fmt.Sprintf("%s[%d]", at, i), do)
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				eachText(v.Field(i), at+"."+v.Type().Field(i).Name, do)
			}
		}
	}
}
