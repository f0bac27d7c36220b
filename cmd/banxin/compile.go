package main

import (
	"bufio"
	"context"
	"errors"
	"io"
	"slices"
	"sync"

	"github.com/banxin-go/banxin/compiler"
	"github.com/banxin-go/banxin/compiler/docx"
	"github.com/banxin-go/banxin/compiler/pdf"
	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/fonts/bundled"
	"github.com/banxin-go/banxin/report"
)

// compiled is a report laid out, ready to be written.
type compiled struct {
	*compiler.Output
	report   report.Report
	warnings report.Problems

	pdfStandard pdf.Standard
	pdfPrint    *pdf.Print
	docx        docx.Options
}

// compile reads the report and lays it out. Problems come back as the error.
func (c *call) compile(ctx context.Context) (*compiled, error) {
	r, warnings, err := c.load(ctx)
	if err != nil {
		return nil, err
	}
	out, err := compiler.Compile(ctx, r, &compiler.Options{Fonts: c.fontSet, Data: c.carried(), Lines: c.lineSetting(), Lenient: c.lenient, DropInvisible: c.dropInvisible})
	var problems report.Problems
	if errors.As(err, &problems) {
		return nil, append(warnings, report.Locate(r, problems)...)
	}
	if err != nil {
		return nil, err
	}
	warnings = append(warnings, report.Locate(r, out.Warnings)...)
	return &compiled{out, r, append(warnings, standIns(c.fontSet, out)...), c.pdfStandard, c.pdfPrint, c.docxOptions()}, nil
}

// warningsFor are the warnings about files of the formats: what a DOCX cannot show is none where only a PDF is asked for.
func (j *compiled) warningsFor(formats []string) report.Problems {
	if !slices.Contains(formats, "docx") {
		return j.warnings
	}
	return append(slices.Clone(j.warnings), report.Locate(j.report, j.Losses())...)
}

// standIns are warnings for the roles of the style sheet that a face of another design serves.
func standIns(set *fonts.Set, out *compiler.Output) (found report.Problems) {
	const code = "font.substituted"
	if slices.ContainsFunc(out.Warnings, func(p report.Problem) bool { return p.Code == code }) {
		return nil
	}
	used := map[fonts.Role]bool{}
	for _, s := range out.Doc.Sheet.Styles {
		used[fonts.Role(s.Role)] = true
	}
	for _, s := range set.Served() {
		if s.Substituted && !s.Bold && used[s.Role] {
			found = append(found, report.NewProblem(nil, code, string(s.Role), s.Face.FullName))
		}
	}
	return found
}

// loadFonts takes the bundled faces behind those of --font-dir. Files that are no fonts give warnings.
func (c *call) loadFonts() (err error) {
	c.fontSet, err = bundled.Set()
	if err != nil || c.fontDir == "" {
		return err
	}
	faces, err := fonts.ParseDir(c.fontDir)
	for _, e := range unjoin(err) {
		var format *fonts.FormatError
		if !errors.As(e, &format) {
			return e
		}
		p := report.NewProblem(nil, "font.format", format.File, format.Reason)
		p.Warning = true
		c.show(report.Problems{p})
	}
	if len(faces) == 0 {
		return &fault{exitFont, noFonts, []string{c.fontDir}}
	}
	c.fontSet = c.fontSet.With(faces...)
	return nil
}

// unjoin takes errors apart that errors.Join has put together.
func unjoin(err error) []error {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		return joined.Unwrap()
	}
	if err == nil {
		return nil
	}
	return []error{err}
}

// writeAll writes one file of each format at the same time. Problems of all of them come back together.
func (j *compiled) writeAll(ctx context.Context, formats []string, to []io.Writer) error {
	errs := make([]error, len(formats))
	var wg sync.WaitGroup
	for i, format := range formats {
		wg.Go(func() { errs[i] = j.write(ctx, format, to[i]) })
	}
	wg.Wait()
	var found report.Problems
	for _, err := range errs {
		var problems report.Problems
		if !errors.As(err, &problems) && err != nil {
			return err
		}
		found = append(found, problems...)
	}
	return found.Err()
}

// write writes one file. The error is w's own, ctx's, or the problems of the report.
func (j *compiled) write(ctx context.Context, format string, w io.Writer) error {
	s := &sink{ctx: ctx, w: w}
	buffered := bufio.NewWriterSize(s, 1<<16)
	var err error
	if format == "pdf" {
		err = j.WritePDF(buffered, &pdf.Options{Standard: j.pdfStandard, Print: j.pdfPrint})
	} else {
		err = j.WriteDOCX(buffered, &j.docx)
	}
	if err == nil {
		err = buffered.Flush()
	}
	if err == nil || s.err != nil {
		return s.err
	}
	return report.Locate(j.report, compiler.Problems(err, j.report))
}

// sink tells errors of writing from those of the report, and stops when the context does.
type sink struct {
	ctx context.Context
	w   io.Writer
	err error
}

func (s *sink) Write(p []byte) (int, error) {
	if s.err == nil {
		s.err = s.ctx.Err()
	}
	if s.err != nil {
		return 0, s.err
	}
	n, err := s.w.Write(p)
	s.err = err
	return n, err
}
