// Package docxread reads back what a DOCX carries and shows: the data in its custom XML part, and its text and tables, also
// after Word, WPS or LibreOffice have saved the file again.
//
// It trusts nothing: the parts it unpacks are bounded, and no input makes it panic (see FuzzOpen). What is shown is what a
// reader sees: deletions that are only marked, hidden text and field codes are left out, marked insertions are not.
package docxread

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// What can be wrong with a file as a whole.
var (
	ErrNotDOCX  = errors.New("docxread: not a DOCX file")
	ErrDamaged  = errors.New("docxread: the DOCX file is damaged")
	ErrTooLarge = errors.New("docxread: the DOCX file holds more than is read")
)

// The bounds. The document part of a table of 20,000 rows has 60 MB.
const (
	maxEntries = 10_000
	maxPart    = 256 << 20 // of one part, unpacked
	maxStore   = 64 << 20  // of the part with the data
	maxItems   = 100       // custom XML parts that are looked at
)

// File is a DOCX file.
type File struct {
	zip  *zip.Reader
	main string // name of the document part
}

// Open finds the document part of a file.
func Open(data []byte) (*File, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, ErrNotDOCX
	}
	if len(z.File) > maxEntries {
		return nil, ErrTooLarge
	}
	f := &File{zip: z}
	rels, err := f.part("_rels/.rels", maxStore)
	if err != nil {
		return nil, ErrNotDOCX
	}
	f.main, err = target(rels, "/officeDocument")
	if err != nil {
		return nil, err
	}
	if f.main == "" || f.entry(f.main) == nil {
		return nil, ErrNotDOCX
	}
	return f, nil
}

// target gives the part that the first relationship of a kind leads to.
func target(rels []byte, kind string) (string, error) {
	var list struct {
		Relationship []struct {
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		}
	}
	if err := xml.Unmarshal(rels, &list); err != nil {
		return "", ErrDamaged
	}
	for _, r := range list.Relationship {
		if strings.HasSuffix(r.Type, kind) {
			return strings.TrimPrefix(path.Clean(r.Target), "/"), nil
		}
	}
	return "", nil
}

func (f *File) entry(name string) *zip.File {
	for _, e := range f.zip.File {
		if strings.EqualFold(e.Name, name) {
			return e
		}
	}
	return nil
}

// part unpacks a part of at most so many bytes. What its head says of its size is not believed.
func (f *File) part(name string, most int64) ([]byte, error) {
	e := f.entry(name)
	if e == nil {
		return nil, ErrDamaged
	}
	r, err := e.Open()
	if err != nil {
		return nil, ErrDamaged
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	switch {
	case err != nil:
		return nil, ErrDamaged
	case int64(len(data)) > most:
		return nil, ErrTooLarge
	}
	return data, nil
}
