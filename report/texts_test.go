package report

import (
	"go/ast"
	goparser "go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var verb = regexp.MustCompile(`%(?:\[(\d+)\])?([a-zA-Z])`)

// verbs gives the verb of each argument of a text: "1:q 2:d". %s and %q take the same arguments.
func verbs(text string) string {
	var out []string
	next := 1
	for _, m := range verb.FindAllStringSubmatch(text, -1) {
		if n, err := strconv.Atoi(m[1]); err == nil {
			next = n
		}
		out = append(out, strconv.Itoa(next)+":"+strings.Replace(m[2], "q", "s", 1))
		next++
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), " ")
}

func TestTexts(t *testing.T) {
	seen := map[Code]bool{}
	for _, list := range [][]entry{checkTexts, inputTexts, textTexts, laterTexts, pdfTexts, verifyTexts, parityTexts} {
		for _, e := range list {
			if seen[e.code] {
				t.Errorf("%s stands twice", e.code)
			}
			seen[e.code] = true
			if e.zh == "" || e.en == "" {
				t.Errorf("%s lacks a text", e.code)
			}
			if verbs(e.zh) != verbs(e.en) {
				t.Errorf("%s: %s in Chinese, %s in English", e.code, verbs(e.zh), verbs(e.en))
			}
		}
	}
}

// Every code that this package uses has texts, and every text of its own is used.
func TestTextsAreUsed(t *testing.T) {
	literals := stringLiterals(t)
	for _, list := range [][]entry{checkTexts, inputTexts, textTexts} {
		for _, e := range list {
			if !literals[string(e.code)] {
				t.Errorf("%s is not used", e.code)
			}
		}
	}
	areas := map[string]bool{}
	for code := range entries {
		area, _, _ := strings.Cut(string(code), ".")
		areas[area] = true
	}
	for s := range literals {
		area, rest, ok := strings.Cut(s, ".")
		if _, known := entries[Code(s)]; ok && areas[area] && !known && !strings.ContainsAny(rest, ".* ") {
			t.Errorf("%s has no texts", s)
		}
	}
}

// stringLiterals are those of the package's source, but for the table of texts and the tests.
func stringLiterals(t *testing.T) map[string]bool {
	t.Helper()
	files, _ := filepath.Glob("*.go")
	out := map[string]bool{}
	for _, name := range files {
		if name == "texts.go" || strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := goparser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				s, _ := strconv.Unquote(lit.Value)
				out[s] = true
			}
			return true
		})
	}
	return out
}

// The words of every problem found in the bad reports fit their arguments; fmt marks what does not with %!.
func TestTextsTakeTheirArguments(t *testing.T) {
	for _, name := range []string{"bad-fields.txt", "bad-sums.txt", "bad-syntax.txt"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		if i := strings.Index(string(data), "%!"); i >= 0 {
			t.Errorf("%s: %s", name, data[max(0, i-80):i+20])
		}
	}
}

func TestUnknownCode(t *testing.T) {
	p := NewProblem(nil, "no.such", 3)
	if got := p.Text("zh"); got != "no.such3" && got != "no.such 3" {
		t.Error(got)
	}
}
