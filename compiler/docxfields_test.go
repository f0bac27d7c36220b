package compiler

import (
	"bytes"
	"cmp"
	"context"
	"go/ast"
	"go/token"
	"path/filepath"
	"slices"
	"testing"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/report"
)

// A fieldCase shows what a DOCX does with a field of package doc: a document that differs in this field alone gives another file. Where
// code is set, Parity tells of it, and not of the document without the change.
type fieldCase struct {
	field  string // "Table.Caption"
	before func(*fieldDocument)
	change func(*fieldDocument)
	code   report.Code
	fitted bool // Fit sets the field: it is changed in the fitted document
}

// fieldsWithoutLook are fields that no page shows, and types that are not part of a document.
var fieldsWithoutLook = map[string]string{
	"Document.Sheet": "replaced by the sheet's own fields", "Note.Key": "names a note for Span.Note",
	"Table.Src": "a place in the report", "Cell.Src": "a place in the report", "Chart.Src": "a place in the report", "Heading.Src": "a place in the report",
	"Paragraph.Src": "a place in the report", "List.Src": "a place in the report", "Figure.Src": "a place in the report", "Signature.Src": "a place in the report",
	"Contents.Src": "a place in the report", "Notes.Src": "a place in the report",
	"ChartError.Fault": "an error", "ChartError.Series": "an error", "ChartError.Got": "an error", "ChartError.Want": "an error",
	"Axis.Low": "a result", "Axis.High": "a result", "Axis.Step": "a result", "Place.Span": "a result", "Place.At": "a result",
	"LineEnd.At": "a result of the layout", "LineEnd.Forced": "a result of the layout", "LineEnd.Track": "a result of the layout",
}

// Every field of the document model is shown by the DOCX or told of; a new field must be given its case.
func TestDOCXHasEveryField(t *testing.T) {
	var cased []string
	stock := &fieldStock{bundledSet(t), markPNG(t), sealPNG(t)}
	for _, c := range fieldCases(stock) {
		cased = append(cased, c.field)
		t.Run(c.field, func(t *testing.T) { c.run(t, stock) })
	}
	var fields []string
	eachFile(t, filepath.Join("layout", "doc"), func(_ string, file *ast.File, _ *token.FileSet) { fields = append(fields, structFields(file)...) })
	for _, f := range fields {
		if _, none := fieldsWithoutLook[f]; none == slices.Contains(cased, f) {
			t.Errorf("%s: has a case %t, is without look %t", f, !none, none)
		}
	}
	for _, f := range cased {
		if !slices.Contains(fields, f) {
			t.Errorf("%s is no field of package doc", f)
		}
	}
	if len(fields) < 150 {
		t.Errorf("only %d fields found", len(fields))
	}
}

// fieldStock is what all documents have alike.
type fieldStock struct {
	set        *fonts.Set
	mark, seal []byte // pictures
}

// structFields gives the exported fields of the exported types of a file, "Table.Caption".
func structFields(file *ast.File) (fields []string) {
	for _, decl := range file.Decls {
		d, ok := decl.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, spec := range d.Specs {
			if t, ok := spec.(*ast.TypeSpec); ok && t.Name.IsExported() {
				fields = append(fields, fieldsOf(t)...)
			}
		}
	}
	return fields
}

func fieldsOf(t *ast.TypeSpec) (fields []string) {
	s, ok := t.Type.(*ast.StructType)
	if !ok {
		return nil
	}
	for _, f := range s.Fields.List {
		for _, name := range exported(f.Names) {
			fields = append(fields, t.Name.Name+"."+name)
		}
	}
	return fields
}

func (c *fieldCase) run(t *testing.T, stock *fieldStock) {
	plain, plainCodes := c.file(t, stock, false)
	changed, codes := c.file(t, stock, true)
	if bytes.Equal(plain, changed) && c.code == "" {
		t.Error("the DOCX is the same")
	}
	if c.code != "" && (slices.Contains(plainCodes, c.code) || !slices.Contains(codes, c.code)) {
		t.Errorf("told of %q, and of %q without", codes, plainCodes)
	}
}

// file gives the DOCX with or without the change, and what Parity tells of it.
func (c *fieldCase) file(t *testing.T, stock *fieldStock, change bool) ([]byte, []report.Code) {
	f := newFieldDocument(stock)
	if c.before != nil {
		c.before(f)
	}
	if change && !c.fitted {
		c.change(f)
	}
	f.d.Sheet = f.sheet
	out, err := Compile(context.Background(), f, &Options{Fonts: stock.set})
	if err != nil {
		t.Fatal(err)
	}
	if change && c.fitted {
		f.find(out.Doc)
		c.change(f)
	}
	var codes []report.Code
	for _, n := range out.Parity() {
		codes = append(codes, n.Code)
	}
	return writtenDOCX(t, out), codes
}

