package tables

import (
	"strings"
	"testing"
)

func TestMergeEqual(t *testing.T) {
	data := [][]string{
		{"地区", "城市", "件数"},
		{"湖北", "武汉", "1"},
		{"湖北", "武汉", "1"},
		{"湖北", "黄石", "3"},
		{"湖南", "黄石", "3"},
		{"湖南", "湘潭", "3"},
	}
	for _, c := range []struct {
		merge []int
		head  int
		want  string
	}{
		{[]int{0, 1}, 1, `
			+------+------+------+
			| 地区 | 城市 | 件数 |
			+======+======+======+
			| 湖北 | 武汉 | 1    |
			|      |      +------+
			|      |      | 1    |
			|      +------+------+
			|      | 黄石 | 3    |
			+------+------+------+
			| 湖南 | 黄石 | 3    |
			|      +------+------+
			|      | 湘潭 | 3    |
			+------+------+------+
			`},
		{[]int{1, 0}, 1, `
			+------+------+------+
			| 地区 | 城市 | 件数 |
			+======+======+======+
			| 湖北 | 武汉 | 1    |
			|      |      +------+
			|      |      | 1    |
			+------+------+------+
			| 湖北 | 黄石 | 3    |
			+------+      +------+
			| 湖南 |      | 3    |
			+------+------+------+
			| 湖南 | 湘潭 | 3    |
			+------+------+------+
			`},
		{[]int{2}, 0, `
			+------+------+------+
			| 地区 | 城市 | 件数 |
			+------+------+------+
			| 湖北 | 武汉 | 1    |
			+------+------+      |
			| 湖北 | 武汉 |      |
			+------+------+------+
			| 湖北 | 黄石 | 3    |
			+------+------+      |
			| 湖南 | 黄石 |      |
			+------+------+      |
			| 湖南 | 湘潭 |      |
			+------+------+------+
			`},
	} {
		key := func(row, col int) string { return data[row][col] }
		rows, err := MergeEqual(len(data), 3, c.head, c.merge, key)
		if err != nil {
			t.Fatal(err)
		}
		g, err := Resolve(rows, 3, c.head)
		if err != nil {
			t.Fatal(err)
		}
		got := Draw(g, func(cell int) string { return data[g.Cells[cell].Row][g.Cells[cell].Col] })
		if want := unindent(c.want); got != want {
			t.Errorf("columns %v\n%swant\n%s", c.merge, got, want)
		}
	}
}

func TestMergeEqualFaults(t *testing.T) {
	key := func(row, col int) int { return 0 }
	for _, c := range []struct {
		rows, cols int
		merge      []int
		want       string
	}{
		{0, 1, nil, "no rows"}, {1, 0, nil, "no columns"}, {1 << 40, 2, nil, "too many"},
		{1, 2, []int{2}, "column 3"}, {1, 2, []int{-1}, "column 0"}, {1, 2, []int{1, 1}, "column 2"},
	} {
		if _, err := MergeEqual(c.rows, c.cols, -1, c.merge, key); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v", c, err)
		}
	}
	if rows, err := MergeEqual(3, 1, -1, []int{0}, key); err != nil || len(rows[0]) != 1 || rows[0][0].Rows != 3 {
		t.Errorf("%v, %v", rows, err)
	}
}
