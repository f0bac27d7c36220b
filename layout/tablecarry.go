package layout

import (
	"errors"
	"math/big"
	"slices"
	"strings"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/tables"
)

// ErrCarry is a Carry whose columns do not exist, or that leaves no column at the left for its label.
var ErrCarry = errors.New("layout: subtotals need columns of figures, and one before them for their label")

// The labels of rows that carry sums from page to page, as account books have them.
const (
	carriedDown = "过次页"
	carriedUp   = "承前页"
)

// A tableCarry is the sums that a table carries over its page ends.
type tableCarry struct {
	columns  []int // rising
	down, up string
	grid     *tables.Grid // of the row of sums
	height   unit.Length  // of that row
	sums     []runningSum // one for each column
	row      int          // the first row not counted yet
	at       [][]string   // what each page after the first starts with
}

// A runningSum is the sum of the figures of a column so far, in units of its smallest decimal.
type runningSum struct {
	value    big.Int
	decimals int  // the most that a figure of the column has
	grouped  bool // a figure of the column has thousands separators
	cell     int  // the first cell with a figure, whose style the sums have
}

// newTableCarry surveys the columns to be summed. Those without a figure have no sum; where none has one, the table carries
// nothing, and so nil.
func newTableCarry(m *tableModel) (*tableCarry, error) {
	t := m.table
	c := &tableCarry{down: t.Carry.Down, up: t.Carry.Up, row: m.grid.Head}
	if c.down == "" {
		c.down = carriedDown
	}
	if c.up == "" {
		c.up = carriedUp
	}
	c.columns = slices.Clone(t.Carry.Columns)
	slices.Sort(c.columns)
	c.columns = slices.Compact(c.columns)
	if n := len(c.columns); n == 0 || c.columns[0] < 1 || c.columns[n-1] >= m.grid.Cols {
		return nil, ErrCarry
	}
	first := c.columns[0]
	c.columns = slices.DeleteFunc(c.columns, func(col int) bool {
		sum, found := m.surveyColumn(col)
		if found {
			c.sums = append(c.sums, sum)
		}
		return !found
	})
	if len(c.columns) == 0 {
		return nil, nil
	}
	row := []tables.Span{{Cols: first}}
	for range m.grid.Cols - first {
		row = append(row, tables.Span{})
	}
	var err error
	c.grid, err = tables.Resolve([][]tables.Span{row}, m.grid.Cols, 0)
	return c, err
}

// surveyColumn finds how the figures of a column are written.
func (m *tableModel) surveyColumn(col int) (s runningSum, found bool) {
	for row := m.grid.Head; row < m.grid.Rows; row++ {
		if i, n, ok := m.figureAt(row, col); ok {
			s.decimals, s.grouped = max(s.decimals, n.decimals), s.grouped || n.grouped
			if !found {
				s.cell, found = i, true
			}
		}
	}
	return s, found
}

// widest gives the longest text that each column of sums can have: its largest sum, of either sign. It counts all rows.
func (c *tableCarry) widest(m *tableModel) []string {
	longest := make([]string, len(c.sums))
	for row := c.row; row < m.grid.Rows; row++ {
		c.count(m, row+1)
		for k := range c.sums {
			if s := c.sums[k].String(); len(s) > len(longest[k]) {
				longest[k] = s
			}
		}
	}
	return longest
}

// newCarry gives the flow its row of sums.
func (f *tableFlow) newCarry() (*tableCarry, error) {
	c, err := newTableCarry(f.model)
	if c == nil || err != nil {
		return nil, err
	}
	for k := range c.sums {
		c.height = max(c.height, f.styler.style(c.sums[k].cell, "").Leading, f.styler.style(c.sums[k].cell, "TableText").Leading)
	}
	c.height += 2 * f.model.padY
	return c, nil
}

// A figure is a number as it is printed, without its point.
type figure struct {
	value    big.Int
	decimals int
	grouped  bool
}

// figureAt gives the figure that the slot's cell, which starts there, says. Rows that are sums of others have none, nor has a cell that
// shows blocks instead of its text.
func (m *tableModel) figureAt(row, col int) (cell int, f figure, ok bool) {
	i, anchor := m.grid.At(row, col)
	if !anchor || m.kinds[i] != doc.CellData || m.table.Rows[row].Total || len(m.cells[i].Blocks)+len(m.cells[i].Diagonal) > 0 {
		return i, f, false
	}
	f, ok = parseFigure(m.cells[i].Text)
	return i, f, ok
}

