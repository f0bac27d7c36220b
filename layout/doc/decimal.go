package doc

import "strings"

// A Place is a place in the text of spans: a span and a byte of its Text.
type Place struct{ Span, At int }

// DecimalPoint finds where the whole part of a figure ends: at its decimal point, or behind its last digit. Signs, brackets
// and words may stand before it, units and percent signs behind: （12.5）, 约 1,234 万元, −0.8%. ok is false for a text
// without a figure.
func DecimalPoint(spans []Span) (at Place, ok bool) {
	for i := range spans {
		s := spans[i].Text
		from := strings.IndexAny(s, "0123456789")
		if from < 0 {
			continue
		}
		to := from
		for to < len(s) && (digit(s[to]) || s[to] == ',' && to+1 < len(s) && digit(s[to+1])) {
			to++
		}
		if from > 0 && s[from-1] == '.' { // .5
			to = from - 1
		}
		return Place{i, to}, true
	}
	return Place{}, false
}

func digit(c byte) bool { return '0' <= c && c <= '9' }
