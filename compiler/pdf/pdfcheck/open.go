package pdfcheck

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
)

// File is a PDF file, read whole.
type File struct {
	Data     []byte
	unsigned int // the object that becomes the signature
	Trailer  Dict
	Objects  map[int]Object
	Size     int // objects, with those not used

	raw        map[int]int // offset of objects that are not packed
	inStream   map[int]int // object stream of those that are
	content    map[int]*pageContent
	toText     map[int]cmap
	fontWidths map[int]advances // by object number
}

var startxref = regexp.MustCompile(`(?s)startxref\n(\d+)\n%%EOF\n$`)

// Open reads a file: header, cross-reference of either kind, and all objects.
func Open(data []byte) (*File, error) {
	f := &File{Data: data, Objects: map[int]Object{}, raw: map[int]int{}, inStream: map[int]int{}}
	m := startxref.FindSubmatch(data[max(0, len(data)-64):])
	if m == nil {
		return nil, &Fault{"end", "file", "no startxref and %%EOF at the end"}
	}
	at, _ := strconv.Atoi(string(m[1]))
	if at >= len(data) {
		return nil, &Fault{"xref", "file", "startxref points behind the end"}
	}
	var err error
	if bytes.HasPrefix(data[at:], []byte("xref\n")) {
		err = f.table(at)
	} else {
		err = f.stream(at)
	}
	if err != nil {
		return nil, err
	}
	return f, f.load()
}

// table reads a cross-reference table of one section.
func (f *File) table(at int) error {
	l := &lexer{b: f.Data, at: at + len("xref\n")}
	first, size := l.word(), 0
	l.space()
	size, _ = strconv.Atoi(l.word())
	if first != "0" || size == 0 || !l.has("\n") || l.at+20*size > len(f.Data) {
		return &Fault{"xref", "file", "bad section head"}
	}
	for n := range size {
		row := f.Data[l.at : l.at+20]
		l.at += 20
		off, err := strconv.Atoi(string(row[:10]))
		if err != nil || row[10] != ' ' || string(row[16:17]) != " " || string(row[18:]) != " \n" {
			return &Fault{"xref", "file", fmt.Sprintf("bad entry %d", n)}
		}
		if row[17] == 'n' {
			f.raw[n] = off
		}
	}
	if !l.has("trailer\n") {
		return &Fault{"xref", "file", "no trailer"}
	}
	f.Trailer, _ = l.object().(Dict)
	f.Size = size
	return l.err
}

// stream reads a cross-reference stream with fields of 1, 5 and 2 bytes.
func (f *File) stream(at int) error {
	n, o, err := f.at(at)
	if err != nil {
		return err
	}
	s, ok := o.(*Stream)
	if !ok || s.Dict.Get("Type") != Name("XRef") {
		return &Fault{"xref", "file", "startxref points to no cross-reference"}
	}
	rows, err := f.Decode(s)
	if err != nil {
		return err
	}
	size, _ := s.Dict.Get("Size").(Int)
	if len(rows) != int(size)*8 {
		return &Fault{"xref", "file", "the number of entries is not Size"}
	}
	for i := range int(size) {
		r := rows[8*i:]
		what := int(r[1])<<32 | int(r[2])<<24 | int(r[3])<<16 | int(r[4])<<8 | int(r[5])
		switch r[0] {
		case 1:
			f.raw[i] = what
		case 2:
			f.inStream[i] = what
		}
	}
	f.Trailer, f.Size = s.Dict, int(size)
	f.Objects[n] = s
	return nil
}

