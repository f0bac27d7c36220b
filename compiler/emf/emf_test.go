package emf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// records reads a file back: a line for each record behind the header. It fails where lengths, counts or handles do not agree.
func records(t *testing.T, file []byte) []string {
	t.Helper()
	word := func(at int) int { return int(int32(binary.LittleEndian.Uint32(file[at:]))) }
	if word(0) != recHeader || word(40) != 0x464D4520 || word(48) != len(file) {
		t.Fatalf("no header of a metafile of %d bytes", len(file))
	}
	var all []string
	count, handles := 0, 1
	for at := 0; at < len(file); at += word(at + 4) {
		kind, size := word(at), word(at+4)
		if size < 8 || size%4 != 0 || at+size > len(file) {
			t.Fatalf("record %d has a length of %d", kind, size)
		}
		line := fmt.Sprint(kind)
		for i := at + 8; i < at+size; i += 4 {
			line += fmt.Sprintf(" %d", word(i))
		}
		switch kind {
		case recCreateBrush, recExtCreatePen:
			if word(at+8) != handles {
				t.Errorf("handle %d follows %d", word(at+8), handles-1)
			}
			handles++
		case recSelectObject:
			if word(at+8) >= handles {
				t.Errorf("handle %d does not exist", word(at+8))
			}
		}
		if count++; count > 1 {
			all = append(all, line)
		}
	}
	if word(52) != count || word(56) != handles {
		t.Errorf("the header counts %d records and %d handles, there are %d and %d", word(52), word(56), count, handles)
	}
	return all
}

func seg(op display.SegOp, points ...unit.Length) display.Seg {
	s := display.Seg{Op: op}
	for i := range len(points) / 2 {
		s.P[i] = unit.Point{X: points[2*i], Y: points[2*i+1]}
	}
	return s
}

// A dark box with an outline of 0.72 mm and a rule of the same width on 20 × 10 mm: a millimetre is 50 device and 500 logical units.
func TestPicture(t *testing.T) {
	const mm = unit.MM
	box := &display.Path{Fill: true, FillGray: 35, Width: 72 * mm / 100, Segs: []display.Seg{
		seg(display.MoveTo, mm, mm), seg(display.LineTo, 2*mm, mm), seg(display.CurveTo, 2*mm, 2*mm, mm, 2*mm, mm, 3*mm), {Op: display.ClosePath}}}
	rule := &display.Rule{From: unit.Point{X: 0, Y: 5 * mm}, To: unit.Point{X: 20 * mm, Y: 5 * mm}, Width: 72 * mm / 100}
	red := &display.Path{Fill: true, Ink: display.Red, Segs: []display.Seg{seg(display.MoveTo, -mm, 0), seg(display.LineTo, mm, mm)}}
	file, err := Picture(unit.Size{W: 20 * mm, H: 10 * mm}, []display.Item{box, rule, red, &display.Path{}})
	if err != nil {
		t.Fatal(err)
	}
	const all = " 0 0 999 499"
	want := []string{
		"17 8", "10 0 0", "9 10000 5000", "12 0 0", "11 1000 500", "19 2",
		"39 1 0 5855577 0", "37 1", "95 2 0 0 0 0 66048 360 0 0 0 0", "37 2", // 35 % of light is 59 59 59
		"59", "27 500 500", "6 0 0 0 0 1 1000 500", "5 0 0 0 0 3 1000 1000 500 1000 500 1500", "61", "60", "63" + all,
		"59", "27 0 2500", "6 0 0 0 0 1 10000 2500", "60", "64" + all, // with the pen that is there
		"39 3 0 3625194 0", "37 3", "59", "27 -500 0", "6 0 0 0 0 1 500 500", "60", "62" + all, // 37 50 EA
		"14 0 16 20",
	}
	if got := records(t, file); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if width, height := binary.LittleEndian.Uint32(file[32:]), binary.LittleEndian.Uint32(file[36:]); width != 2000 || height != 1000 {
		t.Errorf("a frame of %d × %d, want that of 20 × 10 mm", width, height)
	}
}

