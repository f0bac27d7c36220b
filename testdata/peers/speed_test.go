package peers

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/banxin-go/banxin/testdata/peers/hand"
	"github.com/banxin-go/banxin/testdata/peers/seed"
)

// writer makes the seed report once; what may be shared between documents (fonts) is already loaded.
type writer struct {
	name  string
	write func(io.Writer) error
}

func writers(t testing.TB) []writer {
	t.Helper()
	blocks, err := seed.Blocks()
	if err != nil {
		t.Fatal(err)
	}
	ttf := face(t)
	fonts, err := hand.Fonts(ttf)
	if err != nil {
		t.Fatal(err)
	}
	return append([]writer{
		{"gofpdf", func(w io.Writer) error { return hand.Gofpdf(w, ttf, blocks) }},
		{"gopdf", func(w io.Writer) error { return hand.Gopdf(w, fonts, blocks) }},
	}, banxin(t)...)
}

// BenchmarkSeedReport: one warm report to PDF, each writer.
func BenchmarkSeedReport(b *testing.B) {
	for _, w := range writers(b) {
		b.Run(w.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := w.write(io.Discard); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestMeasureSeedReport prints times and ratios from one run, the writers taking turns so that a busy machine slows all alike.
// With -v it shows; it judges nothing but that each writer makes the report. BANXIN_PEER_OUT names a folder for the files.
func TestMeasureSeedReport(t *testing.T) {
	all := writers(t)
	best := make([]time.Duration, len(all))
	size := make([]int, len(all))
	for range 5 {
		for i, w := range all {
			var out bytes.Buffer
			began := time.Now()
			if err := w.write(&out); err != nil {
				t.Fatalf("%s: %v", w.name, err)
			}
			if took := time.Since(began); best[i] == 0 || took < best[i] {
				best[i] = took
			}
			size[i] = out.Len()
			keep(t, w.name, out.Bytes())
		}
	}
	for i, w := range all {
		t.Logf("%-18s %7.2f ms  %7d bytes  %5.1f × the quickest", w.name, best[i].Seconds()*1000, size[i], ratio(best, i))
	}
}

func ratio(times []time.Duration, i int) float64 {
	quickest := times[0]
	for _, d := range times {
		quickest = min(quickest, d)
	}
	return float64(times[i]) / float64(quickest)
}

func keep(t *testing.T, name string, pdf []byte) {
	t.Helper()
	dir := os.Getenv("BANXIN_PEER_OUT")
	if dir == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(dir, name+".pdf"), pdf, 0o644); err != nil {
		t.Fatal(err)
	}
}
