package docx

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A styleTable is the sheet's styles and what cells ask for beyond them: another alignment or a smaller size. Each such
// wish becomes a style of its own, based on the sheet's, so that the body needs no direct formatting and a clerk changes
// all figures of all tables in one place.
type styleTable struct {
	byID       map[string]*doc.Style
	variants   []variant
	last       variant // most cells ask for what the one before asked for
	placements []placedStyle
	placedAt   map[placedKey]int // in placements
	ids        map[string]bool   // taken
	named      map[string]int    // how many styles have asked for a name, in lower case
	names      map[string]string // of the sheet's styles, by id
}

// A variant is a style derived from one of the sheet's.
type variant struct {
	base  *doc.Style
	align doc.Align
	size  unit.Length // 0: the base's
	id    string
	name  string // what a clerk reads in the style list: 表格文字（居中）
}

func newStyleTable(s *doc.Sheet) *styleTable {
	t := &styleTable{byID: make(map[string]*doc.Style, len(s.Styles)), placedAt: map[placedKey]int{}, ids: map[string]bool{}, named: map[string]int{}, names: map[string]string{}}
	for i := range s.Styles {
		t.byID[s.Styles[i].ID] = &s.Styles[i]
		t.ids[s.Styles[i].ID] = true
	}
	for i := range fixedStyles {
		t.ids[fixedStyles[i].id] = true
		if t.byID[fixedStyles[i].id] == nil {
			t.named[fixedStyles[i].name] = 1
		}
	}
	for _, name := range ownNames {
		t.named[strings.ToLower(name)] = 1
	}
	for i := range s.Styles {
		t.names[s.Styles[i].ID] = builtin[s.Styles[i].ID]
		t.named[strings.ToLower(builtin[s.Styles[i].ID])] = 1
	}
	for i := range s.Styles {
		if id := s.Styles[i].ID; t.names[id] == "" {
			t.names[id] = t.unique(cmp.Or(s.Styles[i].Name, id))
		}
	}
	return t
}

// variant gives the id of base with the alignment and the size; AlignAuto and 0 leave the base's.
func (t *styleTable) variant(base *doc.Style, align doc.Align, size unit.Length) string {
	if align == doc.AlignDecimal {
		align = doc.AlignRight
	}
	if align == doc.AlignAuto || jc(align) == jc(base.Align) {
		align = doc.AlignAuto
	}
	size = unit.Length(halfPoints(size)) * unit.Pt / 2 // two sizes that Word cannot tell apart are one style
	if size >= base.Size {
		size = 0
	}
	if align == doc.AlignAuto && size == 0 {
		return base.ID
	}
	if t.last.base == base && t.last.align == align && t.last.size == size {
		return t.last.id
	}
	for _, v := range t.variants {
		if v.base == base && v.align == align && v.size == size {
			t.last = v
			return v.id
		}
	}
	v := variant{base: base, align: align, size: size}
	v.id = t.free(base.ID + v.in(variantIDs))
	v.name = t.unique(base.Name + "（" + v.in(variantNames) + "）")
	t.variants = append(t.variants, v)
	t.last = v
	return v.id
}

// free gives an id that no other style has.
func (t *styleTable) free(id string) string {
	for t.ids[id] {
		id += "_"
	}
	t.ids[id] = true
	return id
}

// ownNames are those of the writer's styles that are none of paragraphs, some of them Word's own.
var ownNames = [...]string{"Default Paragraph Font", "Normal Table", "No List", "Hyperlink", "endnote reference", strongStyle, tableStyleName, tocNumberName}

// longestName leaves room for what tells names apart: Word takes none of more than 253 characters.
const longestName = 240

// unique gives a name that no other style has, whatever the case of its letters: Word renames one of them. What stands behind a comma or
// a semicolon it takes for another name of the style.
func (t *styleTable) unique(name string) string {
	name = strings.ReplaceAll(strings.ReplaceAll(name, ",", "，"), ";", "；")
	if r := []rune(name); len(r) > longestName {
		name = string(r[:longestName])
	}
	wanted, lower := name, strings.ToLower(name)
	for n := t.named[lower]; t.named[strings.ToLower(name)] > 0; n++ {
		name = wanted + "_"
		if n > 1 {
			name += strconv.Itoa(n)
		}
	}
	t.named[lower]++
	if name != wanted {
		t.named[strings.ToLower(name)]++
	}
	return name
}

// nameOf gives the name of a style that others are derived from.
func (t *styleTable) nameOf(id string) string {
	if s := t.byID[id]; s != nil {
		return s.Name
	}
	for i := range t.variants {
		if t.variants[i].id == id {
			return t.variants[i].name
		}
	}
	for i := range fixedStyles {
		if fixedStyles[i].id == id {
			return fixedStyles[i].name
		}
	}
	return id
}

// variantWords name what a variant changes: its alignment, and its size in half points.
type variantWords struct{ justify, left, center, right, size string }

var (
	variantIDs   = variantWords{"Justified", "Left", "Centered", "Right", "Size"}
	variantNames = variantWords{"两端对齐", "居左", "居中", "居右", "半磅数"}
)

// in tells the variant in the words given.
func (v *variant) in(w variantWords) string {
	s := ""
	switch v.align {
	case doc.AlignJustify:
		s = w.justify
	case doc.AlignLeft:
		s = w.left
	case doc.AlignCenter:
		s = w.center
	case doc.AlignRight, doc.AlignDecimal:
		s = w.right
	}
	if v.size > 0 {
		s += w.size + strconv.FormatInt(halfPoints(v.size), 10)
	}
	return s
}

// derivedStyle opens a paragraph style of the writer's own that is derived from another.
func derivedStyle(x *xmlWriter, id, name, base string) {
	x.open("w:style").attr("w:type", "paragraph").attr("w:customStyle", "1").attr("w:styleId", id)
	x.val("w:name", name)
	x.val("w:basedOn", base)
}

func (p *writer) variantStyle(x *xmlWriter, v *variant) {
	derivedStyle(x, v.id, v.name, v.base.ID)
	x.numVal("w:uiPriority", 20)
	x.open("w:pPr")
	if v.size > 0 {
		x.open("w:spacing").num("w:line", v.leading().Twips()).attr("w:lineRule", "exact").close()
	}
	if v.align != doc.AlignAuto {
		x.val("w:jc", jc(v.align))
	}
	x.close()
	if v.size > 0 {
		x.open("w:rPr")
		x.numVal("w:sz", halfPoints(v.size))
		x.numVal("w:szCs", halfPoints(v.size))
		x.close()
	}
	x.close()
}

// leading shrinks with the size, as it does in the layout.
func (v *variant) leading() unit.Length {
	return v.base.Leading.MulDiv(int64(v.size), int64(v.base.Size)) / unit.Twip * unit.Twip
}

// jc is the alignment as w:jc says it. Decimal alignment is what figures with equal decimals have when set right.
func jc(a doc.Align) string {
	switch a {
	case doc.AlignLeft:
		return "left"
	case doc.AlignCenter:
		return "center"
	case doc.AlignRight, doc.AlignDecimal:
		return "right"
	}
	return "both"
}