// 总 of the square font is a square of 0.8 em; at 10 pt 0.1 em are 1 pt, 176 units. Upwards, the line runs up from its origin.
func TestText(t *testing.T) {
	face := squareFace(t)
	gid, ok := face.Glyph('总')
	if !ok {
		t.Fatal("no glyph")
	}
	x0, y0, x1, y1, _ := face.Bounds(gid)
	at := unit.Point{X: 10 * unit.MM, Y: 10 * unit.MM}
	line := display.Text{At: at, Size: 10 * unit.Pt, Face: face, String: "总", Glyphs: []fonts.Glyph{{ID: gid}}, Pos: []unit.Length{0}, FakeBold: true}
	em := func(v int32) unit.Length { return line.Size.MulDiv(int64(v), int64(face.UnitsPerEm)) }
	upright, upwards := line, line
	upwards.Tilt = display.Tilt{Sin: 10000}
	for _, c := range []struct {
		text *display.Text
		want unit.Rect
	}{
		{&upright, unit.Rect{Point: unit.Point{X: at.X + em(x0), Y: at.Y - em(y1)}, Size: unit.Size{W: em(x1 - x0), H: em(y1 - y0)}}},
		{&upwards, unit.Rect{Point: unit.Point{X: at.X - em(y1), Y: at.Y - em(x1)}, Size: unit.Size{W: em(y1 - y0), H: em(x1 - x0)}}},
	} {
		file, err := Picture(unit.Size{W: 50 * unit.MM, H: 50 * unit.MM}, []display.Item{c.text})
		if err != nil {
			t.Fatal(err)
		}
		again, _ := Picture(unit.Size{W: 50 * unit.MM, H: 50 * unit.MM}, []display.Item{c.text})
		if !bytes.Equal(file, again) {
			t.Error("another file the second time")
		}
		if got := inked(t, records(t, file)); !near(got, c.want) {
			t.Errorf("tilt %v: ink in %v, want %v", c.text.Tilt, got, c.want)
		}
	}
}

// inked is the box around what is drawn.
func inked(t *testing.T, lines []string) unit.Rect {
	low, high := unit.Point{X: 1 << 40, Y: 1 << 40}, unit.Point{}
	for _, line := range lines {
		var kind, x, y int
		if n, _ := fmt.Sscanf(line, "6 0 0 0 0 1 %d %d", &x, &y); n != 2 {
			if n, _ := fmt.Sscanf(line, "%d %d %d", &kind, &x, &y); n != 3 || kind != recMoveTo {
				continue
			}
		}
		p := unit.Point{X: unit.Length(x) * logicalUnit, Y: unit.Length(y) * logicalUnit}
		low, high = unit.Point{X: min(low.X, p.X), Y: min(low.Y, p.Y)}, unit.Point{X: max(high.X, p.X), Y: max(high.Y, p.Y)}
	}
	return unit.Rect{Point: low, Size: unit.Size{W: high.X - low.X, H: high.Y - low.Y}}
}

func near(a, b unit.Rect) bool {
	for _, d := range []unit.Length{a.X - b.X, a.Y - b.Y, a.W - b.W, a.H - b.H} {
		if max(d, -d) > 2*logicalUnit {
			return false
		}
	}
	return true
}

func squareFace(t *testing.T) *fonts.Face {
	t.Helper()
	face, err := fonts.ParseFile(filepath.Join("..", "..", "testdata", "fonts", "square.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	return face[0]
}

func TestRefused(t *testing.T) {
	size := unit.Size{W: unit.MM, H: unit.MM}
	for _, item := range []display.Item{&display.Image{}, &display.Link{}, &display.Text{Dir: display.Down}} {
		if _, err := Picture(size, []display.Item{item}); !errors.Is(err, ErrItem) {
			t.Errorf("%T: %v", item, err)
		}
	}
	var limit *LimitError
	for _, size := range []unit.Size{{}, {W: unit.MM, H: -1}, {W: unit.MM, H: 501 * unit.MM}} {
		if _, err := Picture(size, nil); !errors.As(err, &limit) {
			t.Errorf("%v: %v", size, err)
		}
	}
	text := &display.Text{Face: squareFace(t), Size: unit.Pt, Glyphs: []fonts.Glyph{{ID: 60000}}, Pos: []unit.Length{0}}
	if _, err := Picture(size, []display.Item{text}); err == nil {
		t.Error("a glyph that the face lacks is drawn")
	}
}
