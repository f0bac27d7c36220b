package compiler

import (
	"context"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/pdf/pdfcheck"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/report"
)

// A setLine is a line of text as it is set: the texts that go on in one another.
type setLine struct {
	node   *display.Node // of its first text; nil: an artifact
	text   string        // as it is read: with what it borrows behind a hyphen, without what it lends
	shown  []string      // parts as they are set, for programs that know no ActualText
	parts  []string      // each on a height of its own: marks of notes are raised, and characters of vertical text stand alone
	across bool
}

// setLines are the lines of each page in the order in which they are drawn.
func setLines(d *display.Document) [][]setLine {
	pages := make([][]setLine, d.Count)
	for n := range d.Count {
		var last *display.Text
		for _, item := range d.Paint(n).Items {
			t, ok := item.(*display.Text)
			if !ok || t.Tilt != (display.Tilt{}) || len(t.Glyphs) == 0 {
				continue
			}
			if last == nil || !last.GoesOn {
				pages[n] = append(pages[n], setLine{node: t.Node, across: true})
			}
			pages[n][len(pages[n])-1].add(last, t)
			last = t
		}
	}
	return pages
}

func (l *setLine) add(last, t *display.Text) {
	read := t.String[t.Lent:] + t.Borrowed
	l.across = l.across && t.Dir == display.Across
	level := l.across && last != nil && max(t.At.Y-last.At.Y, last.At.Y-t.At.Y) < max(t.Size, last.Size)/2
	l.parts, l.shown = addPart(l.parts, t.Dir, read, level), addPart(l.shown, t.Dir, t.String, level)
	l.text += read
}

func addPart(parts []string, dir display.Direction, text string, level bool) []string {
	switch n := len(parts); {
	case dir == display.Down:
		return append(parts, strings.Split(text, "")...)
	case dir == display.Rotated: // programs take spaces there for ends of lines
		return append(parts, strings.Fields(text)...)
	case n > 0 && level:
		parts[n-1] += text
		return parts
	}
	return append(parts, text)
}

// spaced makes one space of each run of them: programs do not tell how wide they are.
func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }

// Every line that is set comes back as one line, with a space where one is typed and nowhere else, from programs that know nothing of
// tags; and in the order of the file from those that keep to it.
func TestSetLinesAreRead(t *testing.T) {
	reports := soundReports(t)
	for _, name := range []string{"gaps", "squeezed", "hyphens"} {
		keepArtifact(t, name+".pdf", written(t, reports[name], nil))
	}
	for _, r := range textReaders {
		t.Run(r.command, func(t *testing.T) {
			needPoppler(t, strings.Fields(r.command)[0])
			for name, out := range reports {
				r.check(t, name, out)
			}
			t.Log("not asked: tilted text, spaces in turned text")
		})
	}
}

// soundReports are those of testdata without faults, and three of gaps and spaces, of squeezed marks and of hyphens.
func soundReports(t *testing.T) map[string]*Output {
	t.Helper()
	reports := map[string]*Output{"gaps": compiled(t, gapsReport()), "squeezed": compiled(t, squeezedReport()), "hyphens": compiled(t, hyphensReport())}
	for _, name := range reportNames(t) {
		if !strings.HasPrefix(name, "bad-") {
			reports[name] = compiled(t, readAny(t, name))
		}
	}
	return reports
}

