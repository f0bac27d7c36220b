package unit

import "testing"

func TestString(t *testing.T) {
	for _, c := range []struct {
		in   Length
		want string
	}{
		{0, "0pt"}, {Pt, "1pt"}, {Hao5, "10.5pt"}, {-Twip, "-0.05pt"}, {MM, "2.8346pt"}, {1, "0.0001pt"},
		{156 * MM, "442.2047pt"}, {28 * MM, "79.3701pt"},
	} {
		if got := c.in.String(); got != c.want {
			t.Errorf("%d EMU = %s, want %s", int64(c.in), got, c.want)
		}
	}
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Length
	}{{"10.5pt", Hao5}, {"28mm", 28 * MM}, {"3.7cm", 37 * MM}, {"1in", 72 * Pt}, {"579twip", 579 * Twip}, {"-2 mm", -2 * MM}} {
		if got, err := Parse(c.in); err != nil || got != c.want {
			t.Errorf("Parse(%q) = %d, %v; want %d", c.in, got, err, c.want)
		}
	}
	for _, bad := range []string{"", "12", "pt", "1,5pt", "1e3mm", "99999999999999mm", "--1pt", "1.-5pt"} {
		if got, err := Parse(bad); err == nil {
			t.Errorf("Parse(%q) = %s, want an error", bad, got)
		}
	}
}

func TestRoundHalvesAwayFromZero(t *testing.T) {
	for _, c := range []struct{ in, unit, want Length }{{635, 1270, 1}, {-635, 1270, -1}, {634, 1270, 0}, {28 * MM, Twip, 1587}} {
		if got := c.in.Round(c.unit); got != int64(c.want) {
			t.Errorf("%d round %d = %d, want %d", c.in, c.unit, got, c.want)
		}
	}
}
