// Package subset cuts TrueType and CFF font programs down to the glyphs that a document shows.
//
// Two results are made from the same source. [Font.Subset] gives what a PDF embeds: a bare
// TrueType program for FontFile2, or a bare CID-keyed CFF for FontFile3 (ISO 32000-1, 9.9); in
// both the new glyph number is the CID, so that Identity-H and an identity CIDToGIDMap do.
// [Font.Sfnt] gives a whole OpenType file with cmap, names and metrics, as a DOCX embeds.
//
// What is dropped, and why. Instructions and hints (fpgm, prep, cvt and those of the glyphs; stems and
// Private DICTs in CFF): a press needs none, and in Han fonts they are a fifth of what is left after
// compression. CFF subroutines: each charstring is written out flat, because numbers of subroutines
// depend on how many there are, and Flate finds the repetitions again. Layout tables: shaping is over.
//
// The source is foreign data. Each offset and count is checked before use; nesting, steps and
// output have limits; the answer to a broken font is a [*FormatError], never a panic.
//
// Same input, same bytes: nothing here depends on time, map order or the machine.
package subset

// Kind is the outline format of a font program.
type Kind uint8

const (
	// TrueType outlines: quadratic curves in a glyf table.
	TrueType Kind = iota + 1
	// CFF outlines: Type 2 charstrings in a CFF table (Adobe Technical Notes 5176 and 5177).
	CFF
)

// Program is a font program for embedding in a PDF.
type Program struct {
	// Kind says where the PDF puts Data: TrueType in FontFile2 (CIDFontType2 with
	// CIDToGIDMap /Identity), CFF in FontFile3 with Subtype /CIDFontType0C.
	Kind Kind
	// Data is the program: an sfnt with six tables, or a bare CID-keyed CFF with identity charset.
	Data []byte
	// Glyphs counts the glyphs of Data: those asked for, then components that composites and trimmed glyphs need.
	Glyphs int
}

// Subset cuts the font program in data down to the listed glyphs. Glyph i of the result is
// gids[i] of the source; gids[0] must be 0 (.notdef), and a glyph may be listed twice, which gives
// it two CIDs. Component glyphs that composites need are appended behind them.
//
// index chooses the face in a collection (TTC, OTC) and is 0 for a plain sfnt. Errors are
// [*FormatError], [*UnsupportedError], [*GlyphError] and [ErrNotdef]. Open does the part that
// does not depend on gids once for many calls.
func Subset(data []byte, index int, gids []uint16) (*Program, error) {
	f, err := Open(data, index)
	if err != nil {
		return nil, err
	}
	return f.Subset(gids)
}

// Subset is [Subset] on an opened font, with some glyphs trimmed: trims are in rising order of their glyphs, each of which
// has one at most; others come back as a [*TrimError]. It does not change f and may run in many goroutines.
func (f *Font) Subset(gids []uint16, trims ...Trim) (*Program, error) {
	if err := f.checkGlyphs(gids); err != nil {
		return nil, err
	}
	if err := f.checkTrims(gids, trims); err != nil {
		return nil, err
	}
	if f.kind == CFF {
		data, err := f.cutCFF(gids, trims)
		if err != nil {
			return nil, err
		}
		return &Program{Kind: CFF, Data: data, Glyphs: len(gids)}, nil
	}
	cut, err := f.cutGlyf(gids, trims)
	if err != nil {
		return nil, err
	}
	return &Program{Kind: TrueType, Data: writeSfnt(cut.file, tagTrueType, cut.tables(f)), Glyphs: len(cut.gids)}, nil
}

func (f *Font) checkGlyphs(gids []uint16) error {
	if len(gids) == 0 || gids[0] != 0 {
		return ErrNotdef
	}
	if len(gids) > maxGlyphs {
		return &GlyphError{Glyphs: maxGlyphs, Listed: len(gids)}
	}
	for _, g := range gids {
		if int(g) >= f.glyphs {
			return &GlyphError{Glyph: g, Glyphs: f.glyphs}
		}
	}
	return nil
}
