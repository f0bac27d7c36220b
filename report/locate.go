package report

// Locate adds to problems without a place that of the value they name, where the report was read from a file. It is for
// what is found behind Check: characters that no font has, tables that do not fit.
func (a *Annual) Locate(ps Problems) Problems {
	out := make(Problems, len(ps))
	for i, p := range ps {
		if p.File == "" && p.Line == 0 {
			p = a.places.locate(p)
		}
		out[i] = p
	}
	return out
}
