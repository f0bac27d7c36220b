// Package pdfcheck reads the PDF files that package pdf writes, and checks them. Only tests use it.
//
// It shares no code with the writer: it starts from the bytes. Tags dumps the structure tree as text for goldens; Text gives
// the text in the order of the tags; Check reports everything that it holds to be wrong. Its rules are those of PDF/A-2a and
// PDF/UA-1 that no validator looks at (a font name that the resources lack, an MCID used twice, a Scope of an unknown name, a
// wrong tab order, boxes that are not nested), and most of those that validators do look at, so that a fault shows in go test
// and not only where a validator is installed.
//
// It is no reader for foreign files: it is stricter than PDF, knows only what our files have, and takes everything else for a
// fault.
package pdfcheck

import "fmt"

// Fault is one thing that is wrong in a file.
type Fault struct {
	Rule  string // a short name: "mcid", "parent-tree", "header-cell"
	Where string // "page 2", "object 17"
	What  string
}

func (f *Fault) Error() string { return fmt.Sprintf("%s: %s: %s", f.Rule, f.Where, f.What) }

// Check reports all faults of a file; none is nil.
func Check(data []byte) []error {
	f, err := Open(data)
	if err != nil {
		return []error{err}
	}
	c := &checker{File: f}
	for _, step := range []func(){c.file, c.objects, c.catalog, c.metadata, c.pages, c.fonts, c.structure, c.outline, c.labels} {
		step()
	}
	return c.faults
}

// checker collects the faults of one file.
type checker struct {
	*File
	faults []error
}

func (c *checker) fault(rule, where, format string, args ...any) {
	c.faults = append(c.faults, &Fault{rule, where, fmt.Sprintf(format, args...)})
}
