package layout

import (
	"strings"
	"testing"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// testFaces is the test font in every role: a Han character is one em wide, an ASCII character half an em.
func testFaces(tb testing.TB) *fonts.Set {
	tb.Helper()
	faces, err := fonts.ParseFile("../testdata/fonts/square.ttf")
	if err != nil {
		tb.Fatal(err)
	}
	set, err := fonts.NewSet(fonts.Config{Last: faces})
	if err != nil {
		tb.Fatal(err)
	}
	return set
}

const testEm = 10 * unit.Pt

// bench is a setter over the test font with a sheet that a test may change.
type bench struct {
	*setter
	style doc.Style
}

func newBench(tb testing.TB) *bench {
	tb.Helper()
	sheet := doc.GB9704()
	b := &bench{style: doc.Style{ID: "Test", Role: "宋", Size: testEm, Leading: 2 * testEm, Align: doc.AlignJustify}}
	b.setter = newSetter(testFaces(tb), sheet, "zh-CN", 28*testEm)
	return b
}

// lines sets text at a measure in ems and gives the lines' strings.
func (b *bench) lines(tb testing.TB, text string, ems int) []string {
	tb.Helper()
	block, err := b.set(textJob{Src: "test", Spans: []doc.Span{{Text: text}}, Style: &b.style, Measure: unit.Length(ems) * testEm})
	if err != nil {
		tb.Fatal(err)
	}
	return block.strings()
}

func (b *textBlock) strings() []string {
	var out []string
	first := int32(0)
	for i := range b.rows {
		var s strings.Builder
		if b.quick != nil {
			s.WriteString(b.spans[0].Text)
		} else {
			for _, q := range b.pieces[first:b.rows[i].end] {
				s.WriteString(q.String)
			}
			first = b.rows[i].end
		}
		out = append(out, s.String())
	}
	return out
}

func paintAll(b *textBlock, spans int) []display.Item {
	p := &painter{page: &display.Page{}}
	nodes := make([]*display.Node, spans)
	for i := range nodes {
		nodes[i] = &display.Node{Role: display.RoleP}
	}
	b.paint(p, 0, b.lines(), unit.Point{}, nodes, nil, 0)
	return p.page.Items
}

// Titles of more than a line are broken at sense into the form of a trapezium or a diamond (GB/T 9704-2012 7.3.1), never a rectangle,
// never with a character alone.
//
//	云州市人民政府办公室关于进一步加强和规范
//	   政府信息公开申请办理工作的通知
func TestTitlesBreakInForm(t *testing.T) {
	b := newBench(t)
	b.style.Align = doc.AlignCenter
	for _, c := range []struct {
		ems  int
		want string // | is a line end
	}{
		{20, "云州市人民政府办公室关于进一步加强和规范|政府信息公开申请办理工作的通知"},
		{15, "云州市人民政府办公室|关于进一步加强和规范|政府信息公开申请办理工作的通知"},
		{10, "云州市人民政府办公室|关于进一步加强和规范|政府信息公开申请|办理工作的通知"},
		{22, "二〇二三年政府信息公开工作年度报告|（征求意见稿）"},
		{20, "云州市高新技术产业开发区管理委员会|行政审批和政务服务数据管理局|综合窗口服务中心办公室"},
		{20, "云州市人民政府关于印发|2024年政务公开工作要点的通知"},
		{20, "云州市生态环境局云山分局|关于公布行政规范性文件清理结果的通告"},
		{20, "云州市人民政府关于2024年国民经济|和社会发展计划执行情况的报告"},
		{20, "云州市市场监督管理局关于做好|2023年度政府信息公开工作年度报告|编制发布工作的通知"},
		{20, "云州市发展和改革委员会|关于进一步规范政府集中采购信息公开的方案"},
		{20, "云州市人民政府办公室|关于转发市政务服务局等部门政务服务事项|全程在线办理工作方案的通知"},
		{20, "上海市人民政府关于修改|《上海市公共数据开放暂行办法》的决定"},
		{20, "新疆维吾尔自治区人民政府办公厅|关于进一步优化营商环境降低市场主体|制度性交易成本的实施意见"},
	} {
		block, err := b.set(textJob{
			Spans: []doc.Span{{Text: strings.ReplaceAll(c.want, "|", "")}}, Style: &b.style, Measure: unit.Length(c.ems) * testEm, Balance: true, Title: true,
		})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(block.strings(), "|"); got != c.want {
			t.Errorf("%d ems wide: %s, want %s", c.ems, got, c.want)
		}
	}
}

// Heads break at sense, and no line has a single character.
func TestHeadsBreakAtSense(t *testing.T) {
	b := newBench(t)
	b.style.Align = doc.AlignCenter
	for _, c := range []struct {
		ems  int
		want string // | is a line end
	}{
		{3, "商业|企业"}, {4, "社会公益|组织"}, {5, "社会公益|组织"}, {3, "社会|公益|组织"}, {3, "结果|维持"}, {5, "法律服务|机构"}, {3, "科研|机构"},
		{4, "复议后|起诉"}, {5, "未经复议|直接起诉"}, {4, "申请人|情况"}, {5, "法人|或其他组织"}, {4, "科研机构"},
		{4, "受理|办结率"}, {4, "总收入|情况"}, {4, "购置|及运行"}, {5, "公务用车|运行维护费"}, {3, "线上|办件量"},
		{5, "一般公共|预算|财政拨款"}, {5, "政府性|基金预算|财政拨款"}, {5, "国有资本|经营预算|财政拨款"}, {5, "因公出国|（境）费"}, {5, "公务用车|运行维护费"},
		{10, "公务用车购置|及运行维护费"}, {5, "附属单位|上缴收入"}, {5, "年初结转|和结余"}, {6, "本年处理|决定数量"}, {12, "云山县社会救助领域|基层政务公开标准目录"}, {6, "本年收费金额|（单位：万元）"},
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
	}
}

// Labels that stand at the left are filled, but no word of theirs is cut, nothing ends behind 不, and no （室） begins a line as long as
// there is another way.
func TestLabelsBreakAtSense(t *testing.T) {
	b := newBench(t)
	b.style.Align = doc.AlignLeft
	for _, c := range []struct {
		ems  int
		want string // | is a line end
	}{
		{12, "1.申请人无正当理由逾期|不补正、行政机关不再处理|其政府信息公开申请"}, {13, "2.申请人逾期未按收费通知|要求缴纳费用、行政机关|不再处理其政府信息公开申请"},
		{15, "（二）部分公开（区分处理的，|只计这一情形，不计其他情形）"}, {8, "其他对外管理|服务事项"}, {13, "5.要求行政机关确认或重新|出具已获取信息"},
		{13, "政府办公厅（室）|及相关机构事务"}, {11, "其他政府办公厅（室）|及相关机构事务支出"}, {11, "机关事业单位职业年金|缴费支出"},
		{9, "机关事业单位|基本养老保险缴费"}, {11, "其他国有土地使用权|出让收入安排的支出"}, {13, "国有土地使用权出让收入|安排的支出"}, {10, "电力、热力、|燃气及水生产和供应业"},
		{6, "本机关不掌握|相关政府信息"},
	} {
		block, err := b.set(textJob{
			Spans: []doc.Span{{Text: strings.ReplaceAll(c.want, "|", "")}}, Style: &b.style, Measure: unit.Length(c.ems) * testEm, Sense: true,
		})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(block.strings(), "|"); got != c.want {
			t.Errorf("%d ems wide: %s, want %s", c.ems, got, c.want)
		}
	}
}

// Of several lines each is a label of its own; prose is what has a long one.
func TestShortText(t *testing.T) {
	long := strings.Repeat("公开", 26)
	for _, c := range []struct {
		spans []doc.Span
		want  bool
	}{
		{nil, true}, {[]doc.Span{{Text: "自然人"}}, true}, {[]doc.Span{{Text: long}}, false}, {[]doc.Span{{Text: long[:90] + "\n" + long[:90]}}, true},
		{[]doc.Span{{Text: "■政府网站\n" + long[:90]}, {Text: long[:90]}}, false}, {[]doc.Span{{Text: long[:90]}, {Text: "\n" + long[:90]}}, true},
	} {
		if got := short(c.spans); got != c.want {
			t.Errorf("%v: %v", c.spans, got)
		}
	}
}
