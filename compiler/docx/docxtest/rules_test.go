package docxtest_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/docx"
	"github.com/banxin-go/banxin/compiler/docx/docxtest"
	"github.com/banxin-go/banxin/fonts/bundled"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A plant breaks one of the rules that no schema states (CONFORMANCE.md), and what is then told.
type plant struct {
	rule           int
	part, old, now string
	want           string
}

const (
	inDocument = "word/document.xml"
	inStyles   = "word/styles.xml"
	inSettings = "word/settings.xml"
	inLists    = "word/numbering.xml"
	inRels     = "word/_rels/document.xml.rels"
	inTypes    = "[Content_Types].xml"
	inFonts    = "word/fontTable.xml"
	inCore     = "docProps/core.xml"
	// oneCell is a table above the text, of one column and as many rows as follow.
	oneCell = `<w:body><w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid>`
	cell    = `<w:tr><w:tc><w:tcPr><w:tcW w:w="9" w:type="dxa"/>`
)

// plants are for each rule at least one; rules 30 to 33 are the zip file's, see TestCheckFindsInTheZip.
var plants = []plant{
	{1, inDocument, `<w:t>3</w:t></w:r></w:p></w:tc>`, `<w:t>3</w:t></w:r></w:p><w:tbl/></w:tc>`, `w:tc ends in "w:tbl"`},
	{1, inDocument, "<w:body>", oneCell + cell + `</w:tcPr></w:tc></w:tr></w:tbl><w:p/>`, `w:tc ends in "w:tcPr"`},
	{2, "word/header1.xml", "</w:hdr>", "<w:tbl/></w:hdr>", `w:hdr ends in "w:tbl"`},
	{2, "word/footer2.xml", "</w:txbxContent>", "<w:tbl/></w:txbxContent>", `w:txbxContent ends in "w:tbl"`},
	{3, inDocument, "<w:body>", oneCell + "<w:tr/></w:tbl><w:p/>", "covers 0 columns"},
	{3, inDocument, "<w:body>", oneCell + "</w:tbl><w:p/>", "without rows"},
	{4, inDocument, "<w:tblGrid>", "<w:tr/><w:tblGrid>", "w:tblGrid comes too late"},
	{4, inDocument, "<w:body>", strings.Replace(oneCell, "<w:tblPr/>", "", 1) + cell + "</w:tcPr><w:p/></w:tc></w:tr></w:tbl><w:p/>", "without properties"},
	{5, inDocument, `<w:gridSpan w:val="2"/>`, "", "covers 2 columns of 3"},
	{6, inDocument, `<w:gridSpan w:val="2"/>`, `<w:gridSpan w:val="0"/>`, "spans 0 columns"},
	{7, inDocument, `<w:vMerge w:val="restart"/>`, "", "continues no cell"},
	{8, inDocument, "<w:body>", oneCell + cell + `<w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc></w:tr>` + cell + `<w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl><w:p/>`, "no cell starts"},
	{9, inDocument, `<w:gridCol w:w="1440"/>`, `<w:gridCol w:w="1441"/>`, "w:tcW"},
	{10, inDocument, "<w:tblGrid>", "<w:tblGrid>" + strings.Repeat(`<w:gridCol w:w="9"/>`, 61), "table of 64 columns"},
	{11, inDocument, "<w:body>", oneCell + cell + "</w:tcPr><w:p/></w:tc></w:tr>" + strings.Replace(cell, "<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>", 1) + "</w:tcPr><w:p/></w:tc></w:tr></w:tbl><w:p/>", "heads the table after"},
	{11, inDocument, "<w:body>", oneCell + cell + "</w:tcPr><w:p/></w:tc></w:tr></w:tbl>" + oneCell[len("<w:body>"):] + cell + "</w:tcPr><w:p/></w:tc></w:tr></w:tbl><w:p/>", "touch"},
	{12, inDocument, "<w:tblPr>", "<w:tblPr><w:tblLook/>", "too late"},
	{13, inStyles, `<w:sz w:val="32"/>`, `<w:sz w:val="32"/><w:sz w:val="32"/>`, "comes twice"},
	{13, inStyles, `<w:sz w:val="32"/><w:szCs w:val="32"/>`, `<w:szCs w:val="32"/><w:sz w:val="32"/>`, "too late"},
	{14, inDocument, `<w:gridCol w:w="1440"/>`, `<w:gridCol w:w="1440,5"/>`, "not whole"},
	{14, inStyles, `<w:sz w:val="32"/>`, `<w:sz w:val="3277"/>`, "size 3277"},
	{15, inStyles, `<w:color w:val="EA5037"/>`, `<w:color w:val="#EA5037"/>`, "no colour"},
	{16, inDocument, `w:w="4320" w:type="dxa"`, `w:w="5000" w:type="pct"`, "percent"},
	{17, inDocument, `<wp:docPr id="2"`, `<wp:docPr id="1"`, "drawing 1 twice"},
	{17, inDocument, `<wp:docPr id="2"`, `<wp:docPr id="2147483648"`, "the number 2147483648"},
	{18, inDocument, `w:name="_Ref00000002"`, `w:name="_Ref00000001"`, "bookmark _Ref00000001 (1) twice"},
	{18, inDocument, `w:name="_Ref00000001"`, `w:name="_` + strings.Repeat("a", 40) + `"`, "bookmark name"},
	{18, inDocument, `<w:bookmarkEnd w:id="0"/>`, `<w:bookmarkEnd w:id="7"/>`, "not all bookmarks"},
	{19, inDocument, "<w:body>", `<w:body w14:paraId="00000001">`, "an extension"},
	{20, inDocument, "<w:document ", `<w:document mc:Ignorable="w14" `, "an extension"},
	{21, inDocument, "<w:body>", `<w:body><w14:p/>`, "not declared"},
	{22, inDocument, "<w:t>3</w:t>", "<w:t>\x01</w:t>", "illegal character"},
	{22, inDocument, "<w:t>3</w:t>", "<w:t>&#xFFFF;</w:t>", "illegal character"},
	{23, inDocument, ` xml:space="preserve"`, "", "are lost"},
	{24, inDocument, "<w:t>3</w:t>", "<w:t>3\n</w:t>", "line break"},
	{25, inStyles, "<w:styles ", "<!DOCTYPE x><w:styles ", "DOCTYPE"},
	{26, inRels, `Id="rId2"`, `Id="rId1"`, "twice"},
	{26, inDocument, `<w:headerReference w:type="default" r:id="rId1"`, `<w:headerReference w:type="default" r:id="rId3"`, "of type footer"},
	{26, inDocument, `r:embed="rId`, `r:embed="rId9`, "no relationship"},
	{26, inRels, `Target="styles.xml"`, `Target="gone.xml"`, "is not there"},
	{27, inRels, `Target="http://www.gov.cn/"`, `Target="http://www.gov.cn/a b"`, "is no URI"},
	{28, "_rels/.rels", "/officeDocument\"", "/other\"", "0 documents"},
	{28, "_rels/.rels", ` Target="docProps/app.xml"`, ` Target="docProps/core.xml"`, "reached by no relationship"},
	{29, inTypes, `PartName="/word/styles.xml"`, `PartName="/word/other.xml"`, "no content type"},
	{29, inTypes, `Extension="png"`, `Extension="gif"`, "no content type"},
	{29, inTypes, `PartName="/word/styles.xml"`, `PartName="/word/settings.xml"`, "twice"},
	{34, inStyles, `w:styleId="Title"`, `w:styleId="Normal"`, "style Normal twice"},
	{34, inStyles, `<w:basedOn w:val="Normal"/>`, `<w:basedOn w:val="Base"/>`, "not defined"},
	{34, inStyles, `w:default="1" w:styleId="Normal"`, `w:styleId="Normal"`, "0 default styles"},
	{34, inStyles, `<w:name w:val="Title"/><w:basedOn w:val="Normal"/>`, `<w:name w:val="Title"/><w:basedOn w:val="Title"/>`, "based on itself"},
	{34, inDocument, `<w:pStyle w:val="Heading1"/>`, `<w:pStyle w:val="ReportTable"/>`, "another type"},
	{35, inLists, "</w:num>", `</w:num><w:abstractNum w:abstractNumId="9"/>`, "w:abstractNum comes too late"},
	{35, inLists, `<w:lvl w:ilvl="8">`, `<w:lvl w:ilvl="7">`, "in place of 8"},
	{35, inLists, "</w:num>", `</w:num><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`, "numId 1 twice"},
	{35, inDocument, `<w:numId w:val="1"/>`, `<w:numId w:val="7"/>`, "numId 7"},
	{36, inDocument, "<w:t>3</w:t>", `<w:footnoteReference w:id="1"/>`, "not written"},
	{37, inDocument, "<w:pgSz w:w=", `<w:pgSz w:w="31681" w:x=`, "a page of"},
	{37, inDocument, "<w:pgMar w:top=", `<w:pgMar w:top="20000" w:x=`, "no room"},
	{37, inDocument, `<w:footerReference w:type="even"`, `<w:footerReference w:type="default"`, "two references"},
	{38, inSettings, `w:name="compatibilityMode"`, `w:name="other"`, "compatibilityMode"},
	{39, inDocument, "<w:body>", `<w:body><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>`, "do not end"},
	{39, inDocument, "<w:body>", `<w:body><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`, "follows its begin"},
	{39, inDocument, "<w:body>", `<w:body><w:p><w:r><w:fldChar w:fldCharType="separate"/></w:r></w:p>`, "before it begins"},
	{40, inFonts, `w:fontKey="{`, `w:fontKey="`, "font key"},
	{40, inFonts, `w:fontKey="{`, `w:fontKey="{00000000-0000-0000-0000-000000000000}" w:x="{`, "no font when"},
	{40, inTypes, `Extension="odttf"`, `Extension="ttf"`, "no content type"},
	{41, "word/media/image1.png", "PNG", "GIF", "something else"},
	{42, inCore, ` xsi:type="dcterms:W3CDTF"`, "", "of no type"},
	{42, inCore, "<dc:title>", "<dc:title>题</dc:title><dc:title>", "dc:title comes twice"},
	{43, inSettings, ` w:percent="100"`, "", "w:percent"},
	{44, inStyles, `<w:outlineLvl w:val="0"/>`, `<w:outlineLvl w:val="10"/>`, "w:outlineLvl"},
	{44, inStyles, `<w:name w:val="Title"/>`, `<w:name w:val="` + strings.Repeat("题", 254) + `"/>`, "too long"},
	{44, inStyles, `<w:name w:val="Title"/>`, `<w:name w:val="Title,题"/>`, "comma"},
	{44, inDocument, "<w:cantSplit/>", `<w:cantSplit/><w:trHeight w:val="31681"/>`, "w:trHeight"},
	{45, inDocument, "<w:body>", "<w:body><w:sectPr/>", "last in the body"},
	{45, inDocument, "<w:sectPr>", `<w:sectPr><w:type w:val="nextPage"/>`, "w:headerReference comes too late"},
	{46, inSettings, "<w:compat>", "<w:updateFields/><w:compat>", "updateFields"},
	{46, "word/footer2.xml", `<w:fldChar w:fldCharType="begin"/>`, `<w:fldChar w:fldCharType="begin" w:dirty="1"/>`, "updated"},
}

