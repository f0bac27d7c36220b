package report

import (
	"reflect"

	"github.com/banxin-go/banxin/layout/doc"
)

// summaryTable is table one: income and outlays side by side, their feet on the same rows.
func (f *FinalAccounts) summaryTable() *doc.Table {
	s := &f.Summary
	var left, right half
	left = itemRows("summary.income", s.Income)
	for i, o := range s.Outlays {
		right = append(right, item(element("summary.outlays", i)+".amount", chinese(i+1)+"、"+o.Name, o.Amount))
	}
	rows := sideBySide(left, right, 2, 2)
	foot := sideBySide(
		half{
			sumItem("summary.incomeTotal", "本年收入合计", s.IncomeTotal), item("summary.balanceUsed", "使用非财政拨款结余", s.BalanceUsed),
			item("summary.opening", "年初结转和结余", s.Opening), sumItem("summary.total", "总计", s.Total),
		},
		half{
			sumItem("summary.outlaysTotal", "本年支出合计", s.OutlaysTotal), item("summary.allocated", "结余分配", s.Allocated),
			item("summary.closing", "年末结转和结余", s.Closing), sumItem("summary.total", "总计", s.Total),
		}, 2, 2)
	return &doc.Table{
		HeadRows: 2, Columns: []doc.Column{{Share: 33}, money, {Share: 31}, money},
		Rows: append(append([]doc.Row{
			{Cells: []doc.Cell{head("summary", "收入", 1, 2), head("summary", "支出", 1, 2)}},
			{Cells: []doc.Cell{head("summary", "项目", 1, 1), head("summary", "决算数", 1, 1), head("summary", "项目", 1, 1), head("summary", "决算数", 1, 1)}},
		}, rows...), foot...),
	}
}

// money is a column of figures beside columns of text.
var money = doc.Column{Share: 9, Align: doc.AlignDecimal}

// itemRows are the items of a struct of amounts, a row each.
func itemRows(src string, items any) half {
	var out half
	v := reflect.ValueOf(items)
	for _, f := range structFields(v.Type()) {
		out = append(out, item(src+"."+f.name, f.zh, v.Field(f.index).Interface()))
	}
	return out
}

// sumItem is an item that is a sum: its label is centred.
func sumItem(src, text string, v any) []doc.Cell {
	cells := item(src, text, v)
	cells[0].Align = doc.AlignCenter
	return cells
}

// grantsTable is table four: grants beside what was spent out of each of the three budgets.
func (f *FinalAccounts) grantsTable() *doc.Table {
	g := &f.Grants
	columns := structFields(reflect.TypeFor[GrantColumns]())
	second := []doc.Cell{head("grants", "项目", 1, 1), head("grants", "决算数", 1, 1), head("grants", "项目", 1, 1)}
	for _, c := range columns {
		second = append(second, head("grants", c.zh, 1, 1))
	}
	var right half
	for i, o := range g.Outlays {
		right = append(right, item(element("grants.outlays", i)+".amount", chinese(i+1)+"、"+o.Name, o.Amount))
	}
	width := 1 + len(columns)
	rows := sideBySide(itemRows("grants.income", g.Income), right, 2, width)
	foot := sideBySide(
		half{
			sumItem("grants.incomeTotal", "本年收入合计", g.IncomeTotal), item("grants.opening", "年初财政拨款结转和结余", g.Opening),
			sumItem("grants.incomeSum", "总计", g.IncomeSum),
		},
		half{
			sumItem("grants.outlaysTotal", "本年支出合计", g.OutlaysTotal), item("grants.closing", "年末财政拨款结转和结余", g.Closing),
			sumItem("grants.outlaysSum", "总计", g.OutlaysSum),
		}, 2, width)
	return &doc.Table{
		HeadRows: 2, Columns: []doc.Column{{Share: 23}, money, {Share: 24}, money, money, money, money},
		Rows: append(append([]doc.Row{
			{Cells: []doc.Cell{head("grants", "收入", 1, 2), head("grants", "支出", 1, width)}}, {Cells: second},
		}, rows...), foot...),
	}
}

// basicTable is table six: staff beside office, each with code, name and figure.
func (f *FinalAccounts) basicTable() *doc.Table {
	b := &f.Basic
	l := ledger{src: "basic", fields: structFields(reflect.TypeFor[EconomicRow]())}
	var second []doc.Cell
	for range 2 {
		for _, c := range l.fields {
			second = append(second, head("basic", c.zh, 1, 1))
		}
	}
	foot := func(src, text string, a Amount) []doc.Cell {
		cells := sumItem(src, text, a)
		cells[0].ColSpan = 2
		return cells
	}
	t := &doc.Table{HeadRows: 2, Columns: []doc.Column{{Share: 9}, {Share: 16}, money, {Share: 9}, {Share: 16}, money}}
	t.Rows = []doc.Row{{Cells: []doc.Cell{head("basic", "人员经费", 1, 3), head("basic", "公用经费", 1, 3)}}, {Cells: second}}
	if len(b.Staff)+len(b.Office) > 0 {
		t.Rows = append(t.Rows, sideBySide(l.half("basic.staff", b.Staff), l.half("basic.office", b.Office), 3, 3)...)
		t.Rows = append(t.Rows, doc.Row{Cells: append(foot("basic.staffTotal", "人员经费合计", b.StaffTotal), foot("basic.officeTotal", "公用经费合计", b.OfficeTotal)...)})
	}
	return t
}

// half gives the rows of a list as one half of a table.
func (l ledger) half(src string, rows []EconomicRow) half {
	var out half
	for i := range rows {
		out = append(out, l.row(reflect.ValueOf(rows[i]), element(src, i)).Cells)
	}
	return out
}
