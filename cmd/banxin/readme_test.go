package main

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var (
	readmeCommand = regexp.MustCompile(`(?m)^    banxin ([a-z]+)(.*?)(?:   .*)?$`)
	readmeFlag    = regexp.MustCompile(`(?:^|[^-\w])(--[a-z][a-z-]*|-[a-z])\b`)
	readmeExit    = regexp.MustCompile(`(?m)^\| (\d+) \| (.*) \|$`)
)

// The READMEs name every command with the files it takes, no flag that there is not, and the exit codes in the program's own words.
func TestReadme(t *testing.T) {
	for lang, name := range map[string]string{"en": "README.md", "zh": "README.zh-CN.md"} {
		text := string(readFile(t, "../../"+name))
		var named []string
		for _, m := range readmeCommand.FindAllStringSubmatch(text, -1) {
			cmd, err := find(m[1])
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			named = append(named, cmd.name)
			if got, _, _ := strings.Cut(strings.TrimSpace(m[2]), " "); got != cmd.args && !strings.HasPrefix(got, "[") {
				t.Errorf("%s: banxin %s %s, want %s", name, cmd.name, got, cmd.args)
			}
		}
		for _, cmd := range commands() {
			if !slices.Contains(named, cmd.name) {
				t.Errorf("%s does not name banxin %s", name, cmd.name)
			}
		}
		for _, m := range readmeFlag.FindAllStringSubmatch(text, -1) {
			if !slices.ContainsFunc(allOptions(), func(o option) bool { return dashed(o.name) == m[1] }) {
				t.Errorf("%s: there is no flag %s", name, m[1])
			}
		}
		var codes []string
		for _, m := range readmeExit.FindAllStringSubmatch(text, -1) {
			codes = append(codes, m[1]+" "+m[2])
		}
		var want []string
		for _, e := range exits {
			want = append(want, strconv.Itoa(e.code)+" "+e.text.in(lang))
		}
		if !slices.Equal(codes, want) {
			t.Errorf("%s: exit codes %q, want %q", name, codes, want)
		}
	}
}
