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
	both := []string{"pdf", "docx"}
	if err := job.writeAll(ctx, both, []io.Writer{io.Discard, io.Discard}); err != nil {
		c.show(job.warningsFor(both))
		return err
	}
	return c.warn(job.warningsFor(both))
}
