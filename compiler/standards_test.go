package compiler

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/banxin-go/banxin/compiler/docx/docxread"
	"github.com/banxin-go/banxin/compiler/docx/docxtest"
	"github.com/banxin-go/banxin/compiler/pdf"
	"github.com/banxin-go/banxin/compiler/pdf/pdfcheck"
	"github.com/banxin-go/banxin/compiler/printed"
	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/report"
)

// flavours are the standards by the names that veraPDF has for them; "none" is for programs that ask for no standard.
var flavours = []struct {
	name     string
	standard pdf.Standard
}{{"2u", pdf.PDFA2U}, {"2b", pdf.PDFA2B}, {"3a", pdf.PDFA3A}, {"4", pdf.PDFA4}, {"none", pdf.PDF17}}

// Every good report in every standard, and for the press. With BANXIN_FLAVOURS the files go to the outside judges, in a folder for
// each standard; those for the press claim PDF/A-2a too, and go where such files are.
func TestEveryStandard(t *testing.T) {
	set := bundledSet(t)
	for _, name := range reportNames(t) {
		if strings.HasPrefix(name, "bad-") {
			continue
		}
		out, err := Compile(context.Background(), readAny(t, name), &Options{Fonts: set, Lenient: true, Data: []byte(`{"kind":"document"}`)})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range flavours {
			data := written(t, out, &pdf.Options{Standard: f.standard})
			keepFlavour(t, f.name, name+".pdf", data)
		}
		if out.Pages.Date.IsZero() {
			continue // PDF/X-4 needs one
		}
		data := written(t, out, &pdf.Options{Print: &pdf.Print{Bleed: 3 * unit.MM, Marks: true}})
		keepArtifact(t, name+"-print.pdf", data)
	}
}

