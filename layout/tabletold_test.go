package layout

import (
	"errors"
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
	if got.Pages != 2 || got.Cuts != nil || !slices.Equal(got.Torn, []int{1}) || !slices.Equal(got.Ended, []int{1}) {
		t.Errorf("%+v", got)
	}
}

// Prose of seven lines over three rows, of which a page holds four: it goes on with the fifth, after a line feed with the character behind
// that, in a paragraph, or with an item. What ends on the page before goes on nowhere.
func TestPassages(t *testing.T) {
	table := func(cell doc.Cell) *doc.Table {
		t := tableOf(0, []int{4, 6}, []string{"3/1 ", "一"}, []string{"二"}, []string{"三"})
		cell.RowSpan = 3
		t.Rows[0].Cells[0] = cell
		return t
	}
	const han = len("无")
	for name, c := range map[string]struct {
		cell doc.Cell
		want []display.Passage
	}{
		"text":       {doc.Cell{Text: spanOf("无法提供本机关没有掌握的信息需要另行制作补正后仍不明确")}, []display.Passage{{Cell: 0, Row: 2, Part: 0, At: 16 * han}}},
		"spans":      {doc.Cell{Text: []doc.Span{{Text: "无法提供本机"}, {Text: "关没有掌握的信息需要另行", Bold: true}, {Text: "制作补正后仍不明确"}}}, []display.Passage{{Cell: 0, Row: 2, Part: 0, At: 16 * han}}},
		"line feed":  {doc.Cell{Text: spanOf("无法提供本机关没有掌握的信息\n需要另行制作补正后仍")}, []display.Passage{{Cell: 0, Row: 2, Part: 0, At: 14*han + 1}}},
		"paragraphs": {doc.Cell{Blocks: []doc.Block{paragraph("无法提供本机关"), paragraph("没有掌握的信息需要另行制作补正后仍")}}, []display.Passage{{Cell: 0, Row: 2, Part: 1, At: 5 * han}}}, // 没有 and 掌握的 are lines of their own
		"items": {doc.Cell{Blocks: []doc.Block{paragraph("无法提供本机关没有"), &doc.List{Items: []doc.Item{{Text: spanOf("掌握")}, {Text: spanOf("信息需要")}}}, paragraph("另行")}},
			[]display.Passage{{Cell: 0, Row: 2, Part: 2, At: 0}}},
		"short": {doc.Cell{Text: spanOf("无法提供本机关没有掌握的信息")}, nil},
	} {
		if got := told(t, 6, table(c.cell)); !slices.Equal(got.Passages, c.want) {
			t.Errorf("%s: %+v, want %+v; cut at %v, long %v", name, got.Passages, c.want, got.Cuts, got.Long)
		}
	}
}

// A head with its caption that is higher than half a page is not drawn again, and one below half a page not where it leaves no
// room for a line: told, and how many pages it is.
func TestHeadsThatAreNotRepeated(t *testing.T) {
	table := tableOf(1, []int{4, 8}, []string{"办理结果分类说明以及计算方法", "件数"}, []string{"予以公开", "三"}, []string{"不予公开", "二"}, []string{"无法提供", "一"})
	if got := told(t, 5, table); got.Pages != 2 || got.Bare != 1 {
		t.Errorf("%d pages, %d without the head, want 2 and 1", got.Pages, got.Bare)
	}
	if got := told(t, 9, table); got.Pages != 1 || got.Bare != 0 {
		t.Errorf("on one page: %d pages, %d without the head", got.Pages, got.Bare)
	}
}

// A line that no page has room for between the sums above and below it is an error with the table's place.
func TestNoRoomBetweenSums(t *testing.T) {
	table := tableOf(0, []int{6, 6}, []string{"甲", "1"}, []string{"乙", "2"}, []string{"丙", "3"})
	table.Carry = &doc.Carry{Columns: []int{1}}
	_, err := Layout(&doc.Document{Sheet: squareSheet(2), Sections: []doc.Section{{Blocks: []doc.Block{table}}}}, squareSet(t))
	var place *Error
	var room *RoomError
	if !errors.As(err, &place) || place.Src != "table" || !errors.As(err, &room) || *room != (RoomError{Height: 30 * unit.Pt, Room: 20 * unit.Pt}) {
		t.Errorf("got %v", err)
	}
}

// Below rows that end a page the sheet's Reserve stays free, below lines of a row that goes on nothing does: five lines stand on the page
// where four rows do.
func TestReserve(t *testing.T) {
	layout := func(table *doc.Table) *display.Document {
		sheet := squareSheet(5)
		sheet.Table.Reserve = 10 * unit.Pt
		out, err := Layout(&doc.Document{Sheet: sheet, Sections: []doc.Section{{Blocks: []doc.Block{table}}}}, squareSet(t))
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	lines := func(p *display.Page) (n int) {
		for _, item := range p.Items {
			if _, ok := item.(*display.Text); ok {
				n++
			}
		}
		return n
	}
	if n := lines(layout(tableOf(0, []int{1}, []string{"一"}, []string{"二"}, []string{"三"}, []string{"四"}, []string{"五"}, []string{"六"})).Paint(0)); n != 4 {
		t.Errorf("%d rows on the page, want 4", n)
	}
	if n := lines(layout(tableOf(0, []int{1}, []string{"二二二二二二二二"})).Paint(0)); n != 5 {
		t.Errorf("%d lines on the page, want 5", n)
	}
}

// A page of a few EMU has no room for a line either: an error, and not rows cut for ever.
func TestPageOfNoHeight(t *testing.T) {
	for _, height := range []unit.Length{1, 7, 100} {
		sheet := squareSheet(1)
		sheet.Page.Size.H, sheet.Table.PadY = height, unit.Pt
		_, err := Layout(&doc.Document{Sheet: sheet, Sections: []doc.Section{{Blocks: []doc.Block{tableOf(0, []int{12}, []string{"办理结果"})}}}}, squareSet(t))
		var room *RoomError
		if !errors.As(err, &room) {
			t.Errorf("of %d EMU: %v", height, err)
		}
	}
}
