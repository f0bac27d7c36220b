package main

import "strings"

// nearest gives the word that name was most likely meant to be: one that it begins, or the one with the fewest letters
// changed; "" where none comes near.
func nearest(name string, words []string) string {
	best, least := "", len(name)/3+2
	for _, w := range words {
		if len(name) > 1 && strings.HasPrefix(w, name) {
			return w
		}
		if d := distance(name, w); d < least && d < len(w) {
			best, least = w, d
		}
	}
	return best
}

// distance is the number of letters to put in, take out or change to make b of a; letters that changed places count once
// (optimal string alignment). Words longer than any command come near none.
func distance(a, b string) int {
	if len(a) > 32 {
		return len(a)
	}
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			change := rows[i-1][j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			rows[i][j] = min(change, rows[i-1][j]+1, rows[i][j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}
