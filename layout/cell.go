package layout

import (
	"strings"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A cellJob is one paragraph of a cell to be set, or one picture.
type cellJob struct {
	textJob
	first  *doc.Span // of the text in the document; nil: none
	figure *doc.Figure
}

// firstOf is the first span of a text.
func firstOf(text []doc.Span) *doc.Span {
	if len(text) == 0 {
		return nil
	}
	return &text[0]
}

// jobs gives what is to be set in cell i: one paragraph for its Text, one for each of its Blocks or of its Diagonal texts.
// measure is the room across the lines' direction for vertical text, and along the lines for all other.
func (c *cellStyler) jobs(i int, measure unit.Length, into []cellJob) []cellJob {
	cell := c.model.cells[i]
	switch {
	case len(cell.Diagonal) > 0:
		return c.diagonalJobs(i, into)
	case len(cell.Blocks) > 0:
		for _, block := range cell.Blocks {
			into = c.blockJobs(i, block, measure, into)
		}
		return into
	}
	style := c.style(i, "")
	return append(into, cellJob{first: firstOf(cell.Text), textJob: textJob{
		Src: c.model.src(i, ""), Spans: parted(cell.Text), Style: style, Measure: measure, Reach: cell.Reach, Vertical: cell.Vertical,
		Balance: style.Align == doc.AlignCenter, Sense: short(cell.Text),
	}})
}

// shortText is how many bytes a line of a label has at most before it is broken: fifty characters, （四）政府信息公开专项经费… of the statistics
// of 2014 has 43. What is longer is prose.
const shortText = 150

// short says whether text is a label and not prose.
func short(spans []doc.Span) bool {
	n := 0
	for i := range spans {
		for text := spans[i].Text; ; n = 0 {
			line, rest, more := strings.Cut(text, "\n")
			if n += len(line); n > shortText {
				return false
			}
			if !more {
				break
			}
			text = rest
		}
	}
	return true
}

func (c *cellStyler) blockJobs(i int, block doc.Block, measure unit.Length, into []cellJob) []cellJob {
	switch block := block.(type) {
	case *doc.Paragraph:
		return append(into, cellJob{first: firstOf(block.Text), textJob: textJob{
			Src: c.model.src(i, block.Src), Spans: parted(block.Text), Style: c.style(i, block.Style), Measure: measure, Vertical: c.model.cells[i].Vertical, Sense: short(block.Text),
		}})
	case *doc.List:
		return c.listJobs(i, block, 0, measure, into)
	case *doc.Figure:
		return append(into, cellJob{textJob: textJob{Src: c.model.src(i, block.Src), Measure: measure, Style: c.style(i, "")}, figure: block})
	}
	c.fail(c.model.src(i, ""), ErrCellBlock)
	return into
}

// listJobs sets a list of cell i that begins in, further than a list does, and those below it.
func (c *cellStyler) listJobs(i int, list *doc.List, in doc.Chars, measure unit.Length, into []cellJob) []cellJob {
	style := *c.style(i, list.Style)
	style.Left, style.Indent = 100, -100
	hang := list.Hang(&style)
	style.Left, style.Indent = in+hang, -hang
	style.Align = doc.ListAlign(style.Align)
	for k := range list.Items {
		item := &list.Items[k]
		into = append(into, cellJob{first: firstOf(item.Text), textJob: textJob{
			Src: c.model.src(i, list.Src), Spans: parted(item.Text), Style: &style, Measure: measure, Label: list.Mark(k), Sense: short(item.Text),
		}})
		if item.Sub != nil {
			into = c.listJobs(i, item.Sub, in+max(hang, 200), measure, into)
		}
	}
	return into
}

// A cellSetter sets cells of one table.
type cellSetter struct {
	model  *tableModel
	styler *cellStyler
	setter *setter
	limits
	jobs  []cellJob   // scratch
	parts []cellPart  // scratch
	inset unit.Length // of the text that height has measured last
	level bool        // height has set the texts of a cell, in parts, on lines across the page

	lasting bool // what is measured is kept
}

// A cellText is what stands in a cell, set. It holds until the cellSetter sets the next.
type cellText struct {
	parts    []cellPart
	vertical bool
	height   unit.Length // of all lines; of vertical text: of its longest column
	width    unit.Length // of vertical text: of all its columns
}

// A cellPart is one paragraph or one picture of a cell.
type cellPart struct {
	block  *textBlock
	figure *doc.Figure
	size   unit.Size // of the picture
}

// lines is how many pieces a part can be torn into: a picture is one.
func (p *cellPart) lines() int {
	if p.figure != nil {
		return 1
	}
	return p.block.lines()
}

func (p *cellPart) leading() unit.Length {
	if p.figure != nil {
		return p.size.H
	}
	return p.block.leading()
}

// setCell sets the content of cell i in a box of the given inner size.
func (b *cellSetter) setCell(i int, inner unit.Size) (cellText, error) {
	cell := b.model.cells[i]
	measure := inner.W
	if cell.Vertical {
		measure = inner.H
	}
	b.jobs = b.styler.jobs(i, measure, b.jobs[:0])
	b.alignPoint(i)
	b.parts = b.parts[:0]
	t := cellText{vertical: cell.Vertical}
	for k := range b.jobs {
		part, err := b.setJob(&b.jobs[k])
		if err != nil {
			return t, err
		}
		b.parts = append(b.parts, part)
		length := part.leading() * unit.Length(part.lines())
		if cell.Vertical && part.block != nil {
			t.height = max(t.height, part.block.width())
			t.width += length
			continue
		}
		t.height += length
	}
	t.parts = b.parts
	return t, nil
}

func (b *cellSetter) setJob(job *cellJob) (cellPart, error) {
	if job.figure == nil {
		block, err := b.setter.set(job.textJob)
		return cellPart{block: block}, err
	}
	size, err := FigureSize(job.figure, unit.Size{W: job.Measure, H: b.picture})
	if err == nil && job.figure.Alt == "" && !job.figure.Decorative {
		err = ErrAlt
	}
	if err != nil {
		err = &Error{Src: job.Src, Err: err}
	}
	return cellPart{figure: job.figure, size: size}, err
}

// height is what cell i needs at the given inner width, without padding. Most cells of a large table hold one figure,
// which takes one line.
func (b *cellSetter) height(i int, width unit.Length) (unit.Length, error) {
	cell := b.model.cells[i]
	b.inset, b.level = noInset, false
	if len(cell.Blocks) == 0 && len(cell.Diagonal) == 0 && len(cell.Text) == 1 && cell.Text[0].Note == "" {
		job := textJob{Spans: cell.Text, Style: b.styler.style(i, ""), Measure: width, Vertical: cell.Vertical}
		if w, ok := b.setter.figureWidth(&job); ok && w <= width {
			return job.Style.Leading, nil
		}
	}
	text, err := b.measured(i, unit.Size{W: width, H: b.column})
	if err == nil && len(cell.Diagonal) > 0 {
		return b.diagonalHeight(&text, width), nil
	}
	if err == nil && len(text.parts) == 1 && text.parts[0].block != nil && !cell.Vertical {
		b.inset = text.parts[0].block.inset
	}
	b.level = err == nil && !cell.Vertical
	return text.height, err
}

// measured is setCell for a text that is measured. It need not last.
func (b *cellSetter) measured(i int, inner unit.Size) (cellText, error) {
	if b.lasting {
		return b.setCell(i, inner)
	}
	lasting := b.setter.store
	defer func() { b.setter.store = lasting }()
	b.setter.scratch.reset()
	b.setter.store = &b.setter.scratch
	return b.setCell(i, inner)
}

// limits are how high what cannot be cut may be in a cell.
type limits struct {
	column  unit.Length // of vertical text; what is longer takes several
	picture unit.Length
}

// limitsOf gives the limits on pages with the type area: of vertical text as much as any page has below a head that is drawn again, or
// half of what it has between sums that are carried.
func limitsOf(area unit.Size, m *tableModel) limits {
	l := limits{column: area.H/2 - 2*m.padY, picture: doc.CellPicture(area)}
	if style := m.sheet.Style("TableText"); m.table.Carry != nil && style != nil {
		l.column -= style.Leading + 2*m.padY
	}
	return l
}
