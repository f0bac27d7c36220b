package compiler

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/docx/docxtest"
	"github.com/banxin-go/banxin/compiler/pdf"
	"github.com/banxin-go/banxin/compiler/pdf/pdfcheck"
	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/report"
)

var update = flag.Bool("update", false, "write the goldens anew")

// maxGolden bounds a golden: what is longer nobody reads.
const maxGolden = 64 << 10

// inBrief are the reports of which the problems, the text and the hashes are kept and no more: their pages show nothing of
// their own. The cities fill in the form of erqi-2022 with other numbers, and long-prose repeats its paragraphs until every
// way of breaking a page has come up. All others are kept in full.
var inBrief = []string{"city-2023", "city-2024", "long-prose"}

// inPlain is the report whose PDF is kept as plain text: one page, so that it can be read.
const inPlain = "one-page"

// lastYear gives the report of the year before for those that have one.
var lastYear = map[string]string{"city-2024": "city-2023"}

// TestGolden compiles every report of testdata/reports and compares what comes out with testdata/golden/<report>:
//
//	problems.txt  what Check and Compile say, in Chinese and English
//	pages.txt     the pages, one item a line
//	pdf.txt       the plain PDF of one report, its fonts as hashes
//	tags.txt      the structure tree, read back from the PDF's bytes
//	docx.txt      the DOCX, one element a line
//	text.txt      the text in tag order, read back from the PDF
//	sha256.txt    hashes of both files
//
// What is longer than maxGolden is kept in pieces, pages-01.txt and so on: a page, or all up to the end of a table.
func TestGolden(t *testing.T) {
	if *update && os.Getenv("CI") != "" {
		t.Fatal("-update is not for CI")
	}
	set := bundledSet(t)
	want := map[string]bool{}
	names, ran := reportNames(t), 0
	for _, name := range names {
		g := &golden{name: name, dir: filepath.Join("..", "testdata", "golden", name), written: want}
		t.Run(name, func(t *testing.T) { ran++; g.run(t, set) })
	}
	if ran == len(names) { // with -run for one report the files of the others are no strays
		strays(t, want)
	}
}

func reportNames(t *testing.T) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("..", "testdata", "reports", "*.json"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no reports: %v", err)
	}
	names := make([]string, len(paths))
	for i, p := range paths {
		names[i] = strings.TrimSuffix(filepath.Base(p), ".json")
	}
	return names
}

type golden struct {
	name, dir string
	written   map[string]bool
}

