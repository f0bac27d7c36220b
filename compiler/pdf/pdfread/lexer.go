package pdfread

import (
	"bytes"
	"strconv"
)

// lexer reads objects (ISO 32000-1 7.2, 7.3). Where the input cannot be read it goes to its end and is bad from then on.
type lexer struct {
	b       []byte
	at      int
	bad     bool
	content bool // of a page: words are operators, and there are no references
}

func (l *lexer) fail() object {
	l.bad, l.at = true, len(l.b)
	return nil
}

func isSpace(c byte) bool {
	return c <= ' ' && (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0)
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

// space passes over white space and comments.
func (l *lexer) space() {
	for l.at < len(l.b) {
		switch c := l.b[l.at]; {
		case c == '%':
			for l.at < len(l.b) && l.b[l.at] != '\n' && l.b[l.at] != '\r' {
				l.at++
			}
		case !isSpace(c):
			return
		default:
			l.at++
		}
	}
}

// more says whether anything is left.
func (l *lexer) more() bool {
	l.space()
	return l.at < len(l.b)
}

// word reads regular characters behind white space.
func (l *lexer) word() string {
	l.space()
	start := l.at
	for l.at < len(l.b) && !isSpace(l.b[l.at]) && !isDelimiter(l.b[l.at]) {
		l.at++
	}
	return string(l.b[start:l.at])
}

// int reads a whole number that is not negative.
func (l *lexer) int() (int, bool) {
	n, err := strconv.Atoi(l.word())
	return n, err == nil && n >= 0
}

// object reads one object. depth says how many arrays and dictionaries it stands in.
func (l *lexer) object(depth int) object {
	if !l.more() || depth > maxDepth {
		return l.fail()
	}
	switch c := l.b[l.at]; {
	case c == '<' && l.at+1 < len(l.b) && l.b[l.at+1] == '<':
		l.at += 2
		return l.dict(depth)
	case c == '<':
		l.at++
		return l.hex()
	case c == '(':
		l.at++
		return l.literal()
	case c == '[':
		l.at++
		return l.array(depth)
	case c == '/':
		l.at++
		return l.name()
	case isDelimiter(c):
		return l.fail()
	case c == '+' || c == '-' || c == '.' || c >= '0' && c <= '9':
		return l.number()
	}
	return l.keyword()
}

func (l *lexer) keyword() object {
	switch w := l.word(); {
	case w == "true" || w == "false":
		return boolean(w == "true")
	case w == "null":
		return nil
	case l.content:
		return operator(w)
	}
	return l.fail()
}

// number reads a number, or a reference where a generation and R follow.
func (l *lexer) number() object {
	n := number(l.word())
	if l.content {
		return n
	}
	num, err := strconv.Atoi(string(n))
	if err != nil || num < 0 {
		return n
	}
	after := l.at
	if _, ok := l.int(); ok && l.word() == "R" {
		return ref(num)
	}
	l.at = after
	return n
}

func (l *lexer) array(depth int) object {
	a := array{}
	for l.more() {
		if l.b[l.at] == ']' {
			l.at++
			return a
		}
		a = append(a, l.object(depth+1))
	}
	return l.fail()
}

func (l *lexer) dict(depth int) object {
	d := dict{}
	for l.more() {
		if bytes.HasPrefix(l.b[l.at:], []byte(">>")) {
			l.at += 2
			return d
		}
		key, ok := l.object(depth + 1).(name)
		if !ok {
			return l.fail()
		}
		d = append(d, entryOf{string(key), l.object(depth + 1)})
	}
	return l.fail()
}

func (l *lexer) name() object {
	raw := l.b[l.at:]
	if n := bytes.IndexFunc(raw, func(r rune) bool { return r < 0x80 && (isSpace(byte(r)) || isDelimiter(byte(r))) }); n >= 0 {
		raw = raw[:n]
	}
	l.at += len(raw)
	if bytes.IndexByte(raw, '#') < 0 {
		return name(raw)
	}
	b := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) {
			if n, err := strconv.ParseUint(string(raw[i+1:i+3]), 16, 8); err == nil {
				b = append(b, byte(n))
				i += 2
				continue
			}
		}
		b = append(b, raw[i])
	}
	return name(b)
}

// hex reads the digits of <…>; a last digit without a partner counts as if 0 followed (7.3.4.3).
func (l *lexer) hex() object {
	end := bytes.IndexByte(l.b[l.at:], '>')
	if end < 0 {
		return l.fail()
	}
	out, half, odd := make([]byte, 0, end/2+1), byte(0), false
	for _, c := range l.b[l.at : l.at+end] {
		digit, ok := hexDigit(c)
		switch {
		case !ok:
		case odd:
			out, odd = append(out, half<<4|digit), false
		default:
			half, odd = digit, true
		}
	}
	if odd {
		out = append(out, half<<4)
	}
	l.at += end + 1
	return str(out)
}

func hexDigit(c byte) (byte, bool) {
	switch {
	case '0' <= c && c <= '9':
		return c - '0', true
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return c | 0x20 - 'a' + 10, true
	}
	return 0, false
}
