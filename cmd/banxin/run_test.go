package main

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Each exit code, and each message in both languages.
func TestExitCodes(t *testing.T) {
	dir := t.TempDir()
	file := writeFile(t, dir, "file", nil)
	rare := writeFile(t, dir, "rare.json", seedWith(t, "为指导", "为𲎯指导")) // U+323AF, the last character of extension H
	empty := filepath.Join(dir, "empty")
	if err := os.Mkdir(empty, 0o777); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args   string
		code   int
		zh, en string // a part of what stands on stderr
	}{
		{"build " + seed + " -o DIR", 0, "", ""},
		{"check " + seed, 0, "", ""},
		{"schema", 0, "", ""},
		{"fonts", 0, "", ""},
		{"version", 0, "", ""},
		{"help", 0, "", ""},
		{"--version", 0, "", ""},
		{"build -h", 0, "", ""},

		{"build " + reports + "bad-sums.json -o DIR", 1, "应为自然人和五类法人或其他组织之和 12，实为 13 [sum.row]", "should be the sum of all kinds of applicants, 12, is 13 [sum.row]"},
		{"check " + reports + "bad-sums.json", 1, "个错误", "errors: "},
		{"build " + reports + "bad-fields.json -o DIR", 1, "bad-fields.json:3:3: 错误：yaer：没有“yaer”这个字段，是否为“year”？", "did you mean \"year\"?"},
		{"check " + reports + "bad-syntax.json", 1, "JSON 格式错误", "not JSON"},

		{"", 2, "没有给出命令", "no command given"},
		{"--quiet", 2, "没有给出命令", "no command given"},
		{"buidl x", 2, "没有“buidl”这个命令，是否为“build”？", "there is no command \"buidl\"; did you mean \"build\"?"},
		{"zzzzzz", 2, "没有“zzzzzz”这个命令；用法见", "there is no command \"zzzzzz\"; see banxin help"},
		{"help chekc", 2, "是否为“check”？", "did you mean \"check\"?"},
		{"build", 2, "banxin build 缺少报告文件", "banxin build needs a report"},
		{"verify a.pdf b.pdf", 2, "多余的参数“b.pdf”", "no use for the argument \"b.pdf\""},
		{"build a/x.json b/x.json -o DIR", 2, "a/x.json 和 b/x.json 都会生成", "a/x.json and b/x.json would both be built to"},
		{"build a.json b.json --last-year c.json", 2, "只能与一份报告同用", "goes with a single report"},
		{"build " + seed + " -o -", 2, "-o - 向标准输出写一个文件", "-o - writes one file to the standard output"},
		{"build " + seed + " a.json -o - --to pdf", 2, "-o - 向标准输出写一个文件", "-o - writes one file to the standard output"},
		{"build " + seed + " -o - --to pdf --diag json", 2, "-o - 向标准输出写一个文件", "-o - writes one file to the standard output"},
		{"schema x", 2, "多余的参数“x”", "no use for the argument \"x\""},
		{"build a.json --lenien", 2, "没有“--lenien”这个选项，是否为“--lenient”？", "there is no flag \"--lenien\"; did you mean \"--lenient\"?"},
		{"build a.json --xyzzy", 2, "没有“--xyzzy”这个选项；用法见", "there is no flag \"--xyzzy\"; see"},
		{"check a.json -o x", 2, "没有“-o”这个选项", "there is no flag \"-o\""},
		{"build a.json -o", 2, "选项 -o 缺少取值", "the flag -o needs a value"},
		{"build a.json --to odt", 2, "选项 --to 的取值“odt”不对，可用的有：pdf, docx", "the flag --to cannot be \"odt\"; there are: pdf, docx"},
		{"check a.json --diag=xml", 2, "可用的有：text, json", "there are: text, json"},
		{"check a.json --lenient=maybe", 2, "可用的有：true, false", "there are: true, false"},
		{"fonts --lang fr", 2, "可用的有：zh, en", "there are: zh, en"},
		{"fonts --text \xFF", 2, "不是 UTF-8", "is not UTF-8"},
		{"check - --last-year -", 2, "只能读取一次", "only one report can come from the standard input"},
		{"build - -", 2, "只能读取一次", "only one report can come from the standard input"},

		{"build --strict " + seed + " -o DIR", 3, "[format.old]", "[format.old]"},
		{"check --strict " + seed, 3, "个警告", "warnings: 3"},
		{"build --strict " + reports + "bad-sums.json -o DIR", 1, "[sum.row]", "[sum.row]"},

		{"build " + rare + " -o DIR", 4, "没有字体含有“𲎯”（U+323AF）", "no font has 𲎯 (U+323AF)"},
		{"check " + rare, 4, "[font.missing]", "[font.missing]"},
		{"fonts --text 政𲎯", 4, "没有字体含有：𲎯 U+323AF", "no font has: 𲎯 U+323AF"},
		{"fonts --font-dir " + empty, 4, "没有可用的字体", "has no font that can be used"},

		{"build none.json -o DIR", 5, "none.json：没有这个文件或目录", "none.json: no such file or folder"},
		{"check " + dir, 5, dir + "：是目录，不是文件", dir + ": is a folder, not a file"},
		{"check " + seed + " --last-year none.json", 5, "none.json：没有", "none.json: no such"},
		{"build " + seed + " -o " + file, 5, "不是目录", "not a folder"},
		{"build " + seed + " --font-dir none -o DIR", 5, "没有这个文件或目录", "no such file or folder"},
	} {
		for lang, want := range map[string]string{"zh": c.zh, "en": c.en} {
			out := filepath.Join(t.TempDir(), "out")
			args := strings.Fields(strings.ReplaceAll(c.args, "DIR", out))
			got := banxinIn(context.Background(), strings.NewReader(""), lang, args...)
			if got.code != c.code || !strings.Contains(got.stderr, want) {
				t.Errorf("banxin %s: exit code %d, want %d; stderr %q, want %q", c.args, got.code, c.code, got.stderr, want)
			}
			if made, err := os.Stat(out); got.code != 0 && err == nil {
				t.Errorf("banxin %s left %s behind", c.args, made.Name())
			}
		}
	}
}

