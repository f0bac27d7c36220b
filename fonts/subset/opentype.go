package subset

import (
	"encoding/binary"
	"slices"
	"strings"
	"unicode/utf8"
)

// Char gives a character its glyph: of the source in the arguments of [Font.Sfnt].
type Char struct {
	Rune  rune
	Glyph uint16
}

// Names renames a subset, as font licences with reserved names ask (SIL OFL 1.1, clause 3).
type Names struct {
	// Family and Style, such as "Banxin Kai" and "Regular", make the full name too.
	Family, Style string
	// PostScript is a name of ASCII letters, digits and hyphens, at most 63.
	PostScript string
}

// Sfnt gives an OpenType file that has these characters and no others: what a DOCX embeds, and a
// font of its own to any program. Glyphs are numbered in the order of their characters, behind
// .notdef. Beside outlines and metrics there are cmap, name, OS/2 and post; there is no layout table,
// so that ligatures and vertical forms are gone. nil names keep the source's.
//
// Of a character given twice the first glyph counts; what is no Unicode scalar value is left out.
// OS/2 keeps fsType: whether the font may be embedded is for the caller to ask. Errors are those of
// [Font.Subset].
func (f *Font) Sfnt(chars []Char, names *Names) ([]byte, error) {
	if len(f.os2) < 78 {
		return nil, broken("OS/2", "missing or cut off")
	}
	gids, chars := numberChars(chars)
	if err := f.checkGlyphs(gids); err != nil {
		return nil, err
	}
	common := []table{
		{"OS/2", f.cutOS2(chars)},
		{"cmap", writeCmap(chars)},
		{"name", f.cutNames(names)},
		{"post", f.cutPost()},
	}
	version, tables, err := f.outlineTables(gids)
	if err != nil {
		return nil, err
	}
	tables = append(tables, common...)
	slices.SortFunc(tables, func(a, b table) int { return strings.Compare(a.tag, b.tag) })
	return writeSfnt(nil, version, tables), nil
}

func (f *Font) outlineTables(gids []uint16) (version uint32, tables []table, err error) {
	if f.kind == TrueType {
		cut, err := f.cutGlyf(gids, nil)
		if err != nil {
			return 0, nil, err
		}
		return tagTrueType, cut.tables(f), nil
	}
	data, err := f.cutCFF(gids, nil)
	if err != nil {
		return 0, nil, err
	}
	hmtx, records := f.cutMetrics(gids, nil)
	return tagOpenType, []table{
		{"CFF ", data},
		{"head", f.cutHead(false)},
		{"hhea", f.cutHhea(records)},
		{"hmtx", hmtx},
		{"maxp", f.cutMaxp(len(gids))},
	}, nil
}

// numberChars lists the source glyphs of chars by character, and gives chars their new numbers.
func numberChars(chars []Char) (gids []uint16, numbered []Char) {
	numbered = slices.DeleteFunc(slices.Clone(chars), func(c Char) bool { return !utf8.ValidRune(c.Rune) })
	slices.SortStableFunc(numbered, func(a, b Char) int { return int(a.Rune) - int(b.Rune) })
	numbered = slices.CompactFunc(numbered, func(a, b Char) bool { return a.Rune == b.Rune })
	gids = append(make([]uint16, 0, len(numbered)+1), 0)
	index := map[uint16]uint16{0: 0}
	for i, c := range numbered {
		n, known := index[c.Glyph]
		if !known {
			n = uint16(len(gids))
			index[c.Glyph] = n
			gids = append(gids, c.Glyph)
		}
		numbered[i].Glyph = n
	}
	return gids, numbered
}

// cutOS2 copies OS/2 with the first and last character that are left.
func (f *Font) cutOS2(chars []Char) []byte {
	os2 := slices.Clone(f.os2)
	first, last := rune(0xFFFF), rune(0)
	if len(chars) > 0 {
		first, last = min(chars[0].Rune, 0xFFFF), min(chars[len(chars)-1].Rune, 0xFFFF)
	}
	binary.BigEndian.PutUint16(os2[64:], uint16(first))
	binary.BigEndian.PutUint16(os2[66:], uint16(last))
	return os2
}

// cutPost writes post without glyph names (version 3), with slant and underline of the source.
func (f *Font) cutPost() []byte {
	post := make([]byte, 32)
	if len(f.post) >= 16 {
		copy(post, f.post[:16])
	}
	binary.BigEndian.PutUint32(post, 0x00030000)
	return post
}
