package fonts

import (
	"path"
	"strings"
)

// Face is one face of a font file. It is immutable after Parse and safe for concurrent use; its fields are to be read only.
// Lengths are in font units, UnitsPerEm to the em, Y upwards.
type Face struct {
	Family     string   // typographic family (name ID 16, else 1), in English where the file has it
	Subfamily  string   // name ID 17, else 2
	FullName   string   // name ID 4
	PostScript string   // name ID 6
	Names      []string // every family and full name in every language, for recognising the face
	Weight     int      // OS/2 usWeightClass, 100-900
	Source     string   // file name, as given to Parse
	Index      int      // number of the face in its collection, 0 for the first or only one

	UnitsPerEm  int32
	Ascent      int32 // hhea
	Descent     int32 // hhea, negative
	CapHeight   int32
	XHeight     int32
	ItalicAngle int32    // whole degrees, counter-clockwise from the vertical, as in post
	StemV       int32    // thickness of upright stems; guessed from Weight, since TrueType does not record it
	BBox        [4]int32 // head: xMin, yMin, xMax, yMax
	// IdeoTop and IdeoBottom bound the body of a Han character: the OS/2 typographic ascender and descender where they are
	// one em apart, else 0.88 and -0.12 em, which is what nearly all Han faces are drawn on.
	IdeoTop, IdeoBottom int32
	FixedPitch, Serif   bool
	CFF                 bool // outlines are CFF, not glyf
	NumGlyphs           int

	rights Rights
	data   []byte
	dir    directory
	hmtx   metrics
	vmtx   metrics
	vorg   []byte
	cmap   charMap
	lookup layout
	hb     hbFont
	open   opened
}

// Rights gives the embedding rights of OS/2 fsType. A face without an OS/2 table states no restriction.
func (f *Face) Rights() Rights { return f.rights }

// Embeddable reports whether a subset of the face may be embedded in a PDF.
func (f *Face) Embeddable() bool { return f.rights.Embeddable() }

// Bold reports whether the face is itself a bold one (OS/2 weight 600 or more).
func (f *Face) Bold() bool { return f.Weight >= boldFrom }

// boldFrom is the weight from which a face needs no thickening: semi-bold (OpenType usWeightClass 600).
const boldFrom = 600

// Parse reads all faces of a TTF, OTF or TTC file. It keeps data and does not copy it: the caller must not change it
// afterwards. source names the file in errors and reports. Errors are *FormatError.
func Parse(data []byte, source string) ([]*Face, error) {
	offsets, err := faceOffsets(data, source)
	if err != nil {
		return nil, err
	}
	faces := make([]*Face, len(offsets))
	for i, at := range offsets {
		if faces[i], err = parseFace(data, at, source); err != nil {
			return nil, err
		}
		faces[i].Index = i
	}
	return faces, nil
}

func parseFace(data []byte, at int, source string) (*Face, error) {
	dir, err := readDirectory(data, at, source)
	if err != nil {
		return nil, err
	}
	f := &Face{Source: source, data: data, dir: dir}
	for _, step := range []func() error{f.readHead, f.readMaxp, f.readHhea, f.readOutlines, f.readCmap} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	f.readNames()
	f.readOS2()
	f.readPost()
	f.readVertical()
	f.guess()
	return f, nil
}

// need gives the table t, which must have at least n bytes.
func (f *Face) need(name string, n int) ([]byte, error) {
	b := f.dir.table(tagOf(name))
	if b == nil {
		return nil, f.bad(name, "is not there")
	}
	if len(b) < n {
		return nil, f.bad(name, "is cut short")
	}
	return b, nil
}

func (f *Face) bad(table, reason string) error { return &FormatError{f.Source, table, reason} }

func (f *Face) readHead() error {
	b, err := f.need("head", 54)
	if err != nil {
		return err
	}
	f.UnitsPerEm = int32(u16(b, 18))
	if f.UnitsPerEm < 16 || f.UnitsPerEm > 16384 {
		return f.bad("head", "unitsPerEm is outside 16 to 16384")
	}
	f.BBox = [4]int32{i16(b, 36), i16(b, 38), i16(b, 40), i16(b, 42)}
	return nil
}

