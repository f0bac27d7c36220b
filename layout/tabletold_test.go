package layout

import (
	"slices"
	"testing"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// told lays a table out on pages of so many lines and gives what became of it.
func told(t *testing.T, lines int, table *doc.Table) display.Table {
	t.Helper()
	out, err := Layout(&doc.Document{Sheet: squareSheet(lines), Sections: []doc.Section{{Blocks: []doc.Block{table}}}}, squareSet(t))
	if err != nil {
		t.Fatal(err)
	}
	return out.Tables[0]
}

// A row is raised by its column of vertical text, and by a merged cell whose text is higher than its rows; not by its own lines.
//
//	+----+------+      +------+----+
//	| 办 |      |      | 第一 | 甲 |
//	| 理 | 许可 |      | 季度 +----+
//	| 数 |      |      | 办件 | 乙 |
//	+----+------+      +------+----+
//	| 一 | 处罚 |
//	|    | 强制 |
//	+----+------+
func TestRaisedRows(t *testing.T) {
	vertical := tableOf(0, []int{2, 2}, []string{"办理数", "许可"}, []string{"一", "处罚强制"})
	vertical.Rows[0].Cells[0].Vertical = true
	if got, want := told(t, 9, vertical).Raised, []unit.Length{30 * unit.Pt, 0}; !slices.Equal(got, want) {
		t.Errorf("vertical text raises to %v, want %v", got, want)
	}
	merged := tableOf(0, []int{2, 2}, []string{"第一季度办件", "甲"}, []string{"乙"})
	merged.Rows[0].Cells[0].RowSpan = 2
	if got, want := told(t, 9, merged).Raised, []unit.Length{15 * unit.Pt, 15 * unit.Pt}; !slices.Equal(got, want) {
		t.Errorf("the merged cell raises to %v, want %v", got, want)
	}
	if got := told(t, 9, tableOf(0, []int{2, 2}, []string{"许可", "处罚强制"})).Raised; got != nil {
		t.Errorf("raised by its own lines: %v", got)
	}
}

// A cell with three texts over two rows is as high as both.
func TestHeightOfADividedCell(t *testing.T) {
	table := tableOf(2, []int{6, 6}, []string{"2/1 甲", "年"}, []string{"月"}, []string{"一", "二"})
	table.Rows[0].Cells[0].Diagonal = [][]doc.Span{spanOf("年"), spanOf("数"), spanOf("县")}
	if got, want := told(t, 20, table).Divided, []display.Divided{{Cell: 0, Height: 30 * unit.Pt}}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// Four rows of a line each on pages of three; then a row of eight lines on pages of five, which is torn. Between them five
// rows with a label of two lines, of which no page may take one alone.
func TestCutAndTornRows(t *testing.T) {
	got := told(t, 3, tableOf(0, []int{2}, []string{"一"}, []string{"二"}, []string{"三"}, []string{"四"}))
	if got.Pages != 2 || !slices.Equal(got.Cuts, []int{3}) || got.Torn != nil {
		t.Errorf("%+v", got)
	}
	got = told(t, 4, tableOf(0, []int{2, 6}, []string{"5/1 无法提供", "一"}, []string{"二"}, []string{"三"}, []string{"四"}, []string{"五"}))
	if !slices.Equal(got.Cuts, []int{3}) || !slices.Equal(got.Kept, []int{0, 3}) {
		t.Errorf("%+v", got)
	}
	prose := tableOf(0, []int{2, 6}, []string{"3/1 无法提供本机关没有掌握的信息", "一"}, []string{"二"}, []string{"三"})
	if got = told(t, 6, prose); !slices.Equal(got.Long, []int{0}) || got.Kept != nil {
		t.Errorf("%+v", got)
	}
	got = told(t, 5, tableOf(0, []int{1}, []string{"一"}, []string{"二二二二二二二二"}))
	if got.Pages != 2 || got.Cuts != nil || !slices.Equal(got.Torn, []int{1}) {
		t.Errorf("%+v", got)
	}
}
