package compiler_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"

	"github.com/banxin-go/banxin/compiler"
	"github.com/banxin-go/banxin/fonts/bundled"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/report"
)

// A report in JSON becomes two files. Compile's errors are report.Problems.
func ExampleCompile() {
	data, _ := os.ReadFile("../testdata/reports/city-2024.json")
	annual, problems := report.Decode(data, "city-2024.json")
	if problems.HasErrors() {
		fmt.Println(problems.Message("zh"))
		return
	}
	set, _ := bundled.Set() // load once, share between goroutines
	out, err := compiler.Compile(context.Background(), annual, &compiler.Options{Fonts: set})
	if err != nil {
		fmt.Println(err)
		return
	}
	var pdf, docx bytes.Buffer // files, or http.ResponseWriter
	if err := errors.Join(out.WritePDF(&pdf, nil), out.WriteDOCX(&docx, nil)); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.4s %.2s\n", pdf.Bytes(), docx.Bytes())
	fmt.Println(out.Pages.Title, out.Pages.Count, "页")
	for _, mark := range out.Pages.Outline {
		if mark.Level == 1 {
			fmt.Println(mark.Title)
		}
	}
	// Output:
	// %PDF PK
	// 云州市人民政府2024年政府信息公开工作年度报告 6 页
	// 一、总体情况
	// 二、主动公开政府信息情况
	// 三、收到和处理政府信息公开申请情况
	// 四、政府信息公开行政复议、行政诉讼情况
	// 五、存在的主要问题及改进情况
	// 六、其他需要报告的事项
}

// What is wrong comes back all at once, each problem with its path, its code, and words in Chinese and English.
func ExampleCompile_problems() {
	set, _ := bundled.Set()
	_, err := compiler.Compile(context.Background(), &report.Annual{Agency: "云州市统计局", Year: 2023}, &compiler.Options{Fonts: set})
	var problems report.Problems
	if errors.As(err, &problems) {
		for _, p := range problems {
			fmt.Println(p.Path, p.Code, p.Text("zh"))
		}
	}
	// Output:
	// overview section.empty 没有内容
	// disclosure count.blank 没有填写；没有发生的应填 0
	// applications count.blank 没有填写；没有发生的应填 0
	// reviews count.blank 没有填写；没有发生的应填 0
	// problems section.empty 没有内容
	// other section.empty 没有内容
}

// bulletin is a report of one's own: any type with the methods Check and Document.
type bulletin struct {
	County     string     `json:"county"`
	Year       int        `json:"year"`
	Industries []industry `json:"industries" zh:"第#项"`
	Total      industry   `json:"total" zh:"生产总值"`
}

type industry struct {
	Name           string `json:"name"`
	Value          int64  `json:"value" zh:"增加值"` // 万元
	Change, Weight string // percent
}

func (b bulletin) Check() (found report.Problems) {
	var sum int64
	for _, i := range b.Industries {
		sum += i.Value
	}
	if sum != b.Total.Value {
		found = append(found, report.NewProblem(report.ParsePath("total.value", b), "sum.parts", sum, b.Total.Value))
	}
	return found
}

func (b bulletin) Document() *doc.Document {
	table := &doc.Table{Src: "industries", Caption: text("三次产业增加值"), HeadRows: 2, StubCols: 1, Columns: make([]doc.Column, 4),
		Rows: []doc.Row{
			{Cells: []doc.Cell{{Text: text("指标"), RowSpan: 2}, {Text: text("绝对额（万元）"), RowSpan: 2}, {Text: text("百分比（%）"), ColSpan: 2}}},
			{Cells: []doc.Cell{{Text: text("比上年增长")}, {Text: text("比重")}}},
		}}
	for _, i := range append(b.Industries, b.Total) {
		cells := []doc.Cell{{Text: text(i.Name)}, {Text: text(strconv.FormatInt(i.Value, 10))}, {Text: text(i.Change)}, {Text: text(i.Weight)}}
		table.Rows = append(table.Rows, doc.Row{Cells: cells})
	}
	title := fmt.Sprintf("%d年国民经济和社会发展统计公报", b.Year)
	return &doc.Document{Meta: doc.Meta{Title: b.County + title, Author: b.County + "统计局"}, Sections: []doc.Section{{Blocks: []doc.Block{
		&doc.Heading{Text: text(b.County + "\n" + title)},
		&doc.Heading{Level: 1, Text: text("一、综合")},
		&doc.Paragraph{Text: text(fmt.Sprintf("初步核算，全年实现地区生产总值%d万元，按不变价格计算，比上年增长%s%%。", b.Total.Value, b.Total.Change))},
		table,
	}}}}
}

func text(s string) []doc.Span { return []doc.Span{{Text: s}} }

// A statistics report of one's own, with a table of merged cells and a sum that is checked.
func ExampleCompile_ownReport() {
	b := bulletin{
		County: "云州县", Year: 2023,
		Industries: []industry{{"第一产业", 512340, "4.1", "11.4"}, {"第二产业", 1846207, "6.3", "41.0"}, {"第三产业", 2139568, "5.7", "47.6"}},
		Total:      industry{"地区生产总值", 4489115, "5.8", "100.0"}, // two figures have changed places
	}
	set, _ := bundled.Set()
	options := &compiler.Options{Fonts: set}
	_, err := compiler.Compile(context.Background(), b, options)
	fmt.Println(err.(report.Problems).Message("zh"))

	b.Total.Value = 4498115
	out, err := compiler.Compile(context.Background(), b, options)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(out.Pages.Title, out.Pages.Count, "页")
	var last *display.Node
	for _, item := range out.Pages.Paint(0).Items {
		t, ok := item.(*display.Text)
		if ok && t.Node != last {
			fmt.Println()
		}
		if ok {
			fmt.Print(t.String)
			last = t.Node
		}
	}
	// Output:
	// 生产总值›增加值：应为各部分之和 4498115，实为 4489115
	// 云州县2023年国民经济和社会发展统计公报 1 页
	//
	// 云州县2023年国民经济和社会发展统计公报
	// 一、综合
	// 初步核算，全年实现地区生产总值4498115万元，按不变价格计算，比上年增长5.8%。
	// 三次产业增加值
	// 指标
	// 绝对额（万元）
	// 百分比（%）
	// 比上年增长
	// 比重
	// 第一产业
	// 512340
	// 4.1
	// 11.4
	// 第二产业
	// 1846207
	// 6.3
	// 41.0
	// 第三产业
	// 2139568
	// 5.7
	// 47.6
	// 地区生产总值
	// 4498115
	// 5.8
	// 100.0
	// — 1 —
}
