package compiler

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// A parity is how much of our pages another program shows at the same place.
type parity struct {
	pages        share // there of here
	firsts       share // pages that begin with the same line
	lasts        share // pages that end with it
	lines, cells share // of text, and of table cells, that end alike
	edges        share // rules of tables within tolerance
	far          unit.Length
	text, foot   share // characters that are there, in their order; pages with the same running text
	differ       []lineDiff
	lost         []segment
	odd          []oddity
}

// An oddity is something of ours that the other program has elsewhere or not at all.
type oddity struct {
	kind string // "lines", "first lines", "rules" …
	page int    // from 1
	text string // of a line
}

// A share is how many of all are the same.
type share struct{ same, all int }

func (s *share) count(same bool) {
	s.all++
	s.same += one(same)
}

func (s share) plus(o share) share { return share{s.same + o.same, s.all + o.all} }

func (s share) String() string { return fmt.Sprintf("%d/%d", s.same, s.all) }

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// A lineDiff is a line that the other program ends elsewhere.
type lineDiff struct {
	page         int
	ours, theirs string
}

// note counts, and keeps what is not the same.
func (p *parity) note(s *share, same bool, o oddity) {
	s.count(same)
	if !same {
		p.odd = append(p.odd, o)
	}
}

const parityRow = "%-20s %7s %7s %7s %9s %10s %10s %8s %12s %7s"

var parityHead = fmt.Sprintf(parityRow, "", "pages", "first", "last", "lines", "in cells", "rules", "farthest", "characters", "foot")

func (p *parity) row(name string) string {
	return fmt.Sprintf(parityRow, name, p.pages, p.firsts, p.lasts, p.lines, p.cells, p.edges, p.far, p.text, p.foot)
}

// add sums up; farthest is the farthest of all.
func (p *parity) add(o *parity) {
	p.pages, p.firsts, p.lasts = p.pages.plus(o.pages), p.firsts.plus(o.firsts), p.lasts.plus(o.lasts)
	p.lines, p.cells, p.edges = p.lines.plus(o.lines), p.cells.plus(o.cells), p.edges.plus(o.edges)
	p.text, p.foot, p.far = p.text.plus(o.text), p.foot.plus(o.foot), max(p.far, o.far)
}

// A comparison is two printings with their characters paired.
type comparison struct {
	a, b  *printing
	to    []int // index in b of each spot of a, -1: none
	lines []line
	good  []bool // of lines: the other program ends it alike
}

// A line is spots[from:to] of ours; last says that it ends its paragraph.
type line struct {
	from, to int
	last     bool
}

// compare measures b, another program's pages, by a, ours.
func compare(a, b *printing) *parity {
	p := &parity{pages: share{b.pages, a.pages}}
	c := likest(a, b)
	c.countLines(p)
	for i := range a.spots {
		if s := &a.spots[i]; s.block != nil {
			p.note(&p.text, c.to[i] >= 0, oddity{"characters", s.page + 1, string(s.r)})
		}
	}
	for n := range a.pages {
		p.note(&p.foot, n < b.pages && a.foot[n] == b.foot[n], oddity{"feet", n + 1, a.foot[n]})
	}
	c.pageEnds(p)
	c.edges(p)
	return p
}

// likest pairs the characters. There are many ways to pair as many: with what is repeated on a page, which is right for heads, and
// without it, which is right for labels that the other program shows once. The one that has more lines alike is kept.
func likest(a, b *printing) *comparison {
	with := &comparison{a: a, b: b, to: pairs(a.spots, b.spots)}
	without := &comparison{a: a, b: b, to: ownPairs(a.spots, b.spots)}
	with.findLines()
	without.findLines()
	if without.alike() > with.alike() {
		return without
	}
	return with
}

// alike counts the lines that belong to pages and end alike.
func (c *comparison) alike() int {
	n := 0
	for i := range c.lines {
		n += one(c.good[i] && c.own(i))
	}
	return n
}

// ownPairs pairs what belongs to the pages, and not what is repeated.
func ownPairs(a, b []spot) []int {
	var own []spot
	var at []int
	to := make([]int, len(a))
	for i := range a {
		if to[i] = -1; a[i].block != nil {
			own, at = append(own, a[i]), append(at, i)
		}
	}
	for k, j := range pairs(own, b) {
		to[at[k]] = j
	}
	return to
}

