package docxtest

import (
	"archive/zip"
	"bytes"
	"regexp"
	"strings"
)

// ForLibreOffice gives a copy in which LibreOffice 7.4 finds what Word finds in the file, so that its pages can be compared
// with the PDF's. It reads w:overflowPunct the wrong way round: 0, no punctuation beyond the margin, lets it hang. And it
// moves all text by half of what the character grid leaves of the type area, 0.4 pt down and 0.4 pt to the right, also where
// no paragraph keeps to the grid: the copy has no w:docGrid. Beside a field it leaves no gap between Han and Latin: the copy has
// the numbers of captions and references as text.
func ForLibreOffice(file []byte) ([]byte, error) {
	parts, err := Open(file)
	if err != nil {
		return nil, err
	}
	turn := strings.NewReplacer(`<w:overflowPunct w:val="0"/>`, `<w:overflowPunct/>`, `<w:overflowPunct/>`, `<w:overflowPunct w:val="0"/>`)
	fields := regexp.MustCompile(run(`<w:fldChar w:fldCharType="begin"/>`) + run(`<w:instrText xml:space="preserve"> (?:REF|SEQ) [^<]*</w:instrText>`) +
		run(`<w:fldChar w:fldCharType="separate"/>`) + `(.*?)` + run(`<w:fldChar w:fldCharType="end"/>`))
	grid := regexp.MustCompile(`<w:docGrid [^>]*/>`)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.Name, Method: zip.Deflate})
		if err != nil {
			return nil, err
		}
		switch p.Name {
		case "word/styles.xml":
			p.Data = []byte(turn.Replace(string(p.Data)))
		case "word/document.xml":
			p.Data = fields.ReplaceAll(grid.ReplaceAll(p.Data, nil), []byte("$1"))
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

func run(content string) string {
	return `<w:r>(?:<w:rPr><w:rStyle w:val="\w+"/></w:rPr>)?` + content + "</w:r>"
}
