package compiler

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/banxin-go/banxin/compiler/docx/docxtest"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/report"
)

// tablesGallery shows what tables can do, in the order of a report that a bureau of statistics could have written.
func tablesGallery(t testing.TB) *doc.Document {
	sheet := doc.GB9704()
	sheet.Labels = doc.Labels{Tables: doc.NumberByChapter, Figures: doc.NumberByChapter}
	upright := []doc.Block{
		&doc.Heading{Text: spans("云州市统计表格样张")},
		&doc.Heading{Level: 1, Text: spans("一、三线表与小数点对齐")},
		&doc.Paragraph{Text: []doc.Span{{Text: "全年一般公共预算收支情况见"}, {Ref: "budget"}, {Text: "，各县（市、区）主要指标见"}, {Ref: "counties"}, {Text: "，逐笔明细见"}, {Ref: "ledger"}, {Text: "。"}}},
		budgetTable(),
		&doc.Heading{Level: 1, Text: spans("二、斜线表头与单元格")},
		diagonalTable(), twoDiagonalsTable(),
		cellsTable(t),
		&doc.Heading{Level: 1, Text: spans("三、按数据合并")},
		&doc.Paragraph{Text: spans("相邻而相等的市、县自动合并，县只在同一市内合并：清河市的湖口县另起一格。")},
		mergedTable(), edgesTable(),
		&doc.Heading{Level: 1, Text: spans("四、跨页的表")},
		&doc.Paragraph{Text: spans("下表逐笔列出行政事业性收费，每页末结转小计，类别在续页重新标出，高于一页的说明在行间断开。")},
		ledgerTable(),
		tallTable(),
		&doc.Heading{Level: 1, Text: spans("五、宽表")},
		&doc.Paragraph{Text: []doc.Span{{Text: "“三公”经费十二列，横排；"}, {Ref: "wide"}, {Text: "按列拆分，每一部分重复项目栏。"}}},
		wideTable(),
		&doc.Heading{Level: 1, Text: spans("六、空表")},
		emptyTable(),
	}
	return &doc.Document{
		Meta:  doc.Meta{Title: "云州市统计表格样张", Author: "云州市统计局", Date: time.Date(2025, 3, 20, 9, 0, 0, 0, time.UTC)},
		Sheet: sheet,
		Sections: []doc.Section{
			{Blocks: upright},
			{Page: sheet.Page.Turn(), Blocks: []doc.Block{
				&doc.Heading{Level: 1, Text: spans("七、横排表格")}, costsTable(), countiesTable(),
			}},
			{Blocks: []doc.Block{&doc.Heading{Level: 1, Text: spans("八、说明")}, &doc.Paragraph{Text: spans("本样张中的单位和数字均为虚构。")}}},
		},
	}
}

func cells(texts ...string) []doc.Cell {
	out := make([]doc.Cell, len(texts))
	for i, text := range texts {
		out[i] = doc.Cell{Text: spans(text)}
	}
	return out
}

func rows(lines ...[]string) []doc.Row {
	out := make([]doc.Row, len(lines))
	for i, line := range lines {
		out[i] = doc.Row{Cells: cells(line...)}
	}
	return out
}

func spanning(text string, rows, cols int) doc.Cell {
	return doc.Cell{Text: spans(text), RowSpan: rows, ColSpan: cols}
}