func (g *golden) run(t *testing.T, set *fonts.Set) {
	data, err := os.ReadFile(filepath.Join("..", "testdata", "reports", g.name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	r, problems := report.DecodeAny(data, g.name+".json", os.DirFS(filepath.Join("..", "testdata", "reports")))
	if !problems.HasErrors() {
		if before, ok := lastYear[g.name]; ok {
			r.(*report.Annual).LastYear = readReport(t, before)
		}
		out, err := Compile(context.Background(), r, &Options{Fonts: set})
		problems = append(problems, problemsOf(t, out, err)...)
		if err == nil {
			g.files(t, out)
		}
	}
	g.compare(t, "problems.txt", problemText(problems))
	if good := !strings.HasPrefix(g.name, "bad-"); good == problems.HasErrors() {
		t.Errorf("problems of %s:\n%s", g.name, problems.Message("zh"))
	}
}

func problemsOf(t *testing.T, out *Output, err error) report.Problems {
	t.Helper()
	var found report.Problems
	switch {
	case err == nil:
		return out.Warnings
	case errors.As(err, &found):
		return found
	}
	t.Fatal(err)
	return nil
}

func problemText(problems report.Problems) []byte {
	var b bytes.Buffer
	for _, p := range problems {
		kind := "error"
		if p.Warning {
			kind = "warning"
		}
		fmt.Fprintf(&b, "%s %s %s %s\n  %s\n  %s\n", p.Place(), kind, p.Code, p.Path, p.Message("zh"), p.Message("en"))
	}
	return b.Bytes()
}

// files writes both files, checks them and compares what they hold.
func (g *golden) files(t *testing.T, out *Output) {
	var pdfFile, docxFile, plain, pages bytes.Buffer
	for _, err := range []error{
		out.WritePDF(&pdfFile, nil), out.WriteDOCX(&docxFile, nil),
		out.WritePDF(&plain, &pdf.Options{Plain: true}), display.Dump(&pages, out.Pages),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	onPage(t, out.Pages)
	for _, err := range append(pdfcheck.Check(pdfFile.Bytes()), pdfcheck.Check(plain.Bytes())...) {
		t.Errorf("PDF: %v", err)
	}
	for _, fault := range docxtest.Faults(docxFile.Bytes()) {
		t.Errorf("DOCX: %s", fault)
	}
	tags, err := pdfcheck.Tags(pdfFile.Bytes())
	text, textErr := pdfcheck.Text(pdfFile.Bytes())
	parts, partsErr := docxtest.Text(docxFile.Bytes())
	if err := errors.Join(err, textErr, partsErr); err != nil {
		t.Fatal(err)
	}
	if g.name == inPlain {
		g.compare(t, "pdf.txt", readable(t, plain.Bytes()))
	}
	if !slices.Contains(inBrief, g.name) {
		g.pieces(t, "pages", pages.String(), cutPages)
		g.pieces(t, "tags", tags, cutTags)
		g.pieces(t, "docx", string(parts), cutParts)
	}
	g.compare(t, "text.txt", []byte(text))
	g.compare(t, "sha256.txt", fmt.Appendf(nil, "pdf  %x %d bytes, %d pages\ndocx %x %d bytes\n",
		sha256.Sum256(pdfFile.Bytes()), pdfFile.Len(), out.Pages.Count, sha256.Sum256(docxFile.Bytes()), docxFile.Len()))
	keepArtifact(t, g.name+".pdf", pdfFile.Bytes())
	keepArtifact(t, g.name+".docx", docxFile.Bytes())
}

// keepArtifact hands a file to the outside judges, when they have asked for it.
func keepArtifact(t *testing.T, name string, data []byte) {
	t.Helper()
	dir := os.Getenv("BANXIN_ARTIFACTS")
	if dir == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
		t.Error(err)
	}
}

func (g *golden) compare(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join(g.dir, name)
	g.written[path] = true
	if len(got) > maxGolden {
		t.Errorf("%s has %d bytes, at most %d: a golden is for reading", path, len(got), maxGolden)
		return
	}
	if *update {
		if err := errors.Join(os.MkdirAll(g.dir, 0o755), os.WriteFile(path, got, 0o644)); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Errorf("%v: run with -update", err)
		return
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s has changed (-want +got):\n%s", path, diff(string(want), string(got)))
	}
}

// strays refuses goldens that no report writes.
func strays(t *testing.T, written map[string]bool) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("..", "testdata", "golden", "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		if written[path] {
			continue
		}
		if *update {
			err = errors.Join(err, os.Remove(path))
			continue
		}
		t.Errorf("%s is a golden of no report: run with -update", path)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// diff shows the lines that differ, with a line number: enough to see why a page has changed.
func diff(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	from := 0
	for from < len(a) && from < len(b) && a[from] == b[from] {
		from++
	}
	endA, endB := len(a), len(b)
	for endA > from && endB > from && a[endA-1] == b[endB-1] {
		endA, endB = endA-1, endB-1
	}
	var out strings.Builder
	fmt.Fprintf(&out, "line %d: %d lines become %d\n", from+1, endA-from, endB-from)
	for _, side := range []struct {
		sign  string
		lines []string
	}{{"-", a[from:endA]}, {"+", b[from:endB]}} {
		for i, line := range side.lines {
			if i == 20 {
				fmt.Fprintf(&out, "%s … %d more\n", side.sign, len(side.lines)-i)
				break
			}
			out.WriteString(side.sign + line + "\n")
		}
	}
	return out.String()
}
