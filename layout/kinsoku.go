package layout

import "github.com/banxin-go/banxin/layout/doc"

// A tongue is a language as far as it changes how lines are set.
type tongue uint8

const (
	zhHans tongue = iota
	zhHant
	japanese
	korean
	western
)

// tongueOf reads a BCP 47 tag.
func tongueOf(lang string) tongue {
	if len(lang) < 2 {
		return zhHans
	}
	switch lang[:2] {
	case "zh":
		for _, hant := range [...]string{"zh-Hant", "zh-TW", "zh-HK", "zh-MO"} {
			if len(lang) >= len(hant) && lang[:len(hant)] == hant {
				return zhHant
			}
		}
		return zhHans
	case "ja":
		return japanese
	case "ko":
		return korean
	}
	return western
}

// Prices of line ends that are allowed and better avoided. A line whose Han characters stand more than about 1/10 em apart
// costs as much as urlBreak.
const (
	hyphenBreak  = 50
	bracketBreak = 100  // 国办发|〔2021〕30号
	numberBreak  = 100  // 83605210|转
	codeBreak    = 300  // No. |15
	rangeBreak   = 1000 // 2019—|2022, 30余|件
	urlBreak     = 500
	pointBreak   = tearWord // www|.gov.cn
	wholeBreak   = 12000    // 2024年|1月|31日, 10：|30, GB/T |9704—|2012: only where the line would come apart otherwise
)

// A kinsoku answers whether a line may end between two characters.
type kinsoku struct {
	level  doc.Kinsoku
	tongue tongue
}

// between gives the price of a line end between characters of two classes, or noBreak. It does not know about numbers.
func (k kinsoku) between(a, b charClass) int16 {
	if a == classHan && b == classHan {
		return 0
	}
	if glued(a, b) || k.banned(a, b) {
		return noBreak
	}
	switch {
	case a == classSpace, a == classWideSpace, a == classZeroSpace:
		return 0
	case inWord(a) && inWord(b), a == b && (a == classDash || a == classEllipsis || a == classQuestion):
		if a == classHyphen && b == classLetter {
			return hyphenBreak
		}
		return noBreak
	case k.tongue == korean && korWord(a) && korWord(b): // Korean breaks between words
		return noBreak
	case a == classConnector && inWord(b):
		return rangeBreak
	}
	return 0
}

// glued are the pairs that no language and no level breaks.
func glued(a, b charClass) bool {
	return hangsOn(b) || a == classGlue || a == classJoiner
}

// hangsOn are the classes that stay with what stands before them, whatever happens.
func hangsOn(c charClass) bool {
	switch c {
	case classSpace, classWideSpace, classGlue, classZeroSpace, classJoiner, classExtend, classNote, classFeed:
		return true
	}
	return false
}

// banned are the line starts and line ends that the level forbids (GB/T 15834-2011 5.1; CLREQ 3.1.7).
func (k kinsoku) banned(a, b charClass) bool {
	switch b {
	case classPostfix:
		return a != classSpace && a != classWideSpace
	case classLatinClose, classHyphen:
		return a != classSpace
	}
	switch a {
	case classPrefix, classLatinOpen:
		return true
	}
	return k.level != doc.KinsokuNone && (k.noStart(b) || k.noEnd(a))
}

func (k kinsoku) noStart(c charClass) bool {
	switch c {
	case classComma, classStop, classQuestion, classClose, classConnector, classDot, classSolidus, classNonstarter:
		return true
	case classDash, classEllipsis:
		return k.level == doc.KinsokuStrict
	}
	return false
}

func (k kinsoku) noEnd(c charClass) bool {
	return c == classOpen || c == classSolidus && (k.level == doc.KinsokuGB || k.level == doc.KinsokuStrict)
}

// inWord are the classes that Latin words, numbers and addresses are made of.
func inWord(c charClass) bool {
	switch c {
	case classLetter, classDigit, classLatinOpen, classLatinClose, classHyphen, classLatinMark, classPrefix, classPostfix:
		return true
	}
	return false
}

func korWord(c charClass) bool { return c == classHangul || inWord(c) }
