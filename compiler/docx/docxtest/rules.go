package docxtest

import (
	"bytes"
	"encoding/hex"
	"path"
	"regexp"
	"slices"
	"strings"
)

// container checks what holds for the package as a whole.
func (c *checker) container() {
	documents := 0
	for i := range c.parts {
		p := &c.parts[i]
		if p.Name == "_rels/.rels" {
			for _, r := range p.Root.Kids {
				if path.Base(r.Get("Type")) == "officeDocument" {
					documents++
				}
			}
		}
		if magic, ok := magics[path.Ext(p.Name)]; ok && !bytes.HasPrefix(p.Data, []byte(magic)) {
			c.say(p.Name, "holds something else than its extension says")
		}
		if p.Root != nil {
			c.prefixes(p.Name, p.Root, nil)
		}
	}
	if documents != 1 {
		c.say("_rels/.rels", "%d documents", documents)
	}
}

// magics are what files of an extension begin with.
var magics = map[string]string{".png": "\x89PNG\r\n\x1a\n", ".jpeg": "\xff\xd8\xff", ".emf": "\x01\x00\x00\x00", ".xlsx": "PK\x03\x04"}

// prefixes finds names whose namespace is not declared. Word refuses a part with an mc:Ignorable of such a name; none is written.
func (c *checker) prefixes(part string, n *Node, known []string) {
	if n.Name == "" {
		return
	}
	used := []string{n.Name}
	for _, a := range n.Attr {
		if prefix, ok := strings.CutPrefix(a.Name, "xmlns:"); ok {
			known = append(slices.Clip(known), prefix)
			continue
		}
		used = append(used, a.Name)
		if strings.HasPrefix(a.Name, "mc:") || strings.HasPrefix(a.Name, "w14:") {
			c.say(part, "%s is an extension", a.Name)
		}
	}
	for _, name := range used {
		if prefix, _, ok := strings.Cut(name, ":"); ok && prefix != "xml" && prefix != "xmlns" && !slices.Contains(known, prefix) {
			c.say(part, "%s: the prefix is not declared", name)
		}
	}
	for _, k := range n.Kids {
		c.prefixes(part, k, known)
	}
}

// targets says of which type the relationship of an element is.
var targets = map[string]string{
	"w:headerReference": "header", "w:footerReference": "footer", "w:hyperlink": "hyperlink", "a:blip": "image", "c:chart": "chart",
	"c:externalData": "package", "w:embedRegular": "font",
}

var (
	fraction = regexp.MustCompile(`^-?\d+[.,]\d+$`)
	hexColor = regexp.MustCompile(`^(auto|[0-9A-F]{6})$`)
	fontKey  = regexp.MustCompile(`^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$`)
)

// texts are elements whose value is text, in which 0,5 may stand.
var texts = map[string]bool{"w:tblCaption": true, "w:tblDescription": true, "w:name": true, "w:lvlText": true}

// values checks the attributes of an element: whole numbers, colours, keys, relationships of the right type.
func (c *checker) values(part string, n *Node) {
	space, _, _ := strings.Cut(n.Name, ":")
	for _, a := range n.Attr {
		switch {
		case fraction.MatchString(a.Value) && !texts[n.Name] && a.Name != "descr" && (space == "w" || space == "wp" || space == "a" || space == "pic"):
			c.say(part, "%s of %s is not whole: %s", a.Name, n.Name, a.Value)
		case (a.Name == "w:color" || a.Name == "w:fill" || n.Name == "w:color" && a.Name == "w:val") && !hexColor.MatchString(a.Value),
			n.Name == "a:srgbClr" && a.Name == "val" && !hexColor.MatchString(a.Value):
			c.say(part, "%s is no colour", a.Value)
		case a.Name == "w:type" && a.Value == "pct":
			c.say(part, "%s in percent", n.Name)
		case a.Name == "w:fontKey" && !fontKey.MatchString(a.Value):
			c.say(part, "font key %s", a.Value)
		case strings.HasPrefix(a.Name, "r:") && targets[n.Name] != "" && c.rels[part][a.Value].kind != "" && c.rels[part][a.Value].kind != targets[n.Name]:
			c.say(part, "%s leads to a part of type %s", n.Name, c.rels[part][a.Value].kind)
		}
	}
}

