package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/layout/doc"
)

// accounts reads the example, whose tables balance; one of its sums is 0.01 off, as rounding makes it.
func accounts(t testing.TB) *FinalAccounts {
	t.Helper()
	r, ps := DecodeAny(allReports(t)["final-accounts-2023"], "", nil)
	f, ok := r.(*FinalAccounts)
	if len(ps) > 0 || !ok {
		t.Fatal(ps)
	}
	return f
}

func yuan(t testing.TB, wanYuan string) Amount {
	t.Helper()
	a, ok := ParseAmount(wanYuan)
	if !ok {
		t.Fatal(wanYuan)
	}
	return a
}

func TestFinalAccountsSound(t *testing.T) {
	f := accounts(t)
	if ps := f.Check(); ps != nil {
		t.Fatal(ps)
	}
	data, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	again, ps := DecodeAny(data, "", nil)
	more, _ := json.Marshal(again)
	if len(ps) > 0 || !bytes.Equal(data, more) {
		t.Errorf("%v\n%s\n%s", ps, data, more)
	}
	schema := parse(t, SchemaOf(KindFinalAccounts))
	v := &validator{t: t, defs: schema["$defs"].(map[string]any)}
	if bad := v.check(schema, parse(t, allReports(t)["final-accounts-2023"]), "report"); len(bad) > 0 {
		t.Error(strings.Join(bad, "\n"))
	}
}

