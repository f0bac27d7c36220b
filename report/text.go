package report

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// CheckText finds the characters of a text that cannot be printed or would print differently elsewhere: control
// characters, invisible ones, lone bytes, private use. Each character is reported once a text, with its first place.
func CheckText(path Path, text string) Problems {
	var ps Problems
	var seen map[rune]bool
	n := 0
	for i, r := range text {
		n++
		code := charCode(r)
		if code == "" || seen[r] {
			continue
		}
		if _, size := utf8.DecodeRuneInString(text[i:]); r == utf8.RuneError && size == 1 {
			code = "text.utf8"
		}
		if seen == nil {
			seen = map[rune]bool{}
		}
		seen[r] = true
		ps = append(ps, NewProblem(path, code, charArgs(code, r, n)...))
	}
	return ps
}

// charCode says what is wrong with a character, "" for most.
func charCode(r rune) Code {
	switch {
	case r >= 0x20 && r < 0x7F, r >= 0x2E80 && r < 0xA000 && r != 0x3164:
		return ""
	case r == '\n':
		return "text.newline"
	case unicode.Is(unicode.Cc, r):
		return "text.control"
	case r == utf8.RuneError:
		return "text.lost"
	case unicode.Is(unicode.Bidi_Control, r):
		return "text.bidi"
	case unicode.Is(unicode.Co, r):
		if successor(r) != 0 {
			return "text.successor"
		}
		return "text.private"
	case unicode.Is(unicode.Noncharacter_Code_Point, r):
		return "text.noncharacter"
	case isInvisible(r):
		return "text.invisible"
	}
	return ""
}

// dropped are the codes of the characters that DropInvisible takes out.
var dropped = [...]Code{"text.control", "text.bidi", "text.invisible"}

// DropInvisible takes out the characters that CheckText calls control characters, bidirectional controls and invisible: what
// comes along with text pasted from web pages and forms. A tab becomes a space, and what ends a line (U+000B, U+2028, U+2029) a line
// feed, so that no two words run together. Ideographic spaces that stood behind such characters at the very start, an indent made by
// hand, go too.
func DropInvisible(text string) string {
	if strings.IndexFunc(text, isDropped) < 0 {
		return text
	}
	clean := strings.Map(func(r rune) rune {
		switch {
		case !isDropped(r):
			return r
		case r == '\t':
			return ' '
		case r == '\v', r == 0x2028, r == 0x2029:
			return '\n'
		}
		return -1
	}, text)
	if r, _ := utf8.DecodeRuneInString(text); isDropped(r) {
		clean = strings.TrimLeft(clean, "\u3000")
	}
	return clean
}

func isDropped(r rune) bool {
	return slices.Contains(dropped[:], charCode(r))
}

// isInvisible tells characters that change nothing a reader sees. Variation selectors are none of them: they choose a
// glyph.
func isInvisible(r rune) bool {
	if unicode.Is(unicode.Variation_Selector, r) {
		return false
	}
	return unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Other_Default_Ignorable_Code_Point) // the last has fillers like U+3164
}

// charArgs are the arguments that the text of the code takes.
func charArgs(code Code, r rune, n int) []any {
	switch code {
	case "text.newline", "text.lost", "text.utf8":
		return []any{n}
	case "text.successor":
		s := successor(r)
		return []any{point(r), n, string(s), point(s)}
	}
	return []any{point(r), n}
}

func point(r rune) string { return fmt.Sprintf("U+%04X", r) }

// successor gives the character that took the place of a private-use code point of GB 18030, 0 where there is none. Files
// written by the editions of 2000 and 2005, and by GBK, carry such code points; GB 18030-2022 has no private-use mapping left for them.
func successor(r rune) rune {
	for _, b := range successors {
		if i := int(r - b.first); i >= 0 && i < utf8.RuneCountInString(b.now) {
			return []rune(b.now)[i]
		}
	}
	return 0
}

// successors are runs of consecutive code points. The bytes are those of GB 18030.
var successors = []struct {
	first rune
	now   string
}{
	{0xE78D, "\uFE10\uFE12\uFE11\uFE13\uFE14\uFE15\uFE16\uFE17\uFE18\uFE19"}, // A6D9–A6DF, A6EC–A6ED, A6F3: vertical punctuation
	{0xE7C7, "\u1E3F\u01F9"},  // A8BC, A8BF: ḿ, ǹ
	{0xE7E7, "〾⿰⿱⿲⿳⿴⿵⿶⿷⿸⿹⿺⿻"}, // A989–A995
	// FE50–FEA0
	{0xE815, "⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻"},
}