// budgetTable is a three-line table with its own notes; figures stand with their points in line, whatever is around them.
func budgetTable() *doc.Table {
	decimal := doc.Column{Align: doc.AlignDecimal}
	t := &doc.Table{
		Key: "budget", Caption: spans("一般公共预算收支决算"), Unit: spans("单位：万元"), HeadRows: 1, StubCols: 1,
		Columns: []doc.Column{{}, decimal, decimal, decimal},
		Rules:   &doc.Rules{Outer: 3 * unit.Pt / 2, Head: 3 * unit.Pt / 4, Open: true},
		Notes:   [][]doc.Span{spans("注：本表按收付实现制编制，合计与分项之和的尾差由四舍五入所致。")},
		Footnotes: []doc.Note{{Key: "transfer", Text: spans("含上级专项转移支付。")},
			{Key: "unaudited", Text: spans("未经审计，以《2024年云州市本级财政决算》批复数为准；与上年同口径比较时已扣除非税收入一次性缴库因素的影响。")}},
		Summary: "一般公共预算收支决算，四列：项目、预算数、决算数、比上年增长。",
		Rows: rows(
			[]string{"项目", "预算数", "决算数", "比上年增长"},
			[]string{"一、税收收入", "1,236,480", "1,241,093.5", "4.2%"},
			[]string{"二、非税收入", "96,171.6", "98,004.25", "−12.75%"},
			[]string{"三、上级补助", "59,237.2449", "59,237.2449", "（0.8%）"},
			[]string{"四、债务收入", "—", "约 800 万元", "…"},
			[]string{"合计", "1,391,888.8449", "1,398,334.9949", "3.06%"},
		),
	}
	t.Rows[3].Cells[0].Text = []doc.Span{{Text: "三、上级补助", Note: "transfer"}}
	t.Rows[3].Cells[2].Text = []doc.Span{{Text: "59,237.2449", Note: "unaudited"}}
	for i := range t.Rows[5].Cells {
		t.Rows[5].Cells[i].Text[0].Bold = true
	}
	t.Rows[5].Cells[0].Edges = &doc.Edges{Top: doc.EdgeHead}
	for i := 1; i < 4; i++ {
		t.Rows[5].Cells[i].Edges = &doc.Edges{Top: doc.EdgeHead}
	}
	return t
}

func diagonalTable() *doc.Table {
	t := &doc.Table{
		Caption: spans("各渠道受理情况"), Unit: spans("单位：件"), HeadRows: 1, StubCols: 1, Columns: make([]doc.Column, 5),
		Rows: rows(
			[]string{"", "网站", "信函", "当面", "合计"},
			[]string{"自然人", "236", "51", "38", "325"},
			[]string{"法人或其他组织", "97", "12", "28", "137"},
		),
	}
	t.Rows[0].Cells[0].Diagonal = [][]doc.Span{spans("渠道"), spans("申请人")}
	for i := range t.Columns {
		t.Columns[i].Align = doc.AlignCenter
	}
	return t
}

func twoDiagonalsTable() *doc.Table {
	t := &doc.Table{
		Caption: spans("分季度办结率"), HeadRows: 2, StubCols: 1, Columns: make([]doc.Column, 5),
		Rows: rows(
			[]string{"", "2023年", "2024年"},
			[]string{"上半年", "下半年", "上半年", "下半年"},
			[]string{"市本级", "96.2%", "97.15%", "98%", "99.8%"},
			[]string{"各县（市、区）", "91%", "92.4%", "95.06%", "97.3%"},
		),
	}
	t.Rows[0].Cells[0].Diagonal = [][]doc.Span{spans("年度"), spans("办结率"), spans("单位")}
	t.Rows[0].Cells[0].RowSpan, t.Rows[0].Cells[1].ColSpan, t.Rows[0].Cells[2].ColSpan = 2, 2, 2
	for i := 1; i < 5; i++ {
		t.Columns[i] = doc.Column{Share: 1, Align: doc.AlignDecimal}
	}
	return t
}

