package subset

import (
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"testing"
)

// Glyphs of composite.ttf, in order (see make.py).
const (
	gNotdef = iota
	gSpace
	gA
	gAcute
	gAacute  // A + acute, with instructions
	gAnested // Aacute + A
	gAscaled
	gAxy
	gAturned // Aacute, turned by a 2 × 2 matrix
	gWide
)

func TestComponentsComeBehind(t *testing.T) {
	f, _ := openFont(t, "composite.ttf")
	for _, c := range []struct{ gids, want []uint16 }{
		{[]uint16{0, gWide}, []uint16{0, gWide}},
		{[]uint16{0, gAacute}, []uint16{0, gAacute, gA, gAcute}},
		{[]uint16{0, gAcute, gAacute}, []uint16{0, gAcute, gAacute, gA}},
		{[]uint16{0, gAnested}, []uint16{0, gAnested, gAacute, gA, gAcute}},
		{[]uint16{0, gAacute, gAacute}, []uint16{0, gAacute, gAacute, gA, gAcute}},
	} {
		cut, err := f.cutGlyf(c.gids, nil)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(cut.gids, c.want) {
			t.Errorf("%v needs %v, want %v", c.gids, cut.gids, c.want)
		}
	}
}

// A (49 bytes with its 3 bytes of code) and Aacute lose their instructions and nothing else does.
func TestInstructionsGo(t *testing.T) {
	f, _ := openFont(t, "composite.ttf")
	for gid, fewer := range map[uint16]int{gA: 3, gWide: 6, gAcute: 0, gAacute: 5, gSpace: 0} {
		glyph, err := f.glyph(gid)
		if err != nil {
			t.Fatal(err)
		}
		got, err := appendGlyph(nil, glyph, map[uint16]uint16{})
		if err != nil {
			t.Fatal(err)
		}
		if len(glyph)-len(got) < fewer || len(glyph)-len(got) > fewer+3 { // up to 3 bytes pad the source
			t.Errorf("glyph %d shrinks from %d to %d bytes, want %d fewer", gid, len(glyph), len(got), fewer)
		}
	}
	p, err := f.Subset([]uint16{0, gA})
	if err != nil {
		t.Fatal(err)
	}
	if dir, _ := readDirectory(p.Data, 0); dir.find("prep") != nil || len(dir.records) != 6*16 {
		t.Error("a program for a PDF has tables that a PDF does not read")
	}
}

// All six tables' checksums, and with checkSumAdjustment the whole file's.
func TestChecksums(t *testing.T) {
	f, _ := openFont(t, "composite.ttf")
	p, err := f.Subset([]uint16{0, gAnested, gSpace})
	if err != nil {
		t.Fatal(err)
	}
	if got := checksum(p.Data); got != 0xB1B0AFBA {
		t.Errorf("the file sums up to %#x", got)
	}
	dir, _ := readDirectory(p.Data, 0)
	for r := dir.records; len(r) > 0; r = r[16:] {
		off, n := binary.BigEndian.Uint32(r[8:]), binary.BigEndian.Uint32(r[12:])
		data := slices.Clone(p.Data[off : int(off)+align4(int(n))])
		if string(r[:4]) == "head" {
			clear(data[8:12])
		}
		if checksum(data) != binary.BigEndian.Uint32(r[4:]) || off%4 != 0 {
			t.Errorf("table %s is not as its record says", r[:4])
		}
	}
}

// Equal advances at the end need one record: 0, space, A and then twice wide → 4 records + 1 bearing.
func TestEqualAdvancesAreWrittenOnce(t *testing.T) {
	f, _ := openFont(t, "composite.ttf")
	hmtx, records := f.cutMetrics([]uint16{0, gSpace, gA, gWide, gWide}, nil)
	if records != 4 || len(hmtx) != 4*4+2 {
		t.Errorf("%d records in %d bytes", records, len(hmtx))
	}
	if hmtx, records := f.cutMetrics([]uint16{gWide, gWide}, nil); records != 1 || len(hmtx) != 6 {
		t.Errorf("%d records in %d bytes", records, len(hmtx))
	}
}

