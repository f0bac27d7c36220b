package compiler_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/banxin-go/banxin/compiler"
	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/fonts/bundled"
	"github.com/banxin-go/banxin/report"
)

// build is the program of the READMEs.
func build(ctx context.Context, data []byte, pdfFile, docxFile io.Writer) error {
	set, err := bundled.Set()
	if err != nil {
		return err
	}
	annual, problems := report.Decode(data, "report.json")
	if problems.HasErrors() {
		return problems
	}
	out, err := compiler.Compile(ctx, annual, &compiler.Options{Fonts: set})
	if err != nil {
		return err
	}
	if err := out.WritePDF(pdfFile, nil); err != nil {
		return err
	}
	return out.WriteDOCX(docxFile, nil)
}

// withOwnFont is the one about fonts.
func withOwnFont(set *fonts.Set) (*fonts.Set, error) {
	faces, err := fonts.ParseFile("simfang.ttf")
	set = set.With(faces...)
	return set, err
}

func TestReadmeProgramRuns(t *testing.T) {
	data, err := os.ReadFile("../testdata/reports/erqi-2022.json")
	if err != nil {
		t.Fatal(err)
	}
	var pdf, docx bytes.Buffer
	if err := build(context.Background(), data, &pdf, &docx); err != nil || pdf.Len() == 0 || docx.Len() == 0 {
		t.Errorf("%v, %d and %d bytes", err, pdf.Len(), docx.Len())
	}
	if err := build(context.Background(), []byte(`{"yaer": 2022}`), io.Discard, io.Discard); err == nil {
		t.Error("a wrong report is built")
	}
	face, err := os.ReadFile("../fonts/bundled/BanxinKai-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "simfang.ttf"), face, 0o666); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	set, err := bundled.Set()
	if err != nil {
		t.Fatal(err)
	}
	if own, err := withOwnFont(set); err != nil || len(own.Faces()) != len(set.Faces())+1 {
		t.Error(err)
	}
}
