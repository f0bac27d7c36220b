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
