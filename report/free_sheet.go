package report

import (
	"reflect"
	"slices"
	"strings"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// sheetFirst puts the sheet before the sections, whose pages start from it, in whatever order they are written.
func sheetFirst(root value) value {
	root.members = slices.Clone(root.members)
	slices.SortStableFunc(root.members, func(a, b member) int {
		return sectionsLast(a) - sectionsLast(b)
	})
	return root
}

func sectionsLast(m member) int {
	if m.name == "sections" {
		return 1
	}
	return 0
}

// sheet binds what differs from GB9704.
func (d *decoder) sheet(at Path, v value, t **doc.Sheet) {
	if !d.is(at, v, kindObject) {
		return
	}
	*t = doc.GB9704()
	d.object(at, v, reflect.ValueOf(*t).Elem(), "")
	d.page = &(*t).Page
}

// sectionPage binds what differs from the sheet's page.
func (d *decoder) sectionPage(at Path, v value, t **doc.Page) {
	if !d.is(at, v, kindObject) {
		return
	}
	base := doc.GB9704().Page
	if d.page != nil {
		base = *d.page
	}
	if v := v.member("turned"); v != nil && v.text == "true" {
		base = *base.Turn()
	}
	base.Head, base.Foot = slices.Clone(base.Head), slices.Clone(base.Foot)
	*t = &base
	d.object(at, v, reflect.ValueOf(*t).Elem(), "")
}

// styles binds changes to the styles of the sheet by id. A new style starts as Normal.
func (d *decoder) styles(at Path, v value, t *[]doc.Style) {
	if !d.is(at, v, kindList) {
		return
	}
	for i, item := range v.items {
		inner := at.at(i)
		d.note(inner, item.at)
		if !d.is(inner, item, kindObject) {
			continue
		}
		id := item.member("id")
		if id == nil || id.text == "" {
			d.fault(inner.with(Step{Field: "id", Zh: docNames["ID"]}), item.at, "field.missing")
			continue
		}
		d.object(inner, item, reflect.ValueOf(styleFor(t, id.text)).Elem(), "")
	}
}

// styleFor gives the style with the id, a new one where there is none.
func styleFor(list *[]doc.Style, id string) *doc.Style {
	for i := range *list {
		if (*list)[i].ID == id {
			return &(*list)[i]
		}
	}
	s := doc.Style{}
	if normal := slices.IndexFunc(*list, func(s doc.Style) bool { return s.ID == "Normal" }); normal >= 0 {
		s = (*list)[normal]
	}
	s.ID, s.Name = id, id
	*list = append(*list, s)
	return &(*list)[len(*list)-1]
}

// paper binds a size of paper: "A4", "A4 landscape", "210mm x 297mm".
func (d *decoder) paper(at Path, v value, t *unit.Size) {
	if !d.is(at, v, kindString) {
		return
	}
	if size, ok := parsePaper(v.text); ok {
		*t = size
		return
	}
	d.fault(at, v.at, "paper.form", v.text)
}

func parsePaper(s string) (unit.Size, bool) {
	name, turned := strings.CutSuffix(s, " landscape")
	for _, p := range papers {
		switch {
		case p.name == name && turned:
			return unit.Size{W: p.size.H, H: p.size.W}, true
		case p.name == name:
			return p.size, true
		}
	}
	w, h, ok := strings.Cut(strings.ReplaceAll(s, "×", "x"), "x")
	width, errW := unit.Parse(strings.TrimSpace(w))
	height, errH := unit.Parse(strings.TrimSpace(h))
	fits := errW == nil && errH == nil && width > 0 && height > 0 && width < maxLength && height < maxLength
	return unit.Size{W: width, H: height}, ok && fits
}

// paperName is what parsePaper reads.
func paperName(s unit.Size) string {
	for _, p := range papers {
		switch {
		case p.size == s:
			return p.name
		case p.size.W == s.H && p.size.H == s.W:
			return p.name + " landscape"
		}
	}
	return lengthText(s.W) + " x " + lengthText(s.H)
}
