package doc

import (
	"strings"
	"unicode/utf8"
)

// longestLeadIn is three lines of the grid of GB/T 9704-2012.
const longestLeadIn = 3 * 28

// LeadIn reports whether a text ends in a colon and is short: it leads to what follows, and stays on one page with it. Several blanks behind
// the colon are room to be filled in, and lead to nothing.
func LeadIn(text []Span) bool {
	chars, last := 0, ""
	for i := range text {
		chars += utf8.RuneCountInString(text[i].Text)
		if text[i].Text != "" {
			last = text[i].Text
		}
	}
	last = strings.TrimSuffix(strings.TrimSuffix(last, " "), "\u3000")
	return chars <= longestLeadIn && (strings.HasSuffix(last, "：") || strings.HasSuffix(last, ":"))
}
