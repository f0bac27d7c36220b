package docx

import "github.com/banxin-go/banxin/layout/doc"

// settingsPart writes what holds for the whole document. There is no w:updateFields: Word would ask a question on opening,
// and all fields carry their results already.
func (p *writer) settingsPart() error {
	p.relate(relation{relOffice + "settings", "settings.xml", false})
	return p.part("word/settings.xml", kindWord+"settings+xml", "", func(x *xmlWriter) {
		x.open("w:settings").attr("xmlns:w", nsW)
		x.open("w:zoom").num("w:percent", 100).close()
		p.embedSettings(x)
		if p.sheet.Page.Mirror {
			x.empty("w:mirrorMargins")
		}
		x.numVal("w:defaultTabStop", 420)
		if p.evenAndOdd() {
			x.empty("w:evenAndOddHeaders")
		}
		p.gridSettings(x)
		p.kinsoku(x)
		x.raw(compat)
		x.open("w:themeFontLang").attr("w:val", "en-US").attr("w:eastAsia", p.eastAsia()).close()
		x.raw(colorMapping)
		x.val("w:decimalSymbol", ".")
		x.val("w:listSeparator", ",")
		x.close()
	})
}

// gridSettings are what Word draws when asked to show the grid.
func (p *writer) gridSettings(x *xmlWriter) {
	grid := p.gridOf(&p.sheet.Page)
	if !grid.on {
		return
	}
	x.numVal("w:drawingGridVerticalSpacing", grid.linePitch)
	x.numVal("w:displayHorizontalDrawingGridEvery", 0)
	x.numVal("w:displayVerticalDrawingGridEvery", 1)
}

// kinsoku tells which marks may not start or end a line, and whether punctuation gives up its empty half. Without the two
// lists Word would take its own, which forbid more.
func (p *writer) kinsoku(x *xmlWriter) {
	if p.sheet.Lines.Squeeze && (p.opts.Lines == OwnLines || p.opts.LineEnds == nil) {
		x.val("w:characterSpacingControl", "compressPunctuation")
	} else {
		x.val("w:characterSpacingControl", "doNotCompress")
	}
	if p.sheet.Lines.Kinsoku == doc.KinsokuNone {
		return
	}
	after, before := notAtEnd, notAtStart
	switch p.sheet.Lines.Kinsoku {
	case doc.KinsokuGB:
		after += solidus
	case doc.KinsokuStrict:
		after += solidus
		before += dashes
	}
	x.open("w:noLineBreaksAfter").attr("w:lang", p.eastAsia()).attr("w:val", after).close()
	x.open("w:noLineBreaksBefore").attr("w:lang", p.eastAsia()).attr("w:val", before).close()
}

// The marks of GB/T 15834-2011 5.1 and CLREQ 3.1.7, full and half width, and their small forms.
const (
	notAtEnd   = `([{“‘（《〈【〔〖『「｛［＄￥￡$¥£` + `〝﹙﹛﹝№`
	notAtStart = `、，。．；：？！”’）》〉】〕〗』」｝］–～·/／!),.:;?]}%％‰°℃` + `〞﹚﹜﹞﹐﹑﹒﹔﹕﹖﹗` + kana
	kana       = `々〻ゝゞヽヾーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ` // JIS X 4051: no list of Word's own is left for them
	solidus    = `/／`
	dashes     = `—…`
)

// compat asks for Word's present layout (compatibilityMode 15; without it the file opens in compatibility mode), and that a
// line which ends in a forced break is not stretched. Space before a paragraph adds to the space after the one above.
const compat = `<w:compat><w:doNotExpandShiftReturn/><w:doNotUseHTMLParagraphAutoSpacing/>` +
	`<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>` +
	`<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>` +
	`<w:compatSetting w:name="enableOpenTypeFeatures" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>` +
	`<w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>` +
	`<w:compatSetting w:name="differentiateMultirowTableHeaders" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/></w:compat>`

const colorMapping = `<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2" ` +
	`w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>`
