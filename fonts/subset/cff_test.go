package subset

import (
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"testing"
)

// Glyphs of name.otf (see make.py). gAccented is composed by endchar of a, code 97, and acute, code
// 194, which is moved by (12, 34).
const (
	gBase     = 2
	gAccent   = 3
	gAccented = 4
)

func TestAccentsAreDrawnInOneGlyph(t *testing.T) {
	f, data := openFont(t, "name.otf")
	p, err := f.Subset([]uint16{0, gAccented})
	if err != nil {
		t.Fatal(err)
	}
	source := judge(t, data)
	base, _ := source.GlyphDataOutline(gBase)
	accent, _ := source.GlyphDataOutline(gAccent)
	want := slices.Clone(base.Segments)
	for _, s := range accent.Segments {
		for i := range s.ArgsSlice() {
			s.Args[i].X += 12
			s.Args[i].Y += 34
		}
		want = append(want, s)
	}
	got, _ := judge(t, wrapped(t, f, p, []uint16{0, gAccented})).GlyphDataOutline(1)
	if !slices.Equal(got.Segments, want) {
		t.Errorf("drawn as %v, want %v", got.Segments, want)
	}
	// a spans 100 to 290 and 0 to 500, acute 300 to 360 and 750 to 900 before it moves.
	x0, y0, x1, y1, ok := f.GlyphBounds(gAccented)
	if got := [4]int{x0, y0, x1, y1}; !ok || got != [4]int{100, 0, 372, 934} {
		t.Errorf("bounds are %v %v", got, ok)
	}
}

// reread opens the CFF of a subset with our own reader.
func reread(t testing.TB, f *Font, gids []uint16) *cffFont {
	t.Helper()
	p, err := f.Subset(gids)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Open(wrapped(t, f, p, gids), 0)
	if err != nil {
		t.Fatal(err)
	}
	return again.cff
}

// width is the advance that a flat charstring states, in font units.
func (c *cffFont) width(t testing.TB, gid int) float64 {
	t.Helper()
	cs, err := c.charStrings.item(gid)
	if err != nil {
		t.Fatal(err)
	}
	fd, err := c.dictOf(uint16(gid))
	if err != nil {
		t.Fatal(err)
	}
	flat := flattener{global: &cffIndex{}, local: &cffIndex{}}
	if err := flat.glyph(cs); err != nil {
		t.Fatal(err)
	}
	if !flat.width {
		return float64(c.dicts[fd].defaultWidth) / 65536
	}
	return float64(c.dicts[fd].nominal16+csNumber(flat.out)) / 65536
}

// ISO 19005-2, 6.2.11.5: the widths in the PDF, which come from hmtx, must be those of the program.
// Two glyphs of cid.otf state others than hmtx, one with a width operand and one without.
func TestCharstringsStateTheAdvanceOfHmtx(t *testing.T) {
	for _, name := range []string{"name.otf", "name2048.otf", "cid.otf", "square.otf"} {
		f, _ := openFont(t, name)
		var gids []uint16
		for g := range min(f.Glyphs(), 400) {
			gids = append(gids, uint16(g))
		}
		c := reread(t, f, gids)
		for i := range gids {
			if got, want := c.width(t, i), float64(f.Advance(uint16(i))); got != want {
				t.Errorf("%s: glyph %d states %v, hmtx %v", name, i, got, want)
			}
		}
	}
}

func TestResultIsCIDKeyedWithTheFontDictsInUse(t *testing.T) {
	f, _ := openFont(t, "cid.otf")
	for _, c := range []struct {
		gids  []uint16
		dicts []int // of each glyph, in the result
	}{
		{[]uint16{0}, []int{0}},
		{[]uint16{0, 5}, []int{0, 1}},             // Font DICTs 0 and 2 of the source
		{[]uint16{0, 2, 5, 1}, []int{0, 1, 2, 0}}, // 0, 1, 2, 0
		{[]uint16{0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3}, []int{0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}},
	} {
		r := reread(t, f, c.gids)
		if !r.cid || r.subrs.count != 0 || r.charStrings.count != len(c.gids) {
			t.Errorf("%v: not the CFF that a PDF wants: %+v", c.gids, r)
		}
		for i, want := range c.dicts {
			if got, err := r.dictOf(uint16(i)); err != nil || got != want {
				t.Errorf("%v: glyph %d has Font DICT %d, want %d (%v)", c.gids, i, got, want, err)
			}
		}
		for _, d := range r.dicts {
			if d.subrs.count != 0 || len(d.private) == 0 {
				t.Errorf("%v: a Private DICT with subroutines or without widths", c.gids)
			}
		}
	}
}