// whole is a file with what good has and, beside it, all that the rules speak of: heads, text boxes, links, two pictures, fonts.
func whole(t *testing.T) []byte {
	t.Helper()
	set, err := bundled.Set()
	if err != nil {
		t.Fatal(err)
	}
	d := goodDocument(t)
	d.Sheet.Page = *d.Sheet.Page.Turn()
	d.Sheet.Page.Head = []doc.Line{{Style: "Header", Text: "{title}", Align: doc.AlignOutside, Offset: 8 * unit.MM}}
	blocks := &d.Sections[0].Blocks
	*blocks = append(*blocks, (*blocks)[len(*blocks)-1], &doc.Heading{Level: 1, Text: []doc.Span{{Text: "二、附件", Link: "http://www.gov.cn/"}}, Key: "a123456789"})
	var b bytes.Buffer
	if err := docx.Write(&b, d, &docx.Options{Embed: docx.EmbedSubset, Fonts: set}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestEveryRule(t *testing.T) {
	file := whole(t)
	if faults := append(docxtest.Check(file), docxtest.Order(file)...); len(faults) > 0 {
		t.Fatal(faults)
	}
	planted := []int{30, 31, 32, 33}
	for _, p := range plants {
		planted = append(planted, p.rule)
		bad := broken(t, file, p.part, p.old, p.now)
		faults := strings.Join(append(docxtest.Check(bad), docxtest.Order(bad)...), "\n")
		if !strings.Contains(faults, p.want) {
			t.Errorf("rule %d, %s → %.60s: told %q", p.rule, p.old, p.now, faults)
		}
	}
	for rule := 1; rule <= 46; rule++ {
		if !slices.Contains(planted, rule) {
			t.Errorf("no fault breaks rule %d", rule)
		}
	}
}

// What is wrong with the zip file itself is told: rules 30 to 33.
func TestCheckFindsInTheZip(t *testing.T) {
	parts, err := docxtest.Open(good(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		rule   int
		name   string
		change func(h *zip.FileHeader)
		want   string
	}{
		{30, "word/styles.xml", func(h *zip.FileHeader) { h.Name = "word/样式.xml" }, "not a part name"},
		{31, "word/settings.xml", func(h *zip.FileHeader) { h.Name = "WORD/styles.xml" }, "two entries of one name"},
		{31, "word/styles.xml", func(h *zip.FileHeader) { h.Flags |= 1 }, "encryption"},
		{32, "word/styles.xml", func(h *zip.FileHeader) { h.Flags |= 8 }, "data descriptor"},
		{33, "word/styles.xml", func(h *zip.FileHeader) { h.CreatorVersion = 3 << 8 }, "mode 0"},
		//lint:ignore SA1019 the DOS date itself is meant
		{33, "word/styles.xml", func(h *zip.FileHeader) { h.ModifiedDate = 0 }, "carries a date"},
		{33, "word/styles.xml", func(h *zip.FileHeader) { h.Extra = []byte{0x55, 0x54, 0, 0} }, "extra fields"},
	} {
		file := zipped(t, parts, func(h *zip.FileHeader) {
			if h.Name == c.name {
				c.change(h)
			}
		})
		if faults := strings.Join(docxtest.Check(file), "\n"); !strings.Contains(faults, c.want) {
			t.Errorf("rule %d: told %q", c.rule, faults)
		}
	}
	swapped := slices.Clone(parts)
	swapped[0], swapped[1] = swapped[1], swapped[0]
	if faults := strings.Join(docxtest.Check(zipped(t, swapped, func(*zip.FileHeader) {})), "\n"); !strings.Contains(faults, "before the content types") {
		t.Errorf("types behind: told %q", faults)
	}
	// Method 12, bzip2, which OPC does not know, in both heads of the entry.
	file := zipped(t, parts, func(*zip.FileHeader) {})
	for _, head := range []struct {
		sign string
		at   int
	}{{"PK\x03\x04", 8}, {"PK\x01\x02", 10}} {
		binary.LittleEndian.PutUint16(file[bytes.Index(file, []byte(head.sign))+head.at:], 12)
	}
	if faults := docxtest.Check(file); len(faults) == 0 {
		t.Error("a method that OPC does not know")
	}
}
