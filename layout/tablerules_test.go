package layout

import (
	"testing"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A canvas of half points.
type canvas struct {
	w, h int
	ink  []uint8
}

func newCanvas(w, h int) *canvas { return &canvas{w, h, make([]uint8, w*h)} }

// fill inks a box given in half points, adding to what is there.
func (c *canvas) fill(x0, y0, x1, y1 int) {
	for y := max(y0, 0); y < min(y1, c.h); y++ {
		for x := max(x0, 0); x < min(x1, c.w); x++ {
			c.ink[y*c.w+x] = 1
		}
	}
}

func (c *canvas) rule(r *display.Rule) {
	half := int(r.Width / unit.Pt) // half the width, in half points
	at := func(l unit.Length) int { return int(l * 2 / unit.Pt) }
	if r.From.Y == r.To.Y {
		c.fill(at(r.From.X), at(r.From.Y)-half, at(r.To.X), at(r.To.Y)+half)
	} else {
		c.fill(at(r.From.X)-half, at(r.From.Y), at(r.To.X)+half, at(r.To.Y))
	}
}

func (c *canvas) String() string {
	s := make([]byte, 0, (c.w+1)*c.h)
	for y := range c.h {
		for x := range c.w {
			s = append(s, " #"[c.ink[y*c.w+x]])
		}
		s = append(s, '\n')
	}
	return string(s)
}

// expected draws what a page should show of a table: around every slot each side where another cell, or nothing, lies
// beyond, as wide as its kind asks; and where rules cross or meet, the box that both reach.
func expected(t *testing.T, m *tableModel, from, to int, repeat bool, c *canvas) {
	t.Helper()
	rules := rulesOf(m)
	var rows []int // of the grid, as the page has them
	if repeat {
		for r := range m.grid.Head {
			rows = append(rows, r)
		}
	}
	for r := from; r < to; r++ {
		rows = append(rows, r)
	}
	owner := func(r, col int) int {
		if r < 0 || r >= len(rows) || col < 0 || col >= m.grid.Cols {
			return -1
		}
		cell, _ := m.grid.At(rows[r], col)
		if repeat && r < m.grid.Head {
			return -2 - cell
		}
		return cell
	}
	across := func(r, col int) unit.Length {
		switch {
		case col < 0 || col >= m.grid.Cols || owner(r-1, col) == owner(r, col):
			return 0
		case r == 0 || r == len(rows):
			return rules.Outer
		case rows[r] == m.grid.Head, repeat && r == m.grid.Head:
			return rules.Head
		}
		return rules.Inner
	}
	down := func(r, col int) unit.Length {
		switch {
		case r < 0 || r >= len(rows) || owner(r, col-1) == owner(r, col):
			return 0
		case col == 0 || col == m.grid.Cols:
			if rules.Open {
				return 0
			}
			return rules.Outer
		}
		return rules.Inner
	}
	const slot = 20 // half points
	half := func(l unit.Length) int { return int(l / unit.Pt) }
	for r := 0; r <= len(rows); r++ {
		for col := 0; col <= m.grid.Cols; col++ {
			h, v := max(across(r, col-1), across(r, col)), max(down(r-1, col), down(r, col))
			x := col * slot
			in := 0 // the frame's sides lie inside
			if col == 0 {
				in = half(v)
			} else if col == m.grid.Cols {
				in = -half(v)
			}
			if w := half(across(r, col)); w > 0 {
				c.fill(x, r*slot-w, x+slot, r*slot+w)
			}
			if w := half(down(r, col)); w > 0 {
				c.fill(x+in-w, r*slot, x+in+w, r*slot+slot)
			}
			if h > 0 && v > 0 {
				c.fill(x+in-half(v), r*slot-half(h), x+in+half(v), r*slot+half(h))
			}
		}
	}
}

// Rules are whole at merges, at the corners they make, at cuts of the page and below a repeated head: pixel by pixel what
// the cells ask for. Rows and columns are 10 pt, pages 4 rows.
func TestRulesPixelByPixel(t *testing.T) {
	grids := map[string][][]string{
		"plain":     {{"甲", "乙", "丙"}, {"一", "二", "三"}, {"四", "五", "六"}},
		"staircase": {{"1/2 甲", "乙"}, {"2/1 一", "二", "2/1 三"}, {"3/1 四"}, {"五", "六"}, {"1/1 七", "八"}},
		"windmill":  {{"甲", "乙", "丙"}, {"1/2 一", "2/1 二"}, {"2/1 三", "四"}, {"1/2 五"}},
		"groups":    {{"甲", "乙", "丙"}, {"5/1 组", "一", "二"}, {"2/1 三", "四"}, {"五"}, {"六", "七"}, {"八", "九"}, {"1/3 合计"}},
		"heads":     {{"2/1 甲", "1/2 乙"}, {"丙", "丁"}, {"一", "二", "三"}, {"四", "五", "六"}, {"七", "2/2 八"}, {"九"}, {"1/3 十"}},
	}
	styles := map[string]doc.Rules{
		"frame":      {Outer: 4 * unit.Pt, Head: 2 * unit.Pt, Inner: 2 * unit.Pt},
		"three-line": {Outer: 4 * unit.Pt, Head: 2 * unit.Pt, Open: true},
		"open":       {Outer: 4 * unit.Pt, Head: 4 * unit.Pt, Inner: 2 * unit.Pt, Open: true},
	}
	for name, rows := range grids {
		for style, rules := range styles {
			for _, head := range []int{0, 1, 2} {
				table := tableOf(head, []int{1, 1, 1}, rows...)
				table.Rules = &rules
				for i := range table.Rows {
					table.Rows[i].Height = 10 * unit.Pt // one that only tall cells cross would have none
				}
				if _, err := resolveTable(table); err != nil {
					continue // a cell leaves the head
				}
				comparePages(t, name+" "+style, table)
			}
		}
	}
}

func comparePages(t *testing.T, name string, table *doc.Table) {
	t.Helper()
	sheet := squareSheet(4)
	sheet.Page.Size.W = 30 * unit.Pt // the table's
	d := &doc.Document{Sheet: sheet, Sections: []doc.Section{{Blocks: []doc.Block{table}}}}
	out, err := Layout(d, squareSet(t))
	if err != nil {
		t.Fatal(err)
	}
	m, err := newTableModel(table, sheet)
	if err != nil {
		t.Fatal(err)
	}
	starts := append(append([]int{0}, out.Tables[0].Cuts...), m.grid.Rows)
	for n := range out.Count {
		got, want := newCanvas(70, 90), newCanvas(70, 90)
		for _, item := range out.Paint(n).Items {
			if r, ok := item.(*display.Rule); ok {
				got.rule(r)
			}
		}
		expected(t, m, starts[n], starts[n+1], n > 0 && m.grid.Head > 0, want)
		if got.String() != want.String() {
			t.Fatalf("%s, head %d, page %d:\n%s", name, m.grid.Head, n+1, got.beside(want))
		}
	}
}

// What a cell says of its own sides holds, at the corners too; shading lies below the rules.
func TestRulesOfCells(t *testing.T) {
	table := tableOf(0, []int{1, 1}, []string{"甲", "乙"}, []string{"丙", "丁"})
	table.Rules = &doc.Rules{Outer: 4 * unit.Pt, Inner: 2 * unit.Pt}
	table.Rows[0].Cells[0].Edges = &doc.Edges{Top: doc.EdgeNone, Left: doc.EdgeNone}
	table.Rows[1].Cells[1].Edges = &doc.Edges{Left: doc.EdgeNone}
	table.Rows[1].Cells[1].Shade = 20
	sheet := squareSheet(4)
	sheet.Page.Size.W = 20 * unit.Pt // the table's
	out, err := Layout(&doc.Document{Sheet: sheet, Sections: []doc.Section{{Blocks: []doc.Block{table}}}}, squareSet(t))
	if err != nil {
		t.Fatal(err)
	}
	got, want := newCanvas(50, 50), newCanvas(50, 50)
	ruled := false
	for _, item := range out.Paint(0).Items {
		switch it := item.(type) {
		case *display.Rule:
			ruled = true
			got.rule(it)
		case *display.Fill:
			if ruled {
				t.Error("shading lies on a rule")
			}
		}
	}
	want.fill(18, -4, 40, 4)  // above 乙, to the far edge of the rule between
	want.fill(32, -4, 40, 44) // right
	want.fill(0, 36, 40, 44)  // below
	want.fill(0, 18, 8, 44)   // left of 丙
	want.fill(0, 18, 40, 22)  // between the rows
	want.fill(18, -4, 22, 22) // between 甲 and 乙
	if got.String() != want.String() {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// beside draws both canvases in one: + is too much, - too little.
func (c *canvas) beside(want *canvas) string {
	both := newCanvas(c.w, c.h)
	copy(both.ink, c.ink)
	s := []byte(both.String())
	for i, at := 0, 0; i < len(c.ink); i, at = i+1, at+1 {
		if s[at] == '\n' {
			at++
		}
		switch {
		case c.ink[i] > want.ink[i]:
			s[at] = '+'
		case c.ink[i] < want.ink[i]:
			s[at] = '-'
		}
	}
	return string(s)
}