func compiled(t *testing.T, r report.Report) *Output {
	t.Helper()
	out, err := Compile(context.Background(), r, &Options{Fonts: bundledSet(t)})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// gapsReport has Han beside Latin on its way through all widths of a line, in several sizes, spaces typed beside Han, between
// characters that stand alone and beside marks, and spans of several faces, links and notes.
func gapsReport() given {
	texts := []string{
		"全年共办理政府信息公开申请2024件，其中第3季度12件、App端5件，占98.6%，同比增长3.5个百分点，国办函〔2021〕30号，GB/T 9704—2012共28字。",
		"手工键入空格：2024 年 1 月 1 日 办结 12 件， 3 件 结转 。 （ 2 件 ）“ A ”《 B 》 GB 18030、合 计、合　计、合　　计、甲 乙 丙 1 2，数据见表 1 和附件 2 。",
		"政府信息公开——2024年，辖区面积1234.56 km² （含水域）；见GB/T 9704 《格式》——App端：https://www.gov.cn/zhengce/content/2019-04/15/content_5382991.htm全文。",
		"The Regulation on Open Government Information 《中华人民共和国政府信息公开条例》 (State Council Order No. 711) 自 2019 年 5 月 15 日起施行。",
		"一二三四五六七八九十一二第e̋，5G期m̄ê̄为ḿ二m̄ê̄ 办结e̋　件。网址www.gov.cn/·O’Neil：＞3？！「引文」km/ 【附件】，办结·  〔2021〕30号m̄ê̄，件，m̄ê̄“为”e̋和ï·i·l、《i》（l）。",
	}
	var blocks []doc.Block
	for _, text := range texts {
		for cut := range 12 {
			blocks = append(blocks, &doc.Paragraph{Text: spans(string([]rune(text)[cut:]))})
		}
		for level := range 4 {
			blocks = append(blocks, &doc.Heading{Level: level + 1, Text: spans(text)})
		}
	}
	blocks = append(blocks, &doc.Paragraph{Text: []doc.Span{
		{Text: "办理", Bold: true}, {Text: "12"}, {Text: "件", Note: "n"}, {Text: "2024", Link: "https://www.gov.cn/"}, {Text: "年", Bold: true},
		{Text: "3", Bold: true, Note: "n"}, {Text: "/期 "}, {Text: " 4", Lang: "en"}, {Text: "期"},
	}}, &doc.Paragraph{Text: []doc.Span{{Text: "甲", Note: "n"}, {Text: "　　乙", Note: "n"}, {Text: " 丙", Note: "n"}, {Text: "　丁"}}}, &doc.Notes{Items: []doc.Note{{Key: "n", Text: spans("含2023年结转的3件。")}}})
	return given{&doc.Document{Meta: doc.Meta{Title: "中西文间距", Author: "云州市"}, Sections: []doc.Section{{Blocks: blocks}}}}
}

// squeezedReport has marks squeezed by one another, at the ends of lines, by what is beside them in another face or size, and from both
// sides.
func squeezedReport() given {
	const long = "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）、《国务院办公厅关于印发〈政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）" +
		"，“十四五”规划、《纲要》、‘放管服’，阿不都·热依木说：“《条例》是‘依据’。”（“以下略”）。见《ABC》（Word）、《GB/T 9704》（2012）——“X”。"
	var blocks []doc.Block
	for _, cut := range []int{0, 1, 2, 3, 5, 8, 11, 17} {
		text := string([]rune(long)[cut:])
		blocks = append(blocks, &doc.Paragraph{Text: spans(text)}, &doc.Paragraph{Text: []doc.Span{{Text: "办法》"}, {Text: "（试行）、《", Bold: true}, {Text: text}}},
			&doc.Paragraph{Text: []doc.Span{{Text: text, Note: "n"}, {Text: "（见“公报”", Note: "n"}, {Text: "（《年鉴》", Note: "n"}, {Text: "）》。", Note: "n"}, {Text: text}}})
	}
	blocks = append(blocks, &doc.Notes{Items: []doc.Note{{Key: "n", Text: spans("含转交的。")}}})
	return given{&doc.Document{Meta: doc.Meta{Title: "标点", Author: "云州市"}, Sections: []doc.Section{{Blocks: blocks}}}}
}

// hyphensReport has hyphens on their way through the ends of lines, in text, headings, notes, links, narrow cells and turned text, at
// page ends, where a new line is forced and where text ends.
func hyphensReport() given {
	const text = "采用state-of-the-art技术，推进e-Government与“互联网＋”，见GB/T-9704、A-类、甲-乙-丙，covid-\n19，A - B"
	long := strings.Repeat("end-to-end-", 120)
	blocks := []doc.Block{&doc.Paragraph{Text: spans(long)}, &doc.Paragraph{Text: spans("评定为A-")}}
	var cells []doc.Cell
	for cut := range 24 {
		text := text[3*(cut%2):] + long[:3*cut]
		pad := strings.Repeat("公", cut)
		blocks = append(blocks, &doc.Paragraph{Text: spans(pad + text)}, &doc.Heading{Level: 1, Text: spans(pad + text)},
			&doc.Paragraph{Text: []doc.Span{{Text: pad + "见sta-", Note: "n"}, {Text: "state-of-", Bold: true}, {Text: "the-art", Underline: true}, {Text: "-open-data-", Link: "https://www.gov.cn/"}, {Text: "end-to-end"}}})
		cells = append(cells, doc.Cell{Text: spans(pad + text)})
	}
	down := doc.Cell{Text: spans("开state-of-the-art放"), Vertical: true}
	rows := []doc.Row{{Cells: cells[:6]}}
	for len(cells) > 6 {
		cells = cells[6:]
		rows = append(rows, doc.Row{Cells: cells[:6]}, doc.Row{Cells: []doc.Cell{{Text: spans("-")}, {Text: spans("A-")}, {Text: spans("-")}, down, {Text: spans("B-")}, {}}, Height: 30 * unit.MM})
	}
	blocks = append(blocks, &doc.Table{HeadRows: 1, Columns: make([]doc.Column, 6), Rows: rows},
		&doc.Notes{Items: []doc.Note{{Key: "n", Text: spans(text + long)}}})
	return given{&doc.Document{Meta: doc.Meta{Title: "连字符", Author: "云州市"}, Sections: []doc.Section{{Blocks: blocks}}}}
}

// Between two characters of a line is no room that looks like a space, and where one is typed there is room for it. Poppler's limits
// are 0.1 and 0.15 em, in later versions 0.2.
func TestRoomBetweenCharacters(t *testing.T) {
	for name, out := range soundReports(t) {
		rooms, err := pdfcheck.Rooms(written(t, out, nil))
		if err != nil || len(rooms) == 0 {
			t.Fatalf("%s: %d rooms: %v", name, len(rooms), err)
		}
		for _, r := range rooms {
			if r.Space && r.Wide < 205 || !r.Space && (r.Wide > 95 && r.Wide < 500 || r.Wide < -200) {
				t.Errorf("%s: %+v", name, r)
			}
		}
	}
}

// What is set, block by block in the order of the pages, is the text of the tags in their order: so is what programs read that keep to
// the order of the file.
func TestSetLinesAreTheTags(t *testing.T) {
	for name, out := range soundReports(t) {
		tags, err := pdfcheck.Text(written(t, out, nil))
		if err != nil {
			t.Fatal(err)
		}
		set := setBlocks(out.Pages)
		for i, want := range strings.Split(strings.TrimSuffix(tags, "\n"), "\n") {
			if i >= len(set) || set[i] != want {
				t.Errorf("%s: %q is not what is set there", name, want)
				break
			}
		}
	}
}

// setBlocks are the texts of all blocks in the order in which they begin.
func setBlocks(d *display.Document) []string {
	at, blocks := map[*display.Node]int{}, blockNodes(d.Root)
	var texts []string
	for _, page := range setLines(d) {
		for _, line := range page {
			if line.node == nil {
				continue
			}
			b := blocks[line.node]
			if _, ok := at[b]; !ok {
				at[b] = len(texts)
				texts = append(texts, "")
			}
			texts[at[b]] += line.text
		}
	}
	return texts
}

// blockNodes gives for each node the one that it is part of: spans and links stand in the lines of others.
func blockNodes(root *display.Node) map[*display.Node]*display.Node {
	blocks := map[*display.Node]*display.Node{}
	var walk func(n, block *display.Node)
	walk = func(n, block *display.Node) {
		if n.Role != display.RoleSpan && n.Role != display.RoleLink && n.Role != display.RoleReference {
			block = n
		}
		blocks[n] = block
		for _, kid := range n.Kids {
			walk(kid, block)
		}
	}
	walk(root, root)
	return blocks
}
