package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"
)

// What Decode reads at most. The largest reports have some hundred kilobytes and ten levels.
const (
	maxInput = 64 << 20
	maxDepth = 64
)

// kind is a kind of JSON value.
type kind uint8

const (
	kindNull kind = iota
	kindBool
	kindNumber
	kindString
	kindList
	kindObject
)

// value is a JSON value with its place in the input.
type value struct {
	kind    kind
	text    string // of a string, number or bool
	at      int    // byte offset of its first byte
	half    int    // byte offset of a \u escape in a string that is half a character; 0: none
	members []member
	items   []value
}

// member is a field of an object.
type member struct {
	name  string
	at    int
	value value
}

// parser makes the tree of values out of encoding/json's tokens, which have offsets and keep every duplicate.
type parser struct {
	data     []byte
	dec      *json.Decoder
	problems []fault
	depth    int
}

// fault is a problem of the input that has no path yet.
type fault struct {
	at   int
	code Code
	args []any
}

// errStop ends parsing; the reason stands among the problems.
var errStop = errors.New("report: cannot read on")

// parseJSON gives the one value that data holds; ok is false where there is none. What is wrong on the way is in the faults.
func parseJSON(data []byte) (v value, faults []fault, ok bool) {
	p := &parser{data: data, dec: json.NewDecoder(bytes.NewReader(data))}
	p.dec.UseNumber()
	if !p.readable() {
		return value{}, p.problems, false
	}
	v, err := p.value()
	if err != nil {
		return value{}, p.problems, false
	}
	end := int(p.dec.InputOffset())
	if rest := bytes.TrimLeft(data[end:], " \t\r\n"); len(rest) > 0 {
		p.fault(len(data)-len(rest), "json.trailing", excerpt(rest))
	}
	return v, p.problems, true
}

// readable checks what encoding/json lets pass: it turns bytes that are not UTF-8 into U+FFFD.
func (p *parser) readable() bool {
	if len(p.data) > maxInput {
		p.fault(0, "json.size", len(p.data), maxInput)
		return false
	}
	for i := 0; i < len(p.data); {
		r, size := utf8.DecodeRune(p.data[i:])
		if r == utf8.RuneError && size == 1 {
			p.fault(i, "json.utf8", p.data[i])
			return false
		}
		i += size
	}
	return true
}

func (p *parser) fault(at int, code Code, args ...any) {
	p.problems = append(p.problems, fault{at, code, args})
}

// value reads the next value, or gives errStop where the input is no JSON from here on.
func (p *parser) value() (value, error) {
	tok, at, err := p.token()
	if err != nil {
		return value{}, err
	}
	switch t := tok.(type) {
	case string:
		return value{kind: kindString, text: t, at: at, half: p.half(t, at)}, nil
	case json.Number:
		return value{kind: kindNumber, text: string(t), at: at}, nil
	case bool:
		return value{kind: kindBool, text: strconv.FormatBool(t), at: at}, nil
	case json.Delim:
		return p.nested(t, at)
	}
	return value{kind: kindNull, at: at}, nil
}

func (p *parser) nested(open json.Delim, at int) (value, error) {
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > maxDepth {
		p.fault(at, "json.depth", maxDepth)
		return value{}, errStop
	}
	if open == '[' {
		return p.list(at)
	}
	return p.object(at)
}

func (p *parser) list(at int) (value, error) {
	v := value{kind: kindList, at: at}
	for p.dec.More() {
		item, err := p.value()
		if err != nil {
			return value{}, err
		}
		v.items = append(v.items, item)
	}
	_, _, err := p.token()
	return v, err
}

func (p *parser) object(at int) (value, error) {
	v := value{kind: kindObject, at: at}
	for p.dec.More() {
		tok, keyAt, err := p.token()
		if err != nil {
			return value{}, err
		}
		name, _ := tok.(string)
		inner, err := p.value()
		if err != nil {
			return value{}, err
		}
		v.members = append(v.members, member{name, keyAt, inner})
	}
	_, _, err := p.token()
	return v, err
}

// token gives the next token and where it begins.
func (p *parser) token() (json.Token, int, error) {
	before := int(p.dec.InputOffset())
	tok, err := p.dec.Token()
	if err == nil {
		skip := len(p.data[before:]) - len(bytes.TrimLeft(p.data[before:], " \t\r\n,:"))
		return tok, before + skip, nil
	}
	p.syntax()
	return nil, 0, errStop
}

// syntax says where the input stops being JSON. A Decoder's offsets are off inside of values, so all is read once more.
func (p *parser) syntax() {
	var syntax *json.SyntaxError
	var raw json.RawMessage
	err := json.Unmarshal(p.data, &raw)
	if !errors.As(err, &syntax) || syntax.Error() == "unexpected end of JSON input" {
		p.fault(len(p.data), "json.end")
		return
	}
	at := min(max(int(syntax.Offset)-1, 0), len(p.data))
	for at > 0 && at < len(p.data) && !utf8.RuneStart(p.data[at]) {
		at--
	}
	p.fault(at, "json.syntax", excerpt(p.data[at:]))
}

// half finds the \u escape that is half a character in the string just read; encoding/json turns it into U+FFFD.
func (p *parser) half(s string, at int) int {
	if !strings.Contains(s, "\uFFFD") {
		return 0
	}
	if i := loneSurrogate(p.data[at:p.dec.InputOffset()]); i >= 0 {
		return at + i
	}
	return 0
}

// loneSurrogate gives the offset of the first \uD800–\uDFFF escape that is not half of a pair, or -1.
func loneSurrogate(raw []byte) int {
	for i := 0; i+6 <= len(raw); i++ {
		if raw[i] != '\\' {
			continue
		}
		high := escaped(raw[i:])
		switch {
		case high < 0:
			i++ // the character behind the backslash
		case high >= 0xD800 && high < 0xDC00 && isLow(escaped(raw[i+6:])):
			i += 11
		case high >= 0xD800 && high < 0xE000:
			return i
		default:
			i += 5
		}
	}
	return -1
}

// escaped gives the code unit of an escape by four hex digits, \u516C, at the start of raw, or -1.
func escaped(raw []byte) int {
	if len(raw) < 6 || raw[0] != '\\' || raw[1] != 'u' {
		return -1
	}
	n, err := strconv.ParseUint(string(raw[2:6]), 16, 16)
	if err != nil {
		return -1
	}
	return int(n)
}

func isLow(unit int) bool { return unit >= 0xDC00 && unit < 0xE000 }

// excerpt is the beginning of what could not be read, short enough for a message.
func excerpt(b []byte) string {
	s := []rune(string(b[:min(len(b), 64)]))
	for i, r := range s {
		if r == '\n' || r == '\r' || i == 12 {
			return string(s[:max(i, 1)])
		}
	}
	return string(s)
}
