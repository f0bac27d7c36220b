package compiler

import (
	"unicode"
	"unicode/utf8"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// meta looks at what no page shows and the files carry: a DOCX also the names of all styles.
func (c *documentCheck) meta(d *doc.Document) {
	m := &d.Meta
	for _, s := range append([]string{m.Title, m.Author, m.Subject}, m.Keywords...) {
		c.plain("", s)
	}
	if m.Lang != "" {
		c.lang("", m.Lang)
	}
	if d.Sheet != nil {
		for i := range d.Sheet.Styles {
			c.plain("", d.Sheet.Styles[i].ID)
			c.plain("", d.Sheet.Styles[i].Name)
		}
	}
	for i := range d.Sections {
		page := d.Sections[i].Page
		if page == nil && d.Sheet != nil {
			page = &d.Sheet.Page
		}
		if page != nil && !pageSizeOK(page.Size) {
			c.add("", "page.size", page.Size.W.String(), page.Size.H.String())
		}
	}
}

// pageSizeOK: what a PDF/A page may measure, 3 to 14,400 points each way (ISO 19005-2 6.1.13).
func pageSizeOK(s unit.Size) bool {
	return min(s.W, s.H) >= 3*unit.Pt && max(s.W, s.H) <= 14400*unit.Pt
}

// plain refuses characters that neither XML nor a PDF's text string can hold; the first of a text is enough to find it.
func (c *documentCheck) plain(src, s string) {
	at := 0
	for i, r := range s {
		at++
		switch {
		case r == utf8.RuneError && badByte(s[i:]):
			c.add(src, "text.utf8", at)
		case unicode.IsControl(r) && r != '\n' && r != '\t':
			c.add(src, "text.control", codePoint(r), at)
		case r == 0xFFFE || r == 0xFFFF:
			c.add(src, "text.noncharacter", codePoint(r), at)
		default:
			continue
		}
		return
	}
}

// badByte tells a byte that is not UTF-8 from U+FFFD itself.
func badByte(s string) bool {
	_, n := utf8.DecodeRuneInString(s)
	return n == 1
}

// lang takes what ISO 19005-2 6.7.4 takes: letters, then letters and figures, 1 to 8 at a time.
func (c *documentCheck) lang(src, tag string) {
	length, letters := 0, true
	for _, r := range tag + "-" {
		switch letter := r|0x20 >= 'a' && r|0x20 <= 'z'; {
		case r == '-' && length >= 1 && length <= 8:
			length, letters = 0, false
		case letter, !letters && r >= '0' && r <= '9':
			length++
		default:
			c.add(src, "meta.lang", tag)
			return
		}
	}
}
