package compiler

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/banxin-go/banxin/compiler/docx/docxtest"
	"github.com/banxin-go/banxin/compiler/pdf/pdfcheck"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/report"
)

// given is a report that is a document already.
type given struct{ doc *doc.Document }

func (given) Check() report.Problems    { return nil }
func (g given) Document() *doc.Document { return g.doc }

func spans(s string) []doc.Span { return []doc.Span{{Text: s}} }

// figuresGallery shows figures: charts of every kind, a watermark, a seal, and heads and feet with a first page of their own.
func figuresGallery(t testing.TB) *doc.Document {
	sheet := doc.GB9704()
	page := &sheet.Page
	page.Watermark = "征求意见稿"
	page.Head = []doc.Line{{Style: "Header", Text: "{title}", Align: doc.AlignCenter, Offset: 8 * unit.MM}}
	page.First = &doc.Furniture{Foot: []doc.Line{{Style: "Footer", Text: "共 {pages} 页", Align: doc.AlignCenter, Offset: 7 * unit.MM}}}
	return &doc.Document{
		Meta:  doc.Meta{Title: "云州市2024年政务公开情况图解", Author: "云州市人民政府办公室", Date: time.Date(2025, 1, 24, 9, 0, 0, 0, time.FixedZone("", 8*3600))},
		Sheet: sheet,
		Sections: []doc.Section{{Blocks: []doc.Block{
			&doc.Heading{Text: spans("云州市2024年政务公开情况图解")},
			&doc.Heading{Level: 1, Text: spans("一、依申请公开")},
			&doc.Paragraph{Text: spans("全年收到政府信息公开申请476件，办结462件，第三季度受“一件事”改革影响，申请量明显上升（见图1）。")},
			quarterChart(doc.BarChart), quarterChart(doc.StackedBarChart),
			&doc.Heading{Level: 1, Text: spans("二、处理结果")},
			&doc.Paragraph{Text: spans("在已办结的申请中，予以公开和部分公开的占六成以上，各类结果所占比重如图3所示。")},
			resultChart(), channelChart(),
			&doc.Heading{Level: 1, Text: spans("三、办理质量")},
			&doc.Paragraph{Text: spans("按期办结率逐月提高，满意度保持在95%以上；财政拨款收支略有结余。")},
			rateChart(), balanceChart(),
			&doc.Paragraph{Text: spans("以上数据由市政务公开领导小组办公室汇总，截止时间为2024年12月31日。")},
			&doc.Signature{Names: []string{"云州市人民政府办公室"}, Date: "2025年1月24日", Seal: &doc.Seal{Data: sealPNG(t), Alt: "云州市人民政府办公室印章"}},
		}}},
	}
}

func quarterChart(kind doc.ChartKind) *doc.Chart {
	c := &doc.Chart{Kind: kind, Title: "各季度政府信息公开申请受理情况", Unit: "件", Categories: []string{"一季度", "二季度", "三季度", "四季度"},
		Series: []doc.Series{{Name: "自然人", Values: []int64{96, 88, 152, 71}}, {Name: "法人或其他组织", Values: []int64{14, 21, 25, 9}}}, Caption: spans("图1 分季度受理情况")}
	if kind == doc.StackedBarChart {
		c.Title, c.Series = "各季度新收与结转", append(c.Series, doc.Series{Name: "上年结转", Values: []int64{30, 12, 5, 0}})
		c.Caption = spans("图2 分季度办理总量")
	}
	return c
}

func resultChart() *doc.Chart {
	return &doc.Chart{Kind: doc.PieChart, Title: "申请处理结果", Unit: "件", Categories: []string{"予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理"},
		Series: []doc.Series{{Name: "件数", Values: []int64{236, 51, 38, 97, 12, 28}}}, Caption: spans("图3 处理结果构成")}
}

func channelChart() *doc.Chart {
	return &doc.Chart{Kind: doc.HorizontalBarChart, Title: "申请渠道", Unit: "件", Categories: []string{"政府门户网站", "信函（含邮政特快专递）", "当面提交", "政务新媒体平台留言"},
		Series: []doc.Series{{Name: "2023年", Values: []int64{180, 95, 62, 8}}, {Name: "2024年", Values: []int64{251, 108, 77, 40}}}, Caption: spans("图4 申请渠道分布")}
}

func rateChart() *doc.Chart {
	c := &doc.Chart{Kind: doc.LineChart, Title: "按期办结率与满意度", Unit: "%", Decimals: 1, Caption: spans("图5 办理质量"),
		Series: []doc.Series{{Name: "按期办结率", Values: []int64{962, 968, 965, 971, 978, 975, 981, 984, 986, 990, 992, 998}}, {Name: "满意度", Values: []int64{953, 955, 951, 958, 960, 957, 962, 961, 965, 963, 968, 970}}}}
	for _, m := range []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"} {
		c.Categories = append(c.Categories, m+"月")
	}
	return c
}

