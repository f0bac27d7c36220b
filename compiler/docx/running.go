package docx

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A runningSet is the heads and feet of a section: references to their parts, and where they stand.
type runningSet struct {
	page           *doc.Page
	refs           []runningRef
	header, footer int64 // distance from the paper's edge, twips
}

// A runningRef is w:headerReference or w:footerReference.
type runningRef struct{ element, pages, id string }

// evenAndOdd says whether any line changes sides. The switch holds for the whole document.
func (p *writer) evenAndOdd() bool {
	for i := range p.doc.Sections {
		page := p.page(&p.doc.Sections[i])
		for _, line := range slices.Concat(page.Head, page.Foot, firstOf(page).Head, firstOf(page).Foot) {
			if line.Align == doc.AlignOutside || line.Align == doc.AlignInside {
				return true
			}
		}
	}
	return false
}

// firstOf is what runs on a section's first page, nothing where that page is like the others.
func firstOf(page *doc.Page) doc.Furniture {
	if page.First == nil {
		return doc.Furniture{}
	}
	return *page.First
}

// runningParts writes the head and foot parts of all sections; sections of like pages share them.
func (p *writer) runningParts() error {
	n := 0
	for i := range p.doc.Sections {
		page := p.page(&p.doc.Sections[i])
		if p.runningOf(i) != nil {
			continue
		}
		set := runningSet{page: page, header: 720, footer: 720}
		for _, side := range [...]struct {
			name         string
			lines, first []doc.Line
			at           *int64
		}{{"header", page.Head, firstOf(page).Head, &set.header}, {"footer", page.Foot, firstOf(page).Foot, &set.footer}} {
			head := side.name == "header"
			rows, first := p.rows(side.lines, head), p.rows(side.first, head)
			if !page.Turned { // else the rows hang in boxes
				alignEdges(rows, first, page, head, side.at)
			}
			n++
			refs, err := p.runningSide(runningSide{side.name, n, rows, first, page})
			if err != nil {
				return err
			}
			set.refs = append(set.refs, refs...)
		}
		p.running = append(p.running, set)
	}
	return nil
}

// runningOf gives the heads and feet of section i, or nil before they are written.
func (p *writer) runningOf(i int) *runningSet {
	page := p.page(&p.doc.Sections[i])
	for k := range p.running {
		if known := p.running[k].page; known == page || sameRunning(known, page) {
			return &p.running[k]
		}
	}
	return nil
}

func sameRunning(a, b *doc.Page) bool {
	return a.Size == b.Size && a.Top == b.Top && a.Right == b.Right && a.Bottom == b.Bottom && a.Left == b.Left && a.Turned == b.Turned &&
		slices.Equal(a.Head, b.Head) && slices.Equal(a.Foot, b.Foot) && a.Watermark == b.Watermark && (a.First == nil) == (b.First == nil) &&
		slices.Equal(firstOf(a).Head, firstOf(b).Head) && slices.Equal(firstOf(a).Foot, firstOf(b).Foot)
}

// A runningSide is the heads or the feet of a section.
type runningSide struct {
	name        string // header or footer
	number      int    // of its parts
	rows, first []runningRow
	page        *doc.Page
}

// watermarked says that the parts carry the page's watermark: it hangs in the heads, as Word itself does it.
func (s *runningSide) watermarked() bool { return s.name == "header" && s.page.Watermark != "" }

// runningSide writes the parts of a section's heads or feet: one for all pages, or one for odd and one for even ones, and one
// for the first. A section without any still gets an empty part, since it would have the ones of the section before.
func (p *writer) runningSide(s runningSide) ([]runningRef, error) {
	if len(s.rows) == 0 && len(p.doc.Sections) == 1 && s.page.First == nil && !s.watermarked() {
		return nil, nil
	}
	sides := []string{"default"}
	if p.evenAndOdd() {
		sides = append(sides, "even")
	}
	if s.page.First != nil {
		sides = append(sides, "first")
	}
	var refs []runningRef
	for _, pages := range sides {
		file := s.name + itoa(s.number)
		if pages != "default" {
			file += pages
		}
		id := p.relate(relation{relOffice + s.name, file + ".xml", false})
		refs = append(refs, runningRef{"w:" + s.name + "Reference", pages, id})
		err := p.part("word/"+file+".xml", kindWord+s.name+"+xml", "page", func(x *xmlWriter) {
			b := &body{writer: p, x: x}
			b.runningPart(&s, pages)
		})
		if err != nil {
			return nil, err
		}
	}
	return refs, nil
}

