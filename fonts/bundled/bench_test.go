package bundled_test

import (
	"strings"
	"testing"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/fonts/bundled"
)

// BenchmarkShape shapes 1,000 characters of body text, warm.
func BenchmarkShape(b *testing.B) {
	s := set(b)
	sentence := "我区严格落实《中华人民共和国政府信息公开条例》，主动公开规范性文件；“放管服”改革走在前列。"
	han := string([]rune(strings.Repeat(sentence, 30))[:1000])
	latin := strings.Repeat("2022", 250)
	for name, c := range map[string]struct {
		text string
		want fonts.Want
	}{
		"han":      {han, fonts.Want{Role: fonts.FangSong}},
		"vertical": {han, fonts.Want{Role: fonts.FangSong, Vertical: true}},
		"latin":    {latin, fonts.Want{Role: fonts.FangSong, Latin: true}},
		"kern":     {latin, fonts.Want{Role: fonts.FangSong, Latin: true, Kern: true}},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			var runs []fonts.Run
			var p fonts.Shaper
			for b.Loop() {
				var err error
				p.Reset()
				if runs, err = p.Append(s, runs[:0], c.text, c.want); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkCold is what a process pays before its first line: parse all faces, make the set, shape a line in each role.
func BenchmarkCold(b *testing.B) {
	b.Run("parse", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := bundled.Faces(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("first lines", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			firstLines(b)
		}
	})
}

func firstLines(b *testing.B) {
	s := set(b)
	for _, role := range fonts.Roles() {
		for _, want := range []fonts.Want{{Role: role}, {Role: role, Latin: true}} {
			runs, err := s.Shape("（一）主动公开——“2022”", want)
			if err != nil {
				b.Fatal(err)
			}
			runs[0].Face.AdjustBy(runs[0].Glyphs[0].ID, "halt")
		}
	}
}