func TestFontMatrixIsKept(t *testing.T) {
	f, _ := openFont(t, "name2048.otf")
	c := reread(t, f, []uint16{0, gBase})
	var m [6]float64
	if numbers(m[:], c.matrix) != 6 || m != [6]float64{1. / 2048, 0, 0, 1. / 2048, 0, 0} {
		t.Errorf("the Top DICT has FontMatrix %v", m)
	}
	if numbers(m[:], c.dicts[0].matrix) != 6 || m != [6]float64{1, 0, 0, 1, 0, 0} {
		t.Errorf("the Font DICT has FontMatrix %v", m)
	}
	f, _ = openFont(t, "name.otf")
	if c := reread(t, f, []uint16{0}); c.matrix != nil || c.dicts[0].matrix != nil {
		t.Error("the default FontMatrix is written out")
	}
}

// A curve from (0,0) over (0,100) and (100,100) to (100,0) is highest in the middle, at 75.
func TestBoundsOfCurvesAreTight(t *testing.T) {
	var b box
	u := func(v int64) int64 { return v << 16 }
	b.add(point{})
	b.curve(point{}, [3]point{{0, u(100)}, {u(100), u(100)}, {u(100), 0}})
	if b.max.y != u(75) || b.max.x != u(100) || b.min != (point{}) {
		t.Errorf("%+v", b)
	}
}

func TestBoundsOfCFFAreThoseOfTheTwin(t *testing.T) {
	quadratic, _ := openFont(t, "square.ttf")
	cubic, _ := openFont(t, "square.otf")
	for g := range quadratic.Glyphs() {
		ax, ay, bx, by, ok := quadratic.GlyphBounds(uint16(g))
		cx, cy, dx, dy, also := cubic.GlyphBounds(uint16(g))
		if ok != also || [4]int{ax, ay, bx, by} != [4]int{cx, cy, dx, dy} {
			t.Fatalf("glyph %d: %v against %v", g, [4]int{ax, ay, bx, by}, [4]int{cx, cy, dx, dy})
		}
	}
}

func TestBoundsOfFractions(t *testing.T) {
	// Glyph f of name.otf: (100.5, 3.25) to +(25, 10) to +(7, -300.75), so 100.5…132.5 and -287.5…13.25.
	f, _ := openFont(t, "name.otf")
	x0, y0, x1, y1, ok := f.GlyphBounds(9)
	if got := [4]int{x0, y0, x1, y1}; !ok || got != [4]int{100, -288, 133, 14} {
		t.Errorf("%v %v", got, ok)
	}
}

// index builds an INDEX of charstrings for the flattener.
func index(t *testing.T, items ...string) *cffIndex {
	t.Helper()
	var raw [][]byte
	for _, s := range items {
		raw = append(raw, []byte(s))
	}
	x, _, err := readIndex(appendIndex(nil, raw...), 0)
	if err != nil {
		t.Fatal(err)
	}
	return &x
}

