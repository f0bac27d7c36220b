package report

import "strings"

// places tell where in the input the values of a report stand.
type places struct {
	file string
	at   map[string]place // by path
	told map[string]bool  // paths that Decode has found at fault: what Check would say of them adds nothing
}

// place is a line and a column, counted from 1; columns count characters.
type place struct{ line, col int }

// isTold tells whether Decode has reported the value at the path, or one around it.
func (ps *places) isTold(p Path) bool {
	if ps == nil {
		return false
	}
	for i := range p {
		if ps.told[p[:i+1].String()] {
			return true
		}
	}
	return false
}

// locate adds the place of p's value, or of the nearest thing around it where the value itself is not in the input.
func (ps *places) locate(p Problem) Problem {
	if ps == nil {
		return p
	}
	p.File = ps.file
	for src := p.Path.String(); ; {
		if at, ok := ps.at[src]; ok {
			p.Line, p.Col = at.line, at.col
			return p
		}
		if src == "" {
			return p
		}
		src = src[:max(0, strings.LastIndexAny(src, ".["))]
	}
}
