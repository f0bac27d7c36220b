package docx

import (
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// list writes the items of a list, which begins further in than its style has it, and of the lists below them.
func (b *body) list(l *doc.List, s *doc.Style, level int, in doc.Chars) {
	if level >= levels {
		b.fail(&LimitError{b.x.src, "levels of a list", int64(level + 1), levels})
		return
	}
	start, hang := max(l.Start, 1), l.Hang(s)
	num := int64(0)
	for i := range l.Items {
		item, n := &l.Items[i], start+i
		from, to, some := b.clip.next(item.Text)
		switch {
		case !some || from > 0:
		case l.Kind == doc.Circled && n > circledMax && (num == 0 || n == circledMax+1):
			num = b.number(listNum{parenthesised, s, level, n, in, hang, markWidths{}})
		case num == 0:
			num = b.number(listNum{l.Kind, s, level, n, in, hang, marksOf(l)})
		}
		switch {
		case from > 0: // it goes on without a number, below its text
			left := b.chars(max(0, s.Left+in+hang+s.Indent), s)
			b.stretch(para{style: s.ID, of: s, left: unit.Length(left) * unit.Twip, rest: true}, item.Text, from, to)
		case some:
			b.stretch(para{style: s.ID, of: s, num: num, level: int64(level), keep: !b.cells && doc.LeadIn(item.Text)}, item.Text, 0, to)
		}
		if item.Sub != nil {
			b.list(item.Sub, s, level+1, in+max(hang, 200))
		}
	}
}
