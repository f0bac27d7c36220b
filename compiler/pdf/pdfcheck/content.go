package pdfcheck

import (
	"fmt"
	"strings"
)

// Sequence is one marked-content sequence of a page that is not inside another.
type Sequence struct {
	Page  int    // from 0
	Tag   string // "P", "Artifact"
	MCID  int    // -1 for an artifact
	Props Dict
	Text  string
}

// pageContent is what a page's content stream says.
type pageContent struct {
	sequences []Sequence
	shown     map[int]map[uint16]bool // by font's object number: the codes shown
	colours   map[string]bool         // device colours other than grey, as ICC profiles name them
	faults    []error
	rooms     []Room
}

// operators are those of ISO 32000-1 annex A that our pages use, with their numbers of operands.
var operators = map[string]int{
	"q": 0, "Q": 0, "cm": 6, "w": 1, "j": 1, "m": 2, "l": 2, "c": 6, "h": 0, "re": 4, "S": 0, "f": 0, "B": 0, "g": 1, "G": 1,
	"BT": 0, "ET": 0, "Tf": 2, "Td": 2, "Tm": 6, "Tr": 1, "Ts": 1, "Tc": 1, "Tj": 1, "TJ": 1, "Do": 1,
	"BDC": 2, "EMC": 0, "k": 4, "K": 4, "rg": 3, "RG": 3, "CS": 1, "SCN": 1, "gs": 1,
}

// Page reads the content of page n.
func (f *File) Page(n int) ([]Sequence, error) {
	c, err := f.pageContent(n)
	if err != nil {
		return nil, err
	}
	return c.sequences, nil
}

func (f *File) pageContent(n int) (*pageContent, error) {
	if c, ok := f.content[n]; ok {
		return c, nil
	}
	page := f.Dict(f.Objects[f.Pages()[n]])
	s, ok := f.Resolve(page.Get("Contents")).(*Stream)
	if !ok {
		return nil, &Fault{"content", pageName(n), "Contents is no stream"}
	}
	data, err := f.Decode(s)
	if err != nil {
		return nil, err
	}
	in := &interpreter{File: f, page: n, resources: f.Dict(page.Get("Resources")), lexer: lexer{b: data}}
	in.out.shown, in.out.colours = map[int]map[uint16]bool{}, map[string]bool{}
	in.run()
	if f.content == nil {
		f.content = map[int]*pageContent{}
	}
	f.content[n] = &in.out
	return &in.out, nil
}

func pageName(n int) string { return fmt.Sprintf("page %d", n+1) }

// interpreter walks a content stream.
type interpreter struct {
	*File
	lexer     lexer
	page      int
	resources Dict
	out       pageContent

	inText  bool
	saved   int
	font    int // object number, 0 none
	marks   []mark
	current *Sequence
	pen     pen
}

// mark is an open BDC.
type mark struct {
	inText bool
	actual *string // ActualText that stands for what is shown inside
}

func (in *interpreter) fault(rule, format string, args ...any) {
	in.out.faults = append(in.out.faults, &Fault{rule, pageName(in.page), fmt.Sprintf(format, args...)})
}

func (in *interpreter) run() {
	var args []Object
	for in.lexer.more() {
		if o := in.lexer.object(); o != nil {
			args = append(args, o)
			continue
		}
		name := in.lexer.word()
		if n, ok := operators[name]; !ok || n != len(args) {
			in.fault("operator", "%s with %d operands", name, len(args))
		} else {
			in.operator(name, args)
		}
		args = nil
	}
	if in.lexer.err != nil {
		in.out.faults = append(in.out.faults, in.lexer.err)
	}
	if in.inText || in.saved != 0 || len(in.marks) > 0 {
		in.fault("nesting", "BT, q or BDC is open at the end")
	}
}

func (in *interpreter) operator(name string, args []Object) {
	switch name {
	case "BT", "ET":
		if in.inText == (name == "BT") {
			in.fault("nesting", "%s out of place", name)
		}
		in.inText = name == "BT"
		in.move(name, args)
	case "q":
		if in.saved++; in.saved > 28 {
			in.fault("depth", "q nested %d deep", in.saved)
		}
	case "Q":
		in.saved--
	case "BDC":
		in.begin(string(args[0].(Name)), in.Dict(args[1]))
	case "EMC":
		in.end()
	case "Tf":
		in.setFont(args[0])
		in.pen.size, _ = thousandths(args[1])
		in.pen.widths = in.advances(in.font)
	case "Td", "Tm":
		in.move(name, args)
	case "Tj", "TJ":
		in.show(args[0])
	case "Do":
		in.image(in.Dict(in.resource("XObject", args[0])))
		in.painted()
	case "gs":
		in.resource("ExtGState", args[0])
	case "CS":
		in.space(in.Array(in.resource("ColorSpace", args[0])))
	case "S", "f", "B":
		in.painted()
	case "k", "K":
		in.out.colours["CMYK"] = true
	case "rg", "RG":
		if in.Dict(in.resources.Get("ColorSpace")).Has("DefaultRGB") {
			break // stands for it (ISO 32000-1 8.6.5.6)
		}
		in.out.colours["RGB "] = true
	}
	if (name == "B" || strings.ContainsRune("mlchSfrq", rune(name[0]))) && in.inText && name != "rg" {
		in.fault("nesting", "%s inside BT … ET", name)
	}
}

