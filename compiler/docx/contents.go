package docx

import "github.com/banxin-go/banxin/layout/doc"

// contents writes the contents list as a TOC field in the building block that Word's own lists stand in, filled with the
// headings and the pages that layout has found: it is right when the file opens, in WPS too, and can still be renewed.
func (b *body) contents(c *doc.Contents) {
	x := b.x
	x.src = c.Src
	depth := c.Depth
	if depth <= 0 {
		depth = 2
	}
	if len(c.Title) == 0 && (b.newPage || b.space > 0) { // Word makes the entries anew: what is to stand above them may not be theirs
		b.space = max(0, b.space-spacerHeight)
		b.spacer()
	}
	x.open("w:sdt").open("w:sdtPr").open("w:docPartObj")
	x.val("w:docPartGallery", "Table of Contents")
	x.empty("w:docPartUnique")
	x.close().close()
	x.open("w:sdtContent")
	if len(c.Title) > 0 {
		b.text(b.style("TOCHeading", ""), c.Title, "")
	}
	b.entries(depth)
	x.close().close()
}

// entries writes the field over the entries' paragraphs: it begins in the first and ends in the last.
func (b *body) entries(depth int) {
	last := -1
	for i, h := range b.index.headings {
		if h.level <= depth {
			last = i
		}
	}
	begun := false
	for i, h := range b.index.headings[:last+1] {
		if h.level > depth {
			continue
		}
		s := b.style("TOC"+itoa(min(h.level, 4)), "")
		b.open(para{style: s.ID, of: s})
		if !begun {
			b.fieldStart(`TOC \o "1-`+itoa(depth)+`" \h \z \u`, "")
			begun = true
		}
		b.entry(h, i)
		if i == last {
			b.fieldChar("end", "")
		}
		b.x.close()
	}
	if !begun {
		b.open(para{style: b.style("TOC1", "").ID})
		b.field(&doc.Span{}, "", `TOC \o "1-`+itoa(depth)+`" \h \z \u`, "")
		b.x.close()
	}
}

// entry is one line: heading, leaders, page, all of it a link to the heading.
func (b *body) entry(h tocEntry, i int) {
	x := b.x
	x.open("w:hyperlink").attr("w:anchor", h.bookmark).attr("w:history", "1")
	b.span(&doc.Span{}, b.entryText(h.title), linkStyle)
	b.startRun(&doc.Span{}, tocNumberStyle, false)
	x.empty("w:tab")
	x.close()
	page := ""
	if i < len(b.opts.Pages.Headings) {
		page = itoa(b.opts.Pages.Headings[i])
	}
	b.field(&doc.Span{}, tocNumberStyle, "PAGEREF "+h.bookmark+` \h`, page)
	x.close()
}

// entryText is the next entry's text. Its lines end where the layout's do, which leave room for leaders: a word processor goes on up to the
// page number.
func (b *body) entryText(title string) string {
	n := b.entered
	b.entered++
	if b.opts.Lines == OwnLines || n >= len(b.opts.Pages.Entries) {
		return title
	}
	return b.opts.Pages.Entries[n]
}

// tocNumberStyle is the character style of leaders and page numbers: the text's faces on all levels, whatever the entry's.
const (
	tocNumberStyle = "TOCNumber"
	tocNumberName  = "目录页码"
)

func (p *writer) tocNumber(x *xmlWriter) {
	normal := p.styles.byID["Normal"]
	if !p.index.contents || normal == nil {
		return
	}
	x.open("w:style").attr("w:type", "character").attr("w:customStyle", "1").attr("w:styleId", tocNumberStyle)
	x.val("w:name", tocNumberName)
	x.val("w:basedOn", "DefaultParagraphFont")
	x.numVal("w:uiPriority", 99)
	x.open("w:rPr")
	p.fonts(x, normal)
	x.close().close()
}
