package pdf

import (
	"slices"
	"strconv"
)

// objectStream is an object stream (ISO 32000-1 7.5.7) being filled.
//
// A gridded one is made for objects that are all alike, the cells or the rows of a large table: each takes a row of a matrix,
// filled up with spaces, and the same goes for the entries of its head. From each row the one above is subtracted (PNG's Up
// filter), and where two cells differ by one in one number, what is left is noughts and a one. That brings a cell of 80 bytes
// to about 3, where Flate alone needs 15: numbers that count up are what it is worst at.
type objectStream struct {
	ids     []ref
	starts  []int
	objects buffer
	gridded bool
}

const (
	// packSize is how many bytes of objects go into one object stream: larger ones compress little better, and a reader that
	// wants one object unpacks them all.
	packSize  = 48 << 10
	gridSize  = 128 << 10
	gridKinds = 3
	roomAhead = 512 // for the next object
	gridRow   = 100 // rows are a multiple of this: round, so that from offset to offset one digit changes
)

// expect makes room for n objects at once.
func (p *objectStream) expect(n int) {
	n = min(n, gridSize/gridRow)
	p.ids, p.starts = slices.Grow(p.ids, n), slices.Grow(p.starts, n+1)
	p.objects.b = slices.Grow(p.objects.b, n*gridRow+roomAhead)
}

func (p *objectStream) begin(id ref) {
	if !p.gridded && len(p.ids) > 0 {
		p.objects.b = append(p.objects.b, '\n')
	}
	if b := p.objects.b; cap(b)-len(b) < roomAhead { // by doubling, where append would take a quarter more at a time
		p.objects.b = slices.Grow(b, len(b)+4*roomAhead)
	}
	p.ids = append(p.ids, id)
	p.starts = append(p.starts, len(p.objects.b))
}

// full also bounds the count, because the index of an object has two bytes in the cross-reference stream.
func (p *objectStream) full() bool {
	size := packSize
	if p.gridded {
		size = gridSize
	}
	return len(p.objects.b) >= size || len(p.ids) == 0xFFFF
}

// pack writes an object into p, or by itself where the file is plain.
func (f *file) packInto(p *objectStream, id ref, fill func(value)) {
	if f.err != nil {
		return
	}
	if f.plain {
		f.begin(id)
		fill(value{&f.out})
		f.end()
		return
	}
	p.begin(id)
	fill(value{&p.objects})
	if p.full() {
		f.flushPack(p)
	}
}

func (f *file) flushPack(p *objectStream) {
	if len(p.ids) == 0 {
		return
	}
	f.check(p.objects.err)
	id := f.reserve(1)
	for i, object := range p.ids {
		f.places.pack(object, id, i)
	}
	first, row := 0, 0
	if p.gridded {
		f.whole, first, row = p.matrix(f.whole[:0])
		f.whole = upFilter(f.whole, row)
	} else {
		f.whole, first = p.listed(f.whole[:0])
	}
	f.stream(id, func(d dict) {
		d.key("Type").name("ObjStm")
		d.key("N").int(len(p.ids))
		d.key("First").int(first)
		if p.gridded {
			d.key("DecodeParms").dict(func(d dict) {
				d.key("Predictor").int(12)
				d.key("Columns").int(row)
			})
		}
	}, f.whole)
	p.ids, p.starts, p.objects.b = p.ids[:0], p.starts[:0], p.objects.b[:0]
}

// listed appends number and offset of each object and then the objects, and says where these begin.
func (p *objectStream) listed(b []byte) (whole []byte, first int) {
	for i, object := range p.ids {
		b = append(strconv.AppendInt(b, int64(object), 10), ' ')
		b = append(strconv.AppendInt(b, int64(p.starts[i]), 10), ' ')
	}
	return append(b, p.objects.b...), len(b)
}

// matrix does the same in rows as long as the objects are on average, rounded up.
func (p *objectStream) matrix(b []byte) (whole []byte, first, row int) {
	n := len(p.ids)
	row = (len(p.objects.b)/n + gridRow) / gridRow * gridRow
	b, at := slices.Grow(b, 2*n*(row+1)+row), 0
	p.starts = append(p.starts, len(p.objects.b))
	for i, object := range p.ids {
		b = appendRight(appendRight(b, int(object)), at)
		b = fillRow(b, row)
		at += (p.starts[i+1] - p.starts[i] + row - 1) / row * row
	}
	first = len(b)
	for i := range p.ids {
		b = fillRow(append(b, p.objects.b[p.starts[i]:p.starts[i+1]]...), row)
	}
	return b, first, row
}

// fillRow adds spaces up to a whole number of rows.
func fillRow(b []byte, row int) []byte {
	for len(b)%row > 0 {
		b = append(b, "                                "[:min(32, row-len(b)%row)]...)
	}
	return b
}

// appendRight appends n with spaces before it: eight characters, so that digits stand below digits.
func appendRight(b []byte, n int) []byte {
	const width = 8 // one more than maxObjects has
	at := len(b)
	b = append(b, "        "...)
	for i := at + width - 1; ; i-- {
		b[i] = byte('0' + n%10)
		if n /= 10; n == 0 {
			return b
		}
	}
}
