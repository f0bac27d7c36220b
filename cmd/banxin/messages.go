package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"syscall"

	"github.com/banxin-go/banxin/report"
)

// show writes problems to stderr, one a line: place, severity, path, text, code. Those to be given as JSON wait for sumUp.
func (c *call) show(ps report.Problems) {
	c.found = append(c.found, ps...)
	if c.diag == "json" {
		return
	}
	for _, p := range ps {
		word := errorWord
		if p.Warning {
			word = warningWord
		}
		if p.Warning && c.quiet {
			continue
		}
		place := p.Place()
		if place != "" {
			place += ": "
		}
		fmt.Fprintf(c.stderr, "%s%s%s [%s]\n", place, word.in(c.lang), p.Message(c.lang), p.Code)
	}
}

// warn shows warnings; with --strict they keep the report from being built.
func (c *call) warn(ps report.Problems) error {
	c.show(ps)
	if c.strict && len(ps) > 0 {
		return &fault{code: exitWarnings}
	}
	return nil
}

// sumUp ends a run: it counts the problems that were shown, or gives all of them as JSON.
func (c *call) sumUp() error {
	faults, warnings := len(c.found.Errors()), len(c.found.Warnings())
	switch {
	case c.begun && c.diag == "json":
		return c.printJSON()
	case !c.quiet && (faults > 0 || c.checks && warnings > 0):
		c.say(counted.in(c.lang, strconv.Itoa(faults), strconv.Itoa(warnings)))
	}
	return nil
}

// printJSON writes the problems as one JSON list, an element a line.
func (c *call) printJSON() error {
	ps := c.found
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

// exitOf is 4 where a font or a character is missing, whatever else there is: no change of the report alone mends that.
func exitOf(ps report.Problems) int {
	code := exitFine
	for _, p := range ps.Errors() {
		if strings.HasPrefix(string(p.Code), "font.") {
			return exitFont
		}
		code = exitProblems
	}
	return code
}

// causes are the system's errors that people meet, in the order in which they are asked for.
var causes = []struct {
	err  error
	text phrase
}{
	{fs.ErrNotExist, notThere}, {fs.ErrPermission, notAllowed}, {syscall.ENOSPC, noSpace},
	{syscall.ENOTDIR, noFolder}, {syscall.EISDIR, isFolder},
}

// explain says what an error of the system means. Errors it does not know keep their own words.
func explain(err error, lang string) string {
	file := ""
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		file, err = path.Path, path.Err
	case errors.As(err, &link):
		file, err = link.New, link.Err
	}
	text := err.Error()
	for _, c := range causes {
		if errors.Is(err, c.err) {
			text = c.text.in(lang)
			break
		}
	}
	switch {
	case file == "":
		return text
	case lang == "zh":
		return file + "：" + text
	}
	return file + ": " + text
}
