package fonts

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"
)

func TestParse(t *testing.T) {
	f := testFace(t, "square.ttf")
	if f.Family != "Banxin Square" || f.Weight != 400 || f.UnitsPerEm != 1000 || f.Ascent != 880 || f.Descent != -120 ||
		f.CapHeight != 733 || f.IdeoTop != 880 || f.IdeoBottom != -120 || f.CFF || f.Bold() {
		t.Errorf("square.ttf is %+v", f)
	}
	gid, ok := f.Glyph('政')
	if !ok || f.Advance(gid) != 1000 {
		t.Errorf("政 is glyph %d, %v, %d wide", gid, ok, f.Advance(gid))
	}
	if x0, y0, x1, y1, ok := f.Bounds(gid); !ok || x0 != 0 || y0 != -120 || x1 != 1000 || y1 != 880 {
		t.Errorf("政 has the box %d %d %d %d, %v", x0, y0, x1, y1, ok)
	}
	space, _ := f.Glyph(' ')
	if _, _, _, _, ok := f.Bounds(space); ok {
		t.Error("a space has a box")
	}
	if gid, ok := f.Glyph('鿃'); ok || gid != 0 {
		t.Errorf("a character that is not there has glyph %d", gid)
	}
	if _, ok := f.Glyph(-1); ok {
		t.Error("a negative rune has a glyph")
	}
}

func TestParseCollection(t *testing.T) {
	faces, err := ParseFile("../testdata/fonts/pair.ttc")
	if err != nil {
		t.Fatal(err)
	}
	if len(faces) != 2 || faces[0].UnitsPerEm != 1000 || faces[1].UnitsPerEm != 2048 || faces[1].Index != 1 {
		t.Fatalf("faces %+v", faces)
	}
	for _, f := range faces {
		if _, err := f.Subset([]uint16{0, 1}); err != nil {
			t.Errorf("%s: %v", f.Family, err)
		}
	}
}

