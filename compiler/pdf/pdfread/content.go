package pdfread

import "strings"

// page is what a page shows: by MCID the text of its marked-content sequences, and what is in none of them and no artifact either.
type page struct {
	texts map[int]string
	stray strings.Builder
}

// sequence is a marked-content sequence being read (ISO 32000-1 14.6).
type sequence struct {
	mcid    int    // of it, or of the one around it; -1: none
	aside   bool   // an artifact, or in one
	actual  string // what stands in the place of its text
	stands  bool
	written strings.Builder
}

// interpreter reads one content stream for its text.
type interpreter struct {
	*File
	page      *page
	resources dict
	fonts     map[string]*font
	font      *font
	open      []*sequence
	args      []object
}

// maxOpen bounds how deep sequences stand in each other, maxArgs how much may stand before an operator.
const (
	maxOpen = 100
	maxArgs = 64
)

// readPage reads the text of a page; what cannot be read is not there.
func (f *File) readPage(d dict) *page {
	p := &page{texts: map[int]string{}}
	in := interpreter{File: f, page: p, resources: f.inherited(d, "Resources"), fonts: map[string]*font{}}
	var data []byte
	for _, o := range f.list(d.get("Contents")) {
		s, ok := f.resolve(o).(*stream)
		if !ok {
			continue
		}
		part, _ := f.decode(s)
		data = append(append(data, part...), '\n')
	}
	in.run(data)
	return p
}

// inherited looks a key up in a page and the nodes above it (7.7.3.4).
func (f *File) inherited(d dict, key string) dict {
	for range maxDepth {
		if v := f.dict(d.get(key)); v != nil {
			return v
		}
		if d = f.dict(d.get("Parent")); d == nil {
			return nil
		}
	}
	return nil
}

func (in *interpreter) run(data []byte) {
	l := lexer{b: data, content: true}
	for l.more() && !l.bad {
		o := l.object(0)
		op, isOperator := o.(operator)
		switch {
		case !isOperator && len(in.args) < maxArgs:
			in.args = append(in.args, o)
		case isOperator:
			in.operator(string(op))
			in.args = in.args[:0]
		}
	}
	for len(in.open) > 0 {
		in.end()
	}
}

// arg gives the nth argument from the end; nil where there are not so many.
func (in *interpreter) arg(fromEnd int) object {
	if i := len(in.args) - 1 - fromEnd; i >= 0 {
		return in.args[i]
	}
	return nil
}

func (in *interpreter) operator(op string) {
	switch op {
	case "BDC":
		in.begin(in.arg(1), in.arg(0))
	case "BMC":
		in.begin(in.arg(0), nil)
	case "EMC":
		in.end()
	case "Tf":
		in.setFont(in.arg(1))
	case "Tj", "'", "\"":
		in.show(in.arg(0))
	case "TJ":
		a, _ := in.arg(0).(array)
		for _, o := range a {
			in.show(o)
		}
	}
}

func (in *interpreter) setFont(o object) {
	n, _ := o.(name)
	known, ok := in.fonts[string(n)]
	if !ok {
		known = in.newFont(in.dict(in.dict(in.resources.get("Font")).get(string(n))))
		in.fonts[string(n)] = known
	}
	in.font = known
}

func (in *interpreter) begin(tag, properties object) {
	if len(in.open) >= maxOpen {
		return
	}
	if n, ok := properties.(name); ok {
		properties = in.dict(in.resources.get("Properties")).get(string(n))
	}
	d := in.dict(properties)
	s := &sequence{mcid: -1, aside: in.name(tag) == "Artifact"}
	if len(in.open) > 0 {
		around := in.open[len(in.open)-1]
		s.mcid, s.aside = around.mcid, s.aside || around.aside
	}
	if n, ok := in.int(d.get("MCID")); ok {
		s.mcid = n
	}
	if actual := d.get("ActualText"); actual != nil {
		s.actual, s.stands = in.text(actual), true
	}
	in.open = append(in.open, s)
}

// end closes a sequence: its text goes to the sequence around it where both have one MCID, else to the page.
func (in *interpreter) end() {
	if len(in.open) == 0 {
		return
	}
	s := in.open[len(in.open)-1]
	in.open = in.open[:len(in.open)-1]
	text := s.text()
	if n := len(in.open); n > 0 && in.open[n-1].mcid == s.mcid {
		in.open[n-1].written.WriteString(text)
		return
	}
	switch {
	case s.mcid >= 0 && len(text) > 0:
		in.page.texts[s.mcid] += text
	case s.mcid < 0 && !s.aside:
		in.page.stray.WriteString(text)
	}
}

// text is what the sequence says. ActualText stands for ligatures and the like, but it may not change a figure: what counts
// is what a reader sees. A no-break space alone that it adds, behind a hyphen at a line's end, is there for other programs.
func (s *sequence) text() string {
	shown := s.written.String()
	if s.stands && digits(s.actual) == digits(shown) && s.actual != shown+"\u00A0" {
		return s.actual
	}
	return shown
}

// digits gives the figures of a text.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, s)
}

func (in *interpreter) show(o object) {
	s, ok := o.(str)
	if !ok || in.font == nil {
		return
	}
	to := &in.page.stray
	if n := len(in.open); n > 0 {
		to = &in.open[n-1].written
	}
	in.font.decode(to, string(s))
}
