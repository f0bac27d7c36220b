package compiler

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// pieces compares a text that may be too long for one golden: then it is kept in numbered files. Where a piece ends depends on
// what the text is about and not on how much fits, so that a line more on one page changes the file of that page alone.
func (g *golden) pieces(t *testing.T, name, text string, cut func(string) []string) {
	t.Helper()
	if len(text) <= maxGolden {
		g.compare(t, name+".txt", []byte(text))
		return
	}
	for i, piece := range cut(text) {
		g.compare(t, fmt.Sprintf("%s-%02d.txt", name, i+1), []byte(piece))
	}
}

// cutPages cuts the dump of the pages at each page; the outline stands with the first.
func cutPages(text string) []string {
	page := 0
	return cutBefore(text, func(line string) bool {
		if strings.HasPrefix(line, "page ") {
			page++
			return page > 1
		}
		return false
	})
}

// cutTags cuts a structure tree behind each table of the document.
func cutTags(text string) []string { return cutBehind(text, "  Table") }

// cutParts cuts a DOCX into what stands before the part of the text, the text behind each of its tables, and the other parts.
func cutParts(text string) []string {
	inText := false
	parts := cutBefore(text, func(line string) bool {
		if !strings.HasPrefix(line, "-- ") {
			return false
		}
		was := inText
		inText = line == "-- word/document.xml --\n"
		return inText != was
	})
	return slices.Concat(parts[:1], cutBehind(parts[1], "    tbl"), parts[2:])
}

// cutBefore cuts a text before the lines that start a piece.
func cutBefore(text string, starts func(line string) bool) []string {
	pieces, from, at := []string{}, 0, 0
	for line := range strings.Lines(text) {
		if starts(line) && at > from {
			pieces, from = append(pieces, text[from:at]), at
		}
		at += len(line)
	}
	return append(pieces, text[from:])
}

// cutBehind cuts a text behind the elements that start with the words given; their insides are indented further.
func cutBehind(text, element string) []string {
	depth, behind := strings.LastIndexByte(element, ' ')+1, false
	return cutBefore(text, func(line string) bool {
		if len(line)-len(strings.TrimLeft(line, " ")) != depth {
			return false
		}
		was := behind
		behind = strings.HasPrefix(line, element)
		return was
	})
}

func TestCut(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
		cut              func(string) []string
	}{
		{"pages", "document\nmark\npage 1\n  text\npage 2\n  text\n", "document mark page 1 text | page 2 text", cutPages},
		{"tags", "Document\n  P\n  Table\n    TR\n      Table\n    TR\n  P\n  H1\n  Table\n    TR\n",
			"Document P Table TR Table TR | P H1 Table TR", cutTags},
		{"docx", "-- a --\nTypes\n-- word/document.xml --\ndocument\n  body\n    tbl\n      tr\n    p\n-- b --\n-- c --\n",
			"-- a -- Types | -- word/document.xml -- document body tbl tr | p | -- b -- -- c --", cutParts},
	} {
		pieces := c.cut(c.text)
		if strings.Join(pieces, "") != c.text {
			t.Errorf("%s: the pieces are not the text: %q", c.name, pieces)
		}
		for i := range pieces {
			pieces[i] = strings.Join(strings.Fields(pieces[i]), " ")
		}
		if got := strings.Join(pieces, " | "); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}
