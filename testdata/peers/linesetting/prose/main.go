// Command prose prints the long strings of JSON files, each once and on a line of its own: the paragraphs of reports.
//
//	prose report.json ...
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
	"unicode/utf8"
)

// shortest is how many characters a paragraph has that is worth measuring: more than two lines.
const shortest = 61

func main() {
	log.SetFlags(0)
	seen := map[string]bool{}
	for _, name := range os.Args[1:] {
		f, err := os.Open(name)
		if err != nil {
			log.Fatal(err)
		}
		err = paragraphs(f, func(s string) {
			if !seen[s] {
				seen[s] = true
				fmt.Println(s)
			}
		})
		f.Close()
		if err != nil {
			log.Fatalf("%s: %v", name, err)
		}
	}
}

func paragraphs(r io.Reader, each func(string)) error {
	d := json.NewDecoder(r)
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if s, ok := token.(string); ok && utf8.RuneCountInString(s) >= shortest && !strings.Contains(s, "\n") {
			each(s)
		}
	}
}