func TestLongOffsets(t *testing.T) {
	f, data := openFont(t, "composite.ttf")
	gids := make([]uint16, 6000) // 6,000 × 28 bytes are more than short offsets can say
	for i := range gids[1:] {
		gids[i+1] = gWide
	}
	p, err := f.Subset(gids)
	if err != nil {
		t.Fatal(err)
	}
	dir, _ := readDirectory(p.Data, 0)
	if binary.BigEndian.Uint16(dir.find("head")[50:]) != 1 || len(dir.find("loca")) != 4*6001 {
		t.Fatal("offsets are short")
	}
	sameGlyphs(t, judge(t, data), judge(t, wrapped(t, f, p, gids)), gids)
}

// tamper opens a copy of composite.ttf after change was made to one of its tables.
func tamper(t *testing.T, tag string, change func(f *Font, table []byte)) (*Font, error) {
	t.Helper()
	data := readFont(t, "composite.ttf")
	f, err := Open(data, 0)
	if err != nil {
		t.Fatal(err)
	}
	dir, _ := readDirectory(data, 0)
	change(f, dir.find(tag))
	return Open(data, 0)
}

func TestBrokenGlyphs(t *testing.T) {
	locate := func(f *Font, gid int) int { return 2 * int(binary.BigEndian.Uint16(f.loca[2*gid:])) }
	component := func(from, to uint16) func(*Font, []byte) {
		return func(f *Font, glyf []byte) { binary.BigEndian.PutUint16(glyf[locate(f, int(from))+12:], to) }
	}
	for _, c := range []struct {
		tag, reason string
		change      func(*Font, []byte)
	}{
		{"loca", "backwards", func(_ *Font, loca []byte) { loca[2*gAnested] = 0xFF }},
		{"loca", "behind", func(_ *Font, loca []byte) { binary.BigEndian.PutUint16(loca[2*gAnested+2:], 0xFFFF) }},
		{"glyf", "contains itself", component(gAnested, gAnested)},
		{"glyf", "contains itself", component(gAacute, gAnested)},
		{"glyf", "lacks", component(gAnested, 500)},
		{"glyf", "cut off", func(f *Font, glyf []byte) { // a component record with "more" set on the last
			glyf[locate(f, gAnested+1)-7] |= moreComponents
			glyf[locate(f, gAnested+1)-8] |= moreComponents
			for at := locate(f, gAnested) + 10; at < locate(f, gAnested+1)-8; at += 8 {
				glyf[at+1] |= moreComponents
			}
		}},
		{"glyf", "end points", func(f *Font, glyf []byte) { glyf[locate(f, gA)] = 0x7F }},
		{"glyf", "instructions", func(f *Font, glyf []byte) { glyf[locate(f, gA)+12] = 0xFF }},
	} {
		f, err := tamper(t, c.tag, c.change)
		if err == nil {
			_, err = f.Subset([]uint16{0, gAnested, gAnested + 1})
		}
		var format *FormatError
		if !errors.As(err, &format) || format.Table != c.tag || !strings.Contains(format.Reason, c.reason) {
			t.Errorf("%s … %s: got %v", c.tag, c.reason, err)
		}
	}
}

func TestBoundsOfGlyf(t *testing.T) {
	f, _ := openFont(t, "composite.ttf")
	for _, c := range []struct {
		gid uint16
		box [4]int
		ok  bool
	}{
		{gWide, [4]int{0, -120, 1000, 880}, true},
		{gAcute, [4]int{300, 750, 360, 900}, true},
		{gAacute, [4]int{100, 0, 500, 930}, true},
		{gSpace, [4]int{}, false},
		{60000, [4]int{}, false},
	} {
		x0, y0, x1, y1, ok := f.GlyphBounds(c.gid)
		if got := [4]int{x0, y0, x1, y1}; ok != c.ok || got != c.box {
			t.Errorf("glyph %d: %v %v, want %v %v", c.gid, got, ok, c.box, c.ok)
		}
	}
	if f.Advance(gWide) != 1000 || f.Advance(gA) != 514 || f.Advance(60000) != 0 {
		t.Error("wrong advances")
	}
}
