package layout

import (
	"slices"
	"testing"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// indented makes a table of rows whose labels stand so many characters in.
func indented(ins ...int) *doc.Document {
	table := &doc.Table{StubCols: 1, Columns: []doc.Column{{Width: 60 * unit.Pt}}}
	sheet := squareSheet(10)
	for in, id := range []string{"In0", "In1", "In2"} {
		style := *sheet.Style("TableText")
		style.ID, style.Left = id, doc.Chars(in)*100
		sheet.Styles = append(sheet.Styles, style)
	}
	for _, in := range ins {
		table.Rows = append(table.Rows, doc.Row{Cells: []doc.Cell{{Text: []doc.Span{{Text: "数"}}, Style: "In" + string(rune('0'+in))}}})
	}
	return &doc.Document{Sheet: sheet, Sections: []doc.Section{{Blocks: []doc.Block{table}}}}
}

// A row over others that are indented deeper heads them: it is never the last of a page, nor is the last of them the first of one. A page
// has ten rows.
func TestGroupsByIndent(t *testing.T) {
	for _, c := range []struct {
		name      string
		ins, cuts []int
	}{
		{"no groups", []int{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, []int{10}},
		{"a head goes with its rows", []int{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1}, []int{9}},
		{"two heads", []int{0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 2, 2}, []int{8}},
		{"the last goes with the one before", []int{0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0}, []int{9}},
		{"and of a group in a group", []int{0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 0, 0}, []int{9}},
		{"two rows on either side", []int{0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1}, []int{10}},
		{"between groups", []int{0, 1, 1, 1, 1, 0, 1, 1, 1, 1, 0, 1, 1}, []int{10}},
		{"between pairs", []int{0, 1, 2, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2}, []int{10}},
	} {
		out, err := Layout(indented(c.ins...), squareSet(t))
		if err != nil {
			t.Fatal(err)
		}
		if got := out.Tables[0].Cuts; !slices.Equal(got, c.cuts) {
			t.Errorf("%s: pages start with rows %v, want %v", c.name, got, c.cuts)
		}
	}
}
