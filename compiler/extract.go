package compiler

import (
	"bytes"
	"errors"

	"github.com/banxin-go/banxin/compiler/docx"
	"github.com/banxin-go/banxin/compiler/docx/docxread"
	"github.com/banxin-go/banxin/compiler/pdf"
	"github.com/banxin-go/banxin/compiler/pdf/pdfread"
	"github.com/banxin-go/banxin/compiler/printed"
)

// dataName is the name of the data among the files that a PDF carries.
const dataName = "report.json"

// attachment is the report's data as a file in a PDF. It is the source of the document, of which all that is shown was made
// (ISO 19005-3 annex E), and has no date but the document's.
func (o *Output) attachment() pdf.Attachment {
	return pdf.Attachment{
		Name: dataName, MIME: "application/json", Description: "本文件的数据", Relation: pdf.SourceRelation, Data: o.data,
	}
}

// What can be wrong with a file that is to be read back.
var (
	// ErrFormat: the file is neither a PDF nor a DOCX.
	ErrFormat = errors.New("compiler: neither a PDF nor a DOCX file")
	// ErrNoData: the file is sound and carries no report: it was made without Options.Data, or by another program, or a
	// program that has saved it since has dropped the data.
	ErrNoData = errors.New("compiler: the file carries no report")
	// ErrDamaged: the file cannot be read, or what it carries is not what was put into it.
	ErrDamaged = errors.New("compiler: the file is damaged")
	// ErrEncrypted: the file is encrypted.
	ErrEncrypted = errors.New("compiler: the file is encrypted")
)

// Extract gives back the report that a PDF or a DOCX carries, byte for byte as Options.Data was. The error is one of those
// above.
func Extract(file []byte) ([]byte, error) {
	p, err := openPublished(file)
	if err != nil {
		return nil, err
	}
	return p.data, nil
}

// published is a finished file, opened for reading.
type published struct {
	pdf     *pdfread.File // nil: a DOCX
	docx    *docxread.File
	data    []byte
	printed string // hash of what the file showed when it was written; "" where it does not say
}

func openPublished(file []byte) (*published, error) {
	p := &published{}
	var err error
	if bytes.HasPrefix(file, []byte("PK")) {
		err = p.openDOCX(file)
	} else {
		err = p.openPDF(file)
	}
	switch {
	case errors.Is(err, pdfread.ErrNotPDF), errors.Is(err, docxread.ErrNotDOCX):
		return nil, ErrFormat
	case errors.Is(err, pdfread.ErrEncrypted):
		return nil, ErrEncrypted
	case err != nil:
		return nil, errors.Join(ErrDamaged, err)
	case p.data == nil:
		return nil, ErrNoData
	}
	return p, nil
}

func (p *published) openPDF(file []byte) error {
	f, err := pdfread.Open(file)
	if err != nil {
		return err
	}
	a, err := f.Attachment(dataName)
	if err != nil || a == nil {
		return err
	}
	p.pdf, p.data = f, a.Data
	return nil
}

func (p *published) openDOCX(file []byte) error {
	f, err := docxread.Open(file)
	if err != nil {
		return err
	}
	d, err := f.Data(docx.DataNamespace)
	if err != nil || d == nil {
		return err
	}
	p.docx, p.data, p.printed = f, d.Content, d.Printed
	return nil
}

// shown is what the file shows.
func (p *published) shown() (printed.Document, error) {
	var d printed.Document
	var err error
	if p.pdf != nil {
		d, err = p.pdf.Printed()
	} else {
		d, err = p.docx.Printed()
	}
	if err != nil {
		err = errors.Join(ErrDamaged, err)
	}
	return d, err
}
