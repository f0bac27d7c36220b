package report

import (
	"fmt"
	"reflect"
)

// node is one value of a report with its names: a field, and the fields below it. Lists have no nodes below them.
type node struct {
	name  string
	zh    string
	src   string // the path, as Path.String gives it
	value reflect.Value
	kids  []node
}

// treeOf gives the nodes of the struct that r points to, in document order. A field for which another stands in is left
// out, and so is what is not given at all.
func treeOf(r any) node {
	v := reflect.ValueOf(r).Elem()
	return node{value: v, kids: kidsOf(v, structFields(v.Type()), "")}
}

func kidsOf(v reflect.Value, fs fields, src string) []node {
	kids := make([]node, 0, len(fs))
	for i := range fs {
		f := &fs[i]
		at := v.Field(f.index)
		if at.Kind() == reflect.Pointer && at.IsNil() || replaced(v, fs, f.name) {
			continue
		}
		at = reflect.Indirect(at)
		n := node{name: f.name, zh: f.zh, src: f.name, value: at}
		if src != "" {
			n.src = src + "." + f.name
		}
		n.kids = kidsOf(at, structFields(at.Type()), n.src)
		kids = append(kids, n)
	}
	return kids
}

// replaced tells whether a field that is given stands in place of the field named.
func replaced(v reflect.Value, fs fields, name string) bool {
	for i := range fs {
		if fs[i].instead == name && !v.Field(fs[i].index).IsZero() {
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
	return node{}
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
