package pdfcheck

import (
	"fmt"
	"slices"
)

// structure checks the tree, and that it and the pages name each other.
func (c *checker) structure() {
	root, err := c.Tree()
	if err != nil {
		c.faults = append(c.faults, err)
		return
	}
	s := &treeChecker{checker: c, byID: map[string]*Element{}, owner: map[place]*Element{}, annots: map[int]*Element{}}
	root.walk(s.collect)
	root.walk(s.element)
	s.parentTree()
	s.idTree()
	c.headings(root)
}

// place is where a sequence is.
type place struct{ page, mcid int }

type treeChecker struct {
	*checker
	byID   map[string]*Element
	owner  map[place]*Element
	annots map[int]*Element // by object number
}

func (e *Element) where() string { return fmt.Sprintf("%s, object %d", e.Type, e.Num) }

// collect notes IDs and content items; each may be claimed once.
func (s *treeChecker) collect(e *Element) {
	if e.ID != "" {
		if s.byID[e.ID] != nil {
			s.fault("id-tree", e.where(), "ID %q twice", e.ID)
		}
		s.byID[e.ID] = e
	}
	for _, k := range e.Kids {
		switch {
		case k.Element != nil:
		case k.MCID < 0:
			if s.annots[k.Annot] != nil || e.Type != "Link" && e.Type != "Form" {
				s.fault("link", e.where(), "annotation %d has two elements, or one that is neither Link nor Form", k.Annot)
			}
			s.annots[k.Annot] = e
		default:
			p := place{k.Page, k.MCID}
			if s.owner[p] != nil {
				s.fault("parent-tree", e.where(), "MCID %d of page %d has two elements", k.MCID, k.Page+1)
			}
			s.owner[p] = e
		}
	}
}

// parents says for each type what may stand around it (ISO 32000-1 14.8.4, ISO 14289-1 7.2); types not listed may stand
// anywhere.
var parents = map[string][]string{
	"TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"}, "THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"},
	"LI": {"L"}, "LBody": {"LI"}, "TOCI": {"TOC"}, "Caption": {"Table", "L", "TOC", "Figure", "Div"}, // in a Div beside the Figure
}

// kids says for each type what alone may stand right below it.
var kids = map[string][]string{
	"Table": {"TR", "THead", "TBody", "TFoot", "Caption"}, "THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"}, "TR": {"TH", "TD"},
	"L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody"}, "TOC": {"TOC", "TOCI", "Caption"},
}

// standard are the types of ISO 32000-1 14.8.4 that we use.
var standard = []string{"Document", "Part", "Sect", "Div", "H1", "H2", "H3", "H4", "H5", "H6", "P", "L", "LI", "Lbl", "LBody", "Table",
	"Caption", "THead", "TBody", "TFoot", "TR", "TH", "TD", "Figure", "Formula", "Link", "Span", "Reference", "Note", "TOC", "TOCI", "Form"}

func (s *treeChecker) element(e *Element) {
	if !slices.Contains(standard, e.Type) {
		s.fault("type", e.where(), "no standard type")
	}
	if allowed := parents[e.Type]; allowed != nil && (e.Parent == nil || !slices.Contains(allowed, e.Parent.Type)) {
		s.fault("nesting", e.where(), "stands below a wrong element")
	}
	if allowed := kids[e.Type]; allowed != nil {
		for _, kid := range e.elements() {
			if !slices.Contains(allowed, kid.Type) {
				s.fault("nesting", e.where(), "has a %s", kid.Type)
			}
		}
	}
	if lang, ok := e.Dict.Get("Lang").(String); ok && !langTag.MatchString(TextString(lang)) {
		s.fault("lang", e.where(), "%q", string(lang))
	}
	s.attributes(e)
	switch e.Type {
	case "Table":
		s.table(e)
	case "Figure":
		s.figure(e)
	case "Note":
		if e.ID == "" {
			s.fault("note", e.where(), "no ID")
		}
	case "Link":
		s.link(e)
	case "Form": // ISO 14289-1 7.18.4: nothing but its widget
		if len(e.Kids) != 1 {
			s.fault("field", e.where(), "%d kids, want the widget alone", len(e.Kids))
		}
		s.link(e)
	}
}

// attributes: names and numbers that a validator lets pass.
func (s *treeChecker) attributes(e *Element) {
	for _, p := range e.Attr {
		ok := true
		switch p.Key {
		case "O":
			ok = slices.Contains([]Object{Name("Table"), Name("List"), Name("Layout")}, p.Value)
		case "Scope":
			ok = e.Type == "TH" && slices.Contains([]string{"Row", "Column", "Both"}, s.Name(p.Value))
		case "RowSpan", "ColSpan":
			n, isInt := s.Int(p.Value)
			ok = isInt && n > 1
		case "Headers":
			ok = len(s.Array(p.Value)) > 0
		case "Summary":
			ok = e.Type == "Table"
		case "ListNumbering":
			ok = slices.Contains([]string{"None", "Disc", "Circle", "Square", "Decimal", "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha"}, s.Name(p.Value))
		case "Placement":
			ok = slices.Contains([]string{"Block", "Inline", "Before", "Start", "End"}, s.Name(p.Value))
		case "BBox":
			_, ok = s.rect(p.Value)
		default:
			ok = false
		}
		if !ok {
			s.fault("attribute", e.where(), "%s %s", p.Key, show(p.Value))
		}
	}
}

