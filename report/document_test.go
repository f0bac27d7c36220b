package report

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode"

	"github.com/banxin-go/banxin/layout/doc"
)

// grid lists the cells of a table as "row,column,rowspan,colspan text", and fails where they leave a gap or overlap.
func grid(t *testing.T, table *doc.Table) string {
	t.Helper()
	taken := map[[2]int]bool{}
	var b strings.Builder
	for r, row := range table.Rows {
		c := 0
		for _, cell := range row.Cells {
			for taken[[2]int{r, c}] {
				c++
			}
			h, w := max(cell.RowSpan, 1), max(cell.ColSpan, 1)
			for i := range h * w {
				slot := [2]int{r + i/w, c + i%w}
				if taken[slot] || slot[0] >= len(table.Rows) || slot[1] >= len(table.Columns) {
					t.Fatalf("cell %d,%d overlaps or reaches out at %v", r, c, slot)
				}
				taken[slot] = true
			}
			fmt.Fprintf(&b, "%d,%d,%d,%d %s\n", r, c, h, w, strings.ReplaceAll(textOf(cell.Text), "\n", "")) // labels may be broken
			c += w
		}
	}
	if len(taken) != len(table.Rows)*len(table.Columns) {
		t.Fatalf("%d slots covered of %d × %d", len(taken), len(table.Rows), len(table.Columns))
	}
	return b.String()
}

func tablesOf(a *Annual) []*doc.Table {
	var out []*doc.Table
	for _, b := range a.Document().Sections[0].Blocks {
		if t, ok := b.(*doc.Table); ok {
			out = append(out, t)
		}
	}
	return out
}

// The grids, row by row, in the official wording. Numbers count up so that each can be seen in its place.
func TestGrids(t *testing.T) {
	numbered := func(a *Annual) *Annual {
		n := int64(0)
		treeOf(a).leaves(func(l node) {
			n++
			switch v := l.value.Addr().Interface().(type) {
			case *Count:
				*v = N(n)
			case *Change:
				*v = D(-n)
			case *Amount:
				*v = Yuan(n)
			}
		})
		return a
	}
	old := &Annual{Disclosure2019: &Disclosure2019{}}
	old.Applications.Results.ClosedAsOne = &Applicants{}
	for _, c := range []struct {
		name   string
		report *Annual
	}{{"grids-2021", &Annual{}}, {"grids-2019", old}} {
		var b strings.Builder
		for _, table := range tablesOf(numbered(c.report)) {
			fmt.Fprintf(&b, "%s: %d rows, %d columns, head %d, stub %d\n%s\n", table.Src, len(table.Rows), len(table.Columns), table.HeadRows, table.StubCols, grid(t, table))
		}
		golden(t, c.name+".txt", b.String())
	}
}

// Cells that the printed form has in certain places, drawn from the form itself.
func TestGridPlaces(t *testing.T) {
	new2021, old := tablesOf(sound()), tablesOf(load(t, "format-2019"))
	for _, c := range []struct {
		table *doc.Table
		cell  string
	}{
		{new2021[0], "5,1,1,3 本年处理决定数量"},
		{new2021[0], "12,1,1,3 本年收费金额（单位：万元）"},
		{new2021[1], "0,0,3,3 （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"},
		{new2021[1], "1,4,1,5 法人或其他组织"},
		{new2021[1], "5,0,22,1 三、本年度办理结果"},
		{new2021[1], "6,1,1,2 （二）部分公开（区分处理的，只计这一情形，不计其他情形）"},
		{new2021[1], "7,1,8,1 （三）不予公开"},
		{new2021[1], "9,2,1,1 3.危及“三安全一稳定”"},
		{new2021[1], "23,1,3,1 （六）其他处理"},
		{new2021[1], "27,0,1,3 四、结转下年度继续办理"},
		{new2021[2], "0,5,1,10 行政诉讼"},
		{new2021[2], "1,0,2,1 结果维持"},
		{new2021[2], "2,14,1,1 总计"},
		{old[0], "1,2,1,2 本年新公开数量"},
		{old[0], "2,1,1,2 0"},
		{old[0], "7,0,1,1 其他对外管理服务事项"},
		{old[0], "16,3,1,2 采购总金额"},
		{old[0], "17,3,1,2 4068.208"},
		{old[1], "5,0,20,1 三、本年度办理结果"},
		{old[1], "23,1,1,2 （六）其他处理"},
	} {
		if got := grid(t, c.table); !strings.Contains("\n"+got, "\n"+c.cell+"\n") {
			t.Errorf("no cell %s in\n%s", c.cell, got)
		}
	}
}

func TestTableRoles(t *testing.T) {
	tables := tablesOf(sound())
	for i, row := range tables[0].Rows {
		heads := row.Cells[len(row.Cells)-1].Kind == doc.CellColumnHead
		if row.KeepNext != heads {
			t.Errorf("row %d: a head row and only that stays with the next", i)
		}
	}
	label := tables[1].Rows[5].Cells[0]
	if !label.Vertical || label.Kind != doc.CellRowHead || label.RowSpan != 22 {
		t.Errorf("%+v", label)
	}
	for _, table := range tables {
		if table.Summary == "" || table.Src == "" {
			t.Errorf("%+v", table)
		}
	}
}

