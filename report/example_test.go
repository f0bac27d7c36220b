package report_test

import (
	"fmt"

	"github.com/banxin-go/banxin/report"
)

// An agency that had nothing to report writes its text and says so; the numbers are then zeros on purpose.
func ExampleAnnual() {
	a := &report.Annual{
		Agency:   "云州市统计局",
		Year:     2023,
		Overview: report.Prose{Sections: []report.Section{{Heading: "主动公开", Paragraphs: []string{"全年公开政府信息15条。"}}}},
		Problems: report.Prose{Paragraphs: []string{"解读形式较为单一，下一步将增加图解和问答。"}},
		Other:    report.Prose{Paragraphs: []string{"本年度未收取信息处理费。"}},
		Date:     report.Date{Year: 2024, Month: 1, Day: 9},
	}
	a.FillZeros()
	a.Applications.New.Person = report.N(1)
	fmt.Println(a.Check().Message("zh"))
	// Output:
	// 三、收到和处理政府信息公开申请情况›一、本年新收政府信息公开申请数量›总计：应为自然人和五类法人或其他组织之和 1，实为 0
	// 三、收到和处理政府信息公开申请情况›四、结转下年度继续办理›自然人：第一项加第二项之和为 1＋0＝1，第三项加第四项之和为 0＋0＝0，两者应相等
}

func ExampleDecode() {
	a, problems := report.Decode([]byte(`{
  "agency": "云州市统计局",
  "yaer": 2023,
  "disclosure": {"permits": "/"}
}`), "statistics.json")
	fmt.Println(a.Agency)
	for _, p := range problems {
		fmt.Println(p.Place(), p.Code, p.Text("en"))
	}
	// Output:
	// 云州市统计局
	// statistics.json:3:3 json.similar there is no field "yaer" here; did you mean "year"?
	// statistics.json:4:29 count.mark "/" is no number; write 0 where there was none
}

func ExampleParsePath() {
	p := report.ParsePath("applications.results.public.total", &report.Annual{})
	fmt.Println(p.Zh())
	// Output: 三、收到和处理政府信息公开申请情况›（一）予以公开›总计
}

// A document of free form carries its own blocks; what is wrong with it is told with its place, too.
func ExampleDecodeAny() {
	r, problems := report.DecodeAny([]byte(`{
  "kind": "document",
  "title": "办件量",
  "sections": [{"blocks": [
    {"type": "heading", "text": "2023年办件量"},
    "全年共办理两类事项。",
    {"type": "table", "columns": [2, {"share": 1, "align": "decimal"}], "headRow": 1,
      "rows": [["事项", "件数"], ["行政许可", 3521], ["公共服务", 9056]]}
  ]}]
}`), "counts.json", nil)
	fmt.Printf("%T, %d section\n", r, len(r.Document().Sections))
	fmt.Println(problems.Message("zh"))
	// Output:
	// *report.Free, 1 section
	// 第1节›第3块›headRow：没有“headRow”这个字段，是否为“headRows”？
}
