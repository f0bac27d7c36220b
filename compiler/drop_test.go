package compiler

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/report"
)

// pasted is a report whose text came from a web page.
type pasted struct{ blocks []doc.Block }

func (pasted) Check() report.Problems { return nil }

func (p pasted) Document() *doc.Document {
	return &doc.Document{Meta: doc.Meta{Title: "年度\u200b报告", Lang: "zh-CN"}, Sections: []doc.Section{{Blocks: p.blocks}}}
}

// What no page shows is taken out of every text, and told of with its place; the report's own blocks stay as they are.
func TestDropInvisible(t *testing.T) {
	set := bundledSet(t)
	table := &doc.Table{Src: "table", Columns: []doc.Column{{Share: 1}}, Rows: []doc.Row{{Cells: []doc.Cell{{Src: "table.cell", Text: []doc.Span{{Text: "12\u2060条\x07"}}}}}}}
	blocks := []doc.Block{
		&doc.Paragraph{Src: "first", Text: []doc.Span{{Text: "\ufeff　　全年\u200b主动公开\u202e政府信息\u202c"}, {Text: "甲\t乙\u2028丙", Bold: true}}},
		&doc.List{Src: "list", Items: []doc.Item{{Text: []doc.Span{{Text: "一\u00ad项"}}}}},
		table,
	}
	r := pasted{blocks}
	if _, err := Compile(context.Background(), r, &Options{Fonts: set}); err == nil {
		t.Error("without the option such text is not refused")
	}
	out, err := Compile(context.Background(), r, &Options{Fonts: set, DropInvisible: true})
	if err != nil {
		t.Fatal(err)
	}
	first, _ := out.Doc.Sections[0].Blocks[0].(*doc.Paragraph)
	if got := first.Text[0].Text + "|" + first.Text[1].Text + "|" + out.Doc.Meta.Title; got != "全年主动公开政府信息|甲 乙\n丙|年度报告" || !first.Text[1].Bold {
		t.Errorf("%q", got)
	}
	if got := table.Rows[0].Cells[0].Text[0].Text; got != "12\u2060条\x07" {
		t.Errorf("the report's own cell is now %q", got)
	}
	var told []string
	for _, p := range out.Warnings {
		if strings.HasPrefix(string(p.Code), "text.") {
			told = append(told, p.Path.String()+" "+string(p.Code))
		}
	}
	for _, want := range []string{"first text.invisible", "first text.bidi", "list text.invisible", "table.cell text.invisible", "table.cell text.control"} {
		if !slices.Contains(told, want) {
			t.Errorf("nothing is said of %s in %q", want, told)
		}
	}
}

// What cannot be taken out without loss stays an error.
func TestDropInvisibleKeepsErrors(t *testing.T) {
	set := bundledSet(t)
	for _, text := range []string{"公\ue81e开", "公\xff开", "公\ufffe开", "公\ufffd开"} {
		r := pasted{[]doc.Block{&doc.Paragraph{Src: "first", Text: []doc.Span{{Text: text}}}}}
		if _, err := Compile(context.Background(), r, &Options{Fonts: set, DropInvisible: true}); err == nil {
			t.Errorf("%q is not refused", text)
		}
	}
}

// The option changes nothing in a clean report.
func TestDropInvisibleOfCleanText(t *testing.T) {
	set := bundledSet(t)
	r := readReport(t, "erqi-2022")
	with, err := Compile(context.Background(), r, &Options{Fonts: set, DropInvisible: true})
	if err != nil {
		t.Fatal(err)
	}
	without, err := Compile(context.Background(), r, &Options{Fonts: set})
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(with.Doc, without.Doc) {
		t.Error("the documents differ")
	}
}
