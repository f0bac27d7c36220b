package report

import "strings"

// places tell where in the input the values of a report stand.
type places struct {
	file string
	at   map[string]place // by path
}

// place is a line and a column, counted from 1; columns count characters.
type place struct{ line, col int }

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
