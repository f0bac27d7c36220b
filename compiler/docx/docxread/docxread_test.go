package docxread

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/printed"
)

const (
	rels     = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document.xml"/></Relationships>`
	nsData   = "https://example.org/data"
	bodyHead = `<w:document xmlns:w="` + nsTransitional + `" xmlns:mc="` + nsCompatibility + `"><w:body>`
	bodyEnd  = `</w:body></w:document>`
)

func pack(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		part, err := w.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func shown(t *testing.T, body string) (printed.Document, error) {
	t.Helper()
	f, err := Open(pack(t, "_rels/.rels", rels, "word/document.xml", bodyHead+body+bodyEnd))
	if err != nil {
		t.Fatal(err)
	}
	return f.Printed()
}

// dump gives texts in 「」 and cells as row,column rows×columns text.
func dump(d printed.Document) string {
	var s strings.Builder
	for _, b := range d {
		if b.Table == nil {
			fmt.Fprintf(&s, "「%s」", printed.Normal(b.Text))
			continue
		}
		for _, c := range b.Table.Cells {
			fmt.Fprintf(&s, "[%d,%d %d×%d %s]", c.Row, c.Col, c.Rows, c.Cols, printed.Normal(c.Text))
		}
	}
	return s.String()
}

func TestPrinted(t *testing.T) {
	p := func(s string) string { return "<w:p><w:r><w:t>" + s + "</w:t></w:r></w:p>" }
	tc := func(props, s string) string { return "<w:tc><w:tcPr>" + props + "</w:tcPr>" + p(s) + "</w:tc>" }
	for _, c := range []struct{ name, body, want string }{
		{"runs", `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>一、</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">总体 情况</w:t></w:r></w:p>`, "「一、总体 情况」"},
		{"breaks and tabs", `<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r></w:p>`, "「甲乙丙」"},
		{"hyphens", `<w:p><w:r><w:t>甲</w:t><w:softHyphen/><w:t>乙</w:t><w:noBreakHyphen/><w:t>丙</w:t></w:r></w:p>`, "「甲乙\u2011丙」"},
		{"fields", `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>3</w:t></w:r></w:p>`, "「3」"},
		{"links", `<w:p><w:hyperlink><w:r><w:t>网址</w:t></w:r></w:hyperlink></w:p>`, "「网址」"},
		{"marked changes", `<w:p><w:del><w:r><w:delText>15</w:delText></w:r></w:del><w:ins><w:r><w:t>16</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom></w:p>`, "「16」"},
		{"ends of paragraphs marked as deleted", `<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>` +
			p("乙") + `<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr><w:r><w:t>丙</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>丁</w:t></w:r></w:p><w:tbl><w:tr>` + tc("", "1") + `</w:tr></w:tbl>`, "「甲乙」「丙」「丁」[0,0 1×1 1]"},
		{"hidden text", `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>明</w:t></w:r></w:p>`, "「明」"},
		{"contents", `<w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent><w:p><w:pPr><w:pStyle w:val="TOC2"/></w:pPr><w:r><w:t>目录行</w:t></w:r></w:p>` + p("目录") + `</w:sdtContent></w:sdt>`, "「目录」"},
		{"text boxes", `<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>` + p("框内") + `</w:txbxContent></w:drawing></mc:Choice><mc:Fallback>` + p("框内") + `</mc:Fallback></mc:AlternateContent><w:t>框外</w:t></w:r></w:p>`, "「框外」「框内」"},
		{"merged cells", `<w:tbl><w:tblGrid><w:gridCol w:w="500"/><w:gridCol w:w="500"/><w:gridCol w:w="500"/></w:tblGrid>` +
			`<w:tr>` + tc(`<w:vMerge w:val="restart"/>`, "甲") + tc(`<w:gridSpan w:val="2"/>`, "乙") + `</w:tr>` +
			`<w:tr>` + tc(`<w:vMerge/>`, "") + tc("", "1") + tc("", "2") + `</w:tr></w:tbl>`, "[0,0 2×1 甲][0,1 1×2 乙][1,1 1×1 1][1,2 1×1 2]"},
		{"a label shown again", `<w:tbl><w:tr>` + tc(`<w:vMerge w:val="restart"/>`, "甲") + tc("", "1") + `</w:tr><w:tr>` + tc(`<w:vMerge/>`, "") + tc("", "2") + `</w:tr><w:tr>` +
			tc(`<w:vMerge w:val="restart"/>`, `甲</w:t></w:r><w:bookmarkStart w:id="1" w:name="_Again1"/><w:bookmarkEnd w:id="1"/><w:r><w:t>`) + tc("", "3") + `</w:tr><w:tr>` +
			tc(`<w:vMerge/>`, "") + tc("", "4") + `</w:tr></w:tbl>`, "[0,0 4×1 甲][0,1 1×1 1][1,1 1×1 2][2,1 1×1 3][3,1 1×1 4]"},
		{"a label shown again and changed", `<w:tbl><w:tr>` + tc(`<w:vMerge w:val="restart"/>`, "甲") + tc("", "1") + `</w:tr><w:tr>` + tc(`<w:vMerge/>`, "") + tc("", "2") + `</w:tr><w:tr><w:tc>` +
			`<w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:bookmarkStart w:id="1" w:name="_Again1"/><w:bookmarkEnd w:id="1"/>` + p("乙") + `</w:tc>` + tc("", "3") + `</w:tr></w:tbl>`, "[0,0 2×1 甲][0,1 1×1 1][1,1 1×1 2][2,0 1×1 乙][2,1 1×1 3]"},
		{"a text that goes on", `<w:tbl><w:tr>` + tc(`<w:vMerge w:val="restart"/>`, "甲") + tc("", "1") + `</w:tr><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>` +
			`<w:bookmarkStart w:id="1" w:name="_More1"/><w:bookmarkEnd w:id="1"/>` + p("乙") + `</w:tc>` + tc("", "2") + `</w:tr><w:tr>` + tc(`<w:vMerge/>`, "") + tc("", "3") + `</w:tr></w:tbl>`, "[0,0 3×1 甲乙][0,1 1×1 1][1,1 1×1 2][2,1 1×1 3]"},
		{"a text that goes on below a row put between", `<w:tbl><w:tr>` + tc("", "甲") + tc("", "1") + `</w:tr><w:tr><w:tc>` +
			`<w:bookmarkStart w:id="1" w:name="_More1"/><w:bookmarkEnd w:id="1"/>` + p("乙") + `</w:tc>` + tc("", "2") + `</w:tr></w:tbl>`, "[0,0 1×1 甲][0,1 1×1 1][1,0 1×1 乙][1,1 1×1 2]"},
		{"a label shown again below its only row", `<w:tbl><w:tr>` + tc("", `</w:t></w:r><w:bookmarkStart w:id="1" w:name="_Cut1"/><w:bookmarkEnd w:id="1"/><w:r><w:t>甲`) + tc("", "1") + `</w:tr><w:tr>` +
			tc("", `</w:t></w:r><w:bookmarkStart w:id="2" w:name="_Again1"/><w:bookmarkEnd w:id="2"/><w:r><w:t>甲`) + tc("", "2") + `</w:tr></w:tbl>`, "[0,0 2×1 甲][0,1 1×1 1][1,1 1×1 2]"},
		{"two labels alike", `<w:tbl><w:tr>` + tc(`<w:vMerge w:val="restart"/>`, "甲") + tc("", "1") + `</w:tr><w:tr>` + tc(`<w:vMerge/>`, "") + tc("", "2") + `</w:tr><w:tr>` +
			tc(`<w:vMerge w:val="restart"/>`, "甲") + tc("", "3") + `</w:tr></w:tbl>`, "[0,0 2×1 甲][0,1 1×1 1][1,1 1×1 2][2,0 1×1 甲][2,1 1×1 3]"},
		{"hairlines", `<w:tbl><w:tblGrid><w:gridCol w:w="500"/><w:gridCol w:w="3"/><w:gridCol w:w="500"/></w:tblGrid>` +
			`<w:tr>` + tc(`<w:gridSpan w:val="2"/>`, "甲") + tc("", "乙") + `</w:tr><w:tr>` + tc("", "1") + tc(`<w:gridSpan w:val="2"/>`, "2") + `</w:tr></w:tbl>`, "[0,0 1×1 甲][0,1 1×1 乙][1,0 1×1 1][1,1 1×1 2]"},
		{"a caption in the table", `<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/>` +
			`<w:tcBorders><w:top w:val="nil"/><w:left w:val="nil"/><w:bottom w:val="single"/><w:right w:val="nil"/></w:tcBorders></w:tcPr>` + p("表1") + p("单位：件") + `</w:tc></w:tr>` +
			`<w:tr>` + tc("", "甲") + tc("", "乙") + `</w:tr></w:tbl>`, "「表1」「单位：件」[0,0 1×1 甲][0,1 1×1 乙]"},
		{"a head over the whole table", `<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>` + tc(`<w:tcBorders><w:top w:val="nil"/></w:tcBorders>`, "甲") + `</w:tr></w:tbl>`, "[0,0 1×1 甲]"},
		{"a row marked as deleted", `<w:tbl><w:tr><w:trPr><w:del/></w:trPr>` + tc("", "旧") + `</w:tr><w:tr>` + tc("", "新") + `</w:tr></w:tbl>`, "[0,0 1×1 新]"},
		{"a table in a cell", `<w:tbl><w:tr><w:tc><w:tbl><w:tr>` + tc("", "内") + `</w:tr></w:tbl>` + p("外") + `</w:tc></w:tr></w:tbl>`, "[0,0 1×1 内外]"},
		{"a cell of two paragraphs in controls", `<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc>` + p("一") + p("二") + `</w:tc></w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>`, "[0,0 1×1 一二]"},
		{"a merge that continues nothing", `<w:tbl><w:tr>` + tc(`<w:vMerge/>`, "甲") + `</w:tr></w:tbl>`, "[0,0 1×1 甲]"},
		{"nesting without end", strings.Repeat("<w:sdt>", 5000) + p("深") + strings.Repeat("</w:sdt>", 5000), ""},
		{"spans without end", `<w:tbl><w:tr>` + tc(`<w:gridSpan w:val="999999999"/>`, "甲") + `</w:tr></w:tbl>`, "[0,0 1×1 甲]"},
	} {
		got, err := shown(t, c.body)
		if err != nil || dump(got) != c.want {
			t.Errorf("%s: %s, want %s (%v)", c.name, dump(got), c.want, err)
		}
	}
	for _, bad := range []string{"<w:p>", "</w:p>", "<w:p><w:t>&nbsp;</w:t></w:p>", "<!DOCTYPE a [<!ENTITY b 'c'>]>"} {
		if _, err := shown(t, bad); bad[1] != '!' && !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

// Paragraphs joined by the hundred thousand are read in one go: put together one by one they took half a minute.
func TestManyJoinedParagraphs(t *testing.T) {
	if _, err := shown(t, strings.Repeat(`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>政府信息</w:t></w:r></w:p>`, 200_000)); err != nil {
		t.Fatal(err)
	}
}

func TestData(t *testing.T) {
	body := bodyHead + bodyEnd
	other := `<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"/>`
	for _, c := range []struct{ name, part, want string }{
		{"text", `<data xmlns="` + nsData + `" printed="ab">{&quot;a&quot;: &lt;1&gt;}</data>`, `{"a": <1>}`},
		{"base64", `<d:data xmlns:d="` + nsData + `" encoding="base64">e30=</d:data>`, "{}"},
		{"another's", other, ""}, {"no XML", "{}", ""},
	} {
		f, err := Open(pack(t, "_rels/.rels", rels, "word/document.xml", body, "customXml/itemProps1.xml", other, "customXml/item1.xml", other, "customXml/item2.xml", c.part))
		if err != nil {
			t.Fatal(err)
		}
		d, err := f.Data(nsData)
		if err != nil || (d == nil) != (c.want == "") || d != nil && string(d.Content) != c.want {
			t.Errorf("%s: %+v, %v", c.name, d, err)
		}
	}
	f, err := Open(pack(t, "_rels/.rels", rels, "word/document.xml", body, "customXml/item1.xml", `<data xmlns="`+nsData+`" encoding="base64">!</data>`))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Data(nsData); !errors.Is(err, ErrDamaged) {
		t.Errorf("bad base64: %v", err)
	}
}

func TestRefused(t *testing.T) {
	for name, file := range map[string][]byte{
		"nothing": nil, "a text": []byte("年度报告"), "a zip": pack(t, "a.txt", "a"), "no document part": pack(t, "_rels/.rels", rels),
		"relationships of nothing": pack(t, "_rels/.rels", `<Relationships/>`),
	} {
		if _, err := Open(file); !errors.Is(err, ErrNotDOCX) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Open(pack(t, "_rels/.rels", "<")); !errors.Is(err, ErrDamaged) {
		t.Errorf("broken relationships: %v", err)
	}
	parts := []string{}
	for i := range maxEntries + 1 {
		parts = append(parts, fmt.Sprint(i), "")
	}
	if _, err := Open(pack(t, parts...)); !errors.Is(err, ErrTooLarge) {
		t.Errorf("too many parts: %v", err)
	}
}

// A part that unpacks to more than is read is refused, before it takes the memory.
func TestBomb(t *testing.T) {
	f, err := Open(pack(t, "_rels/.rels", rels, "word/document.xml", bodyHead+bodyEnd, "a.xml", strings.Repeat(" ", 1<<20)))
	if err != nil {
		t.Fatal(err)
	}
	if data, err := f.part("a.xml", 1<<20); err != nil || len(data) != 1<<20 {
		t.Errorf("%d bytes, %v", len(data), err)
	}
	if _, err := f.part("a.xml", 1<<20-1); !errors.Is(err, ErrTooLarge) {
		t.Errorf("%v", err)
	}
}

// No document part makes the reader panic.
func FuzzOpen(f *testing.F) {
	f.Add(`<w:tbl><w:tblGrid><w:gridCol w:w="500"/><w:gridCol w:w="3"/></w:tblGrid><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc></w:tr></w:tbl>`)
	f.Add(`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>甲</w:t></w:r><w:txbxContent><w:p><w:t>乙</w:t></w:p></w:txbxContent></w:p>`)
	f.Fuzz(func(t *testing.T, body string) {
		file, err := Open(pack(t, "_rels/.rels", rels, "word/document.xml", bodyHead+body+bodyEnd, "customXml/item1.xml", body))
		if err != nil {
			t.Fatal(err)
		}
		file.Data(nsData)
		if d, err := file.Printed(); err == nil {
			d.Hash()
		}
	})
}

// No bytes do.
func FuzzZip(f *testing.F) {
	f.Add(pack(f, "_rels/.rels", rels, "word/document.xml", bodyHead+bodyEnd))
	f.Fuzz(func(t *testing.T, data []byte) {
		if file, err := Open(data); err == nil {
			file.Data(nsData)
			file.Printed()
		}
	})
}
