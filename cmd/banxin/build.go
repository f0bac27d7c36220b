package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/banxin-go/banxin/report"
)

// build writes the files of a report, all of them or none.
func build(ctx context.Context, c *call) error {
	formats, err := c.formats()
	if err != nil {
		return err
	}
	if err := c.publish(); err != nil {
		return err
	}
	if err := c.press(); err != nil {
		return err
	}
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = filepath.Join(c.out, baseName(c.file)+"."+f)
		if err := c.keepInput(names[i]); err != nil {
			return err
		}
	}
	job, err := c.compile(ctx)
	if err != nil {
		return err
	}
	c.show(job.warnings)
	if slices.Contains(formats, "docx") {
		c.show(report.Locate(job.report, job.Losses()))
	}
	files, err := create(c.out, names)
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

// baseName is the file's name without folder and extension; that of the standard input is "report".
func baseName(file string) string {
	base := filepath.Base(file)
	name := strings.TrimSuffix(base, filepath.Ext(base))
	if file == "-" || name == "" {
		return "report"
	}
	return name
}

// keepInput refuses an output that is one of the inputs, by whatever name.
func (c *call) keepInput(name string) error {
	target, err := os.Stat(name)
	if err != nil {
		return nil // nothing there to be lost; what else is wrong comes up when it is written
	}
	for _, input := range []string{c.file, c.lastYear} {
		if in, err := os.Stat(input); err == nil && os.SameFile(in, target) {
			return usageFault(overwrites, name)
		}
	}
	return nil
}

// list tells what was written.
func (c *call) list(files *outputs, formats []string, pages int) error {
	if c.quiet {
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
