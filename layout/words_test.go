package layout

import (
	"strings"
	"testing"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// Labels and names whose words were cut: a label at one side, and a name in the middle.
func TestWordsOfLabels(t *testing.T) {
	b := newBench(t)
	b.style.Align = doc.AlignLeft
	for _, c := range []setCase{
		{4, "公示|7个|工作日"}, {5, "公示|7个工作日"}, {3, "12个|百分点"}, {3, "工作日|以内"}, // not 7个工|作日
		{11, "具有本市户籍|或者居住证。"}, {7, "信访举报投诉类|申请"},
	} {
		b.checkSense(t, c, false)
	}
	b.checkSense(t, setCase{26, "云州市高新技术产业开发区管理委员会|行政审批和政务服务数据管理局综合窗口|服务中心办公室政务公开领导小组第一专项工作组"}, true) // not 服务中心|办公室
}

func (b *bench) checkSense(t *testing.T, c setCase, head bool) {
	t.Helper()
	block, err := b.set(textJob{
		Spans: []doc.Span{{Text: strings.ReplaceAll(c.want, "|", "")}}, Style: &b.style, Measure: unit.Length(c.ems) * testEm, Sense: true, Balance: head,
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(block.strings(), "|"); got != c.want {
		t.Errorf("%d ems wide: %s, want %s", c.ems, got, c.want)
	}
}
