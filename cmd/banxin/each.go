package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"runtime"
)

// each does a command for every file, as many at a time as there are processors. What they say comes out in the order of the
// files, and what is wrong with one does not keep the others from being done. The exit code is the highest.
func (c *call) each(ctx context.Context, do func(context.Context, *call) error) error {
	if len(c.files) == 1 {
		return do(ctx, c)
	}
	turns := make([]*turn, len(c.files))
	for i, file := range c.files {
		turns[i] = &turn{call: *c, done: make(chan struct{})}
		turns[i].take(file)
	}
	go func() {
		places := make(chan struct{}, runtime.GOMAXPROCS(0))
		for _, t := range turns {
			places <- struct{}{}
			go func() {
				defer close(t.done)
				t.run(ctx, do)
				<-places
			}()
		}
	}()
	var failed error
	code := exitFine
	for _, t := range turns {
		<-t.done
		failed = errors.Join(failed, t.tell(c))
		code = max(code, t.code)
	}
	switch {
	case failed != nil:
		return failed
	case code == exitCancelled:
		return &fault{code, cancelledRest, nil}
	case code != exitFine:
		return &fault{code: code}
	}
	return nil
}

// turn is a command for one of several files. What it says waits until those before have spoken.
type turn struct {
	call
	out, errs bytes.Buffer
	code      int
	done      chan struct{}
}

func (t *turn) take(file string) {
	t.file = file
	t.found = nil
	t.stdout, t.stderr = &t.out, &t.errs
}

func (t *turn) run(ctx context.Context, do func(context.Context, *call) error) {
	err := do(ctx, &t.call)
	if errors.Is(err, context.Canceled) {
		t.code = exitCancelled // each says so once
		return
	}
	t.code = t.outcome(err)
}

// tell gives out what the turn has said, and what it has found.
func (t *turn) tell(c *call) error {
	c.found = append(c.found, t.found...)
	_, err1 := io.Copy(c.stderr, &t.errs)
	_, err2 := io.Copy(c.stdout, &t.out)
	return errors.Join(err1, err2)
}
