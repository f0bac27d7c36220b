package compiler

import (
	"runtime"
	"testing"
)

// A heapWatch is a writer that looks how much is live, now and then.
type heapWatch struct {
	most uint64
	wait int // bytes until the next look
}

func (h *heapWatch) Write(b []byte) (int, error) {
	if h.wait -= len(b); h.wait < 0 {
		h.wait = 128 << 10
		h.most = max(h.most, liveHeap())
	}
	return len(b), nil
}

func liveHeap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// writingTakes says how much more than the layout is live at most while a table is written, and how much is allocated for it.
func writingTakes(t *testing.T, rows int) (live, allocated int64) {
	t.Helper()
	out := compile(t, bigTable{rows}, bundledSet(t))
	held := liveHeap()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	watch := heapWatch{most: held}
	if err := out.WritePDF(&watch, nil); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	runtime.KeepAlive(out)
	return int64(watch.most - held), int64(after.TotalAlloc - before.TotalAlloc)
}

// While pages are written, memory grows by no more than some whole numbers for each cell and page: a row here has ten structure
// elements, of four bytes and some bits. What does not depend on the rows is left out of account: a table of 8,000 is compared with
// one of 2,000.
func TestWritingKeepsLittle(t *testing.T) {
	const fewer, more = 2000, 8000
	live1, allocated1 := writingTakes(t, fewer)
	live2, allocated2 := writingTakes(t, more)
	if row := (live2 - live1) / (more - fewer); row > 150 {
		t.Errorf("%d bytes a row are live, want at most 150", row)
	}
	if row := (allocated2 - allocated1) / (more - fewer); row > 9000 {
		t.Errorf("%d bytes a row are allocated, want at most 9000", row)
	}
	t.Logf("%d and %d bytes live, %d and %d allocated", live1, live2, allocated1, allocated2)
}
