package printed

import (
	"cmp"
	"maps"
	"strconv"
	"strings"

	"github.com/banxin-go/banxin/layout/doc"
)

// Of tells what d shows in print. The Src of blocks and cells are those of d.
func Of(d *doc.Document) Document {
	t := teller{marks: map[string]string{}}
	eachNote(d, func(n *doc.Note) { t.marks[n.Key] = "[" + strconv.Itoa(len(t.marks)+1) + "]" })
	for i := range d.Sections {
		for _, b := range d.Sections[i].Blocks {
			t.block(b)
		}
	}
	return t.out
}

func eachNote(d *doc.Document, do func(*doc.Note)) {
	for i := range d.Sections {
		for _, b := range d.Sections[i].Blocks {
			notes, ok := b.(*doc.Notes)
			for k := 0; ok && k < len(notes.Items); k++ {
				do(&notes.Items[k])
			}
		}
	}
}

type teller struct {
	out   Document
	marks map[string]string // of notes by key: [1] for those of the document, 1) for those of the table at hand
}

// add adds a text; one that shows nothing is none.
func (t *teller) add(src, label, text string) {
	if Normal(label+text) != "" {
		t.out = append(t.out, Block{Src: src, Label: label, Text: text})
	}
}

func (t *teller) block(b doc.Block) {
	switch b := b.(type) {
	case *doc.Heading:
		t.add(b.Src, "", t.text(b.Text))
	case *doc.Paragraph:
		t.add(b.Src, "", t.text(b.Text))
	case *doc.List:
		t.list(b, b.Src)
	case *doc.Table:
		t.table(b)
	case *doc.Figure:
		t.add(b.Src, "", t.text(b.Caption))
	case *doc.Chart:
		t.add(b.Src, "", t.text(b.Caption))
	case *doc.Signature:
		for i, name := range b.Names {
			t.add(b.Src+"["+strconv.Itoa(i)+"]", "", name)
		}
		t.add(b.Src, "", b.Date)
	case *doc.Contents:
		t.add(b.Src, "", t.text(b.Title))
	case *doc.Notes:
		t.add(b.Src, "", t.text(b.Title))
		for i := range b.Items {
			n := &b.Items[i]
			t.add(b.Src+"["+strconv.Itoa(i)+"]", t.marks[n.Key], t.text(n.Text))
		}
	}
}

func (t *teller) list(l *doc.List, src string) {
	for i := range l.Items {
		at := src + "[" + strconv.Itoa(i) + "]"
		t.add(at, "", t.text(l.Items[i].Text))
		if sub := l.Items[i].Sub; sub != nil {
			t.list(sub, cmp.Or(sub.Src, at))
		}
	}
}

// continued stands behind the caption of a part of a table split by its columns.
const continued = "（续表）"

func (t *teller) table(d *doc.Table) {
	t.marks = maps.Clone(t.marks)
	for i := range d.Footnotes {
		t.marks[d.Footnotes[i].Key] = strconv.Itoa(i+1) + ")"
	}
	caption := t.text(d.Caption)
	if d.Continued && caption != "" {
		caption += continued
	}
	t.add(d.Src, "", caption)
	t.add(d.Src, "", t.text(d.Unit))
	rows := make([][]Cell, len(d.Rows))
	for r := range d.Rows {
		rows[r] = make([]Cell, len(d.Rows[r].Cells))
		for k := range rows[r] {
			c := &d.Rows[r].Cells[k]
			rows[r][k] = Cell{Src: c.Src, Text: t.cell(c), Rows: c.RowSpan, Cols: c.ColSpan}
		}
	}
	t.out = append(t.out, Block{Src: d.Src, Table: Place(rows)})
	for _, note := range d.Notes {
		t.add(d.Src, "", t.text(note))
	}
	for i := range d.Footnotes {
		t.add(d.Src, strconv.Itoa(i+1)+") ", t.text(d.Footnotes[i].Text))
	}
}

// cell is the text of a cell, the paragraphs and list items in it one behind the other.
func (t *teller) cell(c *doc.Cell) string {
	if len(c.Diagonal) > 0 {
		var s strings.Builder
		for _, spans := range c.Diagonal {
			s.WriteString(t.text(spans) + "\n")
		}
		return s.String()
	}
	if len(c.Blocks) == 0 {
		return t.text(c.Text)
	}
	inner := teller{marks: t.marks}
	for _, b := range c.Blocks {
		inner.block(b)
	}
	var s strings.Builder
	for i := range inner.out {
		s.WriteString(inner.out[i].Text)
		s.WriteByte('\n')
	}
	return s.String()
}

// text is what spans show; behind a span that has a note stands the note's number.
func (t *teller) text(spans []doc.Span) string {
	if len(spans) == 1 && spans[0].Note == "" {
		return spans[0].Text
	}
	var s strings.Builder
	for i := range spans {
		s.WriteString(spans[i].Text)
		if spans[i].Note != "" {
			s.WriteString(t.marks[spans[i].Note])
		}
	}
	return s.String()
}
