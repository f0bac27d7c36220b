package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// process is this test program in the part of banxin.
func process(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), "BANXIN_MAIN=1", "LC_ALL=C")
	return cmd
}

func TestProcessExitCode(t *testing.T) {
	cmd := process(t, "buidl")
	if err := cmd.Run(); cmd.ProcessState.ExitCode() != exitUsage {
		t.Errorf("exit code %d, %v", cmd.ProcessState.ExitCode(), err)
	}
}

func TestInterrupt(t *testing.T) {
	if runtime.GOOS == "windows" {
		const unchecked = "not checked: what an interrupt leaves behind; a process cannot be sent one on Windows"
		if os.Getenv("CI") != "" {
			t.Fatal(unchecked)
		}
		t.Skip(unchecked)
	}
	dir := t.TempDir()
	cmd := process(t, "build", "-", "-o", filepath.Join(dir, "out"))
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer stdin.Close()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(10*time.Second, func() { cmd.Process.Kill() })
	defer timer.Stop()
	// The pipe holds 64 KiB: when all this is written, banxin is reading, and has set up its signals before.
	if _, err := stdin.Write(make([]byte, 1<<17)); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != exitCancelled {
		t.Errorf("exit code %d, want %d", code, exitCancelled)
	}
	if names := listing(t, dir); names != "" {
		t.Errorf("left behind: %s", names)
	}
}

// BenchmarkColdStart is a whole process: start, load the fonts, read the seed report, write both files.
func BenchmarkColdStart(b *testing.B) {
	program := filepath.Join(b.TempDir(), "banxin")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		b.Fatalf("go build: %v\n%s", err, out)
	}
	dir := b.TempDir()
	for b.Loop() {
		if out, err := exec.Command(program, "build", seed, "-o", dir).CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
	}
}
