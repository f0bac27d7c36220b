package report

import (
	"bytes"
	"slices"
	"unicode/utf8"
)

// lines turns byte offsets into lines and columns.
type lines struct {
	data   []byte
	starts []int // offset of each line's first byte

	// The last answer. Values are asked for in order, and an input of a single line is counted through only once.
	at, line, col int
}

func newLines(data []byte) *lines {
	l := &lines{data: data, starts: []int{0}}
	for at := 0; ; {
		i := bytes.IndexByte(data[at:], '\n')
		if i < 0 {
			return l
		}
		at += i + 1
		l.starts = append(l.starts, at)
	}
}

// place gives line and column of the offset, from 1; columns count characters.
func (l *lines) place(at int) (line, col int) {
	at = min(at, len(l.data))
	i, found := slices.BinarySearch(l.starts, at)
	if !found {
		i--
	}
	from, col := l.starts[i], 1
	if l.line == i+1 && l.at <= at {
		from, col = l.at, l.col
	}
	l.at, l.line, l.col = at, i+1, col+utf8.RuneCount(l.data[from:at])
	return l.line, l.col
}
