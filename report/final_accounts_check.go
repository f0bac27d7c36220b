package report

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Check gives everything wrong with the accounts: what is missing, codes that are none, sums that are off by more than the
// rounding of their numbers, text that cannot be printed.
func (f *FinalAccounts) Check() Problems {
	c := &accountsChecker{report: f, known: fieldCache{}, at: map[string]int{}}
	c.walk(reflect.ValueOf(f).Elem(), "")
	if code := yearCode(f.Year); code != "" {
		c.add("year", code, yearArgs(code, f.Year)...)
	}
	if !f.Date.IsZero() && !f.Date.valid() {
		c.add("date", "date.calendar", f.Date.Year, f.Date.Month, f.Date.Day)
	}
	for _, l := range accountsLists {
		c.codes(l.list, l.total, l.deep)
	}
	for _, s := range accountsSums {
		c.rule(s)
	}
	slices.SortStableFunc(c.problems, func(p, q Problem) int { return c.at[p.Path.String()] - c.at[q.Path.String()] })
	return f.places.settle(c.problems)
}

// accountsChecker collects the problems of one department's accounts.
type accountsChecker struct {
	report   *FinalAccounts
	known    fieldCache
	at       map[string]int // the place of each path in the report
	amounts  []accountsEntry
	codeList []accountsEntry
	problems Problems
}

// accountsEntry is a number, or a code, with its path.
type accountsEntry struct {
	src    string
	code   string
	amount Amount
}

func (c *accountsChecker) add(src string, code Code, args ...any) {
	c.problems = append(c.problems, NewProblem(ParsePath(src, c.report), code, args...))
}

// walk notes every number and code with its place, and checks each by itself.
func (c *accountsChecker) walk(v reflect.Value, src string) {
	c.at[src] = len(c.at)
	switch t := v.Interface().(type) {
	case Amount:
		c.amounts = append(c.amounts, accountsEntry{src: src, amount: t})
		c.amount(src, t)
		return
	case Date:
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for _, f := range c.known.of(v.Type()) {
			c.walk(v.Field(f.index), strings.TrimPrefix(src+"."+f.name, "."))
		}
	case reflect.Slice:
		for i := range v.Len() {
			c.walk(v.Index(i), element(src, i))
		}
	case reflect.String:
		c.text(src, v.String())
	}
}

func (c *accountsChecker) amount(src string, a Amount) {
	switch {
	case a.state != filled:
	case a.yuan < 0:
		c.add(src, "amount.negative", a.String())
	case a.yuan%(wan/100) != 0:
		c.add(src, "amount.cents", a.String())
	}
}

func (c *accountsChecker) text(src, text string) {
	field := src[strings.LastIndexByte(src, '.')+1:]
	if field == "code" {
		c.codeList = append(c.codeList, accountsEntry{src: strings.TrimSuffix(src, ".code"), code: text})
	} else if trim(text) == "" {
		c.add(src, "field.missing")
	}
	for _, p := range CheckText(nil, text) {
		p.Path = ParsePath(src, c.report)
		c.problems = append(c.problems, p)
	}
}

// codes checks the codes of a list and adds them up, column by column.
func (c *accountsChecker) codes(list, total string, deep int) {
	var rows []accountsEntry
	for _, e := range c.codeList {
		if strings.HasPrefix(e.src, list+"[") {
			rows = append(rows, e)
		}
	}
	known := map[string]bool{}
	for _, r := range rows {
		known[r.code] = true
	}
	for i, r := range rows {
		c.code(r, i == 0 && total == "", deep, known)
	}
	if len(rows) == 0 {
		return
	}
	for _, column := range c.columns(rows[0].src) {
		at := total
		if total == "" {
			at = rows[0].src + column
		}
		c.children(rows, "", at, column)
		for _, r := range rows {
			if r.code != "" {
				c.children(rows, r.code, r.src+column, column)
			}
		}
	}
}

