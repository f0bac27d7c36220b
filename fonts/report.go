package fonts

import "slices"

// Served says which face stands first for a role, and how far it is what the role asks for.
type Served struct {
	Role          Role
	Bold          bool
	Latin         bool
	Face          *Face // nil when the role has no face at all
	Substituted   bool  // the face's family is of another design than the role: 仿宋 set in a 宋
	SyntheticBold bool  // bold is made by thickening
	Rights        Rights
}

// Served lists for every role its Han and its Latin face, regular and bold, in the order of Roles.
func (s *Set) Served() []Served {
	if s.report == nil {
		return s.serve() // the zero Set
	}
	return slices.Clone(s.report())
}

func (s *Set) serve() []Served {
	out := make([]Served, 0, 4*len(roleIndexes))
	for _, role := range roleIndexes {
		for _, latin := range []bool{false, true} {
			for _, bold := range []bool{false, true} {
				out = append(out, s.served(Want{Role: role, Bold: bold, Latin: latin}))
			}
		}
	}
	return out
}

func (s *Set) served(w Want) Served {
	out := Served{Role: w.Role, Bold: w.Bold, Latin: w.Latin}
	chain := s.chain(w)
	if len(chain) == 0 {
		return out
	}
	f := chain[0].face
	out.Face, out.SyntheticBold, out.Rights = f, chain[0].synthetic, f.Rights()
	role, known := RoleOf(f)
	out.Substituted = !w.Latin && (!known || role != w.Role)
	return out
}

// ServedText is a piece of text and the face that serves it; Face is nil for characters that no face has.
type ServedText struct {
	Text          string
	Face          *Face
	SyntheticBold bool
}

// WhoServes says which face serves which part of a text, missing characters included: they have a nil Face. The error is
// ErrText for text that is not UTF-8.
func (s *Set) WhoServes(text string, want Want) ([]ServedText, error) {
	p := shaper{chain: s.chain(want), want: want, text: text, current: -1, tolerant: true}
	if err := p.shape(); err != nil {
		return nil, err
	}
	var out []ServedText
	for _, r := range p.finish() {
		out = append(out, ServedText{r.Text, r.Face, r.SyntheticBold})
	}
	return out, nil
}
