package main

import (
	"cmp"
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/banxin-go/banxin/report"
)

// maxInput is what is read of a file at most. The largest reports have some hundred kilobytes.
const maxInput = 64 << 20

// load reads the report, and last year's where it is given. Problems that are more than warnings come back as the error,
// together with what the numbers have wrong.
func (c *call) load(ctx context.Context) (r report.Report, warnings report.Problems, err error) {
	r, found, err := c.decode(ctx, c.file)
	if err != nil {
		return nil, nil, err
	}
	var last report.Problems
	if c.lastYear != "" {
		year, more, err := c.decode(ctx, c.lastYear)
		if err != nil {
			return nil, nil, err
		}
		if last = more; !last.HasErrors() {
			last = append(last, follow(r, year)...)
		}
	}
	if !found.HasErrors() && !last.HasErrors() {
		return r, append(found, last...), nil
	}
	if r != nil {
		found = append(found, c.leniently(r.Check())...)
		slices.SortStableFunc(found, byPlace)
	}
	return nil, nil, append(found, last...)
}

// follow tells a report which one came before it. Only annual reports lean on one another.
func follow(r, before report.Report) report.Problems {
	this, ok := r.(*report.Annual)
	last, also := before.(*report.Annual)
	switch {
	case ok && also:
		this.LastYear = last
	case r != nil && before != nil:
		return report.Problems{report.NewProblem(nil, "year.kind")}
	}
	return nil
}

func byPlace(p, q report.Problem) int {
	return cmp.Or(cmp.Compare(p.Line, q.Line), cmp.Compare(p.Col, q.Col))
}

func (c *call) leniently(ps report.Problems) report.Problems {
	if c.lenient {
		ps = ps.Lenient()
	}
	if c.dropInvisible {
		ps = ps.DropInvisible()
	}
	return ps
}

// decode reads one report. The error is one of reading; what is wrong with the report is in the problems.
func (c *call) decode(ctx context.Context, file string) (report.Report, report.Problems, error) {
	data, err := c.read(ctx, file)
	if err != nil {
		return nil, nil, err
	}
	name := file
	if file == "-" {
		name = "<stdin>"
	}
	if len(data) > maxInput {
		p := report.NewProblem(nil, "json.size", len(data), maxInput)
		p.File = name
		return nil, report.Problems{p}, nil
	}
	text, fromGB, found := toUTF8(data, name, c.encoding)
	if len(found) > 0 {
		return nil, found, nil
	}
	if fromGB && c.encoding == "auto" && !c.quiet {
		c.say(readAs.in(c.lang, name))
	}
	if file == c.file {
		c.data = text
	}
	r, problems := report.DecodeAny(text, name, os.DirFS(filepath.Dir(file)))
	return r, problems, nil
}

// read gives a file's bytes, one more than maxInput at most. A read that never ends, as from a terminal, ends with ctx.
func (c *call) read(ctx context.Context, file string) ([]byte, error) {
	type result struct {
		data []byte
		err  error
	}
	done := make(chan result, 1)
	go func() {
		data, err := c.readAll(file)
		done <- result{data, err}
	}()
	select {
	case r := <-done:
		return r.data, r.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (c *call) readAll(file string) ([]byte, error) {
	from := c.stdin
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		from = f
	}
	return io.ReadAll(io.LimitReader(from, maxInput+1))
}
