package layout

import (
	"strings"
	"testing"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// By how much the room of a head is to be narrower, in hundredths of an em. 本年收入合计 in 5 em is broken as 本年收入|合计; filled line after line it
// would be 本年收入合|计. Between 4 em and less than 5 it is 本年收入|合计: in the middle, at 4.5, 0.5 less.
func TestInsetsOfHeads(t *testing.T) {
	b := newBench(t)
	b.style.Align = doc.AlignCenter
	for _, c := range []struct {
		ems  int
		want string // | is a line end
		by   int64  // hundredths of an em; -1: nothing gives these lines
	}{
		{5, "本年收入|合计", 50},
		{4, "社会公益|组织", 0}, // as it is
		{4, "科研机构", 0},    // one line
		{3, "科研|机构", 50},  // 2 to 3 em
		{4, "运行|维护费", -1}, // 3 em for the second line, and the first takes three characters then
	} {
		block, err := b.set(textJob{
			Spans: []doc.Span{{Text: strings.ReplaceAll(c.want, "|", "")}}, Style: &b.style, Measure: unit.Length(c.ems) * testEm, Balance: true,
		})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(block.strings(), "|"); got != c.want {
			t.Errorf("%d ems wide: %s, want %s", c.ems, got, c.want)
		}
		want := unit.Length(c.by) * testEm / 100
		if c.by < 0 {
			want = unmatched
		}
		if block.inset != want {
			t.Errorf("%s in %d ems: set in by %d, want %d", c.want, c.ems, block.inset, want)
		}
	}
}

// Whatever head is set in, a word processor that fills line after line ends its lines in the same places.
func TestInsetsGiveTheSameLines(t *testing.T) {
	word := newBench(t)
	word.sheet.Lines = doc.WordLines()
	word.style.Align = doc.AlignCenter
	insets, none := 0, 0
	for _, text := range []string{
		"附属单位上缴收入", "一般公共预算财政拨款", "年初结转和结余", "比上年增长（%）", "因公出国（境）费用", "公务用车购置及运行维护费", "社会公益组织", "法律服务机构", "本年支出合计", "财政拨款收入", "功能分类科目编码",
		"（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "2023年1—12月累计（万元）", "云州市人民政府办公室关于进一步加强和规范政府信息公开申请办理工作的通知",
		"二〇二三年政府信息公开工作年度报告（征求意见稿）", "云州市统计局\n2022年国民经济和社会发展统计公报",
	} {
		for ems := 2; ems <= 24; ems++ {
			job := textJob{Spans: []doc.Span{{Text: text}}, Style: &word.style, Measure: unit.Length(ems) * testEm, Balance: true}
			head, err := word.set(job)
			if err != nil {
				t.Fatal(err)
			}
			if head.inset < 0 {
				none++
				continue
			}
			if head.inset > 0 {
				insets++
			}
			job.Balance, job.Measure = false, job.Measure-head.inset
			filled, err := word.set(job)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := strings.Join(filled.strings(), "|"), strings.Join(head.strings(), "|"); got != want {
				t.Errorf("%d ems, set in by %v: %s, want %s", ems, head.inset, got, want)
			}
		}
	}
	if insets < 50 || none < 10 {
		t.Errorf("%d heads were set in, %d could not be: not enough to tell", insets, none)
	}
}

// The first line of a label has less room by its indent. 数据安全情况 on 7 em, 2 of them the indent, is broken as 数据安全|情况; filled it would
// be 数据安全情|况, and on less than 7 em and at least 6 it is not.
func TestInsetsOfIndentedLabels(t *testing.T) {
	b := newBench(t)
	b.style.Align, b.style.Indent = doc.AlignLeft, 200
	block, err := b.set(textJob{Spans: []doc.Span{{Text: "数据安全情况"}}, Style: &b.style, Measure: 7 * testEm, Sense: true})
	if err != nil || strings.Join(block.strings(), "|") != "数据安全|情况" || block.inset <= 0 || block.inset >= testEm {
		t.Errorf("%v, set in by %v, %v", block.strings(), block.inset, err)
	}
}

// A length goes to the roundest one that is near enough: 17.3 pt within 0.8 pt to 18, the multiple of 2.
func TestInsetsAreRound(t *testing.T) {
	for _, c := range []struct{ l, away, want int64 }{ // tenths of a point
		{173, 8, 180}, {173, 2, 175}, {173, 1, 173}, {173, 30, 200}, {173, 25, 150}, {4, 1, 5}, {4, 10, 5}, {1, 1, 1},
	} {
		if got := rounded(unit.Length(c.l)*unit.Pt/10, unit.Length(c.away)*unit.Pt/10); got != unit.Length(c.want)*unit.Pt/10 {
			t.Errorf("%d within %d tenths: %v, want %d", c.l, c.away, got, c.want)
		}
	}
}
