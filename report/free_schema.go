package report

import (
	"reflect"
	"slices"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// docType describes what package doc has beyond Go's kinds, and the short forms; nil is any other type.
func (s *schemas) docType(t reflect.Type) object {
	if words, ok := docWords[t]; ok {
		return object{{"enum", slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "" })}}
	}
	text := object{{"type", "string"}}
	switch t {
	case reflect.TypeFor[unit.Length]():
		return s.length()
	case reflect.TypeFor[unit.Size]():
		return object{{"type", "string"}, {"pattern", `^(A3|A4|A5|B5)( landscape)?$|^\S+ ?[x×] ?\S+$`}}
	case reflect.TypeFor[doc.Chars]():
		return object{{"type", "number"}, {"minimum", -100}, {"maximum", 100}}
	case reflect.TypeFor[doc.Gray]():
		return object{{"type", "integer"}, {"minimum", 0}, {"maximum", 100}}
	case reflect.TypeFor[[]byte]():
		return object{{"type", "string"}, {"contentEncoding", "base64"}}
	case reflect.TypeFor[[]int64]():
		return object{{"type", "array"}, {"items", object{{"type", "number"}}}}
	case reflect.TypeFor[[]doc.Span]():
		return s.texts()
	case reflect.TypeFor[doc.Block]():
		return s.blocks()
	case reflect.TypeFor[doc.Row]():
		return anyOf(object{{"type", "array"}, {"items", s.typeOf(reflect.TypeFor[doc.Cell]())}}, s.named(t))
	case reflect.TypeFor[doc.Column]():
		return anyOf(object{{"type", "integer"}, {"minimum", 0}}, s.length(), s.named(t))
	case reflect.TypeFor[doc.Cell]():
		return anyOf(text, object{{"type", "number"}}, object{{"type", "null"}}, s.texts().inside(), s.named(t))
	case reflect.TypeFor[doc.Item]():
		return anyOf(text, s.texts().inside(), s.named(t))
	case reflect.TypeFor[*doc.List]():
		return s.sublist(t)
	}
	return nil
}

// sublist describes a list in a list, which says of itself only what a list can be.
func (s *schemas) sublist(t reflect.Type) object {
	if !s.seen[t] {
		s.seen[t] = true
		at := len(s.defs)
		s.defs = append(s.defs, pair{"sublist", nil})
		s.defs[at].value = s.object(t.Elem(), "")
	}
	return object{{"$ref", "#/$defs/sublist"}}
}

func anyOf(list ...object) object { return object{{"anyOf", list}} }

func (s *schemas) length() object {
	return object{{"type", "string"}, {"pattern", `^-?[0-9]+(\.[0-9]+)?(pt|mm|cm|in|twip|emu)$|^[初小一二三四五六七八][号初一二三四五六]$`}}
}

// texts describes stretches of text: a string, an object, or a list of both.
func (s *schemas) texts() object {
	one := anyOf(object{{"type", "string"}}, s.named(reflect.TypeFor[doc.Span]()))
	return anyOf(object{{"type", "string"}}, s.named(reflect.TypeFor[doc.Span]()), object{{"type", "array"}, {"items", one}})
}

// inside gives the list of texts, which is what remains where strings and objects mean something else or stand beside it.
func (o object) inside() object {
	list, _ := o[0].value.([]object)
	return list[len(list)-1]
}

// blocks describes a block: a paragraph as a string, or an object with its type.
func (s *schemas) blocks() object {
	list := []object{{{"type", "string"}}}
	for _, b := range blockTypes {
		list = append(list, s.typed(b))
	}
	return anyOf(list...)
}

// typed describes a kind of block under its own name, and points there.
func (s *schemas) typed(b blockType) object {
	if !s.seen[b.typ] {
		s.seen[b.typ] = true
		at := len(s.defs)
		s.defs = append(s.defs, pair{b.name, nil})
		o := s.object(b.typ, "")
		properties, _ := o[1].value.(object)
		properties = append(object{{"type", object{{"enum", []string{b.name}}}}}, properties...)
		o[1].value = properties
		s.defs[at].value = append(o, pair{"required", []string{"type"}})
	}
	return object{{"$ref", "#/$defs/" + b.name}}
}
