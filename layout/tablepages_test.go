package layout

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// anyTable makes a table of any tiling, with texts of any length, that wants more than a page now and then. Each cell's text
// begins with its own number, so that a text in the wrong place is seen.
func anyTable(r *rand.Rand, picture []byte) *doc.Table {
	rows, cols := 2+r.IntN(14), 1+r.IntN(4)
	t := &doc.Table{Src: "table", HeadRows: r.IntN(min(rows, 3)), Columns: make([]doc.Column, cols), Rows: make([]doc.Row, rows)}
	for i := range t.Columns {
		t.Columns[i].Width = 120 * unit.Pt / unit.Length(cols)
	}
	taken := make([]bool, rows*cols)
	for at := range taken {
		if taken[at] {
			continue
		}
		row, end := at/cols, rows
		if row < t.HeadRows {
			end = t.HeadRows
		}
		c := doc.Cell{RowSpan: min(1+r.IntN(1+r.IntN(9)), end-row), ColSpan: 1}
		for c.ColSpan < 3 && at%cols+c.ColSpan < cols && !taken[at+c.ColSpan] && r.IntN(4) == 0 {
			c.ColSpan++
		}
		for i := range c.RowSpan * c.ColSpan {
			taken[at+i/c.ColSpan*cols+i%c.ColSpan] = true
		}
		anyText(r, &c, at, row < t.HeadRows)
		anyForm(r, &c, picture)
		t.Rows[row].Cells = append(t.Rows[row].Cells, c)
	}
	anyWant(r, t)
	return t
}

func anyText(r *rand.Rand, c *doc.Cell, at int, head bool) {
	n := r.IntN(6)
	switch {
	case head && r.IntN(12) == 0:
		n = r.IntN(60)
	case head:
	case r.IntN(12) == 0:
		n = 20 + r.IntN(150)
	case r.IntN(5) == 0:
		n = 6 + r.IntN(30)
	}
	c.Text = []doc.Span{{Text: string([]rune{rune(0x4E00 + at)}) + strings.Repeat("字", n)}}
	if n == 0 {
		c.Text = spanOf("12")
	}
	c.Vertical = n < 12 && r.IntN(12) == 0
	if n > 12 && r.IntN(3) == 0 {
		c.Blocks = []doc.Block{&doc.Paragraph{Text: c.Text}, &doc.List{Kind: doc.Decimal, Items: []doc.Item{{Text: spanOf("项目")}, {Text: spanOf("目录内容")}}}}
		c.Text = nil
	}
}

// anyForm gives a cell any alignment, lines of another height now and then, and one of several blocks a picture.
func anyForm(r *rand.Rand, c *doc.Cell, picture []byte) {
	c.VAlign = doc.VAlign(r.IntN(4))
	if r.IntN(8) == 0 {
		c.Style = "TableNote"
	}
	if len(c.Blocks) > 0 && r.IntN(3) == 0 {
		c.Blocks = append(c.Blocks, &doc.Figure{Data: picture, Width: unit.Length(5+r.IntN(15)) * unit.Pt, Decorative: true})
	}
}

func spanOf(s string) []doc.Span { return []doc.Span{{Text: s}} }

func anyWant(r *rand.Rand, t *doc.Table) {
	if r.IntN(3) == 0 {
		t.Caption, t.Unit = spanOf("各县情况"), spanOf("单位：件")
	}
	if r.IntN(3) == 0 {
		t.Notes = [][]doc.Span{spanOf("注：不含县。")}
	}
	t.Keep = r.IntN(5) == 0
	for i := range t.Rows {
		t.Rows[i].KeepNext = r.IntN(10) == 0
		if r.IntN(15) == 0 {
			t.Rows[i].Height = unit.Length(r.IntN(90)) * unit.Pt
		}
	}
	if len(t.Columns) > 1 && r.IntN(4) == 0 {
		t.Carry = &doc.Carry{Columns: []int{len(t.Columns) - 1}}
	}
}

