package docx

import (
	"fmt"
	"strconv"

	"github.com/banxin-go/banxin/layout/doc"
)

// An index is what must be known of a document before its first block is written: a contents list stands before the
// headings it names, and a note's number before the note.
type index struct {
	bookmarks map[string]string // of keys
	headings  []tocEntry
	contents  bool              // there is a contents list: headings get bookmarks
	listedIn  int               // the section of the first
	notes     map[string]int    // numbered through the document, for their bookmarks
	noteMarks map[string]string // what is printed: [1], or 1) for a table's own
	listed    int               // notes of Notes blocks
	labels    map[string]string // bookmarks of the numbers in captions, by key
}

// A tocEntry is a heading that a contents list may name.
type tocEntry struct {
	level    int
	title    string
	bookmark string
}

func newIndex(d *doc.Document) *index {
	ix := &index{bookmarks: map[string]string{}, notes: map[string]int{}, noteMarks: map[string]string{}, labels: map[string]string{}}
	for i := range d.Sections {
		if !ix.contents {
			ix.listedIn = i
		}
		for _, block := range d.Sections[i].Blocks {
			ix.block(block)
		}
	}
	return ix
}

func (ix *index) block(block doc.Block) {
	switch b := block.(type) {
	case *doc.Heading:
		ix.key(b.Key)
		if b.Level > 0 {
			// Word's own names for targets of contents lists start like this; it renews them with the list.
			ix.headings = append(ix.headings, tocEntry{b.Level, plain(b.Text), fmt.Sprintf("_Toc%08d", len(ix.headings)+1)})
		}
	case *doc.Paragraph:
		ix.key(b.Key)
	case *doc.Table:
		ix.key(b.Key)
		ix.label(b.Key, b.Caption)
		for i, n := range b.Footnotes {
			ix.note(n.Key, itoa(i+1)+")")
		}
	case *doc.Figure:
		ix.key(b.Key)
		ix.label(b.Key, b.Caption)
	case *doc.Chart:
		ix.key(b.Key)
		ix.label(b.Key, b.Caption)
	case *doc.Contents:
		ix.contents = true
	case *doc.Notes:
		for _, n := range b.Items {
			ix.listed++
			ix.note(n.Key, "["+itoa(ix.listed)+"]")
		}
	}
}

func (ix *index) note(key, mark string) {
	if _, known := ix.notes[key]; !known {
		ix.notes[key] = len(ix.notes) + 1
	}
	ix.noteMarks[key] = mark
}

// label notes the bookmark of a numbered caption.
func (ix *index) label(key string, caption []doc.Span) {
	if key != "" && numbered(caption) {
		ix.labels[key] = fmt.Sprintf("_Ref%08d", 50000000+len(ix.labels)+1)
	}
}

func (ix *index) key(key string) {
	if key == "" {
		return
	}
	if _, known := ix.bookmarks[key]; !known {
		ix.bookmarks[key] = fmt.Sprintf("_Ref%08d", len(ix.bookmarks)+1)
	}
}

// plain is the text of spans on one line.
func plain(spans []doc.Span) string {
	var b []byte
	for i := range spans {
		for _, r := range []byte(spans[i].Text) {
			if r != '\n' {
				b = append(b, r)
			}
		}
	}
	return string(b)
}

func itoa(n int) string { return strconv.Itoa(n) }
