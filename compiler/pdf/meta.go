package pdf

import (
	"strconv"
	"strings"
	"time"
)

// producer is the program that makes the file.
const producer = "banxin"

// writeInfo writes the Info dictionary; it says what the XMP packet says.
func (w *writer) writeInfo() ref {
	info := &w.doc.Info
	return w.add(func(v value) {
		v.dict(func(d dict) {
			for _, p := range [][2]string{{"Title", info.Title}, {"Author", info.Author}, {"Subject", info.Subject},
				{"Keywords", keywords(info.Keywords)}, {"Creator", producer}, {"Producer", producer}} {
				if p[1] != "" {
					d.key(p[0]).text(p[1])
				}
			}
			if !info.Date.IsZero() {
				d.key("CreationDate").date(info.Date)
				d.key("ModDate").date(info.Date)
			}
		})
	})
}

func keywords(k []string) string { return strings.Join(k, ", ") }

// writeMetadata writes the XMP packet, never compressed, so that programs which know no PDF find it.
func (w *writer) writeMetadata() ref {
	id := w.reserve(1)
	w.raw(id, func(d dict) {
		d.key("Type").name("Metadata")
		d.key("Subtype").name("XML")
	}, w.xmp())
	return id
}

// xmp is the metadata packet (ISO 19005-2 6.6): the header has neither bytes nor encoding, and every property is of a
// predefined schema, or of PDF/UA's, which an extension schema describes.
func (w *writer) xmp() []byte {
	x := xml{b: make([]byte, 0, 4<<10)}
	x.raw("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n")
	x.raw("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n")
	w.identify(&x)
	w.describe(&x)
	if w.ua && w.part != 0 {
		x.raw(uaExtension)
	}
	x.raw("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return x.b
}

func (w *writer) identify(x *xml) {
	if w.part != 0 {
		x.raw("<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n")
		x.element("pdfaid:part", strconv.Itoa(w.part))
		if w.level != "" {
			x.element("pdfaid:conformance", w.level)
		}
		if w.part == 4 {
			x.element("pdfaid:rev", "2020")
		}
		x.raw("</rdf:Description>\n")
	}
	if w.ua {
		x.raw("<rdf:Description rdf:about=\"\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n")
		x.element("pdfuaid:part", "1")
		x.raw("</rdf:Description>\n")
	}
}

// describe writes title, author, subject, keywords, language and dates.
func (w *writer) describe(x *xml) {
	info := &w.doc.Info
	x.raw("<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n")
	x.element("dc:format", "application/pdf")
	x.list("dc:title", "Alt", " xml:lang=\"x-default\"", info.Title)
	x.list("dc:creator", "Seq", "", info.Author)
	x.list("dc:description", "Alt", " xml:lang=\"x-default\"", info.Subject)
	x.list("dc:subject", "Bag", "", info.Keywords...)
	x.list("dc:language", "Bag", "", info.Lang)
	x.raw("</rdf:Description>\n<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n")
	x.element("xmp:CreatorTool", producer)
	if !info.Date.IsZero() {
		date := info.Date.Format(time.RFC3339)
		if _, zone := info.Date.Zone(); zone == 0 { // as in the Info dictionary: a zone in figures
			date = info.Date.Format("2006-01-02T15:04:05+00:00")
		}
		x.element("xmp:CreateDate", date)
		x.element("xmp:ModifyDate", date)
		x.element("xmp:MetadataDate", date)
	}
	x.raw("</rdf:Description>\n<rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n")
	x.element("pdf:Producer", producer)
	if len(info.Keywords) > 0 {
		x.element("pdf:Keywords", keywords(info.Keywords))
	}
	x.raw("</rdf:Description>\n")
}

// uaExtension describes pdfuaid, which PDF/A-2 does not know (ISO 19005-2 6.6.2.3.3).
const uaExtension = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" ` +
	`xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`

// xml collects the packet.
type xml struct{ b []byte }

func (x *xml) raw(s string) { x.b = append(x.b, s...) }

func (x *xml) element(name, text string) {
	x.raw("<" + name + ">")
	x.text(text)
	x.raw("</" + name + ">\n")
}

// list writes an array of the texts that are not empty, and nothing where all are.
func (x *xml) list(name, kind, attr string, texts ...string) {
	if strings.Join(texts, "") == "" {
		return
	}
	x.raw("<" + name + "><rdf:" + kind + ">")
	for _, t := range texts {
		if t != "" {
			x.raw("<rdf:li" + attr + ">")
			x.text(t)
			x.raw("</rdf:li>")
		}
	}
	x.raw("</rdf:" + kind + "></" + name + ">\n")
}

// text escapes what is markup. survey has refused all that XML cannot hold.
func (x *xml) text(s string) {
	for _, r := range s {
		switch r {
		case '&':
			x.raw("&amp;")
		case '<':
			x.raw("&lt;")
		case '>': // for ]]>
			x.raw("&gt;")
		default:
			x.b = append(x.b, string(r)...)
		}
	}
}
