package layout

import (
	"fmt"
	"unicode/utf8"

	"github.com/banxin-go/banxin/layout/doc"
)

// CharError is a character that must not stand in a text.
type CharError struct {
	Rune      rune // utf8.RuneError for bytes that are not UTF-8
	Span      int  // which of the paragraph's spans holds it
	At        int  // its byte in that span's Text
	Char      int  // its place in the paragraph in characters, from 0
	Reason    CharReason
	Successor rune // the character that GB 18030-2022 has in its place, 0 where there is none
}

// CharReason says why a character is refused.
type CharReason uint8

// The reasons.
const (
	BadUTF8      CharReason = iota // bytes that are not UTF-8: a lone surrogate, a cut or overlong sequence
	Control                        // C0, C1 or DEL; line breaks are U+000A alone
	BidiControl                    // turns text round where no reader sees it (Unicode TR 36, 2.2)
	Invisible                      // byte order mark, separators and other characters without width that text here never needs
	NonCharacter                   // U+FDD0–U+FDEF, U+xxFFFE and U+xxFFFF
	PrivateUse                     // means something in one font only
	Replacement                    // U+FFFD: something was lost before the text came here
)

// String names the reason.
func (r CharReason) String() string {
	return [...]string{"not UTF-8", "control character", "bidirectional control", "invisible character", "noncharacter",
		"private-use character", "replacement character"}[r]
}

func (e *CharError) Error() string {
	s := fmt.Sprintf("layout: character %d: U+%04X: %v", e.Char+1, e.Rune, e.Reason)
	if e.Successor != 0 {
		s += fmt.Sprintf("; GB 18030-2022 has %c U+%04X in its place", e.Successor, e.Successor)
	}
	return s
}

// checkText finds all characters that must not be set, in the order of the text.
func checkText(src string, spans []doc.Span) []error {
	var errs []error
	n := 0
	for i := range spans {
		text := spans[i].Text
		for at := 0; at < len(text); n++ {
			r, size := utf8.DecodeRuneInString(text[at:])
			reason, bad := refused(r, size)
			if bad {
				e := &CharError{Rune: r, Span: i, At: at, Char: n, Reason: reason, Successor: successor(r)}
				errs = append(errs, &Error{Src: src, Err: e})
			}
			at += size
		}
	}
	return errs
}

func refused(r rune, size int) (CharReason, bool) {
	if r == utf8.RuneError {
		if size == 1 {
			return BadUTF8, true
		}
		return Replacement, true
	}
	if classOf(r) != classBad {
		return 0, false
	}
	switch {
	case r < 0xA0:
		return Control, true
	case r >= 0xE000 && r <= 0xF8FF, r >= 0xF0000 && r&0xFFFE != 0xFFFE:
		return PrivateUse, true
	case r == 0x61C, r == 0x200E, r == 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return BidiControl, true
	case r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE:
		return NonCharacter, true
	}
	return Invisible, true
}

// successor gives what the standards put in place of a private-use character: GB 18030-2022 for the 24 that the edition of
// 2005 still had (its appendix D), 2000 and 2005 for two more that files in GBK carry.
func successor(r rune) rune {
	switch {
	case r >= 0xE78D && r <= 0xE796: // vertical forms of ， 。 、 ： ； ！ ？ 〖 〗 …
		return [...]rune{0xFE10, 0xFE12, 0xFE11, 0xFE13, 0xFE14, 0xFE15, 0xFE16, 0xFE17, 0xFE18, 0xFE19}[r-0xE78D]
	}
	switch r {
	case 0xE5E5: // GBK A3A0
		return 0x3000
	case 0xE7C7: // ḿ, GB 18030-2005
		return 0x1E3F
	case 0xE816:
		return 0x20087
	case 0xE817:
		return 0x20089
	case 0xE818:
		return 0x200CC
	case 0xE81E:
		return 0x9FB4
	case 0xE826:
		return 0x9FB5
	case 0xE82B:
		return 0x9FB6
	case 0xE82C:
		return 0x9FB7
	case 0xE831:
		return 0x215D7
	case 0xE832:
		return 0x9FB8
	case 0xE83B:
		return 0x2298F
	case 0xE843:
		return 0x9FB9
	case 0xE854:
		return 0x9FBA
	case 0xE855:
		return 0x241FE
	case 0xE864:
		return 0x9FBB
	}
	return 0
}
