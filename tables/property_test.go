package tables

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/banxin-go/banxin/layout/unit"
)

// tiling makes a random grid: it goes through the free slots and gives each a cell that fits. Head rows are not crossed.
func tiling(r *rand.Rand) *Grid {
	rows, cols := 1+r.IntN(9), 1+r.IntN(9)
	head := r.IntN(rows + 1)
	taken := make([]bool, rows*cols)
	list := make([][]Span, rows)
	for at := range taken {
		if taken[at] {
			continue
		}
		row, col := at/cols, at%cols
		s := Span{1 + r.IntN(3), 1 + r.IntN(3)}
		end := rows
		if row < head {
			end = head
		}
		s.Rows = min(s.Rows, end-row)
		for i := range s.Cols {
			if col+i == cols || taken[at+i] {
				s.Cols = i
				break
			}
		}
		for i := range s.Rows * s.Cols {
			taken[at+i/s.Cols*cols+i%s.Cols] = true
		}
		list[row] = append(list[row], s)
	}
	g, err := Resolve(list, cols, head)
	if err != nil {
		panic(err)
	}
	return g
}

// source is the inverse of Resolve.
func source(g *Grid) [][]Span {
	rows := make([][]Span, g.Rows)
	for _, c := range g.Cells {
		rows[c.Row] = append(rows[c.Row], Span{c.Rows, c.Cols})
	}
	return rows
}

func eachTiling(t *testing.T, n int, check func(r *rand.Rand, g *Grid)) {
	for seed := range uint64(n) {
		r := rand.New(rand.NewPCG(seed, 4))
		g := tiling(r)
		check(r, g)
		if t.Failed() {
			t.Fatalf("seed %d\n%s", seed, Draw(g, nil))
		}
	}
}

func TestResolveRoundTrip(t *testing.T) {
	eachTiling(t, 2000, func(_ *rand.Rand, g *Grid) {
		again, err := Resolve(source(g), g.Cols, g.Head)
		if err != nil || !slices.Equal(again.Cells, g.Cells) || !slices.Equal(again.slot, g.slot) {
			t.Error("source of the grid gives another", err)
		}
		// A line that no rule ends on, as between two columns always merged, cannot be seen in a picture.
		d := parse(t, Draw(g, nil))
		drawn := d.grid(t)
		if len(drawn.Cells) != len(g.Cells) || d.cols == g.Cols && drawn.Rows == g.Rows && !slices.Equal(drawn.Cells, g.Cells) {
			t.Error("the picture has other cells")
		}
	})
}

// Every slot of every page is covered once, by the cell it belongs to, and First and Last stand where the cell begins and ends.
func TestSlicesCoverEverySlotOnce(t *testing.T) {
	eachTiling(t, 400, func(_ *rand.Rand, g *Grid) {
		for from := range g.Rows {
			for to := from + 1; to <= g.Rows; to++ {
				checkSlice(t, g, g.Slice(from, to))
				checkSlice(t, g, g.Page(from, to))
			}
		}
	})
}

func checkSlice(t *testing.T, g *Grid, s Slice) {
	covered := make([]int, s.Rows*s.Cols)
	for _, p := range s.Parts {
		c := g.Cells[p.Cell]
		for i := range p.Rows * p.Cols {
			row, col := p.Row+i/p.Cols, p.Col+i%p.Cols
			covered[row*s.Cols+col]++
			if cell, _ := g.At(s.GridRow(row), col); cell != p.Cell {
				t.Errorf("rows %d to %d: %+v covers a slot of cell %d", s.From, s.To, p, cell)
			}
		}
		if p.First != (s.GridRow(p.Row) == c.Row) || p.Last != (s.GridRow(p.Row+p.Rows-1) == c.Row+c.Rows-1) || p.Repeat != (p.Row < s.Repeat) {
			t.Errorf("rows %d to %d: %+v of %+v", s.From, s.To, p, c)
		}
	}
	if slices.ContainsFunc(covered, func(n int) bool { return n != 1 }) {
		t.Errorf("rows %d to %d cover %v", s.From, s.To, covered)
	}
	if !slices.IsSortedFunc(s.Parts, func(a, b Part) int { return (a.Row-b.Row)*1000 + a.Col - b.Col }) {
		t.Errorf("rows %d to %d are not in reading order", s.From, s.To)
	}
}

// With all rules drawn, the edges cover every boundary between two parts once and nothing inside a part; two edges that
// could be one are never left apart.
func TestEdgesCoverEveryBoundaryOnce(t *testing.T) {
	eachTiling(t, 400, func(_ *rand.Rand, g *Grid) {
		for from := range g.Rows {
			for to := from + 1; to <= g.Rows; to++ {
				s := g.Page(from, to)
				checkEdges(t, &s)
			}
		}
	})
}

