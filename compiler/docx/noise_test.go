package docx_test

import (
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/docx/docxtest"
)

// What Word leaves behind when somebody works is in no file: marks of revisions, of proofing and of where pages ended; nor are borders
// around pages.
func TestNoNoise(t *testing.T) {
	parts, err := docxtest.Open(build(t, everything(t), nil))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range parts {
		for _, word := range []string{"w:rsid", "w:proofErr", "w:lastRenderedPageBreak", "w:pgBorders", "w14:", "mc:"} {
			if p.Root != nil && strings.Contains(string(p.Data), word) {
				t.Errorf("%s holds %s", p.Name, word)
			}
		}
	}
}
