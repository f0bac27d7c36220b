package compiler

import (
	"net/url"
	"strings"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/report"
)

// checkDocument finds what no layout could mend: headings that leave out a level, links and notes that lead nowhere. Every
// Document method is someone's own code, so this is asked of all of them.
func checkDocument(d *doc.Document, r report.Report) report.Problems {
	c := &documentCheck{report: r, keys: map[string]bool{}, notes: map[string]bool{}}
	if strings.TrimSpace(d.Meta.Title) == "" {
		c.add("", "meta.title")
	}
	c.meta(d)
	eachBlock(d, c.collect)
	eachBlock(d, c.block)
	return c.found
}

func eachBlock(d *doc.Document, do func(doc.Block)) {
	for i := range d.Sections {
		for _, b := range d.Sections[i].Blocks {
			do(b)
		}
	}
}

type documentCheck struct {
	report report.Report
	keys   map[string]bool
	notes  map[string]bool
	level  int // of the heading before
	found  report.Problems
}

func (c *documentCheck) add(src string, code report.Code, args ...any) {
	c.found = append(c.found, report.NewProblem(report.ParsePath(src, c.report), code, args...))
}

// collect notes what links and notes may point to.
func (c *documentCheck) collect(b doc.Block) {
	switch b := b.(type) {
	case *doc.Heading:
		c.key(b.Src, b.Key, c.keys)
	case *doc.Paragraph:
		c.key(b.Src, b.Key, c.keys)
	case *doc.Table:
		c.key(b.Src, b.Key, c.keys)
		for _, n := range b.Footnotes {
			c.key(b.Src, n.Key, c.notes)
		}
	case *doc.Figure:
		c.key(b.Src, b.Key, c.keys)
	case *doc.Chart:
		c.key(b.Src, b.Key, c.keys)
	case *doc.Notes:
		for _, n := range b.Items {
			c.key(b.Src, n.Key, c.notes)
		}
	}
}

func (c *documentCheck) key(src, key string, taken map[string]bool) {
	if key != "" && taken[key] {
		c.add(src, "key.duplicate", key)
	}
	taken[key] = true
}

func (c *documentCheck) block(b doc.Block) {
	switch b := b.(type) {
	case *doc.Heading:
		c.heading(b)
		c.spans(b.Src, b.Text)
	case *doc.Paragraph:
		c.spans(b.Src, b.Text)
	case *doc.List:
		c.list(b)
	case *doc.Table:
		c.table(b)
	case *doc.Figure:
		c.plain(b.Src, b.Alt)
		c.spans(b.Src, b.Caption)
	case *doc.Chart:
		c.plain(b.Src, b.Alt)
		for i := range b.Series {
			c.plain(b.Src, b.Series[i].Name)
		}
		c.spans(b.Src, b.Caption)
	case *doc.Contents:
		c.spans(b.Src, b.Title)
	case *doc.Notes:
		c.spans(b.Src, b.Title)
		for _, n := range b.Items {
			c.spans(b.Src, n.Text)
		}
	}
}

// heading refuses a level below one that is missing (PDF/UA-1 7.4.2), and more levels than a report has.
func (c *documentCheck) heading(h *doc.Heading) {
	if h.Level > c.level+1 || h.Level < 0 || h.Level > 4 {
		c.add(h.Src, "heading.level", c.level, h.Level)
	}
	if h.Level > 0 {
		c.level = h.Level
	}
	for _, s := range h.Text {
		if strings.TrimSpace(s.Text) != "" {
			return
		}
	}
	c.add(h.Src, "heading.empty")
}

func (c *documentCheck) list(l *doc.List) {
	for i := range l.Items {
		c.spans(l.Src, l.Items[i].Text)
		if l.Items[i].Sub != nil {
			c.list(l.Items[i].Sub)
		}
	}
}

func (c *documentCheck) table(t *doc.Table) {
	c.plain(t.Src, t.Summary)
	c.spans(t.Src, t.Caption)
	c.spans(t.Src, t.Unit)
	c.spans(t.Src, t.Empty)
	for _, n := range t.Notes {
		c.spans(t.Src, n)
	}
	for _, n := range t.Footnotes {
		c.spans(t.Src, n.Text)
	}
	for i := range t.Rows {
		for k := range t.Rows[i].Cells {
			cell := &t.Rows[i].Cells[k]
			c.spans(cell.Src, cell.Text)
			for _, text := range cell.Diagonal {
				c.spans(cell.Src, text)
			}
			for _, b := range cell.Blocks {
				c.block(b)
			}
		}
	}
}

func (c *documentCheck) spans(src string, spans []doc.Span) {
	for i := range spans {
		s := &spans[i]
		if s.Lang != "" {
			c.lang(src, s.Lang)
		}
		if s.Note != "" && !c.notes[s.Note] {
			c.add(src, "note.unknown", s.Note)
		}
		switch key, internal := strings.CutPrefix(s.Link, "#"); {
		case internal && (key == "" || !c.keys[key]):
			c.add(src, "link.target", s.Link)
		case !internal && s.Link != "" && !safeAddress(s.Link):
			c.add(src, "link.address", s.Link)
		}
	}
}

// safeAddress allows what a reader may be sent to: never javascript: or file:.
func safeAddress(link string) bool {
	u, err := url.Parse(link)
	if err != nil || len(link) > 2000 {
		return false
	}
	switch u.Scheme {
	case "http", "https":
		return u.Host != ""
	case "mailto":
		return u.Opaque != ""
	}
	return false
}
