package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

func TestBuildWritesBothFiles(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b") // made on the way
	got := banxin("build", seed, "-o", dir)
	pdf, docx := readFile(t, filepath.Join(dir, "erqi-2022.pdf")), readFile(t, filepath.Join(dir, "erqi-2022.docx"))
	if !bytes.HasPrefix(pdf, []byte("%PDF-1.7")) || !bytes.HasPrefix(docx, []byte("PK\x03\x04")) {
		t.Errorf("the files begin with %q and %q", pdf[:8], docx[:4])
	}
	if names := listing(t, dir); names != "erqi-2022.docx erqi-2022.pdf" {
		t.Errorf("files: %s", names)
	}
	want := fmt.Sprintf(`^.*erqi-2022\.pdf\t\d+ pages\t%d bytes\n.*erqi-2022\.docx\t%d bytes\n$`, len(pdf), len(docx))
	if !regexp.MustCompile(want).MatchString(got.stdout) {
		t.Errorf("stdout %q, want %s", got.stdout, want)
	}
	if !strings.Contains(got.stderr, "[font.substituted]") {
		t.Errorf("nothing is said of the 仿宋 that is none: %q", got.stderr)
	}
	again := banxin("build", seed, "-o", dir, "--quiet")
	if again != (result{}) {
		t.Errorf("--quiet says %+v", again)
	}
	if !bytes.Equal(pdf, readFile(t, filepath.Join(dir, "erqi-2022.pdf"))) || !bytes.Equal(docx, readFile(t, filepath.Join(dir, "erqi-2022.docx"))) {
		t.Error("the second run gives other bytes")
	}
}

func TestBuildFromStdin(t *testing.T) {
	dir := t.TempDir()
	stdin := bytes.NewReader(append([]byte("\uFEFF"), readFile(t, seed)...)) // as editors on Windows save it
	got := banxinIn(context.Background(), stdin, "C", "build", "-", "-o", dir)
	if got.code != 0 || listing(t, dir) != "report.docx report.pdf" {
		t.Errorf("%+v, files %q", got, listing(t, dir))
	}
	bad := banxinIn(context.Background(), strings.NewReader("{\n \"yaer\": 2022}"), "C", "check", "-")
	if bad.code != 1 || !strings.Contains(bad.stderr, "<stdin>:2:2: error: yaer: ") {
		t.Errorf("%+v", bad)
	}
}

func TestLenientAndLastYear(t *testing.T) {
	dir := t.TempDir()
	wrong := writeFile(t, dir, "wrong.json", bytes.Replace(readFile(t, reports+"city-2024.json"), []byte(`"total": `), []byte(`"total": 9`), 1))
	if got := banxin("build", wrong, "-o", dir); got.code != 1 || !strings.Contains(got.stderr, ": error: applications.new.total: ") {
		t.Errorf("%+v", got)
	}
	got := banxin("build", wrong, "-o", dir, "--lenient")
	if got.code != 0 || !strings.Contains(got.stderr, ": warning: applications.new.total: ") || listing(t, dir) != "wrong.docx wrong.json wrong.pdf" {
		t.Errorf("%+v, files %q", got, listing(t, dir))
	}
	if got := banxin("check", reports+"city-2024.json", "--last-year", reports+"city-2023.json"); got.code != 0 {
		t.Errorf("%+v", got)
	}
	if got := banxin("check", reports+"city-2024.json", "--last-year", seed); got.code != 1 || !strings.Contains(got.stderr, "[year.other]") {
		t.Errorf("%+v", got)
	}
	if got := banxin("check", seed, "--last-year", reports+"bad-fields.json"); got.code != 1 || !strings.Contains(got.stderr, "bad-fields.json:3:3: error") {
		t.Errorf("%+v", got)
	}
}

// What is wrong with the input and what is wrong with the numbers come together, in the order of the file.
func TestProblemsInOrder(t *testing.T) {
	got := banxin("check", reports+"bad-fields.json")
	last := 0
	for line := range strings.Lines(got.stderr) {
		var n int
		place := strings.TrimPrefix(line, reports+"bad-fields.json:")
		if _, err := fmt.Sscanf(place, "%d:", &n); err != nil {
			continue
		}
		if n < last {
			t.Errorf("out of order: %s", line)
		}
		last = n
	}
	if last < 20 || !strings.Contains(got.stderr, "[json.type]") || !strings.Contains(got.stderr, "[count.blank]") {
		t.Errorf("%d lines: %s", last, got.stderr)
	}
}

