package peers

import (
	"archive/zip"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const ourHeader, theirHeader = "郑州市二七区政务服务中心", "Unlicensed version of UniOffice"

// Save adds a header of its own and names it as the section's default header, red and bold. The section then names two
// default headers, which no consumer need accept (ISO/IEC 29500-1 17.10.5: one of each type); LibreOffice prints both.
func TestUniofficeAddsItsOwnHeader(t *testing.T) {
	dir := t.TempDir()
	program, file := filepath.Join(dir, "unlicensed"), filepath.Join(dir, "report.docx")
	run(t, "go", "build", "-o", program, "./unlicensed")
	run(t, program, file)

	headers := defaultHeaders(t, file)
	if len(headers) != 2 || !strings.Contains(headers[0], ourHeader) || !strings.Contains(headers[1], theirHeader) {
		t.Fatalf("default headers are %q; this peer was known to add one that says %q", headers, theirHeader)
	}
	if !strings.Contains(headers[1], `<w:color w:val="ff0000"/>`) {
		t.Errorf("the header is not red: %s", headers[1])
	}
}

// The same code inside "go test" keeps the header: a test suite does not see what its users will get.
func TestUniofficeHidesItFromTests(t *testing.T) {
	source := read(t, filepath.Join(moduleDir(t, "github.com/unidoc/unioffice"), "document", "document.go"))
	if !strings.Contains(source, `flag.Lookup("test.v") == nil`) {
		t.Error("Save no longer asks whether it runs under go test")
	}
}

func TestUniofficeLicence(t *testing.T) {
	dir := moduleDir(t, "github.com/unidoc/unioffice")
	if !strings.Contains(read(t, filepath.Join(dir, "LICENSE.md")), "AGPL") {
		t.Error("LICENSE.md no longer names the AGPL")
	}
	if !strings.Contains(read(t, filepath.Join(dir, "LICENSE.AGPL")), "Affero General Public License, Version 3") {
		t.Error("LICENSE.AGPL is not the AGPL, version 3")
	}
}

// defaultHeaders returns the parts that the last section names as its default header.
func defaultHeaders(t *testing.T, file string) []string {
	t.Helper()
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	rels := part(t, z, "word/_rels/document.xml.rels")
	reference := regexp.MustCompile(`<w:headerReference w:type="default" r:id="([^"]+)"`)
	var headers []string
	for _, m := range reference.FindAllStringSubmatch(part(t, z, "word/document.xml"), -1) {
		rel := find(t, rels, `(<Relationship [^>]*Id="`+m[1]+`"[^>]*>)`)
		headers = append(headers, part(t, z, "word/"+find(t, rel, `Target="([^"]+)"`)))
	}
	return headers
}

func part(t *testing.T, z *zip.ReadCloser, name string) string {
	t.Helper()
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	b, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func find(t *testing.T, text, pattern string) string {
	t.Helper()
	m := regexp.MustCompile(pattern).FindStringSubmatch(text)
	if m == nil {
		t.Fatalf("no %s in %s", pattern, text)
	}
	return m[1]
}

func moduleDir(t *testing.T, module string) string {
	t.Helper()
	return strings.TrimSpace(run(t, "go", "list", "-m", "-f", "{{.Dir}}", module))
}

func run(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

func read(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
