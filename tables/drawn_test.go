package tables

import (
	"strings"
	"testing"
)

// drawn is a table read from a picture such as Draw makes: "+" where rules meet, "=" for the rule below the head.
type drawn struct {
	rows  [][]Span
	label []string // of each cell, in the order of rows
	cols  int
	head  int
}

// parse reads a picture. Every line of the grid has at least one "+", so the crosses give the rows and columns.
func parse(t testing.TB, picture string) drawn {
	t.Helper()
	p := newPicture(picture)
	if len(p.x) < 2 || len(p.y) < 2 {
		t.Fatalf("not a table:\n%s", picture)
	}
	d := drawn{cols: len(p.x) - 1}
	for r := range len(p.y) - 1 {
		row := []Span{}
		for c := range d.cols {
			if !p.wallAbove(r, c) || !p.wallLeft(r, c) {
				continue
			}
			s := p.span(r, c)
			row = append(row, s)
			d.label = append(d.label, p.text(r, c, s))
		}
		d.rows = append(d.rows, row)
		if p.at(p.x[0]+1, p.y[r]) == '=' {
			d.head = r
		}
	}
	return d
}

// grid parses a picture and resolves it.
func (d drawn) grid(t testing.TB) *Grid {
	t.Helper()
	g, err := Resolve(d.rows, d.cols, d.head)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func (d drawn) text(cell int) string { return d.label[cell] }

type picture struct {
	rows [][]rune
	x, y []int
}

func newPicture(s string) *picture {
	p := &picture{}
	crossed := map[int]bool{}
	for line := range strings.Lines(s) {
		row := []rune{}
		for _, r := range strings.TrimSpace(line) {
			row = append(row, r)
			if runeWidth(r) == 2 {
				row = append(row, 0)
			}
		}
		if len(row) == 0 {
			continue
		}
		if strings.Contains(line, "+") {
			p.y = append(p.y, len(p.rows))
		}
		for x, r := range row {
			crossed[x] = crossed[x] || r == '+'
		}
		p.rows = append(p.rows, row)
	}
	for x := range 1000 {
		if crossed[x] {
			p.x = append(p.x, x)
		}
	}
	return p
}

func (p *picture) at(x, y int) rune {
	if y < len(p.rows) && x < len(p.rows[y]) {
		return p.rows[y][x]
	}
	return ' '
}

func (p *picture) wallAbove(r, c int) bool {
	mark := p.at(p.x[c]+1, p.y[r])
	return mark == '-' || mark == '='
}

func (p *picture) wallLeft(r, c int) bool { return p.at(p.x[c], p.y[r]+1) == '|' }

func (p *picture) span(r, c int) Span {
	s := Span{1, 1}
	for c+s.Cols < len(p.x)-1 && !p.wallLeft(r, c+s.Cols) {
		s.Cols++
	}
	for r+s.Rows < len(p.y)-1 && !p.wallAbove(r+s.Rows, c) {
		s.Rows++
	}
	return s
}

func (p *picture) text(r, c int, s Span) string {
	var lines []string
	for y := p.y[r] + 1; y < p.y[r+s.Rows]; y++ {
		var b strings.Builder
		for x := p.x[c] + 1; x < p.x[c+s.Cols]; x++ {
			if ch := p.at(x, y); ch != 0 {
				b.WriteRune(ch)
			}
		}
		if line := strings.TrimSpace(b.String()); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// unindent takes the tabs away that a picture in the source stands behind.
func unindent(s string) string {
	return strings.TrimPrefix(strings.ReplaceAll(s, "\t", ""), "\n")
}
