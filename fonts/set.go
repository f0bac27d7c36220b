package fonts

import (
	"slices"
	"sync"
)

// Fallback lists a role's faces, each list in the order in which they are asked.
type Fallback struct {
	Han       []*Face // Han characters, kana, CJK punctuation
	Latin     []*Face // letters, figures and their marks
	HanBold   []*Face // asked before Han when bold is wanted; may be empty
	LatinBold []*Face // asked before Latin when bold is wanted; may be empty
}

// Config says which faces serve which role. A role without an entry is served by the last-resort faces alone.
type Config struct {
	Roles map[Role]Fallback
	Last  []*Face // asked when a role's own lists do not have a character
}

// Set is a fall-back order for each role. It is immutable and may be shared between goroutines. The zero Set has no faces: it lacks
// every character.
type Set struct {
	config Config
	chains [len(roleIndexes)][4][]link // by role, then by Want.Bold and Want.Latin
	report func() []Served             // made when it is asked for first: every compilation asks
}

// link is one step of a fall-back chain.
type link struct {
	face      *Face
	synthetic bool
}

// NewSet makes a set. It returns ErrNoFace for a configuration without faces.
func NewSet(c Config) (*Set, error) {
	s := &Set{config: c.clone()}
	for i, role := range roleIndexes {
		for v := range s.chains[i] {
			s.chains[i][v] = c.chain(role, v&1 != 0, v&2 != 0)
		}
	}
	if len(s.Faces()) == 0 {
		return nil, ErrNoFace
	}
	s.report = sync.OnceValue(s.serve)
	return s, nil
}

// With gives a set in which the faces stand in front of the roles that their family names say they serve (RoleOf); Times-like
// faces serve the Latin of every role. A face that is not known by name joins the last-resort faces, in front of them. Of several
// faces for one role the first is asked first, but those drawn for another region than the mainland last: the collections of Noto CJK
// begin with Japan's. The receiver stays as it is; nil faces are passed over.
func (s *Set) With(faces ...*Face) *Set {
	c := s.config.clone()
	faces = slices.DeleteFunc(slices.Clone(faces), func(f *Face) bool { return f == nil })
	slices.SortStableFunc(faces, func(a, b *Face) int { return a.abroad() - b.abroad() })
	for _, bold := range []bool{false, true} { // a regular face drops the old bold ones, its own bold comes afterwards
		for _, f := range slices.Backward(faces) { // the first of the arguments ends up in front
			if f.Bold() == bold {
				c.put(f)
			}
		}
	}
	out, err := NewSet(c)
	if err != nil {
		return s // neither s nor faces has one
	}
	return out
}

// Faces lists every face of the set once, in the order of the roles and lists.
func (s *Set) Faces() []*Face {
	var all []*Face
	for i := range s.chains {
		for _, l := range slices.Concat(s.chains[i][:]...) {
			if !slices.Contains(all, l.face) {
				all = append(all, l.face)
			}
		}
	}
	return all
}

var roleIndexes = Roles()

// chain gives the fall-back order; a role that is not known has that of 宋.
func (s *Set) chain(w Want) []link {
	v := 0
	if w.Bold {
		v |= 1
	}
	if w.Latin {
		v |= 2
	}
	return s.chains[max(0, slices.Index(roleIndexes[:], w.Role))][v]
}

func (c Config) chain(role Role, bold, latin bool) []link {
	fb := c.Roles[role]
	first, firstBold, second, secondBold := fb.Han, fb.HanBold, fb.Latin, fb.LatinBold
	if latin {
		first, firstBold, second, secondBold = second, secondBold, first, firstBold
	}
	var chain []link
	add := func(faces []*Face) {
		for _, f := range faces {
			if f != nil && !slices.ContainsFunc(chain, func(l link) bool { return l.face == f }) {
				chain = append(chain, link{f, bold && !f.Bold()})
			}
		}
	}
	if bold {
		add(firstBold)
	}
	add(first)
	if bold {
		add(secondBold)
	}
	add(second)
	add(c.Last)
	return chain
}

func (c Config) clone() Config {
	out := Config{Roles: make(map[Role]Fallback, len(c.Roles)), Last: slices.Clone(c.Last)}
	for role, fb := range c.Roles {
		out.Roles[role] = Fallback{
			slices.Clone(fb.Han), slices.Clone(fb.Latin), slices.Clone(fb.HanBold), slices.Clone(fb.LatinBold),
		}
	}
	return out
}

// put places f in front of the lists it serves. A regular face takes the role's bold faces away: the bold of the user's own
// 仿宋 is that face thickened, not another design.
func (c *Config) put(f *Face) {
	role, han := RoleOf(f)
	switch {
	case han:
		fb := c.Roles[role]
		// 小标宋 and 黑 are heavy by design: their weight does not make them the bold of something.
		if f.Bold() && (role == Song || role == Kai || role == FangSong) {
			fb.HanBold = prepend(fb.HanBold, f)
		} else {
			fb.Han, fb.HanBold = prepend(fb.Han, f), nil
		}
		c.Roles[role] = fb
	case servesLatin(f):
		c.putLatin(f)
	default:
		c.Last = prepend(c.Last, f)
	}
}

func (c *Config) putLatin(f *Face) {
	if f.ItalicAngle != 0 {
		return
	}
	for _, role := range roleIndexes {
		fb := c.Roles[role]
		if f.Bold() {
			fb.LatinBold = prepend(fb.LatinBold, f)
		} else {
			fb.Latin, fb.LatinBold = prepend(fb.Latin, f), nil
		}
		c.Roles[role] = fb
	}
}

func prepend(faces []*Face, f *Face) []*Face { return append([]*Face{f}, faces...) }