// However a table is tiled and cut by pages, all of its texts are shown, each character once, inside the page, and no two of
// them in one place.
func TestNothingIsLostOrCovered(t *testing.T) {
	set, picture := squareSet(t), pngOf(t, 10, 50)
	for seed := range uint64(20_000) {
		r := rand.New(rand.NewPCG(seed, 7))
		sheet := squareSheet(5 + r.IntN(9))
		sheet.Style("TableNote").Size, sheet.Style("TableNote").Leading = 7*unit.Pt, 7*unit.Pt
		if r.IntN(2) == 0 {
			sheet.Table.PadY = 2 * unit.Pt
		}
		table := anyTable(r, picture)
		for _, fault := range tableFaults(t, set, sheet, table) {
			t.Errorf("seed %d: %s", seed, fault)
		}
		if t.Failed() {
			return
		}
	}
}

func tableFaults(t *testing.T, set *fonts.Set, sheet *doc.Sheet, table *doc.Table) (faults []string) {
	t.Helper()
	sheet.Table.Rules = doc.Rules{Outer: 2, Head: 2, Inner: 2}
	d := &doc.Document{Meta: doc.Meta{Title: "表"}, Sheet: sheet, Sections: []doc.Section{{Blocks: []doc.Block{table}}}}
	fitted, _, err := Fit(d, set)
	if err != nil {
		return nil // too narrow for its marks: an error, not a page
	}
	out, err := Layout(fitted, set)
	if err != nil {
		return []string{err.Error()}
	}
	shown := map[*display.Node]string{}
	for n := range out.Count {
		page := out.Paint(n)
		var boxes []unit.Rect
		for _, item := range page.Items {
			text, ok := item.(*display.Text)
			if !ok {
				if low := lowest(item); low > page.Size.H {
					faults = append(faults, fmt.Sprintf("page %d: its frame ends at %v", n+1, low))
				}
				continue
			}
			if text.Node != nil {
				shown[text.Node] += text.String
			}
			box := inkBox(text)
			if box.X < 0 || box.Y < 0 || box.Right() > page.Size.W || box.Bottom() > page.Size.H {
				faults = append(faults, fmt.Sprintf("page %d: %q leaves the page: %v", n+1, text.String, box))
			}
			for _, other := range boxes {
				if box.X < other.Right() && other.X < box.Right() && box.Y < other.Bottom() && other.Y < box.Bottom() {
					faults = append(faults, fmt.Sprintf("page %d: %q stands on other text", n+1, text.String))
					break
				}
			}
			boxes = append(boxes, box)
		}
	}
	all := ""
	var walk func(*display.Node)
	walk = func(n *display.Node) {
		all += shown[n]
		for _, kid := range n.Kids {
			walk(kid)
		}
	}
	walk(out.Root)
	if want := tableText(fitted.Sections[0].Blocks[0].(*doc.Table)); all != want {
		faults = append(faults, fmt.Sprintf("the tags hold\n%s\nand the table\n%s", all, want))
	}
	return faults
}

// lowest is where a rule, a shade or a picture ends. A corner is as much lower as half a rule is wide.
func lowest(item display.Item) unit.Length {
	switch item := item.(type) {
	case *display.Rule:
		return max(item.From.Y, item.To.Y) - item.Width/2
	case *display.Fill:
		return item.Box.Bottom()
	case *display.Image:
		return item.Box.Bottom()
	}
	return 0
}

// tableText is all that a table says, in reading order.
func tableText(t *doc.Table) string {
	var s strings.Builder
	for _, spans := range [][]doc.Span{t.Caption, t.Unit} {
		s.WriteString(plain(spans))
	}
	for i := range t.Rows {
		for k := range t.Rows[i].Cells {
			c := &t.Rows[i].Cells[k]
			s.WriteString(plain(c.Text))
			for _, block := range c.Blocks {
				switch block := block.(type) {
				case *doc.Paragraph:
					s.WriteString(plain(block.Text))
				case *doc.List:
					for n := range block.Items {
						s.WriteString(block.Mark(n) + plain(block.Items[n].Text))
					}
				}
			}
		}
	}
	for _, note := range t.Notes {
		s.WriteString(plain(note))
	}
	return s.String()
}

