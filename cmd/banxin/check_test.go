package main

import (
	"encoding/json"
	"testing"
)

func TestCheckJSON(t *testing.T) {
	type problem struct {
		Path, Code, Severity, File, Zh, En string
		Line, Col                          int
	}
	var list []problem
	got := banxin("check", reports+"bad-sums.json", "--diag", "json")
	if err := json.Unmarshal([]byte(got.stdout), &list); err != nil || got.code != 1 || got.stderr != "" {
		t.Fatalf("%v, exit code %d, stderr %q", err, got.code, got.stderr)
	}
	severities := map[string]int{}
	for _, p := range list {
		severities[p.Severity]++
		if p.Code == "" || p.Zh == "" || p.En == "" || p.Severity == "error" && (p.File != reports+"bad-sums.json" || p.Line == 0 || p.Col == 0) {
			t.Errorf("%+v", p)
		}
	}
	if severities["error"] == 0 || severities["warning"] == 0 {
		t.Errorf("severities: %v", severities)
	}
	if got := banxin("check", seed, "--diag", "json", "--quiet"); got.stdout != "[\n]\n" || got.code != 0 {
		t.Errorf("%+v", got)
	}
}

// check finds what only the layout, the fonts and the DOCX can tell, warnings too, and writes nothing.
func TestCheckIsBuild(t *testing.T) {
	for _, name := range []string{"erqi-2022", "city-2024", "bad-sums", "bad-fields", "bad-syntax", "rare-characters", "tables"} {
		file := reports + name + ".json"
		checked, built := banxin("check", file, "--diag", "json"), banxin("build", file, "--diag", "json", "-o", t.TempDir())
		if checked != built {
			t.Errorf("%s: check gives %+v, build %+v", name, checked, built)
		}
	}
}
