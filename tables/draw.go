package tables

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Draw draws the grid for tests and messages, in a fixed-width type where Han characters are two columns wide. label gives
// the text of a cell, in one line or several; nil writes the cells' numbers. The rule below the head rows is made of "=".
//
//	+------------+--------+
//	| 信息内容   | 制发件 |
//	+============+========+
//	| 规章       | 2      |
//	+------------+--------+
func Draw(g *Grid, label func(cell int) string) string {
	s := g.Slice(0, g.Rows)
	return s.Draw(label)
}

// Draw draws the slice as the function Draw does. A cell cut by the slice has its label in each of its parts.
func (s *Slice) Draw(label func(cell int) string) string {
	if label == nil {
		label = strconv.Itoa
	}
	if s.Rows == 0 {
		return ""
	}
	text := make([][]string, len(s.Parts))
	for i, p := range s.Parts {
		text[i] = strings.Split(label(p.Cell), "\n")
	}
	c := s.canvas(text)
	for _, e := range s.Edges(Rules{}) {
		c.rule(e)
	}
	for i, p := range s.Parts {
		for k, line := range text[i] {
			c.write(c.x[p.Col]+2, c.y[p.Row]+1+k, line)
		}
	}
	return c.String()
}

// canvas is a field of characters; x and y are the places of the grid's lines on it. A wide character is followed by a 0.
type canvas struct {
	x, y []int
	rows [][]rune
}

func (s *Slice) canvas(text [][]string) *canvas {
	c := &canvas{
		x: places(s, s.Cols, func(i int) (int, int, int) {
			p, widest := s.Parts[i], 0
			for _, line := range text[i] {
				widest = max(widest, textWidth(line))
			}
			return p.Col, p.Cols, widest + 3
		}),
		y: places(s, s.Rows, func(i int) (int, int, int) {
			return s.Parts[i].Row, s.Parts[i].Rows, len(text[i]) + 1
		}),
	}
	c.rows = make([][]rune, c.y[s.Rows]+1)
	for y := range c.rows {
		c.rows[y] = slices.Repeat([]rune{' '}, c.x[s.Cols]+1)
	}
	return c
}

// places gives the n+1 lines along one axis; of says from which line a part runs, over how many, and how much it needs.
func places(s *Slice, n int, of func(part int) (at, count, need int)) []int {
	size := slices.Repeat([]int{2}, n) // one character between any two lines, so that their crosses do not touch
	for span := 1; span <= n; span++ {
		for i := range s.Parts {
			if at, count, need := of(i); count == span {
				level(size[at:at+count], nil, need)
			}
		}
	}
	line := make([]int, n+1)
	for i, d := range size {
		line[i+1] = line[i] + d
	}
	return line
}

func (c *canvas) rule(e Edge) {
	if e.Vertical {
		for y := c.y[e.Row]; y <= c.y[e.Row+e.Len]; y++ {
			c.put(c.x[e.Col], y, '|')
		}
		return
	}
	mark := '-'
	if e.Kind == EdgeHead {
		mark = '='
	}
	for x := c.x[e.Col]; x <= c.x[e.Col+e.Len]; x++ {
		c.put(x, c.y[e.Row], mark)
	}
}

// put sets one character of a rule; where another rule crosses or ends there is a "+".
func (c *canvas) put(x, y int, mark rune) {
	at := &c.rows[y][x]
	if *at != ' ' && *at != mark {
		mark = '+'
	}
	*at = mark
}

func (c *canvas) write(x, y int, line string) {
	for _, r := range line {
		w := runeWidth(r)
		if w == 0 {
			continue
		}
		c.rows[y][x] = r
		if w == 2 {
			c.rows[y][x+1] = 0
		}
		x += w
	}
}

func (c *canvas) String() string {
	var b strings.Builder
	for _, row := range c.rows {
		for _, r := range row {
			if r != 0 {
				b.WriteRune(r)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func textWidth(s string) int {
	n := 0
	for _, r := range s {
		n += runeWidth(r)
	}
	return n
}

// runeWidth is the number of columns a terminal gives a character: 2 for those that are wide or full width in Unicode's
// EastAsianWidth, 0 for marks that stand on the one before.
func runeWidth(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) || unicode.IsControl(r):
		return 0
	case r < 0x1100:
		return 1
	case r <= 0x115F, r >= 0x2E80 && r <= 0xA4CF && r != 0x303F, r >= 0xAC00 && r <= 0xD7A3,
		r >= 0xF900 && r <= 0xFAFF, r >= 0xFE30 && r <= 0xFE6F, r >= 0xFF01 && r <= 0xFF60,
		r >= 0xFFE0 && r <= 0xFFE6, r >= 0x1F300 && r <= 0x1FAFF, r >= 0x20000 && r <= 0x3FFFD:
		return 2
	}
	return 1
}
