package pdf

import (
	"strconv"
	"strings"
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
			if w.print != nil {
				d.key("Trapped").name("False")
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
	if w.print != nil {
		w.describePrint(&x)
	}
	w.extensions(&x)
	x.raw("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return x.b
}

func (w *writer) identify(x *xml) {
	if w.part != 0 {
		x.description("pdfaid", "http://www.aiim.org/pdfa/ns/id/", func() {
			x.element("pdfaid:part", strconv.Itoa(w.part))
			if w.level != "" {
				x.element("pdfaid:conformance", w.level)
			}
			if w.part == 4 {
				x.element("pdfaid:rev", "2020")
			}
		})
	}
	if w.ua {
		x.description("pdfuaid", uaSchema().uri, func() { x.element("pdfuaid:part", "1") })
	}
}

// describe writes title, author, subject, keywords, language and dates.
func (w *writer) describe(x *xml) {
	info := &w.doc.Info
	x.description("dc", "http://purl.org/dc/elements/1.1/", func() {
		x.element("dc:format", "application/pdf")
		x.list("dc:title", "Alt", " xml:lang=\"x-default\"", info.Title)
		x.list("dc:creator", "Seq", "", info.Author)
		x.list("dc:description", "Alt", " xml:lang=\"x-default\"", info.Subject)
		x.list("dc:subject", "Bag", "", info.Keywords...)
		x.list("dc:language", "Bag", "", info.Lang)
	})
	x.description("xmp", "http://ns.adobe.com/xap/1.0/", func() {
		x.element("xmp:CreatorTool", producer)
		if info.Date.IsZero() {
			return
		}
		for _, name := range []string{"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"} {
			x.element(name, info.Date.Format("2006-01-02T15:04:05-07:00"))
		}
	})
	x.description("pdf", "http://ns.adobe.com/pdf/1.3/", func() {
		x.element("pdf:Producer", producer)
		if len(info.Keywords) > 0 {
			x.element("pdf:Keywords", keywords(info.Keywords))
		}
	})
}
