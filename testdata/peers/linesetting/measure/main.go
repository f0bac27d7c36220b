// Command measure prints the line setting of PDFs that hold the paragraphs of a text file, one a line: a table, and the lines that
// break a rule.
//
//	measure paragraphs.txt FILE.pdf ...
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/banxin-go/banxin/testdata/peers/linesetting"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) < 3 {
		log.Fatal("usage: measure paragraphs.txt FILE.pdf ...")
	}
	want, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(linesetting.Head)
	var broken strings.Builder
	for _, file := range os.Args[2:] {
		glyphs, err := linesetting.ReadPDF(file)
		if err != nil {
			log.Fatal(err)
		}
		r, name := linesetting.Measure(glyphs), strings.TrimSuffix(filepath.Base(file), ".pdf")
		fmt.Print(r.Row(name, r.Compare(string(want))))
		for _, v := range r.Violations {
			fmt.Fprintf(&broken, "%s, line %d: %s: %s\n", name, v.Line, v.Rule, v.Text)
		}
	}
	if broken.Len() > 0 {
		fmt.Print("\n" + broken.String())
	}
}
