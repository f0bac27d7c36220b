package layout

import (
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// passages adds where the text of long cells goes on behind a page that ends above the row. A text that ends on the page before, and
// one that cannot be found in its spans again, goes on nowhere.
func (f *tableFlow) passages(all []display.Passage, row int) []display.Passage {
	for l := range f.longAt(f.y[row]) {
		line := l.next(f.y[row])
		if line == len(l.lines) {
			continue
		}
		if part, at, ok := f.lineStart(l.cell, line); ok {
			all = append(all, display.Passage{Cell: l.cell, Row: row, Part: part, At: at})
		}
	}
	return all
}

// lineStart gives the part that a line of cell i belongs to, and with which byte of its text the line begins.
func (f *tableFlow) lineStart(i, line int) (part, at int, ok bool) {
	text, err := f.text(&f.cellSetter, i, unit.Size{W: f.innerWidth(i)})
	if err != nil {
		return 0, 0, false // measured before
	}
	for part < len(text.parts) && line >= text.parts[part].lines() {
		line -= text.parts[part].lines()
		part++
	}
	if line == 0 || part == len(text.parts) {
		return part, 0, part < len(text.parts)
	}
	at, ok = text.parts[part].block.startOf(line)
	return part, at, ok
}

// startOf gives the byte of the text, counted through its spans, with which a line begins.
func (b *textBlock) startOf(line int) (int, bool) {
	t := lineTeller{block: b}
	first := int(b.rows[line-1].end)
	if first >= len(b.pieces) {
		return 0, false // empty lines end the text
	}
	for i := range b.pieces[:first+1] {
		if q := &b.pieces[i]; !q.note && !t.find(q) {
			return 0, false
		}
	}
	at := t.before + t.at
	if q := &b.pieces[first]; !q.note {
		at -= len(q.String)
	}
	return at, true
}
