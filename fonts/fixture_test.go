package fonts

import (
	"encoding/binary"
	"maps"
	"slices"
	"testing"
	"unicode/utf16"
)

// spec describes a face that build makes: 1000 units to the em, blank outlines, glyph i+1 for the i-th character.
type spec struct {
	family   string
	weight   int
	fsType   uint16
	chars    string // the characters it has, each one em wide
	variants string // of them, those that have a second form with U+E0100, drawn by the last glyph
	format4  bool   // the character map is of format 4 instead of 12
	ligature string // two characters of chars that the feature liga joins into the last glyph
	extra    map[string][]byte
}

func be16(b []byte, v ...int) []byte {
	for _, x := range v {
		b = binary.BigEndian.AppendUint16(b, uint16(x))
	}
	return b
}

func be32(b []byte, v ...int) []byte {
	for _, x := range v {
		b = binary.BigEndian.AppendUint32(b, uint32(x))
	}
	return b
}

// build writes the face as a TrueType file.
func (s spec) build() []byte {
	chars := []rune(s.chars)
	glyphs := len(chars) + 2
	var hmtx []byte
	for range glyphs {
		hmtx = be16(hmtx, 1000, 0)
	}
	tables := map[string][]byte{
		"head": be16(be32(be16(be32(nil, 0x10000, 0, 0, 0x5F0F3CF5), 0, 1000), 0, 0, 0, 0), 0, -120, 1000, 880, 0, 8, 2, 1, 0),
		"hhea": be16(be32(nil, 0x10000), 880, -120, 0, 1000, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, glyphs),
		"maxp": be16(be32(nil, 0x5000), glyphs),
		"hmtx": hmtx,
		"loca": make([]byte, 4*(glyphs+1)),
		"glyf": {},
		"OS/2": s.os2(),
		"name": nameTable(s.family),
		"cmap": s.cmap(chars),
	}
	if s.ligature != "" {
		tables["GSUB"] = s.gsub(chars)
	}
	maps.Copy(tables, s.extra)
	return assemble(tables)
}

func assemble(tables map[string][]byte) []byte {
	tags := slices.Sorted(maps.Keys(tables))
	out := be16(be32(nil, versionTrueType), len(tags), 0, 0, 0)
	at := 12 + 16*len(tags)
	var body []byte
	for _, t := range tags {
		out = be32(append(out, t...), 0, at+len(body), len(tables[t]))
		body = append(body, tables[t]...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	return append(out, body...)
}

func (s spec) os2() []byte {
	b := be16(nil, 4, 500, s.weight, 5, int(s.fsType))
	b = append(b, make([]byte, 68-len(b))...)
	b = be16(b, 880, -120, 0, 880, 120)
	return append(b, make([]byte, 96-len(b))...)
}

func nameTable(family string) []byte {
	var text []byte
	for _, u := range utf16.Encode([]rune(family)) {
		text = be16(text, int(u))
	}
	b := be16(nil, 0, 2, 6+24)
	b = be16(b, 3, 1, 0x409, 1, len(text), 0)
	b = be16(b, 3, 1, 0x409, 4, len(text), 0)
	return append(b, text...)
}

// cmap has one segment or group a character, which must be sorted.
func (s spec) cmap(chars []rune) []byte {
	sub := format12(chars)
	if s.format4 {
		sub = format4(chars)
	}
	b := be16(nil, 0, 2)
	b = be32(be16(b, 0, 5), 20+len(sub))
	b = be32(be16(b, 3, 10), 20)
	if s.format4 {
		b[12+3] = 1
	}
	b = append(b, sub...)
	return append(b, s.format14(len(chars)+1)...)
}

func format12(chars []rune) []byte {
	b := be32(be16(nil, 12, 0), 16+12*len(chars), 0, len(chars))
	for i, r := range chars {
		b = be32(b, int(r), int(r), i+1)
	}
	return b
}

func format4(chars []rune) []byte {
	n := len(chars) + 1
	var ends, starts, deltas []byte
	for i, r := range chars {
		ends, starts, deltas = be16(ends, int(r)), be16(starts, int(r)), be16(deltas, i+1-int(r))
	}
	b := be16(nil, 4, 16+8*n, 0, 2*n, 0, 0, 0)
	b = be16(append(b, ends...), 0xFFFF, 0)
	b = be16(append(b, starts...), 0xFFFF)
	b = be16(append(b, deltas...), 1)
	return append(b, make([]byte, 2*n)...)
}

// format14 has one selector, U+E0100.
func (s spec) format14(gid int) []byte {
	variants := []rune(s.variants)
	b := be32(be16(nil, 14), 21+4+5*len(variants), 1)
	b = append(b, 0x0E, 0x01, 0x00)
	b = be32(b, 0, 21, len(variants))
	for _, r := range variants {
		b = append(b, byte(r>>16), byte(r>>8), byte(r))
		b = be16(b, gid)
	}
	return b
}

// gsub has the feature liga with one ligature of two.
func (s spec) gsub(chars []rune) []byte {
	pair := []rune(s.ligature)
	gid := func(r rune) int { return slices.Index(chars, r) + 1 }
	script := be16(append(be16(nil, 1), "latn"...), 8) // one script, then its table: default language with feature 0
	script = be16(script, 4, 0, 0, 0xFFFF, 1, 0)
	feature := be16(append(be16(nil, 1), "liga"...), 8)
	feature = be16(feature, 0, 1, 0)
	lookup := be16(nil, 1, 4, 4, 0, 1, 8)                      // list, then one look-up of type 4 with one subtable
	lookup = be16(lookup, 1, 18, 1, 8)                         // format 1, coverage at 18, one set at 8
	lookup = be16(lookup, 1, 4, len(chars)+1, 2, gid(pair[1])) // one ligature of two glyphs
	lookup = be16(lookup, 1, 1, gid(pair[0]))                  // coverage
	b := be16(be32(nil, 0x10000), 10, 10+len(script), 10+len(script)+len(feature))
	return append(append(append(b, script...), feature...), lookup...)
}

// face builds and parses.
func (s spec) face(t testing.TB) *Face {
	t.Helper()
	if s.weight == 0 {
		s.weight = 400
	}
	faces, err := Parse(s.build(), s.family+".ttf")
	if err != nil {
		t.Fatal(err)
	}
	return faces[0]
}

// newSet makes a set with the faces as 宋, Han and Latin.
func newSet(t testing.TB, han, latin []*Face) *Set {
	t.Helper()
	s, err := NewSet(Config{Roles: map[Role]Fallback{Song: {Han: han, Latin: latin}}})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// testFace parses a file of testdata/fonts.
func testFace(t testing.TB, name string) *Face {
	t.Helper()
	faces, err := ParseFile("../testdata/fonts/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return faces[0]
}
