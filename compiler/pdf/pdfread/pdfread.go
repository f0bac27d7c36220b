// Package pdfread reads back what a PDF carries and shows: the files associated with it, and its text and tables in the order
// of the tags.
//
// It is made for the files that package pdf writes, also when somebody has added to them since by incremental updates, as
// signing does; of other producers' files it reads what is built the same way. It trusts nothing: what it takes is bounded,
// references that go in circles end, and no input makes it panic (see FuzzOpen). It does not repair: a file whose
// cross-reference is damaged is refused.
//
// Package pdfcheck, which tests use, is stricter and knows only the writer's own dialect.
package pdfread

import (
	"bytes"
	"errors"
	"strconv"
)

// What can be wrong with a file as a whole.
var (
	ErrNotPDF    = errors.New("pdfread: not a PDF file")
	ErrDamaged   = errors.New("pdfread: the PDF file is damaged")
	ErrEncrypted = errors.New("pdfread: the PDF file is encrypted")
	ErrUntagged  = errors.New("pdfread: the PDF file has no structure tree")
)

// The bounds. A table of 20,000 rows has 250,000 objects and 20 MB of them.
const (
	maxObjects  = 2 << 20
	maxDepth    = 64        // of arrays and dictionaries in each other
	maxSections = 1024      // of the cross-reference: one for each update
	maxDecoded  = 256 << 20 // of all streams together
)

// File is a PDF file.
type File struct {
	data    []byte
	entries map[int]entry
	trailer dict
	objects map[int]object // read so far
	reading map[int]bool   // being read: a stream's length may refer to the stream
	streams map[int]*pack
	decoded int
}

// entry is where an object stands: at an offset, or as the nth of an object stream.
type entry struct {
	at     int
	packed bool
	stream int
}

// Open reads the cross-reference of a file. Objects are read when they are asked for.
func Open(data []byte) (*File, error) {
	if !bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")) { // ISO 32000-1 annex H.3: some bytes may stand before it
		return nil, ErrNotPDF
	}
	f := &File{data: data, entries: map[int]entry{}, objects: map[int]object{}, reading: map[int]bool{}, streams: map[int]*pack{}}
	at, ok := f.start()
	if !ok {
		return nil, ErrDamaged
	}
	if err := f.crossReferences(at); err != nil {
		return nil, err
	}
	if f.trailer.get("Encrypt") != nil {
		return nil, ErrEncrypted
	}
	if len(f.catalog()) == 0 {
		return nil, ErrDamaged
	}
	return f, nil
}

// start finds the offset behind the last startxref.
func (f *File) start() (int, bool) {
	i := bytes.LastIndex(f.data, []byte("startxref"))
	if i < 0 {
		return 0, false
	}
	l := lexer{b: f.data, at: i + len("startxref")}
	n, ok := l.int()
	return n, ok && n > 0 && n < len(f.data)
}

func (f *File) catalog() dict { return f.dict(f.trailer.get("Root")) }

// resolve follows a reference; anything that is none comes back as it is, what is missing as nil.
func (f *File) resolve(o object) object {
	for range 8 {
		r, ok := o.(ref)
		if !ok {
			return o
		}
		o = f.object(int(r))
	}
	return nil
}

// object gives an indirect object.
func (f *File) object(num int) object {
	if o, known := f.objects[num]; known {
		return o
	}
	e, known := f.entries[num]
	if !known || f.reading[num] {
		return nil
	}
	f.reading[num] = true
	var o object
	if e.packed {
		o = f.packed(e)
	} else if n, at, ok := f.at(e.at); ok && n == num {
		o = at
	}
	delete(f.reading, num)
	f.objects[num] = o
	return o
}

// at reads the indirect object at an offset.
func (f *File) at(offset int) (num int, o object, ok bool) {
	if offset < 0 || offset >= len(f.data) {
		return 0, nil, false
	}
	l := lexer{b: f.data, at: offset}
	num, ok = l.int()
	if _, isInt := l.int(); !ok || !isInt || l.word() != "obj" {
		return 0, nil, false
	}
	o = l.object(0)
	d, isDict := o.(dict)
	if !isDict || l.bad {
		return num, o, !l.bad
	}
	l.space()
	if l.word() != "stream" {
		return num, o, true
	}
	return f.streamAt(num, d, l.at)
}

// streamAt reads the data behind the word "stream", which a line end follows (ISO 32000-1 7.3.8.1).
func (f *File) streamAt(num int, d dict, at int) (int, object, bool) {
	if at < len(f.data) && f.data[at] == '\r' {
		at++
	}
	if at < len(f.data) && f.data[at] == '\n' {
		at++
	}
	n, ok := f.int(d.get("Length"))
	if !ok || n < 0 || n > len(f.data)-at {
		return num, nil, false
	}
	return num, &stream{d, f.data[at : at+n]}, true
}

func (f *File) dict(o object) dict {
	switch o := f.resolve(o).(type) {
	case dict:
		return o
	case *stream:
		return o.dict
	}
	return nil
}

func (f *File) array(o object) array {
	a, _ := f.resolve(o).(array)
	return a
}

func (f *File) int(o object) (int, bool) {
	n, ok := f.resolve(o).(number)
	i, err := strconv.Atoi(string(n))
	return i, ok && err == nil
}

func (f *File) name(o object) string {
	n, _ := f.resolve(o).(name)
	return string(n)
}

func (f *File) text(o object) string {
	s, _ := f.resolve(o).(str)
	return decodeText(string(s))
}
