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

// Titles of more than a line are broken at sense into lines of about equal length: a trapezium or a diamond (GB/T 9704-2012 7.3.1),
// never a character alone.
//
//	云州市人民政府办公室关于进一步加强和规范
//	   政府信息公开申请办理工作的通知
func TestTitlesBreakInForm(t *testing.T) {
	b := newBench(t)
	b.style.Align = doc.AlignCenter
	for ems, want := range map[int]string{
		20: "云州市人民政府办公室关于进一步加强和规范|政府信息公开申请办理工作的通知",
		15: "云州市人民政府办公室关于|进一步加强和规范政府信息|公开申请办理工作的通知",
		10: "云州市人民政府办公室|关于进一步加强和规范|政府信息公开申请|办理工作的通知",
		22: "二〇二三年政府信息公开工作|年度报告（征求意见稿）", // one character would be left over; lines of 13 give these two
	} {
		block, err := b.set(textJob{
			Spans: []doc.Span{{Text: strings.ReplaceAll(want, "|", "")}}, Style: &b.style, Measure: unit.Length(ems) * testEm, Balance: true,
		})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(block.strings(), "|"); got != want {
			t.Errorf("%d ems wide: %s, want %s", ems, got, want)
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
		{4, "复议后|起诉"}, {5, "未经复议|直接起诉"}, {4, "申请人|情况"}, {5, "法人或|其他组织"}, {4, "科研机构"},
		{4, "受理|办结率"}, {4, "总收入|情况"}, {4, "购置|及运行"}, {5, "公务用车|运行维护费"}, {3, "线上|办件量"},
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
