package report_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/report"
)

type collected struct {
	City   string        `table:"市,stub,merge"`
	County string        `table:"县（市、区）,stub,merge"`
	Item   string        `table:"收费项目,share"`
	Cases  int           `table:"件数"`
	Paid   report.Amount `table:"金额（万元）/应收,decimal"`
	Waived report.Amount `table:"金额（万元）/减免,decimal"`
	Note   string        // no column
}

// A table of a slice of structs: heads, groups and alignments are tags.
func ExampleTableOf() {
	t, err := report.TableOf([]collected{
		{"云州市", "东城区", "不动产登记费", 15, report.Yuan(968_200), report.Wan(0), ""},
		{"云州市", "东城区", "污水处理费", 3, report.Wan(7545), report.Yuan(12_5000), ""},
		{"云州市", "湖口县", "不动产登记费", 8, report.Wan(31), report.Wan(0), ""},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	t.Caption = []doc.Span{{Text: "行政事业性收费"}}
	fmt.Println(len(t.Columns), "columns,", t.HeadRows, "head rows,", t.StubCols, "stub columns, merged:", t.Merge)
	for _, row := range t.Rows {
		for _, cell := range row.Cells {
			fmt.Printf("| %s %d×%d ", cell.Text[0].Text, max(cell.RowSpan, 1), max(cell.ColSpan, 1))
		}
		fmt.Println("|")
	}
	// Output:
	// 6 columns, 2 head rows, 2 stub columns, merged: [0 1]
	// | 市 2×1 | 县（市、区） 2×1 | 收费项目 2×1 | 件数 2×1 | 金额（万元） 1×2 |
	// | 应收 1×1 | 减免 1×1 |
	// | 云州市 1×1 | 东城区 1×1 | 不动产登记费 1×1 | 15 1×1 | 96.82 1×1 | 0 1×1 |
	// | 云州市 1×1 | 东城区 1×1 | 污水处理费 1×1 | 3 1×1 | 7545 1×1 | 12.5 1×1 |
	// | 云州市 1×1 | 湖口县 1×1 | 不动产登记费 1×1 | 8 1×1 | 31 1×1 | 0 1×1 |
}

// Heads of one, two and three levels: a cell over what shares its beginning, and no further.
//
//	+---+-----------+---+
//	|   | 三公      |   |
//	|   +-------+---+   |
//	| 合| 用车  | 接|    备 is not under 三公, though it is called the same lower down
//	|   +---+---+   |   |
//	|   | 购| 运|   |   |
//	+---+---+---+---+---+
func TestTableOfHeads(t *testing.T) {
	table, err := report.TableOf([]struct {
		Sum  int  `table:"合"`
		Buy  int  `table:"三公/用车/购"`
		Run  int  `table:"三公/用车/运"`
		Host *int `table:"三公/接"`
		Rest int8 `table:"备"`
	}{{Sum: 1}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range table.Rows {
		line := ""
		for _, c := range row.Cells {
			line += fmt.Sprintf("%s%d%d ", c.Text[0].Text, max(c.RowSpan, 1), max(c.ColSpan, 1))
		}
		got = append(got, line)
	}
	if want := []string{"合31 三公13 备31 ", "用车12 接21 ", "购11 运11 ", "111 011 011 11 011 "}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestTableOfFaults(t *testing.T) {
	_, err := report.TableOf([]struct {
		Item  string  `table:"项目"`
		City  string  `table:"市,stub"`
		Rate  float64 `table:"比率"`
		Sum   int     `table:"合计,middle"`
		Empty int     `table:"/合计"`
		Share int     `table:"数,share=0"`
	}{})
	for _, c := range []struct {
		field string
		want  error
	}{{"Rate", report.ErrFieldType}, {"Sum", report.ErrFieldTag}, {"Empty", report.ErrFieldTag}, {"Share", report.ErrFieldTag}} {
		if !errors.Is(err, c.want) || !hasField(err, c.field, c.want) {
			t.Errorf("%s: %v", c.field, err)
		}
	}
	if _, err := report.TableOf([]struct {
		Item string `table:"项目"`
		City string `table:"市,stub"`
	}{}); !hasField(err, "City", report.ErrStubOrder) {
		t.Error(err)
	}
	if _, err := report.TableOf([]int{1}); !errors.Is(err, report.ErrFieldType) {
		t.Error(err)
	}
}

// hasField looks among joined errors for one.
func hasField(err error, field string, what error) bool {
	var one *report.FieldError
	if all, ok := err.(interface{ Unwrap() []error }); ok {
		return slices.ContainsFunc(all.Unwrap(), func(e error) bool { return hasField(e, field, what) })
	}
	return errors.As(err, &one) && one.Field == field && errors.Is(one, what)
}
