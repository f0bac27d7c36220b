package docx

import "github.com/banxin-go/banxin/layout/doc"

// Notes are paragraphs with bookmarks and links both ways, not Word's endnotes: those stand at the end of a section whatever
// the report says, and the PDF has them where the report puts them.

func noteBookmark(n int) string { return "_Note" + itoa(n) }

func callBookmark(n int) string { return "_NoteRef" + itoa(n) }

// noteCall writes the number of a span's note in brackets, raised, a link to the note.
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
	b.noteNumber(n, noteBookmark(n), noteStyle)
	end()
}

func (b *body) noteNumber(n int, anchor, style string) {
	b.x.open("w:hyperlink").attr("w:anchor", anchor).attr("w:history", "1")
	b.span(&doc.Span{}, "["+itoa(n)+"]", style)
	b.x.close()
}

func (b *body) notes(list *doc.Notes) {
	b.x.src = list.Src
	if len(list.Title) > 0 {
		b.text(b.style("TOCHeading", ""), list.Title, "")
	}
	s := b.style("EndnoteText", "")
	for i := range list.Items {
		item := &list.Items[i]
		n := b.index.notes[item.Key]
		b.open(para{style: s.ID, of: s})
		end := b.mark(noteBookmark(n))
		if b.called[n] {
			b.noteNumber(n, callBookmark(n), linkStyle)
		} else {
			b.span(&doc.Span{}, "["+itoa(n)+"]", "")
		}
		b.x.open("w:r").empty("w:tab")
		b.x.close()
		b.runs(item.Text)
		end()
		b.x.close()
	}
}
