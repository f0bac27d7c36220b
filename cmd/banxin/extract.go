package main

import (
	"context"
	"errors"
	"path/filepath"

	"github.com/banxin-go/banxin/compiler"
)

// extract gives back the report that a PDF or a DOCX carries, byte for byte: to the standard output, or to a file.
func extract(ctx context.Context, c *call) error {
	if c.out != "" {
		if err := c.keepInput(c.out); err != nil {
			return err
		}
	}
	file, err := c.readPublished(ctx)
	if err != nil {
		return err
	}
	data, err := compiler.Extract(file)
	if err != nil {
		return unreadable(c.file, err)
	}
	if c.out == "" {
		return c.print(string(data))
	}
	files, err := create(filepath.Dir(c.out), []string{c.out})
	defer files.discard()
	if err != nil {
		return err
	}
	if _, err := files.list[0].temp.Write(data); err != nil {
		return err
	}
	return files.commit()
}

// readPublished reads a PDF or a DOCX.
func (c *call) readPublished(ctx context.Context) ([]byte, error) {
	file, err := c.read(ctx, c.file)
	if err == nil && len(file) > maxInput {
		err = &fault{exitIO, tooLarge, []string{c.file}}
	}
	return file, err
}

// unreadable says why a file cannot be read back.
func unreadable(file string, err error) error {
	for _, known := range []struct {
		err  error
		text phrase
	}{
		{compiler.ErrFormat, notPublished}, {compiler.ErrNoData, noData}, {compiler.ErrEncrypted, encrypted}, {compiler.ErrDamaged, damaged},
	} {
		if errors.Is(err, known.err) {
			return &fault{exitIO, known.text, []string{file}}
		}
	}
	return err
}
