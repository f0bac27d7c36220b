package layout

import (
	"strings"
	"testing"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// What each of ten characters of 10 pt is moved, in twips, where a line has so many points left and the next begins with so many.
func TestTrackOfALine(t *testing.T) {
	for _, c := range []struct{ slack, lead, want int }{
		{0, 10, 0},    // the line is full
		{4, 10, 0},    // the next character does not come up to it
		{4, 0, 0},     // a last line
		{6, 10, 2},    // it might: 1 of 6 points is shared out, 5 stay in doubt
		{5, 5, 5},     // half an em, a figure: 2.5 points are left
		{25, 10, 40},  // 20 points over ten characters
		{-5, 10, -20}, // half an em that a mark has given up here, and 5 points more
		{-5, 0, -20},  // the last line must hold what it has
	} {
		got := track(unit.Length(c.slack)*unit.Pt, unit.Length(c.lead)*unit.Pt, 5*unit.Pt, 10)
		if got != unit.Length(c.want)*unit.Twip {
			t.Errorf("%d pt left, %d pt next: %d twips, want %d", c.slack, c.lead, got/unit.Twip, c.want)
		}
	}
}

// Filling line after line with the tracking that LineEnds gives ends the lines where the layout has them, whatever the text.
func TestLineEndsFill(t *testing.T) {
	sheet := squareSheet(40)
	sheet.Lines.Squeeze, sheet.Lines.HanLatin = true, 25
	sheet.Style("Normal").Align = doc.AlignJustify
	sheet.Style("Normal").Indent = 200
	long := "本公报数据均为初步统计数。部分数据因四舍五入的原因，存在总计与分项合计不等的情况；行政许可1205件，“一网通办”（含网上）占98.6%，比上年增长3.9%。"
	var blocks []doc.Block
	for i := range 12 {
		p := paragraph(strings.Repeat("公", i) + long)
		p.Text = append(p.Text, doc.Span{Text: "有关说明详见", Bold: true}, doc.Span{Text: "附表。"})
		blocks = append(blocks, p, paragraph("全年\n"+long))
	}
	d := &doc.Document{Sheet: sheet, Sections: []doc.Section{{Blocks: blocks}}}
	all, err := lineEnds(t, d)
	if err != nil {
		t.Fatal(err)
	}
	tracked := 0
	for _, block := range blocks {
		p := block.(*doc.Paragraph)
		text := ""
		for _, s := range p.Text {
			text += s.Text
		}
		start := 0
		for i, end := range all[&p.Text[0]] {
			line := text[start:end.At]
			room := 120 * unit.Pt
			if i == 0 {
				room -= 20 * unit.Pt
			}
			next, _, _ := strings.Cut(text[end.At:], "\n")
			if w := plainWidth(line, end.Track); w > room {
				t.Errorf("%s is %v wide on %v", line, w, room)
			} else if strings.HasPrefix(text[end.At:], "\n") || next == "" {
				// nothing can come up
			} else if w+plainWidth(firstWord(next), end.Track) <= room {
				t.Errorf("%s is %v wide and leaves room for %s", line, w, firstWord(next))
			}
			if start = end.At; end.Track != 0 {
				tracked++
			}
		}
	}
	if tracked < 20 {
		t.Errorf("%d lines needed tracking: not enough to tell", tracked)
	}
}

func lineEnds(t *testing.T, d *doc.Document) (Ends, error) {
	t.Helper()
	_, ends, err := LayoutLines(t.Context(), d, squareSet(t))
	return ends, err
}

// plainWidth is the width of text in a word processor in the square face, where letters and figures are as wide as it has them.
func plainWidth(text string, track unit.Length) unit.Length {
	w, last := unit.Length(0), rune(0)
	for _, r := range strings.TrimPrefix(text, "\n") {
		w += 10*unit.Pt + track
		if r < 0x80 {
			w -= 5 * unit.Pt
		}
		if quarters(last, r) {
			w += 10 * unit.Pt / 4
		}
		last = r
	}
	return w
}

// firstWord is what must come up together: a character, or letters and figures.
func firstWord(text string) string {
	for i, r := range text {
		if i > 0 && !staysWhole(r) {
			return text[:i]
		}
	}
	return text
}

// Text with the call of a note is found by the span that the document has, although each call is a span of its own in the layout; and
// so is a note.
func TestLineEndsBesideNotes(t *testing.T) {
	p := &doc.Paragraph{Text: []doc.Span{{Text: "全年地区生产总值", Note: "a"}, {Text: "为一万二千三百亿元，（按不变价格计算）比上年增长百分之五，“第二产业”增长百分之六。"}}}
	note := []doc.Span{{Text: "本公报数据均为初步统计数。部分数据因四舍五入，总计与分项合计不等的，均未作调整，下同。"}}
	sheet := squareSheet(40)
	sheet.Page.Size.W = 215 * unit.Pt
	sheet.Lines.Squeeze = true
	sheet.Style("Normal").Align, sheet.Style("EndnoteText").Align = doc.AlignJustify, doc.AlignJustify
	d := &doc.Document{Sheet: sheet, Sections: []doc.Section{{Blocks: []doc.Block{p, &doc.Notes{Items: []doc.Note{{Key: "a", Text: note}}}}}}}
	all, err := lineEnds(t, d)
	if err != nil || len(all[&p.Text[0]]) < 2 || len(all[&note[0]]) < 1 {
		t.Errorf("%v, %v", all, err)
	}
}

// A title of two sentences, the second longer than the lines of the first: no measure gives these lines, so they are ended by force, but
// where the text ends one itself. A head that a measure gives is left to it.
func TestLineEndsOfHeads(t *testing.T) {
	title := &doc.Heading{Text: []doc.Span{{Text: "云州市人民政府办公室关于工作\n二〇二三年信息公开报告"}}}
	matched := &doc.Heading{Text: []doc.Span{{Text: "云州市高新技术产业开发区管理委员会行政审批局"}}}
	head := doc.Cell{Text: []doc.Span{{Text: "运行维护费"}}}
	table := &doc.Table{HeadRows: 1, Columns: []doc.Column{{Width: 48 * unit.Pt}}, Rows: []doc.Row{{Cells: []doc.Cell{head}}, {Cells: []doc.Cell{{}}}}}
	sheet := squareSheet(16)
	sheet.Table.PadX = 0
	sheet.Style("Title").Align, sheet.Style("TableHead").Align = doc.AlignCenter, doc.AlignCenter
	d := &doc.Document{Sheet: sheet, Sections: []doc.Section{{Blocks: []doc.Block{title, matched, table}}}}
	all, err := lineEnds(t, d)
	if err != nil || len(all) != 2 {
		t.Fatalf("%v, %v", all, err)
	}
	for first, want := range map[*doc.Span]string{&title.Text[0]: "云州市人民政府办公室|关于工作\n二〇二三年信息公开报告", &table.Rows[0].Cells[0].Text[0]: "运行|维护费"} {
		got, from := "", 0
		for _, end := range all[first] {
			got += first.Text[from:end.At]
			if from = end.At; end.Forced {
				got += "|"
			}
		}
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// A line of many marks side by side has given up so much here that its characters would touch: it is left to the word processor,
// with the lines below it, but not the one above.
func TestLineEndsLeaveCrowdedLines(t *testing.T) {
	sheet := squareSheet(16)
	sheet.Lines.Squeeze = true
	sheet.Style("Normal").Align = doc.AlignJustify
	spaced := 0
	for i := range 12 {
		before := strings.Repeat("公", i) + "开目录，公开指南，公开年度报告，政府规章。"
		p := paragraph(before + strings.Repeat("《〈》〉", 5) + strings.Repeat("报告，公开目录、", 4))
		all, err := lineEnds(t, &doc.Document{Sheet: sheet, Sections: []doc.Section{{Blocks: []doc.Block{p}}}})
		if err != nil {
			t.Fatal(err)
		}
		for _, end := range all[&p.Text[0]] {
			if end.Track < -unit.Pt || end.At > len(before)+len("《〈》〉") {
				t.Errorf("behind byte %d: characters of 10 pt moved by %v", end.At, end.Track)
			}
			if end.Track != 0 {
				spaced++
			}
		}
	}
	if spaced < 3 {
		t.Errorf("%d lines spaced: not enough to tell", spaced)
	}
}

// The items of a list in a cell are broken at sense, as labels are, and are not set in, so their lines are ended by force.
func TestLineEndsOfItemsInCells(t *testing.T) {
	list := &doc.List{Kind: doc.Bullets, Items: []doc.Item{{Text: []doc.Span{{Text: "办理时间、地点"}}}, {Text: []doc.Span{{Text: "联系方式"}}}}}
	table := &doc.Table{Columns: []doc.Column{{Width: 70 * unit.Pt}}, Rows: []doc.Row{{Cells: []doc.Cell{{Blocks: []doc.Block{list}}}}}}
	sheet := squareSheet(40)
	sheet.Table.PadX = 0
	all, err := lineEnds(t, &doc.Document{Sheet: sheet, Sections: []doc.Section{{Blocks: []doc.Block{table}}}})
	first := all[&list.Items[0].Text[0]]
	if err != nil || len(first) != 2 || !first[0].Forced || first[0].At != len("办理时间、") || first[1].Forced {
		t.Errorf("%+v, %v", first, err)
	}
	if got := all[&list.Items[1].Text[0]]; got != nil {
		t.Errorf("an item on one line: %+v", got)
	}
}

// A word processor takes a web address for one word. Where the layout ends a line inside one, the DOCX must, or the line before the
// address would be as wide as four characters can be set:
//
//	公开目录见http://www
//	.yunzhou.gov.cn/zwgk
func TestLineEndsPartAddresses(t *testing.T) {
	sheet := squareSheet(12)
	sheet.Style("Normal").Align = doc.AlignJustify
	p := paragraph("公开目录见http://www.yunzhou.gov.cn/zwgk，内容按年-月归档。")
	all, err := lineEnds(t, &doc.Document{Sheet: sheet, Sections: []doc.Section{{Blocks: []doc.Block{p}}}})
	if err != nil {
		t.Fatal(err)
	}
	parted := 0
	for _, end := range all[&p.Text[0]] {
		before, behind := p.Text[0].Text[end.At-1], byte(0)
		if end.At < len(p.Text[0].Text) {
			behind = p.Text[0].Text[end.At]
		}
		inside := partsWord(rune(before), rune(behind))
		if inside != end.Forced {
			t.Errorf("behind %q: forced %v", p.Text[0].Text[:end.At], end.Forced)
		}
		if inside {
			parted++
		}
	}
	if parted == 0 {
		t.Error("no line ends inside the address")
	}
	for _, c := range []struct {
		before, behind rune
		want           bool
	}{{'w', '.', true}, {'=', '3', true}, {'/', 'z', false}, {'-', 'a', false}, {' ', 'a', false}, {'见', 'h', false}, {'n', '，', false}, {'0', 0, false}} {
		if partsWord(c.before, c.behind) != c.want {
			t.Errorf("%q|%q: want %v", c.before, c.behind, c.want)
		}
	}
}

// A paragraph of a quarter of a million spans is told of in a moment: what stands around each line's end is not sought from the first span on.
func TestLineEndsOfManySpans(t *testing.T) {
	sheet := squareSheet(12)
	sheet.Style("Normal").Align = doc.AlignJustify
	p := &doc.Paragraph{}
	for i := range 250_000 {
		p.Text = append(p.Text, doc.Span{Text: "公，", Bold: i%2 == 0})
	}
	if _, err := lineEnds(t, &doc.Document{Sheet: sheet, Sections: []doc.Section{{Blocks: []doc.Block{p}}}}); err != nil {
		t.Fatal(err)
	}
}

// Characters stand closer for the grid's 28 to fit in. LibreOffice leaves that out where Han and < or > meet: a line of three <方案> was taken
// for narrower than it is there, and ended elsewhere.
//
//	公开<方案>开       four such places
func TestLineEndsBesideAngles(t *testing.T) {
	b := newBench(t)
	b.style.Size, b.style.Leading, b.style.OnGrid = unit.Hao3, 29*unit.Pt, true
	width := func(text string) unit.Length {
		teller := lineTeller{setter: b.setter, block: b.block(t, text, 28)}
		if !teller.plainLines() || len(teller.plain) != 1 {
			t.Fatalf("%d lines of %s", len(teller.plain), text)
		}
		return teller.plain[0].width
	}
	tracking := b.sheet.TrackingOf(&b.style)
	if got, want := width("公开<方案>开")-width("公开*方案*开"), -4*tracking; got != want || tracking >= 0 {
		t.Errorf("%v wider, want %v", got, want)
	}
	if got, want := width("a<b>c"), width("a*b*c"); got != want {
		t.Errorf("between letters %v, want %v", got, want)
	}
}