func parseFigure(spans []doc.Span) (f figure, ok bool) {
	point, ok := doc.DecimalPoint(spans)
	if !ok {
		return f, false
	}
	text := spans[point.Span].Text
	from := point.At
	for from > 0 && (text[from-1] == ',' || '0' <= text[from-1] && text[from-1] <= '9') {
		from--
	}
	whole := text[from:point.At]
	fraction := ""
	if rest, cut := strings.CutPrefix(text[point.At:], "."); cut {
		n := 0
		for n < len(rest) && '0' <= rest[n] && rest[n] <= '9' {
			n++
		}
		fraction = rest[:n]
	}
	f.grouped = strings.Contains(whole, ",")
	f.decimals = len(fraction)
	digits := strings.ReplaceAll(whole, ",", "") + fraction
	if _, ok := f.value.SetString(digits, 10); !ok {
		return f, false
	}
	for _, minus := range [...]string{"-", "−", "－"} {
		if strings.HasSuffix(text[:from], minus) {
			f.value.Neg(&f.value)
		}
	}
	return f, true
}

func (s *runningSum) add(f *figure) {
	v := new(big.Int).Set(&f.value)
	for range s.decimals - f.decimals {
		v.Mul(v, big.NewInt(10))
	}
	s.value.Add(&s.value, v)
}

// String writes the sum as the column writes its figures.
func (s *runningSum) String() string {
	digits := new(big.Int).Abs(&s.value).String()
	for len(digits) <= s.decimals {
		digits = "0" + digits
	}
	whole, fraction := digits[:len(digits)-s.decimals], digits[len(digits)-s.decimals:]
	if s.grouped {
		for i := len(whole) - 3; i > 0; i -= 3 {
			whole = whole[:i] + "," + whole[i:]
		}
	}
	if fraction != "" {
		whole += "." + fraction
	}
	if s.value.Sign() < 0 {
		return "-" + whole
	}
	return whole
}

// count adds the rows up to row, which it leaves out.
func (c *tableCarry) count(m *tableModel, row int) {
	for ; c.row < row; c.row++ {
		for k, col := range c.columns {
			if _, f, ok := m.figureAt(c.row, col); ok {
				c.sums[k].add(&f)
			}
		}
	}
}

// cut notes the sums that the page has which starts with row.
func (c *tableCarry) cut(m *tableModel, row int) {
	c.count(m, row)
	sums := make([]string, len(c.sums))
	for k := range c.sums {
		sums[k] = c.sums[k].String()
	}
	c.at = append(c.at, sums)
}

// carryBelow is the height of the row of sums below a page that ends at y, carryAbove of the one above a page that
// starts there.
func (f *tableFlow) carryBelow(y unit.Length) unit.Length {
	if f.carry == nil || y >= f.y[f.model.grid.Rows] {
		return 0
	}
	return f.carry.height
}

func (f *tableFlow) carryAbove(y unit.Length) unit.Length {
	if f.carry == nil || y <= f.y[f.model.grid.Head] {
		return 0
	}
	return f.carry.height
}

// carryText draws the texts of a row of sums, all artifacts: the figures themselves are in the table.
func (t *tablePage) carryText(s *strip) {
	c := t.carry
	y := s.ys[0] + t.model.padY
	label := *t.styler.style(c.sums[0].cell, "TableText")
	label.Align = doc.AlignCenter
	t.carryCell(textJob{Spans: []doc.Span{{Text: s.carry.label}}, Style: &label}, 0, c.grid.Cells[0].Cols, y)
	for k, col := range c.columns {
		job := t.carryJob(c.sums[k].cell, s.carry.sums[k])
		t.carryCell(job, col, col+1, y)
	}
}

// carryJob sets a sum as cell i is set.
func (b *cellSetter) carryJob(i int, sum string) textJob {
	b.jobs = b.styler.jobs(i, 0, b.jobs[:0])
	return textJob{Spans: []doc.Span{{Text: sum}}, Style: b.jobs[0].Style}
}

func (t *tablePage) carryCell(job textJob, from, to int, y unit.Length) {
	x := t.tableFlow.x
	job.Measure = x[to] - x[from] - 2*t.model.padX
	if col := t.model.table.Columns[from]; col.Align == doc.AlignDecimal && job.Style.Align == doc.AlignDecimal {
		if point, ok := doc.DecimalPoint(job.Spans); ok {
			_, tail := t.setter.sides(&job, point)
			job.Measure -= max(0, col.Point-tail)
		}
	}
	block, err := t.setter.set(job)
	if err != nil {
		return // labels and figures were set before
	}
	block.paint(t.p, 0, block.lines(), unit.Point{X: t.x + x[from] + t.model.padX, Y: y}, nil, nil, display.RepeatArtifact)
}
