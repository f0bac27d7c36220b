package docx

import "unicode/utf8"

// escape appends s to b with XML's own characters written as references, the one place where text becomes markup.
// A character that XML cannot hold is recorded with its place, and the document is then not written.
func (x *xmlWriter) escape(b []byte, s string, inAttr bool) []byte {
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if ref := reference(c, inAttr); ref != "" {
				b = append(append(b, s[from:i]...), ref...)
				from = i + 1
			} else if c < ' ' || c == 0x7F {
				x.refuse(rune(c), i)
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 || forbidden(r) {
			x.refuse(r, i)
		}
		i += n
	}
	return append(b, s[from:]...)
}

// reference gives how an ASCII character is written where it cannot stand for itself. White space in an attribute would be
// normalised to blanks by the reader (XML 1.0 3.3.3), and ">" closes a CDATA section that is none: "]]>" (2.4).
func reference(c byte, inAttr bool) string {
	switch c {
	case '&':
		return "&amp;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	}
	switch {
	case c == '"' && inAttr:
		return "&quot;"
	case c == '\t':
		return "&#9;"
	case c == '\n':
		return "&#10;"
	}
	return ""
}

// forbidden says whether r is no character of any text: XML 1.0 2.2 excludes U+FFFE and U+FFFF, Unicode 23.7 the other
// non-characters, and C1 controls are what a mistaken encoding leaves behind.
func forbidden(r rune) bool {
	return r < 0xA0 || r&0xFFFE == 0xFFFE || 0xFDD0 <= r && r <= 0xFDEF
}

func (x *xmlWriter) refuse(r rune, at int) {
	x.bad = append(x.bad, &TextError{Src: x.src, Rune: r, Offset: at})
}
