package pdf

import (
	"crypto/md5"
	"strings"
)

// Attachment is a file carried in the PDF and associated with the whole document (ISO 19005-3 6.8).
type Attachment struct {
	Name        string // file name without a path, e.g. "report.json"
	MIME        string // e.g. "application/json"
	Description string
	Relation    Relation
	Data        []byte
}

// Relation is what an attachment is to the document (AFRelationship, ISO 19005-3 annex E).
type Relation uint8

// The relations.
const (
	DataRelation   Relation = iota // the data that the document shows
	SourceRelation                 // what the document was made from
	AlternativeRelation
	SupplementRelation
)

// String gives the name that stands in the PDF.
func (r Relation) String() string {
	if r > SupplementRelation {
		return "Unspecified"
	}
	return [...]string{"Data", "Source", "Alternative", "Supplement"}[r]
}

// checkAttachments: names without paths, each once, with a type.
func (w *writer) checkAttachments() {
	seen := map[string]bool{}
	for _, a := range w.attachments {
		typed := len(strings.Split(a.MIME, "/")) == 2 && isASCII(a.MIME)
		if !w.attach || a.Name == "" || strings.ContainsAny(a.Name, `/\:`) || seen[a.Name] || !typed {
			w.faults.add(&LimitError{Fault: BadAttachment, Page: -1, Text: a.Name})
		}
		seen[a.Name] = true
		w.text(a.Name, nil)
		w.text(a.Description, nil)
	}
}

// writeAttachments writes the files and returns their specifications.
func (w *writer) writeAttachments() []ref {
	specs := make([]ref, 0, len(w.attachments))
	for _, a := range w.attachments {
		data := w.reserve(1)
		w.stream(data, func(d dict) {
			d.key("Type").name("EmbeddedFile")
			d.key("Subtype").name(a.MIME)
			d.key("Params").dict(func(d dict) {
				d.key("Size").int(len(a.Data))
				sum := md5.Sum(a.Data) // MD5 by ISO 32000-1 table 46
				d.key("CheckSum").hex(sum[:])
				if !w.doc.Date.IsZero() {
					d.key("ModDate").date(w.doc.Date)
				}
			})
		}, a.Data)
		specs = append(specs, w.add(func(v value) { v.dict(func(d dict) { a.spec(d, data) }) }))
	}
	return specs
}

func (a *Attachment) spec(d dict, data ref) {
	d.key("Type").name("Filespec")
	d.key("F").text(a.Name)
	d.key("UF").text(a.Name)
	if a.Description != "" {
		d.key("Desc").text(a.Description)
	}
	d.key("AFRelationship").name(a.Relation.String())
	d.key("EF").dict(func(d dict) {
		d.key("F").ref(data)
		d.key("UF").ref(data)
	})
}

// attachmentKeys names the files in the catalog: as associated files, and by number in the tree that viewers list.
func (w *writer) attachmentKeys(d dict, specs []ref, names ref) {
	if len(specs) == 0 {
		return
	}
	d.key("AF").array(func(a array) {
		for _, id := range specs {
			a.item().ref(id)
		}
	})
	d.key("Names").dict(func(d dict) { d.key("EmbeddedFiles").ref(names) })
}

func (w *writer) writeAttachmentNames(specs []ref) ref {
	if len(specs) == 0 {
		return 0
	}
	return w.tree("Names", len(specs),
		func(v value, i int) { v.number(i, 6) },
		func(v value, i int) { v.ref(specs[i]) })
}
