package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"path/filepath"
	"strings"
	"testing"
)

// The report comes back as it was given, without the mark of UTF-8, to the standard output and to a file.
func TestExtract(t *testing.T) {
	dir := t.TempDir()
	data := readFile(t, seed)
	file := writeFile(t, dir, "marked.json", append([]byte("\uFEFF"), data...))
	if got := banxin("build", file, "-o", dir, "--embed", "all", "--quiet"); got != (result{}) {
		t.Fatalf("%+v", got)
	}
	for _, ext := range []string{"pdf", "docx"} {
		name := filepath.Join(dir, "marked."+ext)
		if got := banxin("extract", name); got.code != 0 || got.stdout != string(data) || got.stderr != "" {
			t.Errorf("%s: %d bytes, want %d: %d %q", ext, len(got.stdout), len(data), got.code, got.stderr)
		}
		to := filepath.Join(dir, ext, "again.json")
		if got := banxin("extract", name, "-o", to); got.code != 0 || got.stdout != "" || !bytes.Equal(readFile(t, to), data) {
			t.Errorf("%s -o: %+v", ext, got)
		}
		if got := banxin("extract", name, "-o", name); got.code != 2 {
			t.Errorf("%s over itself: %+v", ext, got)
		}
		piped := banxinIn(context.Background(), bytes.NewReader(readFile(t, name)), "C", "extract", "-")
		if piped.stdout != string(data) {
			t.Errorf("%s from the standard input: %+v", ext, piped.code)
		}
	}
}

// What carries the report: a DOCX unless told otherwise, a PDF when it is asked for.
func TestEmbed(t *testing.T) {
	for _, c := range []struct {
		flags     string
		pdf, docx int
		words     string // in the PDF
	}{
		{"", 5, 0, "<pdfaid:part>2<"}, {"--embed docx", 5, 0, "<pdfaid:part>2<"}, {"--embed none", 5, 5, "<pdfaid:part>2<"},
		{"--embed all", 0, 0, "<pdfaid:part>3<"}, {"--standard a-3a", 0, 0, "<pdfaid:part>3<"}, {"--standard a-3a --embed none", 5, 5, "<pdfaid:part>3<"},
		{"--standard 1.7", 0, 0, "%PDF-1.7"}, {"--standard a-2b", 5, 0, "<pdfaid:conformance>B<"}, {"--standard a-2u", 5, 0, "<pdfaid:conformance>U<"},
		{"--standard a-4", 5, 0, "%PDF-2.0"},
	} {
		dir := t.TempDir()
		if got := banxin(append([]string{"build", seed, "-o", dir}, strings.Fields(c.flags)...)...); got.code != 0 {
			t.Errorf("%s: %+v", c.flags, got)
			continue
		}
		for ext, want := range map[string]int{"pdf": c.pdf, "docx": c.docx} {
			got := banxin("extract", filepath.Join(dir, "erqi-2022."+ext))
			if got.code != want || want != 0 && !strings.Contains(got.stderr, "carries no report") {
				t.Errorf("%s, %s: exit code %d, want %d: %s", c.flags, ext, got.code, want, got.stderr)
			}
		}
		if !bytes.Contains(readFile(t, filepath.Join(dir, "erqi-2022.pdf")), []byte(c.words)) {
			t.Errorf("%s: the PDF lacks %s", c.flags, c.words)
		}
	}
	for _, flags := range []string{"--standard a-2a --embed all", "--standard a-4 --embed all", "--standard a-1b", "--embed pdf"} {
		dir := t.TempDir()
		if got := banxin(append([]string{"build", seed, "-o", dir}, strings.Fields(flags)...)...); got.code != 2 || listing(t, dir) != "" {
			t.Errorf("%s: %+v", flags, got)
		}
	}
}

