package tables

import (
	"fmt"
	"strings"
	"testing"
)

func TestRowCells(t *testing.T) {
	d := parse(t, stepped)
	g := d.grid(t)
	var b strings.Builder
	for row := range g.Rows {
		for c := range g.RowCells(row) {
			fmt.Fprintf(&b, "%s%d%c ", d.text(c.Cell), c.Span, "-rc"[c.Merge])
		}
		b.WriteByte('\n')
	}
	want := unindent(`
	a1- b2- 
	c1r d1- e1r 
	c1c f1- e1c 
	c1c g1- h1- 
	`)
	if b.String() != want {
		t.Errorf("rows\n%swant\n%s", b.String(), want)
	}
}