// resource gives the object that a name stands for.
func (in *interpreter) resource(kind string, o Object) Object {
	name, _ := o.(Name)
	r := in.Dict(in.resources.Get(kind)).Get(string(name))
	if r == nil {
		in.fault("resource", "%s %s is not in the resources", kind, name)
	}
	return r
}

// space takes the alternate of a Separation for one of the colours used: a program that knows no such plate shows it by that (ISO
// 19005-2 6.2.4.4).
func (in *interpreter) space(a Array) {
	if len(a) != 4 || in.Name(a[0]) != "Separation" {
		in.fault("colour", "a colour space that is no Separation")
		return
	}
	in.image(Dict{{"ColorSpace", a[2]}})
}

func (in *interpreter) image(d Dict) {
	switch in.Name(d.Get("ColorSpace")) {
	case "DeviceRGB":
		in.out.colours["RGB "] = true
	case "DeviceCMYK":
		in.out.colours["CMYK"] = true
	}
}

func (in *interpreter) setFont(o Object) {
	r, _ := in.resource("Font", o).(Ref)
	in.font = int(r)
}

// begin opens a sequence: a tagged one or an artifact at the outside, only a Span with ActualText inside.
func (in *interpreter) begin(tag string, props Dict) {
	m := mark{inText: in.inText}
	mcid, tagged := in.Int(props.Get("MCID"))
	switch {
	case len(in.marks) == 0 && (tagged || tag == "Artifact"):
		if !tagged {
			mcid = -1
		}
		in.out.sequences = append(in.out.sequences, Sequence{Page: in.page, Tag: tag, MCID: mcid, Props: props})
		in.current, in.pen.last = &in.out.sequences[len(in.out.sequences)-1], ""
	case len(in.marks) == 0:
		in.fault("untagged", "%s without MCID", tag)
	case tagged || tag == "Artifact":
		in.fault("nesting", "%s inside another sequence", tag)
	}
	if s, ok := props.Get("ActualText").(String); ok {
		text := TextString(s)
		m.actual = &text
	}
	in.marks = append(in.marks, m)
}

func (in *interpreter) end() {
	if len(in.marks) == 0 {
		in.fault("nesting", "EMC without BDC")
		return
	}
	m := in.marks[len(in.marks)-1]
	in.marks = in.marks[:len(in.marks)-1]
	if m.inText != in.inText {
		in.fault("nesting", "BDC … EMC crosses BT … ET")
	}
	if m.actual != nil && in.current != nil {
		in.current.Text += *m.actual
	}
	if len(in.marks) == 0 {
		in.current = nil
	}
}

func (in *interpreter) painted() {
	if in.current == nil {
		in.fault("untagged", "something is drawn outside of any sequence")
	}
}

// show decodes codes of two bytes.
func (in *interpreter) show(o Object) {
	in.painted()
	if !in.inText || in.font == 0 {
		in.fault("text", "text outside BT … ET or without a font")
		return
	}
	parts, isArray := o.(Array)
	if !isArray {
		parts = Array{o}
	}
	for _, part := range parts {
		switch part := part.(type) {
		case String:
			in.codes(part)
		case Int, Real:
			back, _ := thousandths(part)
			in.pen.x -= back * in.pen.size / 1000
		default:
			in.fault("operator", "TJ with something that is neither string nor number")
		}
	}
}

func (in *interpreter) codes(s String) {
	if len(s)%2 != 0 {
		in.fault("text", "a code of one byte")
		return
	}
	cmap := in.unicode(in.font)
	shown := in.out.shown[in.font]
	if shown == nil {
		shown = map[uint16]bool{}
		in.out.shown[in.font] = shown
	}
	replaced := in.actual() != nil
	for i := 0; i < len(s); i += 2 {
		code := uint16(s[i])<<8 | uint16(s[i+1])
		shown[code] = true
		if in.current != nil && !replaced {
			in.current.Text += cmap[code]
		}
		in.pass(code, cmap[code])
	}
}