func (b *body) runningPart(s *runningSide, pages string) {
	x := b.x
	x.open(map[string]string{"header": "w:hdr", "footer": "w:ftr"}[s.name])
	x.attr("xmlns:w", nsW).attr("xmlns:r", nsR)
	if s.watermarked() || s.page.Turned {
		x.attr("xmlns:v", nsV).attr("xmlns:o", nsO).attr("xmlns:w10", nsW10)
	}
	rows := s.rows
	if pages == "first" {
		rows = s.first
	}
	for i := range rows {
		if s.page.Turned {
			b.turnedRow(&rows[i], s, i == 0, pages == "even")
			continue
		}
		b.runningRow(&rows[i], s, i == 0, pages == "even")
	}
	if len(rows) == 0 {
		b.open(para{style: spacerStyle})
		b.watermark(s)
		x.close()
	}
	x.close()
}

// A runningRow is the lines of a head or foot that stand beside each other.
type runningRow struct {
	style *doc.Style
	lines []doc.Line
	top   unit.Length // of the line box, from the type area's edge; outwards
	above unit.Length // space between it and the row before
	below unit.Length // space under the last row
}

// exactAscent is how far an exact line's baseline stands below its upper edge, in hundredths: Word and LibreOffice both put
// four fifths of the line above it.
const exactAscent = 80

// rows sorts the lines into rows from top to bottom and finds where their boxes stand: Offset is measured to ink.
func (p *writer) rows(lines []doc.Line, head bool) []runningRow {
	var rows []runningRow
	for _, line := range lines {
		s := p.styles.byID[line.Style]
		if s == nil {
			p.fail(&StyleError{"page", line.Style})
			continue
		}
		baseline := line.Offset + inkAbove(line.Text, s) // below the type area
		top := baseline - s.Leading*exactAscent/100
		if head {
			baseline = -line.Offset - s.Size*12/100 // Han reaches 12 % below its baseline
			top = baseline - s.Leading*exactAscent/100
		}
		if n := len(rows) - 1; n >= 0 && rows[n].top == top && rows[n].style == s {
			rows[n].lines = append(rows[n].lines, line)
			continue
		}
		rows = append(rows, runningRow{style: s, lines: []doc.Line{line}, top: top})
	}
	slices.SortStableFunc(rows, func(a, b runningRow) int { return int(a.top - b.top) })
	for i := 1; i < len(rows); i++ {
		rows[i].above = max(0, rows[i].top-rows[i-1].top-rows[i-1].style.Leading)
	}
	return rows
}

// inkAbove is how far the first character reaches above its baseline. GB/T 9704-2012 7.5 measures from the upper edge of the
// 一字线, which the Song faces draw 38 % of an em above the baseline.
func inkAbove(text string, s *doc.Style) unit.Length {
	switch r, _ := utf8.DecodeRuneInString(text); {
	case text == "":
	case r == '—' || r == '–' || r == '-':
		return s.Size * 38 / 100
	case r < 0x2E80:
		return s.Size * 68 / 100 // figures and capitals
	}
	return s.Size * 84 / 100
}

// edgeDistance gives w:header or w:footer: from the paper's edge to the first row's upper or the last row's lower edge.
func edgeDistance(rows []runningRow, page *doc.Page, head bool) (int64, bool) {
	if len(rows) == 0 {
		return 0, false
	}
	if head {
		return max(0, (page.Top + rows[0].top).Twips()), true
	}
	last := &rows[len(rows)-1]
	return max(0, (page.Bottom - last.top - last.style.Leading).Twips()), true
}