func (s *treeChecker) figure(e *Element) {
	alt, _ := e.Dict.Get("Alt").(String)
	actual, _ := e.Dict.Get("ActualText").(String)
	if len(alt) == 0 && len(actual) == 0 {
		s.fault("figure", e.where(), "no Alt")
	}
	box, ok := s.rect(e.Attr.Get("BBox"))
	media, _ := s.rect(s.Dict(e.Dict.Get("Pg")).Get("MediaBox"))
	if !ok || !box.inside(media) {
		s.fault("figure", e.where(), "no BBox on its page")
	}
}

func (s *treeChecker) link(e *Element) {
	for _, k := range e.Kids {
		if k.Element == nil && k.MCID < 0 {
			return
		}
	}
	s.fault("link", e.where(), "no annotation")
}

// parentTree: content and elements name each other, one to one.
func (s *treeChecker) parentTree() {
	root := s.Dict(s.Catalog().Get("StructTreeRoot"))
	entries := s.entries("Nums", root.Get("ParentTree"))
	byKey := map[int]Object{}
	last := -1
	for _, e := range entries {
		n, ok := s.Int(e[0])
		if !ok || n <= last {
			s.fault("parent-tree", "ParentTree", "keys do not rise at %v", e[0])
		}
		byKey[n], last = e[1], n
	}
	if next, _ := s.Int(root.Get("ParentTreeNextKey")); next <= last {
		s.fault("parent-tree", "StructTreeRoot", "ParentTreeNextKey %d is in use", next)
	}
	used := map[int]bool{}
	for n, num := range s.Pages() {
		page := s.Dict(s.Objects[num])
		key, ok := s.Int(page.Get("StructParents"))
		if !ok || used[key] {
			s.fault("parent-tree", pageName(n), "no StructParents of its own")
			continue
		}
		used[key] = true
		s.pageParents(n, s.Array(byKey[key]))
		for _, a := range s.Array(page.Get("Annots")) {
			s.annotParent(a, byKey, used)
		}
	}
	if len(used) != len(byKey) {
		s.fault("parent-tree", "ParentTree", "%d entries, %d in use", len(byKey), len(used))
	}
	if len(s.annots) > 0 {
		s.fault("link", "structure", "%d annotations are on no page", len(s.annots))
	}
}

func (s *treeChecker) pageParents(n int, parents Array) {
	content, err := s.pageContent(n)
	if err != nil {
		return
	}
	for _, q := range content.sequences {
		if q.MCID < 0 {
			continue
		}
		owner := s.owner[place{n, q.MCID}]
		switch {
		case owner == nil:
			s.fault("parent-tree", pageName(n), "MCID %d belongs to no element", q.MCID)
		case q.MCID >= len(parents) || parents[q.MCID] != Ref(owner.Num):
			s.fault("parent-tree", pageName(n), "MCID %d: the entry is not its element", q.MCID)
		case q.Tag != owner.Type:
			s.fault("tag", pageName(n), "MCID %d is a %s of a %s", q.MCID, q.Tag, owner.Type)
		}
		delete(s.owner, place{n, q.MCID})
	}
	for p, e := range s.owner {
		if p.page == n {
			s.fault("parent-tree", e.where(), "page %d has no MCID %d", n+1, p.mcid)
		}
	}
}

func (s *treeChecker) annotParent(a Object, byKey map[int]Object, used map[int]bool) {
	num, _ := a.(Ref)
	key, ok := s.Int(s.Dict(a).Get("StructParent"))
	owner := s.annots[int(num)]
	if !ok || used[key] || owner == nil || byKey[key] != Ref(owner.Num) {
		s.fault("parent-tree", fmt.Sprintf("annotation %d", num), "the entry is not its element")
	}
	used[key] = true
	delete(s.annots, int(num))
}

// entries gives the pairs of a name or number tree, and checks its Limits.
func (s *treeChecker) entries(kind string, o Object) [][2]Object {
	d := s.Dict(o)
	var list [][2]Object
	leaf := s.Array(d.Get(kind))
	for i := 0; i+1 < len(leaf); i += 2 {
		list = append(list, [2]Object{leaf[i], leaf[i+1]})
	}
	for _, kid := range s.Array(d.Get("Kids")) {
		below := s.entries(kind, kid)
		limits := s.Array(s.Dict(kid).Get("Limits"))
		if len(limits) != 2 || len(below) == 0 || limits[0] != below[0][0] || limits[1] != below[len(below)-1][0] {
			s.fault("limits", kind+" tree", "Limits are not the first and last key")
		}
		list = append(list, below...)
	}
	return list
}

// idTree: sorted, and it holds each ID and no other.
func (s *treeChecker) idTree() {
	entries := s.entries("Names", s.Dict(s.Catalog().Get("StructTreeRoot")).Get("IDTree"))
	last := ""
	for i, e := range entries {
		id, _ := e[0].(String)
		if i > 0 && string(id) <= last {
			s.fault("id-tree", "IDTree", "%q is not sorted", string(id))
		}
		last = string(id)
		if owner := s.byID[string(id)]; owner == nil || e[1] != Ref(owner.Num) {
			s.fault("id-tree", "IDTree", "%q leads to a wrong element", string(id))
		}
	}
	if len(entries) != len(s.byID) {
		s.fault("id-tree", "IDTree", "%d entries for %d IDs", len(entries), len(s.byID))
	}
}

// headings: the first is H1, and on the way down no level is left out (ISO 14289-1 7.4.2).
func (c *checker) headings(root *Element) {
	level := 0
	root.walk(func(e *Element) {
		if len(e.Type) != 2 || e.Type[0] != 'H' {
			return
		}
		n := int(e.Type[1] - '0')
		if n > level+1 {
			c.fault("heading", e.where(), "follows level %d", level)
		}
		level = n
	})
}
