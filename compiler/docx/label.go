package docx

import (
	"strings"

	"github.com/banxin-go/banxin/layout/doc"
)

// Numbers of captions are SEQ fields and references to them REF fields (ISO/IEC 29500-1 17.16.5.49 and 17.16.5.56), all with
// their values: nothing need be updated when the file opens, and a clerk who adds a table can have them counted anew.

// numbered says whether a caption begins with a number.
func numbered(caption []doc.Span) bool { return len(caption) > 0 && caption[0].Label }

// caption writes the spans of the caption of the block with the key: its number gets the bookmark that references name.
func (b *body) caption(spans []doc.Span, key string) {
	if !numbered(spans) {
		b.runs(spans)
		return
	}
	end := func() {}
	if name := b.index.labels[key]; key != "" && name != "" {
		end = b.mark(name)
	}
	b.sequence(&spans[0])
	end()
	b.runs(spans[1:])
}

// sequence writes 表1 or 表 2-1: the last figure is a field that counts the captions of its kind, or those of its kind and
// chapter. Each chapter has a sequence of its own, 表_2: LibreOffice does not start one anew at headings, as \\s asks.
func (b *body) sequence(s *doc.Span) {
	at := len(strings.TrimRight(s.Text, "0123456789"))
	word := strings.TrimRight(s.Text, "0123456789- ")
	if chapter := strings.Trim(s.Text[len(word):at], " -"); chapter != "" {
		word += "_" + chapter
	}
	b.span(s, s.Text[:at], "")
	b.field(s, "", "SEQ "+word+" \\* ARABIC", s.Text[at:])
}

// reference writes the number of another block, in the look of its span, as a field that leads there.
func (b *body) reference(s *doc.Span) {
	name, known := b.index.labels[s.Ref]
	if !known {
		b.fail(&LinkError{b.x.src, "#" + s.Ref})
		return
	}
	b.field(s, "", "REF "+name+" \\h", s.Text)
}
