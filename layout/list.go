package layout

import (
	"strconv"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
)

// list sets a list: L holds an LI for each item, an LI its Lbl and its LBody, and an LBody the lists of its item.
func (b *builder) list(l *doc.List, parent *display.Node) { b.listAt(l, parent, 0) }

// listAt sets a list that begins in, further than its style has it.
func (b *builder) listAt(l *doc.List, parent *display.Node, in doc.Chars) {
	node := &display.Node{Role: display.RoleL, Extra: &display.Extra{Numbering: listNumbering(l.Kind)}}
	parent.Kids = append(parent.Kids, node)
	style := *b.style(l.Style, "ListParagraph", l.Src)
	hang := l.Hang(&style)
	style.Left, style.Indent = style.Left+in+hang+style.Indent, -hang
	for i := range l.Items {
		item := &l.Items[i]
		label := &display.Node{Role: display.RoleLbl}
		body := &display.Node{Role: display.RoleLBody}
		node.Kids = append(node.Kids, &display.Node{Role: display.RoleLI, Kids: []*display.Node{label, body}})
		text := body
		if item.Sub != nil {
			text = &display.Node{Role: display.RoleP}
			body.Kids = append(body.Kids, text)
		}
		job := textJob{Src: l.Src + "[" + strconv.Itoa(i) + "]", Spans: item.Text, Style: &style, Measure: b.area.W, Label: l.Mark(i)}
		if f := b.textIn(job, text); f != nil {
			f.label = label
			b.add(f, "")
		}
		if item.Sub != nil {
			b.listAt(item.Sub, body, in+max(hang, 200))
		}
	}
}

// listNumbering is the ListNumbering attribute (ISO 32000-1 table 347).
func listNumbering(k doc.ListKind) string {
	if k == doc.Bullets {
		return "Disc"
	}
	return "Decimal"
}

// notes sets the notes that spans refer to: a Note for each, its number as Lbl.
func (b *builder) notes(n *doc.Notes) {
	if len(n.Title) > 0 {
		b.text(textJob{Src: n.Src, Spans: n.Title, Style: b.style("TOCHeading", "", n.Src), Measure: b.area.W}, b.root, display.RoleP, "")
	}
	style := b.style("EndnoteText", "", n.Src)
	for i := range n.Items {
		b.note(n.Src+"."+n.Items[i].Key, &n.Items[i], style, b.noteMarks[n.Items[i].Key])
	}
}

// note sets one note behind its mark, which leads back to where it stands in the text.
func (b *builder) note(src string, n *doc.Note, style *doc.Style, mark string) {
	label := &display.Node{Role: display.RoleLbl}
	text := &display.Node{Role: display.RoleP}
	b.root.Kids = append(b.root.Kids, &display.Node{Role: display.RoleNote, Kids: []*display.Node{label, text}})
	f := b.textIn(textJob{Src: src, Spans: n.Text, Style: style, Measure: b.area.W, Label: mark}, text)
	if f == nil {
		return
	}
	f.label = label
	if _, referred := b.targets[backKey(n.Key)]; !referred {
		b.add(f, noteKey(n.Key))
		return
	}
	f.label = &display.Node{Role: display.RoleLink}
	label.Kids = []*display.Node{f.label}
	b.add(&noteFlow{f, n.Key, mark, f.label}, noteKey(n.Key))
}

// noteKey is the target that a note's number links to; a key of a block cannot start with a space.
func noteKey(key string) string { return " note " + key }

// markNotes gives the marks of all notes: [1] [2] … through the document for those of Notes blocks, 1) 2) … for each
// table's own.
func markNotes(d *doc.Document) map[string]string {
	marks := map[string]string{}
	n := 0
	for i := range d.Sections {
		for _, block := range d.Sections[i].Blocks {
			n = markNotesOf(block, n, marks)
		}
	}
	return marks
}

// markNotesOf adds the marks of a block's notes, and gives the number of notes of the document up to there.
func markNotesOf(block doc.Block, n int, marks map[string]string) int {
	switch block := block.(type) {
	case *doc.Notes:
		for _, note := range block.Items {
			n++
			marks[note.Key] = "[" + strconv.Itoa(n) + "]"
		}
	case *doc.Table:
		for k, note := range block.Footnotes {
			marks[note.Key] = strconv.Itoa(k+1) + ")"
		}
	}
	return n
}
