package tables_test

import (
	"fmt"

	"github.com/banxin-go/banxin/tables"
)

// The head of a statistics table, and what is said of one that does not close.
func ExampleResolve() {
	labels := []string{"申请人情况", "总计", "自然人", "法人", "12", "3", "15"}
	rows := [][]tables.Span{
		{{Cols: 2}, {Rows: 2}},
		{{}, {}},
		{{}, {}, {}},
	}
	grid, err := tables.Resolve(rows, 3, 2)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(tables.Draw(grid, func(cell int) string { return labels[cell] }))

	rows[1] = rows[1][:1]
	_, err = tables.Resolve(rows, 3, 3)
	fmt.Println(err)
	// Output:
	// +---------------+------+
	// | 申请人情况    | 总计 |
	// +--------+------+      |
	// | 自然人 | 法人 |      |
	// +========+======+======+
	// | 12     | 3    | 15   |
	// +--------+------+------+
	// tables: row 2: no cell in column 2
}
