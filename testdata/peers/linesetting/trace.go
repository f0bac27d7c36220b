// Package linesetting measures the line setting of a PDF: one column of paragraphs with first-line indents, as any
// program has set them. It reads positions only, so that all programs are judged by the same eye.
package linesetting

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Glyph is a character where it stands: points, y grows downward; Adv is the advance that the font gives it.
type Glyph struct {
	Rune            rune
	Page            int
	X, Y, Size, Adv float64
}

// ReadPDF returns the glyphs of a PDF in drawing order, blanks left out. It needs mutool (Debian: mupdf-tools).
func ReadPDF(name string) ([]Glyph, error) {
	var out, said bytes.Buffer
	cmd := exec.Command("mutool", "draw", "-F", "trace", "-o", "-", name)
	cmd.Stdout, cmd.Stderr = &out, &said
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("mutool %s: %w: %s", name, err, said.String())
	}
	return readTrace(&out)
}

type matrix [6]float64

type tracer struct {
	page   int
	text   matrix // of the fill_text element
	size   float64
	parts  int // characters that the last glyph stands for
	glyphs []Glyph
}

func readTrace(r io.Reader) ([]Glyph, error) {
	t := &tracer{}
	d := xml.NewDecoder(r)
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			for i := range t.glyphs {
				t.glyphs[i].whole()
			}
			ungrow(t.glyphs)
			return t.glyphs, nil
		}
		if err != nil {
			return nil, err
		}
		if e, ok := token.(xml.StartElement); ok {
			if err := t.element(e); err != nil {
				return nil, err
			}
		}
	}
}

func (t *tracer) element(e xml.StartElement) error {
	at := map[string]string{}
	for _, a := range e.Attr {
		at[a.Name.Local] = a.Value
	}
	switch e.Name.Local {
	case "page":
		t.page++
	case "fill_text":
		m, err := numbers(at["transform"], 6)
		if err != nil {
			return err
		}
		t.text = matrix(m)
	case "span":
		m, err := numbers(at["trm"], 4)
		if err != nil {
			return err
		}
		t.size = abs(m[0] * t.text[0])
	case "g":
		return t.glyph(at)
	}
	return nil
}

func (t *tracer) glyph(at map[string]string) error {
	r, _ := utf8.DecodeRuneInString(at["unicode"])
	n, err := numbers(at["x"]+" "+at["y"]+" "+at["adv"], 3)
	if err != nil || at["unicode"] == "" || strings.TrimSpace(at["unicode"]) == "" {
		return err
	}
	if at["glyph"] == "" && len(t.glyphs) > 0 {
		t.share(r)
		return nil
	}
	t.parts = 1
	m := t.text
	t.glyphs = append(t.glyphs, Glyph{
		Rune: r, Page: t.page, Size: t.size, Adv: n[2] * t.size,
		X: n[0]*m[0] + n[1]*m[2] + m[4],
		Y: n[0]*m[1] + n[1]*m[3] + m[5],
	})
	return nil
}

// share adds a further character of the glyph before, a ligature such as the one for ——, which has no advance of its own:
// the characters share the ligature's.
func (t *tracer) share(r rune) {
	first := len(t.glyphs) - t.parts
	whole := t.glyphs[first].Adv * float64(t.parts)
	next := t.glyphs[first]
	next.Rune = r
	t.glyphs = append(t.glyphs, next)
	t.parts++
	for i := range t.parts {
		g := &t.glyphs[first+i]
		g.Adv = whole / float64(t.parts)
		g.X = t.glyphs[first].X + float64(i)*g.Adv
	}
}

// whole gives a mark of one em its em back. A program may cut the cells of squeezed marks to the room they have, openings at the
// left, for the sake of the text's copying: what it has squeezed would not be seen.
func (g *Glyph) whole() {
	opens := strings.ContainsRune("（《〈〔【“‘「『", g.Rune)
	if !opens && !strings.ContainsRune("、，。；：？！）》〉〕】”’」』", g.Rune) || g.Adv >= g.Size || g.Adv <= 0 {
		return
	}
	if opens {
		g.X -= g.Size - g.Adv
	}
	g.Adv = g.Size
}

func numbers(s string, want int) ([]float64, error) {
	fields := strings.Fields(s)
	if len(fields) != want {
		return nil, fmt.Errorf("%d numbers in %q, not %d", len(fields), s, want)
	}
	out := make([]float64, want)
	for i, f := range fields {
		v, err := strconv.ParseFloat(f, 64)
		if err != nil {
			return nil, err
		}
		out[i] = v
	}
	return out, nil
}

// Line is the glyphs of one line from left to right.
type Line []Glyph

// Lines puts glyphs of the commonest size into lines, top to bottom; other sizes are page numbers and notes.
func Lines(glyphs []Glyph) []Line {
	size := common(glyphs, func(g Glyph) float64 { return g.Size })
	var body []Glyph
	for _, g := range glyphs {
		if abs(g.Size-size) < 0.2 {
			body = append(body, g)
		}
	}
	sort.SliceStable(body, func(i, j int) bool {
		a, b := body[i], body[j]
		if a.Page != b.Page {
			return a.Page < b.Page
		}
		if abs(a.Y-b.Y) > size/4 {
			return a.Y < b.Y
		}
		return a.X < b.X
	})
	var lines []Line
	for i, g := range body {
		if i == 0 || g.Page != body[i-1].Page || abs(g.Y-body[i-1].Y) > size/4 {
			lines = append(lines, nil)
		}
		lines[len(lines)-1] = append(lines[len(lines)-1], g)
	}
	return lines
}

// common returns the most frequent value, to a tenth of a point; the smaller one of two as frequent.
func common[T any](items []T, value func(T) float64) float64 {
	count := map[int]int{}
	best := 0
	for _, it := range items {
		k := int(value(it)*10 + 0.5)
		count[k]++
		if count[k] > count[best] || count[k] == count[best] && k < best {
			best = k
		}
	}
	return float64(best) / 10
}

func abs(v float64) float64 {
	if v < 0 {
		return -v
	}
	return v
}
