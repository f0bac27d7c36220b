// Package hand is the layout that a user of a drawing library writes for himself: no tags, no justification, one table
// routine. It is what the peers are timed with, so it is kept short and quick rather than pretty.
package hand

import (
	"strings"

	"github.com/banxin-go/banxin/testdata/peers/seed"
)

// Canvas is what a drawing library offers. Lengths are points, y grows downward, text stands on its baseline.
type Canvas interface {
	NewPage()
	Text(x, y, size float64, s string)
	Line(x1, y1, x2, y2 float64)
	Width(r rune) float64 // of the em
}

// The type area of GB/T 9704-2012 5.2: 156 × 225 mm, 37 mm from the top and 28 mm from the left.
const (
	left, top     = 79.4, 104.9
	width, height = 442.2, 637.8
	bottom        = top + height
	leading       = 28.0
	body          = 16.0
	small         = 9.0
	pad           = 3.0
)

type page struct {
	Canvas
	y      float64
	widths map[rune]float64
}

// Draw sets the blocks one below the other.
func Draw(c Canvas, blocks []seed.Block) {
	p := &page{Canvas: c, widths: map[rune]float64{}}
	p.turn()
	for _, b := range blocks {
		switch b.Kind {
		case seed.Title:
			p.title(b.Text)
		case seed.TableKind:
			p.table(b.Table)
		default:
			p.paragraph(b.Text)
		}
	}
}

func (p *page) turn() {
	p.NewPage()
	p.y = top
}

func (p *page) room(h float64) {
	if p.y+h > bottom {
		p.turn()
	}
}

func (p *page) title(s string) {
	const size = 22
	p.room(leading)
	p.y += leading
	p.Text(left+(width-p.measure(s)*size)/2, p.y, size, s)
}

func (p *page) paragraph(s string) {
	for _, line := range p.lines("　　"+s, width/body) {
		p.room(leading)
		p.y += leading
		p.Text(left, p.y, body, line)
	}
}

func (p *page) measure(s string) (w float64) {
	for _, r := range s {
		w += p.em(r)
	}
	return w
}

// em remembers widths: asking the library each time costs more than drawing.
func (p *page) em(r rune) float64 {
	w, known := p.widths[r]
	if !known {
		w = p.Width(r)
		p.widths[r] = w
	}
	return w
}

const notFirst, notLast = "、，。；：？！”’）》〉】〕』」｝,.;:?!)", "“‘（《〈【〔『「｛("

// lines fills lines of the given number of ems, first fit. A mark that may not stand first takes the character before it along.
func (p *page) lines(s string, ems float64) []string {
	runes := []rune(s)
	var out []string
	for start := 0; start < len(runes); {
		end, w := start, 0.0
		for end < len(runes) && w+p.em(runes[end]) <= ems+1e-6 {
			w += p.em(runes[end])
			end++
		}
		end = max(end, start+1)
		for end < len(runes) && end > start+1 && !mayBreak(runes[end-1], runes[end]) {
			end--
		}
		out = append(out, string(runes[start:end]))
		start = end
	}
	return out
}

func mayBreak(a, b rune) bool {
	word := isWord(a) && isWord(b)
	return !word && !strings.ContainsRune(notLast, a) && !strings.ContainsRune(notFirst, b)
}

func isWord(r rune) bool { return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' }
