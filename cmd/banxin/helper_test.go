package main

import (
	"bytes"
	"context"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const (
	reports = "../../testdata/reports/"
	seed    = reports + "erqi-2022.json"
)

// With BANXIN_MAIN set the test program is banxin itself, for tests that need a process.
func TestMain(m *testing.M) {
	if os.Getenv("BANXIN_MAIN") != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// result is what one call gave.
type result struct {
	code           int
	stdout, stderr string
}

// banxin runs a command line in an English locale.
func banxin(args ...string) result {
	return banxinIn(context.Background(), nil, "en_GB.UTF-8", args...)
}

func banxinIn(ctx context.Context, stdin io.Reader, locale string, args ...string) result {
	var out, errs bytes.Buffer
	env := environment{stdin: stdin, stdout: &out, stderr: &errs, getenv: func(name string) string {
		if name == "LANG" {
			return locale
		}
		return ""
	}}
	code := run(ctx, args, env)
	return result{code, out.String(), errs.String()}
}

// listing gives the names in a folder, hidden ones too.
func listing(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return strings.Join(names, " ")
}

func readFile(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// writeFile writes a file into a folder of the test's own, or into dir, and gives its name.
func writeFile(t *testing.T, dir, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// seedWith is the seed report with its first sentence changed.
func seedWith(t *testing.T, old, now string) []byte {
	t.Helper()
	data := readFile(t, seed)
	if !bytes.Contains(data, []byte(old)) {
		t.Fatalf("the seed report has no %q", old)
	}
	return bytes.Replace(data, []byte(old), []byte(now), 1)
}

// golden compares a text with testdata/name.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if os.Getenv("CI") != "" {
			t.Fatal("golden files are not rewritten in CI")
		}
		writeFile(t, "testdata", name, []byte(got))
		return
	}
	want := strings.Split(string(readFile(t, path)), "\n")
	lines := strings.Split(got, "\n")
	for i := range max(len(want), len(lines)) {
		if i >= len(want) || i >= len(lines) || want[i] != lines[i] {
			t.Errorf("%s, line %d: got %q, want %q", path, i+1, at(lines, i), at(want, i))
			return
		}
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(end)"
}
