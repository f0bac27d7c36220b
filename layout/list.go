package layout

import (
	"strconv"
	"strings"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
)

// list sets a list: L holds an LI for each item, an LI its Lbl and its LBody, and an LBody the lists of its item.
func (b *builder) list(l *doc.List, parent *display.Node) { b.listAt(l, parent, 0) }

func (b *builder) listAt(l *doc.List, parent *display.Node, depth int) {
	node := &display.Node{Role: display.RoleL, Extra: &display.Extra{Numbering: listNumbering(l.Kind)}}
	parent.Kids = append(parent.Kids, node)
	style := *b.style(l.Style, "ListParagraph", l.Src)
	style.Left += doc.Chars(200 * depth)
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
		job := textJob{Src: l.Src + "[" + strconv.Itoa(i) + "]", Spans: item.Text, Style: &style, Measure: b.area.W, Label: ListLabel(l.Kind, max(l.Start, 1)+i)}
		if f := b.textIn(job, text); f != nil {
			f.label = label
			b.add(f, "")
		}
		if item.Sub != nil {
			b.listAt(item.Sub, body, depth+1)
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

// ListLabel is the mark of the n-th item, from 1, of a list.
func ListLabel(k doc.ListKind, n int) string {
	switch k {
	case doc.Decimal:
		return strconv.Itoa(n) + "."
	case doc.Parenthesis:
		return "（" + strconv.Itoa(n) + "）"
	case doc.Circled:
		if n <= 20 {
			return string(rune('①' + n - 1))
		}
		return "(" + strconv.Itoa(n) + ")"
	case doc.Chinese:
		return chineseNumber(n) + "、"
	case doc.ChineseParenthesis:
		return "（" + chineseNumber(n) + "）"
	}
	return "•"
}

// chineseNumber writes n, from 1 to 9999, in Chinese figures as headings do: 十一, 一百零二.
func chineseNumber(n int) string {
	digits, units := []rune("零一二三四五六七八九"), []string{"", "十", "百", "千"}
	if n < 1 || n > 9999 {
		return strconv.Itoa(n)
	}
	var parts []string
	gap := false
	for place := 3; place >= 0; place-- {
		d := n / [...]int{1, 10, 100, 1000}[place] % 10
		if d == 0 {
			gap = len(parts) > 0
			continue
		}
		if gap {
			parts = append(parts, "零")
			gap = false
		}
		parts = append(parts, string(digits[d])+units[place])
	}
	if n >= 10 && n < 20 { // 十一, not 一十一
		parts[0] = "十"
	}
	return strings.Join(parts, "")
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
		}
	}
	return marks
}
