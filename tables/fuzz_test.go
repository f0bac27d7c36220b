package tables

import (
	"errors"
	"testing"
)

// FuzzResolve gives Resolve any spans at all: it must not panic, and what it accepts must cover every slot once.
func FuzzResolve(f *testing.F) {
	f.Add([]byte{2, 1, 1, 2, 0, 0, 0, 0}, 3, 1)
	f.Add([]byte{255, 255, 1, 1}, 2, 0)
	f.Add([]byte{1, 1, 0, 0, 9, 9}, 1, -1)
	f.Add([]byte{0x22, 0x11, 0x80, 0x11, 0x80}, 3, 0)
	f.Fuzz(func(t *testing.T, data []byte, cols, head int) {
		var rows [][]Span
		row := []Span{}
		for _, b := range data {
			if b >= 0x80 {
				rows = append(rows, row)
				row = nil
			}
			row = append(row, Span{int(b>>4&7) - 1, int(b&15) - 1})
		}
		rows = append(rows, row)
		g, err := Resolve(rows, cols, head)
		if err != nil {
			if g != nil || errors.Unwrap(err) != nil {
				t.Error("a grid in spite of", err)
			}
			return
		}
		covered := 0
		for i, c := range g.Cells {
			covered += c.Rows * c.Cols
			if cell, anchor := g.At(c.Row, c.Col); cell != i || !anchor {
				t.Errorf("cell %d is not at its anchor", i)
			}
		}
		if covered != g.Rows*g.Cols {
			t.Errorf("%d of %d slots covered", covered, g.Rows*g.Cols)
		}
		for row := range g.Rows {
			span := 0
			for c := range g.RowCells(row) {
				span += c.Span
			}
			if span != g.Cols {
				t.Errorf("row %d spans %d columns", row, span)
			}
		}
		Headers(g, func(cell int) HeadKind { return HeadKind(cell * 7 >> 2) })
	})
}
