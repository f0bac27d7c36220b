package compiler

import (
	"reflect"
	"strings"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/report"
)

// withoutInvisible gives a copy of the document without the characters that Options.DropInvisible takes out, and a warning for
// each that Check has not told of.
func withoutInvisible(d *doc.Document, r report.Report, told report.Problems) (*doc.Document, report.Problems) {
	p := dropper{report: r, told: told}
	clean, ok := p.value(reflect.ValueOf(d), "").Interface().(*doc.Document)
	if !ok {
		return d, nil // unreachable: a copy has the type of the original
	}
	return clean, p.found
}

// dropper copies what holds text, and leaves the report's own blocks as they are: the next call must find them so.
type dropper struct {
	report report.Report
	told   report.Problems
	found  report.Problems
}

// value gives a copy of v without invisible characters. src is the path of the block that v belongs to.
func (p *dropper) value(v reflect.Value, src string) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch v.Kind() {
	case reflect.String:
		out.SetString(p.text(v.String(), src))
	case reflect.Pointer:
		if !v.IsNil() {
			out.Set(reflect.New(v.Type().Elem()))
			out.Elem().Set(p.value(v.Elem(), src))
		}
	case reflect.Interface:
		if !v.IsNil() {
			out.Set(p.value(v.Elem(), src))
		}
	case reflect.Slice:
		p.slice(out, v, src)
	case reflect.Struct:
		p.fields(out, v, src)
	}
	return out
}

func (p *dropper) slice(out, v reflect.Value, src string) {
	if v.IsNil() || v.Type().Elem().Kind() == reflect.Uint8 { // nothing, or a picture
		return
	}
	out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
	for i := range v.Len() {
		out.Index(i).Set(p.value(v.Index(i), src))
	}
}

func (p *dropper) fields(out, v reflect.Value, src string) {
	if own := v.FieldByName("Src"); own.IsValid() && own.Kind() == reflect.String && own.Len() > 0 {
		src = own.String()
	}
	for i := range v.NumField() {
		if out.Field(i).CanSet() {
			out.Field(i).Set(p.value(v.Field(i), src))
		}
	}
}

func (p *dropper) text(text, src string) string {
	clean := report.DropInvisible(text)
	if clean == text {
		return text
	}
	path := report.ParsePath(src, p.report)
	for _, problem := range report.CheckText(path, text).DropInvisible() {
		if problem.Warning && !p.knows(problem) {
			p.found = append(p.found, problem)
		}
	}
	return clean
}

// knows tells whether the fault has been told of already, at the block or within it.
func (p *dropper) knows(problem report.Problem) bool {
	at := problem.Path.String()
	for _, list := range []report.Problems{p.told, p.found} {
		for _, q := range list {
			if q.Code == problem.Code && strings.HasPrefix(q.Path.String(), at) {
				return true
			}
		}
	}
	return false
}
