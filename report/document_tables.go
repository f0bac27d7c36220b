package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// band is one part of the table of section two: what one item of article 20 of the 条例 asks for.
type band struct {
	title     string
	heads     []string // nil: the labels of the fields below the first row
	headSpans []int    // columns of each head
	spans     []int    // columns of each number
	rows      []string // fields
}

// bands2021 is the table of 国办公开办函〔2021〕30号: 14 rows on 4 columns.
var bands2021 = []band{
	{"第二十条第（一）项", nil, []int{1, 1, 1}, []int{1, 1, 1}, []string{"rules", "normative"}},
	{"第二十条第（五）项", []string{"本年处理决定数量"}, []int{3}, []int{3}, []string{"permits"}},
	{"第二十条第（六）项", []string{"本年处理决定数量"}, []int{3}, []int{3}, []string{"penalties", "coercion"}},
	{"第二十条第（八）项", []string{"本年收费金额（单位：万元）"}, []int{3}, []int{3}, []string{"fees"}},
}

// bands2019 is the table of 国办公开办函〔2019〕60号: 18 rows on 5 columns. The heads have their wide cell third and the
// numbers second, so the rules between them do not line up; that is how the form is.
var bands2019 = []band{
	{"第二十条第（一）项", nil, []int{1, 2, 1}, []int{2, 1, 1}, []string{"rules", "normative"}},
	{"第二十条第（五）项", nil, []int{1, 2, 1}, []int{2, 1, 1}, []string{"permits", "otherServices"}},
	{"第二十条第（六）项", nil, []int{1, 2, 1}, []int{2, 1, 1}, []string{"penalties", "coercion"}},
	{"第二十条第（八）项", nil, []int{2, 2}, []int{2, 2}, []string{"fees"}},
	{"第二十条第（九）项", nil, []int{2, 2}, []int{2, 2}, []string{"procurement"}},
}

// disclosureTable is table two, in the format that n has.
func disclosureTable(n node) *doc.Table {
	bands, columns := bands2021, 4
	if n.name == "disclosure2019" {
		bands, columns = bands2019, 5
	}
	t := &doc.Table{Src: n.src, Columns: equalColumns(columns), StubCols: 1}
	for _, b := range bands {
		t.Rows = append(t.Rows,
			doc.Row{KeepNext: true, Cells: []doc.Cell{{Src: n.src, Text: plain(b.title), ColSpan: columns, Kind: doc.CellColumnHead}}},
			b.headRow(n))
		for _, field := range b.rows {
			row := n.kid(field)
			name := label(row)
			name.Align = doc.AlignCenter // as its head
			t.Rows = append(t.Rows, doc.Row{Cells: numbers(row, b.spans, name)})
		}
	}
	t.Summary = fmt.Sprintf("主动公开政府信息情况，共 %d 行 %d 列，依《政府信息公开条例》第二十条分为 %d 组，每组先列组名和栏目名，再逐行列出数字。", len(t.Rows), columns, len(bands))
	return t
}

func (b band) headRow(n node) doc.Row {
	heads := b.heads
	if heads == nil {
		heads = n.kid(b.rows[0]).labels()
	}
	cells := []doc.Cell{head(n.src, "信息内容", 1, 1)}
	for i, text := range heads {
		cells = append(cells, head(n.src, text, 1, b.headSpans[i]))
	}
	return doc.Row{KeepNext: true, Cells: cells}
}

// applicationsTable is table three: 28 rows on 10 columns, 26 where （六）其他处理 is one row.
func applicationsTable(n node) *doc.Table {
	t := &doc.Table{Src: n.src, HeadRows: 3, StubCols: 3, Columns: applicationsColumns()}
	t.Rows = applicationsHead(n)
	for _, item := range n.kids {
		if item.name != "results" {
			t.Rows = append(t.Rows, applicantsRow(item, 3))
			continue
		}
		t.Rows = append(t.Rows, resultRows(item)...)
	}
	t.Summary = fmt.Sprintf("收到和处理政府信息公开申请情况，共 %d 行 10 列：前三列为办理情况的项目，后七列为自然人、五类法人或其他组织和总计的件数。", len(t.Rows))
	return t
}

// applicationsColumns are the printed form's, 754 : 921 : 3271 : 7 × 685 twips on 172 mm, changed for a type area of 156 mm
// so that rows stay low: the first column takes one vertical line, the second four characters (不予公开), the third all of
// 2.其他法律行政法规禁止公开, and a number column five figures of 五号 with a little less than the usual padding.
func applicationsColumns() []doc.Column {
	columns := []doc.Column{{Share: 375}, {Share: 1025}, {Share: 2930}}
	for range 7 {
		columns = append(columns, doc.Column{Share: 649})
	}
	return columns
}

