package pdf

import (
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/pdf/pdfcheck"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// contentOf gives the operators of page n, from a plain file.
func contentOf(t *testing.T, s *sheet, n int) string {
	t.Helper()
	f, err := pdfcheck.Open(s.write(&Options{Plain: true}))
	if err != nil {
		t.Fatal(err)
	}
	stream := f.Resolve(f.Dict(f.Objects[f.Pages()[n]]).Get("Contents")).(*pdfcheck.Stream)
	return string(stream.Raw)
}

func wantContent(t *testing.T, s *sheet, want string) {
	t.Helper()
	if got := contentOf(t, s, 0); got != strings.TrimPrefix(want, "\n") {
		t.Errorf("content\n%swant%s", got, want)
	}
}

// pageOf is a page of 100 × 100 points.
func pageOf(t *testing.T) *sheet {
	s := newSheet(t)
	s.pages[0].Size = unit.Size{W: 100 * unit.Pt, H: 100 * unit.Pt}
	return s
}

// at moves a text to a place in points.
func at(t *display.Text, x, y int) *display.Text {
	t.At = unit.Point{X: unit.Length(x) * unit.Pt, Y: unit.Length(y) * unit.Pt}
	return t
}

// Two lines of one paragraph share a sequence, and the second is reached by a difference.
func TestLinesOfAParagraph(t *testing.T) {
	s := pageOf(t)
	p := s.node(nil, display.RoleP)
	s.put(at(s.line(0, 0, "公开", p), 10, 20))
	s.put(at(s.line(0, 0, "开门", p), 12, 40))
	s.put(at(s.line(0, 0, "门", s.node(nil, display.RoleP)), 10, 60))
	wantContent(t, s, `
BT
/P<</MCID 0>>BDC
/F1 10 Tf
10 80 Td
<00010002>Tj
2 -20 Td
<00020003>Tj
EMC
/P<</MCID 1>>BDC
-2 -20 Td
<0003>Tj
EMC
ET
`)
}

// A glyph that stands 1 pt (a tenth of an em) further right than the advance brings it is moved by -100/1000 em. Errors do not
// add up: at 1/3 pt a glyph, the moves are 33, 34, 33.
func TestJustified(t *testing.T) {
	s := pageOf(t)
	line := at(s.line(0, 0, "一二三四", s.node(nil, display.RoleP)), 10, 20)
	for i := range line.Pos {
		line.Pos[i] += unit.Length(i) * unit.Pt / 3
	}
	s.put(line)
	wantContent(t, s, `
BT
/P<</MCID 0>>BDC
/F1 10 Tf
10 80 Td
[<0001>-33<0002>-34<0003>-33<0004>]TJ
EMC
ET
`)
}

// DX moves a glyph sideways for itself alone, DY raises it.
func TestOffsets(t *testing.T) {
	s := pageOf(t)
	line := at(s.line(0, 0, "一二三", s.node(nil, display.RoleP)), 10, 20)
	line.Glyphs[1].DX, line.Glyphs[1].DY = 20, 250
	s.put(line)
	wantContent(t, s, `
BT
/P<</MCID 0>>BDC
/F1 10 Tf
10 80 Td
<0001>Tj
2.5 Ts
[-20<0002>]TJ
0 Ts
[20<0003>]TJ
EMC
ET
`)
}

// Downward text places each glyph by itself; turned text has a matrix of its own, after which an upright line needs one too.
func TestDirections(t *testing.T) {
	s := pageOf(t)
	down := at(s.line(0, 0, "结果", s.node(nil, display.RoleP)), 10, 20)
	down.Dir, down.Pos, down.Cross = display.Down, []unit.Length{0, 12 * unit.Pt}, []unit.Length{0, unit.Pt}
	turned := at(s.line(0, 0, "AB", s.node(nil, display.RoleP)), 50, 20)
	turned.Dir = display.Rotated
	s.put(down)
	s.put(turned)
	s.put(at(s.line(0, 0, "果", s.node(nil, display.RoleP)), 10, 60))
	wantContent(t, s, `
BT
/P<</MCID 0>>BDC
/F1 10 Tf
10 80 Td
<0001>Tj
1 -12 Td
<0002>Tj
EMC
/P<</MCID 1>>BDC
0 -1 1 0 50 80 Tm
<00030004>Tj
EMC
/P<</MCID 2>>BDC
1 0 0 1 10 40 Tm
<0002>Tj
EMC
ET
`)
}

// Thickened text is filled and outlined in its own grey, with a pen of 1/32 of its size.
func TestFakeBold(t *testing.T) {
	s := pageOf(t)
	p := s.node(nil, display.RoleP)
	bold := at(s.line(0, 0, "公", p), 10, 20)
	bold.FakeBold, bold.Gray, bold.Size = true, 50, 16*unit.Pt
	s.put(bold)
	s.put(at(s.line(0, 0, "开", p), 30, 20))
	wantContent(t, s, `
BT
/P<</MCID 0>>BDC
/F1 16 Tf
0.5 g
0.5 G
0.5 w
1 j
2 Tr
10 80 Td
<0001>Tj
/F1 10 Tf
0 g
0 Tr
20 0 Td
<0002>Tj
EMC
ET
`)
}

// An underline belongs to its text: the sequence then stands outside the text objects, which may not be crossed. Rules and
// fills without a node are artifacts, and share one sequence.
func TestDrawing(t *testing.T) {
	s := pageOf(t)
	p := s.node(nil, display.RoleP)
	s.put(&display.Fill{Box: unit.Rect{Point: unit.Point{X: 10 * unit.Pt, Y: 10 * unit.Pt}, Size: unit.Size{W: 30 * unit.Pt, H: 20 * unit.Pt}}, Gray: 90})
	rule := display.Rule{From: unit.Point{X: 10 * unit.Pt, Y: 30 * unit.Pt}, To: unit.Point{X: 40 * unit.Pt, Y: 30 * unit.Pt}, Width: unit.Pt / 2}
	s.put(&rule)
	s.put(at(s.line(0, 0, "公", p), 10, 50))
	under := rule
	under.Node = p
	s.put(&under)
	wantContent(t, s, `
/Artifact<</Type/Layout>>BDC
0.9 g
10 70 30 20 re
f
0.5 w
10 70 m
40 70 l
S
EMC
/P<</MCID 0>>BDC
BT
/F1 10 Tf
0 g
10 50 Td
<0001>Tj
ET
10 70 m
40 70 l
S
EMC
`)
}

// The bounds of page furniture: ascent 0.88 em above the baseline, one em high; here turned too.
func TestFurnitureHasABox(t *testing.T) {
	s := pageOf(t)
	s.paragraph(1, 1, "一")
	foot := at(s.line(0, 0, "1—", nil), 20, 90)
	foot.Artifact = display.FooterArtifact
	s.put(foot)
	side := at(s.line(0, 0, "二七", nil), 80, 30)
	side.Artifact, side.Dir = display.HeaderArtifact, display.Rotated
	s.put(side)
	got := contentOf(t, s, 0)
	for _, want := range []string{
		"/Artifact<</Type/Pagination/Subtype/Footer/BBox[20 8.8 35 18.8]>>BDC",
		"/Artifact<</Type/Pagination/Subtype/Header/BBox[78.8 50 88.8 70]>>BDC",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("content\n%s lacks %s", got, want)
		}
	}
}