func plain(spans []doc.Span) string {
	s := ""
	for i := range spans {
		s += spans[i].Text
	}
	return s
}

// inkBox is where glyphs of the square font stand: an em box each.
func inkBox(t *display.Text) unit.Rect {
	last, up := unit.Length(0), t.Size.MulDiv(88, 100)
	if n := len(t.Pos); n > 0 {
		last = t.Pos[n-1]
	}
	if t.Dir == display.Down {
		return unit.Rect{Point: unit.Point{X: t.At.X + t.Cross[0], Y: t.At.Y + t.Pos[0] - up}, Size: unit.Size{W: t.Size, H: last - t.Pos[0] + t.Size}}
	}
	return unit.Rect{Point: unit.Point{X: t.At.X, Y: t.At.Y - up}, Size: unit.Size{W: last + t.Size/2, H: t.Size}}
}

// Prose in a merged cell hangs from its upper edge and runs on: a line that the cut would cross stands below it whole, and the
// rows beside it as much lower.
func TestProseOfAMergedCellRunsOn(t *testing.T) {
	table := tableOf(0, []int{4, 8}, []string{"4/1 一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰", "第一行"}, []string{"第二行"}, []string{"第三行"}, []string{"第四行"})
	for i := range table.Rows {
		table.Rows[i].Height = 18 * unit.Pt
	}
	check(t, drawPages(t, 5, table), `
一二三四第一行
五六七八第二行
九十甲乙


----
丙丁戊己第三行
庚辛壬癸
子丑寅  第四行
卯辰

`)
}

// Prose of a merged cell stands half a line beside the lines of a torn row: no cut is below a line of both, and no page has room for
// all of them. A cut crosses lines then, and those stand below it whole.
func TestLinesThatNeverEndTogether(t *testing.T) {
	table := tableOf(0, []int{6, 6}, []string{"事项", "2/1 一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥东南西北上下左右前后内外大小多少"}, []string{"一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥东南西北上下左右前后"})
	table.Rows[0].Height = 15 * unit.Pt
	check(t, drawPages(t, 5, table), `
事项        一二三四五六
            七八九十甲乙一二三四五六
            丙丁戊己庚辛七八九十甲乙
            壬癸子丑寅卯丙丁戊己庚辛
            辰巳午未申酉
----
壬癸子丑寅卯戌亥东南西北
辰巳午未申酉上下左右前后
戌亥东南西北内外大小多少
上下左右前后

`)
}

// Rows that merged cells make higher than their lines fit on pages, too: one is blank for more than a page, some have no height at
// all, so that the cut above the second label is a cut above four rows.
func TestRowsThatMergedCellsMake(t *testing.T) {
	blank := tableOf(0, []int{1, 1}, []string{"3/1 " + strings.Repeat("字", 30), "一"}, []string{"二"}, []string{"2/1 " + strings.Repeat("字", 12)}, []string{"三"})
	flat := tableOf(1, []int{1}, []string{"办件量"}, []string{"2/1 许可数"}, nil, []string{"4/1 数"}, nil, nil, nil)
	flat.Rows[0].Cells[0].Vertical, flat.Rows[1].Cells[0].Vertical = true, true
	flat.Rows[6].Height = 10 * unit.Pt
	for lines, table := range map[int]*doc.Table{3: blank, 6: flat} {
		for _, fault := range tableFaults(t, squareSet(t), squareSheet(lines), table) {
			t.Error(fault)
		}
	}
}

