package doc

import (
	"strings"

	"github.com/banxin-go/banxin/layout/unit"
)

// NameRoom gives how far from the edges of the type area name i stands, and whether its lines are centred between them: those of
// a name of several lines. Others are set at the right.
func (s *Signature) NameRoom(i int) (left, right unit.Length, centred bool) {
	if i < len(s.NameLeft) {
		left = s.NameLeft[i]
	}
	if i < len(s.NameIndent) {
		right = s.NameIndent[i]
	}
	return left, right, strings.Contains(s.Names[i], "\n")
}
