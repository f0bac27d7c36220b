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

// Apart says that half a line stands above name i: where it or the one before is broken, lines close to each other would read as one
// name, of which GB/T 9704-2012 7.3.5.2 has them one below the other.
func (s *Signature) Apart(i int) bool {
	return i > 0 && (strings.Contains(s.Names[i-1], "\n") || strings.Contains(s.Names[i], "\n"))
}
