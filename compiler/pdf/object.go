package pdf

import (
	"strconv"
	"time"
	"unicode/utf16"

	"github.com/banxin-go/banxin/layout/unit"
)

// ref is the number of an indirect object; every generation is 0.
type ref int32

// buffer collects PDF syntax. Only the methods of value, dict and array write to it, and each of them writes one whole
// object, so that brackets close, keys have values and tokens stand apart whatever the caller does.
type buffer struct {
	b   []byte
	err error // the first object that ISO 32000-1 or ISO 19005-2 has no room for
}

// value is the place of exactly one object.
type value struct{ w *buffer }

// dict takes pairs, which appear in the order written.
type dict struct{ w *buffer }

// array takes elements.
type array struct{ w *buffer }

// key begins a pair.
func (d dict) key(name string) value {
	d.w.name(name)
	return value(d)
}

// item begins an element.
func (a array) item() value { return value(a) }

func (v value) dict(fill func(dict)) {
	v.w.b = append(v.w.b, '<', '<')
	fill(dict(v))
	v.w.b = append(v.w.b, '>', '>')
}

func (v value) array(fill func(array)) {
	v.w.b = append(v.w.b, '[')
	fill(array(v))
	v.w.b = append(v.w.b, ']')
}

func (v value) name(s string) { v.w.name(s) }

func (v value) bool(is bool) {
	v.w.apart()
	v.w.b = strconv.AppendBool(v.w.b, is)
}

func (v value) null() {
	v.w.apart()
	v.w.b = append(v.w.b, "null"...)
}

func (v value) int(n int) {
	v.w.apart()
	v.w.b = strconv.AppendInt(v.w.b, int64(n), 10)
}

func (v value) ref(r ref) {
	v.w.apart()
	v.w.b = strconv.AppendInt(v.w.b, int64(r), 10)
	v.w.b = append(v.w.b, " 0 R"...)
}

func (v value) length(l unit.Length) {
	v.w.apart()
	v.w.b = l.AppendDecimal(v.w.b)
}

// decimal writes n / 10⁴.
func (v value) decimal(n int64) {
	v.w.apart()
	v.w.b = unit.AppendTenThousandths(v.w.b, n)
}

// bytes writes a byte string (ISO 32000-1 7.3.4.2); the three characters that a literal cannot hold are escaped, and so are
// line ends, which readers would turn into LF.
func (v value) bytes(s string) {
	v.w.limit(len(s))
	v.w.b = append(v.w.b, '(')
	for i := range len(s) {
		v.w.b = appendEscaped(v.w.b, s[i])
	}
	v.w.b = append(v.w.b, ')')
}

func appendEscaped(b []byte, c byte) []byte {
	switch c {
	case '(', ')', '\\':
		return append(b, '\\', c)
	case '\r':
		return append(b, '\\', 'r')
	case '\n':
		return append(b, '\\', 'n')
	}
	return append(b, c)
}

// text writes a text string (7.9.2.2): as it is when ASCII, which PDFDocEncoding shares, else UTF-16BE in hex.
func (v value) text(s string) {
	if isASCII(s) {
		v.bytes(s)
		return
	}
	start := len(v.w.b)
	v.w.b = append(v.w.b, "<FEFF"...)
	v.w.b = appendUTF16(v.w.b, s)
	v.w.limit((len(v.w.b) - start) / 2)
	v.w.b = append(v.w.b, '>')
}

// date writes a date string (7.9.4), always with its zone: some checkers refuse the forms Z and Z'.
func (v value) date(t time.Time) {
	zone := t.Format("-0700")
	v.bytes(t.Format("D:20060102150405") + zone[:3] + "'" + zone[3:] + "'")
}

// hex writes a byte string as hex digits.
func (v value) hex(data []byte) {
	v.w.limit(len(data))
	v.w.b = append(v.w.b, '<')
	for _, c := range data {
		v.w.b = append(v.w.b, hexDigits[c>>4], hexDigits[c&15])
	}
	v.w.b = append(v.w.b, '>')
}

const hexDigits = "0123456789ABCDEF"

// maxString is the longest string in bytes, maxName the longest name (ISO 19005-2 6.1.13).
const (
	maxString = 32767
	maxName   = 127
)

func (w *buffer) limit(n int) {
	if n > maxString && w.err == nil {
		w.err = &LimitError{Fault: LongString, Page: -1}
	}
}

// name writes a name; all but plain characters become #xx (7.3.5).
func (w *buffer) name(s string) {
	if len(s) > maxName && w.err == nil {
		w.err = &LimitError{Fault: LongString, Page: -1, Text: s}
	}
	w.b = append(w.b, '/')
	for i := range len(s) {
		if c := s[i]; c > ' ' && c < 0x7F && !delimiter(c) && c != '#' {
			w.b = append(w.b, c)
		} else {
			w.b = append(w.b, '#', hexDigits[c>>4], hexDigits[c&15])
		}
	}
}

// apart puts a space between two tokens that would run together.
func (w *buffer) apart() {
	if n := len(w.b); n > 0 && regular(w.b[n-1]) {
		w.b = append(w.b, ' ')
	}
}

func delimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

func regular(c byte) bool { return c > ' ' && !delimiter(c) }

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x7F || s[i] < ' ' && s[i] != '\n' && s[i] != '\t' {
			return false
		}
	}
	return true
}

// appendUTF16 appends s as the hex digits of UTF-16BE.
func appendUTF16(b []byte, s string) []byte {
	for _, r := range s {
		if r1, r2 := utf16.EncodeRune(r); r > 0xFFFF {
			b = appendHex16(appendHex16(b, uint16(r1)), uint16(r2))
		} else {
			b = appendHex16(b, uint16(r))
		}
	}
	return b
}

func appendHex16(b []byte, n uint16) []byte {
	return append(b, hexDigits[n>>12], hexDigits[n>>8&15], hexDigits[n>>4&15], hexDigits[n&15])
}