// breaks says whether a new line begins between two spots; vertical text has its lines side by side. The number of a note stands
// higher, but by less than half of the size.
func breaks(a, b *spot, vertical bool) bool {
	d := a.at.Y - b.at.Y
	if vertical {
		d = a.at.X - b.at.X
	}
	return a.page != b.page || max(d, -d) > max(a.size, b.size)/2
}

func (c *comparison) findLines() {
	spots, from := c.a.spots, 0
	for i := 1; i <= len(spots); i++ {
		last := i == len(spots) || spots[i].block != spots[i-1].block
		if last || breaks(&spots[i-1], &spots[i], spots[i].vertical) {
			l := line{from, i, last}
			c.lines, c.good = append(c.lines, l), append(c.good, c.same(l))
			from = i
		}
	}
}

// same says whether a line stands in one line there, and nothing behind it.
func (c *comparison) same(l line) bool {
	vertical := c.a.spots[l.from].vertical
	for i := l.from; i < l.to; i++ {
		if c.to[i] < 0 || i > l.from && breaks(&c.b.spots[c.to[i-1]], &c.b.spots[c.to[i]], vertical) {
			return false
		}
	}
	if l.last {
		return true
	}
	next := c.to[l.to]
	return next >= 0 && breaks(&c.b.spots[c.to[l.to-1]], &c.b.spots[next], vertical)
}

// own says whether line i belongs to the page, and is not repeated from another.
func (c *comparison) own(i int) bool { return c.a.spots[c.lines[i].from].block != nil }

func (c *comparison) countLines(p *parity) {
	for i, l := range c.lines {
		if !c.own(i) {
			continue
		}
		first, text := &c.a.spots[l.from], spell(c.a.spots[l.from:l.to])
		if first.cell {
			p.note(&p.cells, c.good[i], oddity{"lines in cells", first.page + 1, text})
		} else {
			p.note(&p.lines, c.good[i], oddity{"lines", first.page + 1, text})
		}
		if !c.good[i] {
			p.differ = append(p.differ, lineDiff{first.page, text, c.theirLine(l)})
		}
	}
}

// theirLine gives the line there in which the first character of ours stands.
func (c *comparison) theirLine(l line) string {
	j := -1
	for i := l.from; i < l.to && j < 0; i++ {
		j = c.to[i]
	}
	if j < 0 {
		return "(not there)"
	}
	spots := c.b.spots
	from, to := j, j+1
	for from > 0 && !breaks(&spots[from-1], &spots[from], false) {
		from--
	}
	for to < len(spots) && !breaks(&spots[to-1], &spots[to], false) {
		to++
	}
	return spell(spots[from:to])
}

func spell(spots []spot) string {
	var s strings.Builder
	for i := range spots {
		s.WriteRune(spots[i].r)
	}
	return s.String()
}

// pageEnds counts the pages that begin and that end with the same line.
func (c *comparison) pageEnds(p *parity) {
	var own []int
	for i := range c.lines {
		if c.own(i) {
			own = append(own, i)
		}
	}
	for k, i := range own {
		page := c.page(i)
		if k == 0 || c.page(own[k-1]) != page {
			p.note(&p.firsts, c.good[i] && c.pageThere(i) == page && (k == 0 || c.pageThere(own[k-1]) < page), oddity{"first lines", page + 1, ""})
		}
		if end := k == len(own)-1; end || c.page(own[k+1]) != page {
			p.note(&p.lasts, c.good[i] && c.pageThere(i) == page && (end || c.pageThere(own[k+1]) > page), oddity{"last lines", page + 1, ""})
		}
	}
}

func (c *comparison) page(line int) int { return c.a.spots[c.lines[line].from].page }

func (c *comparison) pageThere(line int) int {
	if j := c.to[c.lines[line].from]; j >= 0 {
		return c.b.spots[j].page
	}
	return -1
}

// tolerance is how far a rule may stand from ours.
const tolerance = unit.MM / 2

// elsewhere is the distance of what is not on the same page.
const elsewhere = 1 << 40

