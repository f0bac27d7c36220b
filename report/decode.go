package report

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Decode reads a report from JSON and gives all that is wrong with the input, each with its line, column and path: unknown
// and repeated fields, wrong types, numbers that are none. source is the file's name for the problems; "" is none.
//
// The report comes back as far as it could be read, so that Check can be asked as well; nothing is told twice. It is nil
// where the input is no JSON object at all. Encoding is json.Marshal's; Decode of what it wrote gives the same report.
func Decode(data []byte, source string) (*Annual, Problems) {
	root, faults, ok := parseJSON(data)
	d := &decoder{
		file: source, lines: newLines(data),
		places: &places{file: source, at: make(map[string]place, 512), told: map[string]bool{}},
	}
	for _, f := range faults {
		d.fault(nil, f.at, f.code, f.args...)
	}
	clear(d.places.told)
	if !ok {
		return nil, d.problems
	}
	if root.kind != kindObject {
		d.wrongType(nil, root, kindObject)
		return nil, d.problems
	}
	a := &Annual{places: d.places}
	d.bind(nil, root, reflect.ValueOf(a).Elem())
	return a, d.sorted()
}

// decoder binds JSON values to the fields of a report.
type decoder struct {
	file     string
	lines    *lines
	places   *places
	problems Problems
}

// maxProblems is as many as anybody reads. An input made of nothing but mistakes is cut off there.
const maxProblems = 1000

func (d *decoder) fault(path Path, at int, code Code, args ...any) {
	switch {
	case len(d.problems) > maxProblems:
		return
	case len(d.problems) == maxProblems:
		path, code, args = nil, "json.many", []any{maxProblems}
	}
	if code != "json.duplicate" {
		d.places.told[path.String()] = true
	}
	p := NewProblem(path, code, args...)
	p.File = d.file
	p.Line, p.Col = d.lines.place(at)
	d.problems = append(d.problems, p)
}

func (d *decoder) wrongType(path Path, v value, want kind) {
	d.fault(path, v.at, "json.type", want, v.kind)
}

// sorted gives the problems in the order of the input.
func (d *decoder) sorted() Problems {
	slices.SortStableFunc(d.problems, func(p, q Problem) int {
		if p.Line != q.Line {
			return p.Line - q.Line
		}
		return p.Col - q.Col
	})
	return d.problems
}

// bind sets target to the value. null sets nothing: the field counts as not given.
func (d *decoder) bind(path Path, v value, target reflect.Value) {
	line, col := d.lines.place(v.at)
	d.places.at[path.String()] = place{line, col}
	if v.kind == kindNull {
		return
	}
	switch t := target.Addr().Interface().(type) {
	case *Count, *Change, *Amount:
		d.number(path, v, t)
	case *Date:
		d.date(path, v, t)
	case *Rank:
		d.rank(path, v, t)
	default:
		d.plain(path, v, target)
	}
}

// plain binds what Go's kinds describe well enough.
func (d *decoder) plain(path Path, v value, target reflect.Value) {
	switch target.Kind() {
	case reflect.Pointer:
		target.Set(reflect.New(target.Type().Elem()))
		d.bind(path, v, target.Elem())
	case reflect.Struct:
		if d.is(path, v, kindObject) {
			d.object(path, v, target)
		}
	case reflect.Slice:
		if d.is(path, v, kindList) {
			d.list(path, v, target)
		}
	case reflect.String:
		if d.is(path, v, kindString) {
			d.str(path, v, target)
		}
	case reflect.Int:
		if d.is(path, v, kindNumber) {
			d.integer(path, v, target)
		}
	}
}

// is tells whether v is of the kind, and says so where it is not.
func (d *decoder) is(path Path, v value, want kind) bool {
	if v.kind != want {
		d.wrongType(path, v, want)
	}
	return v.kind == want
}