// The row of sums has room for its label where the figures are set smaller.
func TestSumsSmallerThanTheirLabel(t *testing.T) {
	table := tableOf(0, []int{6, 6}, []string{"甲", "1"}, []string{"乙", "2"}, []string{"丙", "3"}, []string{"丁方合计", "4"}, []string{"戊方合计", "5"}, []string{"己", "6"})
	table.Carry = &doc.Carry{Columns: []int{1}}
	sheet := squareSheet(5)
	sheet.Style("TableNote").Size = 7 * unit.Pt
	sheet.Style("TableNote").Leading = 7 * unit.Pt
	for i := range table.Rows {
		table.Rows[i].Cells[1].Style = "TableNote"
	}
	for _, fault := range tableFaults(t, squareSet(t), sheet, table) {
		t.Error(fault)
	}
}

// Vertical text that no page could show in one column stands in several.
func TestVerticalTextTakesMoreColumns(t *testing.T) {
	table := tableOf(1, []int{4, 8}, []string{"项目", "内容"}, []string{"一二三四五六七八九十甲乙丙", "无"})
	table.Rows[1].Cells[0].Vertical = true
	d := &doc.Document{Meta: doc.Meta{Title: "表"}, Sheet: squareSheet(8), Sections: []doc.Section{{Blocks: []doc.Block{table}}}}
	out := laidOut(t, d)
	var columns []string
	for _, item := range out.Paint(0).Items {
		if text, ok := item.(*display.Text); ok && text.Dir == display.Down {
			columns = append(columns, text.String)
		}
	}
	if want := []string{"一二三四", "五六七八", "九十甲", "乙丙"}; !slices.Equal(columns, want) {
		t.Errorf("columns %q, want %q", columns, want)
	}
}

// A head higher than half a page is not drawn again, and is cut like any other row when it is higher than a page.
func TestHeadHigherThanAPage(t *testing.T) {
	table := tableOf(1, []int{4, 8}, []string{"一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰", "内容"}, []string{"项目", "无"})
	check(t, drawPages(t, 5, table), `
一二三四内容
五六七八
九十甲乙
丙丁戊己
庚辛壬癸
----
子丑寅
卯辰
项目    无


`)
}

// A row that is to be higher than a page is as high as one.
func TestRowMeantHigherThanAPage(t *testing.T) {
	table := tableOf(1, []int{4, 8}, []string{"项目", "内容"}, []string{"意见", ""}, []string{"签字", ""})
	table.Rows[1].Height = 900 * unit.Pt
	table.Rows[1].Cells[0].VAlign = doc.VAlignMiddle
	check(t, drawPages(t, 8, table), `
项目    内容


意见


签字

`)
}

// A picture in a cell is no higher than five eighths of the page, and lower below a head that leaves it less.
func TestPictureFitsBelowAHead(t *testing.T) {
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 10, 100))); err != nil {
		t.Fatal(err)
	}
	for head, want := range map[unit.Length]unit.Length{20 * unit.Pt: 100 * unit.Pt, 70 * unit.Pt: 90 * unit.Pt} {
		table := tableOf(1, []int{4, 8}, []string{"项目", "图"}, []string{"一", ""})
		table.Rows[0].Height = head
		table.Rows[1].Cells[1] = doc.Cell{Blocks: []doc.Block{&doc.Figure{Data: file.Bytes(), Width: 40 * unit.Pt, Decorative: true}}}
		d := &doc.Document{Meta: doc.Meta{Title: "表"}, Sheet: squareSheet(16), Sections: []doc.Section{{Blocks: []doc.Block{table}}}}
		fitted, _, err := Fit(d, squareSet(t))
		if err != nil {
			t.Fatal(err)
		}
		out, err := Layout(fitted, squareSet(t))
		if err != nil {
			t.Fatal(err)
		}
		for _, item := range out.Paint(out.Count - 1).Items {
			if im, ok := item.(*display.Image); ok && (im.Box.H != want || im.Box.Bottom() > 160*unit.Pt) {
				t.Errorf("below a head of %v: the picture stands in %v, want a height of %v", head, im.Box, want)
			}
		}
	}
}