// Every place that the document names is a place of the report.
func TestEverySrcIsAPath(t *testing.T) {
	for name := range reports(t) {
		if strings.HasPrefix(name, "bad-") {
			continue
		}
		a := load(t, name)
		for src := range sources(a.Document()) {
			p := ParsePath(src, a)
			for i, s := range p {
				if s.Field != "" && s.Zh == "" {
					t.Errorf("%s: %s has no step %d", name, src, i)
				}
			}
			if p.String() != src {
				t.Errorf("%s: %s is read as %s", name, src, p)
			}
		}
	}
}

func sources(d *doc.Document) map[string]bool {
	out := map[string]bool{}
	for _, b := range d.Sections[0].Blocks {
		switch b := b.(type) {
		case *doc.Heading:
			out[b.Src] = true
		case *doc.Paragraph:
			out[b.Src] = true
		case *doc.Signature:
			out[b.Src] = true
		case *doc.Table:
			out[b.Src] = true
			for _, row := range b.Rows {
				for _, cell := range row.Cells {
					out[cell.Src] = true
				}
			}
		}
	}
	return out
}

// outline gives the document as plain lines, tables as their source.
func outline(d *doc.Document) string {
	var b strings.Builder
	for _, block := range d.Sections[0].Blocks {
		switch block := block.(type) {
		case *doc.Heading:
			fmt.Fprintf(&b, "H%d %s\n", block.Level, block.Text[0].Text)
		case *doc.Paragraph:
			fmt.Fprintf(&b, "P %s\n", block.Text[0].Text)
		case *doc.Table:
			fmt.Fprintf(&b, "T %s\n", block.Src)
		case *doc.Signature:
			fmt.Fprintf(&b, "S %s %s\n", strings.Join(block.Names, "、"), block.Date)
		}
	}
	return b.String()
}

func TestOutline(t *testing.T) {
	golden(t, "levels.txt", outline(load(t, "levels").Document()))
	golden(t, "city-2024.txt", outline(load(t, "city-2024").Document()))
}

// squeeze leaves the characters that a sentence is made of: the plain text has lost and gained blanks.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// Every line of prose of the published report stands in the document, to the last comma, in the same order.
func TestSeedIsComplete(t *testing.T) {
	seed, err := os.ReadFile("testdata/erqi-2022.txt")
	if err != nil {
		t.Fatal(err)
	}
	a := load(t, "erqi-2022")
	got, at, n := squeeze(outline(a.Document())), 0, 0
	for _, l := range strings.Split(string(seed), "\n") {
		if strings.Contains(l, "\t") || !strings.ContainsFunc(l, func(r rune) bool { return r > 0x7F }) {
			continue
		}
		i := strings.Index(got[at:], squeeze(l))
		if i < 0 {
			t.Errorf("not in the document, or not in this place: %s", l)
			continue
		}
		at, n = at+i+len(squeeze(l)), n+1
	}
	if n != 24 {
		t.Errorf("%d lines compared, want 24: title 2, headings 11, paragraphs 11", n)
	}
	if d := a.Document().Sections[0].Blocks; len(d) != 26 {
		t.Errorf("%d blocks", len(d))
	}
}

func TestSeedShape(t *testing.T) {
	a := load(t, "erqi-2022")
	tables := tablesOf(a)
	if len(tables[0].Columns) != 4 || len(tables[1].Rows) != 26 || len(tables[2].Columns) != 15 {
		t.Error("the seed has the table two of 2021 and one row for （六）其他处理")
	}
	if !strings.Contains(a.Overview.Paragraphs[0], "“放管服”改革,优化营商环境") {
		t.Error("the half-width comma of the original is gone")
	}
	if a.Signature != nil || !a.Date.IsZero() || a.Opening != nil {
		t.Error("the original has no signature, date or opening")
	}
	if got := brief(a.Check()); got != "applications.results.closedAsOne format.old?" {
		t.Error(got)
	}
}

// A report that Check refuses still gives a document.
func TestDocumentOfNothing(t *testing.T) {
	if got := len(tablesOf(&Annual{})); got != 3 {
		t.Error(got)
	}
}

func TestSignature(t *testing.T) {
	a := sound()
	if a.signature() != nil {
		t.Error("a signature from nothing")
	}
	a.Date = Date{2024, 1, 9}
	if s := a.signature(); len(s.Names) != 1 || s.Names[0] != a.Agency || s.Date != "2024年1月9日" {
		t.Error(s)
	}
	a.Signature, a.Date = []string{"甲局", "乙局"}, Date{}
	if s := a.signature(); len(s.Names) != 2 || s.Date != "" {
		t.Error(s)
	}
}

func TestChineseNumbers(t *testing.T) {
	for n, want := range map[int]string{1: "一", 9: "九", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 99: "九十九", 100: "100"} {
		if got := chinese(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

func BenchmarkDocument(b *testing.B) {
	a := load(b, "erqi-2022")
	b.ReportAllocs()
	for b.Loop() {
		a.Document()
	}
}
