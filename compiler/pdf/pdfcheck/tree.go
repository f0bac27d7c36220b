package pdfcheck

import "fmt"

// Element is a structure element.
type Element struct {
	Num    int // object number
	Type   string
	Dict   Dict
	Parent *Element
	Kids   []Kid
	Attr   Dict // all attributes, whatever their owner
	ID     string
}

// Kid is one of an element, a sequence on a page, an annotation.
type Kid struct {
	Element *Element
	Page    int // of a sequence or annotation, from 0
	MCID    int // -1: an annotation
	Annot   int // object number
}

// Tree reads the structure tree.
func (f *File) Tree() (*Element, error) {
	root := f.Dict(f.Catalog().Get("StructTreeRoot"))
	k := f.Array(root.Get("K"))
	if len(k) != 1 {
		return nil, &Fault{"structure", "root", "K is not one element"}
	}
	r := treeReader{File: f, pages: map[int]int{}, seen: map[int]bool{}}
	for i, num := range f.Pages() {
		r.pages[num] = i
	}
	rootRef, _ := f.Catalog().Get("StructTreeRoot").(Ref)
	return r.element(k[0], nil, int(rootRef))
}

type treeReader struct {
	*File
	pages map[int]int // by object number
	seen  map[int]bool
}

func (r *treeReader) element(o Object, parent *Element, parentNum int) (*Element, error) {
	ref, _ := o.(Ref)
	d, ok := r.Resolve(o).(Dict)
	where := fmt.Sprintf("object %d", ref)
	if !ok || r.seen[int(ref)] {
		return nil, &Fault{"structure", where, "no element, or one with two parents"}
	}
	r.seen[int(ref)] = true
	e := &Element{Num: int(ref), Type: r.Name(d.Get("S")), Dict: d, Parent: parent}
	if p, _ := d.Get("P").(Ref); int(p) != parentNum {
		return nil, &Fault{"structure", where, "P does not name the parent"}
	}
	if id, ok := d.Get("ID").(String); ok {
		e.ID = string(id)
	}
	r.attributes(e, d.Get("A"))
	kids := Array{d.Get("K")}
	if a, ok := r.Resolve(d.Get("K")).(Array); ok {
		kids = a
	}
	for _, k := range kids {
		if k == nil {
			continue
		}
		kid, err := r.kid(e, k)
		if err != nil {
			return nil, err
		}
		e.Kids = append(e.Kids, kid)
	}
	return e, nil
}

func (r *treeReader) attributes(e *Element, o Object) {
	switch o := r.Resolve(o).(type) {
	case Dict:
		e.Attr = append(e.Attr, o...)
	case Array:
		for _, a := range o {
			r.attributes(e, a)
		}
	}
}

func (r *treeReader) kid(e *Element, o Object) (Kid, error) {
	where := fmt.Sprintf("object %d", e.Num)
	pageOf := func(d Dict) (int, error) {
		ref, ok := d.Get("Pg").(Ref)
		if !ok {
			ref, _ = e.Dict.Get("Pg").(Ref)
		}
		page, ok := r.pages[int(ref)]
		if !ok {
			return 0, &Fault{"structure", where, "Pg is no page"}
		}
		return page, nil
	}
	if mcid, ok := o.(Int); ok {
		page, err := pageOf(nil)
		return Kid{Page: page, MCID: int(mcid)}, err
	}
	d := r.Dict(o)
	switch r.Name(d.Get("Type")) {
	case "MCR":
		page, err := pageOf(d)
		mcid, ok := r.Int(d.Get("MCID"))
		if !ok {
			return Kid{}, &Fault{"structure", where, "MCR without MCID"}
		}
		return Kid{Page: page, MCID: mcid}, err
	case "OBJR":
		page, err := pageOf(d)
		ref, _ := d.Get("Obj").(Ref)
		return Kid{Page: page, MCID: -1, Annot: int(ref)}, err
	}
	child, err := r.element(o, e, e.Num)
	return Kid{Element: child}, err
}

// walk calls visit for e and all below it, in order.
func (e *Element) walk(visit func(*Element)) {
	visit(e)
	for _, k := range e.Kids {
		if k.Element != nil {
			k.Element.walk(visit)
		}
	}
}

// child gives the elements right below e.
func (e *Element) elements() []*Element {
	var list []*Element
	for _, k := range e.Kids {
		if k.Element != nil {
			list = append(list, k.Element)
		}
	}
	return list
}