// code checks one code: its figures, and that the one it belongs to is there.
func (c *accountsChecker) code(r accountsEntry, first bool, deep int, known map[string]bool) {
	n := len(r.code)
	shaped := n >= 3 && n <= deep && n%2 == 1 && strings.Trim(r.code, "0123456789") == ""
	switch {
	case first && r.code == "":
	case first:
		c.add(r.src+".code", "account.total")
	case !shaped:
		c.add(r.src+".code", "account.code", r.code)
	case n > 3 && !known[r.code[:n-2]]:
		c.add(r.src+".code", "account.parent", r.code, r.code[:n-2])
	}
}

// columns are the numbers of a row, as paths from the row on.
func (c *accountsChecker) columns(row string) []string {
	var out []string
	for _, e := range c.amounts {
		if rest, ok := strings.CutPrefix(e.src, row+"."); ok {
			out = append(out, "."+rest)
		}
	}
	return out
}

// children checks that the codes below one add up to it; a code without any stands for itself. Those of 类 have three figures.
func (c *accountsChecker) children(rows []accountsEntry, code, at, column string) {
	length := len(code) + 2
	if code == "" {
		length = 3
	}
	var parts []Amount
	for _, r := range rows {
		if len(r.code) == length && strings.HasPrefix(r.code, code) {
			parts = append(parts, c.value(r.src+column))
		}
	}
	if len(parts) > 0 {
		c.compare(at, parts, "")
	}
}

func (c *accountsChecker) value(src string) Amount {
	if i, ok := c.find(src); ok {
		return c.amounts[i].amount
	}
	return Amount{}
}

func (c *accountsChecker) find(src string) (int, bool) {
	at, ok := c.at[src]
	if !ok {
		return 0, false
	}
	return slices.BinarySearchFunc(c.amounts, at, func(e accountsEntry, at int) int { return c.at[e.src] - at })
}

// rule checks a rule for every row that it is meant for.
func (c *accountsChecker) rule(s accountsSum) {
	if !strings.Contains(s.total, "[*]") {
		c.equation(s, "")
		return
	}
	list, _, _ := strings.Cut(s.total, "[*]")
	for i := 0; ; i++ {
		if _, ok := c.at[element(list, i)]; !ok {
			return
		}
		c.equation(s, "["+strconv.Itoa(i)+"]")
	}
}

// equation checks a rule with the row put in.
func (c *accountsChecker) equation(s accountsSum, row string) {
	at := strings.Replace(s.total, "[*]", row, 1)
	if _, ok := c.find(at); !ok {
		return // a table without rows
	}
	var parts []Amount
	for _, p := range s.parts {
		src, minus := strings.CutPrefix(strings.Replace(p, "[*]", row, 1), "-")
		for _, a := range c.all(src) {
			if minus {
				a.yuan = -a.yuan
			}
			parts = append(parts, a)
		}
	}
	other := ""
	if len(s.parts) == 1 && !strings.Contains(s.parts[0], "[]") {
		other = s.parts[0]
	}
	c.compare(at, parts, other)
}

// all gives the number at the path, or those of all rows where it has [].
func (c *accountsChecker) all(src string) []Amount {
	list, rest, many := strings.Cut(src, "[]")
	if !many {
		return []Amount{c.value(src)}
	}
	var out []Amount
	for i := 0; ; i++ {
		row := element(list, i)
		if _, ok := c.at[row]; !ok {
			return out
		}
		out = append(out, c.value(row+rest))
	}
}

// compare tells where a number is not what the parts come to, or not the same as one in another table.
func (c *accountsChecker) compare(at string, parts []Amount, other string) {
	is := c.value(at)
	want := Amount{decimals: 2, state: filled}
	for _, p := range append(parts, is) {
		if p.state == unread {
			return // Decode has told
		}
	}
	for _, p := range parts {
		want.yuan += p.yuan
	}
	if diff := want.yuan - is.yuan; diff <= tolerance && diff >= -tolerance {
		return
	}
	is.decimals, is.state = 2, filled
	if other != "" {
		c.add(at, "sum.table", ParsePath(other, c.report), want.String(), is.String())
		return
	}
	c.add(at, "sum.amounts", want.String(), is.String())
}
