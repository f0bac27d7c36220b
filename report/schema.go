package report

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
)

// Schema is the JSON Schema (2020-12) of what Decode reads: SchemaOf(KindAnnual).
func Schema() []byte { return SchemaOf(KindAnnual) }

// SchemaOf is the JSON Schema (2020-12) of the reports of one kind, made from the types and their tags; nil where there is no
// such kind. The same bytes every time.
//
// It says what a schema can say. Check says the rest: sums, and what one number means for another.
func SchemaOf(kind string) []byte {
	k, known := findKind(kind)
	if !known {
		return nil
	}
	s := &schemas{seen: map[reflect.Type]bool{}, kind: kind}
	root := s.object(k.typ, k.title)
	root = append(object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"$id", "https://github.com/banxin-go/banxin/report/" + kind + ".schema.json"},
	}, root...)
	root = append(root, pair{"$defs", s.defs})
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(root); err != nil {
		return nil // strings, numbers and lists of them always encode
	}
	return out.Bytes()
}

// object is a JSON object whose fields keep their order.
type object []pair

type pair struct {
	name  string
	value any // string, bool, int, []string, object, []object
}

// MarshalJSON writes the fields in order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	b.WriteByte('{')
	for i, p := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := enc.Encode(p.name); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := enc.Encode(p.value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// schemas collects the types that are used by name.
type schemas struct {
	kind string // of the report
	seen map[reflect.Type]bool
	defs object
}

// object describes a struct: its fields in order, which of them must be given, and that there are no others.
func (s *schemas) object(t reflect.Type, title string) object {
	var properties object
	var required []string
	var either []object
	fs := structFields(t)
	if title != "" { // the root
		properties = append(properties, pair{"$schema", object{{"type", "string"}}}, pair{"kind", object{{"enum", []string{s.kind}}}})
		if s.kind != KindAnnual {
			required = append(required, "kind")
		}
	}
	for _, f := range fs {
		properties = append(properties, pair{f.name, s.field(f)})
		if !f.optional {
			required = append(required, f.name)
		}
		if f.instead != "" {
			either = append(either, object{{"oneOf", []object{{{"required", []string{f.instead}}}, {{"required", []string{f.name}}}}}})
		}
	}
	if fs.find("data") != nil {
		properties = append(properties, pair{"file", object{{"title", "图片文件"}, {"description", "relative to this file, in place of data"}, {"type", "string"}}})
	}
	o := object{{"type", "object"}, {"properties", properties}, {"additionalProperties", false}}
	if title != "" {
		o = append(object{{"title", title}}, o...)
	}
	if len(required) > 0 {
		o = append(o, pair{"required", required})
	}
	if len(either) > 0 {
		o = append(o, pair{"allOf", either})
	}
	return o
}

// field describes a field by its type, under its Chinese name.
func (s *schemas) field(f field) object {
	var o object
	if title := (Step{Field: f.name, Zh: f.zh}).plain(); f.zh != "-" {
		o = append(o, pair{"title", title})
	}
	if f.doc != "" {
		o = append(o, pair{"description", f.doc})
	}
	if f.name == "year" {
		return append(o, object{{"type", "integer"}, {"minimum", 2008}, {"maximum", 2100}}...)
	}
	return append(o, s.typeOf(f.typ)...)
}

func (s *schemas) typeOf(t reflect.Type) object {
	switch t {
	case reflect.TypeFor[Count]():
		return object{{"type", "integer"}, {"minimum", 0}, {"maximum", maxNumber}}
	case reflect.TypeFor[Change]():
		return object{{"type", "integer"}, {"minimum", -maxNumber}, {"maximum", maxNumber}}
	case reflect.TypeFor[Amount]():
		return object{{"type", "number"}, {"minimum", 0}, {"maximum", maxNumber / 1000}}
	case reflect.TypeFor[Date]():
		return object{{"type", "string"}, {"format", "date"}}
	case reflect.TypeFor[Rank]():
		return object{{"enum", rankList()}}
	}
	if o := s.docType(t); o != nil {
		return o
	}
	switch t.Kind() {
	case reflect.Pointer:
		return s.typeOf(t.Elem())
	case reflect.Slice:
		return object{{"type", "array"}, {"items", s.typeOf(t.Elem())}}
	case reflect.Struct:
		return s.named(t)
	case reflect.Int:
		return object{{"type", "integer"}}
	case reflect.Bool:
		return object{{"type", "boolean"}}
	}
	if s.kind == KindDocument {
		return object{{"type", "string"}}
	}
	return object{{"type", "string"}, {"pattern", `\S`}}
}

// named describes a struct once, under its own name, and points there.
func (s *schemas) named(t reflect.Type) object {
	name := strings.ToLower(t.Name()[:1]) + t.Name()[1:]
	if !s.seen[t] {
		s.seen[t] = true
		at := len(s.defs)
		s.defs = append(s.defs, pair{name, nil})
		s.defs[at].value = s.object(t, "")
	}
	return object{{"$ref", "#/$defs/" + name}}
}
