package compiler

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A textMaker makes up texts of what reports have, by a seed.
type textMaker struct{ *rand.Rand }

func (m textMaker) of(list []string) string { return list[m.IntN(len(list))] }

var (
	hanWords = strings.Fields("政府 信息 公开 工作 年度 报告 依申请 办结 结转 规范性文件 全市 各级 行政机关 一 二 十二 为 的 和 了 是否 第三方 “十四五”规划 《条例》 （试行） “放管服” ‘互联网＋’ 〔2021〕30号 【附件】 「引文」 ＜方案＞ 『附』 〈一〉 ［注］ ｛A｝")
	hanMarks = strings.Fields("， 。 、 ； ： ？ ！ …… —— · ？！ ， 。 ， 、 ， ”， 》、 ）。 ／ ～ – — ‘ ’ “ ” … / & = ％ 々 ： ( ) , . ; : ! ? \" ' - --")
	latin    = strings.Fields("state-of-the-art e-Government don't O’Neil covid-19 A- B/S C++ C# Wi-Fi App GB/T GB_18030 I/O R&D AT&T 5G-A p. No. the Regulation on Information (OGI) [sic] {x} <b> a+b x=y 50/50 *注 ~3 Île façade naïve Ⅱ-b e‑mail co‐op i l 'q' \"q\" office affluent fjord AVATAR To. WWW -v --v a-")
	figures  = strings.Fields("-3.5% 12,345.67 ±0.5 −3 ≥95% 5‰ 25℃ 36.5°C km² m³ CO₂ 10⁻³ ￥1,200 $30 €5 №5 10:30 9:00–17:00 2024 1 12 98.6 0517-83605210 3.1415926 1/3 ½ 2019—2022 15～20 12×36 1∶500 ①② Ⅱ ㎡ § ＜5 ＞3 100％ ＋5 １２ - -- 3- (5) 1) 1. 12:")
	places   = strings.Fields("https://www.gov.cn/zheng-ce/content/2019-04/15/content_5382991.htm?id=1&p=a_b#top hazwgkc@163.com www.yunzhou-gongkai.cn/ ftp://a.b-c.cn/~x https://www.yunzhou.gov.cn/政务公开/")
	rare     = strings.Fields("𬱖 𪣻 𨱏 䶮 龑 硚 e̋ ḿ ǹ m̄ê̄ αβγ Дума 葛󠄀城 々 ー ァ ㈱ ㎏ ← √ ■ ○ ☆ ℃ † ※ 𠮷 〇 丨 Ａ")
	others   = [][2]string{{"zh-Hant", "資訊公開、機關「回覆」。"}, {"ja", "データ、ょっと、々ー「公開」。"}, {"ko", "情報 公開 制度, GPA 2024"}, {"en", "open government data, state-of-the-art."}}
	blanks   = []string{" ", " ", " ", "　", "　　", "\u00A0", "  ", "\u2003", "\u2009", "\u202F"}
)

// word is a stretch of text without marks.
func (m textMaker) word() string {
	switch n := m.IntN(20); {
	case n < 9:
		return m.of(hanWords)
	case n < 12:
		return m.of(latin)
	case n < 16:
		return m.of(figures)
	case n < 17:
		return m.of(places)
	case n < 18:
		return m.of(rare)
	}
	return m.of(hanWords) + m.of(hanMarks)
}

// spans makes up a text of n words, and what is to be read of it.
func (m textMaker) spans(n int, notes bool) (spans []doc.Span, read string) {
	for range n {
		s := doc.Span{Text: m.word()}
		switch m.IntN(17) {
		case 0, 1, 2:
			s.Text += m.of(blanks)
		case 3:
			s.Bold = true
		case 4:
			s.Underline = true
		case 5:
			s.Dots = true
		case 6:
			s.Link = "https://www.gov.cn/"
		case 7:
			if notes {
				s.Note = "n"
			}
		case 8:
			o := others[m.IntN(len(others))]
			s.Lang, s.Text = o[0], o[1]
		case 9, 10, 11:
			s.Text += m.of(hanMarks)
		case 12:
			if m.IntN(4) == 0 {
				s.Text += "\n"
			}
		}
		spans, read = append(spans, s), read+s.Text
		if s.Note != "" {
			read += "[1]"
		}
	}
	return spans, read
}

// reads takes what is wanted from the beginning of what a program has read. A line may end anywhere, and where one ends blanks are lost;
// else there is a blank where one is typed and nowhere else, behind a label, \v, or not. It gives what it could not take.
func reads(read, want string) (rest, missing string) {
	want = strings.TrimFunc(want, unicode.IsSpace)
	for want != "" {
		gap := read[:len(read)-len(strings.TrimLeftFunc(read, unicode.IsSpace))]
		typed := want[:len(want)-len(strings.TrimLeftFunc(want, unicode.IsSpace))]
		ends := strings.Contains(gap, "\n")
		if typed == "\v" {
			typed, want = gap, gap+want[1:]
		}
		if typed != "" && gap == "" || typed == "" && gap != "" && !ends || strings.Contains(typed, "\n") && !ends {
			return read, want
		}
		read, want = read[len(gap):], want[len(typed):]
		_, n := utf8.DecodeRuneInString(want)
		if !strings.HasPrefix(read, want[:n]) {
			return gap + read, typed + want
		}
		read, want = read[n:], want[n:]
	}
	return read, ""
}

// pageFoot is a page number at a page's end.
var pageFoot = regexp.MustCompile(`—\s+\d+\s+—\s*(\f|$)`)

