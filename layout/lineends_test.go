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
	all, err := LineEnds(d, squareSet(t))
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
	p := &doc.Paragraph{Text: []doc.Span{{Text: "全年地区生产总值", Note: "a"}, {Text: "为，，，，，，，，，，，，亿元。"}}}
	note := []doc.Span{{Text: "含变更，，，，，，，，，，，。"}}
	sheet := squareSheet(40)
	sheet.Lines.Squeeze = true
	sheet.Style("Normal").Align, sheet.Style("EndnoteText").Align = doc.AlignJustify, doc.AlignJustify
	d := &doc.Document{Sheet: sheet, Sections: []doc.Section{{Blocks: []doc.Block{p, &doc.Notes{Items: []doc.Note{{Key: "a", Text: note}}}}}}}
	all, err := LineEnds(d, squareSet(t))
	if err != nil || len(all[&p.Text[0]]) < 2 || len(all[&note[0]]) < 1 {
		t.Errorf("%v, %v", all, err)
	}
}
