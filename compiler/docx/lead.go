package docx

import (
	"slices"
	"unicode/utf8"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A caption stands above its table and says so once. Where the layout's table goes over pages, caption and unit line are its
// first row, without rules: a head row is repeated, so that the unit is to be read on each page. Only "（续表）" is missing
// there: Word has nothing that differs from one repetition to the next.

// lead writes caption and unit line, the latter so far inside the edges of the area.
func (b *body) lead(t *doc.Table, inside unit.Length) {
	key := t.Key
	caption := t.Caption
	if t.Continued && len(caption) > 0 {
		caption = append(slices.Clone(caption), doc.Span{Text: continued})
	}
	for _, line := range [...]struct {
		style string
		spans []doc.Span
	}{{"Caption", caption}, {"TableUnit", t.Unit}} {
		if len(line.spans) == 0 {
			continue
		}
		s := b.style(line.style, "Normal")
		p := para{style: s.ID, of: s, keep: true}
		if line.style == "TableUnit" {
			p.left, p.right = inside, inside
		}
		b.open(p)
		end := b.bookmark(key)
		b.caption(line.spans, t.Key)
		end()
		b.x.close()
		key = ""
	}
	if key != "" {
		b.spacerAt(key)
	}
}

// continued stands behind the caption of a part of a table, as in the layout.
const continued = "（续表）"

// spacerAt is where links to a table without a caption lead.
func (b *body) spacerAt(key string) {
	b.open(para{style: spacerStyle, keep: true})
	b.bookmark(key)()
	b.x.close()
}

// unitInside is how far inside the edges of the type area the unit line stands, as a narrow table does.
func (w *tableWriter) unitInside() unit.Length {
	if width := w.width(); width <= w.area.W-unit.Pt && w.t.UnitInside(w.style("TableUnit", "Normal"), width) {
		return (w.area.W - width) / 2
	}
	return 0
}

func (w *tableWriter) width() unit.Length { return unit.Length(w.edges[len(w.edges)-1]) * unit.Twip }

// leads says whether caption and unit line are a row of the table. In one narrower than the type area they would be broken where they
// are wider, and a caption that is not centred would stand elsewhere than in the PDF.
func (w *tableWriter) leads() bool {
	if w.pages.Pages < 2 || w.pages.Once || len(w.t.Caption)+len(w.t.Unit) == 0 {
		return false
	}
	width := w.width()
	if width > w.area.W-unit.Pt {
		return true
	}
	s := w.style("Caption", "Normal")
	text := plain(w.t.Caption)
	if w.t.Continued {
		text += continued
	}
	return w.t.UnitInside(w.style("TableUnit", "Normal"), width) && s.Align == doc.AlignCenter && unit.Length(utf8.RuneCountInString(text))*s.Size <= width
}

// leadRow writes caption and unit line as a row.
func (w *tableWriter) leadRow() {
	x := w.x
	x.open("w:tr").open("w:trPr")
	x.empty("w:cantSplit")
	x.empty("w:tblHeader")
	x.close()
	x.open("w:tc").open("w:tcPr")
	x.open("w:tcW").num("w:w", w.edges[len(w.edges)-1]).attr("w:type", "dxa").close()
	if w.grid.Cols > 1 {
		x.numVal("w:gridSpan", int64(w.grid.Cols))
	}
	x.open("w:tcBorders")
	for _, side := range [...]struct {
		name  string
		width unit.Length
	}{{"w:top", 0}, {"w:left", 0}, {"w:bottom", w.rules.Outer}, {"w:right", 0}} {
		border(x, side.name, side.width)
	}
	x.close()
	x.open("w:tcMar")
	for _, side := range [...]string{"w:top", "w:left", "w:bottom", "w:right"} {
		x.open(side).num("w:w", 0).attr("w:type", "dxa").close()
	}
	x.close()
	x.close()
	w.lead(w.t, 0)
	x.close().close()
}
