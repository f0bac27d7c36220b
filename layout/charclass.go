package layout

import "unicode"

// charClass says how a character behaves in a line. The classes are those of CLREQ 3.1 and JLREQ appendix A, drawn together
// where they behave alike, and of UAX 14 for what is not Han.
type charClass uint8

const (
	classHan        charClass = iota // Han, kana, enclosed figures, fullwidth letters: a line may break on both sides
	classOpen                        // “ （ 《
	classClose                       // ” ） 》
	classComma                       // ， 、 ； ：
	classStop                        // 。
	classQuestion                    // ？ ！
	classDot                         // ·
	classConnector                   // – ～ and — standing alone
	classSolidus                     // / between Han characters
	classDash                        // — of ——
	classEllipsis                    // … of ……
	classNonstarter                  // 々 ー and small kana
	classSymbol                      // × ± § and their like: Han or Latin by context
	classPrefix                      // ￥ $ №
	classPostfix                     // ％ ‰ ℃
	classLetter                      // of alphabets
	classDigit
	classLatinOpen  // ( [
	classLatinClose // ) ] , . ; : ! ?
	classHyphen     // -
	classLatinMark  // / & = and other marks inside Latin words
	classHangul
	classSpace     // U+0020
	classWideSpace // U+3000
	classGlue      // no-break spaces
	classZeroSpace // U+200B: a line may break here
	classJoiner    // U+2060
	classExtend    // combining marks and what gives no glyph
	classNote      // the bracketed number of a note
	classFeed      // forced new line
	classQuote     // “ ” ‘ ’ before it is known whose they are
	classEmDash    // — likewise
	classLeader    // … likewise
	classMiddleDot // · likewise
	classBad       // refused: checkText says why
)

// asciiClasses are the classes of U+0020–U+007F.
var asciiClasses = [96]charClass{
	classSpace, classLatinClose, classLatinMark, classLatinMark, classPrefix, classPostfix, classLatinMark, classLatinMark, // sp ! " # $ % & '
	classLatinOpen, classLatinClose, classLatinMark, classLatinMark, classLatinClose, classHyphen, classLatinClose, classLatinMark, // ( ) * + , - . /
	classDigit, classDigit, classDigit, classDigit, classDigit, classDigit, classDigit, classDigit, // 0–7
	classDigit, classDigit, classLatinClose, classLatinClose, classLatinMark, classLatinMark, classLatinMark, classLatinClose, // 8 9 : ; < = > ?
	classLatinMark, classLetter, classLetter, classLetter, classLetter, classLetter, classLetter, classLetter, // @ A–G
	classLetter, classLetter, classLetter, classLetter, classLetter, classLetter, classLetter, classLetter,
	classLetter, classLetter, classLetter, classLetter, classLetter, classLetter, classLetter, classLetter,
	classLetter, classLetter, classLetter, classLatinOpen, classLatinMark, classLatinClose, classLatinMark, classLatinMark, // X Y Z [ \ ] ^ _
	classLatinMark, classLetter, classLetter, classLetter, classLetter, classLetter, classLetter, classLetter, // ` a–g
	classLetter, classLetter, classLetter, classLetter, classLetter, classLetter, classLetter, classLetter,
	classLetter, classLetter, classLetter, classLetter, classLetter, classLetter, classLetter, classLetter,
	classLetter, classLetter, classLetter, classLatinOpen, classLatinMark, classLatinClose, classLatinMark, classBad, // x y z { | } ~ del
}

// classOf gives the class of a character by itself. The common ranges come first.
func classOf(r rune) charClass {
	switch {
	case r >= 0x4E00 && r <= 0x9FFF:
		return classHan
	case r < 0x80:
		if r < 0x20 {
			return controlClass(r)
		}
		return asciiClasses[r-0x20]
	case r >= 0x3000 && r <= 0x30FF:
		return cjkMarkClass(r)
	case r >= 0xFF00 && r <= 0xFFEF:
		return fullwidthClass(r)
	case r < 0x2000:
		return latin1Class(r)
	case r < 0x3000:
		return generalMarkClass(r)
	}
	return otherClass(r)
}

func controlClass(r rune) charClass {
	if r == '\n' {
		return classFeed
	}
	return classBad
}