func TestFlattening(t *testing.T) {
	const zero, one, two = "\x20", "\x21", "\x22" // -107, -106, -105: subroutines 0, 1, 2
	for _, c := range []struct {
		name, cs      string
		local, global []string
		want          string // or the reason of the error
	}{
		{"nothing to call", "\x8b\x8b\x15\x0e", nil, nil, "\x8b\x8b\x15\x0e"},
		{"endchar forgotten", "\x8b\x8b\x15", nil, nil, "\x8b\x8b\x15\x0e"},
		{"empty", "", nil, nil, "\x0e"},
		{"behind endchar", "\x0e\x8b", nil, nil, "\x0e"},
		{"call", "\x8b" + zero + "\x0a\x0e", []string{"\x8c\x15\x0b"}, nil, "\x8b\x8c\x15\x0e"},
		{"no return", "\x8b" + zero + "\x0a\x0e", []string{"\x8c\x15"}, nil, "\x8b\x8c\x15\x0e"},
		{"global calls local", zero + "\x1d\x0e", []string{"\x8b\x16"}, []string{zero + "\x0a\x0b"}, "\x8b\x16\x0e"},
		{"number from a subroutine", one + "\x0a\x0a\x0e", []string{"\x8b\x16", zero + "\x0b"}, nil, "\x8b\x16\x0e"},
		{"number from before", zero + one + "\x0a\x0e", []string{"\x8b\x16", "\x0a\x0b"}, nil, "\x8b\x16\x0e"},
		{"mask after call", "\x8b\x8b" + zero + "\x0a\x13\x0b\x8b\x16\x0e", []string{"\x01\x8b\x8b"}, nil, "\x8b\x16\x0e"},
		{"mask of two bytes", strings.Repeat("\x8b", 18) + "\x12\x13\x0a\x0b\x0e", nil, nil, "\x0e"},
		{"width before stems", "\x90\x8b\x8b\x01\x8b\x16\x0e", nil, nil, "\x90\x8b\x16\x0e"},
		{"mask between lines", "\x8b\x8b\x12\x8b\x16\x13\xff\x8b\x8b\x05\x14\x00\x0e", nil, nil, "\x8b\x16\x8b\x8b\x05\x0e"},
		{"computed stem", "\x8b\x8b\x0c\x0e\x01\x0e", nil, nil, "computed stem"},
		{"endless", zero + "\x0a", []string{zero + "\x0a"}, nil, "too many subroutines"},
		{"multiplying", zero + "\x0a", []string{strings.Repeat(one+"\x0a", 100), strings.Repeat(two+"\x0a", 100), "\x0b"}, nil, "too many subroutines"},
		{"growing", zero + "\x0a", []string{strings.Repeat(one+"\x0a", 2000), strings.Repeat("\x8b\x16", 20)}, nil, "longer than 65535"},
		{"no such subroutine", "\x8b\x0a", []string{"\x0b"}, nil, "lacks"},
		{"no number", "\x0a", []string{"\x0b"}, nil, "without a plain number"},
		{"computed number", zero + zero + "\x0c\x0a\x0a", []string{"\x0b"}, nil, "without a plain number"},
		{"number cut off", "\x1c\x00", nil, nil, "cut off"},
		{"mask cut off", "\x8b\x8b\x13", nil, nil, "cut off"},
		{"escape cut off", "\x0c", nil, nil, "cut off"},
		{"operator 2", "\x02", nil, nil, "does not exist"},
		{"escape 99", "\x0c\x63", nil, nil, "does not exist"},
		{"add of nothing", "\x0c\x0a", nil, nil, "too few"},
		{"rmoveto of one operand", "\x8b\x15", nil, nil, "without saying where"},
		{"line before a move", "\x8b\x8b\x05", nil, nil, "draws before"},
		{"two operands at endchar", "\x8b\x8b\x0e", nil, nil, "left over"},
		{"operands", strings.Repeat("\x8b", 600), nil, nil, "too many operands"},
		{"stems", strings.Repeat(strings.Repeat("\x8b", 100)+"\x01", 20), nil, nil, "stems"},
	} {
		f := flattener{local: index(t, c.local...), global: index(t, c.global...)}
		err := f.glyph([]byte(c.cs))
		var format *FormatError
		switch {
		case err == nil && string(f.out) != c.want:
			t.Errorf("%s: %x, want %x", c.name, f.out, c.want)
		case err != nil && (!errors.As(err, &format) || !strings.Contains(format.Reason, c.want)):
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func TestBrokenCFF(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(cff []byte)
	}{
		{"version", func(cff []byte) { cff[0] = 3 }},
		{"header size", func(cff []byte) { cff[2] = 250 }},
		{"Name INDEX of size 0", func(cff []byte) { cff[6] = 0 }},
		{"Name INDEX of size 9", func(cff []byte) { cff[6] = 9 }},
		{"many names", func(cff []byte) { binary.BigEndian.PutUint16(cff[4:], 0xFFFF) }},
	} {
		data := readFont(t, "cid.otf")
		dir, _ := readDirectory(data, 0)
		c.change(dir.find("CFF "))
		_, err := Open(data, 0)
		var format *FormatError
		var unsupported *UnsupportedError
		if !errors.As(err, &format) && !errors.As(err, &unsupported) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestIndexChecksOffsets(t *testing.T) {
	x := index(t, "ab", "c")
	x.head[3+1] = 9 // the end of the first item, behind the second
	for i := range 2 {
		if _, err := x.item(i); err == nil {
			t.Errorf("item %d with a wrong offset is given", i)
		}
	}
	if _, err := x.item(2); err == nil {
		t.Error("item 2 of 2 is given")
	}
}

func TestUnsupportedFonts(t *testing.T) {
	for _, c := range []struct{ from, to, feature string }{
		{"CFF ", "CFF2", "CFF2 outlines"},
		{"CFF ", "EBDT", "no outlines"},
		{"name", "fvar", "variable outlines"},
	} {
		data := readFont(t, "cid.otf")
		dir, _ := readDirectory(data, 0)
		for r := dir.records; len(r) > 0; r = r[16:] {
			if string(r[:4]) == c.from {
				copy(r, c.to)
			}
		}
		_, err := Open(data, 0)
		var unsupported *UnsupportedError
		if !errors.As(err, &unsupported) || unsupported.Feature != c.feature {
			t.Errorf("%s as %s: %v", c.from, c.to, err)
		}
	}
}
