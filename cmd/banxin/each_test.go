package main

import (
	"bytes"
	"context"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
)

// Several reports: each is built as if it were alone, what is said comes in their order, and one that is wrong leaves the others
// alone.
func TestBuildSeveral(t *testing.T) {
	alone, dir := t.TempDir(), filepath.Join(t.TempDir(), "out")
	var stdout, stderr string
	files := []string{seed, reports + "bad-syntax.json", reports + "city-2024.json", "none.json", reports + "city-2023.json", reports + "levels.json"}
	for _, file := range files {
		got := banxin("build", file, "-o", alone)
		stdout += strings.ReplaceAll(got.stdout, alone, dir)
		stderr += got.stderr
	}
	stderr = strings.Replace(stderr, "banxin: errors: 1, warnings: 0\n", "", 1) + "banxin: errors: 1, warnings: 9\n" // counted once, at the end
	got := banxin(append([]string{"build", "-o", dir}, files...)...)
	if want := (result{exitIO, stdout, stderr}); got != want {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	if got, want := listing(t, dir), listing(t, alone); got != want {
		t.Errorf("files %s, want %s", got, want)
	}
	for _, name := range strings.Fields(listing(t, alone)) {
		if !bytes.Equal(readFile(t, filepath.Join(dir, name)), readFile(t, filepath.Join(alone, name))) {
			t.Errorf("%s has other bytes than when built alone", name)
		}
	}
}

// No folder stays where no report could be built.
func TestSeveralBadReports(t *testing.T) {
	dir := t.TempDir()
	got := banxin("build", reports+"bad-syntax.json", reports+"bad-sums.json", "-o", filepath.Join(dir, "a", "b"))
	if got.code != exitProblems || listing(t, dir) != "" {
		t.Errorf("%+v, files %s", got, listing(t, dir))
	}
}

// The problems of all reports are one JSON list, each with its file, for build as for check.
func TestSeveralAsJSON(t *testing.T) {
	for command, more := range map[string][]string{"build": {"-o", t.TempDir()}, "check": nil} {
		var list []struct{ File, Code string }
		args := []string{command, reports + "city-2024.json", reports + "bad-syntax.json", reports + "bad-sums.json", "--diag", "json"}
		got := banxin(append(args, more...)...)
		if err := json.Unmarshal([]byte(got.stdout), &list); err != nil || got.code != exitProblems || got.stderr != "" {
			t.Fatalf("%s: %v, exit code %d, stderr %q", command, err, got.code, got.stderr)
		}
		files := map[string]int{}
		for _, p := range list {
			files[filepath.Base(p.File)]++
		}
		if files["bad-syntax.json"] != 1 || files["bad-sums.json"] < 30 || len(files) != 3 {
			t.Errorf("%s: %v", command, files)
		}
	}
}

// A file goes to the standard output alone, and as it would be written.
func TestToStdout(t *testing.T) {
	dir := t.TempDir()
	banxin("build", seed, "-o", dir)
	for _, format := range []string{"pdf", "docx"} {
		stdin := bytes.NewReader(readFile(t, seed))
		got := banxinIn(context.Background(), stdin, "C", "build", "-", "-o", "-", "--to", format)
		if got.code != exitFine || got.stdout != string(readFile(t, filepath.Join(dir, "erqi-2022."+format))) {
			t.Errorf("%s: %d, %d bytes, %s", format, got.code, len(got.stdout), got.stderr)
		}
	}
	if got := banxin("build", reports+"bad-sums.json", "-o", "-", "--to", "pdf"); got.code != exitProblems || got.stdout != "" {
		t.Errorf("%d, %d bytes", got.code, len(got.stdout))
	}
}

// Reports that were built before the signal came are told of; nothing else is left behind.
func TestSeveralCancelled(t *testing.T) {
	for n := range 60 {
		left := make(chan struct{}, 10*n)
		for range 10 * n {
			left <- struct{}{}
		}
		dir := t.TempDir()
		got := banxinIn(tiring{context.Background(), left}, nil, "C", "build", "-o", dir, seed, reports+"city-2024.json", reports+"levels.json")
		if got.code != exitCancelled && got.code != exitFine {
			t.Fatalf("%d: %+v", n, got)
		}
		want := 0
		for line := range strings.Lines(got.stdout) {
			name, _, _ := strings.Cut(line, "\t")
			readFile(t, name)
			want++
		}
		if names := strings.Fields(listing(t, dir)); len(names) != want {
			t.Errorf("%d: %d files are told of, there are %s", n, want, names)
		}
		if got.code == exitCancelled && !strings.HasSuffix(got.stderr, "cancelled; what is not listed was not written\n") {
			t.Errorf("%d: %q", n, got.stderr)
		}
	}
}
