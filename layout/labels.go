package layout

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/banxin-go/banxin/layout/doc"
)

// RefError is a Span.Ref to a key that no numbered table, figure or chart has.
type RefError struct{ Key string }

func (e *RefError) Error() string { return "layout: no numbered table or figure has the key " + e.Key }

// A labeller numbers captions and turns references into the numbers. Both outputs show what it wrote, so they cannot differ.
type labeller struct {
	labels  doc.Labels
	chapter int
	tables  int
	figures int
	numbers map[string]string // of keys
	fail    func(src string, err error)
}

// count numbers the captions of all blocks, in order.
func (l *labeller) count(d *doc.Document) map[doc.Block]string {
	numbers := map[doc.Block]string{}
	for i := range d.Sections {
		for _, block := range d.Sections[i].Blocks {
			n, key := l.next(block)
			if n != "" {
				numbers[block] = n
			}
			if n != "" && key != "" {
				l.numbers[key] = n
			}
		}
	}
	return numbers
}

// next gives a block's number, "" for one without, and its key. Only what has a caption is numbered.
func (l *labeller) next(block doc.Block) (number, key string) {
	switch b := block.(type) {
	case *doc.Heading:
		if b.Level == 1 {
			l.chapter++
			if l.labels.Tables == doc.NumberByChapter {
				l.tables = 0
			}
			if l.labels.Figures == doc.NumberByChapter {
				l.figures = 0
			}
		}
	case *doc.Table:
		if len(b.Caption) > 0 {
			return l.number("表", l.labels.Tables, &l.tables), b.Key
		}
	case *doc.Figure:
		if len(b.Caption) > 0 {
			return l.number("图", l.labels.Figures, &l.figures), b.Key
		}
	case *doc.Chart:
		if len(b.Caption) > 0 {
			return l.number("图", l.labels.Figures, &l.figures), b.Key
		}
	}
	return "", ""
}

func (l *labeller) number(word string, how doc.Numbering, n *int) string {
	switch how {
	case doc.NumberDocument:
		*n++
		return word + strconv.Itoa(*n)
	case doc.NumberByChapter:
		*n++
		return fmt.Sprintf("%s %d-%d", word, l.chapter, *n)
	}
	return ""
}

// labelled puts the number before a caption, one character apart.
func labelled(number string, caption []doc.Span) []doc.Span {
	if number == "" {
		return caption
	}
	return append([]doc.Span{{Text: number, Label: true}, {Text: "　"}}, caption...)
}

// block gives the block with its number and its references; it is copied where that changes it.
func (l *labeller) block(block doc.Block, number string) doc.Block {
	switch b := block.(type) {
	case *doc.Heading:
		c := *b
		if l.spans(b.Src, &c.Text) {
			return &c
		}
	case *doc.Paragraph:
		c := *b
		if l.spans(b.Src, &c.Text) {
			return &c
		}
	case *doc.List:
		return l.list(b)
	case *doc.Contents:
		c := *b
		if l.spans(b.Src, &c.Title) {
			return &c
		}
	case *doc.Notes:
		c := *b
		title, items := l.spans(b.Src, &c.Title), l.notes(b.Src, &c.Items)
		if title || items {
			return &c
		}
	case *doc.Figure:
		c := *b
		l.spans(b.Src, &c.Caption)
		c.Caption = labelled(number, c.Caption)
		return &c
	case *doc.Chart:
		c := *b
		l.spans(b.Src, &c.Caption)
		c.Caption = labelled(number, c.Caption)
		return &c
	case *doc.Table:
		c := *b
		l.table(&c)
		c.Caption = labelled(number, c.Caption)
		return &c
	}
	return block
}

// spans resolves the references among spans and reports whether there were any.
func (l *labeller) spans(src string, spans *[]doc.Span) bool {
	found := false
	for i := range *spans {
		ref := (*spans)[i].Ref
		if ref == "" {
			continue
		}
		if !found {
			*spans = slices.Clone(*spans)
			found = true
		}
		s := &(*spans)[i]
		if number, known := l.numbers[ref]; known {
			s.Text, s.Link = number, "#"+ref
		} else {
			l.fail(src, &RefError{ref})
		}
	}
	return found
}

func (l *labeller) list(b *doc.List) *doc.List {
	c := *b
	changed := false
	for i := range b.Items {
		item := b.Items[i]
		found := l.spans(b.Src, &item.Text)
		if item.Sub != nil {
			sub := l.list(item.Sub)
			found = found || sub != item.Sub
			item.Sub = sub
		}
		if !found {
			continue
		}
		if !changed {
			c.Items = slices.Clone(b.Items)
			changed = true
		}
		c.Items[i] = item
	}
	if !changed {
		return b
	}
	return &c
}

func (l *labeller) notes(src string, notes *[]doc.Note) bool {
	found := false
	for i := range *notes {
		text := (*notes)[i].Text
		if !l.spans(src, &text) {
			continue
		}
		if !found {
			*notes = slices.Clone(*notes)
			found = true
		}
		(*notes)[i].Text = text
	}
	return found
}

// table resolves references in all that a table, which is a copy already, says.
func (l *labeller) table(t *doc.Table) {
	l.spans(t.Src, &t.Caption)
	l.spans(t.Src, &t.Unit)
	l.spans(t.Src, &t.Empty)
	l.notes(t.Src, &t.Footnotes)
	notes := slices.Clone(t.Notes)
	for i := range notes {
		l.spans(t.Src, &notes[i])
	}
	t.Notes = notes
	rows := t.Rows
	for i := range rows {
		var cells []doc.Cell
		for k := range rows[i].Cells {
			c, found := l.cell(&rows[i].Cells[k])
			if !found {
				continue
			}
			if cells == nil {
				cells = slices.Clone(rows[i].Cells)
			}
			cells[k] = c
		}
		if cells == nil {
			continue
		}
		if &t.Rows[0] == &rows[0] {
			t.Rows = slices.Clone(rows)
		}
		t.Rows[i].Cells = cells
	}
}

func (l *labeller) cell(cell *doc.Cell) (c doc.Cell, found bool) {
	if len(cell.Blocks) == 0 && len(cell.Diagonal) == 0 {
		for i := range cell.Text {
			if cell.Text[i].Ref != "" {
				c = *cell
				return c, l.spans(c.Src, &c.Text)
			}
		}
		return c, false
	}
	c = *cell
	c.Blocks = slices.Clone(c.Blocks)
	for i := range c.Blocks {
		c.Blocks[i] = l.block(c.Blocks[i], "")
	}
	c.Diagonal = slices.Clone(c.Diagonal)
	for i := range c.Diagonal {
		l.spans(c.Src, &c.Diagonal[i])
	}
	return c, true
}
