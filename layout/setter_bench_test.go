package layout

import (
	"os"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/layout/doc"
)

// seedParagraphs is the running text of a real report, as GB/T 9704 sets it.
func seedParagraphs(tb testing.TB) []string {
	tb.Helper()
	data, err := os.ReadFile("../testdata/peers/linesetting/paragraphs.txt")
	if err != nil {
		tb.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(data)), "\n")
}

func BenchmarkParagraphs(b *testing.B) {
	t := newBench(b)
	t.style.Indent, t.style.OnGrid = 200, true
	texts := seedParagraphs(b)
	n := 0
	spans := make([][]doc.Span, len(texts))
	for i := range texts {
		n += len([]rune(texts[i]))
		spans[i] = []doc.Span{{Text: texts[i]}}
	}
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		for i := range texts {
			if _, err := t.set(textJob{Spans: spans[i], Style: &t.style, Measure: 28 * testEm}); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/char")
}

func benchmarkCell(b *testing.B, text string, measured bool) {
	t := newBench(b)
	t.style.Align = doc.AlignCenter
	job := textJob{Spans: []doc.Span{{Text: text}}, Style: &t.style, Measure: 10 * testEm}
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		var err error
		if measured {
			_, _, err = t.extent(job)
		} else {
			_, err = t.set(job)
		}
		if err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFigureExtent(b *testing.B) { benchmarkCell(b, "1286", true) }
func BenchmarkFigureSet(b *testing.B)    { benchmarkCell(b, "1286", false) }
func BenchmarkLabelExtent(b *testing.B)  { benchmarkCell(b, "行政许可", true) }
func BenchmarkLabelSet(b *testing.B)     { benchmarkCell(b, "行政许可", false) }

func BenchmarkLongParagraph(b *testing.B) {
	t := newBench(b)
	text := strings.Repeat(strings.Join(seedParagraphs(b), ""), 400)
	b.SetBytes(int64(len(text)))
	for range b.N {
		if _, err := t.set(textJob{Spans: []doc.Span{{Text: text}}, Style: &t.style, Measure: 28 * testEm}); err != nil {
			b.Fatal(err)
		}
	}
}
