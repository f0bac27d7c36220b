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

// successor gives what stands in GB 18030-2022 in place of a private-use character of GBK or of an earlier edition. Clerks'
// files still carry them: 䶮 of personal names was U+E863.
func successor(r rune) rune {
	switch {
	case r >= 0xE78D && r <= 0xE796: // vertical forms of ， 。 、 ： ； ！ ？ 〖 〗 …; 2022 moved them
		return [...]rune{0xFE10, 0xFE12, 0xFE11, 0xFE13, 0xFE14, 0xFE15, 0xFE16, 0xFE17, 0xFE18, 0xFE19}[r-0xE78D]
	case r >= 0xE815 && r <= 0xE864:
		return gbkComponents[r-0xE815]
	case r == 0xE7E7: // GBK A989, ideographic variation indicator
		return 0x303E
	case r >= 0xE7E8 && r <= 0xE7F3: // GBK A98A–A995, ideographic description characters
		return 0x2FF0 + r - 0xE7E8
	case r == 0xE5E5: // A3A0
		return 0x3000
	case r == 0xE7C7: // ḿ
		return 0x1E3F
	case r == 0xE7C8: // ǹ
		return 0x01F9
	}
	return 0
}

// gbkComponents are the characters at GBK FE50–FEA0, which GBK mapped to U+E815–U+E864: components and characters that
// Unicode did not have then. 14 of them kept their private-use mapping until 2022.
var gbkComponents = [80]rune{
	0x2E81, 0x20087, 0x20089, 0x200CC, 0x2E84, 0x3473, 0x3447, 0x2E88, 0x2E8B, 0x9FB4, // U+E815
	0x359E, 0x361A, 0x360E, 0x2E8C, 0x2E97, 0x396E, 0x3918, 0x9FB5, 0x39CF, 0x39DF, // U+E81F
	0x3A73, 0x39D0, 0x9FB6, 0x9FB7, 0x3B4E, 0x3C6E, 0x3CE0, 0x2EA7, 0x215D7, 0x9FB8, // U+E829
	0x2EAA, 0x4056, 0x415F, 0x2EAE, 0x4337, 0x2EB3, 0x2EB6, 0x2EB7, 0x2298F, 0x43B1, // U+E833
	0x43AC, 0x2EBB, 0x43DD, 0x44D6, 0x4661, 0x464C, 0x9FB9, 0x4723, 0x4729, 0x477C, // U+E83D
	0x478D, 0x2ECA, 0x4947, 0x497A, 0x497D, 0x4982, 0x4983, 0x4985, 0x4986, 0x499F, // U+E847
	0x499B, 0x49B7, 0x49B6, 0x9FBA, 0x241FE, 0x4CA3, 0x4C9F, 0x4CA0, 0x4CA1, 0x4C77, // U+E851
	0x4CA2, 0x4D13, 0x4D14, 0x4D15, 0x4D16, 0x4D17, 0x4D18, 0x4D19, 0x4DAE, 0x9FBB, // U+E85B
}
