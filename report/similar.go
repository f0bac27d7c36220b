package report

import "strings"

// similar gives the field that the name was most likely meant to be, "" where none comes near. The Chinese name of a
// field, or a part of it, is as good as a slip of the pen.
func similar(name string, fs fields) string {
	best, least := "", max(1, len(name)/3)+1
	for _, f := range fs {
		switch {
		case strings.EqualFold(f.name, name):
			return f.name
		case f.zh != "" && f.zh != "-" && len(name) >= len("总计") && strings.Contains(f.zh, name):
			return f.name
		}
		if d := distance(strings.ToLower(name), strings.ToLower(f.name)); d < least {
			best, least = f.name, d
		}
	}
	return best
}

// distance is the number of letters to put in, take out, change or swap with their neighbour (Damerau–Levenshtein, each
// stretch edited once). Names longer than any field come near none.
func distance(a, b string) int {
	if len(a) > 40 {
		return len(a)
	}
	rows := [3][]int{make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)}
	for j := range rows[1] {
		rows[1][j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, last, row := rows[(i-1)%3], rows[i%3], rows[(i+1)%3]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return rows[(len(a)+1)%3][len(b)]
}
