package docxtest

import "slices"

// Placed puts what the hidden styles of paragraphs say into the paragraphs that have them, as if it were formatting of their own, and
// gives them the style that the hidden one is derived from: so a test reads in one place where a paragraph stands.
func Placed(document, styles *Node) *Node {
	hidden := map[string]*Node{}
	for _, s := range styles.All("w:style") {
		if s.Get("w:type") == "paragraph" && s.First("w:semiHidden") != nil {
			hidden[s.Get("w:styleId")] = s
		}
	}
	for _, p := range document.All("w:p") {
		if style := p.First("w:pPr/w:pStyle"); style != nil && hidden[style.Get("w:val")] != nil {
			place(p.First("w:pPr"), style, hidden[style.Get("w:val")])
		}
	}
	return document
}

func place(properties, style, hidden *Node) {
	base := hidden.First("w:basedOn").Get("w:val")
	if base == "Normal" {
		properties.Kids = slices.DeleteFunc(properties.Kids, func(n *Node) bool { return n == style })
	} else {
		style.Attr = []Attr{{"w:val", base}}
	}
	for _, k := range hidden.First("w:pPr").Kids {
		if k.Name != "w:outlineLvl" {
			properties.Kids = append(properties.Kids, k)
		}
	}
}
