package docx

import "github.com/banxin-go/banxin/layout/doc"

// A section is the shape of a run of pages.
type section struct {
	page    *doc.Page
	running *runningSet
}

// page is the shape of a section's pages.
func (p *writer) page(s *doc.Section) *doc.Page {
	if s.Page != nil {
		return s.Page
	}
	return &p.sheet.Page
}

// maxPage is Word's limit for either side of the paper, in twips: 22 inches (MS-OI29500 2.1.219).
const maxPage = 31680

func (b *body) sectionProperties(s *section) {
	x, box := b.x, newPageBox(s.page)
	if box.w > maxPage || box.h > maxPage {
		b.fail(&LimitError{"page", "twips of the paper", max(box.w, box.h), maxPage})
	}
	x.open("w:sectPr")
	for _, r := range s.running.refs {
		x.open(r.element).attr("w:type", r.pages).attr("r:id", r.id).close()
	}
	x.val("w:type", "nextPage")
	x.open("w:pgSz").num("w:w", box.w).num("w:h", box.h)
	if box.w > box.h {
		x.attr("w:orient", "landscape")
	}
	x.close()
	x.open("w:pgMar").num("w:top", box.top).num("w:right", box.right).num("w:bottom", box.bottom).num("w:left", box.left)
	x.num("w:header", s.running.header).num("w:footer", s.running.footer).num("w:gutter", 0).close()
	x.open("w:cols").num("w:space", 425).close()
	if s.page.First != nil {
		x.empty("w:titlePg")
	}
	if grid := b.gridOf(s.page); grid.on {
		x.open("w:docGrid").attr("w:type", "linesAndChars").num("w:linePitch", grid.linePitch).num("w:charSpace", grid.charSpace).close()
	}
	x.close()
}