// edges looks for each of our rules there: where it stands and where it ends.
func (c *comparison) edges(p *parity) {
	a, b := joined(c.a.segments), joined(c.b.segments)
	for i := range a {
		best := unit.Length(elsewhere)
		for j := range b {
			best = min(best, a[i].distance(&b[j]))
		}
		p.note(&p.edges, best <= tolerance, oddity{"rules", a[i].page + 1, ""})
		if best > tolerance {
			p.lost = append(p.lost, a[i])
			continue
		}
		p.far = max(p.far, best)
	}
}

// distance is how far rule o is from s, sideways or at its ends. That one ends at the outer edge of the frame and the other at
// its inner edge makes no distance.
func (s *segment) distance(o *segment) unit.Length {
	if s.page != o.page || s.upright != o.upright {
		return elsewhere
	}
	const frame = unit.Pt
	abs := func(l unit.Length) unit.Length { return max(l, -l) }
	return max(abs(s.pos-o.pos), abs(s.start-o.start)-frame, abs(s.end-o.end)-frame)
}

// joined makes one of rules that continue each other: programs cut them at different places.
func joined(segments []segment) []segment {
	list := slices.Clone(segments)
	slices.SortFunc(list, func(a, b segment) int {
		return cmp.Or(a.page-b.page, one(a.upright)-one(b.upright), cmp.Compare(a.pos, b.pos), cmp.Compare(a.start, b.start))
	})
	for {
		out := joinedOnce(list)
		if len(out) == len(list) {
			return out
		}
		list = out // a piece may close the gap between two before it
	}
}

func joinedOnce(list []segment) (out []segment) {
	const near = 3 * unit.Pt / 2
	for _, s := range list {
		k := slices.IndexFunc(out, func(o segment) bool {
			return o.page == s.page && o.upright == s.upright && s.pos-o.pos <= unit.Pt/2 && s.start <= o.end+near && s.end >= o.start-near
		})
		if k < 0 {
			out = append(out, s)
			continue
		}
		out[k].start, out[k].end = min(out[k].start, s.start), max(out[k].end, s.end)
	}
	return out
}

// Two paragraphs, 甲乙丙丁 and 戊, on a page with one rule. The other program ends the first line one character later and
// draws the rule in three pieces, 1 pt lower:
//
//	ours   甲乙 | 丙丁 | 戊      theirs   甲乙丙 | 丁 | 戊
func TestCompare(t *testing.T) {
	one, two := &display.Node{}, &display.Node{}
	at := func(r rune, x, line int, n *display.Node) spot {
		return spot{r: r, at: unit.Point{X: unit.Length(x) * unit.Hao3, Y: unit.Length(line) * 29 * unit.Pt}, size: unit.Hao3, block: n}
	}
	rule := func(y, from, to unit.Length) segment {
		return segment{pos: y * unit.Pt, start: from * unit.Pt, end: to * unit.Pt}
	}
	a := &printing{pages: 1, foot: []string{"—1—"}, segments: []segment{rule(100, 0, 200)}, spots: []spot{
		at('甲', 0, 1, one), at('乙', 1, 1, one), at('丙', 0, 2, one), at('丁', 1, 2, one), at('戊', 0, 3, two)}}
	b := &printing{pages: 1, foot: []string{"—1—"}, segments: []segment{rule(101, 150, 200), rule(101, 0, 90), rule(101, 90, 150)}, spots: []spot{
		at('甲', 0, 1, nil), at('乙', 1, 1, nil), at('丙', 2, 1, nil), at('丁', 0, 2, nil), at('戊', 0, 3, nil)}}
	p := compare(a, b)
	got := p.row("")
	want := fmt.Sprintf(parityRow, "", "1/1", "0/1", "1/1", "1/3", "0/0", "1/1", "1pt", "5/5", "1/1")
	if got != want {
		t.Errorf("\n%s\n%s, want\n%s", parityHead, got, want)
	}
	if len(p.differ) != 2 || p.differ[0].theirs != "甲乙丙" || p.differ[1].ours != "丙丁" {
		t.Errorf("%+v", p.differ)
	}
	b.segments = []segment{rule(102, 0, 200)}
	b.spots[4].page, b.spots[3].r = 1, '卯'
	want = fmt.Sprintf(parityRow, "", "1/1", "0/1", "0/1", "1/3", "0/0", "0/1", "0pt", "4/5", "1/1")
	if got := compare(a, b).row(""); got != want {
		t.Errorf("\n%s\n%s, want\n%s", parityHead, got, want)
	}
}
