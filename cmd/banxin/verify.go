package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/banxin-go/banxin/compiler"
	"github.com/banxin-go/banxin/report"
)

// verify says where a PDF or a DOCX shows something else than the report it carries, and where the report's sums do not come
// out.
func verify(ctx context.Context, c *call) error {
	c.checks = true
	found, err := c.differences(ctx)
	if err != nil {
		return err
	}
	if found.HasErrors() {
		return found
	}
	c.show(found)
	if c.quiet || c.diag == "json" {
		return nil
	}
	return c.print(agrees.in(c.lang, c.file) + "\n")
}

// differences gives what is wrong with the report's sums and what the file shows otherwise. Problems for which the report
// cannot be set out come back as the error.
func (c *call) differences(ctx context.Context) (report.Problems, error) {
	file, err := c.readPublished(ctx)
	if err != nil {
		return nil, err
	}
	data, err := compiler.Extract(file)
	if err != nil {
		return nil, unreadable(c.file, err)
	}
	r, found := report.DecodeAny(data, c.file+"（report.json）", os.DirFS(filepath.Dir(c.file)))
	if found.HasErrors() {
		return nil, found
	}
	if err := c.loadFonts(); err != nil {
		return nil, err
	}
	out, err := compiler.Compile(ctx, r, &compiler.Options{Fonts: c.fontSet, Lenient: true, DropInvisible: true})
	var problems report.Problems
	if errors.As(err, &problems) {
		return nil, report.Locate(r, problems)
	}
	if err != nil {
		return nil, err
	}
	differs, err := out.Verify(file)
	if err != nil {
		return nil, unreadable(c.file, err)
	}
	for i := range differs {
		differs[i].File = c.file
	}
	return append(c.sums(r), differs...), nil
}

// sums are the problems of the report's sums alone: the rest was said when the file was built.
func (c *call) sums(r report.Report) (found report.Problems) {
	for _, p := range c.leniently(r.Check()) {
		if p.Code.IsSum() {
			found = append(found, p)
		}
	}
	return report.Locate(r, found)
}