// madeUp is a document of made-up texts and what is to be read of it, block by block.
func madeUp(seed uint64) (given, []string) {
	m := textMaker{rand.New(rand.NewPCG(seed, 3))}
	var blocks []doc.Block
	var want []string
	for i := range 40 {
		text, read := m.spans(6+m.IntN(30), i%2 == 0)
		switch {
		case m.IntN(8) == 0:
			blocks = append(blocks, &doc.Heading{Level: 1, Text: text})
		case m.IntN(8) == 0:
			blocks, read = append(blocks, &doc.List{Kind: doc.Parenthesis, Items: []doc.Item{{Text: text}}}), "（1）\v"+read
		case m.IntN(8) == 0:
			blocks, read = append(blocks, &doc.List{Items: []doc.Item{{Text: text}}}), "•\v"+read
		default:
			blocks = append(blocks, &doc.Paragraph{Text: text})
		}
		want = append(want, read)
	}
	text, read := m.spans(30, false)
	blocks, want = append(blocks, &doc.Notes{Items: []doc.Note{{Key: "n", Text: text}}}), append(want, "[1]\v"+read)
	return given{&doc.Document{Meta: doc.Meta{Title: "文字", Author: "云州市"}, Sections: []doc.Section{{Blocks: blocks}}}}, want
}

// madeUpCells is a document of tables of made-up texts, and what is to be read cell by cell.
func madeUpCells(seed uint64) (given, []string) {
	m := textMaker{rand.New(rand.NewPCG(seed, 5))}
	var blocks []doc.Block
	var want []string
	for range 4 {
		table := &doc.Table{HeadRows: 1, StubCols: m.IntN(2), Columns: make([]doc.Column, 3+m.IntN(4))}
		for range 6 {
			var row doc.Row
			for range table.Columns {
				n := 1 + m.IntN(3)
				if m.IntN(5) == 0 {
					n = 1 + m.IntN(7)
				}
				text, read := m.spans(n, false)
				row.Cells, want = append(row.Cells, doc.Cell{Text: text}), append(want, read)
			}
			table.Rows = append(table.Rows, row)
		}
		blocks = append(blocks, table, &doc.Break{})
	}
	return given{&doc.Document{Meta: doc.Meta{Title: "表格", Author: "云州市"}, Sections: []doc.Section{{Blocks: blocks}}}}, want
}

// madeUpColumns is the same of vertical text.
func madeUpColumns(seed uint64) (given, []string) {
	m := textMaker{rand.New(rand.NewPCG(seed, 7))}
	table := &doc.Table{HeadRows: 1, Columns: make([]doc.Column, 6), Rows: make([]doc.Row, 2)}
	var want []string
	for i := range table.Rows {
		row := &table.Rows[i]
		row.Height = 60 * unit.MM
		for range table.Columns {
			text := m.of(hanWords) + m.word() + m.of(hanWords) + m.of(hanMarks)
			row.Cells, want = append(row.Cells, doc.Cell{Text: spans(text), Vertical: true}), append(want, text)
		}
	}
	return given{&doc.Document{Meta: doc.Meta{Title: "竖排", Author: "云州市"}, Sections: []doc.Section{{Blocks: []doc.Block{table}}}}}, want
}

// readsAll wants texts one after the other from what a program has read of a file, something of apart between them, and nothing else.
func (r *textReader) readsAll(t *testing.T, name string, pdf []byte, want []string, apart string) {
	t.Helper()
	rest := "\n" + pageFoot.ReplaceAllString(strings.Join(r.pages(t, pdf), "\f")+"\f", "\n")
	for _, text := range append(want, "") {
		behind := strings.TrimLeftFunc(rest, unicode.IsSpace)
		if !strings.ContainsAny(rest[:len(rest)-len(behind)], apart) {
			t.Errorf("%s, %s: %.30q goes on before %.30q", name, r.command, rest, text)
		}
		var missing string
		if rest, missing = reads(behind, text); missing != "" {
			t.Errorf("%s, %s: %.30q where %.30q comes next of %q", name, r.command, rest, missing, text)
			return
		}
	}
	if rest != "" {
		t.Errorf("%s, %s: %.30q at the end", name, r.command, rest)
	}
}

// Text comes back from all programs as it was put in, block by block and cell by cell, whatever it is made of. (A run over hundreds of
// seeds has found what these did not.)
func TestInputIsRead(t *testing.T) {
	for seed := range uint64(16) {
		d, want := madeUp(seed)
		pdf := written(t, compiled(t, d), nil)
		keepArtifact(t, fmt.Sprintf("made-up-%d.pdf", seed), pdf)
		for _, r := range textReaders {
			needPoppler(t, strings.Fields(r.command)[0])
			r.readsAll(t, fmt.Sprintf("text %d", seed), pdf, want, "\n")
		}
	}
}

func TestCellsAreRead(t *testing.T) {
	for seed := range uint64(16) {
		d, want := madeUpCells(seed)
		out := compiled(t, d)
		pdf := written(t, out, nil)
		keepArtifact(t, fmt.Sprintf("made-up-cells-%d.pdf", seed), pdf)
		for _, r := range textReaders {
			needPoppler(t, strings.Fields(r.command)[0])
			if r.told {
				r.readsAll(t, fmt.Sprintf("cells %d", seed), pdf, want, " \n")
			} else { // columns that are near each other are one to it
				r.check(t, fmt.Sprintf("cells %d", seed), out)
			}
		}
	}
}

// Vertical text comes back in its order; poppler's own order is that of lines across.
func TestColumnsAreRead(t *testing.T) {
	for seed := range uint64(16) {
		d, want := madeUpColumns(seed)
		pdf := written(t, compiled(t, d), nil)
		for _, r := range textReaders {
			needPoppler(t, strings.Fields(r.command)[0])
			if r.told {
				r.readsAll(t, fmt.Sprintf("columns %d", seed), pdf, want, " \n")
			}
		}
	}
}
