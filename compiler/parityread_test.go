package compiler

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"math"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A spot is one visible character and where it stands.
type spot struct {
	r        rune
	page     int
	at       unit.Point // of its origin, on its baseline
	size     unit.Length
	vertical bool          // set from top to bottom; ours alone, as what follows
	block    *display.Node // it belongs to; nil: it is repeated on this page
	cell     bool          // in a table
}

// A segment is a straight rule; From is its left or upper end.
type segment struct {
	page       int
	upright    bool
	pos        unit.Length // y of a rule across, x of an upright one
	start, end unit.Length
}

// A printing is what stands on all pages of a file, running heads and feet apart. Ours is read from the document laid out, not
// from the PDF: there the blocks of the text are known.
type printing struct {
	pages    int
	spots    []spot
	segments []segment
	foot     []string // running text, page by page
}

func ours(d *display.Document) *printing {
	p := &printing{pages: d.Count, foot: make([]string, d.Count)}
	blocks := blocksOf(d.Root)
	for n := range d.Count {
		for _, item := range d.Paint(n).Items {
			switch item := item.(type) {
			case *display.Text:
				p.text(n, item, blocks)
			case *display.Rule:
				if item.Node == nil {
					p.rule(n, item.From, item.To)
				}
			}
		}
	}
	return p
}

// A blockOf is the block that a node's text belongs to.
type blockOf struct {
	node *display.Node
	cell bool
}

func blocksOf(root *display.Node) map[*display.Node]blockOf {
	blocks := map[*display.Node]blockOf{}
	var walk func(n *display.Node, b blockOf)
	walk = func(n *display.Node, b blockOf) {
		switch n.Role {
		case display.RoleTH, display.RoleTD:
			b = blockOf{n, true}
		case display.RoleSpan, display.RoleLink, display.RoleReference:
		default:
			b.node = n
		}
		blocks[n] = b
		for _, kid := range n.Kids {
			walk(kid, b)
		}
	}
	walk(root, blockOf{})
	return blocks
}

func (p *printing) text(page int, t *display.Text, blocks map[*display.Node]blockOf) {
	if t.Node == nil && (t.Artifact == display.FooterArtifact || t.Artifact == display.HeaderArtifact) {
		p.foot[page] += visible(t.String)
		return
	}
	if t.Node == nil && t.Artifact != display.RepeatArtifact {
		return // leaders and the like
	}
	b := blocks[t.Node]
	if b.node != nil && b.node.Role == display.RoleFigure {
		return // the words of a chart, which a DOCX has as data
	}
	for i, g := range t.Glyphs {
		at := t.At
		if t.Dir == display.Across {
			at.X += t.Pos[i]
		} else {
			at.Y += t.Pos[i]
		}
		for _, r := range visible(t.String[g.Start:g.End]) {
			p.spots = append(p.spots, spot{r: r, page: page, at: at, size: t.Size, vertical: t.Dir != display.Across, block: b.node, cell: b.cell})
		}
	}
}

// visible leaves out what shows nothing.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s)
}

func (p *printing) rule(page int, from, to unit.Point) {
	s := segment{page: page, pos: from.Y, start: min(from.X, to.X), end: max(from.X, to.X)}
	if from.X == to.X {
		s = segment{page: page, upright: true, pos: from.X, start: min(from.Y, to.Y), end: max(from.Y, to.Y)}
	}
	p.segments = append(p.segments, s)
}

// A traced page is what mutool says is drawn on it.
type traced struct {
	Pages []struct {
		Box   string `xml:"mediabox,attr"`
		Texts []struct {
			Matrix string       `xml:"transform,attr"`
			Spans  []tracedSpan `xml:"span"`
		} `xml:"fill_text"`
		Strokes []tracedPath `xml:"stroke_path"`
		Fills   []tracedPath `xml:"fill_path"`
	} `xml:"page"`
}

type tracedSpan struct {
	Matrix string `xml:"trm,attr"`
	Glyphs []struct {
		Char string `xml:"unicode,attr"`
		X    string `xml:"x,attr"`
		Y    string `xml:"y,attr"`
	} `xml:"g"`
}

type tracedPath struct {
	Matrix string       `xml:"transform,attr"`
	Moves  []tracedSpot `xml:"moveto"`
	Lines  []tracedSpot `xml:"lineto"`
}

type tracedSpot struct {
	X string `xml:"x,attr"`
	Y string `xml:"y,attr"`
}

// shapes are the pages that a document has, upright ones and wide ones.
type shapes struct{ upright, wide *doc.Page }

