package docx

import (
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// Where a paragraph stands differently from others of its style, a style derived from it says so, not the paragraph itself: what
// keeps it with the next, the space that a block above or below wants, the indents that break a head at sense. Word's inspector
// shows no direct formatting then, a clerk who clears it (Ctrl+Q) loses nothing, and what he changes in the style that these are
// derived from reaches all of them. They are hidden in lists of styles: nobody should choose one.

// A placement is what a paragraph asks for beyond its style. Equal ones share a style.
type placement struct {
	keep         keeping
	newPage      bool
	rest         bool   // the text goes on from another paragraph: its first line is none
	above, below length // w:before and w:after
	left, right  length
}

// A keeping says whether a paragraph stays on a page with the next.
type keeping uint8

const (
	keepAsStyle keeping = iota
	keepNext
	keepLoose // not, though its style does
)

// A length is in twips; the zero value leaves the style's.
type length struct {
	said  bool
	twips int64
}

func lengthOf(l unit.Length) length { return length{true, l.Twips()} }

// A placedStyle is a style derived from the base for a placement.
type placedStyle struct {
	base string     // id
	of   *doc.Style // the sheet's style behind it; nil for the writer's own
	at   placement
	id   string
	name string
}

type placedKey struct {
	base string
	at   placement
}

// maxPlaced keeps the styles of a file well below the 4,079 that Word takes. Paragraphs with more different indents than that go
// without them: their lines end where Word ends them.
const maxPlaced = 3000

// placed gives the id of the style for paragraphs of the base that stand so.
func (t *styleTable) placed(base string, of *doc.Style, at placement) string {
	if of != nil && of.KeepNext && at.keep == keepNext {
		at.keep = keepAsStyle
	}
	if at == (placement{}) {
		return base
	}
	key := placedKey{base, at}
	if i, known := t.placedAt[key]; known {
		return t.placements[i].id
	}
	if len(t.placements) >= maxPlaced && (at.left.said || at.right.said) {
		at.left, at.right = length{}, length{}
		return t.placed(base, of, at)
	}
	t.placedAt[key] = len(t.placements)
	p := placedStyle{base: base, of: of, at: at}
	p.id = t.free(base + at.in(&placementIDs, ""))
	p.name = t.unique(t.nameOf(base) + "（" + at.in(&placementNames, "、") + "）")
	t.placements = append(t.placements, p)
	return p.id
}

// placementWords name what a placement says; lengths follow the last four.
type placementWords struct{ next, loose, newPage, rest, above, below, left, right, unit string }

var (
	placementIDs   = placementWords{"KeepNext", "KeepLoose", "NewPage", "Rest", "Before", "After", "Left", "Right", ""}
	placementNames = placementWords{"与下段同页", "不与下段同页", "段前分页", "首行不缩进", "段前", "段后", "左缩进", "右缩进", "磅"}
)

// in tells the placement in the words given: lengths in points with their unit, or in twips where the words have none.
func (p *placement) in(w *placementWords, between string) string {
	said := make([]byte, 0, 128)
	say := func(on bool, word string) {
		if on {
			if len(said) > 0 {
				said = append(said, between...)
			}
			said = append(said, word...)
		}
	}
	measure := func(l length, word string) {
		say(l.said, word)
		if l.said {
			said = append(said, l.in(w.unit)...)
		}
	}
	say(p.keep == keepNext, w.next)
	say(p.keep == keepLoose, w.loose)
	say(p.newPage, w.newPage)
	say(p.rest, w.rest)
	measure(p.above, w.above)
	measure(p.below, w.below)
	measure(p.left, w.left)
	measure(p.right, w.right)
	return string(said)
}

func (l length) in(points string) string {
	if points == "" {
		return itoa(int(l.twips))
	}
	return (unit.Length(l.twips) * unit.Twip).Decimal() + points
}

// placementStyle writes the style. A heading says its level again: LibreOffice takes outlines from the styles of headings alone.
func (p *writer) placementStyle(x *xmlWriter, s *placedStyle) {
	derivedStyle(x, s.id, s.name, s.base)
	if s.of == nil || textFollows(s.of) {
		x.val("w:next", "Normal")
	} else {
		x.val("w:next", s.base) // who goes on writing does not go on with the placement
	}
	x.numVal("w:uiPriority", 99)
	x.empty("w:semiHidden")
	s.at.properties(x, s.of)
	x.close()
}

// properties writes what the placement says, in the schema's order.
func (p *placement) properties(x *xmlWriter, of *doc.Style) {
	x.open("w:pPr")
	if p.keep != keepAsStyle {
		x.toggle("w:keepNext", p.keep == keepNext)
	}
	if p.newPage {
		x.empty("w:pageBreakBefore")
	}
	if p.above.said || p.below.said {
		x.open("w:spacing")
		p.above.attr(x, "w:before")
		p.below.attr(x, "w:after")
		x.close()
	}
	p.indents(x)
	if of != nil && of.Outline > 0 {
		x.numVal("w:outlineLvl", int64(of.Outline-1))
	}
	x.close()
}

// indents writes those that are not the style's: of w:left and w:leftChars the latter would count (ISO/IEC 29500-1 17.3.1.12).
func (p *placement) indents(x *xmlWriter) {
	if !p.left.said && !p.right.said && !p.rest {
		return
	}
	x.open("w:ind")
	if p.left.said {
		x.num("w:leftChars", 0)
		p.left.attr(x, "w:left")
	}
	if p.right.said {
		x.num("w:rightChars", 0)
		p.right.attr(x, "w:right")
	}
	if p.rest {
		x.num("w:firstLineChars", 0).num("w:firstLine", 0)
	}
	x.close()
}

func (l length) attr(x *xmlWriter, name string) {
	if l.said {
		x.num(name, l.twips)
	}
}
