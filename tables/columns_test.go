package tables

import (
	"errors"
	"math/rand/v2"
	"testing"
)

func TestColumnsOfAGrid(t *testing.T) {
	d := parse(t, `
		+------+----------------------+
		| 年份 | 收到申请             |
		|      +------+-------+-------+
		|      | 本级 | 街道  | 部门  |
		+======+======+=======+=======+
		| 2021 | 12   | 3     | 40    |
		+------+------+-------+-------+
		| 2022 | 15   | 合并统计      |
		+------+------+---------------+`)
	part, shown, err := d.grid(t).Columns([]int{0, 3})
	if err != nil {
		t.Fatal(err)
	}
	want := unindent(`
	+------+----------+
	| 年份 | 收到申请 |
	|      +----------+
	|      | 部门     |
	+======+==========+
	| 2021 | 40       |
	+------+----------+
	| 2022 | 合并统计 |
	+------+----------+
	`)
	if got := Draw(part, func(cell int) string { return d.label[shown[cell]] }); got != want {
		t.Errorf("columns\n%swant\n%s", got, want)
	}
	for _, c := range []struct {
		list []int
		want error
	}{
		{[]int{0, 4}, ColumnError{4}}, {[]int{-1}, ColumnError{-1}}, {[]int{1, 1}, ColumnError{1}}, {[]int{2, 1}, ColumnError{1}},
		{nil, SizeError{4, 0}},
	} {
		if _, _, err := d.grid(t).Columns(c.list); !errors.Is(err, c.want) {
			t.Errorf("columns %v: %v, want %v", c.list, err, c.want)
		}
	}
}

// Whatever columns are chosen, each slot of the part shows the cell that covers it in the whole.
func TestColumnsKeepTheirCells(t *testing.T) {
	eachTiling(t, 500, func(r *rand.Rand, g *Grid) {
		list := []int{r.IntN(g.Cols)}
		for col := list[0] + 1; col < g.Cols; col++ {
			if r.IntN(2) == 0 {
				list = append(list, col)
			}
		}
		part, shown, err := g.Columns(list)
		if err != nil {
			t.Error(list, err)
			return
		}
		for i := range g.Rows * len(list) {
			row, k := i/len(list), i%len(list)
			in, _ := part.At(row, k)
			if whole, _ := g.At(row, list[k]); shown[in] != whole {
				t.Errorf("row %d, column %d of %v shows cell %d, not %d", row, k, list, shown[in], whole)
			}
		}
	})
}
