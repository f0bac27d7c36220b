package pdf

import "strings"

// xml collects the packet.
type xml struct{ b []byte }

func (x *xml) raw(s string) { x.b = append(x.b, s...) }

func (x *xml) element(name, text string) {
	x.raw("<" + name + ">")
	x.text(text)
	x.raw("</" + name + ">\n")
}

// description writes the properties of one namespace.
func (x *xml) description(prefix, uri string, fill func()) {
	x.raw(`<rdf:Description rdf:about="" xmlns:` + prefix + `="` + uri + `">` + "\n")
	fill()
	x.raw("</rdf:Description>\n")
}

// list writes an array of the texts that are not empty, and nothing where all are.
func (x *xml) list(name, kind, attr string, texts ...string) {
	if strings.Join(texts, "") == "" {
		return
	}
	x.raw("<" + name + "><rdf:" + kind + ">")
	for _, t := range texts {
		if t != "" {
			x.raw("<rdf:li" + attr + ">")
			x.text(t)
			x.raw("</rdf:li>")
		}
	}
	x.raw("</rdf:" + kind + "></" + name + ">\n")
}

// text escapes what is markup. survey has refused all that XML cannot hold.
func (x *xml) text(s string) {
	for _, r := range s {
		switch r {
		case '&':
			x.raw("&amp;")
		case '<':
			x.raw("&lt;")
		case '>': // for ]]>
			x.raw("&gt;")
		default:
			x.b = append(x.b, string(r)...)
		}
	}
}
