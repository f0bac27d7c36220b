package report

import (
	"slices"
	"strings"
)

// Check gives everything wrong with the report, in document order: what is missing, numbers that are none, sums that do
// not come out, and, as warnings, what is likely a slip. With LastYear given, also what should carry over from it.
func (a *Annual) Check() Problems {
	c := &checker{report: a, root: treeOf(a)}
	c.counts = countsOf(c.root)
	c.identity()
	c.formats()
	c.numbers()
	c.rules()
	c.lastYear()
	c.texts()
	c.mentions()
	c.fees()
	return c.done()
}

// checker collects the problems of one report.
type checker struct {
	report   *Annual
	root     node
	counts   counts
	problems Problems
}

func (c *checker) add(src string, code Code, args ...any) {
	c.problems = append(c.problems, NewProblem(c.path(src), code, args...))
}

func (c *checker) path(src string) Path { return ParsePath(src, c.report) }

// identity checks the fields around the six sections.
func (c *checker) identity() {
	a := c.report
	if trim(a.Agency) == "" {
		c.add("agency", "field.missing")
	}
	if code := yearCode(a.Year); code != "" {
		c.add("year", code, yearArgs(code, a.Year)...)
	}
	if _, known := a.Rank.entry(); a.Rank != "" && !known {
		c.add("rank", "rank.unknown", string(a.Rank), strings.Join(rankList(), ", "))
	}
	switch {
	case a.Date.IsZero():
	case !a.Date.valid():
		c.add("date", "date.calendar", a.Date.Year, a.Date.Month, a.Date.Day)
	case a.Date.Year <= a.Year:
		c.add("date", "date.early", a.Date.String())
	}
}

// formats checks which shape of table is given.
func (c *checker) formats() {
	a := c.report
	if a.Disclosure2019 != nil && a.Disclosure != (Disclosure{}) {
		c.add("disclosure2019", "field.both", "disclosure")
	}
	if a.Applications.Results.ClosedAsOne != nil && a.Applications.Results.Closed != (Closed{}) {
		c.add("applications.results.closedAsOne", "field.both", "applications.results.closed")
	}
	c.formatOf("disclosure", "disclosure2019", a.Disclosure != (Disclosure{}), a.Disclosure2019 != nil)
	c.formatOf("applications.results.closed", "applications.results.closedAsOne",
		a.Applications.Results.Closed != (Closed{}), a.Applications.Results.ClosedAsOne != nil)
}

// The first reports in each format: 国办公开办函〔2019〕60号 and 〔2021〕30号 say how the report on that very year is written.
const (
	format2019 = 2019
	format2021 = 2021
)

// formatOf warns of a table in the format of other years.
func (c *checker) formatOf(newSrc, oldSrc string, isNew, isOld bool) {
	switch year := c.report.Year; {
	case year >= format2021 && isOld:
		c.add(oldSrc, "format.old", year)
	case year >= format2019 && year < format2021 && isNew && !isOld:
		c.add(newSrc, "format.new", year)
	}
}

// yearCode says what is wrong with the year of a report, "" where nothing is. The 条例 is in force since 2008.
func yearCode(year int) Code {
	switch {
	case year == 0:
		return "field.missing"
	case year < 2008 || year > 2100:
		return "field.year"
	}
	return ""
}

func yearArgs(code Code, year int) []any {
	if code == "field.year" {
		return []any{year}
	}
	return nil
}

// numbers checks every number by itself. A row or table in which nothing is filled in is one problem, not two hundred.
func (c *checker) numbers() { c.numbersBelow(c.root) }

func (c *checker) numbersBelow(n node) {
	for _, k := range n.kids {
		switch v := k.value.Addr().Interface().(type) {
		case *Count:
			c.count(k.src, *v, 0)
		case *Change:
			c.count(k.src, v.Count, -maxNumber)
		case *Amount:
			c.amount(k.src, *v)
		default:
			c.numbersIn(k)
		}
	}
}

func (c *checker) numbersIn(n node) {
	if n.isBlank() {
		c.add(n.src, "count.blank")
		return
	}
	c.numbersBelow(n)
}

func (c *checker) count(src string, v Count, least int64) {
	switch {
	case v.state == blank:
		c.add(src, "count.blank")
	case v.state == filled && v.n < least && v.n >= -maxNumber:
		c.add(src, "count.negative", v.n)
	case v.state == filled && (v.n > maxNumber || v.n < -maxNumber):
		c.add(src, "count.big", v.n)
	}
}

func (c *checker) amount(src string, v Amount) {
	switch {
	case v.state == blank:
		c.add(src, "count.blank")
	case v.state == filled && v.yuan < 0:
		c.add(src, "amount.negative", v.String())
	case v.state == filled && v.yuan > maxNumber*10:
		c.add(src, "count.big", v.String())
	}
}

// rules checks that nobody reports 规章 who cannot make any. The first such number tells enough.
func (c *checker) rules() {
	rank := c.report.rankOf()
	e, known := rank.entry()
	if !known || e.makeRules {
		return
	}
	rules := c.root.kid("disclosure").kid("rules")
	if c.report.Disclosure2019 != nil {
		rules = c.root.kid("disclosure2019").kid("rules")
	}
	for _, n := range rules.kids {
		if v, ok := c.counts[n.src].Value(); ok && v > 0 {
			c.add(n.src, "count.rank", rank, v)
			return
		}
	}
}

// lastYear checks the sums, and that the report they lean on is the right one.
func (c *checker) lastYear() {
	last := c.report.LastYear
	if last == nil {
		c.problems = append(c.problems, checkSums(c.counts, nil)...)
		return
	}
	if last.Year != c.report.Year-1 { // then its numbers tie to nothing here
		c.add("year", "year.other", c.report.Year-1, last.Year)
		c.problems = append(c.problems, checkSums(c.counts, nil)...)
		return
	}
	if last.Agency != c.report.Agency {
		c.add("agency", "year.agency", last.Agency)
	}
	c.problems = append(c.problems, checkSums(c.counts, countsOf(treeOf(last)))...)
}

// done puts the problems into the order of the document and tells where in the input they stand.
func (c *checker) done() Problems {
	ps := slices.DeleteFunc(c.problems, func(p Problem) bool { return c.report.places.isTold(p.Path) })
	if len(ps) == 0 {
		return nil
	}
	order := make(map[string][]int, len(ps))
	for i, p := range ps {
		order[p.Path.String()] = c.order(p.Path)
		ps[i] = c.report.places.locate(p)
	}
	slices.SortStableFunc(ps, func(p, q Problem) int {
		return slices.Compare(order[p.Path.String()], order[q.Path.String()])
	})
	return ps
}

// order gives the places of a path's steps among their likes.
func (c *checker) order(p Path) []int {
	at := fieldsOf(c.report)
	out := make([]int, len(p))
	for i, s := range p {
		if s.Field == "" {
			out[i] = s.Index
			continue
		}
		out[i] = slices.IndexFunc(at, func(f field) bool { return f.name == s.Field })
		at = at.find(s.Field).inside()
	}
	return out
}
