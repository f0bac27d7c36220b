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
	f.out.b = fmt.Appendf(f.out.b, "xref\n0 %d\n", f.places.count)
	next := f.places.walk()
	generation := 65535 // of the free list's head
	for p, ok := next(); ok; p, ok = next() {
		kind := 'n'
		if p == 0 {
			kind = 'f'
		}
		f.out.b = fmt.Appendf(f.out.b, "%010d %05d %c \n", uint64(p), generation, kind)
		generation = 0
	}
	f.out.b = append(f.out.b, "trailer\n"...)
	value{&f.out}.dict(func(d dict) {
		d.key("Size").int(f.places.count)
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
	f.places.set(id, offsetPlace(f.offset()))
	data := f.deflateAll(f.xrefRows())
	f.raw(id, func(d dict) {
		d.key("Filter").name("FlateDecode")
		d.key("Type").name("XRef")
		d.key("Size").int(f.places.count)
		d.key("W").array(func(a array) { a.item().int(1); a.item().int(5); a.item().int(2) })
		d.key("DecodeParms").dict(func(d dict) {
			d.key("Predictor").int(12)
			d.key("Columns").int(xrefRow)
		})
		trailer(d)
	}, data)
}

// xrefRows appends the rows, some at each call.
func (f *file) xrefRows() func(b []byte) []byte {
	next := f.places.walk()
	var last, row [xrefRow]byte
	return func(b []byte) []byte {
		for end := len(b) + outSize; len(b) < end; last = row {
			p, ok := next()
			if !ok {
				break
			}
			p.fill(&row)
			b = append(b, 2) // Up
			for i, c := range row {
				b = append(b, c-last[i])
			}
		}
		return b
	}
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
