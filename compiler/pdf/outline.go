package pdf

import "github.com/banxin-go/banxin/layout/display"

// bookmark is an outline item with its relations; -1 is none.
type bookmark struct {
	parent, prev, next, first, last, count int
}

// writeOutline writes the bookmarks (ISO 32000-1 12.3.3), nested by their levels and all open; 0 where there are none. Their
// titles take the catalog's language.
func (w *writer) writeOutline() ref {
	marks := w.doc.Outline
	if len(marks) == 0 {
		return 0
	}
	items, top := nest(marks)
	root := w.reserve(1 + len(marks))
	at := func(i int) ref { return root + 1 + ref(i) }
	w.object(root, func(v value) {
		v.dict(func(d dict) {
			d.key("Type").name("Outlines")
			relations(d, top, at)
			d.key("Count").int(len(marks))
		})
	})
	for i, m := range marks {
		w.object(at(i), func(v value) {
			v.dict(func(d dict) {
				d.key("Title").text(m.Title)
				d.key("Parent").ref(at(items[i].parent)) // the root stands before item 0, at -1
				relations(d, items[i], at)
				if n := items[i].count; n > 0 {
					d.key("Count").int(n)
				}
				w.dest(d, m.Dest)
			})
		})
	}
	return root
}

func relations(d dict, b bookmark, at func(int) ref) {
	for _, r := range []struct {
		key string
		to  int
	}{{"Prev", b.prev}, {"Next", b.next}, {"First", b.first}, {"Last", b.last}} {
		if r.to >= 0 {
			d.key(r.key).ref(at(r.to))
		}
	}
}

// nest finds the relations: the parent of a bookmark is the last one before it with a smaller level.
func nest(marks []display.Mark) (items []bookmark, top bookmark) {
	top = bookmark{parent: -1, prev: -1, next: -1, first: -1, last: -1}
	items = make([]bookmark, len(marks))
	var open []int // the way from the top to the last bookmark
	for i, m := range marks {
		for len(open) > 0 && marks[open[len(open)-1]].Level >= m.Level {
			open = open[:len(open)-1]
		}
		parent, above := -1, &top
		if len(open) > 0 {
			parent = open[len(open)-1]
			above = &items[parent]
		}
		items[i] = bookmark{parent: parent, prev: above.last, next: -1, first: -1, last: -1}
		if above.last >= 0 {
			items[above.last].next = i
		} else {
			above.first = i
		}
		above.last = i
		for _, up := range open {
			items[up].count++
		}
		open = append(open, i)
	}
	return items, top
}

// dest writes an explicit destination: the page with the height at the window's top, the zoom left as it is. An explicit
// one needs no action, and so is allowed in PDF/X too.
func (w *writer) dest(d dict, to display.Dest) {
	d.key("Dest").array(func(a array) {
		a.item().ref(w.pageRef(to.Page))
		a.item().name("XYZ")
		a.item().null()
		a.item().length(w.heights[to.Page] - to.Y)
		a.item().null()
	})
}
