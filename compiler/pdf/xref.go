package pdf

import (
	"fmt"
	"strconv"
)

// finish writes the cross-reference, and the trailer with its two file identifiers: the hash of all bytes before, so that the
// same document gives the same file.
func (f *file) finish(trailer func(dict)) error {
	for i := range f.grids {
		f.flushPack(&f.grids[i])
	}
	f.flushPack(&f.pack)
	f.flush()
	id := f.hash.Sum(nil)[:16]
	start := f.offset()
	whole := func(d dict) {
		trailer(d)
		d.key("ID").array(func(a array) { a.item().hex(id); a.item().hex(id) })
	}
	if f.plain {
		f.xrefTable(whole)
	} else {
		f.xrefStream(whole)
	}
	f.out.b = append(f.out.b, "startxref\n"+strconv.FormatInt(start, 10)+"\n%%EOF\n"...)
	f.flush()
	return f.err
}

// xrefTable writes the cross-reference table (7.5.4). Numbers that were handed out and not used are free.
func (f *file) xrefTable(trailer func(dict)) {
	f.out.b = fmt.Appendf(f.out.b, "xref\n0 %d\n0000000000 65535 f \n", len(f.places))
	for _, p := range f.places[1:] {
		kind := 'n'
		if p == 0 {
			kind = 'f'
		}
		f.out.b = fmt.Appendf(f.out.b, "%010d 00000 %c \n", uint64(p), kind)
	}
	f.out.b = append(f.out.b, "trailer\n"...)
	value{&f.out}.dict(func(d dict) {
		d.key("Size").int(len(f.places))
		trailer(d)
	})
	f.out.b = append(f.out.b, '\n')
}

// xrefRow is the length of a row: kind, offset or object stream, index.
const xrefRow = 1 + 5 + 2

// xrefStream writes the cross-reference stream (7.5.8). Rows are subtracted from the row before (PNG's Up filter): the
// entries of packed objects then differ by one in one byte, and 200,000 of them take a few kilobytes.
func (f *file) xrefStream(trailer func(dict)) {
	id := f.reserve(1)
	f.places[id] = offsetPlace(f.offset())
	rows := make([]byte, 0, len(f.places)*(xrefRow+1))
	var last, row [xrefRow]byte
	for _, p := range f.places {
		p.fill(&row)
		rows = append(rows, 2) // Up
		for i, c := range row {
			rows = append(rows, c-last[i])
		}
		last = row
	}
	f.stream(id, func(d dict) {
		d.key("Type").name("XRef")
		d.key("Size").int(len(f.places))
		d.key("W").array(func(a array) { a.item().int(1); a.item().int(5); a.item().int(2) })
		d.key("DecodeParms").dict(func(d dict) {
			d.key("Predictor").int(12)
			d.key("Columns").int(xrefRow)
		})
		trailer(d)
	}, rows)
}

func (p place) fill(row *[xrefRow]byte) {
	n, index, kind := uint64(p), uint64(0), byte(1)
	switch {
	case p == 0:
		kind = 0
	case p&packed != 0:
		n, index, kind = uint64(p&^packed)>>16, uint64(p&0xFFFF), 2
	}
	*row = [xrefRow]byte{kind, byte(n >> 32), byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n), byte(index >> 8), byte(index)}
}
