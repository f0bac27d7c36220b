package docxtest

import (
	"archive/zip"
	"bytes"
	"strings"
)

// ForLibreOffice gives a copy whose w:overflowPunct is turned round. LibreOffice 7.4 reads 0, no punctuation beyond the
// margin, as 1 and 1 as 0; so that its lines can be compared with the PDF's, it has to be told the opposite of what Word is.
func ForLibreOffice(file []byte) ([]byte, error) {
	parts, err := Open(file)
	if err != nil {
		return nil, err
	}
	turn := strings.NewReplacer(`<w:overflowPunct w:val="0"/>`, `<w:overflowPunct/>`, `<w:overflowPunct/>`, `<w:overflowPunct w:val="0"/>`)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.Name, Method: zip.Deflate})
		if err != nil {
			return nil, err
		}
		if p.Name == "word/styles.xml" {
			p.Data = []byte(turn.Replace(string(p.Data)))
		}
		if _, err := w.Write(p.Data); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
