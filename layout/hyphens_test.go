package layout

import (
	"fmt"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// readLines gives the lines as they are read: what is borrowed in 〈〉, what is lent in ‹›.
func readLines(items []display.Item) string {
	var b strings.Builder
	begun := false
	for _, item := range items {
		if q, ok := item.(*display.Text); ok {
			if b.Len() > 0 && !begun {
				b.WriteByte('|')
			}
			if q.Lent > 0 {
				fmt.Fprintf(&b, "‹%s›", q.String[:q.Lent])
			}
			b.WriteString(q.String[q.Lent:])
			if q.Borrowed != "" {
				b.WriteString("〈" + strings.ReplaceAll(q.Borrowed, noBreakSpace, "_") + "〉")
			}
			begun = q.GoesOn
		}
	}
	return b.String()
}

// No line is read with a hyphen at its end: it borrows the character that the next line begins with, and a blank where there is none to
// borrow.
func TestHyphensAtLineEnds(t *testing.T) {
	bench := newBench(t)
	bench.style.Align = doc.AlignLeft
	link := doc.Span{Text: "art", Link: "https://www.gov.cn/"}
	for _, c := range []struct {
		ems   int
		spans []doc.Span
		want  string
	}{
		{4, []doc.Span{{Text: "state-of-the-art"}}, "state-〈o〉|‹o›f-the-〈a〉|‹a›rt"},
		{3, []doc.Span{{Text: "公开-透明"}}, "公开-〈透〉|‹透›明"},
		{2, []doc.Span{{Text: "Abc-d"}}, "Abc-〈_〉|d"},       // nothing would be left in the line
		{3, []doc.Span{{Text: "ab - de"}}, "ab - 〈d〉|‹d›e"}, // the blank stays, or the hyphen would end the line all the same
		{4, []doc.Span{{Text: "abcd- 开"}}, "abcd- 〈_〉|开"},
		{3, []doc.Span{{Text: "state-b-"}}, "state-〈_〉|b-〈_〉"},                              // a hyphen is not left alone for another line to borrow
		{9, []doc.Span{{Text: "公开-\n甲-\n-\n乙"}}, "公开-〈_〉|甲-〈_〉|-〈_〉|乙"},                     // new lines are forced
		{9, []doc.Span{{Text: "-"}}, "-〈_〉"},                                                // nil
		{9, []doc.Span{{Text: "--"}}, "--〈_〉"},                                              //
		{9, []doc.Span{{Text: "A-"}}, "A-〈_〉"},                                              //
		{4, []doc.Span{{Text: "state‐of‐th"}}, "state‐|of‐th"},                              // others are left alone
		{3, append([]doc.Span{{Text: "state-"}}, link), "state-〈_〉|art"},                    // the link keeps all of its text
		{3, append([]doc.Span{{Text: "公开"}}, doc.Span{Text: "-"}), "公开-〈_〉"},                // spans of one element are one text
		{3, append([]doc.Span{{Text: "state-"}}, doc.Span{Text: "abc"}), "state-〈a〉|‹a›bc"}, //
	} {
		block, err := bench.set(textJob{Spans: c.spans, Style: &bench.style, Measure: unit.Length(c.ems) * testEm})
		if err != nil {
			t.Fatal(err)
		}
		nodes := []*display.Node{{Role: display.RoleP}, {Role: display.RoleLink}}
		if c.spans[len(c.spans)-1].Link == "" {
			nodes[1] = nodes[0]
		}
		p := &painter{page: &display.Page{}}
		block.paint(p, 0, block.lines(), unit.Point{}, nodes, nil, 0)
		if got := readLines(p.page.Items); got != c.want {
			t.Errorf("%s at %d ems: %s, want %s", c.spans[0].Text, c.ems, got, c.want)
		}
	}
}

// Whatever a page begins with, the line before it has borrowed the same.
func TestHyphensAtPageEnds(t *testing.T) {
	bench := newBench(t)
	block, err := bench.set(textJob{Spans: []doc.Span{{Text: "state-of-the-art"}}, Style: &bench.style, Measure: 4 * testEm})
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for i := range block.lines() {
		p := &painter{page: &display.Page{}}
		block.paint(p, i, i+1, unit.Point{}, nil, nil, display.LayoutArtifact)
		got += readLines(p.page.Items) + "/"
	}
	if want := "state-〈o〉/‹o›f-the-〈a〉/‹a›rt/"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
