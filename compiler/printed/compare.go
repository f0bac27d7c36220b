package printed

// Kind is a way in which two documents differ.
type Kind uint8

// The kinds.
const (
	Changed      Kind = iota // a text, or a cell's text
	Missing                  // a text of the first that the second lacks
	Added                    // a text of the second that the first lacks
	TableMissing             // a whole table
	TableAdded
	RowMissing // a row: Row counts in the first
	RowAdded   // a row: Row counts in the second
	Merged     // a cell that covers other slots than it should
	Columns    // tables of WantCount and GotCount columns; their cells are compared as far as both go
)

// Difference is one place where two documents differ.
type Difference struct {
	Kind      Kind
	Src       string // of the first; for what was added, of what stands before it
	Want, Got string // texts of the first and the second
	Row, Col  int    // of a cell, from 0, in the first unless Kind says otherwise
	InTable   bool   // Row and Col mean something

	WantCount, GotCount int
}

// Compare gives all differences between what should be shown and what is, in the order of want. none: nil.
func Compare(want, got Document) []Difference {
	c := comparison{want: want, got: got}
	al := aligner{same: c.same, like: c.like, may: c.may}
	last := ""
	for _, p := range al.align(len(want), len(got)) {
		switch {
		case p.b < 0:
			c.missing(&want[p.a])
		case p.a < 0:
			c.added(&got[p.b], last)
		default:
			c.block(&want[p.a], &got[p.b])
		}
		if p.a >= 0 {
			last = want[p.a].Src
		}
	}
	return c.out
}

type comparison struct {
	want, got Document
	out       []Difference
}

func (c *comparison) add(d Difference) { c.out = append(c.out, d) }

func (c *comparison) same(a, b int) bool {
	w, g := &c.want[a], &c.got[b]
	if w.Table == nil || g.Table == nil {
		return w.Table == g.Table && sameText(w, g)
	}
	return sameTable(w.Table, g.Table)
}

// sameText: a note's number may stand in the text, as in a DOCX, or be a thing of its own, as in a tagged PDF.
func sameText(w, g *Block) bool {
	got := Normal(g.Text)
	return got == Normal(w.Text) || w.Label != "" && got == Normal(w.Label+w.Text)
}

func sameTable(w, g *Table) bool {
	if w.Rows != g.Rows || w.Cols != g.Cols || len(w.Cells) != len(g.Cells) {
		return false
	}
	for i := range w.Cells {
		if !sameCell(&w.Cells[i], &g.Cells[i]) {
			return false
		}
	}
	return true
}

func sameCell(w, g *Cell) bool {
	return w.Row == g.Row && w.Col == g.Col && w.Rows == g.Rows && w.Cols == g.Cols && Normal(w.Text) == Normal(g.Text)
}

func (c *comparison) may(a, b int) bool { return (c.want[a].Table == nil) == (c.got[b].Table == nil) }

// like: any table may be the changed form of another; a text is where half of its characters are still there.
func (c *comparison) like(a, b int) bool {
	return c.may(a, b) && (c.want[a].Table != nil || similar(c.want[a].Text, c.got[b].Text))
}

// similar says whether the texts begin and end alike for at least half of the longer one.
func similar(a, b string) bool {
	x, y := []rune(Normal(a)), []rune(Normal(b))
	head, tail := ends(x, y)
	return 2*(head+tail) >= max(len(x), len(y))
}

// ends counts the elements that two lists have in common at their start, and at their end behind that.
func ends[T comparable](x, y []T) (head, tail int) {
	n := min(len(x), len(y))
	for head < n && x[head] == y[head] {
		head++
	}
	for tail < n-head && x[len(x)-1-tail] == y[len(y)-1-tail] {
		tail++
	}
	return head, tail
}

func (c *comparison) missing(w *Block) {
	if w.Table != nil {
		c.add(Difference{Kind: TableMissing, Src: w.Src, WantCount: w.Table.Rows})
		return
	}
	c.add(Difference{Kind: Missing, Src: w.Src, Want: w.Text})
}

func (c *comparison) added(g *Block, after string) {
	if g.Table != nil {
		c.add(Difference{Kind: TableAdded, Src: after, GotCount: g.Table.Rows})
		return
	}
	c.add(Difference{Kind: Added, Src: after, Got: g.Text})
}

func (c *comparison) block(w, g *Block) {
	switch {
	case w.Table != nil:
		c.table(w, g.Table)
	case !sameText(w, g):
		c.add(Difference{Kind: Changed, Src: w.Src, Want: w.Text, Got: g.Text})
	}
}
