package pdf

import (
	"bytes"
	"strings"
	"time"

	"github.com/banxin-go/banxin/layout/unit"
)

// Signing asks for a signature field (ISO 32000-1 12.7.4.5), and with a Signer for its signature. The zero value is an empty
// invisible field on the first page, to be signed later by Sign, or by any program that signs PDF.
type Signing struct {
	// Signer signs the file while it is written; the file is then held in memory until it is signed. nil leaves the field
	// empty, and pages go to the writer as they are made.
	Signer Signer
	// Size is how many bytes are reserved for the signature in DER; 0 means 16 KiB, the most is 32,767 (ISO 19005-2 6.1.13).
	Size int
	// Name of the signer, Reason, Location and Contact stand beside the signature; "" leaves each out.
	Name, Reason, Location, Contact string
	// Date is the time of signing as the signer claims it; the zero time means the document's date.
	Date time.Time
	// SubFilter names the form of the signature: "adbe.pkcs7.detached" (""), "ETSI.CAdES.detached" for PAdES (ETSI EN 319
	// 142-1), or what the maker of a device prescribes, as for seals with SM2 by GB/T 38540.
	SubFilter string
	// Filter names the program that checks signatures: "Adobe.PPKLite" ("").
	Filter string
	// Certify says what may be changed after signing; for the first signature of a file only.
	Certify Certify
	// Page is where the field is, from 0; -1 is the last page, -2 the one before.
	Page int
	// Box is where the field can be clicked. Nothing is drawn there: what shows is what the page has, for instance a seal. The
	// zero Box makes the field invisible.
	Box unit.Rect
	// Label is what a screen reader calls the field; "" is "电子签名" or, in documents that are not Chinese, "Digital signature".
	Label string
}

// Certify is what a certified document allows (DocMDP, ISO 32000-1 12.8.2.2).
type Certify uint8

// The permissions.
const (
	NotCertified     Certify = iota // an ordinary signature
	CertifyNoChanges                // no change at all
	CertifyForms                    // forms may be filled and signatures added
	CertifyComments                 // comments too
)

const (
	defaultSignatureSize = 16 << 10
	detachedCMS          = "adbe.pkcs7.detached"
	detachedCAdES        = "ETSI.CAdES.detached"
	// ISO 19005-2 6.3.2 demands Print; Locked keeps the field where it is (ISO 32000-1 12.5.3).
	annotationLocked = 128
	fieldName        = "Signature1"
	// The document has a signature field, and saving must append to it (ISO 32000-1 12.7.2).
	signaturesExist, appendOnly = 1, 2
)

// signatureField is a Signing that a file is being written with; Signing is nil where none was asked for.
type signatureField struct {
	*Signing
	page                   int
	widget, element, value ref
}

// openField hands out the numbers of the field, of its element and of its value.
func (w *writer) openField(s *Signing) {
	if s == nil {
		return
	}
	filled := *s
	if filled.Size == 0 {
		filled.Size = defaultSignatureSize
	}
	if filled.SubFilter == "" {
		filled.SubFilter = detachedCMS
	}
	if filled.Filter == "" {
		filled.Filter = "Adobe.PPKLite"
	}
	if filled.Date.IsZero() {
		filled.Date = w.doc.Date
	}
	if filled.Label == "" {
		filled.Label = "Digital signature"
		if lang := w.doc.Lang; lang == "zh" || strings.HasPrefix(lang, "zh-") {
			filled.Label = "电子签名"
		}
	}
	page := s.Page
	if page < 0 {
		page += w.doc.Count
	}
	w.field = signatureField{&filled, page, w.reserve(1), w.reserve(1), w.reserve(1)}
}

// checkField finds what can be found before the pages are painted. PDF/X-4 lets no field stand on the sheet.
func (w *writer) checkField() {
	f := &w.field
	if f.Signing == nil {
		return
	}
	fault := func(fault Fault, text string) { w.faults.add(&LimitError{Fault: fault, Page: -1, Text: text}) }
	if w.print != nil {
		fault(BadOptions, "PDF/X-4 with a signature field")
	}
	if f.Size < 1 || f.Size > maxString {
		fault(BadSigning, "Size")
	}
	if f.Certify > CertifyComments {
		fault(BadSigning, "Certify")
	}
	if f.page < 0 || f.page >= w.doc.Count {
		fault(BadSigning, "Page")
	}
	if f.SubFilter == detachedCAdES && f.Date.IsZero() { // ETSI EN 319 142-1 6.3
		fault(NoDate, f.SubFilter)
	}
	for _, s := range []string{f.Name, f.Reason, f.Location, f.Contact, f.Label, f.Filter, f.SubFilter} {
		w.text(s, nil)
	}
}

func (f *signatureField) visible() bool { return f.Box != unit.Rect{} }

// fieldOnPage adds the field to the annotations of page n if it is there. An appearance has 3 to 14,400 points each way (ISO
// 19005-2 6.1.13).
func (w *writer) fieldOnPage(n int, size unit.Size) {
	f := &w.field
	if f.Signing == nil || f.page != n {
		return
	}
	w.canvas.annots = append(w.canvas.annots, f.widget)
	page := unit.Rect{Size: size}
	inside := f.Box.X >= 0 && f.Box.Y >= 0 && f.Box.Right() <= page.Right() && f.Box.Bottom() <= page.Bottom()
	if f.visible() && (!inside || !pageSizeOK(f.Box.Size)) {
		w.faults.add(&LimitError{Fault: BadSigning, Page: n, Text: "Box"})
	}
}

