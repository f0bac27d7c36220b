package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"

	"github.com/banxin-go/banxin/report"
)

// check does what build does and throws the files away, so that whatever it passes can be built.
func check(ctx context.Context, c *call) error {
	job, err := c.compile(ctx)
	if err == nil {
		err = job.writeAll(ctx, []string{"pdf", "docx"}, []io.Writer{io.Discard, io.Discard})
	}
	var found report.Problems
	if err != nil && !errors.As(err, &found) {
		return err
	}
	if job != nil {
		found = append(job.warnings, found...)
	}
	if c.diag == "json" {
		if err := c.printJSON(found); err != nil {
			return err
		}
	} else {
		c.show(found)
		if len(found) > 0 {
			c.count(found)
		}
	}
	if code := exitOf(found); code != exitFine {
		return &fault{code: code}
	}
	return nil
}

// printJSON writes the problems as one JSON list, an element a line.
func (c *call) printJSON(ps report.Problems) error {
	if c.quiet {
		ps = ps.Errors()
	}
	text := []byte("[")
	for i, p := range ps {
		one, err := json.Marshal(p)
		if err != nil {
			return err
		}
		if i > 0 {
			text = append(text, ',')
		}
		text = append(append(text, '\n'), one...)
	}
	return c.print(string(text) + "\n]\n")
}
