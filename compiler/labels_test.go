package compiler

import (
	"bytes"
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/banxin-go/banxin/compiler/docx/docxtest"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/report"
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

// titled is a document of one title.
type titled string

func (titled) Check() report.Problems { return nil }

func (s titled) Document() *doc.Document {
	text := strings.ReplaceAll(string(s), "|", "")
	return &doc.Document{Meta: doc.Meta{Title: text}, Sections: []doc.Section{{Blocks: []doc.Block{
		&doc.Heading{Text: []doc.Span{{Text: text}}}, &doc.Paragraph{Text: []doc.Span{{Text: "特此通知。"}}},
	}}}}
}

// A title has the same lines in both files: in the DOCX by line feeds, as clerks set them, and without indents of its own.
func TestTitlesHaveTheirLinesInTheDOCX(t *testing.T) {
	for _, want := range []titled{
		"云州市发展和改革委员会|关于进一步规范政府集中采购信息公开的方案", "云州市生态环境局|关于做好年度报告发布工作的通知",
		"云州市市场监督管理局关于做好|2023年度政府信息公开工作年度报告|编制发布工作的通知",
	} {
		out := compile(t, want, bundledSet(t))
		if got := brokenLabels(out.Pages, map[string]bool{}); !slices.Equal(got, []string{string(want)}) {
			t.Errorf("PDF: %s, want %s", got, want)
		}
		var file bytes.Buffer
		if err := out.WriteDOCX(&file, nil); err != nil {
			t.Fatal(err)
		}
		parts, err := docxtest.Open(file.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range parts {
			if part.Name != "word/document.xml" {
				continue
			}
			title := part.Root.All("w:p")[0]
			if got := titleLines(title); got != string(want) || title.First("w:pPr/w:ind") != nil {
				t.Errorf("DOCX: %s, want %s; or it has indents of its own", got, want)
			}
		}
	}
}

// titleLines is the text of a paragraph, | for its line feeds.
func titleLines(p *docxtest.Node) string {
	var s strings.Builder
	for _, r := range p.All("w:r") {
		for _, k := range r.Kids {
			switch k.Name {
			case "w:t":
				s.WriteString(k.Kids[0].Text)
			case "w:br":
				s.WriteString("|")
			}
		}
	}
	return s.String()
}
