package report

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"

	"github.com/banxin-go/banxin/layout/doc"
)

// Document sets the accounts out in the usual four parts: the department, the nine tables, each on a page of its own, what
// is told about them, and the terms used. Tables of more than six columns lie across.
func (f *FinalAccounts) Document() *doc.Document {
	name := strconv.Itoa(f.Year) + "年度部门决算"
	w := &writer{parts: true}
	w.heading("agency", 0, f.Agency+"\n"+name)
	w.part("overview", "第一部分　部门概况", f.Overview)
	w.heading("summary", 1, "第二部分　"+strconv.Itoa(f.Year)+"年度部门决算表")
	nine := f.nine()
	w.add(listOf(nine))
	sections := append([]doc.Section{{Blocks: w.blocks}}, inSections(nine)...)
	after := &writer{parts: true}
	after.part("explanation", "第三部分　部门决算情况说明", f.Explanation)
	after.part("terms", "第四部分　名词解释", f.Terms)
	if names := f.Signature; len(names) > 0 || !f.Date.IsZero() {
		if len(names) == 0 {
			names = []string{f.Agency}
		}
		after.add(&doc.Signature{Src: "signature", Names: names, Date: f.Date.String()})
	}
	if len(after.blocks) > 0 {
		sections = append(sections, doc.Section{Blocks: after.blocks})
	}
	return &doc.Document{
		Meta: doc.Meta{
			Title: f.Agency + name, Author: f.Agency, Subject: "部门决算",
			Keywords: []string{"部门决算", strconv.Itoa(f.Year)}, Lang: "zh-CN", Date: f.Date.Time(),
		},
		Sections: sections,
	}
}

// part writes a part of prose under its heading, if there is any.
func (w *writer) part(src, heading string, p Prose) {
	if !p.isEmpty() {
		w.heading(src, 1, heading)
		w.prose(src, p)
	}
}

// wideColumns is the most columns that stand on an upright page.
const wideColumns = 6

// listOf names the tables, each a link to its page.
func listOf(tables []*doc.Table) *doc.List {
	list := &doc.List{Src: "summary", Kind: doc.Chinese}
	for _, t := range tables {
		list.Items = append(list.Items, doc.Item{Text: []doc.Span{{Text: t.Caption[0].Text, Link: "#" + t.Key}}})
	}
	return list
}

// inSections puts each table on a page of its own. Neighbours that lie the same way share a section.
func inSections(tables []*doc.Table) []doc.Section {
	var sections []doc.Section
	across := doc.GB9704().Page.Turn()
	for _, t := range tables {
		page := (*doc.Page)(nil)
		if len(t.Columns) > wideColumns {
			page = across
		}
		if last := len(sections) - 1; last >= 0 && sections[last].Page == page {
			sections[last].Blocks = append(sections[last].Blocks, &doc.Break{}, t)
			continue
		}
		sections = append(sections, doc.Section{Page: page, Blocks: []doc.Block{t}})
	}
	return sections
}

// nine are the nine tables.
func (f *FinalAccounts) nine() []*doc.Table {
	return []*doc.Table{
		f.table("summary", f.summaryTable(), "注：本表反映部门本年度的总收支和年末结转结余情况。"),
		f.table("income", f.list("income", f.Income), "注：本表反映部门本年度取得的各项收入情况。"),
		f.table("outlays", f.list("outlays", f.Outlays), "注：本表反映部门本年度各项支出情况。"),
		f.table("grants", f.grantsTable(), "注：本表反映部门本年度一般公共预算财政拨款、政府性基金预算财政拨款和国有资本经营预算财政拨款的总收支和年末结转结余情况。"),
		f.table("general", f.list("general", f.General), "注：本表反映部门本年度一般公共预算财政拨款支出情况。"),
		f.table("basic", f.basicTable(), "注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。"),
		f.table("three", f.threeTable(), "注：本表反映部门本年度“三公”经费支出预决算情况。预算数为全年预算数，决算数包括当年一般公共预算财政拨款和以前年度结转资金安排的实际支出。"),
		f.table("funds", f.list("funds", f.Funds), "注：本表反映部门本年度政府性基金预算财政拨款收入、支出及结转结余情况。"),
		f.table("capital", f.list("capital", f.Capital), "注：本表反映部门本年度国有资本经营预算财政拨款收入、支出及结转结余情况。"),
	}
}

// table gives a table its name, unit and note. One without rows says so: the form is published all the same.
func (f *FinalAccounts) table(src string, t *doc.Table, note string) *doc.Table {
	name := structFields(reflect.TypeFor[FinalAccounts]()).find(src).zh
	t.Src, t.Key, t.Caption, t.Unit = src, src, plain(name), plain("单位：万元")
	t.Notes = [][]doc.Span{plain(note)}
	if len(t.Rows) == t.HeadRows {
		t.Empty = plain(fmt.Sprintf("本部门%d年度没有%s，故本表无数据。", f.Year, emptySubjects[src]))
	}
	t.Summary = fmt.Sprintf("%s，共 %d 行 %d 列，单位为万元。", name, len(t.Rows), len(t.Columns))
	return t
}

// emptySubjects are what a department has none of where a table of it is empty.
var emptySubjects = map[string]string{
	"income": "收入", "outlays": "支出", "general": "一般公共预算财政拨款支出", "basic": "一般公共预算财政拨款基本支出",
	"funds": "政府性基金预算财政拨款收入、支出及结转结余", "capital": "国有资本经营预算财政拨款收入、支出及结转结余",
}

// list is a table of coded rows.
func (f *FinalAccounts) list(src string, rows any) *doc.Table {
	v := reflect.ValueOf(rows)
	l := ledger{src: src, fields: structFields(v.Type().Elem()), under: "项目"}
	t := &doc.Table{Columns: l.columns(), Rows: l.head(), StubCols: textColumns(l.fields)}
	t.HeadRows = len(t.Rows)
	for i := range v.Len() {
		t.Rows = append(t.Rows, l.row(v.Index(i), element(src, i)))
	}
	return t
}

// threeTable is table seven: one row of figures under three levels of heads.
func (f *FinalAccounts) threeTable() *doc.Table {
	l := ledger{src: "three", fields: structFields(reflect.TypeFor[ThreeCosts]())}
	t := &doc.Table{Columns: l.columns(), Rows: l.head()}
	t.HeadRows = len(t.Rows)
	t.Rows = append(t.Rows, doc.Row{Cells: figures(reflect.ValueOf(f.Three), "three")})
	return t
}

// half is one of the two blocks of a table that stand side by side: the cells of each row, as many as it has columns.
type half [][]doc.Cell

// sideBySide joins two halves; the shorter one is filled with empty cells.
func sideBySide(left, right half, leftWidth, rightWidth int) []doc.Row {
	rows := make([]doc.Row, max(len(left), len(right)))
	for i := range rows {
		rows[i].Cells = append(left.at(i, leftWidth), right.at(i, rightWidth)...)
	}
	return rows
}

func (s half) at(i, width int) []doc.Cell {
	if i < len(s) {
		return slices.Clone(s[i])
	}
	return slices.Repeat([]doc.Cell{{Kind: doc.CellData}}, width)
}

// item is a label and its figures.
func item(src, text string, v any) []doc.Cell {
	return append([]doc.Cell{{Src: src, Text: plain(text), Kind: doc.CellRowHead}}, figures(reflect.ValueOf(v), src)...)
}
