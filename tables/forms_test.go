package tables

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// The forms of the 政府信息公开工作年度报告, as testdata draws them, in the spans of the blank template of 国办公开办函
// 〔2021〕30号 and of a report in the format of 〔2019〕60号, where heads and numbers of table 2 do not line up. "n" is a number.
var forms = []struct {
	name       string
	rows, cols int
	numbers    int
	cells      []Cell // the merged ones among them
}{
	{"2021-table2", 14, 4, 10, []Cell{
		{0, 0, 1, 4}, {4, 0, 1, 4}, {5, 1, 1, 3}, {6, 1, 1, 3}, {7, 0, 1, 4}, {8, 1, 1, 3}, {9, 1, 1, 3}, {10, 1, 1, 3},
		{11, 0, 1, 4}, {12, 1, 1, 3}, {13, 1, 1, 3},
	}},
	{"2021-table3", 28, 10, 175, []Cell{
		{0, 0, 3, 3}, {0, 3, 1, 7}, {1, 3, 2, 1}, {1, 4, 1, 5}, {1, 9, 2, 1}, {3, 0, 1, 3}, {4, 0, 1, 3}, {5, 0, 22, 1},
		{5, 1, 1, 2}, {6, 1, 1, 2}, {7, 1, 8, 1}, {15, 1, 3, 1}, {18, 1, 5, 1}, {23, 1, 3, 1}, {26, 1, 1, 2}, {27, 0, 1, 3},
	}},
	{"2019-table3", 26, 10, 161, []Cell{
		{0, 0, 3, 3}, {0, 3, 1, 7}, {1, 3, 2, 1}, {1, 4, 1, 5}, {1, 9, 2, 1}, {3, 0, 1, 3}, {4, 0, 1, 3}, {5, 0, 20, 1},
		{5, 1, 1, 2}, {6, 1, 1, 2}, {7, 1, 8, 1}, {15, 1, 3, 1}, {18, 1, 5, 1}, {23, 1, 1, 2}, {24, 1, 1, 2}, {25, 0, 1, 3},
	}},
	{"table4", 4, 15, 15, []Cell{
		{0, 0, 1, 5}, {0, 5, 1, 10}, {1, 0, 2, 1}, {1, 1, 2, 1}, {1, 2, 2, 1}, {1, 3, 2, 1}, {1, 4, 2, 1}, {1, 5, 1, 5}, {1, 10, 1, 5},
	}},
	{"2019-table2", 18, 5, 22, []Cell{
		{0, 0, 1, 5}, {1, 2, 1, 2}, {2, 1, 1, 2}, {3, 1, 1, 2}, {4, 0, 1, 5}, {5, 2, 1, 2}, {6, 1, 1, 2}, {7, 1, 1, 2},
		{8, 0, 1, 5}, {9, 2, 1, 2}, {10, 1, 1, 2}, {11, 1, 1, 2}, {12, 0, 1, 5}, {13, 2, 1, 3}, {14, 1, 1, 2}, {14, 3, 1, 2},
		{15, 0, 1, 5}, {16, 2, 1, 3}, {17, 1, 1, 2}, {17, 3, 1, 2},
	}},
}

func form(t testing.TB, name string) (drawn, string) {
	t.Helper()
	picture, err := os.ReadFile("testdata/" + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, string(picture)), string(picture)
}

func TestForms(t *testing.T) {
	for _, f := range forms {
		d, picture := form(t, f.name)
		g := d.grid(t)
		merged := slices.DeleteFunc(slices.Clone(g.Cells), func(c Cell) bool { return c.Rows == 1 && c.Cols == 1 })
		if g.Rows != f.rows || g.Cols != f.cols || !slices.Equal(merged, f.cells) {
			t.Errorf("%s: %d rows, %d columns, merged %v", f.name, g.Rows, g.Cols, merged)
		}
		numbers := 0
		for _, label := range d.label {
			numbers += count(label == "n")
		}
		if numbers != f.numbers {
			t.Errorf("%s: %d numbers, want %d", f.name, numbers, f.numbers)
		}
		if got := Draw(g, d.text); got != picture {
			t.Errorf("%s is drawn\n%s", f.name, got)
		}
		for from := range g.Rows {
			s := g.Page(from, g.Rows)
			checkSlice(t, g, s)
			checkEdges(t, &s)
		}
	}
}

// The four blocks of table 2 stand in one grid: a number has the heads of its own block.
func TestHeadersOfTable2(t *testing.T) {
	d, _ := form(t, "2021-table2")
	g := d.grid(t)
	heads := Headers(g, func(cell int) HeadKind {
		switch {
		case d.label[cell] == "n":
			return NoHead
		case g.Cells[cell].Col == 0 && strings.HasPrefix(d.label[cell], "行政"), d.label[cell] == "规章":
			return RowHead
		}
		return ColumnHead
	})
	for _, c := range []struct {
		row, col int
		want     string
	}{
		{3, 2, "第二十条第（一）项 本年废止件数 行政规范性文件"},
		{6, 1, "第二十条第（五）项 本年处理决定数量 行政许可"},
		{10, 3, "第二十条第（六）项 本年处理决定数量 行政强制"},
		{13, 0, "第二十条第（八）项 信息内容"},
	} {
		cell, _ := g.At(c.row, c.col)
		if got := names(d, heads.Of(cell)); got != c.want {
			t.Errorf("row %d, column %d: %s, want %s", c.row, c.col, got, c.want)
		}
	}
}

func TestHeadersOfTable3(t *testing.T) {
	d, _ := form(t, "2021-table3")
	g := d.grid(t)
	heads := Headers(g, func(cell int) HeadKind {
		switch c := g.Cells[cell]; {
		case c.Row < g.Head:
			return ColumnHead
		case c.Col < 3:
			return RowHead
		}
		return NoHead
	})
	corner := d.label[0]
	cell, _ := g.At(7, 5)
	if got, want := names(d, heads.Of(cell)), "申请人情况 法人或其他组织 科研机构 三、本年度办理结果 （三）不予公开 1.属于国家秘密"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	cell, _ = g.At(8, 2)
	if got, want := names(d, heads.Of(cell)), strings.ReplaceAll(corner, "\n", "")+" 三、本年度办理结果 （三）不予公开"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	cell, _ = g.At(27, 9)
	if got, want := names(d, heads.Of(cell)), "申请人情况 总计 四、结转下年度继续办理"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func names(d drawn, cells []int32) string {
	var list []string
	for _, c := range cells {
		list = append(list, strings.ReplaceAll(d.label[c], "\n", ""))
	}
	return strings.Join(list, " ")
}

// Table 3 cut after row 9: both pages show the labels of the groups that the cut goes through, and the head.
func TestTable3AcrossPages(t *testing.T) {
	d, _ := form(t, "2021-table3")
	g := d.grid(t)
	var crossed []string
	for cell := range g.Crossing(10) {
		crossed = append(crossed, strings.ReplaceAll(d.label[cell], "\n", ""))
	}
	if got := strings.Join(crossed, " "); got != "三、本年度办理结果 （三）不予公开" || g.Breakable(10) || !g.Breakable(27) {
		t.Errorf("the cut goes through %s", got)
	}
	open := 0
	s := g.Page(10, 28)
	for _, p := range s.Parts {
		open += count(!p.First)
	}
	if open != 2 || s.Repeat != 3 || s.Rows != 21 {
		t.Errorf("%d parts continue, %d head rows, %d rows", open, s.Repeat, s.Rows)
	}
}
