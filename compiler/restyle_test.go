package compiler

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/docx/docxtest"
	"github.com/banxin-go/banxin/layout/unit"
)

// A clerk who makes the text smaller in Word changes one style: LibreOffice then shows every character of the text in the new
// size, and no other (those of tables come and go, with their heads on more pages or fewer).
func TestChangedStyleReachesAllText(t *testing.T) {
	needs(t, "soffice", "mutool", "bash", "fc-scan")
	out, dir := parityReport(t, "city-2024", nil), t.TempDir()
	file := writtenDOCX(t, out)
	smaller := rezip(t, file, "word/styles.xml", func(s string) string {
		i := strings.Index(s, `w:styleId="Normal"`)
		return s[:i] + strings.Replace(s[i:], `<w:sz w:val="32"/>`, `<w:sz w:val="27"/>`, 1)
	})
	for name, data := range map[string][]byte{"before": file, "after": smaller} {
		data, err := docxtest.ForLibreOffice(data) // or a mark hangs in the margin, among the running lines
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name+".docx"), data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	libreOffice(t, dir)
	const old, now = 16 * unit.Pt, 27 * unit.Pt / 2
	before, after := sizes(t, filepath.Join(dir, "before.pdf"), out), sizes(t, filepath.Join(dir, "after.pdf"), out)
	want := len([]rune(visible(normalText(t, file))))
	if got := after[now]; want == 0 || got != want || before[old]-after[old] != want {
		t.Errorf("%d characters of the text have the new size, %d have lost the old one, want %d", got, before[old]-after[old], want)
	}
}

// sizes counts the characters of a PDF by their size, to a tenth of a point.
func sizes(t *testing.T, path string, out *Output) map[unit.Length]int {
	t.Helper()
	p, err := theirs(path, shapesOf(out.Doc))
	if err != nil {
		t.Fatal(err)
	}
	n := map[unit.Length]int{}
	for _, s := range p.spots {
		n[unit.Length(s.size.Round(unit.Pt/10))*unit.Pt/10]++
	}
	return n
}

// normalText is the text of the paragraphs that have no style but the default one, or one derived from it that says where they stand.
func normalText(t *testing.T, file []byte) string {
	t.Helper()
	parts, err := docxtest.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	roots := map[string]*docxtest.Node{}
	for _, p := range parts {
		roots[p.Name] = p.Root
	}
	var text strings.Builder
	for _, n := range docxtest.Placed(roots["word/document.xml"], roots["word/styles.xml"]).All("w:p") {
		if n.First("w:pPr/w:pStyle") != nil {
			continue
		}
		for _, piece := range n.All("w:t") {
			text.WriteString(piece.Kids[0].Text)
		}
	}
	return text.String()
}