func shapesOf(d *doc.Document) shapes {
	s := shapes{&d.Sheet.Page, d.Sheet.Page.Turn()}
	for i := range d.Sections {
		if p := d.Sections[i].Page; p != nil && p.Size.W > p.Size.H {
			s.wide = p
		}
	}
	return s
}

// theirs reads a PDF of such pages that another program has made.
func theirs(path string, pages shapes) (*printing, error) {
	out, err := exec.Command("mutool", "trace", path).Output()
	if err != nil {
		return nil, fmt.Errorf("mutool trace %s: %w", path, err)
	}
	var t traced
	out = bytes.ToValidUTF8(out, nil) // mutool writes halves of surrogate pairs
	if err := xml.Unmarshal(out, &t); err != nil {
		return nil, fmt.Errorf("mutool trace %s: %w", path, err)
	}
	p := &printing{pages: len(t.Pages), foot: make([]string, len(t.Pages))}
	for n := range t.Pages {
		p.traced(&t, n, pages)
	}
	return p, nil
}

func (p *printing) traced(t *traced, n int, pages shapes) {
	tp := &t.Pages[n]
	box := numbers(tp.Box)
	shape := pages.upright
	if box[2] > box[3] {
		shape = pages.wide
	}
	for i := range tp.Texts {
		for k := range tp.Texts[i].Spans {
			p.glyphs(n, numbers(tp.Texts[i].Matrix), &tp.Texts[i].Spans[k], shape.TypeArea())
		}
	}
	for _, s := range append(tp.Strokes, tp.Fills...) {
		p.tracedPath(n, &s)
	}
	p.inOrder()
}

// glyphs takes what stands in the type area for text, and the rest for running lines.
func (p *printing) glyphs(page int, m []float64, s *tracedSpan, area unit.Rect) {
	own := numbers(s.Matrix)
	size := points(math.Hypot(own[0], own[1]))
	for _, g := range s.Glyphs {
		at := place(m, g.X, g.Y)
		if at.Y < area.Y-size/4 || at.Y > area.Bottom()+size/4 || at.X < area.X-size || at.X > area.Right()+size {
			p.foot[page] += visible(g.Char)
			continue
		}
		for _, r := range visible(g.Char) {
			p.spots = append(p.spots, spot{r: r, page: page, at: at, size: size})
		}
	}
}

// inOrder sorts what stands on one line: LibreOffice draws characters of a second face after those of the first.
func (p *printing) inOrder() {
	from := 0
	for i := 1; i <= len(p.spots); i++ {
		if i == len(p.spots) || p.spots[i].page != p.spots[from].page || p.spots[i].at.Y != p.spots[from].at.Y {
			slices.SortStableFunc(p.spots[from:i], func(a, b spot) int { return cmp.Compare(a.at.X, b.at.X) })
			from = i
		}
	}
}

// tracedPath takes a path for a rule when it is a line, or a box that is thin as one.
func (p *printing) tracedPath(page int, path *tracedPath) {
	if len(path.Moves) == 0 || len(path.Lines) == 0 {
		return
	}
	m := numbers(path.Matrix)
	low := place(m, path.Moves[0].X, path.Moves[0].Y)
	high := low
	for _, l := range path.Lines {
		at := place(m, l.X, l.Y)
		low = unit.Point{X: min(low.X, at.X), Y: min(low.Y, at.Y)}
		high = unit.Point{X: max(high.X, at.X), Y: max(high.Y, at.Y)}
	}
	const thin = 2 * unit.Pt
	w, h := high.X-low.X, high.Y-low.Y
	switch {
	case h <= thin && w > thin:
		y := (low.Y + high.Y) / 2
		p.rule(page, unit.Point{X: low.X, Y: y}, unit.Point{X: high.X, Y: y})
	case w <= thin && h > thin:
		x := (low.X + high.X) / 2
		p.rule(page, unit.Point{X: x, Y: low.Y}, unit.Point{X: x, Y: high.Y})
	}
}

func numbers(s string) []float64 {
	var out []float64
	for _, f := range strings.Fields(s) {
		v, _ := strconv.ParseFloat(f, 64)
		out = append(out, v)
	}
	return append(out, make([]float64, max(0, 6-len(out)))...)
}

// place gives a point in the page's own space, from the upper left corner.
func place(m []float64, x, y string) unit.Point {
	at := numbers(x + " " + y)
	return unit.Point{X: points(m[0]*at[0] + m[2]*at[1] + m[4]), Y: points(m[1]*at[0] + m[3]*at[1] + m[5])}
}

func points(v float64) unit.Length { return unit.Length(math.Round(v * float64(unit.Pt))) }
