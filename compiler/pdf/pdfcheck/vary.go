package pdfcheck

import (
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
)

// Rounds is how many variations a test makes: 50, or as many as BANXIN_SURVIVORS says.
func Rounds() int {
	if n, err := strconv.Atoi(os.Getenv("BANXIN_SURVIVORS")); err == nil {
		return n
	}
	return 50
}

// Vary makes a text of two others: the beginning of one, the end of one, and a few characters of any kind among them. As r always
// gives the same numbers the texts are always the same, where a search by go test -fuzz finds others each day.
func Vary(r *rand.Rand, texts []string) string {
	a, b := []rune(texts[r.IntN(len(texts))]), []rune(texts[r.IntN(len(texts))])
	all := slices.Concat(a[:r.IntN(len(a)+1)], b[r.IntN(len(b)+1):])
	for range r.IntN(4) {
		at := r.IntN(len(all) + 1)
		all = slices.Insert(all, at, slices.Repeat([]rune{character(r)}, 1+r.IntN(3))...)
	}
	s := string(all)
	if r.IntN(16) == 0 {
		s = s[:r.IntN(len(s)+1)] // it may end within a character
	}
	return s
}

// blocks are where characters of reports and characters that trouble stand.
var blocks = [...][2]rune{{0, 0x7F}, {0x80, 0x24F}, {0x300, 0x36F}, {0x600, 0x6FF}, {0x2000, 0x206F}, {0x2100, 0x25FF}, {0x3000, 0x30FF}, {0x4E00, 0x9FFF},
	{0x4E00, 0x9FFF}, {0xE000, 0xE8FF}, {0xFE00, 0xFFFF}, {0x1F300, 0x1F6FF}, {0x20000, 0x2A6DF}, {0xE0000, 0xE01EF}}

func character(r *rand.Rand) rune {
	block := blocks[r.IntN(len(blocks))]
	return block[0] + r.Int32N(block[1]-block[0]+1)
}
