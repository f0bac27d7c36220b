package compiler

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The tables of what is obeyed name the tests that show it. A test that has got another name is found here.
func TestConformanceNamesTests(t *testing.T) {
	var tests bytes.Buffer
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		data, err := os.ReadFile(path)
		tests.Write(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	name := regexp.MustCompile(`\b(Test|Fuzz)[A-Z]\w*`)
	for _, table := range []string{"docx/CONFORMANCE.md", "pdf/CONFORMANCE.md"} {
		text, err := os.ReadFile(table)
		if err != nil {
			t.Fatal(err)
		}
		for _, test := range name.FindAllString(string(text), -1) {
			if !bytes.Contains(tests.Bytes(), []byte("func "+test+"(")) {
				t.Errorf("%s: there is no %s", table, test)
			}
		}
	}
}