// writeField writes the field, which is its own widget, its structure element and its value, the signature.
func (w *writer) writeField() {
	f := &w.field
	if f.Signing == nil || w.err != nil {
		return
	}
	w.object(f.element, func(v value) {
		v.dict(func(d dict) {
			d.key("S").name("Form")
			d.key("P").ref(w.nodeRef(w.doc.Root))
			d.key("K").dict(func(d dict) { // ISO 14289-1 7.18.4: nothing but the widget
				d.key("Type").name("OBJR")
				d.key("Obj").ref(f.widget)
				d.key("Pg").ref(w.pageRef(f.page))
			})
		})
	})
	w.writeWidget()
}

func (w *writer) writeWidget() {
	f := &w.field
	var appearance ref
	if f.visible() {
		appearance = w.reserve(1)
		w.stream(appearance, func(d dict) {
			d.key("Type").name("XObject")
			d.key("Subtype").name("Form")
			d.key("BBox").box(unit.Rect{Size: f.Box.Size}, f.Box.H)
			d.key("Resources").dict(func(dict) {})
		}, nil)
	}
	// Widget and signature stand by themselves: in an object stream they could not be filled in.
	out := &w.out
	w.begin(f.widget)
	out.b = append(out.b, "<<"...)
	w.widgetEntries(dict{out}, appearance)
	w.writeSignature()
	f.entries(dict{out})
	out.b = append(out.b, ">>"...)
	w.end()
}

func (w *writer) widgetEntries(d dict, appearance ref) {
	f := &w.field
	d.key("Type").name("Annot")
	d.key("Subtype").name("Widget")
	d.key("FT").name("Sig")
	d.key("T").text(fieldName)
	d.key("TU").text(f.Label) // ISO 14289-1 7.18.1
	d.key("Rect").box(f.rect(w.heights[f.page]), w.heights[f.page])
	d.key("P").ref(w.pageRef(f.page))
	d.key("StructParent").int(w.doc.Count + len(w.links))
	if appearance != 0 {
		d.key("AP").dict(func(d dict) { d.key("N").ref(appearance) })
	}
	d.key("F").int(annotationPrint | annotationLocked)
}

// rect is the box on a page of that height. An invisible field has one without size, at the origin: PDF/A forbids the flag
// Hidden (ISO 19005-2 6.3.2).
func (f *signatureField) rect(height unit.Length) unit.Rect {
	if f.visible() {
		return f.Box
	}
	return unit.Rect{Point: unit.Point{Y: height}}
}

// writeSignature writes what is between the entries of the widget and those of the signature, with room for it.
func (w *writer) writeSignature() {
	f := &w.field
	place := field{num: f.value}
	head := place.head(false)
	w.places.set(f.value, offsetPlace(w.offset()+int64(bytes.Index(head, []byte("endobj\n"))+len("endobj\n"))))
	place.from = w.offset() + int64(len(head))
	place.to = place.from + int64(2*f.Size+len("<>"))
	place.size = place.to // what is behind it is known to Sign
	out := &w.out
	out.b = append(out.b, place.head(false)...)
	out.b = append(append(append(out.b, '<'), bytes.Repeat([]byte{'0'}, 2*f.Size)...), '>')
}

// entries writes the signature dictionary (ISO 32000-1 12.8.1) without what head has. None of it can hold an end of line, which
// would end the comment that it is at first.
func (f *signatureField) entries(d dict) {
	d.key("Filter").name(f.Filter)
	d.key("SubFilter").name(f.SubFilter)
	for _, p := range [][2]string{{"Name", f.Name}, {"Reason", f.Reason}, {"Location", f.Location}, {"ContactInfo", f.Contact}} {
		if p[1] != "" {
			d.key(p[0]).text(p[1])
		}
	}
	if !f.Date.IsZero() {
		d.key("M").date(f.Date)
	}
	if f.Certify == NotCertified {
		return
	}
	d.key("Reference").array(func(a array) {
		a.item().dict(func(d dict) {
			d.key("Type").name("SigRef")
			d.key("TransformMethod").name("DocMDP")
			d.key("TransformParams").dict(func(d dict) {
				d.key("Type").name("TransformParams")
				d.key("P").int(int(f.Certify))
				d.key("V").name("1.2")
			})
		})
	})
}

// fieldKeys names the field in the catalog (ISO 32000-1 12.7.2), and the signature that certifies (12.8.4).
func (w *writer) fieldKeys(d dict) {
	f := &w.field
	if f.Signing == nil {
		return
	}
	d.key("AcroForm").dict(func(d dict) {
		d.key("Fields").array(func(a array) { a.item().ref(f.widget) })
		d.key("SigFlags").int(signaturesExist | appendOnly)
	})
	if f.Certify != NotCertified {
		d.key("Perms").dict(func(d dict) { d.key("DocMDP").ref(f.value) })
	}
}

// annotationParents is how many annotations have an element: they stand in the parent tree behind the pages.
func (w *writer) annotationParents() int {
	if w.field.Signing == nil {
		return len(w.links)
	}
	return len(w.links) + 1
}

// annotationParent is the element of annotation i.
func (w *writer) annotationParent(i int) ref {
	if i == len(w.links) {
		return w.field.element
	}
	return w.nodeRef(w.links[i].Node)
}
