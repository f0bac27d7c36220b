package pdfcheck

import (
	"unicode/utf16"
)

// cmap is a ToUnicode map.
type cmap map[uint16]string

// unicode gives the ToUnicode map of the font with that object number.
func (f *File) unicode(font int) cmap {
	if m, ok := f.toText[font]; ok {
		return m
	}
	m := cmap{}
	if s, ok := f.Resolve(f.Dict(f.Objects[font]).Get("ToUnicode")).(*Stream); ok {
		if data, err := f.Decode(s); err == nil {
			m = readCMap(data)
		}
	}
	if f.toText == nil {
		f.toText = map[int]cmap{}
	}
	f.toText[font] = m
	return m
}

// readCMap reads the bfchar sections.
func readCMap(data []byte) cmap {
	m := cmap{}
	l := &lexer{b: data}
	inside := false
	var from Object
	for l.more() {
		o := l.object()
		if o == nil {
			word := l.word()
			inside = word == "beginbfchar"
			from = nil
			continue
		}
		code, ok := o.(String)
		switch {
		case !inside || !ok:
		case from == nil:
			from = code
		default:
			if k := from.(String); len(k) == 2 {
				m[uint16(k[0])<<8|uint16(k[1])] = decodeUTF16(string(code))
			}
			from = nil
		}
	}
	return m
}

// TextString decodes a text string (ISO 32000-1 7.9.2.2): UTF-16BE with its mark, else ASCII.
func TextString(s String) string {
	if len(s) >= 2 && s[0] == 0xFE && s[1] == 0xFF {
		return decodeUTF16(string(s[2:]))
	}
	return string(s)
}

func decodeUTF16(s string) string {
	units := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}
