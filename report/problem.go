package report

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Code names a kind of problem: "sum.row", "font.missing". Codes are stable; words may change. The table is in texts.go.
type Code string

// Problem is one thing wrong with a report: where, what, and the values that tell how. The words come last.
type Problem struct {
	Path    Path
	Code    Code
	Args    []any // what the texts of Code print; int64, string, and types with an In(lang) method
	Warning bool  // the report can be built all the same

	// Where in the input file, counted from 1 in characters; 0 where the report did not come from a file.
	File string
	Line int
	Col  int
}

// Problems are all problems of one stage, in document order.
type Problems []Problem

// NewProblem makes a problem. Whether it is a warning stands in the table of codes.
func NewProblem(path Path, code Code, args ...any) Problem {
	e, _ := code.entry()
	return Problem{Path: path, Code: code, Args: args, Warning: e.class >= warn}
}

// wording is an argument that reads differently in Chinese and in English.
type wording interface{ In(lang string) string }

// Text says what is wrong, without the place. Languages that begin with "zh" give Chinese, all others English.
func (p Problem) Text(lang string) string {
	args := make([]any, len(p.Args))
	for i, a := range p.Args {
		args[i] = a
		if w, ok := a.(wording); ok {
			args[i] = w.In(lang)
		}
	}
	e, known := p.Code.entry()
	switch {
	case !known:
		return fmt.Sprint(append([]any{p.Code}, args...)...)
	case isChinese(lang):
		return fmt.Sprintf(e.zh, args...)
	}
	return fmt.Sprintf(e.en, args...)
}

// Message says where and what: 三、收到和处理政府信息公开申请情况›（一）予以公开›总计：应为 12，实为 11。
func (p Problem) Message(lang string) string {
	where, colon := p.Path.In(lang), ": "
	if isChinese(lang) {
		colon = "："
	}
	if where == "" {
		return p.Text(lang)
	}
	return where + colon + p.Text(lang)
}

// Error gives the place in the file, the program path, the code, and both languages on one line.
func (p Problem) Error() string {
	var b strings.Builder
	b.WriteString(p.Place())
	if b.Len() > 0 {
		b.WriteString(": ")
	}
	if len(p.Path) > 0 {
		b.WriteString(p.Path.String() + ": ")
	}
	fmt.Fprintf(&b, "%s: %s / %s", p.Code, p.Text("zh"), p.Text("en"))
	return b.String()
}

// Place is the place in the input as file:line:column, with the parts that are known.
func (p Problem) Place() string {
	parts := make([]string, 0, 3)
	if p.File != "" {
		parts = append(parts, p.File)
	}
	if p.Line > 0 {
		parts = append(parts, fmt.Sprint(p.Line), fmt.Sprint(p.Col))
	}
	return strings.Join(parts, ":")
}

// MarshalJSON writes a problem for other programs: path, code, arguments, severity, place and both texts.
func (p Problem) MarshalJSON() ([]byte, error) {
	severity := "error"
	if p.Warning {
		severity = "warning"
	}
	return json.Marshal(struct {
		Path     string `json:"path"`
		Code     Code   `json:"code"`
		Args     []any  `json:"args,omitempty"`
		Severity string `json:"severity"`
		File     string `json:"file,omitempty"`
		Line     int    `json:"line,omitempty"`
		Col      int    `json:"col,omitempty"`
		Zh       string `json:"zh"`
		En       string `json:"en"`
	}{p.Path.String(), p.Code, p.plainArgs(), severity, p.File, p.Line, p.Col, p.Message("zh"), p.Message("en")})
}

// plainArgs are the arguments as numbers and strings; those with words of their own give the English ones.
func (p Problem) plainArgs() []any {
	args := slices.Clone(p.Args)
	for i, a := range args {
		switch a := a.(type) {
		case wording:
			args[i] = a.In("en")
		case fmt.Stringer:
			args[i] = a.String()
		}
	}
	return args
}

// Error gives every problem on a line of its own.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// Message gives the messages of all problems in one language, a line each.
func (ps Problems) Message(lang string) string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Message(lang)
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives the problems one by one, for errors.As.
func (ps Problems) Unwrap() []error {
	errs := make([]error, len(ps))
	for i, p := range ps {
		errs[i] = p
	}
	return errs
}

// Err gives ps as an error, and nil when there is none. Warnings count: ask HasErrors where they should not.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	return ps
}

// HasErrors tells whether any problem is more than a warning.
func (ps Problems) HasErrors() bool {
	for _, p := range ps {
		if !p.Warning {
			return true
		}
	}
	return false
}

// Errors gives the problems that are more than warnings.
func (ps Problems) Errors() Problems { return ps.filter(false) }

// Warnings gives the problems that are warnings only.
func (ps Problems) Warnings() Problems { return ps.filter(true) }

func (ps Problems) filter(warning bool) Problems {
	var out Problems
	for _, p := range ps {
		if p.Warning == warning {
			out = append(out, p)
		}
	}
	return out
}

// Lenient turns the problems about sums that do not come out into warnings. Reports with such errors have been published
// and have to be printed as they are; nothing else that is wrong may be.
func (ps Problems) Lenient() Problems {
	out := make(Problems, len(ps))
	for i, p := range ps {
		p.Warning = p.Warning || p.Code.IsSum()
		out[i] = p
	}
	return out
}

// DropInvisible turns the problems about characters that DropInvisible takes out of texts into warnings.
func (ps Problems) DropInvisible() Problems {
	out := make(Problems, len(ps))
	for i, p := range ps {
		p.Warning = p.Warning || slices.Contains(dropped[:], p.Code)
		out[i] = p
	}
	return out
}

func isChinese(lang string) bool { return strings.HasPrefix(lang, "zh") }
