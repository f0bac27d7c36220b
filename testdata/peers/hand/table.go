package hand

import "github.com/banxin-go/banxin/testdata/peers/seed"

// grid is a table with its measures: x of each column edge, height of each row, lines of each cell.
type grid struct {
	*seed.Table
	x       []float64
	heights []float64
	lines   [][]string
}

const line = small * 1.3

func (p *page) table(t *seed.Table) {
	g := p.grid(t)
	p.y += pad
	for from := 0; from < t.Rows; {
		to, y := from, p.y
		head := 0
		if from > 0 && p.y == top {
			head = t.Head
		}
		for r := range head {
			y += g.heights[r]
		}
		for to < t.Rows && y+g.heights[to] <= bottom {
			y += g.heights[to]
			to++
		}
		if to == from && p.y == top {
			to++ // taller than a page: let it hang out
		}
		p.rows(g, 0, head)
		p.rows(g, from, to)
		if from = to; from < t.Rows {
			p.turn()
		}
	}
}

func (p *page) grid(t *seed.Table) *grid {
	g := &grid{Table: t, x: columns(t), heights: make([]float64, t.Rows), lines: make([][]string, len(t.Cells))}
	for i, c := range t.Cells {
		g.lines[i] = p.lines(c.Text, (g.x[c.Col+c.Cols]-g.x[c.Col]-2*pad)/small)
		if c.Rows == 1 {
			g.heights[c.Row] = max(g.heights[c.Row], need(g.lines[i]))
		}
	}
	for i, c := range t.Cells {
		have := 0.0
		for r := c.Row; r < c.Row+c.Rows; r++ {
			have += g.heights[r]
		}
		g.heights[c.Row+c.Rows-1] += max(0, need(g.lines[i])-have)
	}
	return g
}

func need(lines []string) float64 { return float64(len(lines))*line + 2*pad }

// columns gives the ten columns of the applications table the shares of its official form (754, 921, 3271, 7 × 685 twips),
// any other table equal ones.
func columns(t *seed.Table) []float64 {
	share := make([]float64, t.Cols)
	sum := 0.0
	for i := range share {
		share[i] = 685
		if t.Cols == 10 && i < 3 {
			share[i] = [...]float64{754, 921, 3271}[i]
		}
		sum += share[i]
	}
	x := []float64{left}
	for _, s := range share {
		x = append(x, x[len(x)-1]+s/sum*width)
	}
	return x
}

// rows draws the part of each cell that lies in rows [from, to); the text goes into the first part.
func (p *page) rows(g *grid, from, to int) {
	y := make([]float64, g.Rows+1)
	y[from] = p.y
	for r := from; r < to; r++ {
		y[r+1] = y[r] + g.heights[r]
	}
	for i, c := range g.Cells {
		first, last := max(c.Row, from), min(c.Row+c.Rows, to)
		if first >= last {
			continue
		}
		x1, x2, y1, y2 := g.x[c.Col], g.x[c.Col+c.Cols], y[first], y[last]
		p.Line(x1, y1, x2, y1)
		p.Line(x1, y2, x2, y2)
		p.Line(x1, y1, x1, y2)
		p.Line(x2, y1, x2, y2)
		if first == c.Row {
			p.cell(g.lines[i], x1, x2, y1, y2)
		}
	}
	p.y = y[to]
}

func (p *page) cell(lines []string, x1, x2, y1, y2 float64) {
	y := (y1+y2-float64(len(lines))*line)/2 + small
	for _, s := range lines {
		p.Text((x1+x2-p.measure(s)*small)/2, y, small, s)
		y += line
	}
}
