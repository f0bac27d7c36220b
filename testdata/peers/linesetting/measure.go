package linesetting

import (
	"fmt"
	"math"
	"strings"
)

// Report is what one PDF scores. Gaps are thousandths of an em beyond the advance of the glyph before.
type Report struct {
	Lines, Justified int // Justified: all but the last of each paragraph
	Paragraphs       int

	// Between two Han characters, where the natural gap is nought. Compressing marks first leaves them alone.
	Mean     float64 // mean over justified lines of the line's mean distance from nought
	Within   float64 // mean over justified lines of the standard deviation in the line
	Across   float64 // standard deviation over justified lines of the line's mean gap: the grey of the page
	Loosest  float64
	Tightest float64

	HanLatinMin, HanLatinMax float64

	// All is the mean over justified lines of the standard deviation of every gap from its natural width, marks and
	// Latin included: what squeezing marks costs. Adjacent marks are left out, as the rules ask for that squeeze.
	All float64

	Lone       int // last lines of a single character
	Violations []Violation
	Text       string // without blanks, as set
}

// Violation is a line that breaks a rule of CLREQ or GB/T 15834-2011.
type Violation struct {
	Line int    // from 1
	Rule string // with its number in the library's tests of line setting
	Text string // of the line
}

// The marks that may not start a line (GB/T 15834-2011 5.1; CLREQ "Prohibition rules for line start and line end",
// basic level), and those that may not end one.
const (
	notFirst = "、，。；：？！”’）》〉】〕』」｝–～·/%,.;:?!)]"
	notLast  = "“‘（《〈【〔『「｛([@#"
	closing  = "、，。；：？！”’）》〉】〕』」｝"
	opening  = "“‘（《〈【〔『「｛"
)

// Measure judges the glyphs of one document.
func Measure(glyphs []Glyph) Report {
	p := paragraphs(Lines(glyphs))
	r := Report{Lines: len(p.lines), HanLatinMin: math.Inf(1), HanLatinMax: math.Inf(-1)}
	var means, withins, alls []float64
	for i, l := range p.lines {
		last := i+1 == len(p.lines) || p.first[i+1]
		if p.first[i] {
			r.Paragraphs++
		}
		r.Text += text(l)
		r.rules(p, i, last)
		if last {
			continue
		}
		r.Justified++
		_, dev := meanDeviation(allGaps(l))
		alls = append(alls, dev)
		if m, dev, n := hanGaps(l); n > 1 {
			means, withins = append(means, m), append(withins, dev)
		}
	}
	r.summarise(means, withins)
	r.All, _ = meanDeviation(alls)
	return r
}

func (r *Report) summarise(means, withins []float64) {
	if len(means) == 0 {
		return
	}
	r.Loosest, r.Tightest = math.Inf(-1), math.Inf(1)
	for i, m := range means {
		r.Mean += abs(m) / float64(len(means))
		r.Within += withins[i] / float64(len(means))
		r.Loosest, r.Tightest = max(r.Loosest, m), min(r.Tightest, m)
	}
	_, r.Across = meanDeviation(means)
}

// column is the lines with the margins that most of them keep.
type column struct {
	lines       []Line
	first       []bool // starts a paragraph
	left, right float64
	em          float64
}

func paragraphs(lines []Line) column {
	c := column{lines: lines, first: make([]bool, len(lines))}
	if len(lines) == 0 {
		return c
	}
	c.em = lines[0][0].Size
	c.left = common(lines, func(l Line) float64 { return l[0].X })
	var full []Line
	for _, l := range lines {
		if isHan(l[len(l)-1].Rune) {
			full = append(full, l)
		}
	}
	c.right = common(full, end)
	for i, l := range lines {
		indent := (l[0].X - c.left) / c.em
		c.first[i] = i == 0 || indent > 1.2
	}
	return c
}

func end(l Line) float64 { g := l[len(l)-1]; return g.X + g.Adv }

func text(l Line) string {
	var b strings.Builder
	for _, g := range l {
		b.WriteRune(g.Rune)
	}
	return b.String()
}

// gap returns the space between two neighbours beyond the first one's advance, in thousandths of an em.
func gap(a, b Glyph) float64 { return (b.X - a.X - a.Adv) / a.Size * 1000 }

func hanGaps(l Line) (mean, deviation float64, n int) {
	var gaps []float64
	for i := 1; i < len(l); i++ {
		if isHan(l[i-1].Rune) && isHan(l[i].Rune) {
			gaps = append(gaps, gap(l[i-1], l[i]))
		}
	}
	mean, deviation = meanDeviation(gaps)
	return mean, deviation, len(gaps)
}

// allGaps returns how far each gap is from its natural width: a quarter em between Han and Latin (CLREQ "Mixed text
// composition"), else nought. A blank between Latin words is in the gap and has no fixed width, so such pairs are left out.
func allGaps(l Line) []float64 {
	var gaps []float64
	for i := 1; i < len(l); i++ {
		a, b := l[i-1], l[i]
		switch {
		case adjacent(a.Rune, b.Rune), isLatin(a.Rune) && isLatin(b.Rune):
		case isHan(a.Rune) && isLatin(b.Rune), isLatin(a.Rune) && isHan(b.Rune):
			gaps = append(gaps, gap(a, b)-250)
		default:
			gaps = append(gaps, gap(a, b))
		}
	}
	return gaps
}

func meanDeviation(v []float64) (mean, deviation float64) {
	if len(v) == 0 {
		return 0, 0
	}
	for _, x := range v {
		mean += x / float64(len(v))
	}
	for _, x := range v {
		deviation += (x - mean) * (x - mean) / float64(len(v))
	}
	return mean, math.Sqrt(deviation)
}

func isHan(r rune) bool {
	return r >= 0x3400 && r <= 0x9FFF || r >= 0xF900 && r <= 0xFAFF || r >= 0x20000 && r <= 0x323AF || r == '〇'
}

func isLatin(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z'
}

// Head is the head of the table that Row gives a row of.
const Head = `| | lines | all gaps in the line | Han gaps in the line | Han gaps: mean | across lines | loosest line | Han-Latin | lone last characters | violations | text comes back |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
`

// Row is the report as a row of a table; text says whether the text is what it should be.
func (r Report) Row(name, text string) string {
	return fmt.Sprintf("| %s | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.0f to %.0f | %d | %d | %s |\n", name, r.Lines, r.All, r.Within, r.Mean,
		r.Across, r.Loosest, r.HanLatinMin, r.HanLatinMax, r.Lone, len(r.Violations), text)
}

// Compare says where the text of a report parts from that of the paragraphs.
func (r Report) Compare(paragraphs string) string {
	got, want := []rune(r.Text), []rune(strings.Join(strings.Fields(paragraphs), ""))
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			return fmt.Sprintf("no: character %d is %q, not %q", i+1, string(got[i]), string(want[i]))
		}
	}
	if len(got) != len(want) {
		return fmt.Sprintf("no: %d characters, not %d", len(got), len(want))
	}
	return "yes"
}
