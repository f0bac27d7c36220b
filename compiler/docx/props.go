package docx

import (
	"strings"
	"time"
	"unicode/utf8"
)

const (
	nsCore   = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
	nsDC     = "http://purl.org/dc/elements/1.1/"
	nsTerms  = "http://purl.org/dc/terms/"
	nsXSI    = "http://www.w3.org/2001/XMLSchema-instance"
	nsApp    = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
	nsCustom = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
	nsVT     = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
	kindCore = "application/vnd.openxmlformats-package.core-properties+xml"
	kindApp  = "application/vnd.openxmlformats-officedocument."
)

// corePart writes the metadata. Its date is the document's own; the clock has no part in a file that must be the same twice.
func (p *writer) corePart() error {
	m := &p.doc.Meta
	return p.part("docProps/core.xml", kindCore, "meta", func(x *xmlWriter) {
		x.open("cp:coreProperties").attr("xmlns:cp", nsCore).attr("xmlns:dc", nsDC).attr("xmlns:dcterms", nsTerms).attr("xmlns:xsi", nsXSI)
		leafIf(x, "dc:title", catalogued(m.Title))
		leafIf(x, "dc:subject", m.Subject)
		leafIf(x, "dc:creator", m.Author)
		leafIf(x, "cp:keywords", strings.Join(m.Keywords, "；"))
		leafIf(x, "cp:lastModifiedBy", m.Author)
		if !m.Date.IsZero() {
			at := m.Date.UTC().Format(time.RFC3339)
			x.open("dcterms:created").attr("xsi:type", "dcterms:W3CDTF").text(at).close()
			x.open("dcterms:modified").attr("xsi:type", "dcterms:W3CDTF").text(at).close()
		}
		leafIf(x, "dc:language", p.lang)
		x.close()
	})
}

// catalogued is a title as catalogues and running heads have it: one set in two lines is one there. Word's TITLE field shows the
// property, and must not break a head in two when it is renewed.
func catalogued(s string) string {
	return strings.TrimSpace(strings.NewReplacer("\n", " ", "\t", " ").Replace(s))
}

func leafIf(x *xmlWriter, name, text string) {
	if text != "" {
		x.leaf(name, text)
	}
}

func (p *writer) appPart() error {
	return p.part("docProps/app.xml", kindApp+"extended-properties+xml", "meta", func(x *xmlWriter) {
		x.open("Properties").attr("xmlns", nsApp)
		if p.opts.Pages.Count > 0 {
			x.open("Pages")
			x.text(itoa(p.opts.Pages.Count)).close()
		}
		x.leaf("Application", "banxin")
		leafIf(x, "Company", p.doc.Meta.Author)
		x.close()
	})
}

// customFormat is the format id of custom properties (ISO/IEC 29500-1 22.3.2.2); their numbers start at 2.
const customFormat = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"

func (p *writer) customPart() error {
	if len(p.opts.Properties) == 0 {
		return nil
	}
	p.checkProperties()
	return p.part("docProps/custom.xml", kindApp+"custom-properties+xml", "properties", func(x *xmlWriter) {
		x.open("Properties").attr("xmlns", nsCustom).attr("xmlns:vt", nsVT)
		for i, prop := range p.opts.Properties {
			x.open("property").attr("fmtid", customFormat).num("pid", int64(i+2)).attr("name", prop.Name)
			x.leaf("vt:lpwstr", prop.Value)
			x.close()
		}
		x.close()
	})
}

// maxPropertyName is how many characters Word takes for the name of a property.
const maxPropertyName = 255

// checkProperties finds names that Word does not take. It knows no case in them.
func (p *writer) checkProperties() {
	known := map[string]bool{"": true}
	for _, prop := range p.opts.Properties {
		name := strings.ToLower(prop.Name)
		if known[name] || utf8.RuneCountInString(name) > maxPropertyName {
			p.fail(&PropertyError{prop.Name})
		}
		known[name] = true
	}
}