// latin1Class serves U+0080–U+1FFF.
func latin1Class(r rune) charClass {
	switch r {
	case 0xA0:
		return classGlue
	case 0xA3, 0xA4, 0xA5:
		return classPrefix
	case 0xA2, 0xB0:
		return classPostfix
	case 0xB7:
		return classMiddleDot
	case 0xA1, 0xAB, 0xBF:
		return classLatinOpen
	case 0xBB:
		return classLatinClose
	case 0xAD:
		return classExtend
	case 0xA7, 0xA8, 0xAC, 0xAF, 0xB1, 0xB4, 0xB6, 0xD7, 0xF7:
		return classSymbol
	case 0x61C, 0x180E:
		return classBad
	}
	switch {
	case r < 0xA0:
		return classBad
	case r >= 0x300 && unicode.Is(unicode.M, r):
		return classExtend
	case r >= 0x1100 && r <= 0x11FF:
		return classHangul
	}
	return classLetter
}

// generalMarkClass serves U+2000–U+2FFF.
func generalMarkClass(r rune) charClass {
	switch r {
	case 0x2018, 0x2019, 0x201C, 0x201D:
		return classQuote
	case 0x2014, 0x2015, 0x2500, 0x2501: // GBK has ― and ─ besides, and input methods gave them for a dash
		return classEmDash
	case 0x2026:
		return classLeader
	case 0x2E3A, 0x2E3B:
		return classDash
	case 0x2039:
		return classLatinOpen
	case 0x203A:
		return classLatinClose
	case 0x2329: // the canonical equals of 〈 〉
		return classOpen
	case 0x232A:
		return classClose
	case 0x2025, 0x22EF:
		return classEllipsis
	case 0x2013, 0x2012:
		return classConnector
	case 0x2027:
		return classDot
	case 0x2010, 0x2011:
		return classHyphen
	case 0x2030, 0x2031, 0x2032, 0x2033, 0x2034, 0x2103, 0x2109:
		return classPostfix
	case 0x2116, 0x20AC:
		return classPrefix
	case 0x203C, 0x2047, 0x2048, 0x2049:
		return classQuestion
	case 0x2007, 0x202F:
		return classGlue
	case 0x200B:
		return classZeroSpace
	case 0x2060:
		return classJoiner
	case 0x200C, 0x200D:
		return classExtend
	}
	switch {
	case r <= 0x200A, r == 0x205F:
		return classSpace
	case unicode.Is(unicode.Ps, r): // ⟨ ⌈ ❨
		return classLatinOpen
	case unicode.Is(unicode.Pe, r):
		return classLatinClose
	case r <= 0x200F, r >= 0x2028 && r <= 0x202E, r >= 0x2061 && r <= 0x206F:
		return classBad
	case r <= 0x205E, r >= 0x2190 && r <= 0x22FF:
		return classSymbol
	case r >= 0x2070 && r <= 0x209C:
		return classLetter
	case r >= 0x20D0 && r <= 0x20F0:
		return classExtend
	}
	return classHan // ① Ⅱ ■ and Kangxi radicals
}

// cjkMarkClass serves U+3000–U+30FF: CJK symbols and kana.
func cjkMarkClass(r rune) charClass {
	switch r {
	case 0x3000:
		return classWideSpace
	case 0x3001:
		return classComma
	case 0x3002:
		return classStop
	case 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0x3018, 0x301A, 0x301D:
		return classOpen
	case 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017, 0x3019, 0x301B, 0x301E, 0x301F:
		return classClose
	case 0x301C, 0x30A0:
		return classConnector
	case 0x30FB:
		return classDot
	case 0x3005, 0x303B, 0x309B, 0x309C, 0x309D, 0x309E, 0x30FC, 0x30FD, 0x30FE, // 々 〻 ゛ ゜ ゝ ゞ ー ヽ ヾ
		0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308E, 0x3095, 0x3096, // small hiragana
		0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7, 0x30EE, 0x30F5, 0x30F6: // small katakana
		return classNonstarter
	case 0x302A, 0x302B, 0x302C, 0x302D, 0x302E, 0x302F, 0x3099, 0x309A:
		return classExtend
	}
	return classHan
}

