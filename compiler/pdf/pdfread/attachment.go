package pdfread

import (
	"crypto/md5"
	"errors"
)

// Attachment is a file that the document carries (ISO 32000-2 7.11.4, 14.13).
type Attachment struct {
	Name     string
	MIME     string
	Relation string // AFRelationship: Source, Data …; "" where the file does not say
	Data     []byte
}

// ErrChecksum: the attachment is not what was attached.
var ErrChecksum = errors.New("pdfread: the embedded file is damaged")

// maxAttachments bounds what is listed.
const maxAttachments = 1000

// Attachment gives the file of that name associated with the whole document; nil where there is none. Where a checksum stands
// beside it, the data must have it.
func (f *File) Attachment(name string) (*Attachment, error) {
	for i, o := range f.array(f.catalog().get("AF")) {
		spec := f.dict(o)
		file := f.text(spec.get("UF"))
		if file == "" {
			file = f.text(spec.get("F"))
		}
		if file == name && i < maxAttachments {
			return f.attachment(name, spec)
		}
	}
	return nil, nil
}

func (f *File) attachment(name string, spec dict) (*Attachment, error) {
	s, ok := f.resolve(f.dict(spec.get("EF")).get("F")).(*stream)
	if !ok {
		return nil, ErrDamaged
	}
	data, ok := f.decode(s)
	if !ok {
		return nil, ErrDamaged
	}
	params := f.dict(s.dict.get("Params"))
	if n, known := f.int(params.get("Size")); known && n != len(data) {
		return nil, ErrChecksum
	}
	sum := md5.Sum(data) // MD5 by ISO 32000-1 table 46: against accidents, not against people
	if want, known := f.resolve(params.get("CheckSum")).(str); known && string(want) != string(sum[:]) {
		return nil, ErrChecksum
	}
	return &Attachment{name, f.name(s.dict.get("Subtype")), f.name(spec.get("AFRelationship")), data}, nil
}
