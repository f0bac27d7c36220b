// Command banxin builds a print-ready PDF and an editable DOCX from a report in JSON.
//
//	banxin build report.json -o out
//	banxin help
//
// One file holds one command; run.go finds it and turns what comes back into an exit code.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the process at once
	os.Exit(run(ctx, os.Args[1:], environment{os.Stdin, os.Stdout, os.Stderr, getenv}))
}
