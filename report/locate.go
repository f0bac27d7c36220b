package report

// Locate is the function of that name for this report.
func (a *Annual) Locate(ps Problems) Problems { return a.places.locateAll(ps) }

// Locate is the function of that name for this report.
func (f *Free) Locate(ps Problems) Problems { return f.places.locateAll(ps) }

// Locate is the function of that name for this report.
func (f *FinalAccounts) Locate(ps Problems) Problems { return f.places.locateAll(ps) }

// locateAll gives the problems with the places that are missing.
func (ps *places) locateAll(found Problems) Problems {
	out := make(Problems, len(found))
	for i, p := range found {
		if p.File == "" && p.Line == 0 {
			p = ps.locate(p)
		}
		out[i] = p
	}
	return out
}
