package compiler

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// longestLabel is how many characters a label has at most; what is longer is prose.
const longestLabel = 60

// TestLabels keeps the line ends of all titles, heads and labels of all reports that take more than a line, so that an editor sees at
// a glance where words are cut: testdata/golden/labels.txt. What several reports have alike stands with the first.
func TestLabels(t *testing.T) {
	set := bundledSet(t)
	var got strings.Builder
	seen := map[string]bool{}
	for _, name := range reportNames(t) {
		if strings.HasPrefix(name, "bad-") {
			continue
		}
		out := compile(t, readAny(t, name), set)
		fmt.Fprintf(&got, "%s\n", name)
		for _, label := range brokenLabels(out.Pages, seen) {
			fmt.Fprintf(&got, "  %s\n", label)
		}
	}
	comparePrinted(t, filepath.Join("..", "testdata", "golden", "labels.txt"), got.String())
}

// brokenLabels gives the titles, heads and labels of more than one line that no report before has in the same lines: 社会公益|组织.
func brokenLabels(d *display.Document, seen map[string]bool) []string {
	var all []string
	for n := range d.Count {
		for _, lines := range labelLines(d.Paint(n)) {
			whole := strings.Join(lines, "|")
			if len(lines) > 1 && utf8.RuneCountInString(whole) <= longestLabel+len(lines) && !seen[whole] {
				seen[whole] = true
				all = append(all, whole)
			}
		}
	}
	return all
}

// labelLines gives the lines of each title and each cell on a page, in the order of their first pieces. A label shown again behind a
// page end has no node.
func labelLines(p *display.Page) [][]string {
	type line struct {
		y    unit.Length
		text string
	}
	of := map[*display.Node][]line{}
	var order []*display.Node
	for _, item := range p.Items {
		text, ok := item.(*display.Text)
		if !ok || text.Node == nil || text.Dir != display.Across || !labelled(text) {
			continue
		}
		lines := of[text.Node]
		if lines == nil {
			order = append(order, text.Node)
		}
		if k := slices.IndexFunc(lines, func(l line) bool { return l.y == text.At.Y }); k >= 0 {
			lines[k].text += text.String
		} else {
			lines = append(lines, line{text.At.Y, text.String})
		}
		of[text.Node] = lines
	}
	all := make([][]string, 0, len(order))
	for _, node := range order {
		lines := of[node]
		slices.SortStableFunc(lines, func(a, b line) int { return cmp.Compare(a.y, b.y) })
		texts := make([]string, len(lines))
		for i, l := range lines {
			texts[i] = strings.TrimSpace(l.text)
		}
		all = append(all, texts)
	}
	return all
}

// labelled says whether text stands in a cell, a caption or a title.
func labelled(text *display.Text) bool {
	switch text.Node.Role {
	case display.RoleTH, display.RoleTD, display.RoleH1, display.RoleH2, display.RoleCaption:
		return true
	}
	return text.Node.Role == display.RoleP && text.Size >= unit.Hao2
}
