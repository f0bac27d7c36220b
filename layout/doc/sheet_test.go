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