func TestParseCFF(t *testing.T) {
	for _, name := range []string{"square.otf", "cid.otf", "name.otf"} {
		f := testFace(t, name)
		if !f.CFF {
			t.Errorf("%s is not seen as CFF", name)
		}
		if _, err := f.Subset([]uint16{0, 1}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Old faces have a character map of format 4 only.
func TestFormat4(t *testing.T) {
	f := spec{family: "仿宋_GB2312", chars: "12一。", format4: true}.face(t)
	for i, r := range "12" {
		if gid, ok := f.Glyph(r); !ok || int(gid) != i+1 {
			t.Errorf("%c is glyph %d, %v", r, gid, ok)
		}
	}
	if _, ok := f.Glyph('二'); ok {
		t.Error("二 has a glyph")
	}
}

func TestParseErrors(t *testing.T) {
	sound := spec{family: "A", chars: "一"}
	without := func(table string) []byte {
		data := sound.build()
		at := indexOf(data, table)
		copy(data[at:], "none")
		return data
	}
	whole := sound.build()
	for _, c := range []struct {
		name, table string
		data        []byte
	}{
		{"nothing", "", nil},
		{"not a font", "", []byte("%PDF-1.7 .......")},
		{"web font", "", append([]byte("wOF2"), whole[4:]...)},
		{"directory cut short", "", whole[:20]},
		{"tables cut short", "cmap", whole[:300]},
		{"collection of too many faces", "ttcf", be32([]byte("ttcf"), 0x10000, 1<<30)},
		{"collection that points outside", "", be32([]byte("ttcf"), 0x10000, 1, 1<<30)},
		{"no head", "head", without("head")},
		{"no cmap", "cmap", without("cmap")},
		{"no outlines", "glyf", without("glyf")},
		{"no advances", "hmtx", without("hmtx")},
		{"short advances", "hmtx", spec{chars: "一", extra: map[string][]byte{"hmtx": {0}}}.build()},
		{"no Unicode map", "cmap", spec{chars: "一", extra: map[string][]byte{"cmap": be16(nil, 0, 0)}}.build()},
		{"variable", "fvar", spec{chars: "一", extra: map[string][]byte{"fvar": {0}}}.build()},
		{"variable CFF", "CFF2", spec{chars: "一", extra: map[string][]byte{"CFF2": {0}}}.build()},
	} {
		_, err := Parse(c.data, "a.ttf")
		var format *FormatError
		if !errors.As(err, &format) || format.File != "a.ttf" || format.Table != c.table {
			t.Errorf("%s: error %v, want a FormatError about table %q", c.name, err, c.table)
		}
	}
}

// indexOf finds a table's entry in the directory.
func indexOf(data []byte, table string) int {
	for at := 12; ; at += 16 {
		if string(data[at:at+4]) == table {
			return at
		}
	}
}

// Groups of format 12 that overlap or fall back cost one step per character, not per group and character.
func TestHostileMap(t *testing.T) {
	groups := be32(be16(nil, 12, 0), 0, 0, 50000)
	for range 50000 {
		groups = be32(groups, 0, 0x10FFFF, 0)
	}
	cmap := append(be32(be16(be16(nil, 0, 1), 3, 10), 12), groups...)
	f := spec{chars: "一", extra: map[string][]byte{"cmap": cmap}}.face(t)
	if gid, ok := f.Glyph(1); !ok || gid != 1 {
		t.Errorf("glyph %d, %v", gid, ok)
	}
}

func TestRights(t *testing.T) {
	for _, c := range []struct {
		fsType     uint16
		embeddable bool
		text       string
	}{
		{0, true, "installable"},
		{2, false, "restricted"},
		{4, true, "preview and print"},
		{8, true, "editable"},
		{2 | 4, true, "preview and print"}, // the least restrictive counts
		{0x100, false, "installable, no subsetting"},
		{4 | 0x200, false, "preview and print, bitmaps only"},
	} {
		f := spec{family: "A", chars: "一", fsType: c.fsType}.face(t)
		if f.Embeddable() != c.embeddable || f.Rights().String() != c.text {
			t.Errorf("fsType %#x: embeddable %v, %q", c.fsType, f.Embeddable(), f.Rights())
		}
		_, err := f.Subset([]uint16{0, 1})
		var embed *EmbedError
		if errors.As(err, &embed) == c.embeddable {
			t.Errorf("fsType %#x: Subset says %v", c.fsType, err)
		}
	}
}

func TestParseFS(t *testing.T) {
	a, b := spec{family: "A", chars: "一"}.build(), spec{family: "B", chars: "二"}.build()
	fsys := fstest.MapFS{"b.ttf": {Data: b}, "a.otf": {Data: a}, "bad.ttf": {Data: []byte("no font")}, "x.txt": {Data: a}}
	faces, err := ParseFS(fsys, "*.otf", "*.ttf", "a.*")
	var format *FormatError
	if !errors.As(err, &format) || format.File != "bad.ttf" {
		t.Errorf("error %v, want one about bad.ttf", err)
	}
	if len(faces) != 2 || faces[0].Family != "A" || faces[1].Family != "B" {
		t.Errorf("faces %v, want A and B", faces)
	}
}

func TestParseDir(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "sub"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, chars := range map[string]string{"z.TTF": "一", "sub/a.ttf": "二", "readme.md": ""} {
		if err := os.WriteFile(filepath.Join(dir, name), spec{family: name, chars: chars}.build(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	faces, err := ParseDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range faces {
		names = append(names, f.Source)
	}
	if !slices.Equal(names, []string{"sub/a.ttf", "z.TTF"}) {
		t.Errorf("faces of %q", names)
	}
	if _, err := ParseDir(filepath.Join(dir, "none")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a folder that is not there: %v", err)
	}
}

// FuzzParse: a broken font is an error of ours or a face that can be asked everything; never a panic.
func FuzzParse(f *testing.F) {
	names, err := filepath.Glob("../testdata/fonts/*.?t?")
	if err != nil || len(names) == 0 {
		f.Fatalf("no test fonts: %v", err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		if len(data) < 5000 {
			f.Add(data)
		}
	}
	f.Add(spec{family: "A", chars: "afi一", variants: "一", ligature: "fi"}.build())
	f.Add(spec{family: "A", chars: "afi一", format4: true}.build())
	f.Fuzz(func(t *testing.T, data []byte) {
		faces, err := Parse(data, "fuzz.ttf")
		var format *FormatError
		if err != nil && !errors.As(err, &format) {
			t.Fatalf("error %v", err)
		}
		for _, face := range faces[:min(len(faces), 3)] {
			askAll(t, face)
		}
	})
}

func askAll(t *testing.T, f *Face) {
	for _, gid := range []uint16{0, 1, 0xFFFF} {
		f.Advance(gid)
		f.VAdvance(gid)
		f.VOrigin(gid)
		f.Bounds(gid)
		f.AdjustBy(gid, "halt")
		f.Substitute(gid, "vert")
	}
	f.HasFeature("liga")
	f.Variation('一', 0xE0100)
	if s, err := NewSet(Config{Last: []*Face{f}}); err == nil {
		for _, w := range []Want{{}, {Kern: true}, {Vertical: true, Lang: "ja"}} {
			if runs, err := s.Shape("afi一\U000E0100e\u0301——", w); err == nil {
				checkRuns(t, runs, "afi一\U000E0100e\u0301——")
			}
		}
	}
}
