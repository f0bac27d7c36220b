package pdfcheck

import (
	"fmt"
	"strconv"
	"strings"
)

// Tags gives the structure tree as text, read from the file's bytes: one element a line, indented, with its language,
// attributes, texts and the places where it is drawn (page.MCID); the headers of a cell are given by their text.
func Tags(data []byte) (string, error) {
	f, err := Open(data)
	if err != nil {
		return "", err
	}
	root, err := f.Tree()
	if err != nil {
		return "", err
	}
	d := dumper{File: f, byID: map[string]*Element{}}
	root.walk(func(e *Element) {
		if e.ID != "" {
			d.byID[e.ID] = e
		}
	})
	d.element(root, 0)
	return d.out.String(), nil
}

// Text gives the text of the structure tree in its order, one line for each element that has content of its own. ActualText
// stands for what it replaces.
func Text(data []byte) (string, error) {
	f, err := Open(data)
	if err != nil {
		return "", err
	}
	root, err := f.Tree()
	if err != nil {
		return "", err
	}
	d := dumper{File: f}
	d.lines(root)
	return d.out.String(), nil
}

type dumper struct {
	*File
	out  strings.Builder
	byID map[string]*Element
}

func (d *dumper) lines(e *Element) {
	if s := d.own(e); s != "" {
		d.out.WriteString(s + "\n")
	}
	for _, kid := range e.elements() {
		if !inline(kid) {
			d.lines(kid)
		}
	}
}

// inline elements are part of the line that their parent stands on.
func inline(e *Element) bool {
	switch e.Type {
	case "Span", "Link", "Reference":
		return true
	}
	return false
}

// own is the text of e with the inline elements in it.
func (d *dumper) own(e *Element) string {
	if s, ok := e.Dict.Get("ActualText").(String); ok {
		return TextString(s)
	}
	var b strings.Builder
	for _, k := range e.Kids {
		switch {
		case k.Element != nil && inline(k.Element):
			b.WriteString(d.own(k.Element))
		case k.Element == nil && k.MCID >= 0:
			b.WriteString(d.sequence(k))
		}
	}
	return b.String()
}

func (d *dumper) sequence(k Kid) string {
	list, err := d.Page(k.Page)
	if err != nil {
		return "?"
	}
	for _, s := range list {
		if s.MCID == k.MCID {
			return s.Text
		}
	}
	return "?"
}

func (d *dumper) element(e *Element, depth int) {
	d.out.WriteString(strings.Repeat("  ", depth) + e.Type)
	for _, key := range []string{"Lang", "Alt", "ActualText"} {
		if s, ok := e.Dict.Get(key).(String); ok {
			fmt.Fprintf(&d.out, " %s=%q", key, TextString(s))
		}
	}
	for _, p := range e.Attr {
		d.attribute(p)
	}
	var places []string
	text := ""
	for _, k := range e.Kids {
		switch {
		case k.Element != nil:
		case k.MCID >= 0:
			places = append(places, fmt.Sprintf("%d.%d", k.Page+1, k.MCID))
			text += d.sequence(k)
		default:
			places = append(places, fmt.Sprintf("%d.%s", k.Page+1, d.annotation(k.Annot)))
		}
	}
	if len(places) > 0 {
		fmt.Fprintf(&d.out, " [%s]", strings.Join(places, " "))
	}
	if text != "" {
		d.out.WriteString(" 「" + text + "」")
	}
	d.out.WriteByte('\n')
	for _, kid := range e.elements() {
		d.element(kid, depth+1)
	}
}

func (d *dumper) annotation(num int) string {
	a := d.Dict(d.Objects[num])
	if name, ok := a.Get("TU").(String); ok {
		return "field " + strconv.Quote(TextString(name))
	}
	if uri, ok := d.Dict(a.Get("A")).Get("URI").(String); ok {
		return "link " + strconv.Quote(string(uri))
	}
	dest := d.Array(a.Get("Dest"))
	if len(dest) > 0 {
		for i, n := range d.Pages() {
			if dest[0] == Ref(n) {
				return fmt.Sprintf("link to page %d", i+1)
			}
		}
	}
	return "link"
}

func (d *dumper) attribute(p Pair) {
	switch {
	case p.Key == "O":
	case p.Key == "Headers":
		d.out.WriteString(" Headers=")
		for i, h := range d.Array(p.Value) {
			if i > 0 {
				d.out.WriteByte('|')
			}
			id, _ := h.(String)
			if e := d.byID[string(id)]; e != nil {
				d.out.WriteString(d.all(e))
			} else {
				d.out.WriteString("?")
			}
		}
	default:
		fmt.Fprintf(&d.out, " %s=%s", p.Key, show(p.Value))
	}
}

// all is the text of e and of everything in it.
func (d *dumper) all(e *Element) string {
	s := d.own(e)
	for _, kid := range e.elements() {
		if !inline(kid) {
			s += d.all(kid)
		}
	}
	return s
}

func show(o Object) string {
	switch o := o.(type) {
	case Int:
		return strconv.FormatInt(int64(o), 10)
	case Real:
		return string(o)
	case Name:
		return string(o)
	case String:
		return strconv.Quote(TextString(o))
	case Array:
		parts := make([]string, len(o))
		for i, e := range o {
			parts[i] = show(e)
		}
		return "[" + strings.Join(parts, " ") + "]"
	}
	return "?"
}