func balanceChart() *doc.Chart {
	return &doc.Chart{Kind: doc.BarChart, Title: "财政拨款结转结余", Unit: "万元", Decimals: 2, Categories: []string{"2020年", "2021年", "2022年", "2023年", "2024年"},
		Series: []doc.Series{{Name: "结余", Values: []int64{12850, -4320, 2600, -1105, 8064}}}, Height: 70 * unit.MM, Caption: spans("图6 结转结余")}
}

// sealPNG draws a seal: a red ring with a star, transparent elsewhere.
func sealPNG(t testing.TB) []byte {
	const n = 496 // 300 pixels to the inch on 42 mm
	im := image.NewNRGBA(image.Rect(0, 0, n, n))
	for y := range n {
		for x := range n {
			dx, dy := float64(x)-n/2+0.5, float64(y)-n/2+0.5
			r := math.Hypot(dx, dy)
			turn := math.Abs(math.Mod(math.Atan2(dx, -dy)+2*math.Pi+math.Pi/5, 2*math.Pi/5) - math.Pi/5) // from the nearest of the star's points
			star := r*math.Cos(2*math.Pi/5-turn) < 0.3*n/2*math.Cos(2*math.Pi/5)
			if r < n/2-1 && r > n/2-16 || star || r > 0.62*n/2 && r < 0.82*n/2 && math.Mod(math.Atan2(dx, -dy)+2*math.Pi, math.Pi/12) < 0.2 && dy < 0.4*n/2 {
				im.SetNRGBA(x, y, color.NRGBA{R: 0xD7, G: 0x1A, B: 0x1A, A: 0xFF})
			}
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, im); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// chartLimits shows charts at their limits: as many bars as can be read, values too wide for them, slices too thin for their
// names, six lines, a whole pie, and all of it on a page on its side.
func chartLimits() *doc.Document {
	sheet := doc.GB9704()
	side := sheet.Page
	side.Size, side.Watermark = unit.Size{W: side.Size.H, H: side.Size.W}, "内部资料 DRAFT"
	side.Head = []doc.Line{{Style: "Header", Text: "{title}", Align: doc.AlignOutside, Offset: 8 * unit.MM}, {Style: "Header", Text: "第 {page} 页，共 {pages} 页", Align: doc.AlignInside, Offset: 8 * unit.MM}}
	counties := []string{"东城区", "西城区", "南关街道办事处", "北林路街道办事处", "高新技术产业开发区管理委员会", "云阳县", "云阴县", "湖口县", "清河回族自治县", "山前县", "河阳县", "市本级"}
	values := func(seed, scale int64) []int64 {
		v := make([]int64, len(counties))
		for i := range v {
			v[i] = (int64(i+3)*seed%97 + 3) * scale
		}
		return v
	}
	many := &doc.Chart{Title: "各县（市、区）三年收费金额", Unit: "元", Decimals: 2, Categories: counties, Caption: spans("图1 三十六根柱"),
		Series: []doc.Series{{Name: "2022年", Values: values(31, 12345)}, {Name: "2023年", Values: values(53, 23456)}, {Name: "2024年", Values: values(71, 34567)}}}
	six := &doc.Chart{Kind: doc.LineChart, Title: "六类申请", Categories: counties[:6], Caption: spans("图2 六条线")}
	for i, name := range []string{"自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"} {
		six.Series = append(six.Series, doc.Series{Name: name, Values: values(int64(13+8*i), 1)[:6]})
	}
	thin := &doc.Chart{Kind: doc.PieChart, Title: "十二个单位", Unit: "件", Categories: counties, Caption: spans("图3 很薄的扇形"),
		Series: []doc.Series{{Name: "件数", Values: []int64{1, 2, 1, 3, 900, 1, 1, 2, 1, 0, 4, 77}}}}
	whole := &doc.Chart{Kind: doc.PieChart, Categories: []string{"予以公开"}, Series: []doc.Series{{Values: []int64{7}}}, Width: 80 * unit.MM, Height: 45 * unit.MM}
	zero := &doc.Chart{Kind: doc.HorizontalBarChart, Categories: []string{"行政许可", "行政处罚"}, Series: []doc.Series{{Name: "件", Values: []int64{0, 0}}}, Width: 100 * unit.MM}
	minus := &doc.Chart{Kind: doc.HorizontalBarChart, Unit: "%", Decimals: 1, Categories: counties, Series: []doc.Series{{Name: "同比", Values: []int64{53, -21, 0, 180, -97, 12, 5, -3, 44, 61, -150, 8}}}}
	return &doc.Document{Meta: doc.Meta{Title: "统计图样张", Date: time.Date(2025, 1, 24, 9, 0, 0, 0, time.UTC)}, Sheet: sheet, Sections: []doc.Section{
		{Page: &side, Blocks: []doc.Block{&doc.Heading{Level: 1, Text: spans("一、横页")}, many, six}},
		{Blocks: []doc.Block{&doc.Heading{Level: 1, Text: spans("二、直页")}, many, thin, whole, zero, minus}},
	}}
}

func TestFiguresGallery(t *testing.T) {
	writeBoth(t, "figures-gallery", figuresGallery(t))
}

func TestChartLimits(t *testing.T) {
	writeBoth(t, "figures-limits", chartLimits())
}

// What cannot be drawn is told with its place, all of it at once.
func TestFigureProblems(t *testing.T) {
	chart := func(src string, change func(*doc.Chart)) *doc.Chart {
		c := quarterChart(doc.BarChart)
		c.Src = src
		change(c)
		return c
	}
	d := &doc.Document{Meta: doc.Meta{Title: "统计图"}, Sections: []doc.Section{{Blocks: []doc.Block{
		chart("a", func(c *doc.Chart) { c.Series = nil }),
		chart("b", func(c *doc.Chart) { c.Series[1].Values = []int64{1} }),
		chart("c", func(c *doc.Chart) { c.Kind, c.Series[0].Values[2] = doc.StackedBarChart, -1 }),
		chart("d", func(c *doc.Chart) { c.Kind = doc.PieChart }),
		chart("e", func(c *doc.Chart) { c.Series[0].Values[0] = doc.MaxValue + 1 }),
		chart("f", func(c *doc.Chart) { c.Width, c.Height = 20*unit.MM, 20*unit.MM }),
		chart("g", func(c *doc.Chart) { c.Title = "\U00029FCE" }),
	}}}}
	_, err := Compile(t.Context(), given{d}, &Options{Fonts: bundledSet(t)})
	got := faultsOf(t, err)
	want := []string{"a chart.empty", "b chart.values", "c chart.negative", "d chart.many", "e chart.range", "f chart.room", "g font.missing"}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	sealed := &doc.Document{Meta: doc.Meta{Title: "印章"}, Sections: []doc.Section{{Blocks: []doc.Block{
		&doc.Signature{Src: "h", Seal: &doc.Seal{Data: sealPNG(t), Alt: "印章"}},
		&doc.Signature{Src: "i", Date: "2025年1月24日", Seal: &doc.Seal{Data: []byte("GIF89a"), Alt: "印章"}},
	}}}}
	_, err = Compile(t.Context(), given{sealed}, &Options{Fonts: bundledSet(t)})
	var problems report.Problems
	if !errors.As(err, &problems) || len(problems) < 2 || problems[0].Code != "seal.blank" || problems[1].Code != "image.format" {
		t.Errorf("got %v", err)
	}
}

// What both files can be written from and its reader should know of is told with its place: figures that a chart has no room for, and
// several agencies over one seal.
func TestFigureWarnings(t *testing.T) {
	bars := &doc.Chart{Src: "a", Kind: doc.StackedBarChart, Categories: make([]string, 30), Series: []doc.Series{{Name: "新收"}, {Name: "结转"}}}
	for k := range bars.Categories {
		bars.Categories[k] = fmt.Sprint(k + 1)
		for i := range bars.Series {
			bars.Series[i].Values = append(bars.Series[i].Values, int64(1200*(1-i)+k%2))
		}
	}
	seal := &doc.Seal{Data: sealPNG(t), Alt: "印章"}
	d := &doc.Document{Meta: doc.Meta{Title: "联合行文"}, Sections: []doc.Section{{Blocks: []doc.Block{
		bars,
		&doc.Signature{Src: "b", Names: []string{"云州市教育局", "云州市财政局"}, Date: "2025年1月24日", Seal: seal},
		&doc.Signature{Src: "c", Names: []string{"云州市教育局"}, Date: "2025年1月24日", Seal: seal},
		&doc.Signature{Src: "d", Names: []string{"云州市教育局", "云州市财政局"}, Date: "2025年1月24日"},
	}}}}
	var got []string
	for _, p := range compile(t, given{d}, bundledSet(t)).Warnings {
		if p.Code == "chart.unprinted" || p.Code == "signature.seals" {
			got = append(got, p.Path.String()+" "+p.Text("en"))
		}
	}
	want := []string{"b 2 agencies sign with one seal; GB/T 9704-2012 7.3.5.1 wants the seal of each on its name",
		"a.series[0].values[0] the chart has no room for all of its figures: 1200, the first of 45, is not printed"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// writeBoth writes a document as both files, checks them and leaves them for the outside judges.
func writeBoth(t *testing.T, name string, d *doc.Document) {
	t.Helper()
	out := compile(t, given{d}, bundledSet(t))
	var pdfFile, docxFile bytes.Buffer
	if err := out.WritePDF(&pdfFile, nil); err != nil {
		t.Fatal(err)
	}
	if err := out.WriteDOCX(&docxFile, nil); err != nil {
		t.Fatal(err)
	}
	for _, err := range pdfcheck.Check(pdfFile.Bytes()) {
		t.Errorf("PDF: %v", err)
	}
	for _, fault := range docxtest.Faults(docxFile.Bytes()) {
		t.Errorf("DOCX: %s", fault)
	}
	keepArtifact(t, name+".pdf", pdfFile.Bytes())
	keepArtifact(t, name+".docx", docxFile.Bytes())
}

// faultsOf gives the place and code of each problem that is no warning.
func faultsOf(t *testing.T, err error) (faults []string) {
	t.Helper()
	var problems report.Problems
	if !errors.As(err, &problems) {
		t.Fatal(err)
	}
	for _, p := range problems {
		if !p.Warning {
			faults = append(faults, p.Path.String()+" "+string(p.Code))
		}
	}
	return faults
}
