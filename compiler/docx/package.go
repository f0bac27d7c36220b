package docx

import "strconv"

// Namespaces of the parts.
const (
	nsW       = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	nsR       = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	nsRels    = "http://schemas.openxmlformats.org/package/2006/relationships"
	nsTypes   = "http://schemas.openxmlformats.org/package/2006/content-types"
	nsA       = "http://schemas.openxmlformats.org/drawingml/2006/main"
	nsPic     = "http://schemas.openxmlformats.org/drawingml/2006/picture"
	nsWP      = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
	relOffice = nsR + "/"
	relCore   = nsRels + "/metadata/core-properties"
	kindWord  = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

// A relation leads from the document part to another part or to an address outside.
type relation struct {
	kind, target string
	external     bool
}

// relate gives the id of a relationship of the document part, a new one unless there is one already.
func (p *writer) relate(r relation) string {
	for i := range p.rels {
		if p.rels[i] == r {
			return relID(i)
		}
	}
	p.rels = append(p.rels, r)
	return relID(len(p.rels) - 1)
}

func relID(i int) string { return "rId" + strconv.Itoa(i+1) }

func writeRelations(x *xmlWriter, rels []relation) {
	x.open("Relationships").attr("xmlns", nsRels)
	for i, r := range rels {
		x.open("Relationship").attr("Id", relID(i)).attr("Type", r.kind).attr("Target", r.target)
		if r.external {
			x.attr("TargetMode", "External")
		}
		x.close()
	}
	x.close()
}

// relationParts writes the relationships of the package and of the document part.
func (p *writer) relationParts() error {
	root := []relation{
		{relOffice + "officeDocument", "word/document.xml", false},
		{relCore, "docProps/core.xml", false},
		{relOffice + "extended-properties", "docProps/app.xml", false},
	}
	if len(p.opts.Properties) > 0 {
		root = append(root, relation{relOffice + "custom-properties", "docProps/custom.xml", false})
	}
	if err := p.part("_rels/.rels", "", "", func(x *xmlWriter) { writeRelations(x, root) }); err != nil {
		return err
	}
	return p.part("word/_rels/document.xml.rels", "", "", func(x *xmlWriter) { writeRelations(x, p.rels) })
}

// typesPart names the content type of every part: relationships, pictures and fonts by extension, the others one by one.
func (p *writer) typesPart() error {
	return p.part("[Content_Types].xml", "", "", func(x *xmlWriter) {
		x.open("Types").attr("xmlns", nsTypes)
		defaults := [...][2]string{
			{"rels", "application/vnd.openxmlformats-package.relationships+xml"}, {"xml", "application/xml"}, {"png", "image/png"},
			{"jpeg", "image/jpeg"}, {"odttf", "application/vnd.openxmlformats-officedocument.obfuscatedFont"},
		}
		if len(p.charts) > 0 {
			x.open("Default").attr("Extension", "xlsx").attr("ContentType", kindSheet).close()
		}
		if p.drawn > 0 {
			x.open("Default").attr("Extension", "emf").attr("ContentType", "image/x-emf").close()
		}
		for _, d := range defaults {
			x.open("Default").attr("Extension", d[0]).attr("ContentType", d[1]).close()
		}
		for i := range p.pack.parts {
			if part := &p.pack.parts[i]; part.kind != "" {
				x.open("Override").attr("PartName", "/"+part.name).attr("ContentType", part.kind).close()
			}
		}
		x.close()
	})
}
