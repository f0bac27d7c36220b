package report

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the files in testdata")

// golden compares got with testdata/name, or writes it there.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if os.Getenv("CI") != "" {
			t.Fatal("-update in CI")
		}
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			t.Fatalf("%s differs from line %d on:\ngot  %s\nwant %s", file, i+1, line(g, i), line(w, i))
		}
	}
}

func line(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(end)"
}

// reports are the annual ones among the example reports.
func reports(t testing.TB) map[string][]byte {
	t.Helper()
	out := allReports(t)
	for name, data := range out {
		if kindIn(data) != KindAnnual {
			delete(out, name)
		}
	}
	return out
}

// kindIn gives the kind that an input says it is.
func kindIn(data []byte) string {
	var head struct{ Kind string }
	if json.Unmarshal(data, &head) != nil || head.Kind == "" {
		return KindAnnual
	}
	return head.Kind
}

// allReports are the example reports: file names without .json, and their bytes.
func allReports(t testing.TB) map[string][]byte {
	t.Helper()
	files, err := filepath.Glob("../testdata/reports/*.json")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d reports, %v", len(files), err)
	}
	out := map[string][]byte{}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out[strings.TrimSuffix(filepath.Base(f), ".json")] = data
	}
	return out
}

// load reads an example report that must be free of input errors.
func load(t testing.TB, name string) *Annual {
	t.Helper()
	a, ps := Decode(reports(t)[name], name+".json")
	if len(ps) > 0 {
		t.Fatalf("%s:\n%v", name, ps)
	}
	return a
}

// sound is a small report with nothing wrong: one application, answered.
func sound() *Annual {
	a := &Annual{
		Agency: "云州市统计局", Year: 2023,
		Overview: Prose{Paragraphs: []string{"2023年，新收政府信息公开申请1件，办结1件。"}},
		Problems: Prose{Paragraphs: []string{"解读形式较为单一。"}},
		Other:    Prose{Paragraphs: []string{"本年度未收取信息处理费。"}},
	}
	a.FillZeros()
	one := func(r *Applicants) { r.Person, r.Total = N(1), N(1) }
	one(&a.Applications.New)
	one(&a.Applications.Results.Public)
	one(&a.Applications.Results.Total)
	return a
}

// brief lists problems as "path code", a warning with a question mark.
func brief(ps Problems) string {
	var lines []string
	for _, p := range ps {
		s := p.Path.String() + " " + string(p.Code)
		if p.Warning {
			s += "?"
		}
		lines = append(lines, s)
	}
	return strings.Join(lines, "\n")
}

func valueOf(r Report) reflect.Value { return reflect.ValueOf(r).Elem() }
