// Package pdf writes a display.Document as one PDF file: tagged, with embedded subsets, PDF/A-2a and PDF/UA-1 unless told
// otherwise.
//
// It has two halves. object.go, file.go and xref.go know PDF's syntax and cannot write it wrong: a dictionary is an ordered
// list of pairs, numbers come from whole numbers only, an object's number is handed out once. Above them stands one file per
// subject: content and text (what is drawn), font, image, tags (the structure tree), outline, link, label, meta, output.
//
// Pages are asked for one at a time, written and forgotten. What is kept until the end is the place of each object, which
// characters of each face were used, and for each structure node where it is drawn: whole numbers, five bytes for a cell of a table.
// Errors stick inside and come back once;
// faults of the document are collected, so that all of them come back together. CONFORMANCE.md says clause by clause what of
// ISO 19005-2 and ISO 14289-1 is obeyed, where, and which test shows it.
//
// The same document gives the same bytes: dates come from the document, the file identifier is a hash of the content.
package pdf

import (
	"crypto/sha256"
	"errors"
	"io"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// Options say what kind of file is written. nil and the zero value mean PDF/A-2a with PDF/UA-1.
type Options struct {
	Standard Standard
	// Plain writes a file for reading: no compression, no object streams, each object on a line of its own.
	Plain bool
	// Attach are files carried in the PDF; only PDFA3A and PDF17 allow them.
	Attach []Attachment
	// Print, when not nil, makes the file PDF/X-4 as well.
	Print *Print
	// Sign, when not nil, gives the file a signature field, and a signature where it has a Signer.
	Sign *Signing
}

// ErrNoDocument is what Write returns where d is nil.
var ErrNoDocument = errors.New("pdf: the document is nil")

// Write writes d to w. It returns all faults of the document (*LimitError, *fonts.EmbedError) joined, or the first error of w.
// When it returns an error, what went to w is no PDF file. Where the file is signed at once, the errors of Sign come back as well.
func Write(w io.Writer, d *display.Document, o *Options) error {
	if o == nil {
		o = &Options{}
	}
	if d == nil {
		return ErrNoDocument
	}
	if o.Sign != nil && o.Sign.Signer != nil {
		return writeSigned(w, d, o)
	}
	p, err := newWriter(w, d, o)
	if err != nil {
		return err
	}
	return p.write()
}

// manyPages is from where on a file is worth thorough compression.
const manyPages = 64

// fullPage is how long the content of a page of text and table is.
const fullPage = 12 << 10

// writer is one call of Write.
type writer struct {
	*file
	profile
	doc         *display.Document
	attachments []Attachment
	print       *Print
	intent      colourSpace // of the output intent
	faults      faults

	catalog, pageTree, resources, info ref
	firstPage                          ref // page n is firstPage+2n, its content the number after it
	elements                           elements
	fonts                              []*font
	images                             imageTable
	profiles                           map[[sha256.Size]byte]ref // the ICC profiles written
	multiplies                         bool                      // some image is blended
	reds                               bool                      // something is red by its RGB
	marks                              marks
	pageMarks                          []ref // by page: the array that the parent tree holds
	heights                            []unit.Length
	labels                             []string
	links                              []link
	field                              signatureField
	canvas                             content
}

func newWriter(w io.Writer, d *display.Document, o *Options) (*writer, error) {
	profile, known := o.Standard.profile()
	if !known {
		return nil, &LimitError{Fault: BadOptions, Page: -1, Text: o.Standard.String()}
	}
	if d.Root == nil || d.Nodes < 1 || d.Nodes > maxObjects || d.Count < 1 || d.Count > maxObjects/2 {
		return nil, &LimitError{Fault: BadTree, Page: -1}
	}
	if o.Print != nil && profile.version == "1.7" {
		profile.version = "1.6" // ISO 15930-7 6.1
	}
	p := &writer{profile: profile, doc: d, attachments: o.Attach, print: o.Print, file: newFile(w, profile.version, o.Plain, d.Count >= manyPages)}
	p.intent = gray
	if o.Print == nil {
		p.intent = rgb
	} else if pressProfile(o.Print.Profile) {
		p.intent = profileSpace(o.Print.Profile)
	}
	p.catalog, p.pageTree, p.resources = p.reserve(1), p.reserve(1), p.reserve(1)
	p.firstPage = p.reserve(2 * d.Count)
	p.elements = newElements(p.reserve(d.Nodes), d.Nodes)
	p.openField(o.Sign)
	p.marks.init(d.Nodes)
	p.pageMarks = make([]ref, 0, d.Count)
	p.canvas.b = make([]byte, 0, fullPage)
	return p, p.err
}

// write does the steps in file order. The pages stand first because only they say which glyphs the fonts need.
func (w *writer) write() error {
	w.survey()
	w.checkAttachments()
	w.checkPrint()
	w.checkField()
	if err := w.faults.err(); err != nil {
		return err
	}
	w.numberElements()
	for n := range w.doc.Count {
		w.page(n)
	}
	w.writeLinks()
	fonts := w.writeFonts()
	if err := w.faults.err(); err != nil {
		return err
	}
	w.writeResources(fonts)
	w.writePageTree()
	w.marks.sort()
	structure := w.writeStructure()
	w.writeCatalog(structure)
	w.writeField()
	return w.finish(w.trailer)
}
