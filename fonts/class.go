package fonts

import "unicode"

// class says how a character takes part in shaping.
type class uint8

const (
	plain     class = iota // a glyph of its own: character map and advance
	ignorable              // no glyph unless the face's own rules use it (Default_Ignorable_Code_Point)
	extend                 // joins the character before it: marks, variation selectors, zero-width joiner
	complex                // scripts that join or reorder: HarfBuzz
)

// classOf is asked for every character, so the common ranges come first.
func classOf(r rune) class {
	switch {
	case r < 0xAD, r >= 0x3400 && r <= 0x9FFF, r >= 0x3001 && r <= 0x3029, r >= 0xFF01 && r <= 0xFF9F:
		return plain
	case r < 0x300:
		if r == 0xAD {
			return ignorable
		}
		return plain
	case isExtend(r):
		return extend
	case inRanges(ignorables[:], r):
		return ignorable
	case inRanges(complexScripts[:], r):
		return complex
	}
	return plain
}

func isExtend(r rune) bool {
	return r == zwj || r == zwnj || isSelector(r) || r >= 0x1F3FB && r <= 0x1F3FF || unicode.Is(unicode.M, r)
}

const (
	zwnj = 0x200C
	zwj  = 0x200D
)

// isSelector: variation selectors 1-256 (Unicode 23.4).
func isSelector(r rune) bool { return r >= 0xFE00 && r <= 0xFE0F || r >= 0xE0100 && r <= 0xE01EF }

// isInvisible reports whether a character inside a cluster needs no glyph of its own.
func isInvisible(r rune) bool { return r >= 0xAD && inRanges(ignorables[:], r) }

type runeRange struct{ from, to rune }

// ignorables is Default_Ignorable_Code_Point of DerivedCoreProperties.txt (Unicode 16), sorted.
var ignorables = [...]runeRange{
	{0xAD, 0xAD}, {0x34F, 0x34F}, {0x61C, 0x61C}, {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F}, {0x200B, 0x200F},
	{0x202A, 0x202E}, {0x2060, 0x206F}, {0x3164, 0x3164}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0},
	{0xFFF0, 0xFFF8}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
}

// complexScripts are the blocks whose text needs joining, reordering or marks placed: Hebrew and Arabic to Sinhala, Thai to
// Myanmar, Hangul jamo, Khmer, Mongolian (蒙古文), the Southeast Asian and Indic blocks, presentation forms.
var complexScripts = [...]runeRange{
	{0x590, 0x109F}, {0x1100, 0x11FF}, {0x1700, 0x18AF}, {0x1900, 0x1CFF}, {0xA800, 0xABFF}, {0xD7B0, 0xD7FF},
	{0xFB1D, 0xFDFF}, {0xFE70, 0xFEFE}, {0x10800, 0x11FFF}, {0x16A40, 0x16FDF}, {0x1E800, 0x1EFFF},
}

// inRanges searches sorted ranges.
func inRanges(ranges []runeRange, r rune) bool {
	return search(len(ranges), func(i int) int {
		switch {
		case r < ranges[i].from:
			return 1
		case r > ranges[i].to:
			return -1
		}
		return 0
	}) >= 0
}

// standIn gives the character whose glyph may be drawn for r when no face has r itself: spaces and hyphens that differ only
// in how lines break (Unicode 6.2, UAX 14).
func standIn(r rune) (rune, bool) {
	switch r {
	case 0xA0, 0x2007, 0x202F:
		return ' ', true
	case 0x2010, 0x2011:
		return '-', true
	}
	return 0, false
}
