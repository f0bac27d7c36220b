package report

import (
	"fmt"
	"io/fs"
	"reflect"
	"slices"
	"strings"

	"github.com/banxin-go/banxin/layout/doc"
)

// Decode reads a report from JSON and gives all that is wrong with the input, each with its line, column and path: unknown
// and repeated fields, wrong types, numbers that are none. source is the file's name for the problems; "" is none.
//
// The report comes back as far as it could be read, so that Check can be asked as well; nothing is told twice. It is nil
// where the input is no JSON object at all. Encoding is json.Marshal's; Decode of what it wrote gives the same report.
//
// An input of another kind gives that as its one problem: DecodeAny reads every kind.
func Decode(data []byte, source string) (*Annual, Problems) {
	d, root, ok := open(data, source)
	if !ok {
		return nil, d.problems
	}
	if name := d.kindOf(root); name != KindAnnual {
		d.fault(Path{{Field: "kind"}}, root.at, "kind.other", name, KindAnnual)
		return nil, d.problems
	}
	a := &Annual{places: d.places}
	d.object(nil, root, reflect.ValueOf(a).Elem(), "kind")
	return a, d.sorted()
}

// open reads the input as JSON; ok is false where it is no object.
func open(data []byte, source string) (d *decoder, root value, ok bool) {
	root, faults, ok := parseJSON(data)
	d = &decoder{
		file: source, lines: newLines(data), known: fieldCache{},
		places: &places{file: source, at: make(map[string]place, 512), told: map[string]bool{}},
	}
	for _, f := range faults {
		d.fault(nil, f.at, f.code, f.args...)
	}
	clear(d.places.told)
	if !ok {
		return d, root, false
	}
	d.note(nil, root.at)
	return d, root, d.is(nil, root, kindObject)
}

// decoder binds JSON values to the fields of a report.
type decoder struct {
	file     string
	files    fs.FS // what documents name; nil: none may be named
	lines    *lines
	places   *places
	problems Problems
	known    fieldCache
	decimals int       // of the chart that is being read
	page     *doc.Page // the sheet's, from which the pages of sections start; nil: that of GB9704
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
	d.note(path, v.at)
	setSrc(path, target)
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
		if !d.docValue(path, v, target) {
			d.plain(path, v, target)
		}
	}
}

// note remembers where the value at the path stands.
func (d *decoder) note(path Path, at int) {
	line, col := d.lines.place(at)
	d.places.at[path.String()] = place{line, col}
}

// plain binds what Go's kinds describe well enough.
func (d *decoder) plain(path Path, v value, target reflect.Value) {
	switch target.Kind() {
	case reflect.Pointer:
		target.Set(reflect.New(target.Type().Elem()))
		d.bind(path, v, target.Elem())
	case reflect.Struct:
		if d.is(path, v, kindObject) {
			d.object(path, v, target, "")
		}
	case reflect.Slice:
		if d.is(path, v, kindList) {
			d.list(path, v, target)
		}
	case reflect.String:
		if d.is(path, v, kindString) {
			d.str(path, v, target)
		}
	case reflect.Bool:
		if d.is(path, v, kindBool) {
			target.SetBool(v.text == "true")
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

// object binds the fields of an object. The one named also has been read already: it says what the object is.
func (d *decoder) object(path Path, v value, target reflect.Value, also string) {
	all := d.known.of(target.Type())
	seen := make(map[string]int, len(v.members))
	for _, m := range v.members {
		f := all.find(m.name)
		file := m.name == "file" && all.find("data") != nil
		if f == nil && !file && (m.name != also || also == "") {
			d.unknown(path, m, all)
			continue
		}
		inner := path.with(Step{Field: m.name})
		if f != nil {
			inner = path.field(f)
		}
		if at, twice := seen[m.name]; twice {
			line, _ := d.lines.place(at)
			d.fault(inner, m.at, "json.duplicate", m.name, line)
			continue
		}
		seen[m.name] = m.at
		switch {
		case f != nil:
			d.bind(inner, m.value, target.Field(f.index))
		case file:
			d.picture(inner, m.value, target.FieldByName("Data"))
		}
	}
}

// unknown reports a field that there is not. "$schema" at the top is left for editors to find the schema by.
func (d *decoder) unknown(path Path, m member, all fields) {
	if len(path) == 0 && m.name == "$schema" && m.value.kind == kindString || len(d.problems) > maxProblems {
		return
	}
	at := path.with(Step{Field: m.name})
	if near := similar(m.name, all); near != "" {
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
