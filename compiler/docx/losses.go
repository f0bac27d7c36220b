package docx

import (
	"cmp"
	"slices"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A Loss is something of a document that WordprocessingML cannot say.
type Loss struct {
	Src  string // "": of the document as a whole
	What LossKind
}

// LossKind is what is lost.
type LossKind uint8

// The losses.
const (
	LostDiagonals LossKind = iota // that the lines of a head cell with three texts follow its size; Word has borders from corner to corner only
	LostCarry                     // 过次页 and 承前页: only Word knows where its pages end
	LostWidows                    // a least number of lines at a page's top or foot: Word keeps two together, or none
	LostGap                       // the width of the gap between Han and letters: Word's is a quarter of a character, or none
	LostMirror                    // inner and outer margins of some sections: Word mirrors all pages or none
	LostRules                     // the width of rules below a quarter of a point or above twelve, Word's limits
	LostSizes                     // sizes of type between half points
	LostBelow                     // a rule below paragraphs nearer than the lower edge of their last line, farther from it than 31 points, or of a width as above
)

// Losses lists what the DOCX of a document will not show: what is lost of the document as a whole, then of its blocks in order.
// That a caption has no （续表） on the next page holds for every long table and is not listed. What no DOCX can hold at all is an error of Write.
func Losses(d *doc.Document) []Loss {
	sheet := d.Sheet
	if sheet == nil {
		sheet = doc.GB9704()
	}
	all := sheetLosses(d, sheet)
	for i := range d.Sections {
		for _, block := range d.Sections[i].Blocks {
			if t, ok := block.(*doc.Table); ok {
				all = append(all, tableLosses(t)...)
			}
		}
	}
	return all
}

func sheetLosses(d *doc.Document, sheet *doc.Sheet) []Loss {
	var all []Loss
	lose := func(what LossKind, is bool) {
		if is {
			all = append(all, Loss{"", what})
		}
	}
	l := &sheet.Lines
	lose(LostWidows, max(l.Widows, l.Orphans) > 2 || (l.Widows > 1) != (l.Orphans > 1))
	lose(LostGap, l.HanLatin > 0 && l.HanLatin != 25)
	mirrored := false
	for i := range d.Sections {
		page := d.Sections[i].Page
		mirrored = mirrored || page != nil && page.Mirror != sheet.Page.Mirror
	}
	lose(LostMirror, mirrored)
	lose(LostRules, beyond(&sheet.Table.Rules))
	styles := sheet.Styles
	lose(LostSizes, slices.ContainsFunc(styles, func(s doc.Style) bool { return s.Size%(unit.Pt/2) != 0 }))
	lose(LostBelow, slices.ContainsFunc(styles, func(s doc.Style) bool {
		space := spaceBelow(&s)
		return s.Below.Width > 0 && (space < 0 || space > mostSpace || outside(s.Below.Width))
	}))
	return all
}

func tableLosses(t *doc.Table) []Loss {
	var all []Loss
	if t.Carry != nil {
		all = append(all, Loss{t.Src, LostCarry})
	}
	if t.Rules != nil && beyond(t.Rules) {
		all = append(all, Loss{t.Src, LostRules})
	}
	for i := range t.Rows {
		for k := range t.Rows[i].Cells {
			if c := &t.Rows[i].Cells[k]; len(c.Diagonal) > 2 {
				all = append(all, Loss{cmp.Or(c.Src, t.Src), LostDiagonals})
			}
		}
	}
	return all
}

// beyond says whether a rule has a width that w:sz cannot have; one that is not drawn has none.
func beyond(r *doc.Rules) bool {
	for _, width := range [...]unit.Length{r.Outer, r.Head, r.Inner} {
		if width > 0 && outside(width) {
			return true
		}
	}
	return false
}

// outside says whether no w:sz draws a rule of the width.
func outside(width unit.Length) bool { return width < unit.Pt/4 || width > 12*unit.Pt }
