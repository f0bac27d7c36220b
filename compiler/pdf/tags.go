package pdf

import (
	"github.com/banxin-go/banxin/layout/display"
)

func (w *writer) nodeRef(n *display.Node) ref { return w.elements.ref(n.Num) }

// writeStructure writes the structure tree (ISO 32000-1 14.7.2) and returns its root's number.
func (w *writer) writeStructure() ref {
	root := w.reserve(1)
	w.writeElement(w.doc.Root, root)
	parents := w.writeParentTree()
	ids := w.writeIDTree()
	w.object(root, func(v value) {
		v.dict(func(d dict) {
			d.key("Type").name("StructTreeRoot")
			d.key("K").array(func(a array) { a.item().ref(w.nodeRef(w.doc.Root)) })
			d.key("ParentTree").ref(parents)
			d.key("ParentTreeNextKey").int(w.doc.Count + w.annotationParents())
			if ids != 0 {
				d.key("IDTree").ref(ids)
			}
		})
	})
	return root
}

// writeElement writes n and what is below it. Type is optional in an element, and left out: there may be millions.
func (w *writer) writeElement(n *display.Node, parent ref) {
	id := w.nodeRef(n)
	w.elementObject(n.Role, id, func(v value) {
		v.dict(func(d dict) {
			d.key("S").name(w.typeName(n))
			d.key("P").ref(parent)
			w.attributes(d, n)
			if w.elements.named.has(n.Num) {
				d.key("ID").number(int(n.Num), w.idDigits())
			}
			if n.Extra != nil {
				texts(d, n.Extra)
			}
			w.kids(d, n)
		})
	})
	for _, kid := range n.Kids {
		w.writeElement(kid, id)
	}
}

func texts(d dict, x *display.Extra) {
	if x.Lang != "" {
		d.key("Lang").text(x.Lang)
	}
	if x.Alt != "" {
		d.key("Alt").text(x.Alt)
	}
	if x.Actual != "" {
		d.key("ActualText").text(x.Actual)
	}
}

// kids writes K, and Pg, the page of the first content item; items of other pages name theirs.
func (w *writer) kids(d dict, n *display.Node) {
	own := w.marks.of(n.Num)
	var page int32
	if own.ok {
		page = w.marks.at(own.first).page
		d.key("Pg").ref(w.pageRef(int(page)))
	}
	switch {
	case n == w.doc.Root && w.field.Signing != nil:
		d.key("K").array(func(a array) { w.mixed(a, n, page); a.item().ref(w.field.element) })
	case !own.ok && len(n.Kids) == 0:
	case !own.ok && len(n.Kids) == 1:
		d.key("K").ref(w.nodeRef(n.Kids[0]))
	case own.ok && len(n.Kids) == 0 && len(own.more) == 0:
		w.contentItem(d.key("K"), w.marks.at(own.first), page)
	default:
		d.key("K").array(func(a array) { w.mixed(a, n, page) })
	}
}

// mixed writes elements and content items in reading order: an element stands where the first thing drawn of it stands.
func (w *writer) mixed(a array, n *display.Node, page int32) {
	own := w.marks.of(n.Num)
	for _, kid := range n.Kids {
		if own.ok {
			kidAt, drawn := w.marks.begins(kid)
			for ; drawn && own.ok && own.first < kidAt; own.next() {
				w.contentItem(a.item(), w.marks.at(own.first), page)
			}
		}
		a.item().ref(w.nodeRef(kid))
	}
	for ; own.ok; own.next() {
		w.contentItem(a.item(), w.marks.at(own.first), page)
	}
}

// contentItem writes a number where that is enough, else a marked-content or object reference (14.7.4).
func (w *writer) contentItem(v value, m mark, page int32) {
	switch {
	case m.what < 0:
		v.dict(func(d dict) {
			d.key("Type").name("OBJR")
			d.key("Obj").ref(ref(-m.what))
			d.key("Pg").ref(w.pageRef(int(m.page)))
		})
	case m.page == page:
		v.int(int(m.what))
	default:
		v.dict(func(d dict) {
			d.key("Type").name("MCR")
			d.key("Pg").ref(w.pageRef(int(m.page)))
			d.key("MCID").int(int(m.what))
		})
	}
}

// attributes writes A (14.8.5): what a table's cell, a list and a figure have beside their type.
func (w *writer) attributes(d dict, n *display.Node) {
	switch {
	case n.Role == display.RoleTH || n.Role == display.RoleTD:
		if n.RowSpan > 1 || n.ColSpan > 1 || n.Scope != display.NoScope || len(n.Headers) > 0 {
			d.key("A").dict(func(d dict) { w.cellAttributes(d, n) })
		}
	case n.Extra == nil:
	case n.Role == display.RoleTable && n.Extra.Summary != "":
		d.key("A").dict(func(d dict) {
			d.key("O").name("Table")
			d.key("Summary").text(n.Extra.Summary)
		})
	case n.Role == display.RoleL && n.Extra.Numbering != "":
		d.key("A").dict(func(d dict) {
			d.key("O").name("List")
			d.key("ListNumbering").name(n.Extra.Numbering)
		})
	case n.Extra.Box != nil && n.Extra.Page >= 0 && n.Extra.Page < len(w.heights):
		d.key("A").dict(func(d dict) {
			d.key("O").name("Layout")
			d.key("Placement").name("Block")
			d.key("BBox").box(*n.Extra.Box, w.heights[n.Extra.Page])
		})
	}
}

// cellAttributes leaves out what is a default: spans of 1. Headers stand beside Scope because only they are unambiguous with
// merged heads of two levels.
func (w *writer) cellAttributes(d dict, n *display.Node) {
	d.key("O").name("Table")
	if n.RowSpan > 1 {
		d.key("RowSpan").int(int(n.RowSpan))
	}
	if n.ColSpan > 1 {
		d.key("ColSpan").int(int(n.ColSpan))
	}
	if n.Scope != display.NoScope {
		d.key("Scope").name(n.Scope.String())
	}
	if len(n.Headers) > 0 {
		d.key("Headers").array(func(a array) {
			for _, h := range n.Headers {
				a.item().number(int(h.Num), w.idDigits())
			}
		})
	}
}

// kindOf sorts out what a table has thousands of; each kind has numbers in a row and object streams of its own.
func kindOf(role display.Role) int {
	switch role {
	case display.RoleTD:
		return 0
	case display.RoleTH:
		return 1
	case display.RoleTR:
		return 2
	}
	return gridKinds
}

func (w *writer) elementObject(role display.Role, id ref, fill func(value)) {
	if kind := kindOf(role); kind < gridKinds {
		w.alike(kind, id, fill)
	} else {
		w.object(id, fill)
	}
}

// numberElements gives each structure node its object number. Rows and cells have theirs in a block, and room in object streams.
func (w *writer) numberElements() {
	alike := w.elements.number()
	if w.plain {
		return
	}
	w.places.block, w.places.blocks = w.elements.first, alike
	for kind := range w.grids {
		w.grids[kind].expect(w.elements.kinds[kind].count)
	}
}