// Each rule is shown by the smallest change that breaks it.
func TestFinalAccountsCheck(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(f *FinalAccounts)
		want  string
	}{
		{"a part of income", func(f *FinalAccounts) { f.Summary.Income.Other = yuan(t, "56.20") }, "summary.incomeTotal sum.amounts"},
		{"within rounding", func(f *FinalAccounts) { f.Summary.Income.Other = yuan(t, "56.19") }, ""},
		{"just beyond it", func(f *FinalAccounts) { f.Summary.Outlays[0].Amount = yuan(t, "1910.96") }, "summary.outlaysTotal sum.amounts"},
		{"both feet", func(f *FinalAccounts) { f.Summary.Total = Wan(1) }, "summary.total sum.amounts\nsummary.total sum.amounts"},
		{"a row", func(f *FinalAccounts) { f.Outlays[3].Projects = Wan(2) },
			"outlays[2].projects sum.amounts\noutlays[3].total sum.amounts"},
		{"tables that disagree", func(f *FinalAccounts) { f.Grants.Income.General = Wan(2500) },
			"grants.income.general sum.table\ngrants.incomeTotal sum.amounts"},
		{"by budget", func(f *FinalAccounts) { f.Grants.Outlays[0].Amount.Funds = Wan(1) },
			"grants.outlays[0].amount.total sum.amounts\ngrants.outlaysTotal.funds sum.amounts"},
		{"staff", func(f *FinalAccounts) { f.Basic.StaffTotal = Wan(1) }, "general[0].basic sum.amounts\nbasic.staffTotal sum.amounts"},
		{"款 and 类", func(f *FinalAccounts) { f.Basic.Office[1].Amount = Wan(1) }, "basic.office[0].amount sum.amounts"},
		{"three costs", func(f *FinalAccounts) { f.Three.Actual.Reception = Wan(9) }, "three.actual.total sum.amounts"},
		{"cars", func(f *FinalAccounts) { f.Three.Budget.Cars.Purchase = Wan(9) }, "three.budget.cars.total sum.amounts"},
		{"what is left of a fund", func(f *FinalAccounts) { f.Funds[3].Closing = Wan(9) },
			"funds[2].closing sum.amounts\nfunds[3].closing sum.amounts"},
		{"no total row", func(f *FinalAccounts) { f.Funds = f.Funds[1:] }, "funds[0].code account.total"},
		{"a code of four figures", func(f *FinalAccounts) { f.General[1].Code = "2010" },
			"general[0].total sum.amounts\ngeneral[0].basic sum.amounts\ngeneral[0].projects sum.amounts\ngeneral[1].code account.code\ngeneral[2].code account.parent\ngeneral[6].code account.parent"},
		{"letters", func(f *FinalAccounts) { f.Basic.Staff[1].Code = "3O101" }, "basic.staff[0].amount sum.amounts\nbasic.staff[1].code account.code"},
		{"three decimals", func(f *FinalAccounts) { f.Three.Budget.Total = yuan(t, "21.501") }, "three.budget.total amount.cents"},
		{"negative", func(f *FinalAccounts) { f.Three = ThreeCosts{Budget: Costs{Total: Yuan(-100)}} }, "three.budget.total amount.negative"},
		{"no agency", func(f *FinalAccounts) { f.Agency = "" }, "agency field.missing"},
		{"no year", func(f *FinalAccounts) { f.Year = 0 }, "year field.missing"},
		{"a date", func(f *FinalAccounts) { f.Date.Day = 40 }, "date date.calendar"},
		{"a bell", func(f *FinalAccounts) { f.Terms.Paragraphs[0] = "\a" }, "terms.paragraphs[0] text.control"},
		{"empty tables", func(f *FinalAccounts) { f.Capital = nil }, ""},
	} {
		f := accounts(t)
		c.spoil(f)
		if got := brief(f.Check()); got != c.want {
			t.Errorf("%s:\ngot\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestFinalAccountsMessages(t *testing.T) {
	f := accounts(t)
	f.Grants.Income.General = Wan(2500)
	want := "财政拨款收入支出决算总表›收入›一、一般公共预算财政拨款：应与收入支出决算总表›收入›一、一般公共预算财政拨款收入的 2516.70 一致，实为 2500.00"
	if got := f.Check()[0].Message("zh"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if f.Check().Lenient().HasErrors() {
		t.Error("sums are warnings for the lenient")
	}
}

// Every path of the rules leads to a number of the example, and every total of the tables is in a rule or the sum of codes.
func TestFinalAccountsRulesLead(t *testing.T) {
	f := accounts(t)
	f.Capital = f.Funds
	c := &accountsChecker{report: f, known: fieldCache{}, at: map[string]int{}}
	c.walk(valueOf(f), "")
	for _, s := range accountsSums {
		for _, p := range append([]string{s.total}, s.parts...) {
			src := strings.NewReplacer("[*]", "[0]", "[]", "[0]", "-", "").Replace(p)
			if _, ok := c.find(src); !ok {
				t.Errorf("%s: there is no %s", s.id, src)
			}
		}
	}
}

// The heads and the first rows of the nine tables.
func TestFinalAccountsGrids(t *testing.T) {
	f := accounts(t)
	var b strings.Builder
	n := 0
	for _, s := range f.Document().Sections {
		for _, block := range s.Blocks {
			table, ok := block.(*doc.Table)
			if !ok {
				continue
			}
			n++
			fmt.Fprintf(&b, "%s %s: %d rows, %d columns, head %d, stub %d, turned %v, %s\n", table.Src, table.Caption[0].Text, len(table.Rows),
				len(table.Columns), table.HeadRows, table.StubCols, s.Page != nil && s.Page.Turned, textOf(table.Empty))
			for i, l := range strings.Split(strings.TrimSpace(grid(t, table)), "\n") {
				if i < 30 {
					b.WriteString("  " + l + "\n")
				}
			}
		}
	}
	golden(t, "final-accounts.txt", b.String())
	if n != 9 {
		t.Errorf("%d tables", n)
	}
}

func textOf(spans []doc.Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

// A report that Check refuses still gives a document, and every Src in it is a path of the report.
func TestFinalAccountsOfNothing(t *testing.T) {
	(&FinalAccounts{}).Document()
	f := accounts(t)
	for _, s := range f.Document().Sections {
		for src := range sources(&doc.Document{Sections: []doc.Section{s}}) {
			for i, step := range ParsePath(src, f) {
				if step.Field != "" && step.Zh == "" {
					t.Errorf("%s has no step %d", src, i)
				}
			}
		}
	}
}

func BenchmarkCheckAccounts(b *testing.B) {
	f := accounts(b)
	b.ReportAllocs()
	for b.Loop() {
		if ps := f.Check(); ps != nil {
			b.Fatal(ps)
		}
	}
}

// The numbers below a part begin with 一、, as they do where there are no parts, and each number has its own look.
func TestFinalAccountsHeadings(t *testing.T) {
	f := accounts(t)
	f.Explanation.Sections[0].Sections = []Section{{Heading: "收入情况", Paragraphs: []string{"略。"}, Sections: []Section{{Heading: "上年结转", Paragraphs: []string{"略。"}}}}}
	var got []string
	for _, s := range f.Document().Sections {
		for _, b := range s.Blocks {
			if h, ok := b.(*doc.Heading); ok && h.Level > 0 {
				got = append(got, fmt.Sprintf("%d %s %s", h.Level, h.Style, h.Text[0].Text))
			}
		}
	}
	want := []string{
		"1 Part 第一部分　部门概况", "2 PartHeading2 一、主要职能", "2 PartHeading2 二、机构设置", "1 Part 第二部分　2023年度部门决算表",
		"1 Part 第三部分　部门决算情况说明", "2 PartHeading2 一、收入支出决算总体情况", "3 PartHeading3 （一）收入情况", "4 PartHeading4 1.上年结转", "2 PartHeading2 二、“三公”经费支出决算情况",
	}
	if len(got) < len(want) || !slices.Equal(got[:len(want)], want) {
		t.Errorf("headings %q", got)
	}
}
