package docx

// themePart writes a theme in black and grey whose fonts are the sheet's. Word makes one up when it is missing, with the
// fonts of its own language; the faces of a Japanese theme are how Chinese documents come to show Japanese characters.
func (p *writer) themePart() error {
	p.relate(relation{relOffice + "theme", "theme/theme1.xml", false})
	head, text := p.fontNames("黑"), p.fontNames("宋")
	return p.part("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml", "", func(x *xmlWriter) {
		x.open("a:theme").attr("xmlns:a", nsA).attr("name", "banxin").open("a:themeElements")
		x.raw(themeColors)
		x.open("a:fontScheme").attr("name", "banxin")
		themeFont(x, "a:majorFont", head)
		themeFont(x, "a:minorFont", text)
		x.close()
		x.raw(themeFormats)
		x.close().close()
	})
}

func themeFont(x *xmlWriter, name string, n RoleNames) {
	x.open(name)
	x.open("a:latin").attr("typeface", n.Latin).close()
	x.open("a:ea").attr("typeface", n.Han).close()
	x.open("a:cs").attr("typeface", "").close()
	x.open("a:font").attr("script", "Hans").attr("typeface", n.Han).close()
	x.close()
}

const themeColors = `<a:clrScheme name="banxin"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>` +
	`<a:dk2><a:srgbClr val="404040"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="404040"/></a:accent1>` +
	`<a:accent2><a:srgbClr val="595959"/></a:accent2><a:accent3><a:srgbClr val="737373"/></a:accent3><a:accent4><a:srgbClr val="8C8C8C"/></a:accent4>` +
	`<a:accent5><a:srgbClr val="A6A6A6"/></a:accent5><a:accent6><a:srgbClr val="BFBFBF"/></a:accent6><a:hlink><a:srgbClr val="000000"/></a:hlink>` +
	`<a:folHlink><a:srgbClr val="000000"/></a:folHlink></a:clrScheme>`

// themeFormats is the least that the schema takes: three fills, lines, effects and backgrounds.
const themeFormats = `<a:fmtScheme name="banxin"><a:fillStyleLst>` + fill3 + `</a:fillStyleLst><a:lnStyleLst>` + line + line + line + `</a:lnStyleLst>` +
	`<a:effectStyleLst>` + effect + effect + effect + `</a:effectStyleLst><a:bgFillStyleLst>` + fill3 + `</a:bgFillStyleLst></a:fmtScheme>`

const (
	fill   = `<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`
	fill3  = fill + fill + fill
	line   = `<a:ln w="6350">` + fill + `</a:ln>`
	effect = `<a:effectStyle><a:effectLst/></a:effectStyle>`
)
