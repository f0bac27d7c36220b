package layout

import (
	"strconv"
	"strings"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// running draws the page's head and foot lines.
func (p *plan) running(out *painter, s *section, area unit.Rect) {
	for i := range s.page.Head {
		p.runningLine(out, &s.page.Head[i], area, display.HeaderArtifact)
	}
	for i := range s.page.Foot {
		p.runningLine(out, &s.page.Foot[i], area, display.FooterArtifact)
	}
}

func (p *plan) runningLine(out *painter, line *doc.Line, area unit.Rect, kind display.Artifact) {
	base := p.sheet.Style(line.Style)
	if base == nil {
		return // refused by builder.checkRunning
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
		return // refused by builder.checkRunning
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

func (p *plan) runningText(text string, n int) string {
	return strings.NewReplacer("{page}", strconv.Itoa(n+1), "{pages}", strconv.Itoa(len(p.pages)), "{title}", p.info.Title).Replace(text)
}

// ink gives how far the text's first character reaches above its baseline, and below: the standard measures from the
// upper edge of the 一字线, not from its line's (GB/T 9704-2012 7.5).
func (p *plan) ink(text string, style *doc.Style) (top, bottom unit.Length) {
	for _, r := range text {
		runs, err := p.set.Shape(string(r), fonts.Want{Role: fonts.Role(style.Role), Lang: p.lang})
		if err != nil || len(runs) == 0 || len(runs[0].Glyphs) == 0 {
			break
		}
		face := runs[0].Face
		if _, yMin, _, yMax, ok := face.Bounds(runs[0].Glyphs[0].ID); ok {
			em := int64(face.UnitsPerEm)
			return style.Size.MulDiv(int64(yMax), em), style.Size.MulDiv(int64(yMin), em)
		}
		break
	}
	return style.Size * 88 / 100, -style.Size * 12 / 100
}