// change replaces a text in the document part of a DOCX.
func change(t *testing.T, file []byte, old, now string) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, e := range r.File {
		in, err := e.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		if e.Name == "word/document.xml" {
			if !bytes.Contains(data, []byte(old)) {
				t.Fatalf("the document has no %s", old)
			}
			data = bytes.Replace(data, []byte(old), []byte(now), 1)
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
	return out.Bytes()
}

func TestVerify(t *testing.T) {
	dir := t.TempDir()
	if got := banxin("build", seed, "-o", dir, "--embed", "all", "--quiet"); got.code != 0 {
		t.Fatalf("%+v", got)
	}
	pdf, docx := filepath.Join(dir, "erqi-2022.pdf"), filepath.Join(dir, "erqi-2022.docx")
	for _, file := range []string{pdf, docx} {
		if got := banxin("verify", file); got.code != 0 || got.stdout != file+" agrees with the report it carries\n" || got.stderr != "" {
			t.Errorf("%+v", got)
		}
		if got := banxin("verify", file, "--quiet"); got != (result{}) {
			t.Errorf("--quiet: %+v", got)
		}
	}
	edited := writeFile(t, dir, "edited.docx", change(t, readFile(t, docx), "政府信息总数15条", "政府信息总数16条"))
	got := banxinIn(context.Background(), nil, "zh_CN.UTF-8", "verify", edited)
	if got.code != 1 || !strings.HasPrefix(got.stderr, edited+": 错误：一、总体情况") || !strings.Contains(got.stderr, "总数15条") || !strings.Contains(got.stderr, "总数16条") || !strings.Contains(got.stderr, "[verify.text]") {
		t.Errorf("%+v", got)
	}
	asJSON := banxin("verify", edited, "--diag", "json")
	var list []struct{ Path, Code, File, Zh, En string }
	if err := json.Unmarshal([]byte(asJSON.stdout), &list); err != nil || asJSON.code != 1 || len(list) != 1 || list[0].Code != "verify.text" || list[0].File != edited {
		t.Errorf("%+v, %v", asJSON, err)
	}
}

// A report with sums that do not come out, published all the same, is told of again.
func TestVerifySums(t *testing.T) {
	dir := t.TempDir()
	wrong := writeFile(t, dir, "wrong.json", bytes.Replace(readFile(t, reports+"city-2024.json"), []byte(`"total": `), []byte(`"total": 9`), 1))
	if got := banxin("build", wrong, "-o", dir, "--lenient", "--quiet"); got.code != 0 {
		t.Fatalf("%+v", got)
	}
	file := filepath.Join(dir, "wrong.docx")
	if got := banxin("verify", file); got.code != 1 || !strings.Contains(got.stderr, "error: applications.new.total: ") || strings.Contains(got.stderr, "[verify.") {
		t.Errorf("%+v", got)
	}
	if got := banxin("verify", file, "--lenient"); got.code != 0 || !strings.Contains(got.stderr, "warning: applications.new.total: ") {
		t.Errorf("%+v", got)
	}
}

func TestUnreadable(t *testing.T) {
	dir := t.TempDir()
	for name, c := range map[string]struct{ data, want string }{
		"a.json": {"{}", "neither a PDF nor a DOCX"}, "b.pdf": {"%PDF-1.7\n", "is damaged"}, "c.docx": {"PK", "neither a PDF nor a DOCX"},
	} {
		file := writeFile(t, dir, name, []byte(c.data))
		for _, cmd := range []string{"extract", "verify"} {
			if got := banxin(cmd, file); got.code != 5 || !strings.Contains(got.stderr, c.want) {
				t.Errorf("%s %s: %+v", cmd, name, got)
			}
		}
	}
	if got := banxin("verify", filepath.Join(dir, "none.pdf")); got.code != 5 || !strings.Contains(got.stderr, "no such file") {
		t.Errorf("%+v", got)
	}
}

// Charts are pictures on demand, and then alone.
func TestCharts(t *testing.T) {
	for flags, want := range map[string]string{"": "word/charts/chart1.xml", "--charts native": "word/charts/chart1.xml", "--charts picture": "word/media/image1.emf"} {
		dir := t.TempDir()
		if got := banxin(append([]string{"build", filepath.Join(filepath.Dir(seed), "bulletin-2023.json"), "-o", dir, "--to", "docx"}, strings.Fields(flags)...)...); got.code != 0 {
			t.Fatalf("%s: %+v", flags, got)
		}
		file := readFile(t, filepath.Join(dir, "bulletin-2023.docx"))
		for _, name := range []string{"word/charts/chart1.xml", "word/media/image1.emf"} {
			if is := bytes.Contains(file, []byte(name)); is != (name == want) {
				t.Errorf("%q: %s is there: %t", flags, name, is)
			}
		}
	}
	if got := banxin("build", seed, "--charts", "svg"); got.code != 2 {
		t.Errorf("%+v", got)
	}
}

// What a DOCX has no means for is told of when one is built, with its place.
func TestLosses(t *testing.T) {
	file := filepath.Join(filepath.Dir(seed), "tables.json")
	for to, want := range map[string]bool{"pdf": false, "docx": true, "pdf,docx": true} {
		got := banxin("build", file, "-o", t.TempDir(), "--to", to)
		if is := strings.Contains(got.stderr, "[docx.diagonals]"); got.code != 0 || is != want {
			t.Errorf("%s: told %t, want %t: %+v", to, is, want, got)
		}
	}
}
