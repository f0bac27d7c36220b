package main

import (
	"flag"
	"io"
	"slices"
	"strings"

	"github.com/banxin-go/banxin/report"
)

// options are the flags of all commands.
type options struct {
	lang, out, to, fontDir, lastYear string
	encoding, diag, text, kind       string
	standard, embed, lines, charts   string
	profile, condition, bleed        string
	lenient, dropInvisible, quiet    bool
	marks, strict                    bool
}

// option describes one flag.
type option struct {
	name   string
	of     string // the one command that has it, where another has one of the same name
	value  string // what stands for its value in the usage text; "" for a switch
	help   phrase
	text   func(*options) *string // where the value goes
	on     func(*options) *bool   // of a switch
	preset string
	oneOf  []string // the values there are; none: any
}

// allOptions are listed in the order of the usage text. lang and quiet belong to every command.
func allOptions() []option {
	return []option{
		{name: "o", of: "build", value: "DIR", help: helpOut, preset: ".", text: func(o *options) *string { return &o.out }},
		{name: "to", value: "pdf,docx", help: helpTo, preset: "pdf,docx", text: func(o *options) *string { return &o.to }},
		{name: "o", of: "extract", value: "FILE", help: helpOutFile, text: func(o *options) *string { return &o.out }},
		{name: "standard", value: "STANDARD", help: helpStandard, oneOf: standardNames(), text: func(o *options) *string { return &o.standard }},
		{name: "embed", value: "docx|all|none", help: helpEmbed, preset: "docx", oneOf: carriers, text: func(o *options) *string { return &o.embed }},
		{name: "lines", value: "same|word|best", help: helpLines, preset: "same", oneOf: lineSettings, text: func(o *options) *string { return &o.lines }},
		{name: "charts", value: "native|picture", help: helpCharts, preset: "native", oneOf: []string{"native", "picture"},
			text: func(o *options) *string { return &o.charts }},
		{name: "print", value: "gray|PROFILE.icc", help: helpPrint, text: func(o *options) *string { return &o.profile }},
		{name: "condition", value: "NAME", help: helpCondition, text: func(o *options) *string { return &o.condition }},
		{name: "bleed", value: "LENGTH", help: helpBleed, preset: defaultBleed, text: func(o *options) *string { return &o.bleed }},
		{name: "marks", help: helpMarks, on: func(o *options) *bool { return &o.marks }},
		{name: "diag", value: "text|json", help: helpDiag, preset: "text", oneOf: []string{"text", "json"},
			text: func(o *options) *string { return &o.diag }},
		{name: "strict", help: helpStrict, on: func(o *options) *bool { return &o.strict }},
		{name: "last-year", value: "FILE", help: helpLastYear, text: func(o *options) *string { return &o.lastYear }},
		{name: "lenient", help: helpLenient, on: func(o *options) *bool { return &o.lenient }},
		{name: "drop-invisible", help: helpDrop, on: func(o *options) *bool { return &o.dropInvisible }},
		{name: "encoding", value: "ENCODING", help: helpEncoding, preset: "auto", oneOf: encodings,
			text: func(o *options) *string { return &o.encoding }},
		{name: "font-dir", value: "DIR", help: helpFontDir, text: func(o *options) *string { return &o.fontDir }},
		{name: "text", value: "TEXT", help: helpText, text: func(o *options) *string { return &o.text }},
		{name: "kind", value: "KIND", help: helpKind, preset: report.KindAnnual, oneOf: report.Kinds(),
			text: func(o *options) *string { return &o.kind }},
		{name: "lang", value: "zh|en", help: helpLang, oneOf: []string{"zh", "en"}, text: func(o *options) *string { return &o.lang }},
		{name: "quiet", help: helpQuiet, on: func(o *options) *bool { return &o.quiet }},
	}
}

// optionsOf are the flags that a command takes.
func (cmd command) optionsOf() []option {
	return slices.DeleteFunc(allOptions(), func(o option) bool {
		return o.of != "" && o.of != cmd.name || o.name != "lang" && o.name != "quiet" && !slices.Contains(cmd.options, o.name)
	})
}

// parse reads the flags, which may stand before and behind the files, and gives the files. Package flag stops at the first
// file and has English words only, so it does no more than hold and set the values.
func (c *call) parse(cmd command, args []string) (files []string, err error) {
	p := parser{options: cmd.optionsOf(), set: flag.NewFlagSet(cmd.name, flag.ContinueOnError)}
	p.set.SetOutput(io.Discard)
	for _, o := range p.options {
		if o.on != nil {
			p.set.BoolVar(o.on(&c.options), o.name, false, "")
			continue
		}
		p.set.StringVar(o.text(&c.options), o.name, o.preset, "")
	}
	for p.rest = args; len(p.rest) > 0; {
		arg := p.rest[0]
		p.rest = p.rest[1:]
		switch {
		case arg == "--":
			return append(files, p.rest...), nil
		case arg == "-" || !strings.HasPrefix(arg, "-"):
			files = append(files, arg)
		default:
			if err := p.flag(arg); err != nil {
				return nil, err
			}
		}
	}
	return files, nil
}

// parser goes through the arguments of a command.
type parser struct {
	options []option
	set     *flag.FlagSet
	rest    []string
}

// flag sets one flag: --to pdf, --to=pdf, --lenient.
func (p *parser) flag(arg string) error {
	name, value, given := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(arg, "-"), "-"), "=")
	at := slices.IndexFunc(p.options, func(o option) bool { return o.name == name })
	if at < 0 {
		return p.unknown(arg, name)
	}
	o := p.options[at]
	switch {
	case o.on != nil && !given:
		value = "true"
	case !given && len(p.rest) == 0:
		return usageFault(missingValue, dashed(name))
	case !given:
		value, p.rest = p.rest[0], p.rest[1:]
	}
	if len(o.oneOf) > 0 && !slices.Contains(o.oneOf, value) || p.set.Set(name, value) != nil {
		return badValueOf(o, value)
	}
	return nil
}

func badValueOf(o option, value string) error {
	allowed := o.oneOf
	if o.on != nil {
		allowed = []string{"true", "false"}
	}
	return usageFault(badValue, dashed(o.name), value, strings.Join(allowed, ", "))
}

func (p *parser) unknown(arg, name string) error {
	names := make([]string, len(p.options))
	for i, o := range p.options {
		names[i] = o.name
	}
	if near := nearest(name, names); near != "" {
		return usageFault(similarFlag, arg, dashed(near))
	}
	return usageFault(unknownFlag, arg)
}

// dashed is a flag as people write it.
func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// takesNext tells whether the argument behind a flag is its value.
func takesNext(name string) bool {
	return slices.ContainsFunc(allOptions(), func(o option) bool { return o.name == name && o.on == nil })
}

func asksHelp(args []string) bool {
	return slices.ContainsFunc(args, func(a string) bool { return a == "-h" || a == "--help" || a == "-help" })
}

// formats are the files that --to asks for.
func (c *call) formats() ([]string, error) {
	var out []string
	for f := range strings.SplitSeq(c.to, ",") {
		f = strings.ToLower(strings.TrimSpace(f))
		if f != "pdf" && f != "docx" {
			return nil, usageFault(badValue, "--to", f, "pdf, docx")
		}
		if !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	return out, nil
}
