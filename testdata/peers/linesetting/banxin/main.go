// Command banxin sets the paragraphs of a text file, one a line, with banxin.
//
//	banxin FONT.ttf paragraphs.txt OUT.pdf
package main

import (
	"bytes"
	"context"
	"log"
	"os"
	"strings"

	"github.com/banxin-go/banxin/compiler"
	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/report"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 4 {
		log.Fatal("usage: banxin FONT.ttf paragraphs.txt OUT.pdf")
	}
	if err := run(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		log.Fatal(err)
	}
}

func run(font, input, output string) error {
	text, err := os.ReadFile(input)
	if err != nil {
		return err
	}
	set, err := oneFace(font)
	if err != nil {
		return err
	}
	out, err := compiler.Compile(context.Background(), paragraphs(string(text)), &compiler.Options{Fonts: set, Sheet: sheet()})
	if err != nil {
		return err
	}
	var pdf bytes.Buffer
	if err := out.WritePDF(&pdf, nil); err != nil {
		return err
	}
	return os.WriteFile(output, pdf.Bytes(), 0o644)
}

// sheet is the default one on a column of 28 characters of exactly 16 pt: GB/T 9704-2012 has 156 mm, which is 442 pt.
func sheet() *doc.Sheet {
	s := doc.GB9704()
	s.Page.Right = s.Page.Size.W - s.Page.Left - 448*unit.Pt
	return s
}

// oneFace serves every role, letters and figures included, with one face: what the other programs are given.
func oneFace(name string) (*fonts.Set, error) {
	faces, err := fonts.ParseFile(name)
	if err != nil {
		return nil, err
	}
	all := fonts.Fallback{Han: faces, Latin: faces}
	roles := map[fonts.Role]fonts.Fallback{}
	for _, role := range []fonts.Role{fonts.Song, fonts.FangSong, fonts.Hei, fonts.Kai, fonts.XiaoBiaoSong} {
		roles[role] = all
	}
	return fonts.NewSet(fonts.Config{Roles: roles})
}

// paragraphs is a report of body text alone.
type paragraphs string

func (paragraphs) Check() report.Problems { return nil }

func (p paragraphs) Document() *doc.Document {
	var blocks []doc.Block
	for _, line := range strings.Split(strings.TrimSpace(string(p)), "\n") {
		blocks = append(blocks, &doc.Paragraph{Text: []doc.Span{{Text: line}}})
	}
	return &doc.Document{Meta: doc.Meta{Title: "段落"}, Sections: []doc.Section{{Blocks: blocks}}}
}