func applicationsHead(n node) []doc.Row {
	kinds := n.kid("new").labels() // 自然人, five kinds of 法人或其他组织, 总计
	last := len(kinds) - 1
	five := make([]doc.Cell, 0, last-1)
	for _, kind := range kinds[1:last] {
		five = append(five, head(n.src, kind, 1, 1))
	}
	return []doc.Row{
		{Cells: []doc.Cell{head(n.src, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), head(n.src, "申请人情况", 1, len(kinds))}},
		{Cells: []doc.Cell{head(n.src, kinds[0], 2, 1), head(n.src, "法人或其他组织", 1, len(five)), head(n.src, kinds[last], 2, 1)}},
		{Cells: five},
	}
}

// resultRows are the rows of 三、本年度办理结果, which heads the first: an item without grounds takes both columns of labels
// behind it, the grounds of an item stand beside its label.
func resultRows(n node) []doc.Row {
	heads := []doc.Cell{{Src: n.src, Text: plain("三、本年度办理结果"), Kind: doc.CellRowHead, Vertical: true}}
	var rows []doc.Row
	for _, item := range n.kids {
		if len(item.kids[0].kids) == 0 {
			rows = append(rows, applicantsRow(item, 2, heads...))
			heads = nil
			continue
		}
		group := label(item)
		group.RowSpan, group.Text = len(item.kids), plain(afterNumber(item.zh))
		heads = append(heads, group)
		for _, ground := range item.kids {
			rows = append(rows, applicantsRow(ground, 1, heads...))
			heads = nil
		}
	}
	rows[0].Cells[0].RowSpan = len(rows)
	return rows
}

// afterNumber breaks a label behind its number, （三） ¦ 不予公开, where a narrow column would tear the words apart.
func afterNumber(label string) string { return strings.Replace(label, "）", "）\n", 1) }

// applicantsRow is heads, a label over columns columns and the seven numbers.
func applicantsRow(n node, columns int, heads ...doc.Cell) doc.Row {
	l := label(n)
	l.ColSpan = columns
	return doc.Row{Cells: numbers(n, nil, append(heads, l)...)}
}

// reviewsTable is table four: 4 rows on 15 equal columns, the same in 2019 and 2021.
func reviewsTable(n node) *doc.Table {
	t := &doc.Table{Src: n.src, HeadRows: 3, Columns: equalColumns(15), Keep: true}
	first, rest := n.kids[0], n.kids[1:]
	top := []doc.Cell{head(first.src, first.zh, 1, len(first.kids)), head(n.src, "行政诉讼", 1, 2*len(first.kids))}
	var middle, low, data []doc.Cell
	for _, outcome := range first.kids {
		middle = append(middle, head(first.src, outcome.zh, 2, 1))
	}
	for _, group := range rest {
		middle = append(middle, head(group.src, group.zh, 1, len(group.kids)))
		for _, outcome := range group.kids {
			low = append(low, head(group.src, outcome.zh, 1, 1))
		}
	}
	for _, group := range n.kids {
		data = append(data, numbers(group, nil)...)
	}
	t.Rows = []doc.Row{{Cells: top, Height: 22 * unit.Pt}, {Cells: middle, Height: 22 * unit.Pt}, {Cells: low}, {Cells: data, Height: 24 * unit.Pt}}
	t.Summary = "政府信息公开行政复议、行政诉讼情况，共 4 行 15 列：行政复议、未经复议直接起诉、复议后起诉各五列，为四种结果和总计的件数。"
	return t
}

// equalColumns are n columns of the same width.
func equalColumns(n int) []doc.Column { return slices.Repeat([]doc.Column{{Share: 1}}, n) }

// head is a cell that heads columns.
func head(src, text string, rows, columns int) doc.Cell {
	return doc.Cell{Src: src, Text: plain(text), RowSpan: rows, ColSpan: columns, Kind: doc.CellColumnHead}
}

// label is the cell that heads a row with the field's name.
func label(n node) doc.Cell { return doc.Cell{Src: n.src, Text: plain(n.zh), Kind: doc.CellRowHead} }

// numbers are heads and the cells of the values below n, or of n itself where it is a value, each over so many columns. Those
// below one another stand with their last digits in line.
func numbers(n node, spans []int, heads ...doc.Cell) []doc.Cell {
	values := n.kids
	if len(values) == 0 {
		values = []node{n}
	}
	cells, texts := append(make([]doc.Cell, 0, len(heads)+len(values)), heads...), make([]doc.Span, len(values))
	for i, v := range values {
		texts[i].Text = v.text()
		cell := doc.Cell{Src: v.src, Style: numberStyle, Align: doc.AlignDecimal, Text: texts[i : i+1 : i+1]}
		if spans != nil {
			cell.ColSpan = spans[i]
		}
		cells = append(cells, cell)
	}
	return cells
}
