package report

import (
	"cmp"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/banxin-go/banxin/layout/doc"
)

// Free is a report of free form: it says itself what stands on its pages. It is for whatever has no type of its own, and the
// way to hand over a document as JSON ("kind": "document"). Its JSON is that of package doc, field by field, with these
// short forms:
//
//	"文字"            in place of a paragraph, a cell, an item of a list, a note or a stretch of plain text
//	236.60           in place of a cell that holds this figure, as it is written
//	null             in place of an empty cell
//	["甲", {…}]       in place of a row that has cells only; in place of a cell or an item with several stretches of text
//	25, "30mm"       in place of a column that has this share, or this width
//	"28mm", "三号"    a length
//	2, -2, 0.25      a length in characters
//	"A4 landscape"   a size of paper
//
// The sheet is GB9704's with what the JSON changes in it: styles are changed by their id, and a style with a new id starts as
// Normal. The page of a section starts as the sheet's, with "turned": true as the sheet's turned (doc.Page.Turn).
type Free struct {
	Title    string        `json:"title" zh:"题名" doc:"what catalogues and screen readers are told; the visible title is a heading of level 0"`
	Author   string        `json:"author,omitempty" zh:"作者" doc:"the issuing agency"`
	Subject  string        `json:"subject,omitempty" zh:"主题"`
	Keywords []string      `json:"keywords,omitempty" zh:"第#关键词"`
	Lang     string        `json:"lang,omitempty" zh:"语言" doc:"BCP 47; none is zh-CN"`
	Date     Date          `json:"date,omitzero" zh:"日期" doc:"of the document, YYYY-MM-DD"`
	Sheet    *doc.Sheet    `json:"sheet,omitempty" zh:"样式表" doc:"what is not as GB/T 9704-2012 has it"`
	Sections []doc.Section `json:"sections" zh:"第#节"`

	places *places
}

// Document gives the document as it is.
func (f *Free) Document() *doc.Document {
	return &doc.Document{
		Meta: doc.Meta{
			Title: f.Title, Author: f.Author, Subject: f.Subject, Keywords: slices.Clone(f.Keywords),
			Lang: f.Lang, Date: f.Date.Time(),
		},
		Sheet: f.Sheet, Sections: f.Sections,
	}
}

// Check finds what is missing and what cannot be printed. Of the shape of tables, of links and of styles the compiler tells.
func (f *Free) Check() Problems {
	c := &freeChecker{known: fieldCache{}, sheet: f.Sheet}
	if c.sheet == nil {
		c.sheet = doc.GB9704()
	}
	if trim(f.Title) == "" {
		c.add("field.missing", Step{Field: "title", Zh: "题名"})
	}
	if !f.Date.IsZero() && !f.Date.valid() {
		c.add("date.calendar", Step{Field: "date", Zh: "日期"}, f.Date.Year, f.Date.Month, f.Date.Day)
	}
	if len(f.Sections) == 0 {
		c.add("section.empty", Step{Field: "sections", Zh: "第#节"})
	}
	c.fields(reflect.ValueOf(f).Elem())
	return f.places.settle(c.problems)
}

// freeChecker walks through a document. path is where it stands.
type freeChecker struct {
	path     Path
	known    fieldCache
	sheet    *doc.Sheet
	problems Problems
}

func (c *freeChecker) add(code Code, at Step, args ...any) {
	c.problems = append(c.problems, NewProblem(append(slices.Clone(c.path), at), code, args...))
}

// fields visits the fields of a struct in their order.
func (c *freeChecker) fields(v reflect.Value) {
	for _, f := range c.known.of(v.Type()) {
		c.path = append(c.path, Step{Field: f.name, Zh: f.zh})
		c.value(v.Field(f.index), f.name)
		c.path = c.path[:len(c.path)-1]
	}
}

func (c *freeChecker) value(v reflect.Value, name string) {
	switch t := v.Interface().(type) {
	case []doc.Span:
		c.spans(t)
		return
	case []byte:
		return
	}
	switch v.Kind() {
	case reflect.String:
		c.text(v.String(), name)
	case reflect.Slice:
		for i := range v.Len() {
			c.path = append(c.path, Step{Index: i})
			c.value(v.Index(i), name)
			c.path = c.path[:len(c.path)-1]
		}
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			c.value(v.Elem(), name)
		}
	case reflect.Struct:
		if !isLeaf(v.Type()) {
			c.fields(v)
		}
		switch t := v.Interface().(type) {
		case doc.Paragraph:
			c.typedIndent(cmp.Or(t.Style, "Normal"), t.Text)
		case doc.Heading:
			c.typedIndent(cmp.Or(t.Style, "Heading"+strconv.Itoa(t.Level)), t.Text)
		}
	}
}

// typedIndent warns of blanks typed before a text whose style indents it: pasted text has two ideographic spaces there, and would stand
// four characters in.
func (c *freeChecker) typedIndent(id string, text []doc.Span) {
	style := c.sheet.Style(id)
	if len(text) == 0 || style == nil || style.Indent <= 0 {
		return
	}
	if first := text[0].Text; strings.TrimLeft(first, blanks) != first {
		c.add("text.spaces", Step{Field: "text", Zh: "文字"})
	}
}

// spans checks stretches of text. A single one has no index in its path, as it has none in JSON.
func (c *freeChecker) spans(spans []doc.Span) {
	for i := range spans {
		at := c.path
		if len(spans) > 1 {
			at = append(c.path, Step{Index: i})
		}
		c.characters(at, spans[i].Text)
		if spans[i].Lang != "" && !languageTag.MatchString(spans[i].Lang) {
			c.problems = append(c.problems, NewProblem(slices.Clone(at), "meta.lang", spans[i].Lang))
		}
	}
}

// languageTag is what a tag of BCP 47 looks like: language, then subtags.
var languageTag = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)

func (c *freeChecker) text(text, field string) {
	if field == "lang" && text != "" && !languageTag.MatchString(text) {
		c.problems = append(c.problems, NewProblem(slices.Clone(c.path), "meta.lang", text))
	}
	c.characters(c.path, text)
}

// characters checks a text. A line feed in it is a new line here, and no fault.
func (c *freeChecker) characters(at Path, text string) {
	for _, p := range CheckText(nil, text) {
		if p.Code != "text.newline" {
			p.Path = slices.Clone(at)
			c.problems = append(c.problems, p)
		}
	}
}

// settle leaves out what Decode has told, and adds the places.
func (ps *places) settle(found Problems) Problems {
	found = slices.DeleteFunc(found, func(p Problem) bool { return ps.isTold(p.Path) })
	if len(found) == 0 {
		return nil
	}
	return ps.locateAll(found)
}
