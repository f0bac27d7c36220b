package docxtest

// permitted is what paragraphs and runs of the text may say of themselves, besides the names of their styles: where they stand
// in the document's structure, and what depends on the text itself.
var permitted = map[string]string{
	"w:pPr/w:numPr":           "the list that an item belongs to",
	"w:pPr/w:sectPr":          "the end of a section",
	"w:rPr/w:rFonts w:hint":   "which script a quotation mark belongs to, not which face it has",
	"w:rPr/w:lang w:val":      "of a word in another language",
	"w:rPr/w:lang w:eastAsia": "the same",
	"w:rPr/w:noProof":         "of lines that are drawn",
}

// Direct lists what paragraphs and runs of a DOCX say of their looks themselves, and not by a style: what a clerk changes in a style would not reach them.
func Direct(file []byte) []string {
	parts, err := Open(file)
	if err != nil {
		return []string{err.Error()}
	}
	var found []string
	for _, p := range parts {
		if p.Root == nil || p.Name == "word/styles.xml" || p.Name == "word/numbering.xml" {
			continue
		}
		p.Root.Walk(func(n *Node) {
			if n.Name == "w:pPr" || n.Name == "w:rPr" {
				found = append(found, direct(n)...)
			}
		})
	}
	return found
}

func direct(properties *Node) []string {
	var found []string
	for _, k := range properties.Kids {
		for _, says := range attributes(k) {
			if says = properties.Name + "/" + says; permitted[says] == "" {
				found = append(found, says+" in the text")
			}
		}
	}
	return found
}

// attributes names what a property says: the property, or, where it says several things, those.
func attributes(n *Node) []string {
	switch n.Name {
	case "w:pStyle", "w:rStyle":
		return nil
	case "w:rFonts", "w:lang":
		var all []string
		for _, a := range n.Attr {
			all = append(all, n.Name+" "+a.Name)
		}
		return all
	}
	return []string{n.Name}
}

// Faults lists all that is to be found: of Check, Order and Direct.
func Faults(file []byte) []string {
	return append(append(Check(file), Order(file)...), Direct(file)...)
}
