package pdf

import (
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

func (w *writer) pageRef(n int) ref { return w.firstPage + ref(2*n) }

// page paints page n and writes it. Once a fault is known nothing more is written: later pages are painted only to find the
// other faults.
func (w *writer) page(n int) {
	if w.err != nil {
		return
	}
	p := w.doc.Paint(n)
	if !pageSizeOK(p.Size) {
		w.faults.add(&LimitError{Fault: PageSize, Page: n})
	}
	w.heights = append(w.heights, p.Size.H)
	w.labels = append(w.labels, p.Label)
	w.marks.newPage()
	c := &w.canvas
	c.begin(w, n, p.Size.H)
	c.draw(p.Items)
	c.cropMarks(p.Size)
	w.fieldOnPage(n, p.Size)
	if len(w.faults.list) > 0 {
		return
	}
	w.check(c.err)
	w.stream(w.pageRef(n)+1, func(dict) {}, c.b)
	w.object(w.pageRef(n), func(v value) { w.pageDict(v, n, p) })
	w.pageMarks = append(w.pageMarks, w.add(func(v value) {
		v.array(func(a array) {
			for _, num := range c.owners {
				a.item().ref(w.elements.ref(num))
			}
		})
	}))
}

// pageDict names its resources itself, not by inheritance (ISO 19005-2 6.2.2). One dictionary serves all pages, so that
// fonts need not be known when the first page is written.
func (w *writer) pageDict(v value, n int, p *display.Page) {
	v.dict(func(d dict) {
		d.key("Type").name("Page")
		d.key("Parent").ref(w.pageTree)
		w.sheetBoxes(d, p.Size)
		d.key("Resources").ref(w.resources)
		d.key("Contents").ref(w.pageRef(n) + 1)
		d.key("StructParents").int(n)
		d.key("Tabs").name("S") // ISO 14289-1 7.18.3
		if len(w.canvas.annots) > 0 {
			d.key("Annots").array(func(a array) {
				for _, id := range w.canvas.annots {
					a.item().ref(id)
				}
			})
		}
	})
}

// box writes a rectangle of a page whose height is h: the only place besides content.flip where Y turns upwards.
func (v value) box(r unit.Rect, h unit.Length) {
	v.array(func(a array) {
		a.item().length(r.X)
		a.item().length(h - r.Bottom())
		a.item().length(r.Right())
		a.item().length(h - r.Y)
	})
}

func (w *writer) writePageTree() {
	w.object(w.pageTree, func(v value) {
		v.dict(func(d dict) {
			d.key("Type").name("Pages")
			d.key("Count").int(w.doc.Count)
			d.key("Kids").array(func(a array) {
				for n := range w.doc.Count {
					a.item().ref(w.pageRef(n))
				}
			})
		})
	})
}

func (w *writer) writeResources(fonts []ref) {
	srgb := w.defaultRGB()
	w.object(w.resources, func(v value) {
		v.dict(func(d dict) {
			if len(fonts) > 0 {
				d.key("Font").dict(func(d dict) {
					for i, id := range fonts {
						d.key(w.fonts[i].name).ref(id)
					}
				})
			}
			w.colourSpaces(d, srgb)
			if w.multiplies {
				multiplyState(d)
			}
			if len(w.images.list) > 0 {
				d.key("XObject").dict(func(d dict) {
					for _, im := range w.images.list {
						d.key(im.name).ref(im.id)
					}
				})
			}
		})
	})
}

// colourSpaces writes the resources that are neither device colours nor those of pictures.
func (w *writer) colourSpaces(d dict, srgb ref) {
	marks := w.print != nil && w.print.Marks && w.intent == cmyk
	if srgb == 0 && !marks {
		return
	}
	d.key("ColorSpace").dict(func(d dict) {
		if srgb != 0 {
			(&picture{space: rgb}).colours(d.key("DefaultRGB"), srgb)
		}
		if marks {
			registrationSpace(d.key(registration))
		}
	})
}