// cellsTable has everything that a cell may hold.
func cellsTable(t testing.TB) *doc.Table {
	table := &doc.Table{
		Caption: spans("公开事项标准目录（节选）"), HeadRows: 1, StubCols: 1, Columns: []doc.Column{{}, {}, {Share: 3}, {Share: 2}},
		Rows: rows([]string{"类别", "事项", "公开内容", "公开渠道"}),
	}
	table.Rows = append(table.Rows,
		doc.Row{Cells: []doc.Cell{
			{Text: spans("行政许可和政务服务12项"), RowSpan: 3, Vertical: true},
			{Text: spans("办事指南")},
			{Blocks: []doc.Block{
				&doc.Paragraph{Text: []doc.Span{{Text: "应当公开", Bold: true}, {Text: "下列内容，并自信息形成之日起20个工作日内更新："}}},
				&doc.List{Kind: doc.Decimal, Items: []doc.Item{{Text: spans("事项名称、设定依据、申请条件；")}, {Text: spans("申请材料目录和示范文本；")}, {Text: spans("办理程序、时限和收费标准。")}}},
			}},
			{Text: []doc.Span{{Text: "■政府网站\n□政府公报\n■"}, {Text: "政务服务大厅", Link: "https://www.example.gov.cn/zwfw"}}},
		}},
		doc.Row{Cells: []doc.Cell{
			{Text: spans("咨询电话")}, {Text: spans("公布咨询、投诉电话和受理时间"), VAlign: doc.VAlignTop}, {Text: spans("■政府网站"), VAlign: doc.VAlignBottom},
		}, Height: 42 * unit.Pt},
		doc.Row{Cells: []doc.Cell{
			{Text: spans("服务标识")},
			{Blocks: []doc.Block{
				&doc.Figure{Data: markPNG(t), Width: 60 * unit.Pt, Alt: "政务服务标识：灰底白环"},
				&doc.Paragraph{Text: spans("标识用于窗口和网站。")},
			}, Align: doc.AlignCenter},
			{Text: spans("■网站 ■大厅"), Shade: 15},
		}},
		doc.Row{Cells: []doc.Cell{{Text: spans("合计"), ColSpan: 2, Align: doc.AlignCenter, Shade: 15}, {Text: spans("3项"), ColSpan: 2, Align: doc.AlignRight, Shade: 15}}},
	)
	return table
}

