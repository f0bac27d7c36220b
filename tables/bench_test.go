package tables

import (
	"fmt"
	"testing"

	"github.com/banxin-go/banxin/layout/unit"
)

// grouped is the source of a table of 9 columns with two head rows and labels merged over groups of ten rows.
//
//	+---+-----------+
//	| 0 | 1         |   the second head row has cells 2 to 9
//	|   +---+---+---+
//	|   | 2 | … | 9 |
//	+===+===+===+===+
//	|   |   | … |   |   ten rows to a label
//	+---+---+---+---+
func grouped(rows int) [][]Span {
	const cols = 9
	list := make([][]Span, 0, rows)
	list = append(list, []Span{{Rows: 2}, {Cols: cols - 1}}, make([]Span, cols-1))
	for r := 2; r < rows; r++ {
		if (r-2)%10 > 0 {
			list = append(list, make([]Span, cols-1))
			continue
		}
		row := make([]Span, cols)
		row[0].Rows = min(10, rows-r)
		list = append(list, row)
	}
	return list
}

var sizes = []int{200, 2000, 20000, 100000}

func eachSize(b *testing.B, run func(b *testing.B, rows [][]Span, g *Grid)) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			rows := grouped(n)
			g, err := Resolve(rows, 9, 2)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			b.ResetTimer()
			run(b, rows, g)
		})
	}
}

func BenchmarkResolve(b *testing.B) {
	eachSize(b, func(b *testing.B, rows [][]Span, _ *Grid) {
		for b.Loop() {
			if _, err := Resolve(rows, 9, 2); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkWidths(b *testing.B) {
	eachSize(b, func(b *testing.B, _ [][]Span, g *Grid) {
		want := make([]Want, len(g.Cells))
		for i := range want {
			want[i] = Want{unit.Length(i%7) * unit.MM, unit.Length(i%40) * unit.MM}
		}
		for b.Loop() {
			if _, err := Widths(g, want, nil, 156*unit.MM); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkHeights(b *testing.B) {
	eachSize(b, func(b *testing.B, _ [][]Span, g *Grid) {
		need := func(cell int) unit.Length { return unit.Length(g.Cells[cell].Rows*7) * unit.MM }
		for b.Loop() {
			Heights(g, need, nil)
		}
	})
}

// All pages of the table, 31 rows each, with their rules.
func BenchmarkPages(b *testing.B) {
	eachSize(b, func(b *testing.B, _ [][]Span, g *Grid) {
		for b.Loop() {
			for from := 0; from < g.Rows; from += 31 {
				s := g.Page(from, from+31)
				s.Edges(Rules{})
			}
		}
	})
}

func BenchmarkHeaders(b *testing.B) {
	eachSize(b, func(b *testing.B, _ [][]Span, g *Grid) {
		kind := func(cell int) HeadKind {
			switch c := &g.Cells[cell]; {
			case c.Row < g.Head:
				return ColumnHead
			case c.Col == 0:
				return RowHead
			}
			return NoHead
		}
		for b.Loop() {
			Headers(g, kind)
		}
	})
}

func BenchmarkRowCells(b *testing.B) {
	eachSize(b, func(b *testing.B, _ [][]Span, g *Grid) {
		for b.Loop() {
			for row := range g.Rows {
				for range g.RowCells(row) {
				}
			}
		}
	})
}
