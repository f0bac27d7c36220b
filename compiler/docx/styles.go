package docx

import (
	"strconv"
	"strings"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// builtin gives the names under which Word has a style of its own: the name, not the id, decides which one is meant, and
// Word shows it in the reader's language. Title needs "Title", Heading1 "heading 1" (Word's latent style list).
var builtin = map[string]string{
	"Normal": "Normal", "Title": "Title", "Heading1": "heading 1", "Heading2": "heading 2", "Heading3": "heading 3",
	"Heading4": "heading 4", "BodyText": "Body Text", "Signature": "Signature", "ListParagraph": "List Paragraph",
	"Caption": "caption", "Footer": "footer", "Header": "header", "TOCHeading": "TOC Heading", "TOC1": "toc 1", "TOC2": "toc 2",
	"TOC3": "toc 3", "TOC4": "toc 4", "EndnoteText": "endnote text",
}

// Styles that the writer adds to the sheet's.
const (
	figureStyle = "Figure"
	tableStyle  = "ReportTable"
	// tableStyleName is what a clerk reads in the list.
	tableStyleName = "报表"
	linkStyle      = "Hyperlink"
	noteStyle      = "EndnoteReference"
	spacerStyle    = "Spacer"
	// spacerHeight is the pitch of its line.
	spacerHeight = 14 * unit.Twip
)

func (p *writer) stylesPart() error {
	p.relate(relation{relOffice + "styles", "styles.xml", false})
	return p.part("word/styles.xml", kindWord+"styles+xml", "", func(x *xmlWriter) {
		x.open("w:styles").attr("xmlns:w", nsW)
		p.docDefaults(x)
		x.raw(latentStyles)
		for i := range p.sheet.Styles {
			p.paragraphStyle(x, &p.sheet.Styles[i])
		}
		for i := range p.styles.variants {
			p.variantStyle(x, &p.styles.variants[i])
		}
		for i := range p.styles.placements {
			p.placementStyle(x, &p.styles.placements[i])
		}
		for i := range p.runningStyles {
			p.writeRunningStyle(x, &p.runningStyles[i])
		}
		for _, s := range fixedStyles {
			if p.styles.byID[s.id] == nil {
				x.raw(s.markup)
			}
		}
		for i := range p.characterStyles {
			p.characterStyles[i].write(x)
		}
		p.tocNumber(x)
		p.tableStyle(x)
		x.close()
	})
}

// docDefaults are what every paragraph starts from. Faces and size are said here and again in Normal: text outside of any
// style sees only these.
func (p *writer) docDefaults(x *xmlWriter) {
	x.open("w:docDefaults").open("w:rPrDefault").open("w:rPr")
	if normal := p.styles.byID["Normal"]; normal != nil {
		p.fonts(x, normal)
		x.numVal("w:sz", halfPoints(normal.Size))
		x.numVal("w:szCs", halfPoints(normal.Size))
	}
	x.open("w:lang").attr("w:val", "en-US").attr("w:eastAsia", p.eastAsia()).attr("w:bidi", "ar-SA").close()
	x.close().close()
	x.open("w:pPrDefault").close()
	x.close()
}

// eastAsia is the language of Han text: the document's own where it is Chinese.
func (p *writer) eastAsia() string {
	if chinese(p.lang) {
		return p.lang
	}
	return "zh-CN"
}

func chinese(lang string) bool { return len(lang) >= 2 && strings.EqualFold(lang[:2], "zh") }

// eastAsian says whether a language is one of those that Word keeps apart from the Latin ones: of characters in the Chinese face.
func eastAsian(lang string) bool {
	return chinese(lang) || japanese(lang) || len(lang) >= 2 && strings.EqualFold(lang[:2], "ko")
}

func japanese(lang string) bool { return len(lang) >= 2 && strings.EqualFold(lang[:2], "ja") }

func (p *writer) fonts(x *xmlWriter, s *doc.Style) {
	n := p.fontNames(s.Role)
	latin := n.Latin
	if s.HanLetters {
		latin = n.Han
	}
	x.open("w:rFonts").attr("w:ascii", latin).attr("w:eastAsia", n.Han).attr("w:hAnsi", latin).attr("w:cs", n.Latin).close()
}

func (p *writer) paragraphStyle(x *xmlWriter, s *doc.Style) {
	x.open("w:style").attr("w:type", "paragraph")
	if s.ID == "Normal" {
		x.attr("w:default", "1")
	}
	if builtin[s.ID] == "" {
		x.attr("w:customStyle", "1")
	}
	x.attr("w:styleId", s.ID)
	x.val("w:name", p.styles.names[s.ID])
	if s.ID != "Normal" {
		x.val("w:basedOn", "Normal")
	}
	if textFollows(s) {
		x.val("w:next", "Normal")
	}
	x.numVal("w:uiPriority", priority(s))
	x.empty("w:qFormat")
	p.styleParagraph(x, s)
	p.styleRun(x, s)
	x.close()
}

// textFollows says whether what is written behind a paragraph of the style is text.
func textFollows(s *doc.Style) bool { return s.Outline > 0 || s.ID == "Title" }

// priority sorts Word's style list: text first, then headings, then the rest in the order of the sheet.
func priority(s *doc.Style) int64 {
	switch {
	case s.ID == "Normal":
		return 0
	case s.Outline > 0:
		return int64(s.Outline)
	}
	return 10
}

// styleParagraph writes all paragraph properties, also those that are as in Normal: a style is complete by itself, and
// Title must undo the indent that it would inherit.
func (p *writer) styleParagraph(x *xmlWriter, s *doc.Style) {
	x.open("w:pPr")
	x.toggle("w:keepNext", s.KeepNext)
	x.toggle("w:keepLines", s.KeepAll)
	if s.ID == "Normal" {
		x.toggle("w:widowControl", p.sheet.Lines.Widows > 1 || p.sheet.Lines.Orphans > 1)
	}
	ruleBelow(x, s)
	p.styleTabs(x, s)
	if s.ID == "Normal" {
		p.lineSetting(x)
	}
	x.open("w:spacing").num("w:before", (s.Before+s.Lead).Twips()).num("w:after", s.After.Twips())
	x.num("w:line", s.Leading.Twips()).attr("w:lineRule", "exact").close()
	p.indent(x, s.Left, s.Right, s.Indent, s)
	x.val("w:jc", jc(s.Align))
	if s.Outline > 0 {
		x.numVal("w:outlineLvl", int64(s.Outline-1))
	}
	x.close()
}

// lineSetting is the same for all styles: they take it from Normal.
func (p *writer) lineSetting(x *xmlWriter) {
	x.toggle("w:kinsoku", p.sheet.Lines.Kinsoku != doc.KinsokuNone)
	x.toggle("w:overflowPunct", false) // CLREQ 3.1.9: punctuation does not hang
	x.toggle("w:autoSpaceDE", p.sheet.Lines.HanLatin > 0)
	x.toggle("w:autoSpaceDN", p.sheet.Lines.HanLatin > 0)
	x.toggle("w:adjustRightInd", false)
	x.toggle("w:snapToGrid", false) // see charGrid
}

// styleTabs gives contents entries their tab stop at the right edge of the pages that the first list is on, with centred dots before the
// page number.
func (p *writer) styleTabs(x *xmlWriter, s *doc.Style) {
	if len(s.ID) != 4 || s.ID[:3] != "TOC" {
		return
	}
	page := &p.sheet.Page
	if p.index.contents {
		page = p.page(&p.doc.Sections[p.index.listedIn])
	}
	x.open("w:tabs").open("w:tab").attr("w:val", "right").attr("w:leader", "middleDot")
	x.num("w:pos", newPageBox(page).areaW).close().close()
}

// indent writes indents in characters, which follow the type size when a clerk changes it, and in twips for readers that do
// not know them.
func (p *writer) indent(x *xmlWriter, left, right, first doc.Chars, s *doc.Style) {
	x.open("w:ind")
	x.num("w:leftChars", int64(left)).num("w:left", p.chars(left, s))
	x.num("w:rightChars", int64(right)).num("w:right", p.chars(right, s))
	if first < 0 {
		x.num("w:hangingChars", int64(-first)).num("w:hanging", p.chars(-first, s))
	} else {
		x.num("w:firstLineChars", int64(first)).num("w:firstLine", p.chars(first, s))
	}
	x.close()
}

func (p *writer) styleRun(x *xmlWriter, s *doc.Style) {
	x.open("w:rPr")
	p.fonts(x, s)
	x.toggle("w:b", s.Bold)
	x.toggle("w:bCs", s.Bold)
	if s.ID == "Normal" {
		x.toggle("w:snapToGrid", false)
	}
	x.val("w:color", textColor(s))
	x.numVal("w:spacing", p.tracking(s))
	x.numVal("w:sz", halfPoints(s.Size))
	x.numVal("w:szCs", halfPoints(s.Size))
	x.close()
}

// tracking is what the style's characters stand closer, in twips.
func (p *writer) tracking(s *doc.Style) int64 {
	return p.sheet.TrackingOf(s).Twips()
}

// ruleBelow writes the rule below each paragraph of a style. Word counts its distance from the line's lower edge, in whole
// points up to 31 (ISO/IEC 29500-1 17.3.1.7).
func ruleBelow(x *xmlWriter, s *doc.Style) {
	if s.Below.Width <= 0 {
		return
	}
	space := min(max(0, spaceBelow(s)), mostSpace)
	x.open("w:pBdr").open("w:bottom").attr("w:val", "single").num("w:sz", eighths(s.Below.Width))
	x.num("w:space", int64((space+unit.Pt/2)/unit.Pt)).attr("w:color", inkColor(s.Below.Ink)).close().close()
}

// mostSpace is how far a rule may be from a paragraph.
const mostSpace = 31 * unit.Pt

// spaceBelow is how far a style's rule is from the lower edge of its last line.
func spaceBelow(s *doc.Style) unit.Length {
	edge := s.Leading*exactAscent/100 + s.Size*12/100 // lower edge of the type below the line's upper edge
	return s.Below.Gap - (s.Leading - edge)
}

func textColor(s *doc.Style) string {
	if s.Ink != doc.InkBlack {
		return inkColor(s.Ink)
	}
	return color(s.Gray)
}

func inkColor(i doc.Ink) string {
	if i == doc.InkRed {
		return strings.ToUpper(strconv.FormatInt(doc.RedRGB, 16))
	}
	return "auto"
}

// color is the grey of text as six hex digits; black is "auto", which turns white on a dark ground.
func color(g doc.Gray) string {
	if g == 0 || g >= 100 {
		return "auto"
	}
	return hexGray(g)
}

// hexGray is a grey of g percent black.
func hexGray(g doc.Gray) string {
	const digits = "0123456789ABCDEF"
	v := (255*(100-int(min(g, 100))) + 50) / 100
	b := [2]byte{digits[v>>4], digits[v&15]}
	return string(b[:]) + string(b[:]) + string(b[:])
}

// tableStyle carries the sheet's rules and cell margins; tables that differ say so themselves, in w:tblPr. Styles
// derived from it were worse: LibreOffice, when it saves a file, leaves out every rule between rows that is as wide as one of the table's
// style, such as the one that closes a three-line table at a page's end.
func (p *writer) tableStyle(x *xmlWriter) {
	t := &p.sheet.Table
	x.open("w:style").attr("w:type", "table").attr("w:customStyle", "1").attr("w:styleId", tableStyle)
	x.val("w:name", tableStyleName)
	x.val("w:basedOn", "TableNormal")
	x.numVal("w:uiPriority", 59)
	x.empty("w:qFormat")
	x.open("w:tblPr")
	tableBorders(x, t.Rules)
	cellMargins(x, t.PadX, t.PadY, t.Rules)
	x.close().close()
}

// latentStyles says how Word shows the styles that the document does not define: in its lists only when used.
const latentStyles = `<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376">` +
	`<w:lsdException w:name="Normal" w:uiPriority="0" w:semiHidden="0" w:unhideWhenUsed="0" w:qFormat="1"/>` +
	`<w:lsdException w:name="heading 5" w:uiPriority="9" w:qFormat="1"/>` +
	`<w:lsdException w:name="Strong" w:uiPriority="22" w:semiHidden="0" w:unhideWhenUsed="0" w:qFormat="1"/>` +
	`<w:lsdException w:name="Table Grid" w:uiPriority="39" w:semiHidden="0" w:unhideWhenUsed="0"/>` +
	`</w:latentStyles>`

// fixedStyles are the defaults of the other style types, links, which print as text, note numbers, pictures, which no exact line pitch may
// cut off, and the paragraph of 0.7 pt, Word's least, that ends a section or parts two tables: below 22 lines there is room for no more. A sheet may
// have its own of them. Those with a name have others derived from them.
var fixedStyles = [...]struct{ id, name, markup string }{
	{"DefaultParagraphFont", "", `<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>` +
		`<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>`},
	{"TableNormal", "", `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>` +
		`<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>` +
		`<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`},
	{"NoList", "", `<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>` +
		`<w:semiHidden/><w:unhideWhenUsed/></w:style>`},
	{linkStyle, "", `<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:basedOn w:val="DefaultParagraphFont"/>` +
		`<w:uiPriority w:val="99"/><w:unhideWhenUsed/></w:style>`},
	{noteStyle, "", `<w:style w:type="character" w:styleId="EndnoteReference"><w:name w:val="endnote reference"/><w:basedOn w:val="DefaultParagraphFont"/>` +
		`<w:uiPriority w:val="99"/><w:unhideWhenUsed/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>`},
	{figureStyle, "图", `<w:style w:type="paragraph" w:customStyle="1" w:styleId="Figure"><w:name w:val="图"/><w:basedOn w:val="Normal"/>` +
		`<w:uiPriority w:val="20"/><w:pPr>` +
		`<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/>` +
		`<w:jc w:val="center"/></w:pPr></w:style>`},
	{spacerStyle, "间隔", `<w:style w:type="paragraph" w:customStyle="1" w:styleId="Spacer"><w:name w:val="间隔"/><w:basedOn w:val="Normal"/>` +
		`<w:uiPriority w:val="99"/><w:pPr>` +
		`<w:spacing w:before="0" w:after="0" w:line="14" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/></w:pPr>` +
		`<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>`},
}
