package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// toStdout is the value of -o for which build writes to the standard output.
const toStdout = "-"

// build writes the files of each report, all of them or none.
func build(ctx context.Context, c *call) error {
	formats, err := c.formats()
	if err != nil {
		return err
	}
	if c.out == toStdout && (len(formats) > 1 || len(c.files) > 1 || c.diag == "json") {
		return usageFault(oneToStdout)
	}
	if err := c.publish(); err != nil {
		return err
	}
	if err := c.press(); err != nil {
		return err
	}
	if err := c.keepInputs(formats); err != nil {
		return err
	}
	if err := c.loadFonts(); err != nil {
		return err
	}
	if c.out != toStdout { // once for all reports, and taken back where none was built
		folder := &outputs{}
		defer folder.discard()
		if err := folder.makeFolder(c.out); err != nil {
			return err
		}
	}
	return c.each(ctx, func(ctx context.Context, c *call) error { return c.build(ctx, formats) })
}

// build writes the files of one report.
func (c *call) build(ctx context.Context, formats []string) error {
	job, err := c.compile(ctx)
	if err != nil {
		return err
	}
	if err := c.warn(job.warningsFor(formats)); err != nil {
		return err
	}
	if c.out == toStdout {
		return c.pour(ctx, job, formats)
	}
	files, err := create(c.out, c.outputNames(c.file, formats))
	defer files.discard()
	if err != nil {
		return err
	}
	if err := job.writeAll(ctx, formats, files.writers()); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := files.commit(); err != nil {
		return err
	}
	return c.list(files, formats, job.Pages.Count)
}

// pour writes a file to the standard output, when it is whole.
func (c *call) pour(ctx context.Context, job *compiled, formats []string) error {
	var whole bytes.Buffer
	if err := job.writeAll(ctx, formats, []io.Writer{&whole}); err != nil {
		return err
	}
	_, err := c.stdout.Write(whole.Bytes())
	return err
}

// outputNames are the files to be made of a report.
func (c *call) outputNames(file string, formats []string) []string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = filepath.Join(c.out, baseName(file)+"."+f)
	}
	return names
}

// baseName is the file's name without folder and extension; that of the standard input is "report".
func baseName(file string) string {
	base := filepath.Base(file)
	name := strings.TrimSuffix(base, filepath.Ext(base))
	if file == "-" || name == "" {
		return "report"
	}
	return name
}

// keepInputs refuses outputs that would overwrite an input or one another.
func (c *call) keepInputs(formats []string) error {
	if c.out == toStdout {
		return nil
	}
	from := map[string]string{} // reports by what is made of them; some file systems know no capitals
	for _, file := range c.files {
		for _, name := range c.outputNames(file, formats) {
			if other, taken := from[strings.ToLower(name)]; taken {
				return usageFault(sameName, other, file, name)
			}
			from[strings.ToLower(name)] = file
			if err := c.keepInput(name); err != nil {
				return err
			}
		}
	}
	return nil
}

// keepInput refuses an output that is one of the inputs, by whatever name.
func (c *call) keepInput(name string) error {
	target, err := os.Stat(name)
	if err != nil {
		return nil // nothing there to be lost; what else is wrong comes up when it is written
	}
	for _, input := range append(slices.Clone(c.files), c.lastYear) {
		if in, err := os.Stat(input); err == nil && os.SameFile(in, target) {
			return usageFault(overwrites, name)
		}
	}
	return nil
}

// list tells what was written.
func (c *call) list(files *outputs, formats []string, pages int) error {
	if c.quiet || c.diag == "json" {
		return nil
	}
	var b strings.Builder
	for i, f := range files.list {
		size := strconv.FormatInt(f.size, 10)
		if formats[i] == "pdf" {
			fmt.Fprintln(&b, wrotePages.in(c.lang, f.name, strconv.Itoa(pages), size))
			continue
		}
		fmt.Fprintln(&b, wrote.in(c.lang, f.name, size))
	}
	_, err := io.WriteString(c.stdout, b.String())
	return err
}
