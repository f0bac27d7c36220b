package compiler

import (
	"bytes"
	"context"
	"runtime"
	"sync"
	"testing"
)

// The same report gives the same bytes: in eight goroutines at once, from one Output written twice, on any number of CPUs.
func TestSameBytes(t *testing.T) {
	set := bundledSet(t)
	r := readReport(t, "long-names")
	shared := compile(t, r, set)
	first := bothFiles(t, shared)
	for _, cpus := range []int{1, 2, 8} {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cpus))
		var wg sync.WaitGroup
		for i := range 8 {
			wg.Go(func() {
				out := shared
				if i%2 == 0 {
					var err error
					if out, err = Compile(context.Background(), r, &Options{Fonts: set}); err != nil {
						t.Error(err)
						return
					}
				}
				if again := bothFiles(t, out); !bytes.Equal(again[0], first[0]) || !bytes.Equal(again[1], first[1]) {
					t.Errorf("other bytes in goroutine %d of 8 on %d CPUs", i, cpus)
				}
			})
		}
		wg.Wait()
	}
}

func bothFiles(t *testing.T, out *Output) [2][]byte {
	var pdfFile, docxFile bytes.Buffer
	if err := out.WritePDF(&pdfFile, nil); err != nil {
		t.Error(err)
	}
	if err := out.WriteDOCX(&docxFile, nil); err != nil {
		t.Error(err)
	}
	return [2][]byte{pdfFile.Bytes(), docxFile.Bytes()}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Compile(ctx, readReport(t, "long-names"), &Options{Fonts: bundledSet(t)}); err != context.Canceled {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
}
