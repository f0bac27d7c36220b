package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/report"
)

// The exit codes, as the usage text has them.
const (
	exitFine      = 0
	exitProblems  = 1
	exitUsage     = 2
	exitWarnings  = 3
	exitFont      = 4
	exitIO        = 5
	exitCancelled = 130 // 128 + SIGINT, as shells have it
)

// environment is all that the program knows of the world around it, files apart.
type environment struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	getenv         func(string) string
}

// command is one of the words that may follow banxin.
type command struct {
	name    string
	args    string // what follows it in the usage text
	about   phrase
	options []string
	files   int  // how many files it takes
	more    bool // and more than that
	run     func(context.Context, *call) error
}

// commands are listed in the order of the usage text.
func commands() []command {
	reading := []string{"diag", "strict", "last-year", "lenient", "drop-invisible", "encoding", "font-dir"}
	building := []string{"o", "to", "standard", "embed", "lines", "charts", "print", "condition", "bleed", "marks"}
	return []command{
		{"build", "report.json...", aboutBuild, append(building, reading...), 1, true, build},
		{"check", "report.json...", aboutCheck, reading, 1, true, check},
		{"extract", "FILE", aboutExtract, []string{"o"}, 1, false, extract},
		{"verify", "FILE", aboutVerify, []string{"diag", "lenient", "font-dir"}, 1, false, verify},
		{"schema", "", aboutSchema, []string{"kind"}, 0, false, schema},
		{"fonts", "", aboutFonts, []string{"font-dir", "text"}, 0, false, listFonts},
		{"version", "", aboutVersion, nil, 0, false, version},
	}
}

// call is one run of one command.
type call struct {
	environment
	options
	lang  string
	files []string
	file  string // of files, the one under way; "-" is the standard input
	data  []byte // of the file, in UTF-8, when it has been read as a report
	publishing

	fontSet *fonts.Set
	found   report.Problems // all that has been shown
	begun   bool            // the command line is right, and the command runs
	checks  bool            // problems are what the command is asked for: they are counted, were they warnings only
}

// fault is an error that knows its exit code and its words.
type fault struct {
	code int
	text phrase
	args []string
}

func (f *fault) Error() string { return f.text.in("en", f.args...) }

func usageFault(text phrase, args ...string) error { return &fault{exitUsage, text, args} }

// run does what args say and gives the exit code.
func run(ctx context.Context, args []string, env environment) int {
	c := &call{environment: env, lang: language(args, env.getenv)}
	code := c.outcome(c.dispatch(ctx, args))
	if err := c.sumUp(); err != nil {
		return c.outcome(err)
	}
	return code
}

func (c *call) dispatch(ctx context.Context, args []string) error {
	name, rest := split(args)
	switch name {
	case "":
		return c.bare(ctx, rest)
	case "help":
		return c.help(rest)
	}
	cmd, err := find(name)
	if err != nil {
		return err
	}
	if asksHelp(rest) {
		return c.print(cmd.usage(c.lang))
	}
	files, err := c.parse(cmd, rest)
	if err != nil {
		return err
	}
	if err := c.take(cmd, files); err != nil {
		return err
	}
	c.begun = true
	return cmd.run(ctx, c)
}

// bare answers flags without a command.
func (c *call) bare(ctx context.Context, flags []string) error {
	switch {
	case asksHelp(flags):
		return c.print(usage(c.lang))
	case slices.Contains(flags, "--version"):
		return version(ctx, c)
	}
	if _, err := c.parse(command{}, flags); err != nil {
		return err
	}
	return usageFault(noCommand)
}

// help prints the usage text, of one command where it is named.
func (c *call) help(args []string) error {
	names, err := c.parse(command{}, args)
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return c.print(usage(c.lang))
	}
	cmd, err := find(names[0])
	if err != nil {
		return err
	}
	return c.print(cmd.usage(c.lang))
}

// split takes the command out of the arguments: the first that is no flag and no value of one.
func split(args []string) (name string, rest []string) {
	for i := 0; i < len(args); i++ {
		flag, isFlag := strings.CutPrefix(args[i], "-")
		if !isFlag {
			return args[i], slices.Concat(args[:i], args[i+1:])
		}
		if takesNext(strings.TrimPrefix(flag, "-")) {
			i++
		}
	}
	return "", args
}

func find(name string) (command, error) {
	var names []string
	for _, cmd := range commands() {
		if cmd.name == name {
			return cmd, nil
		}
		names = append(names, cmd.name)
	}
	if near := nearest(name, append(names, "help")); near != "" {
		return command{}, usageFault(similarCommand, name, near)
	}
	return command{}, usageFault(unknownCommand, name)
}

// take gives the command the files it wants.
func (c *call) take(cmd command, files []string) error {
	switch {
	case len(files) < cmd.files:
		return usageFault(missingFile, cmd.name)
	case len(files) > cmd.files && !cmd.more:
		return usageFault(extraArgument, files[cmd.files])
	case len(files) > 1 && c.lastYear != "":
		return usageFault(oneLastYear)
	}
	stdin := 0
	for _, f := range append([]string{c.lastYear}, files...) {
		if f == "-" {
			stdin++
		}
	}
	if stdin > 1 {
		return usageFault(stdinTwice)
	}
	if c.files = files; len(files) > 0 {
		c.file = files[0]
	}
	return nil
}

// print writes a result to the standard output.
func (c *call) print(text string) error {
	_, err := io.WriteString(c.stdout, text)
	return err
}

// outcome says what went wrong and gives the exit code for it.
func (c *call) outcome(err error) int {
	var problems report.Problems
	var f *fault
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, context.Canceled):
		c.say(cancelled.in(c.lang))
		return exitCancelled
	case errors.As(err, &problems):
		c.show(problems)
		return exitOf(problems)
	case errors.As(err, &f):
		if f.text != (phrase{}) { // else all has been said
			c.say(f.text.in(c.lang, f.args...))
		}
		return f.code
	}
	c.say(explain(err, c.lang))
	return exitIO
}

// say writes a message about the program's own doings.
func (c *call) say(text string) { fmt.Fprintf(c.stderr, "banxin: %s\n", text) }
