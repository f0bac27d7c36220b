package report

import (
	"slices"
	"strings"
)

// A sum is one rule of arithmetic (勾稽关系), written once and meant for each of several rows or columns, which take the
// place of the * in its paths. Left and right side must be the same.
type sums struct {
	id    string // stable name of the rule
	code  Code
	at    string // what the problem is about
	left  []term
	right []term
	each  []string
}

// term is one number of a sum.
type term struct {
	src      string
	minus    bool
	lastYear bool // taken from the report of the year before
}

// The parts that sums are made of. What the format of a report does not have (closed, or closedAsOne) counts for nothing.
var (
	applicantKinds = []string{"person", "business", "research", "welfare", "legal", "other", "total"}

	resultParts = []string{
		"applications.results.public", "applications.results.partial",
		"applications.results.denied.stateSecret", "applications.results.denied.forbiddenByLaw",
		"applications.results.denied.security", "applications.results.denied.thirdParty",
		"applications.results.denied.internalAffairs", "applications.results.denied.process",
		"applications.results.denied.caseFile", "applications.results.denied.inquiry",
		"applications.results.unavailable.notHeld", "applications.results.unavailable.toBeMade",
		"applications.results.unavailable.stillVague",
		"applications.results.unprocessed.petition", "applications.results.unprocessed.duplicate",
		"applications.results.unprocessed.publication", "applications.results.unprocessed.excessive",
		"applications.results.unprocessed.reissue",
		"applications.results.closed.notCorrected", "applications.results.closed.notPaid", "applications.results.closed.rest",
		"applications.results.closedAsOne",
	}

	applicationRows = append(append([]string{"applications.new", "applications.carried"}, resultParts...),
		"applications.results.total", "applications.forward")
)

// allSums are all rules. The first is printed in the head of the table itself; the next three follow from what the table
// says; the last two tie a report to the one before.
var allSums = []sums{
	{"T3-col", "sum.balance", "applications.forward.*",
		terms("applications.new.*", "applications.carried.*"),
		terms("applications.results.total.*", "applications.forward.*"), applicantKinds},
	{"T3-sum", "sum.results", "applications.results.total.*",
		terms(suffix(resultParts, ".*")...), terms("applications.results.total.*"), applicantKinds},
	{"T3-row", "sum.row", "*.total",
		terms("*.person", "*.business", "*.research", "*.welfare", "*.legal", "*.other"), terms("*.total"), applicationRows},
	{"T4", "sum.reviews", "*.total",
		terms("*.upheld", "*.corrected", "*.other", "*.pending"), terms("*.total"),
		[]string{"reviews.reconsideration", "reviews.direct", "reviews.afterReconsideration"}},
	{"Y-carry", "year.carry", "applications.carried.*",
		[]term{{src: "applications.forward.*", lastYear: true}}, terms("applications.carried.*"), applicantKinds},
	{"Y-docs", "year.documents", "disclosure.*.inForce",
		[]term{{src: "disclosure.*.inForce", lastYear: true}, {src: "disclosure.*.issued"}, {src: "disclosure.*.repealed", minus: true}},
		terms("disclosure.*.inForce"), []string{"rules", "normative"}},
}

func terms(srcs ...string) []term {
	out := make([]term, len(srcs))
	for i, s := range srcs {
		out[i].src = s
	}
	return out
}

func suffix(list []string, s string) []string {
	out := make([]string, len(list))
	for i := range list {
		out[i] = list[i] + s
	}
	return out
}

// equation is a sum with a row or column put in.
type equation struct {
	id          string
	code        Code
	at          string
	left, right []term
}

// equations are all of them, in the order of the rules.
var equations = expand(allSums)

func expand(rules []sums) []equation {
	var out []equation
	for _, s := range rules {
		for _, row := range s.each {
			out = append(out, equation{s.id, s.code, put(s.at, row), putAll(s.left, row), putAll(s.right, row)})
		}
	}
	return out
}

func put(src, row string) string { return strings.Replace(src, "*", row, 1) }

func putAll(side []term, row string) []term {
	out := slices.Clone(side)
	for i := range out {
		out[i].src = put(out[i].src, row)
	}
	return out
}

// counts are the numbers of a report by path.
type counts map[string]*Count

func countsOf(root node) counts {
	c := make(counts, 256)
	root.leaves(func(n node) {
		if v, ok := n.value.Addr().Interface().(*Count); ok {
			c[n.src] = v
		}
	})
	return c
}

// checkSums gives a problem for every rule that does not hold. A rule is passed over where one of its numbers is not there
// or is no count: that is a problem of its own. Numbers that last year's report has left open are told of once a rule.
func checkSums(this, last counts) Problems {
	var ps Problems
	open := "" // the rule told of last
	for i := range equations {
		e := &equations[i]
		if this[e.at] == nil {
			continue
		}
		if e.isOpen(last) {
			if e.id != open {
				ps = append(ps, NewProblem(ParsePath(e.at, (*Annual)(nil)), "year.gap"))
			}
			open = e.id
			continue
		}
		left, lok := valuesOf(e.left, this, last)
		right, rok := valuesOf(e.right, this, last)
		if want, is := total(left), total(right); lok && rok && want != is {
			ps = append(ps, NewProblem(ParsePath(e.at, (*Annual)(nil)), e.code, sumArgs(e.code, left, right)...))
		}
	}
	return ps
}

// isOpen tells whether last year's report has the row that e leans on, and no number in it.
func (e *equation) isOpen(last counts) bool {
	return slices.ContainsFunc(e.left, func(t term) bool {
		return t.lastYear && last[t.src] != nil && last[t.src].IsZero()
	})
}

// valuesOf gives the numbers of one side, negative where they are taken off; ok is false where one cannot be used.
func valuesOf(side []term, this, last counts) (values []int64, ok bool) {
	values = make([]int64, 0, len(side))
	for _, t := range side {
		from := this
		if t.lastYear {
			from = last
		}
		c := from[t.src]
		if c == nil && t.lastYear {
			return nil, false
		}
		if c == nil {
			continue
		}
		n, filled := c.Value()
		if !filled || n < 0 || n > maxNumber {
			return nil, false
		}
		if t.minus {
			n = -n
		}
		values = append(values, n)
	}
	return values, true
}

func total(values []int64) int64 {
	var n int64
	for _, v := range values {
		n += v
	}
	return n
}

// sumArgs are both totals. The terms follow where the text of the code names them one by one.
func sumArgs(code Code, left, right []int64) []any {
	args := []any{total(left), total(right)}
	if code != "sum.balance" && code != "year.documents" {
		return args
	}
	for _, v := range append(left, right...) {
		args = append(args, max(v, -v))
	}
	return args
}
