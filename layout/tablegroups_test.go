package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// grouped makes a table of groups of so many rows, labelled 甲, 乙, …, below lines of text.
func grouped(rows ...int) *doc.Table {
	var all [][]string
	for g, n := range rows {
		label := string([]rune("甲乙丙丁")[g])
		for i := range n {
			row := []string{fmt.Sprintf("行%d", i+1)}
			if i == 0 {
				row = slices.Insert(row, 0, fmt.Sprintf("%d/1 %s", n, label))
			}
			all = append(all, row)
		}
	}
	return tableOf(0, []int{4, 8}, all...)
}

// A group of rows goes over whole when little stays empty, and is cut with two rows at least on either side when it cannot.
func TestGroupsOverPages(t *testing.T) {
	check(t, drawPages(t, 12, grouped(5, 3, 4, 4)), `
甲      行1
        行2
        行3
        行4
        行5
乙      行1
        行2
        行3
丙      行1
        行2
        行3
        行4
----
丁      行1
        行2
        行3
        行4








`)
	check(t, drawPages(t, 12, grouped(5, 6, 3)), `
甲      行1
        行2
        行3
        行4
        行5
乙      行1
        行2
        行3
        行4
        行5
        行6

----
丙      行1
        行2
        行3









`)
	check(t, drawPages(t, 12, grouped(5, 8)), `
甲      行1
        行2
        行3
        行4
        行5
乙      行1
        行2
        行3
        行4
        行5
        行6

----
{乙}      行7
        行8










`)
}

// Where a group and the notes below it do not fit on one page the group is cut: notes stay with the last row.
func TestNotesStayWithTheLastRowOfAGroup(t *testing.T) {
	table := tableOf(0, []int{4, 8}, []string{"2/1 甲", "第一行字第二行字第三行"}, []string{"第一行字第二行字第三行"})
	table.Notes = [][]doc.Span{spanOf("注：不含县。")}
	check(t, drawPages(t, 4, table), `
甲      第一行字第二行字
        第三行


----
{甲}      第一行字第二行字
        第三行
注：不含县。

`)
}

// A label is never left out: its height is a minimum for each part of its rows, and where a page ends nevertheless the rows are
// made higher.
func TestLabelStandsBesideEachPart(t *testing.T) {
	table := grouped(7)
	table.Rows[0].Cells[0].Text[0].Text = "一二三四五六七八九十甲"
	check(t, drawPages(t, 6, table), `
一二三四行1
五六七八行2
九十甲  行3
        行4


----
{一二三四}行5
{五六七八}行6
{九十甲}  行7



`)
	for i := range 5 {
		table.Rows[i].KeepNext = true
	}
	check(t, drawPages(t, 6, table), `
一二三四行1
五六七八行2
九十甲  行3
        行4
        行5
        行6
----
{一二三四}行7
{五六七八}
{九十甲}



`)
}

// The stub of a row that is higher than a page is drawn again, as an artifact; other cells are not.
func TestStubOfATornRow(t *testing.T) {
	table := tableOf(0, []int{2, 6, 4}, []string{"一", strings.Repeat("公开", 18), "备注"})
	table.StubCols = 1
	check(t, drawPages(t, 5, table), `
一  公开公开公开备注
    公开公开公开
    公开公开公开
    公开公开公开
    公开公开公开
----
{一}  公开公开公开




`)
}

// Rows that begin a page are told of as kept with the next, all of a group that has gone over whole, and the first and last two of
// every group.
func TestKeptRows(t *testing.T) {
	if got := told(t, 12, grouped(5, 6, 4, 3)); !slices.Equal(got.Cuts, []int{11}) || !slices.Equal(got.Kept, []int{0, 3, 5, 9, 11, 12, 13, 15, 16}) {
		t.Errorf("%+v", got)
	}
	// A page that begins inside a group keeps its last whole group together.
	if got := told(t, 12, grouped(5, 8, 5)); !slices.Equal(got.Cuts, []int{11}) || !slices.Equal(got.Kept, []int{0, 3, 5, 11, 13, 14, 15, 16}) {
		t.Errorf("%+v", got)
	}
	if got := told(t, 3, tableOf(0, []int{2}, []string{"一"}, []string{"二"}, []string{"三"}, []string{"四"}, []string{"五"})); !slices.Equal(got.Cuts, []int{3}) || !slices.Equal(got.Kept, []int{3}) {
		t.Errorf("%+v", got)
	}
}

// The padding is told of with which the rows have been made to fit.
func TestPaddingKeepsATableOnItsPage(t *testing.T) {
	for _, c := range []struct {
		lines int // of text above; the page has ten, the table four rows and 3 pt above
		pad   unit.Length
	}{{2, 4 * unit.Pt}, {3, 67 * unit.Twip}, {4, 42 * unit.Twip}} {
		table := tableOf(0, []int{4}, []string{"一"}, []string{"二"}, []string{"三"}, []string{"四"})
		sheet := squareSheet(10)
		sheet.Table.PadY, sheet.Table.LeastPadY, sheet.Table.MostPadY = 4*unit.Pt, unit.Pt, 4*unit.Pt
		blocks := []doc.Block{}
		for range c.lines {
			blocks = append(blocks, paragraph("文"))
		}
		d := &doc.Document{Sheet: sheet, Sections: []doc.Section{{Blocks: append(blocks, table)}}}
		out, err := Layout(d, squareSet(t))
		if err != nil {
			t.Fatal(err)
		}
		if got := out.Tables[0]; out.Count != 1 || got.Pages != 1 || got.Pad != c.pad {
			t.Errorf("%d lines above: %d pages, %+v", c.lines, out.Count, got)
		}
	}
}