// The input is never overwritten, by whatever name it goes.
func TestInputStays(t *testing.T) {
	dir := t.TempDir()
	data := readFile(t, seed)
	for _, name := range []string{"a.pdf", "a.docx"} {
		file := writeFile(t, dir, name, data)
		if got := banxin("build", file, "-o", dir); got.code != 2 || !strings.Contains(got.stderr, "would overwrite") {
			t.Errorf("%s: %+v", name, got)
		}
		if !bytes.Equal(readFile(t, file), data) {
			t.Fatalf("%s was overwritten", name)
		}
		os.Remove(file)
	}
	last := writeFile(t, dir, "b.pdf", readFile(t, reports+"city-2023.json"))
	file := writeFile(t, dir, "b.json", readFile(t, reports+"city-2024.json"))
	if got := banxin("build", file, "--last-year", last, "-o", dir); got.code != 2 {
		t.Errorf("last year's report: %+v", got)
	}
}

func TestOutputNames(t *testing.T) {
	for file, want := range map[string]string{
		"-": "report", "a/b/erqi-2022.json": "erqi-2022", "报告.JSON": "报告", "v1.2.json": "v1.2", ".json": "report", "plain": "plain",
	} {
		if got := baseName(file); got != want {
			t.Errorf("%s: %s, want %s", file, got, want)
		}
	}
}

// The files have the mode of ordinary ones; a file that was there before keeps its own.
func TestFileMode(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // no modes to keep
	}
	dir := t.TempDir()
	plain, err := os.Stat(writeFile(t, dir, "plain", nil))
	if err != nil {
		t.Fatal(err)
	}
	docx := writeFile(t, dir, "erqi-2022.docx", nil)
	if err := os.Chmod(docx, 0o600); err != nil {
		t.Fatal(err)
	}
	banxin("build", seed, "-o", dir)
	for name, want := range map[string]os.FileMode{"erqi-2022.pdf": plain.Mode(), "erqi-2022.docx": 0o600} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Mode() != want {
			t.Errorf("%s: %v, %v, want %v", name, info.Mode(), err, want)
		}
	}
}

func BenchmarkBuild(b *testing.B) {
	dir := b.TempDir()
	for b.Loop() {
		if got := banxin("build", seed, "-o", dir); got.code != 0 {
			b.Fatal(got.stderr)
		}
	}
}
func TestMissingCharacterHasPlace(t *testing.T) {
	file := writeFile(t, t.TempDir(), "rare.json", seedWith(t, "为指导", "为𲎯指导"))
	got := banxin("check", file)
	want := regexp.MustCompile(`rare\.json:\d+:\d+: error: overview\.paragraphs\[0\]: no font has 𲎯 \(U\+323AF\) for the role 仿宋; among the fonts that have it are SimSun-ExtG, `)
	if !want.MatchString(got.stderr) {
		t.Errorf("%q", got.stderr)
	}
}

// Text pasted from a web page is refused with its place, and built on demand.
func TestDropInvisible(t *testing.T) {
	dir := t.TempDir()
	file := writeFile(t, dir, "pasted.json", seedWith(t, "中心坚持", `中心\u200b坚持\u202e`))
	if got := banxin("check", file); got.code != 1 || !strings.Contains(got.stderr, "error: overview.paragraphs[0]: holds the invisible character U+200B") {
		t.Errorf("%+v", got)
	}
	got := banxin("build", file, "-o", dir, "--drop-invisible")
	if got.code != 0 || !strings.Contains(got.stderr, "warning: overview.paragraphs[0]: holds U+202E, which turns the direction of text") {
		t.Errorf("%+v", got)
	}
	if strings.Count(got.stderr, "[text.invisible]") != 1 {
		t.Errorf("one character, told of more than once: %s", got.stderr)
	}
}
