package layout

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// running draws the head and foot lines of a page; first says that it is its section's first.
func (p *plan) running(out *painter, s *section, area unit.Rect, first bool) {
	lines := furniture(s.page, first)
	if s.page.Turned {
		p.turnedRunning(out, s.page, lines, area)
		return
	}
	p.furniture(out, lines, area)
}

func (p *plan) furniture(out *painter, lines doc.Furniture, area unit.Rect) {
	for i := range lines.Head {
		p.runningLine(out, &lines.Head[i], area, display.HeaderArtifact)
	}
	for i := range lines.Foot {
		p.runningLine(out, &lines.Foot[i], area, display.FooterArtifact)
	}
}

// furniture is what runs at the head and foot of a page.
func furniture(page *doc.Page, first bool) doc.Furniture {
	if first && page.First != nil {
		return *page.First
	}
	return doc.Furniture{Head: page.Head, Foot: page.Foot}
}

func (p *plan) runningLine(out *painter, line *doc.Line, area unit.Rect, kind display.Artifact) {
	base := p.sheet.Style(line.Style)
	if base == nil {
		return // refused by plan.check
	}
	style := *base
	style.Align = sideOf(line.Align, out.number)
	style.Left, style.Right, style.Indent = 0, 0, 0
	switch style.Align {
	case doc.AlignLeft:
		style.Left = line.Indent
	case doc.AlignRight:
		style.Right = line.Indent
	}
	text := p.runningText(line.Text, out.number)
	block, err := out.setter.set(textJob{Spans: []doc.Span{{Text: text}}, Style: &style, Measure: area.W})
	if err != nil {
		return // refused by plan.check
	}
	top, bottom := p.ink(text, &style)
	base0 := (style.Leading-style.Size)/2 + style.Size*88/100 // from the line box's top to the baseline
	y := area.Bottom() + line.Offset + top - base0
	if kind == display.HeaderArtifact {
		y = area.Y - line.Offset + bottom - base0
	}
	block.paint(out, 0, block.lines(), unit.Point{X: area.X, Y: y}, nil, nil, kind)
}

// sideOf turns an outside or inside alignment into left or right for page n, from 0: the first page is odd.
func sideOf(a doc.Align, n int) doc.Align {
	even := n%2 == 1
	switch a {
	case doc.AlignOutside:
		if even {
			return doc.AlignLeft
		}
		return doc.AlignRight
	case doc.AlignInside:
		if even {
			return doc.AlignRight
		}
		return doc.AlignLeft
	}
	return a
}

// runningText fills in the title last: braces in it are its own.
func (p *plan) runningText(text string, n int) string {
	text = strings.ReplaceAll(text, "{page}", strconv.Itoa(n+1))
	text = strings.ReplaceAll(text, "{pages}", strconv.Itoa(len(p.pages)))
	return strings.ReplaceAll(text, "{title}", p.info.Title)
}

// ink gives how far the text's first character reaches above its baseline, and below: the standard measures from the
// upper edge of the 一字线, not from its line's (GB/T 9704-2012 7.5).
func (p *plan) ink(text string, style *doc.Style) (top, bottom unit.Length) {
	_, first := utf8.DecodeRuneInString(text)
	runs, err := p.set.Shape(text[:first], fonts.Want{Role: fonts.Role(style.Role), Lang: p.lang})
	if err == nil && len(runs) > 0 && len(runs[0].Glyphs) > 0 {
		face := runs[0].Face
		if _, yMin, _, yMax, ok := face.Bounds(runs[0].Glyphs[0].ID); ok {
			em := int64(face.UnitsPerEm)
			return style.Size.MulDiv(int64(yMax), em), style.Size.MulDiv(int64(yMin), em)
		}
	}
	return style.Size * 88 / 100, -style.Size * 12 / 100
}

// check refuses running lines and watermarks that cannot be set, for they are set when pages are painted, and by then it is too
// late to say so; and pages without room for a line of a table.
func (p *plan) check(s *setter) error {
	var errs []error
	var checked []*doc.Page
	for _, section := range p.sections {
		page := section.page
		errs = append(errs, section.overfull()...)
		if slices.Contains(checked, page) {
			continue
		}
		checked = append(checked, page)
		lines := slices.Concat(page.Head, page.Foot)
		if page.First != nil {
			lines = slices.Concat(lines, page.First.Head, page.First.Foot)
		}
		for i := range lines {
			errs = append(errs, p.checkLine(s, &lines[i]))
		}
		if _, err := setWatermark(s, page); err != nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

func (p *plan) checkLine(s *setter, line *doc.Line) error {
	style := p.sheet.Style(line.Style)
	if style == nil {
		return &Error{Err: &StyleError{ID: line.Style}}
	}
	_, err := s.set(textJob{Spans: []doc.Span{{Text: p.runningText(line.Text, 0)}}, Style: style, Measure: oneLine})
	return err
}
