package layout

import (
	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// Vertical text (竖排, CLREQ 2.3 and 3.1.3) is the same items in columns: boxes and gaps are counted downwards, marks have the
// face's vertical forms, Latin words lie on their side, and a figure of one or two digits stands upright in one cell.

// upright reports whether a Latin run of vertical text stands upright: 12 in 12月.
func (p *para) upright(run *fonts.Run) bool {
	if !p.vertical || run.Vertical || len(run.Text) > 2 {
		return false
	}
	for i := range len(run.Text) {
		if run.Text[i] < '0' || run.Text[i] > '9' {
			return false
		}
	}
	return true
}

// addUpright adds a figure that stands upright: all of it is one cell, as high as a Han character.
func (p *para) addUpright(r, next int) int {
	run := &p.runs[r]
	last := next + len(run.Text) - 1
	a := atom{run: int32(r), glyphs: int16(len(run.Glyphs)), end: int32(len(run.Text)), class: classDigit}
	p.push(a, item{box: p.em, weight: 1, penalty: p.chars[last].after, tear: p.tear(last)})
	return last + 1
}

// turn gives a piece of vertical text its direction; at is the distance of its first box from the column's top. X counts from
// the column's centre to the right.
func (l *liner) turn(q *piece, run *fonts.Run, at unit.Length) {
	switch {
	case run.Vertical:
		q.Dir, q.At = display.Down, unit.Point{Y: at}
	case l.para.upright(run):
		q.At = unit.Point{X: -l.runWidth(q, run) / 2, Y: at + q.Size.MulDiv(88, 100)}
	default: // the middle of the em box, 0.88 above the baseline and 0.12 below, on the column's centre
		q.Dir, q.At = display.Rotated, unit.Point{X: -q.Size.MulDiv(38, 100), Y: at}
	}
}

func (l *liner) runWidth(q *piece, run *fonts.Run) unit.Length {
	w := unit.Length(0)
	for i := range run.Glyphs {
		w += q.Size.MulDiv(int64(run.Glyphs[i].Advance), int64(run.Face.UnitsPerEm))
	}
	return w
}

// stack adds the glyphs of atom i, whose box begins at y, to a piece of upright glyphs one below another. Each is placed by
// its own origin, so the offsets that the face gave are used up here.
func (l *liner) stack(q *piece, i int, y unit.Length) {
	a := &l.para.atoms[i]
	run := &l.para.runs[a.run]
	first := l.first(q, i)
	pen := y + unit.Length(a.shift) - q.At.Y
	for _, g := range run.Glyphs[a.glyph : int(a.glyph)+int(a.glyphs)] {
		em := int64(run.Face.UnitsPerEm)
		q.Pos = append(q.Pos, pen-q.Size.MulDiv(int64(g.DY), em))
		q.Cross = append(q.Cross, q.Size.MulDiv(int64(g.DX), em))
		pen += q.Size.MulDiv(int64(g.Advance), em)
		g.Start, g.End, g.DX, g.DY = g.Start-first, g.End-first, 0, 0
		q.Glyphs = append(q.Glyphs, g)
	}
}
