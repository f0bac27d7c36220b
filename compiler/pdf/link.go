package pdf

import (
	"strings"
	"unicode/utf8"

	"github.com/banxin-go/banxin/layout/display"
)

// link is an annotation that waits until all pages are known: it may point to a later one.
type link struct {
	*display.Link
	id   ref
	page int
}

// link takes note of a live area. Its annotation belongs to the Link element beside the text (ISO 14289-1 7.18.5).
func (c *content) link(l *display.Link) {
	w := c.w
	if l.Node == nil || l.Node.Role != display.RoleLink {
		c.fault(&LimitError{Fault: UntaggedLink, Text: l.Text, Node: l.Node})
		return
	}
	switch {
	case l.URL == "" && (l.Dest == nil || l.Dest.Page < 0 || l.Dest.Page >= w.doc.Count):
		c.fault(&LimitError{Fault: BadDest, Text: l.Text, Node: l.Node})
	case l.URL != "" && !urlOK(l.URL):
		c.fault(&LimitError{Fault: BadURL, Text: l.URL, Node: l.Node})
	}
	w.text(l.Text, l.Node)
	if w.print != nil {
		return
	}
	id := w.reserve(1)
	w.mark(l.Node, c.page, id)
	c.annots = append(c.annots, id)
	w.links = append(w.links, link{l, id, c.page})
}

// urlOK allows the addresses that do nothing but lead somewhere.
func urlOK(s string) bool {
	for i := range len(s) {
		if s[i] <= ' ' || s[i] == 0x7F {
			return false
		}
	}
	if !utf8.ValidString(s) {
		return false
	}
	for _, scheme := range []string{"http://", "https://", "mailto:"} {
		if len(s) > len(scheme) && strings.EqualFold(s[:len(scheme)], scheme) {
			return true
		}
	}
	return false
}

// uri writes an address in ASCII: what is not becomes its UTF-8 in per cent (RFC 3987 3.1).
func uri(s string) string {
	const hex = "0123456789ABCDEF"
	b := make([]byte, 0, len(s))
	for i := range len(s) {
		if c := s[i]; c < 0x80 {
			b = append(b, c)
		} else {
			b = append(b, '%', hex[c>>4], hex[c&15])
		}
	}
	return string(b)
}

// annotationPrint is the flag that ISO 19005-2 6.3.2 demands.
const annotationPrint = 4

func (w *writer) writeLinks() {
	if len(w.faults.list) > 0 {
		return
	}
	for i, l := range w.links {
		w.object(l.id, func(v value) {
			v.dict(func(d dict) {
				d.key("Type").name("Annot")
				d.key("Subtype").name("Link")
				d.key("Rect").box(l.Box, w.heights[l.page])
				d.key("Border").array(func(a array) { a.item().int(0); a.item().int(0); a.item().int(0) })
				d.key("F").int(annotationPrint)
				d.key("Contents").text(l.contents())
				d.key("StructParent").int(w.doc.Count + i)
				w.target(d, l.Link)
			})
		})
	}
}

// contents is what a screen reader says of the link (ISO 14289-1 7.18.5); never empty.
func (l link) contents() string {
	switch {
	case strings.TrimSpace(l.Text) != "":
		return l.Text
	case l.URL != "":
		return l.URL
	}
	return "→"
}

func (w *writer) target(d dict, l *display.Link) {
	if l.URL == "" {
		w.dest(d, *l.Dest)
		return
	}
	d.key("A").dict(func(d dict) {
		d.key("S").name("URI")
		d.key("URI").bytes(uri(l.URL))
	})
}
