package report

import (
	"strconv"
	"strings"

	"github.com/banxin-go/banxin/layout/doc"
)

// Name is the report's name behind the agency's: 2022年政府信息公开工作年度报告.
func (a *Annual) Name() string {
	return strconv.Itoa(a.Year) + "年政府信息公开工作年度报告"
}

// Document sets the report out in the order of 国办公开办函〔2021〕30号: title, opening, six sections, signature.
func (a *Annual) Document() *doc.Document {
	root := treeOf(a)
	w := &writer{}
	w.heading("agency", 0, a.Agency+"\n"+a.Name())
	w.paragraphs("opening", a.Opening)
	for _, section := range root.kids {
		a.section(w, section)
	}
	if s := a.signature(); s != nil {
		w.add(s)
	}
	return &doc.Document{
		Meta: doc.Meta{
			Title: a.Agency + a.Name(), Author: a.Agency, Subject: "政府信息公开工作年度报告",
			Keywords: []string{"政府信息公开", "年度报告", strconv.Itoa(a.Year)},
			Lang:     "zh-CN", Date: a.Date.Time(),
		},
		Sections: []doc.Section{{Blocks: w.blocks}},
	}
}

// section writes one of the six sections; fields that are no section are passed over.
func (a *Annual) section(w *writer, n node) {
	switch n.name {
	case "overview", "problems", "other":
		w.heading(n.src, 1, n.zh)
		w.prose(n.src, *n.value.Addr().Interface().(*Prose))
	case "disclosure", "disclosure2019":
		w.heading(n.src, 1, n.zh)
		w.add(disclosureTable(n))
	case "applications":
		w.heading(n.src, 1, n.zh)
		w.add(applicationsTable(n))
	case "reviews":
		w.heading(n.src, 1, n.zh)
		w.add(reviewsTable(n))
	}
}

// signature is the 落款, nil where the report has none. A date alone is signed by the agency.
func (a *Annual) signature() *doc.Signature {
	names := a.Signature
	switch {
	case len(names) == 0 && a.Date.IsZero():
		return nil
	case len(names) == 0:
		names = []string{a.Agency}
	}
	return &doc.Signature{Src: "signature", Names: names, Date: a.Date.String()}
}

// writer collects the blocks of a document.
type writer struct {
	blocks []doc.Block
	parts  bool // headings of level 1 are parts, 第一部分: 一、 comes below them, and （一） below that
}

func (w *writer) add(b doc.Block) { w.blocks = append(w.blocks, b) }

func (w *writer) heading(src string, level int, text string) {
	style := "" // the level's own
	switch {
	case w.parts && level == 1:
		style = "Part"
	case w.parts && level > 1:
		style = "PartHeading" + strconv.Itoa(level)
	}
	w.add(&doc.Heading{Src: src, Level: level, Style: style, Text: plain(text)})
}

func (w *writer) paragraphs(src string, texts []string) {
	for i, t := range texts {
		w.add(&doc.Paragraph{Src: element(src, i), Text: plain(trim(t))})
	}
}

// prose writes paragraphs and sub-sections from level 2 on.
func (w *writer) prose(src string, p Prose) {
	w.paragraphs(src+".paragraphs", p.Paragraphs)
	w.sections(src+".sections", p.Sections, 2)
}

func (w *writer) sections(src string, list []Section, level int) {
	for i, s := range list {
		at := element(src, i)
		w.heading(at+".heading", level, w.ordinal(level, i+1)+trim(s.Heading))
		w.paragraphs(at+".paragraphs", s.Paragraphs)
		if level < deepest {
			w.sections(at+".sections", s.Sections, level+1)
		}
	}
}

// deepest is the last level of headings that has a number (GB/T 9704-2012 7.3.3).
const deepest = 4

// ordinal is the number of a heading, with its mark: （一） on level 2, 1. on level 3, （1） on level 4 (GB/T 9704-2012
// 7.3.3). Level 1 has its numbers in the names of the sections, or holds parts, and then level 2 begins with 一、.
func (w *writer) ordinal(level, n int) string {
	if w.parts {
		level--
	}
	switch level {
	case 1:
		return chinese(n) + "、"
	case 2:
		return "（" + chinese(n) + "）"
	case 3:
		return strconv.Itoa(n) + "."
	}
	return "（" + strconv.Itoa(n) + "）"
}

// chinese gives 1 to 99 in Chinese figures, as headings are counted; beyond, digits.
func chinese(n int) string {
	const figures = "零一二三四五六七八九"
	figure := func(i int) string { return string([]rune(figures)[i]) }
	switch {
	case n < 1 || n > 99:
		return strconv.Itoa(n)
	case n < 10:
		return figure(n)
	}
	s := "十"
	if n >= 20 {
		s = figure(n/10) + s
	}
	if n%10 > 0 {
		s += figure(n % 10)
	}
	return s
}

func element(src string, i int) string { return src + "[" + strconv.Itoa(i) + "]" }

func plain(text string) []doc.Span { return []doc.Span{{Text: text}} }

// trim takes the blanks off that stand for an indent in text pasted from elsewhere: the style sheet indents.
func trim(s string) string { return strings.Trim(s, blanks) }

// blanks are what people indent a line with.
const blanks = " \t\u00a0\u3000"
