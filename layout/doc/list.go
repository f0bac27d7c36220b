package doc

import (
	"strconv"
	"strings"
)

// Mark is the mark of the i-th item, from 0: 1. （1） ① 一、 （一） or •.
func (l *List) Mark(i int) string {
	n := max(l.Start, 1) + i
	switch l.Kind {
	case Decimal:
		return strconv.Itoa(n) + "."
	case Parenthesis:
		return "（" + strconv.Itoa(n) + "）"
	case Circled:
		if n <= 20 {
			return string(rune('①' + n - 1))
		}
		return "(" + strconv.Itoa(n) + ")"
	case Chinese:
		return chineseNumber(n) + "、"
	case ChineseParenthesis:
		return "（" + chineseNumber(n) + "）"
	}
	return "•"
}

// Hang is the hanging indent of a list in a style: the style's own, or as many whole characters as its widest mark needs, so that
// the lines of all items begin below one another. 0 for a style that does not hang.
func (l *List) Hang(s *Style) Chars {
	if s.Indent >= 0 {
		return -s.Indent
	}
	hang := -s.Indent
	for i := range l.Items {
		hang = max(hang, markWidth(l.Mark(i)))
	}
	return hang
}

// markWidth is how many whole characters a mark takes up: half of one for a letter or figure, and a quarter between these and the
// text. A （ loses its empty half, a ） or 、 keeps it.
func markWidth(mark string) Chars {
	width, full := Chars(0), false
	for _, r := range mark {
		full = r >= 0x2000
		switch {
		case r == '（', !full:
			width += 50
		default:
			width += 100
		}
	}
	if !full {
		width += 25
	}
	return (width + 99) / 100 * 100
}

// chineseNumber writes n, from 1 to 9999, in Chinese figures as headings do: 十一, 一百零二.
func chineseNumber(n int) string {
	digits, units := []rune("零一二三四五六七八九"), []string{"", "十", "百", "千"}
	if n < 1 || n > 9999 {
		return strconv.Itoa(n)
	}
	var parts []string
	gap := false
	for place := 3; place >= 0; place-- {
		d := n / [...]int{1, 10, 100, 1000}[place] % 10
		if d == 0 {
			gap = len(parts) > 0
			continue
		}
		if gap {
			parts = append(parts, "零")
			gap = false
		}
		parts = append(parts, string(digits[d])+units[place])
	}
	if n >= 10 && n < 20 { // 十一, not 一十一
		parts[0] = "十"
	}
	return strings.Join(parts, "")
}

// ListAlign is how the items of a list stand in a cell whose text has the alignment: behind their marks, at the left, which a word
// processor would move along with text that is centred or at the right, each to another place.
func ListAlign(a Align) Align {
	switch a {
	case AlignCenter, AlignRight, AlignDecimal:
		return AlignLeft
	}
	return a
}
