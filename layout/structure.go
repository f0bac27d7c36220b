package layout

import (
	"strings"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
)

// parted splits a span that carries a note into its text and the note's number, so that each has a node of its own.
func parted(spans []doc.Span) []doc.Span {
	if !anyNote(spans) {
		return spans
	}
	var out []doc.Span
	for _, s := range spans {
		note := s.Note
		if note == "" || s.Text == "" {
			out = append(out, s)
			continue
		}
		s.Note = ""
		out = append(out, s, doc.Span{Note: note})
	}
	return out
}

func anyNote(spans []doc.Span) bool {
	for i := range spans {
		if spans[i].Note != "" {
			return true
		}
	}
	return false
}

// spanNodes gives each span of a paragraph its node. A node has either content or kids, never both, so that their order is
// never in doubt: as soon as one span needs a node of its own, all get one.
func spanNodes(node *display.Node, spans []doc.Span) []*display.Node {
	nodes := make([]*display.Node, len(spans))
	own := false
	for i := range spans {
		own = own || ownRole(&spans[i]) != display.RoleP
	}
	for i := range spans {
		nodes[i] = node
		if own {
			nodes[i] = spanNode(&spans[i])
			kid := nodes[i]
			if spans[i].Note != "" { // a citation of what stands elsewhere (ISO 32000-1 14.8.4.4.1)
				kid = &display.Node{Role: display.RoleReference, Kids: []*display.Node{kid}}
			}
			node.Kids = append(node.Kids, kid)
		}
	}
	return nodes
}

func spanNode(s *doc.Span) *display.Node {
	role := ownRole(s)
	if role == display.RoleP {
		role = display.RoleSpan
	}
	n := &display.Node{Role: role}
	if s.Lang != "" {
		n.Extra = &display.Extra{Lang: s.Lang}
	}
	return n
}

// ownRole is the role of a span that needs an element of its own, RoleP for one that does not.
func ownRole(s *doc.Span) display.Role {
	switch {
	case s.Note != "", s.Link != "":
		return display.RoleLink
	case s.Lang != "":
		return display.RoleSpan
	}
	return display.RoleP
}

// plainText is what spans say, lines joined.
func plainText(spans []doc.Span) string {
	var s strings.Builder
	for i := range spans {
		s.WriteString(strings.ReplaceAll(spans[i].Text, "\n", ""))
	}
	return s.String()
}
