package compiler

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"testing"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/fonts/bundled"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/report"
)

func bundledSet(t testing.TB) *fonts.Set {
	t.Helper()
	set, err := bundled.Set()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// readReport reads one of the inputs.
func readReport(t testing.TB, name string) *report.Annual {
	t.Helper()
	path := filepath.Join("..", "testdata", "reports", name+".json")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r, problems := report.Decode(data, name+".json")
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return r
}

func compile(t testing.TB, r report.Report, set *fonts.Set) *Output {
	t.Helper()
	out, err := Compile(context.Background(), r, &Options{Fonts: set})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// The seed report, fonts loaded: compile, and write one file.
func BenchmarkReport(b *testing.B) {
	set := bundledSet(b)
	r := readReport(b, "erqi-2022")
	for _, f := range []struct {
		name  string
		write func(*Output) error
	}{
		{"PDF", func(o *Output) error { return o.WritePDF(io.Discard, nil) }},
		{"DOCX", func(o *Output) error { return o.WriteDOCX(io.Discard, nil) }},
		{"layout", func(o *Output) error { return nil }},
	} {
		b.Run(f.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := f.write(compile(b, r, set)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("DOCX alone", func(b *testing.B) {
		out := compile(b, r, set)
		b.ReportAllocs()
		for b.Loop() {
			if err := out.WriteDOCX(io.Discard, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// A thousand different reports, both files each, on all cores.
func BenchmarkThousandReports(b *testing.B) {
	set := bundledSet(b)
	r := readReport(b, "erqi-2022")
	for b.Loop() {
		var wg sync.WaitGroup
		next := make(chan int)
		for range runtime.GOMAXPROCS(0) {
			wg.Go(func() {
				for i := range next {
					out := compile(b, another(r, i), set)
					if err := out.WritePDF(io.Discard, nil); err != nil {
						b.Error(err)
					}
					if err := out.WriteDOCX(io.Discard, nil); err != nil {
						b.Error(err)
					}
				}
			})
		}
		for i := range 1000 {
			next <- i
		}
		close(next)
		wg.Wait()
	}
}

// another is a report like r and unlike all others: its name, its text, its paragraphs' order and its numbers, which balance.
func another(r *report.Annual, i int) *report.Annual {
	a := *r
	a.Agency, a.Year = fmt.Sprintf("郑州市二七区第%d街道办事处", i), 2021+i%20
	n := report.N(int64(i * 13 % 9000))
	rows := &a.Applications
	for _, row := range []*report.Applicants{&rows.New, &rows.Results.Public, &rows.Results.Total} {
		row.Person, row.Total = n, n
	}
	a.Disclosure.Permits, a.Disclosure.Fees = report.N(int64(i*7919%100_000)), report.Yuan(int64(i*104_729))
	a.Overview.Sections = slices.Clone(r.Overview.Sections)
	for k := range a.Overview.Sections {
		s := &a.Overview.Sections[k]
		*s = r.Overview.Sections[(k+i)%len(r.Overview.Sections)]
		s.Paragraphs = append([]string{fmt.Sprintf("全年办理%d件，办理时限压缩至%d个工作日。", i*37, i%20)}, s.Paragraphs...)
	}
	return &a
}

// bigTable is a report of one table of rows × 9, merged by tens in the first column, below two head rows.
type bigTable struct{ rows int }

func (bigTable) Check() report.Problems { return nil }

func (b bigTable) Document() *doc.Document {
	cell := func(text string) doc.Cell { return doc.Cell{Text: []doc.Span{{Text: text}}} }
	t := &doc.Table{Src: "table", Columns: make([]doc.Column, 9), HeadRows: 2, StubCols: 1, Summary: "各县（市、区）分季度政府信息公开情况"}
	head := []doc.Cell{cell("县（市、区）"), cell("主动公开"), cell("依申请公开")}
	head[0].RowSpan, head[1].ColSpan, head[2].ColSpan = 2, 4, 4
	quarters := make([]doc.Cell, 8)
	for i := range quarters {
		quarters[i] = cell([]string{"一季度", "二季度", "三季度", "四季度"}[i%4])
	}
	t.Rows = []doc.Row{{Cells: head}, {Cells: quarters}}
	for i := range b.rows {
		var cells []doc.Cell
		if i%10 == 0 {
			label := cell("第" + strconv.Itoa(i/10+1) + "县")
			label.RowSpan = min(10, b.rows-i)
			cells = append(cells, label)
		}
		for c := range 8 {
			cells = append(cells, doc.Cell{Text: []doc.Span{{Text: strconv.Itoa((i*7919 + c*104729) % 100000)}}, Style: "TableNumber"})
		}
		t.Rows = append(t.Rows, doc.Row{Cells: cells})
	}
	return &doc.Document{Meta: doc.Meta{Title: "各县（市、区）政府信息公开统计表"}, Sections: []doc.Section{{Blocks: []doc.Block{t}}}}
}

func BenchmarkTable(b *testing.B) {
	set := bundledSet(b)
	for _, rows := range []int{200, 2000, 20000} {
		for _, f := range []struct {
			name  string
			write func(*Output) error
		}{
			{"PDF", func(o *Output) error { return o.WritePDF(io.Discard, nil) }},
			{"DOCX", func(o *Output) error { return o.WriteDOCX(io.Discard, nil) }},
		} {
			b.Run(fmt.Sprintf("%d/%s", rows, f.name), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if err := f.write(compile(b, bigTable{rows}, set)); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
