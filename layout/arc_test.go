package layout

import (
	"testing"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

func TestSine(t *testing.T) {
	for _, test := range []struct{ a, sine, cosine int64 }{
		{0, 0, 1_000_000}, {30, 500_000, 866_025}, {90, 1_000_000, 0}, {150, 500_000, -866_025}, {180, 0, -1_000_000},
		{210, -500_000, -866_025}, {270, -1_000_000, 0}, {360, 0, 1_000_000}, {-90, -1_000_000, 0}, {450, 1_000_000, 0},
	} {
		a := angle(test.a) * degree
		if a.sine() != test.sine || a.cosine() != test.cosine {
			t.Errorf("%d°: %d %d, want %d %d", test.a, a.sine(), a.cosine(), test.sine, test.cosine)
		}
	}
	for a := angle(0); a < circle; a += 77 {
		if s, c := a.sine(), a.cosine(); s*s+c*c < 999_900_000_000 || s*s+c*c > 1_000_010_000_000 {
			t.Fatalf("%d: sin² + cos² = %d", a, s*s+c*c)
		}
	}
}

// Ends and middles of the curves lie on the circle: within 4 µm (144 EMU) of a radius of 30 mm.
func TestArc(t *testing.T) {
	const radius = 30 * unit.MM
	centre := unit.Point{X: 100 * unit.MM, Y: 100 * unit.MM}
	for _, span := range []struct{ from, to angle }{{0, 1}, {0, 45 * degree}, {10 * degree, 359 * degree}, {0, circle}, {200*degree + 123, 320 * degree}} {
		start := span.from.at(centre, radius)
		for _, s := range arc([]display.Seg{{Op: display.MoveTo, P: [3]unit.Point{start}}}, centre, radius, span.from, span.to)[1:] {
			onCircle(t, s.P[2], centre, radius)
			// The middle of a cubic is (P0 + 3 P1 + 3 P2 + P3) / 8.
			mid := unit.Point{X: (start.X + 3*s.P[0].X + 3*s.P[1].X + s.P[2].X) / 8, Y: (start.Y + 3*s.P[0].Y + 3*s.P[1].Y + s.P[2].Y) / 8}
			onCircle(t, mid, centre, radius)
			start = s.P[2]
		}
		if start != span.to.at(centre, radius) {
			t.Errorf("%v ends at %v", span, start)
		}
	}
}

func onCircle(t *testing.T, p, centre unit.Point, radius unit.Length) {
	t.Helper()
	x, y := p.X-centre.X, p.Y-centre.Y
	if off := (x*x + y*y - radius*radius) / (2 * radius); off > 144 || off < -144 {
		t.Errorf("%v is %d EMU off the circle", p, off)
	}
}

func TestScaled(t *testing.T) {
	for _, test := range []struct {
		length unit.Length
		n, d   int64
		want   unit.Length
	}{{100, 1, 3, 33}, {6 * unit.MM, 5, 5, 6 * unit.MM}, {225 * unit.MM, 3_000_000_000_000_000, 6_000_000_000_000_000, 225 * unit.MM / 2}, {5, 0, 7, 0}} {
		if got := scaled(test.length, test.n, test.d); got != test.want {
			t.Errorf("%d × %d / %d = %d, want %d", test.length, test.n, test.d, got, test.want)
		}
	}
}
