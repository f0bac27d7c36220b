package compiler

import (
	"slices"
	"time"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

func fieldCases(stock *fieldStock) []fieldCase {
	return slices.Concat(documentCases(), pageCases(), styleCases(), sheetCases(), tableCases(), cellCases(stock), textCases(), chartCases(), otherCases(stock))
}

type fieldDoc = *fieldDocument

func documentCases() []fieldCase {
	return []fieldCase{
		{field: "Document.Meta", change: func(f fieldDoc) { f.d.Meta = doc.Meta{Title: "云州市年度报告"} }},
		{field: "Document.Sections", change: func(f fieldDoc) { f.d.Sections = f.d.Sections[:1] }},
		{field: "Meta.Title", change: func(f fieldDoc) { f.d.Meta.Title = "云州市年度报告" }},
		{field: "Meta.Author", change: func(f fieldDoc) { f.d.Meta.Author = "云州市人民政府" }},
		{field: "Meta.Subject", change: func(f fieldDoc) { f.d.Meta.Subject = "政府信息公开" }},
		{field: "Meta.Keywords", change: func(f fieldDoc) { f.d.Meta.Keywords = []string{"年度报告"} }},
		{field: "Meta.Lang", change: func(f fieldDoc) { f.d.Meta.Lang = "zh-HK" }},
		{field: "Meta.Date", change: func(f fieldDoc) { f.d.Meta.Date = time.Date(2023, 1, 31, 0, 0, 0, 0, time.UTC) }},
		{field: "Section.Page", change: func(f fieldDoc) { f.d.Sections[1].Page = f.sheet.Page.Turn() }},
		{field: "Section.Blocks", change: func(f fieldDoc) {
			f.d.Sections[1].Blocks = append(f.d.Sections[1].Blocks, &doc.Break{}, &doc.Paragraph{Text: say("附表")})
		}},
	}
}

func pageCases() []fieldCase {
	return []fieldCase{
		{field: "Page.Size", change: func(f fieldDoc) { f.sheet.Page.Size.H += unit.MM }},
		{field: "Page.Top", change: func(f fieldDoc) { f.sheet.Page.Top += unit.MM }},
		{field: "Page.Right", change: func(f fieldDoc) { f.sheet.Page.Right += unit.MM }},
		{field: "Page.Bottom", change: func(f fieldDoc) { f.sheet.Page.Bottom += unit.MM }},
		{field: "Page.Left", change: func(f fieldDoc) { f.sheet.Page.Left += unit.MM }},
		{field: "Page.Mirror", change: func(f fieldDoc) { f.sheet.Page.Mirror = true }},
		{field: "Page.Mirror", change: func(f fieldDoc) {
			f.d.Sections[1].Page = f.sheet.Page.Turn()
			f.d.Sections[1].Page.Mirror = true
		}, code: "docx.mirror"},
		{field: "Page.Turned", before: func(f fieldDoc) { f.d.Sections[1].Page = f.sheet.Page.Turn() }, change: func(f fieldDoc) { f.d.Sections[1].Page.Turned = false }},
		{field: "Page.Head", change: func(f fieldDoc) { f.sheet.Page.Head = []doc.Line{{Style: "Header", Text: "{title}"}} }},
		{field: "Page.Foot", change: func(f fieldDoc) { f.sheet.Page.Foot = nil }},
		{field: "Page.First", change: func(f fieldDoc) { f.sheet.Page.First = &doc.Furniture{} }},
		{field: "Page.Watermark", change: func(f fieldDoc) { f.sheet.Page.Watermark = "征求意见稿" }},
		{field: "Furniture.Head", before: fieldDoc.first, change: func(f fieldDoc) { f.sheet.Page.First.Head = nil }},
		{field: "Furniture.Foot", before: fieldDoc.first, change: func(f fieldDoc) { f.sheet.Page.First.Foot = nil }},
		{field: "Line.Style", change: func(f fieldDoc) { f.foot().Style = "Header" }},
		{field: "Line.Text", change: func(f fieldDoc) { f.foot().Text = "第 {page} 页 共 {pages} 页" }},
		{field: "Line.Align", change: func(f fieldDoc) { f.foot().Align = doc.AlignCenter }},
		{field: "Line.Offset", change: func(f fieldDoc) { f.foot().Offset += unit.MM }},
		{field: "Line.Indent", change: func(f fieldDoc) { f.foot().Indent = 200 }},
		{field: "Grid.Chars", change: func(f fieldDoc) { f.sheet.Grid.Chars = 27 }},
		{field: "Grid.Lines", change: func(f fieldDoc) { f.sheet.Grid.Lines = 21 }},
	}
}

// styleCases change the style of the text.
func styleCases() []fieldCase {
	change := func(field string, do func(s *doc.Style)) fieldCase {
		return fieldCase{field: "Style." + field, change: func(f fieldDoc) { do(f.style("Normal")) }}
	}
	return []fieldCase{
		{field: "Style.ID", change: func(f fieldDoc) { f.style("Part").ID = "Chapter" }},
		{field: "Style.Name", change: func(f fieldDoc) { f.style("Part").Name = "篇名" }},
		change("Role", func(s *doc.Style) { s.Role = "楷" }),
		change("Size", func(s *doc.Style) { s.Size = unit.Hao4 }),
		{field: "Style.Size", change: func(f fieldDoc) { f.style("Normal").Size = unit.Hao4 + unit.Pt/4 }, code: "docx.sizes"},
		change("Leading", func(s *doc.Style) { s.Leading = 30 * unit.Pt }),
		change("Before", func(s *doc.Style) { s.Before = 6 * unit.Pt }),
		change("After", func(s *doc.Style) { s.After = 6 * unit.Pt }),
		change("Indent", func(s *doc.Style) { s.Indent = 0 }),
		change("Left", func(s *doc.Style) { s.Left = 100 }),
		change("Right", func(s *doc.Style) { s.Right = 100 }),
		change("Align", func(s *doc.Style) { s.Align = doc.AlignLeft }),
		change("OnGrid", func(s *doc.Style) { s.OnGrid = false }),
		change("KeepNext", func(s *doc.Style) { s.KeepNext = true }),
		change("KeepAll", func(s *doc.Style) { s.KeepAll = true }),
		change("Bold", func(s *doc.Style) { s.Bold = true }),
		change("HanLetters", func(s *doc.Style) { s.HanLetters = true }),
		change("Gray", func(s *doc.Style) { s.Gray = 60 }),
		change("Ink", func(s *doc.Style) { s.Ink = doc.InkRed }),
		change("Lead", func(s *doc.Style) { s.Lead = 10 * unit.MM }),
		change("Below", func(s *doc.Style) { s.Below.Width = unit.Pt }),
		{field: "Style.Outline", change: func(f fieldDoc) { f.style("Heading1").Outline = 2 }},
		{field: "Border.Width", before: fieldDoc.marked, change: func(f fieldDoc) { f.style("Normal").Below.Width *= 2 }},
		{field: "Border.Gap", before: fieldDoc.marked, change: func(f fieldDoc) { f.style("Normal").Below.Gap *= 2 }},
		{field: "Border.Width", before: fieldDoc.marked, change: func(f fieldDoc) { f.style("Normal").Below.Width = 13 * unit.Pt }, code: "docx.below"},
		{field: "Border.Gap", before: fieldDoc.marked, change: func(f fieldDoc) { f.style("Normal").Below.Gap = 0 }, code: "docx.below"},
		{field: "Border.Ink", before: fieldDoc.marked, change: func(f fieldDoc) { f.style("Normal").Below.Ink = doc.InkRed }},
	}
}

func sheetCases() []fieldCase {
	numbered := func(f fieldDoc) { f.table.Caption, f.figure.Caption = say("受理情况"), say("办理流程") }
	carried := func(f fieldDoc) {
		f.grow(60)
		f.table.Carry = &doc.Carry{Columns: []int{2}}
	}
	return []fieldCase{
		{field: "Sheet.Page", change: func(f fieldDoc) { f.sheet.Page.Foot = nil }},
		{field: "Sheet.Grid", change: func(f fieldDoc) { f.sheet.Grid = doc.Grid{} }},
		{field: "Sheet.Styles", change: func(f fieldDoc) {
			f.sheet.Styles = append(f.sheet.Styles, doc.Style{ID: "Own", Name: "自定", Role: "宋", Size: unit.Hao4, Leading: 20 * unit.Pt})
		}},
		{field: "Sheet.Table", change: func(f fieldDoc) { f.sheet.Table.PadX = 5 * unit.Pt }},
		{field: "Sheet.Lines", change: func(f fieldDoc) { f.sheet.Lines.Kinsoku = doc.KinsokuNone }},
		{field: "Sheet.Labels", before: numbered, change: func(f fieldDoc) { f.sheet.Labels.Tables = doc.NumberDocument }},
		{field: "Labels.Tables", before: numbered, change: func(f fieldDoc) { f.sheet.Labels.Tables = doc.NumberDocument }},
		{field: "Labels.Figures", before: numbered, change: func(f fieldDoc) { f.sheet.Labels.Figures = doc.NumberByChapter }},
		{field: "TableSheet.Rules", change: func(f fieldDoc) { f.sheet.Table.Rules.Inner = unit.Pt }},
		{field: "TableSheet.Rules", change: func(f fieldDoc) { f.sheet.Table.Rules.Inner = unit.Pt / 5 }, code: "docx.rules"},
		{field: "TableSheet.PadX", change: func(f fieldDoc) { f.sheet.Table.PadX = 5 * unit.Pt }},
		{field: "TableSheet.PadY", change: func(f fieldDoc) { f.sheet.Table.PadY = 5 * unit.Pt }},
		{field: "TableSheet.LeastPadY", before: func(f fieldDoc) { f.grow(15) }, change: func(f fieldDoc) { f.sheet.Table.LeastPadY = 0 }},
		{field: "TableSheet.MostPadY", before: func(f fieldDoc) { f.grow(8); f.endPage() }, change: func(f fieldDoc) { f.sheet.Table.MostPadY = 0 }},
		{field: "TableSheet.Reserve", before: func(f fieldDoc) { f.grow(60) }, change: func(f fieldDoc) { f.sheet.Table.Reserve = 60 * unit.Pt }},
		{field: "TableSheet.Narrow", before: crowded, change: func(f fieldDoc) { f.sheet.Table.Narrow = 3 * unit.Pt }},
		{field: "TableSheet.HeadShade", change: func(f fieldDoc) { f.sheet.Table.HeadShade = 10 }},
		{field: "LineSetting.Breaking", change: func(f fieldDoc) { f.sheet.Lines.Breaking = doc.FirstFit }},
		{field: "LineSetting.Kinsoku", change: func(f fieldDoc) { f.sheet.Lines.Kinsoku = doc.KinsokuNone }},
		{field: "LineSetting.Squeeze", before: func(f fieldDoc) {
			f.refer(doc.Span{Text: "“一网通办”（含“掌上办”）、《〈条例〉释义》等，相邻的标点合占一个半字；引号内的句号与引号相邻：“公开是常态。”"})
		}, change: func(f fieldDoc) { f.sheet.Lines.Squeeze = false }},
		{field: "LineSetting.HanLatin", change: func(f fieldDoc) { f.sheet.Lines.HanLatin = 0 }},
		{field: "LineSetting.HanLatin", change: func(f fieldDoc) { f.sheet.Lines.HanLatin = 30 }, code: "docx.gap"},
		{field: "LineSetting.Widows", change: func(f fieldDoc) { f.sheet.Lines.Widows = 3 }, code: "docx.widows"},
		{field: "LineSetting.Orphans", change: func(f fieldDoc) { f.sheet.Lines.Orphans = 1 }, code: "docx.widows"},
		{field: "Table.Carry", before: func(f fieldDoc) { f.grow(60) }, change: func(f fieldDoc) { f.table.Carry = &doc.Carry{Columns: []int{2}} }, code: "parity.carry"},
		{field: "Carry.Columns", before: func(f fieldDoc) { f.grow(60) }, change: carried, code: "parity.carry"},
		{field: "Carry.Down", before: func(f fieldDoc) { f.grow(60) }, change: func(f fieldDoc) { f.table.Carry = &doc.Carry{Columns: []int{2}, Down: "转下页"} }, code: "parity.carry"},
		{field: "Carry.Up", before: func(f fieldDoc) { f.grow(60) }, change: func(f fieldDoc) { f.table.Carry = &doc.Carry{Columns: []int{2}, Up: "接上页"} }, code: "parity.carry"},
		{field: "Row.Total", before: func(f fieldDoc) { f.grow(60) }, change: func(f fieldDoc) {
			f.table.Carry = &doc.Carry{Columns: []int{2}}
			f.table.Rows[1].Total = true
		}, code: "parity.carry"},
	}
}

// crowded gives the table figures that fill it.
func crowded(f fieldDoc) {
	for i := range f.table.Rows {
		for range 7 {
			f.table.Rows[i].Cells = append(f.table.Rows[i].Cells, doc.Cell{Text: say("1234567.89")})
		}
	}
	f.table.Columns = append(f.table.Columns, make([]doc.Column, 7)...)
}

func tableCases() []fieldCase {
	decimals := func(f fieldDoc) { f.table.Columns[2].Align = doc.AlignDecimal }
	ruled := func(f fieldDoc) {
		f.table.Rules = &doc.Rules{Outer: 3 * unit.Pt / 2, Head: 3 * unit.Pt / 4, Inner: unit.Pt / 2}
	}
	return []fieldCase{
		{field: "Table.Caption", change: func(f fieldDoc) { f.table.Caption = say("受理情况") }},
		{field: "Table.Unit", change: func(f fieldDoc) { f.table.Unit = say("单位：件") }},
		{field: "Table.Columns", change: func(f fieldDoc) { f.table.Columns[1].Align = doc.AlignRight }},
		{field: "Table.HeadRows", change: func(f fieldDoc) { f.table.HeadRows = 2 }},
		{field: "Table.StubCols", change: func(f fieldDoc) { f.table.StubCols = 0 }},
		{field: "Table.Rows", change: func(f fieldDoc) { f.grow(1) }},
		{field: "Table.Merge", change: func(f fieldDoc) { f.table.Merge = []int{0} }},
		{field: "Table.Empty", before: func(f fieldDoc) { f.table.Rows = f.table.Rows[:1] }, change: func(f fieldDoc) { f.table.Empty = say("本表无数据") }},
		{field: "Table.Notes", change: func(f fieldDoc) { f.table.Notes = [][]doc.Span{say("注：含上年结转。")} }},
		{field: "Table.Footnotes", change: func(f fieldDoc) {
			f.cell(1).Text[0].Note = "carried"
			f.table.Footnotes = []doc.Note{{Key: "carried", Text: say("含上年结转。")}}
		}},
		{field: "Table.Summary", change: func(f fieldDoc) { f.table.Summary = "各部门受理情况" }},
		{field: "Table.Keep", before: func(f fieldDoc) { f.grow(60) }, change: func(f fieldDoc) { f.table.Keep = true }},
		{field: "Table.SplitColumns", before: func(f fieldDoc) {
			crowded(f)
			f.table.TextSize = 0
			for i := range f.table.Columns {
				f.table.Columns[i].Width = 60 * unit.Pt
			}
			f.table.SplitColumns = true
			f.table.Columns[0].Width = 0
		}, change: func(f fieldDoc) { f.table.Columns[0].Width = 61 * unit.Pt }},
		{field: "Table.Rules", change: ruled},
		{field: "Table.Rules", change: func(f fieldDoc) { f.table.Rules = &doc.Rules{Outer: 13 * unit.Pt} }, code: "docx.rules"},
		{field: "Table.Key", before: func(f fieldDoc) { f.heading.Key = "k"; f.refer(doc.Span{Text: "见", Link: "#k"}) }, change: func(f fieldDoc) { f.heading.Key, f.table.Key = "", "k" }},
		{field: "Table.Pad", change: func(f fieldDoc) { f.table.Pad = 2 * unit.Pt }, fitted: true},
		{field: "Table.TextSize", change: func(f fieldDoc) { f.table.TextSize = 9 * unit.Pt }, fitted: true},
		{field: "Table.Continued", before: func(f fieldDoc) { f.table.Caption = say("受理情况") }, change: func(f fieldDoc) { f.table.Continued = true }, fitted: true},
		{field: "Column.Width", change: func(f fieldDoc) { f.table.Columns[1].Width = 50 * unit.Pt }},
		{field: "Column.Share", change: func(f fieldDoc) { f.table.Columns[1].Share = 3 }},
		{field: "Column.Align", change: func(f fieldDoc) { f.table.Columns[1].Align = doc.AlignRight }},
		{field: "Column.Align", change: decimals, code: "parity.decimal"},
		{field: "Column.Point", before: decimals, change: func(f fieldDoc) { f.table.Columns[2].Point += 5 * unit.Pt }, fitted: true},
		{field: "Row.Cells", change: func(f fieldDoc) { f.cell(1).Text = say("13") }},
		{field: "Row.Height", change: func(f fieldDoc) { f.table.Rows[1].Height = 40 * unit.Pt }},
		{field: "Row.KeepNext", before: func(f fieldDoc) { f.grow(60) }, change: func(f fieldDoc) { f.table.Rows[20].KeepNext = true }},
		{field: "Rules.Outer", before: ruled, change: func(f fieldDoc) { f.table.Rules.Outer = unit.Pt }},
		{field: "Rules.Head", before: ruled, change: func(f fieldDoc) { f.table.Rules.Head = unit.Pt }},
		{field: "Rules.Inner", before: ruled, change: func(f fieldDoc) { f.table.Rules.Inner = 0 }},
		{field: "Rules.Open", before: ruled, change: func(f fieldDoc) { f.table.Rules.Open = true }},
	}
}

func cellCases(stock *fieldStock) []fieldCase {
	edges := func(f fieldDoc) { f.cell(1).Edges = &doc.Edges{} }
	return []fieldCase{
		{field: "Cell.Style", change: func(f fieldDoc) { f.cell(1).Style = "TableHead" }},
		{field: "Cell.Text", change: func(f fieldDoc) { f.cell(1).Text = say("13") }},
		{field: "Cell.Blocks", change: func(f fieldDoc) {
			f.cell(0).Blocks = []doc.Block{&doc.Paragraph{Text: say("公安局")}, &doc.List{Items: []doc.Item{{Text: say("交警")}}}, &doc.Figure{Data: stock.mark, Decorative: true}}
		}},
		{field: "Cell.RowSpan", change: func(f fieldDoc) {
			f.cell(0).RowSpan = 2
			f.table.Rows[2].Cells = f.table.Rows[2].Cells[1:]
		}},
		{field: "Cell.RowSpan", before: func(f fieldDoc) { f.grow(60) }, change: func(f fieldDoc) {
			f.cell(0).RowSpan = 63
			for i := range f.table.Rows[2:] {
				f.table.Rows[2+i].Cells = f.table.Rows[2+i].Cells[1:]
			}
		}, code: "parity.label"},
		{field: "Cell.ColSpan", change: func(f fieldDoc) {
			f.cell(1).ColSpan = 2
			f.table.Rows[1].Cells = f.table.Rows[1].Cells[:2]
		}},
		{field: "Cell.Kind", change: func(f fieldDoc) { f.cell(1).Kind = doc.CellColumnHead }},
		{field: "Cell.Align", change: func(f fieldDoc) { f.cell(1).Align = doc.AlignRight }},
		{field: "Cell.VAlign", change: func(f fieldDoc) { f.cell(1).VAlign = doc.VAlignTop }},
		{field: "Cell.Vertical", change: func(f fieldDoc) { f.cell(0).Vertical = true }},
		{field: "Cell.Shade", change: func(f fieldDoc) { f.cell(1).Shade = 20 }},
		{field: "Cell.Edges", change: func(f fieldDoc) { f.cell(1).Edges = &doc.Edges{Top: doc.EdgeNone} }},
		{field: "Edges.Top", before: edges, change: func(f fieldDoc) { f.cell(1).Edges.Top = doc.EdgeNone }},
		{field: "Edges.Right", before: edges, change: func(f fieldDoc) { f.cell(1).Edges.Right = doc.EdgeOuter }},
		{field: "Edges.Bottom", before: edges, change: func(f fieldDoc) { f.cell(1).Edges.Bottom = doc.EdgeOuter }},
		{field: "Edges.Left", before: edges, change: func(f fieldDoc) { f.cell(1).Edges.Left = doc.EdgeNone }},
		{field: "Cell.Diagonal", change: func(f fieldDoc) { f.table.Rows[0].Cells[0].Diagonal = [][]doc.Span{say("项目"), say("部门")} }},
		{field: "Cell.Diagonal", change: func(f fieldDoc) {
			f.table.Rows[0].Cells[0].Diagonal = [][]doc.Span{say("项目"), say("数量"), say("部门")}
		}, code: "docx.diagonals"},
		{field: "Cell.Reach", change: func(f fieldDoc) { f.cell(1).Reach = doc.Reach{Left: unit.Pt} }, fitted: true},
		{field: "Reach.Left", change: func(f fieldDoc) { f.cell(1).Reach.Left = unit.Pt }, fitted: true},
		{field: "Reach.Right", change: func(f fieldDoc) { f.cell(1).Reach.Right = unit.Pt }, fitted: true},
		{field: "Cell.Point", before: func(f fieldDoc) {
			f.cell(1).ColSpan, f.cell(1).Align, f.cell(1).Text = 2, doc.AlignDecimal, say("12.5")
			f.table.Rows[1].Cells = f.table.Rows[1].Cells[:2]
		}, change: func(f fieldDoc) { f.cell(1).Point += 20 * unit.Pt }, fitted: true},
	}
}

func textCases() []fieldCase {
	span := func(field string, do func(s *doc.Span)) fieldCase {
		return fieldCase{field: "Span." + field, change: func(f fieldDoc) { do(&f.paragraph.Text[1]) }}
	}
	return []fieldCase{
		{field: "Heading.Level", before: func(f fieldDoc) { f.heading.Level = 1 }, change: func(f fieldDoc) { f.heading.Level = 0 }},
		{field: "Heading.Style", change: func(f fieldDoc) { f.heading.Style = "Part" }},
		{field: "Heading.Text", change: func(f fieldDoc) { f.heading.Text = say("一、主动公开") }},
		{field: "Heading.Key", change: func(f fieldDoc) { f.heading.Key = "k"; f.refer(doc.Span{Text: "见", Link: "#k"}) }},
		{field: "Paragraph.Style", change: func(f fieldDoc) { f.paragraph.Style = "BodyText" }},
		{field: "Paragraph.Text", change: func(f fieldDoc) { f.refer(doc.Span{Text: "特此报告。"}) }},
		{field: "Paragraph.Key", before: func(f fieldDoc) { f.heading.Key = "k"; f.refer(doc.Span{Text: "见", Link: "#k"}) }, change: func(f fieldDoc) { f.heading.Key, f.paragraph.Key = "", "k" }},
		{field: "List.Kind", change: func(f fieldDoc) { f.list.Kind = doc.Circled }},
		{field: "List.Style", change: func(f fieldDoc) { f.list.Style = "EndnoteText" }},
		{field: "List.Start", before: func(f fieldDoc) { f.list.Kind = doc.Decimal }, change: func(f fieldDoc) { f.list.Start = 3 }},
		{field: "List.Items", change: func(f fieldDoc) { f.list.Items = f.list.Items[:1] }},
		{field: "Item.Text", change: func(f fieldDoc) { f.list.Items[0].Text = say("监督保障") }},
		{field: "Item.Sub", change: func(f fieldDoc) { f.list.Items[0].Sub = &doc.List{Items: []doc.Item{{Text: say("机构职能")}}} }},
		{field: "Contents.Title", change: func(f fieldDoc) { f.contents.Title = say("目　录") }},
		{field: "Contents.Depth", change: func(f fieldDoc) { f.contents.Depth = 3 }},
		{field: "Notes.Title", change: func(f fieldDoc) { f.notes.Title = say("注　释") }},
		{field: "Notes.Items", change: func(f fieldDoc) { f.notes.Items = append(f.notes.Items, doc.Note{Key: "more", Text: say("同上。")}) }},
		{field: "Note.Text", change: func(f fieldDoc) { f.notes.Items[0].Text = say("见《条例》。") }},
		span("Text", func(s *doc.Span) { s.Text = "全年收取费用0元。" }),
		span("Bold", func(s *doc.Span) { s.Bold = true }),
		span("Dots", func(s *doc.Span) { s.Dots = true }),
		span("Underline", func(s *doc.Span) { s.Underline = true }),
		span("Link", func(s *doc.Span) { s.Link = "https://www.gov.cn/" }),
		span("Note", func(s *doc.Span) { s.Note = "basis" }),
		span("Lang", func(s *doc.Span) { s.Lang = "en" }),
		{field: "Span.Ref", before: func(f fieldDoc) {
			f.sheet.Labels.Tables, f.table.Caption, f.table.Key = doc.NumberDocument, say("受理情况"), "k"
		}, change: func(f fieldDoc) { f.refer(doc.Span{Ref: "k"}) }},
		{field: "Span.Label", before: func(f fieldDoc) { f.table.Caption = say("表1　受理情况") }, change: func(f fieldDoc) { f.table.Caption = []doc.Span{{Text: "表1", Label: true}, {Text: "　受理情况"}} }, fitted: true},
	}
}

func chartCases() []fieldCase {
	change := func(field string, do func(c *doc.Chart)) fieldCase {
		return fieldCase{field: field, change: func(f fieldDoc) { do(f.chart) }}
	}
	return []fieldCase{
		change("Chart.Kind", func(c *doc.Chart) { c.Kind = doc.PieChart }),
		change("Chart.Title", func(c *doc.Chart) { c.Title = "各季度受理情况" }),
		change("Chart.Categories", func(c *doc.Chart) { c.Categories[0] = "上半年" }),
		change("Chart.Series", func(c *doc.Chart) { c.Series = append(c.Series, doc.Series{Name: "办结", Values: []int64{7, 30}}) }),
		change("Chart.Decimals", func(c *doc.Chart) { c.Decimals = 1 }),
		change("Chart.Unit", func(c *doc.Chart) { c.Unit = "件" }),
		change("Chart.Width", func(c *doc.Chart) { c.Width = 100 * unit.MM }),
		change("Chart.Height", func(c *doc.Chart) { c.Height = 70 * unit.MM }),
		change("Chart.Alt", func(c *doc.Chart) { c.Alt = "受理情况" }),
		change("Chart.Caption", func(c *doc.Chart) { c.Caption = say("受理情况") }),
		change("Series.Name", func(c *doc.Chart) { c.Series[0].Name = "收件" }),
		change("Series.Values", func(c *doc.Chart) { c.Series[0].Values[0] = 121 }),
		{field: "Chart.Key", before: func(f fieldDoc) { f.heading.Key = "k"; f.refer(doc.Span{Text: "见", Link: "#k"}) }, change: func(f fieldDoc) { f.heading.Key, f.chart.Key = "", "k" }},
	}
}

func otherCases(stock *fieldStock) []fieldCase {
	sign := func(field string, do func(s *doc.Signature)) fieldCase {
		return fieldCase{field: field, change: func(f fieldDoc) { do(f.signature) }}
	}
	fitted := func(field string, do func(s *doc.Signature)) fieldCase {
		c := sign(field, do)
		c.fitted = true
		return c
	}
	return []fieldCase{
		{field: "Figure.Data", change: func(f fieldDoc) { f.figure.Data = stock.seal }},
		{field: "Figure.Width", change: func(f fieldDoc) { f.figure.Width = 30 * unit.MM }},
		{field: "Figure.Alt", change: func(f fieldDoc) { f.figure.Alt = "办理流程图" }},
		{field: "Figure.Decorative", change: func(f fieldDoc) { f.figure.Decorative = true }},
		{field: "Figure.Caption", change: func(f fieldDoc) { f.figure.Caption = say("办理流程") }},
		{field: "Figure.Key", before: func(f fieldDoc) { f.heading.Key = "k"; f.refer(doc.Span{Text: "见", Link: "#k"}) }, change: func(f fieldDoc) { f.heading.Key, f.figure.Key = "", "k" }},
		sign("Signature.Names", func(s *doc.Signature) { s.Names[0] = "云州市人民政府" }),
		sign("Signature.Date", func(s *doc.Signature) { s.Date = "2024年1月31日" }),
		sign("Signature.Seal", func(s *doc.Signature) { s.Seal = nil }),
		fitted("Signature.NameIndent", func(s *doc.Signature) { s.NameIndent[0] += 10 * unit.MM }),
		fitted("Signature.NameLeft", func(s *doc.Signature) { s.NameLeft = []unit.Length{20 * unit.MM} }),
		fitted("Signature.DateIndent", func(s *doc.Signature) { s.DateIndent += 10 * unit.MM }),
		fitted("Signature.Lead", func(s *doc.Signature) { s.Lead += 10 * unit.MM }),
		fitted("Signature.SealBox", func(s *doc.Signature) { s.SealBox.X += 10 * unit.MM }),
		sign("Seal.Data", func(s *doc.Signature) { s.Seal.Data = stock.mark }),
		sign("Seal.Diameter", func(s *doc.Signature) { s.Seal.Diameter = 45 * unit.MM }),
		sign("Seal.Alt", func(s *doc.Signature) { s.Seal.Alt = "印章" }),
		sign("Seal.Decorative", func(s *doc.Signature) { s.Seal.Decorative = true }),
	}
}
