package pdfread

// crossReferences reads the section at an offset and those before it. A later section counts before an earlier one: that is
// what an update is.
func (f *File) crossReferences(at int) error {
	next, seen := []int{at}, map[int]bool{}
	for len(next) > 0 && len(seen) < maxSections {
		at, next = next[0], next[1:]
		if seen[at] || at < 0 || at >= len(f.data) {
			continue
		}
		seen[at] = true
		d, ok := f.section(at)
		if !ok {
			return ErrDamaged
		}
		if f.trailer == nil {
			f.trailer = d
		}
		for _, key := range []string{"XRefStm", "Prev"} { // 7.5.8.4: the stream of a hybrid file comes before what is older
			n, isNumber := d.get(key).(number)
			if at, ok := f.int(n); isNumber && ok {
				next = append(next, at)
			}
		}
	}
	return nil
}

func (f *File) section(at int) (dict, bool) {
	l := lexer{b: f.data, at: at}
	if l.word() == "xref" {
		return f.table(&l)
	}
	_, o, ok := f.at(at)
	s, isStream := o.(*stream)
	if !ok || !isStream || f.name(s.dict.get("Type")) != "XRef" {
		return nil, false
	}
	return s.dict, f.xrefStream(s)
}

// table reads a cross-reference table (7.5.4): sub-sections of entries, then the trailer.
func (f *File) table(l *lexer) (dict, bool) {
	for {
		before := l.at
		first, ok := l.int()
		if !ok {
			l.at = before
			break
		}
		count, ok := l.int()
		if !ok || count > maxObjects || first > maxObjects {
			return nil, false
		}
		for n := first; n < first+count; n++ {
			at, okAt := l.int()
			_, okGen := l.int()
			kind := l.word()
			if !okAt || !okGen || kind != "n" && kind != "f" {
				return nil, false
			}
			f.enter(n, entry{at: at}, kind == "n")
		}
	}
	if l.word() != "trailer" {
		return nil, false
	}
	d, ok := l.object(0).(dict)
	return d, ok
}

// enter keeps the entry of an object that no later section has told of. Free ones are kept as well: they hide older ones.
func (f *File) enter(num int, e entry, used bool) {
	if _, known := f.entries[num]; known || len(f.entries) >= maxObjects {
		return
	}
	if !used {
		e = entry{at: -1}
	}
	f.entries[num] = e
}

// xrefStream reads a cross-reference stream (7.5.8).
func (f *File) xrefStream(s *stream) bool {
	w, data := [3]int{}, []byte(nil)
	for i, o := range f.array(s.dict.get("W")) {
		n, ok := f.int(o)
		if !ok || i > 2 || n < 0 || n > 8 {
			return false
		}
		w[i] = n
	}
	data, ok := f.decode(s)
	size, okSize := f.int(s.dict.get("Size"))
	row := w[0] + w[1] + w[2]
	if !ok || !okSize || row == 0 {
		return false
	}
	index := f.array(s.dict.get("Index"))
	if index == nil {
		index = array{number("0"), s.dict.get("Size")}
	}
	for i := 0; i+1 < len(index); i += 2 {
		first, ok1 := f.int(index[i])
		count, ok2 := f.int(index[i+1])
		if !ok1 || !ok2 || first < 0 || count < 0 || first > maxObjects || count > min(size, len(data)/row) {
			return false
		}
		for n := range count {
			f.row(first+n, data[n*row:(n+1)*row], w)
		}
		data = data[count*row:]
	}
	return true
}

func (f *File) row(num int, b []byte, w [3]int) {
	kind := 1 // where W says that the field is not there
	if w[0] > 0 {
		kind = bigEndian(b[:w[0]])
	}
	second, third := bigEndian(b[w[0]:w[0]+w[1]]), bigEndian(b[w[0]+w[1]:])
	switch kind {
	case 0:
		f.enter(num, entry{}, false)
	case 1:
		f.enter(num, entry{at: second}, true)
	case 2:
		f.enter(num, entry{at: third, packed: true, stream: second}, true)
	}
}

func bigEndian(b []byte) int {
	n := 0
	for _, c := range b {
		n = n<<8 | int(c)
	}
	return n
}

// pack is an object stream, decoded.
type pack struct {
	data   []byte
	starts []int
}

// packed reads an object out of its object stream (7.5.7).
func (f *File) packed(e entry) object {
	p := f.pack(e.stream)
	if e.at < 0 || e.at >= len(p.starts) {
		return nil
	}
	l := lexer{b: p.data, at: p.starts[e.at]}
	o := l.object(0)
	if l.bad {
		return nil
	}
	return o
}

func (f *File) pack(num int) *pack {
	if p, known := f.streams[num]; known {
		return p
	}
	p := &pack{}
	f.streams[num] = p
	if f.entries[num].packed { // an object stream stands in no other
		return p
	}
	s, ok := f.object(num).(*stream)
	if !ok {
		return p
	}
	data, ok := f.decode(s)
	count, okCount := f.int(s.dict.get("N"))
	first, okFirst := f.int(s.dict.get("First"))
	if !ok || !okCount || !okFirst || first < 0 || first > len(data) {
		return p
	}
	p.data = data
	l := lexer{b: data[:first]}
	for range count {
		_, ok1 := l.int()
		at, ok2 := l.int()
		if !ok1 || !ok2 || at > len(data)-first {
			break
		}
		p.starts = append(p.starts, first+at)
	}
	return p
}
