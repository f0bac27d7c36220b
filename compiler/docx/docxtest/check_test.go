package docxtest_test

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"image"
	"image/png"
	"strings"
	"testing"
	"time"

	"github.com/banxin-go/banxin/compiler/docx"
	"github.com/banxin-go/banxin/compiler/docx/docxtest"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// good is a small file with a table of merged cells, a bookmark, a list and a field.
//
//	+-----+-----------+
//	| 规章 | 本年制发件数 |
//	|     +-----+-----+
//	|     | 3   | 5   |
//	+-----+-----+-----+
func good(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := docx.Write(&b, goodDocument(t), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func goodDocument(t *testing.T) *doc.Document {
	t.Helper()
	say := func(s string) []doc.Span { return []doc.Span{{Text: s}} }
	var dot bytes.Buffer
	if err := png.Encode(&dot, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		t.Fatal(err)
	}
	return &doc.Document{Meta: doc.Meta{Title: "年度报告", Date: time.Date(2025, 1, 24, 9, 0, 0, 0, time.UTC)}, Sheet: doc.GB9704(), Sections: []doc.Section{{Blocks: []doc.Block{
		&doc.Heading{Level: 1, Text: say("一、总体情况"), Key: "k"},
		&doc.List{Kind: doc.Decimal, Items: []doc.Item{{Text: say("主动公开 ")}}},
		&doc.Table{Columns: []doc.Column{{Width: unit.Inch}, {Width: unit.Inch}, {Width: unit.Inch}}, Rows: []doc.Row{
			{Cells: []doc.Cell{{Text: say("规章"), RowSpan: 2}, {Text: say("本年制发件数"), ColSpan: 2}}},
			{Cells: []doc.Cell{{Text: say("3")}, {Text: say("5")}}},
		}},
		&doc.Paragraph{Text: []doc.Span{{Text: "见上", Link: "#k"}}}, &doc.Figure{Data: dot.Bytes(), Alt: "点"},
	}}}}
}

// broken copies a file with one change in one part.
func broken(t *testing.T, file []byte, name, old, new string) []byte {
	t.Helper()
	parts, err := docxtest.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	changed := false
	for i := range parts {
		if p := &parts[i]; p.Name == name {
			changed = strings.Contains(string(p.Data), old)
			p.Data = []byte(strings.Replace(string(p.Data), old, new, 1))
		}
	}
	if !changed {
		t.Fatalf("%s does not hold %s", name, old)
	}
	return zipped(t, parts, func(*zip.FileHeader) {})
}

// zipped packs parts as the writer does it, stored, without data descriptor, date and extra fields, but for what change does.
func zipped(t *testing.T, parts []docxtest.Part, change func(*zip.FileHeader)) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		//lint:ignore SA1019 the DOS date itself is meant: Modified would add an extra field with a Unix time
		h := &zip.FileHeader{Name: p.Name, Method: zip.Store, ModifiedDate: 0x21}
		h.CompressedSize64, h.UncompressedSize64 = uint64(len(p.Data)), uint64(len(p.Data))
		h.CRC32 = crc32.ChecksumIEEE(p.Data)
		change(h)
		w, err := z.CreateRaw(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(p.Data); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Each fault is planted alone in a good file and must be told.
func TestCheckFinds(t *testing.T) {
	file := good(t)
	if faults := docxtest.Faults(file); len(faults) > 0 {
		t.Fatal(faults)
	}
	const document, styles = "word/document.xml", "word/styles.xml"
	for _, c := range []struct{ part, old, new, want string }{
		{document, `<w:vMerge w:val="restart"/>`, "", "continues no cell"},
		{document, `<w:gridSpan w:val="2"/>`, "", "covers 2 columns of 3"},
		{document, `<w:gridSpan w:val="2"/>`, `<w:gridSpan w:val="3"/>`, "spans 3 columns"},
		{document, `<w:tcW w:w="2880"`, `<w:tcW w:w="100"`, "w:tcW"},
		{document, `<w:gridCol w:w="1440"/>`, `<w:gridCol w:w="0"/>`, "without width"},
		{document, `<w:bookmarkEnd w:id="0"/>`, "", "bookmarks start"},
		{document, `w:name="_Ref00000001"`, `w:name="1规章"`, "bookmark name"},
		{document, `w:anchor="_Ref00000001"`, `w:anchor="nowhere"`, "nowhere"},
		{document, ` xml:space="preserve"`, "", "are lost"},
		{document, `<w:numId w:val="1"/>`, `<w:numId w:val="7"/>`, "numId 7"},
		{document, `<w:pStyle w:val="Heading1"/>`, `<w:pStyle w:val="Heading7"/>`, "Heading7"},
		{document, `<w:t>3</w:t>`, "<w:t>\t3</w:t>", "tab"},
		{document, `r:id="rId`, `r:id="rId9`, "no relationship"},
		{document, "<w:tblLayout", "<w:tblInd/><w:tblInd/><w:tblLayout", "twice"},
		{styles, `<w:basedOn w:val="Normal"/>`, `<w:basedOn w:val="Base"/>`, "Base"},
		{styles, `<w:sz w:val="32"/>`, `<w:sz w:val="1"/>`, "size 1"},
		{styles, `<w:keepNext w:val="0"/><w:keepLines w:val="0"/>`, `<w:keepLines w:val="0"/><w:keepNext w:val="0"/>`, "too late"},
		{styles, `<w:name w:val="Title"/>`, `<w:name w:val="normal"/>`, "the name of another"},
		{styles, `<w:name w:val="Title"/>`, `<w:name w:val="标题,Title"/>`, "a name that is several"},
		{document, `<w:pStyle w:val="Heading1"/>`, `<w:pStyle w:val="Heading1"/><w:jc w:val="center"/>`, "w:pPr/w:jc in the text"},
		{document, "<w:r><w:t>", "<w:r><w:rPr><w:b/></w:rPr><w:t>", "w:rPr/w:b in the text"},
		{"word/settings.xml", "<w:compat>", "<w:updateFields/><w:compat>", "updateFields"},
		{"[Content_Types].xml", `PartName="/word/styles.xml"`, `PartName="/word/other.xml"`, "other.xml"},
		{"word/_rels/document.xml.rels", `Target="styles.xml"`, `Target="gone.xml"`, "gone.xml"},
		{"word/_rels/document.xml.rels", `Id="rId2"`, `Id="rId1"`, "twice"},
		{document, "<w:body>", "<!DOCTYPE x><w:body>", "DOCTYPE"},
		{document, "</w:p>", "", "well-formed"},
		{document, "<w:tr>", "<w:tr><w:trPr><w:trHeight w:val=\"40000\"/></w:trPr>", "w:trHeight"},
		{document, `<w:gridCol w:w="1440"/>`, `<w:gridCol w:w="1440.5"/>`, "not whole"},
		{document, `<w:pStyle w:val="Heading1"/>`, `<w:pStyle w:val="ReportTable"/>`, "another type"},
		{document, `<w:ilvl w:val="0"/>`, `<w:ilvl w:val="9"/>`, "w:ilvl"},
		{document, "<w:body>", `<w:body w14:paraId="00000001">`, "an extension"},
		{document, "<w:body>", `<w:body><x:p/>`, "not declared"},
		{document, "<w:pgSz ", `<w:pgSz w:code="9" `, ""},
		{document, "<w:pgSz w:w=", `<w:pgSz w:w="40000" w:x=`, "a page of"},
		{document, "<w:pgMar w:top=", `<w:pgMar w:top="20000" w:x=`, "no room"},
		{document, "<w:sectPr><w:footerReference w:type=\"default\"", "<w:sectPr><w:footerReference w:type=\"even\"", "two references"},
		{document, "<w:sectPr><w:footerReference", "<w:sectPr><w:headerReference", "of type footer"},
		{document, "<w:body>", "<w:body><w:sectPr/>", "last in the body"},
		{document, "<w:tblPr>", "<w:tblPr><w:tblW w:w=\"50\" w:type=\"pct\"/>", "percent"},
		{document, "<w:body>", `<w:body><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`, "follows its begin"},
		{"word/footer2.xml", `<w:fldChar w:fldCharType="begin"/>`, `<w:fldChar w:fldCharType="begin" w:dirty="1"/>`, "updated"},
		{styles, `w:default="1" w:styleId="Normal"`, `w:styleId="Normal"`, "0 default styles"},
		{styles, `<w:name w:val="Title"/><w:basedOn w:val="Normal"/>`, `<w:name w:val="Title"/><w:basedOn w:val="Title"/>`, "based on itself"},
		{styles, `<w:basedOn w:val="TableNormal"/>`, `<w:basedOn w:val="Normal"/>`, "is based on one of type"},
		{styles, `<w:color w:val="EA5037"/>`, `<w:color w:val="#EA5037"/>`, "no colour"},
		{styles, `<w:outlineLvl w:val="0"/>`, `<w:outlineLvl w:val="10"/>`, "w:outlineLvl"},
		{"word/numbering.xml", `<w:lvl w:ilvl="8">`, `<w:lvl w:ilvl="7">`, "in place of 8"},
		{"word/numbering.xml", `<w:abstractNumId w:val="0"/>`, `<w:abstractNumId w:val="4"/>`, "of no abstractNum"},
		{"word/settings.xml", ` w:percent="100"`, "", "w:percent"},
		{"word/settings.xml", `w:name="compatibilityMode"`, `w:name="other"`, "compatibilityMode"},
		{"word/media/image1.png", "PNG", "GIF", "something else"},
		{"docProps/core.xml", ` xsi:type="dcterms:W3CDTF"`, "", "of no type"},
		{"_rels/.rels", "/officeDocument\"", "/other\"", "0 documents"},
	} {
		bad := broken(t, file, c.part, c.old, c.new)
		faults := strings.Join(docxtest.Faults(bad), "\n")
		if !strings.Contains(faults, c.want) || c.want == "" && faults != "" {
			t.Errorf("%s → %s: told %q", c.old, c.new, faults)
		}
	}
}

// A part reads as one element a line, properties and runs behind it.
func TestText(t *testing.T) {
	text, err := docxtest.Text(good(t))
	if err != nil {
		t.Fatal(err)
	}
	want := `      tr [cantSplit]
        tc [tcW w=1440] [vMerge] [tcMar [bottom w=60]] [vAlign=center] p [pStyle=TableText]
        tc [tcW w=1440] [tcMar [bottom w=60]] [vAlign=center] p [pStyle=TableText] 「3」
        tc [tcW w=1440] [tcMar [bottom w=60]] [vAlign=center] p [pStyle=TableText] 「5」
`
	if !strings.Contains(string(text), want) {
		t.Errorf("%s", text)
	}
}

func TestForLibreOffice(t *testing.T) {
	file := good(t)
	turned, err := docxtest.ForLibreOffice(file)
	if err != nil {
		t.Fatal(err)
	}
	back, err := docxtest.ForLibreOffice(turned)
	if err != nil {
		t.Fatal(err)
	}
	part := func(file []byte, name string) string {
		parts, err := docxtest.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		for i := range parts {
			if parts[i].Name == name {
				return string(parts[i].Data)
			}
		}
		t.Fatalf("no %s", name)
		return ""
	}
	const styles, document = "word/styles.xml", "word/document.xml"
	if part(turned, styles) == part(file, styles) || part(back, styles) != part(file, styles) {
		t.Error("turning twice does not give the styles again")
	}
	if !strings.Contains(part(file, document), "<w:docGrid ") || strings.Contains(part(turned, document), "w:docGrid") {
		t.Error("the grid has stayed")
	}
}
