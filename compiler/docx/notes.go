package docx

import "github.com/banxin-go/banxin/layout/doc"

// Notes are paragraphs with bookmarks and links both ways, not Word's endnotes: those stand at the end of a section whatever
// the report says, and the PDF has them where the report puts them.

func noteBookmark(n int) string { return "_Note" + itoa(n) }

func callBookmark(n int) string { return "_NoteRef" + itoa(n) }

// noteCall writes the mark of a span's note, [1], or 1) where a table has it, raised, a link to the note.
func (b *body) noteCall(s *doc.Span) {
	n, known := b.index.notes[s.Note]
	if !known {
		b.fail(&LinkError{b.x.src, s.Note})
		return
	}
	end := func() {}
	if !b.called[n] { // the note leads back to its first call
		b.called[n] = true
		end = b.mark(callBookmark(n))
	}
	b.noteMark(b.index.noteMarks[s.Note], noteBookmark(n), noteStyle)
	end()
}

func (b *body) noteMark(mark, anchor, style string) {
	b.x.open("w:hyperlink").attr("w:anchor", anchor).attr("w:history", "1")
	b.span(&doc.Span{}, mark, style)
	b.x.close()
}

func (b *body) notes(list *doc.Notes) {
	b.x.src = list.Src
	if len(list.Title) > 0 {
		b.text(b.style("TOCHeading", ""), list.Title, "")
	}
	s := b.style("EndnoteText", "")
	for i := range list.Items {
		b.note(&list.Items[i], para{style: s.ID, of: s}, "\t")
	}
}

// note writes one note: its mark, which leads back to the first call, and behind it its text.
func (b *body) note(note *doc.Note, p para, gap string) {
	n, mark := b.index.notes[note.Key], b.index.noteMarks[note.Key]
	b.open(p)
	end := b.mark(noteBookmark(n))
	if b.called[n] {
		b.noteMark(mark, callBookmark(n), linkStyle)
	} else {
		b.span(&doc.Span{}, mark, "")
	}
	b.x.open("w:r")
	b.pieces(gap)
	b.x.close()
	b.runs(note.Text)
	end()
	b.x.close()
}
