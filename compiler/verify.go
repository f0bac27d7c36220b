package compiler

import (
	"bytes"
	"errors"

	"github.com/banxin-go/banxin/compiler/docx/docxread"
	"github.com/banxin-go/banxin/compiler/pdf"
	"github.com/banxin-go/banxin/compiler/pdf/pdfread"
	"github.com/banxin-go/banxin/compiler/printed"
	"github.com/banxin-go/banxin/report"
)

// maxDifferences is as many as anybody reads.
const maxDifferences = 1000

// Verify says where a published PDF or DOCX shows something else than o, which has been compiled from the data that the
// file carries (see Extract): changed texts and cells, rows, paragraphs and tables that are missing or were added, each with
// its path in the report, in document order; none where the file agrees. The error is one of Extract's.
//
// Compared is the text of headings, paragraphs, lists, tables cell by cell, captions and notes: in a PDF as the tags give it,
// in a DOCX as a reader sees it. Pages of a PDF that have been taken out are missed, what has been written on one with a program for
// comments, or without tags, is found. Contents lists, page numbers, running heads, pictures and charts are not compared. Nor is it
// a signature: who changes both text and data, or covers something with a picture, goes unnoticed.
func (o *Output) Verify(file []byte) (report.Problems, error) {
	p, err := openPublished(file)
	if err != nil {
		return nil, err
	}
	got, err := p.shown()
	if err != nil {
		return nil, err
	}
	want, err := o.shown(p)
	if err != nil {
		return nil, err
	}
	v := verification{report: o.report}
	for _, d := range printed.Compare(want, got) {
		v.difference(&d)
	}
	if len(v.found) > 0 && p.printed == got.Hash() {
		v.add("", "verify.untouched")
	}
	if len(v.found) > maxDifferences {
		v.found = v.found[:maxDifferences]
		v.add("", "verify.many", maxDifferences)
	}
	return v.found, nil
}

// shown is what o shows in a file of the same format, read back as p is: so whatever a format does in its own way, it does in
// both. The paths come from o's document.
func (o *Output) shown(like *published) (printed.Document, error) {
	var b bytes.Buffer
	own := &published{}
	var err error
	if like.pdf != nil {
		if err = o.WritePDF(&b, &pdf.Options{Standard: pdf.PDF17}); err == nil {
			own.pdf, err = pdfread.Open(b.Bytes())
		}
	} else if err = o.WriteDOCX(&b, nil); err == nil {
		own.docx, err = docxread.Open(b.Bytes())
	}
	if err != nil {
		return nil, errors.Join(ErrDamaged, err)
	}
	d, err := own.shown()
	if err != nil {
		return nil, err
	}
	return printed.Locate(d, printed.Of(o.Doc)), nil
}

// verification turns differences into problems.
type verification struct {
	report report.Report
	found  report.Problems
}

func (v *verification) add(src string, code report.Code, args ...any) {
	v.found = append(v.found, report.NewProblem(report.ParsePath(src, v.report), code, args...))
}

func (v *verification) difference(d *printed.Difference) {
	want, got := printed.Excerpts(d.Want, d.Got)
	switch d.Kind {
	case printed.Changed:
		if d.InTable {
			v.add(d.Src, "verify.cell", d.Row+1, d.Col+1, want, got)
			return
		}
		v.add(d.Src, "verify.text", want, got)
	case printed.Missing:
		v.add(d.Src, "verify.missing", want)
	case printed.Added:
		v.add(d.Src, "verify.added", got)
	case printed.RowMissing:
		v.add(d.Src, "verify.row.missing", d.Row+1, want)
	case printed.RowAdded:
		v.add(d.Src, "verify.row.added", d.Row+1, got)
	case printed.TableMissing:
		v.add(d.Src, "verify.table.missing", d.WantCount)
	case printed.TableAdded:
		v.add(d.Src, "verify.table.added", d.GotCount)
	case printed.Merged:
		v.add(d.Src, "verify.merged", d.Row+1, d.Col+1, want, got)
	case printed.Columns:
		v.add(d.Src, "verify.columns", d.WantCount, d.GotCount)
	}
}
