package pdfcheck

import (
	"bytes"
	"fmt"
	"strconv"
)

// lexer reads objects and operators. The first fault stops it.
type lexer struct {
	b   []byte
	at  int
	err error
}

func (l *lexer) fail(format string, args ...any) Object {
	if l.err == nil {
		l.err = &Fault{"syntax", fmt.Sprintf("byte %d", l.at), fmt.Sprintf(format, args...)}
	}
	l.at = len(l.b)
	return Null{}
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

func (l *lexer) space() {
	for l.at < len(l.b) && isSpace(l.b[l.at]) {
		l.at++
	}
}

// line passes over the rest of a line.
func (l *lexer) line() {
	for l.at < len(l.b) && l.b[l.at] != '\n' {
		l.at++
	}
}

// more reports whether anything but space is left.
func (l *lexer) more() bool {
	l.space()
	return l.at < len(l.b) && l.err == nil
}

func (l *lexer) has(s string) bool {
	if bytes.HasPrefix(l.b[l.at:], []byte(s)) {
		l.at += len(s)
		return true
	}
	return false
}

// word reads regular characters.
func (l *lexer) word() string {
	start := l.at
	for l.at < len(l.b) && !isSpace(l.b[l.at]) && !isDelimiter(l.b[l.at]) {
		l.at++
	}
	return string(l.b[start:l.at])
}

// object reads one object. Where an operator or keyword stands, it gives nil and leaves it.
func (l *lexer) object() Object {
	if !l.more() {
		return l.fail("an object is missing")
	}
	switch c := l.b[l.at]; {
	case l.has("<<"):
		return l.dict()
	case c == '<':
		return l.hex()
	case c == '(':
		return l.literal()
	case c == '[':
		l.at++
		return l.array()
	case c == '/':
		l.at++
		return l.name()
	case c == '+' || c == '-' || c == '.' || c >= '0' && c <= '9':
		return l.number()
	}
	return l.keyword()
}

func (l *lexer) keyword() Object {
	start := l.at
	switch w := l.word(); w {
	case "true", "false":
		return Bool(w == "true")
	case "null":
		return Null{}
	case "":
		return l.fail("unexpected %q", l.b[start])
	}
	l.at = start
	return nil
}

func (l *lexer) dict() Object {
	var d Dict
	for {
		if !l.more() {
			return l.fail("a dictionary does not end")
		}
		if l.has(">>") {
			return d
		}
		if l.has("%/V ") { // of a signature field that is still empty
			l.line()
			continue
		}
		if !l.has("/") {
			return l.fail("a key is no name")
		}
		key := string(l.name().(Name))
		value := l.object()
		if value == nil || l.err != nil {
			return l.fail("no value for %s", key)
		}
		if d.Has(key) {
			return l.fail("key %s twice", key)
		}
		d = append(d, Pair{key, value})
	}
}

func (l *lexer) array() Object {
	a := Array{}
	for {
		if !l.more() {
			return l.fail("an array does not end")
		}
		if l.has("]") {
			return a
		}
		o := l.object()
		if o == nil {
			return l.fail("a keyword in an array")
		}
		a = append(a, o)
	}
}

func (l *lexer) name() Object {
	raw := l.word()
	var b []byte
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) {
			n, err := strconv.ParseUint(raw[i+1:i+3], 16, 8)
			if err != nil {
				return l.fail("a bad #xx in the name %s", raw)
			}
			b = append(b, byte(n))
			i += 2
			continue
		}
		b = append(b, raw[i])
	}
	return Name(b)
}

func (l *lexer) number() Object {
	start := l.at
	w := l.word()
	n, err := strconv.ParseInt(w, 10, 64)
	if err != nil {
		if _, ok := parseReal(w); !ok {
			l.at = start
			return l.fail("bad number %s", w)
		}
		return Real(w)
	}
	if rest := l.b[l.at:]; n >= 0 && bytes.HasPrefix(rest, []byte(" 0 R")) && (len(rest) == 4 || isSpace(rest[4]) || isDelimiter(rest[4])) {
		l.at += 4
		return Ref(n)
	}
	return Int(n)
}

func (l *lexer) hex() Object {
	end := bytes.IndexByte(l.b[l.at:], '>')
	if end < 0 {
		return l.fail("a hex string does not end")
	}
	digits := string(l.b[l.at+1 : l.at+end])
	if len(digits)%2 != 0 {
		return l.fail("odd number of hex digits")
	}
	l.at += end + 1
	b := make([]byte, 0, len(digits)/2)
	for i := 0; i < len(digits); i += 2 {
		n, err := strconv.ParseUint(digits[i:i+2], 16, 8)
		if err != nil {
			return l.fail("bad hex digits %s", digits[i:i+2])
		}
		b = append(b, byte(n))
	}
	return String(b)
}

func (l *lexer) literal() Object {
	l.at++
	var b []byte
	for depth := 1; l.at < len(l.b); l.at++ {
		c := l.b[l.at]
		switch {
		case c == '\\' && l.at+1 < len(l.b):
			l.at++
			c = l.b[l.at]
			if i := bytes.IndexByte([]byte("nrtbf"), c); i >= 0 {
				c = "\n\r\t\b\f"[i]
			} else if bytes.IndexByte([]byte("()\\"), c) < 0 {
				return l.fail("an escape we do not write: \\%c", c)
			}
		case c == '(':
			depth++
		case c == ')':
			if depth--; depth == 0 {
				l.at++
				return String(b)
			}
		}
		b = append(b, c)
	}
	return l.fail("a string does not end")
}
