package main

import (
	"fmt"
	"strings"
)

// usage is the text of banxin help.
func usage(lang string) string {
	var b strings.Builder
	b.WriteString(aboutProgram.in(lang) + "\n\n" + usageHead.in(lang) + "\n")
	for _, cmd := range commands() {
		b.WriteString("  " + cmd.line() + "\n")
	}
	b.WriteString("  banxin help [" + commandWord.in(lang) + "]\n\n" + commandHead.in(lang) + "\n")
	for _, cmd := range commands() {
		fmt.Fprintf(&b, "  %s  %s\n", pad(cmd.name, 8), cmd.about.in(lang))
	}
	b.WriteString("\n" + flagHead.in(lang) + "\n")
	writeOptions(&b, allOptions(), lang)
	b.WriteString("\n" + exitHead.in(lang) + "\n")
	for _, e := range exits {
		fmt.Fprintf(&b, "  %3d  %s\n", e.code, e.text.in(lang))
	}
	return b.String()
}

// usage is the text of banxin help COMMAND.
func (cmd command) usage(lang string) string {
	var b strings.Builder
	b.WriteString(cmd.line() + "\n\n" + cmd.about.in(lang) + "\n\n" + flagHead.in(lang) + "\n")
	writeOptions(&b, cmd.optionsOf(), lang)
	return b.String()
}

// line shows a command with its own flags; those that all commands have are left out.
func (cmd command) line() string {
	parts := []string{"banxin", cmd.name}
	if cmd.args != "" {
		parts = append(parts, cmd.args)
	}
	for _, o := range cmd.optionsOf() {
		if o.name != "lang" && o.name != "quiet" {
			parts = append(parts, "["+o.sign()+"]")
		}
	}
	return strings.Join(parts, " ")
}

// sign shows a flag with what stands for its value.
func (o option) sign() string {
	if o.value == "" {
		return dashed(o.name)
	}
	return dashed(o.name) + " " + o.value
}

func writeOptions(b *strings.Builder, list []option, lang string) {
	wide := 0
	for _, o := range list {
		wide = max(wide, width(o.sign()))
	}
	for _, o := range list {
		fmt.Fprintf(b, "  %s  %s\n", pad(o.sign(), wide), o.help.in(lang))
	}
}

// pad fills a text up with spaces to the width.
func pad(s string, to int) string { return s + strings.Repeat(" ", max(0, to-width(s))) }

// width is how many columns of a terminal a text takes: Han characters and full-width marks take two (UAX 11).
func width(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r >= 0x1100 && (r < 0x2000 || r >= 0x2E80) {
			n++
		}
	}
	return n
}
