package main

import (
	"context"
	"io"
)

// check does what build does and throws the files away, so that whatever it passes can be built.
func check(ctx context.Context, c *call) error {
	c.checks = true
	if err := c.loadFonts(); err != nil {
		return err
	}
	return c.each(ctx, checkOne)
}

func checkOne(ctx context.Context, c *call) error {
	job, err := c.compile(ctx)
	if err != nil {
		return err
	}
	c.show(job.warnings)
	return job.writeAll(ctx, []string{"pdf", "docx"}, []io.Writer{io.Discard, io.Discard})
}
