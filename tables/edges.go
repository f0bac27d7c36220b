package tables

// Kind says which of a table's rules an edge is drawn with, from the lightest to the heaviest.
type Kind uint8

// The kinds of edges. EdgeDefault leaves the choice to the edge's place in the table.
const (
	EdgeDefault Kind = iota
	EdgeNone         // no rule
	EdgeInner
	EdgeHead  // the rule below the head rows
	EdgeOuter // the frame, also where a page cut closes or opens the table
)

// Side is a side of a cell.
type Side uint8

// The sides of a cell.
const (
	Top Side = iota
	Bottom
	Left
	Right
)

// Edge is one straight rule. A horizontal one runs above row Row of the slice (below the last when Row is Rows) from
// column Col over Len columns; a vertical one runs left of column Col from row Row down over Len rows.
type Edge struct {
	Row, Col, Len int
	Vertical      bool
	Kind          Kind
}

// Rules is a table's style of rules. The zero value draws a full frame and all inner rules.
//
// Cell overrides single sides of single cells; nil, or EdgeDefault, has no opinion. Where the two cells beside an edge
// disagree, EdgeNone wins, then the heavier kind (as in CSS 2.1, 17.6.2.1). An override holds between two rows that are
// neighbours in the grid and at the ends of the table; where a page cut or a repeated head parts them, what the cells
// said about each other is void, so the cut is always closed by a whole rule.
type Rules struct {
	Top, Bottom, Left, Right Kind // the frame; EdgeDefault is EdgeOuter
	Head                     Kind // below the head rows; EdgeDefault is EdgeHead
	Across, Down             Kind // inner horizontal and vertical rules; EdgeDefault is EdgeInner
	Cell                     func(cell int, side Side) Kind
}

// ThreeLine is the style of 三线表: a rule above, one below the head, one at the end, and no others.
func ThreeLine() Rules {
	return Rules{Left: EdgeNone, Right: EdgeNone, Across: EdgeNone, Down: EdgeNone}
}

// Edges gives the rules to draw: none inside a merged cell, none twice, neighbours in line and of one kind joined. The
// horizontal ones come first, from top to bottom, then the vertical ones from left to right.
func (s *Slice) Edges(rules Rules) []Edge {
	e := edger{Slice: s, rules: rules, owner: s.owners(), edges: make([]Edge, 0, 2*(s.Rows+s.Cols))}
	for row := 0; row <= s.Rows; row++ {
		for col := range s.Cols {
			e.add(Edge{Row: row, Col: col, Kind: e.across(row, col)})
		}
	}
	for col := 0; col <= s.Cols; col++ {
		for row := range s.Rows {
			e.add(Edge{Row: row, Col: col, Vertical: true, Kind: e.down(row, col)})
		}
	}
	return e.edges
}

// owners gives the part in each slot of the slice.
func (s *Slice) owners() []int32 {
	owner := make([]int32, s.Rows*s.Cols)
	for i, p := range s.Parts {
		for row := p.Row; row < p.Row+p.Rows; row++ {
			for col := p.Col; col < p.Col+p.Cols; col++ {
				owner[row*s.Cols+col] = int32(i)
			}
		}
	}
	return owner
}

type edger struct {
	*Slice
	rules Rules
	owner []int32
	edges []Edge
}

// add appends an edge one slot long, or makes the last one longer when this one continues it.
func (e *edger) add(next Edge) {
	if next.Kind == EdgeNone {
		return
	}
	if n := len(e.edges); n > 0 && e.edges[n-1].meets(next) {
		e.edges[n-1].Len++
		return
	}
	next.Len = 1
	e.edges = append(e.edges, next)
}

func (e Edge) meets(next Edge) bool {
	if e.Kind != next.Kind || e.Vertical != next.Vertical {
		return false
	}
	if e.Vertical {
		return e.Col == next.Col && e.Row+e.Len == next.Row
	}
	return e.Row == next.Row && e.Col+e.Len == next.Col
}

// across is the kind of the edge above the slot.
func (e *edger) across(row, col int) Kind {
	up, down := e.at(row-1, col), e.at(row, col)
	if up == down {
		return EdgeNone
	}
	above, below := e.bound(row)
	return e.resolve(e.horizontal(row), e.said(up, Bottom, above), e.said(down, Top, below))
}

// down is the kind of the edge left of the slot.
func (e *edger) down(row, col int) Kind {
	left, right := e.at(row, col-1), e.at(row, col)
	if left == right {
		return EdgeNone
	}
	return e.resolve(e.vertical(col), e.said(left, Right, true), e.said(right, Left, true))
}

// at gives the part in the slot, -1 outside the slice.
func (e *edger) at(row, col int) int {
	if row < 0 || row >= e.Rows || col < 0 || col >= e.Cols {
		return -1
	}
	return int(e.owner[row*e.Cols+col])
}

func (e *edger) horizontal(row int) Kind {
	switch row {
	case 0:
		return or(e.rules.Top, EdgeOuter)
	case e.Rows:
		return or(e.rules.Bottom, EdgeOuter)
	case e.Head:
		return or(e.rules.Head, EdgeHead)
	}
	return or(e.rules.Across, EdgeInner)
}

func (e *edger) vertical(col int) Kind {
	switch col {
	case 0:
		return or(e.rules.Left, EdgeOuter)
	case e.Cols:
		return or(e.rules.Right, EdgeOuter)
	}
	return or(e.rules.Down, EdgeInner)
}

// bound tells whether the overrides of the cells above and below the line hold there. A repeated head keeps its own lower
// rule, but the row below it has lost the neighbour it spoke about.
func (e *edger) bound(row int) (above, below bool) {
	switch {
	case row == e.Rows:
		return !e.openBottom, false
	case row == e.Repeat && row > 0:
		return true, false
	case row == 0:
		return false, e.Repeat > 0 || !e.openTop
	}
	return true, true
}

func (e *edger) said(part int, side Side, holds bool) Kind {
	if part < 0 || !holds || e.rules.Cell == nil {
		return EdgeDefault
	}
	return e.rules.Cell(e.Parts[part].Cell, side)
}

// resolve settles an edge by its place and by what the two cells beside it say.
func (e *edger) resolve(natural, a, b Kind) Kind {
	if a == EdgeNone || b == EdgeNone {
		return EdgeNone
	}
	return or(max(a, b), natural)
}

func or(kind, otherwise Kind) Kind {
	if kind == EdgeDefault {
		return otherwise
	}
	return kind
}
