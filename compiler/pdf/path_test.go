package pdf

import (
	"bytes"
	goimage "image"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/pdf/pdfcheck"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// pt is a point on the page in whole points.
func pt(x, y unit.Length) unit.Point { return unit.Point{X: x * unit.Pt, Y: y * unit.Pt} }

func plainOf(t *testing.T, s *sheet) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, s.document(), &Options{Plain: true}); err != nil {
		t.Fatal(err)
	}
	for _, err := range pdfcheck.Check(b.Bytes()) {
		t.Error(err)
	}
	return b.String()
}

// A4 is 841.8898 pt high, so y = 41.8898 from the top is 800 from the bottom.
func TestPath(t *testing.T) {
	s := newSheet(t)
	top := func(y unit.Length) unit.Length { return 297*unit.MM - y*unit.Pt }
	at := func(x, y unit.Length) unit.Point { return unit.Point{X: x * unit.Pt, Y: top(y)} }
	s.put(&display.Path{
		Segs: []display.Seg{
			{Op: display.MoveTo, P: [3]unit.Point{at(100, 800)}}, {Op: display.LineTo, P: [3]unit.Point{at(150, 800)}},
			{Op: display.CurveTo, P: [3]unit.Point{at(160, 800), at(170, 790), at(170, 780)}}, {Op: display.ClosePath},
		},
		Fill: true, FillGray: 80, Width: unit.Pt / 2, StrokeGray: 10,
	})
	s.put(&display.Path{Segs: []display.Seg{{P: [3]unit.Point{at(1, 2)}}, {Op: display.LineTo, P: [3]unit.Point{at(3, 4)}}}, Width: unit.Pt})
	got := plainOf(t, s)
	for _, want := range []string{
		"0.8 g\n0.1 G\n0.5 w\n1 j\n100 800 m\n150 800 l\n160 800 170 790 170 780 c\nh\nB\n",
		"0 G\n1 w\n1 2 m\n3 4 l\nS\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

// A text that rises by 45° has a matrix of its own; the next upright one sets it back.
func TestTilt(t *testing.T) {
	s := newSheet(t)
	pale := s.line(0, 0, "征求意见", nil)
	pale.At = unit.Point{X: 100 * unit.Pt, Y: 297*unit.MM - 300*unit.Pt}
	pale.Artifact, pale.Tilt = display.WatermarkArtifact, display.Tilt{Cos: 7071, Sin: 7071}
	s.put(pale)
	upright := s.line(0, 0, "正文", s.node(nil, display.RoleP))
	upright.At = unit.Point{X: 50 * unit.Pt, Y: 297*unit.MM - 700*unit.Pt}
	s.put(upright)
	got := plainOf(t, s)
	for _, want := range []string{"0.7071 0.7071 -0.7071 0.7071 100 300 Tm", "1 0 0 1 50 700 Tm", "/Subtype/Watermark"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	// Four characters of 10 pt rise by 40 × 0.7071 = 28.284 pt, and the corners of their em boxes by as much of their height.
	box := bounds(pale)
	if w := box.W; w != box.H || w < 28*unit.Pt || w > 40*unit.Pt {
		t.Errorf("a text of 40 pt by 45° has a box of %v × %v", box.W, box.H)
	}
}

func TestTurn(t *testing.T) {
	up, rising := display.Tilt{Sin: 10000}, display.Tilt{Cos: 7071, Sin: 7071}
	for _, test := range []struct {
		tilt display.Tilt
		p    unit.Point
		want unit.Point
	}{
		{display.Tilt{}, pt(30, 20), pt(30, 20)},
		{up, pt(30, 20), pt(20, 10)},     // right of the centre comes to stand above it
		{up, pt(20, 10), pt(10, 20)},     // and above it, left of it
		{rising, pt(20, 20), pt(20, 20)}, // the centre stays
		{rising, pt(30, 20), unit.Point{X: 20*unit.Pt + 89801, Y: 20*unit.Pt - 89801}},
	} {
		if got := test.tilt.Turn(test.p, pt(20, 20)); got != test.want {
			t.Errorf("%v turns %v to %v, want %v", test.tilt, test.p, got, test.want)
		}
	}
}

func TestMultiply(t *testing.T) {
	s := newSheet(t)
	at := box(120, 200, 42, 42)
	node := s.node(nil, display.RoleFigure)
	node.Extra = &display.Extra{Alt: "二七区人民政府印章", Box: &at}
	s.put(&display.Image{Box: at, Data: pngOf(t, goimage.NewNRGBA(goimage.Rect(0, 0, 4, 4))), Node: node, Multiply: true})
	got := plainOf(t, s)
	for _, want := range []string{"q\n/Multiply gs\n", "/ExtGState<</Multiply<</Type/ExtGState/BM/Multiply>>>>"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "/Group") {
		t.Error("the page has a transparency group")
	}
}