// alignEdges finds the distance of a section's heads or feet from the paper's edge. It is one for all its pages, so the rows
// that stand farther from the edge, the first page's or the others', get space before or behind them.
func alignEdges(rows, first []runningRow, page *doc.Page, head bool, at *int64) {
	usual, some := edgeDistance(rows, page, head)
	other, more := edgeDistance(first, page, head)
	switch {
	case some && more:
		*at = min(usual, other)
		pushIn(rows, usual-*at, head)
		pushIn(first, other-*at, head)
	case some:
		*at = usual
	case more:
		*at = other
	}
}

func pushIn(rows []runningRow, twips int64, head bool) {
	if head {
		rows[0].above += unit.Length(twips) * unit.Twip
	} else {
		rows[len(rows)-1].below += unit.Length(twips) * unit.Twip
	}
}

// runningRow writes one row: a line alone by its alignment, several with tab stops. The topmost row holds the watermark.
func (b *body) runningRow(r *runningRow, s *runningSide, topmost, even bool) {
	x := b.x
	b.set = r.style
	alone := len(r.lines) == 1
	x.open("w:p").open("w:pPr")
	x.val("w:pStyle", b.runningStyleOf(r.look(newPageBox(s.page).areaW, even)))
	x.close()
	if topmost {
		b.watermark(s)
	}
	for _, align := range [...]doc.Align{doc.AlignLeft, doc.AlignCenter, doc.AlignRight} {
		if !alone && align != doc.AlignLeft {
			x.open("w:r").empty("w:tab")
			x.close()
		}
		for i := range r.lines {
			if sideOf(r.lines[i].Align, even) == align {
				b.runningText(r.lines[i].Text, even)
			}
		}
	}
	x.close()
}

// look is what the row has beyond its style on a page with a type area so wide: a line alone stands at its side, Indent characters in.
func (r *runningRow) look(area int64, even bool) runningLook {
	l := runningLook{of: r.style}
	if r.above > 0 {
		l.above = lengthOf(r.above)
	}
	if r.below > 0 {
		l.below = lengthOf(r.below)
	}
	if len(r.lines) > 1 {
		l.tabs = area
		return l
	}
	l.align = sideOf(r.lines[0].Align, even)
	switch l.align {
	case doc.AlignLeft:
		l.left = r.lines[0].Indent
	case doc.AlignRight:
		l.right = r.lines[0].Indent
	}
	return l
}

// sideOf turns outside and inside into left and right; anything that is neither stands left.
func sideOf(a doc.Align, even bool) doc.Align {
	switch {
	case a == doc.AlignOutside && even, a == doc.AlignInside && !even:
		return doc.AlignLeft
	case a == doc.AlignOutside, a == doc.AlignInside:
		return doc.AlignRight
	case a == doc.AlignCenter, a == doc.AlignRight:
		return a
	}
	return doc.AlignLeft
}

// runningText writes a line's text with fields in place of {page}, {pages} and {title}.
func (b *body) runningText(text string, even bool) {
	page := "1"
	if even {
		page = "2"
	}
	for text != "" {
		i := strings.IndexByte(text, '{')
		if i < 0 {
			i = len(text)
		}
		b.span(&doc.Span{}, text[:i], "")
		text = text[i:]
		switch {
		case strings.HasPrefix(text, "{page}"):
			b.field(&doc.Span{}, "", "PAGE", page)
			text = text[len("{page}"):]
		case strings.HasPrefix(text, "{pages}"):
			b.field(&doc.Span{}, "", "NUMPAGES", itoa(max(b.opts.Pages.Count, 1)))
			text = text[len("{pages}"):]
		case strings.HasPrefix(text, "{title}"):
			b.field(&doc.Span{}, "", "TITLE", catalogued(b.doc.Meta.Title))
			text = text[len("{title}"):]
		case text != "":
			b.span(&doc.Span{}, "{", "")
			text = text[1:]
		}
	}
}