// A fieldDocument has one of each block.
type fieldDocument struct {
	d         *doc.Document
	sheet     *doc.Sheet
	contents  *doc.Contents
	heading   *doc.Heading
	paragraph *doc.Paragraph
	list      *doc.List
	table     *doc.Table
	figure    *doc.Figure
	chart     *doc.Chart
	notes     *doc.Notes
	signature *doc.Signature
}

func (*fieldDocument) Check() report.Problems { return nil }

func (f *fieldDocument) Document() *doc.Document { return f.d }

func newFieldDocument(stock *fieldStock) *fieldDocument {
	const text = "区政府网站和“二七发布”等政务新媒体全年公开各类政府信息12345条，其中规范性文件6件，比上年增加23.5%，办结率为98.6%。"
	row := func(cells ...string) doc.Row {
		r := doc.Row{}
		for _, text := range cells {
			r.Cells = append(r.Cells, doc.Cell{Text: say(text)})
		}
		return r
	}
	blocks := []doc.Block{
		&doc.Heading{Text: say("政府信息公开工作年度报告")},
		&doc.Contents{},
		&doc.Heading{Level: 1, Text: say("一、总体情况")},
		&doc.Paragraph{Text: []doc.Span{{Text: text}, {Text: "全年未收取费用。"}}},
		&doc.List{Items: []doc.Item{{Text: say("主动公开")}, {Text: say("依申请公开")}}},
		&doc.Table{HeadRows: 1, StubCols: 1, Columns: []doc.Column{{}, {}, {}}, Rows: []doc.Row{
			row("部门", "受理", "金额"), row("公安局", "12", "3.50"), row("公安局", "7", "12.25"), row("民政局", "7", "0.5")}},
		&doc.Figure{Data: stock.mark, Alt: "流程图"},
		&doc.Chart{Categories: []string{"一季度", "二季度"}, Series: []doc.Series{{Name: "受理", Values: []int64{120, 35}}}},
		&doc.Notes{Items: []doc.Note{{Key: "basis", Text: say("依据《条例》第五十条。")}}},
		&doc.Signature{Names: []string{"二七区人民政府"}, Date: "2023年1月31日", Seal: &doc.Seal{Data: stock.seal, Alt: "二七区人民政府印章"}},
	}
	f := &fieldDocument{sheet: doc.GB9704(), d: &doc.Document{Meta: doc.Meta{Title: "年度报告"}, Sections: []doc.Section{{Blocks: blocks}, {Blocks: []doc.Block{&doc.Paragraph{Text: say("附件")}}}}}}
	f.find(f.d)
	return f
}

// find finds the blocks, also in the document as Fit gives it back.
func (f *fieldDocument) find(d *doc.Document) {
	f.d, f.sheet = d, cmp.Or(d.Sheet, f.sheet)
	for _, b := range d.Sections[0].Blocks {
		switch b := b.(type) {
		case *doc.Contents:
			f.contents = b
		case *doc.Heading:
			f.heading = b
		case *doc.Paragraph:
			f.paragraph = b
		case *doc.List:
			f.list = b
		case *doc.Table:
			f.table = b
		case *doc.Figure:
			f.figure = b
		case *doc.Chart:
			f.chart = b
		case *doc.Notes:
			f.notes = b
		case *doc.Signature:
			f.signature = b
		}
	}
}

// grow makes the table n rows longer.
func (f *fieldDocument) grow(n int) {
	for range n {
		f.table.Rows = append(f.table.Rows, doc.Row{Cells: []doc.Cell{{Text: say("司法局")}, {Text: say("4")}, {Text: say("1.75")}}})
	}
}

// endPage ends the page below the table.
func (f *fieldDocument) endPage() {
	s := &f.d.Sections[0]
	i := slices.Index(s.Blocks, doc.Block(f.table))
	s.Blocks = slices.Insert(s.Blocks, i+1, doc.Block(&doc.Break{}))
}

// cell is a cell of the first data row.
func (f *fieldDocument) cell(col int) *doc.Cell { return &f.table.Rows[1].Cells[col] }

// style is a style of the sheet.
func (f *fieldDocument) style(id string) *doc.Style { return f.sheet.Style(id) }

// marked gives the paragraph a rule below.
func (f *fieldDocument) marked() {
	f.style("Normal").Below = doc.Border{Width: unit.Pt, Gap: 5 * unit.MM}
}

// first gives the first page running lines of its own.
func (f *fieldDocument) first() {
	f.sheet.Page.First = &doc.Furniture{Head: []doc.Line{{Style: "Header", Text: "内部资料"}}, Foot: []doc.Line{{Style: "Footer", Text: "首页"}}}
}

// foot is the running line of all pages.
func (f *fieldDocument) foot() *doc.Line { return &f.sheet.Page.Foot[0] }

// refer adds a span to the paragraph.
func (f *fieldDocument) refer(s doc.Span) { f.paragraph.Text = append(f.paragraph.Text, s) }
