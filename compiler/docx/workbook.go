package docx

import (
	"io"

	"github.com/banxin-go/banxin/layout/doc"
)

// The namespace of spreadsheets, and the content types of the two parts that a workbook cannot do without.
const (
	nsS       = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	kindExcel = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// writeWorkbook writes the figures of a chart as the workbook that Word opens for 编辑数据: one sheet, categories in the first
// column, a column for each series and, for a stack, one for their totals. Texts stand in the cells themselves, so that there is no table of shared strings.
func writeWorkbook(w io.Writer, c *doc.Chart) error {
	var p pack
	types := []struct{ name, kind string }{{"/xl/workbook.xml", kindExcel + "sheet.main+xml"}, {"/xl/worksheets/sheet1.xml", kindExcel + "worksheet+xml"}}
	for _, part := range []struct {
		name  string
		write func(*xmlWriter)
	}{
		{"[Content_Types].xml", func(x *xmlWriter) {
			x.open("Types").attr("xmlns", nsTypes)
			x.open("Default").attr("Extension", "rels").attr("ContentType", "application/vnd.openxmlformats-package.relationships+xml").close()
			x.open("Default").attr("Extension", "xml").attr("ContentType", "application/xml").close()
			for _, t := range types {
				x.open("Override").attr("PartName", t.name).attr("ContentType", t.kind).close()
			}
			x.close()
		}},
		{"_rels/.rels", func(x *xmlWriter) {
			writeRelations(x, []relation{{relOffice + "officeDocument", "xl/workbook.xml", false}})
		}},
		{"xl/workbook.xml", func(x *xmlWriter) {
			x.open("workbook").attr("xmlns", nsS).attr("xmlns:r", nsR).open("sheets")
			x.open("sheet").attr("name", "Sheet1").num("sheetId", 1).attr("r:id", relID(0)).close()
			x.close().close()
		}},
		{"xl/_rels/workbook.xml.rels", func(x *xmlWriter) {
			writeRelations(x, []relation{{relOffice + "worksheet", "worksheets/sheet1.xml", false}})
		}},
		{"xl/worksheets/sheet1.xml", func(x *xmlWriter) { writeSheet(x, c) }},
	} {
		if err := p.xml(part.name, "", part.write); err != nil {
			return err
		}
	}
	return p.writeTo(w)
}

func writeSheet(x *xmlWriter, c *doc.Chart) {
	x.open("worksheet").attr("xmlns", nsS).open("sheetData")
	x.open("row").num("r", 1)
	for i, s := range c.Series {
		textCell(x, column(i+1)+"1", s.Name)
	}
	if c.Kind == doc.StackedBarChart {
		textCell(x, column(len(c.Series)+1)+"1", totalName)
	}
	x.close()
	for k, name := range c.Categories {
		row := itoa(k + 2)
		x.open("row").attr("r", row)
		textCell(x, "A"+row, name)
		for i, s := range c.Series {
			x.open("c").attr("r", column(i+1)+row)
			x.leaf("v", c.Format(s.Values[k]))
			x.close()
		}
		if c.Kind == doc.StackedBarChart {
			x.open("c").attr("r", column(len(c.Series)+1)+row)
			x.leaf("f", "SUM(B"+row+":"+column(len(c.Series))+row+")")
			x.leaf("v", c.Format(c.Total(k)))
			x.close()
		}
		x.close()
	}
	x.close().close()
}

func textCell(x *xmlWriter, at, text string) {
	x.open("c").attr("r", at).attr("t", "inlineStr").open("is")
	x.leaf("t", text)
	x.close().close()
}

// column is the letter of a column, from 0: a chart has fewer than 26.
func column(i int) string { return string(rune('A' + i)) }
