package compiler

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/docx"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/report"
)

// blocksReport is a report of the blocks given.
type blocksReport []doc.Block

func (blocksReport) Check() report.Problems { return nil }

func (b blocksReport) Document() *doc.Document {
	return &doc.Document{Meta: doc.Meta{Title: "清理结果"}, Sections: []doc.Section{{Blocks: b}}}
}

func say(text string) []doc.Span { return []doc.Span{{Text: text}} }

// longTable goes over two pages, and its label in the first column with it.
func longTable() *doc.Table {
	t := &doc.Table{Src: "tables[0]", Caption: say("清理结果"), HeadRows: 1, StubCols: 1, Carry: &doc.Carry{Columns: []int{2}},
		Columns: []doc.Column{{}, {Width: 40 * 12700}, {Align: doc.AlignDecimal}},
		Rows:    []doc.Row{{Cells: []doc.Cell{{Text: say("市")}, {Text: say("规范性文件名称")}, {Text: say("金额")}}}}}
	const rows = 50
	for i := range rows {
		row := doc.Row{Cells: []doc.Cell{{Text: say("办法")}, {Text: say("1.25")}}}
		if i == 0 {
			row.Cells = append([]doc.Cell{{Text: say("云州市"), RowSpan: rows}}, row.Cells...)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// Each block that Word shows otherwise is told of, in document order, and one that it shows the same is not.
func TestParityNotesOfBlocks(t *testing.T) {
	out := compile(t, blocksReport{
		&doc.Heading{Src: "title", Text: say("云州市高新技术产业开发区管理委员会行政审批和政务服务数据管理局综合窗口服务中心办公室\n2022年政府信息公开工作年度报告（征求意见稿）")},
		&doc.Heading{Src: "short", Text: say("云州市人民政府办公室关于进一步加强和规范政府信息公开申请办理工作的通知")}, // set in, it breaks alike
		&doc.Heading{Src: "head", Level: 1, Text: say("一、总体情况")},
		&doc.Paragraph{Src: "body", Text: say("全年办理申请十二件。")},
		&doc.Table{Src: "small", HeadRows: 1, Columns: []doc.Column{{}, {}}, Rows: []doc.Row{
			{Cells: []doc.Cell{{Text: say("项目")}, {Text: say("件数")}}}, {Cells: []doc.Cell{{Text: say("受理")}, {Text: say("3")}}}}},
		longTable(),
		&doc.Table{Src: "divided", HeadRows: 1, Columns: []doc.Column{{}}, Rows: []doc.Row{{Cells: []doc.Cell{{Diagonal: [][]doc.Span{say("年"), say("率"), say("县")}}}}, {Cells: []doc.Cell{{Text: say("1")}}}}},
	}, bundledSet(t))
	if got, want := lines(out.Losses()), []string{"tables[0] parity.carry []", "divided docx.diagonals []"}; !slices.Equal(got, want) {
		t.Errorf("losses %q, want %q", got, want)
	}
	var got []string
	for _, n := range out.Parity() {
		if len(n.Path) > 0 {
			got = append(got, fmt.Sprintf("%s %s %v %t", n.Path, n.Code, n.Args, n.Info))
		}
	}
	want := []string{
		"title parity.balance [] true",
		"tables[0] parity.continued [] false",
		"tables[0] parity.carry [] false",
		"tables[0] parity.decimal [3] true",
		"tables[0] parity.label [云州市] false",
		"tables[0] parity.heads [1] true",
		"divided docx.diagonals [] false",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// Of the seed report the fonts differ, which stand in for those that clerks have, and the squeezed lines.
func TestParityNotesOfReport(t *testing.T) {
	var got []string
	for _, n := range compile(t, readReport(t, "erqi-2022"), bundledSet(t)).Parity() {
		if len(n.Path) == 0 {
			got = append(got, n.Message("zh"))
		}
		if n.Message("en") == "" || strings.Contains(n.Message("en"), "%!") || strings.Contains(n.Message("zh"), "%!") {
			t.Errorf("%s: %q", n.Code, n.Message("en"))
		}
	}
	for _, want := range []string{
		"“仿宋”在 PDF 中由 Noto Serif SC Regular 代替，在 Word、WPS 中用仿宋_GB2312，字形不同",
		"不是每台电脑都有字体“仿宋_GB2312”，没有时用 仿宋、FangSong",
		"Word 和 LibreOffice 按固定行距排的文字比 PDF 低 2.6pt",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, strings.Join(got, "\n"))
		}
	}
	for _, want := range []string{"行压缩了标点，DOCX 中这些标点占全宽，改为收紧字距", "行微调了字距，以便与 PDF 断在同一处；字体宽度不同或改动文字后，断行可能不同"} {
		if !slices.ContainsFunc(got, func(s string) bool { return strings.HasSuffix(s, want) }) {
			t.Errorf("nothing of %q in\n%s", want, strings.Join(got, "\n"))
		}
	}
}

func TestNoteJSON(t *testing.T) {
	n := Note{Code: "parity.chart", Path: report.ParsePath("charts[1]", nil), Info: true}
	data, err := json.Marshal(n)
	want := `{"path":"charts[1]","code":"parity.chart","severity":"info","zh":"charts第2项：图表在 DOCX 中是可编辑的图表，由各软件绘制，细部不同",` +
		`"en":"charts[1]: the chart is one to be edited in the DOCX; each program draws it in its own way"}`
	if err != nil || string(data) != want {
		t.Errorf("%s %v", data, err)
	}
}

// A file with embedded faces takes them from the set that the PDF was set with.
func TestEmbedTakesTheFonts(t *testing.T) {
	var file bytes.Buffer
	if err := compile(t, readReport(t, "erqi-2022"), bundledSet(t)).WriteDOCX(&file, &docx.Options{Embed: docx.EmbedSubset}); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(z.File, func(f *zip.File) bool { return strings.HasSuffix(f.Name, ".odttf") }) {
		t.Error("no face is embedded")
	}
}

// Of rows higher than a page a DOCX has no rule at the page's end, no vertical text and no label again; prose beside a page's end it has in
// two cells. What it has no means for is among the problems of the result.
func TestParityNotesOfPageEnds(t *testing.T) {
	long := strings.Repeat("行政机关公开政府信息，应当坚持以公开为常态、不公开为例外，遵循公正、公平、合法、便民的原则。", 60)
	torn := &doc.Table{Src: "torn", HeadRows: 1, Rules: &doc.Rules{Outer: 3 * unit.Pt / 2, Head: unit.Pt, Open: true}, Columns: []doc.Column{{}, {}}, Rows: []doc.Row{
		{Cells: []doc.Cell{{Text: say("事项")}, {Text: say("依据")}}}, {Cells: []doc.Cell{{Text: say("公开原则"), Vertical: true}, {Text: say(long)}}}}}
	prose := &doc.Table{Src: "prose", Columns: []doc.Column{{}, {Width: 200 * unit.Pt}}}
	for i := range 40 {
		row := doc.Row{Cells: []doc.Cell{{Text: say("公开")}}}
		if i == 0 {
			row.Cells = append(row.Cells, doc.Cell{RowSpan: 40, Blocks: []doc.Block{&doc.List{Items: []doc.Item{{Text: say("主动公开的内容和形式、程序以及\n相关的依据材料")}, {Text: say(long)}}}}})
		}
		prose.Rows = append(prose.Rows, row)
	}
	out := compile(t, blocksReport{torn, prose}, bundledSet(t))
	if got, want := lines(out.Losses()), []string{"torn docx.foot [2]", "torn docx.vertical [2]"}; !slices.Equal(got, want) {
		t.Errorf("losses %q, want %q", got, want)
	}
	var got []string
	for _, n := range out.Parity() {
		if len(n.Path) > 0 {
			got = append(got, fmt.Sprintf("%s %s %v %t", n.Path, n.Code, n.Args, n.Info))
		}
	}
	want := []string{"torn docx.foot [2] false", "torn docx.vertical [2] false", "torn parity.torn [2] true", "prose parity.prose [主动公开的内容和形式、程序以及相关的依…] false"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
