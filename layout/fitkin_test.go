package layout

import (
	"strings"
	"testing"

	"github.com/banxin-go/banxin/layout/doc"
)

// Tables of 120 pt without padding, in columns that fit their content: figures are 5 pt wide, Han 10.
func TestColumnsOfOneKindAreAlike(t *testing.T) {
	for _, c := range []struct{ heads, figures, widths string }{
		{"区县 上旬 中旬 下旬", "城东区 80000 101117 122234", "30 30 30 30"},
		{"区县 上旬 中旬 下旬", "城东区 80000 101117 1222340", "30 25 30 35"},          // no room for 3 × 35
		{"区县 人数 件数 天数", "城东区 80000 101117 122234", "31.3 26.05 31.3 31.35"}, // of different kinds: the 5 pt that are left go to all
		{"区县 件数 天数 件数", "城东区 8000 1011 122234", "32.7 32.75 21.8 32.75"},
		{"区县 产值 投资|指标 （元） （元）", "城东区 8000 10111722", "34.25 40 45.75"}, // units are no kind
	} {
		var rows [][]string
		for line := range strings.SplitSeq(c.heads, "|") {
			rows = append(rows, strings.Fields(line))
		}
		table := tableOf(len(rows), make([]int, len(rows[0])), append(rows, strings.Fields(c.figures))...)
		table.StubCols = 1
		sheet := squareSheet(9)
		sheet.Table.PadX = 0
		fitted, _, err := Fit(&doc.Document{Sheet: sheet, Sections: []doc.Section{{Blocks: []doc.Block{table}}}}, squareSet(t))
		if err != nil {
			t.Fatal(err)
		}
		var widths []string
		for _, col := range fitted.Sections[0].Blocks[0].(*doc.Table).Columns {
			widths = append(widths, col.Width.Decimal())
		}
		if got := strings.Join(widths, " "); got != c.widths {
			t.Errorf("%s, %s: %s, want %s", c.heads, c.figures, got, c.widths)
		}
	}
	for head, want := range map[string]string{"2023年": "年", "上年": "年", "一月": "月", "第三季度": "季度", "1—3月": "月", "件数": "件数", "年末数": "年末数"} {
		if got := kindOf(head); got != want {
			t.Errorf("%s is of kind %s, want %s", head, got, want)
		}
	}
}
