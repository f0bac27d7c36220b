package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Both files or none: where the DOCX cannot be written, the old PDF stays.
func TestExistingFilesStay(t *testing.T) {
	dir := t.TempDir()
	writeFile(t, dir, "erqi-2022.pdf", []byte("old"))
	if err := os.Mkdir(filepath.Join(dir, "erqi-2022.docx"), 0o777); err != nil {
		t.Fatal(err)
	}
	got := banxin("build", seed, "-o", dir)
	if got.code != exitIO || !strings.Contains(got.stderr, "is a folder") {
		t.Errorf("%+v", got)
	}
	if names := listing(t, dir); names != "erqi-2022.docx erqi-2022.pdf" || string(readFile(t, filepath.Join(dir, "erqi-2022.pdf"))) != "old" {
		t.Errorf("files: %s", names)
	}
}

// The second move fails after the first has succeeded: something stands in the way that was not there before.
func TestCommitIsTakenBack(t *testing.T) {
	for _, old := range []string{"", "old"} {
		dir := t.TempDir()
		a, b := filepath.Join(dir, "a.pdf"), filepath.Join(dir, "a.docx")
		if old != "" {
			writeFile(t, dir, "a.pdf", []byte(old))
		}
		files, err := create(dir, []string{a, b})
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range files.writers() {
			io.WriteString(w, "new")
		}
		if err := os.Mkdir(b, 0o777); err != nil {
			t.Fatal(err)
		}
		if err := files.commit(); err == nil {
			t.Fatal("a file was moved over a folder")
		}
		files.discard()
		want := "a.docx"
		if old != "" {
			want = "a.docx a.pdf"
		}
		if names := listing(t, dir); names != want {
			t.Errorf("files: %s, want %s", names, want)
		}
		if old != "" && string(readFile(t, a)) != old {
			t.Errorf("a.pdf holds %q", readFile(t, a))
		}
	}
}

func TestCommit(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	a, b := filepath.Join(dir, "a.pdf"), filepath.Join(dir, "a.docx")
	for _, text := range []string{"first", "second"} {
		files, err := create(dir, []string{a, b})
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range files.writers() {
			io.WriteString(w, text)
		}
		if err := files.commit(); err != nil {
			t.Fatal(err)
		}
		files.discard()
		if string(readFile(t, a)) != text || string(readFile(t, b)) != text || listing(t, dir) != "a.docx a.pdf" {
			t.Errorf("%s: %q, %q, files %s", text, readFile(t, a), readFile(t, b), listing(t, dir))
		}
	}
}

// Two builds of the same name do not meet.
func TestTemporaryNames(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a.pdf")
	one, err1 := createBeside(name, 0o666)
	two, err2 := createBeside(name, 0o666)
	if err1 != nil || err2 != nil || one.Name() == two.Name() {
		t.Fatal(one.Name(), two.Name(), err1, err2)
	}
	one.Close()
	two.Close()
}

// tiring is a context that is cancelled when it is asked for the nth time.
type tiring struct {
	context.Context
	left chan struct{}
}

func (c tiring) Err() error {
	select {
	case <-c.left:
		return nil
	default:
		return context.Canceled
	}
}

// Whenever the signal comes, nothing is left behind; in the end the build is through.
func TestCancelledAnywhere(t *testing.T) {
	for n := range 200 {
		left := make(chan struct{}, n)
		for range n {
			left <- struct{}{}
		}
		out := filepath.Join(t.TempDir(), "out")
		got := banxinIn(tiring{context.Background(), left}, nil, "C", "build", seed, "-o", out)
		if got.code == exitFine {
			if n < 5 {
				t.Errorf("the context was asked %d times only", n)
			}
			return
		}
		if _, err := os.Stat(out); got.code != exitCancelled || err == nil || !strings.Contains(got.stderr, "cancelled, nothing was written") {
			t.Fatalf("after %d: %+v, folder: %v", n, got, err)
		}
	}
	t.Error("the build never came to its end")
}

// A terminal that gives nothing does not keep the program from ending.
func TestCancelledWhileReading(t *testing.T) {
	r, w := io.Pipe()
	defer w.Close()
	ctx, cancel := context.WithTimeout(context.Background(), time.Hour)
	time.AfterFunc(10*time.Millisecond, cancel)
	if got := banxinIn(ctx, r, "zh_CN", "build", "-"); got.code != exitCancelled || !strings.Contains(got.stderr, "已中断") {
		t.Errorf("%+v", got)
	}
}
