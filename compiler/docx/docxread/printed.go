package docxread

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"

	"github.com/banxin-go/banxin/compiler/printed"
)

// Namespaces of WordprocessingML: Transitional, which everybody writes, and Strict.
const (
	nsTransitional  = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	nsStrict        = "http://purl.oclc.org/ooxml/wordprocessingml/main"
	nsCompatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
)

// maxNesting bounds how deep elements stand in each other.
const maxNesting = 400

// Printed gives what the document part shows. Headers and footers are no part of the document.
func (f *File) Printed() (printed.Document, error) {
	data, err := f.part(f.main, maxPart)
	if err != nil {
		return nil, err
	}
	r := &reader{xml: xml.NewDecoder(bytes.NewReader(data))}
	r.blocks(0)
	r.ended()
	if r.bad {
		return nil, ErrDamaged
	}
	return r.out, nil
}

// reader reads the document part element by element.
type reader struct {
	xml *xml.Decoder
	bad bool
	end bool
	out printed.Document
	// again says that the bookmark of a label that is shown again has been read.
	again bool
	// more says that the bookmark of a text that goes on has been read.
	more bool
	// cut says that the bookmark of a merged cell's first piece has been read.
	cut bool
	// open is the text of a paragraph whose end is marked as deleted: the next one goes on with it.
	open strings.Builder
}

// child reads up to the next element inside the current one, or gives false at its end. Text between elements means nothing.
func (r *reader) child() (xml.StartElement, bool) {
	for !r.bad && !r.end {
		token, err := r.xml.Token()
		if err != nil {
			r.bad = err != io.EOF
			r.end = true
			break
		}
		switch token := token.(type) {
		case xml.StartElement:
			return token, true
		case xml.EndElement:
			return xml.StartElement{}, false
		}
	}
	return xml.StartElement{}, false
}

// skip passes over the element just begun.
func (r *reader) skip() {
	if err := r.xml.Skip(); err != nil {
		r.bad = true
	}
}

// word gives the element's name in WordprocessingML; of other elements "".
func word(e xml.StartElement) string {
	if e.Name.Space == nsTransitional || e.Name.Space == nsStrict {
		return e.Name.Local
	}
	return ""
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// deleted are the elements whose content is not shown: it is marked as deleted or as moved from here. Fallback is the second
// form of what Choice shows.
func deleted(e xml.StartElement) bool {
	switch word(e) {
	case "del", "moveFrom", "sdtPr", "sdtEndPr", "sectPr", "pPrChange", "rPrChange", "tblPrChange", "tcPrChange", "trPrChange":
		return true
	}
	return e.Name.Space == nsCompatibility && e.Name.Local == "Fallback"
}

// blocks reads paragraphs and tables, whatever they are wrapped in.
func (r *reader) blocks(depth int) {
	for {
		e, ok := r.child()
		if !ok {
			return
		}
		switch {
		case depth > maxNesting || deleted(e):
			r.skip()
		case word(e) == "p":
			r.paragraph(depth + 1)
		case word(e) == "tbl":
			r.table(depth + 1)
		default:
			r.bookmark(e)
			r.blocks(depth + 1)
		}
	}
}

// bookmark looks at the name of an element, which may be a bookmark's.
func (r *reader) bookmark(e xml.StartElement) {
	if word(e) == "bookmarkStart" {
		r.again = r.again || strings.HasPrefix(attr(e, "name"), printed.Again)
		r.more = r.more || strings.HasPrefix(attr(e, "name"), printed.More)
		r.cut = r.cut || strings.HasPrefix(attr(e, "name"), printed.Cut)
	}
}

// paragraph reads a paragraph. Lines of a contents list are left out; text boxes in it come behind it.
func (r *reader) paragraph(depth int) {
	p := &text{reader: r}
	p.read(depth)
	if !p.contents {
		r.open.WriteString(p.out.String())
	}
	if !p.joined {
		r.ended()
	}
	r.out = append(r.out, p.boxes...)
}

// ended adds the text of a paragraph that has ended, if it shows any.
func (r *reader) ended() {
	if text := r.open.String(); printed.Normal(text) != "" {
		r.out = append(r.out, printed.Block{Text: text})
	}
	r.open.Reset()
}

// text is a paragraph being read.
type text struct {
	*reader
	out      strings.Builder
	boxes    printed.Document
	contents bool
	joined   bool // its end is marked as deleted
}

func (t *text) read(depth int) {
	hidden := false // by the properties of the run
	for {
		e, ok := t.child()
		if !ok {
			return
		}
		switch name := word(e); {
		case depth > maxNesting || deleted(e):
			t.skip()
		case name == "pPr":
			t.properties()
		case name == "rPr":
			hidden = isOn(t.property("vanish"))
		case hidden:
			t.skip()
		default:
			t.piece(e, name, depth)
		}
	}
}

// properties reads those of the paragraph: its style, and whether its end, which has a look of its own, is marked as deleted.
func (t *text) properties() {
	for {
		e, ok := t.child()
		if !ok {
			return
		}
		switch word(e) {
		case "pStyle":
			t.contents = t.contents || isContents(attr(e, "val"))
		case "rPr":
			t.joined = t.property("del") != ""
			continue
		}
		t.skip()
	}
}

// piece reads what stands in a paragraph or in a run.
func (t *text) piece(e xml.StartElement, name string, depth int) {
	switch name {
	case "t":
		t.characters()
	case "br", "cr":
		t.out.WriteByte('\n')
		t.skip()
	case "tab", "ptab":
		t.out.WriteByte('\t')
		t.skip()
	case "noBreakHyphen":
		t.out.WriteRune('\u2011')
		t.skip()
	case "softHyphen":
		t.out.WriteRune('\u00AD')
		t.skip()
	case "sym":
		t.out.WriteRune('\uFFFD')
		t.skip()
	case "instrText", "delText", "delInstrText":
		t.skip()
	case "txbxContent":
		box := &reader{xml: t.xml}
		box.blocks(depth + 1)
		box.ended()
		t.bad, t.end = t.bad || box.bad, t.end || box.end
		t.boxes = append(t.boxes, box.out...)
	default:
		t.bookmark(e)
		t.read(depth + 1)
	}
}

func (t *text) characters() {
	for {
		token, err := t.xml.Token()
		if err != nil {
			t.bad = true
			return
		}
		switch token := token.(type) {
		case xml.CharData:
			t.out.Write(token)
		case xml.StartElement:
			t.skip()
		case xml.EndElement:
			return
		}
	}
}

// property gives the value of one of the properties inside the element just begun, and reads to its end: "" where it is not
// there, "1" where it has no value of its own.
func (r *reader) property(name string) string {
	value := ""
	for {
		e, ok := r.child()
		if !ok {
			return value
		}
		if word(e) == name {
			if value = attr(e, "val"); value == "" {
				value = "1"
			}
		}
		r.skip()
	}
}

func isOn(value string) bool {
	return value != "" && value != "0" && value != "false" && value != "off"
}

// isContents says whether a style is that of a line of a contents list: TOC1 in Word, Contents1 in LibreOffice.
func isContents(style string) bool {
	level, toc := strings.CutPrefix(style, "TOC")
	if !toc {
		level, toc = strings.CutPrefix(style, "Contents")
	}
	return toc && len(level) == 1 && '1' <= level[0] && level[0] <= '9'
}