func TestUsageText(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		golden(t, "usage."+lang+".txt", banxin("help", "--lang", lang).stdout)
		golden(t, "build."+lang+".txt", banxin("help", "build", "--lang="+lang).stdout)
	}
	if banxin("--help").stdout != banxin("help").stdout || banxin("build", "-h").stdout != banxin("help", "build").stdout {
		t.Error("help and --help differ")
	}
}

func TestLanguage(t *testing.T) {
	for _, c := range []struct {
		args string
		env  map[string]string
		want string
	}{
		{"", nil, "en"},
		{"", map[string]string{"LANG": "zh_CN.UTF-8"}, "zh"},
		{"", map[string]string{"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"},
		{"", map[string]string{"LC_ALL": "C", "LC_MESSAGES": "zh_CN", "LANG": "zh_CN"}, "en"},
		{"", map[string]string{"LC_ALL": "zh-Hans", "LANG": "C"}, "zh"},
		{"build --lang zh x.json", map[string]string{"LC_ALL": "C"}, "zh"},
		{"--lang=en build", map[string]string{"LC_ALL": "zh_CN"}, "en"},
		{"build -- --lang=en", map[string]string{"LC_ALL": "zh_CN"}, "zh"},
		{"build --lang", map[string]string{"LC_ALL": "zh_CN"}, "zh"},
	} {
		got := language(strings.Fields(c.args), func(name string) string { return c.env[name] })
		if got != c.want {
			t.Errorf("%q with %v: %s, want %s", c.args, c.env, got, c.want)
		}
	}
}

// Flags may stand anywhere, and in all forms of package flag.
func TestFlagsAnywhere(t *testing.T) {
	for _, form := range []string{
		"build FILE -o DIR --to pdf", "build -o DIR --to=pdf FILE", "build --to pdf FILE -o=DIR", "build -o DIR -to pdf -- FILE",
		"-o DIR build FILE --to pdf,pdf", "--quiet --to pdf build -o DIR FILE",
	} {
		dir := t.TempDir()
		form = strings.NewReplacer("FILE", seed, "DIR", dir).Replace(form)
		got := banxin(strings.Fields(form)...)
		if got.code != 0 || listing(t, dir) != "erqi-2022.pdf" {
			t.Errorf("%s: %+v, files %q", form, got, listing(t, dir))
		}
	}
}

func TestNearest(t *testing.T) {
	words := []string{"build", "check", "schema", "fonts", "version", "help", "o", "to"}
	for name, want := range map[string]string{
		"buidl": "build", "biuld": "build", "chek": "check", "font": "fonts", "scheme": "schema", "vers": "version", "tto": "to",
		"print": "", "": "", "x": "", strings.Repeat("b", 100): "",
	} {
		if got := nearest(name, words); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func TestSchemaAndVersion(t *testing.T) {
	if got := banxin("schema").stdout; !strings.HasPrefix(got, "{") || !strings.Contains(got, "json-schema.org/draft/2020-12") {
		t.Errorf("schema begins with %.80q", got)
	}
	if got := banxin("schema", "--kind", "document").stdout; !strings.Contains(got, "document.schema.json") {
		t.Errorf("schema of documents begins with %.80q", got)
	}
	if got := banxin("version").stdout; !strings.HasPrefix(got, "banxin ") || !strings.Contains(got, " go1.") {
		t.Errorf("version: %q", got)
	}
}

var errPipe = errors.New("broken pipe")

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errPipe }

func TestStdoutFails(t *testing.T) {
	for _, args := range []string{"schema", "fonts", "fonts --text 版心", "version", "help", "check --diag json " + seed, "build " + seed + " -o DIR", "build --to pdf -o - " + seed, "build " + seed + " " + reports + "city-2024.json -o DIR"} {
		env := environment{strings.NewReader(""), brokenPipe{}, io.Discard, func(string) string { return "" }}
		args = strings.ReplaceAll(args, "DIR", t.TempDir())
		if code := run(context.Background(), strings.Fields(args), env); code != exitIO {
			t.Errorf("%s: exit code %d, want %d", args, code, exitIO)
		}
	}
}
