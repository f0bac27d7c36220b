package pdf

import "encoding/hex"

// schema is a metadata schema of one property that PDF/A-2 does not know and wants described in the packet itself (ISO 19005-2
// 6.6.2.3.3).
type schema struct {
	name, uri, prefix       string
	property, kind, meaning string
}

func uaSchema() schema {
	return schema{"PDF/UA identification schema", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid",
		"part", "Integer", "part of ISO 14289 that the file conforms to"}
}

func xSchema() schema {
	return schema{"PDF/X identification schema", "http://www.npes.org/pdfx/ns/id/", "pdfxid",
		"GTS_PDFXVersion", "Text", "version of PDF/X that the file conforms to"}
}

func trappedSchema() schema {
	return schema{"Adobe PDF schema", "http://ns.adobe.com/pdf/1.3/", "pdf", "Trapped", "Text", "whether the document has been trapped"}
}

// extensions describes the schemas in use.
func (w *writer) extensions(x *xml) {
	var list []schema
	if w.ua {
		list = append(list, uaSchema())
	}
	if w.print != nil {
		list = append(list, xSchema(), trappedSchema())
	}
	if len(list) == 0 || w.part == 0 {
		return
	}
	x.raw(`<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" ` +
		`xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">` +
		"\n<pdfaExtension:schemas><rdf:Bag>\n")
	for _, s := range list {
		x.schema(s)
	}
	x.raw("</rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n")
}

func (x *xml) schema(s schema) {
	x.raw(`<rdf:li rdf:parseType="Resource">` + "\n")
	x.element("pdfaSchema:schema", s.name)
	x.element("pdfaSchema:namespaceURI", s.uri)
	x.element("pdfaSchema:prefix", s.prefix)
	x.raw(`<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">` + "\n")
	x.element("pdfaProperty:name", s.property)
	x.element("pdfaProperty:valueType", s.kind)
	x.element("pdfaProperty:category", "internal")
	x.element("pdfaProperty:description", s.meaning)
	x.raw("</rdf:li></rdf:Seq></pdfaSchema:property>\n</rdf:li>\n")
}

// describePrint writes what PDF/X-4 asks for beside title and dates (ISO 15930-7 6.7 and 6.8): its name, and identifiers,
// which are made from the content.
func (w *writer) describePrint(x *xml) {
	w.flush()
	sum := hex.EncodeToString(w.hash.Sum(nil)[:16])
	uuid := "uuid:" + sum[:8] + "-" + sum[8:12] + "-" + sum[12:16] + "-" + sum[16:20] + "-" + sum[20:]
	x.description("pdfxid", xSchema().uri, func() { x.element("pdfxid:GTS_PDFXVersion", "PDF/X-4") })
	x.description("pdf", trappedSchema().uri, func() { x.element("pdf:Trapped", "False") })
	x.description("xmpMM", "http://ns.adobe.com/xap/1.0/mm/", func() {
		x.element("xmpMM:DocumentID", uuid)
		x.element("xmpMM:InstanceID", uuid)
		x.element("xmpMM:RenditionClass", "default")
		x.element("xmpMM:VersionID", "1")
	})
}
