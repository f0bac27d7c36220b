package compiler_test

import (
	"context"
	"fmt"
	"io"

	"github.com/banxin-go/banxin/compiler"
	"github.com/banxin-go/banxin/fonts/bundled"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/report"
)

// industry is a row of the table; the tags are its heads.
type industry struct {
	Name   string `table:"指标,stub"`
	Value  int64  `table:"绝对额（万元）" zh:"绝对额"`
	Growth string `table:"百分比（%）/比上年增长,decimal"`
	Weight string `table:"百分比（%）/比重,decimal"`
}

type bulletin struct {
	Year int
	Rows []industry `json:"rows" zh:"第#行"` // the last is the total
}

func (b bulletin) Check() (found report.Problems) {
	sum := int64(0)
	for i, r := range b.Rows {
		if i == len(b.Rows)-1 && r.Value != sum {
			at := report.ParsePath(fmt.Sprintf("rows[%d].Value", i), b)
			found = append(found, report.NewProblem(at, "sum.parts", sum, r.Value))
		}
		sum += r.Value
	}
	return found
}

func (b bulletin) Document() *doc.Document {
	table, err := report.TableOf(b.Rows)
	if err != nil {
		return nil // a tag is wrong
	}
	title := fmt.Sprintf("%d年国民经济和社会发展统计公报", b.Year)
	return &doc.Document{Meta: doc.Meta{Title: title}, Sections: []doc.Section{{Blocks: []doc.Block{
		&doc.Heading{Text: text("云州县\n" + title)}, &doc.Heading{Level: 1, Text: text("一、综合")}, table,
	}}}}
}

func text(s string) []doc.Span { return []doc.Span{{Text: s}} }

// A statistics report of one's own, with a table of merged heads and a sum that is checked.
func ExampleCompile_ownReport() {
	set, _ := bundled.Set()
	b := bulletin{2023, []industry{
		{"第一产业", 512340, "4.1", "11.4"}, {"第二产业", 1846207, "6.3", "41.0"}, {"第三产业", 2139568, "5.7", "47.6"},
		{"地区生产总值", 4489115, "5.8", "100.0"}, // two figures have changed places
	}}
	_, err := compiler.Compile(context.Background(), b, &compiler.Options{Fonts: set})
	fmt.Println(err.(report.Problems).Message("zh"))

	b.Rows[3].Value = 4498115
	out, err := compiler.Compile(context.Background(), b, &compiler.Options{Fonts: set})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(out.WritePDF(io.Discard, nil), out.WriteDOCX(io.Discard, nil))
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
	// 第4行›绝对额：应为各部分之和 4498115，实为 4489115
	// <nil> <nil>
	//
	// 云州县2023年国民经济和社会发展统计公报
	// 一、综合
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
