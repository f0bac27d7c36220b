package report

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// The rules as they stand, one a line, so that a changed rule shows in review.
func TestSumsGolden(t *testing.T) {
	var b strings.Builder
	for _, s := range allSums {
		fmt.Fprintf(&b, "%s  %s  at %s\n", s.id, s.code, s.at)
		fmt.Fprintf(&b, "    %s\n  = %s\n", side(s.left), side(s.right))
		fmt.Fprintf(&b, "  for * in %d: %s\n", len(s.each), strings.Join(s.each, ", "))
	}
	golden(t, "sums.txt", b.String())
}

func side(ts []term) string {
	var b strings.Builder
	for i, t := range ts {
		switch {
		case t.minus:
			b.WriteString(" - ")
		case i > 0:
			b.WriteString(" + ")
		}
		if t.lastYear {
			b.WriteString("last year's ")
		}
		b.WriteString(t.src)
	}
	return b.String()
}

// How many equations each rule stands for, in a report of 2021 with last year's at hand.
func TestSumsCount(t *testing.T) {
	a := sound()
	counts := countsOf(treeOf(a))
	want := map[string]int{"T3-col": 7, "T3-sum": 7, "T3-row": 25, "T4": 3, "Y-carry": 7, "Y-docs": 2}
	for _, s := range allSums {
		n := 0
		for _, row := range s.each {
			if counts[strings.Replace(s.at, "*", row, 1)] != nil {
				n++
			}
		}
		if n != want[s.id] {
			t.Errorf("%s stands for %d equations, want %d", s.id, n, want[s.id])
		}
	}
}

// Every path in the rules leads to a number, and no row of the table is left out of the sums.
func TestSumsPaths(t *testing.T) {
	a := sound()
	a.Applications.Results.ClosedAsOne = &Applicants{}
	one, three := countsOf(treeOf(a)), countsOf(treeOf(sound()))
	for _, s := range allSums {
		for _, term := range append(slices.Clone(s.left), s.right...) {
			for _, row := range s.each {
				src := strings.Replace(term.src, "*", row, 1)
				if one[src] == nil && three[src] == nil {
					t.Errorf("%s: there is no %s", s.id, src)
				}
			}
		}
	}
	rows := map[string]bool{}
	for _, r := range applicationRows {
		rows[r] = true
	}
	for src := range three {
		row := src[:strings.LastIndex(src, ".")]
		if strings.HasPrefix(src, "applications.") && !rows[row] {
			t.Errorf("%s is in no sum", row)
		}
	}
	if got := structFields(reflect.TypeFor[Applicants]()); len(got) != len(applicantKinds) {
		t.Error(got)
	}
}

// The number of numbers is that of the printed form: 10, 175 and 15; with one row for （六） 161.
func TestHowManyNumbers(t *testing.T) {
	count := func(a *Annual) string {
		n := map[string]int{}
		treeOf(a).leaves(func(l node) {
			switch l.value.Addr().Interface().(type) {
			case *Count, *Change, *Amount:
				table, _, _ := strings.Cut(l.src, ".")
				n[table]++
			}
		})
		return fmt.Sprint(n)
	}
	if got := count(sound()); got != "map[applications:175 disclosure:10 reviews:15]" {
		t.Error(got)
	}
	a := &Annual{Disclosure2019: &Disclosure2019{}}
	a.Applications.Results.ClosedAsOne = &Applicants{}
	if got := count(a); got != "map[applications:161 disclosure2019:22 reviews:15]" {
		t.Error(got)
	}
}
