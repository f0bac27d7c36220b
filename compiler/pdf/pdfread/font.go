package pdfread

import (
	"strings"
	"unicode/utf16"
)

// font tells what its codes stand for: what ToUnicode says (ISO 32000-1 9.10.3).
type font struct {
	width   int // bytes of a code
	unicode map[int]string
}

// maxRange bounds a range of codes: a code has two bytes.
const maxRange = 1 << 16

func (f *File) newFont(d dict) *font {
	t := &font{width: 1, unicode: map[int]string{}}
	if f.name(d.get("Subtype")) == "Type0" {
		t.width = 2
	}
	s, ok := f.resolve(d.get("ToUnicode")).(*stream)
	if !ok {
		return t
	}
	data, _ := f.decode(s)
	t.read(data)
	return t
}

// read reads the bfchar and bfrange sections.
func (t *font) read(data []byte) {
	l := lexer{b: data, content: true}
	section := ""
	var args []object
	for l.more() && !l.bad {
		o := l.object(0)
		if op, ok := o.(operator); ok {
			section, args = string(op), args[:0]
			continue
		}
		args = append(args, o)
		switch {
		case section == "beginbfchar" && len(args) == 2:
			t.set(code(args[0]), utf16Of(args[1]))
		case section == "beginbfrange" && len(args) == 3:
			t.setRange(args)
		case len(args) < 3 && strings.HasPrefix(section, "beginbf"):
			continue
		}
		args = args[:0]
	}
}

func (t *font) set(code int, text string) {
	if code >= 0 && code < maxRange {
		t.unicode[code] = text
	}
}

func (t *font) setRange(args []object) {
	from, to := code(args[0]), code(args[1])
	list, isList := args[2].(array)
	text := utf16Of(args[2])
	for c := from; from >= 0 && c <= min(to, maxRange-1); c++ {
		switch {
		case isList && c-from < len(list):
			t.set(c, utf16Of(list[c-from]))
		case !isList && text != "":
			t.set(c, raise(text, c-from))
		}
	}
}

// raise adds n to the last character.
func raise(text string, n int) string {
	runes := []rune(text)
	runes[len(runes)-1] += rune(n)
	return string(runes)
}

func code(o object) int {
	s, ok := o.(str)
	if !ok || len(s) > 2 || len(s) == 0 {
		return -1
	}
	return bigEndian([]byte(s))
}

func utf16Of(o object) string {
	s, _ := o.(str)
	return decodeUTF16(string(s))
}

// decode appends what the codes stand for. A code that stands for nothing is U+FFFD: something is shown there.
func (t *font) decode(out *strings.Builder, codes string) {
	for len(codes) >= t.width {
		text, ok := t.unicode[bigEndian([]byte(codes[:t.width]))]
		if !ok {
			text = string(rune(unknown))
		}
		out.WriteString(text)
		codes = codes[t.width:]
	}
}

const unknown = '\uFFFD'

func decodeUTF16(s string) string {
	units := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}
