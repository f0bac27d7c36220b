package compiler

import (
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/docx/docxtest"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// Items of a list in a cell stand below one another behind their marks, also where the column is centred or at the right: in the PDF their
// texts were set apart from the marks, and in the DOCX each mark went along with its text.
func TestListInACentredColumn(t *testing.T) {
	for _, align := range []doc.Align{doc.AlignCenter, doc.AlignRight, doc.AlignDecimal, doc.AlignLeft} {
		list := &doc.List{Kind: doc.Parenthesis, Items: []doc.Item{{Text: spans("网站")}, {Text: spans("公报、公告栏")}}}
		table := &doc.Table{HeadRows: 1, Columns: []doc.Column{{}, {Align: align}}, Rows: []doc.Row{
			{Cells: []doc.Cell{{Text: spans("事项")}, {Text: spans("渠道和载体")}}}, {Cells: []doc.Cell{{Text: spans("规章")}, {Blocks: []doc.Block{list}}}}}}
		out := compile(t, given{&doc.Document{Meta: doc.Meta{Title: "目录"}, Sections: []doc.Section{{Blocks: []doc.Block{table}}}}}, bundledSet(t))
		var at []unit.Length
		for _, item := range out.Pages.Paint(0).Items {
			if text, ok := item.(*display.Text); ok && (strings.Contains(text.String, "网站") || strings.Contains(text.String, "公报")) {
				at = append(at, text.At.X)
			}
		}
		if len(at) != 2 || at[0] != at[1] {
			t.Errorf("alignment %d: the items of the PDF begin at %v", align, at)
		}
		parts, err := docxtest.Open(writtenDOCX(t, out))
		if err != nil {
			t.Fatal(err)
		}
		for i := range parts {
			if parts[i].Name != "word/document.xml" {
				continue
			}
			for _, p := range parts[i].Root.All("w:p") {
				style := p.First("w:pPr/w:pStyle")
				if p.First("w:pPr/w:numPr") != nil && (style == nil || style.Get("w:val") != "TableText") {
					t.Errorf("alignment %d: the items of the DOCX are %v", align, style)
				}
			}
		}
	}
}