// most are the greatest values of properties, none of which is below 0.
var most = map[string]int{"w:ilvl": 8, "w:outlineLvl": 9, "w:trHeight": 31680}

// limits checks the properties of one element.
func (c *checker) limits(part string, n *Node) {
	if limit, ok := most[n.Name]; ok {
		if v := number(n.Get("w:val"), -1); v < 0 || v > limit {
			c.say(part, "%s=%s", n.Name, n.Get("w:val"))
		}
	}
	switch n.Name {
	case "w:pgSz":
		if w, h := number(n.Get("w:w"), 0), number(n.Get("w:h"), 0); min(w, h) < 1 || max(w, h) > 31680 {
			c.say(part, "a page of %d × %d twips", w, h)
		}
	case "w:sectPr":
		c.section(part, n)
	case "w:body":
		if i := slices.IndexFunc(n.Kids, func(k *Node) bool { return k.Name == "w:sectPr" }); i != len(n.Kids)-1 {
			c.say(part, "the section's properties do not stand last in the body")
		}
	case "cp:coreProperties":
		c.once(part, n)
	case "w:embedRegular":
		c.embedded(part, n)
	case "w:zoom":
		if n.Get("w:percent") == "" {
			c.say(part, "w:zoom without w:percent")
		}
	case "w:compat":
		if !slices.ContainsFunc(n.Kids, func(k *Node) bool { return k.Get("w:name") == "compatibilityMode" && k.Get("w:val") == "15" }) {
			c.say(part, "no compatibilityMode 15")
		}
	case "dcterms:created", "dcterms:modified":
		if n.Get("xsi:type") != "dcterms:W3CDTF" {
			c.say(part, "%s is of no type", n.Name)
		}
	}
}

// section checks that the margins leave room, and that there is one head and one foot for each kind of page.
func (c *checker) section(part string, n *Node) {
	seen := map[string]bool{}
	for _, k := range n.Kids {
		if key := k.Name + k.Get("w:type"); strings.HasSuffix(k.Name, "erReference") {
			if seen[key] {
				c.say(part, "two references: %s %s", k.Name, k.Get("w:type"))
			}
			seen[key] = true
		}
	}
	size, margins := n.First("w:pgSz"), n.First("w:pgMar")
	if size == nil || margins == nil {
		c.say(part, "a section without paper or margins")
		return
	}
	if number(size.Get("w:w"), 0) <= number(margins.Get("w:left"), 0)+number(margins.Get("w:right"), 0) ||
		number(size.Get("w:h"), 0) <= number(margins.Get("w:top"), 0)+number(margins.Get("w:bottom"), 0) {
		c.say(part, "the margins leave no room")
	}
}

// fields checks that the parts of fields follow one another: begin, separate, end. One may run over paragraphs, and hold others.
func (c *checker) fields(p *Part) {
	var open []string
	p.Root.Walk(func(n *Node) {
		if n.Name != "w:fldChar" {
			return
		}
		last := len(open) - 1
		switch kind := n.Get("w:fldCharType"); {
		case n.Get("w:dirty") != "":
			c.say(p.Name, "a field that asks to be updated")
		case kind == "begin":
			open = append(open, kind)
		case last < 0:
			c.say(p.Name, "a field's %s before it begins", kind)
		case kind == "separate" && open[last] != "begin", kind == "end" && open[last] != "separate":
			c.say(p.Name, "a field's %s follows its %s", kind, open[last])
		case kind == "separate":
			open[last] = kind
		default:
			open = open[:last]
		}
	})
	if len(open) > 0 {
		c.say(p.Name, "%d fields do not end", len(open))
	}
}

