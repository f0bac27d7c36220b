package pdfcheck

import "errors"

var errCFF = errors.New("the CFF program is broken")

// cffFont is what of a CFF program (Adobe Technical Note 5176) tells the widths of its glyphs. Ours are CID-keyed.
type cffFont struct {
	glyphs  [][]byte // charstrings
	cids    []int    // by glyph
	global  [][]byte // subroutines
	private []cffPrivate
	choice  []int // by glyph: which of private
	em      int64 // units
}

// cffPrivate is a Private DICT; widths are in units.
type cffPrivate struct {
	usual, nominal int64
	subrs          [][]byte
}

// DICT operators (5176 tables 9, 10 and 23); those of two bytes have 12 in the upper one.
const (
	cffCharset     = 15
	cffCharStrings = 17
	cffPrivateDict = 18
	cffSubrs       = 19
	cffUsualWidth  = 20
	cffNominal     = 21
	cffMatrix      = 12<<8 | 7
	cffFDArray     = 12<<8 | 36
	cffFDSelect    = 12<<8 | 37
)

// cffReader reads the program; what reaches beyond its end is an error, and zeros.
type cffReader struct {
	b   []byte
	err error
}

func (r *cffReader) slice(from, to int) []byte {
	if from < 0 || to < from || to > len(r.b) {
		r.err = errCFF
		return nil
	}
	return r.b[from:to]
}

// uint reads a number of n bytes.
func (r *cffReader) uint(at, n int) (v int) {
	for _, c := range r.slice(at, at+n) {
		v = v<<8 | int(c)
	}
	return v
}

func openCFF(b []byte) (*cffFont, error) {
	r := &cffReader{b: b}
	_, at := r.index(r.uint(2, 1))
	tops, at := r.index(at)
	_, at = r.index(at)
	f := &cffFont{}
	f.global, _ = r.index(at)
	if len(tops) != 1 {
		return nil, errCFF
	}
	top := r.dict(tops[0])
	f.em = 1000
	if m := top.at(cffMatrix, 0); m > 0 {
		f.em = (realOne + m/2) / m // its first number is 1/em
	}
	f.glyphs, _ = r.index(int(top.at(cffCharStrings, 0)))
	f.cids = r.charset(int(top.at(cffCharset, 0)), len(f.glyphs))
	f.choice = r.choice(int(top.at(cffFDSelect, 0)), len(f.glyphs))
	dicts, _ := r.index(int(top.at(cffFDArray, 0)))
	for _, d := range dicts {
		f.private = append(f.private, r.private(r.dict(d)))
	}
	return f, r.err
}

// private reads the Private DICT that a font DICT names. A matrix beside that of the top does nothing in our programs.
func (r *cffReader) private(font cffDict) cffPrivate {
	size, start := int(font.at(cffPrivateDict, 0)), int(font.at(cffPrivateDict, 1))
	dict := r.dict(r.slice(start, start+size))
	p := cffPrivate{usual: dict.at(cffUsualWidth, 0), nominal: dict.at(cffNominal, 0)}
	if m := font.at(cffMatrix, 0); m != 0 && m != 1 && m != realOne {
		r.err = errCFF
	}
	if subrs := dict.at(cffSubrs, 0); subrs != 0 {
		p.subrs, _ = r.index(start + int(subrs))
	}
	return p
}

// index reads an INDEX (5176 5) and says where it ends.
func (r *cffReader) index(at int) (list [][]byte, end int) {
	n, size := r.uint(at, 2), r.uint(at+2, 1)
	if n == 0 || r.err != nil {
		return nil, at + 2
	}
	data := at + 3 + (n+1)*size - 1
	from := data + r.uint(at+3, size)
	for i := 1; i <= n && r.err == nil; i++ {
		to := data + r.uint(at+3+i*size, size)
		list = append(list, r.slice(from, to))
		from = to
	}
	return list, from
}

// charset reads which CID each glyph has (5176 13).
func (r *cffReader) charset(at, glyphs int) []int {
	cids := []int{0}
	format, at := r.uint(at, 1), at+1
	for len(cids) < glyphs && r.err == nil {
		first, more := r.uint(at, 2), 0
		at += 2
		if format > 0 {
			more = r.uint(at, format)
			at += format
		}
		for i := 0; i <= more && len(cids) < glyphs; i++ {
			cids = append(cids, first+i)
		}
	}
	return cids
}

// choice reads an FDSelect (5176 19).
func (r *cffReader) choice(at, glyphs int) []int {
	choice := make([]int, glyphs)
	if r.uint(at, 1) == 0 {
		for g := range choice {
			choice[g] = r.uint(at+1+g, 1)
		}
		return choice
	}
	for i := range r.uint(at+1, 2) {
		entry := at + 3 + 3*i
		for g := r.uint(entry, 2); g < min(r.uint(entry+3, 2), glyphs); g++ {
			choice[g] = r.uint(entry+2, 1)
		}
	}
	return choice
}
