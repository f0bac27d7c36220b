package fonts

import "slices"

// families is a range of characters and well-known families that have them: first those that come with Windows and Office,
// then free ones.
type families struct {
	first, last rune
	names       []string
}

// knownFamilies is in the order of Unicode's blocks. A family is listed for a block of which it has at least what
// GB 18030-2022 and 通用规范汉字表 ask for. Sources: the fall-back tables of Windows (Extension B by MingLiU-ExtB and SimSun-ExtB, E
// and F by SimSun-ExtB, plane 3 by SimSun-ExtG, which came with Windows 11); the descriptions of Jigmo (successor of Hanazono
// Mincho: Jigmo serves plane 0, Jigmo2 plane 2, Jigmo3 plane 3), of HanaMinB (Extension B to F), of 遍黑体 Plangothic (P1 and P2
// together have Extension B to J), of BabelStone Han (plane 0, G sources of Extension B to I), of Noto CJK.
var knownFamilies = [...]families{
	{0x0370, 0x052F, []string{"Times New Roman", "Tinos"}},                                             // Greek, Cyrillic
	{0x0600, 0x06FF, []string{"Microsoft Uighur", "Noto Naskh Arabic"}},                                // 维吾尔文
	{0x0F00, 0x0FFF, []string{"Microsoft Himalaya", "Noto Serif Tibetan"}},                             // 藏文
	{0x1100, 0x11FF, []string{"Malgun Gothic", "Noto Serif CJK KR"}},                                   // 朝鲜文
	{0x1800, 0x18AF, []string{"Mongolian Baiti", "Noto Sans Mongolian"}},                               // 蒙古文
	{0x1950, 0x197F, []string{"Microsoft Tai Le", "Noto Sans Tai Le"}},                                 // 德宏傣文
	{0x1980, 0x19DF, []string{"Microsoft New Tai Lue", "Noto Sans New Tai Lue"}},                       // 西双版纳新傣文
	{0x2000, 0x2BFF, []string{"Cambria Math", "Segoe UI Symbol", "Noto Sans Symbols 2"}},               // marks, arrows, mathematics
	{0x2E80, 0x2FFF, []string{"SimSun", "Noto Serif CJK SC", "Jigmo"}},                                 // radicals
	{0x3000, 0x312F, []string{"SimSun", "Noto Serif CJK SC", "Jigmo"}},                                 // marks, kana, bopomofo
	{0x3130, 0x318F, []string{"Malgun Gothic", "Noto Serif CJK KR"}},                                   // 朝鲜文
	{0x3190, 0x33FF, []string{"SimSun", "Noto Serif CJK SC", "Jigmo"}},                                 // strokes, enclosed, squared
	{0x3400, 0x4DBF, []string{"SimSun", "Noto Serif CJK SC", "Jigmo"}},                                 // Extension A
	{0x4E00, 0x9FFF, []string{"SimSun", "Noto Serif CJK SC", "Jigmo"}},                                 // URO
	{0xA000, 0xA4CF, []string{"Microsoft Yi Baiti", "Noto Sans Yi"}},                                   // 彝文
	{0xAC00, 0xD7AF, []string{"Malgun Gothic", "Noto Serif CJK KR"}},                                   // 朝鲜文
	{0xF900, 0xFAFF, []string{"SimSun", "Noto Serif CJK SC", "Jigmo"}},                                 // compatibility ideographs
	{0x1F300, 0x1FAFF, []string{"Segoe UI Emoji", "Noto Emoji"}},                                       // pictures
	{0x20000, 0x2A6DF, []string{"SimSun-ExtB", "MingLiU-ExtB", "HanaMinB", "Jigmo2", "Plangothic P1"}}, // Extension B
	{0x2A700, 0x2EBEF, []string{"SimSun-ExtB", "HanaMinB", "Jigmo2", "Plangothic P1"}},                 // Extension C to F
	{0x2EBF0, 0x2EE5F, []string{"Jigmo2", "Plangothic P2", "BabelStone Han"}},                          // Extension I
	{0x2F800, 0x2FA1F, []string{"MingLiU-ExtB", "HanaMinA", "Jigmo2"}},                                 // compatibility ideographs
	{0x30000, 0x323AF, []string{"SimSun-ExtG", "Jigmo3", "Plangothic P2"}},                             // Extension G, H
	{0x323B0, 0x3347F, []string{"Plangothic P2"}},                                                      // Extension J
}

// Known gives families that are known to have the block of a character, those that come with Windows first; nil where none is
// known. None of them is looked for on the machine, and a block may hold characters that a family lacks.
func Known(r rune) []string {
	i, found := slices.BinarySearchFunc(knownFamilies[:], r, func(f families, r rune) int {
		switch {
		case f.last < r:
			return -1
		case f.first > r:
			return 1
		}
		return 0
	})
	if !found {
		return nil
	}
	return slices.Clone(knownFamilies[i].names)
}

// Having gives the faces of the set that have a character, whatever role they serve.
func (s *Set) Having(r rune) []*Face {
	return slices.DeleteFunc(s.Faces(), func(f *Face) bool {
		_, ok := f.Glyph(r)
		return !ok
	})
}

// Elsewhere names what would have the i-th of the missing characters: the full names of the set's faces for other roles, else
// the families of Known. inSet says which of the two.
func (e *MissingError) Elsewhere(i int) (names []string, inSet bool) {
	if i < len(e.Others) && len(e.Others[i]) > 0 {
		for _, f := range e.Others[i] {
			names = append(names, f.FullName)
		}
		return names, true
	}
	return Known(e.Runes[i]), false
}
