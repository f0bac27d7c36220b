package layout

import (
	"sort"
	"strconv"
	"sync"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A plan is the whole document measured and broken into pages. Once Layout has returned, nothing changes but the setters at hand.
type plan struct {
	info     display.Info
	sheet    *doc.Sheet
	set      *fonts.Set
	lang     string
	sections []*section
	pages    []pageRef
	targets  map[string]place
	notes    map[string]string
	setters  sync.Pool // of those that have painted a page
}

// A pageRef is one page: the n-th of its section.
type pageRef struct {
	section int
	n       int
}

// A place is a band of a section's flow.
type place struct{ section, flow, band int }

// A section is a run of pages of one shape.
type section struct {
	page   *doc.Page
	flows  []flow
	bands  []band
	first  []int // index in bands of each flow's first band
	starts []int // index in bands of each page's first band
	page0  int   // number of its first page in the document, from 0
}

func (p *plan) addSection(s *section) {
	runs := s.collect()
	for i := 1; i < len(s.bands); i++ {
		if s.bands[i-1].fresh { // behind a break, which is a band without height, a page's top is as any other's
			s.bands[i].before = 0
		}
	}
	heights := make([]unit.Length, len(runs))
	for i := range runs {
		heights[i] = runs[i].height
	}
	s.starts = breakPages(s.bands, runs, p.sheet.Room(s.page).H, p.sheet.Table.Reserve)
	for i := range runs {
		if runs[i].height != heights[i] {
			s.settle(&runs[i])
		}
	}
	if len(s.starts) == 0 {
		s.starts = []int{0} // a section without content is still a page
	}
	s.page0 = len(p.pages)
	for n := range s.starts {
		p.pages = append(p.pages, pageRef{len(p.sections), n})
	}
	p.sections = append(p.sections, s)
	s.tellCuts()
}

// collect gathers the bands of all flows, and which of them are tables.
func (s *section) collect() (runs []run) {
	for _, f := range s.flows {
		at := len(s.bands)
		s.first = append(s.first, at)
		t, ok := f.(*tableFlow)
		if !ok {
			s.bands = append(s.bands, f.bands()...)
			continue
		}
		r := t.run()
		s.bands = append(s.bands, f.bands()...)
		r.from, r.to = at, len(s.bands)
		runs = append(runs, r)
	}
	return runs
}

// settle lets a table know how high it is.
func (s *section) settle(r *run) {
	t := s.flows[sort.SearchInts(s.first, r.from+1)-1].(*tableFlow)
	t.settle(r.height)
	renew(s.bands[r.from:r.to], t.bands())
}

// tellCuts lets the tables know where pages cut them, so that each page can be painted by itself.
func (s *section) tellCuts() {
	for i, f := range s.flows {
		t, ok := f.(*tableFlow)
		if !ok {
			continue
		}
		at := sort.SearchInts(s.starts, s.first[i]+1)
		for ; at < len(s.starts) && s.starts[at] < s.endOf(i); at++ {
			t.cutAt(s.starts[at] - s.first[i])
		}
	}
}

// endOf gives the index behind the last band of flow i.
func (s *section) endOf(i int) int {
	if i+1 < len(s.first) {
		return s.first[i+1]
	}
	return len(s.bands)
}

// bandsOf gives the bands [from, to) of the section's n-th page.
func (s *section) bandsOf(n int) (from, to int) {
	if n+1 < len(s.starts) {
		return s.starts[n], s.starts[n+1]
	}
	return s.starts[n], len(s.bands)
}

// area is the type area of page n of the document, mirrored on even pages when the section's page says so.
func (s *section) area(n int) unit.Rect {
	area := s.page.TypeArea()
	switch {
	case !s.page.Mirror || n%2 == 0:
	case s.page.Turned: // seen with the sheet turned, left is at the top
		area.Y = s.page.Bottom
	default:
		area.X = s.page.Right
	}
	return area
}

// locate gives the page of a place and the height of its upper edge there.
func (p *plan) locate(at place) display.Dest {
	s := p.sections[at.section]
	index := s.first[at.flow] + at.band
	n := sort.SearchInts(s.starts, index+1) - 1
	y := s.area(s.page0 + n).Y
	for i := s.starts[n]; i <= index && i < len(s.bands); i++ {
		if i > s.starts[n] {
			y += s.bands[i].before
		} else {
			y += s.bands[i].repeat
		}
		if i < index {
			y += s.bands[i].height
		}
	}
	return display.Dest{Page: s.page0 + n, Y: y}
}

// paint draws page n.
func (p *plan) paint(n int) *display.Page {
	ref := p.pages[n]
	s := p.sections[ref.section]
	page := &display.Page{Size: s.page.Size, Label: strconv.Itoa(n + 1)}
	out := &painter{page: page, plan: p, number: n, setter: p.setter()}
	defer p.setters.Put(out.setter)
	out.setter.noteMark, out.setter.store = p.noteMark, &out.store
	p.watermark(out, s.page)
	area := s.area(n)
	from, to := s.bandsOf(ref.n)
	y := area.Y
	for i := sort.SearchInts(s.first, from+1) - 1; i >= 0 && i < len(s.flows) && s.first[i] < to; i++ {
		a, b := max(from, s.first[i]), min(to, s.endOf(i))
		if a >= b {
			continue
		}
		if a > from {
			y += s.bands[a].before
		}
		s.flows[i].paint(out, a-s.first[i], b-s.first[i], unit.Point{X: area.X, Y: y})
		y += s.height(a, b, a == from)
	}
	p.running(out, s, area, ref.n == 0)
	return page
}

func (p *plan) setter() *setter {
	if s, ok := p.setters.Get().(*setter); ok {
		return s
	}
	return newSetter(p.set, p.sheet, p.lang, p.sheet.Page.TypeArea().W)
}

// height is what bands [a, b) take up, without the space above the first; top says that it is the first on its page.
func (s *section) height(a, b int, top bool) unit.Length {
	h := s.bands[a].height
	if top {
		h += s.bands[a].repeat
	}
	for _, next := range s.bands[a+1 : b] {
		h += next.before + next.height
	}
	return h
}

func (p *plan) noteMark(key string) string { return p.notes[key] }
