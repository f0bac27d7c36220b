package main

import (
	"context"

	"github.com/banxin-go/banxin/report"
)

// schema prints the JSON Schema of one kind of report.
func schema(_ context.Context, c *call) error { return c.print(string(report.SchemaOf(c.kind))) }