// once checks that no property of the document stands there twice.
func (c *checker) once(part string, n *Node) {
	seen := map[string]bool{}
	for _, k := range n.Kids {
		if k.Name != "" && seen[k.Name] {
			c.say(part, "%s comes twice", k.Name)
		}
		seen[k.Name] = true
	}
}

// embedded checks that an embedded font is one when its bytes are turned back with its key, whose own count from the last
// (ISO/IEC 29500-4 17.8.1).
func (c *checker) embedded(part string, n *Node) {
	key, err := hex.DecodeString(strings.NewReplacer("{", "", "}", "", "-", "").Replace(n.Get("w:fontKey")))
	at := slices.IndexFunc(c.parts, func(p Part) bool { return p.Name == c.rels[part][n.Get("r:id")].target })
	if err != nil || len(key) != 16 || at < 0 || len(c.parts[at].Data) < 32 {
		c.say(part, "a font without a key or a file")
		return
	}
	for i, want := range [...]byte{0, 1, 0, 0} { // TrueType outlines, the only ones that Word reads
		if c.parts[at].Data[i]^key[15-i] != want {
			c.say(part, "%s is no font when it is turned back with its key", c.parts[at].Name)
			return
		}
	}
}

// styleRules checks the styles as a whole: one default of each type, no circles, references of the right type.
func (c *checker) styleRules(p *Part) {
	defaults, below, names := map[string]int{}, map[string]string{}, map[string]bool{}
	for _, s := range p.Root.All("w:style") {
		id, kind := s.Get("w:styleId"), s.Get("w:type")
		if s.Get("w:default") == "1" {
			defaults[kind]++
		}
		if base := s.First("w:basedOn"); base != nil {
			below[id] = base.Get("w:val")
			if of := c.styles[base.Get("w:val")]; of != "" && of != kind {
				c.say(p.Name, "style %s, %s, is based on one of type %s", id, kind, of)
			}
		}
		if name := s.First("w:name"); name != nil && len([]rune(name.Get("w:val"))) > 253 {
			c.say(p.Name, "style %s has a name too long", id)
		}
		if name := s.First("w:name"); name != nil {
			lower := strings.ToLower(name.Get("w:val"))
			if names[lower] {
				c.say(p.Name, "style %s has the name of another", id) // Word renames one
			}
			if strings.ContainsAny(lower, ",;") {
				c.say(p.Name, "style %s has a name that is several", id) // Word takes what is behind a comma for an alias
			}
			names[lower] = true
		}
	}
	for _, kind := range []string{"paragraph", "character", "table", "numbering"} {
		if defaults[kind] != 1 {
			c.say(p.Name, "%d default styles of type %s", defaults[kind], kind)
		}
	}
	for id := range below {
		for at, steps := below[id], 0; at != ""; at, steps = below[at], steps+1 {
			if steps > len(below) {
				c.say(p.Name, "style %s is based on itself", id)
				break
			}
		}
	}
}

// styleTypes says of which type the style is that an element names.
var styleTypes = map[string]string{"w:pStyle": "paragraph", "w:rStyle": "character", "w:tblStyle": "table", "w:next": "paragraph"}

// lists checks the numbering part: definitions are unique, complete, and there.
func (c *checker) lists(p *Part) {
	known := map[string]bool{}
	for _, a := range p.Root.All("w:abstractNum") {
		id := a.Get("w:abstractNumId")
		if known[id] {
			c.say(p.Name, "abstractNumId %s twice", id)
		}
		known[id] = true
		levels := a.All("w:lvl")
		for i, l := range levels {
			if number(l.Get("w:ilvl"), -1) != i {
				c.say(p.Name, "abstractNum %s: level %s in place of %d", id, l.Get("w:ilvl"), i)
			}
		}
		if len(levels) != 9 {
			c.say(p.Name, "abstractNum %s states %d levels", id, len(levels))
		}
	}
	for _, n := range p.Root.All("w:num") {
		if of := n.First("w:abstractNumId"); of == nil || !known[of.Get("w:val")] {
			c.say(p.Name, "num %s is of no abstractNum", n.Get("w:numId"))
		}
	}
}
