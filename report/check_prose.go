package report

import (
	"regexp"
	"strings"
)

// texts checks all running text: that there is some where there must be, and that it can be printed.
func (c *checker) texts() {
	a := c.report
	c.text("agency", a.Agency)
	c.list("signature", a.Signature)
	c.paragraphs("opening", a.Opening)
	for _, s := range []struct {
		src   string
		prose *Prose
	}{{"overview", &a.Overview}, {"problems", &a.Problems}, {"other", &a.Other}} {
		if s.prose.isEmpty() {
			c.add(s.src, "section.empty")
		}
		c.paragraphs(s.src+".paragraphs", s.prose.Paragraphs)
		c.sections(s.src+".sections", s.prose.Sections, 2)
	}
}

func (c *checker) sections(src string, list []Section, level int) {
	for i, s := range list {
		at := element(src, i)
		if level > deepest {
			c.add(at, "section.deep")
			continue
		}
		c.heading(at+".heading", s.Heading)
		c.paragraphs(at+".paragraphs", s.Paragraphs)
		c.sections(at+".sections", s.Sections, level+1)
	}
}

// typedNumber is a number that someone has typed before a heading: （一） (1) 一、 1. 1．1、.
var typedNumber = regexp.MustCompile(`^[（(][一二三四五六七八九十0-9]{1,3}[）)]|^[一二三四五六七八九十]{1,3}、|^[0-9]{1,2}[.．、]`)

func (c *checker) heading(src, text string) {
	if trim(text) == "" {
		c.add(src, "field.missing")
		return
	}
	if number := typedNumber.FindString(trim(text)); number != "" {
		c.add(src, "heading.number", number)
	}
	c.text(src, text)
}

// paragraphs checks running text, whose first lines are indented by the style sheet.
func (c *checker) paragraphs(src string, list []string) {
	for i, text := range list {
		at := element(src, i)
		c.text(at, text)
		c.instruction(at, text)
		if t := trim(text); t != text && t != "" {
			c.add(at, "text.indent")
		}
	}
	c.list(src, list)
}

// list checks that no entry is empty.
func (c *checker) list(src string, list []string) {
	for i, text := range list {
		if trim(text) == "" {
			c.add(element(src, i), "text.empty")
		}
	}
}

func (c *checker) text(src, text string) {
	for _, p := range CheckText(nil, text) {
		p.Path = c.path(src)
		c.problems = append(c.problems, p)
	}
}

// instructions are notes of the blank form to whoever fills it in; some reports were published with them.
var instructions = []string{"（文字描述，收取信息处理费情况在此处报告。）", "（文字描述）", "（文字描述"}

func (c *checker) instruction(src, text string) {
	for _, s := range instructions {
		if strings.Contains(text, s) {
			c.add(src, "text.instruction", s)
			return
		}
	}
}

func (p *Prose) isEmpty() bool { return !anyText(p.Paragraphs) && !anySection(p.Sections) }

func anyText(list []string) bool {
	for _, s := range list {
		if trim(s) != "" {
			return true
		}
	}
	return false
}

func anySection(list []Section) bool {
	for _, s := range list {
		if trim(s.Heading) != "" || anyText(s.Paragraphs) || anySection(s.Sections) {
			return true
		}
	}
	return false
}

// each calls f for every paragraph with its path, in document order.
func (p *Prose) each(src string, f func(src, text string)) {
	eachText(src, p.Paragraphs, p.Sections, f)
}

func eachText(src string, paragraphs []string, sections []Section, f func(src, text string)) {
	for i, t := range paragraphs {
		f(element(src+".paragraphs", i), t)
	}
	for i, s := range sections {
		eachText(element(src+".sections", i), s.Paragraphs, s.Sections, f)
	}
}
