package compiler

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// readmes are the two READMEs of the module, English and Chinese.
func readmes(t *testing.T) (en, zh string) {
	t.Helper()
	read := func(name string) string {
		data, err := os.ReadFile(filepath.Join("..", name))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	return read("README.md"), read("README.zh-CN.md")
}

var (
	readmeHeading = regexp.MustCompile(`(?m)^#+ `)
	readmeLink    = regexp.MustCompile(`\]\(([^)]+)\)`)
	readmeCode    = regexp.MustCompile("`[^`\n]+`")
	readmeBlock   = regexp.MustCompile("(?s)```go\n(.*?)```")
	readmeComment = regexp.MustCompile(`(?m)\s*//.*$`)
	readmeCommand = regexp.MustCompile(`(?m)^    (\S.*?)(?:  .*)?$`)
	readmeRow     = regexp.MustCompile(`(?m)^\| ([^|]+) \|`)
	readmeFigure  = regexp.MustCompile(`[0-9]+(?:\.[0-9]+)?`)
)

// The twins say the same: headings, links, names of code, programs, commands, rows of tables and figures, in the same order where
// the languages have one.
func TestReadmeTwins(t *testing.T) {
	en, zh := readmes(t)
	for _, c := range []struct {
		name   string
		find   func(string) []string
		sorted bool // the languages order sentences differently
	}{
		{"headings", func(s string) []string { return readmeHeading.FindAllString(readmeBlock.ReplaceAllString(s, ""), -1) }, false},
		{"links", func(s string) []string { return submatches(readmeLink, s)[1:] }, false}, // the first leads to the twin
		{"names", func(s string) []string { return readmeCode.FindAllString(readmeBlock.ReplaceAllString(s, ""), -1) }, true},
		{"programs", func(s string) []string { return submatches(readmeBlock, s) }, false},
		{"commands", func(s string) []string { return submatches(readmeCommand, readmeBlock.ReplaceAllString(s, "")) }, false},
		{"figures", func(s string) []string { return readmeFigure.FindAllString(readmeBlock.ReplaceAllString(s, ""), -1) }, true},
		{"rows", func(s string) []string { return make([]string, len(readmeRow.FindAllString(s, -1))) }, false},
	} {
		mine, theirs := c.find(en), c.find(zh)
		for i := range mine {
			mine[i] = readmeComment.ReplaceAllString(mine[i], "")
		}
		for i := range theirs {
			theirs[i] = readmeComment.ReplaceAllString(theirs[i], "")
		}
		if c.sorted {
			slices.Sort(mine)
			slices.Sort(theirs)
		}
		if !slices.Equal(mine, theirs) {
			t.Errorf("%s:\nEnglish %q\nChinese %q", c.name, mine, theirs)
		}
	}
}

func submatches(re *regexp.Regexp, s string) (out []string) {
	for _, m := range re.FindAllStringSubmatch(s, -1) {
		out = append(out, m[1])
	}
	return out
}

// Every file that a README names is there.
func TestReadmeLinks(t *testing.T) {
	en, zh := readmes(t)
	for _, link := range append(submatches(readmeLink, en), submatches(readmeLink, zh)...) {
		if strings.HasPrefix(link, "https://") {
			continue
		}
		if _, err := os.Stat(filepath.Join("..", link)); err != nil {
			t.Error(err)
		}
	}
}

// The programs of the READMEs are those that tests run, letter by letter, and the report of one's own is as short as is said.
func TestReadmePrograms(t *testing.T) {
	en, _ := readmes(t)
	var tested strings.Builder
	for _, name := range []string{"example_own_test.go", "readme_program_test.go"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		tested.Write(data)
	}
	plain := func(s string) string { return strings.Join(strings.Fields(readmeComment.ReplaceAllString(s, "")), " ") }
	have := plain(tested.String())
	for _, program := range submatches(readmeBlock, en) {
		if !strings.Contains(have, plain(program)) {
			t.Errorf("no test has this program:\n%s", program)
		}
		if n := strings.Count(program, "\n"); n >= 40 {
			t.Errorf("%d lines, should be fewer than 40:\n%s", n, program)
		}
	}
}