func (d *decoder) object(path Path, v value, target reflect.Value) {
	fs := structFields(target.Type())
	seen := make(map[string]int, len(v.members))
	for _, m := range v.members {
		f := fs.find(m.name)
		if f == nil {
			d.unknown(path, m, fs)
			continue
		}
		inner := path.field(f)
		if at, twice := seen[m.name]; twice {
			line, _ := d.lines.place(at)
			d.fault(inner, m.at, "json.duplicate", m.name, line)
			continue
		}
		seen[m.name] = m.at
		d.bind(inner, m.value, target.Field(f.index))
	}
}

// unknown reports a field that there is not. "$schema" at the top is left for editors to find the schema by.
func (d *decoder) unknown(path Path, m member, fs fields) {
	if len(path) == 0 && m.name == "$schema" && m.value.kind == kindString || len(d.problems) > maxProblems {
		return
	}
	at := path.with(Step{Field: m.name})
	if near := similar(m.name, fs); near != "" {
		d.fault(at, m.at, "json.similar", m.name, near)
		return
	}
	d.fault(at, m.at, "json.unknown", m.name)
}

func (d *decoder) list(path Path, v value, target reflect.Value) {
	target.Set(reflect.MakeSlice(target.Type(), len(v.items), len(v.items)))
	for i, item := range v.items {
		d.bind(path.at(i), item, target.Index(i))
	}
}

func (d *decoder) str(path Path, v value, target reflect.Value) {
	target.SetString(v.text)
	if v.half > 0 {
		d.fault(path, v.half, "json.surrogate")
	}
}

func (d *decoder) integer(path Path, v value, target reflect.Value) {
	n, code := parseWhole(v.text)
	if code != "" {
		d.fault(path, v.at, code, v.text)
		return
	}
	target.SetInt(n)
}

// emptyMarks are what forms carry where nothing was filled in. None of them is a 0.
var emptyMarks = []string{"", "/", "-", "—", "——", "－", "／", "无", "空"}

// number binds one of the report's own number types.
func (d *decoder) number(path Path, v value, target any) {
	code := Code("")
	switch {
	case v.kind == kindString && slices.Contains(emptyMarks, strings.TrimSpace(v.text)):
		code = "count.mark"
	case v.kind == kindString:
		code = "count.text"
	case v.kind != kindNumber:
		d.wrongType(path, v, kindNumber)
	}
	switch t := target.(type) {
	case *Count:
		code = setNumber(t, v, code, parseCount)
	case *Change:
		code = setNumber(t, v, code, parseChange)
	case *Amount:
		code = setNumber(t, v, code, parseAmount)
	}
	if code != "" {
		d.fault(path, v.at, code, v.text)
	}
}

// setNumber parses a JSON number. Anything else is parsed too, so that target remembers that something stood there.
func setNumber[T any](target *T, v value, code Code, parse func(string) (T, Code)) Code {
	var wrong Code
	if v.kind != kindNumber {
		*target, _ = parse("?")
		return code
	}
	*target, wrong = parse(v.text)
	return wrong
}

func (d *decoder) date(path Path, v value, target *Date) {
	if !d.is(path, v, kindString) || v.text == "" {
		return
	}
	got, ok := ParseDate(v.text)
	if !ok {
		d.fault(path, v.at, "date.form", v.text)
		return
	}
	*target = got
}

func (d *decoder) rank(path Path, v value, target *Rank) {
	if !d.is(path, v, kindString) || v.text == "" {
		return
	}
	if _, known := Rank(v.text).entry(); !known {
		d.fault(path, v.at, "rank.unknown", v.text, strings.Join(rankList(), ", "))
		return
	}
	*target = Rank(v.text)
}

// In names a kind of value in the language.
func (k kind) In(lang string) string {
	names := [...][2]string{
		kindNull: {"空值", "null"}, kindBool: {"真假值", "a boolean"}, kindNumber: {"数字", "a number"},
		kindString: {"文字", "a string"}, kindList: {"列表", "a list"}, kindObject: {"对象", "an object"},
	}
	if isChinese(lang) {
		return names[k][0]
	}
	return names[k][1]
}

func (k kind) String() string { return fmt.Sprintf("%s/%s", k.In("zh"), k.In("en")) }
