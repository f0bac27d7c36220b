package docx

import "strings"

// usedFonts lists the faces that the styles name, each once, in the order of the styles.
func (p *writer) usedFonts() []string {
	used := []string{}
	add := func(name string) {
		for _, u := range used {
			if u == name {
				return
			}
		}
		used = append(used, name)
	}
	for i := range p.sheet.Styles {
		n := p.fontNames(p.sheet.Styles[i].Role)
		add(n.Latin)
		add(n.Han)
	}
	return used
}

// fontTablePart describes the faces: a reader without 仿宋_GB2312 then takes 仿宋, which looks the same, not 宋体.
func (p *writer) fontTablePart() error {
	p.relate(relation{relOffice + "fontTable", "fontTable.xml", false})
	return p.part("word/fontTable.xml", kindWord+"fontTable+xml", "", func(x *xmlWriter) {
		x.open("w:fonts").attr("xmlns:w", nsW).attr("xmlns:r", nsR)
		for _, name := range p.usedFonts() {
			p.font(x, p.infoOf(name))
		}
		x.close()
	})
}

func (p *writer) font(x *xmlWriter, f fontInfo) {
	x.open("w:font").attr("w:name", f.name)
	if f.alt != "" {
		x.val("w:altName", f.alt)
	}
	if f.panose != "" {
		x.val("w:panose1", f.panose)
	}
	x.val("w:charset", f.charset)
	x.val("w:family", f.family)
	x.val("w:pitch", f.pitch)
	if e := p.embedded.as(f.name); e != nil {
		x.open("w:embedRegular").attr("r:id", e.rel).attr("w:fontKey", e.key)
		if p.opts.Embed == EmbedSubset {
			x.attr("w:subsetted", "1")
		}
		x.close()
	}
	x.close()
}

// infoOf describes a face. One that is embedded may be replaced by the one it stands for.
func (p *writer) infoOf(name string) fontInfo {
	e := p.embedded.as(name)
	if e == nil {
		return infoOf(name)
	}
	f := infoOf(e.alt)
	f.name, f.alt, f.panose = name, strings.TrimSuffix(e.alt+","+f.alt, ","), ""
	return f
}