func readAny(t *testing.T, name string) report.Report {
	t.Helper()
	dir := filepath.Join("..", "testdata", "reports")
	data, err := os.ReadFile(filepath.Join(dir, name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	r, problems := report.DecodeAny(data, name+".json", os.DirFS(dir))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return r
}

func written(t *testing.T, out *Output, o *pdf.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := out.WritePDF(&b, o); err != nil {
		t.Fatal(err)
	}
	for _, err := range pdfcheck.Check(b.Bytes()) {
		if o != nil && o.Standard == pdf.PDF17 && err.(*pdfcheck.Fault).Rule == "identification" {
			continue // it claims to be nothing
		}
		t.Errorf("%v: %v", o, err)
	}
	return b.Bytes()
}

func keepFlavour(t *testing.T, flavour, name string, data []byte) {
	t.Helper()
	dir := os.Getenv("BANXIN_FLAVOURS")
	if dir == "" {
		return
	}
	dir = filepath.Join(dir, flavour)
	if err := errors.Join(os.MkdirAll(dir, 0o755), os.WriteFile(filepath.Join(dir, name), data, 0o644)); err != nil {
		t.Fatal(err)
	}
}

// yearbook is a table of so many rows over two rows of heads, with row groups.
func yearbook(rows int) given {
	t := &doc.Table{Caption: spans("分地区主要指标"), HeadRows: 2, StubCols: 2, Columns: make([]doc.Column, 6), Rows: []doc.Row{
		{Cells: []doc.Cell{{Text: spans("地区"), RowSpan: 2}, {Text: spans("年份"), RowSpan: 2}, {Text: spans("申请"), ColSpan: 2}, {Text: spans("答复"), ColSpan: 2}}},
		{Cells: []doc.Cell{{Text: spans("自然人")}, {Text: spans("法人")}, {Text: spans("公开")}, {Text: spans("不予公开")}}},
	}}
	for i := range rows {
		var cells []doc.Cell
		if i%10 == 0 {
			cells = append(cells, doc.Cell{Text: spans(fmt.Sprintf("第%d区", i/10+1)), RowSpan: min(10, rows-i)})
		}
		for _, n := range []int{2015 + i%10, 3 * i, i % 7, 2 * i, i % 5} {
			cells = append(cells, doc.Cell{Text: spans(fmt.Sprint(n))})
		}
		t.Rows = append(t.Rows, doc.Row{Cells: cells})
	}
	return given{&doc.Document{Meta: doc.Meta{Title: "统计年鉴", Date: time.Date(2024, 9, 1, 0, 0, 0, 0, time.UTC)}, Sections: []doc.Section{{Blocks: []doc.Block{
		&doc.Heading{Level: 1, Text: spans("一、行政")}, t}}}}}
}

// A table of 2,000 rows of merged cells goes through the judges each time; BANXIN_ROWS makes it another number of rows.
func TestYearbook(t *testing.T) {
	rows := 2000
	if s := os.Getenv("BANXIN_ROWS"); s != "" {
		if _, err := fmt.Sscan(s, &rows); err != nil {
			t.Fatal(err)
		}
	}
	out, err := Compile(context.Background(), yearbook(rows), &Options{Fonts: bundledSet(t)})
	if err != nil {
		t.Fatal(err)
	}
	keepArtifact(t, "yearbook.pdf", written(t, out, nil))
	keepArtifact(t, "yearbook.docx", sound(t, out))
}

// troubling are texts that have gone wrong somewhere, and some of every kind.
func troubling() []string {
	return []string{"政府信息公开", "", " ", "\n", "一\n二", "“”‘’（）〔〕【】《》", "——……·～－", "𬱖𪣻𠮷", "ﬁ ﬂ ½ ㎡ ℃", "a\u0301e\u0302\u0323", "葛\U000E0100",
		"\u00A0\u2003\u3000", "\u200B", "\u202E", "\uFEFF", "\uE000", "\uE863", "\xff", "\x00", "https://a.cn/\\(", "]]><x>&amp;",
		strings.Repeat("很长的一段", 400), strings.Repeat("W", 300), "①②③⑳(21)", "1,234.56－7.8%", "0,0", "\U00030000", "العربية", "हिन्दी", "한국어", "日本語のテキスト"}
}

// FuzzCompile: a text in every place where a report has text is either refused, as problems, or comes out whole in a file
// that passes all checks, and goes to the outside judges.
func FuzzCompile(f *testing.F) {
	for _, s := range troubling() {
		f.Add(s)
	}
	set := bundledSet(f)
	f.Fuzz(func(t *testing.T, s string) { compileText(t, set, s) })
}

// The same with texts that are the same each time.
func TestTextsVaried(t *testing.T) {
	r := rand.New(rand.NewPCG(19005, 2))
	set := bundledSet(t)
	for range pdfcheck.Rounds() {
		s := pdfcheck.Vary(r, troubling())
		if compileText(t, set, s); t.Failed() {
			t.Fatalf("of %q", s)
		}
	}
}

func compileText(t *testing.T, set *fonts.Set, s string) {
	cell := func() doc.Cell { return doc.Cell{Text: spans(s)} }
	d := &doc.Document{Meta: doc.Meta{Title: "题" + s, Author: s, Keywords: []string{s}}, Sections: []doc.Section{{Blocks: []doc.Block{
		&doc.Contents{Title: spans("目" + s)},
		&doc.Heading{Level: 1, Text: spans("一" + s)},
		&doc.Paragraph{Text: []doc.Span{{Text: s, Bold: true, Dots: true, Underline: true}, {Text: "注" + s, Note: "k"}, {Text: s, Lang: "en"}}},
		&doc.List{Items: []doc.Item{{Text: spans(s)}, {Text: spans("二"), Sub: &doc.List{Kind: doc.Chinese, Items: []doc.Item{{Text: spans(s)}}}}}},
		&doc.Table{Caption: spans(s), HeadRows: 1, StubCols: 1, Columns: make([]doc.Column, 2), Summary: s, Rows: []doc.Row{
			{Cells: []doc.Cell{cell(), cell()}}, {Cells: []doc.Cell{cell(), {Text: spans(s), Vertical: true}}}}},
		&doc.Notes{Title: spans("注"), Items: []doc.Note{{Key: "k", Text: spans("见" + s)}}},
		&doc.Signature{Names: []string{"局" + s}, Date: "2023年1月31日"},
	}}}}
	out, err := Compile(context.Background(), given{d}, &Options{Fonts: set})
	var refused report.Problems
	if errors.As(err, &refused) {
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	keepText(t, "pdf", written(t, out, nil))
	keepText(t, "docx", sound(t, out))
}

// keepText hands on a file of a text; its sum tells it from those of others.
func keepText(t *testing.T, kind string, data []byte) {
	keepArtifact(t, fmt.Sprintf("FuzzCompile-%.4x.%s", sha256.Sum256(data), kind), data)
}

// sound is the DOCX, after Word's rules and the order of elements have been checked, and that it shows what the document says.
func sound(t *testing.T, out *Output) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := out.WriteDOCX(&b, nil); err != nil {
		t.Fatal(err)
	}
	for _, fault := range append(docxtest.Check(b.Bytes()), docxtest.Order(b.Bytes())...) {
		t.Errorf("DOCX: %s", fault)
	}
	f, err := docxread.Open(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	got, err := f.Printed()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range printed.Compare(printed.Of(out.Doc), got) {
		t.Errorf("DOCX: %+v", d)
	}
	return b.Bytes()
}