func checkEdges(t *testing.T, s *Slice) {
	across, down := make([]int, (s.Rows+1)*s.Cols), make([]int, s.Rows*(s.Cols+1))
	edges := s.Edges(Rules{})
	for i, e := range edges {
		for k := range e.Len {
			if e.Vertical {
				down[(e.Row+k)*(s.Cols+1)+e.Col]++
			} else {
				across[e.Row*s.Cols+e.Col+k]++
			}
		}
		if i > 0 && edges[i-1].meets(e) {
			t.Errorf("edges %+v and %+v are one", edges[i-1], e)
		}
		if frame := e.Vertical && (e.Col == 0 || e.Col == s.Cols) || !e.Vertical && (e.Row == 0 || e.Row == s.Rows); frame != (e.Kind == EdgeOuter) {
			t.Errorf("%+v", e)
		}
	}
	owner := func(row, col int) int {
		return slices.IndexFunc(s.Parts, func(p Part) bool {
			return row >= p.Row && row < p.Row+p.Rows && col >= p.Col && col < p.Col+p.Cols
		})
	}
	for i, n := range across {
		if row, col := i/s.Cols, i%s.Cols; n != count(owner(row-1, col) != owner(row, col)) {
			t.Errorf("rows %d to %d: %d edges above row %d, column %d", s.From, s.To, n, row, col)
		}
	}
	for i, n := range down {
		if row, col := i/(s.Cols+1), i%(s.Cols+1); n != count(owner(row, col-1) != owner(row, col)) {
			t.Errorf("rows %d to %d: %d edges left of row %d, column %d", s.From, s.To, n, row, col)
		}
	}
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

// Whatever the wants and the columns, the widths add up to the total in whole twips and every cell has its minimum.
func TestWidthsAddUp(t *testing.T) {
	fitted := 0
	eachTiling(t, 3000, func(r *rand.Rand, g *Grid) {
		want, columns := make([]Want, len(g.Cells)), make([]Column, g.Cols)
		for i, c := range g.Cells {
			want[i] = Want{unit.Length(r.IntN(c.Cols * 40000)), unit.Length(r.IntN(200000))}
		}
		open := false
		for i := range columns {
			columns[i] = []Column{{}, {Share: 1 + r.IntN(4)}, {Share: 1}, {Fixed: 1 + unit.Length(r.IntN(90000))}}[r.IntN(4)]
			open = open || columns[i].Fixed == 0
		}
		total := unit.Length(r.IntN(g.Cols * 80000))
		width, err := Widths(g, want, columns, total)
		if err != nil {
			return
		}
		fitted++
		sum := unit.Length(0)
		for i, w := range width {
			sum += w
			if w%unit.Twip != 0 || columns[i].Fixed > 0 && w != unit.Length(columns[i].Fixed.Twips())*unit.Twip {
				t.Errorf("column %d is %d, of %+v", i, w, columns[i])
			}
		}
		if open && sum != total/unit.Twip*unit.Twip || sum > total {
			t.Errorf("%v add up to %d, not to %d", width, sum, total)
		}
		for i, c := range g.Cells {
			if got := add(width[c.Col : c.Col+c.Cols]); got < want[i].Min {
				t.Errorf("cell %d wants %d and has %d", i, want[i].Min, got)
			}
		}
	})
	if fitted < 500 {
		t.Errorf("only %d of the tables fitted", fitted)
	}
}

func add(list []unit.Length) unit.Length {
	n := unit.Length(0)
	for _, l := range list {
		n += l
	}
	return n
}

// Every cell has the height it needs and no row is lower than asked.
func TestHeightsSatisfyEveryCell(t *testing.T) {
	eachTiling(t, 1000, func(r *rand.Rand, g *Grid) {
		need, least := make([]unit.Length, len(g.Cells)), make([]unit.Length, g.Rows)
		for i, c := range g.Cells {
			need[i] = unit.Length(r.IntN(1000 * c.Rows))
		}
		for i := range least {
			least[i] = unit.Length(r.IntN(500))
		}
		height := Heights(g, func(cell int) unit.Length { return need[cell] }, least)
		for row, h := range height {
			if h < least[row] {
				t.Errorf("row %d is %d, at least %d was asked", row, h, least[row])
			}
		}
		for i, c := range g.Cells {
			if got := add(height[c.Row : c.Row+c.Rows]); got < need[i] {
				t.Errorf("cell %d needs %d and has %d", i, need[i], got)
			}
		}
	})
}

// The exact sharing behind widths and heights: the sum is the total, nothing shrinks, and the raised entries are level.
func TestLevel(t *testing.T) {
	for seed := range uint64(5000) {
		r := rand.New(rand.NewPCG(seed, 5))
		n := 1 + r.IntN(12)
		size, weight := make([]int64, n), make([]int64, n)
		for i := range size {
			size[i], weight[i] = r.Int64N(1<<r.IntN(20)), 1+r.Int64N(1<<r.IntN(20))
		}
		old := slices.Clone(size)
		before := sum(size)
		total := r.Int64N(1 << r.IntN(40))
		level(size, weight, total)
		if got := sum(size); got != max(total, before) {
			t.Fatalf("seed %d: sum %d, want %d", seed, got, max(total, before))
		}
		for i := range size {
			if size[i] < old[i] {
				t.Fatalf("seed %d: entry %d fell from %d to %d", seed, i, old[i], size[i])
			}
			for k := range size {
				// size[k]/weight[k] may not exceed size[i]/weight[i] by more than the rounding, if k was raised
				if size[k] > old[k]+1 && (size[k]-1)*weight[i] > (size[i]+1)*weight[k] {
					t.Fatalf("seed %d: %v of weights %v is not level", seed, size, weight)
				}
			}
		}
	}
}
