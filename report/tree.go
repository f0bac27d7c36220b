package report

import (
	"fmt"
	"reflect"
)

// shape is a field of a report type, and the fields below it. Lists have nothing below them.
type shape struct {
	field
	src  string // the path, as Path.String gives it
	kids []shape
}

// annualShape is read off the tags once: tags are slow to read, and two hundred numbers have them.
var annualShape = shapes(reflect.TypeFor[Annual](), "")

func shapes(t reflect.Type, src string) []shape {
	fs := structFields(t)
	out := make([]shape, len(fs))
	for i, f := range fs {
		at := f.name
		if src != "" {
			at = src + "." + f.name
		}
		out[i] = shape{field: f, src: at, kids: shapes(f.typ, at)}
	}
	return out
}

// node is one value of a report: what its type says of it, the value, and the nodes below.
type node struct {
	*shape
	value reflect.Value
	kids  []node
}

// treeOf gives the nodes of a report in document order. A field for which another stands in is left out, and so is what is
// not given at all.
func treeOf(a *Annual) node {
	v := reflect.ValueOf(a).Elem()
	return node{shape: &shape{}, value: v, kids: nodes(v, annualShape)}
}

func nodes(v reflect.Value, all []shape) []node {
	if len(all) == 0 {
		return nil
	}
	kids := make([]node, 0, len(all))
	for i := range all {
		s := &all[i]
		at := v.Field(s.index)
		if at.Kind() == reflect.Pointer && at.IsNil() || replaced(v, all, s.name) {
			continue
		}
		at = reflect.Indirect(at)
		kids = append(kids, node{shape: s, value: at, kids: nodes(at, s.kids)})
	}
	return kids
}

// replaced tells whether a field that is given stands in place of the field named.
func replaced(v reflect.Value, all []shape, name string) bool {
	for i := range all {
		if all[i].instead == name && !v.Field(all[i].index).IsZero() {
			return true
		}
	}
	return false
}

// kid gives the node of the field named; the zero node where there is none.
func (n node) kid(name string) node {
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
	}
	return node{shape: &shape{}}
}

// leaves calls f for every node without nodes below it.
func (n node) leaves(f func(node)) {
	if len(n.kids) == 0 {
		f(n)
	}
	for _, k := range n.kids {
		k.leaves(f)
	}
}

// text is the value as it is printed.
func (n node) text() string {
	if s, ok := n.value.Addr().Interface().(fmt.Stringer); ok {
		return s.String()
	}
	return ""
}

// labels are the Chinese names of the nodes below n.
func (n node) labels() []string {
	out := make([]string, len(n.kids))
	for i, k := range n.kids {
		out[i] = k.zh
	}
	return out
}

// isBlank tells whether n has numbers below it and none of them is filled in.
func (n node) isBlank() bool {
	numbers, blanks := 0, 0
	for _, k := range n.kids {
		k.leaves(func(leaf node) {
			if v, ok := leaf.value.Addr().Interface().(interface{ IsZero() bool }); ok {
				numbers++
				if v.IsZero() {
					blanks++
				}
			}
		})
	}
	return numbers > 0 && numbers == blanks
}