// markPNG draws a ring on grey.
func markPNG(t testing.TB) []byte {
	im := image.NewGray(image.Rect(0, 0, 240, 90))
	for y := range 90 {
		for x := range 240 {
			d := (x-120)*(x-120) + (y-45)*(y-45)
			g := uint8(150)
			if d < 40*40 && d > 25*25 {
				g = 255
			}
			im.SetGray(x, y, color.Gray{Y: g})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, im); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func mergedTable() *doc.Table {
	return &doc.Table{
		Caption: spans("规范性文件清理结果"), HeadRows: 1, StubCols: 2, Merge: []int{0, 1}, Columns: []doc.Column{{}, {}, {Share: 1}, {}},
		Rows: rows(
			[]string{"市", "县（市、区）", "文件名称", "结论"},
			[]string{"云州市", "东城区", "东城区城市户外广告管理办法", "继续有效"},
			[]string{"云州市", "东城区", "东城区农贸市场升级改造实施细则", "修改"},
			[]string{"云州市", "湖口县", "湖口县禁止燃放烟花爆竹通告", "废止"},
			[]string{"清河市", "湖口县", "湖口县水域滩涂养殖规划", "继续有效"},
			[]string{"清河市", "山前县", "山前县公益性公墓管理办法", "继续有效"},
		),
	}
}

// edgesTable overrides rules: a sum set off by a heavy rule, an open corner, a cell in a box of its own.
func edgesTable() *doc.Table {
	t := &doc.Table{
		Caption: spans("规则线的逐边设定"), HeadRows: 1, Columns: []doc.Column{{Share: 1}, {Share: 1}, {Share: 1}, {Share: 1}},
		Rows: rows([]string{"左上无线", "甲", "乙", "丙"}, []string{"1", "2", "3", "4"}, []string{"5", "6", "7", "8"}, []string{"合计", "8", "10", "12"}),
	}
	t.Rows[0].Cells[0].Edges = &doc.Edges{Top: doc.EdgeNone, Left: doc.EdgeNone}
	t.Rows[1].Cells[2].Edges = &doc.Edges{Top: doc.EdgeOuter, Right: doc.EdgeOuter, Bottom: doc.EdgeOuter, Left: doc.EdgeOuter}
	t.Rows[2].Cells[0].Edges = &doc.Edges{Right: doc.EdgeNone}
	t.Rows[2].Cells[1].Shade = 25
	for i := range t.Columns {
		t.Columns[i].Align = doc.AlignCenter
		t.Rows[3].Cells[i].Edges = &doc.Edges{Top: doc.EdgeOuter}
		t.Rows[3].Cells[i].Shade = 10
	}
	return t
}

// ledgerTable runs over pages: groups are cut, their labels shown again, sums carried.
func ledgerTable() *doc.Table {
	t := &doc.Table{
		Key: "ledger", Caption: spans("行政事业性收费明细"), Unit: spans("单位：元"), HeadRows: 2, StubCols: 2,
		Columns: []doc.Column{{}, {}, {Share: 1}, {Align: doc.AlignDecimal}, {Align: doc.AlignDecimal}},
		Carry:   &doc.Carry{Columns: []int{3, 4}},
		Notes:   [][]doc.Span{spans("注：减免金额以负数列示。")},
		Rows: []doc.Row{
			{Cells: []doc.Cell{spanning("类别", 2, 1), spanning("序号", 2, 1), spanning("收费项目", 2, 1), spanning("金额", 1, 2)}},
			{Cells: cells("应收", "减免")},
		},
	}
	groups := []struct {
		name  string
		rows  int
		items []string
	}{
		{"自然资源部门收费", 17, []string{"不动产登记费", "土地复垦费", "耕地开垦费"}},
		{"住房城乡建设部门收费", 21, []string{"城镇垃圾处理费", "城市道路占用、挖掘修复费（含绿化补偿）", "污水处理费"}},
		{"卫生健康部门收费", 14, []string{"预防接种服务费", "鉴定费"}},
	}
	n := 0
	for _, g := range groups {
		for i := range g.rows {
			var line []doc.Cell
			if i == 0 {
				line = append(line, doc.Cell{Text: spans(g.name), RowSpan: g.rows, Vertical: true})
			}
			n++
			minus := "—"
			if n%4 == 0 {
				minus = fmt.Sprintf("-%d.%d", n*7, n%10)
			}
			line = append(line, cells(fmt.Sprint(n), g.items[i%len(g.items)], fmt.Sprintf("%d,%03d.%02d", n*3%17+1, n*7919%1000, n*31%100), minus)...)
			line[len(line)-4].Align = doc.AlignCenter
			t.Rows = append(t.Rows, doc.Row{Cells: line})
		}
	}
	return t
}

// tallTable has a row that is higher than a page, its cells of different heights.
func tallTable() *doc.Table {
	long := ""
	for i := range 46 {
		long += fmt.Sprintf("第%d条意见建议：部分乡镇（街道）主动公开目录更新不及时，重点领域信息归集不全，应当压实责任、限期整改。", i+1)
	}
	return &doc.Table{
		Caption: spans("意见建议办理情况"), HeadRows: 1, Columns: []doc.Column{{}, {Share: 3}, {Share: 1}},
		Rows: rows([]string{"序号", "意见建议", "办理情况"}, []string{"1", long, "已逐条研究，采纳三十一条，另有十五条列入下年度工作要点，由责任单位按季度报告进展。"}, []string{"2", "建议增设查询窗口。", "已办结。"}),
	}
}

func wideTable() *doc.Table {
	t := &doc.Table{
		Key: "wide", Caption: spans("各镇街分月受理量"), Unit: spans("单位：件"), HeadRows: 2, StubCols: 1, SplitColumns: true, Columns: make([]doc.Column, 17),
		Notes: [][]doc.Span{spans("注：各季度合计不含撤回件。")},
	}
	first := []doc.Cell{spanning("镇（街道）", 2, 1)}
	var second []doc.Cell
	for q := range 4 {
		first = append(first, spanning([]string{"一季度", "二季度", "三季度", "四季度"}[q], 1, 4))
		for m := range 3 {
			second = append(second, doc.Cell{Text: spans(fmt.Sprintf("%d月", q*3+m+1))})
		}
		second = append(second, doc.Cell{Text: spans("小计")})
	}
	t.Rows = []doc.Row{{Cells: first}, {Cells: second}}
	for i, name := range []string{"南关街道", "北林路街道", "山前镇", "河阳镇"} {
		line := cells(name)
		for c := range 16 {
			line = append(line, doc.Cell{Text: spans(fmt.Sprint((i+3)*(c+7)*7919%90000 + 10000)), Align: doc.AlignRight})
		}
		t.Rows = append(t.Rows, doc.Row{Cells: line})
	}
	return t
}

func emptyTable() *doc.Table {
	return &doc.Table{
		Caption: spans("国有资本经营预算财政拨款支出决算表"), Unit: spans("单位：万元"), HeadRows: 2, StubCols: 2,
		Columns: []doc.Column{{}, {}, {Share: 1}, {Share: 1}, {Share: 1}},
		Rows: []doc.Row{
			{Cells: []doc.Cell{spanning("项目", 1, 2), spanning("本年支出", 1, 3)}},
			{Cells: cells("科目编码", "科目名称", "合计", "基本支出", "项目支出")},
		},
		Empty: spans("本单位没有国有资本经营预算财政拨款支出，故本表无数据。"),
	}
}

// costsTable is the 三公经费 table: three levels of heads over twelve columns.
func costsTable() *doc.Table {
	t := &doc.Table{Caption: spans("一般公共预算财政拨款“三公”经费支出决算表"), Unit: spans("单位：万元"), HeadRows: 3, Columns: make([]doc.Column, 12)}
	t.Rows = []doc.Row{
		{Cells: []doc.Cell{spanning("合计", 2, 2), spanning("因公出国（境）费", 2, 2), spanning("公务用车购置及运行维护费", 1, 6), spanning("公务接待费", 2, 2)}},
		{Cells: []doc.Cell{spanning("小计", 1, 2), spanning("购置费", 1, 2), spanning("运行维护费", 1, 2)}},
	}
	var heads, figures []doc.Cell
	for i := range 12 {
		heads = append(heads, doc.Cell{Text: spans([]string{"预算数", "决算数"}[i%2])})
		figures = append(figures, doc.Cell{Text: spans([]string{"236.63", "236.64", "0.00", "0.00", "198.40", "198.41", "36.00", "36.00", "162.40", "162.41", "38.23", "38.23"}[i]), Align: doc.AlignRight})
	}
	t.Rows = append(t.Rows, doc.Row{Cells: heads}, doc.Row{Cells: figures})
	return t
}

func countiesTable() *doc.Table {
	t := &doc.Table{Key: "counties", Caption: spans("各县（市、区）主要指标"), HeadRows: 2, StubCols: 1, Columns: []doc.Column{{}}}
	first := []doc.Cell{spanning("县（市、区）", 2, 1)}
	var second []doc.Cell
	for _, head := range []struct{ name, unit string }{{"年末常住人口", "万人"}, {"地区生产总值", "亿元"}, {"人均生产总值", "元"}, {"规模以上工业增加值", "亿元"}, {"固定资产投资", "亿元"}, {"一般公共预算收入", "万元"}} {
		first = append(first, doc.Cell{Text: spans(head.name)})
		second = append(second, doc.Cell{Text: spans("（" + head.unit + "）")})
		t.Columns = append(t.Columns, doc.Column{Align: doc.AlignDecimal})
	}
	t.Rows = []doc.Row{{Cells: first}, {Cells: second}}
	for i := range 34 {
		line := cells([]string{"东城区", "西城区", "高新技术产业开发区", "云阳县", "湖口县", "清河回族自治县", "山前县"}[i%7])
		for c := range 6 {
			v := (i + 3) * (c + 5) * 7919
			line = append(line, doc.Cell{Text: spans([]string{fmt.Sprintf("%d.%d", v%90, v%10), fmt.Sprintf("%d.%02d", v%900, v%97), fmt.Sprint(v%90000 + 1000), fmt.Sprintf("%d.%d", v%300, v%7), "—", fmt.Sprint(v % 999983)}[c])})
		}
		t.Rows = append(t.Rows, doc.Row{Cells: line})
	}
	return t
}

func TestTablesGallery(t *testing.T) {
	writeBoth(t, "tables-gallery", tablesGallery(t))
}

// Each page of the layout has its labels in the DOCX too: the ledger's second group begins on page 3 and
// goes on on page 4, so there are four labels of three groups.
func TestSplitLabelsFollowThePages(t *testing.T) {
	out := compile(t, given{tablesGallery(t)}, bundledSet(t))
	var file bytes.Buffer
	if err := out.WriteDOCX(&file, nil); err != nil {
		t.Fatal(err)
	}
	for _, fault := range docxtest.Faults(file.Bytes()) {
		t.Errorf("DOCX: %s", fault)
	}
	keepArtifact(t, "tables-gallery-labels.docx", file.Bytes())
	parts, err := docxtest.Open(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	for _, part := range parts {
		if part.Name == "word/document.xml" {
			text = string(part.Data)
		}
	}
	for label, want := range map[string]int{"自然资源部门收费": 1, "住房城乡建设部门收费": 2, "卫生健康部门收费": 1} {
		if got := strings.Count(text, label); got != want {
			t.Errorf("%s stands %d times, want %d", label, got, want)
		}
	}
}

// A table that Word would not open is told of with its place, and one that says nothing of its cells to a screen reader.
func TestTablesThatOneReaderCannotUse(t *testing.T) {
	wide := &doc.Table{Src: "wide", Columns: make([]doc.Column, 64), Rows: []doc.Row{{Cells: make([]doc.Cell, 64)}}}
	out := compile(t, given{&doc.Document{Meta: doc.Meta{Title: "表"}, Sections: []doc.Section{{Blocks: []doc.Block{wide}}}}}, bundledSet(t))
	if !slices.ContainsFunc(out.Warnings, func(p report.Problem) bool { return p.Code == "table.headless" && p.Path.String() == "wide" }) {
		t.Errorf("no warning of a table without heads: %v", out.Warnings)
	}
	var file bytes.Buffer
	var found report.Problems
	if err := out.WriteDOCX(&file, nil); !errors.As(err, &found) || len(found) != 1 || found[0].Code != "table.columns" || found[0].Path.String() != "wide" {
		t.Errorf("64 columns: %v", err)
	}
}

// A style whose id the DOCX has for a style of characters, tables or lists, or another style has, is told of, not written twice.
func TestStylesOfOneId(t *testing.T) {
	for _, id := range []string{"ReportTable", "Hyperlink", "TableNormal", "TOCNumber", "BodyText"} {
		sheet := doc.GB9704()
		style := *sheet.Style("Normal")
		style.ID = id
		sheet.Styles = append(sheet.Styles, style)
		out := compile(t, given{&doc.Document{Meta: doc.Meta{Title: "样式"}, Sheet: sheet, Sections: []doc.Section{{Blocks: []doc.Block{
			&doc.Paragraph{Style: id, Text: spans("全年收到申请十二件。")}}}}}}, bundledSet(t))
		var file bytes.Buffer
		var found report.Problems
		if err := out.WriteDOCX(&file, nil); !errors.As(err, &found) || len(found) != 1 || found[0].Code != "style.taken" || file.Len() > 0 {
			t.Errorf("%s: %v", id, err)
		}
	}
}

// What is wrong with a table is told with its place.
func TestTableProblems(t *testing.T) {
	table := func(src string, change func(*doc.Table)) *doc.Table {
		one := &doc.Table{Src: src, HeadRows: 1, Columns: make([]doc.Column, 2), Rows: rows([]string{"项目", "件数"}, []string{"许可", "1"})}
		change(one)
		return one
	}
	d := &doc.Document{Meta: doc.Meta{Title: "表"}, Sections: []doc.Section{{Blocks: []doc.Block{
		table("a", func(t *doc.Table) { t.Merge, t.Rows[1].Cells = []int{0}, t.Rows[1].Cells[:1] }),
		table("b", func(t *doc.Table) { t.Carry = &doc.Carry{Columns: []int{0}} }),
		table("c", func(t *doc.Table) { t.Notes = [][]doc.Span{{{Ref: "c"}}}; t.Key = "c" }),
		table("d", func(t *doc.Table) { t.Rows[1].Cells[0].Blocks = []doc.Block{&doc.Break{}} }),
	}}}}
	_, err := Compile(t.Context(), given{d}, &Options{Fonts: bundledSet(t)})
	got := faultsOf(t, err)
	slices.Sort(got)
	if want := []string{"a table.merge", "b table.carry", "c link.target", "d table.block"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
