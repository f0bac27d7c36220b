package compiler

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/docx/docxread"
	"github.com/banxin-go/banxin/compiler/docx/docxtest"
	"github.com/banxin-go/banxin/compiler/pdf"
	"github.com/banxin-go/banxin/compiler/pdf/pdfcheck"
	"github.com/banxin-go/banxin/compiler/pdf/pdfread"
	"github.com/banxin-go/banxin/compiler/printed"
	"github.com/banxin-go/banxin/report"
)

// carrying compiles a report whose files carry the data; nil for one that cannot be built.
func carrying(t testing.TB, name string) (out *Output, data []byte) {
	t.Helper()
	path := filepath.Join("..", "testdata", "reports", name+".json")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r, found := report.DecodeAny(data, name+".json", os.DirFS(filepath.Dir(path)))
	if found.HasErrors() {
		return nil, data
	}
	out, err = Compile(context.Background(), r, &Options{Fonts: bundledSet(t), Data: data})
	if errors.As(err, new(report.Problems)) {
		return nil, data
	}
	if err != nil {
		t.Fatal(err)
	}
	return out, data
}

func writtenPDF(t testing.TB, out *Output, o *pdf.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := out.WritePDF(&b, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func writtenDOCX(t testing.TB, out *Output) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := out.WriteDOCX(&b, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Every report comes back byte for byte out of each file that carries it, and each file agrees with it.
func TestFilesCarryTheirData(t *testing.T) {
	built := 0
	for _, name := range reportNames(t) {
		out, data := carrying(t, name)
		if out == nil {
			continue
		}
		built++
		files := map[string][]byte{
			"PDF/A-3a": writtenPDF(t, out, &pdf.Options{Standard: pdf.PDFA3A}),
			"PDF 1.7":  writtenPDF(t, out, &pdf.Options{Standard: pdf.PDF17, Plain: true}),
			"DOCX":     writtenDOCX(t, out),
		}
		for kind, file := range files {
			got, err := Extract(file)
			if err != nil || !bytes.Equal(got, data) {
				t.Errorf("%s, %s: %d bytes, want %d: %v", name, kind, len(got), len(data), err)
				continue
			}
			if found, err := out.Verify(file); err != nil || len(found) > 0 {
				t.Errorf("%s, %s: %v\n%s", name, kind, err, found.Message("en"))
			}
		}
		for _, fault := range pdfcheck.Check(files["PDF/A-3a"]) {
			t.Errorf("%s: %v", name, fault)
		}
		for _, fault := range docxtest.Faults(files["DOCX"]) {
			t.Errorf("%s: %s", name, fault)
		}
		showsTheDocument(t, name, out, files)
		keepFlavour(t, "3a", name+"-data.pdf", files["PDF/A-3a"])
		keepArtifact(t, name+"-data.docx", files["DOCX"])
	}
	if built < 3 {
		t.Errorf("%d reports were built", built)
	}
}

// showsTheDocument compares what a file shows with the document itself: Verify compares files only.
func showsTheDocument(t *testing.T, name string, out *Output, files map[string][]byte) {
	want := printed.Of(out.Doc)
	p, err := pdfread.Open(files["PDF/A-3a"])
	if err != nil {
		t.Fatal(err)
	}
	d, err := docxread.Open(files["DOCX"])
	if err != nil {
		t.Fatal(err)
	}
	for kind, read := range map[string]func() (printed.Document, error){"PDF": p.Printed, "DOCX": d.Printed} {
		got, err := read()
		if err != nil {
			t.Errorf("%s, %s: %v", name, kind, err)
		}
		for _, d := range printed.Compare(want, got) {
			t.Errorf("%s, %s: %+v", name, kind, d)
		}
		if kind == "DOCX" && want.Hash() != got.Hash() {
			t.Errorf("%s: the hash of the DOCX is another", name)
		}
	}
}

// What is not asked for is not there: no data in a file of the default kind, nor without Options.Data.
func TestFilesWithoutData(t *testing.T) {
	out := compile(t, readReport(t, "erqi-2022"), bundledSet(t))
	withData, _ := carrying(t, "erqi-2022")
	for kind, file := range map[string][]byte{
		"PDF/A-2a": writtenPDF(t, withData, nil), "PDF/A-3a": writtenPDF(t, out, &pdf.Options{Standard: pdf.PDFA3A}), "DOCX": writtenDOCX(t, out),
	} {
		if _, err := Extract(file); !errors.Is(err, ErrNoData) {
			t.Errorf("%s: %v", kind, err)
		}
		if _, err := out.Verify(file); !errors.Is(err, ErrNoData) {
			t.Errorf("%s: %v", kind, err)
		}
	}
	for name, file := range map[string]string{"nothing": "", "text": "年度报告", "zip": "PK\x03\x04", "half a PDF": "%PDF-1.7\n"} {
		if _, err := Extract([]byte(file)); !errors.Is(err, ErrFormat) && !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, bad := range []string{"", "{", "\"\xff\""} {
		_, err := Compile(context.Background(), readReport(t, "erqi-2022"), &Options{Fonts: bundledSet(t), Data: []byte(bad)})
		if err == nil || !strings.Contains(err.Error(), "data.json") {
			t.Errorf("data %q: %v", bad, err)
		}
	}
}

// differently gives files that show one thing and carry another: of the report with old in place of now.
func differently(t *testing.T, old, now string) (out *Output, files map[string][]byte) {
	t.Helper()
	out, data := carrying(t, "city-2024")
	changed := strings.Replace(string(data), old, now, 1)
	if changed == string(data) {
		t.Fatalf("the report has no %s", old)
	}
	r, found := report.DecodeAny([]byte(changed), "", nil)
	if r == nil {
		t.Fatal(found)
	}
	other, err := Compile(context.Background(), r, &Options{Fonts: bundledSet(t), Data: data, Lenient: true})
	if err != nil {
		t.Fatal(err)
	}
	return out, map[string][]byte{
		"pdf": writtenPDF(t, other, &pdf.Options{Standard: pdf.PDFA3A}), "docx": writtenDOCX(t, other),
	}
}

func lines(found report.Problems) []string {
	var out []string
	for _, p := range found {
		out = append(out, fmt.Sprintf("%s %s %v", p.Path, p.Code, p.Args))
	}
	return out
}

// A file that shows other figures or words than its data is found out, with the path of each.
func TestVerifyFindsWhatDiffers(t *testing.T) {
	a := readReport(t, "city-2024")
	total := a.Applications.New.Total.String()
	for _, c := range []struct {
		name, old, now string
		want           func(kind string) []string
	}{
		{"a figure", `"total": ` + total, `"total": 9` + total, func(string) []string {
			return []string{"applications.new.total verify.cell [4 10 " + total + " 9" + total + "]"}
		}},
		{"the agency", a.Agency, "某" + a.Agency, nil},
	} {
		out, files := differently(t, c.old, c.now)
		for kind, file := range files {
			found, err := out.Verify(file)
			if err != nil {
				t.Fatal(err)
			}
			if c.want == nil {
				if len(found) == 0 || found[0].Path.String() != "agency" {
					t.Errorf("%s, %s: %v", c.name, kind, lines(found))
				}
				continue
			}
			want := c.want(kind)
			if kind == "docx" { // its text is as it was made: the data have been changed
				want = append(want, " verify.untouched []")
			}
			if got := lines(found); !slices.Equal(got, want) {
				t.Errorf("%s, %s:\n got %q\nwant %q", c.name, kind, got, want)
			}
		}
	}
}

// rezip changes one part of a DOCX, as a hand or another program does.
func rezip(t *testing.T, file []byte, part string, change func(string) string) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, e := range r.File {
		in, err := e.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		if e.Name == part {
			changed := change(string(data))
			if changed == string(data) {
				t.Fatalf("%s: nothing changed", part)
			}
			data = []byte(changed)
		}
		to, err := w.Create(e.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Changes by hand in a DOCX: each is told where it is, and nothing else.
func TestVerifyFindsChangesByHand(t *testing.T) {
	out, _ := carrying(t, "city-2024")
	a := readReport(t, "city-2024")
	file := writtenDOCX(t, out)
	total := a.Applications.New.Total.String()
	newRow := func(s string) (from, to int) { // the row of what is new
		i := strings.Index(s, "一、本年新收政府信息公开申请数量")
		return strings.LastIndex(s[:i], "<w:tr>"), i + strings.Index(s[i:], "</w:tr>") + len("</w:tr>")
	}
	for _, c := range []struct {
		name   string
		change func(string) string
		want   []string
	}{
		{"saved again", func(s string) string { return strings.Replace(s, "<w:p>", `<w:p w:rsidR="00A1">`, 1) }, nil},
		{"runs split", func(s string) string {
			return strings.Replace(s, ">"+total+"</w:t>", ">"+total[:1]+`</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>`+total[1:]+"</w:t>", 1)
		}, nil},
		{"a figure", func(s string) string {
			i := strings.Index(s, "一、本年新收政府信息公开申请数量")
			return s[:i] + strings.Replace(s[i:], ">"+total+"<", ">7"+total+"<", 1)
		}, []string{"applications.new.total verify.cell [4 10 " + total + " 7" + total + "]"}},
		{"a figure, change tracked", func(s string) string {
			i := strings.Index(s, "一、本年新收政府信息公开申请数量")
			at := i + strings.Index(s[i:], ">"+total+"<")
			from := strings.LastIndex(s[:at], "<w:r>")
			to := at + strings.Index(s[at:], "</w:r>") + len("</w:r>")
			return s[:from] + `<w:del w:id="900"><w:r><w:delText>` + total + `</w:delText></w:r></w:del><w:ins w:id="901"><w:r><w:t>8</w:t></w:r></w:ins>` + s[to:]
		}, []string{"applications.new.total verify.cell [4 10 " + total + " 8]"}},
		{"a row less", func(s string) string {
			from, to := newRow(s)
			return s[:from] + s[to:]
		}, []string{"applications.new verify.row.missing [4 一、本年新收政府信息公开申请数量 | "}},
		{"a row less, change tracked", func(s string) string {
			from, _ := newRow(s)
			return s[:from] + strings.Replace(s[from:], "<w:trPr>", `<w:trPr><w:del w:id="902"/>`, 1)
		}, []string{"applications.new verify.row.missing [4 一、本年新收政府信息公开申请数量 | "}},
		{"a row more", func(s string) string {
			from, to := newRow(s)
			return s[:to] + strings.Replace(s[from:to], "一、本年新收", "另：", 1) + s[to:]
		}, []string{"applications.new verify.row.added [5 另：政府信息公开申请数量 | "}},
		{"a paragraph more", func(s string) string {
			return strings.Replace(s, "</w:tbl>", "</w:tbl><w:p><w:r><w:t>以上数据未经核实。</w:t></w:r></w:p>", 1)
		}, []string{"disclosure verify.added [以上数据未经核实。]"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			found, err := out.Verify(rezip(t, file, "word/document.xml", c.change))
			if err != nil {
				t.Fatal(err)
			}
			got := lines(found)
			ok := len(got) == len(c.want)
			for i := range c.want {
				ok = ok && strings.HasPrefix(got[i], c.want[i])
			}
			if !ok {
				t.Errorf("\n got %q\nwant %q", got, c.want)
			}
			for _, p := range found {
				if p.Message("zh") == "" || p.Message("en") == p.Message("zh") || strings.Contains(p.Error(), "%!") {
					t.Errorf("no words: %v", p)
				}
			}
		})
	}
}

// A page of a PDF that has been taken out is missed, though its tags are still there.
func TestVerifyMissesAPage(t *testing.T) {
	out, _ := carrying(t, "city-2024")
	file := writtenPDF(t, out, &pdf.Options{Standard: pdf.PDF17, Plain: true})
	kids := bytes.Index(file, []byte("/Type/Pages"))
	kids += bytes.Index(file[kids:], []byte("/Kids[")) + len("/Kids[")
	first := bytes.Index(file[kids:], []byte(" R")) + len(" R")
	copy(file[kids:], bytes.Repeat([]byte(" "), first))
	found, err := out.Verify(file)
	if err != nil || len(found) < 3 || found[0].Code != "verify.missing" || !strings.Contains(found[0].Error(), "报告") {
		t.Errorf("%v\n%v", err, found)
	}
}

// LibreOffice keeps custom XML parts when it saves a DOCX again, and what it shows is still the same.
func TestVerifyAfterLibreOffice(t *testing.T) {
	for _, name := range []string{"erqi-2022", "city-2024", "website-2023"} {
		out, data := carrying(t, name)
		again := resaved(t, writtenDOCX(t, out))
		if again == nil {
			continue
		}
		got, err := Extract(again)
		if err != nil || !bytes.Equal(got, data) {
			t.Errorf("%s: %d bytes, want %d: %v", name, len(got), len(data), err)
			continue
		}
		unchanged(t, out, map[string][]byte{name: again})
	}
}

// resaved gives a DOCX as LibreOffice saves it again; nil, and said, where there is none, which there must be in CI.
func resaved(t *testing.T, file []byte) []byte {
	t.Helper()
	again, err := docxtest.Resave(t.TempDir(), file)
	switch {
	case errors.Is(err, docxtest.ErrNoLibreOffice) && os.Getenv("CI") == "":
		fmt.Printf("%s: not checked: a DOCX saved again by LibreOffice: %v\n", t.Name(), err)
		return nil
	case err != nil:
		t.Fatal(err)
	}
	return again
}

// unchanged wants files that say what they were made of.
func unchanged(t *testing.T, out *Output, files map[string][]byte) {
	t.Helper()
	for name, file := range files {
		if found, err := out.Verify(file); err != nil || len(found) > 0 {
			t.Errorf("%s: %v\n%s", name, err, found.Message("en"))
		}
	}
}

// Data that XML cannot hold as they are come back all the same.
func TestDataOfAnyBytes(t *testing.T) {
	out, data := carrying(t, "erqi-2022")
	for _, s := range []string{"\r\n", "\t\n", "\"\u0085\"", "\"\uFFFE\"", "\"]]>&<\"", "\"𠮷\""} {
		if s[0] == '"' {
			out.data = []byte(s)
		} else {
			out.data = append(bytes.TrimRight(slices.Clone(data), "\n"), s...)
		}
		if !json.Valid(out.data) {
			t.Fatalf("%q is no JSON", s)
		}
		for kind, file := range map[string][]byte{"pdf": writtenPDF(t, out, &pdf.Options{Standard: pdf.PDFA3A}), "docx": writtenDOCX(t, out)} {
			if got, err := Extract(file); err != nil || !bytes.Equal(got, out.data) {
				t.Errorf("%s, %q: %q, %v", kind, s, got[max(0, len(got)-8):], err)
			}
		}
	}
}

func BenchmarkVerify(b *testing.B) {
	out, _ := carrying(b, "erqi-2022")
	for kind, file := range map[string][]byte{"PDF": writtenPDF(b, out, &pdf.Options{Standard: pdf.PDFA3A}), "DOCX": writtenDOCX(b, out)} {
		b.Run(kind, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if found, err := out.Verify(file); err != nil || len(found) > 0 {
					b.Fatal(err, found)
				}
			}
		})
	}
}
