package pdfread

import (
	"strings"

	"github.com/banxin-go/banxin/compiler/printed"
)

// Printed gives what the document shows, read along the structure tree (ISO 32000-1 14.7), as far as it stands on pages that the
// page tree has: a page that has been taken out may still have its tags. Artifacts, page numbers and repeated table heads, are no
// part of the document. What is written on a page and is neither tagged nor an artifact, which no tagged file has by itself, comes
// last, page by page.
func (f *File) Printed() (printed.Document, error) {
	root := f.dict(f.catalog().get("StructTreeRoot"))
	if root == nil {
		return nil, ErrUntagged
	}
	order := f.pages()
	r := reader{File: f, pages: map[int]*page{}, seen: map[int]bool{}}
	for _, num := range order {
		r.pages[num] = nil
	}
	for _, k := range f.list(root.get("K")) {
		r.block(r.element(k, 0))
	}
	for _, num := range order {
		r.text(&r.page(num).stray)
		r.written(f.dict(ref(num)))
	}
	return r.out, nil
}

// reader walks the structure tree.
type reader struct {
	*File
	pages map[int]*page // those of the page tree; nil: not read yet
	seen  map[int]bool  // elements by number: an element has one parent
	out   printed.Document
}

// element is a structure element; kids are read when they are asked for.
type element struct {
	dict
	role  string
	page  object // Pg, where it has content of its own
	depth int
}

// maxNesting bounds how deep elements stand in each other.
const maxNesting = 200

// element reads an element; the zero element where o is none, or has been read before.
func (r *reader) element(o object, depth int) element {
	if num, ok := o.(ref); ok {
		if r.seen[int(num)] {
			return element{}
		}
		r.seen[int(num)] = true
	}
	d, ok := r.resolve(o).(dict)
	if !ok || depth > maxNesting {
		return element{}
	}
	return element{dict: d, role: r.name(d.get("S")), page: d.get("Pg"), depth: depth}
}

// kids calls one of its functions for each kid, in order.
func (r *reader) kids(e element, text func(string), below func(element)) {
	for _, k := range r.list(e.get("K")) {
		if n, ok := r.int(k); ok {
			text(r.content(e.page, n))
			continue
		}
		d := r.dict(k)
		switch r.name(d.get("Type")) {
		case "MCR":
			at := d.get("Pg")
			if at == nil {
				at = e.page
			}
			if n, ok := r.int(d.get("MCID")); ok {
				text(r.content(at, n))
			}
		case "OBJR":
		default:
			if kid := r.element(k, e.depth+1); kid.role != "" {
				below(kid)
			}
		}
	}
}

// content is the text of a marked-content sequence.
func (r *reader) content(at object, mcid int) string {
	num, ok := at.(ref)
	if !ok {
		return ""
	}
	if _, shown := r.pages[int(num)]; !shown {
		return ""
	}
	return r.page(int(num)).texts[mcid]
}

// page gives a page of the page tree.
func (r *reader) page(num int) *page {
	if r.pages[num] == nil {
		r.pages[num] = r.readPage(r.dict(ref(num)))
	}
	return r.pages[num]
}

// written adds what somebody has written on a page in a program for comments (12.5.6.6): it is printed like text.
func (r *reader) written(page dict) {
	for _, o := range r.list(page.get("Annots")) {
		if d := r.dict(o); r.name(d.get("Subtype")) == "FreeText" {
			var s strings.Builder
			s.WriteString(r.File.text(d.get("Contents")))
			r.text(&s)
		}
	}
}

// block reads an element that may stand by itself.
func (r *reader) block(e element) {
	switch e.role {
	case "", "TOC", "Figure", "Lbl", "Artifact":
	case "Table":
		r.table(e)
	default:
		var own strings.Builder
		r.kids(e, func(s string) { own.WriteString(s) }, func(kid element) {
			if inline(kid.role) {
				r.inside(kid, &own)
				return
			}
			r.text(&own)
			r.block(kid)
		})
		r.text(&own)
	}
}

// text ends a stretch of text.
func (r *reader) text(s *strings.Builder) {
	if printed.Normal(s.String()) != "" {
		r.out = append(r.out, printed.Block{Text: s.String()})
	}
	s.Reset()
}

// inline elements are part of the text they stand in (14.8.4.4).
func inline(role string) bool {
	switch role {
	case "Span", "Quote", "Reference", "Code", "Link", "Annot", "Em", "Strong":
		return true
	}
	return false
}

// inside adds all text of an element and of those in it.
func (r *reader) inside(e element, out *strings.Builder) {
	if e.role == "Lbl" || e.role == "Figure" {
		return
	}
	r.kids(e, func(s string) { out.WriteString(s) }, func(kid element) { r.inside(kid, out) })
}

// table reads caption, rows and cells.
func (r *reader) table(e element) {
	var rows [][]printed.Cell
	var group func(element)
	group = func(e element) {
		switch e.role {
		case "TR":
			rows = append(rows, r.row(e))
		case "Caption":
			r.block(e)
		case "THead", "TBody", "TFoot", "Table":
			r.kids(e, func(string) {}, group)
		}
	}
	group(e)
	r.out = append(r.out, printed.Block{Table: printed.Place(rows)})
}

func (r *reader) row(e element) (cells []printed.Cell) {
	r.kids(e, func(string) {}, func(kid element) {
		if kid.role != "TH" && kid.role != "TD" {
			return
		}
		c := printed.Cell{Rows: 1, Cols: 1}
		for _, a := range r.list(kid.get("A")) {
			c.Rows, c.Cols = r.or(r.dict(a).get("RowSpan"), c.Rows), r.or(r.dict(a).get("ColSpan"), c.Cols)
		}
		var text strings.Builder
		r.inside(kid, &text)
		c.Text = text.String()
		cells = append(cells, c)
	})
	return cells
}
