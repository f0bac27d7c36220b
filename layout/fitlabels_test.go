package layout

import (
	"strings"
	"testing"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// Tables of 120 pt with 4 pt of padding, at least 1: 自然人 takes 30 pt, and a column may grow by a tenth of its share.
func TestColumnsGrowForAWord(t *testing.T) {
	const pt = unit.Pt
	for _, c := range []struct {
		heads  string
		align  doc.Align
		widths string    // in points
		reach  doc.Reach // of the first head
	}{
		{"自然人 总计 其他", doc.AlignCenter, "40 40 40", doc.Reach{}},                                        // 30 + 2 × 4 fit
		{"自然人 总计 其他 法人", doc.AlignCenter, "33 29 29 29", doc.Reach{Left: 3 * pt, Right: 3 * pt}},       // 30 + 2 × 1.5
		{"自然人 总计 其他 法人", doc.AlignLeft, "30 30 30 30", doc.Reach{}},                                    // 4 + 30 + 1 are too much for 33
		{"自然人 总计 其他 法人 机构", doc.AlignCenter, "24 24 24 24 24", doc.Reach{Left: 3 * pt, Right: 3 * pt}}, // 32 is too much for 26.4; 自然|人 is better than 自|然|人
		{"公务接待费 总计", doc.AlignCenter, "60 60", doc.Reach{}},                                            // 50 + 2 × 4
		{"公务接待费 总计 其他 法人", doc.AlignCenter, "33 29 29 29", doc.Reach{Left: 3 * pt, Right: 3 * pt}},     // the phrase no, 接待费 yes: 公务|接待费
		{"上年|自然人 其他", doc.AlignCenter, "60 60", doc.Reach{}},                                           // a forced line end is none
		{"无正当理由 总计", doc.AlignLeft, "60 60", doc.Reach{}},                                              //
		{"其他法律法规 总计", doc.AlignLeft, "60 60", doc.Reach{}},                                             // 其他|法律法规 is no word cut, and one line takes 60
	} {
		var names []string
		for _, name := range strings.Fields(c.heads) {
			names = append(names, strings.ReplaceAll(name, "|", "\n"))
		}
		table := tableOf(1, make([]int, len(names)), names)
		for i := range table.Columns {
			table.Columns[i] = doc.Column{Share: 1}
		}
		sheet := squareSheet(9)
		sheet.Style("TableHead").Align = c.align
		sheet.Table.PadX, sheet.Table.Narrow = 4*pt, pt
		fitted, _, err := Fit(&doc.Document{Sheet: sheet, Sections: []doc.Section{{Blocks: []doc.Block{table}}}}, squareSet(t))
		if err != nil {
			t.Fatal(err)
		}
		got := fitted.Sections[0].Blocks[0].(*doc.Table)
		var widths []string
		for _, col := range got.Columns {
			widths = append(widths, col.Width.Decimal())
		}
		if all := strings.Join(widths, " "); all != c.widths || got.Rows[0].Cells[0].Reach != c.reach {
			t.Errorf("%s: %s, %v, want %s, %v", c.heads, all, got.Rows[0].Cells[0].Reach, c.widths, c.reach)
		}
		if table.Rows[0].Cells[0].Reach != (doc.Reach{}) {
			t.Error("Fit has changed the document")
		}
	}
}
