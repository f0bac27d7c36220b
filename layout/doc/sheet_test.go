package doc

import (
	"testing"

	"github.com/banxin-go/banxin/layout/unit"
)

// 156 mm are 8844 twips: 315 for each of 28 characters, rounded down. 三号 has 320, and one twip is slack.
func TestTracking(t *testing.T) {
	s := GB9704()
	if got := s.Tracking(); got != -6*unit.Twip {
		t.Errorf("%s, want -0.3pt", got)
	}
	s.Grid = Grid{}
	if got := s.Tracking(); got != 0 {
		t.Errorf("%s without a grid", got)
	}
}

// Figures of 黑体 lines are 黑体, too: beside its even strokes those of a Latin text face look thin.
func TestHeitiIsOneFace(t *testing.T) {
	styles := GB9704().Styles
	found := 0
	for i := range styles {
		if s := &styles[i]; s.Role == "黑" {
			found++
			if !s.HanLetters {
				t.Errorf("%s takes its figures from another face", s.ID)
			}
		}
	}
	if found != 6 { // Heading1, Part, PartHeading2, Caption, TOCHeading, TOC1
		t.Errorf("%d styles of 黑体", found)
	}
}

// 225 mm are 12755 whole twips: 22 lines of 579, and 17 are left. 156 mm turned are 8844: 15 lines of 579 leave 159, so they are 589.
func TestRoom(t *testing.T) {
	s := GB9704()
	tall, wide := s.Page, *s.Page.Turn()
	odd := s.Page
	odd.Size.H = odd.Top + odd.Bottom + unit.Pt // no line fits
	for _, c := range []struct {
		page  *Page
		pitch unit.Length
		lines int
		room  unit.Length
	}{{&tall, 579, 22, 22 * 579}, {&wide, 589, 15, 15 * 589}, {&odd, 0, 0, 20}} {
		pitch, lines := s.Pitch(c.page)
		if room := s.Room(c.page); pitch != c.pitch*unit.Twip || lines != c.lines || room.H != c.room*unit.Twip || room.W != c.page.TypeArea().W {
			t.Errorf("%d lines of %s, room %v; want %d of %d twips, %d", lines, pitch, room, c.lines, c.pitch, c.room)
		}
	}
	s.Grid = Grid{}
	if room := s.Room(&tall); room != tall.TypeArea().Size {
		t.Errorf("room %v without a grid", room)
	}
}

// Characters of another size keep their own width, whatever their style says: the layout sets them so.
func TestTrackingOfAnotherSize(t *testing.T) {
	s := GB9704()
	small := *s.Style("Normal")
	small.Size = 21 * unit.Pt / 2
	if got := s.TrackingOf(&small); got != 0 {
		t.Errorf("五号 on the grid of 三号 is tracked by %d twips", got/unit.Twip)
	}
	if got := s.TrackingOf(s.Style("Normal")); got != s.Tracking() {
		t.Errorf("the text is tracked by %d twips, want %d", got/unit.Twip, s.Tracking()/unit.Twip)
	}
	off := *s.Style("Normal")
	if off.OnGrid = false; s.TrackingOf(&off) != 0 {
		t.Error("text off the grid is tracked")
	}
}
