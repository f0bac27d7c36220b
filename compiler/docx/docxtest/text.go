package docxtest

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strings"
)

// Text gives the package as text: its parts in txtar form, one element a line. Properties and runs stand on the line of
// their element, so that a cell of one paragraph is one line:
//
//	tc [tcW w=685] [vAlign=center] p [pStyle=TableNumber] 「0」
//
// "w:" is left out, and so are "val" of an element's only attribute and type=dxa. Parts that are not XML are told by length
// and sum.
func Text(file []byte) ([]byte, error) {
	parts, err := Open(file)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	for _, p := range parts {
		fmt.Fprintf(&b, "-- %s --\n", p.Name)
		if p.Root == nil {
			fmt.Fprintf(&b, "%d bytes, sha256 %x\n", len(p.Data), sha256.Sum256(p.Data))
			continue
		}
		lines(&b, p.Root, 0)
	}
	return b.Bytes(), nil
}

// spread are the elements whose children get lines of their own; all others stand on one line.
var spread = func() map[string]bool {
	m := map[string]bool{}
	for _, name := range strings.Fields(`w:document w:body w:tbl w:tr w:tc w:sdt w:sdtContent w:hdr w:ftr w:styles w:docDefaults w:style
		w:latentStyles w:numbering w:abstractNum w:num w:fonts w:settings w:compat Types Relationships cp:coreProperties Properties
		a:theme a:themeElements a:clrScheme a:fontScheme`) {
		m[name] = true
	}
	return m
}()

func lines(b *bytes.Buffer, n *Node, depth int) {
	fmt.Fprintf(b, "%*s%s", 2*depth, "", head(n))
	if !spread[n.Name] {
		b.WriteString(inside(n))
		b.WriteByte('\n')
		return
	}
	var below []*Node
	for _, k := range n.Kids {
		switch {
		case strings.HasSuffix(k.Name, "Pr") && k.Name != "w:sectPr":
			b.WriteString(inside(k))
		case k.Name != "":
			below = append(below, k)
		}
	}
	if n.Name == "w:tc" && len(below) == 1 && below[0].Name == "w:p" {
		b.WriteString(" p" + inside(below[0]) + "\n")
		return
	}
	b.WriteByte('\n')
	for _, k := range below {
		lines(b, k, depth+1)
	}
}

// head is an element's name and attributes.
func head(n *Node) string {
	s := short(n.Name)
	for _, a := range n.Attr {
		if a.Name == "w:val" && len(n.Attr) == 1 {
			return s + "=" + a.Value
		}
		if !strings.HasPrefix(a.Name, "xmlns") && a.Name != "xml:space" && a.Value != "dxa" {
			s += " " + short(a.Name) + "=" + a.Value
		}
	}
	return s
}

// inside is what an element holds, on one line: properties in brackets, text in 「」, ⏎ for breaks and ⇥ for tabs.
func inside(n *Node) string {
	var s strings.Builder
	for _, k := range n.Kids {
		switch {
		case k.Name == "":
			if strings.TrimSpace(k.Text) != "" {
				s.WriteString(" 「" + k.Text + "」")
			}
		case k.Name == "w:pPr" || k.Name == "w:rPr" || k.Name == "w:t" || k.Name == "w:r":
			s.WriteString(inside(k))
		case k.Name == "w:br" && len(k.Attr) == 0:
			s.WriteString(" ⏎")
		case k.Name == "w:tab" && len(k.Attr) == 0:
			s.WriteString(" ⇥")
		default:
			s.WriteString(" [" + head(k) + inside(k) + "]")
		}
	}
	return s.String()
}

func short(name string) string { return strings.TrimPrefix(name, "w:") }

// Paragraphs gives the text of the document part, one entry for each paragraph, in document order, empty ones and those of
// cells included. Fields stand with their results, forced breaks as line feeds.
func Paragraphs(file []byte) ([]string, error) {
	parts, err := Open(file)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, p := range parts {
		if p.Name != "word/document.xml" {
			continue
		}
		for _, n := range p.Root.All("w:p") {
			out = append(out, paragraphText(n))
		}
	}
	return out, nil
}

func paragraphText(p *Node) string {
	var s strings.Builder
	for _, k := range p.Kids {
		if k.Name == "w:pPr" {
			continue
		}
		k.Walk(func(n *Node) {
			switch n.Name {
			case "w:t":
				for _, t := range n.Kids {
					s.WriteString(t.Text)
				}
			case "w:br":
				s.WriteByte('\n')
			case "w:tab":
				s.WriteByte('\t')
			case "w:softHyphen":
				s.WriteRune('\u00AD')
			case "w:noBreakHyphen":
				s.WriteRune('\u2011')
			}
		})
	}
	return s.String()
}
