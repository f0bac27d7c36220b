package bundled_test

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/fonts/bundled"
)

// table reads 通用规范汉字表.
func table(t testing.TB) []rune {
	t.Helper()
	b, err := os.ReadFile("make/tgh-8105.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []rune
	for line := range strings.Lines(string(b)) {
		if !strings.HasPrefix(line, "#") {
			out = append(out, []rune(strings.TrimSpace(line))...)
		}
	}
	return out
}

func set(t testing.TB) *fonts.Set {
	t.Helper()
	s, err := bundled.Set()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// All 8,105 characters, 196 of them beyond U+FFFF, are served for each role, and by the role's own face.
func TestTable(t *testing.T) {
	chars := table(t)
	beyond := 0
	for _, r := range chars {
		if r > 0xFFFF {
			beyond++
		}
	}
	if len(chars) != 8105 || beyond != 196 {
		t.Fatalf("the table has %d characters, %d beyond the BMP; want 8105 and 196", len(chars), beyond)
	}
	s := set(t)
	for _, role := range fonts.Roles() {
		for _, bold := range []bool{false, true} {
			runs, err := s.Shape(string(chars), fonts.Want{Role: role, Bold: bold})
			if err != nil {
				t.Errorf("%s: %v", role, err)
				continue
			}
			if len(runs) != 1 {
				t.Errorf("%s bold=%v: %d runs, want 1", role, bold, len(runs))
			}
			for _, g := range runs[0].Glyphs {
				if g.Advance != runs[0].Face.UnitsPerEm {
					t.Fatalf("%s: glyph %d is %d wide, want one em", role, g.ID, g.Advance)
				}
			}
		}
	}
}

// Each Chinese mark is one em wide in every Han face, and halt and vhal take half an em from it, on the side without ink:
//
//	|  （|  halt: -500 before     |、  |  halt: -500 behind     | · |  halt: -250 on both sides
func TestHalves(t *testing.T) {
	s := set(t)
	for _, role := range fonts.Roles() {
		for _, c := range []struct {
			char   string
			before int32 // what halt takes before the ink, in thousandths of an em
		}{{"（", 500}, {"“", 500}, {"、", 0}, {"。", 0}, {"”", 0}, {"》", 0}, {"·", 250}} {
			for _, vertical := range []bool{false, true} {
				runs, err := s.Shape(c.char, fonts.Want{Role: role, Vertical: vertical})
				if err != nil {
					t.Fatal(err)
				}
				f, g := runs[0].Face, runs[0].Glyphs[0]
				want, feature := fonts.Adjust{DX: -c.before, Advance: -500}, "halt"
				if vertical {
					want, feature = fonts.Adjust{DY: c.before, Advance: -500}, "vhal"
				}
				if got, _ := f.AdjustBy(g.ID, feature); g.Advance != 1000 || got != want {
					t.Errorf("%s %s %s: advance %d, %+v, want 1000, %+v", role, c.char, feature, g.Advance, got, want)
				}
			}
		}
	}
}

// The README's table names the files by what they hold.
func TestProvenance(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("*.ttf")
	if err != nil || len(files) != 7 {
		t.Fatalf("%d faces, want 7 (%v)", len(files), err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if sum := fmt.Sprintf("%x", sha256.Sum256(data))[:16]; !strings.Contains(string(readme), sum) {
			t.Errorf("%s has SHA-256 %s…, which README.md does not name", name, sum)
		}
	}
}
