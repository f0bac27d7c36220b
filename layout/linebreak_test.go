package layout

import "testing"

// A line stretched by all its room is as bad as TeX has it, one stretched five times that much 125 times as bad; what is left empty beyond
// counts more than all of it, so that the fullest line is chosen where none can be justified.
func TestBadness(t *testing.T) {
	for _, c := range []struct{ diff, room, want int64 }{
		{0, 0, 0}, {100, 200, 12}, {100, 100, 100}, {200, 100, 800}, {500, 100, 12500 + 8*12500*500/1000}, {500, 0, 62500}, {1000, 0, 112500}, {2000, 0, 112500},
	} {
		if got := badness(c.diff, c.room, 1000); got != c.want {
			t.Errorf("%d in a room of %d: %d, want %d", c.diff, c.room, got, c.want)
		}
	}
}