func (f *Face) readMaxp() error {
	b, err := f.need("maxp", 6)
	if err != nil {
		return err
	}
	if f.NumGlyphs = int(u16(b, 4)); f.NumGlyphs == 0 {
		return f.bad("maxp", "no glyphs")
	}
	return nil
}

func (f *Face) readHhea() error {
	b, err := f.need("hhea", 36)
	if err != nil {
		return err
	}
	f.Ascent, f.Descent = i16(b, 4), i16(b, 6)
	long := int(u16(b, 34))
	hmtx, err := f.need("hmtx", 4*long)
	if err != nil {
		return err
	}
	if long == 0 {
		return f.bad("hhea", "no advances")
	}
	f.hmtx = metrics{hmtx, long}
	return nil
}

func (f *Face) readOutlines() error {
	if f.dir.table(tagOf("fvar")) != nil {
		return f.bad("fvar", "variable faces cannot be embedded: make a static instance")
	}
	f.CFF = f.dir.table(tagOf("CFF ")) != nil
	if f.CFF {
		return nil
	}
	if f.dir.table(tagOf("CFF2")) != nil {
		return f.bad("CFF2", "variable CFF outlines cannot be embedded: make a static instance")
	}
	if _, err := f.need("glyf", 0); err != nil {
		return err
	}
	_, err := f.need("loca", 0)
	return err
}

func (f *Face) readPost() {
	b := f.dir.table(tagOf("post"))
	if len(b) < 16 {
		return
	}
	f.ItalicAngle = i16(b, 4)
	f.FixedPitch = u32(b, 12) != 0
}

// readOS2 reads weight, rights and heights; every field has a stand-in, since old faces lack the table or its end.
func (f *Face) readOS2() {
	f.Weight = 400
	b := f.dir.table(tagOf("OS/2"))
	if len(b) < 72 {
		return
	}
	if w := int(u16(b, 4)); w >= 1 && w <= 1000 {
		f.Weight = w
	}
	if f.Weight < 10 { // some early faces count 1-9
		f.Weight *= 100
	}
	f.rights = Rights(u16(b, 8))
	f.Serif = serifPanose(b[32], b[33]) || serifClass(b[30])
	if top, bottom := i16(b, 68), i16(b, 70); top-bottom == f.UnitsPerEm {
		f.IdeoTop, f.IdeoBottom = top, bottom
	}
	if u16(b, 0) >= 2 && len(b) >= 90 {
		f.XHeight, f.CapHeight = i16(b, 86), i16(b, 88)
	}
}

// serifPanose: family kind 2 is Latin text; serif styles 2-10 have serifs (PANOSE 1.0).
func serifPanose(kind, style byte) bool { return kind == 2 && style >= 2 && style <= 10 }

// serifClass: IBM family classes 1-5 and 7 are serif designs (OpenType OS/2 sFamilyClass).
func serifClass(class byte) bool { return class >= 1 && class <= 5 || class == 7 }

// guess fills what the file does not say.
func (f *Face) guess() {
	if f.Family == "" {
		f.Family = strings.TrimSuffix(path.Base(f.Source), path.Ext(f.Source))
	}
	if f.FullName == "" {
		f.FullName = f.Family
	}
	if f.IdeoTop == 0 && f.IdeoBottom == 0 {
		f.IdeoBottom = -f.UnitsPerEm * 12 / 100
		f.IdeoTop = f.UnitsPerEm + f.IdeoBottom
	}
	if f.CapHeight == 0 {
		f.CapHeight = f.UnitsPerEm * 7 / 10
	}
	if f.XHeight == 0 {
		f.XHeight = f.UnitsPerEm / 2
	}
	w := int32(f.Weight)
	f.StemV = (50 + w*w/(65*65)) * f.UnitsPerEm / 1000
	if role, ok := RoleOf(f); ok {
		f.Serif = role != Hei
	} else if servesLatin(f) {
		f.Serif = true
	}
}
