package compiler

import (
	"strings"
	"testing"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/report"
)

// fullPages is nothing but Han characters: thirty lines of them.
type fullPages struct{}

func (fullPages) Check() report.Problems { return nil }

func (fullPages) Document() *doc.Document {
	text := strings.Repeat("全面贯彻落实中华人民共和国政府信息公开条例着眼优化营商环境", 30)
	return &doc.Document{Meta: doc.Meta{Title: "版心"}, Sections: []doc.Section{{Blocks: []doc.Block{
		&doc.Paragraph{Style: "BodyText", Text: []doc.Span{{Text: text}}},
	}}}}
}

// GB/T 9704-2012 5.2.3: 22 lines on a page, 28 characters on a line, and 5.2.1: they fill the type area.
func TestTwentyTwoLinesOfTwentyEightCharacters(t *testing.T) {
	out := compile(t, fullPages{}, bundledSet(t))
	area := doc.GB9704().Page.TypeArea()
	lines := 0
	for _, item := range out.Pages.Paint(0).Items {
		text, ok := item.(*display.Text)
		if !ok || text.Node == nil {
			continue
		}
		lines++
		if n := len(text.Glyphs); n != 28 {
			t.Errorf("line %d has %d characters, want 28", lines, n)
		}
		em := area.W / 28
		if right := text.At.X + text.Pos[len(text.Pos)-1] + em; right < area.Right()-28 || right > area.Right() {
			t.Errorf("line %d ends at %s, the type area at %s", lines, right, area.Right())
		}
		if text.At.Y > area.Bottom() || text.At.Y < area.Y {
			t.Errorf("line %d stands at %s, outside the type area", lines, text.At.Y)
		}
	}
	if lines != 22 {
		t.Errorf("%d lines on the first page, want 22", lines)
	}
}

// titledPages is full pages below a title.
type titledPages struct {
	fullPages
	title string
}

func (r titledPages) Document() *doc.Document {
	d := r.fullPages.Document()
	d.Sections[0].Blocks = append([]doc.Block{&doc.Heading{Text: []doc.Span{{Text: r.title}}}}, d.Sections[0].Blocks...)
	return d
}

// A title and the space below it take up whole lines of the grid, three quarters of a blank one at least: the lines of the first page are where those of the
// others are, in both files.
func TestTextBelowATitleIsOnTheGrid(t *testing.T) {
	for title, want := range map[string]struct {
		lines int
		below string // in points, more than the style's
	}{"政府信息公开工作年度报告": {20, "-6.05"}, "郑州市二七区政务服务中心\n2022年政府信息公开工作年度报告": {18, "16.85"}} {
		out := compile(t, titledPages{title: title}, bundledSet(t))
		pitch, _ := out.Doc.Sheet.Pitch(&out.Doc.Sheet.Page)
		second := linesOf(out.Pages.Paint(1))
		first := linesOf(out.Pages.Paint(0))
		if len(first) != want.lines || len(second) != 32-want.lines {
			t.Errorf("%d and %d lines", len(first), len(second))
		}
		for _, y := range first {
			if off := (y - second[0]) % pitch; off != 0 {
				t.Errorf("%s: a line stands %s off the grid", title, off)
			}
		}
		if got := out.Pages.Below[0].Decimal(); got != want.below {
			t.Errorf("%s: %s pt more below it, want %s", title, got, want.below)
		}
	}
}

// linesOf gives the baselines of the text of size 三号.
func linesOf(p *display.Page) (lines []unit.Length) {
	for _, item := range p.Items {
		if text, ok := item.(*display.Text); ok && text.Node != nil && text.Size == unit.Hao3 {
			lines = append(lines, text.At.Y)
		}
	}
	return lines
}

// 7.5: the page number's dash has its upper edge 7 mm below the type area; one character from the right on odd pages, from
// the left on even ones.
func TestPageNumber(t *testing.T) {
	out := compile(t, fullPages{}, bundledSet(t))
	area := doc.GB9704().Page.TypeArea()
	for n, want := range []struct {
		text string
		left bool
	}{{"— 1 —", false}, {"— 2 —", true}} {
		text, from, to, baseline := runningFoot(out.Pages.Paint(n))
		if text != want.text {
			t.Errorf("page %d: %q, want %q", n+1, text, want.text)
		}
		gap := area.Right() - to
		if want.left {
			gap = from - area.X
		}
		if gap < unit.Hao4-unit.Pt || gap > unit.Hao4+unit.Pt {
			t.Errorf("page %d: the number stands %s from the edge, want one character of %s", n+1, gap, unit.Hao4)
		}
		// The dash of the face lies about a third of an em above the baseline.
		if rise := baseline - area.Bottom() - 7*unit.MM; rise < unit.Hao4/5 || rise > unit.Hao4/2 {
			t.Errorf("page %d: baseline %s below the line 7 mm under the type area", n+1, rise)
		}
	}
}

func runningFoot(p *display.Page) (text string, from, to, baseline unit.Length) {
	for _, item := range p.Items {
		t, ok := item.(*display.Text)
		if !ok || t.Node != nil || t.Artifact != display.FooterArtifact {
			continue
		}
		if text == "" {
			from = t.At.X
		}
		last := len(t.Glyphs) - 1
		text += t.String
		to = t.At.X + t.Pos[last] + t.Size.MulDiv(int64(t.Glyphs[last].Advance), int64(t.Face.UnitsPerEm))
		baseline = t.At.Y
	}
	return text, from, to, baseline
}
