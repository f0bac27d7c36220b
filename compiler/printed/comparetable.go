package printed

import (
	"cmp"
	"slices"
	"strings"
)

// table compares two tables: rows are paired first, so that one row put in does not make all below it differ.
func (c *comparison) table(w *Block, got *Table) {
	want := w.Table
	if sameTable(want, got) {
		return
	}
	if want.Cols != got.Cols {
		c.add(Difference{Kind: Columns, Src: w.Src, WantCount: want.Cols, GotCount: got.Cols})
	}
	t := tableComparison{comparison: c, src: w.Src, want: want, got: got, wantRows: want.rows(), gotRows: got.rows()}
	al := aligner{same: t.same, like: t.like, may: func(a, b int) bool { return true }}
	pairs := al.align(want.Rows, got.Rows)
	t.even = !slices.ContainsFunc(pairs, func(p pair) bool { return p.a < 0 || p.b < 0 })
	last := w.Src
	for _, p := range pairs {
		switch {
		case p.b < 0:
			c.add(Difference{Kind: RowMissing, Src: t.rowSrc(p.a), Want: rowText(t.wantRows[p.a]), Row: p.a, InTable: true})
		case p.a < 0:
			c.add(Difference{Kind: RowAdded, Src: last, Got: rowText(t.gotRows[p.b]), Row: p.b, InTable: true})
		default:
			t.row(p)
		}
		if p.a >= 0 {
			last = t.rowSrc(p.a)
		}
	}
}

type tableComparison struct {
	*comparison
	src               string
	want, got         *Table
	wantRows, gotRows [][]Cell // the cells that start in each row
	even              bool     // no row is missing or added: heights of cells can be compared
}

// rows gives for each row the cells that start in it.
func (t *Table) rows() [][]Cell {
	rows := make([][]Cell, t.Rows)
	for i := 0; i < len(t.Cells); {
		end := i
		for end < len(t.Cells) && t.Cells[end].Row == t.Cells[i].Row {
			end++
		}
		rows[t.Cells[i].Row] = t.Cells[i:end]
		i = end
	}
	return rows
}

func (t *tableComparison) same(a, b int) bool {
	return slices.EqualFunc(t.wantRows[a], t.gotRows[b], func(w, g Cell) bool {
		return w.Col == g.Col && w.Cols == g.Cols && Normal(w.Text) == Normal(g.Text)
	})
}

// like: a row is still the same when its first text is, or at least half of its cells are.
func (t *tableComparison) like(a, b int) bool {
	w, g := t.wantRows[a], t.gotRows[b]
	if len(w) == 0 || len(g) == 0 {
		return len(w) == len(g)
	}
	if first := Normal(w[0].Text); first != "" && first == Normal(g[0].Text) {
		return true
	}
	equal := 0
	for i := range min(len(w), len(g)) {
		if Normal(w[i].Text) == Normal(g[i].Text) {
			equal++
		}
	}
	return 2*equal >= max(len(w), len(g))
}

// row compares the cells that start in a pair of rows, by their columns.
func (t *tableComparison) row(p pair) {
	got := t.gotRows[p.b]
	for i := range t.wantRows[p.a] {
		w := &t.wantRows[p.a][i]
		at, found := slices.BinarySearchFunc(got, w.Col, func(g Cell, col int) int { return cmp.Compare(g.Col, col) })
		if !found {
			t.cell(Merged, w, "")
			continue
		}
		t.cells(w, &got[at])
		got = slices.Delete(slices.Clone(got), at, at+1)
	}
	for i := range got {
		g := &got[i]
		t.add(Difference{Kind: Merged, Src: t.rowSrc(p.a), Got: g.Text, Row: p.a, Col: g.Col, InTable: true})
	}
}

func (t *tableComparison) cells(w, g *Cell) {
	if Normal(w.Text) != Normal(g.Text) {
		t.cell(Changed, w, g.Text)
	}
	if w.Cols != g.Cols || t.even && w.Rows != g.Rows {
		t.cell(Merged, w, g.Text)
	}
}

func (t *tableComparison) cell(kind Kind, w *Cell, got string) {
	t.add(Difference{Kind: kind, Src: cmp.Or(w.Src, t.src), Want: w.Text, Got: got, Row: w.Row, Col: w.Col, InTable: true})
}

// rowSrc is the place of a row: that of its first cell.
func (t *tableComparison) rowSrc(row int) string {
	for i := range t.wantRows[row] {
		if src := t.wantRows[row][i].Src; src != "" {
			return src
		}
	}
	return t.src
}

// rowText is a row on one line.
func rowText(cells []Cell) string {
	parts := make([]string, len(cells))
	for i := range cells {
		parts[i] = Normal(cells[i].Text)
	}
	return strings.Join(parts, " | ")
}
