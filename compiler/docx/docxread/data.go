package docxread

import (
	"encoding/base64"
	"encoding/xml"
	"path"
	"strings"
)

// Data is what a document carries.
type Data struct {
	Content []byte
	Printed string // the printed.Document.Hash of what the document showed when it was written
}

// Data gives the data in the custom XML part whose root stands in the namespace; nil where the document has none.
func (f *File) Data(namespace string) (*Data, error) {
	left := maxItems
	for _, e := range f.zip.File {
		name := strings.ToLower(e.Name)
		if left == 0 || path.Dir(name) != "customxml" || !strings.HasPrefix(path.Base(name), "item") || strings.HasPrefix(path.Base(name), "itemprops") {
			continue
		}
		left--
		content, err := f.part(e.Name, maxStore)
		if err != nil {
			return nil, err
		}
		if d, err := store(content, namespace); d != nil || err != nil {
			return d, err
		}
	}
	return nil, nil
}

// store reads a custom XML part; nil where it is another's.
func store(content []byte, namespace string) (*Data, error) {
	var root struct {
		XMLName  xml.Name
		Printed  string `xml:"printed,attr"`
		Encoding string `xml:"encoding,attr"`
		Text     string `xml:",chardata"`
	}
	if err := xml.Unmarshal(content, &root); err != nil || root.XMLName.Space != namespace {
		return nil, nil
	}
	d := &Data{Content: []byte(root.Text), Printed: root.Printed}
	if root.Encoding != "base64" {
		return d, nil
	}
	var err error
	if d.Content, err = base64.StdEncoding.DecodeString(strings.TrimSpace(root.Text)); err != nil {
		return nil, ErrDamaged
	}
	return d, nil
}
