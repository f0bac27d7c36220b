package subset

import "testing"

// Faces of 15 MB are not in the repository; the square font has the counts of a report, not the weight.
func benchmarkSubset(b *testing.B, name string) {
	f, _ := openFont(b, name)
	gids := make([]uint16, 500)
	for i := range gids {
		gids[i] = uint16(i * f.Glyphs() / len(gids))
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := f.Subset(gids); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSubsetTrueType(b *testing.B) { benchmarkSubset(b, "square.ttf") }
func BenchmarkSubsetCFF(b *testing.B)      { benchmarkSubset(b, "square.otf") }

func BenchmarkOpen(b *testing.B) {
	data := readFont(b, "cid.otf")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Open(data, 0); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBoundsOfCFF(b *testing.B) {
	f, _ := openFont(b, "name.otf")
	b.ReportAllocs()
	for b.Loop() {
		f.GlyphBounds(gBase)
	}
}
