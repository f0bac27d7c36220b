package pdfcheck

import (
	"unicode"
	"unicode/utf8"
)

// Room is what is between the cells of two glyphs that follow one another on a line of one sequence, and are not read as one by ActualText.
type Room struct {
	Page           int    // from 0
	Before, Behind string // the characters of the glyphs
	Space          bool   // spaces are shown between them
	Wide           int64  // in 1/1000 of the size of the first; below 0 they overlap
}

// Rooms gives the rooms of all texts across the pages that are no artifacts: those who copy text tell by them what a word is.
func Rooms(data []byte) ([]Room, error) {
	f, err := Open(data)
	if err != nil {
		return nil, err
	}
	var rooms []Room
	for n := range f.Pages() {
		c, err := f.pageContent(n)
		if err != nil {
			return nil, err
		}
		rooms = append(rooms, c.rooms...)
	}
	return rooms, nil
}

// pen is where text is shown: y in 1/1000 of a point, x in 1/1000 of that.
type pen struct {
	x, y, lineX, lineY int64
	size               int64
	turned             bool
	widths             advances
	last               string // the glyph shown last on a line, "" none
	lastEnd, lastY     int64
	space              bool    // shown since
	actual             *string // that stands for the glyph shown last
}

// advances are the widths of a font's codes in millionths of an em.
type advances struct {
	of    map[uint16]int64
	usual int64
}

// advances gives those of the font with that object number.
func (f *File) advances(font int) advances {
	a, ok := f.fontWidths[font]
	if list := f.Array(f.Dict(f.Objects[font]).Get("DescendantFonts")); !ok && len(list) == 1 {
		a.of, a.usual = f.widths(f.Dict(list[0]))
		if f.fontWidths == nil {
			f.fontWidths = map[int]advances{}
		}
		f.fontWidths[font] = a
	}
	return a
}

// move obeys the operators that place text.
func (in *interpreter) move(name string, args []Object) {
	p, n := &in.pen, make([]int64, len(args))
	for i, o := range args {
		n[i], _ = thousandths(o)
	}
	switch name {
	case "BT":
		p.lineX, p.lineY, p.turned = 0, 0, false
	case "Td":
		p.lineX, p.lineY = p.lineX+n[0], p.lineY+n[1]
	case "Tm":
		p.lineX, p.lineY, p.turned = n[4], n[5], n[1] != 0
	}
	p.x, p.y = p.lineX*1000, p.lineY
}

// pass moves the pen over a glyph, and notes what is between it and the one before.
func (in *interpreter) pass(code uint16, text string) {
	p := &in.pen
	width, ok := p.widths.of[code]
	if !ok {
		width = p.widths.usual
	}
	at := p.x
	p.x += width * p.size / 1000
	if r, _ := utf8.DecodeRuneInString(text); unicode.IsSpace(r) {
		p.space = true
		return
	}
	actual := in.actual()
	if d := p.y - p.lastY; (actual == nil || actual != p.actual) && p.last != "" && p.size > 0 && -p.size/2 < d && d < p.size/2 && !p.turned && in.current != nil && in.current.MCID >= 0 {
		in.out.rooms = append(in.out.rooms, Room{in.page, p.last, text, p.space, (at - p.lastEnd) / p.size})
	}
	p.last, p.lastEnd, p.lastY, p.space, p.actual = text, p.x, p.y, false, actual
}

// actual is the text that stands for what is shown, nil where there is none.
func (in *interpreter) actual() *string {
	for _, m := range in.marks {
		if m.actual != nil {
			return m.actual
		}
	}
	return nil
}