// fullwidthClass serves U+FF00–U+FFEF.
func fullwidthClass(r rune) charClass {
	switch r {
	case 0xFF08, 0xFF3B, 0xFF5B, 0xFF5F, 0xFF62:
		return classOpen
	case 0xFF09, 0xFF3D, 0xFF5D, 0xFF60, 0xFF63:
		return classClose
	case 0xFF0C, 0xFF1A, 0xFF1B, 0xFF64:
		return classComma
	case 0xFF0E, 0xFF61:
		return classStop
	case 0xFF01, 0xFF1F:
		return classQuestion
	case 0xFF0D, 0xFF5E:
		return classConnector
	case 0xFF0F:
		return classSolidus
	case 0xFF65:
		return classDot
	case 0xFF04, 0xFFE1, 0xFFE5, 0xFFE6:
		return classPrefix
	case 0xFF05, 0xFFE0:
		return classPostfix
	case 0xFF02, 0xFF03, 0xFF07, 0xFF20: // ＂ ＃ ＇ ＠
		return classLatinMark
	case 0xFF06, 0xFF0A, 0xFF0B, 0xFF1C, 0xFF1D, 0xFF1E, 0xFF5C: // ＆ ＊ ＋ ＜ ＝ ＞ ｜
		return classSymbol
	case 0xFF9E, 0xFF9F:
		return classNonstarter
	case 0xFFA0:
		return classExtend
	}
	switch {
	case r >= 0xFF10 && r <= 0xFF19:
		return classDigit
	case r >= 0xFF67 && r <= 0xFF70:
		return classNonstarter
	case r >= 0xFFA1 && r <= 0xFFDC:
		return classHangul
	}
	return classHan
}

// formClass serves U+FE10–U+FE6F, forms of other marks for vertical lines and small ones: ︵ ︶ ﹝ ﹞ ﹐. They behave as those do.
func formClass(r rune) charClass {
	switch r {
	case 0xFE10, 0xFE11, 0xFE13, 0xFE14, 0xFE50, 0xFE51, 0xFE54, 0xFE55:
		return classComma
	case 0xFE12, 0xFE52:
		return classStop
	case 0xFE15, 0xFE16, 0xFE56, 0xFE57:
		return classQuestion
	case 0xFE31, 0xFE32, 0xFE58, 0xFE63:
		return classConnector
	case 0xFE69:
		return classPrefix
	case 0xFE6A:
		return classPostfix
	}
	switch {
	case unicode.Is(unicode.Ps, r):
		return classOpen
	case unicode.Is(unicode.Pe, r):
		return classClose
	case unicode.Is(unicode.M, r):
		return classExtend
	}
	return classHan
}

// otherClass serves what is above U+3100 and in no range of its own.
func otherClass(r rune) charClass {
	switch {
	case r >= 0x31F0 && r <= 0x31FF:
		return classNonstarter
	case r >= 0xAC00 && r <= 0xD7FF, r >= 0xA960 && r <= 0xA97F:
		return classHangul
	case r >= 0xE000 && r <= 0xF8FF, r >= 0xF0000, r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE, r == 0xFEFF, r == unicode.ReplacementChar:
		return classBad
	case r >= 0xE0001 && r <= 0xE007F:
		return classBad
	case r >= 0xFE10 && r <= 0xFE6F:
		return formClass(r)
	case r >= 0xFE00 && r <= 0xFE0F, r >= 0xE0100 && r <= 0xE01EF, r >= 0x1F3FB && r <= 0x1F3FF:
		return classExtend
	case r >= 0xA000 && r <= 0xABFF, r >= 0xFB00 && r <= 0xFDFF, r >= 0xFE70 && r <= 0xFEFE, r >= 0x10000 && r <= 0x1AFFF, r >= 0x1D400 && r <= 0x1D7FF:
		if unicode.Is(unicode.M, r) {
			return classExtend
		}
		return classLetter
	}
	return classHan
}

// isOpen and isClose tell brackets, wide and narrow.
func isOpen(c charClass) bool { return c == classOpen || c == classLatinOpen }

func isClose(c charClass) bool { return c == classClose || c == classLatinClose }
