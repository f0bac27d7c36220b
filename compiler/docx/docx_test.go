package docx_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/docx"
	"github.com/banxin-go/banxin/layout/doc"
)

// build writes d and, when BANXIN_ARTIFACTS names a folder, leaves the file there for the judges that run over it.
func build(t *testing.T, d *doc.Document, o *docx.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := docx.Write(&b, d, o); err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("BANXIN_ARTIFACTS"); dir != "" {
		name := "docx-" + strings.NewReplacer("/", "-", "#", "-").Replace(t.Name()) + ".docx"
		if err := os.WriteFile(filepath.Join(dir, name), b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}

func TestSeed(t *testing.T) {
	build(t, seed(), &docx.Options{Pages: docx.PageNumbers{Count: 4}})
}
