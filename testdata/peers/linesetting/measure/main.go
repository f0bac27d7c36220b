// Command measure prints the line setting of PDFs that hold the paragraphs of a text file, one a line.
//
//	measure paragraphs.txt FILE.pdf ...
package main

import (
	"fmt"
	"log"
	"os"
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
	for _, name := range os.Args[2:] {
		glyphs, err := linesetting.ReadPDF(name)
		if err != nil {
			log.Fatal(err)
		}
		r := linesetting.Measure(glyphs)
		fmt.Printf("%s: %s", name, r)
		fmt.Printf("text: %s\n\n", compare(r.Text, strings.Join(strings.Fields(string(want)), "")))
	}
}

// compare says where two texts part.
func compare(got, want string) string {
	g, w := []rune(got), []rune(want)
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("differs at character %d: %q, not %q", i+1, string(g[i]), string(w[i]))
		}
	}
	if len(g) != len(w) {
		return fmt.Sprintf("%d characters, not %d", len(g), len(w))
	}
	return "complete"
}