// at reads the indirect object at an offset.
func (f *File) at(off int) (int, Object, error) {
	l := &lexer{b: f.Data, at: off}
	num, err := strconv.Atoi(l.word())
	if err != nil || !l.has(" 0 obj\n") {
		return 0, nil, &Fault{"xref", fmt.Sprintf("byte %d", off), "no object there"}
	}
	o := l.object()
	if l.err != nil {
		return num, nil, l.err
	}
	if d, ok := o.(Dict); ok && l.has("\nstream\n") {
		n, isInt := d.Get("Length").(Int)
		if !isInt || n < 0 || l.at+int(n) > len(l.b) {
			return num, nil, &Fault{"stream", fmt.Sprintf("object %d", num), "bad Length"}
		}
		o = &Stream{d, l.b[l.at : l.at+int(n)]}
		l.at += int(n)
		if !l.has("\r\nendstream") && (l.b[l.at-1] == '\r' || !l.has("\nendstream")) { // CR and LF would be one end of line
			return num, nil, &Fault{"stream", fmt.Sprintf("object %d", num), "Length does not lead to endstream"}
		}
	}
	if o == (Null{}) && l.has("\n%") { // the value of a signature field that is still empty
		l.line()
		f.unsigned = num
	}
	if !l.has("\nendobj\n") {
		return num, nil, &Fault{"syntax", fmt.Sprintf("object %d", num), "no endobj"}
	}
	return num, o, nil
}

// load reads all objects: first those at offsets, then what object streams hold.
func (f *File) load() error {
	for n, off := range f.raw {
		num, o, err := f.at(off)
		if err != nil {
			return err
		}
		if num != n {
			return &Fault{"xref", fmt.Sprintf("object %d", n), fmt.Sprintf("object %d stands there", num)}
		}
		f.Objects[n] = o
	}
	seen := map[int]bool{}
	for _, n := range f.inStream {
		if !seen[n] {
			seen[n] = true
			if err := f.unpack(n); err != nil {
				return err
			}
		}
	}
	for n := range f.inStream {
		if f.Objects[n] == nil {
			return &Fault{"xref", fmt.Sprintf("object %d", n), "not in its object stream"}
		}
	}
	return nil
}

func (f *File) unpack(n int) error {
	where := fmt.Sprintf("object stream %d", n)
	s, ok := f.Objects[n].(*Stream)
	if !ok || s.Dict.Get("Type") != Name("ObjStm") {
		return &Fault{"xref", where, "is none"}
	}
	data, err := f.Decode(s)
	if err != nil {
		return err
	}
	count, _ := s.Dict.Get("N").(Int)
	first, _ := s.Dict.Get("First").(Int)
	head := &lexer{b: data}
	for range int(count) {
		num, _ := head.object().(Int)
		off, ok := head.object().(Int)
		if !ok || head.at > int(first) || f.inStream[int(num)] != n {
			return &Fault{"object-stream", where, "bad head"}
		}
		body := &lexer{b: data, at: int(first + off)}
		o := body.object()
		if body.err != nil {
			return body.err
		}
		f.Objects[int(num)] = o
	}
	return nil
}

// Resolve follows references.
func (f *File) Resolve(o Object) Object {
	for range 8 {
		r, ok := o.(Ref)
		if !ok {
			return o
		}
		o = f.Objects[int(r)]
	}
	return nil
}

// Dict gives a dictionary, or that of a stream; empty where o is neither.
func (f *File) Dict(o Object) Dict {
	switch o := f.Resolve(o).(type) {
	case Dict:
		return o
	case *Stream:
		return o.Dict
	}
	return nil
}

// Array gives an array, empty where o is none.
func (f *File) Array(o Object) Array {
	a, _ := f.Resolve(o).(Array)
	return a
}

// Int gives a whole number; ok is false where o is none.
func (f *File) Int(o Object) (n int, ok bool) {
	i, ok := f.Resolve(o).(Int)
	return int(i), ok
}

// Name gives a name, "" where o is none.
func (f *File) Name(o Object) string {
	n, _ := f.Resolve(o).(Name)
	return string(n)
}

// Catalog gives the document's root.
func (f *File) Catalog() Dict { return f.Dict(f.Trailer.Get("Root")) }

// Pages gives the object numbers of the pages, in order.
func (f *File) Pages() []int {
	var pages []int
	var walk func(o Object, depth int)
	walk = func(o Object, depth int) {
		r, _ := o.(Ref)
		d := f.Dict(o)
		if f.Name(d.Get("Type")) == "Page" {
			pages = append(pages, int(r))
			return
		}
		for _, kid := range f.Array(d.Get("Kids")) {
			if depth < 8 {
				walk(kid, depth+1)
			}
		}
	}
	walk(f.Catalog().Get("Pages"), 0)
	return pages
}
